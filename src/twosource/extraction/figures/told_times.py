"""Of what time a sentence speaks: of the story's, of one long past, or of what was counted before."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from twosource.extraction.sentences.clause_words import listed, things_of_event, told_in
from twosource.extraction.sentences.wording import Hit, Words
from twosource.records import Date, Event
from twosource.settings.claims import CASUALTIES
from twosource.text.lexicon import alternation


class Times(NamedTuple):
    """Whether a sentence speaks of another time than the story's, and whether it tells what was counted before."""

    past: bool
    earlier: bool


_NO_OTHER = Times(past=False, earlier=False)


@lru_cache(maxsize=1 << 11)
def times_told(plain: str) -> Times:
    """The times that a sentence in small letters speaks of, a space between any two of its words and marks."""
    parts = _parts(plain)
    if _telling().isdisjoint(parts):
        return _NO_OTHER
    return Times(
        _speaks_of("past", plain, parts), _speaks_of("earlier", plain, parts) or _tells_earlier(plain.split(" "))
    )


def of_this(words: Words, after: int, event: Event, things: str | None, dates: Sequence[Date]) -> list[Date]:
    """The dates but those of what else befell the counted ones, a class of `things` with whose words `after` begins.

    "Rebels freed nine of the 40 miners kidnapped IN MAY", "nine miners taken IN MAY were freed".
    """
    others = [
        at
        for at, hits in told_in(words).after.items()
        if at >= after and _JOINTS.isdisjoint(words.folded[after:at]) and _befell_else(hits, event.class_, things)
    ]
    if not others:
        return list(dates)
    first, own = words.starts[min(others)], event.span.start
    return [date for date in dates if date.span.start < first or first < own < date.span.start]


def _befell_else(hits: Sequence[Hit], class_: str, things: str | None) -> bool:
    """Whether something befell people that is neither the event of a class nor the harm that ended in it."""
    told = {hit.class_ for hit in hits if things in (things_of_event(hit.class_) or ())}
    return bool(told) and class_ not in told and not (class_ in CASUALTIES and told & CASUALTIES)


# Behind one of these something else is told, and mostly of the same time: "killed WHEN a bridge was damaged".
_JOINTS = frozenset([",", ";", "and", "but", "or", "when", "as", "after", "before", "while", "because", "where"])


def _speaks_of(group: str, plain: str, parts: list[str]) -> bool:
    """Whether one of the phrases of a list stands in a sentence; longer ones are mostly ruled out by a word."""
    single, longest = _words_of(group)
    return not single.isdisjoint(parts) or (not longest.isdisjoint(parts) and bool(_longer(group).search(plain)))


def _tells_earlier(words: Sequence[str]) -> bool:
    """ "Initially reported", "an earlier estimate", and not "two hours earlier"."""
    places = [at for at, word in enumerate(words) if word in listed("earlier_told")]
    return any(not listed("counts").isdisjoint(words[max(0, at - 1) : at + 2]) for at in places)


def _parts(plain: str) -> list[str]:
    """The words of a sentence, and those that words with marks inside are made of."""
    return plain.replace("-", " ").replace("'", " ").replace(".", " ").split()


@cache
def _telling() -> frozenset[str]:
    """Words without one of which a sentence speaks of no other time."""
    return frozenset().union(*_words_of("past"), *_words_of("earlier"), *map(_parts, listed("earlier_told")))


@cache
def _words_of(group: str) -> tuple[frozenset[str], frozenset[str]]:
    """The phrases of one word, and the longest word of each other one."""
    phrases = [_parts(phrase) for phrase in listed(group)]
    single = frozenset(phrase[0] for phrase in phrases if len(phrase) == 1)
    return single, frozenset(max(phrase, key=lambda word: (len(word), word)) for phrase in phrases if len(phrase) > 1)


@cache
def _longer(group: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(phrase for phrase in listed(group) if len(_parts(phrase)) > 1)})\b")
