"""A text as numbered words, so that spans compare without regard to punctuation and quotation marks at their ends."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
# Curly and straight double quotation marks, and the pairs of single ones that old wires use.
MARK = re.compile(r"[“”\"]|``|''")


class Words:
    """The words of a text; `of` turns spans into sets of word numbers."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = [match.span() for match in WORD.finditer(text)]
        self.starts, self.ends = [start for start, _ in found], [end for _, end in found]

    def of(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """The numbers of the words that the spans touch, also where one begins or ends inside a word."""
        numbers: set[int] = set()
        for start, end in spans:
            first = bisect_left(self.starts, start)
            if first and self.ends[first - 1] > start:
                first -= 1
            numbers.update(range(first, max(first, bisect_left(self.starts, end))))
        return frozenset(numbers)

    def forms(self, numbers: Iterable[int]) -> set[str]:
        """The words themselves, in lower case."""
        return {self.text[self.starts[n] : self.ends[n]].lower() for n in numbers}

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each word begins inside double quotation marks; every line begins outside them."""
        inside = bytearray(len(self.text))
        at = 0
        for line in self.text.splitlines(keepends=True):
            for start, end in _between_marks(line):
                inside[at + start : at + end] = b"\1" * (end - start)
            at += len(line)
        return [bool(inside[start]) for start in self.starts]

    def kind(self, numbers: frozenset[int]) -> str:
        """direct where nine words in ten are quoted, indirect where none is, else mixed."""
        share = sum(self.quoted[n] for n in numbers) / len(numbers) if numbers else 0.0
        return "direct" if share >= 0.9 else "mixed" if share else "indirect"


def _between_marks(line: str) -> Iterable[tuple[int, int]]:
    start: int | None = None
    for match in MARK.finditer(line):
        mark, at, end = match.group(), match.start(), match.end()
        if mark == "''" and start is not None and line[end : end + 1].isalnum():
            continue  # two apostrophes inside a word close nothing
        if start is not None and mark not in ("“", "``"):
            yield start, at
            start = None
        elif start is None and mark != "”":
            start = end
    if start is not None:
        yield start, len(line)
