"""Units of measurement: what an expression measures, its factor to base units, and conversion between two of them.

Expressions are written as Pint writes them ("kilometer ** 2", "mile / hour") or are currency codes. The table of units
is frozen in words/unit_factors.toml, so that nothing is worked out at run time but products and powers.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from twosource.text.lexicon import lexicon


class Unit(NamedTuple):
    """What a unit expression means: powers of its dimensions, the factor to base units, and where its scale begins."""

    powers: tuple[tuple[str, int], ...]
    factor: float
    offset: float = 0.0

    @property
    def dimension(self) -> str:
        """The dimension as text, such as `length ** 2`; two units can be converted where this is equal."""
        return " * ".join(name if power == 1 else f"{name} ** {power}" for name, power in self.powers) or "number"


_TOKEN = re.compile(r"\s*(\*\*|[*/]|-?\d+|[^\W\d]\w*)")


@lru_cache(maxsize=4096)
def parse(expression: str) -> Unit:
    """The meaning of a unit expression; a name that the table lacks (a currency, a noun) is a dimension of its own."""
    powers: dict[str, int] = {}
    factor, offset, sign = 1.0, 0.0, 1
    tokens = _TOKEN.findall(expression)
    for at, token in enumerate(tokens):
        if token in ("*", "/"):
            sign = -1 if token == "/" else 1
        elif token != "**" and (at == 0 or tokens[at - 1] != "**"):
            power = sign * (int(tokens[at + 2]) if tokens[at + 1 : at + 2] == ["**"] and at + 2 < len(tokens) else 1)
            entry = lexicon("unit_factors")["units"].get(token, {"factor": 1.0, token: 1})
            factor *= entry["factor"] ** power
            offset = entry.get("offset", 0.0) if len(tokens) == 1 else 0.0
            for name, own in entry.items():
                if name not in ("factor", "offset"):
                    powers[name] = powers.get(name, 0) + own * power
    return Unit(tuple(sorted((name, power) for name, power in powers.items() if power)), factor, offset)


def to_base(unit: str) -> tuple[str, float]:
    """The dimension of a unit and its factor to base units.

    A scale that does not begin at zero (degrees Celsius) has a dimension of its own, since no factor alone converts it.
    """
    meaning = parse(unit)
    return (f"{meaning.dimension} from {meaning.offset:g}" if meaning.offset else meaning.dimension), meaning.factor


def convert(value: float, unit_from: str, unit_to: str) -> float:
    """A value in another unit of the same dimension; `ValueError` where the dimensions differ."""
    given, wanted = parse(unit_from), parse(unit_to)
    if given.powers != wanted.powers:
        raise ValueError(f"{unit_from} measures {given.dimension} and {unit_to} {wanted.dimension}")
    return (value * given.factor + given.offset - wanted.offset) / wanted.factor
