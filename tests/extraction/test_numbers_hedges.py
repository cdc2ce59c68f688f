"""Hedges, ranges and numbers tied to each other."""

import pytest

from twosource.extraction.numbers.find import Number, find_numbers


def only(text: str) -> Number:
    (found,) = find_numbers(text)
    return found


# --- hedges -----------------------------------------------------------------------------------------------------------

HEDGES = [
    ("{} homes", "exact", None, None),
    ("about {} homes", "about", None, None),
    ("Around {} homes", "about", None, None),
    ("roughly {} homes", "about", None, None),
    ("some {} homes", "about", None, None),
    ("an estimated {} homes", "about", None, None),
    ("close to {} homes", "about", None, None),
    ("{} homes or so", "about", None, None),
    ("~{} homes", "about", None, None),
    ("nearly {} homes", "about", 3800, 4000),
    ("almost {} homes", "about", 3800, 4000),
    ("just under {} homes", "less_than", 3800, 4000),
    ("just over {} homes", "more_than", 4000, 4200),
    ("more than {} homes", "more_than", 4000, None),
    ("over {} homes", "more_than", 4000, None),
    ("well over {} homes", "more_than", 4000, None),
    ("upwards of {} homes", "more_than", 4000, None),
    ("in excess of {} homes", "more_than", 4000, None),
    ("topped {} homes", "more_than", 4000, None),
    ("at least {} homes", "at_least", 4000, None),
    ("no fewer than {} homes", "at_least", 4000, None),
    ("{} homes or more", "at_least", 4000, None),
    ("{}+ homes", "at_least", 4000, None),
    ("{}-plus homes", "at_least", 4000, None),
    ("{} and counting", "at_least", 4000, None),
    ("about {} or more homes", "at_least", 4000, None),
    ("less than {} homes", "less_than", 0, 4000),
    ("fewer than {} homes", "less_than", 0, 4000),
    ("under {} homes", "less_than", 0, 4000),
    ("up to {} homes", "at_most", 0, 4000),
    ("it adds up to {} homes", "exact", None, None),
    ("as many as {} homes", "at_most", 0, 4000),
    ("no more than {} homes", "at_most", 0, 4000),
    ("a maximum of {} homes", "at_most", 0, 4000),
    ("{} homes at most", "at_most", 0, 4000),
]


@pytest.mark.parametrize(("form", "bound", "low", "high"), HEDGES)
@pytest.mark.parametrize("number", ["4,000", "4 000", "four thousand", "4 thousand", "4k"])
def test_a_hedge_sets_the_bound_and_never_the_point(
    form: str, bound: str, low: float | None, high: float | None, number: str
) -> None:
    text = "They say " + form.format(number)
    found = only(text)
    assert (found.point, found.bound) == (4000, bound)
    if bound in ("exact", "about") and low is None:
        assert found.low is not None and found.high is not None and found.low < 4000 < found.high
    else:
        assert (found.low, found.high) == (low, high)
    assert (found.hedge is None) == (bound == "exact")


@pytest.mark.parametrize(
    "text",
    [
        "over the 40 homes",
        "above the 40 homes",
        "the sum of 40 homes",
        "questions about 40 homes",
        "a row over 40 homes",
        "talk about the 40 homes",
        "40 homes plus gardens",
        "40 minimum wage jobs",
        "a 40-year career",
        "within the 40 days",
    ],
)
def test_what_only_looks_like_a_hedge_is_none(text: str) -> None:
    assert only(text).bound == "exact"


def test_a_hedge_may_stand_apart_from_its_number() -> None:
    assert only("more than a dozen homes").bound == "more_than"
    assert only("at least another 40 homes").bound == "at_least"
    assert only("up to $40").bound == "at_most"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("16,000 homes", 15500, 16500),
        ("16,100 homes", 16050, 16150),
        ("16,123 homes", 16123, 16123),
        ("40 homes", 40, 40),
        ("320 sq km", 315, 325),
        ("115 miles", 114.5, 115.5),
        ("5.0 percent", 4.95, 5.05),
        ("20 percent", 19.5, 20.5),
        ("a 40-year-old", 40, 40),
        ("about 12,000 homes", 10800, 13200),
        ("about 12,345 homes", 11727.75, 12962.25),
    ],
)
def test_a_bare_number_is_as_wide_as_its_last_place(text: str, low: float, high: float) -> None:
    found = only(text)
    assert found.low == pytest.approx(low) and found.high == pytest.approx(high)


# --- ranges -----------------------------------------------------------------------------------------------------------

RANGES = [
    ("20 to 30 homes", 20, 30, None),
    ("20-30 homes", 20, 30, None),
    ("20–30 homes", 20, 30, None),
    ("between 20 and 30 homes", 20, 30, None),
    ("two or three homes", 2, 3, None),
    ("5-7 million homes", 5e6, 7e6, None),
    ("2-3,000 homes", 2000, 3000, None),
    ("between 2 and 3 million homes", 2e6, 3e6, None),
    ("$5-7bn", 5e9, 7e9, "USD"),
    ("$5 billion to $7 billion", 5e9, 7e9, "USD"),
    ("12 to 14 percent", 12, 14, "percent"),
    ("ranging from 20 to 30 homes", 20, 30, None),
    ("fell by 1 to 1.5 degrees Celsius", 1, 1.5, "degree_Celsius"),
    ("seven to 10 years", 7, 10, "year"),
    ("more than 10 but fewer than 20 homes", 10, 20, None),
    ("at most 100 and at least 20 homes", 20, 100, None),
    ("children aged 5 to 12", 5, 12, "year"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_two_numbers_are_one_range(text: str, low: float, high: float, unit: str | None) -> None:
    found = only(f"They say {text}.")
    assert (found.point, found.low, found.high, found.bound, found.unit) == (None, low, high, "range", unit)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("fell 7% to $2.3bn", [7, 2.3e9]),
        ("rose 6 to 164", [6, 164]),
        ("up 3 to 15", [3, 15]),
        ("voted 52 to 48", [52, 48]),
        ("5 dogs or 60 cats", [5, 60]),
        ("6 months to 2 years", [6, 2]),
    ],
)
def test_two_numbers_are_two_figures(text: str, points: list[float]) -> None:
    assert [figure.point for figure in find_numbers(f"It {text}.")] == points


# --- movements and conversions ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "old", "new", "unit"),
    [
        ("rose from 20 to 30 homes", 20, 30, None),
        ("rose from 12 to 14 percent", 12, 14, "percent"),
        ("grew from 2 to 3 million", 2e6, 3e6, None),
        ("fell from $2,415 to $2,315", 2415, 2315, "USD"),
        ("rose from about 20 last week to 30", 20, 30, None),
    ],
)
def test_a_movement_is_two_figures(text: str, old: float, new: float, unit: str | None) -> None:
    a, b = find_numbers(f"It {text}.")
    assert (a.point, b.point, a.unit, b.unit) == (old, new, unit, unit)
    assert (a.moved_from, b.moved_from) == (None, 0)


def test_a_movement_told_backwards() -> None:
    new, old = find_numbers("It rose to 30 from 20.")
    assert (new.point, new.moved_from, old.point, old.moved_from) == (30, 1, 20, None)


@pytest.mark.parametrize(
    "text",
    [
        "320 sq km (124 square miles)",
        "320 square kilometers of territory (about 124 square miles)",
        "320 square kilometres, or 124 square miles,",
        "10,000 hectares (100 sq km)",
        "10.5 million Australian dollars ($7.5 million)",
        "87 mph (140 km/h)",
    ],
)
def test_a_value_said_twice(text: str) -> None:
    a, b = find_numbers(f"They hold {text} there.")
    assert (a.conversion_of, b.conversion_of) == (None, 0)


@pytest.mark.parametrize("text", ["5 km (3 days)", "5 km (6 km)", "5 homes (3 barns)", "5 km and 3 miles"])
def test_what_is_no_conversion(text: str) -> None:
    assert [figure.conversion_of for figure in find_numbers(text)] == [None, None]


def test_a_conversion_has_the_bound_of_its_number() -> None:
    assert [figure.bound for figure in find_numbers("more than 320 sq km (124 square miles)")] == ["more_than"] * 2
