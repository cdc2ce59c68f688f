"""Numbers as written: digits in the groups of many countries, words, mixtures of both, fractions and vague plurals.

A reader is called where a number may begin and says how far it reaches and what it is worth; whether the number is a
figure at all is not decided here.
"""

import math
import re
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
    """`digits`, `words`, `vague`, `fraction`, `ratio`, `article` ("a hundred") or `none`."""
    factor: float = 1.0
    """What the scale words or letters that belong to it multiply."""


def read_literal(text: str, at: int, *, money: bool = False) -> Literal | None:
    """The number that begins at `at`, as long as it reaches, or None; `money` says that a currency stands before it."""
    if text[at].isdecimal():
        return _read_digits(text, at, money=money)
    if text[at] in _grammar().signs:
        return _plain(at, at + 1, _grammar().signs[text[at]], 0.01, "fraction")
    return _read_vague(text, at) or _read_half(text, at) or _read_spelled(text, at)


def read_zero(text: str, at: int) -> Literal | None:
    """ "No casualties", "no one was hurt", "none of the passengers": a count of zero, or None."""
    match = _zero().match(text, at)
    return _plain(at, at + len(match[1] or match[3]), 0.0, 1.0, "none") if match else None


@cache
def _zero() -> re.Pattern[str]:
    nouns = alternation(lexicon("numbers")["zero_nouns"]["words"])
    verbs = r"(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:seriously\s+|immediately\s+|reported\s+)?(?:killed|hurt|injured|wounded|harmed|arrested|charged|missing|dead|displaced|evacuated|captured|detained)"
    return re.compile(
        rf"(no)\s+(?:(?!longer|more\b)[a-z-]+\s+(?:or\s+[a-z]+\s+)?)?{nouns}\b|(?=(none|nobody|no\s+one)\b)(none|nobody|no(?=\s+one))"
        rf"(?:(?:\s+one)?\s+(?:else\s+)?(?:of\s+(?:the|those|them|these)\s+(?:[a-z-]+\s+){{0,3}})?{verbs})",
        re.IGNORECASE,
    )


# --- digits ---------------------------------------------------------------------------------------------------------

_DIGITS = re.compile(
    r"""(?P<whole> \d{1,3}(?:[,٬]\d{3}){1,6}(?!\d)
               | \d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)
               | \d{1,3}(?:['’]\d{3}){1,5}(?![\d\w])
               | \d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,5}(?!\d)
               | \d{1,3}(?:\.\d{3}){2,5}(?![\d.])
               | \d{1,3},\s000(?!\d)
               | (?P<spaced>[1-9]\d{0,2}(?:[ ]\d{3}){1,4})(?![\d:/-]|[.,]\d|[ ]\d)
               | \d+ )
        (?:[.٫](?P<decimals>\d+)|,(?P<comma>\d{1,2})(?=\s?(?:%|[^\W\d_]{2,}\.?\s)))?""",
    re.VERBOSE,
)
_SHARE = re.compile(r"[\s-]?([1-9]\d?)[/⁄]([1-9]\d{0,2})(?![\d/⁄])|([½¼¾⅓⅔⅕⅖⅗⅘⅙⅛⅜⅝⅞])")
_FRACTION_LINE = re.compile(r"[/⁄]([2-9]|1\d|[2-9]\d|1\d\d)(?:(?:st|nd|rd|th)s?)?(?=\s+(?:of|an?|the|inch\w*|miles?|cups?|teaspoons?|tablespoons?|pounds?|ounces?|pints?)\b)")
_HALF_AFTER = re.compile(r"(?:\s+|-)and(?:\s+|-)(?:a|one)(?:\s+|-)(half|quarter|third)\b|\s+and\s+(three)[\s-]quarters\b", re.IGNORECASE)
_LONGEST = 24  # digits beyond this are no number that news would write


def _read_digits(text: str, at: int, *, money: bool) -> Literal | None:
    match = _DIGITS.match(text, at)
    if match is None or match.end("whole") - at > _LONGEST:
        return None
    if match["spaced"] and not _may_be_spaced(text, at):
        match = _UNSPACED.match(text, at)
        assert match is not None
    whole, decimals = re.sub(r"\D", "", match["whole"]), match["decimals"] or match["comma"] or ""
    start, end = at, match.end()
    if text[at - 1 : at] == "." and not decimals and not text[at - 2 : at - 1].isalnum():  # ".5"
        whole, decimals, start = "0", whole, at - 1
    value, step = float(f"{whole}.{decimals or 0}"), _last_place(whole, decimals)
    if power := _POWER.match(text, end):
        exponent = int(power[1].replace("−", "-").replace("–", "-"))
        value, step, end = value * 10.0**exponent, step * 10.0**exponent, power.end()
    written = _scaled(text, start, end, value, step, money=money, decimal=bool(decimals))
    return _negative(text, written)


_POWER = re.compile(r"\s?[x×*·]\s?10\s?\^?\s?([-−–]?\d{1,3})(?![\d.,%])")
_MINUS = re.compile(r"(?:\A|(?<=[\s($€£:,]))(?:[-−–]|minus[\s-])\Z", re.IGNORECASE)


def _negative(text: str, written: Literal) -> Literal:
    """A minus sign or the word before the digits belongs to them."""
    if text[written.start - 1 : written.start] not in ("-", "−", "–", " "):
        return written
    match = _MINUS.search(text, max(0, written.start - 6), written.start)
    if match is None or written.point is None:
        return written
    return written._replace(start=match.start(), point=-written.point, low=-written.low, high=-written.high)


_UNSPACED = re.compile(r"(?P<whole>\d+)(?:[.٫](?P<decimals>\d+))?(?P<comma>(?!))?")
_MONTH_OR_NUMBER_BEFORE = re.compile(
    r"(?:\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?)[\s,]*\Z", re.IGNORECASE
)


def _may_be_spaced(text: str, at: int) -> bool:
    return not _MONTH_OR_NUMBER_BEFORE.search(text, max(0, at - 12), at)


def _last_place(whole: str, decimals: str) -> float:
    if decimals:
        return 10.0 ** -len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    return 10.0 ** (zeros if zeros < len(whole) else 0)


def _scaled(text: str, at: int, end: int, value: float, step: float, *, money: bool, decimal: bool) -> Literal:
    """Digits with the fraction and the scale that follow them."""
    if (line := _FRACTION_LINE.match(text, end)) and 0 < value < (below := int(line[1])) and not decimal:
        return _plain(at, line.end(), value / below, 0.01, "fraction")
    share = _SHARE.match(text, end) if not decimal else None
    if share and (extra := _share(share)) is not None:
        if share[1] and text[end] in "/⁄0123456789":
            share = None
        else:
            value, step, end = value + extra, 0.0, share.end()
    elif half := _HALF_AFTER.match(text, end):
        value, step, end = value + _and_a(half), 0.1, half.end()
    factor, end = _scale_after(text, end, money=money)
    return _plain(at, end, value * factor, step * factor, "digits", factor=factor)


def _share(match: re.Match[str]) -> float | None:
    if match[3]:
        return _grammar().signs[match[3]]
    above, below = int(match[1]), int(match[2])
    return above / below if above < below else None


def _and_a(match: re.Match[str]) -> float:
    return 0.75 if match[2] else {"half": 0.5, "quarter": 0.25, "third": 1 / 3}[match[1].lower()]


def _scale_after(text: str, end: int, *, money: bool) -> tuple[float, int]:
    """The product of the scale words that follow, and where they end."""
    words = _grammar()
    match = words.scale_after.match(text, end)
    if match:
        factor = math.prod(words.scales[word] for word in _LETTERS.findall(match[0].lower()) if word in words.scales)
        return factor, match.end()
    match = words.short_after.match(text, end)
    if match:
        return words.short[match[1]], match.end()
    match = words.letter_after.match(text, end)
    if match and (money or _noun_follows(text, match)):
        return words.letters[match[1]], match.end()
    return 1.0, end


_LETTERS = re.compile(r"[^\W\d_]+")
_NOUN = re.compile(r"[ \u00a0](?:(?:[A-Z][\w-]+|more|new|other|active|daily|monthly|young|registered|internally|displaced|[a-z]+(?:ed|ing|ian|ish|al|ive|ful|ic))[ \u00a0]){0,2}([a-z][a-z-]+)")
_NO_PLURAL = frozenset("is was has as us his its this thus plus versus less across tall wide long deep high besides".split())
_PLURALS = frozenset("people men women children police troops teeth feet refugees Americans users".split())


def _noun_follows(text: str, letter: re.Match[str]) -> bool:
    """Whether a plural noun follows a letter that may stand for a scale: "1.2m refugees", but not "1.2m tall"."""
    if letter[1] in ("M", "B", "MM"):
        return letter.start() == letter.start(1)
    if letter[1] not in "mb":
        return False
    noun = _NOUN.match(text, letter.end())
    return bool(noun) and is_plural(noun[1])  # type: ignore[index]


def is_plural(word: str) -> bool:
    """Whether a word in small letters looks like a plural noun."""
    return word in _PLURALS or (word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURAL)


# --- words ----------------------------------------------------------------------------------------------------------


class _Grammar(NamedTuple):
    small: dict[str, tuple[str, int]]
    scales: dict[str, float]
    short: dict[str, float]
    letters: dict[str, float]
    signs: dict[str, float]
    scale_after: re.Pattern[str]
    short_after: re.Pattern[str]
    letter_after: re.Pattern[str]
    vague: re.Pattern[str]
    several: re.Pattern[str]
    half: re.Pattern[str]
    fraction: re.Pattern[str]
    in_every: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    words = lexicon("numbers")
    small = {word: (kind, value) for kind in ("ones", "teens", "tens") for word, value in words[kind].items()}
    scales = {**words["scales"], **words["foreign_scales"]}
    scale, plural = alternation(words["scales"]), alternation(words["vague"])
    fractions = alternation(words["fractions"])
    foreign = alternation(words["foreign_scales"])
    return _Grammar(
        small,
        {word.lower(): value for word, value in scales.items()},
        words["short_scales"],
        words["letter_scales"],
        words["signs"],
        re.compile(rf"(?:(?:\s{{1,2}}|-)?(?:{scale})(?:s|\(s\))?(?![^\W_]))+|\s?(?:{foreign})\.?(?![a-zа-я])", re.IGNORECASE),
        re.compile(rf"[ \u00a0-]?({alternation(words['short_scales'])})\.?(?![^\W_])"),
        re.compile(rf"[ \u00a0]?({alternation(words['letter_scales'])})(?![^\W_])"),
        re.compile(rf"(?:(?:many|several)\s+)?({plural})(?:(?:\s+(?:and|upon|or)\s+({plural}))|(?:\s+of\s+({plural})))?(?![\w-])", re.IGNORECASE),
        re.compile(rf"(?:a\s+)?({alternation(words['few'])})(?:\s+of)?(?:\s+(?:more|other))?((?:[\s-]{scale})+)(?:s\b|\b)(?!-)", re.IGNORECASE),
        re.compile(rf"(?:an?\s+)?half[\s-](?:an?[\s-])?({scale})\b", re.IGNORECASE),
        re.compile(rf"[\s-]({fractions})(s?)\b", re.IGNORECASE),
        re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?(?=[\w])", re.IGNORECASE),
    )


def _read_vague(text: str, at: int) -> Literal | None:
    """ "Dozens", "hundreds of thousands", "several hundred", "a few dozen"."""
    grammar, words = _grammar(), lexicon("numbers")
    if match := grammar.vague.match(text, at):
        base = words["vague"][match[1].lower()] * (words["vague"][match[3].lower()] if match[3] else 1)
        top = words["vague"][match[2].lower()] if match[2] and match[2].lower() != match[1].lower() else base
        return Literal(at, match.end(), None, 2 * base, 10 * max(top, base) - 1, base, "vague", base)
    if match := grammar.several.match(text, at):
        factor = math.prod(grammar.scales[word.lower()] for word in re.findall(r"[^\W\d_]+", match[2]))
        low, high = words["few"][match[1].lower()]
        return Literal(at, match.end(), None, low * factor, high * factor, factor, "vague", factor)
    return None


def _read_half(text: str, at: int) -> Literal | None:
    """ "Half a million", "a half dozen"."""
    match = _grammar().half.match(text, at)
    if match is None:
        part = _HALF_OF.match(text, at)
        return _plain(at, at + len(part[1]), 0.5, 0.1, "fraction") if part else None
    scale = _grammar().scales[match[1].lower()]
    return _plain(at, match.end(), scale / 2, scale / 10, "words", factor=scale)


_HALF_OF = re.compile(r"((?:a|one)[\s-]half|half)(?:\s+(?:of|the|its|their|his|her|our|that|those|these|an?|as)\b|[\s-](?:hour|mile|inch|minute|day|century|decade|percent|percentage)\b)", re.IGNORECASE)
_TOKEN = re.compile(r"(?:[\s-]{1,2}|,\s+)?(and[\s-]{1,2})?([a-z]+)", re.IGNORECASE)
_ARTICLE = re.compile(r"an?[\s-]", re.IGNORECASE)


def _read_spelled(text: str, at: int) -> Literal | None:
    """Number words; "a hundred"; "two thirds", "one in five", "two and a half million"."""
    article = _ARTICLE.match(text, at)
    total, end, step, factor = _sum_words(text, article.end() if article else at, article=bool(article))
    if end is None:
        return _read_fraction(text, at, 1.0, article.end() - 1) if article else None
    if article is None and total is not None and (share := _read_fraction(text, at, total, end) or _read_in_every(text, at, total, end)):
        return share
    if half := _HALF_AFTER.match(text, end):
        unit = step if article else 1.0
        total, step, end = total + _and_a(half) * unit, unit / 10, half.end()
        scale, end = _scale_after(text, end, money=False)
        total, step, factor = total * scale, step * scale, factor * scale
    return _plain(at, end, total, step, "article" if article else "words", factor=factor)


def _read_fraction(text: str, at: int, above: float, end: int) -> Literal | None:
    match = _grammar().fraction.match(text, end)
    if match is None or (above > 1) != (bool(match[2]) or match[1].lower() == "halves"):
        return None
    below = lexicon("numbers")["fractions"][match[1].lower()]
    if above == 1 and text[at] in "aA" and not _FRACTION_GOES_ON.match(text, match.end()):
        return None
    return _plain(at, match.end(), above / below, 0.01, "fraction") if above < below else None


# "A third of", "by a quarter.", "a fifth more", "a quarter mile"; but not "a third man", "a third-party", "a quarter final".
_FRACTION_GOES_ON = re.compile(r"\s+(?:of|more|less|fewer|lower|higher|larger|smaller|longer|share|interest|stake|that|in|to|on|since|from|mile|pounder|point|century|the)\b|\s*[,.;:)]|\s*$", re.IGNORECASE)


def _read_in_every(text: str, at: int, above: float, end: int) -> Literal | None:
    match = _grammar().in_every.match(text, end)
    if match is None:
        return None
    below = read_literal(text, match.end())
    if below is None or below.point is None or below.form not in ("digits", "words") or not above < below.point or 1500 <= below.point < 2100:
        return None
    return _plain(at, below.end, above / below.point, 0.01, "ratio")


# What may stand before what: the rest begins another number ("nineteen ninety-five", "two three").
_AFTER = {
    "ones": ("start", "tens", "hundred", "scale"),
    "teens": ("start", "hundred", "scale"),
    "tens": ("start", "hundred", "scale"),
}


def _sum_words(text: str, at: int, *, article: bool) -> tuple[float, int | None, float, float]:
    """The value of the number words from `at`, where they end (None: there are none), their last place and scale."""
    grammar = _grammar()
    total, group, step, last = 0.0, (1.0 if article else 0.0), 1.0, math.inf
    before, end, done = ("article" if article else "start"), None, at
    while token := _TOKEN.match(text, done):
        word = token[2].lower()
        joined = bool(token[1]) or "," in token[0]
        if end is None and token.start(2) != at:
            break
        if word in grammar.small:
            kind, value = grammar.small[word]
            if before not in _AFTER[kind] or (joined and not _closes(text, token.end(), before)) or (value == 0 and end):
                break
            if before == "scale":
                group = 0.0
            group, before, step = group + value, kind, 1.0 if kind == "ones" else 10.0 if value % 10 == 0 else 1.0
        elif word in grammar.scales and not joined and word.isascii():
            scale = grammar.scales[word]
            if scale == 100 and before in ("ones", "teens", "tens", "article") and group < 100:
                group, before, step = group * 100, "hundred", 100.0
            elif before not in ("start", "scale") and scale < last and scale != 100:
                total, group, before, step, last = total + group * scale, 0.0, "scale", (step if before != "article" else 1.0) * scale, scale
            else:
                break
        else:
            break
        end = done = token.end()
    return total + group, end, step, step if before in ("scale", "hundred") else 1.0


def _closes(text: str, end: int, before: str) -> bool:
    """Whether a small number after "and" ends there: "one hundred and two", but not "one hundred and two hundred"."""
    if before not in ("hundred", "scale"):
        return False
    following = _TOKEN.match(text, end)
    if following and following[2].lower() in _grammar().small and not following[1]:
        following = _TOKEN.match(text, following.end())
    if following is None or following[2].lower() not in _grammar().scales:
        return True
    return before == "hundred" and following[2].lower() != "hundred"


def _plain(start: int, end: int, value: float, step: float, form: str, *, factor: float = 1.0) -> Literal:
    return Literal(start, end, value, value, value, step, form, factor)
