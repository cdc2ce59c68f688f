"""Links between documents to stories: agglomeration by the mean link, in rounds.

Two groups become one where each is the other's nearest and their mean link, over all pairs of their documents, is high
enough; pairs without a link count as nought, so that no chain of neighbours grows into one giant story. The mean link is
reducible, so merging all mutual nearest at once gives what merging one pair at a time gives (Murtagh 1983).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.records import Record
from twosource.settings.stories import LARGEST_STORY, ROUND_UP_APART, ROUND_UP_LINK, ROUND_UP_STORIES, TOGETHER

# Of millions of links every array counts: documents are numbered by 32 bits, sums have 64.
Integers = npt.NDArray[np.integer[Any]]
MILLIONTHS = 1_000_000


class Links(NamedTuple):
    """Pairs of documents (numbers, `a` below `b`) and how near they are, in millionths; 0 says that one is a template."""

    a: Integers
    b: Integers
    nearness: Integers


NO_LINKS = Links(*(np.zeros(0, np.int32) for _ in Links._fields))


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
    story = np.arange(count, dtype=np.int32)
    size = np.ones(count, np.int64)
    linked = links.nearness > 0
    left = Links(links.a[linked], links.b[linked], links.nearness[linked])
    while len(left.a):
        merged = _mutual_nearest(left, size)
        if not len(merged):
            break
        into, grown = np.arange(count, dtype=np.int32), np.zeros(count, bool)
        into[left.b[merged]] = left.a[merged]
        grown[left.a[merged]] = grown[left.b[merged]] = True
        np.add.at(size, left.a[merged], size[left.b[merged]])
        story = into[story]
        moved = grown[left.a] | grown[left.b]
        joined = _joined(into[left.a[moved]], into[left.b[moved]], left.nearness[moved])
        left = Links(*(np.concatenate((old[~moved], new)) for old, new in zip(left, joined, strict=True)))
    return story


def _mutual_nearest(links: Links, size: Integers) -> Integers:
    """The links, high enough, that are the best of both their ends; of equal ones the first in order counts as higher."""
    a, b = links.a, links.b
    pairs = size[a]
    pairs *= size[b]
    mean = links.nearness / pairs
    highest = np.full(len(size), TOGETHER * MILLIONTHS)
    np.maximum.at(highest, a, mean)
    np.maximum.at(highest, b, mean)
    high = np.flatnonzero((mean == highest[a]) | (mean == highest[b]))  # few of all, to be put in order
    order = high[np.lexsort((b[high], a[high], -mean[high]))]
    best = np.full(len(size), len(order))
    rank = np.arange(len(order))
    np.minimum.at(best, a[order], rank)
    np.minimum.at(best, b[order], rank)
    return order[(best[a[order]] == rank) & (best[b[order]] == rank)]


def _joined(a: Integers, b: Integers, total: Integers) -> Links:
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
    own = _summed(np.concatenate((a, b)), story[np.concatenate((b, a))], np.concatenate((near, near)))
    both = _summed(np.minimum(story[a], story[b]), np.maximum(story[a], story[b]), near)
    touched = (size[own.b] > 1) & (own.nearness >= ROUND_UP_LINK * MILLIONTHS * size[own.b])
    documents, further = own.a[touched], own.b[touched]
    touches = np.bincount(documents, minlength=len(story))[documents]
    found: dict[int, list[int]] = {}
    for count in np.unique(touches).tolist():
        some = touches == count
        document, more = documents[some][::count], further[some].reshape(-1, count)
        meant = count + (size[story[document]] > 1) >= ROUND_UP_STORIES
        document, more = document[meant], more[meant]
        apart = ~_related(document, story[document], more, own, both, size)
        found.update(zip(document[apart].tolist(), more[apart].tolist(), strict=True))
    return found


def _related(
    documents: Integers, story: Integers, further: Integers, own: Links, both: Links, size: Integers
) -> npt.NDArray[np.bool_]:
    """Whether any two of the stories that a document touches are near one another without it; a row a document.

    `own` are the links of documents to stories, `both` those of stories to stories.
    """
    stories = np.column_stack((story, further))
    one, other = (stories[:, at] for at in np.triu_indices(stories.shape[1], 1))
    without = _total(both, np.minimum(one, other), np.maximum(one, other))
    through = np.where(one == story[:, None], _total(own, documents[:, None], other), 0)
    near = without - through >= ROUND_UP_APART * MILLIONTHS * size[one] * size[other]
    return np.asarray(near.any(axis=1))


def _total(links: Links, a: Integers, b: Integers) -> Integers:
    """How near pairs are by links that `_summed` put in order, 0 where there is none."""
    if not len(links.a):
        return np.zeros(np.broadcast(a, b).shape, np.int64)
    span = int(max(links.b.max(), b.max(initial=0))) + 1
    known, asked = _pairs(links.a, links.b, span), _pairs(a, b, span)
    at = np.minimum(np.searchsorted(known, asked), len(known) - 1)
    return np.where(known[at] == asked, links.nearness[at], 0)


def _summed(a: Integers, b: Integers, total: Integers) -> Links:
    """The totals of equal pairs added up, in order of the pairs."""
    if not len(a):
        return Links(a, b, total)
    span = int(b.max()) + 1
    pair = _pairs(a, b, span)
    order = np.argsort(pair)
    pair, total = pair[order], total[order]
    first = np.flatnonzero(np.concatenate(([True], pair[1:] != pair[:-1])))
    pair = pair[first]
    ends = ((pair // span).astype(np.int32), (pair % span).astype(np.int32))
    return Links(*ends, np.add.reduceat(total, first, dtype=np.int64))


def _pairs(a: Integers, b: Integers, span: int) -> Integers:
    """One number for each pair, in the order of the pairs, where `b` is below `span`."""
    return a.astype(np.int64) * span + b


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
