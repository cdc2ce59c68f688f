"""A document made ready for alignment: its words as integers, its quotations, its sentences."""

import re
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from twosource.records import Document
from twosource.settings.reuse import SEED_WORDS, SHORTEST_SENTENCE
from twosource.spans import Span
from twosource.text.quotes import quoted_spans
from twosource.text.sentences import sentences
from twosource.text.stems import stem, words

# Scripts that put no space between words: each character is one.
_UNSPACED = r"\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff"
# Most words are of plain letters, so they have a branch of their own; the others look back at the character they open with.
_WORD = re.compile(
    rf"([A-Za-z]++(?=[ ,.])|[^\W_](?:(?<=\d)\d*(?:[.,/-]\d+)*|(?<=[{_UNSPACED}])|(?<![\d{_UNSPACED}])[^\W_]*))"
)
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
        self.stems = Stems()

    def __missing__(self, word: str) -> int:
        if word[0].isdecimal():
            return self.setdefault(word, NUMBER)
        folded = word.casefold()
        return self.setdefault(word, self[folded] if folded != word else len(self) + 1)


class Stems(dict[str, int]):
    """Integers for the stems of words as written."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        return self.setdefault(word, self._numbers.setdefault(stem(word), len(self._numbers)))


class Prepared:
    """The words of a document without its boilerplate; positions count words, spans code points of its text."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        text = document.text
        self.document, self.text, self.publisher = document.id, text, document.publisher
        self.published, self.vocabulary = document.published, vocabulary
        # What stands between words and the words themselves take turns.
        pieces = _WORD.split(text)
        ends = np.cumsum(np.fromiter(map(len, pieces), np.int64, len(pieces)))
        words = pieces[1::2]
        ids = np.fromiter(map(vocabulary.__getitem__, words), np.int64, len(words))
        self.ids: Positions = ids
        self.starts: Positions = ends[:-1:2]
        self.ends: Positions = ends[1::2]
        if document.boilerplate:
            kept = ~self._inside(document.boilerplate)
            self.ids, self.starts, self.ends = ids[kept], self.starts[kept], self.ends[kept]
        self.quoted: Flags = self._inside(quoted_spans(text))

    def _inside(self, spans: Sequence[Span]) -> Flags:
        """Which words begin in one of the spans, which are in order and apart."""
        edges = np.array(spans, np.int64).reshape(-1)
        inside: Flags = np.searchsorted(edges, self.starts, "right") % 2 == 1
        return inside

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
        ids, last = self.ids.astype(np.uint64), len(self.ids) - SEED_WORDS + 1
        mixed = sum((ids[n : n + last] * weight for n, weight in enumerate(_MIX)), np.zeros(last, np.uint64))
        return mixed ^ (mixed >> np.uint64(29))

    @cached_property
    def numbers(self) -> dict[int, str]:
        """The numbers by their positions, without the commas that part their thousands."""
        places = np.flatnonzero(self.ids == NUMBER)
        where = zip(places.tolist(), self.starts[places].tolist(), self.ends[places].tolist(), strict=True)
        written = {place: self.text[start:end] for place, start, end in where}
        return {place: _THOUSANDS.sub("", words) if "," in words else words for place, words in written.items()}

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers of the document."""
        return frozenset(self.numbers.values())

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
        known = self.vocabulary.stems
        found = [{known[word] for word in words(text) if len(word) > 3} for text in self.sentence_texts]
        count = np.array([len(stems) for stems in found], np.int64)
        stems = np.array([one for stems in found for one in sorted(stems)], np.int64)
        order = np.argsort(stems, kind="stable")
        return stems[order], np.repeat(np.arange(len(found)), count)[order], count
