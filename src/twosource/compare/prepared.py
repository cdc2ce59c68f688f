"""A document made ready for alignment: its words as integers, its quotations, its sentences."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from twosource.records import Document
from twosource.settings.reuse import SEED_WORDS
from twosource.spans import Span
from twosource.text.quotes import quoted_spans
from twosource.text.sentences import sentences

_WORD = re.compile(r"(\d+(?:[.,]\d+)*)|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")

# All numbers are one word while texts are aligned.
NUMBER = 0


class Vocabulary:
    """Integers for words, the same for all documents that are compared."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}

    def id(self, word: str) -> int:
        """The integer of a case-folded word, from 1."""
        return self._ids.setdefault(word, len(self._ids) + 1)


class Prepared:
    """The words of a document without its boilerplate; positions count words, spans code points of its text."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.document, self.text, self.publisher = document.id, document.text, document.publisher
        self.recurring: bytearray | None = None
        """A byte for each word: 1 where it stands in a run of words that its publisher prints in several documents."""
        left_out, quotes = _mask(document.text, document.boilerplate), _mask(document.text, quoted_spans(document.text))
        self.ids: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.quoted: list[bool] = []
        for word in _WORD.finditer(document.text):
            start = word.start()
            if left_out[start]:
                continue
            self.ids.append(NUMBER if word.group(1) else vocabulary.id(word.group().casefold()))
            self.starts.append(start)
            self.ends.append(word.end())
            self.quoted.append(quotes[start] == 1)

    def word(self, at: int) -> Span:
        """The span of the word at a position."""
        return Span(self.starts[at], self.ends[at])

    def span(self, words: tuple[int, int]) -> Span:
        """The span from the first to the last of a range of words."""
        return Span(self.starts[words[0]], self.ends[words[1] - 1])

    @cached_property
    def seeds(self) -> dict[tuple[int, ...], list[int]]:
        """Where each short run of words stands."""
        found: dict[tuple[int, ...], list[int]] = {}
        for at in range(len(self.ids) - SEED_WORDS + 1):
            found.setdefault(tuple(self.ids[at : at + SEED_WORDS]), []).append(at)
        return found

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences as ranges of words, empty ones left out."""
        ranges = [
            (bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end))
            for sentence in sentences(self.text)
        ]
        return [(first, last) for first, last in ranges if last > first]

    def prose(self, used: Sequence[bool]) -> int:
        """How many of the used words stand outside quotation marks."""
        return sum(use and not inside for use, inside in zip(used, self.quoted, strict=True))

    def coverage(
        self, used: Sequence[bool], other: "Prepared", used_other: Sequence[bool]
    ) -> tuple[float, float, float, float]:
        """Shares of the prose of both that is used, then of the quoted words of both."""
        return (
            self._share(used, quoted=False),
            other._share(used_other, quoted=False),
            self._share(used, quoted=True),
            other._share(used_other, quoted=True),
        )

    def _share(self, used: Sequence[bool], *, quoted: bool) -> float:
        of_kind = [use for use, inside in zip(used, self.quoted, strict=True) if inside == quoted]
        return round(sum(of_kind) / len(of_kind), 4) if of_kind else 0.0


def _mask(text: str, spans: Sequence[Span]) -> bytearray:
    """A byte for each code point of a text: 1 inside the spans."""
    mask = bytearray(len(text))
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return mask
