"""Trunks and branches: every report stands once, on a parent placed before it, and is counted as what it is."""

from report.ledgers import pair
from twosource.ledger import Ledger
from twosource.records import Document, Line
from twosource.report.lineage import derived_kinds, letter, trunks
from twosource.report.words import headline


def story(*ids: str, **hours: int) -> list[Document]:
    return [
        Document(id=id_, text="x", published=f"2026-03-04T{hours[id_]:02}:00+01:00" if id_ in hours else None)
        for id_ in ids
    ]


def test_the_longest_line_comes_first_and_its_root_leads() -> None:
    ledger = Ledger(
        documents=story("a", "b", "c", a=9, b=7, c=8),
        reuse=[pair("b", "c")],
        lines=[Line(("a",), "a"), Line(("b", "c"), "b")],
    )
    first, second = trunks(ledger)
    assert [branch.document for branch in first.branches] == ["b", "c"]
    assert (first.branches[1].parent, first.branches[1].kind) == ("b", "copy")
    assert [branch.document for branch in second.branches] == ["a"]
    assert (first.letter, second.letter) == ("A", "B")
    assert headline(ledger) == "3 reports. 2 lines of reporting. 1 copy."


def test_a_report_hangs_on_the_one_that_covers_most_of_it() -> None:
    ledger = Ledger(
        documents=story("a", "b", "c", a=6, b=7, c=8),
        reuse=[pair("a", "b"), pair("a", "c", covered=0.5), pair("b", "c", kind="rewrite", covered=0.8)],
        lines=[Line(("a", "b", "c"), "a")],
    )
    (trunk,) = trunks(ledger)
    assert {branch.document: branch.parent for branch in trunk.branches} == {"a": None, "b": "a", "c": "b"}
    assert derived_kinds([trunk]) == {"copy": 1, "rewrite": 1}
    assert trunk.branches[1].grounds == ("b published 2 h after a",)


def test_all_reports_of_a_root_outside_the_set_are_copies() -> None:
    ledger = Ledger(
        documents=story("a", "b", a=6, b=7),
        reuse=[pair("a", "b", parent=None)],
        lines=[Line(("a", "b"), None, "wire: Northern")],
    )
    (trunk,) = trunks(ledger)
    assert trunk.latent == "wire: Northern"
    assert [(branch.parent, branch.direction) for branch in trunk.branches] == [(None, "likely"), (None, "likely")]
    assert trunk.ordered
    assert headline(ledger) == "2 reports. 1 line of reporting. 2 copies."


def test_an_unknown_first_report_is_said_to_be_unknown() -> None:
    ledger = Ledger(documents=story("a", "b"), reuse=[pair("a", "b", parent=None)], lines=[Line(("a", "b"), None)])
    (trunk,) = trunks(ledger)
    assert not trunk.ordered
    assert [(branch.document, branch.direction) for branch in trunk.branches] == [("a", "unknown"), ("b", "unknown")]
    assert derived_kinds([trunk]) == {"copy": 1}


def test_letters_go_on_after_z() -> None:
    assert [letter(number) for number in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_every_report_of_the_shipped_story_stands_once(harbour: Ledger) -> None:
    found = trunks(harbour)
    placed = [branch.document for trunk in found for branch in trunk.branches]
    assert sorted(placed) == [document.id for document in harbour.documents]
    for trunk in found:
        before: set[str | None] = {None}
        for branch in trunk.branches:
            assert branch.parent in before
            before.add(branch.document)
