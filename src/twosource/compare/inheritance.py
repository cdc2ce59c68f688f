"""Documents whose figures all stand in another, in the same order: what a rewrite keeps when it keeps no words."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from twosource.compare.values import value_of
from twosource.records import Figure
from twosource.settings.reuse import INHERITED_FIGURES, STORY_WIDE_SHARE


class Inherited(NamedTuple):
    """How many distinct figures two documents have in common in one order, and how many each has."""

    common: int
    of_a: int
    of_b: int


def inherited_figures(
    figures: Mapping[str, Sequence[Figure]], credited: Collection[tuple[str, str]] = ()
) -> dict[tuple[str, str], Inherited]:
    """Pairs of documents, in order of id, with enough figures in common; `figures` are in order of their spans.

    Of pairs of which one credits the other, any figures are told.
    """
    sequences = {document: _values(found) for document, found in figures.items()}
    holders: dict[tuple[str, float], list[str]] = defaultdict(list)
    for document in sorted(sequences):
        for value in sequences[document]:
            holders[value].append(document)
    most = max(8, int(STORY_WIDE_SHARE * len(figures)))
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for found in holders.values():
        if len(found) <= most:
            for pair in combinations(found, 2):
                shared[pair] += 1
    asked = {pair for pair, count in shared.items() if count >= INHERITED_FIGURES}
    asked |= {pair for pair in credited if pair[0] in sequences and pair[1] in sequences}
    return {
        pair: Inherited(
            LCSseq.similarity(sequences[pair[0]], sequences[pair[1]]), *(len(sequences[name]) for name in pair)
        )
        for pair in sorted(asked)
    }


def _values(figures: Sequence[Figure]) -> list[tuple[str, float]]:
    """The distinct values of a document in the order of their first mention, to three digits and in base units."""
    found: dict[tuple[str, float], None] = {}
    for figure in figures:
        value = value_of(figure) if figure.kind not in ("age", "duration") and figure.rule != "singular" else None
        if value and value.point > 1:
            found.setdefault((value.dimension, float(f"{value.point:.3g}")))
    return list(found)
