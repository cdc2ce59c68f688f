"""A value that one copy garbled goes with what it was made of, whatever else the story tells of that."""

import pytest

from builders import figure
from twosource.compare.figures import group_figures
from twosource.compare.measured import Measured
from twosource.compare.slips import explain
from twosource.compare.values import value_of


def told(name, point, *words, **given):
    """A figure of a document of its own, told in these words."""
    made = figure(point, id=name, document=name, **given)
    return Measured(made, value_of(made), frozenset(words), None)


def grouped(items, aligned):
    return sorted(sorted(item.figure.id for item in group) for group in group_figures(items, aligned=aligned))


@pytest.mark.parametrize(
    ("garbled", "given"), [(63800000, {}), (638000, {}), (63800, {"unit": "pound"}), (68300, {})], ids=str
)
def test_a_garbled_copy_joins_its_original(garbled, given):
    weight = {"kind": "measure", "unit": "kilogram"}
    items = [
        told("a", 63800, "rocket", "payload", **weight),
        told("b", 63800, "payload", "orbit", **weight),
        told("copy", garbled, "rocket", "payload", **{**weight, **given}),
    ]
    assert grouped(items, [("a", "copy")])[-1][-1] == "copy"
    assert ["a", "b", "copy"] in grouped(items, [("a", "copy")])


def test_without_a_shared_passage_nothing_is_joined():
    items = [told("a", 30, "ship", head="times"), told("b", 30, "oil", head="times"), told("c", 30000, head="times")]
    assert ["c"] in grouped(items, [])


def test_two_ranges_in_two_units_are_a_slip():
    pounds, kilograms = (
        figure(None, low=240, high=250, bound="range", kind="measure", unit=unit) for unit in ("pound", "kilogram")
    )
    slip = explain(pounds, kilograms)
    assert slip and slip.kind == "unit"
