"""One document a row: CSV and Parquet."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Any

from twosource.read.content import Content
from twosource.read.inputs import Input
from twosource.read.options import FIELDS, Options
from twosource.read.outcome import Outcome, rejected
from twosource.read.rows import Rows
from twosource.settings.read import LARGEST_TEXT, PARQUET_ROWS

_DELIMITERS = ",;\t|"


def read_csv(content: Content, name: str, options: Options) -> Iterator[Outcome]:
    """The documents of a CSV file (RFC 4180) whose first line names its columns; a bad row is rejected, the rest goes on.

    The delimiter is the commonest of comma, semicolon, tab and bar in the first line.
    """
    csv.field_size_limit(LARGEST_TEXT)
    stream = io.TextIOWrapper(content.stream, _encoding(content), errors="replace", newline="")
    first = stream.readline()
    if not first:
        return
    delimiter = max(_DELIMITERS, key=first.count)
    header = next(csv.reader([first], delimiter=delimiter), [])
    if (problem := _no_text(header, options)) is not None:
        yield rejected(name, "no_text_column", problem)
        return
    rows, number, reader = Rows(name, options), 1, csv.reader(stream, delimiter=delimiter, strict=True)
    while True:
        number, place = reader.line_num + 2, f"{name}:{reader.line_num + 2}"
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield rejected(place, "bad_row", f"line {number}: {error}; mend it or leave it out")
            continue
        if row and (flaw := _row_flaw(row, header)):
            yield rejected(place, "bad_row", f"line {number}: {flaw}; mend it or leave it out")
        elif row:
            given = {column: value for column, value in zip(header, row, strict=True) if value != ""}
            yield from rows.take(given, number, place)


def _encoding(content: Content) -> str:
    beginning = content.stream.peek(65536)
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError:
        from resiliparse.parse.encoding import detect_encoding

        return detect_encoding(beginning) or "cp1252"
    return "utf-8-sig"


def _row_flaw(row: list[str], header: list[str]) -> str | None:
    if len(row) != len(header):
        return f"it has {len(row)} fields where the first line names {len(header)}"
    return "it holds NUL characters" if any("\0" in value for value in row) else None


def _no_text(columns: list[str], options: Options) -> str | None:
    wanted = options.columns.get("text", "text")
    if wanted in columns:
        return None
    shown = ", ".join(columns[:12]) or "none"
    return f"it has no column {wanted!r} (its columns: {shown}); name the one that holds the text: --column text=NAME"


def read_parquet(item: Input, options: Options) -> Iterator[Outcome]:
    """The documents of a Parquet file, a few hundred rows at a time; only columns that say something are read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows, number = Rows(item.id, options), 0
    try:
        with item.path.open("rb") as opened, pq.ParquetFile(opened) as file:
            columns = file.schema_arrow.names
            if (problem := _no_text(columns, options)) is not None:
                yield rejected(item.id, "no_text_column", problem)
                return
            wanted = {options.columns.get(field, field) for field in FIELDS}
            for batch in file.iter_batches(PARQUET_ROWS, columns=[name for name in columns if name in wanted]):
                for row in batch.to_pylist():
                    number += 1
                    given = {name: _plain(value) for name, value in row.items() if value is not None}
                    yield from rows.take(given, number, f"{item.id}:{number}")
    except (pa.ArrowException, OSError) as error:
        what = str(error).splitlines()[0]
        yield rejected(
            item.id, "corrupt", f"it is no sound Parquet file ({what}); what came before is kept; write it again"
        )


def _plain(value: Any) -> Any:
    """A value as JSON would hold it: dates in ISO 8601, decimals as text."""
    if isinstance(value, (str, int, float, list)):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
