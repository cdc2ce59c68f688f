"""Statements of two reports that assert the same thing, or its opposite."""

from collections import defaultdict
from collections.abc import Sequence

from twosource.compare.sentences import sentence_scores
from twosource.records import Scored
from twosource.text.lexicon import lexicon
from twosource.text.stems import stem, words

SAME = 0.75
COMMON = 40


def match_statements(items: Sequence[tuple[str, str]]) -> list[tuple[str, str, Scored]]:
    """Pairs of keys, from `(key, text)`, whose texts assert the same (`label` same) or the opposite (differs)."""
    little = {stem(word) for group in lexicon("function_words").values() for word in group}
    holders: dict[str, list[int]] = defaultdict(list)
    for n, (_, text) in enumerate(items):
        for found in {stem(word) for word in words(text)} - little:
            holders[found].append(n)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for group in holders.values():
        if len(group) <= COMMON:
            for i, one in enumerate(group):
                for other in group[i + 1 :]:
                    shared[one, other] += 1
    pairs = sorted(pair for pair, count in shared.items() if count >= 3)
    scores = sentence_scores([(items[i][1], items[j][1]) for i, j in pairs])
    return [
        (items[i][0], items[j][0], Scored(score=score, detail="the same in other words", label="same"))
        for (i, j), score in zip(pairs, scores, strict=True)
        if score >= SAME
    ]
