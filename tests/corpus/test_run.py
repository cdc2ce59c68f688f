"""The run of a corpus: the ledger of `check` for one story, the same after a kill, and only what changed done again."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import twosource
from twosource.api import example_story, run
from twosource.errors import LedgerError
from twosource.ledger import Ledger

PROGRAM = "import sys; from twosource.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    with example_story() as folder:
        return Path(shutil.copytree(folder, tmp_path / "reports"))


def ledger_of(reports: Path, folder: Path) -> bytes:
    run([reports], folder)
    return Ledger.open(folder).to_json()


def parts(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.glob("*/*.parquet")}


def test_the_ledger_of_one_story_is_that_of_check(reports: Path, tmp_path: Path) -> None:
    assert ledger_of(reports, tmp_path / "corpus") == twosource.check([reports]).to_json()


def test_a_second_run_does_nothing_again(reports: Path, tmp_path: Path) -> None:
    first = ledger_of(reports, tmp_path / "corpus")
    before = parts(tmp_path / "corpus")
    assert ledger_of(reports, tmp_path / "corpus") == first
    assert parts(tmp_path / "corpus") == before


def test_documents_that_come_and_go_give_the_ledger_of_what_is_there(reports: Path, tmp_path: Path) -> None:
    late = reports / "01-meridian-wire.txt"
    words = late.read_bytes()
    late.unlink()
    without = ledger_of(reports, tmp_path / "corpus")
    late.write_bytes(words)
    whole = ledger_of(reports, tmp_path / "corpus")
    assert whole == ledger_of(reports, tmp_path / "fresh") != without
    late.unlink()
    assert ledger_of(reports, tmp_path / "corpus") == without


def test_a_run_killed_at_any_moment_is_taken_up(reports: Path, tmp_path: Path) -> None:
    expected = ledger_of(reports, tmp_path / "whole")
    folder = tmp_path / "corpus"
    for wait in (0.4, 0.8, 1.2, 1.6):
        killed = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "run", str(reports), "--ledger", str(folder), "--workers", "1"]
        )
        time.sleep(wait)
        killed.kill()
        killed.wait()
    assert ledger_of(reports, folder) == expected
    assert not list(folder.rglob("*.part*"))


def test_a_folder_with_other_files_is_left_alone(reports: Path, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="holds other files"):
        run([reports], reports)
