"""How far one sentence says what another says in other words."""

from collections.abc import Sequence

from twosource.compare.sentence_features import features
from twosource.compare.sentence_model import probabilities
from twosource.compare.turns import turned
from twosource.records import Scored
from twosource.settings.pairs import HALF, LOOK_ALIKE, PAIRS_AT_ONCE, TURNED_SHARE, WORDS_APART
from twosource.text.stems import stem, words


def compare_sentences(a: str, b: str) -> Scored:
    """The score, from 0 to 1, that `b` says what `a` says, with the words it rests on or those that say otherwise."""
    (score,) = sentence_scores([(a, b)])
    one, other = ({stem(word) for word in words(text)} for text in (a, b))
    common, apart = len(one & other), len(one ^ other)
    if score >= HALF and apart <= min(common / LOOK_ALIKE, WORDS_APART) and (turn := turned(a, b)):
        return Scored(score=round(score * TURNED_SHARE, 6), detail=f"in like words, but {turn}")
    return Scored(score=score, detail=f"{common} words in common" if common else "no word in common")


def sentence_scores(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """How alike the wording of many pairs is, whatever a word may turn.

    They are measured together, so that a call for all costs far less than a call for each.
    """
    found: list[float] = []
    for start in range(0, len(pairs), PAIRS_AT_ONCE):
        part = pairs[start : start + PAIRS_AT_ONCE]
        scores = probabilities(features(part)).round(6).tolist()
        found += [_edge(a, b, score) for (a, b), score in zip(part, scores, strict=True)]
    return found


def _edge(a: str, b: str, score: float) -> float:
    """Equal texts say the same, whatever they are; a text without a word says nothing."""
    if a == b:
        return 1.0
    return score if all(any(map(str.isalnum, text)) for text in (a, b)) else 0.0
