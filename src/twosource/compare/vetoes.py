"""What is said of two figures that rules out that they measure the same thing."""

from datetime import date
from functools import cache

from twosource.compare.measured import Measured, is_timed, is_toll
from twosource.records import Figure
from twosource.settings import claims as settings
from twosource.text.lexicon import lexicon
from twosource.text.names import same_name
from twosource.text.stems import stem

# Classes of what is counted: a narrower class may be told of with the name of the wider one.
_WIDER = {
    "soldier": "person",
    "civilian": "person",
    "child": "person",
    "woman": "person",
    "man": "person",
    "police": "person",
    "prisoner": "person",
    "body": "person",
    "patient": "person",
    "worker": "person",
    "victim": "person",
    "casualty": "person",
    "case": "person",
}
# A part of the people is no other telling of all of them, unless the numbers are the same.
_SUBSETS = {"child", "woman", "man", "police", "civilian"}
# Nobody is two of these.
_EXCLUSIVE = {"child", "woman", "man"}


_PEOPLE = {"person", *_WIDER}


def of_two_things(a: Figure, b: Figure) -> bool:
    """Whether what is told of two figures is never one thing, whatever their values and wherever they stand."""
    if (a.modality == "negated") != (b.modality == "negated") or (a.aggregation == "increment") != (
        b.aggregation == "increment"
    ):
        return True
    if (a.aggregation == "rate") != (b.aggregation == "rate") or a.per != b.per:
        return True
    if a.event and b.event and a.event.class_ != b.event.class_ and "other" not in (a.event.class_, b.event.class_):
        return True
    return _sides_differ(a, b) or _times_differ(a, b)


def vetoed(one: Measured, other: Measured, *, agree: bool, aligned: bool) -> bool:
    """Whether something said of two figures that are not told apart rules out that they measure one thing."""
    a, b = one.figure, other.figure
    if not aligned and (_of_another_event(one, other) or _of_no_event(a, b)):
        return True
    if not agree and (_of_two_tellers(one, other) or (not aligned and _counts_a_part(one, other))):
        return True
    if (a.bound == "vague") != (b.bound == "vague") and not (aligned or _same_fate(a, b)):
        return True  # "tens of millions" is no second report of $38 million
    if not agree and not aligned and _of_unlike_times(one, other):
        return True
    if not aligned and _relation(a) != _relation(b) and (not agree or "compared_with" in (_relation(a), _relation(b))):
        return True
    if not agree and (_is_one_of_them(a) or _is_one_of_them(b)):
        return True
    return _classes_differ(a, b, agree=agree)


def _is_one_of_them(figure: Figure) -> bool:
    """Whether it speaks of one of the dead, and contradicts no number of them: "a victim died in hospital", "the driver"."""
    rule = figure.rule.partition(";")[0]
    return rule == "singular" or (rule.startswith("single") and figure.text.casefold().startswith("the "))


def _of_two_tellers(a: Measured, b: Measured) -> bool:
    """Whether two speakers each tell of themselves; the losses of a battle are told by both sides."""
    told = a.of_speaker and b.of_speaker and a.named and b.named and not is_toll(a.figure)
    return bool(told and a.speaker and b.speaker) and not same_name(a.speaker or "", b.speaker or "")


def _counts_a_part(a: Measured, b: Measured) -> bool:
    """Whether one of two values that exclude one another is said of some only, or of more than the other.

    Those in danger of all the hurt, "two Danish tourists" or "three other men" of all the people, the dead of a year and of
    one night, and of the charges the counts of theft and those of fraud.
    """
    f, g = a.figure, b.figure
    if a.condition != b.condition or (is_toll(f) and is_toll(g) and a.long_time != b.long_time):
        return True
    if any(figure.counted and figure.counted.head.casefold() in _by_kind() for figure in (f, g)):
        return True
    vague = "vague" in (f.bound, g.bound)
    return not vague and (a.narrowed != b.narrowed or _of_a_side(f) != _of_a_side(g))


@cache
def _by_kind() -> frozenset[str]:
    return frozenset(lexicon("counting")["by_kind"]["words"])


def _same_fate(a: Figure, b: Figure) -> bool:
    """Whether one thing is said to have happened to things of one name: "dozens of drones launched", "48 drones launched"."""
    event = a.event and b.event and a.event.class_ == b.event.class_
    return bool(event and a.counted and b.counted) and stem(a.counted.head) == stem(b.counted.head)  # type: ignore[union-attr]


def _of_no_event(a: Figure, b: Figure) -> bool:
    """Whether one is a small toll and nothing is known to have happened to the others: "five dead", "trapping five"."""
    return is_toll(a) != is_toll(b) and None in (a.event, b.event) and (a.point or 0) <= settings.SMALL_COUNT


def _of_another_event(a: Measured, b: Measured) -> bool:
    """Whether one toll is of a day long past and nothing says so of the other: "seven died, as in the crash of 2004".

    The same place or a number too rare for chance says that the other is of that day too.
    """
    f, g = a.figure, b.figure
    if a.long_past == b.long_past or not (is_toll(f) and is_toll(g)) or (is_timed(f) and is_timed(g)):
        return False
    one_place = bool(f.place and g.place) and same_name(f.place.name, g.place.name)  # type: ignore[union-attr]
    return not one_place and (f.point != g.point or (f.point or 0) < settings.LARGE_COUNT)


def _classes_differ(a: Figure, b: Figure, *, agree: bool) -> bool:
    if not (a.counted and b.counted) or stem(a.counted.head) == stem(b.counted.head):
        return False
    one, other = a.counted.class_, b.counted.class_
    if one is None and other is None:
        return not agree
    if one is None or other is None:
        return not agree and (a.event is None or not _PEOPLE & {one, other} or _counts_times(a) or _counts_times(b))
    if one == other:
        return False
    if _WIDER.get(one, one) != _WIDER.get(other, other) or {one, other} <= _EXCLUSIVE:
        return True
    return not agree and bool(_SUBSETS & {one, other})


def _of_a_side(figure: Figure) -> bool:
    """Whether the noun tells whose they are: "two Danish tourists"."""
    if figure.side is None or figure.counted is None:
        return False
    return figure.span.end <= figure.side.span.start < figure.counted.span.end


def _counts_times(figure: Figure) -> bool:
    """ "Shot four times" counts no people."""
    return figure.counted is not None and stem(figure.counted.head) == "time"


def _sides_differ(a: Figure, b: Figure) -> bool:
    return bool(a.side and b.side and not same_name(a.side.name, b.side.name))


def _times_differ(a: Figure, b: Figure) -> bool:
    if "total" in (a.aggregation, b.aggregation) or not (is_timed(a) and is_timed(b)):
        return False
    one, other = _days(a), _days(b)
    # The day of an event and the day it was told of stand in one sentence, so days near each other rule nothing out.
    slack = settings.DAYS_APART if max(_length(one), _length(other)) <= settings.DAYS_APART else 0
    return one[1] + slack < other[0] or other[1] + slack < one[0]


def _of_unlike_times(a: Measured, b: Measured) -> bool:
    """Whether one is of a far longer time: the ice lost in a year, and since 1980."""
    short, long = sorted((a.lasts or 0, b.lasts or 0))
    return None not in (a.lasts, b.lasts) and long > settings.LONG_TIME_DAYS and long > settings.UNLIKE_TIMES * short


def _length(days: tuple[int, int]) -> int:
    return days[1] - days[0]


def _days(figure: Figure) -> tuple[int, int]:
    """The first and the last day, as numbers; an open end lies far away."""
    assert figure.time is not None
    start, end = (end and date.fromisoformat(end[:10]).toordinal() for end in (figure.time.start, figure.time.end))
    return start or 0, end or date.max.toordinal()


def _relation(figure: Figure) -> str | None:
    return figure.relation.kind if figure.relation and figure.relation.kind in ("part_of", "compared_with") else None
