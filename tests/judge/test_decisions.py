"""Decisions of people: kept on the next run where the words still stand, listed where they do not."""

import json

import pytest

import twosource
from twosource.cli import main
from twosource.decisions import beside, decide, read_decisions
from twosource.errors import UsageError
from twosource.records import Document

WHEN = "2031-03-05T10:00:00+00:00"
REPORTS = {
    "a": "The flood in Carrow destroyed 340 houses, mayor Ruth Okafor said on Monday.",
    "b": "In Carrow the flood destroyed 520 houses, engineer Hugh Dale said on Monday.",
    "c": "Mayor Ruth Okafor said the flood in Carrow had destroyed 340 houses.",
}


def documents(**changed):
    return [
        Document(id=name, text=text, publisher=f"{name} post", published="2031-03-04")
        for name, text in {**REPORTS, **changed}.items()
    ]


@pytest.fixture(scope="module")
def ledger():
    return twosource.check(documents())


def houses(ledger):
    return [claim for claim in ledger.claims if claim.kind == "figure" and "houses" in claim.text]


def again(decision, **changed):
    return twosource.check(documents(**changed), decisions=[decision])


def test_the_story_holds_one_conflict(ledger):
    (claim,) = houses(ledger)
    assert (claim.verdict, claim.documents) == ("conflict", 3)


def test_a_dismissed_finding_stays_away(ledger):
    (finding,) = [finding for finding in ledger.findings if finding.kind == "conflict"]
    found = again(decide(ledger, "dismiss", [str(finding.rank)], who="Ann", when=WHEN))
    assert not [finding for finding in found.findings if finding.kind == "conflict"]
    assert [finding.rank for finding in found.findings] == list(range(1, len(found.findings) + 1))
    assert [(d.who, d.applied, d.outcome) for d in found.decisions] == [("Ann", True, "applied")]


def test_a_dismissed_finding_comes_back_when_it_says_something_else(ledger):
    (finding,) = [finding for finding in ledger.findings if finding.kind == "conflict"]
    decision = decide(ledger, "dismiss", [str(finding.rank)], who="Ann", when=WHEN)
    found = again(decision, d="The flood in Carrow destroyed 700 houses, minister Elio Marsh said on Monday.")
    assert [finding for finding in found.findings if finding.kind == "conflict"]
    assert not found.decisions[0].applied


def test_a_split_claim_stays_split(ledger):
    (claim,) = houses(ledger)
    found = again(decide(ledger, "split", [claim.id, "b"], who="Ann", when=WHEN))
    assert sorted([m.document for m in claim.members] for claim in houses(found)) == [["a", "c"], ["b"]]


def test_merged_claims_stay_merged(ledger):
    (claim,) = houses(ledger)
    apart = decide(ledger, "split", [claim.id, "b"], who="Ann", when=WHEN)
    parted = again(apart)
    joined = decide(parted, "merge", [claim.id for claim in houses(parted)], who="Bo", when="2031-03-06T10:00:00+00:00")
    found = twosource.check(documents(), decisions=[joined, apart])
    assert [[m.document for m in claim.members] for claim in houses(found)] == [["a", "b", "c"]]
    assert [decision.applied for decision in found.decisions] == [True, True]


def test_a_corrected_speaker_is_the_origin(ledger):
    (claim,) = houses(ledger)
    found = again(decide(ledger, "speaker", [claim.id, "b"], value="Ruth Okafor", who="Ann", when=WHEN))
    (claim,) = houses(found)
    assert "Hugh Dale" not in {root.name for root in claim.origins.roots}


def test_a_confirmed_line_of_reporting(ledger):
    found = again(decide(ledger, "line", ["a", "b"], value="one", who="Ann", when=WHEN))
    assert [line.documents for line in found.lines] == [("a", "b"), ("c",)]
    back = decide(ledger, "line", ["b"], value="apart", who="Ann", when="2031-03-07T10:00:00+00:00")
    parted = twosource.check(documents(), decisions=[*found.decisions, back])
    assert [line.documents for line in parted.lines] == [("a",), ("b",), ("c",)]


def test_a_decision_on_words_that_are_gone_is_listed(ledger):
    (claim,) = houses(ledger)
    decision = decide(ledger, "split", [claim.id, "b"], who="Ann", when=WHEN)
    (told,) = again(decision, b="In Carrow the flood destroyed many houses.").decisions
    assert (told.applied, told.outcome) == (False, "not applied: the words no longer stand in b")


def test_words_that_only_moved_are_found(ledger):
    (claim,) = houses(ledger)
    decision = decide(ledger, "split", [claim.id, "b"], who="Ann", when=WHEN)
    found = again(decision, b="CARROW, March 4. " + REPORTS["b"])
    assert found.decisions[0].applied
    assert len(houses(found)) == 2


@pytest.mark.parametrize(
    ("kind", "about", "message"),
    [
        ("dismiss", ["99"], "no finding"),
        ("split", ["x"], "name a claim"),
        ("line", ["nowhere"], "no document"),
        ("speaker", ["x", "a"], "needs a name"),
        ("burn", ["x"], "no kind of decision"),
    ],
)
def test_what_cannot_be_decided_is_told_in_one_line(ledger, kind, about, message):
    with pytest.raises(UsageError, match=message):
        decide(ledger, kind, about, who="Ann")


def test_a_file_that_is_no_decision_names_its_line(tmp_path):
    path = tmp_path / "story.decisions.jsonl"
    path.write_text("{}\n")
    with pytest.raises(UsageError, match="line 1 of"):
        read_decisions(path)


def test_the_command_line_writes_and_heeds_decisions(tmp_path, capsys):
    for name, text in REPORTS.items():
        (tmp_path / f"{name}.md").write_text(f"---\npublished: 2031-03-04\n---\n{text}")
    reports, ledger = [str(path) for path in sorted(tmp_path.glob("*.md"))], str(tmp_path / "story.duckdb")
    assert main(["check", *reports, "--ledger", ledger, "--workers", "1"]) == 0
    rank = next(f.rank for f in twosource.check(reports).findings if f.kind == "conflict")
    assert main(["decide", ledger, "dismiss", str(rank), "--who", "Ann", "--note", "two counts"]) == 0
    assert json.loads(beside(ledger).read_text())["note"] == "two counts"
    capsys.readouterr()
    assert main(["check", *reports, "--ledger", ledger, "--json", "-", "--workers", "1"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [decision["applied"] for decision in told["decisions"]] == [True]
