"""What a date as written means: its first and last day, the time of day where one is written, and the granularity."""

import re
from datetime import date

from twosource.extraction.dates import calendar
from twosource.extraction.dates.absolute import ON_THE_CALENDAR, day
from twosource.extraction.dates.calendar import UNKNOWN, Days
from twosource.extraction.dates.checks import word_before
from twosource.extraction.dates.context import Context, Granularity, Place, Placed
from twosource.extraction.dates.grammar import Fields, Piece
from twosource.extraction.dates.relative import FROM_A_DAY
from twosource.settings.dates import CLOCK_REACH

Meaning = tuple[str | None, str | None, Granularity]
_NOT_UNTIL = re.compile(
    r"n['’]t\b|\b(?:not|never|no|postponed|delayed|adjourned|deferred|rescheduled|pushed|put\s+off)\b"
)
_ONWARDS = re.compile(r"[^\S\n]+(?:onwards?\b|on(?=[,.;]))")
_NOT_REMEMBERED = frozenset({"comparison", "present", "window", "range", "vague"})


def resolve(context: Context, piece: Piece, start: int) -> Meaning:
    """First and last day as ISO 8601, None where open or unknown; `start` is where the words of the date begin."""
    days, granularity = place(context, piece)
    compared = piece.kind == "ago" and granularity != "year" and piece.fields["unit"] == "year"
    if days.start is not None and not compared and piece.kind not in _NOT_REMEMBERED:
        context.remember(days, granularity, piece.end)
    first, last = piece.fields.get("first", piece), piece.fields.get("last", piece)
    opening, closing = _iso(days.start, first.fields, "from_"), _iso(days.end, last.fields)
    if opening and closing and opening > closing and days.end:  # past midnight
        closing = _iso(calendar.moved(days.end, 1), last.fields)
    return *_opened(context.text, piece, start, opening, closing), granularity


def _opened(
    text: str, piece: Piece, start: int, opening: str | None, closing: str | None
) -> tuple[str | None, str | None]:
    """The two ends, the last one open after "since", the first after "until", unless the act waits for that day."""
    if piece.kind == "range":
        return opening, closing
    before = word_before(text, start)
    if before == "the":
        before = word_before(text, start - len("the "))
    if before == "since" or (before == "from" and _ONWARDS.match(text, piece.end)):
        return opening, None
    if before in ("until", "till") and not _NOT_UNTIL.search(text, max(0, start - 60), start):
        return None, closing
    return opening, closing


def place(context: Context, piece: Piece) -> Placed:
    """The days of a piece, as far as they can be known."""
    return _PLACES[piece.kind](context, piece)


def _week_of(context: Context, piece: Piece) -> Placed:
    first = day(context, piece)[0].start if "day" in piece.fields else None
    return (UNKNOWN if first is None else calendar.week_of(first)), "week"


def _clock(context: Context, piece: Piece) -> Placed:
    """The day beside the time, or else the day named last in the same paragraph."""
    beside = piece.fields.get("with")
    if beside is not None:
        return place(context, beside)[0], "time"
    near = "day" in context.named and 0 <= piece.start - context.day_named_at <= CLOCK_REACH
    if near and "\n" not in context.text[context.day_named_at : piece.start]:
        return context.named["day"], "time"
    return UNKNOWN, "time"


def _range(context: Context, piece: Piece) -> Placed:
    """From the first day of the one end to the last of the other; what one end leaves out the other gives."""
    first, last = piece.fields["first"], piece.fields["last"]
    year_first = "year" in first.fields and "year" not in last.fields
    first.fields = _shared(last.fields) | first.fields
    last.fields = _shared(first.fields) | last.fields
    closing, granularity = place(context, last)
    start, end = place(context, first)[0].start, closing.end
    if start is None or end is None:
        return UNKNOWN, granularity
    if start > end and year_first:
        end = calendar.shifted(end, "year", 1)
    elif start > end:
        start = calendar.shifted(start, *(("week", -1) if "weekday" in first.fields else ("year", -1)))
    return (Days(start, end) if start and end and start <= end else UNKNOWN), granularity


def _shared(fields: Fields) -> Fields:
    return {name: fields[name] for name in ("year", "step", "unit", "with", "half") if name in fields}


def _iso(some: date | None, fields: Fields, edge: str = "") -> str | None:
    """The day, with the time of day where one is written; `edge` is `from_` for the beginning of "9 to 11 a.m."."""
    if some is None or not ("hour" in fields or "word" in fields):
        return some.isoformat() if some else None
    end = fields.get("hour", _HOURS.get(fields.get("word", "")))
    hour = fields.get(edge + "hour", end)
    if hour is None:
        return some.isoformat()
    half = fields.get("half")
    if half in ("p", "afternoon", "evening") and hour < 12 and (end is None or hour <= end % 12):
        hour += 12
    elif half in ("a", "morning") and hour == 12:
        hour = 0
    minute = fields.get(edge + "minute" if edge + "hour" in fields else "minute", 0)
    if fields.get("side") == "to":  # "ten to nine"
        hour, minute = hour - 1, 60 - minute
    return f"{some.isoformat()}T{hour % 24:02d}:{minute:02d}"


_HOURS = {"noon": 12, "midday": 12, "midnight": 0}
_PLACES: dict[str, Place] = ON_THE_CALENDAR | FROM_A_DAY | {"week_of": _week_of, "clock": _clock, "range": _range}
