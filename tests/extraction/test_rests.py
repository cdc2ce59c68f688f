"""Those left of a number when its dead are taken away, on sentences written for the purpose."""

import pytest

from twosource.extraction.figures.find import find_figures


def hurt(text: str) -> list[tuple[str, float | None]]:
    """The numbers of those hurt, each with its words."""
    return [
        (figure.text, figure.point)
        for figure in find_figures(text)
        if figure.event and figure.event.class_ == "injured" and figure.kind == "count"
    ]


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Five people were shot, two of them fatally, at a dance.", "Five people were shot, two of them fatally", 3),
        ("Four cooks, one fatally, were shot in Vell.", "Four cooks, one fatally, were shot", 3),
        ("One man is dead after six people were shot.", "One man is dead after six people were shot", 5),
        ("Seven men were stabbed and one died.", "Seven men were stabbed and one died", 6),
    ],
)
def test_those_hit_who_did_not_die_were_hurt(text: str, words: str, left: float) -> None:
    assert hurt(text) == [(words, left)]


@pytest.mark.parametrize(
    "text",
    [
        "Up to five people were shot, one fatally.",  # nobody knows how many
        "Two people were stabbed, both fatally.",  # none is left
        "Five people died, two of them at sea.",
    ],
)
def test_nobody_is_left_of_what_is_not_known(text: str) -> None:
    assert hurt(text) == []


def test_where_more_are_hurt_than_are_left_others_are_meant_too() -> None:
    assert hurt("Five people were shot and one died; seven others were hurt by glass.") == [("seven", 7)]


def test_the_parts_stay_as_they_are_written() -> None:
    found = find_figures("Five people were shot, two of them fatally, at a dance.")
    assert [(f.text, f.point, f.event and f.event.class_) for f in found[1:]] == [
        ("Five", 5, "casualties"),
        ("two", 2, "killed"),
    ]
    assert found[0].confidence <= min(figure.confidence for figure in found[1:])
