"""Statements of two reports that assert the same thing, or its opposite."""

from collections import defaultdict
from collections.abc import Sequence

from twosource.compare.opposition import opposed
from twosource.compare.sentences import sentence_scores
from twosource.compare.synonyms import synonymous
from twosource.records import Scored
from twosource.settings.pairs import (
    COMMON_STATEMENT_WORD,
    SAME_STATEMENT,
    STATEMENT_WORDS_IN_COMMON,
    TURNED_STATEMENT,
)
from twosource.text.lexicon import lexicon
from twosource.text.stems import stem, words


def match_statements(items: Sequence[tuple[str, str]]) -> list[tuple[str, str, Scored]]:
    """Pairs of keys, from `(key, text)`, whose texts assert the same (`label` same) or the opposite (differs)."""
    little = {stem(word) for group in lexicon("function_words").values() for word in group}
    passed = little | {stem(word) for word in lexicon("quotations")["negation"]}
    holders: dict[str, list[int]] = defaultdict(list)
    for n, (_, text) in enumerate(items):
        for found in {stem(word) for word in words(text)} - little:
            holders[found].append(n)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for group in holders.values():
        if len(group) <= COMMON_STATEMENT_WORD:
            for i, one in enumerate(group):
                for other in group[i + 1 :]:
                    shared[one, other] += 1
    pairs = sorted(pair for pair, count in shared.items() if count >= STATEMENT_WORDS_IN_COMMON)
    scores = sentence_scores([(items[i][1], items[j][1]) for i, j in pairs])
    matches = []
    for (i, j), score in zip(pairs, scores, strict=True):
        a, b = items[i][1], items[j][1]
        if score < SAME_STATEMENT or _numbers(a) != _numbers(b) or _of_two_things(a, b, passed):
            continue
        turn = opposed(a, b)
        # A denial in a clause that the other lacks turns nothing round; in doubt the two stay apart.
        if turn is None or _alike(a, b, little) >= TURNED_STATEMENT:
            detail, label = (turn, "differs") if turn else ("the same in other words", "same")
            matches.append((items[i][0], items[j][0], Scored(score=score, detail=detail, label=label)))
    return matches


def _alike(a: str, b: str, little: set[str]) -> float:
    """The share of content words that two texts have in common."""
    one, other = ({stem(word) for word in words(text)} - little for text in (a, b))
    return len(one & other) / max(1, len(one | other))


def _of_two_things(a: str, b: str, passed: set[str]) -> bool:
    """Whether the two differ in nothing but what they begin with: "taxes would fall", "wages would fall"."""
    one, other = ([base for base in map(stem, words(text)) if base not in passed] for text in (a, b))
    if not (one and other) or set(one) ^ set(other) != {one[0], other[0]}:
        return False
    return not synonymous(one[0], other[0])


def _numbers(text: str) -> frozenset[str]:
    """The numbers in digits: statements that give other ones are told apart as figures, and are not the same statement."""
    return frozenset(word for word in words(text) if word[0].isdigit())
