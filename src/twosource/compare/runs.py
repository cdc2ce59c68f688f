"""Runs of equal words of many pairs of documents, searched for together.

They are found from seeds, so that reordered paragraphs are no obstacle, and laid like tiles, the longest first (Wise 1993).
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from twosource.compare.laid import Pair, by_owner, spread
from twosource.compare.prepared import Positions, Prepared
from twosource.settings.reuse import COMMON_SEED, SEED_WORDS, SHORTEST_RUN


class Run(NamedTuple):
    """A run of `size` equal words, by the positions of its first words."""

    a: int
    b: int
    size: int


class Seeds(NamedTuple):
    """The seeds of some documents as numbers, one document after another, and the same in order of document and number."""

    number: Positions
    place: Positions
    """The word each begins at."""
    first: Positions
    """Where those of each document begin."""
    kinds: int
    keys: Positions
    """Document and number in one."""
    places: Positions
    again: Positions
    """Whether the same document has the seed at an earlier place too."""


def equal_runs(pairs: Sequence[Pair]) -> tuple[list[list[Run]], list[int]]:
    """For each pair every longest run of at least `SHORTEST_RUN` equal words, the longest first; and how many distinct
    runs of `SEED_WORDS` words both have.

    Where seeds meet, neighbours on one diagonal are one run.
    """
    pair, at_a, at_b, common = _met(pairs)
    # Where seeds meet as one number: pair, diagonal, place.
    reach = max(len(document.ids) for document in chain.from_iterable(pairs)) + 1
    line = np.sort((pair * 2 * reach + at_b - at_a + reach) * reach + at_a)
    first = np.flatnonzero(np.diff(line, prepend=-2) != 1)
    size = np.diff(first, append=len(line)) + SEED_WORDS - 1
    kept = size >= SHORTEST_RUN
    diagonal, at_a = np.divmod(line[first[kept]], reach)
    pair, shift = np.divmod(diagonal, 2 * reach)
    at_b, size = at_a + shift - reach, size[kept]
    order = np.lexsort((at_b, at_a, -size, pair))
    runs = list(map(Run, at_a[order].tolist(), at_b[order].tolist(), size[order].tolist()))
    return by_owner(runs, pair, len(pairs)), common


def _met(pairs: Sequence[Pair]) -> tuple[Positions, Positions, Positions, list[int]]:
    """The pair and the two places where a seed stands in both documents, and how many distinct seeds do."""
    documents = {document: number for number, document in enumerate(dict.fromkeys(chain.from_iterable(pairs)))}
    a, b = np.array([[documents[one], documents[other]] for one, other in pairs]).T
    seeds = _seeds(list(documents))
    row, pair = spread(seeds.first[a], np.diff(seeds.first)[a])
    wanted = b[pair] * seeds.kinds + seeds.number[row]
    low = np.searchsorted(seeds.keys, wanted)
    held = np.flatnonzero(np.append(seeds.keys, -1)[low] == wanted)
    row, pair, wanted, low = row[held], pair[held], wanted[held], low[held]
    count = np.minimum(np.searchsorted(seeds.keys, wanted, "right") - low, COMMON_SEED)
    common = np.bincount(pair[~seeds.again[row]], minlength=len(pairs))
    match, of = spread(low, count)
    return pair[of], seeds.place[row[of]], seeds.places[match], common.tolist()


def _seeds(documents: Sequence[Prepared]) -> Seeds:
    count = np.array([len(document.seeds) for document in documents])
    place, owner = spread(np.zeros(len(count), np.int64), count)
    kinds, number = np.unique(np.concatenate([document.seeds for document in documents]), return_inverse=True)
    keys = owner * max(1, len(kinds)) + number
    order = np.argsort(keys, kind="stable")
    again = np.zeros(len(keys), bool)
    again[order[1:]] = keys[order[1:]] == keys[order[:-1]]
    return Seeds(number, place, np.cumsum([0, *count]), max(1, len(kinds)), keys[order], place[order], again)


def tile(runs: Sequence[Run], words_a: int, words_b: int) -> list[Run]:
    """Of runs, the longest first, what overlaps in neither document, of which that many words are laid."""
    used_a, used_b = bytearray(words_a), bytearray(words_b)
    laid = []
    for run in runs:
        first, last = 0, run.size
        while first < last and (used_a[run.a + first] or used_b[run.b + first]):
            first += 1
        while last > first and (used_a[run.a + last - 1] or used_b[run.b + last - 1]):
            last -= 1
        size = last - first
        if (
            size < SHORTEST_RUN
            or 1 in used_a[run.a + first : run.a + last]
            or 1 in used_b[run.b + first : run.b + last]
        ):
            continue
        used_a[run.a + first : run.a + last] = used_b[run.b + first : run.b + last] = b"\1" * size
        laid.append(Run(run.a + first, run.b + first, size))
    return sorted(laid)
