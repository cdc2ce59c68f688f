"""All inputs together: order, ids, packed files, and what is given up on."""

import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from twosource.read import document, read
from twosource.read import documents as module
from twosource.records import Document, Reject


def shape(inputs: object) -> tuple[list[str], list[tuple[str, str]]]:
    """Ids of the documents, and places and reasons of the rejects."""
    documents, rejects = read(inputs)  # type: ignore[arg-type]
    return [one.id for one in documents], [(one.document, one.reason) for one in rejects]


def rows(*given: dict[str, object]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in given)


def test_documents_come_in_order_of_id_with_the_hash_of_their_text(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes("Zwei Kräne.\r\n".encode())
    (tmp_path / "a.jsonl").write_bytes(
        rows({"id": "c", "text": "A third text."}, {"id": "a", "text": "The first text."})
    )
    documents, rejects = read([tmp_path])
    assert ([one.id for one in documents], rejects) == (["a", "b.txt", "c"], [])
    assert documents[1].text == "Zwei Kräne.\r\n"
    assert documents[1].sha256 == hashlib.sha256("Zwei Kräne.\r\n".encode()).hexdigest()


def test_a_single_input_need_not_stand_in_a_list(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two words.", encoding="utf-8")
    assert shape(str(tmp_path)) == shape(tmp_path) == (["a.txt"], [])
    assert shape(document("Two words.", id="x")) == (["x"], [])


def test_a_document_of_a_string_has_a_hash_and_an_id() -> None:
    one = document("Two words.", title="A title")
    assert one == document("Two words.", title="A title")
    assert (one.sha256, one.title) == (hashlib.sha256(b"Two words.").hexdigest(), "A title")
    assert one.id and one.id != document("Other words.").id


def test_documents_are_checked_as_files_are() -> None:
    given = [
        Document(id="b", text="Two words.", published="March 1, 2025", language="en-GB"),
        Document(id="a", text=" "),
        Document(id="c", text="half a pair: \ud800"),
        Document(id="d", text="Two words.", published="soon"),
    ]
    documents, rejects = read(given)
    assert [(one.id, one.published, one.language) for one in documents] == [
        ("b", "2025-03-01", "en"),
        ("d", None, None),
    ]
    assert [(one.document, one.reason) for one in rejects] == [
        ("a", "empty_body"),
        ("c", "undecodable"),
        ("d", "bad_date"),
    ]


def test_names_and_metadata_that_cannot_be_written_in_utf_8_are_mended(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Two words.", encoding="utf-8")
        (tmp_path / os.fsdecode(b"caf\xe9.xls")).touch()
    except OSError:
        pytest.skip("this file system takes no such names")
    assert shape(tmp_path) == (["caf\ufffd.txt"], [("caf\ufffd.xls", "unknown_format")])
    (one,) = read(Document(id="a\ud800", text="Two words.", title="\udfff", credited=("x\ud800",)))[0]
    assert (one.id, one.title, one.credited) == ("a\ufffd", "\ufffd", ("x\ufffd",))


def test_one_id_in_two_inputs_gets_the_name_of_the_input(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(rows({"id": "1", "text": "One text."}, {"id": "2", "text": "Two texts."}))
    (tmp_path / "b.jsonl").write_bytes(rows({"id": "1", "text": "Another text."}, {"id": "2", "text": "Two texts."}))
    one, two = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    assert shape([one, two]) == shape([two, one]) == (["2", "a.jsonl/1", "b.jsonl/1"], [("2", "duplicate_id")])


def test_documents_of_one_id_and_other_texts_are_told_apart_by_their_texts() -> None:
    given = [Document(id="x", text="One text."), Document(id="x", text="Another text.")]
    ids, rejects = shape(given)
    assert (ids, rejects) == shape(given[::-1])
    assert rejects == [] and len(set(ids)) == 2 and all(id.startswith("x#") for id in ids)


def test_packed_files_are_unpacked_member_after_member(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"One text. ") + gzip.compress(b"And more.") + bytes(100))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(rows({"id": "b", "text": "Two texts."})))
    documents, rejects = read([tmp_path])
    assert ([(one.id, one.text) for one in documents], rejects) == (
        [("a.txt.gz", "One text. And more."), ("b", "Two texts.")],
        [],
    )


def story(length: int = 2000) -> list[dict[str, object]]:
    return [
        {"id": f"{at:04}", "text": f"Report {hashlib.sha256(str(at).encode()).hexdigest()}"} for at in range(length)
    ]


@pytest.mark.parametrize("damage", ["cut", "broken", "checksum"])
def test_what_stands_before_the_damage_of_a_packed_file_is_kept_and_one_reject_says_so(
    tmp_path: Path, damage: str
) -> None:
    packed = bytearray(gzip.compress(rows(*story())))
    middle = len(packed) // 2
    if damage == "cut":
        del packed[middle:]
    elif damage == "broken":
        packer = zlib.compressobj(wbits=31)
        packed[:] = packer.compress(rows(*story(1000))) + packer.flush(zlib.Z_FULL_FLUSH) + b"\xff" * 100
    else:
        packed[-8] ^= 1
    (tmp_path / "a.jsonl.gz").write_bytes(packed)
    ids, rejects = shape(tmp_path)
    assert rejects == [("a.jsonl.gz", "truncated" if damage == "cut" else "corrupt")]
    assert ids == [f"{at:04}" for at in range(len(ids))]
    assert len(ids) == 2000 if damage == "checksum" else 900 < len(ids) < 1100


def test_a_cut_text_is_kept_as_far_as_it_goes(tmp_path: Path) -> None:
    text = " ".join(hashlib.sha256(str(at).encode()).hexdigest() for at in range(100))
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(text.encode())[:-200])
    (tmp_path / "b.txt.gz").write_bytes(b"no gzip at all")
    (tmp_path / "c.txt.gz").write_bytes(b"")
    documents, rejects = read([tmp_path])
    assert [one.id for one in documents] == ["a.txt.gz"]
    assert text.startswith(documents[0].text) and len(documents[0].text) > len(text) * 0.9
    assert [(one.document, one.reason) for one in rejects] == [
        ("a.txt.gz", "truncated"),
        ("b.txt.gz", "corrupt"),
        ("c.txt.gz", "empty_body"),
    ]


def test_what_is_too_large_even_unpacked_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_TEXT", 100_000)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"bomb " * 1_000_000))
    (tmp_path / "b.txt").write_bytes(b"book " * 30_000)
    assert shape(tmp_path) == ([], [("a.txt.gz", "too_large"), ("b.txt", "too_large")])


def test_a_file_that_may_not_be_read_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Two words.", encoding="utf-8")

    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)  # rights do not bind the administrator, who may run the tests
    assert shape(tmp_path) == ([], [("a.txt", "unreadable")])


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        (b"Just two words.", ["-"]),
        (b'{"id": "a", "text": "Two words."}\n{"id": "b", "text": "Two words."}\n', ["a", "b"]),
        (b'[{"id": "a", "text": "Two words."}]', ["a"]),
        (b"[Northport] Two cranes were lost.", ["-"]),
        (gzip.compress(b"Just two words."), ["-"]),
        (b"<!doctype html><html><body><article>" + b"<p>Two cranes were lost in the fire at night.</p>" * 3, ["-"]),
    ],
)
def test_standard_input_is_what_it_looks_like(written: bytes, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(written))))  # type: ignore[arg-type, type-var]
    assert shape(["-"]) == (ids, [])


def test_heavy_libraries_are_imported_only_by_what_needs_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two words.", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "Two words."}', encoding="utf-8")
    program = (
        "import sys; from twosource.read import read; documents, _ = read(sys.argv[1:]); assert len(documents) == 2; "
        "assert not {'trafilatura', 'resiliparse', 'yaml', 'lxml'} & set(sys.modules), sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", program, os.fspath(tmp_path)], check=True)


def test_rejects_are_in_order(tmp_path: Path) -> None:
    for name in ("c.txt", "a.txt", "b.csv"):
        (tmp_path / name).touch()
    _, rejects = read([tmp_path, tmp_path / "none"])
    assert all(isinstance(one, Reject) and one.stage == "read" for one in rejects)
    assert [one.document for one in rejects] == sorted(one.document for one in rejects)
