"""Pieces of dates: a rule reads one piece, such as "9 January" or "two weeks ago", where its first word stands.

One scan finds the words and numbers that a date can begin with, and only there rules are tried.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from twosource.settings.dates import LONGEST_DATE, WRAPPED_LINE
from twosource.text.lexicon import alternation, lexicon
from twosource.text.scan import digits_of, indices_of, runs_of

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


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of dates in the text, in order; they do not overlap."""
    done = 0
    for start, rules in _anchors(text):
        if start >= done and (piece := _read(text, start, rules)):
            done = piece.end
            yield piece


def _anchors(text: str) -> list[tuple[int, tuple[Rule, ...]]]:
    """Where a date may begin, in order, each with the rules to try."""
    grammar = _grammar()
    found = [
        (start, grammar.by_length[end - start])
        for start, end in digits_of(text)
        if (end - start in (3, 4) or (end - start < 3 and grammar.after_short_number.match(text, end)))
        and _stands_free(text, start, end - start)
    ]
    runs = runs_of(text)
    following = [*runs.written[1:], ""]
    for n in indices_of(text, grammar.first_words):
        word, start = runs.written[n], runs.starts[n]
        if second := grammar.second_words.get(word):
            if not (_may_open(second, following[n]) and second.match(text, start + len(word))):
                continue
        elif word in grammar.compounds and (longer := _COMPOUND.match(text, start)) and longer[0] in grammar.by_word:
            word = longer[0]
        found.append((start, grammar.by_word[word]))
    return sorted(found, key=itemgetter(0))


_COMPOUND = re.compile(r"[A-Za-z]+-[A-Za-z]+")


@lru_cache(maxsize=8192)
def _may_open(second: re.Pattern[str], run: str) -> bool:
    """Whether a run of letters may open what must follow a common word, told without the text behind it."""
    return bool(second.match(f" {run}"))


_BEFORE_NO_DATE = frozenset("$£€¥#./,:+−@=&_")
_PREFIXES = re.compile(r"(?:[ap]\.?m\.?|pre|mid|[a-z]{3,})[-–—]\Z", re.IGNORECASE)


def _stands_free(text: str, at: int, length: int) -> bool:
    """Whether a number at `at` is a word of its own, not part of a sum, a code or a telephone number."""
    if at == 0:
        return True
    before = text[at - 1]
    if before in "-–—":
        if at > 1 and text[at - 2].isdigit():
            return length < 3
        return bool(at == 1 or text[at - 2].isspace() or _PREFIXES.search(text, max(0, at - 6), at))
    return not (before in _BEFORE_NO_DATE or before.isalnum())


def _read(text: str, start: int, rules: tuple[Rule, ...]) -> Piece | None:
    limit = text.find("\n\n", start, start + LONGEST_DATE)
    limit = len(text) if limit < 0 else limit
    for candidate in rules:
        match = candidate.form.match(text, start, limit)
        if match and (end := paragraph_end(text, start, match.end())) is not None:
            match = candidate.form.match(text, start, end)
        if match and (candidate.allowed is None or candidate.allowed(match, text)):
            return Piece(start, match.end(), candidate.kind, _fields(match))
    return None


def paragraph_end(text: str, start: int, end: int) -> int | None:
    """Where a paragraph ends inside `text[start:end]`: at a line break that is not that of a line wrapped by width."""
    at = text.find("\n", start, end)
    if at < 0:
        return None
    shortest, longest = WRAPPED_LINE
    length = at - 1 - text.rfind("\n", max(0, at - longest - 2), at)
    return None if shortest <= length <= longest and "\n" not in text[at + 1 : end] else at


def _fields(match: re.Match[str]) -> Fields:
    return {
        name.rstrip("_"): meaning(name.rstrip("_"), words)
        for name, words in match.groupdict().items()
        if words is not None
    }


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
    "minute": int,
    "from_hour": int,
    "from_minute": int,
    "decade": int,
    "spoken_decade": _table("spoken_decades"),
    "weekday": _table("weekdays", "weekday_abbreviations"),
    "season": _table("seasons"),
    "unit": _unit,
    "step": _step,
}


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The rules by what a date begins with."""

    by_word: dict[str, tuple[Rule, ...]]
    by_length: dict[int, tuple[Rule, ...]]
    first_words: frozenset[str]
    """The runs of letters at which a date may begin."""
    compounds: frozenset[str]
    """Those of them that may go on with a hyphen: "twenty-first"."""
    second_words: dict[str, re.Pattern[str]]
    """What must follow a word that is too common to look at each time."""
    after_short_number: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    from twosource.extraction.date_forms import after_short_number
    from twosource.extraction.date_rules import all_rules

    by_word: dict[str, dict[Rule, None]] = {}
    by_length: dict[int, dict[Rule, None]] = {}
    seconds: dict[str, list[str]] = {}
    for each in all_rules():
        for first in each.first:
            if isinstance(first, int):
                by_length.setdefault(first, {})[each] = None
                continue
            word, _, second = first.partition(" ")
            for form in (word, word.capitalize(), word.upper()):
                seconds.setdefault(form, []).append(second)
                by_word.setdefault(form, {})[each] = None
    return _Grammar(
        {word: tuple(rules) for word, rules in by_word.items()},
        {length: tuple(rules) for length, rules in by_length.items()},
        frozenset(word.partition("-")[0] for word in by_word),
        frozenset(word.partition("-")[0] for word in by_word if "-" in word),
        {word: re.compile(rf"\s+(?i:{alternation(after)})") for word, after in seconds.items() if "" not in after},
        re.compile(after_short_number()),
    )
