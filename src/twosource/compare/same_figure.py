"""Whether two figures of a story measure the same thing, by hard vetoes first and then by the weight of the evidence."""

from collections.abc import Mapping
from typing import NamedTuple

from twosource.compare.slips import explain
from twosource.compare.values import Value, relate
from twosource.records import Figure
from twosource.settings import claims as settings
from twosource.text.names import same_name

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
}
# A part of the people is no other telling of all of them, unless the numbers are the same.
_SUBSETS = {"child", "woman", "man", "police", "civilian"}


class Measured(NamedTuple):
    """A figure with what a comparison needs to know of its surroundings."""

    figure: Figure
    value: Value
    context: frozenset[str]
    """Stems of the content words of its sentence."""
    speaker: str | None
    """The named speaker of the statement that holds it."""


class Kinship(NamedTuple):
    """The weight of the evidence that two figures measure one thing, and the pieces of it."""

    weight: float
    agree: bool
    evidence: tuple[str, ...]

    @property
    def joins(self) -> bool:
        """Whether the evidence is enough to put the two into one claim."""
        return self.weight >= (settings.JOIN_AGREEING if self.agree else settings.JOIN_DIFFERING)


def kinship(a: Measured, b: Measured, *, aligned: bool = False) -> Kinship | None:
    """The evidence that `a` and `b` measure one thing; None where something rules it out."""
    relation = relate(a.value, b.value) if a.value.dimension == b.value.dimension else None
    if relation is None:
        return None
    agree = relation in ("equal", "rounded")
    slip = explain(a.figure, b.figure, aligned=aligned) if relation == "disjoint" else None
    if vetoed(a.figure, b.figure, agree=agree, aligned=aligned or slip is not None):
        return None
    evidence = dict(_evidence(a, b, aligned=aligned, agree=agree, exact=relation == "equal"))
    if not agree and not ("event" in evidence or aligned):
        return None
    if slip:
        evidence["slip"] = settings.EXPLAINED
    return Kinship(sum(evidence.values()), agree, tuple(evidence))


def vetoed(a: Figure, b: Figure, *, agree: bool, aligned: bool) -> bool:
    """Whether something said of the two figures rules out that they measure one thing."""
    if (a.modality == "negated") != (b.modality == "negated") or (a.aggregation == "increment") != (b.aggregation == "increment"):
        return True
    if (a.aggregation == "rate") != (b.aggregation == "rate") or a.per != b.per:
        return True
    if a.event and b.event and a.event.class_ != b.event.class_:
        return True
    if _sides_differ(a, b) or _times_differ(a, b):
        return True
    if not aligned and _relation(a) != _relation(b) and (not agree or "compared_with" in (_relation(a), _relation(b))):
        return True
    return _classes_differ(a, b, agree=agree)


def _evidence(a: Measured, b: Measured, *, aligned: bool, agree: bool, exact: bool) -> Mapping[str, float]:
    f, g = a.figure, b.figure
    found: dict[str, float] = {}
    if f.event and g.event:
        found["event"] = settings.SAME_EVENT
    if f.counted and g.counted:
        if f.counted.head.casefold() == g.counted.head.casefold():
            found["head"] = settings.SAME_HEAD
        elif f.counted.class_ and g.counted.class_:
            found["class"] = settings.SAME_CLASS
    if f.side and g.side:
        found["side"] = settings.SAME_SIDE
    if f.place and g.place and same_name(f.place.name, g.place.name):
        found["place"] = settings.SAME_PLACE
    if _timed(f) and _timed(g):
        found["time"] = settings.SAME_TIME
    if a.speaker and b.speaker and same_name(a.speaker, b.speaker):
        found["speaker"] = settings.SAME_SPEAKER
    if exact:
        found["value"] = settings.SAME_PRECISE_VALUE if _precise(f) and _precise(g) else settings.SAME_VALUE
    elif agree:
        found["value"] = settings.ROUNDED_VALUE
    if agree and f.kind == g.kind == "measure" and "head" not in found:
        found["dimension"] = settings.SAME_DIMENSION
    if a.context and b.context:
        found["context"] = settings.CONTEXT * len(a.context & b.context) / len(a.context | b.context)
    if aligned:
        found["aligned"] = settings.ALIGNED
    return found


def _classes_differ(a: Figure, b: Figure, *, agree: bool) -> bool:
    if not (a.counted and b.counted) or a.counted.head.casefold() == b.counted.head.casefold():
        return False
    one, other = a.counted.class_, b.counted.class_
    if one is None or other is None:
        return not agree and a.event is None
    if one == other:
        return False
    if _WIDER.get(one, one) != _WIDER.get(other, other):
        return True
    return not agree and bool(_SUBSETS & {one, other})


def _sides_differ(a: Figure, b: Figure) -> bool:
    return bool(a.side and b.side and not same_name(a.side.name, b.side.name))


def _times_differ(a: Figure, b: Figure) -> bool:
    if "total" in (a.aggregation, b.aggregation) or not (_timed(a) and _timed(b)):
        return False
    (a_start, a_end), (b_start, b_end) = _days(a), _days(b)
    return a_end < b_start or b_end < a_start


def _timed(figure: Figure) -> bool:
    return figure.time is not None and (figure.time.start is not None or figure.time.end is not None)


def _days(figure: Figure) -> tuple[str, str]:
    assert figure.time is not None
    return (figure.time.start or "0000")[:10], (figure.time.end or "9999")[:10]


def _relation(figure: Figure) -> str | None:
    return figure.relation.kind if figure.relation and figure.relation.kind in ("part_of", "compared_with") else None


def _precise(figure: Figure) -> bool:
    if figure.point is None:
        return False
    digits = f"{figure.point:.10g}".replace(".", "").replace("-", "").strip("0")
    return len(digits) >= 3
