from builders import figure
from twosource.extraction.checks import find_inconsistencies
from twosource.records import Relation


def part_of(total, **given):
    made = figure(**given)
    from msgspec.structs import replace

    return replace(made, relation=Relation("part_of", total))


def test_a_part_above_its_total():
    whole, part = figure(9, id="w"), part_of("w", point=12, id="p")
    (found,) = find_inconsistencies("", [whole, part])
    assert found.figures == ("p", "w")


def test_a_part_below_its_total_and_a_total_without_upper_end_are_consistent():
    whole = figure(9, id="w", high=None, bound="at_least")
    assert not find_inconsistencies("", [figure(9, id="w"), part_of("w", point=3, id="p")])
    assert not find_inconsistencies("", [whole, part_of("w", point=12, id="p")])


def test_a_conversion_that_is_off():
    written = figure(320, id="w", kind="measure", unit="kilometer ** 2")
    right = figure(124, id="r", kind="measure", unit="mile ** 2", conversion_of="w")
    wrong = figure(1240, id="x", kind="measure", unit="mile ** 2", conversion_of="w")
    (found,) = find_inconsistencies("", [written, right, wrong])
    assert found.figures == ("x", "w")
