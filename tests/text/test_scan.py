"""Runs of letters and digits, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.scan import digits_of, indices_of, runs_of, vocabulary


def test_letters_and_digits_are_runs_of_their_own() -> None:
    assert runs_of("The 14km, a-b_c: née ٣٤").written == ["The", "14", "km", "a", "b", "c", "née", "٣٤"]


@given(st.text(alphabet="ab é7٣_-., \n’"))
def test_each_run_stands_where_it_is_said_to(text: str) -> None:
    runs = runs_of(text)
    assert all(text.startswith(run, start) for run, start in zip(*runs, strict=True))
    assert "".join(runs.written) == "".join(letter for letter in text if letter.isalnum())


@given(st.text(alphabet="ab7٣_ "))
def test_digits_are_all_found_and_nothing_else(text: str) -> None:
    assert "".join(text[start:end] for start, end in digits_of(text)) == "".join(filter(str.isdecimal, text))


@pytest.mark.parametrize("text", ["", " ", "—", "_"])
def test_a_text_without_letters_has_no_runs(text: str) -> None:
    assert runs_of(text).written == [] and not vocabulary(text) and digits_of(text) == []


def test_only_whole_runs_are_wanted() -> None:
    text = "one gone, none; one"
    assert [runs_of(text).starts[n] for n in indices_of(text, {"one"})] == [0, 16]
