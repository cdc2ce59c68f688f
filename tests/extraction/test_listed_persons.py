"""Lists of single persons that give no number."""

import pytest

from twosource.extraction.figures.find import find_figures
from twosource.records import Figure


def lists(text: str) -> list[Figure]:
    found = find_figures(text)
    assert all(figure.span.of(text) == figure.text for figure in found)
    return [figure for figure in found if figure.rule.startswith("list")]


@pytest.mark.parametrize(
    ("text", "written", "point", "event"),
    [
        ("The flood killed his sister, uncle and nephew.", "his sister, uncle and nephew", 3, "killed"),
        ("An aunt and her 3-year-old drowned in the surf.", "An aunt and her 3-year-old", 2, "killed"),
        ("A father and son drowned off Vell on Sunday.", "A father and son", 2, "killed"),
        ("The miller killed his elder brother and then himself.", "his elder brother and then himself", 2, "killed"),
        ("Ada Moen and Jon Vik were killed on the quay.", "Ada Moen and Jon Vik", 2, "killed"),
        (
            "Ada Moen, 41, Jon Vik, 30, and Per Sund, 22, died at sea.",
            "Ada Moen, 41, Jon Vik, 30, and Per Sund",
            3,
            "killed",
        ),
        (
            "The raid killed her former daughter-in-law and her friend.",
            "her former daughter-in-law and her friend",
            2,
            "killed",
        ),
        ("A bus hit and injured his sister and her husband.", "his sister and her husband", 2, "injured"),
        (
            "Her husband Jon Moen, 41, and their son were killed.",
            "Her husband Jon Moen, 41, and their son",
            2,
            "killed",
        ),
    ],
)
def test_those_of_a_list_are_counted(text: str, written: str, point: float, event: str) -> None:
    (found,) = lists(text)
    assert (found.text, found.point, found.event and found.event.class_) == (written, point, event)


@pytest.mark.parametrize(
    "text",
    [
        "A father and husband was killed in the crash.",  # one man
        "The engineer leaves behind his wife and son.",
        "The mother and daughter accused of killing him appeared in court.",
        "He shot his wife and son.",  # whether they lived is not said
        "A man was hurt and a woman's car was damaged.",
        "Nobody knows whether his wife and son were killed.",
        "His wife and son were not killed.",
        "Ada Moen and Jon Vik were not killed.",
        "Ada Moen and Jon Vik said guards were killed.",
        "Miners from Port Berg and New Vell were killed.",
        "Norda captured Port Berg and New Vell.",
        "Ada Moen and Jon Vik and two others were killed.",  # for the sums
    ],
)
def test_what_is_no_list_of_those_hurt(text: str) -> None:
    assert lists(text) == []


def test_a_list_with_a_number_is_left_to_the_sums() -> None:
    text = "A woman, her son and two girls were killed."
    assert lists(text) == []
    assert max(figure.point or 0 for figure in find_figures(text)) == 4
