"""A sentence as words and marks with their places, and what is found of it as it is worded, wherever it stands."""

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from twosource.spans import Span

# Most words are of plain letters and stand before a space or a comma, so they have a branch of their own.
# A stop between a small letter and a capitalised word ends a sentence that lost the space behind it. What is no plain word
# opens with one class and looks back at what it took.
_WORD = re.compile(
    r"([A-Za-z]++(?=[ ,])|\S(?:(?<=[^\W_])[^\W_]*(?:(?:['’-]|\.(?!(?<=[a-z]\.)[A-Z](?:[a-z]|\s)))[^\W_]+)*"
    r"|(?<=-)-|(?<=[,;:()—–\"“”«»])|(?<=[.!?])(?=\s|$|[A-Z](?:[a-z]|\s))))"
)


class Hit(NamedTuple):
    """A phrase for an event at a place of a sentence: its class, the words it takes, and where the class is listed."""

    class_: str
    first: int
    end: int
    order: int


class Told(NamedTuple):
    """The phrases for what happened in a sentence, by the word at which they start or before which they end."""

    after: dict[int, tuple[Hit, ...]]
    """Those for something named before them, by where they start."""
    before: dict[int, tuple[Hit, ...]]
    """Those for something named behind them, by the word before which they end."""
    named: dict[int, tuple[Hit, ...]]
    """The nouns for what happened ("death toll"), by the word before which they end."""


class Word(NamedTuple):
    """A word or a mark of a sentence: its place in the text, as written, and case-folded."""

    span: Span
    text: str
    folded: str


class Wording:
    """A sentence as it is worded, wherever it stands: its words and marks, and what they tell of once that is asked."""

    __slots__ = ("folded", "lengths", "plain", "told", "written")

    def __init__(self, sentence: str) -> None:
        # Gaps and words by turns, so that the running sum of their lengths tells where each word starts and ends.
        pieces = _WORD.split(sentence)
        self.lengths, self.written = list(map(len, pieces)), pieces[1::2]
        self.plain = " ".join(self.written).casefold().replace("’", "'")
        self.folded = self.plain.split(" ") if self.written else []
        self.told: Told | None = None


# Carriers of one text bring the same sentences again and again.
_worded = lru_cache(maxsize=1 << 11)(Wording)


class Words:
    """The words and marks of a sentence in order, as parallel lists; `words[n]` puts one together."""

    __slots__ = ("ends", "folded", "plain", "starts", "wording", "written")

    def __init__(self, text: str, sentence: Span) -> None:
        self.wording = wording = _worded(text[sentence.start : sentence.end])
        self.written, self.folded, self.plain = wording.written, wording.folded, wording.plain
        edges = list(accumulate(wording.lengths, initial=sentence.start))
        self.starts, self.ends = edges[1:-1:2], edges[2::2]

    def __len__(self) -> int:
        return len(self.written)

    def __getitem__(self, at: int) -> Word:
        return Word(self.span(at, at + 1), self.written[at], self.folded[at])

    def span(self, first: int, stop: int) -> Span:
        """From the word `first` up to, not including, the word `stop`."""
        return Span(self.starts[first], self.ends[stop - 1])


@lru_cache(maxsize=256)
def words_of(text: str, sentence: Span) -> Words:
    """The words and marks of a sentence, in order; kept for the steps that follow, so not to be changed."""
    return Words(text, sentence)
