"""Inputs by address: files, folders and patterns on other storage come out as those of a disk do."""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

import twosource
from twosource.api import example_story, run
from twosource.errors import UsageError
from twosource.ledger import Ledger
from twosource.read import read

REPORT = "The ferry to Moen stopped on Monday, harbour master Ada Rask said."


@pytest.fixture
def store() -> Iterator[fsspec.AbstractFileSystem]:
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    yield memory
    memory.store.clear()


def test_a_folder_of_a_store_gives_what_a_folder_of_a_disk_gives(
    store: fsspec.AbstractFileSystem, tmp_path: Path
) -> None:
    with example_story() as reports:
        for path in reports.iterdir():
            store.pipe(f"/archive/{path.name}", path.read_bytes())
        assert twosource.check(["memory://archive"]).to_json() == twosource.check([reports]).to_json()
        assert twosource.check([f"file://{reports}"]).to_json() == twosource.check([reports]).to_json()
        run(["memory://archive"], f"file://{tmp_path}/ledger")
        run([reports], tmp_path / "local")
    assert Ledger.open(tmp_path / "ledger").to_json() == Ledger.open(tmp_path / "local").to_json()


def test_files_and_patterns_of_a_store(store: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    store.pipe("/a/one.txt", REPORT.encode())
    store.pipe("/a/deep/two.txt.gz", gzip.compress(REPORT.encode()))
    store.pipe("/a/.hidden.txt", REPORT.encode())
    store.pipe("/a/three.doc", REPORT.encode())

    def ids(*names: str) -> list[str]:
        return [one.id for one in read(names)[0]]

    assert ids("memory://a/one.txt") == ["one.txt"]
    assert ids("memory://a") == ["deep/two.txt.gz", "one.txt"]
    assert ids("memory://a/*.txt", "memory://a/one.txt") == ["one.txt"]
    assert ids("memory://a/*") == ["deep/two.txt.gz", "one.txt"]
    assert [one.reason for one in read("memory://a")[1]] == ["unknown_format"]
    for kind in ("csv", "parquet"):
        import pyarrow as pa
        import pyarrow.csv
        import pyarrow.parquet

        table = pa.table({"id": ["x"], "text": [REPORT]})
        write = pyarrow.parquet.write_table if kind == "parquet" else pyarrow.csv.write_csv
        write(table, tmp_path / f"rows.{kind}")
        store.pipe(f"/rows/rows.{kind}", (tmp_path / f"rows.{kind}").read_bytes())
        assert ids(f"memory://rows/rows.{kind}") == ["x"]


def test_a_file_of_a_store_that_changes_is_read_again(store: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    store.pipe("/a/one.txt", REPORT.encode())
    run(["memory://a"], tmp_path / "ledger")
    store.pipe("/a/one.txt", REPORT.replace("Monday", "Friday").encode())
    run(["memory://a"], tmp_path / "ledger")
    (found,) = Ledger.open(tmp_path / "ledger").documents
    assert "Friday" in found.text


@pytest.mark.parametrize(("address", "reason", "detail"), [
    ("memory://nothing/here.txt", "not_found", "check the address"),
    ("nosuch://bucket/reports", "unreadable", "name an address"),
    ("https://news.example/page.html", "not_fetched", "save the page"),
])  # fmt: skip
def test_an_address_that_gives_nothing_is_told_in_one_line(address: str, reason: str, detail: str) -> None:
    documents, (reject,) = read(address)
    assert not documents
    assert (reject.document, reject.reason) == (address, reason)
    assert detail in reject.detail and "\n" not in reject.detail


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    _, (reject,) = read("s3://bucket/reports")
    assert 'pip install "twosource[remote]"' in reject.detail


def test_no_ledger_is_made_on_other_storage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name a local or mounted place"):
        run([tmp_path], "s3://bucket/ledger")
