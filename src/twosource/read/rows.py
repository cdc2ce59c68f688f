"""One document a row: JSON Lines, and JSON that holds one row or a list of rows."""

import io
import json
from collections.abc import Iterator
from typing import Any

import msgspec

from twosource.read.content import Content
from twosource.read.decode import decode
from twosource.read.options import AS_IT_IS, Options
from twosource.read.outcome import Flaw, Outcome, finished, rejected
from twosource.records import Document
from twosource.settings.read import LARGEST_TEXT

_MARK = b"\xef\xbb\xbf"
_NOT_JSON = (msgspec.DecodeError, RecursionError)


class Row(msgspec.Struct):
    """What a row may say; fields that it has besides are passed over."""

    text: str
    id: str | int | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | int | float | None = None
    url: str | None = None
    author: str | list[str] | None = None
    language: str | None = None
    story: str | int | None = None
    canonical: str | None = None
    credited: str | list[str] | None = None


class Rows:
    """Makes documents of the rows of one input, of the given name, whose ids may not repeat."""

    def __init__(self, name: str, options: Options = AS_IT_IS) -> None:
        self.name = name
        self.options = options
        self._first: dict[str, int] = {}

    def read(self, written: bytes, number: int, *, alone: bool = False) -> Iterator[Outcome]:
        """The document of one row, or its rejects; a row `alone` in its file is named as the file."""
        place = self.name if alone else f"{self.name}:{number}"
        try:
            row: Any = msgspec.json.decode(_utf8(written), type=dict if self.options.columns else Row)
        except _NOT_JSON as error:
            yield rejected(place, "bad_row", f"line {number}: {_problem(error)}; mend it or leave it out")
            return
        yield from self.take(row, number, place) if isinstance(row, dict) else self._finish(row, number, place)

    def take(self, given: dict[str, Any], number: int, place: str) -> Iterator[Outcome]:
        """The document of a row that is a mapping of its columns, or its rejects."""
        try:
            row = msgspec.convert(self.options.renamed(given), Row)
        except msgspec.ValidationError as error:
            yield rejected(place, "bad_row", f"line {number}: {error}; mend it or leave it out")
            return
        yield from self._finish(row, number, place)

    def _finish(self, row: Row, number: int, place: str) -> Iterator[Outcome]:
        id = str(row.id) if row.id not in (None, "") else place
        first = self._first.setdefault(id, number)
        if first != number:
            detail = f"line {number} has the id {id!r} of line {first}; give each row an id of its own"
            yield rejected(place, "duplicate_id", detail)
            return
        yield from finished(_document(row, id))

    def bad(self, number: int, error: Exception) -> Outcome:
        return rejected(self.name, "bad_row", f"line {number}: {_problem(error)}; what came before is kept")


def _document(row: Row, id: str) -> Document:
    authors = ", ".join(row.author) if isinstance(row.author, list) else row.author
    return Document(
        id=id,
        text=row.text,
        title=row.title,
        publisher=row.publisher,
        published=None if row.published is None else str(row.published),
        url=row.url,
        author=authors,
        language=row.language,
        story=None if row.story is None else str(row.story),
        canonical=row.canonical,
        credited=(row.credited,) if isinstance(row.credited, str) else tuple(row.credited or ()),
    )


def read_lines(content: Content, name: str, options: Options = AS_IT_IS) -> Iterator[Outcome]:
    """The documents of JSON Lines; a bad line is rejected with its number and error, and the rest goes on."""
    rows, number = Rows(name, options), 0
    while line := content.stream.readline(LARGEST_TEXT + 1):
        number += 1
        if len(line) > LARGEST_TEXT:
            yield rejected(f"{name}:{number}", "too_large", f"line {number} is above {LARGEST_TEXT:,} bytes; divide it")
            while line and not line.endswith(b"\n"):
                line = content.stream.readline(LARGEST_TEXT)
        elif content.flaw and not line.endswith(b"\n"):
            return  # the line that the damage cuts through; the flaw of the whole file stands for it
        elif line.strip().removeprefix(_MARK):
            yield from rows.read(line.removeprefix(_MARK), number)


def read_json(written: bytes, name: str, options: Options = AS_IT_IS) -> Iterator[Outcome]:
    """The documents of a JSON value, which is a row or a list of rows, or of JSON Lines named as JSON."""
    text = decode(written)
    if isinstance(text, Flaw):
        yield rejected(name, *text)
        return
    written, rows = text.encode(), Rows(name, options)
    if text.lstrip().startswith("["):
        yield from _read_list(text, rows)
    elif _is_json(written) or not _is_json(written.lstrip().partition(b"\n")[0]):
        yield from rows.read(written, 1, alone=True)
    else:
        yield from read_lines(Content(io.BufferedReader(io.BytesIO(written)), None), name, options)


def _read_list(text: str, rows: Rows) -> Iterator[Outcome]:
    try:
        listed = msgspec.json.decode(text, type=list[msgspec.Raw])
    except _NOT_JSON:
        yield from _read_broken_list(text, rows)
        return
    for number, row in enumerate(listed, 1):
        yield from rows.read(bytes(row), number)


def _read_broken_list(text: str, rows: Rows) -> Iterator[Outcome]:
    """The rows before the place where a list breaks off, and one reject for it."""
    decoder, at, number = json.JSONDecoder(), text.index("[") + 1, 0
    while True:
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield rows.bad(text.count("\n", 0, at) + 1, error)
            return
        number += 1
        yield from rows.read(text[at:end].encode(), number)
        at = end


def _is_json(written: bytes) -> bool:
    try:
        msgspec.json.decode(written, type=msgspec.Raw)
    except _NOT_JSON:
        return False
    return True


def _utf8(line: bytes) -> bytes:
    """The line in UTF-8, which JSON is written in (RFC 8259), though older files are not."""
    try:
        line.decode()
    except UnicodeDecodeError:
        text = decode(line)
        return line if isinstance(text, Flaw) else text.encode()
    return line


def _problem(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
