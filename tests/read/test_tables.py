"""CSV and Parquet: columns, damage, and rows that are not like the others."""

import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from twosource.errors import UsageError
from twosource.read import read
from twosource.read.options import Options, column_names


def outcome(
    path: Path, *, columns: dict[str, str] | None = None
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    documents, rejects = read([path], Options(columns=columns or {}))
    return [(one.id, one.text) for one in documents], [(one.document, one.reason) for one in rejects]


def test_a_row_is_a_document_and_a_text_may_run_over_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'id,text,published\r\nx,"Two lines,\r\nas written.",2026-03-01\r\ny,One line.,\r\n')
    assert outcome(path) == ([("x", "Two lines,\r\nas written."), ("y", "One line.")], [])
    assert read([path])[0][0].published == "2026-03-01"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_are_told_by_what_they_look_like(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    rows = ["id|text", "x|Die Kräne über dem Hafen fielen in der Nacht, größer als je zuvor.".replace(",", "")]
    (tmp_path / "a.csv").write_bytes("\n".join(rows).replace("|", delimiter).encode(encoding))
    ((_, text),), rejects = outcome(tmp_path / "a.csv")
    assert (text, rejects) == ("Die Kräne über dem Hafen fielen in der Nacht größer als je zuvor.", [])


def test_ragged_rows_nuls_and_second_ids_are_rejected_by_line_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text\na,First text.\nb,Too,many.\nc\nd,With \0 in it.\na,Another text.\ne,Last text.\n")
    documents, rejects = outcome(path)
    assert [id for id, _ in documents] == ["a", "e"]
    assert rejects == [
        ("a.csv:3", "bad_row"), ("a.csv:4", "bad_row"), ("a.csv:5", "bad_row"), ("a.csv:6", "duplicate_id"),
    ]  # fmt: skip


def test_a_quotation_mark_that_is_never_closed_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b'id,text\na,First text.\nb,"Never closed.\nc,Third text.\n')
    assert outcome(tmp_path / "a.csv") == ([("a", "First text.")], [("a.csv:3", "bad_row")])


def test_columns_of_other_names_are_given_by_the_user(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("key,body,text\n1,The report itself.,teaser\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"key": 2, "body": "Another report."}\n', encoding="utf-8")
    found = outcome(tmp_path, columns={"id": "key", "text": "body"})
    assert found == ([("1", "The report itself."), ("2", "Another report.")], [])
    assert column_names(["text=body"]) == {"text": "body"}
    with pytest.raises(UsageError, match="--column body names no field"):
        column_names(["body"])


def test_a_table_without_text_says_which_columns_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,body\n1,x\n", encoding="utf-8")
    pq.write_table(pa.table({"id": [1], "body": ["x"]}), tmp_path / "b.parquet")
    _, rejects = read([tmp_path])
    assert [(one.reason, "id, body" in one.detail, "--column" in one.detail) for one in rejects] == [
        ("no_text_column", True, True)
    ] * 2


def test_parquet_is_read_with_dates_and_lists(tmp_path: Path) -> None:
    table = {
        "id": [7, 8], "text": ["First text.", None], "published": [datetime.date(2026, 3, 1), None],
        "author": [["Ilse", "Brandt"], None], "embedding": [[0.1], [0.2]],
    }  # fmt: skip
    pq.write_table(pa.table(table), tmp_path / "a.parquet")
    (document,), rejects = read([tmp_path])
    assert (document.id, document.published, document.author) == ("7", "2026-03-01", "Ilse, Brandt")
    assert [(one.document, one.reason) for one in rejects] == [("a.parquet:2", "bad_row")]


def test_parquet_that_is_cut_or_none_is_rejected(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["Some text here."] * 100}), tmp_path / "a.parquet")
    whole = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "a.parquet").write_bytes(whole[:-20])
    (tmp_path / "b.parquet").write_bytes(b"Nothing of the kind.")
    assert outcome(tmp_path) == ([], [("a.parquet", "corrupt"), ("b.parquet", "corrupt")])
