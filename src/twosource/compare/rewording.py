"""Sentences of two documents that say one thing in other words."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from twosource.compare.prepared import Flags, Prepared
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
    return [(_text(a, m), _text(b, n)) for m, n in pairs]


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


def _with_shared_stems(a: Prepared, b: Prepared, free_a: list[int], free_b: list[int]) -> list[tuple[int, int]]:
    """Pairs of sentences that share enough stems, by their places."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n in free_b if free_a else ():
        for found in b.sentence_stems[n]:
            holders[found].append(n)
    pairs = []
    for m in free_a if holders else ():
        shared = Counter(n for found in a.sentence_stems[m] for n in holders.get(found, ()))
        fewest = len(a.sentence_stems[m])
        pairs += [
            (m, n)
            for n, count in sorted(shared.items())
            if count >= max(_SHARED_STEMS, _SHARED_STEMS_SHARE * min(fewest, len(b.sentence_stems[n])))
        ]
    return pairs


def _free(document: Prepared, used: Flags) -> list[int]:
    """The places of sentences of prose, long enough to be compared, of which less than half is covered."""
    places, first, last = document.prose_sentences
    if not used.any():
        return places.tolist()
    covered = np.concatenate(([0], np.cumsum(used)))
    found: list[int] = places[2 * (covered[last] - covered[first]) < last - first].tolist()
    return found


def _text(document: Prepared, sentence: int) -> str:
    return document.span(document.sentences[sentence]).of(document.text)
