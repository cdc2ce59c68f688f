"""Whether two values agree: intervals that hedges and rounding mean, in a common unit.

After Ferson et al. 2015 and Williams & Power 2013: a bare round number is read as approximate, a hedge widens it, and a
bound ("more than 16,000") backs values close to it and merely admits the others.
"""

import math
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from twosource.records import Figure
from twosource.settings.claims import (
    AT_LEAST_REACH,
    AT_MOST_REACH,
    BOUND_BACKS,
    CUT_OFF_AT_MOST,
    EXACT_COUNT_BELOW,
    HALF_A_YEAR,
    LESS_THAN_REACH,
    POINT_TOLERANCE,
)
from twosource.settings.figures import WIDEST_ROUNDING
from twosource.text.units import to_base

ValueRelation = Literal["equal", "rounded", "compatible", "disjoint"]
# In news the short word stands for either: "25-ton" and "25-tonne" are one truck, 42 degrees are mostly Celsius.
_MEANT = {"ton": "metric_ton", "degree": "degree_Celsius"}
_POINTS = {"percentage_point": 0.01, "basis_point": 0.0001}


class Value(NamedTuple):
    """A figure's value in base units: the written point, what the words expect, and what they allow at all."""

    dimension: str
    point: float
    expected: tuple[float, float]
    allowed: tuple[float, float]
    step: float
    """One unit of the last significant place of the written number."""
    open: bool
    """A bound on one side only."""
    points: bool = False
    """A difference of two shares, in points, and not a share: "3 percentage points" are no "3 percent"."""


def value_of(figure: Figure) -> Value | None:
    """The value of a figure in base units, or None where it has no number to compare."""
    ends = [end for end in (figure.point, figure.low, figure.high) if end is not None]
    if not ends or not all(math.isfinite(end) for end in ends):
        return None
    dimension, factor = _scale(figure)
    point = figure.point if figure.point is not None else sum(ends) / len(ends)
    step = last_place(point)
    if figure.kind == "age" and figure.bound == "exact":
        span = (point - HALF_A_YEAR) * factor, (point + HALF_A_YEAR) * factor
        return Value(dimension, point * factor, (point * factor, point * factor), span, step * factor, False)
    low, high = _expected(figure, point, step)
    allowed_low = figure.low if figure.low is not None else (0.0 if figure.bound in ("less_than", "at_most") else low)
    allowed_high = (
        figure.high if figure.high is not None else (math.inf if figure.bound in ("more_than", "at_least") else high)
    )
    return Value(
        dimension,
        point * factor,
        (low * factor, high * factor),
        (min(low, allowed_low) * factor, max(high, allowed_high) * factor),
        step * abs(factor),
        figure.bound in ("more_than", "at_least", "less_than", "at_most"),
        figure.unit in _POINTS,
    )


def relate(a: Value, b: Value) -> ValueRelation:
    """How two values of one dimension stand to each other; `rounded` means that one may well stand for the other."""
    if a.points != b.points:
        return "disjoint"
    # Conversions carry rounding of their own; what is counted one by one is converted by nobody.
    slack = 0.0 if a.dimension == "count" else POINT_TOLERANCE
    if _close(a.point, b.point, slack) and not (a.open and b.open and a.allowed != b.allowed):
        return "equal"
    if (a.open and b.open and not _share_a_value(a, b)) or (a.dimension != "age" and _told_to_one_place(a, b)):
        return "disjoint"
    if _cut_off(a, b) or _cut_off(b, a):
        return "rounded"
    if _meet(a.expected, b.expected, slack) and (_rounds(a, b) or _rounds(b, a) or _holds(a, b) or _holds(b, a)):
        return "rounded"
    return "compatible" if _meet(a.allowed, b.allowed, slack) else "disjoint"


def next_to(a: Value, b: Value) -> bool:
    """Whether two values differ by no more than the last place of the coarser one: "more than 120" and 130."""
    return abs(a.point - b.point) <= max(a.step, b.step)


def _told_to_one_place(a: Value, b: Value) -> bool:
    """Whether two bare numbers are as precise as each other: 200 and 300, or 17 and 18 yards, do not round each other."""
    bare = all(not value.open and value.expected[1] - value.expected[0] <= value.step * (1 + 1e-9) for value in (a, b))
    return bare and math.isclose(a.step, b.step)


def _share_a_value(a: Value, b: Value) -> bool:
    """Whether two bounds leave room for one value: "less than two" and "more than two" do not."""
    return max(a.allowed[0], b.allowed[0]) < min(a.allowed[1], b.allowed[1])


@lru_cache(maxsize=1 << 12)
def last_place(number: float) -> float:
    """The weight of the last significant digit of a number as written: 16,100 gives 100, 0.25 gives 0.01."""
    if number == 0:
        return 1.0
    digits = Decimal(repr(number)).normalize()
    return float(Decimal(10) ** int(digits.as_tuple().exponent))


def _scale(figure: Figure) -> tuple[str, float]:
    if figure.kind == "age":
        return "age", to_base(figure.unit or "year")[1]
    if figure.kind in ("percent", "ratio"):
        return "share", _POINTS.get(figure.unit or "", 0.01 if figure.kind == "percent" else 1.0)
    if figure.unit is None:
        return figure.kind, 1.0
    return to_base(_MEANT.get(figure.unit, figure.unit))


def _expected(figure: Figure, point: float, step: float) -> tuple[float, float]:
    match figure.bound:
        case "more_than":
            reach = max(step, (BOUND_BACKS - 1) * abs(point) if abs(point) < 10 * step else step)
            return point, math.nextafter(point + reach, point)  # who knows of 130 does not write "more than 120"
        case "at_least":
            return point, point * AT_LEAST_REACH
        case "less_than":
            return point * LESS_THAN_REACH, point
        case "at_most":
            return point * AT_MOST_REACH, point
        case "about" | "range" | "vague":
            return figure.low if figure.low is not None else point, figure.high if figure.high is not None else point
    if figure.kind == "count" and (abs(point) < EXACT_COUNT_BELOW or step <= 1):
        return point, point
    reach = _rounding(point, step)
    return point - reach, point + reach


def _rounding(point: float, step: float) -> float:
    """How far a bare number may be from what it stands for."""
    return min(step / 2, WIDEST_ROUNDING * abs(point))


def _rounds(coarse: Value, fine: Value) -> bool:
    """Whether the coarser number is what the finer one rounds to."""
    low, high = coarse.expected
    if low == high or coarse.step <= 0:
        return False
    return abs(fine.point - coarse.point) <= _rounding(coarse.point, coarse.step) * (1 + POINT_TOLERANCE)


def _cut_off(coarse: Value, fine: Value) -> bool:
    """Whether the coarser number is the finer one with its last digits cut off: "$43 million" for 43,885,310."""
    near = 0 <= fine.point - coarse.point < coarse.step <= CUT_OFF_AT_MOST * abs(coarse.point)
    return near and fine.step * 10 <= coarse.step and coarse.dimension != "share"


def _holds(hedged: Value, other: Value) -> bool:
    low, high = hedged.expected
    near = not hedged.open or hedged.point / BOUND_BACKS <= other.point <= hedged.point * BOUND_BACKS
    return low < high and low <= other.point <= high and near


def _close(a: float, b: float, slack: float) -> bool:
    return math.isclose(a, b, rel_tol=max(1e-9, slack / 10), abs_tol=1e-12)


def _meet(a: tuple[float, float], b: tuple[float, float], share: float) -> bool:
    slack = share * max(abs(a[1]) if math.isfinite(a[1]) else 0, abs(b[1]) if math.isfinite(b[1]) else 0)
    return a[0] <= b[1] + slack and b[0] <= a[1] + slack
