"""Pairs of documents that hold enough keys in common, found among the keys of all documents at once.

All is arrays of integers. A row of keys is one key that one document holds; where two documents hold one key they meet.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.settings import reuse as settings

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# Meetings that are counted at a time: what they need is held in some hundred megabytes.
_AT_ONCE = 1 << 22
# A meeting is one number: the pair, and below it these bits, which say what the key counts as.
_AS_WRITTEN, _COLD, _FRESH, _PRINTED = 1, 2, 4, 8
_BITS = 4


class Facts(NamedTuple):
    """What is known of each document besides its keys; -1 stands for what is not known."""

    publisher: Integers
    shelf: Integers
    """The number of documents of its publisher."""
    day: Integers
    turn: Integers
    """Its place when all are put in order of time."""
    size: Integers
    """Its keys as written."""
    dense: Flags
    """Whether all its keys were kept, and not a sample of them."""


class Keys(NamedTuple):
    """The document that holds a key, the key, and whether it is one of words as written."""

    document: Integers
    key: Integers
    written: Flags

    def where(self, kept: Flags | Integers) -> "Keys":
        """Some of the rows."""
        return Keys(self.document[kept], self.key[kept], self.written[kept])


class Pairs(NamedTuple):
    """Pairs of documents in order, `a` below `b`, and the keys as written that both hold.

    Of these the ones that no common publisher prints in a good part of its documents, and those that it prints in several.
    """

    a: Integers
    b: Integers
    as_written: Integers
    fresh: Integers
    printed: Integers


def find_pairs(keys: Keys, facts: Facts, *, passage_keys: int) -> Pairs:
    """The pairs that share enough keys; `passage_keys` are enough for two documents all of whose keys were kept."""
    count = np.bincount(keys.document, minlength=len(facts.size))
    holders = _without_furniture(_numbered(keys), facts, count)
    parts = [_enough(met, facts, passage_keys) for met in _meetings(holders, facts)]
    later, earlier, *counted = (np.concatenate(column) for column in zip(*parts, strict=True))
    a, b = np.minimum(earlier, later), np.maximum(earlier, later)
    order = np.lexsort((b, a))
    return Pairs(*(column[order] for column in (a, b, *counted)))


def _numbered(keys: Keys) -> Keys:
    """The keys that several documents hold, as numbers from 0 on."""
    keys = keys.where(np.lexsort((keys.key, keys.written)))
    new = np.ones(len(keys.key), bool)
    new[1:] = (keys.key[1:] != keys.key[:-1]) | (keys.written[1:] != keys.written[:-1])
    alone = new & np.append(new[1:], True)
    return Keys(keys.document, np.cumsum(new) - 1, keys.written).where(~alone)


def _without_furniture(keys: Keys, facts: Facts, count: Integers) -> Keys:
    """The keys without what a publisher prints again and again; `count` says how many keys each document has in all."""
    shelf = _on_shelf(keys, facts)
    recurs = _recurs(shelf, facts.day[keys.document])
    if not recurs.any():
        return keys
    recurring = np.bincount(keys.document[recurs], minlength=len(count))
    # Of which most recurs, or little is left: versions of a report, or forms filled in again, but no report with furniture.
    version = (2 * recurring > count) | (count - recurring < settings.REPORT_KEYS)
    printed, times = np.unique(shelf[recurs & ~version[keys.document]], return_counts=True)
    furniture = np.isin(shelf, printed[times >= settings.FURNITURE_DOCUMENTS])
    # A text shorter than this is the form itself: its lines stand in longer reports of its publisher too.
    return keys.where(~furniture | (facts.size[keys.document] < settings.REPORT_KEYS))


def _on_shelf(keys: Keys, facts: Facts) -> Integers:
    """One number for a publisher and a key; below 0 where no publisher is known."""
    return facts.publisher[keys.document] * (int(keys.key.max(initial=0)) + 1) + keys.key


def _recurs(shelf: Integers, day: Integers) -> Flags:
    """Whether a publisher prints a key in several documents, on several days where days are known."""
    _, number, times = np.unique(shelf, return_inverse=True, return_counts=True)
    days = int(day.max(initial=0)) + 1
    spread = np.bincount(np.unique((number * days + day)[day >= 0]) // days, minlength=len(times))
    often = (times >= settings.FURNITURE_DOCUMENTS) & ((spread >= settings.FURNITURE_DAYS) | (spread == 0))
    found: Flags = often[number] & (shelf >= 0)
    return found


def _meetings(keys: Keys, facts: Facts) -> Iterator[Integers]:
    """The meetings of two holders of a key, each as a number, in parts that hold all meetings of a later document."""
    keys = keys.where(np.lexsort((facts.turn[keys.document], keys.key)))
    first = np.searchsorted(keys.key, keys.key)
    place = np.arange(len(first)) - first
    hot = np.searchsorted(keys.key, keys.key, "right") - first > settings.HOT_KEY
    # A key that very many hold joins each to the earliest holders and to its neighbours in time, so that cost stays linear.
    earliest = np.where(hot, np.minimum(place, settings.EARLIEST_HOLDERS), place)
    count = earliest + np.where(hot, np.minimum(place - earliest, settings.NEIGHBOURS_IN_TIME), 0)
    publisher, common, form = facts.publisher[keys.document], *_printed(keys, facts)
    order = np.argsort(keys.document, kind="stable")
    for rows in np.split(order, _cuts(keys.document[order], count[order])):
        later = np.repeat(rows, count[rows])
        turn = np.arange(len(later)) - np.repeat(np.cumsum(count[rows]) - count[rows], count[rows])
        earlier = np.where(turn < earliest[later], first[later] + turn, later - count[later] + turn)
        together = publisher[later] == publisher[earlier]
        pair = keys.document[later] * len(facts.size) + keys.document[earlier]
        counts = (
            keys.written[later]
            * (_AS_WRITTEN | ~(together & form[later]) * _FRESH | (together & common[later]) * _PRINTED)
            | ~hot[later] * _COLD
        )
        yield pair << _BITS | counts


def _printed(keys: Keys, facts: Facts) -> tuple[Flags, Flags]:
    """Whether the publisher of a holder prints a key in several documents, and in a good part of them."""
    shelf = _on_shelf(keys, facts)
    _, number, times = np.unique(shelf, return_inverse=True, return_counts=True)
    common = (shelf >= 0) & (times[number] >= settings.FURNITURE_DOCUMENTS)
    return common, common & (times[number] >= settings.FURNITURE_SHARE * facts.shelf[keys.document])


def _cuts(document: Integers, count: Integers) -> Integers:
    """Where rows in order of their documents are cut, between documents, so that not too many meetings are made at a time."""
    begins = np.flatnonzero(np.diff(document)) + 1
    part = np.cumsum(count)[begins - 1] // _AT_ONCE
    cuts: Integers = begins[np.flatnonzero(np.diff(part, prepend=0))]
    return cuts


def _enough(met: Integers, facts: Facts, passage_keys: int) -> tuple[Integers, ...]:
    """Of meetings the pairs that share enough: later document, earlier one, keys as written, fresh ones, printed ones."""
    met = np.sort(met)
    first = np.flatnonzero(np.diff(met >> _BITS, prepend=-1))
    later, earlier = np.divmod(met[first] >> _BITS, len(facts.size))
    bits = (_AS_WRITTEN, _COLD, _FRESH, _PRINTED)
    as_written, cold, fresh, printed = (
        np.add.reduceat(met & bit, first) // bit if len(first) else first for bit in bits
    )
    keys = np.diff(first, append=len(met))
    least = np.where(facts.dense[later] & facts.dense[earlier], passage_keys, settings.SHARED_KEYS)
    enough = np.flatnonzero((keys - as_written >= settings.SHARED_CONTENT_KEYS) | (as_written >= least))
    # And no document meets more than a key does, however many of its sentences others hold too.
    group = (2 * later + (cold > 0))[enough]
    order = np.lexsort((facts.turn[earlier[enough]], -keys[enough], group))
    kept, group = enough[order], group[order]
    turn = np.arange(len(group)) - np.searchsorted(group, group)
    most = np.where(group % 2, settings.HOT_KEY, settings.EARLIEST_HOLDERS + settings.NEIGHBOURS_IN_TIME)
    return tuple(column[kept[turn < most]] for column in (later, earlier, as_written, fresh, printed))
