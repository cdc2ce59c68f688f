"""The words of sentences as numbers: stems, roots, senses and kinds, found once for all places where a word stands."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compare.synonyms import base_form, senses_of
from twosource.text.lexicon import lexicon
from twosource.text.stems import stem

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")


class Word(NamedTuple):
    """A word folded: its stem, the beginning it shares with words derived from it, and what kind of word it is."""

    stem: str
    root: str
    weight: float
    function: bool
    number: bool
    negation: bool
    senses: Sequence[int]
    """What it may mean."""


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


@lru_cache(maxsize=1 << 14)
def written_words(text: str) -> tuple[str, ...]:
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
    return Word(base, base[:5] if len(base) >= 5 else base, weight, function, digits, negation, senses_of(base))


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(lexicon("function_words")["function"])


@lru_cache(maxsize=1)
def _negations() -> frozenset[str]:
    return frozenset(lexicon("quotations")["negation"])


def words_of(written: Sequence[Sequence[str]]) -> Words:
    """The words of all sentences; what a word is, is found once for all places it stands at."""
    starts = np.cumsum([0, *map(len, written)], dtype=np.int64)
    flat = list(chain.from_iterable(written))
    different = list(dict.fromkeys(flat))
    at = _numbered(flat, different)
    told = [*zip(*map(_word, different), strict=True)] or [()] * len(Word._fields)
    word = dict(zip(Word._fields, told, strict=True))
    senses = dict(zip(word["stem"], word["senses"], strict=True))
    function = np.array(word["function"], dtype=bool)[at]
    name = np.array([one[0].isupper() for one in different], dtype=bool)[at] & ~function
    name[starts[:-1][starts[:-1] < len(flat)]] = False
    return Words(
        starts=starts,
        stems=_numbered(word["stem"], senses)[at],
        senses=np.array([*chain.from_iterable(senses.values())], dtype=np.int64),
        first_sense=np.cumsum([0, *map(len, senses.values())], dtype=np.int64),
        roots=_numbered(word["root"], dict.fromkeys(word["root"]))[at],
        weights=np.array(word["weight"], dtype=np.float64)[at],
        function=function,
        number=np.array(word["number"], dtype=bool)[at],
        negation=np.array(word["negation"], dtype=bool)[at],
        name=name,
    )


def _numbered(words: Sequence[str], different: Iterable[str]) -> Ints:
    """The numbers of words, which are those of the `different` ones in their order."""
    number = dict(zip(different, count()))
    return np.fromiter(map(number.__getitem__, words), dtype=np.int64, count=len(words))
