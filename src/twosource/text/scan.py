"""One scan of a text for its runs of letters and of digits, shared by all that looks for certain words in it.

A list of words costs far less than a match object for each, and most texts hold few of the words that are sought.
"""

import re
from collections.abc import Container, Iterator
from functools import lru_cache

_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=4)
def letters_of(text: str) -> list[str]:
    """The runs of letters in order; not to be changed."""
    return _LETTERS.findall(text)


@lru_cache(maxsize=4)
def vocabulary(text: str) -> frozenset[str]:
    """The runs of letters, each once."""
    return frozenset(letters_of(text))


@lru_cache(maxsize=4)
def digits_of(text: str) -> list[tuple[int, int]]:
    """Where runs of digits of any script stand, in order; not to be changed."""
    return [digits.span() for digits in _DIGITS.finditer(text)]


def places_of(text: str, wanted: Container[str]) -> Iterator[tuple[int, str]]:
    """Where the runs of letters that are wanted stand, in order, each with the run."""
    done = 0
    for word in filter(wanted.__contains__, letters_of(text)):
        at = text.find(word, done)
        while _in_word(text[at - 1 : at]) or _in_word(text[at + len(word) : at + len(word) + 1]):
            at = text.find(word, at + 1)
        done = at + len(word)
        yield at, word


def _in_word(letter: str) -> bool:
    return letter.isalnum() and not letter.isdecimal()
