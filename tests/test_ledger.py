import json

import pytest

import twosource
from builders import document
from twosource.errors import LedgerError
from twosource.ledger import TABLES, Ledger


@pytest.fixture(scope="module")
def ledger():
    text = "Three boats sank off Vesk, harbour master Ilse Brandt said."
    return twosource.check([document("a", text), document("b", f"{text} Nobody was hurt.")])


def test_the_json_holds_every_table_and_its_format(ledger):
    found = json.loads(ledger.to_json())
    assert found["format"] == "twosource-ledger/1"
    assert found["offsets"] == "unicode code points, half-open"
    assert set(TABLES) - {"run"} <= set(found)
    assert found["lines"] == [["a", "b"]]
    (figure, *_) = found["figures"]
    assert found["documents"][0]["text"][slice(*figure["span"])] == figure["text"] == "Three"
    assert figure["event"]["class"] == "destroyed"


def test_a_claim_is_found_by_the_first_digits_of_its_id(ledger):
    claim = ledger.claims[0]
    assert ledger.claim(claim.id[:10]) == claim
    with pytest.raises(LedgerError, match="no claim"):
        ledger.claim("zzz")
    with pytest.raises(LedgerError, match="give more"):
        ledger.claim("")


def test_a_file_that_is_no_ledger_is_refused_in_one_line(tmp_path):
    with pytest.raises(LedgerError, match="no ledger at"):
        Ledger.open(tmp_path / "none.duckdb")
    (tmp_path / "other.duckdb").write_bytes(b"no database")
    with pytest.raises(LedgerError) as error:
        Ledger.open(tmp_path / "other.duckdb")
    assert "make it again" in str(error.value)


def test_a_ledger_that_cannot_be_written_leaves_nothing_behind(ledger, tmp_path):
    with pytest.raises(LedgerError, match="cannot write"):
        ledger.save(tmp_path / "missing" / "story.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_saving_again_replaces_the_old_ledger(ledger, tmp_path):
    path = tmp_path / "story.duckdb"
    Ledger().save(path)
    ledger.save(path)
    assert Ledger.open(path) == ledger


def test_some_tables_are_read_alone(ledger, tmp_path):
    ledger.save(tmp_path / "story.duckdb")
    found = Ledger.open(tmp_path / "story.duckdb", tables=["claims"])
    assert found.claims == ledger.claims != []
    assert found.documents == found.statements == []
