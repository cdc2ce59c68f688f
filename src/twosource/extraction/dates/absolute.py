"""Places on the calendar for dates that name their day, month, year or part of the year, with the year or without."""

import re
from datetime import date, timedelta

from twosource.extraction.dates import calendar
from twosource.extraction.dates.calendar import UNKNOWN, Days, months
from twosource.extraction.dates.context import Context, Granularity, Place, Placed
from twosource.extraction.dates.direction import PAST
from twosource.extraction.dates.grammar import Piece
from twosource.text.lexicon import lexicon

SATURDAY, SUNDAY = 5, 6
_BEFORE_CHRIST = re.compile(r"\s?B\.?C\b")


def day(context: Context, piece: Piece) -> Placed:
    """A day of a month, or a run of days ("3 to 5 May"); without a year the likeliest one near publication."""
    fields = piece.fields
    granularity: Granularity = "time" if "hour" in fields else "day"
    year = context.year_said(fields)
    if year is not None:
        first = calendar.day(year, fields["month"], fields["day"])
    else:
        near = [calendar.day(some, fields["month"], fields["day"]) for some in context.years_near()]
        first = context.likeliest(near, _way(context, piece))
    if first is None:
        return UNKNOWN, granularity
    last = calendar.day(first.year, first.month, fields.get("until_day", first.day))
    return Days(first, last if last and last > first else first), granularity


def numeric(context: Context, piece: Piece) -> Placed:
    """A day in figures where only one order makes a day, or where full stops say that the day comes first."""
    fields = piece.fields
    one, other = int(fields["one"]), int(fields["other"])
    orders = {calendar.day(fields["year"], other, one)}
    if fields["mark"] != ".":
        orders.add(calendar.day(fields["year"], one, other))
    orders.discard(None)
    only = orders.pop() if len(orders) == 1 else None
    return Days(only, only), "day"


def nine_eleven(context: Context, piece: Piece) -> Placed:
    """The day of the attacks that English calls by its date."""
    return calendar.unit_around(date(2001, 9, 11), "day"), "day"


def day_of_month(context: Context, piece: Piece) -> Placed:
    """ "the 9th", of this month or a neighbour."""
    if context.published is None:
        return UNKNOWN, "day"
    index = context.published.year * 12 + context.published.month - 1
    near = [calendar.day(m // 12, m % 12 + 1, piece.fields["day"]) for m in (index - 1, index, index + 1)]
    found = context.likeliest(near, context.looks(piece))
    return Days(found, found), "day"


def holiday(context: Context, piece: Piece) -> Placed:
    """A holiday by its rule."""
    rule = _holiday_rule(piece.fields["holiday"])
    year = context.year_said(piece.fields)
    if year is not None:
        found = calendar.holiday(year, rule)
    else:
        near = [calendar.holiday(some, rule) for some in context.years_near()]
        found = context.likeliest(near, _way(context, piece))
    return Days(found, found), "day"


def _holiday_rule(name: str) -> "str | int | list[int]":
    bare = _bare(name)
    rules: dict[str, str | int | list[int]] = lexicon("dates")["holidays"]
    return next(rule for known, rule in rules.items() if _bare(known) == bare)


def _bare(name: str) -> str:
    return " ".join(re.sub(r"['’.]", "", name).split())


def month(context: Context, piece: Piece) -> Placed:
    """A month; without a year the likeliest one near publication."""
    number, year = piece.fields["month"], context.year_said(piece.fields)
    if year is None:
        near = [calendar.day(some, number, 1) for some in context.years_near()]
        first = context.likeliest(near, context.looks(piece))
        year = first.year if first else None
    return (UNKNOWN if year is None else months(year, number, 1)), "month"


def week_of_month(context: Context, piece: Piece) -> Placed:
    """ "The first week of January" is its first seven days, "the last weekend of March" its last Saturday and Sunday."""
    whole, _ = month(context, piece)
    if whole.start is None or whole.end is None:
        return UNKNOWN, "week"
    nth = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(piece.fields["nth"])
    if piece.fields["part"] == "week":
        start = whole.end - timedelta(days=6) if nth is None else whole.start + timedelta(days=7 * nth)
        return Days(start, start + timedelta(days=6)), "week"
    if nth is None:
        start = whole.end - timedelta(days=(whole.end.weekday() - SUNDAY) % 7 + 1)
    else:
        start = whole.start + timedelta(days=(SATURDAY - whole.start.weekday()) % 7 + 7 * nth)
    return Days(start, start + timedelta(days=1)), "other"


def year(context: Context, piece: Piece) -> Placed:
    """A year, or a run of years whose last may leave out its century."""
    if _BEFORE_CHRIST.match(context.text, piece.end):
        return UNKNOWN, "year"
    first = piece.fields["year"]
    last = piece.fields.get("until_year") or first
    last = last if last > 99 else first - first % 100 + last
    return (months(first, 1, 12 * (last - first + 1)) if last >= first else UNKNOWN), "year"


def decade(context: Context, piece: Piece) -> Placed:
    """Ten years; "the 1800s" are a hundred, and "the '20s" may be of either century."""
    fields = piece.fields
    short = int(fields.get("short_decade", 30))
    if short < 30:
        return UNKNOWN, "decade"
    first = fields.get("decade") or fields.get("spoken_decade") or 1900 + short
    if first % 100 == 0 and first < 2000:
        return months(first, 1, 1200), "century"
    return months(first, 1, 120), "decade"


def century(context: Context, piece: Piece) -> Placed:
    """The 19th century is 1800 to 1899."""
    number = piece.fields["number"] or 0
    placed = 1 < number < 100 and not _BEFORE_CHRIST.match(context.text, piece.end)
    return (months((number - 1) * 100, 1, 1200) if placed else UNKNOWN), "century"


def season(context: Context, piece: Piece) -> Placed:
    """A season of a year; a winter belongs to two years, so "winter 2024" is not placed."""
    said, name = context.year_said(piece.fields), piece.fields["season"]
    return (UNKNOWN if said is None or name == "winter" else calendar.season(said, name)), "season"


def quarter(context: Context, piece: Piece) -> Placed:
    """A quarter of the calendar year, also where a firm's own year is meant."""
    return part_of_year(context, piece, 3), "quarter"


def half(context: Context, piece: Piece) -> Placed:
    """A half of a year; "the last half" is the second."""
    return part_of_year(context, piece, 6), "other"


def part_of_year(context: Context, piece: Piece, length: int) -> Days:
    """`length` months of the year said, or else of the year in which they end nearest to publication."""
    first = ((piece.fields["number"] or 2) - 1) * length + 1
    said = context.year_said(piece.fields)
    if said is None:
        ends = [months(some, first, length).end for some in context.years_near()]
        last = context.likeliest(ends, context.looks(piece) or PAST)
        said = last.year if last else None
    return UNKNOWN if said is None else months(said, first, length)


def opening(context: Context, piece: Piece) -> Placed:
    """The first or last so many months of a year."""
    fields, said = piece.fields, context.year_said(piece.fields)
    length = (fields["count"] or 0) * {"month": 1, "quarter": 3}[fields["unit"]]
    if said is None or not 0 < length <= 12:
        return UNKNOWN, "other"
    return months(said, 1 if fields["number"] else 13 - length, length), "other"


def _way(context: Context, piece: Piece) -> int:
    """The way that "last" or "next" points, or else the sentence."""
    step: int = piece.fields.get("step", (0, False))[0]
    return step or context.looks(piece)


ON_THE_CALENDAR: dict[str, Place] = {
    "day": day,
    "numeric": numeric,
    "nine_eleven": nine_eleven,
    "day_of_month": day_of_month,
    "holiday": holiday,
    "month": month,
    "week_of_month": week_of_month,
    "year": year,
    "years": year,
    "decade": decade,
    "century": century,
    "season": season,
    "quarter": quarter,
    "step_quarter": quarter,
    "half": half,
    "opening": opening,
}
