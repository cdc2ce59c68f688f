"""Spans: half-open pairs of Unicode code point offsets into a document's text.

For every span of every output, `text[start:end]` is exactly the evidence.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points; it prints in JSON as `[start, end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words the span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def merge(spans: Iterable[Span], *, gap: int = 0) -> list[Span]:
    """The spans in order, those that touch, overlap or stand at most `gap` apart joined."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + gap:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def in_both(spans: Sequence[Span], others: Sequence[Span]) -> int:
    """Code points that lie in both of two sets of spans, each in order and without overlaps."""
    count = at = 0
    for start, end in spans:
        while at < len(others) and others[at].end <= start:
            at += 1
        following = at
        while following < len(others) and others[following].start < end:
            count += min(end, others[following].end) - max(start, others[following].start)
            following += 1
    return count


def strip(text: str, span: Span, extra: str = "") -> Span:
    """The span without white space, or characters of `extra`, at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in extra):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in extra):
        end -= 1
    return Span(start, end)


class SpanSet:
    """Sorted, merged spans that answer, in logarithmic time, whether a place lies in one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = merge(spans)
        self._starts = [span.start for span in self.spans]

    def find(self, offset: int) -> Span | None:
        """The span that holds the code point at `offset`, or None."""
        at = bisect_right(self._starts, offset) - 1
        return self.spans[at] if at >= 0 and offset < self.spans[at].end else None

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self.spans[at].end

    def among(self, offsets: Sequence[int]) -> set[int]:
        """Those of some places, which are in order, that lie in one of the spans."""
        return {
            place
            for start, end in self.spans
            for place in offsets[bisect_left(offsets, start) : bisect_left(offsets, end)]
        }
