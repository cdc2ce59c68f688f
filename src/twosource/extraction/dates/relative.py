"""Places on the calendar for dates told from the day of publication, or from a date named before."""

import re

from twosource.extraction.dates import calendar
from twosource.extraction.dates.absolute import part_of_year
from twosource.extraction.dates.calendar import UNKNOWN, Days, months
from twosource.extraction.dates.context import OF_UNIT, Context, Place, Placed
from twosource.extraction.dates.direction import FUTURE
from twosource.extraction.dates.grammar import Piece
from twosource.settings.dates import COMPARISON_REACH
from twosource.text.lexicon import lexicon

_FIGURE = re.compile(r"[0-9]")
_SATURDAY, _SUNDAY = 5, 6


def weekday(context: Context, piece: Piece) -> Placed:
    """The last such day up to publication, or the next one where the sentence looks ahead."""
    if context.published is None:
        return UNKNOWN, "day"
    back = (context.published.weekday() - piece.fields["weekday"]) % 7
    ahead = back and context.looks(piece) == FUTURE
    return context.from_published("day", 7 - back if ahead else -back), "day"


def step_weekday(context: Context, piece: Piece) -> Placed:
    """ "last Friday", "the previous Friday"; never the day itself."""
    step, from_named = piece.fields["step"]
    start = context.named_start("day") if from_named else context.published
    if start is None or (step == 0 and from_named):
        return UNKNOWN, "day"
    if step == 0:
        return weekday(context, piece)
    back = (start.weekday() - piece.fields["weekday"]) % 7
    found = calendar.moved(start, -(back or 7) if step < 0 else 7 - back)
    return Days(found, found), "day"


def relative(context: Context, piece: Piece) -> Placed:
    """ "yesterday"; "overnight" takes in the evening before."""
    word = " ".join(piece.fields["word"].split())
    if word == "overnight" and context.published:
        return Days(calendar.before(context.published), context.published), "day"
    return context.from_published("day", lexicon("dates")["relative_days"][word]), "day"


def step_part(context: Context, piece: Piece) -> Placed:
    """ "last night", "that evening", "the next morning": the day."""
    step, from_named = piece.fields["step"]
    if from_named or step > 0:
        return context.from_named("day", step), "day"
    return context.from_published("day", step), "day"


def step(context: Context, piece: Piece) -> Placed:
    """ "last week", "that year"; on a Sunday "last week" is the week that ends."""
    unit, (count, from_named) = piece.fields["unit"], piece.fields["step"]
    if from_named or (unit == "day" and count > 0):
        return context.from_named(unit, count), OF_UNIT[unit]
    if unit == "weekend":
        return _weekend(context, piece, count), "week"
    published = context.published
    if unit == "week" and count < 0 and published and published.weekday() == _SUNDAY:
        count = 0
    return context.from_published(unit, count), OF_UNIT[unit]


def _weekend(context: Context, piece: Piece, count: int | None) -> Days:
    """The weekend so many weeks off; with None the one the sentence looks to, or the last to have begun."""
    published = context.published
    if published is None:
        return UNKNOWN
    if count is None:
        begun = published.weekday() >= _SATURDAY
        count = 0 if begun or context.looks(piece) == FUTURE else -1
    return calendar.unit_around(published, "weekend", count)


def step_month(context: Context, piece: Piece) -> Placed:
    """ "last June" is the last one before the month of publication, "this June" the one of its year."""
    if context.published is None:
        return UNKNOWN, "month"
    away, count = piece.fields["month"] - context.published.month, piece.fields["step"][0]
    year = context.published.year - (count < 0 and away >= 0) + (count > 0 and away <= 0)
    return months(year, piece.fields["month"], 1), "month"


def step_season(context: Context, piece: Piece) -> Placed:
    """ "last summer" is the last one to have ended, "this summer" the one that has not."""
    count, from_named = piece.fields["step"]
    if context.published is None or from_named:
        return UNKNOWN, "season"
    near = [calendar.season(year, piece.fields["season"]) for year in context.years_near()]
    ended = [days for days in near if days.end and days.end < context.published]
    rest = [days for days in near if days not in ended]
    found = ended[-1:] if count < 0 else rest[-1:] if count > 0 else rest[:1]
    return (found[0] if found else UNKNOWN), "season"


def unit(context: Context, piece: Piece) -> Placed:
    """ "the weekend", "the quarter", "the end of the year"."""
    name = piece.fields["unit"]
    if name == "weekend":
        return _weekend(context, piece, None), "week"
    if name == "quarter":
        return latest(context, piece)
    return context.from_published(name, 0), OF_UNIT[name]


def latest(context: Context, piece: Piece) -> Placed:
    """ "the latest quarter": the one named last; with "last year" beside it the same quarter of that year."""
    quarter = context.named.get("quarter") or context.from_published("quarter", -1)
    year = context.year_said(piece.fields)
    if quarter.start is None:
        return UNKNOWN, "quarter"
    return (quarter if year is None else months(year, quarter.start.month, 3)), "quarter"


def named_year(context: Context, piece: Piece) -> Placed:
    """ "the 1988 period" is, after a quarter, the same quarter of 1988."""
    year, quarter = piece.fields["year"], context.named.get("quarter", UNKNOWN)
    if quarter.start is None:
        return months(year, 1, 12), "year"
    return months(year, quarter.start.month, 3), "quarter"


def comparison(context: Context, piece: Piece) -> Placed:
    """ "year-earlier": the quarter named before, a year earlier."""
    said = "number" in piece.fields
    quarter = part_of_year(context, piece, 3) if said else context.named.get("quarter", UNKNOWN)
    if quarter.start is None:
        return context.from_published("year", -1), "year"
    return calendar.unit_around(quarter.start, "quarter", -4), "quarter"


def ago(context: Context, piece: Piece) -> Placed:
    """So many units before publication, or before or after the date named last ("earlier", "later")."""
    unit, count, way = piece.fields["unit"], piece.fields.get("count"), piece.fields["way"]
    if unit in ("decade", "century") and count:
        unit, count = "year", count * {"decade": 10, "century": 100}[unit]
    granularity = OF_UNIT[unit]
    if count is None or granularity == "time":
        return UNKNOWN, granularity
    count = -count if way in ("ago", "earlier") or way.startswith("before") else count
    if compared := _period_compared(context, piece):
        return compared
    if way in ("earlier", "later"):
        return _from_event(context, unit, count), granularity
    return context.from_published(unit, count), granularity


def _from_event(context: Context, unit: str, count: int) -> Days:
    """From the date named last; what would come after publication is told from an event that no date names."""
    start = context.named_start(unit) or (context.published if unit in ("month", "year") else None)
    days = UNKNOWN if start is None else calendar.unit_around(start, unit, count)
    ahead = days.start and context.published and days.start > context.published
    return UNKNOWN if ahead else days


def _period_compared(context: Context, piece: Piece) -> Placed | None:
    """What a figure "a year earlier" is compared with: the quarter or month named last, in the year before."""
    fields = piece.fields
    if fields["unit"] != "year" or fields["count"] != 1 or fields["way"] not in ("ago", "earlier"):
        return None
    reach = max(0, piece.start - COMPARISON_REACH)
    if fields["way"] == "ago" and not _FIGURE.search(context.text, reach, piece.start):
        return None
    for named, days in reversed(context.named.items()):
        if days.start and named == "quarter":
            return calendar.unit_around(days.start, "quarter", -4), "quarter"
        if days.start and named == "month":
            return calendar.unit_around(days.start, "month", -12), "month"
    return None


def window(context: Context, piece: Piece) -> Placed:
    """ "the past six months": from six months before publication up to it."""
    count, (way, _) = piece.fields.get("count", 0 if "vague" in piece.fields else 1), piece.fields["step"]
    if context.published is None or not count:
        return UNKNOWN, "other"
    other = calendar.shifted(context.published, piece.fields["unit"], way * count)
    if other is None:
        return UNKNOWN, "other"
    return Days(min(context.published, other), max(context.published, other)), "other"


def year_end(context: Context, piece: Piece) -> Placed:
    """The last day of the year of publication."""
    last = context.from_published("year", 0).end
    return Days(last, last), "day"


def present(context: Context, piece: Piece) -> Placed:
    """ "now" is the day of publication."""
    return context.from_published("day", 0), "other"


def vague(context: Context, piece: Piece) -> Placed:
    """ "recently" has no place."""
    return UNKNOWN, "other"


FROM_A_DAY: dict[str, Place] = {
    "weekday": weekday,
    "step_weekday": step_weekday,
    "relative": relative,
    "step_part": step_part,
    "step": step,
    "step_month": step_month,
    "step_season": step_season,
    "unit": unit,
    "latest": latest,
    "named_year": named_year,
    "comparison": comparison,
    "ago": ago,
    "window": window,
    "year_end": year_end,
    "present": present,
    "vague": vague,
}
