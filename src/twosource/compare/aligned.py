"""Figures that stand at the same place of a passage that two documents share."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from twosource.records import Figure, Reuse
from twosource.settings.claims import FILLED_IN
from twosource.spans import Span
from twosource.text.units import to_base


class Meeting(NamedTuple):
    """Figures that meet in shared text: pairs of their ids, and the pairs of documents that are one form filled in twice."""

    pairs: frozenset[tuple[str, str]] = frozenset()
    forms: frozenset[tuple[str, str]] = frozenset()


def aligned_figures(reuse: Iterable[Reuse], figures: Mapping[str, Sequence[Figure]]) -> Meeting:
    """The figures at the same place of a shared passage, whatever their values.

    `figures` holds the figures of each document in the order of their spans. Where most of the values of two documents
    differ, their text is a form, and only equal values stand at the same place of it.
    """
    starts = {document: [figure.span.start for figure in found] for document, found in figures.items()}

    def inside(document: str, span: Span) -> Sequence[Figure]:
        first = bisect_left(starts.get(document, ()), span.start)
        last = bisect_left(starts.get(document, ()), span.end)
        return figures.get(document, ())[first:last]

    pairs: set[tuple[str, str]] = set()
    forms: set[tuple[str, str]] = set()
    for pair in reuse:
        meeting = [both for p in pair.passages for both in _in_step(inside(pair.a, p.a), inside(pair.b, p.b))]
        differing = sum(x.point != y.point for x, y in meeting)
        form = pair.kind == "formula" or (differing >= FILLED_IN and 2 * differing > len(meeting))
        pairs.update((x.id, y.id) for x, y in meeting if not form or x.point == y.point)
        if form:
            forms.add((pair.a, pair.b))
    return Meeting(frozenset(pairs), frozenset(forms))


def _in_step(a: Sequence[Figure], b: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Figures of two passages that meet when both are read in order and only kinds and units are looked at."""
    if len(a) == len(b) and all(_mask(x) == _mask(y) for x, y in zip(a, b, strict=True)):
        yield from zip(a, b, strict=True)
        return
    matcher = SequenceMatcher(None, [_shape(x) for x in a], [_shape(y) for y in b], autojunk=False)
    for first, second, size in matcher.get_matching_blocks():
        yield from ((a[first + i], b[second + i]) for i in range(size))


def _mask(figure: Figure) -> tuple[str, str | None]:
    """What a slip leaves alone: the kind, and what the unit measures; kilometres may have become miles."""
    return figure.kind, to_base(figure.unit)[0] if figure.unit and figure.kind == "measure" else figure.unit


def _shape(figure: Figure) -> tuple[object, ...]:
    """What two tellings of one figure share when the passages do not run in step: the value, or what is counted."""
    head = figure.counted.head.casefold() if figure.counted else None
    return (*_mask(figure), head or figure.point, figure.event and figure.event.class_)
