"""Figures: numbers joined with what they count, their times and their statements."""

from collections import Counter

import pytest

from twosource.extraction.dates.find import find_dates
from twosource.extraction.figures.find import find_figures
from twosource.records import Figure, Speaker, Statement
from twosource.spans import Span

TEXT = (
    "The harbour office said on 9 January 2025 that about 1,200 gulls were found dead on 320 sq km (124 square miles) "
    "of marsh. "
    "“We counted 40 nests,” said Ann Lee, 45. “Of these, 12 were empty.” The number rose from 8 to 12 percent."
)


def figures(text: str = TEXT, **given: object) -> list[Figure]:
    given.setdefault("dates", find_dates(text, published="2025-01-10"))
    found = find_figures(text, document="marsh.txt", **given)  # type: ignore[arg-type]
    assert all(figure.text == text[slice(*figure.span)] and figure.document == "marsh.txt" for figure in found)
    return found


def statement(name: str, *spans: Span) -> Statement:
    nobody = Speaker(span=None, name=None, kind="unknown")
    return Statement(
        id=name, document="marsh.txt", kind="direct", content=spans, cue=None, speaker=nobody, rule="", confidence=1
    )


def covering(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_each_number_that_is_a_figure_becomes_one_record() -> None:
    assert [figure.text for figure in figures()] == [
        "1,200",
        "320 sq km",
        "124 square miles",
        "40",
        "45",
        "12",
        "8",
        "12 percent",
    ]
    first = figures()[0]
    assert (first.point, first.low, first.high, first.bound, first.kind, first.unit) == (
        1200,
        1080,
        1320,
        "about",
        "count",
        None,
    )
    assert first.counted is not None and first.counted.head == "gulls"
    assert first.rule and 0 < first.confidence <= 1


def test_numbers_of_dates_are_no_figures() -> None:
    assert all(figure.text not in ("9", "2025") for figure in figures())


def test_figures_point_at_each_other_by_their_ids() -> None:
    found = {figure.text: figure for figure in figures()}
    assert found["124 square miles"].conversion_of == found["320 sq km"].id
    moved = found["12 percent"].relation
    assert moved is not None and (moved.kind, moved.figure) == ("moved_from", found["8"].id)
    assert (found["8"].unit, found["8"].kind) == ("percent", "percent")


def test_ids_are_of_the_content_alone() -> None:
    ids = [figure.id for figure in figures()]
    assert len(set(ids)) == len(ids) and ids == [figure.id for figure in figures()]
    assert set(ids).isdisjoint(figure.id for figure in find_figures(TEXT, document="other.txt"))


def test_a_figure_belongs_to_the_innermost_statement_that_holds_it() -> None:
    outer = statement("outer", Span(0, TEXT.index(" The number")))
    inner = statement("inner", covering("We counted 40 nests,"), covering("Of these, 12 were empty."))
    held = {figure.text: figure.statement for figure in figures(statements=[outer, inner])}
    assert held == {
        "1,200": "outer",
        "320 sq km": "outer",
        "124 square miles": "outer",
        "40": "inner",
        "45": "outer",
        "12": "inner",
        "8": None,
        "12 percent": None,
    }


def test_a_figure_that_a_statement_only_touches_is_not_in_it() -> None:
    half = statement("half", Span(0, TEXT.index("320 sq") + 4))
    held = {figure.text: figure.statement for figure in figures(statements=[half])}
    assert held["1,200"] == "half" and held["320 sq km"] is None


def test_boilerplate_holds_no_figures() -> None:
    assert figures(boilerplate=[Span(0, len(TEXT))]) == []


@pytest.mark.parametrize("text", ["", " ", "\x00", "🙂 5", "ten", "“" * 50, "Рим 5", "مات ١٢ شخصا"])
def test_any_text_is_read(text: str) -> None:
    assert all(figure.text for figure in find_figures(text))


def test_many_statements_and_figures_are_matched_in_order() -> None:
    text = "They saw 12 gulls. " * 300
    spans = [Span(at * 19, at * 19 + 18) for at in range(300)]
    held = [
        figure.statement
        for figure in find_figures(text, statements=[statement(str(at), span) for at, span in enumerate(spans)])
    ]
    assert held == [str(at) for at in range(300)]
    assert max(Counter(held).values()) == 1
