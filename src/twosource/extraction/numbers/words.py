"""Numbers as written, whichever way: digits, words, both, fractions, vague plurals, and "no" before what was counted.

A reader is called where a number may begin and says how far it reaches and what it is worth; whether the number is a
figure at all is not decided here.
"""

import math
import re
from functools import cache

from twosource.extraction.numbers.digits import read_digits
from twosource.extraction.numbers.grammar import LETTERS, Literal, fold, literal, tables
from twosource.extraction.numbers.spelled import read_alone, read_in_every, read_spelled
from twosource.text.lexicon import alternation, lexicon


def read_literal(text: str, at: int, *, money: bool = False) -> Literal | None:
    """The number that begins at `at`, as long as it reaches, or None; `money` says that a currency stands before it."""
    if text[at].isdecimal():
        written = read_digits(text, at, money=money)
        return (read_in_every(text, written) if written and not money else None) or written
    if text[at] in tables().signs:
        return literal(at, at + 1, tables().signs[text[at]], 0.01, "fraction")
    first = LETTERS.match(text, at)
    word = first[0].lower() if first else ""
    if word in _NONE:
        return _read_zero(text, at)
    return read_alone(text, word, at) or _read_vague(text, at) or _read_half(text, at) or read_spelled(text, at)


_NONE = frozenset({"no", "none", "nobody"})


# "Tens" and "scores" are numbers before "of", or where something befell them; "scores of 5 and 7" are points.
_ALSO_WORDS = frozenset({"tens", "scores"})
_OF_MANY = re.compile(
    r"\s+of\s+(?!\d)|\s+(?:(?:more|others|were|are|have|had|been)\s+){0,3}"
    r"(?:wounded|injured|hurt|killed|dead|missing|arrested|detained|displaced|trapped|feared|homeless)\b",
    re.IGNORECASE,
)


def _read_vague(text: str, at: int) -> Literal | None:
    """ "Dozens", "hundreds of thousands", "several hundred", "a few dozen"."""
    words = lexicon("numbers")
    match = tables().vague.match(text, at)
    if match and (fold(match[1]) not in _ALSO_WORDS or match[3] or _OF_MANY.match(text, match.end())):
        base = words["vague"][fold(match[1])] * (words["vague"][fold(match[3])] if match[3] else 1)
        top = max(base, words["vague"][fold(match[2])] if match[2] else base)
        return Literal(at, match.end(), None, 2 * base, 10 * top - 1, base, "vague", base)
    if match := tables().several.match(text, at):
        factor = math.prod(tables().scales[fold(word)] for word in LETTERS.findall(match[2]))
        low, high = words["few"][fold(match[1])]
        return Literal(at, match.end(), None, low * factor, high * factor, factor, "vague", factor)
    return None


_HALF_OF = re.compile(
    r"((?:(?:an?|one)[\s-])?half)(?:\s+(?:of|the|its|their|his|her|our|that|those|these|an?|as|were|was|are|have|had)\b"
    r"|[\s-](?:hour|mile|inch|minute|day|century|decade|percent|percentage|point|lit(?:er|re)|gallon|pint|pound|kilogram|kilo|acre|tonne|ton)\b)",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:than|about|nearly|almost|around|over|under|roughly|least|by|only|just|in|approximately|some)\s\Z",
    re.IGNORECASE,
)
_HALF = re.compile(r"((?:(?:an?|one)[\s-])?half)(?![\w-])", re.IGNORECASE)


def _read_half(text: str, at: int) -> Literal | None:
    """ "Half a million", "a quarter million"; "half of", "nearly half"."""
    if match := tables().half.match(text, at):
        scale = tables().scales[fold(match[2])]
        return literal(
            at, match.end(), scale / (2 if fold(match[1]) == "half" else 4), scale / 10, "words", factor=scale
        )
    part = _HALF_OF.match(text, at)
    if part is None and (alone := _HALF.match(text, at)) and _HEDGED.search(text, max(0, at - 16), at):
        part = alone
    return literal(at, at + len(part[1]), 0.5, 0.1, "fraction") if part else None


def _read_zero(text: str, at: int) -> Literal | None:
    """ "No casualties", "no one was hurt", "none of the passengers were injured": a count of zero, or None."""
    match = _zero().match(text, at)
    return literal(at, at + len(match[1] or match[2]), 0.0, 1.0, "none") if match else None


@cache
def _zero() -> re.Pattern[str]:
    nouns = alternation(lexicon("numbers")["zero_nouns"]["words"])
    verbs = (
        r"(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:seriously\s+|immediately\s+|reported\s+)?"
        r"(?:killed|hurt|injured|wounded|harmed|arrested|charged|missing|dead|displaced|evacuated|captured|detained)"
    )
    return re.compile(
        rf"(no)\s+(?:(?!longer\b|more\b)[a-z-]+\s+(?:or\s+[a-z]+\s+)?)?{nouns}\b"
        rf"|(none|nobody|no)\b(?:\s+one)?(?:\s+else)?(?:\s+of\s+(?:the|those|them|these|its|their)(?:\s+[\w,-]+){{0,6}}?)?\s+{verbs}",
        re.IGNORECASE,
    )
