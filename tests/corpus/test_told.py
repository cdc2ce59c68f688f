"""What people tell of a corpus: heeded as by a check, kept with the ledger, and only what it touches judged again."""

from pathlib import Path

import pytest

import twosource
from twosource.api import decide, run
from twosource.cli import main
from twosource.decisions import beside, read_decisions
from twosource.ledger import Ledger
from twosource.records import Decision

WHEN = "2031-03-05T10:00:00+00:00"
FIRE = {
    "a": "Fire broke out in the Carrow tannery on Tuesday and destroyed 12 houses, fire chief Orla Penn said.",
    "b": "The Carrow tannery fire on Tuesday destroyed 30 houses. Fire chief Orla Penn spoke of a bad night in Carrow.",
}
VOTE = {
    "c": "The council of Westmoor voted on Friday to close the Lantern bridge for 9 weeks, mayor Ida Holt said.",
    "d": "The Lantern bridge in Westmoor closes for 9 weeks after Friday's council vote, mayor Ida Holt said.",
}
FAMILIES = {"carrow post": "Halvern Press", "westmoor mail": "Halvern Press"}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in {**FIRE, **VOTE}.items():
        publisher = "Carrow Post" if name in "ac" else "Westmoor Mail"
        (folder / f"{name}.md").write_text(f"---\npublished: 2031-03-04\npublisher: {publisher}\n---\n{text}\n")
    return folder


@pytest.fixture
def corpus(reports: Path, tmp_path: Path) -> Path:
    run([reports], tmp_path / "corpus")
    return tmp_path / "corpus"


def dismissal(corpus: Path) -> Decision:
    ledger = Ledger.open(corpus)
    (finding,) = [one for one in ledger.findings if one.kind == "conflict"]
    return decide(ledger, "dismiss", [str(finding.rank)], who="Ann", when=WHEN)


def kinds(corpus: Path) -> list[str]:
    return [finding.kind for finding in Ledger.open(corpus).findings]


def judged(corpus: Path) -> set[str]:
    return {path.name for path in (corpus / "judged").iterdir()}


def test_a_decision_holds_for_this_run_and_the_next_ones(reports, corpus):
    decision = dismissal(corpus)
    run([reports], corpus, decisions=[decision])
    assert "conflict" not in kinds(corpus)
    run([reports], corpus)
    assert "conflict" not in kinds(corpus)
    (kept,) = Ledger.open(corpus).decisions
    assert kept.applied and kept.outcome == "applied"
    assert read_decisions(beside(corpus)) == [decision]


def test_a_decision_touches_its_own_story_alone(reports, corpus):
    before = judged(corpus)
    assert len(Ledger.open(corpus).lines) > 2  # two stories are judged in one shard
    run([reports], corpus, decisions=[dismissal(corpus)])
    (anew,) = judged(corpus) - before
    assert len(corpus.joinpath("judged", anew).read_bytes()) < len(corpus.joinpath("judged", *before).read_bytes())


def test_a_decision_on_words_that_are_gone_says_so(reports, corpus):
    decision = dismissal(corpus)
    (reports / "a.md").unlink()
    run([reports], corpus, decisions=[decision])
    (kept,) = Ledger.open(corpus).decisions
    assert not kept.applied
    assert kept.outcome == "not applied: the words no longer stand in a.md, b.md"


def test_families_are_kept_until_others_are_told(reports, corpus):
    def houses() -> set[int]:
        return {claim.publishers for claim in Ledger.open(corpus).claims if claim.documents == 2}

    assert houses() == {2}
    run([reports], corpus, families=FAMILIES)
    assert houses() == {1}
    run([reports], corpus)
    assert houses() == {1}
    run([reports], corpus, families={})
    assert houses() == {2}


def test_the_ledger_is_that_of_a_check_told_the_same(reports, corpus, tmp_path):
    for name in VOTE:
        (reports / f"{name}.md").unlink()
    run([reports], corpus)
    decision = dismissal(corpus)
    run([reports], corpus, families=FAMILIES, decisions=[decision])
    found = twosource.check([reports], families=FAMILIES, decisions=[decision])
    assert Ledger.open(corpus).to_json() == found.to_json()


def test_the_command_line_decides_in_the_folder_and_is_heeded_there(reports, corpus, capsys):
    rank = next(one.rank for one in Ledger.open(corpus).findings if one.kind == "conflict")
    assert main(["decide", str(corpus), "dismiss", str(rank), "--who", "Ann"]) == 0
    assert main(["run", str(reports), "--ledger", str(corpus), "--workers", "1"]) == 0
    assert "conflict" not in kinds(corpus)
    assert "next check or run" in capsys.readouterr().out
