"""What accident could have made one figure of another: a lost thousand, swapped digits, a mixed-up unit.

Only an explanation: whether two figures measure one thing is decided elsewhere, and nothing is ever corrected.
"""

import math
from collections.abc import Sequence
from typing import Literal, NamedTuple

from twosource.records import Figure
from twosource.settings.claims import (
    DIGITS_FOR_TYPING_SLIP,
    DIGITS_OF_A_PRECISE_NUMBER,
    RUNNING,
    SCALE_TOLERANCE,
    SCALES_OF_ONE_DIGIT,
    SMALLEST_TAKEN_FOR_ANOTHER,
    SWAPPED_APART,
    UNIT_TOLERANCE,
)
from twosource.text.units import to_base


class Slip(NamedTuple):
    """A way in which one value could have been garbled into the other."""

    kind: Literal["scale", "swapped_digits", "changed_digit", "unit", "swapped_pair", "part", "period"]
    detail: str


def explain(a: Figure, b: Figure, *, aligned: bool = False, alike: bool = False) -> Slip | None:
    """The likeliest slip between two figures whose values differ; None where no known slip fits.

    `aligned` figures stand at the same place of a shared passage, so rarer accidents are believed of them; of those told in
    `alike` words only that digits changed places, as a value near another may well be another.
    """
    if a.point is None or b.point is None:
        return _unit_slip(a, b) if a.point is b.point else None  # two ranges: "240 to 250 pounds"
    if a.point == 0 or b.point == 0:
        return None
    return _unit_slip(a, b) or _scale_slip(a, b, aligned=aligned) or _digit_slip(a, b, aligned=aligned, alike=alike)


def explain_beside(a: Figure, b: Figure, near_a: Sequence[Figure], near_b: Sequence[Figure]) -> Slip | None:
    """A slip that shows only with the figures near the two: a swapped pair, a part for the whole, another time's figure."""
    if a.point is None or b.point is None:
        return None
    return _swapped_pair(a, b, near_a, near_b) or _taken_for_another(a, b, near_b) or _taken_for_another(b, a, near_a)


def _swapped_pair(a: Figure, b: Figure, near_a: Sequence[Figure], near_b: Sequence[Figure]) -> Slip | None:
    """ "19 killed and 8 injured" where the other has 8 killed and 19 injured."""
    assert a.point is not None and b.point is not None
    if abs(a.point - b.point) < SWAPPED_APART or not (a.event and b.event):
        return None
    for other in near_a:
        if other.point == b.point and other.event and other.event.class_ != a.event.class_ and other.kind == a.kind:
            for last in near_b:
                if last.point == a.point and last.event and last.event.class_ == other.event.class_:
                    what = f"{a.event.class_} and {other.event.class_}"
                    return Slip("swapped_pair", f"{a.text} and {b.text} change places between {what}")
    return None


def _taken_for_another(wrong: Figure, right: Figure, near: Sequence[Figure]) -> Slip | None:
    """One report's value for the whole is the other's for a part of it, or for the time it is compared with."""
    if wrong.point is None or wrong.relation or abs(wrong.point) < SMALLEST_TAKEN_FOR_ANOTHER:
        return None
    for other in near:
        tied = (other.relation and other.relation.figure == right.id) or (
            right.relation and right.relation.figure == other.id
        )
        if not tied or other.point != wrong.point or other.unit != wrong.unit or other.kind != wrong.kind:
            continue
        relation = other.relation or right.relation
        assert relation
        if relation.kind == "part_of" and other.relation:
            return Slip(
                "part", f"{wrong.text} is given for the whole, which is {right.text} with {other.text} a part of it"
            )
        if relation.kind in ("compared_with", "moved_from") and not _runs(right):
            return Slip("period", f"{wrong.text} is the figure of another time, beside {right.text}")
    return None


def _scale_slip(a: Figure, b: Figure, *, aligned: bool) -> Slip | None:
    if a.kind != b.kind or a.kind in ("percent", "ratio", "age") or not _of_one_dimension(a, b):
        return None
    small, large = sorted((a, b), key=_size)
    low, high = _size(small), _size(large)
    power = round(math.log10(high / low))
    exact = power >= 1 and abs(high / low / 10**power - 1) <= SCALE_TOLERANCE and _in_like_digits(a, b)
    hedged = a.unit == b.unit and large.bound != "exact"
    if not exact and not (hedged and power in SCALES_OF_ONE_DIGIT and _holds(large, low * 10**power)):
        return None
    if (
        min(len(_digits(figure.point or 0)) for figure in (a, b)) < 2
        and power not in SCALES_OF_ONE_DIGIT
        and not aligned
    ):
        return None
    factor = {3: "a thousand", 6: "a million"}.get(power, f"{10**power:,}")
    return Slip("scale", f"{a.text} and {b.text} differ by a factor of {factor}")


def _in_like_digits(a: Figure, b: Figure) -> bool:
    """Whether two values have the same digits, or one of them the first of the other's, cut off or rounded: 364 and 36."""
    short, long = sorted((_digits(a.point or 0), _digits(b.point or 0)), key=len)
    return long.startswith(short) or str(round(float(f"0.{long}"), len(short)))[2:].rstrip("0") == short


def _of_one_dimension(a: Figure, b: Figure) -> bool:
    return a.unit == b.unit or (a.unit is not None and b.unit is not None and to_base(a.unit)[0] == to_base(b.unit)[0])


def _size(figure: Figure) -> float:
    """The size of a value in base units: "480 kg" and "4.8 tonnes" differ by ten."""
    return abs(figure.point or 0) * (to_base(figure.unit)[1] if figure.unit else 1)


def _digit_slip(a: Figure, b: Figure, *, aligned: bool, alike: bool) -> Slip | None:
    if a.unit != b.unit or a.kind != b.kind:
        return None
    precise = min(len(_digits(a.point or 0)), len(_digits(b.point or 0))) >= DIGITS_OF_A_PRECISE_NUMBER
    if not (aligned or alike) and not (precise and a.bound == b.bound == "exact" and not _runs(a)):
        return None
    one, other = f"{a.point:.10g}", f"{b.point:.10g}"
    # A toll of two digits may well have moved on to such a number; a percentage or any count that was copied has not.
    copied = aligned and not _runs(a) and not _runs(b)
    if (copied or (a.kind != "count" and (aligned or alike))) and len(one) == 2 and one == other[::-1]:
        return Slip("swapped_digits", f"{a.text} and {b.text} differ by two swapped digits")
    if len(one) != len(other) or len(one) < DIGITS_FOR_TYPING_SLIP:
        return None
    places = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    if len(places) == 1 and aligned and min(len(_digits(a.point or 0)), len(_digits(b.point or 0))) > 1:
        return Slip("changed_digit", f"{a.text} and {b.text} differ in one digit")
    if (
        len(places) == 2
        and places[1] == places[0] + 1
        and one[places[0]] == other[places[1]]
        and one[places[1]] == other[places[0]]
    ):
        return Slip("swapped_digits", f"{a.text} and {b.text} differ by two swapped digits")
    return None


def _runs(figure: Figure) -> bool:
    """Whether it is a toll, which may well have moved on to a number that looks like a swap."""
    return figure.event is not None and figure.event.class_ in RUNNING


def _unit_slip(a: Figure, b: Figure) -> Slip | None:
    """The same number with another unit of the same dimension: "3 miles" and "3 km", "3 percent" and "3 points"."""
    if a.unit is None or b.unit is None or a.unit == b.unit or a.kind != b.kind or a.kind not in ("measure", "percent"):
        return None
    same_dimension = a.kind == "percent" or to_base(a.unit)[0] == to_base(b.unit)[0]
    pairs = [(a.point, b.point)] if a.point is not None else [(a.low, b.low), (a.high, b.high)]
    same_number = all(math.isclose(x or 0, y or 0, rel_tol=UNIT_TOLERANCE / 10) for x, y in pairs)
    if same_dimension and same_number:
        return Slip("unit", f"{a.text} and {b.text} give one number in two units")
    return None


def _holds(figure: Figure, value: float) -> bool:
    """Whether a hedged figure, such as "about 12,000", admits a value."""
    return figure.low is not None and figure.high is not None and figure.low <= value <= figure.high


def digits_in(number: float) -> str:
    """The digits of a number without its zeros, in order of size: what a lost thousand or two swapped digits leave alone."""
    return "".join(sorted(_digits(number).replace("0", "")))


def _digits(number: float) -> str:
    return f"{abs(number):.10g}".replace(".", "").strip("0")
