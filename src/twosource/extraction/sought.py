"""Where a date, a number or what happened to persons may be told: all their words are sought in a text at once."""

from functools import cache, lru_cache
from typing import Literal

from twosource.extraction.dates.openings import openings
from twosource.extraction.numbers.grammar import anchor_words
from twosource.extraction.sentences.clause_words import telling
from twosource.extraction.sentences.wording import Words, words_of
from twosource.text.scan import places_of, runs_of
from twosource.text.sentences import sentences_at

# What happens to persons one by one: "a man was arrested" is told of by name and not counted.
BEFALLING = ("killed", "injured", "missing", "captured", "hospitalised")


Kind = Literal["date", "number", "befalling"]
_KINDS: tuple[Kind, ...] = ("date", "number", "befalling")


def sought(text: str, kind: Kind) -> list[tuple[int, int]]:
    """The places of those runs of a text that are words for dates, numbers or what befell; not to be changed."""
    return _all_sought(text)[kind]


@lru_cache(maxsize=4)
def sentences_telling(text: str) -> list[Words]:
    """The sentences that hold a word for what befalls persons, in order; not to be changed."""
    return [words_of(text, span) for span in sentences_at(text, [start for _, start in sought(text, "befalling")])]


@lru_cache(maxsize=4)
def _all_sought(text: str) -> dict[Kind, list[tuple[int, int]]]:
    found: dict[Kind, list[tuple[int, int]]] = {kind: [] for kind in _KINDS}
    written, kinds_of = runs_of(text).written, _all_words()
    for place in places_of(text, kinds_of):
        for kind in kinds_of[written[place[0]]]:
            found[kind].append(place)
    return found


@cache
def _all_words() -> dict[str, tuple[Kind, ...]]:
    """Every word that is sought, with what it is sought for."""
    sought_for = frozenset(openings().by_run), frozenset(anchor_words()), telling(BEFALLING)
    groups: dict[Kind, frozenset[str]] = dict(zip(_KINDS, sought_for, strict=True))
    words: frozenset[str] = frozenset().union(*groups.values())
    return {word: tuple(kind for kind in _KINDS if word in groups[kind]) for word in words}
