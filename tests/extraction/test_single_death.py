"""One death told without a number, and when nothing is counted."""

import pytest

from twosource.extraction.figures.find import find_figures
from twosource.records import Figure


def deaths(text: str) -> list[Figure]:
    found = [
        figure
        for figure in find_figures(text)
        if figure.kind == "count" and figure.event and figure.event.class_ == "killed"
    ]
    assert all(figure.span.of(text) == figure.text for figure in found)
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Moen, 41, was killed when the wall fell.", "Ada Moen"),
        ("The driver died at the scene.", "The driver"),
        ("A jury heard of the death of 9-year-old Tomas Erling.", "Tomas Erling"),
        ("Tomas Erling left the mill at noon. Doctors said Erling died an hour later.", "Erling"),
        ("The beam struck the carpenter, and he died on Monday.", "he"),
        ("A 50-year-old died in the flood.", "A 50-year-old"),
    ],
)
def test_one_death_counts_one(text: str, words: str) -> None:
    (figure,) = deaths(text)
    assert (figure.text, figure.point, figure.aggregation) == (words, 1.0, "incident")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moen could have been killed.",
        "Tomas Erling was killed at the mill. Ada Moen died on the road.",
        "Ada Moen was born in Vell.",
        "A fisherman from East Vell caught it, and no one died.",
    ],
)
def test_no_single_death_where_none_or_several_are_told(text: str) -> None:
    assert not [figure for figure in deaths(text) if "single killed" in figure.rule]


def test_a_number_of_dead_says_more_than_a_name() -> None:
    assert [figure.text for figure in deaths("Three men were killed. Ada Moen was killed first.")] == ["Three"]


def events(text: str) -> dict[str, str]:
    return {figure.text: figure.event.class_ for figure in find_figures(text) if figure.event}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Five sailors were shot on the quay. For hours nobody came, not even the harbour guard. One of them died.",
            {"Five": "casualties", "One": "killed"},
        ),
        ("A man is dead and four others were shot.", {"A": "killed", "four": "injured"}),
        ("Five sailors were shot on the quay.", {"Five": "injured"}),
        ("A guard shot five sailors.", {"five": "injured"}),
        ("Two guards shot five sailors.", {"five": "injured"}),
        ("Two men shot Erling on the quay.", {}),
        ("Ada Moen was killed by a gunman.", {"Ada Moen": "killed"}),
        ("They were killed in two townships.", {}),
        ("The injured were 19-year-old Berg and 30-year-old Roe.", {}),
        ("Thirty clashes, one man dead.", {"one": "killed"}),
        ("Three bodies were found in the mill.", {"Three": "killed"}),
    ],
)
def test_who_was_hit_and_who_did_it(text: str, expected: dict[str, str]) -> None:
    assert {key: value for key, value in events(text).items() if key in expected or value != "arrested"} == expected


def test_a_part_with_another_fate_is_a_toll_of_its_own() -> None:
    text = "Six sailors were wounded, two of whom have died."
    two = next(figure for figure in find_figures(text) if figure.text == "two")
    assert two.event and two.event.class_ == "killed" and two.relation is None


def test_one_survivor_told_of_by_name_counts_one() -> None:
    (figure,) = [f for f in find_figures("Ada Moen was seriously injured when the wall fell.") if f.kind == "count"]
    assert (figure.text, figure.event and figure.event.class_) == ("Ada Moen", "injured")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moen was shot in the arm.",  # whether she lived is left open
        "Ada Moen was injured. Moen died in hospital.",
        "Ada Moen was injured. Tomas Erling was injured as well.",
        "Ada Moen may have been injured.",
    ],
)
def test_no_survivor_where_none_is_sure(text: str) -> None:
    assert not [f for f in find_figures(text) if f.rule.startswith("single injured")]
