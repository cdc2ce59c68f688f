"""Web archives: pages, addresses and capture times; records that are not what they say."""

import zipfile
from pathlib import Path

import pytest

from read.archives import packed, record
from twosource.read import read
from twosource.read.options import Options
from twosource.records import Document


def outcome(path: Path, content: bytes) -> tuple[list[Document], list[tuple[str, str]]]:
    path.write_bytes(content)
    documents, rejects = read([path])
    return documents, [(one.document, one.reason) for one in rejects]


def numbers(documents: list[Document]) -> list[str]:
    return [(one.url or "").rpartition("/")[2] for one in documents]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_page_keeps_its_address_capture_time_and_hash(tmp_path: Path, name: str) -> None:
    records = [record(1), record(2, kind="image/png"), record(3, status=404), record(4)]
    documents, rejects = outcome(tmp_path / name, packed(*records) if name.endswith("gz") else b"".join(records))
    assert (numbers(documents), rejects) == (["1", "4"], [])
    first = documents[0]
    assert (first.id, first.url, first.canonical) == (
        f"{name}:1",
        "https://mirror.example/1",
        "https://first.example/1",
    )
    assert (first.captured, first.archived_hash, first.published) == ("2026-03-02T10:00:00Z", "sha1:HASH1", None)
    assert (first.title, first.publisher) == ("Pier 1 of Quillan closed", "mirror.example")
    assert first.text.startswith("The harbour office of Quillan")


@pytest.mark.parametrize("length", [900, 400, 30])
def test_a_record_of_another_length_than_it_says_is_left_out_and_the_rest_is_read(tmp_path: Path, length: int) -> None:
    documents, rejects = outcome(tmp_path / "a.warc", record(1) + record(2, length=length) + record(3) + record(4))
    assert numbers(documents) == ["1", "3", "4"]
    assert [reason for _, reason in rejects] == ["corrupt"]


@pytest.mark.parametrize("lost", [1, 60, 300])
def test_an_archive_that_breaks_off_gives_what_is_whole(tmp_path: Path, lost: int) -> None:
    for name, content in (
        ("a.warc", record(1) + record(2) + record(3)),
        ("b.warc.gz", packed(*map(record, (1, 2, 3)))),
    ):
        documents, rejects = outcome(tmp_path / name, content[:-lost])
        assert numbers(documents) == ["1", "2"]
        assert rejects == [(name, "truncated")]


def test_damage_in_a_packed_archive_gives_what_stands_before_it(tmp_path: Path) -> None:
    content = bytearray(packed(*map(record, (1, 2, 3))))
    at = len(packed(record(1), record(2))) + 80
    content[at : at + 40] = b"\xff" * 40
    documents, rejects = outcome(tmp_path / "a.warc.gz", bytes(content))
    assert numbers(documents) == ["1", "2"]
    assert rejects == [("a.warc.gz", "corrupt")]


def test_what_is_no_archive_is_rejected(tmp_path: Path) -> None:
    assert outcome(tmp_path / "a.warc", b"Nothing of the kind. " * 99) == ([], [("a.warc", "corrupt")])
    assert outcome(tmp_path / "b.wacz", b"Nothing of the kind. " * 99) == ([], [("b.wacz", "corrupt")])


def test_a_wacz_gives_the_pages_of_its_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("archive/data.warc.gz", packed(record(1), record(2)))
        archive.writestr("pages/pages.jsonl", b"{}")
    documents, rejects = read([tmp_path / "a.wacz"])
    assert ([one.id for one in documents], rejects) == (["a.wacz/data.warc.gz:1", "a.wacz/data.warc.gz:2"], [])


def test_a_page_captured_twice_with_the_same_text_is_kept_once(tmp_path: Path) -> None:
    documents, rejects = outcome(tmp_path / "a.warc", record(1) + record(1) + record(2))
    assert (numbers(documents), rejects) == (["1", "2"], [("a.warc:2", "duplicate")])


def test_the_fast_way_reads_the_same_report(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(record(1))
    (document,), _ = read([tmp_path], Options(fast=True))
    assert "Fishermen moved their boats" in document.text
    assert document.title == "Pier 1 of Quillan closed"


def test_several_broken_records_are_each_said_with_their_place(tmp_path: Path) -> None:
    records = [record(1), record(2, length=900), record(3), record(4, length=20), record(5)]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    documents, rejects = read([tmp_path])
    assert numbers(documents) == ["1", "3", "5"]
    places = [sum(map(len, records[:n])) for n in (1, 3)]
    assert sorted(one.detail.split(" of it")[0].split("byte ")[1] for one in rejects) == sorted(
        f"{at:,}" for at in places
    )
