"""Sentences of a text, as spans. Line breaks cut first; then stops, with abbreviations, initials and quotation marks."""

import re
from functools import cache

from twosource.spans import Span, strip
from twosource.text.lexicon import lexicon

CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘„«(["
# A stop, what may close after it, white space, and what may open before the next sentence's first letter.
_STOP = re.compile(rf"[.!?…]+[{re.escape(CLOSERS)}]*[ \t\u00a0\u2000-\u200a\u202f\u3000]+(?=[{re.escape(OPENERS)}]*[^\W_])|[。！？]+[”’」』]*")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_LAST_WORD = re.compile(r"[^\s\"'“‘„«(\[—–]+$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NEXT_WORD = re.compile(rf"[{re.escape(OPENERS)}]*([^\W_]+)")


def sentences(text: str) -> list[Span]:
    """The sentences in order, without the white space round them; every visible character lies in just one."""
    found = []
    for line in _LINE.finditer(text):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if _ends_sentence(text, stop):
                found.append(Span(start, stop.end()))
                start = stop.end()
        found.append(Span(start, line.end()))
    return [span for span in (strip(text, span) for span in found) if span.start < span.end]


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    mark = stop.group()
    following = _NEXT_WORD.match(text, stop.end())
    if not following:
        return True
    word = following.group(1)
    if word[0].islower():
        return False
    if not mark.startswith(".") or mark.startswith("..") or mark.rstrip()[-1] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, stop.start() - 24), stop.start())
    if not before:
        return True
    last, weak = before.group(), _abbreviations()
    if last in weak["titles"] or (last in weak["general"] and not _opens(word)):
        return False
    if last in weak["company"] or (_INITIAL.fullmatch(last) and last != "I"):
        return _opens(word)
    return True


def _opens(word: str) -> bool:
    return word in _abbreviations()["openers"]


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    return {group: frozenset(words) for group, words in lexicon("abbreviations").items()}
