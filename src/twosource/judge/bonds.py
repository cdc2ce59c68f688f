"""Which pairs tie two documents to one line of reporting, and which only meet on a page made of two lines' texts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from twosource.records import Reuse
from twosource.spans import Span, in_both, merge


class Bonds:
    """Which words tie each document to those of its line.

    A text that shares other words with another, where earlier ones hold these too or it is not told who had them from whom,
    is a page made of two lines' texts, and ties them no more than a reader of both does.
    """

    def __init__(self, reuse: Iterable[Reuse]) -> None:
        earlier: dict[str, set[tuple[Span, ...]]] = defaultdict(set)
        for pair in reuse:
            if pair.parent:
                child, of_child = (pair.b, "b") if pair.parent == "a" else (pair.a, "a")
                earlier[child].add(tuple(merge(getattr(passage, of_child) for passage in pair.passages)))
        self._pages = {name for name, held in earlier.items() if any(_apart(*two) for two in combinations(held, 2))}
        # A text that many carry ties them all by the same words.
        self._of: dict[str, dict[tuple[Span, ...], bool]] = defaultdict(dict)

    def tie(self, pair: Reuse) -> bool:
        """Whether a pair ties its two documents, which it then does."""
        told = pair.parent is not None
        sides = [
            (pair.a, tuple(merge(passage.a for passage in pair.passages))),
            (pair.b, tuple(merge(passage.b for passage in pair.passages))),
        ]
        for name, spans in sides:
            own = told and name not in self._pages
            if any(not (own and known) and _apart(spans, others) for others, known in self._of[name].items()):
                return False
        for name, spans in sides:
            self._of[name][spans] = told and self._of[name].get(spans, True)
        return True


def _apart(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether less than half of the shorter of two sets of merged spans lies in the other."""
    return 2 * in_both(spans, others) < min(sum(end - start for start, end in held) for held in (spans, others))
