"""What two sentences have in common, as numbers: words, their weight and order, and what each says that the other does not.

All pairs of a call are measured together: words become integers once, and what a pair shares is found by one sort of
the words of all pairs.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, LCSseq
from rapidfuzz.process import cpdist

from twosource.compare.sentence_words import Floats, Ints, Words, words_of, written_words

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


def features(pairs: Sequence[tuple[str, str]]) -> Floats:
    """One row a pair, one column a name of `NAMES`; the order of the two sentences makes no difference."""
    number: dict[str, int] = {}
    both = [number.setdefault(pair[side], len(number)) for side in (0, 1) for pair in pairs]
    written = [written_words(text) for text in number]
    found = words_of(written)
    rows = _Rows(found, np.array(both, dtype=np.int64))
    ordered = [_in_order(rows, found, content) for content in (False, True)]
    plain = [" ".join(words).casefold() for words in written]
    columns = np.vstack([_of_each(rows, found, ordered), *_of_both(rows, found, ordered[1], plain)])
    return np.ascontiguousarray(columns.T)


def _held(keys: Ints, others: Ints) -> NDArray[np.bool_]:
    """Which of `keys` stand among `others`."""
    if not len(others):
        return np.zeros(len(keys), dtype=bool)
    others = np.sort(others)
    return others[np.minimum(np.searchsorted(others, keys), len(others) - 1)] == keys


class _Rows:
    """The sentences of all pairs, a row each, first all the first ones: their words, and which the other sentence has.

    The sentence that row `n` is compared with has the row `n` further on or back by the number of pairs.
    """

    def __init__(self, found: Words, sentences: Ints) -> None:
        self.sentences, self.found = sentences, found
        self.rows = len(sentences)
        self.count = found.starts[sentences + 1] - found.starts[sentences]
        self.row = np.repeat(np.arange(self.rows), self.count)
        self.mate = (self.row + self.rows // 2) % max(1, self.rows)
        before = np.cumsum(self.count) - self.count
        self.at = np.arange(len(self.row)) - np.repeat(before - found.starts[sentences], self.count)
        self.weight = found.weights[self.at]
        self.content = ~found.function[self.at]
        self.total = np.maximum(self.sum(self.weight), 0.1)
        self._meet()
        self._go_on()

    def sum(self, values: NDArray[np.generic]) -> Floats:
        """The sum of what each word has, by row."""
        return np.bincount(self.row, weights=values, minlength=self.rows).astype(np.float64)

    def share(self, kept: NDArray[np.bool_], of: NDArray[np.bool_]) -> Floats:
        """The share of the words `of` one kind that are kept; 1 where there is none."""
        whole = self.sum(of)
        return np.where(whole > 0, self.sum(kept & of) / np.maximum(whole, 1), 1.0)

    def _meet(self) -> None:
        """Find which words the other sentence has."""
        found, stems = self.found, self.found.stems[self.at]
        size = int(found.stems.max(initial=0)) + 1
        mine, its = self.row * size, self.mate * size
        self.shared = _held(its + stems, mine + stems)
        roots = found.roots[self.at]
        self.akin = self.shared | _held(its + roots, mine + roots)
        place, senses = self._senses()
        senses_of_mine, senses_of_its = self.row[place] * (1 << 20) + senses, self.mate[place] * (1 << 20) + senses
        self.akin[place[_held(senses_of_its, senses_of_mine)]] = True
        following = np.r_[stems[1:], 0][: len(stems)]
        self.bigram = np.r_[self.row[1:] == self.row[:-1], False][: len(stems)]
        told = (mine + stems) * size + following
        self.pairs_shared = _held((its + stems) * size + following, told[self.bigram])

    def _senses(self) -> tuple[Ints, Ints]:
        """The senses of the content words, each with the word's place among the words."""
        words = np.flatnonzero(self.content)
        stems = self.found.stems[self.at[words]]
        count = self.found.first_sense[stems + 1] - self.found.first_sense[stems]
        before = np.cumsum(count) - count
        senses = self.found.senses[np.arange(count.sum()) + np.repeat(self.found.first_sense[stems] - before, count)]
        return np.repeat(words, count), senses

    def _go_on(self) -> None:
        """Find where a sentence goes on without the words of the other."""
        self.left = ~self.akin & self.content
        # A stretch ends at a content word that both have, and with the sentence; function words belong to both.
        words = np.flatnonzero(self.content)
        row, left, weight = self.row[words], self.left[words], self.weight[words]
        begins = np.r_[True, (row[1:] != row[:-1]) | (left[1:] != left[:-1])] if len(words) else left
        mass = np.bincount(np.cumsum(begins) - 1, weights=weight * left)
        self.stretch = np.zeros(self.rows)
        np.maximum.at(self.stretch, row[begins], mass)
        self.stretches = np.bincount(row[begins & left], minlength=self.rows) / np.maximum(1, self.sum(self.left))


def _sides(values: NDArray[np.generic]) -> NDArray[Any]:
    """What each row has, as one line for the first sentences and one for the second."""
    return values.reshape(*values.shape[:-1], 2, -1)


def _least(values: NDArray[np.generic]) -> Floats:
    """The smaller of what the two sentences of each pair have."""
    least: Floats = _sides(values).min(axis=-2)
    return least


def _of_each(rows: _Rows, found: Words, ordered: Sequence[Floats]) -> Floats:
    """The columns of `OF_EACH`; `ordered` counts all stems in one order, and those with a meaning."""
    every = np.ones(len(rows.row), dtype=bool)
    names, numbers = found.name[rows.at], found.number[rows.at]
    measured = np.array(
        [
            rows.share(rows.shared, every),
            rows.sum(rows.weight * rows.shared) / rows.total,
            rows.sum(rows.weight * rows.akin) / rows.total,
            rows.share(rows.shared, rows.content),
            rows.share(rows.shared, ~rows.content),
            rows.share(rows.pairs_shared, rows.bigram),
            np.log1p(rows.sum(rows.weight * rows.left)),
            np.log1p(rows.stretch),
            rows.stretch / rows.total,
            rows.sum(names & ~rows.shared),
            rows.sum(numbers & ~rows.shared),
            np.tile(ordered[0], 2) / np.maximum(1, rows.count),
            np.tile(ordered[1], 2) / np.maximum(1, rows.sum(rows.content)),
        ]
    )
    sides = _sides(measured)
    edges: Floats = np.stack([sides.min(axis=1), sides.max(axis=1)], axis=1).reshape(2 * len(measured), -1)
    return edges


def _of_both(rows: _Rows, found: Words, ordered: Floats, plain: Sequence[str]) -> list[Floats]:
    """The columns of `OF_BOTH`."""
    common = _least(rows.sum(rows.shared & rows.content))
    by_word = [" ".join(sorted(text.split())) for text in plain]
    first, last = (_sides(ends) for ends in _ends(rows, found))
    odd = _sides(rows.sum(found.negation[rows.at]) % 2)
    number, name = found.number[rows.at], found.name[rows.at]
    counts = _sides(rows.count)
    shorter, longer = counts.min(axis=0), counts.max(axis=0)
    # Texts thick with names and figures repeat them whether or not they tell one thing.
    told = [_sides(rows.sum(kind)).sum(axis=0) / np.maximum(1, shorter + longer) for kind in (name, number)]
    return [
        _sides(rows.stretches).sum(axis=0) / 2,
        np.where(common > 0, ordered / np.maximum(1, common), 0.5),
        _alike(plain, rows),
        _alike(by_word, rows),
        (first[0] == first[1]).astype(float),
        (last[0] == last[1]).astype(float),
        (odd[0] != odd[1]).astype(float),
        shorter / np.maximum(1, longer),
        np.log1p(shorter),
        _least(rows.sum(number & rows.shared)),
        _least(rows.sum(name & rows.shared)),
        _least(rows.sum(number & ~rows.shared)),
        _least(rows.sum(name & ~rows.shared)),
        *told,
        longer - shorter,
    ]


def _ends(rows: _Rows, found: Words) -> tuple[Ints, Ints]:
    """The first and the last stem of each sentence; -1 where it has no word."""
    first, last = found.starts[rows.sentences], found.starts[rows.sentences + 1] - 1
    stems = np.r_[found.stems, -1]
    return np.where(rows.count > 0, stems[first], -1), np.where(rows.count > 0, stems[last], -1)


def _of_pairs(texts: Sequence[str], rows: _Rows) -> list[list[str]]:
    """What stands for the first sentences of all pairs, and for the second ones."""
    return [[texts[n] for n in side] for side in _sides(rows.sentences).tolist()]


def _alike(texts: Sequence[str], rows: _Rows) -> Floats:
    return np.asarray(cpdist(*_of_pairs(texts, rows), scorer=Indel.normalized_similarity, dtype=np.float64))


def _in_order(rows: _Rows, found: Words, content: bool) -> Floats:
    """How many stems stand in one order in both sentences; a sentence is written with one character a stem."""
    letters = found.stems + 0x100
    letters += (letters >= 0xD800) * 0x800  # surrogates are no characters
    kept = ~found.function if content else np.ones(len(letters), dtype=bool)
    written = letters[kept].astype("<u4").tobytes().decode("utf-32-le")
    starts = np.r_[0, np.cumsum(kept)][found.starts].tolist()
    sentences = [written[a:b] for a, b in pairwise(starts)]
    return np.asarray(cpdist(*_of_pairs(sentences, rows), scorer=LCSseq.similarity, dtype=np.float64))
