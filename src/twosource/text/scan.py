"""One scan of a text for its runs of letters and of digits, shared by all that looks for certain words in it.

The scan works on copies of the text in which all else is a space, so that splitting and finding are left to C. Few
words of a text are sought, and only of those it is worked out where they stand.
"""

import codecs
import re
from collections.abc import Container
from functools import lru_cache
from itertools import compress, count
from typing import NamedTuple

_PAGE = "cp1252"  # one byte a character; most news has no other letters
_NO_LETTER = re.compile(r"[\W\d_]")
_DIGITS = re.compile(r"\d+")
_NOT_LATIN = re.compile(rb"[\x80-\x9f]")  # the letters that the page has beyond Latin 1: "Š", "ž", "œ"


_MARKS_BLANKED = "twosource.marks-blanked"


def _blanked(error: UnicodeError) -> tuple[str, int]:
    """For a mark that the page lacks any other one will do; a letter or digit of another script is one no page can hold."""
    if not isinstance(error, UnicodeEncodeError) or error.object[error.start].isalnum():
        raise error
    return "?", error.start + 1


codecs.register_error(_MARKS_BLANKED, _blanked)


def _kept(wanted: str, as_: str | None = None) -> bytes:
    """A table for `bytes.translate` that keeps characters of a kind, or puts one character for them, and blanks others."""
    page = [bytes([code]).decode(_PAGE, "replace") for code in range(256)]
    return "".join((as_ or letter) if re.fullmatch(wanted, letter) else " " for letter in page).encode(_PAGE)


_LETTERS_KEPT, _DIGITS_KEPT = _kept(r"[^\W\d_]"), _kept(r"\d", as_="0")


class Runs(NamedTuple):
    """The runs of letters of a text in order, and the text with a space for all else and one more at either end."""

    written: list[str]
    letters: str
    digits: list[tuple[int, int]]
    """Where the runs of digits of any script start and end."""


@lru_cache(maxsize=4)
def runs_of(text: str) -> Runs:
    """The runs of a text; not to be changed."""
    try:
        encoded = text.encode() if text.isascii() else text.encode(_PAGE, _MARKS_BLANKED)
    except UnicodeEncodeError:
        letters, digits = _NO_LETTER.sub(" ", text), [match.span() for match in _DIGITS.finditer(text)]
    else:
        kept = encoded.translate(_LETTERS_KEPT)
        latin = kept.isascii() or _NOT_LATIN.search(kept) is None
        letters = kept.decode("latin-1" if latin else _PAGE)  # a third of the time
        digits = _runs_of_zeros(encoded.translate(_DIGITS_KEPT))
    return Runs(letters.split(), f" {letters} ", digits)


def _runs_of_zeros(page: bytes) -> list[tuple[int, int]]:
    found, end = [], 0
    while (start := page.find(b"0", end)) >= 0:
        end = page.find(b" ", start)
        end = end if end >= 0 else len(page)
        found.append((start, end))
    return found


def places_of(text: str, wanted: Container[str]) -> list[tuple[int, int]]:
    """The wanted ones of the runs of a text in order: which of the runs each is, and where it starts."""
    written, letters, _ = runs_of(text)
    found, end = [], 0
    for n in compress(count(), map(wanted.__contains__, written)):
        # None like it was passed over: it would have been found itself.
        start = letters.index(f" {written[n]} ", end)
        end = start + 1 + len(written[n])
        found.append((n, start))
    return found
