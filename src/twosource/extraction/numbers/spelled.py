"""Numbers in words: "forty-five hundred", "two and a half million", "two thirds", "one in five", "nine point four"."""

import math
import re
from typing import NamedTuple

from twosource.extraction.numbers.digits import HALF_AFTER, and_a, negative
from twosource.extraction.numbers.grammar import Literal, fold, literal, scale_after, tables, times

_ARTICLE = re.compile(r"an?[\s-]", re.IGNORECASE)


def read_spelled(text: str, at: int) -> Literal | None:
    """The number whose first word is at `at`, as long as it reaches, or None."""
    article = _ARTICLE.match(text, at)
    total = _sum(text, article.end() if article else at, article=bool(article))
    if total is None:
        return _fraction_of(text, at, 1.0, article.end() - 1) if article else None
    if not article and (share := _fraction_of(text, at, total.value, total.end)):
        return negative(text, _times_scale(text, share))
    value, end, step = total.value, total.end, total.step
    form = "article" if article else "words"
    if half := HALF_AFTER.match(text, end):
        return _with_half(text, at, total, half, form)
    if more := _and_fraction(text, total):
        value, end, step = value + more[0], more[1], 0.0
    elif decimals := _decimals(text, end):
        value, end, step = value + decimals[0], decimals[1], decimals[2]
    factor, end = scale_after(text, end, money=False) if total.factor == 1 and not article else (1.0, end)
    return negative(text, literal(at, end, times(value, factor), step * factor, form, factor=total.factor * factor))


def read_alone(text: str, word: str, at: int) -> Literal | None:
    """The number that one word in small letters says and that nothing goes on with, as most are; None for any other."""
    small, end = tables().small.get(word), at + len(word)
    if small is None or tables().goes_on.match(text, end):
        return None
    return negative(text, literal(at, end, float(small[1]), 1.0 if small[1] % 10 else 10.0, "words"))


def _with_half(text: str, at: int, total: "_Sum", half: re.Match[str], form: str) -> Literal:
    """ "Two and a half", "two and a half million", "a million and a half"."""
    factor, end = scale_after(text, half.end(), money=False)
    if total.factor > 1 and factor < total.factor:
        extra = and_a(half) * (factor if factor > 1 else total.factor)
        return literal(at, end, total.value + extra, total.factor / 10, form, factor=total.factor)
    return literal(at, end, times(total.value + and_a(half), factor), 0.1 * factor, form, factor=factor)


# --- sums -----------------------------------------------------------------------------------------------------------


class _Sum(NamedTuple):
    """Number words added up: their value, where they end, the weight of the last place, and their last scale."""

    value: float
    end: int
    step: float
    factor: float


_TOKEN = re.compile(r"(?:[\s-]{1,2}|\s-\s|,\s+)?(and[\s-]{1,2})?([a-z]+)", re.IGNORECASE)
# What may stand before what: the rest begins another number ("nineteen ninety-five", "two three").
_AFTER = {
    "ones": ("start", "tens", "hundred", "scale"),
    "teens": ("start", "hundred", "scale"),
    "tens": ("start", "hundred", "scale"),
}


def _sum(text: str, at: int, *, article: bool) -> _Sum | None:
    """The number words from `at` added up, or None where there are none; `article` counts as a one before a scale."""
    words = tables()
    total, group, step, last = 0.0, 1.0 if article else 0.0, 1.0, math.inf
    before, end, done = "article" if article else "start", None, at
    while token := _TOKEN.match(text, done):
        word, joined = fold(token[2]), bool(token[1]) or "," in token[0]
        if end is None and token.start(2) != at:
            break
        if word in words.small:
            kind, value = words.small[word]
            if (
                before not in _AFTER[kind]
                or (value == 0 and end)
                or (joined and not _closes(text, token, before, last))
            ):
                break
            group = value if before == "scale" else group + value
            before, step = kind, 1.0 if value % 10 else 10.0
        elif (scale := _scale(word, before)) and not joined:
            if scale == 100 and before in ("ones", "teens", "tens", "article") and group < 100:
                group, before, step = group * 100, "hundred", 100.0
            elif before == "scale" and last in (1e5, 1e3) and scale in (1e7, 1e6) and total == last * (total // last):
                total, step, last = total * scale, step * scale, scale  # "three lakh crore", "thousand million"
            elif before not in ("start", "scale") and scale < last and scale != 100:
                total, group = total + group * scale, 0.0
                before, step, last = "scale", (1.0 if before == "article" else step) * scale, scale
            elif before == "start" and scale == 100 and _bare_hundred(text, token.end()):
                group, before, step = 100.0, "hundred", 100.0
            else:
                break
        else:
            break
        end = done = token.end()
    if end is None:
        return None
    return _Sum(total + group, end, step, step if before in ("scale", "hundred") else 1.0)


def _scale(word: str, before: str) -> float | None:
    scales = tables().plain_scales
    if word not in scales:
        word = word.removesuffix("s") if before not in ("start", "article") else ""
    return tables().scales[word] if word in scales and not (word == "score" and before == "article") else None


def _bare_hundred(text: str, end: int) -> bool:
    following = _TOKEN.match(text, end)
    return following is not None and not following[1] and fold(following[2]) in ("thousand", "million")


def _closes(text: str, token: re.Match[str], before: str, last: float) -> bool:
    """Whether a small number after "and" or a comma belongs to the sum: "two hundred and two", "two thousand and two
    hundred", but not "one hundred and two hundred" or "two million and three million"."""
    if before not in ("hundred", "scale"):
        return False
    following, end, value = _TOKEN.match(text, token.end()), token.end(), tables().small[fold(token[2])][1]
    if following and not following[1] and fold(following[2]) in tables().small:
        value, end = value + tables().small[fold(following[2])][1], following.end()
        following = _TOKEN.match(text, end)
    below = tables().denominator.match(text, end)
    if below and value < tables().denominators[_name(below)]:  # "two hundred and three quarters"
        return False
    scale = tables().scales.get(fold(following[2])) if following and not following[1] else None
    if "," in token[0]:
        return before == "scale" and scale is not None and scale < last
    return scale is None or (scale != 100 if before == "hundred" else scale < last)


# --- fractions ------------------------------------------------------------------------------------------------------

# "A third of", "by a quarter.", "a fifth more"; but not "a third man", "a third-party", "a quarter final".
_GOES_ON = re.compile(
    r"\s+(?:of|more|less|fewer|lower|higher|larger|smaller|longer|share|interest|stake|in|to|on|since|from|mile|pounder|point|century|the)\b"
    r"|\s*[,.;:)]|\s*$",
    re.IGNORECASE,
)


def _fraction_of(text: str, at: int, above: float, end: int) -> Literal | None:
    """ "Two thirds", "twenty-three hundredths", "a fifth of"; or "one in five"."""
    match = tables().denominator.match(text, end)
    if match is None:
        return _in_every(text, at, above, end)
    name = _name(match)
    if (above > 1) != (bool(match[2]) or name == "halves"):
        return None
    if above == 1 and name not in ("half", "quarter") and not _GOES_ON.match(text, match.end()):
        return None
    return literal(at, match.end(), above / tables().denominators[name], 0.01, "fraction")


def _name(match: re.Match[str]) -> str:
    return " ".join(re.split(r"[\s-]+", fold(match[1])))


_IN_EVERY = re.compile(r"[\s-]+(?:in|out[\s-]+of|(over))[\s-]+(?:every\s+)?(?=\w)", re.IGNORECASE)
_TIME_AFTER = re.compile(
    r"[\s-]+(?:(?:straight|more|consecutive)\s+)?(?:second|minute|hour|day|night|week|month|year|decade|game|match|start|percent|per\s|quarter|inning)|\s?%|[-/.:]?\d",
    re.IGNORECASE,
)


def _in_every(text: str, at: int, above: float, end: int) -> Literal | None:
    match = _IN_EVERY.match(text, end)
    if match is None or (match[1] and above != 1):
        return None
    below = _small_number(text, match.end())
    if below is None or not 0 < above < below[0] or 1500 <= below[0] < 2100 or _TIME_AFTER.match(text, below[1]):
        return None
    return literal(at, below[1], above / below[0], 0.01, "ratio")


_SMALL_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})*(?![\d.,]*\d)(?!\s?(?:%|[ap]m\b|st|nd|rd|th))")


def _small_number(text: str, at: int) -> tuple[float, int] | None:
    if digits := _SMALL_DIGITS.match(text, at):
        return float(digits[0].replace(",", "")), digits.end()
    article = _ARTICLE.match(text, at)
    total = _sum(text, article.end() if article else at, article=bool(article))
    return (total.value, total.end) if total else None


def read_in_every(text: str, written: Literal) -> Literal | None:
    """ "4 in 10", "9 out of 10" for a number in digits, or None."""
    if written.point is None or written.factor != 1 or not 0 < written.point < 100:
        return None
    return _in_every(text, written.start, written.point, written.end)


_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def _and_fraction(text: str, total: _Sum) -> tuple[float, int] | None:
    """What "and two thirds" adds to a sum; after a scale it is a part of the scale."""
    joint = _AND.match(text, total.end)
    if joint is None:
        return None
    article = _ARTICLE.match(text, joint.end())
    above = _sum(text, joint.end(), article=False) if not article else None
    if article is None and above is None:
        return None
    share = _fraction_of(
        text, joint.end(), above.value if above else 1.0, above.end if above else (article.end() - 1 if article else 0)
    )
    if share is None or share.point is None or share.form != "fraction":
        return None
    if total.factor > 1 and (joint := _OF_SCALE.match(text, share.end)):  # "one billion and three quarters million"
        factor, end = scale_after(text, joint.end(), money=False)
        return (share.point * factor, end) if factor < total.factor else None
    return share.point * (total.factor if total.factor >= 1000 else 1), share.end


_PLACE = re.compile(r"\s*([a-z]+)(?:-([a-z]+))?", re.IGNORECASE)
_POINT = re.compile(r"\s+point\s+(?=[a-z])", re.IGNORECASE)


def _decimals(text: str, end: int) -> tuple[float, int, float] | None:
    """What "point four seven" or "point seventy-one" adds, where it ends, and its last place."""
    joint = _POINT.match(text, end)
    if joint is None:
        return None
    digits, done = "", joint.end()
    while token := _PLACE.match(text, done):
        parts = [tables().small.get(fold(part)) for part in token.groups() if part]
        if None in parts or (digits and token.start(1) == done):
            break
        digits += str(sum(part[1] for part in parts if part))
        done = token.end()
    return (float(f"0.{digits}"), done, 10.0 ** -len(digits)) if digits else None


_OF_SCALE = re.compile(
    r"(?:\s+of)?\s+(?:an?\s+)?(?=(?:hundred|thousand|million|billion|trillion|dozen)\b)", re.IGNORECASE
)


def _times_scale(text: str, share: Literal) -> Literal:
    """ "Three quarters of a million" is a number, not a share."""
    joint = _OF_SCALE.match(text, share.end) if share.form == "fraction" else None
    if joint is None or share.point is None:
        return share
    factor, end = scale_after(text, joint.end(), money=False)
    return literal(share.start, end, share.point * factor, factor / 100, "words", factor=factor)
