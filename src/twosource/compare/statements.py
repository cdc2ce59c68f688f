"""Statements of two reports that assert the same thing, its opposite or, in like words, another."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from twosource.compare.opposition import opposed
from twosource.compare.sentences import sentence_scores
from twosource.compare.synonyms import synonymous
from twosource.compare.turns import turned
from twosource.records import Scored
from twosource.settings.pairs import (
    COMMON_STATEMENT_WORD,
    SAME_STATEMENT,
    STATEMENT_WORDS,
    STATEMENT_WORDS_IN_COMMON,
    TURNED_STATEMENT,
    WORDS_OF_A_SHORT_STATEMENT,
)
from twosource.text.lexicon import lexicon
from twosource.text.stems import stem, words


def match_statements(items: Sequence[tuple[str, str]]) -> list[tuple[str, str, Scored]]:
    """Pairs of keys, from `(key, text)`, whose texts assert the same thing, its opposite or, in like words, another.

    `label` says which (same, opposite, other), `detail` by what words.
    """
    little = {stem(word) for group in lexicon("function_words").values() for word in group}
    passed = little | {stem(word) for word in lexicon("quotations")["negation"]}
    told = [words(text) for _, text in items]
    contents = [{stem(word) for word in said} - little for said in told]
    pairs = _with_common_words(
        [c if len(said) >= STATEMENT_WORDS else set() for c, said in zip(contents, told, strict=True)]
    )
    scores = sentence_scores([(items[i][1], items[j][1]) for i, j in pairs])
    matches = []
    for (i, j), score in zip(pairs, scores, strict=True):
        a, b = items[i][1], items[j][1]
        if score < SAME_STATEMENT or _numbers(a) != _numbers(b) or _of_two_things(a, b, passed):
            continue
        opposite = opposed(a, b)
        # A denial in a clause that the other lacks turns nothing round; in doubt the two stay apart.
        if opposite and _alike(contents[i] - opposite.words, contents[j] - opposite.words) < TURNED_STATEMENT:
            continue
        if opposite:
            label, detail = "opposite", opposite.told
        else:
            other = turned(a, b)
            label, detail = ("other", other) if other else ("same", "the same in other words")
        matches.append((items[i][0], items[j][0], Scored(score=score, detail=detail, label=label)))
    return matches


def _with_common_words(contents: Sequence[AbstractSet[str]]) -> list[tuple[int, int]]:
    """Pairs that share enough content words to say the same: several, or all but one of a few."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, found in enumerate(contents):
        for word in found:
            holders[word].append(n)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for group in holders.values():
        if len(group) <= COMMON_STATEMENT_WORD:
            for pair in combinations(group, 2):
                shared[pair] += 1
    return sorted(
        (i, j)
        for (i, j), count in shared.items()
        if count >= STATEMENT_WORDS_IN_COMMON
        or (count >= WORDS_OF_A_SHORT_STATEMENT and max(len(contents[i]), len(contents[j])) <= count + 1)
    )


def _alike(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """The share of content words that two texts have in common."""
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
