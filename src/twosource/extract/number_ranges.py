"""Numbers that belong together: ranges, movements, one value in two units, and units shared by neighbours.

"5 to 7 million" is a range, "from 5 to 7 million" after a verb of change a movement between two figures; "rose 6% to
164" is neither. "320 sq km (124 square miles)" says one thing twice, "6 feet 2 inches" once.
"""

import re
from itertools import pairwise

from twosource.extract.number_reading import Reading
from twosource.text.units import convert, to_base


def tie(text: str, numbers: list[Reading]) -> list[Reading]:
    """The numbers of a text, in order, with ranges made one and movements, conversions and shared units set."""
    tied: list[Reading] = []
    for number in numbers:
        last = tied[-1] if tied else None
        if last is None or number.start - last.end > _REACH or not (_joinable(last) and _joinable(number)):
            if last and last.type == "name" and number.type == "count" and text[last.end : number.start] == " of ":
                number.type = "name"  # "Image 3 of 8"
            tied.append(number)
        elif not _join(text, last, number):
            tied.append(number)
    figures = [number for number in tied if _joinable(number)]
    for a, b in pairwise(figures):
        if b.start - a.end <= _REACH:
            _relate(text, text[a.end : b.start], a, b)
    _share_units(text, tied)
    return tied


def _join(text: str, a: Reading, b: Reading) -> bool:
    """Make `b` a part of `a` if the two are one range or one value; a score is only marked."""
    gap = text[a.end : b.start]
    if _DASH.fullmatch(gap) and _looks_like_score(text, a, b):
        a.type = b.type = "score"
    elif _is_range(text, gap, a, b):
        _make_range(a, b)
        return True
    elif _is_compound(gap, a, b):
        _add_part(a, b)
        return True
    return False


_REACH = 48  # code points between a figure and its conversion: "of territory (about"


def _joinable(number: Reading) -> bool:
    return (number.is_figure and number.written.form != "vague" and number.point is not None) or number.bound == "range"


# --- ranges ---------------------------------------------------------------------------------------------------------

_DASH = re.compile(r"\s?[-–—‒−‐‑~]\s?")
_TO = re.compile(
    r"[\s-]+(?:up[\s-]+)?(?:to|through)[\s-]+(?:(?:about|around|some|nearly|over|more than|as much as|as many as|perhaps|at most)\s+)?",
    re.IGNORECASE,
)
_OR = re.compile(r"\s+(?:or(?:\s+(?:even|maybe|perhaps))?|and/or)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:(?:about|around|some|nearly|over)\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\bbetween\s+(?:(?:about|around|roughly|an?\s+estimated|approximately|some)\s+)?(?:the\s+ages\s+of\s+)?\Z",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bfrom\s+(?:(?:about|around|roughly|an?|an\s+estimated|just|some|nearly|almost|over|more\s+than|less\s+than|only|under|up\s+to|approximately|the|its|a\s+total\s+of|at\s+least)\s+)?\Z",
    re.IGNORECASE,
)
_SPREAD = re.compile(
    r"\b(?:rang\w+|anywhere|aged?|ages|vary\w*|varie[sd]|priced?|prices|cost\w*|spann\w+|sizes?|estimates?|everywhere|everything|between)\W+(?:in\s+\w+\s+)?from\s",
    re.IGNORECASE,
)
_TREND = re.compile(
    r"\b(?:rose|risen|rising|rise|rises|fell|fall|falls|fallen|falling|up|down|grew|grown|growing|grow|gained|gain|gains|gaining|lost|shed|slid|slipped|slips|dropped|drop|drops|jumped|jumps|climbed|"
    r"climbing|declined|declines|decreased|increased|increases|added|adds|surged|soared|tumbled|plunged|sank|by|advanced|eased|edged\s+\w+|higher|lower|improved|dipped|rallied|another|further|moved)\s+(?:(?:about|by|nearly|almost|some|around|"
    r"more\s+than|over|an?|another|as\s+much\s+as|up\s+to|the|to|roughly)\s+){0,2}\Z",
    re.IGNORECASE,
)


_BY = re.compile(r"\bby\s+\Z", re.IGNORECASE)


def _is_range(text: str, gap: str, a: Reading, b: Reading) -> bool:
    if a.bound == "range" or b.bound == "range" or not _same_measure(a, b):
        return False
    low, high = _ends(a, b)
    if not low < high or (b.type in ("ratio",) and a.type not in ("ratio", "percent")):
        return False
    if _DASH.fullmatch(gap):
        return True
    left = text[max(0, a.start - 40) : a.start]
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(left))
    if _TO.fullmatch(gap):
        if _FROM.search(left):
            return bool(_SPREAD.search(left))
        return a.point is not None and (not _TREND.search(left) or (_BY.search(left) is not None and high <= 2.5 * low))
    return (
        bool(_OR.fullmatch(gap))
        and a.unit is None
        and a.written.form == b.written.form
        and high <= 2.5 * max(low, 1)
        and a.written.factor in (1, b.written.factor)
    )


def _same_measure(a: Reading, b: Reading) -> bool:
    if a.unit is None:
        return True
    return b.unit is None or a.unit == b.unit or {a.type, b.type} == {"duration", "age"}


def _ends(a: Reading, b: Reading) -> tuple[float, float]:
    """The two values, the first in the scale of the second where only that is written."""
    low, high = a.point or 0.0, b.point or 0.0
    if b.written.factor > 1 and a.written.factor == 1 and 0 < low <= high / b.written.factor and low < 1000:
        low *= b.written.factor
    return low, high


_COUNTED = re.compile(
    r"[ \u00a0-](?:[a-z-]+[ \u00a0]){0,2}[a-z-]+s\b|[ \u00a0](?:people|men|women|children|police|troops|million|billion|percent|%)"
)


_LOW_SCORE = 12
_PLAY = re.compile(
    r"\b(?:beat|won|wins?|loss|lost|defeat\w*|draw|drew|victory|led|lead|trail\w*|scor\w+|tied?|record|vot\w+|rul\w+|decision|improved|edged|went|start|season|series|sets?|match|games?)\b",
    re.IGNORECASE,
)


def _looks_like_score(text: str, a: Reading, b: Reading) -> bool:
    """Bare small numbers with a dash between them are a score unless something is counted by them: "3-1", "2-0"."""
    if a.point is None or b.point is None or a.point % 1 or b.point % 1 or a.written.form != b.written.form:
        return False
    if a.unit or b.unit or b.written.factor > 1 or a.point > 200 or b.point > 200:
        return False
    if a.point >= b.point:
        return True
    if b.point > _LOW_SCORE and not _PLAY.search(text, max(0, a.start - 40), min(len(text), b.end + 16)):
        return False
    if _COUNTED.match(text, b.end) and not re.match(
        r"[ \u00a0](?:win|wins|loss|lead|victory|defeat|vote|decision|draw|record|games|series)\b",
        text[b.end : b.end + 12],
    ):
        return False
    return True


def _make_range(a: Reading, b: Reading) -> None:
    low, high = _ends(a, b)
    a.low, a.high, a.bound = low, high, "range"
    a.written = a.written._replace(end=b.written.end, point=None, factor=b.written.factor)
    a.end = max(a.end, b.end)
    if b.unit and (a.unit is None or a.type == "duration"):
        a.unit, a.type, a.per = b.unit, b.type, b.per
    a.per, a.type = a.per or b.per, b.type if b.type in ("age", "percent", "money") else a.type
    a.rule += " range"
    a.confidence = max(a.confidence, b.confidence)


# --- movements, conversions -----------------------------------------------------------------------------------------

_CONVERTED = re.compile(
    r"(?:\s+[a-z]+){0,4}\s*[(\[]\s*(?:(?:or|about|around|roughly|approximately|approx\.?|nearly|almost|over|some|just\s+\w+|more\s+than|c\.|ca\.|=|~)\s+){0,2}|,?\s+or\s+(?:(?:about|around|roughly|some|nearly|almost|just\s+\w+|more\s+than)\s+)?|\s?/\s?|\s?=\s?",
    re.IGNORECASE,
)


def _relate(text: str, gap: str, a: Reading, b: Reading) -> None:
    if _CONVERTED.fullmatch(gap) and _converts(a, b):
        b.conversion_of = a.conversion_of or a
    elif _TO.fullmatch(gap) or re.fullmatch(
        r"(?:\s+[\w'-]+){1,3}\s+to\s+(?:(?:about|nearly|over|more than|almost)\s+)?", gap
    ):
        if _FROM.search(text, max(0, a.start - 40), a.start) and _same_measure(a, b):
            b.moved_from = a
            _share_in_movement(a, b)


def _share_in_movement(a: Reading, b: Reading) -> None:
    """ "From 2 to 3 million dollars": what only one of the two says holds for both."""
    if a.unit is None and b.unit:
        a.unit, a.type, a.per = b.unit, b.type, b.per
    elif b.unit is None and a.unit:
        b.unit, b.type, b.per = a.unit, a.type, a.per
    top = b.point if b.point is not None else b.high
    if a.point and top and b.written.factor > 1 and a.written.factor == 1 and a.point <= top / b.written.factor:
        factor = b.written.factor
        a.written = a.written._replace(
            point=a.point * factor, low=a.point * factor, high=a.point * factor, step=a.written.step * factor
        )


def _converts(a: Reading, b: Reading) -> bool:
    if a.unit is None or b.unit is None or a.unit == b.unit or a.type != b.type:
        return False
    return a.type == "money" or (a.type == "measure" and to_base(a.unit)[0] == to_base(b.unit)[0])


# --- parts of one value ---------------------------------------------------------------------------------------------

_PARTS = {
    ("foot", "inch"),
    ("hour", "minute"),
    ("minute", "second"),
    ("pound", "ounce"),
    ("year", "month"),
    ("stone", "pound"),
    ("hour", "second"),
    ("week", "day"),
    ("day", "hour"),
}
_PART_GAP = re.compile(r"[\s-]?|,?\s+(?:and\s+)?|['’]")


def _is_compound(gap: str, a: Reading, b: Reading) -> bool:
    if (
        "age" in (a.type, b.type)
        or not _PART_GAP.fullmatch(gap)
        or a.bound == "range"
        or a.written.point is None
        or b.point is None
    ):
        return False
    if b.written.form == "fraction" and b.point == 0.5 and b.unit is None:  # "two years and a half"
        return gap.strip() == "and" and a.type in ("duration", "measure")
    if a.unit == "foot" and b.unit is None and gap == "-":
        return (b.written.form == "digits" and b.point < 12) or b.written.form == "words"
    if b.unit in ("cent", "penny"):
        return a.type == "money" and a.written.factor == 1 and b.point < 100 and a.point % 1 == 0
    return (a.unit, b.unit) in _PARTS and b.point < {
        "inch": 12,
        "minute": 60,
        "second": 60,
        "ounce": 16,
        "month": 12,
        "pound": 14,
        "day": 7,
        "hour": 24,
    }[b.unit or ""]


def _add_part(a: Reading, b: Reading) -> None:
    if b.written.form == "fraction":
        part = 1.0
    elif b.unit in ("cent", "penny"):
        part = 0.01
    else:
        part = convert(1, b.unit or "inch", a.unit or "foot")
    value, step = (a.point or 0) + part * (b.point or 0), part * b.written.step
    a.written = a.written._replace(end=b.written.end, point=value, low=value, high=value, step=step)
    a.end, a.rule = b.end, a.rule + " compound"


# --- shared units ---------------------------------------------------------------------------------------------------

_OF_THE = re.compile(r"\s+of\s+(?:the|its|their|his|her)\s+", re.IGNORECASE)
_NEXT_ONE = re.compile(r",?\s+(?:and|or)\s+|,\s+|\s+to\s+|\s?[-–]\s?", re.IGNORECASE)


def _share_units(text: str, numbers: list[Reading]) -> None:
    """ "12 and 15 percent", "2 of the 5 million euros": a bare number takes the unit that follows the next one."""
    for a, b in zip(reversed(numbers[:-1]), reversed(numbers[1:]), strict=True):
        if a.type == "count" and b.type in ("money", "measure") and _OF_THE.fullmatch(text, a.end, b.start):
            a.unit, a.type = b.unit, b.type
        shared = b.unit and b.type in ("percent", "measure", "duration") and b.written.start == b.start
        if (
            shared
            and a.type == "count"
            and a.unit is None
            and a.written.form == b.written.form
            and _NEXT_ONE.fullmatch(text, a.end, b.start)
        ):
            a.unit, a.type, a.per = b.unit, b.type, b.per
