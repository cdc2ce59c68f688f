"""The rules of the grammar of dates, by the word or the number that a date begins with."""

import re
from dataclasses import dataclass
from functools import cache

from twosource.extraction.date_forms import after_short_number
from twosource.extraction.date_grammar import Rule
from twosource.extraction.date_rules import all_rules
from twosource.text.lexicon import alternation


@dataclass(frozen=True, slots=True)
class Openings:
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
def openings() -> Openings:
    """The openings of all rules, made once."""
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
    return Openings(
        {word: tuple(rules) for word, rules in by_word.items()},
        {length: tuple(rules) for length, rules in by_length.items()},
        frozenset(word.partition("-")[0] for word in by_word),
        frozenset(word.partition("-")[0] for word in by_word if "-" in word),
        {word: re.compile(rf"\s+(?i:{alternation(after)})") for word, after in seconds.items() if "" not in after},
        re.compile(after_short_number()),
    )
