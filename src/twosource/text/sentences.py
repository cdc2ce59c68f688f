"""Paragraphs and sentences of a text, as spans.

Line breaks end a paragraph, except in texts whose lines were wrapped at a fixed width; stops end a sentence, with
abbreviations, initials and quotation marks taken into account.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from twosource.spans import Span
from twosource.text.lexicon import lexicon

CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘„«(["
# A stop, what may close after it, white space as a group, and what may open before the next sentence's first letter. The
# pattern opens with one class, and looks back at what it took, because only then does the search skip ahead at full speed.
_STOP = re.compile(
    rf"[.!?…。！？](?:(?<=[.!?…])[.!?…]*(?:[{re.escape(CLOSERS)}]|'')*([ \t\n\r\u00a0\u2000-\u200a\u2028\u202f\u3000]+)"
    rf"(?=(?:[{re.escape(OPENERS)}]|``)*[^\W_])|(?<=[。！？])[。！？]*[”’」』]*(\s*))"
)
_LINE = re.compile(r"\S(?:[^\n\r\u2028\u2029]*\S)?")
_PLAIN_LINE = re.compile(r"\S(?:.*\S)?")  # several times as fast, where "\n" alone breaks lines
_LAST_WORD = re.compile(r"[^\s\"'“‘„«(\[—–]+$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NEXT_WORD = re.compile(rf"(?:[{re.escape(OPENERS)}]|``)*([^\W_]+)")
_ENDS_LINE = re.compile(r"[.!?:…][\"'”’»)]*\s*$")
LONGEST_ABBREVIATION = 24
# A text of at least this many neighbouring lines counts as wrapped at a fixed width when most of them stop in the
# middle of a sentence and none is longer than a typewriter's line.
WRAPPED_LINES = 4
LONGEST_WRAPPED_LINE = 100
SHORTEST_WRAPPED_LINE = 40
PARAGRAPH_INDENT = "   "


@lru_cache(maxsize=64)
def _paragraphs(text: str) -> tuple[Span, ...]:
    form = _LINE if any(mark in text for mark in "\r\u2028\u2029") else _PLAIN_LINE
    lines = [Span(*line.span()) for line in form.finditer(text)]
    if not _is_wrapped(text, lines):
        return tuple(lines)
    blocks: list[Span] = []
    for line in lines:
        gap = text[blocks[-1].end : line.start] if blocks else ""
        if blocks and gap.count("\n") <= 1 and not gap.endswith(PARAGRAPH_INDENT):
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return tuple(blocks)


def paragraphs(text: str) -> list[Span]:
    """The paragraphs in order, without white space round them; lines of a text of fixed width are joined to blocks."""
    return list(_paragraphs(text))


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    neighbours = broken = 0
    for one, other in pairwise(lines):
        if text.count("\n", one.end, other.start) > 1:
            continue
        if one.end - one.start > LONGEST_WRAPPED_LINE:
            return False
        neighbours += 1
        long_enough = one.end - one.start >= SHORTEST_WRAPPED_LINE
        broken += long_enough and not _ENDS_LINE.search(text, max(one.start, one.end - 4), one.end)
    return neighbours >= WRAPPED_LINES and broken > 0.6 * neighbours


def sentences(text: str) -> list[Span]:
    """The sentences in order, without the white space round them; every visible character lies in just one."""
    return list(_sentences(text))


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(sentence for block in _paragraphs(text) for sentence in sentences_in(text, block))


def sentences_at(text: str, places: Iterable[int]) -> list[Span]:
    """The sentences that hold the places, which are in order; paragraphs without a place are not looked into."""
    blocks, at, done = _paragraphs(text), 0, -1
    found: list[Span] = []
    for place in places:
        if place < done:
            continue
        while at < len(blocks) and blocks[at].end <= place:
            at += 1
        for sentence in sentences_in(text, blocks[at]) if at < len(blocks) else ():
            if place < sentence.end:
                if sentence.start <= place:
                    found.append(sentence)
                    done = sentence.end
                break
    return found


@lru_cache(maxsize=256)
def sentences_in(text: str, block: Span) -> list[Span]:
    """The sentences of one paragraph; kept for the steps that follow, so not to be changed."""
    found, start = [], block.start
    for stop in _STOP.finditer(text, *block):
        if _ends_sentence(text, stop):
            found.append(Span(start, stop.start(stop.lastindex or 0)))
            start = stop.end()
    return [*found, Span(start, block.end)] if start < block.end else found


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    start, end = stop.span()
    following = _NEXT_WORD.match(text, end)
    if not following:
        return True
    word = following.group(1)
    if word[0].islower():
        return False
    if text[start] != "." or not text[start + 1 : end].isspace():
        return True
    words = text[max(0, start - LONGEST_ABBREVIATION) : start].rsplit(None, 1)
    if not words or text[start - 1].isspace():
        return True
    last, weak = words[-1], _abbreviations()
    if not last.isalnum():
        before = _LAST_WORD.search(last)
        if before is None:
            return True
        last = before.group()
    if last in weak["titles"] or (last in weak["general"] and not _opens(word)):
        return False
    if last in weak["company"] or ((len(last) == 1 or "." in last) and _INITIAL.fullmatch(last) and last != "I"):
        return _opens(word)
    return True


def _opens(word: str) -> bool:
    return word in _abbreviations()["openers"]


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    return {group: frozenset(words) for group, words in lexicon("abbreviations").items()}
