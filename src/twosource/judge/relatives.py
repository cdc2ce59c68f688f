"""What relatives tell of a pair that the pair alone leaves open: who was first where a date is missing, who copied whose wire.

Three who share text tell more than two. Where a third has more in common with one of two than with the other, the other
has lost or changed it; and of those who print an agency's text one has another's where both depart from it alike.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

import msgspec

from twosource.compare.passages import Aligned
from twosource.judge.derive import BOTH_CREDIT, DERIVED, credited_alone
from twosource.judge.times import first_of
from twosource.records import Credit, Document, Reuse
from twosource.settings.reuse import (
    AROUND,
    CHANGED_NUMBER,
    COVERED_ALIKE,
    CUT,
    DEPARTURE,
    DEPARTURE_FROM_TWO,
    ENTRIES,
    EQUAL_HOLD,
    HELD,
    HOLDS_MORE,
    MOSTLY,
    OPENING,
    OWN_WORDS,
)
from twosource.spans import Span, merge
from twosource.text.moments import moment_of

# The time, or a bullet, that opens an entry of a live blog or a round-up.
_ENTRY = re.compile(r"^\s*(?:\d{1,2}[:.]\d\d\b|[•*]\s|UPDATE\b)", re.MULTILINE | re.IGNORECASE)

SIDES: tuple[Literal["a", "b"], ...] = ("a", "b")


class Placed(NamedTuple):
    """When a document was published, or the dated one beside which it is taken to stand."""

    moment: datetime
    beside: str | None = None
    side: int = 0
    """Before or after the one beside."""


class Near(NamedTuple):
    """A pair seen from one of its documents."""

    pair: Reuse
    other: str
    near: int
    """Runs of words that both have, changed numbers counted against them."""
    covered: float
    """The share of the one's prose that the other holds."""


Relatives = Mapping[str, Sequence[Near]]


def relatives_of(pairs: Iterable[Reuse], aligned: Iterable[Aligned]) -> Relatives:
    """For each document those that derive from the same text."""
    near = {(pair.a, pair.b): pair.common - CHANGED_NUMBER * len(pair.changed_numbers) for pair in aligned}
    found: dict[str, list[Near]] = defaultdict(list)
    for pair in pairs:
        if pair.kind in DERIVED:
            found[pair.a].append(Near(pair, pair.b, near[pair.a, pair.b], pair.coverage_a))
            found[pair.b].append(Near(pair, pair.a, near[pair.a, pair.b], pair.coverage_b))
    return found


def tell_by_relatives(
    pairs: Iterable[Reuse],
    family: Relatives,
    documents: Mapping[str, Document],
    credits: Mapping[str, Sequence[Credit]],
) -> list[Reuse]:
    """The pairs, with their direction where a pair itself leaves it open and relatives tell it."""
    times = _times(family, documents)
    return [
        _told(pair, family, times, documents, credits) if pair.kind in DERIVED and pair.parent is None else pair
        for pair in pairs
    ]


def _told(
    pair: Reuse,
    family: Relatives,
    times: Mapping[str, Placed],
    documents: Mapping[str, Document],
    credits: Mapping[str, Sequence[Credit]],
) -> Reuse:
    first, grounds = _earlier(pair, family, times, documents)
    if first is None:
        return pair
    parent, child = (pair.a, pair.b) if first == "a" else (pair.b, pair.a)
    if pair.grounds and pair.grounds[-1].startswith(BOTH_CREDIT):
        wire = _departs(parent, child, family, times)
        if wire is None:
            return pair
        grounds.append(f"both have words that are not in {wire}, of the same wire")
    elif credited_alone(child, parent, credits) or not grounds:
        return pair
    return msgspec.structs.replace(pair, parent=first, direction="likely", grounds=(*pair.grounds, *grounds))


def _earlier(
    pair: Reuse, family: Relatives, times: Mapping[str, Placed], documents: Mapping[str, Document]
) -> tuple[Literal["a", "b"] | None, list[str]]:
    """Which of two is the earlier, and what tells it beside dates."""
    a, b = documents[pair.a], documents[pair.b]
    if moment_of(a.published) and moment_of(b.published):
        first, _ = first_of(a, b)
        return (first, []) if first else _by_place(pair, documents)
    one, other = times.get(pair.a), times.get(pair.b)
    if one is None or other is None:
        return _by_place(pair, documents)
    places = (one.moment, one.side), (other.moment, other.side)
    if places[0] == places[1]:
        return None, []
    grounds = [
        f"{side} bears no date, and its words place it {'after' if placed.side > 0 else 'before'} {placed.beside}"
        for side, placed in (("a", one), ("b", other))
        if placed.beside
    ]
    first = "a" if places[0] < places[1] else "b"
    names = (pair.a, pair.b) if first == "a" else (pair.b, pair.a)
    return (None, []) if _older(*names, family, times, documents) is False else (first, grounds)


def _by_place(pair: Reuse, documents: Mapping[str, Document]) -> tuple[Literal["a", "b"] | None, list[str]]:
    """Which of two is the earlier by what each has around and beside what they share, and what tells it.

    A new lead is written on top of a text, and a round-up goes on about something else; who cuts a text leaves out its end.
    """
    if not pair.passages:
        return None, []  # the figures alone are the other's
    topped = [side for side in SIDES if _around(pair, side, documents)[0] >= AROUND]
    if len(topped) == 1 and _around(pair, other := _other(topped[0]), documents)[0] <= OPENING:
        return other, [f"{other} opens with what {topped[0]} has beneath words of its own"]
    longer = _longer(pair)
    if longer is None:
        return None, []
    shorter = _other(longer)
    if min(_around(pair, longer, documents)) >= AROUND:
        return shorter, [f"{shorter} stands in the midst of {longer}"]
    # A diary of many items takes in others.
    if len(_ENTRY.findall(documents[getattr(pair, longer)].text)) >= ENTRIES:
        return None, []
    return longer, [f"{longer} holds nearly all of {shorter}, and more"]


def _other(side: Literal["a", "b"]) -> Literal["a", "b"]:
    return "b" if side == "a" else "a"


def _longer(pair: Reuse) -> Literal["a", "b"] | None:
    """Which of two documents holds nearly all of the other and a good deal more."""
    if _holds(pair.coverage_b, pair.coverage_a):
        return "a"
    return "b" if _holds(pair.coverage_a, pair.coverage_b) else None


def _around(pair: Reuse, side: Literal["a", "b"], documents: Mapping[str, Document]) -> tuple[int, int]:
    """How many characters a document has of its own before and after all that it shares."""
    document = documents[getattr(pair, side)]
    spans = merge([getattr(passage, side) for passage in pair.passages])
    return _written(document, Span(0, spans[0].start)), _written(document, Span(spans[-1].end, len(document.text)))


def _written(document: Document, span: Span) -> int:
    """The characters of a stretch that are no boilerplate."""
    cut = (max(0, min(span.end, mark.end) - max(span.start, mark.start)) for mark in document.boilerplate)
    return len(document.text[span.start : span.end].strip()) - sum(cut)


def _holds(covered: float, covers: float) -> bool:
    """Whether of two documents the one of which this share is covered was cut from the one of which that share is.

    It lies in the other; or most of it does, beside a little of its own, and much of the other is left out.
    """
    return (covered >= HELD and covers <= HELD - HOLDS_MORE) or (
        MOSTLY <= covered <= OWN_WORDS and covers <= covered - CUT
    )


def _departs(parent: str, child: str, family: Relatives, times: Mapping[str, Placed]) -> str | None:
    """The prints of the same wire from which two depart alike: an earlier one that has as much of what the child has of it,
    in words less like the child's; or two that have nearly as much, and are as like each other as they are like the child.
    """
    (mine,) = (one for one in family[child] if one.other == parent)
    lacking = []
    for one in family[child]:
        earlier = {parent, one.other} <= times.keys() and times[one.other].moment < times[parent].moment
        wire = one.pair.grounds[-1].startswith(BOTH_CREDIT)
        if earlier and wire and one.covered >= mine.covered - COVERED_ALIKE and mine.near - one.near >= DEPARTURE:
            return one.other
        before = {child, one.other} <= times.keys() and times[one.other].moment < times[child].moment
        if before and one.covered >= MOSTLY * mine.covered and mine.near - one.near >= DEPARTURE_FROM_TWO:
            lacking.append(one)
    lacking.sort(key=lambda one: (-one.near, one.other))
    for one in lacking[1:]:
        like = any(
            kin.other == lacking[0].other and kin.near >= lacking[0].near - EQUAL_HOLD for kin in family[one.other]
        )
        if like:
            return f"{lacking[0].other} and {one.other}"
    return None


def _times(family: Relatives, documents: Mapping[str, Document]) -> dict[str, Placed]:
    """When each document was published; one without a date is given a place among its relatives where they tell it."""
    dated = {name: Placed(moment) for name in family if (moment := moment_of(documents[name].published))}
    undated = ((name, _placed(name, family, dated, documents)) for name in family if name not in dated)
    return dated | {name: place for name, place in undated if place}


def _placed(
    name: str, family: Relatives, dated: Mapping[str, Placed], documents: Mapping[str, Document]
) -> Placed | None:
    """A document without a date comes after the last of its relatives that is older, up to the nearest one.

    Before all of them where none is; None where no third has the text of the nearest and its own.
    """
    places = sorted((dated[one.other].moment, one.other, one.near) for one in family[name] if one.other in dated)
    most = max((near for *_, near in places), default=0)
    last = next((n for n, (*_, near) in enumerate(places) if near >= most - EQUAL_HOLD), None)
    if last is None or _older(places[last][1], name, family, dated, documents) is None:
        return None
    older = [
        (moment, other) for moment, other, _ in places[: last + 1] if _older(other, name, family, dated, documents)
    ]
    return Placed(*older[-1], 1) if older else Placed(*places[0][:2], -1)


def _older(
    one: str, other: str, family: Relatives, times: Mapping[str, Placed], documents: Mapping[str, Document]
) -> bool | None:
    """Whether the first of two is the older, by dated ones that share text with both; None where there are none.

    Their own texts may tell it; else what a third has in common with one of them alone the other has lost or changed. Where
    that tells nothing a little more was added to the other; of equals the first is the older, for of three who print one
    text the one that bears no date is seldom the first.
    """
    near_one, near_other = (
        {found.other: found.near for found in family[name] if found.other in times and not times[found.other].beside}
        for name in (one, other)
    )
    both = near_one.keys() & near_other.keys()
    if not both:
        return None
    (pair,) = (found.pair for found in family[one] if found.other == other)
    if first := _by_place(pair, documents)[0]:
        return bool(getattr(pair, first) == one)
    gaps = [near_one[third] - near_other[third] for third in sorted(both)]
    votes = sum((gap > EQUAL_HOLD) - (gap < -EQUAL_HOLD) for gap in gaps)
    if votes:
        return votes > 0
    mine, its = (pair.coverage_a, pair.coverage_b) if pair.a == one else (pair.coverage_b, pair.coverage_a)
    return mine >= its - COVERED_ALIKE
