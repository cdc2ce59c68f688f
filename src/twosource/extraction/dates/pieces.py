"""Pieces of dates: a rule reads one piece, such as "9 January" or "two weeks ago", where its first word stands.

One scan finds the words and numbers that a date can begin with, and only there rules are tried.
"""

import re
from collections.abc import Iterator
from operator import itemgetter

from twosource.extraction.dates.grammar import Fields, Piece, meaning, paragraph_end
from twosource.extraction.dates.openings import Rules, openings
from twosource.extraction.sought import sought
from twosource.settings.dates import LONGEST_DATE
from twosource.text.scan import runs_of


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of dates in the text, in order; they do not overlap."""
    done = 0
    for start, rules in _anchors(text):
        if start >= done and (piece := _read(text, start, rules)):
            done = piece.end
            yield piece


def _anchors(text: str) -> list[tuple[int, Rules]]:
    """Where a date may begin, in order, each with the rules to try."""
    grammar, (written, _, digits) = openings(), runs_of(text)
    found = {
        start: grammar.by_length[end - start]
        for start, end in digits
        if (end - start in (3, 4) or (end - start < 3 and grammar.after_short_number.match(text, end)))
        and _stands_free(text, start, end - start)
    }
    for n, start in sought(text, "date"):
        word = written[n]
        alone, by_first, by_second = grammar.by_run[word]
        end = start + len(word)
        if text[end : end + 1] == "-" and (compound := _COMPOUND.match(text, start)):
            alone = grammar.compounds.get(compound[0].lower(), alone)
        if alone:
            found[start] = alone
        if n and by_first and (rules := by_first.get(written[n - 1].lower())):
            found[text.rindex(written[n - 1], 0, start)] = rules
        if by_second and n + 1 < len(written) and (rules := by_second.get(written[n + 1].lower())):
            found[start] = rules
    return sorted(found.items(), key=itemgetter(0))


_COMPOUND = re.compile(r"[A-Za-z]+-[A-Za-z]+")


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


def _read(text: str, start: int, rules: Rules) -> Piece | None:
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
