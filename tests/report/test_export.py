"""What people take away, opened in the programs that people open it with."""

import csv
import json
import math
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from builders import figure
from conftest import need_module
from report.exports import contents, written
from twosource.ledger import Ledger
from twosource.records import Claim, Document, Line, Member, Origins
from twosource.report.export import FORMATS
from twosource.report.export.cells import harmless
from twosource.report.export.tables import TABLES, rows_of

DOCS = Path(__file__).parents[2] / "docs"


def openpyxl() -> Any:
    return need_module("openpyxl", "workbooks are opened with it")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger, form: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir(), second.mkdir()
    one = contents(written(ledger, form, first))
    time.sleep(1.1 if form == "xlsx" else 0)  # a clock in the file would show
    assert one == contents(written(ledger, form, second))


# --- tables -----------------------------------------------------------------------------------------------------------


def test_every_row_has_a_value_of_its_type_for_every_column(ledger: Ledger) -> None:
    types = {"text": str, "integer": int, "number": (int, float), "boolean": bool}
    for table in TABLES:
        for row in rows_of(ledger)[table.name]:
            for value, column in zip(row, table.columns, strict=True):
                assert value is None or isinstance(value, types[column.type]), (table.name, column.name, value)


def test_the_docs_tell_of_every_table_and_column() -> None:
    page = (DOCS / "tables.md").read_text(encoding="utf-8")
    for table in TABLES:
        (section,) = re.findall(rf"^## {table.name}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
        told = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", section, re.MULTILINE)
        assert told == [(column.name, column.type, column.meaning) for column in table.columns]


def test_words_of_the_tables_are_those_of_their_spans(harbour: Ledger) -> None:
    texts = {document.id: document.text for document in harbour.documents}
    rows = rows_of(harbour)
    for name in ("figures", "evidence"):
        table = next(table for table in TABLES if table.name == name)
        at = {column.name: place for place, column in enumerate(table.columns)}
        assert rows[name]
        for row in rows[name]:
            assert texts[row[at["document"]]][row[at["start"]] : row[at["end"]]] == row[at["words"]]


def claims_of(ledger: Ledger) -> list[dict[str, Any]]:
    names = [column.name for column in next(table for table in TABLES if table.name == "claims").columns]
    return [dict(zip(names, row, strict=True)) for row in rows_of(ledger)["claims"]]


def test_estimates_reach_from_the_lowest_to_the_highest_value(harbour: Ledger) -> None:
    claims, figures = claims_of(harbour), {figure.id: figure for figure in harbour.figures}
    assert any(claim["attributed_to"] for claim in claims)
    for claim, made in zip(claims, harbour.claims, strict=True):
        members = [figures[member.figure] for member in made.members if member.figure]
        assert (claim["low"] is None) == (not members)
        for one in members:
            if one.unit == claim["unit"] and one.point is not None:
                assert claim["low"] <= one.point <= claim["high"]


def test_estimates_of_several_units_are_in_one(tmp_path: Path) -> None:
    figures = [
        figure(value, id=id_, unit=unit, kind="measure")
        for id_, value, unit in (
            ("a", 1500, "meter"),
            ("b", 1.4, "kilometer"),
            ("c", 1.6, "kilometer"),
            ("d", 9, "EUR"),
        )
    ]
    members = tuple(Member("d", figure=one.id) for one in figures)
    claim = Claim("c", "figure", "1.5 km", members, 1, 1, Origins(1, 1, 0, ()), "agree", "")
    ledger = Ledger(documents=[Document("d", "x")], lines=[Line(("d",), None)], figures=figures, claims=[claim])
    (found,) = claims_of(ledger)
    assert (found["low"], found["high"], found["unit"]) == (1.4, 1.6, "kilometer")
    endless = figure(math.inf, id="a", text="endless")
    path = written(Ledger(documents=ledger.documents, lines=ledger.lines, figures=[endless]), "xlsx", tmp_path)
    assert "inf" in [cell.value for cell in openpyxl().load_workbook(path)["figures"][2]]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "＝1"])
def test_cells_that_would_be_run_are_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless(-1.5) == -1.5 and harmless("a=1") == "a=1" and harmless(None) is None


def test_csv_holds_every_row(ledger: Ledger, tmp_path: Path) -> None:
    path, rows = written(ledger, "csv", tmp_path), rows_of(ledger)
    for table in TABLES:
        with (path / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
            header, *body = csv.reader(file)
        assert header == [column.name for column in table.columns]
        given = [["" if value is None else str(harmless(value)) for value in row] for row in rows[table.name]]
        assert body == given


def test_excel_opens_the_workbook(ledger: Ledger, tmp_path: Path) -> None:
    book = openpyxl().load_workbook(written(ledger, "xlsx", tmp_path))
    rows = rows_of(ledger)
    assert book.sheetnames == [table.name for table in TABLES]
    for table in TABLES:
        sheet = book[table.name]
        kept = [column.name for column in table.columns if (table.name, column.name) != ("documents", "text")]
        assert [cell.value for cell in sheet[1]] == kept
        assert sheet.max_row - 1 == len(rows[table.name])
        numbers = [at for at, column in enumerate(table.columns) if column.type in ("integer", "number")]
        for at in numbers:
            place = kept.index(table.columns[at].name) + 1
            shown = [sheet.cell(number, place).value for number in range(2, sheet.max_row + 1)]
            assert shown == [row[at] for row in rows[table.name]]
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                assert cell.data_type != "f" and cell.hyperlink is None
                assert not (isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@")))


def test_duckdb_reads_the_parquet_files(ledger: Ledger, tmp_path: Path) -> None:
    import duckdb

    path, rows = written(ledger, "parquet", tmp_path), rows_of(ledger)
    with duckdb.connect() as connection:
        for table in TABLES:
            found = connection.sql(f"select * from '{path / table.name}.parquet'")
            assert found.columns == [column.name for column in table.columns]
            assert found.fetchall() == rows[table.name]


# --- the database -----------------------------------------------------------------------------------------------------


def test_the_database_keeps_its_references_and_finds_words(harbour: Ledger, tmp_path: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(written(harbour, "sqlite", tmp_path))
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    for table in TABLES:
        assert connection.execute(f"select * from {table.name}").fetchall() == rows_of(harbour)[table.name]
    hits = connection.execute("select count(*) from documents_fts where documents_fts match 'warehouse'").fetchone()
    assert hits[0] > 0
    for view in ("claims_with_words", "lineage_with_titles", "findings_with_words", "one_origin_only"):
        assert connection.execute(f"select * from {view} limit 1").fetchall()
    connection.close()


def test_datasette_serves_the_database(harbour: Ledger, tmp_path: Path) -> None:
    need_module("datasette", "databases are opened with it")
    path = written(harbour, "sqlite", tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", str(path), "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        found = ask(f"http://127.0.0.1:{port}/story/claims_with_words.json?_shape=array&_size=5", server)
        assert len(found) == 5 and {"text", "words", "publisher"} <= set(found[0])
        found = ask(f"http://127.0.0.1:{port}/story/documents.json?_shape=array&_search=warehouse", server)
        assert found and "warehouse" in found[0]["text"].casefold()
    finally:
        server.terminate()
        server.communicate(timeout=20)


def ask(url: str, server: "subprocess.Popen[bytes]") -> Any:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                return json.load(answer)
        except (ConnectionError, urllib.error.URLError) as error:
            if isinstance(error, urllib.error.HTTPError) or server.poll() is not None:
                raise
            time.sleep(0.1)
    raise AssertionError("the server did not answer")
