"""Pieces of dates: a rule reads one piece, such as "9 January" or "two weeks ago", where its first word stands.

One scan finds the words and numbers that a date can begin with, and only there rules are tried.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from twosource.extraction.date_grammar import Fields, Piece, Rule, meaning, paragraph_end
from twosource.extraction.date_openings import openings
from twosource.extraction.sought import sought
from twosource.settings.dates import LONGEST_DATE
from twosource.text.scan import digits_of, runs_of


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of dates in the text, in order; they do not overlap."""
    done = 0
    for start, rules in _anchors(text):
        if start >= done and (piece := _read(text, start, rules)):
            done = piece.end
            yield piece


def _anchors(text: str) -> list[tuple[int, tuple[Rule, ...]]]:
    """Where a date may begin, in order, each with the rules to try."""
    grammar = openings()
    found = [
        (start, grammar.by_length[end - start])
        for start, end in digits_of(text)
        if (end - start in (3, 4) or (end - start < 3 and grammar.after_short_number.match(text, end)))
        and _stands_free(text, start, end - start)
    ]
    runs = runs_of(text)
    for n in sought(text, grammar.first_words):
        word, start = runs.written[n], runs.start(n)
        if second := grammar.second_words.get(word):
            following = "".join(runs.written[n + 1 : n + 2])  # empty where more than one mark stands between
            if following and not _may_open(second, following):
                continue
            if not second.match(text, start + len(word)):
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


def _fields(match: re.Match[str]) -> Fields:
    return {
        name.rstrip("_"): meaning(name.rstrip("_"), words)
        for name, words in match.groupdict().items()
        if words is not None
    }
