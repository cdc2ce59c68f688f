"""How far one sentence says what another says in other words."""

import math
from collections.abc import Sequence
from functools import lru_cache

from twosource.records import Scored
from twosource.text.stems import stem, words


def compare_sentences(a: str, b: str) -> Scored:
    """The score, from 0 to 1, that `b` says what `a` says, with the words it rests on."""
    common = sorted({stem(word) for word in words(a)} & {stem(word) for word in words(b)})
    (score,) = sentence_scores([(a, b)])
    return Scored(score=score, detail=f"{len(common)} words in common" if common else "no word in common")


def sentence_scores(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """The scores of many pairs."""
    return [_score(a, b) for a, b in pairs]


def _score(a: str, b: str) -> float:
    one, other = _grams(a), _grams(b)
    if not one or not other:
        return float(a == b)
    dice = 2 * len(one & other) / (len(one) + len(other))
    held = len(one & other) / min(len(one), len(other))
    return 1 / (1 + math.exp(-(10 * dice + 3 * held - 5.6)))


@lru_cache(maxsize=1 << 14)
def _grams(text: str) -> frozenset[str]:
    padded = f" {' '.join(words(text.casefold()))} "
    return frozenset(padded[i : i + 4] for i in range(len(padded) - 3))
