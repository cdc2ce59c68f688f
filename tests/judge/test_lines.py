"""Lines of reporting: a page made of two texts joins them in none, and a copy is no line of its own."""

import pytest
from benchmarks.generator import generate_story

import twosource
from builders import document, lines
from twosource.judge.carriers import Carriers
from twosource.judge.lines import lines_of
from twosource.judge.twins import twins_of
from twosource.records import Document, Member, Passage, Reuse
from twosource.spans import Span

HEAD, TAIL, WHOLE = Span(0, 400), Span(410, 800), Span(0, 800)


def pair(a: str, b: str, mine: Span, its: Span, *, parent: str | None = None, kind: str = "excerpt") -> Reuse:
    shares = tuple(1.0 if span == WHOLE else 0.5 for span in (mine, its))
    passages = (Passage(mine, its, "verbatim", 1.0),)
    known = "likely" if parent else "unknown"
    return Reuse(a, b, kind, parent, known, 0.5, *shares, 0.0, 0.0, passages, ("1 shared passage",))  # type: ignore[arg-type]


def told(pairs: list[Reuse]) -> list[tuple[str, ...]]:
    names = sorted({name for one in pairs for name in (one.a, one.b)})
    found = lines_of({name: Document(id=name, text="") for name in names}, pairs, pairs, {})
    return [line.documents for line in found]


def test_a_page_of_two_texts_of_which_nothing_tells_who_was_first_joins_them_in_none():
    page = [pair("a", "m", HEAD, HEAD), pair("b", "m", HEAD, TAIL)]
    assert told(page) == [("a", "m"), ("b",)]


def test_a_text_cut_in_two_is_one_line():
    cut = [pair("a", "m", HEAD, HEAD, parent="b"), pair("b", "m", HEAD, TAIL, parent="b")]
    assert told(cut) == [("a", "b", "m")]


def test_who_took_the_second_half_of_a_page_is_not_of_the_line_of_the_first():
    page = [pair("a", "m", HEAD, HEAD, parent="a"), pair("b", "m", HEAD, TAIL, parent="a")]
    assert told([*page, pair("m", "n", TAIL, HEAD, parent="a")]) == [("a", "m"), ("b",), ("n",)]
    own = pair("m", "n", TAIL, HEAD, parent="a")
    assert told([page[0], own]) == [("a", "m", "n")]


def test_of_equal_texts_the_first_stands_for_all():
    equal = pair("m", "z", WHOLE, WHOLE, kind="copy")
    dated = {"m": document("m", published="2031-03-09"), "z": document("z", published="2031-03-04")}
    assert twins_of({**dated, "a": document("a")}, [equal]) == {"a": "a", "m": "z", "z": "z"}
    assert twins_of({**dated, "m": document("m")}, [equal]) == {"m": "m", "z": "m"}
    assert twins_of({name: document(name) for name in "amz"}, [equal]) == {"a": "a", "m": "m", "z": "m"}
    with_a = [equal, pair("a", "m", HEAD, HEAD), pair("a", "z", HEAD, HEAD)]
    assert told([*with_a, pair("b", "m", HEAD, TAIL), pair("b", "z", HEAD, TAIL)]) == [("a", "m", "z"), ("b",)]


def test_a_sentence_is_of_the_line_of_those_who_share_its_words():
    of = lines("a b", "m")
    carriers = Carriers(
        {name: document(name) for name in of},
        of,
        [pair("a", "b", HEAD, HEAD), pair("a", "m", HEAD, TAIL), pair("b", "m", HEAD, TAIL)],
    )
    shared = [Member(document="a", spans=(Span(5, 9),)), Member(document="b", spans=(Span(5, 9),))]
    taken, own = Member(document="m", spans=(Span(415, 419),)), Member(document="m", spans=(Span(20, 24),))
    assert carriers.lines([*shared, taken])["m"] == of["a"]
    assert carriers.lines([*shared, own])["m"] == of["m"]


@pytest.mark.parametrize(("seed", "copied"), [(9, 12), (16, 12), (44, 0), (44, 8), (50, 12)])
@pytest.mark.parametrize("published", ["2031-03-04T07:00:00+00:00", "2031-03-09", None])
def test_a_copy_of_a_page_adds_no_origin(seed: int, copied: int, published: str | None):
    given = [Document(**row) for row in generate_story(seed).rows]  # type: ignore[arg-type]
    copy = Document(id="z", text=given[copied].text, publisher="the copyist", published=published)
    places = {}
    for claim in twosource.check([*given, copy]).claims:
        places |= {(claim.kind, member.document, member.spans): claim for member in claim.members}
    for claim in twosource.check(given).claims:
        member = claim.members[0]
        more = places[claim.kind, member.document, member.spans]
        if {m.document for m in more.members} - {"z"} == {m.document for m in claim.members}:
            assert more.origins.low <= claim.origins.low
            assert more.origins.high <= claim.origins.high
