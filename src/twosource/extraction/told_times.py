"""Of what time a sentence speaks: of the story's, of one long past, or of what was counted before."""

import re
from functools import cache

from twosource.extraction.clause_words import Words, listed
from twosource.text.lexicon import alternation


def speaks_of(words: Words, group: str) -> bool:
    """Whether one of the phrases of a list stands in a sentence; most are ruled out by their last words."""
    return not _last_words(group).isdisjoint(_parts(words.plain)) and bool(_listed(group).search(words.plain))


def tells_earlier(words: Words) -> bool:
    """Whether a sentence tells what was counted before: "initially reported", and not "two hours earlier"."""
    if speaks_of(words, "earlier"):
        return True
    if listed("earlier_told").isdisjoint(words.folded):
        return False
    places = [at for at, word in enumerate(words.folded) if word in listed("earlier_told")]
    return any(not listed("counts").isdisjoint(words.folded[max(0, at - 1) : at + 2]) for at in places)


def _parts(plain: str) -> list[str]:
    """The words of a sentence, and those that words with marks inside are made of."""
    return plain.replace("-", " ").replace("'", " ").replace(".", " ").split()


@cache
def _last_words(group: str) -> frozenset[str]:
    return frozenset(_parts(phrase)[-1] for phrase in listed(group))


@cache
def _listed(group: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(listed(group))})\b")
