"""The calendar behind dates: units, holidays and the ends of time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.extraction.dates import calendar
from twosource.extraction.dates.direction import FUTURE, PAST, UNKNOWN, direction
from twosource.extraction.dates.find import find_dates
from twosource.text.lexicon import lexicon

UNITS = ["day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century"]


@pytest.mark.parametrize(
    ("year", "sunday"), [(1961, "1961-04-02"), (2000, "2000-04-23"), (2024, "2024-03-31"), (2038, "2038-04-25")]
)
def test_easter(year: int, sunday: str) -> None:
    assert str(calendar.easter(year)) == sunday


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("thanksgiving", "2024-11-28"), ("black friday", "2024-11-29"), ("labor day", "2024-09-02"),
        ("memorial day", "2024-05-27"), ("election day", "2024-11-05"), ("good friday", "2024-03-29"),
        ("pentecost", "2024-05-19"), ("christmas eve", "2024-12-24"),
    ],
)  # fmt: skip
def test_holidays(name: str, expected: str) -> None:
    assert str(calendar.holiday(2024, lexicon("dates")["holidays"][name])) == expected


@given(st.dates(date(1000, 1, 1), date(2900, 1, 1)), st.sampled_from(UNITS))
def test_a_unit_follows_on_the_one_before(some: date, unit: str) -> None:
    this, following = calendar.unit_around(some, unit), calendar.unit_around(some, unit, 1)
    assert this.start and this.end and following.start and this.start <= this.end
    if unit == "weekend":
        assert following.start == this.start + timedelta(days=7)
    elif unit == "fortnight":
        assert following.start == this.start + timedelta(days=14)
    else:
        assert this.start <= some <= this.end and following.start == this.end + timedelta(days=1)


@given(st.dates(), st.sampled_from([*UNITS, "hour", "minute"]), st.integers(-20_000, 20_000))
def test_the_ends_of_the_calendar_raise_nothing(some: date, unit: str, count: int) -> None:
    calendar.shifted(some, unit, count)
    if unit in UNITS:
        calendar.unit_around(some, unit, count)


def test_months_run_over_and_february_ends() -> None:
    assert calendar.months(2024, 11, 4) == calendar.Days(date(2024, 11, 1), date(2025, 2, 28))
    assert calendar.months_moved(date(2024, 1, 31), 1) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The ship sailed on @", PAST),
        ("The ship will sail on @", FUTURE),
        ("They are to meet on @", FUTURE),
        ("They said they would meet on @", FUTURE),
        ("They would like what was said on @", PAST),
        ("The day is set for @", FUTURE),
        ("The record set on @", PAST),
        ("She will succeed him on @", FUTURE),
        ("He fled the United States @", PAST),
        ("On @ the vote takes place", UNKNOWN),
        ("On @ they will vote", FUTURE),
        ("The curfew will be lifted on @", FUTURE),
        ("On @ a ship is to bring more", FUTURE),
        ("He will go. The rain on @", UNKNOWN),
        ("The rain on @. He will go", UNKNOWN),
        ("The @'s vote will be close", PAST),
    ],
)
def test_direction(text: str, way: int) -> None:
    at = text.index("@")
    assert direction(text.replace("@", "Monday"), at, at + len("Monday")) == way


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("It fell in the first week of March 2024.", "the first week of March 2024", "2024-03-01", "2024-03-07"),
        ("The last week of February 2024 was dry.", "The last week of February 2024", "2024-02-23", "2024-02-29"),
        ("On the last weekend of March 2025 it froze.", "the last weekend of March 2025", "2025-03-29", "2025-03-30"),
        ("The second weekend in May 2026 is free.", "The second weekend in May 2026", "2026-05-09", "2026-05-10"),
    ],
)
def test_weeks_of_a_month(text: str, words: str, start: str, end: str) -> None:
    (found,) = find_dates(text)
    assert (found.span.of(text), found.start, found.end) == (words, start, end)
