import pytest

from builders import figure
from twosource.compare.slips import explain

KM, MILE = "kilometer", "mile"

CASES = [
    ("a lost thousand", figure(12), figure(12000), False, "scale"),
    ("one digit, a thousand", figure(4), figure(4000), False, "scale"),
    ("one digit, ten times", figure(4), figure(40), False, None),
    ("one digit, ten times, at the same place of a copy", figure(4), figure(40), True, "scale"),
    ("three digits, ten times", figure(54100), figure(5410), False, "scale"),
    ("swapped digits in a copy", figure(5400), figure(4500), True, "swapped_digits"),
    ("swapped digits of two in a copy", figure(54), figure(45), True, "swapped_digits"),
    ("a toll of two digits, at the same place", figure(54, event="killed"), figure(45, event="killed"), True, None),
    ("a changed digit in a copy", figure(351), figure(251), True, "changed_digit"),
    ("a changed digit elsewhere", figure(351), figure(251), False, None),
    (
        "percent for points",
        figure(3.4, unit="percent", kind="percent"),
        figure(3.4, unit="percentage_point", kind="percent"),
        False,
        "unit",
    ),
    ("one number, two units", figure(3, unit=KM, kind="measure"), figure(3, unit=MILE, kind="measure"), False, "unit"),
    ("unlike numbers", figure(12), figure(13000), True, None),
    ("percentages have no scale", figure(2, kind="percent"), figure(2000, kind="percent"), True, None),
    ("zero", figure(0), figure(1000), True, None),
]


@pytest.mark.parametrize(("name", "a", "b", "aligned", "kind"), CASES, ids=[case[0] for case in CASES])
def test_table_of_slips(name, a, b, aligned, kind):
    found = explain(a, b, aligned=aligned)
    assert (found and found.kind) == kind
    assert bool(explain(b, a, aligned=aligned)) == bool(found)
