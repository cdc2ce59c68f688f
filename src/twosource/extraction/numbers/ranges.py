"""Two numbers that are one: ranges, scores, and values in two parts.

"5 to 7 million" is a range; "rose 6% to 164" and "fell by 3 to 12" say by how much and where to; "3-1" is a score;
"6 feet 2 inches" is one value.
"""

import re
from functools import cache
from typing import NamedTuple

from twosource.extraction.numbers.reading import Reading
from twosource.settings import figures as settings
from twosource.text.lexicon import alternation, lexicon
from twosource.text.units import convert


def join(text: str, a: Reading, b: Reading) -> bool:
    """Make `b`, the next number, a part of `a` if the two are one range or one value; a score is only marked."""
    gap = text[a.end : b.start]
    if DASH.fullmatch(gap) and _is_score(text, a, b):
        a.type = b.type = "score"
    elif _is_range(text, gap, a, b):
        _make_range(a, b, dashed=bool(DASH.fullmatch(gap)))
        return True
    elif _is_part(gap, a, b):
        _add_part(a, b)
        return True
    return False


# --- ranges ---------------------------------------------------------------------------------------------------------

DASH = re.compile(r"\s?[-–—‒−‐‑~]\s?")
_OR = re.compile(r"\s+(?:or(?:\s+(?:even|maybe|perhaps))?|and/or)\s+", re.IGNORECASE)
_BY = re.compile(r"\bby\s+\Z", re.IGNORECASE)


class Patterns(NamedTuple):
    """What stands between two numbers, or before the first; the latter are sought at the end of a window."""

    to: re.Pattern[str]
    and_: re.Pattern[str]
    between: re.Pattern[str]
    from_: re.Pattern[str]
    spread: re.Pattern[str]
    trend: re.Pattern[str]
    play: re.Pattern[str]
    won: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """The patterns, made once from words/number_context.toml."""
    words = {group: alternation(entry["words"]) for group, entry in lexicon("number_context").items()}
    hedged = rf"(?:{words['hedged']}\s+)?"
    forms = (
        rf"[\s-]+(?:up[\s-]+)?(?:to|through)[\s-]+{hedged}",
        rf"\s+and\s+{hedged}",
        rf"\bbetween\s+{hedged}\Z",
        rf"\bfrom\s+{hedged}\Z",
        rf"\b(?:{words['spread']})\W+(?:in\s+\w+\s+)?from\s",
        rf"\b(?:{words['trend']})\s+(?:(?:{words['hedged']}|by|to|another)\s+){{0,2}}\Z",
        rf"\b(?:{words['play']})\b",
        rf"[ \u00a0](?:{words['won']})\b",
    )
    return Patterns(*(re.compile(form, re.IGNORECASE) for form in forms))


def _is_range(text: str, gap: str, a: Reading, b: Reading) -> bool:
    dashed = bool(DASH.fullmatch(gap))
    low, high = ends(a, b, dashed=dashed)
    if a.bound == "range" or not low < high or not same_measure(a, b) or (b.type == "ratio" and a.type == "count"):
        return False
    if dashed:
        return True
    left, found = text[max(0, a.start - settings.LEFT_WINDOW) : a.start], patterns()
    if found.and_.fullmatch(gap):
        return bool(found.between.search(left))
    near = high <= settings.WIDEST_LOOSE_RANGE * max(low, 1)
    if found.to.fullmatch(gap):
        if found.from_.search(left):
            return bool(found.spread.search(left))
        return not found.trend.search(left) or (near and bool(_BY.search(left)))
    alike = a.unit is None and a.written.form == b.written.form and a.written.factor in (1, b.written.factor)
    return bool(_OR.fullmatch(gap)) and alike and near


def same_measure(a: Reading, b: Reading) -> bool:
    """Whether the first number has no unit of its own, or that of the second."""
    return a.unit is None or b.unit is None or a.unit == b.unit or {a.type, b.type} == {"duration", "age"}


def ends(a: Reading, b: Reading, *, dashed: bool = False) -> tuple[float, float]:
    """The two values, the first in the scale of the second where only that is written: "5-7 million"."""
    low, high = a.point or 0.0, b.point or 0.0
    if dashed and b.written.factor == 1 and a.written.step == 1 and b.written.step >= 1000 and 1 <= low <= high / 1000:
        return low * 1000, high  # "2-3,000"
    if b.written.factor > 1 and a.written.factor == 1 and 0 < low <= high / b.written.factor and low < 1000:
        low *= b.written.factor
    return low, high


def _make_range(a: Reading, b: Reading, *, dashed: bool) -> None:
    a.low, a.high = ends(a, b, dashed=dashed)
    a.bound, a.rule = "range", a.rule + " range"
    a.written = a.written._replace(end=b.written.end, point=None, factor=b.written.factor)
    a.end = max(a.end, b.end)
    if b.unit and (a.unit is None or a.type == "duration"):
        a.unit, a.type = b.unit, b.type
    a.per, a.type = a.per or b.per, b.type if b.type in ("age", "percent", "money") else a.type
    a.confidence = max(a.confidence, b.confidence)


# --- scores ---------------------------------------------------------------------------------------------------------

_COUNTED = re.compile(
    r"[ \u00a0-](?:[a-z-]+[ \u00a0]){0,2}(?:[a-z-]+s|people|men|women|children|police|million|percent)\b"
)


def _is_score(text: str, a: Reading, b: Reading) -> bool:
    """Bare small numbers with a dash between them are a score unless something is counted by them: "3-1", "2-0"."""
    if a.point is None or b.point is None or a.point % 1 or b.point % 1 or a.written.form != b.written.form:
        return False
    if a.unit or b.unit or b.written.factor > 1:
        return False
    if a.point >= b.point or b.point > settings.HIGHEST_SCORE:
        return a.point >= b.point
    window = max(0, a.start - settings.LEFT_WINDOW), min(len(text), b.end + 16)
    if b.point > settings.LOW_SCORE and not patterns().play.search(text, *window):
        return False
    return not _COUNTED.match(text, b.end) or bool(patterns().won.match(text, b.end))


# --- values in two parts --------------------------------------------------------------------------------------------

# A larger unit, the smaller one that may follow it, and how many of those make up one.
_PARTS = {
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("hour", "second"): 60,
    ("minute", "second"): 60,
}
_PART_GAP = re.compile(r"[\s-]?|,?\s+(?:and\s+)?|['’]")


def _is_part(gap: str, a: Reading, b: Reading) -> bool:
    """Whether `b` tells the rest of `a`: "2 hours 30 minutes", "6-foot-4", "3 dollars 50", "2 years and a half"."""
    if a.point is None or b.point is None or b.point < 0 or "age" in (a.type, b.type) or not _PART_GAP.fullmatch(gap):
        return False
    if b.written.form == "fraction" and b.point == 0.5 and b.unit is None:
        return gap.strip() == "and" and a.type in ("duration", "measure")
    if a.unit == "foot" and b.unit is None and gap == "-":
        return b.point < _PARTS["foot", "inch"]
    if b.unit in ("cent", "penny"):
        return a.type == "money" and a.written.factor == 1 and b.point < 100 and a.point % 1 == 0
    return b.point < _PARTS.get((a.unit or "", b.unit or ""), 0)


def _add_part(a: Reading, b: Reading) -> None:
    if b.written.form == "fraction":
        share = 1.0
    else:
        share = 0.01 if b.unit in ("cent", "penny") else convert(1, b.unit or "inch", a.unit or "foot")
    value, step = (a.point or 0) + share * (b.point or 0), share * b.written.step
    a.written = a.written._replace(end=b.written.end, point=value, low=value, high=value, step=step)
    a.end, a.rule = b.end, a.rule + " compound"
