"""The passages that two documents share, with their spans, and how much of each document they cover.

Runs of equal words are joined over small gaps. Numbers are masked while aligning and compared afterwards: a changed
number in copied text is evidence, not a lower score. Many pairs are aligned together.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import Literal, NamedTuple

import msgspec
import numpy as np

from twosource.compare.laid import Covered, Pair, Side, by_owner, running
from twosource.compare.prepared import Positions, Prepared
from twosource.compare.rewording import reworded_sentences, worth_scoring
from twosource.compare.runs import Run, equal_runs, tile
from twosource.records import Passage
from twosource.settings.reuse import (
    DERIVES,
    EQUAL_OF_REWORDED,
    GAP_WORDS,
    NEAR,
    REWORDED_SENTENCES,
    SHORTEST_PASSAGE,
    VERBATIM,
)
from twosource.spans import Span

Kind = Literal["verbatim", "near", "reworded"]
SentenceScores = Callable[[Sequence[tuple[str, str]]], list[float]]


class Tile(NamedTuple):
    """Runs that follow one another closely in both documents; ends are exclusive."""

    a: tuple[int, int]
    b: tuple[int, int]
    equal: int
    score: float | None = None
    """How sure it is that sentences reworded say the same; None for runs of equal words."""

    @property
    def words(self) -> float:
        """Its words, the mean of both sides."""
        return (self.a[1] - self.a[0] + self.b[1] - self.b[0]) / 2

    @property
    def share(self) -> float:
        """The share of its words that are equal."""
        return self.equal / self.words


class Aligned(msgspec.Struct, frozen=True):
    """What two documents share; coverages are shares of the words, prose outside quotation marks and inside apart."""

    a: str
    b: str
    passages: tuple[Passage, ...]
    coverage_a: float
    coverage_b: float
    quote_coverage_a: float
    quote_coverage_b: float
    equal: float
    """Share of the words of the passages that are the same on both sides."""
    prose: int
    """Words of prose outside quotation marks that the passages cover in the document that has fewer of them covered."""
    longest: int
    """Words of prose in the passage that holds most of them."""
    numbers: float | None
    """Share of the numbers of the document that is covered more that the other has too; None where it has none."""
    changed_numbers: tuple[tuple[Span, Span], ...]
    same_numbers: bool = False
    """Whether both have the same numbers throughout."""
    fresh: float = 1.0
    """Share of the keys of the one that has fewer that both hold and that are no form of a common publisher."""
    printed: bool = False
    """Whether most of what both hold stands in further documents of a common publisher."""
    framed: bool = False
    """Whether the passages are captions, notices and the like, of which no share of the report is told."""
    common: int = 0
    """How many distinct runs of `SEED_WORDS` words both have: the nearer of two relatives has more of them."""


class Begun(NamedTuple):
    """Pairs of documents with the equal words they share, and the pairs of sentences that may say one thing in other words."""

    a: Side
    b: Side
    runs: Sequence[Sequence[Run]]
    tiles: Sequence[Sequence[Tile]]
    common: Sequence[int]
    sentences: Sequence[Sequence[tuple[int, int]]]
    texts: Sequence[tuple[str, str]]
    """The words of the pairs of sentences of all."""


def align(pairs: Sequence[Pair], sentence_scores: SentenceScores | None = None) -> list[Aligned]:
    """The passages of each pair; with `sentence_scores`, sentences said in other words are looked for too."""
    begun = begin(pairs, [sentence_scores is not None] * len(pairs))
    return finish(begun, sentence_scores(begun.texts) if sentence_scores and begun.texts else ())


def begin(pairs: Sequence[Pair], reworded: Sequence[bool]) -> Begun:
    """What equal words tell of pairs of documents, and for those that may be reworded the sentences that are worth scoring."""
    a, b = Side([one for one, _ in pairs]), Side([other for _, other in pairs])
    found, common = equal_runs(pairs)
    runs = [tile(laid, len(one.ids), len(other.ids)) for laid, (one, other) in zip(found, pairs, strict=True)]
    tiles = [[tile for tile in joined(laid) if tile.equal >= SHORTEST_PASSAGE] for laid in runs]
    _use(a, b, tiles)
    sentences = worth_scoring(a, b, np.flatnonzero(reworded))
    texts = [
        (one.sentence_texts[m], other.sentence_texts[n])
        for (one, other), places in zip(pairs, sentences, strict=True)
        for m, n in places
    ]
    return Begun(a, b, runs, tiles, common, sentences, texts)


def finish(begun: Begun, scores: Sequence[float]) -> list[Aligned]:
    """The passages of pairs of documents, whose pairs of sentences have these scores."""
    a, b, given = begun.a, begun.b, iter(scores)
    reworded = [
        _reworded(one, other, tiles, sentences, list(islice(given, len(sentences))))
        for one, other, tiles, sentences in zip(a.documents, b.documents, begun.tiles, begun.sentences, strict=True)
    ]
    _use(a, b, reworded)
    found = [[*tiles, *others] for tiles, others in zip(begun.tiles, reworded, strict=True)]
    covered = zip(a.covered(), b.covered(), _longest(a, begun.tiles), begun.common, strict=True)
    pairs = zip(a.documents, b.documents, begun.runs, found, _passages(a, b, found), covered, strict=True)
    return [_aligned(*pair) for pair in pairs]


def _aligned(
    a: Prepared,
    b: Prepared,
    runs: Sequence[Run],
    found: Sequence[Tile],
    passages: Sequence[Passage],
    covered: tuple[Covered, Covered, int, int],
) -> Aligned:
    of_a, of_b, longest, common = covered
    words = sum(one.words for one in found)
    return Aligned(
        a=a.document,
        b=b.document,
        passages=tuple(passages),
        coverage_a=of_a.share,
        coverage_b=of_b.share,
        quote_coverage_a=of_a.share_of_quotes,
        quote_coverage_b=of_b.share_of_quotes,
        equal=sum(one.equal for one in found) / words if words else 0.0,
        prose=min(of_a.prose, of_b.prose),
        longest=longest,
        numbers=_kept(a.figures, b.figures) if of_a.share > of_b.share else _kept(b.figures, a.figures),
        changed_numbers=tuple(_changed_numbers(a, b, runs)),
        same_numbers=a.figures == b.figures,
        common=common,
    )


def align_frames(pairs: Sequence[Pair]) -> list[Aligned | None]:
    """The passages of pairs of documents prepared with all that stands round the report, where they make up a good part of one."""
    return [
        Aligned(found.a, found.b, found.passages, 0.0, 0.0, 0.0, 0.0, 0.0, 0, 0, None, (), framed=True)
        if max(found.coverage_a, found.coverage_b, found.quote_coverage_a, found.quote_coverage_b) >= DERIVES
        else None
        for found in align(pairs)
    ]


def _ranges(tiles: Sequence[Sequence[Tile]]) -> Positions:
    """The tiles of pairs as columns: the number of the pair, and where the tile begins and ends in both documents."""
    rows = [(pair, *tile.a, *tile.b) for pair, of_pair in enumerate(tiles) for tile in of_pair]
    return np.array(rows, np.int64).reshape(-1, 5).T


def _use(a: Side, b: Side, tiles: Sequence[Sequence[Tile]]) -> None:
    pair, first_a, last_a, first_b, last_b = _ranges(tiles)
    a.use(pair, first_a, last_a)
    b.use(pair, first_b, last_b)


def _reworded(
    a: Prepared, b: Prepared, tiles: Sequence[Tile], sentences: Sequence[tuple[int, int]], scores: Sequence[float]
) -> list[Tile]:
    """The pairs of sentences that say one thing; a single one beside no equal words proves nothing."""
    found = [
        Tile(first, second, round(min(first[1] - first[0], second[1] - second[0]) * EQUAL_OF_REWORDED), score)
        for first, second, score in reworded_sentences(a, b, sentences, scores)
    ]
    return found if tiles or len(found) >= REWORDED_SENTENCES else []


def _passages(a: Side, b: Side, tiles: Sequence[Sequence[Tile]]) -> list[list[Passage]]:
    """The passages of each pair, in order of where they stand."""
    pair, first_a, last_a, first_b, last_b = _ranges(tiles)
    spans = zip(a.spans(pair, first_a, last_a), b.spans(pair, first_b, last_b), strict=True)
    found = [_passage(one, *where) for one, where in zip(chain.from_iterable(tiles), spans, strict=True)]
    return [sorted(one, key=lambda passage: (passage.a, passage.b)) for one in by_owner(found, pair, len(tiles))]


def _passage(found: Tile, a: Span, b: Span) -> Passage:
    score = found.score if found.score is not None else found.share
    kind: Kind = "reworded"
    if found.score is None:
        kind = "verbatim" if score >= VERBATIM else "near" if score >= NEAR else "reworded"
    return Passage(a=a, b=b, kind=kind, score=round(score, 4))


def _longest(a: Side, tiles: Sequence[Sequence[Tile]]) -> list[int]:
    """Words of prose in the tile of each pair that holds most of them."""
    pair, first, last, _, _ = _ranges(tiles)
    quoted = running(a.quoted)
    prose = last - first - (quoted[a.first[pair] + last] - quoted[a.first[pair] + first])
    return [max(words, default=0) for words in by_owner(prose.tolist(), pair, len(tiles))]


def joined(runs: Sequence[Run]) -> list[Tile]:
    """Runs in order of `a`, joined where both documents go on after a few words."""
    tiles: list[Tile] = []
    for run in runs:
        if tiles:
            last = tiles[-1]
            if 0 <= run.a - last.a[1] <= GAP_WORDS and 0 <= run.b - last.b[1] <= GAP_WORDS:
                tiles[-1] = Tile((last.a[0], run.a + run.size), (last.b[0], run.b + run.size), last.equal + run.size)
                continue
        tiles.append(Tile((run.a, run.a + run.size), (run.b, run.b + run.size), run.size))
    return tiles


def _kept(figures: frozenset[str], others: frozenset[str]) -> float | None:
    return len(figures & others) / len(figures) if figures else None


def _changed_numbers(a: Prepared, b: Prepared, runs: Sequence[Run]) -> Iterator[tuple[Span, Span]]:
    places = list(a.numbers)
    for run in runs:
        for place in places[bisect_left(places, run.a) : bisect_left(places, run.a + run.size)]:
            if a.numbers[place] != b.numbers[run.b + place - run.a]:
                yield a.word(place), b.word(run.b + place - run.a)
