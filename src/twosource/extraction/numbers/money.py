"""The currency before a number: signs ("$", "US$", "Rs") and codes ("EUR")."""

import re
from functools import cache

from twosource.extraction.numbers.units import FoundUnit, in_millions
from twosource.text.lexicon import lexicon


def money_before(text: str, at: int, *, floor: int = 0) -> FoundUnit | None:
    """The currency sign or code that ends where a number begins and does not begin before `floor`, or None."""
    end = at
    while end and text[end - 1] in " \u00a0\u202f-" and at - end < 2:
        end -= 1
    if not end or not (
        text[end - 1] in _last_of_sign() or text[end - 1].isupper() or text[end - 3 : end] in _LOWER_CASE
    ):
        return None
    for length in range(min(7, end - floor), 0, -1):
        sign = text[end - length : end]
        unit = _before().get(sign) or (
            _before().get(sign.upper())
            if sign in _LOWER_CASE or (sign[1:].endswith("$") and sign[:2] != "a ")
            else None
        )
        if unit and not _inside_word(text, end - length):
            glued_letters = text[end - 1].isalpha()
            if glued_letters and length < 3 and not _sum_follows(text, at, glued=end == at):
                continue
            return FoundUnit(end - length, end, unit, "money", factor=1e6 if sign in in_millions() else 1.0)
    return None


# Text in small letters only: "usd 20", "c $ 300 million".
_LOWER_CASE = frozenset({"usd", "eur", "gbp", "cny", "rmb", "jpy", "inr", "chf", "aud", "cad"})


@cache
def _before() -> dict[str, str]:
    money = lexicon("currencies")
    signs = {sign: code for code, signs in money["signs"].items() for sign in signs}
    return {code: code for code in money["codes"]["codes"]} | in_millions() | signs


@cache
def _last_of_sign() -> frozenset[str]:
    return frozenset(sign[-1] for sign in _before())


def _inside_word(text: str, start: int) -> bool:
    return start > 0 and text[start].isalpha() and (text[start - 1].isalnum() or text[start - 1] in "-_@#/")


_SUM = re.compile(r"\d[\d,.]*(?:[,.]\d|\d{3}|\s?(?:m|bn|k|million|billion|thousand|lakh|crore)\b)")


def _sum_follows(text: str, at: int, *, glued: bool) -> bool:
    """Whether a sign of one or two letters stands before a sum: "R150m", but not the name of a thing ("R2")."""
    return bool(_SUM.match(text, at)) or not glued or text[at - 1] in "sM."
