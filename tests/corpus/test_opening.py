"""A few stories of a corpus opened alone: what is found of them is what the whole ledger holds of them."""

from pathlib import Path

import pytest

from twosource.api import decide, run
from twosource.cli import main
from twosource.corpus.opening import open_ledger
from twosource.errors import LedgerError, UsageError
from twosource.ledger import Ledger

TOLD = {
    "fire": [
        "A fire at the Moen tannery destroyed 12 houses on Tuesday, fire chief Orla Penn said.",
        "Fire chief Orla Penn said a fire at the Moen tannery destroyed 14 houses on Tuesday.",
    ],
    "vote": [
        "The council of Tarsk voted on Friday to close the Lantern bridge for 9 weeks, mayor Ida Holt said.",
        "Mayor Ida Holt said the council of Tarsk voted on Friday to close the Lantern bridge for 19 weeks.",
    ],
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("corpus")
    (place / "reports").mkdir()
    for story, texts in TOLD.items():
        for number, text in enumerate(texts):
            (place / "reports" / f"{story}{number}.txt").write_text(text)
    run([place / "reports"], place / "ledger")
    return place / "ledger"


def test_of_a_claim_only_its_own_story_is_read(corpus: Path):
    whole = Ledger.open(corpus)
    claim = next(one for one in whole.claims if one.members[0].document == "vote0.txt")
    found = open_ledger(corpus, about=[claim.id[:10]])
    assert [one.id for one in found.documents] == ["vote0.txt", "vote1.txt"]
    kept = {"vote0.txt", "vote1.txt"}
    assert found.claims == [one for one in whole.claims if {member.document for member in one.members} <= kept]
    assert found.figures == [one for one in whole.figures if one.document in kept]
    assert found.documents == [one for one in whole.documents if one.id in kept]
    assert found.claim(claim.id) == claim


def test_stories_are_named_by_documents_and_by_their_ids(corpus: Path):
    by_document = open_ledger(corpus, about=["fire1.txt"])
    assert {one.id for one in by_document.documents} == {"fire0.txt", "fire1.txt"}
    assert len(open_ledger(corpus, about=["fire1.txt", "vote0.txt"]).documents) == 4
    with pytest.raises(LedgerError, match="no story 'zz'"):
        open_ledger(corpus, story="zz")
    with pytest.raises(LedgerError, match="stories start with ''"):
        open_ledger(corpus, story="")
    with pytest.raises(LedgerError, match="claims start with ''"):
        open_ledger(corpus, about=[""])


def test_a_rank_that_two_stories_have_asks_for_the_story(corpus: Path, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(UsageError, match="several stories have a finding of rank 1"):
        decide(Ledger.open(corpus), "dismiss", ["1"], who="Ann")
    assert main(["decide", str(corpus), "dismiss", "1", "--who", "Ann"]) == 2
    assert "--story" in capsys.readouterr().err


def test_of_a_rank_that_one_story_has_only_that_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    reports = tmp_path / "reports"
    reports.mkdir()
    for number, text in enumerate((*TOLD["fire"], *TOLD["vote"])):
        more = f" The strike at Berg is in its {5 + number}th day, 4{number} drivers stayed away, Ida Holt said."
        (reports / f"{number}.txt").write_text(text + more * (number > 1))
    run([reports], tmp_path / "ledger")
    assert [one.rank for one in Ledger.open(tmp_path / "ledger").findings] == [1, 1, 2]
    monkeypatch.delattr(Ledger, "open")
    assert main(["decide", str(tmp_path / "ledger"), "dismiss", "2", "--who", "Ann"]) == 0
    assert main(["decide", str(tmp_path / "ledger"), "dismiss", "9", "--who", "Ann"]) == 2
    assert "no finding has the rank '9'" in capsys.readouterr().err


def test_a_ledger_on_other_storage_is_none(capsys: pytest.CaptureFixture[str]):
    for command in (["show"], ["corpus"], ["check", "a.txt", "--ledger"], ["run", "a.txt", "--ledger"]):
        assert main([*command, "memory://bucket/ledger"]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith("twosource: no ledger lies at memory://bucket/ledger")


def test_the_ledger_of_one_story_has_no_other(tmp_path: Path):
    Ledger().save(tmp_path / "story.duckdb")
    assert open_ledger(tmp_path / "story.duckdb") == Ledger()
    with pytest.raises(UsageError, match="leave out --story"):
        open_ledger(tmp_path / "story.duckdb", story="3f")


def test_one_story_is_shown_and_exported(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    import duckdb

    with duckdb.connect() as connection:
        ((story,),) = connection.execute(
            f"select story from '{corpus}/stories.parquet' where list_contains(documents, 'fire0.txt')"
        ).fetchall()
    assert main(["show", str(corpus), "--story", story[:8]]) == 0
    shown = capsys.readouterr().out
    assert "houses" in shown and "Lantern" not in shown
    out = tmp_path / "fire.json"
    assert main(["export", str(corpus), "--story", story, "--format", "json", "--out", str(out)]) == 0
    assert "Lantern" not in out.read_text()
