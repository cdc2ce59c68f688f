"""What a rule of the grammar of dates is, and what the groups of its form mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from twosource.settings.dates import WRAPPED_LINE
from twosource.text.lexicon import lexicon

Fields = dict[str, Any]
Check = Callable[[re.Match[str], str], bool]


@dataclass(slots=True)
class Piece:
    """A part of a date as written: where it stands, what kind it is, and what it says."""

    start: int
    end: int
    kind: str
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of piece: the words it can begin with, its form, and a check of what stands round it.

    `first` holds single words, or two where the first alone is too common to look at each time; a number in it means a
    number of so many digits. The names of the form's groups are the fields of the piece; a trailing underscore only
    tells apart two groups of one form.
    """

    kind: str
    first: frozenset[str | int]
    form: re.Pattern[str]
    allowed: Check | None = None


def paragraph_end(text: str, start: int, end: int) -> int | None:
    """Where a paragraph ends inside `text[start:end]`: at a line break that is not that of a line wrapped by width."""
    at = text.find("\n", start, end)
    if at < 0:
        return None
    shortest, longest = WRAPPED_LINE
    length = at - 1 - text.rfind("\n", max(0, at - longest - 2), at)
    return None if shortest <= length <= longest and "\n" not in text[at + 1 : end] else at


# --- what the groups of a form mean ---------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def meaning(group: str, words: str) -> Any:
    """The value of a group of a form: a number, a month, the number of units a step makes ... or the words, lowered."""
    read, plain = _MEANINGS.get(group), words.translate(_LOOK_ALIKES).lower()
    return read(plain) if read else plain


# Letters that a form without regard to case takes for plain ones.
_LOOK_ALIKES = str.maketrans({"ſ": "s", "ı": "i", "İ": "i", "\u212a": "k"})


def _number(words: str) -> int | None:
    digits = re.match(r"[0-9]+", words)
    if digits:
        return int(digits[0])
    ordinals: dict[str, int] = lexicon("dates")["ordinals"]
    if (joined := re.sub(r"\s+", "-", words)) in ordinals:
        return ordinals[joined]
    numbers: dict[str, int] = lexicon("dates")["numbers"] | {"a": 1, "an": 1}
    parts = [numbers.get(part) for part in re.split(r"[\s-]+", words)]
    return sum(part for part in parts if part is not None) if None not in parts else None


def _year(words: str) -> int:
    digits = words.lstrip("'’‘ ")
    if digits.isdigit():
        # Two digits are read as 1940 to 2039, the span that news looks back and forward on.
        return int(digits) if len(digits) > 2 else int(digits) + (1900 if int(digits) >= 40 else 2000)
    numbers: dict[str, int] = lexicon("dates")["numbers"]
    first, *rest = [numbers.get(part, 0) for part in re.split(r"[\s-]+", digits)]
    return (first * 1000 if "thousand" in digits else first * 100) + sum(rest)


def _step(words: str) -> tuple[int, bool]:
    """How many units, and whether from a time named before and not from the day of publication."""
    last = words.split()[-1]
    steps, from_named = lexicon("dates")["steps"], lexicon("dates")["steps_from_named"]
    return (from_named[last], True) if last in from_named else (steps[last], False)


def _unit(words: str) -> str:
    units: dict[str, str] = lexicon("dates")["units"]
    return units[words] if words in units else units[words.rstrip("s")]


def _table(*names: str) -> Callable[[str], Any]:
    return lambda words: next(
        table[key] for name in names if (key := words.rstrip(".")) in (table := lexicon("dates")[name])
    )


_MEANINGS: dict[str, Callable[[str], Any]] = {
    "year": _year,
    "until_year": int,
    "month": lambda words: int(words) if words.isdigit() else _table("months", "month_abbreviations")(words),
    "day": _number,
    "until_day": _number,
    "number": _number,
    "count": _number,
    "hour": _number,
    "minute": lambda words: {"half": 30, "quarter": 15}.get(words) or _number(words),
    "from_hour": int,
    "from_minute": int,
    "decade": int,
    "spoken_decade": _table("spoken_decades"),
    "weekday": _table("weekdays", "weekday_abbreviations"),
    "season": _table("seasons"),
    "unit": _unit,
    "step": _step,
}
