"""The result of a run: what stands behind each claim of one story, kept as a DuckDB file; JSON is a view of it."""

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from twosource import __version__
from twosource.errors import LedgerError
from twosource.records import (
    Claim,
    Credit,
    Date,
    Decision,
    Document,
    Figure,
    Finding,
    Inconsistency,
    Line,
    Record,
    Reject,
    Reuse,
    Statement,
    Unclear,
    arrow_table,
    from_arrow,
)
from twosource.spans import Span

FORMAT = "twosource-ledger/1"
OFFSETS = "unicode code points, half-open"


class Run(Record):
    """How a ledger was made."""

    format: str = FORMAT
    version: str = __version__
    offsets: str = OFFSETS


class Ledger(msgspec.Struct, dict=True):
    """Every table of one story's result, rows in a fixed order."""

    documents: list[Document] = []
    statements: list[Statement] = []
    figures: list[Figure] = []
    dates: list[Date] = []
    credits: list[Credit] = []
    inconsistencies: list[Inconsistency] = []
    reuse: list[Reuse] = []
    lines: list[Line] = []
    claims: list[Claim] = []
    findings: list[Finding] = []
    unclear: list[Unclear] = []
    decisions: list[Decision] = []
    rejects: list[Reject] = []
    run: list[Run] = msgspec.field(default_factory=lambda: [Run()])

    def to_json(self, *, indent: int | None = 1) -> bytes:
        """The ledger as JSON, with a line break at its end; the same ledger gives the same bytes."""
        encoded = msgspec.json.encode(self.view())
        return (msgspec.json.format(encoded, indent=indent) if indent is not None else encoded) + b"\n"

    def view(self) -> dict[str, Any]:
        """What the JSON holds: one key a table; `lines` are lists of documents, `lineage` says more of each."""
        (run,) = self.run
        tables: dict[str, Any] = {name: getattr(self, name) for name in TABLES if name != "run"}
        lineage = tables.pop("lines")
        head = {"format": run.format, "version": run.version, "offsets": run.offsets}
        return head | tables | {"lines": [line.documents for line in lineage], "lineage": lineage}

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write a DuckDB file, one table a kind of record; an old file is replaced only when the new one is whole."""
        import duckdb

        whole, part = Path(path), Path(f"{os.fspath(path)}.part")
        part.unlink(missing_ok=True)
        try:
            with duckdb.connect(os.fspath(part)) as connection:
                for name, record in TABLES.items():
                    connection.register("rows", arrow_table(getattr(self, name), record))
                    connection.execute(f'create table "{name}" as select * from rows')
                    connection.unregister("rows")
            part.replace(whole)
        except (duckdb.Error, OSError) as error:
            raise LedgerError(
                f"cannot write the ledger {whole} ({error}); name a file in a folder you may write to"
            ) from error
        finally:
            part.unlink(missing_ok=True)

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, tables: Iterable[str] | None = None) -> "Ledger":
        """Read a ledger that `save` wrote, or some of its tables; one that is missing or of another kind raises `LedgerError`."""
        import duckdb

        whole = Path(path)
        if whole.is_dir():  # the folder of a corpus, whose catalogue names the parts below it
            whole = whole / "catalogue.duckdb"
        if not whole.is_file():
            how = "run CORPUS" if Path(path).is_dir() else "check REPORTS"
            raise LedgerError(f"no ledger at {path}, or it is not done; make it with: twosource {how} --ledger {path}")
        try:
            nearby = os.fspath(whole.parent.absolute())
            with duckdb.connect(os.fspath(whole), read_only=True, config={"file_search_path": nearby}) as connection:
                found = {name: connection.sql(f'select * from "{name}"').to_arrow_table() for name in tables or TABLES}
            return cls(**{name: from_arrow(table, TABLES[name]) for name, table in found.items()})
        except (duckdb.Error, msgspec.ValidationError) as error:
            raise LedgerError(f"{path} is no ledger of this version of twosource ({error}); make it again") from error

    def claim(self, claim_id: str) -> Claim:
        """The claim whose id starts with `claim_id`; none or several raise `LedgerError`."""
        found = [claim for claim in self.claims if claim.id.startswith(claim_id)]
        if len(found) == 1:
            return found[0]
        if found:
            raise LedgerError(f"{len(found)} claims start with {claim_id!r}; give more of the id")
        raise LedgerError(f"no claim {claim_id!r} in this ledger; `twosource show LEDGER` lists them")

    @cached_property
    def by_id(self) -> dict[str, dict[Any, Any]]:
        """The rows of the tables whose rows have an id, by id."""
        return {
            name: {row.id: row for row in getattr(self, name)}
            for name in ("documents", "statements", "figures", "claims")
        }

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Every span of the ledger with its document, for checks that all of them lie inside its text."""
        for name in TABLES:
            for row in getattr(self, name):
                yield from _spans(row, getattr(row, "document", getattr(row, "id", None)))


TABLES: dict[str, type[Record]] = {
    "documents": Document,
    "statements": Statement,
    "figures": Figure,
    "dates": Date,
    "credits": Credit,
    "inconsistencies": Inconsistency,
    "reuse": Reuse,
    "lines": Line,
    "claims": Claim,
    "findings": Finding,
    "unclear": Unclear,
    "decisions": Decision,
    "rejects": Reject,
    "run": Run,
}


def _spans(value: Any, document: Any) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield document, value
    elif isinstance(value, Reuse):
        for passage in value.passages:
            yield value.a, passage.a
            yield value.b, passage.b
    elif isinstance(value, Record):
        document = getattr(value, "document", document)
        for field in msgspec.structs.fields(value):
            yield from _spans(getattr(value, field.name), document)
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item, document)
