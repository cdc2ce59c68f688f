"""Where a date, a number or what happened to persons may be told: all their words are sought in a text at once."""

from collections.abc import Container
from functools import cache, lru_cache

from twosource.extraction.clause_words import told_forms
from twosource.extraction.date_openings import openings
from twosource.extraction.number_grammar import anchor_words
from twosource.spans import Span
from twosource.text.scan import indices_of, runs_of
from twosource.text.sentences import sentences_at

# What happens to persons one by one: "a man was arrested" is told of by name and not counted.
BEFALLING = ("killed", "injured", "missing", "captured", "hospitalised")


def sought(text: str, wanted: Container[str]) -> list[int]:
    """Which of the runs of a text are wanted, in order; `wanted` holds words for dates, numbers or what happened."""
    written = runs_of(text).written
    return [n for n in _all_sought(text) if written[n] in wanted]


def sentences_telling(text: str, classes: tuple[str, ...]) -> list[Span]:
    """The sentences that hold a word for one of the classes of what befalls persons, in order."""
    runs = runs_of(text)
    return sentences_at(text, map(runs.start, sought(text, told_forms(classes))))


@lru_cache(maxsize=4)
def _all_sought(text: str) -> list[int]:
    return list(indices_of(text, _all_words()))


@cache
def _all_words() -> frozenset[str]:
    return openings().words.union(anchor_words(), told_forms(BEFALLING))
