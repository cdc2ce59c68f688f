"""What holds for the dates of any text."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.extraction.dates import pieces as date_pieces
from twosource.extraction.dates.find import find_dates

PIECES = [
    "January", "May", "Dec. 12", "9 March 2024", "Tuesday", "last", "the past", "two weeks ago", "a year earlier", "Q3",
    "the third quarter", "from", "to", "between", "and", "since", "until", "of", "at", "5:30 p.m.", "noon", "1990s",
    "2024", "2022-23", "9/1/25", "Easter", "fiscal", "in", "by", "the", "early", "20 people", "said", "will", "now",
    "that day", "the following year", "week of", ",", ".", "-", "–", "'98", "$", "(", ")", "\n", "\n\n", "½", "é",
    "9 Auguſt 2024",
    "two wee\u212as ago", "9 Aprİl", "last Frıday", "Easter\u00a0Sunday",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=80)
publication = st.none() | st.dates().map(str) | st.text(max_size=12)


@given(texts, publication)
@settings(max_examples=400, deadline=None)
def test_spans_hold_the_words_in_order_and_do_not_overlap(text: str, published: str | None) -> None:
    found = find_dates(text, published=published)
    assert all(text[date.span.start : date.span.end] == date.text != "" for date in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


@given(texts, publication)
@settings(max_examples=400, deadline=None)
def test_no_date_ends_before_it_begins(text: str, published: str | None) -> None:
    for date in find_dates(text, published=published):
        if date.start and date.end:
            assert re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?", date.start)
            assert date.start[:10] <= date.end[:10] and (len(date.start) != len(date.end) or date.start <= date.end)


@given(texts, texts, publication)
@settings(max_examples=400, deadline=None)
def test_a_paragraph_added_at_the_end_changes_no_date_before_it(text: str, more: str, published: str | None) -> None:
    before = find_dates(text, published=published)
    assert find_dates(f"{text}\n\n{more}", published=published)[: len(before)] == before


@given(
    st.permutations(["It sank on 9 March 2024.", "In the 1990s it won.", "Open 3 to 5 May 2023.", "Q3 2022 was slow."])
)
def test_the_order_of_paragraphs_changes_no_absolute_date(paragraphs: list[str]) -> None:
    found = find_dates("\n\n".join(paragraphs))
    assert {(date.text, date.start, date.end) for date in found} == {
        ("9 March 2024", "2024-03-09", "2024-03-09"),
        ("1990s", "1990-01-01", "1999-12-31"),
        ("3 to 5 May 2023", "2023-05-03", "2023-05-05"),
        ("Q3 2022", "2022-07-01", "2022-09-30"),
    }


@given(texts, st.dates().map(str))
@settings(max_examples=200, deadline=None)
def test_what_stands_without_publication_stands_with_it_too(text: str, published: str) -> None:
    without, with_it = find_dates(text), find_dates(text, published=published)
    assert [date.span for date in without] == [date.span for date in with_it]


def test_rules_tried_grow_with_the_text_and_not_faster(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    steps = 0
    read = date_pieces._read

    def counted(text: str, start: int, rules: date_pieces.Rules) -> date_pieces.Piece | None:
        nonlocal steps
        steps += len(rules)
        return read(text, start, rules)

    monkeypatch.setattr(date_pieces, "_read", counted)
    seen = []
    for times in (50, 100, 200):
        steps = 0
        find_dates(
            "On Tuesday, 9 January 2025, 20 people left by May 3, 1,998 in 2024. " * times, published="2025-01-10"
        )
        seen.append(steps)
    assert seen[1] == 2 * seen[0] and seen[2] == 4 * seen[0]


@pytest.mark.parametrize(
    "words",
    [
        "two weeks ago", "twenty-five years ago", "five and a half years ago", "one or two years ago", "many years ago",
        "12 days ago", "weeks later", "the last 24 hours", "the past several months", "the next two weeks", "recent weeks",
        "first-quarter", "the first fiscal quarter of 2023", "the first 9 months of 2023", "the latter half of 2023",
        "eight o'clock", "the fifth century", "two thousand and nine", "year-end", "the week ending 9 March", "a year earlier",
    ],
)  # fmt: skip
def test_a_date_is_found_at_two_words_where_one_would_be_looked_for_too_often(words: str) -> None:
    (found,) = find_dates(f"They met {words}, some said.", published="2024-05-06")
    assert found.text == words


def test_of_words_that_are_common_few_are_looked_at() -> None:
    common = "One of two, some of many: first the second, last at three. This past one, years in, years out."
    assert [piece.kind for piece in date_pieces.pieces(common)] == []
    assert len(date_pieces._anchors(common)) <= 3
