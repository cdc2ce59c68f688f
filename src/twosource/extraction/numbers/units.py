"""The unit beside a number: currencies on either side, measures, percent, spans of time, and what a rate is per."""

import re
from functools import cache
from typing import Literal, NamedTuple

from twosource.extraction.numbers.grammar import fold
from twosource.text.lexicon import alternation, lexicon

UnitKind = Literal["measure", "money", "percent", "duration"]


class FoundUnit(NamedTuple):
    """A unit as written, `text[start:end]`."""

    start: int
    end: int
    unit: str
    kind: UnitKind
    per: str | None = None
    factor: float = 1.0
    """A million where the unit says so: "30 MEUR"."""


def unit_after(text: str, end: int, *, of: bool = False) -> FoundUnit | None:
    """The unit that follows a number ending at `end`: "km", "-square-mile", " percent", " US dollars"; or None.

    `of` also reads "millions of dollars".
    """
    gap = (_OF if of else _GAP).match(text, end) or _GAP.match(text, end)
    assert gap is not None
    start = gap.end()
    if start >= len(text):
        return None
    symbol, word = _symbol(text, start, glued=start == end), _word(text, start)
    return word if word and (symbol is None or word.end > symbol.end) else symbol


_GAP = re.compile(r"[ \t\u00a0\u202f\n-]{0,2}")
_OF = re.compile(r"\s+of\s+")


def _symbol(text: str, start: int, *, glued: bool) -> FoundUnit | None:
    match = _symbols().match(text, start)
    if match is None:
        return None
    sign = " ".join(match[0].split())
    if sign in _weak() and not (glued or _stands_alone(text, match)):
        return None
    if sign == "p" and _SCREEN_LINES.search(text, max(0, start - 5), start):
        return None
    if sign == "in" and not _FEET_BEFORE.search(text, max(0, start - 16), start):
        return None
    if sign == "s" and "." not in text[max(0, start - 4) : start]:  # "the 1990s", "Channel 5s"
        return None
    unit, kind = _symbol_units()[sign]
    return FoundUnit(start, match.end(), unit, kind, factor=1e6 if kind == "money" and sign in in_millions() else 1.0)


_SCREEN_LINES = re.compile(r"(?<!\d)(?:240|360|480|720|1080|1440|2160)\Z")
_FEET_BEFORE = re.compile(r"(?:ft|foot|feet)\.?[\s,-]{1,2}[\d.]+\s?\Z")
_STRETCH = re.compile(
    r"[\s-](?:tall|deep|long|wide|high|thick|below|above|away|from|of|per|in|x|by)\b|\s*(?:[,.;:)%]|$)"
)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """A single letter after a space is a unit only at the end of a phrase or before a word of extent."""
    if match[0].isupper() and _INITIAL.match(text, match.end()):
        return False
    return match[0] in ("m", "t", "g", "C", "F", "W", "MT", "PS") and bool(_STRETCH.match(text, match.end()))


_INITIAL = re.compile(r"\.\s?[A-Z\d]")


def _word(text: str, start: int) -> FoundUnit | None:
    match = _words().match(text, start)
    if match is None:
        return None
    unit, kind = _word_units()[normal(match[0])]
    if kind == "duration" and text[start - 1] != "-" and match[0].lower() == unit and _AGO.match(text, match.end()):
        return None  # "109,000 week ago"
    if unit == "pound" and _is_sterling(text, start, match.end()):
        unit, kind = "GBP", "money"
    return FoundUnit(start, match.end(), unit, kind)


_AGO = re.compile(r"\s+(?:ago|earlier)\b")
_STERLING = re.compile(
    r"(?:million|billion|thousand|bn|m)[\s-]\Z|\b(?:cost|costs|costing|paid|pay|pays|paying|price|priced|worth|fined|fine|earn|earns|earned|spend|spent|charge|charged|owed|salary|debt|bill|cash|raised|donated|sold|bought|for)\s+(?:\S+\s+){0,3}\Z",
    re.IGNORECASE,
)
_WEIGHED = re.compile(r"\s+(?:of|in\s+weight|heavier|lighter|overweight|per\s)|-", re.IGNORECASE)


def _is_sterling(text: str, start: int, end: int) -> bool:
    """Whether "pounds" are money: a price is spoken of and no weight."""
    return (
        not _WEIGHED.match(text, end)
        and text[start - 1] != "-"
        and bool(_STERLING.search(text, max(0, start - 40), start))
    )


def normal(surface: str) -> str:
    """A unit's spelling in small letters, single spaces for white space and hyphens, without a plural -s."""
    words = " ".join(re.split(r"[\s-]+", fold(surface)))
    if words in _spellings():
        return words
    return words.removesuffix("s")


# --- rates ----------------------------------------------------------------------------------------------------------

_PER = re.compile(r"\s?/\s?|[\s-]+(?:per|an?|each|every)[\s-]+", re.IGNORECASE)
_DAILY = re.compile(r"\s+(daily|weekly|monthly|annually|yearly|hourly)\b", re.IGNORECASE)
_PERIOD = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "hourly": "hour"}
_NOUN = re.compile(r"[a-z][a-z-]+", re.IGNORECASE)


def with_rate(text: str, found: FoundUnit) -> FoundUnit:
    """The unit with what it is per: a speed becomes one unit ("mile / hour"), anything else keeps its base apart."""
    if daily := _DAILY.match(text, found.end):
        return found._replace(per=_PERIOD[fold(daily[1])])
    joint = _PER.match(text, found.end)
    if joint is None:
        return found
    said = joint[0].strip().lower()
    base = _symbol(text, joint.end(), glued=True) or _word(text, joint.end())
    if base is None or base.kind not in ("duration", "measure"):
        noun = _NOUN.match(text, joint.end()) if said == "per" else _EACH_OF.match(text, joint.end())
        return found._replace(per=noun[0].lower()) if noun and said != "/" else found
    if said in ("a", "an", "each", "every") and (
        _EARLIER.match(text, base.end) or not (base.kind == "duration" or found.kind == "money")
    ):
        return found
    if found.kind == "measure" and not (base.kind == "duration" and base.unit not in _SHORT):
        return found._replace(unit=f"{found.unit} / {base.unit}", end=base.end)
    return found._replace(per=base.unit)


_EACH_OF = re.compile(
    r"(?:share|head|person|piece|ticket|household|unit|night|seat|vote|bottle|pack|copy)\b", re.IGNORECASE
)
_EARLIER = re.compile(r"\s+(?:earlier|ago|later|before|after|previously)\b")
_SHORT = frozenset({"second", "minute", "hour", "millisecond"})

# --- tables ---------------------------------------------------------------------------------------------------------


@cache
def _spellings() -> frozenset[str]:
    return frozenset(_word_units())


@cache
def _word_units() -> dict[str, tuple[str, UnitKind]]:
    units, money = lexicon("units"), lexicon("currencies")
    table: dict[str, tuple[str, UnitKind]] = {}

    def add(groups: dict[str, list[str]], kind: UnitKind) -> None:
        for unit, spellings in groups.items():
            for spelling in spellings:
                table[" ".join(spelling.lower().replace("-", " ").split())] = (unit, kind)

    add(units["words"], "measure")
    add(units["time"], "duration")
    add(units["percent"], "percent")
    add(money["names"], "money")
    add(money["shared"], "money")
    for length in units["squares"]["units"]:
        for spelling in [*units["words"][length], *units["symbols"].get(length, [])]:
            for power, names in (
                (2, ("square {}", "sq {}", "sq. {}", "{} squared")),
                (3, ("cubic {}", "cu {}", "cu. {}", "{} cubed")),
            ):
                for name in names:
                    table[name.format(spelling.lower().replace("-", " "))] = (f"{length} ** {power}", "measure")
    return table


@cache
def _words() -> re.Pattern[str]:
    names = alternation(_word_units()).replace(r"\s+", r"(?:\s+|-)").replace(r"\.\s", r"\.?\s")
    return re.compile(rf"{names}s?(?![^\W_])", re.IGNORECASE)


@cache
def _symbol_units() -> dict[str, tuple[str, UnitKind]]:
    units, money = lexicon("units"), lexicon("currencies")
    table: dict[str, tuple[str, UnitKind]] = {
        sign: (unit, "measure") for unit, signs in units["symbols"].items() for sign in signs
    }
    for length in units["squares"]["units"]:
        for sign in units["symbols"].get(length, []):
            for power, marks in ((2, "²2"), (3, "³3")):
                for mark in marks:
                    table[sign + mark] = table[f"{sign}^{mark}"] = (f"{length} ** {power}", "measure")
    for unit, signs in lexicon("units")["percent"].items():
        table |= {sign: (unit, "percent") for sign in signs if not sign[0].isalpha() or len(sign) < 4}
    table |= {sign: (unit, "duration") for unit, signs in units["time"].items() for sign in signs if len(sign) < 4}
    table |= {"s": ("second", "duration"), "h": ("hour", "duration")}
    table |= {code: (code, "money") for code in money["codes"]["codes"]}
    table |= {sign: (code, "money") for sign, code in in_millions().items()}
    table |= {
        sign: (code, "money") for code, signs in money["signs"].items() for sign in signs if sign not in _ONLY_BEFORE
    }
    table |= {"p": ("penny", "money"), "¢": ("cent", "money"), "c": ("cent", "money")}
    return table


# Signs that mean something else after a number.
_ONLY_BEFORE = frozenset({"R", "Sh", "Re.", "PS", "Y="})


@cache
def _symbols() -> re.Pattern[str]:
    table = _symbol_units()
    lettered = alternation(sign for sign in table if sign[-1].isalnum())
    signs = alternation(sign for sign in table if not sign[-1].isalnum())
    return re.compile(rf"(?:{lettered})(?![^\W_])|(?:{signs})")


@cache
def _weak() -> frozenset[str]:
    return frozenset(lexicon("units")["weak_symbols"]["letters"]) | {"s", "h", "p", "c", "K"}


@cache
def in_millions() -> dict[str, str]:
    """ "MEUR" and the like, with the code of the currency."""
    codes = lexicon("currencies")["codes"]["codes"]
    return {f"M{code}": code for code in codes if f"M{code}" not in codes}
