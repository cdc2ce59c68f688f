"""A document made ready for alignment: its words as integers, its quotations, its sentences."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from twosource.records import Document
from twosource.settings.reuse import SEED_WORDS, SHORTEST_SENTENCE
from twosource.spans import Span
from twosource.text.quotes import quoted_spans
from twosource.text.sentences import sentences
from twosource.text.stems import stem, words

_WORD = re.compile(r"\d+(?:[.,/-]\d+)*|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_MIX = np.array([pow(0x9E3779B97F4A7C15, n, 1 << 64) for n in range(1, SEED_WORDS + 1)], np.uint64)

# All numbers are one word while texts are aligned.
NUMBER = 0

Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Vocabulary(dict[str, int]):
    """Integers for words as written, the same for all documents that are compared; case makes no difference."""

    def __init__(self) -> None:
        super().__init__()
        self._stems: dict[str, int] = {}

    def stem(self, stem: str) -> int:
        """The integer of a stem."""
        return self._stems.setdefault(stem, len(self._stems))

    def __missing__(self, word: str) -> int:
        folded = word.casefold()
        if word[0].isdecimal():
            self[word] = NUMBER
        else:
            self[word] = self[folded] if folded != word else len(self) + 1
        return self[word]


class Prepared:
    """The words of a document without its boilerplate; positions count words, spans code points of its text."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        text = document.text
        self.document, self.text, self.publisher = document.id, text, document.publisher
        self.published, self.vocabulary = document.published, vocabulary
        spans = np.array([word.span() for word in _WORD.finditer(text)], np.int64).reshape(-1, 2)
        ids = np.array([vocabulary[word] for word in _WORD.findall(text)], np.int64)
        if document.boilerplate:
            kept = ~_mask(text, document.boilerplate)[spans[:, 0]]
            spans, ids = spans[kept], ids[kept]
        self.ids: Positions = ids
        self.starts: Positions = spans[:, 0]
        self.ends: Positions = spans[:, 1]
        self.quoted: Flags = _mask(text, quoted_spans(text))[self.starts]

    def word(self, at: int) -> Span:
        """The span of the word at a position."""
        return self.span((at, at + 1))

    def span(self, words: tuple[int, int]) -> Span:
        """The span from the first to the last of a range of words."""
        return Span(int(self.starts[words[0]]), int(self.ends[words[1] - 1]))

    @cached_property
    def seeds(self) -> npt.NDArray[np.uint64]:
        """A hash of the run of words that begins at each position."""
        if len(self.ids) < SEED_WORDS:
            return np.zeros(0, np.uint64)
        words: Any = np.lib.stride_tricks.sliding_window_view(self.ids.astype(np.uint64), SEED_WORDS)
        mixed: npt.NDArray[np.uint64] = (words * _MIX).sum(axis=1, dtype=np.uint64)
        return mixed ^ (mixed >> np.uint64(29))

    @cached_property
    def seed_places(self) -> tuple[npt.NDArray[np.uint64], Positions]:
        """The seeds in order, with where each stands."""
        order = np.argsort(self.seeds, kind="stable")
        return self.seeds[order], order

    @cached_property
    def distinct_seeds(self) -> frozenset[int]:
        """The hashes of all runs of words."""
        return frozenset(self.seeds.tolist())

    @cached_property
    def numbers(self) -> Positions:
        """Where the numbers stand."""
        return np.flatnonzero(self.ids == NUMBER)

    def number(self, at: int) -> str:
        """The number at a position, without the commas that part its thousands."""
        return _THOUSANDS.sub("", self.word(at).of(self.text))

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers of the document."""
        return frozenset(map(self.number, self.numbers.tolist()))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences as ranges of words, empty ones left out."""
        bounds = np.array(sentences(self.text), np.int64).reshape(-1, 2)
        ranges = np.searchsorted(self.starts, bounds).tolist()
        return [(first, last) for first, last in ranges if last > first]

    @cached_property
    def prose_sentences(self) -> tuple[Positions, Positions, Positions]:
        """The places of the sentences that are prose and long enough to be compared, and where each begins and ends."""
        first, last = np.array(self.sentences, np.int64).reshape(-1, 2).T
        quoted = np.concatenate(([0], np.cumsum(self.quoted)))
        words = last - first
        places = np.flatnonzero((words >= SHORTEST_SENTENCE) & (2 * (quoted[last] - quoted[first]) < words))
        return places, first[places], last[places]

    @cached_property
    def sentence_texts(self) -> list[str]:
        """The words of each sentence as written."""
        return [self.span(sentence).of(self.text) for sentence in self.sentences]

    @cached_property
    def sentence_stems(self) -> tuple[Positions, Positions, Positions]:
        """The stems of longer words, each once a sentence, in order, with the sentence each stands in; and how many each has."""
        found = [
            {self.vocabulary.stem(stem(word)) for word in words(text) if len(word) > 3} for text in self.sentence_texts
        ]
        count = np.array([len(stems) for stems in found], np.int64)
        stems = np.array([one for stems in found for one in sorted(stems)], np.int64)
        order = np.argsort(stems, kind="stable")
        return stems[order], np.repeat(np.arange(len(found)), count)[order], count

    def prose(self, used: Flags) -> int:
        """How many of the used words stand outside quotation marks."""
        return int(np.count_nonzero(used & ~self.quoted))

    def coverage(self, used: Flags) -> tuple[float, float]:
        """The shares of the prose, and of the quoted words, that are used."""
        quoted = int(np.count_nonzero(self.quoted))
        used_quoted = int(np.count_nonzero(used & self.quoted))
        used_prose = int(np.count_nonzero(used)) - used_quoted
        return _share(used_prose, len(self.ids) - quoted), _share(used_quoted, quoted)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _mask(text: str, spans: Sequence[Span]) -> Flags:
    """Whether each code point of a text lies in one of the spans."""
    mask = np.zeros(len(text), bool)
    for start, end in spans:
        mask[start:end] = True
    return mask
