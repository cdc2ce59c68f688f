"""Lists of people that a reader adds up."""

import pytest

from twosource.extraction.figures.find import find_figures
from twosource.records import Figure


def sums(text: str) -> list[Figure]:
    found = find_figures(text)
    assert all(figure.span.of(text) == figure.text for figure in found)
    return [figure for figure in found if figure.rule.startswith("sum")]


@pytest.mark.parametrize(
    ("text", "written", "point", "event"),
    [
        ("A man and two girls drowned in the canal.", "A man and two girls", 3, "killed"),
        ("Two women, a boy and a girl were wounded.", "Two women, a boy and a girl", 4, "injured"),
        ("The falling mast killed two women and a boy.", "two women and a boy", 3, "killed"),
        ("A ferryman and two others were killed.", "A ferryman and two others", 3, "killed"),
        ("A man, his wife and their two sons died.", "A man, his wife and their two sons", 4, "killed"),
        ("Ada Moen and two others were hurt.", "Ada Moen and two others", 3, "injured"),
        ("It was dark when he and eight others were wounded.", "he and eight others", 9, "injured"),
        (
            "Police said a man killed his partner and their two children.",
            "his partner and their two children",
            3,
            "killed",
        ),
        (
            "A grandfather, his sister and six grandchildren died.",
            "A grandfather, his sister and six grandchildren",
            8,
            "killed",
        ),
        ("The flood killed two children and their mother.", "two children and their mother", 3, "killed"),
        (
            "The judge said a young boy, three women and a man were hurt.",
            "a young boy, three women and a man",
            5,
            "injured",
        ),
        ("The blast left three adults and five children dead.", "three adults and five children", 8, "killed"),
        ("A woman, 41, and two boys were rushed to Vell hospital.", "A woman, 41, and two boys", 3, "hospitalised"),
    ],
)
def test_a_list_of_people_is_added_up(text: str, written: str, point: float, event: str) -> None:
    (found,) = sums(text)
    assert (found.text, found.point, found.event and found.event.class_) == (written, point, event)
    parts = [figure for figure in find_figures(text) if figure.relation and figure.relation.figure == found.id]
    assert parts and all(figure.relation.kind == "part_of" for figure in parts)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve soldiers and three rebels were killed.",  # a toll each
        "A man was killed and two girls were wounded.",
        "A clerk died at 41 Mill Street, and another victim was taken to hospital.",  # a street is nobody
        "Some 30 women and a boy were hurt.",
        "Four people, two women and two boys, were hurt.",  # the total is there
        "In Vell and two other towns the dam was watched.",
        "Two gunmen and a driver fled.",
        "The storm may have killed a man and two girls.",
    ],
)
def test_what_is_not_added_up(text: str) -> None:
    assert sums(text) == []
