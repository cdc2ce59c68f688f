"""Sentences as lists of tokens in which every quotation is one token, so that grammar is read round it, not in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress, count, pairwise

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
    r"([A-Za-z]++(?=[ ,])"
    r"|\S(?:(?<=\d)\d*(?:[.,:]\d+)*(?:[-–][^\W_]+)*|(?<=[^\W_])[^\W_]*(?:[-'’.&/@][^\W_]+)*|(?<=-)-|))"
)


# Names in capitals that are other words in small letters, as they would be written with stops.
CAPITALS = {"US": "u.s", "WHO": "w.h.o", "IS": "i.s"}
_CAPITALS = {word + ending: stops + ending for word, stops in CAPITALS.items() for ending in ("", "'s", "’s")}

# “Why?” Moen asked: the mark inside the quotation ends no sentence.
_ASKED = re.compile(
    r"\s*(?:[Tt]he |[Aa]n? |[Oo]ne )?(?:[\w.’'-]+ ){1,5}?(?:said|says|asked|asks|demanded|wondered|added|shouted"
    r"|replied|wrote|cried|yelled|exclaimed|tweeted|joked|quipped|told [^.]{1,30})(?: \w+){0,4}(?:[.,:]|$)"
    r"|\s*(?:The |An? |One )?(?:[\w.’'-]+ ){1,4}?(?:shouted|screamed|yelled|cried|whispered|snapped|barked|roared|called)\b"
)


# “It is old.” Moen said.
_SAID = re.compile(r"\s*(?:[\w.’'-]+ ){1,3}(?:said|says|added|wrote|replied)(?:[.]|$)")


class _Lowered(dict[str, str]):
    """Words in small letters, each made once: what is asked of a word later finds one that was asked for before."""

    LARGEST = 32768

    def __missing__(self, word: str) -> str:
        if len(self) >= self.LARGEST:
            self.clear()
        return self.setdefault(word, word.lower())


_LOWERED = _Lowered()


class Tokens:
    """The words and marks of a text, each quotation as one of them, which is in order and not looked into.

    Parallel lists of word, lower-case form, where it starts and ends, and the quotation that it stands for or None.
    """

    __slots__ = ("ends", "low", "quotes", "starts", "text", "words")

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self.text = text
        self.words: list[str] = []
        self.low: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.quotes: list[Quote | None] = []
        at = 0
        for quote in quotes:
            self._cut(at, quote.span.start)
            self.words.append(QUOTE)
            self.low.append(QUOTE)
            self.starts.append(quote.span.start)
            self.ends.append(quote.span.end)
            self.quotes.append(quote)
            at = quote.span.end
        self._cut(at, len(text))
        if any(name in text for name in CAPITALS):
            self._tell_capitals()

    def _cut(self, start: int, end: int) -> None:
        # Gaps and tokens by turns, so that the running sum of their lengths tells where each token starts and ends.
        pieces = _TOKEN.split(self.text[start:end])
        edges = list(accumulate(map(len, pieces), initial=start))
        words = pieces[1::2]
        self.words += words
        self.low += map(_LOWERED.__getitem__, words)
        self.starts += edges[1:-1:2]
        self.ends += edges[2::2]
        self.quotes += [None] * len(words)

    def _tell_capitals(self) -> None:
        for at in compress(count(), map(_CAPITALS.__contains__, self.words)):
            beside = [
                word for word in (*self.words[max(0, at - 1) : at], *self.words[at + 1 : at + 2]) if word.isalpha()
            ]
            if beside and not all(word.isupper() for word in beside):
                self.low[at] = _CAPITALS[self.words[at]]


class Sentence:
    """Parallel lists, one entry a token: word, lower-case form, where it starts and ends, its quotation or None.

    They are those of the `tokens` from `first` to `stop`. `paragraph` counts from 0; `opens` tells whether the sentence
    opens its paragraph; `finite` holds where its finite verbs stand, once somebody asked.
    """

    __slots__ = ("ends", "finite", "first", "low", "paragraph", "quotes", "size", "span", "starts", "text", "words")

    def __init__(self, tokens: Tokens, first: int, stop: int, span: Span, paragraph: int, opens: bool) -> None:
        self.text, self.span, self.paragraph, self.first = tokens.text, span, paragraph, opens
        self.words = tokens.words[first:stop]
        self.low = tokens.low[first:stop]
        self.starts = tokens.starts[first:stop]
        self.ends = tokens.ends[first:stop]
        self.quotes = tokens.quotes[first:stop]
        self.size = stop - first
        self.finite: list[int] | None = None

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
    quoted = [quote.span.start for quote in quotes]
    tokens = Tokens(text, quotes)
    skip = merge(boilerplate)
    passed = 0
    for number, block in enumerate(paragraphs(text)):
        while passed < len(skip) and skip[passed].end <= block.start:
            passed += 1
        if passed < len(skip) and skip[passed].covers(block):
            continue
        start = block.start
        for piece in sentences_in(text, block):
            holder = bisect_right(quoted, piece.end - 1) - 1
            if holder >= 0 and piece.end < block.end and _goes_on(text, piece, block, quotes[holder].span):
                continue
            first = bisect_left(tokens.starts, start)
            stop = bisect_left(tokens.starts, piece.end, first)
            yield from _parts(tokens, first, stop, Span(start, piece.end), number, start == block.start)
            start = piece.end
            while start < block.end and text[start].isspace():
                start += 1


def _parts(tokens: Tokens, first: int, stop: int, span: Span, paragraph: int, opens: bool) -> list[Sentence]:
    """The sentence, or pieces of it where it is longer than any sentence a person writes."""
    if stop - first <= LONGEST_SENTENCE:
        return [Sentence(tokens, first, stop, span, paragraph, opens)]
    cuts = [*range(first, stop, LONGEST_SENTENCE), stop]
    return [
        Sentence(tokens, at, end, Span(tokens.starts[at], tokens.ends[end - 1]), paragraph, opens and at == first)
        for at, end in pairwise(cuts)
    ]
