from builders import figure
from twosource.extraction.figures.checks import find_inconsistencies
from twosource.extraction.figures.find import find_figures
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


def told(text):
    return [found.detail for found in find_inconsistencies(text, find_figures(text))]


def test_a_total_that_its_numbers_do_not_make():
    assert told("Twelve sailors died in Vell and 30 in Dunbar, a total of 42.") == []
    (detail,) = told("Twelve sailors died in Vell and 30 in Dunbar, a total of 40.")
    assert "make 42, and not 40" in detail


def test_a_total_of_something_else_is_no_total():
    assert told("Three ships sank and 12 burned in a total of 40 raids.") == []


def test_a_new_clause_is_no_part_of_the_one_before():
    assert told("Six guards were injured, one of them seriously, and twenty-three people were arrested.") == []
    assert told("Police say one of those two guards fell.") == []
