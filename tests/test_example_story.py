"""The program held against what a careful reader finds in the shipped story."""

import json
from pathlib import Path
from typing import Any

import pytest

import twosource
from twosource.api import example_story
from twosource.ledger import Ledger
from twosource.records import Claim
from twosource.spans import Span

GOLD = json.loads((Path(__file__).parents[1] / "examples" / "harbour" / "gold.json").read_text(encoding="utf-8"))


def cases(kind: str, items: list[dict[str, Any]], name: str) -> list[Any]:
    """The items as parameters, each with a name."""
    return [pytest.param(item, id=f"{kind}: {item[name]}") for item in items]


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    with example_story() as folder:
        return twosource.check([folder])


def place(ledger: Ledger, evidence: dict[str, str]) -> Span:
    """Where the words of the gold stand in the document as read."""
    start = ledger.by_id["documents"][evidence["document"]].text.index(evidence["evidence"])
    return Span(start, start + len(evidence["evidence"]))


def holds(claim: Claim, document: str, span: Span) -> bool:
    return any(m.document == document and any(s.overlaps(span) for s in m.spans) for m in claim.members)


def closest(ledger: Ledger, gold: dict[str, Any]) -> tuple[Claim, int]:
    """The claim that holds most of the gold's members, and how many."""
    places = [(member["document"], place(ledger, member)) for member in gold["members"]]
    scored = [
        (sum(holds(claim, *found) for found in places), claim) for claim in ledger.claims if claim.kind == gold["kind"]
    ]
    count, claim = max(scored, key=lambda item: (item[0], item[1].id))
    return claim, count


def found(ledger: Ledger, gold: dict[str, Any]) -> bool:
    """Whether a finding of that kind rests on all the words of the gold."""
    places = [(e["document"], place(ledger, e)) for e in gold["evidence"]]
    return any(
        all(any(e.document == name and e.span.overlaps(span) for e in finding.evidence) for name, span in places)
        for finding in ledger.findings
        if finding.kind == gold["kind"]
    )


def test_lines_of_reporting(ledger: Ledger) -> None:
    assert sorted(line.documents for line in ledger.lines) == sorted(tuple(line) for line in GOLD["lines"])


@pytest.mark.parametrize("gold", cases("derivation", GOLD["derivations"], "child"))
def test_derivations(ledger: Ledger, gold: dict[str, str]) -> None:
    (pair,) = [pair for pair in ledger.reuse if {pair.a, pair.b} == {gold["parent"], gold["child"]}]
    assert pair.parent and getattr(pair, pair.parent) == gold["parent"]
    assert pair.kind == gold["kind"]


@pytest.mark.parametrize("gold", cases("members", GOLD["claims"], "text"))
def test_members_of_claims(ledger: Ledger, gold: dict[str, Any]) -> None:
    claim, count = closest(ledger, gold)
    assert count == len(gold["members"])
    assert len(claim.members) <= count + 1


@pytest.mark.parametrize("gold", cases("verdict", GOLD["claims"], "text"))
def test_verdicts(ledger: Ledger, gold: dict[str, Any]) -> None:
    assert closest(ledger, gold)[0].verdict == gold["verdict"]


@pytest.mark.parametrize("gold", cases("origins", GOLD["claims"], "text"))
def test_origins(ledger: Ledger, gold: dict[str, Any]) -> None:
    origins = closest(ledger, gold)[0].origins
    assert (origins.low, origins.high) == (gold["origins"]["low"], gold["origins"]["high"])


@pytest.mark.parametrize("gold", cases("finding", GOLD["findings"], "why"))
def test_findings(ledger: Ledger, gold: dict[str, Any]) -> None:
    assert found(ledger, gold)


@pytest.mark.parametrize("gold", cases("no finding", GOLD["not_findings"], "why"))
def test_what_is_no_finding(ledger: Ledger, gold: dict[str, Any]) -> None:
    assert not found(ledger, gold)
