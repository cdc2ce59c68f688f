"""Sentences of two documents that say one thing in other words."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from twosource.compare.prepared import Prepared
from twosource.settings.reuse import REWORDED, SHORTEST_SENTENCE
from twosource.text.stems import stem, words

Range = tuple[int, int]

# Pairs of sentences are scored when they share this many stems of longer words.
_SHARED_STEMS = 2


def reworded_sentences(
    a: Prepared,
    b: Prepared,
    used_a: Sequence[bool],
    used_b: Sequence[bool],
    sentence_scores: Callable[[Sequence[tuple[str, str]]], list[float]],
) -> list[tuple[Range, Range, float]]:
    """Pairs of sentences, as ranges of words, not yet covered by equal words; each sentence stands in one pair at most."""
    free_a, free_b = _free(a, used_a), _free(b, used_b)
    holders: dict[str, list[int]] = defaultdict(list)
    for n, sentence in enumerate(free_b):
        for found in _stems(b, sentence):
            holders[found].append(n)
    pairs = []
    for m, sentence in enumerate(free_a):
        shared: dict[int, int] = defaultdict(int)
        for found in _stems(a, sentence):
            for n in holders.get(found, ()):
                shared[n] += 1
        pairs += [(m, n) for n, count in sorted(shared.items()) if count >= _SHARED_STEMS]
    scores = sentence_scores([(_text(a, free_a[m]), _text(b, free_b[n])) for m, n in pairs]) if pairs else []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found_pairs = []
    for score, (m, n) in sorted(zip(scores, pairs, strict=True), key=lambda item: (-item[0], item[1])):
        if score >= REWORDED and m not in taken_a and n not in taken_b:
            taken_a.add(m)
            taken_b.add(n)
            found_pairs.append((free_a[m], free_b[n], score))
    return sorted(found_pairs)


def _free(document: Prepared, used: Sequence[bool]) -> list[Range]:
    """Sentences of prose of which less than half is covered, long enough to be compared."""
    return [
        (first, last)
        for first, last in document.sentences
        if last - first >= SHORTEST_SENTENCE
        and 2 * sum(used[first:last]) < last - first
        and 2 * sum(document.quoted[first:last]) < last - first
    ]


def _stems(document: Prepared, sentence: Range) -> set[str]:
    return {stem(word) for word in words(_text(document, sentence)) if len(word) > 3}


def _text(document: Prepared, sentence: Range) -> str:
    return document.span(sentence).of(document.text)
