"""Tolls that move, and numbers written in other ways, on sentences written for the purpose."""

import pytest

from twosource.extraction.figures.find import find_figures
from twosource.records import Figure


def figures(text: str) -> dict[str, Figure]:
    """The figures of a text by their written form."""
    return {figure.text: figure for figure in find_figures(text)}


@pytest.mark.parametrize("verb", ["rose", "has risen", "went up"])
def test_what_a_toll_moved_to_is_a_toll(verb: str) -> None:
    before, after = find_figures(f"The number of dead {verb} from 12 to 19 on Monday.")
    assert [(f.point, f.event and f.event.class_, f.aggregation) for f in (before, after)] == [
        (12, "killed", "total"),
        (19, "killed", "total"),
    ]
    assert after.relation is not None and (after.relation.kind, after.relation.figure) == ("moved_from", before.id)


@pytest.mark.parametrize(
    ("text", "written", "point", "event"),
    [
        ("None of the 140 passengers on board was injured.", "None", 0, "injured"),
        ("Nineteen people were killed and scores wounded.", "scores", None, "injured"),
        ("The firm was fined €1.2bn.", "€1.2bn", 1.2e9, "paid"),
        ("The mill lost 41 million crowns in 2024.", "41 million crowns", 4.1e7, "lost"),
    ],
)
def test_numbers_that_are_written_otherwise(text: str, written: str, point: float | None, event: str) -> None:
    found = figures(text)[written]
    assert (found.point, found.event and found.event.class_) == (point, event)


def test_may_is_a_month_too() -> None:
    assert figures("Prices rose by 4.2 percent in May.")["4.2 percent"].modality == "asserted"
    assert figures("Five people may have died.")["Five"].modality == "possible"


def test_a_year_earlier_is_no_rate() -> None:
    assert figures("The mill made 12 million a year earlier.")["12 million"].per is None


@pytest.mark.parametrize(
    "text",
    [
        "The quake measured 6.4 and struck before dawn.",
        "The magnitude of the quake was 6.4.",
        "An earthquake of magnitude 6.4 struck.",
    ],
)
def test_how_strong_a_quake_was(text: str) -> None:
    (found,) = figures(text).values()
    assert (found.point, found.unit) == (6.4, "magnitude")


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,200 people were moved to a sports hall in Tarsk.",
        "About 1,200 residents have been told to leave.",
        "The governor ordered 1,200 people to leave their homes.",
    ],
)
def test_who_had_to_leave(text: str) -> None:
    found = figures(text)["1,200"]
    assert found.event is not None and found.event.class_ == "evacuated"


@pytest.mark.parametrize(
    ("text", "written", "event"),
    [
        ("One of five divers shot on Sunday in Vell has died.", "One", "killed"),
        ("One of five divers shot on Sunday in Vell has died.", "five", "casualties"),
        ("Two girls stabbed in the park on Monday have died.", "Two", "killed"),
        ("Four men were shot in Vell, and two did not survive.", "two", "killed"),
        ("The mayor was shot along with five others.", "five", "injured"),
        ("The guard shot and killed his neighbour's two sons.", "two", "killed"),
        ("Police identified the four shooting victims.", "four", "injured"),
        ("Eight sustained gun shot wounds.", "Eight", "injured"),
    ],
)
def test_what_befell_those_counted(text: str, written: str, event: str) -> None:
    found = figures(text)[written].event
    assert found is not None and found.class_ == event


def test_the_number_of_a_picture_counts_nothing_behind_it() -> None:
    assert set(figures("Image 4 of 9 Seven sailors drowned off Vell.")) == {"Seven"}


def test_a_toll_rose_by_those_who_died_since() -> None:
    one, two = find_figures("The death toll rose to 27 on Tuesday after four people died of their wounds.")
    assert (one.aggregation, two.aggregation) == ("total", "increment")
    one, two = find_figures("The death toll rose to 27 after 40 people were injured on Monday.")
    assert (one.aggregation, two.aggregation) == ("total", "incident")


def test_the_dead_who_were_children_are_children() -> None:
    (figure,) = find_figures("Seven of the dead were children.")
    assert figure.event and figure.counted
    assert (figure.event.class_, figure.counted.head, figure.counted.class_) == ("killed", "children", "child")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Eight terrorists were eliminated near Sarn.", "killed"),
        ("The army said it had eliminated 40 soldiers.", "killed"),
        ("The bank eliminated 40 managers.", None),
        ("Vell eliminated 12 teams on the way to the final.", None),
    ],
)
def test_armies_eliminate_and_employers_do(text: str, event: str | None) -> None:
    found = find_figures(text)[0].event
    assert (found and found.class_) == event
