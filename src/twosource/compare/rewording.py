"""Sentences of two documents that say one thing in other words."""

from collections.abc import Sequence

import numpy as np

from twosource.compare.prepared import Flags, Positions, Prepared
from twosource.settings.reuse import REWORDED, REWORDED_SENTENCES

Range = tuple[int, int]

# Pairs of sentences are scored when they share this many stems of longer words, and this share of the stems of the one
# that has fewer: what the model would call the same shares more.
_SHARED_STEMS = 2
_SHARED_STEMS_SHARE = 0.2


def worth_scoring(a: Prepared, b: Prepared, used_a: Flags, used_b: Flags) -> list[tuple[int, int]]:
    """Pairs of sentences, by their places, that are not yet covered by equal words and share enough stems."""
    return _with_shared_stems(a, b, _free(a, used_a), _free(b, used_b))


def texts_of(a: Prepared, b: Prepared, pairs: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    """The words of pairs of sentences."""
    return [(a.sentence_texts[m], b.sentence_texts[n]) for m, n in pairs]


def reworded_sentences(
    a: Prepared, b: Prepared, used: tuple[Flags, Flags], pairs: Sequence[tuple[int, int]], scores: Sequence[float]
) -> list[tuple[Range, Range, float]]:
    """The pairs, as ranges of words, whose score says they are one; each sentence stands in one pair at most."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found = []
    for score, (m, n) in sorted(zip(scores, pairs, strict=True), key=lambda item: (-item[0], item[1])):
        if score >= REWORDED and m not in taken_a and n not in taken_b:
            taken_a.add(m)
            taken_b.add(n)
            found.append((a.sentences[m], b.sentences[n], score))
    alone = len(found) < REWORDED_SENTENCES and not (used[0].any() and used[1].any())
    return [] if alone else sorted(found)


def _with_shared_stems(a: Prepared, b: Prepared, free_a: Positions, free_b: Positions) -> list[tuple[int, int]]:
    """Pairs of sentences that share enough stems, by their places, in order."""
    if not len(free_a) or not len(free_b):
        return []
    (stems_a, at_a, count_a), (stems_b, at_b, count_b) = _of(a, free_a), _of(b, free_b)
    low = np.searchsorted(stems_b, stems_a, "left")
    held = np.searchsorted(stems_b, stems_a, "right") - low
    within = np.arange(held.sum()) - np.repeat(np.cumsum(held) - held, held)
    key = np.repeat(at_a, held) * len(count_b) + at_b[np.repeat(low, held) + within]
    met, shared = np.unique(key, return_counts=True)
    m, n = np.divmod(met, len(count_b))
    enough = shared >= np.maximum(_SHARED_STEMS, _SHARED_STEMS_SHARE * np.minimum(count_a[m], count_b[n]))
    return list(zip(m[enough].tolist(), n[enough].tolist(), strict=True))


def _of(document: Prepared, free: Positions) -> tuple[Positions, Positions, Positions]:
    """The stems of free sentences in order, the sentence each stands in, and how many each sentence has."""
    stems, at, count = document.sentence_stems
    kept = np.zeros(len(count), bool)
    kept[free] = True
    kept = kept[at]
    return stems[kept], at[kept], count


def _free(document: Prepared, used: Flags) -> Positions:
    """The places of sentences of prose, long enough to be compared, of which less than half is covered."""
    places, first, last = document.prose_sentences
    if not used.any():
        return places
    covered = np.concatenate(([0], np.cumsum(used)))
    found: Positions = places[2 * (covered[last] - covered[first]) < last - first]
    return found
