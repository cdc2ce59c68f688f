"""What reading the numbers of a text costs, counted in steps, and texts made to be slow or to break it."""

import re
import sys

import pytest

from twosource.extraction.numbers import find as numbers
from twosource.extraction.numbers.find import find_numbers, read_numbers


def steps(text: str) -> int:
    """Calls of functions, in Python and in C, that reading the numbers of a text takes."""
    count = 0

    def tally(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        read_numbers(text)
    finally:
        sys.setprofile(None)
    return count


HOSTILE = [
    "1",
    "9,",
    "11,",
    "111,",
    "1.",
    "1 ",
    "1-",
    "(1",
    "1)",
    "555-",
    "one ",
    "a ",
    "a half ",
    "hundred thousand ",
    "twenty and ",
    "between 1 and ",
    "from 1 to ",
    "$",
    "$1",
    "about ",
    "about 1 ",
    "no ",
    "1/2 ",
    "½",
    "http://",
    "@1",
    "1 km (",
    "x1",
    "١",
    "one hundred and ",
    " " * 40 + "one",
    "5 to ",
    "12 of 12 ",
    "\n1. ",
    "Smith, 45, ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_cost_grows_with_the_text_and_not_its_square(piece: str) -> None:
    read_numbers(piece * 100)  # tables are made once
    small, large = steps(piece * 100), steps(piece * 800)
    assert large <= 10 * small + 2000


@pytest.mark.parametrize("piece", ["1", "1,", "one", "one ", "(", "a", " ", "\n", "twenty-", "$", "1 (1 "])
def test_a_very_long_line_is_read(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(number.span.end <= len(text) for number in find_numbers(text))


@pytest.mark.parametrize(
    "words",
    [
        "about sıx mıllıon mıleſ or ſo",
        "no one waſ kılled",
        "fıve thirdſ",
        "2 mıllıon and a half",
        "dozenſ",
        "5 \u212am",
        "12 per  cent",
        "$5 -3",
    ],
)
def test_letters_that_look_alike_to_a_pattern_are_read(words: str) -> None:
    for text in (words, words.replace("ı", "İ"), words.upper(), words.title()):
        assert all(number.span.of(text) for number in find_numbers(text))


def test_the_scan_finds_each_place_once_and_in_order() -> None:
    text = "Someone saw one of two ones, a third of a dozen, alone at 5 with half a million."
    starts = numbers.anchors(text)
    assert starts == sorted(set(starts))
    assert [re.match(r"\w+", text[start:])[0] for start in starts] == ["one", "two", "a", "a", "5", "half", "a"]  # type: ignore[index]
