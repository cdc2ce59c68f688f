"""The words of a quotation in their plainest spelling, so that notation and contraction make no difference."""

import re
from functools import cache
from typing import NamedTuple

from twosource.compare.synonyms import base_form
from twosource.spans import Span
from twosource.text.lexicon import lexicon
from twosource.text.stems import stem

_TOKEN = re.compile(r"[Pp]er\s+cent\b|(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:(?:['’‘]|\*+)[^\W_]+)*|%|&")
_BRACKETS = re.compile(r"\[[^\]]{0,80}\]|\([^)]{0,40}\)")
_NUMBER_SIGN = re.compile(r"[Nn]o\.?\s*\d")
# What British and American spelling tell apart, at the end of long words: "travelled", "labours", "organised", "centre".
_IN_AMERICA = {"ll": "l", "our": "or", "is": "iz", "tre": "ter"}
_AMERICAN = re.compile(
    r"(?<=\w{3})(?:ll(?=(?:ing|ed|ers?)$)|our(?=(?:s|ed|ing|ers?|ite|able)?$)|is(?=(?:e|es|ed|ing|ations?)$)|tre(?=s?$))"
)
_NEGATING = re.compile(r"(?:un|dis|non|ir(?=r)|il(?=l)|im(?=[mp])|in)(?=\w{4})")
_ORDINAL_END = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")


class Token(NamedTuple):
    """A word of a quotation: where it stands, as written, folded, and whether an editor put it there in brackets."""

    span: Span
    text: str
    folded: str
    bracketed: bool


def tokens_of(text: str) -> list[Token]:
    """The words in order; a contraction gives two with the same span."""
    masked = _ORDINAL_END.sub(lambda match: " " * len(match.group()), text)
    brackets = [match.span() for match in _BRACKETS.finditer(text)]
    return [
        Token(Span(*match.span()), match.group(), folded, any(a <= match.start() < b for a, b in brackets))
        for match in _TOKEN.finditer(masked)
        for folded in (("number",) if _NUMBER_SIGN.match(text, match.start()) else _fold(match.group()))
    ]


def is_number(word: str) -> bool:
    """Whether a folded word is a number."""
    return word[0].isdigit()


@cache
def hard_class(word: str) -> str | None:
    """The group of a folded word that decides what a sentence claims, or None."""
    groups = lexicon("quotations")
    names = (
        "negation", "possible", "chance", "future", "duty", "advice", "wish", "hedge", "guess", "whole", "part", "nearly",
        "only", "above",
    )  # fmt: skip
    return next((name for name in names if word in groups[name]), None)


@cache
def opposite(one: str, other: str) -> bool:
    """Whether two folded words say the opposite: a known pair, or one with a prefix that negates the other."""
    if one == other:
        return False
    listed = f"{one} {other}" in _opposites() or f"{other} {one}" in _opposites()
    return listed or _bare(one) == other or _bare(other) == one


@cache
def outline(word: str) -> str:
    """What a folded word has in common with those that may stand for it in a variant: its stem, its kind of decisive word,
    the word it is the opposite of."""
    kind = hard_class(word)
    if kind in ("negation", "whole"):
        return f"<{kind}>"
    return next((pair.split()[0] for pair in _opposites() if word in pair.split()), base_form(stem(_bare(word))))


@cache
def _opposites() -> dict[str, None]:
    return dict.fromkeys(lexicon("quotations")["opposites"])


def _bare(word: str) -> str:
    """A word without a prefix that negates it: "unsafe", "dishonest", "non-violent"."""
    found = _NEGATING.match(word)
    return word[found.end() :] if found else word


@cache
def _fold(word: str) -> tuple[str, ...]:
    word = " ".join(word.casefold().replace("’", "'").replace("‘", "'").split())
    groups = lexicon("quotations")
    if "." in word and not word[0].isdigit():
        return (word.replace(".", ""),)
    if word in groups["spellings"]:
        return tuple(groups["spellings"][word].split())
    if word in groups["numbers"]:
        return (groups["numbers"][word],)
    for ending, full in groups["contractions"].items():
        if word.endswith(ending) and len(word) > len(ending):
            return (word[: -len(ending)], full)
    if word[0].isdigit():
        plain = word.replace(",", "")
        return (plain.rstrip("0").rstrip(".") if "." in plain else plain,)
    return (_AMERICAN.sub(lambda found: _IN_AMERICA[found.group()], word),)
