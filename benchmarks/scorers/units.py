"""Whether a told unit says what an annotated one says, whatever the spelling of either.

Units of measurement are read by Pint into powers of base names. A few names mean more in news than they do to Pint:
currencies, percentages, and words such as "point" that are no units. A noun that the annotation takes for a unit
("solution", "people") is looked for in what the figure counts.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pint import UnitRegistry

Powers = Mapping[str, float]

# One currency or news unit a line: the name to compare by, then other spellings of it.
NEWS_UNITS = """
percent percentage % pct
percentage_point pp
basis_point bp bps
USD dollar us_dollar united_states_dollar $ us$
AUD australian_dollar
CAD canadian_dollar
HKD hong_kong_dollar
NZD new_zealand_dollar
SGD singapore_dollar
JPY japanese_yen yen ¥
CNY chinese_yuan yuan rmb renminbi
EUR euro €
GBP pound_sterling sterling £
ILS shekel
MYR malaysian_ringgit ringgit
DKK danish_krone
HRK croatian_kuna
INR indian_rupee rupee
cent penny usd_cent
sen
year year_of_age yr annum a
month month_of_age
barrel barrel_of_oil oil_barrel oil_bbl bbl
tonne t metric_ton
ton short_ton
pound lb pound-mass pound_mass force_pound
foot ft international_foot
mile mi statute_mile
horsepower hp ps metric_horsepower
brake_horsepower bhp
gigatonne gigaton
part_per_billion ppb parts-per-billion
revolution
hour h hr
degree_celsius celsius degc °c
degree_fahrenheit fahrenheit degf °f
"""
SPOKEN = {
    "mph": "mile per hour", "kph": "kilometer per hour", "kmh": "kilometer per hour", "mpg": "mile per gallon",
    "rpm": "revolution per minute", "revolutions_per_minute": "revolution per minute",
    "pound-foot": "foot * pound", "foot_pound-force": "foot * pound", "newton_metre": "newton * meter",
}  # fmt: skip
# Names that Pint knows and that mean something else in a report; "kn" is the knot and the kuna, so its written form decides.
NOT_UNITS = {"bar", "chain", "count", "hand", "knot", "link", "point", "share", "turn", "unit"}
# "$" in a report of one of these countries is its own dollar.
DOLLARS = ("AUD", "CAD", "HKD", "NZD", "SGD")


@cache
def _names() -> dict[str, str]:
    return {name: line.split()[0] for line in NEWS_UNITS.strip().splitlines() for name in line.lower().split()}


@cache
def _registry() -> UnitRegistry:
    return UnitRegistry()


@cache
def powers(unit: str | None) -> Powers | None:
    """Base names with their powers, of a name ("dollar per barrel") or an expression; None if some part is no unit."""
    if unit is None:
        return None
    found: dict[str, float] = {}
    sign, last = 1, ""
    for part in re.split(r"\s*(\*\*|[*/]|\bper\b)\s*", unit.strip(" -").lower()):
        if part in ("/", "per"):
            sign = -1
        elif part == "**":
            found[last] *= 1  # the power follows
            sign = 0
        elif sign == 0:
            found[last] *= float(part)
            sign = 1
        elif part and part != "*":
            inner = _part(part)
            if inner is None:
                return None
            for last, power in inner.items():
                found[last] = found.get(last, 0) + sign * power
            sign = 1
    return {name: power for name, power in found.items() if power}


def _part(name: str) -> Powers | None:
    name = name.replace(" ", "_")
    if name in SPOKEN:
        return powers(SPOKEN[name])
    power = 1
    if match := re.match(r"(square|sq|cubic|cu)[_.]+(.+)", name):
        power, name = 2 if match[1].startswith("s") else 3, match[2]
    for form in (name, name.removesuffix("s")):
        if form in _names():
            return {_names()[form]: power}
    if name in NOT_UNITS or name.removesuffix("s") in NOT_UNITS:
        return None
    try:
        (base,) = dict(_registry().parse_units(name)._units).items()
    except Exception:  # Pint raises whatever its parser meets; a name it cannot read is no unit
        return None
    return {base[0]: base[1] * power}


def nouns(text: str | None) -> set[str]:
    """Lower-case words of a text without their plural endings."""
    found = set()
    for word in re.findall(r"[a-z]+", (text or "").lower()):
        if word.endswith("ies"):
            found.add(word[:-3] + "y")
        else:
            found.add(re.sub(r"(?<=ss|sh|ch)es$|(?<=[^s])s$", "", word))
    return found


def same_unit(gold: Mapping[str, Any], figure: Mapping[str, Any], text: str) -> bool:
    """Whether the figure's unit, or for a count what is counted, says what the annotated unit says."""
    name, written = gold["normalized_unit"], gold["unit"]
    unit, per, counted = figure.get("unit"), figure.get("per"), figure.get("counted") or {}
    if unit and isinstance(per, str):
        unit = f"{unit} / {per}"
    if name is None:
        return unit is None
    want, have = powers(name), powers(unit)
    if want is not None and have is not None:
        return have == want or (
            set(want) == {"USD"} and written == "$" and len(have) == 1 and set(have) <= set(DOLLARS)
        )
    span = counted.get("span")
    said = [unit, counted.get("head"), text[slice(*span)] if span else None, figure.get("text") if unit else None]
    words = nouns(" ".join(part for part in said if part))
    shared = words & (nouns(name) | nouns(written))
    return bool(shared) or bool(unit and written and written in " ".join(part for part in said if part))
