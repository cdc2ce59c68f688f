"""Inputs made to do harm, or broken: a line each, and the rest is read."""

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pytest

from twosource.read import content, read

LINE = json.dumps({"text": "A line of a report on the ferry."}).encode() + b"\n"


def reasons(path: Path) -> tuple[int, list[str]]:
    documents, rejects = read([path])
    return len(documents), [one.reason for one in rejects]


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_a_file_that_unpacks_to_far_more_than_text_does_is_stopped(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "UNPACK_FROM", 1 << 20)
    lines = LINE + b" " * (8 << 20)
    packed = gzip.compress(lines) if suffix == "gz" else pa.compress(lines, "zstd", asbytes=True)
    (tmp_path / f"a.jsonl.{suffix}").write_bytes(packed)
    assert reasons(tmp_path) == (1, ["too_large"])


def test_zstandard_is_read_and_what_is_cut_or_damaged_is_said(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"text": f"Ferry {n * 7919} left pier {n}."}).encode() + b"\n" for n in range(9000))
    with pa.CompressedOutputStream(str(tmp_path / "a.jsonl.zst"), "zstd") as file:
        file.write(lines)
    assert reasons(tmp_path) == (9000, [])
    whole = (tmp_path / "a.jsonl.zst").read_bytes()
    (tmp_path / "a.jsonl.zst").write_bytes(whole[: len(whole) // 2])
    assert reasons(tmp_path)[1] == ["truncated"]
    (tmp_path / "a.jsonl.zst").write_bytes(b"Nothing of the kind.")
    assert reasons(tmp_path) == (0, ["corrupt"])


def test_dates_of_clocks_that_were_not_set_are_left_out_and_no_others(tmp_path: Path) -> None:
    for name, published in (("a", "1970-01-01T00:00:00Z"), ("b", "2087-03-01"), ("c", "1987-03-01")):
        (tmp_path / f"{name}.txt").write_text(f"---\npublished: {published}\n---\nA text of words.", encoding="utf-8")
    documents, rejects = read([tmp_path])
    assert [one.published for one in documents] == [None, "2087-03-01", "1987-03-01"]
    assert [(one.document, one.reason) for one in rejects] == [("a.txt", "bad_date")]
