"""Sentences as lists of tokens in which every quotation is one token, so that grammar is read round it, not in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress, count

from twosource.spans import Span, merge
from twosource.text.quotes import Quote
from twosource.text.sentences import paragraphs, sentences_in

# The lower-case form of a token that stands for a whole quotation.
QUOTE = "“”"

# Tokens a sentence may have: the work on one grows with the square of its length, so lists without a stop are cut.
LONGEST_SENTENCE = 300

# Most words are of plain letters and stand before a space, so they have a branch of their own; the others open with one
# class and look back at what it took, because only then does the search skip white space at full speed.
_TOKEN = re.compile(
    r"([A-Za-z]+(?=[ ,])"
    r"|\S(?:(?<=\d)\d*(?:[.,:]\d+)*(?:[-–][^\W_]+)*|(?<=[^\W_])[^\W_]*(?:[-'’.&/@][^\W_]+)*|(?<=-)-|))"
)


# Names in capitals that are other words in small letters, as they would be written with stops.
_CAPITALS = {
    word + ending: stops + ending
    for word, stops in (("US", "u.s"), ("WHO", "w.h.o"), ("IS", "i.s"))
    for ending in ("", "'s", "’s")
}

# “Why?” Moen asked: the mark inside the quotation ends no sentence.
_ASKED = re.compile(
    r"\s*(?:[Tt]he |[Aa]n? |[Oo]ne )?(?:[\w.’'-]+ ){1,5}?(?:said|says|asked|asks|demanded|wondered|added|shouted"
    r"|replied|wrote|cried|yelled|exclaimed|tweeted|joked|quipped|told [^.]{1,30})(?: \w+){0,4}(?:[.,:]|$)"
)


# “It is old.” Moen said.
_SAID = re.compile(r"\s*(?:[\w.’'-]+ ){1,3}(?:said|says|added|wrote|replied)(?:[.]|$)")


class Tokens:
    """The words and marks of a stretch of text: parallel lists of word, lower-case form, where it starts and ends."""

    __slots__ = ("ends", "low", "starts", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        # Gaps and tokens by turns, so that the running sum of their lengths tells where each token starts and ends.
        pieces = _TOKEN.split(text[start:end])
        edges = list(accumulate(map(len, pieces), initial=start))
        self.words, self.starts, self.ends = pieces[1::2], edges[1:-1:2], edges[2::2]
        self.low = list(map(str.lower, self.words))
        for at in compress(count(), map(_CAPITALS.__contains__, self.words)):
            beside = [
                word for word in (*self.words[max(0, at - 1) : at], *self.words[at + 1 : at + 2]) if word.isalpha()
            ]
            if beside and not all(word.isupper() for word in beside):
                self.low[at] = _CAPITALS[self.words[at]]


class Sentence:
    """Parallel lists, one entry a token: word, lower-case form, where it starts and ends, its quotation or None.

    `tokens` are those of the whole text, `quotes` the outermost quotations of the sentence. `paragraph` counts from 0;
    `first` tells whether the sentence opens its paragraph; `finite` holds where its finite verbs stand, once somebody
    asked.
    """

    __slots__ = ("ends", "finite", "first", "low", "paragraph", "quotes", "size", "span", "starts", "text", "words")

    def __init__(
        self, text: str, tokens: Tokens, span: Span, quotes: Sequence[Quote], paragraph: int, first: bool
    ) -> None:
        self.text, self.span, self.paragraph, self.first = text, span, paragraph, first
        self.words: list[str] = []
        self.low: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.quotes: list[Quote | None] = []
        at = span.start
        for quote in quotes:
            self._plain(tokens, at, quote.span.start)
            self.words.append(QUOTE)
            self.low.append(QUOTE)
            self.starts.append(quote.span.start)
            self.ends.append(quote.span.end)
            self.quotes.append(quote)
            at = quote.span.end
        self._plain(tokens, at, span.end)
        self.size = len(self.words)
        self.finite: list[int] | None = None

    def _plain(self, tokens: Tokens, start: int, end: int) -> None:
        if start >= end:
            return
        first = bisect_left(tokens.starts, start)
        stop = bisect_left(tokens.starts, end, first)
        if (first and tokens.ends[first - 1] > start) or (first < stop and tokens.ends[stop - 1] > end):
            # An edge that a word reaches over, such as an apostrophe taken for a mark: the words are cut anew.
            tokens, first = Tokens(self.text, start, end), 0
            stop = len(tokens.words)
        self.words += tokens.words[first:stop]
        self.low += tokens.low[first:stop]
        self.starts += tokens.starts[first:stop]
        self.ends += tokens.ends[first:stop]
        self.quotes += [None] * (stop - first)

    def parts(self) -> "Iterator[Sentence]":
        """The sentence itself, or pieces of it where it is longer than any sentence a person writes."""
        if self.size <= LONGEST_SENTENCE:
            yield self
            return
        for first in range(0, self.size, LONGEST_SENTENCE):
            stop = min(first + LONGEST_SENTENCE, self.size)
            part = Sentence(self.text, Tokens("", 0, 0), Span(0, 0), (), self.paragraph, self.first and not first)
            part.span = self.of(first, stop)
            for name in ("words", "low", "starts", "ends", "quotes"):
                setattr(part, name, getattr(self, name)[first:stop])
            part.size = stop - first
            yield part

    def of(self, first: int, stop: int) -> Span:
        """The span of the tokens from `first` up to, not including, `stop`."""
        return Span(self.starts[first], self.ends[stop - 1])

    def only_quotes(self) -> bool:
        """Whether nothing but quotations and punctuation stands in it."""
        return any(self.quotes) and all(q or not w[0].isalnum() for q, w in zip(self.quotes, self.words, strict=True))


def _goes_on(text: str, piece: Span, block: Span, quote: Span) -> bool:
    """Whether a sentence that seems to end inside or with a quotation goes on after it."""
    if quote.start < piece.end < quote.end:
        return True
    if quote.end != piece.end:
        return False
    last = text[piece.end - 2 : piece.end - 1]
    if last == ".":
        return bool(_SAID.match(text, piece.end, block.end))
    return last in ("?", "!", "…", "—", "–") and bool(_ASKED.match(text, piece.end, block.end))


def skeleton(text: str, quotes: Sequence[Quote], boilerplate: Sequence[Span] = ()) -> Iterator[Sentence]:
    """The sentences in order, none of them cut inside a quotation; `quotes` are the outermost ones, in order."""
    starts = [quote.span.start for quote in quotes]
    tokens = Tokens(text, 0, len(text))
    skip = merge(boilerplate)
    at = passed = 0
    for number, block in enumerate(paragraphs(text)):
        while passed < len(skip) and skip[passed].end <= block.start:
            passed += 1
        if passed < len(skip) and skip[passed].covers(block):
            continue
        start = block.start
        for piece in sentences_in(text, block):
            holder = bisect_right(starts, piece.end - 1) - 1
            if holder >= 0 and piece.end < block.end and _goes_on(text, piece, block, quotes[holder].span):
                continue
            span = Span(start, piece.end)
            while at < len(quotes) and quotes[at].span.start < span.start:
                at += 1
            stop = at
            while stop < len(quotes) and quotes[stop].span.start < span.end:
                stop += 1
            yield from Sentence(text, tokens, span, quotes[at:stop], number, start == block.start).parts()
            at = stop
            start = piece.end
            while start < block.end and text[start].isspace():
                start += 1
