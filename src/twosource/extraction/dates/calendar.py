"""Stretches of days: the calendar that dates in text are resolved on.

A `Days` is a first and a last day, both inclusive; either is None where it is open or unknown. Weeks begin on Monday
(ISO 8601), decades and centuries with the year that ends in 0, seasons are the meteorological ones of the north.
"""

from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
_SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


class Days(NamedTuple):
    """A stretch of days, both ends inclusive; None where an end is open or unknown."""

    start: date | None
    end: date | None


UNKNOWN = Days(None, None)


def day(year: int, month: int, day_of_month: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def months(year: int, first: int, count: int) -> Days:
    """`count` months from month `first` (1 is January) of `year`; months outside 1 to 12 run over into other years."""
    return Days(_first_of(year, first), before(_first_of(year, first + count)))


def week_of(some: date) -> Days:
    """Monday to Sunday of the week that holds the day."""
    monday = moved(some, -some.weekday())
    return Days(monday, monday and moved(monday, 6))


def weekend_of(some: date) -> Days:
    """Saturday and Sunday of the week that holds the day."""
    saturday = moved(some, 5 - some.weekday())
    return Days(saturday, saturday and moved(saturday, 1))


def season(year: int, name: str) -> Days:
    """Three months from March, June, September or, for winter, December of `year`."""
    return months(year, _SEASON_MONTHS[name], 3)


def unit_around(some: date, unit: str, offset: int = 0) -> Days:
    """The day, week, month, quarter, year, decade ... that holds the day, moved by `offset` such units."""
    if unit == "day":
        moved_day = moved(some, offset)
        return Days(moved_day, moved_day)
    if unit in ("week", "fortnight", "weekend"):
        inside = moved(some, offset * (14 if unit == "fortnight" else 7))
        return UNKNOWN if inside is None else weekend_of(inside) if unit == "weekend" else week_of(inside)
    length = _MONTHS_IN[unit]
    index = some.year * 12 + some.month - 1
    first = (index // length + offset) * length
    return months(first // 12, first % 12 + 1, length)


def months_moved(some: date, count: int) -> date | None:
    """The same day of a month `count` months away, or the last day of a shorter month."""
    target = months(some.year, some.month + count, 1)
    if target.start is None or target.end is None:
        return None
    return min(target.end, target.start + (some.day - 1) * ONE_DAY)


def moved(some: date, days: int) -> date | None:
    """The day `days` later, or None beyond the ends of the calendar."""
    try:
        return some + timedelta(days=days)
    except OverflowError:
        return None


def before(some: date | None) -> date | None:
    """The day before."""
    return None if some is None else moved(some, -1)


def easter(year: int) -> date | None:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm that Meeus gives."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * sunday) // 451
    month, day_of_month = divmod(epact + sunday - 7 * shift + 114, 31)
    return day(year, month, day_of_month + 1)


def shifted(some: date, unit: str, count: int) -> date | None:
    """The day `count` units later, or earlier if negative; None for less than a day and beyond the calendar."""
    if unit == "hour" and count % 24 == 0:
        return moved(some, count // 24)
    if unit in ("day", "week", "fortnight"):
        return moved(some, count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return months_moved(some, count * _MONTHS_IN[unit]) if unit in _MONTHS_IN else None


def holiday(year: int, rule: str | int | list[int]) -> date | None:
    """The day by its rule: "12-25", days from Easter Sunday, or [month, weekday, which, days after]."""
    if isinstance(rule, str):
        return day(year, int(rule[:2]), int(rule[3:]))
    if isinstance(rule, int):
        sunday = easter(year)
        return sunday and moved(sunday, rule)
    month, weekday, count, after = rule
    found = nth_weekday(year, month, weekday, count)
    return found and moved(found, after)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date | None:
    """The `count`th such weekday (Monday is 0) of the month; -1 is the last one."""
    if count > 0:
        first = date(year, month, 1)
        return moved(first, (weekday - first.weekday()) % 7 + 7 * (count - 1))
    last = months(year, month, 1).end
    return None if last is None else moved(last, -((last.weekday() - weekday) % 7))


def _first_of(year: int, month: int) -> date | None:
    return day(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
