"""What documents of many pairs hold, laid one after another, so that one call on an array serves all pairs."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np

from twosource.compare.prepared import Flags, Positions, Prepared
from twosource.spans import Span

Row = TypeVar("Row")
Pair = tuple[Prepared, Prepared]

# Words of all pairs of a part: a call is little beside them, and what they need stays in the processor's cache.
_WORDS = 1 << 18


def parts(pairs: Sequence[Pair]) -> list[slice]:
    """Pairs cut into parts that can be laid out at once."""
    cuts = np.flatnonzero(np.diff(np.cumsum([len(a.ids) + len(b.ids) for a, b in pairs]) // _WORDS)) + 1
    bounds = [0, *cuts.tolist(), len(pairs)] if pairs else []
    return [slice(*ends) for ends in pairwise(bounds)]


def spread(first: Positions, count: Positions) -> tuple[Positions, Positions]:
    """The numbers of several ranges, from `first` on `count` each, and which range each is of."""
    owner = np.repeat(np.arange(len(count)), count)
    return np.arange(len(owner)) + np.repeat(first - (np.cumsum(count) - count), count), owner


def by_owner(rows: list[Row], owner: Positions, count: int) -> list[list[Row]]:
    """Rows in order of their owners as one list for each of `count` owners."""
    bounds = np.searchsorted(owner, np.arange(count + 1)).tolist()
    return [rows[start:end] for start, end in pairwise(bounds)]


class Covered(NamedTuple):
    """The words of prose of a document that are used; the shares of its prose, and of its quoted words, that are."""

    prose: int
    share: float
    share_of_quotes: float


class Side:
    """One document of each pair: where the words of each begin among those of all, and which of them are used."""

    def __init__(self, documents: Sequence[Prepared]) -> None:
        self.documents = documents
        self.first: Positions = np.cumsum([0, *(len(document.ids) for document in documents)])
        self.used: Flags = np.zeros(self.first[-1], bool)
        self.starts = np.concatenate([document.starts for document in documents])
        self.ends = np.concatenate([document.ends for document in documents])
        self.quoted = np.concatenate([document.quoted for document in documents])

    def use(self, pair: Positions, first: Positions, last: Positions) -> None:
        """Mark ranges of words of the documents of some pairs as used; ends are exclusive."""
        size = len(self.used) + 1
        change = np.bincount(self.first[pair] + first, minlength=size) - np.bincount(
            self.first[pair] + last, minlength=size
        )
        self.used |= np.cumsum(change)[:-1] > 0

    def spans(self, pair: Positions, first: Positions, last: Positions) -> list[Span]:
        """Where ranges of words stand in the texts."""
        starts, ends = self.starts[self.first[pair] + first], self.ends[self.first[pair] + last - 1]
        return list(map(Span, starts.tolist(), ends.tolist()))

    def covered(self) -> list[Covered]:
        """How much of each document is used."""
        columns = (self._count(flags) for flags in (self.used, self.used & self.quoted, self.quoted))
        return [
            Covered(used - in_quotes, _share(used - in_quotes, words - quoted), _share(in_quotes, quoted))
            for words, used, in_quotes, quoted in zip(np.diff(self.first).tolist(), *columns, strict=True)
        ]

    def _count(self, flags: Flags) -> list[int]:
        """How many words of each document are flagged."""
        found: list[int] = np.diff(running(flags)[self.first]).tolist()
        return found


def running(flags: Flags) -> Positions:
    """How many are flagged before each place, and in all."""
    return np.concatenate(([0], np.cumsum(flags)))


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
