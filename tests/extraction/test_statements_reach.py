"""Where words that look like a report are none, and whose report they are, in sentences as news has them."""

import pytest

from twosource.extraction.statements import find_statements

Told = tuple[str, str | None]


def told(text: str) -> list[Told]:
    """Content and speaker of each statement."""
    return [(" | ".join(span.of(text) for span in s.content), s.speaker.name) for s in find_statements(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks had failed, Moen said before he left.", [("The talks had failed", "Moen")]),
        ("The road was shut, Moen said after the last fire was out.", [("The road was shut", "Moen")]),
        ("The fire is out, according to multiple reports.", [("The fire is out", "multiple reports")]),
        ("As per the latest reports, the fire is out.", [("the fire is out", "the latest reports")]),
        ("Reuters reported that the fire is out, according to Berg.", [("that the fire is out", "Berg")]),
        (
            "The fire is out, said three people who know his plans.",
            [("The fire is out", "three people")],
        ),
        ("“It is out,” Berg said after a Tarsk rally, according to Reuters.", [("“It is out,”", "Berg")]),
        (
            "In the plan she outlined on Friday, Berg offered the crews more.",
            [],
        ),
        ("Berg left early, ignoring Moen's reported offer to the crews.", []),
        ("In tears of “joy and relief,” Berg left the stage.", []),
        ("He announced it late on Monday.", []),
        ("When Berg's mother, Ada Moen, came back, she found charred boats.", []),
        (
            "At his home in Vell, his wife, Ada Moen, said the fire was out.",
            [("the fire was out", "Ada Moen")],
        ),
        (
            "Berg turned to the critics: “It is out,” he wrote.",
            [("“It is out,”", "Berg")],
        ),
        (
            "Ada Moen sent a letter to the crews on Monday urging them to wait.",
            [("to wait", "Ada Moen")],
        ),
        ("It is a yard that Berg defends, while declining to say who owns it.", [("to say who owns it", "Berg")]),
    ],
)
def test_what_is_told(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The blast wrecked 14 barns, Ivo Tamm said after the last fire was out.",
            ("The blast wrecked 14 barns", "Ivo Tamm"),
        ),
        (
            "The blast wrecked 14 barns, said Ivo Tamm after the fire was out.",
            ("The blast wrecked 14 barns", "Ivo Tamm"),
        ),
        ("The blast wrecked 14 barns, Tamm told reporters after he saw it.", ("The blast wrecked 14 barns", "Tamm")),
        ("In the valley, Moen said before he left that the dam would hold.", ("that the dam would hold", "Moen")),
        ("Moen said after the meeting ended that the dam would hold.", ("that the dam would hold", "Moen")),
        ("On Monday, Moen said when asked about the dam that it would hold.", ("that it would hold", "Moen")),
        (
            "According to Berg, the rebels hold 41 guards, of whom six are ill.",
            ("the rebels hold 41 guards, of whom six are ill", "Berg"),
        ),
        (
            "According to Berg, the rebels hold 41 guards, and six are ill.",
            ("the rebels hold 41 guards, and six are ill", "Berg"),
        ),
        (
            "According to Ada Berg, the mayor of Vell, the rebels hold 41 guards, of whom six are ill.",
            ("the rebels hold 41 guards, of whom six are ill", "Ada Berg"),
        ),
        (
            "Losses grew to 46 crowns a share, compared with 44 crowns in May, Berg said.",
            ("Losses grew to 46 crowns a share, compared with 44 crowns in May", "Berg"),
        ),
        ("The Vell mine said first quarter profit fell.", ("first quarter profit fell", "The Vell mine")),
        ("The Vell mine said first that profit fell.", ("that profit fell", "The Vell mine")),
    ],
)
def test_a_clause_of_time_and_an_aside_are_no_part_of_what_is_told(text: str, expected: Told) -> None:
    assert told(text) == [expected]


def test_who_is_named_behind_a_rank_is_no_body() -> None:
    text = "Vell Police Lt. Ivo Tamm said the road was shut. Police said nobody was hurt."
    assert told(text) == [("the road was shut", "Ivo Tamm"), ("nobody was hurt", "Police")]


def test_what_is_told_of_with_which_is_no_person() -> None:
    text = "Kestrel, which owns nine mills, sued the bank. The company said it was owed money."
    assert told(text) == [("it was owed money", "Kestrel")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials in Vell said at least 84 people, among them children, were hurt.",
            [("at least 84 people, among them children, were hurt", "Officials in Vell")],
        ),
        ("The office said about half of the boats were old.", [("about half of the boats were old", "The office")]),
        ("(North Wire) The dam is safe, Moen said.", [("The dam is safe", "Moen")]),
        (
            "Hours after Moen said during Bell Day festivities that “the dam is safe,” a wall of water hit the town.",
            [("that “the dam is safe,”", "Moen")],
        ),
        ("Rebels pledged allegiance to the king.", []),
        ("Berg pleaded guilty, the court heard.", [("Berg pleaded guilty", "the court")]),
        (
            "Reuters reported that the talks had failed, a claim Moen denied.",
            [("that the talks had failed", "Reuters")],
        ),
        (
            "Doctors say it works, but caution that it is dear.",
            [("it works", "Doctors"), ("that it is dear", "Doctors")],
        ),
        (
            "The bank said it regrets the loss; customers, it added, would be paid.",
            [("it regrets the loss", "bank"), ("customers | would be paid", "bank")],
        ),
    ],
)
def test_news_of_many_kinds(text: str, expected: list[Told]) -> None:
    assert [(content, (name or "").removeprefix("The ").removeprefix("the ")) for content, name in told(text)] == [
        (content, (name or "").removeprefix("The ").removeprefix("the ")) for content, name in expected
    ]


def test_hearsay_in_a_relative_clause_ends_where_the_main_clause_goes_on() -> None:
    text = "Ada Moen, who is said to have asked him to go, told the crews the dam was safe."
    found = find_statements(text)
    assert [[span.of(text) for span in statement.content] for statement in found] == [
        ["to have asked him to go"],
        ["the dam was safe"],
    ]
    assert found[1].speaker.name == "Ada Moen"
