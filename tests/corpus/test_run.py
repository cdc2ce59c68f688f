"""The run of a corpus: the ledger of `check` for one story, the same after a kill, and only what changed done again."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

import twosource
from twosource.api import example_story, run
from twosource.corpus.folder import Folder, Made
from twosource.corpus.index import documents_of, views
from twosource.corpus.opening import open_ledger
from twosource.corpus.reading import given_inputs, read_inputs
from twosource.engines.local import LocalEngine
from twosource.errors import LedgerError
from twosource.extraction.document import extract_document
from twosource.ledger import TABLES, Ledger
from twosource.read.options import AS_IT_IS
from twosource.records import Document, Extraction


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


KILLED = """
import os, pathlib, signal, sys
rename, left = pathlib.Path.replace, int(sys.argv[4])

def replace(path, target):
    global left
    left -= 1
    if left == 0 and sys.argv[1] == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    found = rename(path, target)
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return found

pathlib.Path.replace = replace
from twosource.api import run
run([sys.argv[2]], sys.argv[3])
"""


def test_a_run_killed_at_every_step_is_taken_up(reports: Path, tmp_path: Path) -> None:
    """Each run gets a file further and dies as the next one gets its name, or just before."""
    for path in sorted(reports.iterdir())[4:]:
        path.unlink()
    expected = ledger_of(reports, tmp_path / "whole")
    folder = tmp_path / "corpus"
    for step in range(1, 20):
        moment = "before" if step % 2 else "after"
        command = [sys.executable, "-c", KILLED, moment, str(reports), str(folder), str(step)]
        done = subprocess.run(command, check=False)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
    assert done.returncode == 0 and step > 6
    assert ledger_of(reports, folder) == expected
    assert not list(folder.rglob("*.part*"))


def test_until_a_run_is_done_the_tables_of_the_last_one_are_read(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = reports / "01-meridian-wire.txt"
    words = late.read_bytes()
    late.unlink()
    folder = tmp_path / "corpus"
    before = ledger_of(reports, folder)
    story = open_ledger(folder, about=["04-halvern-radio.txt"])
    assert story.claims

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    late.write_bytes(words)
    monkeypatch.setattr("twosource.corpus.run.write_catalogue", stopped)
    with pytest.raises(KeyboardInterrupt):
        run([reports], folder)
    assert Ledger.open(folder).to_json() == before
    assert open_ledger(folder, about=["04-halvern-radio.txt"]) == story


def test_a_folder_with_other_files_is_left_alone(reports: Path, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="holds other files"):
        run([reports], reports)


ROWS = [{"id": f"r{n:04}", "text": f"Barge {n} left the north jetty at dawn, pilot {n % 7} said."} for n in range(2600)]


def read_parts(rows: list[dict[str, str]], folder: Path) -> set[str]:
    """The parts that hold the rows of one file, as the run reads them."""
    source = folder.with_suffix(".jsonl")
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    corpus = Folder(folder)
    corpus.prepare(Made())
    given, _ = given_inputs([source])
    before = set(corpus.names("documents"))
    read_inputs(given, corpus, LocalEngine(), AS_IT_IS, lambda _: None)
    found, _ = views(given, corpus)
    assert {view.part for view in found} >= set(corpus.names("documents")) - before
    assert sorted(one.id for view in found for one in documents_of(view, corpus)) == [row["id"] for row in rows]
    return {view.part for view in found}


def test_a_row_that_comes_or_goes_in_a_large_file_moves_one_part_or_two(tmp_path: Path) -> None:
    whole = read_parts(ROWS, tmp_path / "corpus")
    assert len(whole) > 4
    without = read_parts(ROWS[:70] + ROWS[71:], tmp_path / "corpus")
    assert 1 <= len(without - whole) <= 2
    assert read_parts(ROWS, tmp_path / "corpus") == whole


def test_what_a_removed_document_leaves_of_its_part_is_not_extracted_again(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger_of(reports, tmp_path / "corpus")
    (reports / "04-halvern-radio.txt").unlink()
    expected = ledger_of(reports, tmp_path / "fresh")

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("extracted again")

    monkeypatch.setattr("twosource.corpus.extracting.extract_document", refused)
    assert ledger_of(reports, tmp_path / "corpus") == expected


def test_copies_are_extracted_once_and_say_what_they_would_say_alone(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in sorted(reports.iterdir()):
        shutil.copy(path, reports / f"copy-{path.name}")
    expected = twosource.check([reports]).to_json()
    extracted = []

    def extract(document: Document, **given: object) -> Extraction:
        extracted.append(document.sha256)
        return extract_document(document, **given)  # type: ignore[arg-type]

    monkeypatch.setattr("twosource.corpus.extracting.extract_document", extract)
    assert ledger_of(reports, tmp_path / "corpus") == expected
    assert len(extracted) == len(list(reports.iterdir())) // 2


def tables(folder: Path) -> dict[str, list[object]]:
    with duckdb.connect(str(folder / "catalogue.duckdb"), config={"file_search_path": str(folder)}) as connection:
        return {name: connection.sql(f'select * from "{name}"').fetchall() for name in (*TABLES, "stories")}


def test_one_worker_and_two_give_the_same_tables(reports: Path, tmp_path: Path) -> None:
    for number in range(3):  # rows enough for several parts
        rows = [{**row, "id": f"{number}-{row['id']}"} for row in ROWS[number::3]]
        (reports / f"{number}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows[:300]))
    run([reports], tmp_path / "one")
    run([reports], tmp_path / "two", workers=2)
    assert tables(tmp_path / "one") == tables(tmp_path / "two")
    names = [{str(path.relative_to(folder)) for path in folder.rglob("*")} for folder in tmp_path.iterdir()]
    assert len({frozenset(found) for found in names if "run.json" in found}) == 1


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from twosource.cli import main
sys.exit(main(["run", *sys.argv[2:], "--workers", "1"]))
"""


# The parts of documents are refused first, then what they say, at last the catalogue.
@pytest.mark.parametrize("limit", [1_500, 9_000, 20_000, 50_000])
def test_a_run_that_may_write_no_more_says_so_in_one_line(reports: Path, tmp_path: Path, limit: int) -> None:
    folder = tmp_path / "corpus"
    command = [sys.executable, "-c", LIMITED, str(limit), str(reports), "--ledger", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("twosource: cannot write to ")
    assert line.endswith("and run the same command again; what is done is kept")
    assert not list(folder.rglob("*.part*"))
    assert ledger_of(reports, folder) == ledger_of(reports, tmp_path / "whole")
