"""Who is meant where a speaker is told of again: by a form of address, a first name, an office, an age, a pronoun."""

import pytest

from twosource.extraction.statements import find_statements


def last_speaker(text: str) -> str | None:
    return find_statements(text)[-1].speaker.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ivo Tamm and his wife, Ada Tamm, own the inn. Mr Tamm said it was full.", "Ivo Tamm"),
        ("Ivo Tamm and his wife, Ada Tamm, own the inn. Mrs Tamm said it was full.", "Ada Tamm"),
        ("Berg runs the inn with his wife, Ada Moen. She said it was full.", "Ada Moen"),
        ("Wen Hao-ran, a clerk, opened the door. Wen said it was open.", "Wen Hao-ran"),
        ("Sheikh Omar al-Vell led the prayer. Al-Vell said the hall was full.", "Omar al-Vell"),
        ("Ada Moen Jr. took the oars. Moen said the boat was light.", "Ada Moen Jr."),
        ("Ivo Berg fell ill. His son, Ivo Berg Jr., took over. “I had to,” Berg Jr. said.", "Ivo Berg Jr."),
        ("King Olaf IV opened the bridge. The king said it was his last.", "King Olaf IV"),
        ("A spokesman for the inn, Ivo Tamm, gave no number. The spokesman said nobody was hurt.", "Ivo Tamm"),
        ("The boy's aunt, Ada Moen, opened the door. “He is asleep,” the aunt said.", "Ada Moen"),
        ("Energy minister Ivo Tamm left on Monday. “I had to,” he said.", "Ivo Tamm"),
        ("The mayor of Vell, Ivo Tamm, left on Monday. “I had to,” he said.", "Ivo Tamm"),
        ("The victim, 61-year-old Ada Moen, said it was dark.", "Ada Moen"),
        ("The Minister of Health, Dr. Ada Moen, said the ward was shut.", "Ada Moen"),
        ("The Head of the Port, Ada Moen, said the quay was shut.", "Ada Moen"),
        ("Minister of Health Ada Moen said the ward was shut.", "Ada Moen"),
        ("The ward was shut, the Minister of Health said.", "Minister of Health"),
        ("The Governor of New Tarsk said it was late.", "Governor of New Tarsk"),
        ("Ivo Tamm is the town's only dentist. The dentist said he was tired.", "Ivo Tamm"),
        ("Goalkeeper Ada Moen saved twice. “I was lucky,” the 19-year-old said.", "Ada Moen"),
        ("“It was dark,” said one of them, Ada Moen.", "Ada Moen"),
        (
            "Health minister Ivo Tamm and finance minister Ada Moen fell out. The finance minister said it was dear.",
            "Ada Moen",
        ),
        ("Fishermen left at dawn. They said the sea was calm.", "Fishermen"),
        ("Police found the boat at noon. They said it was empty.", "Police"),
        ("The governor left on Friday. In a note, she wrote that she was tired.", "The governor"),
        ("The bank, Vell's oldest, has two branches. It said both would stay.", "The bank"),
        ("Tamm & Sons, boatbuilders, closed on Monday. The firm said the yard was sold.", "Tamm & Sons"),
        ("The Blue List won two seats. The party said it would abstain.", "Blue List"),
        ("“I only held the rope,” she said. Ada Moen, 34, had saved two men.", "Ada Moen"),
        ("Ivo Baker, an adviser to the Tamm family, said the inn was full.", "Ivo Baker"),
    ],
)
def test_who_is_told_of_again(text: str, name: str) -> None:
    assert last_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Finance minister Ada Moen resigned. The health minister said it was time.", "The health minister"),
        ("Northline unveiled the Northline Pad. Northline said it was light.", "Northline"),
        ("Fans in the next towns — Vell and Tarsk — said it was loud.", "Fans in the next towns"),
    ],
)
def test_who_is_somebody_else(text: str, name: str) -> None:
    assert last_speaker(text) == name


def test_a_place_before_the_speaker_is_not_whom_the_speaker_stands_for():
    for verb in ("said", "announced", "confirmed", "reported"):
        text = f"Two trains met outside Vell. Eight rebels were hurt near Tarsk, the army {verb} on Monday."
        assert last_speaker(text) == "the army"
