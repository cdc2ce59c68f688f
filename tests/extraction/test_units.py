"""The frozen table of units, and what an expression made of them means."""

import math
import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.extraction.numbers.money import money_before
from twosource.extraction.numbers.units import unit_after
from twosource.text.lexicon import lexicon
from twosource.text.units import convert, parse, to_base

UNITS = sorted(lexicon("unit_factors")["units"])
LENGTHS = ["meter", "kilometer", "mile", "foot", "yard", "inch", "nautical_mile", "centimeter"]


@pytest.mark.parametrize(
    ("value", "old", "new", "result"),
    [
        (1, "mile", "kilometer", 1.609344),
        (320, "kilometer ** 2", "mile ** 2", 123.5527),
        (1, "hectare", "acre", 2.47104),
        (60, "mile / hour", "kilometer / hour", 96.56064),
        (100, "degree_Celsius", "degree_Fahrenheit", 212),
        (-40, "degree_Fahrenheit", "degree_Celsius", -40),
        (1, "oil_barrel", "liter", 158.987),
        (2, "kilowatt_hour", "megajoule", 7.2),
        (1, "century", "year", 100),
        (1, "percent", "part / million", 10000),
        (1, "metric_ton", "ton", 1.10231),
    ],
)
def test_a_value_is_converted(value: float, old: str, new: str, result: float) -> None:
    assert convert(value, old, new) == pytest.approx(result, rel=1e-5)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mile", "mile ** 2"),
        ("USD", "EUR"),
        ("percent", "percentage_point"),
        ("degree", "radian / meter"),
        ("bit", "degree"),
        ("year", "meter"),
    ],
)
def test_what_measures_something_else_cannot_be_converted(one: str, other: str) -> None:
    assert to_base(one)[0] != to_base(other)[0]
    with pytest.raises(ValueError, match="measures"):
        convert(1, one, other)


def test_a_scale_with_another_zero_has_a_dimension_of_its_own() -> None:
    assert len({to_base(unit)[0] for unit in ("degree_Celsius", "degree_Fahrenheit", "kelvin")}) == 3


def test_a_currency_is_its_own_dimension() -> None:
    assert to_base("USD") == ("USD", 1.0)
    assert to_base("USD / oil_barrel")[0] == "USD * length ** -3"


@pytest.mark.parametrize("odd", ["", "**", "/", "a ** ", "kilometer **", "* * *", "2", "mile / / hour", "\x00", "ü"])
def test_an_odd_expression_never_raises(odd: str) -> None:
    dimension, factor = to_base(odd)
    assert isinstance(dimension, str) and math.isfinite(factor)


@given(
    st.sampled_from(LENGTHS),
    st.sampled_from(LENGTHS),
    st.sampled_from(["", " ** 2", " ** 3", " / hour"]),
    st.floats(-1e9, 1e9),
)
def test_there_and_back_again(one: str, other: str, power: str, value: float) -> None:
    there = convert(value, one + power, other + power)
    assert convert(there, other + power, one + power) == pytest.approx(value, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_has_a_positive_factor(unit: str) -> None:
    assert parse(unit).factor > 0


def test_every_spelling_leads_to_a_unit_of_the_table() -> None:
    units = lexicon("units")
    for group in ("words", "symbols", "time", "percent"):
        for name in units[group]:
            assert set(re.findall(r"[A-Za-z_]+", name)) <= set(UNITS)


def test_the_table_is_what_pint_says() -> None:
    tool = Path(__file__).parents[2] / "tools" / "make_units.py"
    space: dict[str, object] = {"__name__": "make_units", "__file__": str(tool)}
    exec(compile(tool.read_text(encoding="utf-8"), str(tool), "exec"), space)
    registry = import_module("pint").UnitRegistry(autoconvert_offset_to_baseunit=True)
    rows = [space["row"](unit, registry) for unit in space["atoms"]()]  # type: ignore[operator]
    fresh = tomllib.loads("\n".join(rows))
    for unit, entry in lexicon("unit_factors")["units"].items():
        assert fresh[unit] == pytest.approx(entry, rel=1e-9)


# --- units in text ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "unit", "kind"),
    [
        ("5 km", "kilometer", "measure"),
        ("5km", "kilometer", "measure"),
        ("5 Kilometres", "kilometer", "measure"),
        ("5-square-mile", "mile ** 2", "measure"),
        ("5 sq km", "kilometer ** 2", "measure"),
        ("5 km²", "kilometer ** 2", "measure"),
        ("5 km2", "kilometer ** 2", "measure"),
        ("5 cubic feet", "foot ** 3", "measure"),
        ("5 square feet", "foot ** 2", "measure"),
        ("5m.", "meter", "measure"),
        ("5 m deep", "meter", "measure"),
        ("5 tonnes", "metric_ton", "measure"),
        ("5°C", "degree_Celsius", "measure"),
        ("5 degrees Fahrenheit", "degree_Fahrenheit", "measure"),
        ("5 per cent", "percent", "percent"),
        ("5％", "percent", "percent"),
        ("5 percentage points", "percentage_point", "percent"),
        ("5 basis points", "basis_point", "percent"),
        ("5 years", "year", "duration"),
        ("5-week", "week", "duration"),
        ("5 centuries", "century", "duration"),
        ("5 euros", "EUR", "money"),
        ("5 US dollars", "USD", "money"),
        ("5 Hong Kong dollars", "HKD", "money"),
        ("5 dinars", "dinar", "money"),
        ("5 CHF", "CHF", "money"),
        ("5 €", "EUR", "money"),
        ("5kWh", "kilowatt_hour", "measure"),
    ],
)
def test_a_unit_after_a_number(text: str, unit: str, kind: str) -> None:
    found = unit_after(text, 1)
    assert found and (found.unit, found.kind) == (unit, kind)


@pytest.mark.parametrize(
    "text", ["5 people", "5 minor", "5 metering", "5 C. Jones", "5 in Rome", "5s", "5 inning", "5", "5  "]
)
def test_no_unit_after_a_number(text: str) -> None:
    assert unit_after(text, 1) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$5", "USD"),
        ("US$5", "USD"),
        ("A$5", "AUD"),
        ("C$ 5", "CAD"),
        ("€5", "EUR"),
        ("£ 5", "GBP"),
        ("EUR 5", "EUR"),
        ("Rs. 5", "INR"),
        ("R150m", "ZAR"),
        ("a $5", "USD"),
        ("the A-$5", "USD"),
        ("RM500", "MYR"),
        ("₹5", "INR"),
        ("¥5", "JPY"),
    ],
)
def test_a_currency_before_a_number(text: str, unit: str) -> None:
    found = money_before(text, re.search(r"\d", text).start())  # type: ignore[union-attr]
    assert found and found.unit == unit


@pytest.mark.parametrize("text", ["R2", "ALL 5", "FOR 5", "euro2", "xUSD 5", " 5", "5"])
def test_no_currency_before_a_number(text: str) -> None:
    found = money_before(text, re.search(r"\d", text).start())  # type: ignore[union-attr]
    assert found is None or text == "ALL 5"
