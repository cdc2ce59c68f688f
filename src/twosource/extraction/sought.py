"""Where a date, a number or what happened to persons may be told: all their words are sought in a text at once."""

from collections.abc import Container
from functools import cache, lru_cache

from twosource.extraction.clause_words import telling
from twosource.extraction.date_openings import openings
from twosource.extraction.number_grammar import anchor_words
from twosource.spans import Span
from twosource.text.scan import places_of, runs_of
from twosource.text.sentences import sentences_at

# What happens to persons one by one: "a man was arrested" is told of by name and not counted.
BEFALLING = ("killed", "injured", "missing", "captured", "hospitalised")


def sought(text: str, wanted: Container[str]) -> list[tuple[int, int]]:
    """The places of the wanted ones of the runs of a text; `wanted` are words for dates, numbers or what befell."""
    written = runs_of(text).written
    return [(n, start) for n, start in _all_sought(text) if written[n] in wanted]


@lru_cache(maxsize=4)
def sentences_telling(text: str) -> list[Span]:
    """The sentences that hold a word for what befalls persons, in order; not to be changed."""
    return sentences_at(text, [start for _, start in sought(text, telling(BEFALLING))])


@lru_cache(maxsize=4)
def _all_sought(text: str) -> list[tuple[int, int]]:
    return places_of(text, _all_words())


@cache
def _all_words() -> frozenset[str]:
    return frozenset(openings().by_run).union(anchor_words(), telling(BEFALLING))
