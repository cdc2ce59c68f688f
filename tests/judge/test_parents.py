"""Whose child a document is."""

import twosource
from builders import document
from twosource.compare.passages import Aligned
from twosource.judge.parents import with_parents
from twosource.judge.relatives import relatives_of
from twosource.records import Document, Passage, Reuse
from twosource.spans import Span


def test_a_document_whose_numbers_all_changed_has_a_parent_all_the_same() -> None:
    shared = (Passage(Span(0, 20), Span(0, 20), "near", 0.5),)
    pairs = [Reuse(a, "c", "rewrite", "a", "likely", 0.5, 0.5, 0.5, 0.0, 0.0, shared, ()) for a in "ab"]
    numbers = tuple((Span(at, at + 1), Span(at, at + 1)) for at in range(20))
    aligned = [Aligned(a, "c", shared, 0.5, 0.5, 0.0, 0.0, 0.5, 9, 9, 0.0, numbers) for a in "ab"]
    documents = {id_: document(id_, "x" * 20, published=f"2026-01-0{day}") for day, id_ in enumerate("abc", 1)}
    found = with_parents(pairs, relatives_of(pairs, aligned), documents)
    assert [(pair.a, pair.parent) for pair in found] == [("a", "a"), ("b", None)]


BODY = [
    "The roof of the market hall at Lund came down on Friday under wet snow, an hour after the last stall had closed.",
    "Nobody was inside, though a night watchman had left his coat there and gone out to look for a shovel.",
    "The hall was built by subscription a century ago, and its iron columns were brought up the river on a barge.",
    "Stallholders will sell from carts on the quay until the town has decided whether to mend the roof or to clear the site.",
]
OWN = "A painter who has her studio across the street has offered its ground floor to whoever sells eggs and cheese."


def report(id_: str, *parts: str, hour: int | None = None) -> Document:
    published = None if hour is None else f"2026-02-06T{hour:02}:00:00+00:00"
    return document(id_, "\n\n".join(parts), publisher=f"paper {id_}", published=published)


def told(*documents: Document) -> dict[str, str]:
    """Each child with its parent."""
    found = twosource.reuse(list(documents))
    return {
        pair.b if pair.parent == "a" else pair.a: pair.a if pair.parent == "a" else pair.b
        for pair in found
        if pair.parent
    }


def test_the_nearest_of_the_earlier_ones_is_the_parent() -> None:
    changed = [BODY[0], BODY[1].replace("a shovel", "help"), *BODY[2:]]
    found = told(report("a", *BODY, hour=6), report("b", *changed, hour=8), report("c", *changed, hour=10))
    assert found == {"b": "a", "c": "b"}


def test_a_report_without_a_date_comes_after_the_one_it_adds_to() -> None:
    found = told(report("a", *BODY, hour=6), report("b", *BODY, hour=8), report("u", *BODY, OWN))
    assert found == {"b": "a", "u": "a"}


def test_a_report_without_a_date_from_which_two_others_were_cut_comes_before_them() -> None:
    found = told(report("a", *BODY[:3], hour=6), report("b", *BODY[:2], hour=8), report("u", *BODY, OWN))
    assert found["a"] == "u"


def test_of_two_reports_the_one_without_a_date_may_be_either() -> None:
    assert told(report("a", *BODY, hour=6), report("u", *BODY)) == {}


def test_who_credits_an_agency_does_not_have_it_from_one_who_does_not() -> None:
    wire = "(Northern Wire)"
    assert told(report("a", *BODY, hour=6), report("b", *BODY, wire, hour=8)) == {}
    assert told(report("a", *BODY, wire, hour=6), report("b", *BODY, hour=8)) == {"b": "a"}


def test_whose_wire_another_copied_shows_where_both_depart_from_it_alike() -> None:
    wire = "(Northern Wire)"
    own = [
        part.replace("came down", "fell").replace("night watchman", "guard").replace("a century ago", "long ago")
        for part in BODY
    ]
    own = [
        part.replace("on the quay", "by the water").replace("wet snow", "heavy snow").replace("iron", "steel")
        for part in own
    ]
    carriers = [report("a", *BODY, wire, hour=6), report("b", *own, wire, hour=8)]
    assert told(*carriers) == {}
    assert told(*carriers, report("c", *own, wire, hour=10)) == {"c": "b"}


def test_whose_wire_another_copied_shows_in_what_two_other_prints_lack() -> None:
    wire = "(Northern Wire)"
    carriers = [report("a", *BODY, wire, hour=6), report("c", *BODY, OWN, wire, hour=8)]
    child = report("d", *BODY, OWN, wire, hour=10)
    assert told(*carriers, child) == {}
    assert told(*carriers, report("b", *BODY, wire, hour=7), child) == {"d": "c"}
    assert told(*carriers, report("b", *BODY, wire, hour=12), child) == {}


ELSEWHERE = [
    "The river stood high at the lock all week, and the barges of the gravel works lay two abreast below the weir.",
    "In the evening the lamp at the ford was lit again, for the first time since the ferryman had gone to sea.",
]


def test_a_report_without_a_date_that_tells_of_other_things_around_another_took_it_in() -> None:
    assert told(report("a", *BODY[:2], hour=6), report("u", ELSEWHERE[0], *BODY[:2], ELSEWHERE[1])) == {"u": "a"}
    assert told(report("u", *BODY[:2]), report("a", ELSEWHERE[0], *BODY[:2], ELSEWHERE[1], hour=6)) == {"a": "u"}


def test_a_report_with_a_lead_of_its_own_above_what_another_opens_with_came_later() -> None:
    assert told(report("a", *BODY, hour=6), report("u", OWN, *BODY)) == {"u": "a"}
    assert told(report("a", *BODY[:3], ELSEWHERE[0], hour=6), report("u", OWN, *BODY[:3])) == {"u": "a"}


def test_a_report_without_a_date_that_has_most_of_its_words_from_a_longer_one_was_cut_from_it() -> None:
    assert told(report("a", *BODY, *ELSEWHERE, hour=6), report("u", *BODY[:2], OWN[:96])) == {"u": "a"}


def test_two_reports_of_one_day_are_told_apart_by_what_one_has_on_top() -> None:
    days = [
        document(id_, "\n\n".join(parts), publisher=id_, published="2026-02-06")
        for id_, parts in (("a", [OWN, *BODY]), ("b", BODY))
    ]
    assert told(*days) == {"a": "b"}
