"""The rules of the grammar of dates, by the word, the two words or the number that a date begins with."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from twosource.extraction.dates.forms import after_short_number
from twosource.extraction.dates.grammar import Rule
from twosource.extraction.dates.rules import all_rules

# Where the second of two words is one of these, the first is the rarer one to look for.
_COMMON = frozenset({"a", "an", "the", "of", "and", "or", "s", "to"})
Rules = tuple[Rule, ...]


class Sought(NamedTuple):
    """The rules that a word calls for: alone, by the word before it, or by the word behind it."""

    alone: Rules
    by_first: dict[str, Rules]
    by_second: dict[str, Rules]


@dataclass(frozen=True, slots=True)
class Openings:
    """The rules by what a date begins with, in small letters."""

    by_length: dict[int, Rules]
    """By the length of a number."""
    by_run: dict[str, "Sought"]
    """By a run of letters to look for: a word, or the rarer of two, however written."""
    compounds: dict[str, Rules]
    """By words with a hyphen: "twenty-first"."""
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

    found: dict[str, Sought] = {}
    for first in (first for first in places if isinstance(first, str)):
        one, _, other = first.partition(" ")
        rarer = other if other and other not in _COMMON else one.partition("-")[0]
        calls = found.setdefault(rarer, Sought(beginning(rarer), {}, {}))
        if other:
            called, word = (calls.by_first, one) if rarer == other else (calls.by_second, other)
            called[word] = beginning(first, one)
    return Openings(
        {length: beginning(length) for length in places if isinstance(length, int)},
        {form: calls for word, calls in found.items() for form in (word, word.capitalize(), word.upper())},
        {word: beginning(word) for word in places if isinstance(word, str) and "-" in word},
        re.compile(after_short_number()),
    )
