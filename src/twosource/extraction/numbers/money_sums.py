"""Sums whose currency the text says only once: "profit fell to 88m crowns from 100m", "revenue slipped to 1.24bn"."""

import re
from collections.abc import Sequence
from functools import cache

from twosource.extraction.numbers.reading import Reading
from twosource.extraction.numbers.units import FoundUnit
from twosource.settings import figures as settings
from twosource.text.lexicon import alternation, lexicon

_SHORT_MILLION = re.compile(r"\d\s?m\b")
# Nothing that is counted follows.
_ENDS = re.compile(
    r"\s*(?:[.,;:)\n]|\Z)|\s(?:a|after|and|as|at|before|but|by|during|earlier|for|from|in|last|on|or|this|to|two|when|while|year)\b"
)
_SENTENCE_ENDS = re.compile(r"[.!?]\s")


def share_currency(text: str, numbers: Sequence[Reading]) -> None:
    """Give bare millions and billions the currency of the sum before them, where they stand for a sum."""
    last: Reading | None = None
    for number in numbers:
        if number.type == "money":
            last = number
        elif last and _is_bare(text, number, last) and _ENDS.match(text, number.end) and _is_sum(text, number, last):
            metres = number.unit is not None
            number.unit = None
            number.take(FoundUnit(number.start, number.end, last.unit or "", "money", factor=1e6 if metres else 1.0))


def _is_bare(text: str, number: Reading, last: Reading) -> bool:
    """Whether a number is in millions without a noun; "100m" is, where the sum before is "88m crowns"."""
    if number.unit == "meter":
        letter = bool(_SHORT_MILLION.search(text, number.start, number.end))
        return letter and bool(_SHORT_MILLION.search(text, last.start, last.end))
    return number.type == "count" and number.unit is None and number.written.factor >= 1e6


def _is_sum(text: str, number: Reading, last: Reading) -> bool:
    """Whether a word for a sum stands before it in its sentence, or it is set beside the sum before."""
    before = text[max(last.end, number.start - settings.SUM_REACH) : number.start]
    before = _SENTENCE_ENDS.split(before)[-1]
    return bool(_sums().search(before)) or (
        number.start - last.end <= settings.TIE_REACH and bool(_BESIDE.search(text, last.end, number.start))
    )


_BESIDE = re.compile(
    r"\b(?:from|to|against|instead\s+of|rather\s+than|compared\s+(?:with|to)|than)\s+(?:about\s+|some\s+)?\Z"
)


@cache
def _sums() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(lexicon('number_context')['sums']['words'])})\b", re.IGNORECASE)
