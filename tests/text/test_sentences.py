"""Sentences end where a reader ends them; every visible character lies in just one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.sentences import paragraphs, sentences, sentences_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke. Nobody was hurt.", ["The dam broke.", "Nobody was hurt."]),
        ("Sen. Ada Moen left. Mr. Roe stayed.", ["Sen. Ada Moen left.", "Mr. Roe stayed."]),
        ("“It broke,” said Gen. J. R. Roe. “It fell.”", ["“It broke,” said Gen. J. R. Roe.", "“It fell.”"]),
        (
            "He paid $3.5 million on Sept. 3 in the U.S. capital.",
            ["He paid $3.5 million on Sept. 3 in the U.S. capital."],
        ),
        ("He works for Mill Inc. The firm is old.", ["He works for Mill Inc.", "The firm is old."]),
        ("Why? Nobody knows!", ["Why?", "Nobody knows!"]),
        ("“Why?” he asked.", ["“Why?” he asked."]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("``It broke.'' Nobody was hurt.", ["``It broke.''", "Nobody was hurt."]),
        ("水車がない。誰もいない。", ["水車がない。", "誰もいない。"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


WRAPPED = (
    "The dam above the village of Vell broke in the night and water ran\n"
    "into the lower streets, where most of the people were asleep and\n"
    "did not hear the sirens that had been put up some years before by\n"
    "the council. Nobody was killed, but forty people were hurt and had\n"
    "to be taken to hospital.\n"
)


def test_lines_of_fixed_width_are_joined() -> None:
    first, second = sentences(WRAPPED)
    assert first.of(WRAPPED).startswith("The dam") and first.of(WRAPPED).endswith("council.")
    assert second.of(WRAPPED).startswith("Nobody")


def test_an_empty_line_or_an_indent_parts_paragraphs_of_fixed_width() -> None:
    text = WRAPPED + "\n" + WRAPPED + "     " + WRAPPED
    assert len(paragraphs(text)) == 3


@given(st.text(alphabet="aB .!?\n“”\"'(…。\u2028é1", max_size=60))
def test_every_visible_character_lies_in_one_sentence(text: str) -> None:
    found = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    covered = {at for span in found for at in range(*span)}
    assert all(at in covered for at, letter in enumerate(text) if not letter.isspace())
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)


@given(st.text(alphabet="Ab .!\n”。"), st.sets(st.integers(0, 40)))
def test_sentences_of_places_are_those_that_hold_one(text: str, places: set[int]) -> None:
    holding = [span for span in sentences(text) if any(span.start <= place < span.end for place in places)]
    assert sentences_at(text, sorted(places)) == holding
