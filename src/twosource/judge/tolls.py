"""A number that may grow while a story runs, read in the order of publication.

What was right at its time contradicts nothing. A value lower than one given before is an old figure told again, a
correction by the speaker who gave both, or a contradiction by another; where the order or the speakers are not known, it
cannot be told.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cmp_to_key
from itertools import combinations

from twosource.compare.measured import Measured
from twosource.compare.values import relate
from twosource.judge.context import StoryTexts
from twosource.judge.relations import Stand, Ties
from twosource.judge.speakers import one_speaker, two_parties
from twosource.judge.times import first_of, hours_apart
from twosource.judge.wording import in_time, listed, with_speakers, written
from twosource.settings.claims import FALLING, PARTIES_DIFFER_FROM, STALE_AFTER_HOURS
from twosource.text.moments import moment_of


def judge_toll(group: Sequence[Measured], texts: StoryTexts, ties: Ties) -> Iterator[Stand]:
    """How each two values of a running number that exclude one another stand together.

    A ladder of values is a number that grows, whoever gave each: two of it contradict each other only where one report
    sets them against each other.
    """
    held: dict[tuple[float, float, float], list[Measured]] = {}
    for item in group:
        held.setdefault((item.value.point, *item.value.allowed), []).append(item)
    values = [found for _, found in sorted(held.items())]
    moved = {
        item.figure.relation.figure
        for item in group
        if item.figure.relation and item.figure.relation.kind == "moved_from"
    }
    ladder = len({item.value.point for item in group if item.figure.bound in ("exact", "about", "at_least")}) > 2
    for low, high in combinations(values, 2):
        if relate(low[0].value, high[0].value) == "disjoint":
            stand = _pair(low, high, moved, texts, ties)
            apart = any(ties.set_apart(a, b) for a in low for b in high)
            yield stand if apart or stand.kind != "disputed" or not ladder else _untold(low, high)
    for point in sorted({item.value.point for item in group}):
        low = [item for item in group if item.value.point == point]
        yield from _told_again(low, [item for item in group if item.value.point > point and not item.value.open], texts)


def _pair(low: list[Measured], high: list[Measured], moved: set[str], texts: StoryTexts, ties: Ties) -> Stand:
    first_low, first_high, sides = first_told(low, texts), first_told(high, texts), (low, high)
    if first_low is None or first_high is None:
        return Stand("untold", f"{_both(*sides)}: without dates a later count cannot be told from a conflict", sides)
    which, _ = first_of(texts.documents[first_low.figure.document], texts.documents[first_high.figure.document])
    if which == "a":
        return _back_again(low, first_high, sides, texts) or _rise(low, high, texts)
    if which == "b" and _is_falling(low[0]):
        return _rise(low, high, texts)
    if which == "b":
        return _fall(first_high, first_low, sides)
    if first_low.figure.document == first_high.figure.document:
        if first_low.figure.id in moved or "total" in (first_low.figure.aggregation, first_high.figure.aggregation):
            return _rise(low, high, texts)
        apart = ties.set_apart(first_low, first_high)
        return _dispute(first_low, first_high, sides) if apart else _untold(low, high)
    if two_parties(first_low, first_high) and first_low.value.point >= PARTIES_DIFFER_FROM:
        return _dispute(first_low, first_high, sides)
    return _untold(low, high)


def _back_again(
    low: list[Measured], first_high: Measured, sides: tuple[list[Measured], list[Measured]], texts: StoryTexts
) -> Stand | None:
    """Where a speaker gave the lower value before and after the higher one, which then is no later count."""
    newer = texts.documents[first_high.figure.document]
    after = [item for item in low if first_of(newer, texts.documents[item.figure.document])[0] == "a"]
    # What was copied from a report of its time is an old value told again.
    old = {texts.line(item.figure.document) for item in low if item not in after}
    for item in after:
        same = item.named and first_high.named and one_speaker(item.speaker or "", first_high.speaker or "")
        if same and texts.line(item.figure.document) not in old:
            numbers = f"{written(item.figure)} before and after {written(first_high.figure)}"
            return Stand(
                "untold", f"{item.speaker} is said to have given {numbers}: which is right is not known", sides
            )
    return None


def _untold(low: list[Measured], high: list[Measured]) -> Stand:
    sides = (low, high)
    return Stand("untold", f"{_both(*sides)} were told at about one time: which is the later count is not known", sides)


def _rise(low: list[Measured], high: list[Measured], texts: StoryTexts) -> Stand:
    return Stand("rose", f"{listed(in_time([*low, *high], texts.documents), 'then')}: the number moved on")


def _dispute(a: Measured, b: Measured, sides: tuple[list[Measured], list[Measured]]) -> Stand:
    return Stand("disputed", f"{listed(with_speakers([a, b]))} cannot both be right", sides)


def _is_falling(item: Measured) -> bool:
    return item.figure.event is not None and item.figure.event.class_ in FALLING


def _both(low: list[Measured], high: list[Measured]) -> str:
    return listed(with_speakers([*low, *high]))


def first_told(items: Iterable[Measured], texts: StoryTexts) -> Measured | None:
    """The earliest telling with a known date; of those at one time the one with a named speaker, then by id."""

    def earlier(a: Measured, b: Measured) -> int:
        which, _ = first_of(texts.documents[a.figure.document], texts.documents[b.figure.document])
        return -1 if which == "a" else 1 if which == "b" else 0

    dated = [item for item in items if moment_of(texts.documents[item.figure.document].published)]
    dated.sort(key=lambda item: (item.speaker is None, item.figure.id))
    return min(dated, key=cmp_to_key(earlier), default=None)


def _fall(before: Measured, after: Measured, sides: tuple[list[Measured], list[Measured]]) -> Stand:
    fall = f"{written(before.figure)} became {written(after.figure)} in a later report"
    if before.speaker is None or after.speaker is None or not (before.named and after.named):
        return Stand("untold", f"{fall}, and it is not said who counted again", sides)
    if one_speaker(before.speaker, after.speaker):
        return Stand("taken_back", f"{fall}: {after.speaker} gave both", sides)
    if after.value.point < PARTIES_DIFFER_FROM:
        return Stand("untold", f"{fall}, by another speaker, who may count otherwise", sides)
    return _dispute(before, after, sides)


def _told_again(low: list[Measured], high: list[Measured], texts: StoryTexts) -> Iterator[Stand]:
    """An old value in texts that derive from one that had it when it was new, though a newer one was long out."""
    risen = first_told(high, texts)
    if risen is None:
        return
    newer, knows = texts.documents[risen.figure.document], {item.figure.document for item in high}
    stale, early = [], set()
    for item in sorted(low, key=lambda item: item.figure.id):
        document = texts.documents[item.figure.document]
        if first_of(newer, document)[0] != "a":
            early.add(texts.line(document.id))
        elif document.id not in knows and hours_apart(newer, document) >= STALE_AFTER_HOURS:
            stale.append(item)
    names = sorted({item.figure.document for item in stale if texts.line(item.figure.document) in early})
    if names:
        others = f" and {len(names) - 1} more" if len(names) > 1 else ""
        detail = f"{names[0]}{others} still gave {written(low[0].figure)} when {written(risen.figure)} was long out"
        yield Stand("outdated", detail, ([item for item in stale if item.figure.document in names],))
