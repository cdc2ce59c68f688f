"""Sentences of two documents that say one thing in other words."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from twosource.compare.laid import Side, by_owner, running, spread
from twosource.compare.prepared import Positions, Prepared
from twosource.settings.reuse import REWORDED

Range = tuple[int, int]

# Pairs of sentences are scored when they share this many stems of longer words, and this share of the stems of the one
# that has fewer: what the model would call the same shares more.
_SHARED_STEMS = 2
_SHARED_STEMS_SHARE = 0.2


class _Free(NamedTuple):
    """Sentences that are prose, long enough, and not covered by equal words: the pair each is of, and its place."""

    pair: Positions
    place: Positions


class _Stems(NamedTuple):
    """Stems of sentences: pair and stem as one number, in order, and the number of the sentence each stands in."""

    keys: Positions
    sentence: Positions
    first: Positions
    """The number of the first sentence of each pair, and of all."""
    size: Positions
    """How many stems each sentence has."""


def worth_scoring(a: Side, b: Side, asked: Positions) -> list[list[tuple[int, int]]]:
    """For each pair of documents the pairs of sentences, by their places, that are not yet covered by equal words and share
    enough stems; none for those that are not asked about.
    """
    free_a, free_b = _free(a, asked), _free(b, asked)
    asked = np.intersect1d(free_a.pair, free_b.pair)
    if not len(asked):
        return [[] for _ in a.documents]
    one, other = _stems(a, asked, free_a), _stems(b, asked, free_b)
    low = np.searchsorted(other.keys, one.keys)
    match, of = spread(low, np.searchsorted(other.keys, one.keys, "right") - low)
    met, shared = np.unique(one.sentence[of] * other.first[-1] + other.sentence[match], return_counts=True)
    m, n = np.divmod(met, other.first[-1])
    enough = shared >= np.maximum(_SHARED_STEMS, _SHARED_STEMS_SHARE * np.minimum(one.size[m], other.size[n]))
    m, n = m[enough], n[enough]
    pair = np.searchsorted(one.first, m, "right") - 1
    found = list(zip((m - one.first[pair]).tolist(), (n - other.first[pair]).tolist(), strict=True))
    return by_owner(found, asked[pair], len(a.documents))


def reworded_sentences(
    a: Prepared, b: Prepared, pairs: Sequence[tuple[int, int]], scores: Sequence[float]
) -> list[tuple[Range, Range, float]]:
    """The pairs, as ranges of words, whose score says they are one; each sentence stands in one pair at most."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found = []
    alike = [(-score, pair) for score, pair in zip(scores, pairs, strict=True) if score >= REWORDED]
    for score, (m, n) in sorted(alike):
        if m not in taken_a and n not in taken_b:
            taken_a.add(m)
            taken_b.add(n)
            found.append((a.sentences[m], b.sentences[n], -score))
    return sorted(found)


def _free(side: Side, asked: Positions) -> _Free:
    """The free sentences of the pairs asked about."""
    found = [side.documents[pair].prose_sentences for pair in asked.tolist()]
    pair = np.repeat(asked, [len(places) for places, _, _ in found])
    place, first, last = (
        (np.concatenate([*columns, asked[:0]]) for columns in zip(*found, strict=True)) if found else (pair,) * 3
    )
    before = running(side.used)
    covered = before[side.first[pair] + last] - before[side.first[pair] + first]
    free = 2 * covered < last - first
    return _Free(pair[free], place[free])


def _stems(side: Side, asked: Positions, free: _Free) -> _Stems:
    """The stems of the free sentences of the pairs asked about."""
    found = [side.documents[pair].sentence_stems for pair in asked.tolist()]
    first = np.cumsum([0, *(len(count) for _, _, count in found)])
    kept = np.zeros(first[-1], bool)
    mine = np.isin(free.pair, asked)
    kept[first[np.searchsorted(asked, free.pair[mine])] + free.place[mine]] = True
    stems, at, count = (np.concatenate(columns) for columns in zip(*found, strict=True))
    owner = np.repeat(np.arange(len(asked)), [len(stems) for stems, _, _ in found])
    sentence = first[owner] + at
    held = kept[sentence]
    return _Stems((owner << 32 | stems)[held], sentence[held], first, count)
