"""Reports without an active verb: nouns that report, passives that name nobody."""

import pytest

from twosource.extraction.statements import find_statements


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The harbour master's warning that fog was near went unheard.", "that fog was near went unheard", "The harbour master's"),
        ("Berg's reply was that the pier would stay.", "that the pier would stay", "Berg's"),
        ("The answer of the council was that the pier would stay.", "that the pier would stay", "the council"),
        ("“Nonsense,” was Ada Moen's answer.", "“Nonsense,”", "Ada Moen's"),
        ("The pier, in Berg's view, was the town's best work.", "The pier | was the town's best work", "Berg's"),
        ("In the mayor's view, the pier was sound.", "the pier was sound", "the mayor's"),
        ("It was said that the pier had sunk.", "that the pier had sunk", None),
        ("The admiral is said to have sold his boat.", "to have sold his boat", None),
        ("Parents were told the school was safe.", "the school was safe", None),
        ("Parents were told by the council that the school was safe.", "that the school was safe", "the council"),
        ("As first reported by the Vell Courier, the school was sold.", "the school was sold", "the Vell Courier"),
        ("The river has left its bed, North Wire reports, citing two farmers.", "The river has left its bed", "two farmers"),
    ],
)  # fmt: skip
def test_reports_without_an_active_verb(text: str, content: str, speaker: str | None) -> None:
    (found,) = find_statements(text)
    assert " | ".join(span.of(text) for span in found.content) == content
    assert (found.speaker.span and found.speaker.span.of(text)) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "In her account of the flood she leaves nothing out.",
        "The guests were told to wait outside.",
        "Each of them was asked a further question.",
        "The pier is believed to attract eels.",
    ],
)
def test_words_that_report_nothing(text: str) -> None:
    assert find_statements(text) == []


def test_a_shouted_quotation_goes_on_to_its_cue() -> None:
    text = "“Turn the boat round!” Ada Moen shouted at the men over the noise of the engines."
    (found,) = find_statements(text)
    assert found.speaker.name == "Ada Moen"
