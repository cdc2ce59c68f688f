"""Numbers in sentences: tables of what is written and what it is worth, with its unit and kind."""

import pytest

from twosource.extraction.numbers.find import Number, find_numbers, typed_numbers
from twosource.spans import Span


def figures(text: str, **given: object) -> list[Number]:
    found = find_numbers(text, **given)  # type: ignore[arg-type]
    for figure in found:
        assert text[slice(*figure.span)].strip() == text[slice(*figure.span)] != ""
        assert figure.span.covers(figure.number)
        assert figure.hedge is None or not figure.hedge.overlaps(figure.number)
    return found


def only(text: str) -> Number:
    (found,) = figures(text)
    return found


# --- how numbers are written ------------------------------------------------------------------------------------------

WRITTEN = [
    ("12,345 homes", 12345),
    ("12 345 homes", 12345),
    ("12\u00a0345 homes", 12345),
    ("12\u2009345 homes", 12345),
    ("12'345 homes", 12345),
    ("12.345.678 homes", 12345678),
    ("1,23,456 homes", 123456),
    ("12 thousand homes", 12000),
    ("12-thousand homes", 12000),
    ("1.2m homes", 1.2e6),
    ("1.2M homes", 1.2e6),
    ("12.5k troops", 12500),
    ("3bn trees", 3e9),
    ("2.5 million homes", 2.5e6),
    ("1.5 hundred thousand homes", 150000),
    ("5 lakh homes", 500000),
    ("three crore homes", 3e7),
    ("sixteen homes", 16),
    ("Forty-two homes", 42),
    ("forty two homes", 42),
    ("one hundred and one homes", 101),
    ("three thousand four hundred homes", 3400),
    ("forty-five hundred homes", 4500),
    ("two hundred and fifty-three thousand homes", 253000),
    ("two and a half million homes", 2.5e6),
    ("half a million homes", 500000),
    ("a quarter of a million homes", 250000),
    ("a million and a half homes", 1.5e6),
    ("a hundred homes", 100),
    ("a dozen homes", 12),
    ("two dozen homes", 24),
    ("half a dozen homes", 6),
    ("three score homes", 60),
    ("nine point four homes", 9.4),
    ("٣٤٥ homes", 345),
    ("१२ homes", 12),
    ("１２３ homes", 123),
    ("3万 homes", 30000),
    ("3,5 Millionen Euro", 3.5e6),
    ("más de 2.000 casas", 2000),
    ("2,5 % mehr", 2.5),
    ("2½ miles", 2.5),
    ("2 1/2 miles", 2.5),
    ("-5 degrees", -5),
    ("minus 12 degrees", -12),
    ("2 degrees below zero", -2),
    (".5 percent", 0.5),
    ("1.99×10^30 kilograms", 1.99e30),
    ("a fifth of the land", 0.2),
    ("two-thirds of homes", 2 / 3),
    ("nearly half of homes", 0.5),
    ("one in five homes", 0.2),
    ("4 out of 10 homes", 0.4),
    ("no casualties", 0),
    ("None of the miners were hurt", 0),
    ("no one was killed", 0),
    ("zero homes", 0),
]


@pytest.mark.parametrize(("words", "value"), WRITTEN)
def test_what_is_written_is_worth(words: str, value: float) -> None:
    for text in (words, f"The mayor spoke of {words}.", f"“{words}”", f"Rain fell.\n{words}\nIt stopped."):
        if not (words[0].isupper() and text.startswith("The")):
            assert only(text).point == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of homes", 24, 119),
        ("hundreds of homes", 200, 999),
        ("tens of thousands of homes", 20000, 99999),
        ("several hundred homes", 300, 900),
        ("a few dozen homes", 36, 60),
        ("a couple of thousand homes", 2000, 3000),
    ],
)
def test_a_number_that_nobody_counted_is_an_interval(text: str, low: float, high: float) -> None:
    found = only(text)
    assert (found.point, found.low, found.high, found.bound) == (None, low, high, "vague")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two three-room homes", [2, 3]),
        ("one hundred and two hundred", [100, 200]),
        ("two million and three million", [2e6, 3e6]),
        ("5 dogs, 6 cats and 7 birds", [5, 6, 7]),
        ("12 of the 15 homes", [12, 15]),
    ],
)
def test_neighbours_stay_apart(text: str, values: list[float]) -> None:
    assert [figure.point for figure in figures(text)] == values


# --- units and kinds --------------------------------------------------------------------------------------------------

UNITS = [
    ("12,000 troops", "12,000", "count", None, None),
    ("320 sq km of land", "320 sq km", "measure", "kilometer ** 2", None),
    ("the 115-square-mile bay", "115-square-mile", "measure", "mile ** 2", None),
    ("the 12-mile-deep bay", "12-mile", "measure", "mile", None),
    ("1.8m tall", "1.8m", "measure", "meter", None),
    ("60 miles per hour", "60 miles per hour", "measure", "mile / hour", None),
    ("60 km/h", "60 km/h", "measure", "kilometer / hour", None),
    ("300,000 barrels a day", "300,000 barrels", "measure", "oil_barrel", "day"),
    ("$60 per barrel", "$60", "money", "USD", "oil_barrel"),
    ("$5 a share", "$5", "money", "USD", "share"),
    ("$6.78 billion a year earlier", "$6.78 billion", "money", "USD", None),
    ("£1.2m", "£1.2m", "money", "GBP", None),
    ("20 million Australian dollars", "20 million Australian dollars", "money", "AUD", None),
    ("two million pounds", "two million pounds", "money", "GBP", None),
    ("a 200-pound bomb", "200-pound", "measure", "pound", None),
    ("30 MEUR", "30 MEUR", "money", "EUR", None),
    ("millions of dollars", "millions", "money", "USD", None),
    ("a 6.5-magnitude quake", "6.5-magnitude", "measure", "magnitude", None),
    ("a quake of magnitude 6.5", "6.5", "measure", "magnitude", None),
    ("the 400m hurdles", "400m", "measure", "meter", None),
    ("a 3x rise", "3", "ratio", None, None),
    ("12 per 100,000", "12", "count", None, "100,000"),
    ("500 won", "500 won", "money", "KRW", None),
    ("20%", "20%", "percent", "percent", None),
    ("3 percentage points", "3 percentage points", "percent", "percentage_point", None),
    ("a third of homes", "a third", "ratio", None, None),
    ("three years", "three years", "duration", "year", None),
    ("half an hour", "half", "duration", "hour", None),
    ("a year and a half", "a year and a half", "duration", "year", None),
    ("a 45-year-old driver", "45-year-old", "age", "year", None),
    ("three 18-month-olds", "18-month-olds", "age", "month", None),
    ("a driver aged 45", "45", "age", "year", None),
    ("Ann Lee, 45, drove", "45", "age", "year", None),
    ("Lee (45) drove", "45", "age", "year", None),
    ("6 feet 2 inches", "6 feet 2 inches", "measure", "foot", None),
    ("2 hours 30 minutes", "2 hours 30 minutes", "duration", "hour", None),
]


@pytest.mark.parametrize(("text", "words", "kind", "unit", "per"), UNITS)
def test_a_figure_has_its_unit(text: str, words: str, kind: str, unit: str | None, per: str | None) -> None:
    found = figures(f"She said {text} there.")[-1]
    assert (found.kind, found.unit, found.per) == (kind, unit, per)
    if words != "millions":
        assert found.span.of(f"She said {text} there.").startswith(words)


def test_parts_of_one_value_are_added() -> None:
    assert only("6-foot-4 tall").point == pytest.approx(6 + 4 / 12)
    assert only("2 hours and 30 minutes").point == 2.5
    assert only("3 dollars 50 cents").point == 3.5


def test_neighbours_share_a_unit() -> None:
    assert [(f.point, f.unit) for f in figures("12 and 15 percent")] == [(12, "percent"), (15, "percent")]
    assert [(f.point, f.unit) for f in figures("2 million of the 5 million euros")] == [(2e6, "EUR"), (5e6, "EUR")]


# --- what is left out -------------------------------------------------------------------------------------------------


def test_dates_and_boilerplate_are_left_out() -> None:
    text = "In 2014 people, 30 boats sank. Related: 12 boats."
    assert [f.point for f in figures(text, dates=[Span(3, 7)], boilerplate=[Span(31, len(text))])] == [30]


def test_every_number_has_a_type() -> None:
    text = "At 9:30 flight MH17 passed Section 4 of Route 66 for the 3rd time, with 12 crew."
    assert [one.type for one in typed_numbers(text)] == [
        "time",
        "time",
        "identifier",
        "name",
        "name",
        "ordinal",
        "count",
    ]


def test_an_unknown_language_keeps_digits_units_and_spans() -> None:
    text = "Потери составили 1200 человек на площади 35 км и 12 %."
    assert [(f.point, f.unit) for f in figures(text)] == [(1200, None), (35, "kilometer"), (12, "percent")]


def test_points_behind_a_percentage_are_of_it():
    _, points = find_numbers("Support fell to 41%, down 3 points.")
    assert (points.kind, points.unit, points.point) == ("percent", "percentage_point", 3)


def test_an_apposition_shares_no_unit():
    assert [number.kind for number in find_numbers("It stood at 412,000, or 5.6% of them.")] == ["count", "percent"]


@pytest.mark.parametrize(
    ("text", "written", "bound"),
    [
        ("It is worth $9 million over ten years.", "ten years", "exact"),
        ("It took over ten years.", "ten years", "more_than"),
        ("The clinic is short of 340 nurses.", "340", "exact"),
    ],
)
def test_words_that_look_like_hedges(text, written, bound):
    found = {number.span.of(text): number.bound for number in find_numbers(text)}
    assert found[written] == bound
