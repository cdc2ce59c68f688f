"""The rules of the grammar of dates, by the word, the two words or the number that a date begins with."""

import re
from dataclasses import dataclass
from functools import cache

from twosource.extraction.date_forms import after_short_number
from twosource.extraction.date_grammar import Rule
from twosource.extraction.date_rules import all_rules

# Where the second of two words is one of these, the first is the rarer one to look for.
_COMMON = frozenset({"a", "an", "the", "of"})
Rules = tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Openings:
    """The rules by what a date begins with, in small letters."""

    by_length: dict[int, Rules]
    """By the length of a number."""
    by_word: dict[str, Rules]
    by_second: dict[str, dict[str, Rules]]
    """By the second of two words, then by the first."""
    by_first: dict[str, dict[str, Rules]]
    """By the first of two words, then by the second, where that is a common one."""
    words: frozenset[str]
    """The runs of letters to look for: a word, or the rarer of two, however written."""
    compounds: frozenset[str]
    """Those of them that may go on with a hyphen: "twenty-first"."""
    after_short_number: re.Pattern[str]


@cache
def openings() -> Openings:
    """The openings of all rules, made once."""
    rules, places = all_rules(), dict[str | int, list[int]]()
    for n, each in enumerate(rules):
        for first in each.first:
            places.setdefault(first, []).append(n)

    def beginning(*firsts: str | int) -> Rules:
        return tuple(rules[n] for n in sorted({n for first in firsts for n in places.get(first, ())}))

    by_second: dict[str, dict[str, Rules]] = {}
    by_first: dict[str, dict[str, Rules]] = {}
    for two in (first for first in places if " " in str(first)):
        one, other = str(two).split()
        if other in _COMMON:
            by_first.setdefault(one, {})[other] = beginning(two, one)
        else:
            by_second.setdefault(other, {})[one] = beginning(two, one)
    by_word = {word: beginning(word) for word in places if isinstance(word, str) and " " not in word}
    words = {word.partition("-")[0] for word in (*by_word, *by_second, *by_first)}
    return Openings(
        {length: beginning(length) for length in places if isinstance(length, int)},
        by_word,
        by_second,
        by_first,
        frozenset(form for word in words for form in (word, word.capitalize(), word.upper())),
        frozenset(word.partition("-")[0] for word in by_word if "-" in word),
        re.compile(after_short_number()),
    )
