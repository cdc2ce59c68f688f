"""What a number is, when it is no figure: a year, a score, a name, an address; typed, not dropped."""

import re
from functools import cache

from twosource.extract.number_reading import Reading
from twosource.settings import figures as settings
from twosource.text.lexicon import alternation, lexicon


def token_type(text: str, start: int, end: int) -> str | None:
    """The type of a number that its own token gives away: part of a web address, a phone number, a name such as MH17."""
    return None


def bare_type(text: str, number: Reading) -> str | None:
    """The type of a number without a unit, if it is no count."""
    if number.written.form == "digits" and _is_year(text, number):
        return "year"
    return None


def _is_year(text: str, number: Reading) -> bool:
    point = number.point or 0
    return number.end - number.start == 4 and settings.FIRST_YEAR <= point <= settings.LAST_YEAR and point >= 1900 and not _COUNTED.match(text, number.end)


_COUNTED = re.compile(r"[ \u00a0](?:[a-zA-Z-]+[ \u00a0]){0,2}[a-z-]+s\b")
