"""The passages that two documents share, with their spans, and how much of each document they cover.

Runs of equal words are found from seeds, so that reordered paragraphs are no obstacle, laid like tiles, the longest
first (Wise 1993), and chained over small gaps. Numbers are masked while aligning and compared afterwards: a changed
number in copied text is evidence, not a lower score.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from twosource.compare.prepared import NUMBER, Prepared
from twosource.compare.rewording import reworded_sentences
from twosource.records import Passage
from twosource.settings.reuse import (
    COMMON_SEED,
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


class Aligned(NamedTuple):
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
    fresh: float
    """The larger coverage, without what a common publisher prints in several documents; else the larger coverage."""
    numbers: float | None
    """Share of the numbers in the passages that are the same on both sides; None where there is none."""
    changed_numbers: tuple[tuple[Span, Span], ...]


def align(a: Prepared, b: Prepared, sentence_scores: SentenceScores | None = None) -> Aligned:
    """The passages of `a` and `b`; with `sentence_scores`, sentences said in other words are looked for too."""
    runs = tile(a, b)
    tiles = [tile for tile in chain(runs) if tile.equal >= SHORTEST_PASSAGE]
    used_a, used_b = [False] * len(a.ids), [False] * len(b.ids)
    _use(tiles, used_a, used_b)
    reworded = [
        Tile(first, second, round(min(first[1] - first[0], second[1] - second[0]) * EQUAL_OF_REWORDED), score)
        for first, second, score in (
            reworded_sentences(a, b, used_a, used_b, sentence_scores) if sentence_scores else ()
        )
    ]
    _use(reworded, used_a, used_b)
    same, changed = _numbers(a, b, runs)
    coverage_a, coverage_b, quote_coverage_a, quote_coverage_b = a.coverage(used_a, b, used_b)
    words = sum(found.words for found in [*tiles, *reworded])
    return Aligned(
        a=a.document,
        b=b.document,
        passages=tuple(sorted((_passage(a, b, t) for t in [*tiles, *reworded]), key=lambda found: (found.a, found.b))),
        coverage_a=coverage_a,
        coverage_b=coverage_b,
        quote_coverage_a=quote_coverage_a,
        quote_coverage_b=quote_coverage_b,
        equal=sum(found.equal for found in [*tiles, *reworded]) / words if words else 0.0,
        prose=min(a.prose(used_a), b.prose(used_b)),
        longest=max((_prose(a, found.a) for found in tiles), default=0),
        fresh=max(_fresh(a, used_a), _fresh(b, used_b)) if a.publisher == b.publisher else max(coverage_a, coverage_b),
        numbers=same / (same + len(changed)) if same or changed else None,
        changed_numbers=tuple(changed),
    )


def _use(tiles: Sequence[Tile], used_a: list[bool], used_b: list[bool]) -> None:
    for found in tiles:
        used_a[slice(*found.a)] = [True] * (found.a[1] - found.a[0])
        used_b[slice(*found.b)] = [True] * (found.b[1] - found.b[0])


def _passage(a: Prepared, b: Prepared, found: Tile) -> Passage:
    score = found.score if found.score is not None else found.share
    kind: Kind = "reworded"
    if found.score is None:
        kind = "verbatim" if score >= VERBATIM else "near" if score >= NEAR else "reworded"
    return Passage(a=a.span(found.a), b=b.span(found.b), kind=kind, score=round(score, 4))


def tile(a: Prepared, b: Prepared) -> list[Run]:
    """Runs of equal words that overlap in neither document, the longest laid first."""
    runs = sorted(_runs(a, b), key=lambda run: (-run.size, run.a, run.b))
    used_a, used_b = bytearray(len(a.ids)), bytearray(len(b.ids))
    laid = []
    for run in runs:
        first, last = 0, run.size
        while first < last and (used_a[run.a + first] or used_b[run.b + first]):
            first += 1
        while last > first and (used_a[run.a + last - 1] or used_b[run.b + last - 1]):
            last -= 1
        size = last - first
        if (
            size < SHORTEST_RUN
            or any(used_a[run.a + first : run.a + last])
            or any(used_b[run.b + first : run.b + last])
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


def _runs(a: Prepared, b: Prepared) -> list[Run]:
    """Every longest run of equal words that holds a seed."""
    runs, places = [], b.seeds
    for i in range(len(a.ids) - SEED_WORDS + 1):
        for j in places.get(tuple(a.ids[i : i + SEED_WORDS]), ())[:COMMON_SEED]:
            if i and j and a.ids[i - 1] == b.ids[j - 1]:
                continue
            size = SEED_WORDS
            while i + size < len(a.ids) and j + size < len(b.ids) and a.ids[i + size] == b.ids[j + size]:
                size += 1
            runs.append(Run(i, j, size))
    return runs


def _prose(document: Prepared, words: tuple[int, int]) -> int:
    return words[1] - words[0] - sum(document.quoted[slice(*words)])


def _fresh(document: Prepared, used: Sequence[bool]) -> float:
    """The share of a document's prose that is covered and not printed by its publisher in other documents too."""
    recurring = document.recurring or bytearray(len(used))
    fresh = [use and not again for use, again in zip(used, recurring, strict=True)]
    return document.prose(fresh) / max(1, document.prose([True] * len(used)))


def _numbers(a: Prepared, b: Prepared, runs: Sequence[Run]) -> tuple[int, list[tuple[Span, Span]]]:
    same, changed = 0, []
    for run in runs:
        for step in range(run.size):
            if a.ids[run.a + step] == NUMBER:
                one, other = a.word(run.a + step), b.word(run.b + step)
                if a.text[one.start : one.end] == b.text[other.start : other.end]:
                    same += 1
                else:
                    changed.append((one, other))
    return same, changed
