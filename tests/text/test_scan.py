"""Runs of letters and digits, and where they stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.scan import places_of, runs_of

TEXTS = st.text(alphabet="ab é½7٣_-., \n’\ud800жÿ") | st.text()


def test_letters_between_marks_and_digits_are_runs_of_their_own() -> None:
    assert runs_of("The 14km, a-b_c: née ٣٤").written == ["The", "km", "a", "b", "c", "née"]


@given(TEXTS)
def test_each_run_of_letters_is_found_where_it_stands(text: str) -> None:
    runs = runs_of(text).written
    found = [(runs[n], start) for n, start in places_of(text, frozenset(runs))]
    assert found == [(match[0], match.start()) for match in re.finditer(r"[^\W\d_]+", text)]


@given(TEXTS)
def test_each_run_of_digits_is_found_where_it_stands(text: str) -> None:
    assert runs_of(text).digits == [match.span() for match in re.finditer(r"\d+", text)]


@pytest.mark.parametrize("text", ["", " ", "—", "_"])
def test_a_text_without_letters_has_no_runs(text: str) -> None:
    assert not runs_of(text).written and runs_of(text).digits == []


def test_only_whole_runs_are_wanted() -> None:
    text = "one gone, none; one"
    assert places_of(text, {"one"}) == [(0, 0), (3, 16)]
