"""What two sentences have in common, as numbers: words, their weight and order, and what each says that the other does not.

All pairs of a call are measured together: words become integers once, and what a pair shares is found by one sort of
the words of all pairs.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, LCSseq
from rapidfuzz.process import cpdist

from twosource.compare.synonyms import base_form, senses_of
from twosource.text.lexicon import lexicon
from twosource.text.stems import stem

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")

# What each sentence of a pair has that the other lacks or shares; two columns each, the smaller and the larger value.
OF_EACH = (
    "words shared", "weight shared", "weight shared or akin", "content shared", "function words shared",
    "pairs of words shared", "weight left", "longest stretch left", "longest stretch left, share", "names left", "numbers left",
    "words in order", "content in order",
)  # fmt: skip
OF_BOTH = (
    "stretches", "order", "letters", "sorted words", "first word", "last word", "negation", "length ratio", "length",
    "numbers shared", "names shared", "numbers differ", "names differ", "names told", "numbers told", "words apart",
)  # fmt: skip
NAMES = (*(f"{name}, {end}" for name in OF_EACH for end in ("least", "most")), *OF_BOTH)


class Word(NamedTuple):
    """A word folded: its stem, the beginning it shares with words derived from it, and what kind of word it is."""

    stem: str
    root: str
    weight: float
    function: bool
    number: bool
    negation: bool


class Words(NamedTuple):
    """The words of several sentences, one after another; sentence `n` has those from `starts[n]` to `starts[n + 1]`.

    The senses of stem `n` are those from `first_sense[n]` to `first_sense[n + 1]`.
    """

    starts: Ints
    stems: Ints
    roots: Ints
    senses: Ints
    first_sense: Ints
    weights: Floats
    function: NDArray[np.bool_]
    number: NDArray[np.bool_]
    negation: NDArray[np.bool_]
    name: NDArray[np.bool_]


def features(pairs: Sequence[tuple[str, str]]) -> Floats:
    """One row a pair, one column a name of `NAMES`; the order of the two sentences makes no difference."""
    number: dict[str, int] = {}
    left = np.array([number.setdefault(a, len(number)) for a, _ in pairs], dtype=np.int64)
    right = np.array([number.setdefault(b, len(number)) for _, b in pairs], dtype=np.int64)
    written = [_written(text) for text in number]
    found = _words(written)
    sides = (_Side(found, left), _Side(found, right))
    for one, other in (sides, sides[::-1]):
        one.meet(other)
    ordered = [_in_order(sides, found, content) for content in (False, True)]
    plain = [" ".join(words).casefold() for words in written]
    return np.column_stack([*_of_each(sides, found, ordered), *_of_both(sides, found, ordered[1], plain)])


@lru_cache(maxsize=1 << 14)
def _written(text: str) -> tuple[str, ...]:
    """The words of a sentence, which is mostly compared more than once."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> Word:
    folded = word.casefold().replace("’", "'")
    folded = folded.removesuffix("'s")
    negation = folded in _negations() or folded.endswith("n't")
    folded = lexicon("quotations")["numbers"].get(folded, folded)
    folded = folded.replace(",", "")  # of thousands; no other word holds one
    function, digits = folded in _function_words(), folded[:1].isdigit()
    base = base_form(stem(folded))
    # Long words are rarer than short ones, and a function word says little.
    weight = 0.1 if function else 1.0 if digits else min(1.0, 0.2 + len(base) / 10)
    return Word(base, base[:5] if len(base) >= 5 else base, weight, function, digits, negation)


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(lexicon("function_words")["function"])


@lru_cache(maxsize=1)
def _negations() -> frozenset[str]:
    return frozenset(lexicon("quotations")["negation"])


def _words(written: Sequence[Sequence[str]]) -> Words:
    """The words of all sentences; what a word is, is found once for all places it stands at."""
    starts = np.cumsum([0, *map(len, written)], dtype=np.int64)
    flat = [word for words in written for word in words]
    number = {word: n for n, word in enumerate(dict.fromkeys(flat))}
    at = np.fromiter(map(number.__getitem__, flat), dtype=np.int64, count=len(flat))
    folded = [_word(word) for word in number]
    stems: dict[str, int] = {}
    roots: dict[str, int] = {}
    stem_of = np.array([stems.setdefault(word.stem, len(stems)) for word in folded], dtype=np.int64)
    senses = [senses_of(base) for base in stems]
    function = np.array([word.function for word in folded], dtype=bool)[at]
    name = np.array([word[0].isupper() for word in number], dtype=bool)[at] & ~function
    name[starts[:-1][starts[:-1] < len(flat)]] = False
    return Words(
        starts=starts,
        stems=stem_of[at],
        senses=np.array([sense for known in senses for sense in known], dtype=np.int64),
        first_sense=np.cumsum([0, *map(len, senses)], dtype=np.int64),
        roots=np.array([roots.setdefault(word.root, len(roots)) for word in folded], dtype=np.int64)[at],
        weights=np.array([word.weight for word in folded], dtype=np.float64)[at],
        function=function,
        number=np.array([word.number for word in folded], dtype=bool)[at],
        negation=np.array([word.negation for word in folded], dtype=bool)[at],
        name=name,
    )


def _held(keys: Ints, others: Ints) -> NDArray[np.bool_]:
    """Which of `keys` stand among `others`."""
    if not len(others):
        return np.zeros(len(keys), dtype=bool)
    others = np.sort(others)
    return others[np.minimum(np.searchsorted(others, keys), len(others) - 1)] == keys


class _Side:
    """One sentence of every pair: its words with the pair they belong to, and which of them the other sentence has."""

    def __init__(self, found: Words, sentences: Ints) -> None:
        self.sentences = sentences
        self.pairs = len(sentences)
        self.count = found.starts[sentences + 1] - found.starts[sentences]
        self.pair = np.repeat(np.arange(self.pairs), self.count)
        before = np.cumsum(self.count) - self.count
        self.at = np.arange(len(self.pair)) - np.repeat(before - found.starts[sentences], self.count)
        self.found = found
        self.weight = found.weights[self.at]
        self.content = ~found.function[self.at]
        size = int(found.stems.max(initial=0)) + 1
        self.stem_keys = self.pair * size + found.stems[self.at]
        self.root_keys = self.pair * size + found.roots[self.at]
        following = np.r_[self.stem_keys[1:], -1] if len(self.pair) else self.stem_keys
        self.bigram = np.r_[self.pair[1:] == self.pair[:-1], False] if len(self.pair) else self.content
        self.bigram_keys = self.stem_keys * size + following % size
        self.total = np.maximum(self.sum(self.weight), 0.1)

    def sum(self, values: NDArray[np.generic]) -> Floats:
        """The sum of what each word has, by pair."""
        return np.bincount(self.pair, weights=values, minlength=self.pairs).astype(np.float64)

    def sense_keys(self) -> tuple[Ints, Ints]:
        """For each sense of each content word: the word's place among the words, and a key of pair and sense."""
        words = np.flatnonzero(self.content)
        stems = self.found.stems[self.at[words]]
        count = self.found.first_sense[stems + 1] - self.found.first_sense[stems]
        before = np.cumsum(count) - count
        senses = self.found.senses[np.arange(count.sum()) + np.repeat(self.found.first_sense[stems] - before, count)]
        place = np.repeat(words, count)
        return place, self.pair[place] * (1 << 20) + senses

    def share(self, kept: NDArray[np.bool_], of: NDArray[np.bool_]) -> Floats:
        """The share of the words `of` one kind that are kept; 1 where there is none."""
        whole = self.sum(of)
        return np.where(whole > 0, self.sum(kept & of) / np.maximum(whole, 1), 1.0)

    def meet(self, other: "_Side") -> None:
        """Find which words the other sentence has, and where it goes on without them."""
        self.shared = _held(self.stem_keys, other.stem_keys)
        self.akin = self.shared | _held(self.root_keys, other.root_keys)
        mine, senses = self.sense_keys()
        self.akin[mine[_held(senses, other.sense_keys()[1])]] = True
        self.pairs_shared = _held(self.bigram_keys, other.bigram_keys[other.bigram])
        self.left = ~self.akin & self.content
        # A stretch ends at a content word that both have, and with the sentence; function words belong to both.
        words = np.flatnonzero(self.content)
        pair, left, weight = self.pair[words], self.left[words], self.weight[words]
        begins = np.r_[True, (pair[1:] != pair[:-1]) | (left[1:] != left[:-1])] if len(words) else left
        stretch = np.cumsum(begins) - 1
        mass = np.bincount(stretch, weights=weight * left)
        self.stretch = np.zeros(self.pairs)
        np.maximum.at(self.stretch, pair[begins], mass)
        self.stretches = np.bincount(pair[begins & left], minlength=self.pairs) / np.maximum(1, self.sum(self.left))


def _of_each(sides: tuple[_Side, _Side], found: Words, ordered: Sequence[Floats]) -> list[Floats]:
    """The columns of `OF_EACH`; `ordered` counts all stems in one order, and those with a meaning."""
    measured = []
    for side in sides:
        every = np.ones(len(side.pair), dtype=bool)
        names, numbers = found.name[side.at], found.number[side.at]
        measured.append(
            (
                side.share(side.shared, every),
                side.sum(side.weight * side.shared) / side.total,
                side.sum(side.weight * side.akin) / side.total,
                side.share(side.shared, side.content),
                side.share(side.shared, ~side.content),
                side.share(side.pairs_shared, side.bigram),
                np.log1p(side.sum(side.weight * side.left)),
                np.log1p(side.stretch),
                side.stretch / side.total,
                side.sum(names & ~side.shared),
                side.sum(numbers & ~side.shared),
                ordered[0] / np.maximum(1, side.count),
                ordered[1] / np.maximum(1, side.sum(side.content)),
            )
        )
    return [edge(one, other) for one, other in zip(*measured, strict=True) for edge in (np.minimum, np.maximum)]


def _of_both(sides: tuple[_Side, _Side], found: Words, ordered: Floats, plain: Sequence[str]) -> list[Floats]:
    """The columns of `OF_BOTH`."""
    one, other = sides
    common = np.minimum(one.sum(one.shared & one.content), other.sum(other.shared & other.content))
    by_word = [" ".join(sorted(text.split())) for text in plain]
    ends = [_ends(side, found) for side in sides]
    odd = [side.sum(found.negation[side.at]) % 2 for side in sides]
    numbers, names = ([side.sum(kind[side.at] & ~side.shared) for side in sides] for kind in (found.number, found.name))
    shorter, longer = np.minimum(one.count, other.count), np.maximum(one.count, other.count)
    # Texts thick with names and figures repeat them whether or not they tell one thing.
    told = [
        sum(side.sum(kind[side.at]) for side in sides) / np.maximum(1, shorter + longer)
        for kind in (found.name, found.number)
    ]
    return [
        (one.stretches + other.stretches) / 2,
        np.where(common > 0, ordered / np.maximum(1, common), 0.5),
        _alike(plain, sides),
        _alike(by_word, sides),
        (ends[0][0] == ends[1][0]).astype(float),
        (ends[0][1] == ends[1][1]).astype(float),
        (odd[0] != odd[1]).astype(float),
        shorter / np.maximum(1, longer),
        np.log1p(shorter),
        np.minimum(*(side.sum(found.number[side.at] & side.shared) for side in sides)),
        np.minimum(*(side.sum(found.name[side.at] & side.shared) for side in sides)),
        np.minimum(*numbers),
        np.minimum(*names),
        *told,
        longer - shorter,
    ]


def _ends(side: _Side, found: Words) -> tuple[Ints, Ints]:
    """The first and the last stem of each sentence; -1 where it has no word."""
    first, last = found.starts[side.sentences], found.starts[side.sentences + 1] - 1
    stems = np.r_[found.stems, -1]
    return np.where(side.count > 0, stems[first], -1), np.where(side.count > 0, stems[last], -1)


def _alike(texts: Sequence[str], sides: tuple[_Side, _Side]) -> Floats:
    one, other = ([texts[n] for n in side.sentences.tolist()] for side in sides)
    return np.asarray(cpdist(one, other, scorer=Indel.normalized_similarity, dtype=np.float64))


def _in_order(sides: tuple[_Side, _Side], found: Words, content: bool) -> Floats:
    """How many stems stand in one order in both sentences; a sentence is written with one character a stem."""
    letters = found.stems + 0x100
    letters += (letters >= 0xD800) * 0x800  # surrogates are no characters
    kept = ~found.function if content else np.ones(len(letters), dtype=bool)
    written = letters[kept].astype("<u4").tobytes().decode("utf-32-le")
    starts = np.r_[0, np.cumsum(kept)][found.starts].tolist()
    sentences = [written[a:b] for a, b in pairwise(starts)]
    one, other = ([sentences[n] for n in side.sentences.tolist()] for side in sides)
    return np.asarray(cpdist(one, other, scorer=LCSseq.similarity, dtype=np.float64))
