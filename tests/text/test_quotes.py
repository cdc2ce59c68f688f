"""Quotation marks of all styles pair as a reader pairs them, and no arrangement of them raises."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.spans import Span
from twosource.text.quotes import find_quotes, quoted_spans


def outer(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in find_quotes(text) if quote.depth == 0]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“The mill is gone,” he said.", ["The mill is gone,"]),
        ('"The mill is gone," he said.', ["The mill is gone,"]),
        ("``The mill is gone,'' he said.", ["The mill is gone,"]),
        ("„Die Mühle ist weg“, sagte er.", ["Die Mühle ist weg"]),
        ("« Le moulin est parti », dit-il.", [" Le moulin est parti "]),
        ("»Die Mühle ist weg«, sagte er.", ["Die Mühle ist weg"]),
        ("”Kvarnen är borta”, sa han.", ["Kvarnen är borta"]),
        ("「水車がない」と彼は言った。", ["水車がない"]),
        (
            "‘The miller’s mill is gone,’ he said. ‘It’s the boys’ fault.’",
            ["The miller’s mill is gone,", "It’s the boys’ fault."],
        ),
        ("'The mill is gone,' he said. 'It can't be.'", ["The mill is gone,", "It can't be."]),
        ('The door is 6\'2" high and "narrow" he said.', ["narrow"]),
        ('He said "no," she said "yes."', ["no,", "yes."]),
    ],
)
def test_styles(text: str, inner: list[str]) -> None:
    assert outer(text) == inner


def test_nested_quotations_have_depth() -> None:
    text = "“He told me ‘go home now’ and left,” she said."
    assert [(q.inner.of(text), q.depth) for q in find_quotes(text)] == [
        ("He told me ‘go home now’ and left,", 0),
        ("go home now", 1),
    ]
    british = "‘He called it “a gift” to me,’ she said."
    assert [(q.inner.of(british), q.depth) for q in find_quotes(british)] == [
        ("He called it “a gift” to me,", 0),
        ("a gift", 1),
    ]


def test_single_marks_count_only_where_they_are_the_main_ones() -> None:
    assert outer("“The mill is gone,” he said, and the ‘expert’ left.") == ["The mill is gone,"]


def test_a_paragraph_opens_the_quotation_again() -> None:
    text = "“The mill is gone.\n\n“It stood for years,” he said."
    first, second = find_quotes(text)
    assert (first.closed, first.continued) == (False, True)
    assert (second.closed, second.continued) == (True, False)


def test_a_paragraph_goes_on_without_opening() -> None:
    text = "“The mill is gone.\n\nIt stood for years,” he said."
    first, second = find_quotes(text)
    assert first.continued
    assert second.inner.of(text) == "It stood for years,"


def test_an_unclosed_mark_ends_before_the_next_opening_one() -> None:
    text = "“The mill is gone, he said. “It stood for years.”"
    first, second = find_quotes(text)
    assert not first.closed
    assert first.span.end <= second.span.start
    assert second.inner.of(text) == "It stood for years."


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = "He said “the mill is gone.\n\nNobody was hurt."
    assert outer(text) == ["the mill is gone."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The mill is gone and nobody knows why,” he said.", "speech"),
        ("He told the “expert” to leave.", "scare"),
        ("She wrote “The Mill on the Hill” in two weeks.", "title"),
        ("“Never,” he said.", "speech"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert find_quotes(text)[0].kind == kind


def test_quoted_spans_are_merged_inner_spans_of_the_outermost() -> None:
    text = "“He said ‘no’ twice,” she said, “and left.”"
    assert [span.of(text) for span in quoted_spans(text)] == ["He said ‘no’ twice,", "and left."]


@given(st.text(alphabet="“”„‟«»\"'‘’‚`「」 .,?\n\u2028ab—", max_size=80))
def test_no_arrangement_of_marks_raises_and_spans_hold(text: str) -> None:
    quotes = find_quotes(text)
    assert [q.span.start for q in quotes] == sorted(q.span.start for q in quotes)
    for quote in quotes:
        assert 0 <= quote.span.start <= quote.inner.start <= quote.inner.end <= quote.span.end <= len(text)
        assert quote.depth >= 0
    top = [q.span for q in quotes if q.depth == 0]
    assert all(one.end <= other.start for one, other in pairwise(top))
    inner = quoted_spans(text)
    assert inner == sorted(inner)


@pytest.mark.parametrize("unit", ['"', "“", "” “", "'", "'a ", "‘a’ ", '"a\n', "‘a\n", "“a ‘b ", "''", "«"])
def test_many_marks_are_paired_in_one_go(unit: str) -> None:
    text = unit * 20_000
    assert all(isinstance(quote.span, Span) for quote in find_quotes(text))
