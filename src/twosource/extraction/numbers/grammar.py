"""What the readers of written numbers share: the result, the tables of number words, and the scales that may follow."""

import math
import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from twosource.text.lexicon import alternation, lexicon


class Literal(NamedTuple):
    """A number as written, `text[start:end]`; `point` is None where only an interval is meant."""

    start: int
    end: int
    point: float | None
    low: float
    high: float
    step: float
    """The weight of the last significant place as written: 16 thousand gives 1000, 0.25 gives 0.01."""
    form: str
    """`digits`, `words`, `article` ("a hundred"), `vague`, `fraction`, `ratio` ("one in five") or `none`."""
    factor: float = 1.0
    """What the scale words or letters that belong to it multiply."""


def literal(start: int, end: int, value: float, step: float, form: str, *, factor: float = 1.0) -> Literal:
    """A number that is one point."""
    return Literal(start, end, value, value, value, step, form, factor)


# Letters outside ASCII that a pattern without regard to case takes for i, s and k.
_TWINS = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "\u212a": "k"})


def fold(words: str) -> str:
    """The words in small letters, as a pattern without regard to case sees them."""
    return words.translate(_TWINS).lower()


def times(value: float, factor: float) -> float:
    """The product as a reader would write it: 16.4 times a million is 16,400,000 and no rounding noise."""
    return float(value) if factor == 1 else float(Decimal(repr(value)) * Decimal(repr(factor)))


class Tables(NamedTuple):
    """Number words by what they do, and the patterns made of them."""

    small: dict[str, tuple[str, int]]
    scales: dict[str, float]
    plain_scales: frozenset[str]
    denominators: dict[str, int]
    signs: dict[str, float]
    scale_after: re.Pattern[str]
    short_after: re.Pattern[str]
    letter_after: re.Pattern[str]
    denominator: re.Pattern[str]
    goes_on: re.Pattern[str]
    vague: re.Pattern[str]
    several: re.Pattern[str]
    half: re.Pattern[str]


@cache
def tables() -> Tables:
    """The tables, made once from words/numbers.toml."""
    words = lexicon("numbers")
    scale, plural = alternation(words["scales"]), alternation(words["vague"])
    foreign = alternation(words["foreign_scales"])
    denominators = _denominators(words)
    parts = alternation(denominators).replace(r"\s+", r"[\s-]+")
    small = {word: (kind, value) for kind in ("ones", "teens", "tens") for word, value in words[kind].items()}
    longer = alternation(
        [*small, *words["scales"], *words["short_scales"], *words["letter_scales"], *words["fractions"], *_JOINTS]
    )
    return Tables(
        small=small,
        scales={word.lower(): value for word, value in (words["scales"] | words["foreign_scales"]).items()},
        plain_scales=frozenset(words["scales"]),
        denominators=denominators,
        signs=words["signs"],
        scale_after=re.compile(
            rf"(?:(?:\s{{1,2}}|-)?(?:{scale})(?:s|\(s\))?(?![^\W_]))+|\s?(?:{foreign})\.?(?![a-zа-я])", re.IGNORECASE
        ),
        short_after=re.compile(rf"[\s-]?({alternation(words['short_scales'])})\.?(?![^\W_])"),
        letter_after=re.compile(rf"[ \u00a0]?({alternation(words['letter_scales'])})(?![^\W_])"),
        denominator=re.compile(rf"[\s-]+({parts})(s?)(?![^\W_])", re.IGNORECASE),
        # Whatever may make a number longer than its digits or its first word; most numbers are followed by nothing of it.
        goes_on=re.compile(
            rf"[\s,-]*(?:[x×*·^/⁄{''.join(words['signs'])}]|e[+-]?\d|\d\d?[/⁄]|(?:{longer})s?(?![^\W_])|(?:{foreign})(?![a-zа-я]))",
            re.IGNORECASE,
        ),
        vague=re.compile(
            rf"(?:(?:many|several)\s+)?({plural})(?:(?:\s+(?:and|upon|or)\s+({plural}))|(?:\s+of\s+({plural})))?(?![\w-])",
            re.IGNORECASE,
        ),
        several=re.compile(
            rf"(?:a\s+)?({alternation(words['few'])})(?:\s+of)?(?:\s+(?:more|other))?((?:[\s-]{scale})+)s?\b(?!-)",
            re.IGNORECASE,
        ),
        half=re.compile(rf"(?:(?:an?|one)\s+)?(half|quarter)[\s-]+(?:of\s+)?(?:an?[\s-]+)?({scale})\b", re.IGNORECASE),
    )


_JOINTS = ("and", "in", "out", "over", "point")


def _denominators(words: dict[str, dict[str, int]]) -> dict[str, int]:
    """ "Third" to "ninety ninth" and "hundredth" with what they divide by."""
    single = words["fractions"]
    ones = {
        word: value
        for word, value in (words["ordinal_ones"] | single).items()
        if value < 10 and word not in _NO_ORDINAL
    }
    compound = {f"{ten} {one}": words["tens"][ten] + value for ten in words["tens"] for one, value in ones.items()}
    return {**compound, **single}


_NO_ORDINAL = frozenset({"half", "halve", "quarter"})
LETTERS = re.compile(r"[^\W\d_]+")


def scale_after(text: str, end: int, *, money: bool) -> tuple[float, int]:
    """The product of the scale words or letters that follow a number, and where they end."""
    words = tables()
    if match := words.scale_after.match(text, end):
        if match[0].strip() == "mil" and (
            money or match[0] == "mil"
        ):  # English slang; Spanish and Portuguese mean 1000
            return 1e6, match.end()
        return math.prod(
            words.scales[_singular(word)] for word in LETTERS.findall(fold(match[0])) if _singular(word) in words.scales
        ), match.end()
    if match := words.short_after.match(text, end):
        closes = match[0].endswith(".") and not _GOES_ON.match(text, match.end())
        return lexicon("numbers")["short_scales"][match[1]], match.end() - closes
    match = words.letter_after.match(text, end)
    if match and (money or _counts(text, match)):
        return lexicon("numbers")["letter_scales"][match[1]], match.end()
    return 1.0, end


_GOES_ON = re.compile(r"\s+[a-z0-9(]|[,;:]")  # the stop of an abbreviation, and not of a sentence


def _singular(word: str) -> str:
    return word if word in tables().scales else word.removesuffix("s")


_ADJECTIVE = r"(?:[A-Z][\w-]+|more|new|other|active|daily|monthly|young|digital|[a-z]+(?:ed|ing|ian|ish|al|ive|ful|ic))"
_NOUN = re.compile(rf"[ \u00a0](?:{_ADJECTIVE}[ \u00a0]){{0,2}}([a-z][a-z-]+)")
_NO_PLURAL = frozenset(
    [
        "is",
        "was",
        "has",
        "as",
        "us",
        "his",
        "its",
        "this",
        "thus",
        "plus",
        "versus",
        "less",
        "across",
        "besides",
        "always",
        "perhaps",
    ]
)
_PLURALS = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "teeth",
        "feet",
        "refugees",
        "personnel",
        "staff",
        "cattle",
        "households",
    ]
)


def _counts(text: str, letter: re.Match[str]) -> bool:
    """Whether a letter stands for a scale though no currency does: "1.2m refugees", "4.3M", but not "1.2m tall"."""
    if letter[1] in ("M", "B"):
        return letter.start() == letter.start(1)
    noun = _NOUN.match(text, letter.end())
    if letter[1] == "b" and text[letter.start() - 2] == ".":  # "1.2b"
        return letter.start() == letter.start(1)
    if noun is None or letter[1] not in ("m", "b") or noun[1] in lexicon("number_context")["athletics"]["words"]:
        return False
    if is_plural(noun[1]):
        return True
    # "2.3m patient records", but not "2.3m long poles" or "2.3m of cables".
    second = _NOUN.match(text, noun.end())
    return bool(second) and noun[1] not in lexicon("number_context")["extent"]["words"] and is_plural(second[1])  # type: ignore[index]


def is_plural(word: str) -> bool:
    """Whether a word in small letters looks like a plural noun."""
    return word in _PLURALS or (
        len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURAL
    )


@cache
def anchor_words() -> dict[str, str]:
    """Words at which a number may begin: `opens`, `follows` an article only ("a third"), or does `either`."""
    words = lexicon("numbers")
    opens = {word for group in ("ones", "teens", "tens", "vague", "signs") for word in words[group]} | {
        "no",
        "none",
        "nobody",
    }
    either = {"half", "quarter", "hundred", *words["few"]}
    roles = dict.fromkeys([*words["fractions"], *words["scales"]], "follows") | dict.fromkeys(opens, "opens")
    roles |= dict.fromkeys(either, "either")
    return {form: role for word, role in roles.items() for form in (word, word.capitalize(), word.upper())}
