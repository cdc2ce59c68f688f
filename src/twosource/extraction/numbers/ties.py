"""Numbers that depend on each other: movements, one value in two units, and units shared by neighbours."""

import re
from functools import cache
from itertools import pairwise

from twosource.extraction.numbers.grammar import times
from twosource.extraction.numbers.money_sums import share_currency
from twosource.extraction.numbers.names import counted_after
from twosource.extraction.numbers.ranges import ends, join, patterns, same_measure
from twosource.extraction.numbers.reading import Reading
from twosource.settings import figures as settings
from twosource.text.lexicon import alternation, lexicon
from twosource.text.units import to_base


def tie(text: str, numbers: list[Reading]) -> list[Reading]:
    """The numbers of a text, in order, with ranges made one and movements, conversions and shared units set."""
    tied: list[Reading] = []
    for number in numbers:
        last = tied[-1] if tied else None
        if last and last.type == "name" and number.type == "count" and _goes_on(text, last, number):
            number.type = "name"
        elif last and last.type == "year" and text[last.end : number.start] in ("-", "–", "/"):
            number.type = "year"  # "1939-45"
        elif last and last.is_figure and number.type == "count" and text[last.end : number.start] == " per ":
            last.per, number.type = text[number.start : number.end], "base"  # "12 per 100,000"
        if not (last and _near(last, number) and _joinable(last) and _joinable(number) and join(text, last, number)):
            tied.append(number)
    for a, b in pairwise([number for number in tied if _joinable(number)]):
        if _near(a, b):
            _relate(text, a, b)
    for b, a in pairwise(reversed(tied)):
        _share_unit(text, a, b)
    share_currency(text, tied)
    for a, b in pairwise(tied):
        _make_points(text, a, b)
    return tied


_SERIES = re.compile(r"\s(?:of|and|or|to|through)\s|,\s(?:and\s)?|[-–]")


def _goes_on(text: str, name: Reading, number: Reading) -> bool:
    """Whether a number goes on with what the one before names: "Image 3 of 8", "Articles 4 and 5"."""
    series = _SERIES.fullmatch(text, name.end, number.start)
    if series is None or not name.written.form == number.written.form == "digits":
        return False
    return series[0] == " of " or not counted_after(text, number.end)


def _near(a: Reading, b: Reading) -> bool:
    return b.start - a.end <= settings.TIE_REACH


def _joinable(number: Reading) -> bool:
    return number.is_figure and (number.point is not None or number.bound == "range")


# --- movements and conversions --------------------------------------------------------------------------------------

_LATER_TO = re.compile(r"(?:\s+[\w'-]+){1,3}", re.IGNORECASE)
# "Rose to 61 from 48", "fell to 4% in March from 5%".
_FROM_AFTER = re.compile(
    r"(?:\s+(?:on|in|by|last|this|of)\s+[a-z]+(?:\s+\d{4})?)?,?\s+(?:up\s+|down\s+)?from\s+", re.IGNORECASE
)
_BARE = re.compile(r"\s*(?:[.,;)]|\Z)|\s(?:in|on|a|an|at|last|during|before|earlier)\b")
_TO_BEFORE = re.compile(r"\bto\s+(?:[a-z]+\s+){0,2}\Z", re.IGNORECASE)


@cache
def _converted() -> re.Pattern[str]:
    hedged = rf"(?:(?:{alternation(lexicon('number_context')['converted']['words'])})\s+){{0,2}}"
    return re.compile(rf"(?:\s+[a-z]+){{0,4}}\s*[(\[]\s*{hedged}|,?\s+or\s+{hedged}|\s?[/=]\s?", re.IGNORECASE)


def _relate(text: str, a: Reading, b: Reading) -> None:
    gap = text[a.end : b.start]
    left = max(0, a.start - settings.LEFT_WINDOW)
    if _converted().fullmatch(gap) and _converts(a, b):
        b.conversion_of = a.conversion_of or a
    elif not same_measure(a, b):
        return
    elif (to := patterns().to.search(gap)) and to.end() == len(gap):
        between = gap[: to.start()]
        if (not between or _LATER_TO.fullmatch(between)) and patterns().from_.search(text, left, a.start):
            b.moved_from = a
            _share_in_movement(a, b)
    elif _FROM_AFTER.match(gap) and len(gap) < settings.TIE_REACH // 2 and _TO_BEFORE.search(text, left, a.start):
        bare = b.unit is None and a.unit is not None
        if bare and not _BARE.match(text, b.end):
            return  # "to 40 percent from 12 seats"
        a.moved_from = b  # "rose to 14 from 12"
        if bare:
            b.unit, b.type, b.per = a.unit, a.type, a.per  # "to 90 million crowns from 27 million"


def _share_in_movement(a: Reading, b: Reading) -> None:
    """ "From 2 to 3 million dollars": what only one of the two says holds for both, the scale too where that is likely."""
    scaled = times(a.point or 0, b.written.factor)
    if (
        a.written.factor == 1 < b.written.factor
        and b.point
        and 1 / settings.MOVED_AT_MOST < scaled / b.point < settings.MOVED_AT_MOST
    ):
        a.written = a.written._replace(point=scaled, low=scaled, high=scaled, factor=b.written.factor)
    if a.unit is None and b.unit:
        a.unit, a.type, a.per = b.unit, b.type, b.per
    elif b.unit is None and a.unit:
        b.unit, b.type, b.per = a.unit, a.type, a.per
    elif a.unit == b.unit:  # "from $2.10 to $2.35 a gallon"
        a.per, b.per = a.per or b.per, b.per or a.per
    if a.point is None:
        return
    value = ends(a, b)[0] if b.point is not None else a.point * _range_factor(a, b)
    if value != a.point:
        a.written = a.written._replace(point=value, low=value, high=value, step=a.written.step * value / a.point)


def _range_factor(a: Reading, b: Reading) -> float:
    """The scale that a number takes from the range it moved to: "from 24 to 33-35 billion"."""
    factor = b.written.factor
    return factor if a.written.factor == 1 and (a.point or 0) <= (b.high or 0) / factor else 1.0


def _converts(a: Reading, b: Reading) -> bool:
    if a.unit is None or b.unit is None or a.unit == b.unit or a.type != b.type:
        return False
    return a.type == "money" or (a.type == "measure" and to_base(a.unit)[0] == to_base(b.unit)[0])


# --- percentage points ------------------------------------------------------------------------------------------------

_POINTS = re.compile(r"[\s-]points?\b")
_POINTS_TO = re.compile(r"([\s-]points?),?\s+to\s+(?:(?:about|just|only|nearly|around|some|a|record)\s+){0,2}")


def _make_points(text: str, a: Reading, b: Reading) -> None:
    """ "Fell to 41%, down 3 points", "fell 3 points to 41%": the points are of the percentage beside them."""
    to = _POINTS_TO.match(text, a.end) if b.type == "percent" and a.type == "count" and a.unit is None else None
    if to and to.end() >= b.start:
        a.unit, a.type, a.end = "percentage_point", "percent", to.end(1)
        a.confidence = settings.SURE
    points = _POINTS.match(text, b.end) if a.type == "percent" and b.type == "count" and b.unit is None else None
    if points and b.start - a.end <= 2 * settings.TIE_REACH and "\n" not in text[a.end : b.start]:
        b.unit, b.type, b.end = "percentage_point", "percent", points.end()
        b.confidence = settings.SURE


# --- shared units ---------------------------------------------------------------------------------------------------

_OF_THE = re.compile(r"\s+of\s+(?:the|its|their|his|her)\s+", re.IGNORECASE)
_NEXT_ONE = re.compile(r",?\s+and\s+|\s+or\s+|,\s+|\s+to\s+|\s?[-–]\s?", re.IGNORECASE)


def _share_unit(text: str, a: Reading, b: Reading) -> None:
    """ "12 and 15 percent", "2 of the 5 million euros": a bare number takes the unit that follows the next one."""
    if a.type != "count" or b.unit is None or not b.is_figure:
        return
    if b.type in ("money", "measure") and _OF_THE.fullmatch(text, a.end, b.start):
        a.unit, a.type = b.unit, b.type
        return
    behind = b.type in ("percent", "measure", "duration") and b.written.start == b.start
    if behind and a.written.form == b.written.form and _NEXT_ONE.fullmatch(text, a.end, b.start):
        a.unit, a.type, a.per = b.unit, b.type, b.per
