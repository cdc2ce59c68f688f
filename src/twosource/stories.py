"""Links between documents to stories: agglomeration by the mean link, in rounds.

Two groups become one where each is the other's nearest and their mean link, over all pairs of their documents, is high
enough; pairs without a link count as nought, so that no chain of neighbours grows into one giant story. The mean link is
reducible, so merging all mutual nearest at once gives what merging one pair at a time gives (Murtagh 1983).
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.records import Record
from twosource.settings.stories import LARGEST_STORY, ROUND_UP_APART, ROUND_UP_LINK, ROUND_UP_STORIES, TOGETHER

Integers = npt.NDArray[np.int64]
MILLIONTHS = 1_000_000


class Links(NamedTuple):
    """Pairs of documents (numbers, `a` below `b`) and how near they are, in millionths; 0 says that one is a template."""

    a: Integers
    b: Integers
    nearness: Integers


class Story(Record):
    """Documents that report one event; `start` and `end` are their first and last dates of publication."""

    story: str
    documents: tuple[str, ...]
    start: str | None = None
    end: str | None = None
    cut: str | None = None
    """Where a story is above the limit: which part of it this is."""


def group(count: int, links: Links) -> Integers:
    """The story of each of `count` documents, named by the lowest number in it."""
    story = np.arange(count)
    size = np.ones(count, np.int64)
    linked = links.nearness > 0
    a, b, total = links.a[linked], links.b[linked], links.nearness[linked]
    while len(a):
        mean = total / (size[a] * size[b])
        merged = _mutual_nearest(count, a, b, mean)
        if not len(merged):
            break
        into = np.arange(count)
        into[b[merged]] = a[merged]
        np.add.at(size, a[merged], size[b[merged]])
        story = into[story]
        a, b, total = _joined(into[a], into[b], total)
    return story


def _mutual_nearest(count: int, a: Integers, b: Integers, mean: npt.NDArray[np.float64]) -> Integers:
    """The links, high enough, that are the best of both their ends; of equal ones the first in order counts as higher."""
    high = np.flatnonzero(mean >= TOGETHER * MILLIONTHS)
    order = high[np.lexsort((b[high], a[high], -mean[high]))]
    best = np.full(count, len(order))
    rank = np.arange(len(order))
    np.minimum.at(best, a[order], rank)
    np.minimum.at(best, b[order], rank)
    return order[(best[a[order]] == rank) & (best[b[order]] == rank)]


def _joined(a: Integers, b: Integers, total: Integers) -> tuple[Integers, Integers, Integers]:
    """The links between groups, those of one pair of groups added up."""
    a, b = np.minimum(a, b), np.maximum(a, b)
    between = a != b
    return _summed(a[between], b[between], total[between])


def round_ups(story: Integers, links: Links) -> dict[int, list[int]]:
    """The further stories of documents that touch several, such as live blogs and reviews of the week.

    The stories it touches must have nothing to do with one another but through it: reports of one town resemble each
    other, and none of them is a round-up.
    """
    size = np.bincount(story, minlength=len(story))
    between = (links.nearness > 0) & (story[links.a] != story[links.b])
    a, b, near = links.a[between], links.b[between], links.nearness[between]
    one, other = np.concatenate((a, b)), story[np.concatenate((b, a))]
    documents, further, total = _summed(one, other, np.concatenate((near, near)))
    touched = (size[further] > 1) & (total >= ROUND_UP_LINK * MILLIONTHS * size[further])
    found: dict[int, list[int]] = {}
    for document, touches in zip(documents[touched].tolist(), further[touched].tolist(), strict=True):
        found.setdefault(document, []).append(touches)
    found = {one: more for one, more in found.items() if len(more) + (size[story[one]] > 1) >= ROUND_UP_STORIES}
    ends = np.minimum(story[a], story[b]), np.maximum(story[a], story[b])
    stories = _Between(*_summed(*ends, near), size)
    # What a document itself adds to the links between its story and another.
    meant = np.isin(documents, list(found))
    columns = (column[meant].tolist() for column in (documents, further, total))
    own = {(one, of): value for one, of, value in zip(*columns, strict=True)}
    return {one: more for one, more in found.items() if not _related(one, int(story[one]), more, stories, own)}


class _Between(NamedTuple):
    """Pairs of stories that links join, in order, with the totals of those links, and the sizes of all stories."""

    a: Integers
    b: Integers
    total: Integers
    size: Integers

    def of(self, one: int, other: int) -> int:
        low, high = min(one, other), max(one, other)
        start, end = np.searchsorted(self.a, (low, low + 1))
        at = start + int(np.searchsorted(self.b[start:end], high))
        return int(self.total[at]) if at < end and self.b[at] == high else 0


def _related(
    document: int, story: int, further: list[int], stories: _Between, own: Mapping[tuple[int, int], int]
) -> bool:
    """Whether any two of the stories that a document touches are near one another without it."""
    for one, other in combinations([story, *further], 2):
        without = stories.of(one, other) - (own.get((document, other), 0) if one == story else 0)
        if without >= ROUND_UP_APART * MILLIONTHS * int(stories.size[one]) * int(stories.size[other]):
            return True
    return False


def _summed(a: Integers, b: Integers, total: Integers) -> tuple[Integers, Integers, Integers]:
    """The totals of equal pairs added up, in order of the pairs."""
    if not len(a):
        return a, b, total
    span = int(b.max()) + 1
    pair = a * span + b  # one key instead of two: of millions of links, every array counts
    order = np.argsort(pair)
    pair = pair[order]
    first = np.flatnonzero(np.concatenate(([True], pair[1:] != pair[:-1])))
    pair = pair[first]
    return pair // span, pair % span, np.add.reduceat(total[order], first)


def templates(story: Integers, links: Links) -> set[int]:
    """The documents that are told again and again with other numbers, or are furniture, and belong to no story."""
    alone = np.bincount(story, minlength=len(story))[story] == 1
    repeated = np.concatenate((links.a, links.b))[np.tile(links.nearness == 0, 2)]
    return set(repeated[alone[repeated]].tolist())


def cut_by_day(documents: Sequence[int], days: Sequence[int | None]) -> list[list[int]]:
    """The documents in parts of at most the largest story, whole days together where a day is not larger itself.

    Undated documents come last.
    """
    ordered = sorted(documents, key=lambda one: (days[one] is None, days[one] or 0, one))
    parts: list[list[int]] = [[]]
    for _, held in _by_day(ordered, days):
        if len(parts[-1]) + len(held) > LARGEST_STORY and parts[-1]:
            parts.append([])
        for start in range(0, len(held), LARGEST_STORY):
            if start:
                parts.append([])
            parts[-1] += held[start : start + LARGEST_STORY]
    return parts


def _by_day(ordered: Sequence[int], days: Sequence[int | None]) -> list[tuple[int | None, list[int]]]:
    found: dict[int | None, list[int]] = {}
    for one in ordered:
        found.setdefault(days[one], []).append(one)
    return list(found.items())
