"""The passages that two documents share, with their spans, and how much of each document they cover.

Runs of equal words are found from seeds, so that reordered paragraphs are no obstacle, laid like tiles, the longest
first (Wise 1993), and chained over small gaps. Numbers are masked while aligning and compared afterwards: a changed
number in copied text is evidence, not a lower score.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec
import numpy as np

from twosource.compare.prepared import Flags, Prepared
from twosource.compare.rewording import reworded_sentences, texts_of, worth_scoring
from twosource.records import Passage
from twosource.settings.reuse import (
    COMMON_SEED,
    DERIVES,
    EQUAL_OF_REWORDED,
    GAP_WORDS,
    NEAR,
    SEED_WORDS,
    SHORTEST_PASSAGE,
    SHORTEST_RUN,
    VERBATIM,
)
from twosource.spans import Span

Kind = Literal["verbatim", "near", "reworded"]
SentenceScores = Callable[[Sequence[tuple[str, str]]], list[float]]


class Run(NamedTuple):
    """A run of `size` equal words, by the positions of its first words."""

    a: int
    b: int
    size: int


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
    """Two documents with the equal words they share, and the pairs of sentences that may say one thing in other words."""

    a: Prepared
    b: Prepared
    runs: Sequence[Run]
    tiles: Sequence[Tile]
    used: tuple[Flags, Flags]
    sentences: Sequence[tuple[int, int]]
    texts: Sequence[tuple[str, str]]
    """The words of the pairs of sentences."""


def align(a: Prepared, b: Prepared, sentence_scores: SentenceScores | None = None) -> Aligned:
    """The passages of `a` and `b`; with `sentence_scores`, sentences said in other words are looked for too."""
    begun = begin(a, b, reworded=sentence_scores is not None)
    return finish(begun, sentence_scores(begun.texts) if sentence_scores and begun.sentences else ())


def begin(a: Prepared, b: Prepared, *, reworded: bool) -> Begun:
    """What equal words tell of two documents, and with `reworded` which pairs of sentences are worth scoring."""
    runs = tile(a, b)
    tiles = [tile for tile in chain(runs) if tile.equal >= SHORTEST_PASSAGE]
    used = np.zeros(len(a.ids), bool), np.zeros(len(b.ids), bool)
    _use(tiles, *used)
    sentences = worth_scoring(a, b, *used) if reworded else ()
    return Begun(a, b, runs, tiles, used, sentences, texts_of(a, b, sentences))


def finish(begun: Begun, scores: Sequence[float]) -> Aligned:
    """The passages of two documents, whose pairs of sentences have these scores."""
    a, b, (used_a, used_b) = begun.a, begun.b, begun.used
    reworded = [
        Tile(first, second, round(min(first[1] - first[0], second[1] - second[0]) * EQUAL_OF_REWORDED), score)
        for first, second, score in reworded_sentences(a, b, begun.used, begun.sentences, scores)
    ]
    _use(reworded, used_a, used_b)
    (coverage_a, quote_coverage_a), (coverage_b, quote_coverage_b) = a.coverage(used_a), b.coverage(used_b)
    found = [*begun.tiles, *reworded]
    words = sum(one.words for one in found)
    return Aligned(
        a=a.document,
        b=b.document,
        passages=tuple(sorted((_passage(a, b, one) for one in found), key=lambda one: (one.a, one.b))),
        coverage_a=coverage_a,
        coverage_b=coverage_b,
        quote_coverage_a=quote_coverage_a,
        quote_coverage_b=quote_coverage_b,
        equal=sum(one.equal for one in found) / words if words else 0.0,
        prose=min(a.prose(used_a), b.prose(used_b)),
        longest=max((_prose(a, one.a) for one in begun.tiles), default=0),
        numbers=_kept(a.figures, b.figures) if coverage_a > coverage_b else _kept(b.figures, a.figures),
        changed_numbers=tuple(_changed_numbers(a, b, begun.runs)),
        same_numbers=a.figures == b.figures,
        common=len(a.distinct_seeds & b.distinct_seeds),
    )


def align_frames(a: Prepared, b: Prepared) -> Aligned | None:
    """The passages of two documents prepared with all that stands round the report, where they make up a good part of one."""
    found = align(a, b)
    share = max(found.coverage_a, found.coverage_b, found.quote_coverage_a, found.quote_coverage_b)
    if share < DERIVES:
        return None
    return Aligned(a.document, b.document, found.passages, 0.0, 0.0, 0.0, 0.0, 0.0, 0, 0, None, (), framed=True)


def _use(tiles: Sequence[Tile], used_a: Flags, used_b: Flags) -> None:
    for one in tiles:
        used_a[slice(*one.a)] = True
        used_b[slice(*one.b)] = True


def _passage(a: Prepared, b: Prepared, found: Tile) -> Passage:
    score = found.score if found.score is not None else found.share
    kind: Kind = "reworded"
    if found.score is None:
        kind = "verbatim" if score >= VERBATIM else "near" if score >= NEAR else "reworded"
    return Passage(a=a.span(found.a), b=b.span(found.b), kind=kind, score=round(score, 4))


def tile(a: Prepared, b: Prepared) -> list[Run]:
    """Runs of equal words that overlap in neither document, the longest laid first."""
    used_a, used_b = bytearray(len(a.ids)), bytearray(len(b.ids))
    laid = []
    for run in equal_runs(a, b):
        first, last = 0, run.size
        while first < last and (used_a[run.a + first] or used_b[run.b + first]):
            first += 1
        while last > first and (used_a[run.a + last - 1] or used_b[run.b + last - 1]):
            last -= 1
        size = last - first
        if (
            size < SHORTEST_RUN
            or 1 in used_a[run.a + first : run.a + last]
            or 1 in used_b[run.b + first : run.b + last]
        ):
            continue
        used_a[run.a + first : run.a + last] = used_b[run.b + first : run.b + last] = b"\1" * size
        laid.append(Run(run.a + first, run.b + first, size))
    return sorted(laid)


def chain(runs: Sequence[Run]) -> list[Tile]:
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


def equal_runs(a: Prepared, b: Prepared) -> Iterator[Run]:
    """Every longest run of at least `SHORTEST_RUN` equal words, the longest first.

    Where seeds meet, neighbours on one diagonal are one run.
    """
    seeds, places = b.seed_places
    low = np.searchsorted(seeds, a.seeds, "left")
    count = np.minimum(np.searchsorted(seeds, a.seeds, "right") - low, COMMON_SEED)
    at_a = np.repeat(np.arange(len(count)), count)
    if not len(at_a):
        return
    within = np.arange(len(at_a)) - np.repeat(np.cumsum(count) - count, count)
    at_b = places[np.repeat(low, count) + within]
    order = np.lexsort((at_a, at_b - at_a))
    at_a, at_b = at_a[order], at_b[order]
    breaks = np.flatnonzero((np.diff(at_a) != 1) | (np.diff(at_b) != 1)) + 1
    first = np.concatenate(([0], breaks))
    size = np.diff(np.concatenate((first, [len(at_a)]))) + SEED_WORDS - 1
    kept = np.flatnonzero(size >= SHORTEST_RUN)
    at_a, at_b, size = at_a[first[kept]], at_b[first[kept]], size[kept]
    order = np.lexsort((at_b, at_a, -size))
    yield from map(Run, at_a[order].tolist(), at_b[order].tolist(), size[order].tolist())


def _prose(document: Prepared, words: tuple[int, int]) -> int:
    return words[1] - words[0] - int(np.count_nonzero(document.quoted[slice(*words)]))


def _kept(figures: frozenset[str], others: frozenset[str]) -> float | None:
    return len(figures & others) / len(figures) if figures else None


def _changed_numbers(a: Prepared, b: Prepared, runs: Sequence[Run]) -> Iterator[tuple[Span, Span]]:
    numbers = a.numbers.tolist()
    for run in runs:
        for place in numbers[bisect_left(numbers, run.a) : bisect_left(numbers, run.a + run.size)]:
            if a.number(place) != b.number(run.b + place - run.a):
                yield a.word(place), b.word(run.b + place - run.a)
