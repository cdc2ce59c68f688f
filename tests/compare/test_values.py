import math

import pytest

from builders import figure
from twosource.compare.values import last_place, relate, value_of

KM2, MILE, KM = "kilometer ** 2", "mile", "kilometer"


def more_than(n, **given):
    return figure(n, low=n, high=None, bound="more_than", **given)


def at_most(n, **given):
    return figure(n, low=None, high=n, bound="at_most", **given)


def about(n, share=0.1, **given):
    return figure(n, low=n * (1 - share), high=n * (1 + share), bound="about", **given)


CASES = [
    ("the same", figure(40000), figure(40000), "equal"),
    ("thousands counted and rounded", figure(16000), figure(16100), "rounded"),
    ("a bound close below", more_than(16000), figure(16100), "rounded"),
    ("a bound and the next round number", more_than(120), figure(130), "compatible"),
    ("a bound just below", more_than(120), figure(124), "rounded"),
    ("a bound far below", more_than(16000), figure(18500), "compatible"),
    ("a bound above", more_than(16000), figure(12000), "disjoint"),
    ("two tolls", figure(12, event="killed"), figure(14, event="killed"), "disjoint"),
    ("small round tolls are exact", figure(40), figure(42), "disjoint"),
    (
        "miles and up to kilometres",
        figure(3, unit=MILE, kind="measure"),
        at_most(5, unit=KM, kind="measure"),
        "rounded",
    ),
    ("up to five against eight", at_most(5, unit=KM, kind="measure"), figure(8, unit=KM, kind="measure"), "disjoint"),
    ("a fifth and a percentage", figure(0.2, kind="ratio"), figure(20, kind="percent"), "equal"),
    (
        "percent and points",
        figure(3.4, unit="percent", kind="percent"),
        figure(3.4, unit="percentage_point", kind="percent"),
        "disjoint",
    ),
    (
        "points in hundredths",
        figure(50, unit="basis_point", kind="percent"),
        figure(0.5, unit="percentage_point", kind="percent"),
        "equal",
    ),
    ("three months", figure(320, unit=KM2, kind="measure"), figure(400, unit=KM2, kind="measure"), "disjoint"),
    ("two round numbers", figure(200), figure(300), "disjoint"),
    (
        "two lengths told to the metre",
        figure(17, unit=KM, kind="measure"),
        figure(18, unit=KM, kind="measure"),
        "disjoint",
    ),
    ("ten is not five", figure(10, unit=KM, kind="measure"), figure(5, unit=KM, kind="measure"), "disjoint"),
    ("a bound far above", at_most(60, unit=KM, kind="measure"), figure(37, unit=KM, kind="measure"), "compatible"),
    ("about and within", about(12000), figure(12300), "rounded"),
    ("about and beyond", about(12000), figure(15000), "disjoint"),
]


@pytest.mark.parametrize(("name", "a", "b", "relation"), CASES, ids=[case[0] for case in CASES])
def test_table_of_values(name, a, b, relation):
    one, other = value_of(a), value_of(b)
    assert one.dimension == other.dimension
    assert relate(one, other) == relate(other, one) == relation


@pytest.mark.parametrize(("number", "place"), [(16100, 100), (0.25, 0.01), (7, 1), (0, 1), (1200000, 100000)])
def test_last_significant_place(number, place):
    assert math.isclose(last_place(number), place)


def test_a_figure_without_a_number_has_no_value():
    assert value_of(figure(None)) is None
