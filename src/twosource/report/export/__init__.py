"""The files people take away: one module a format, all from the same flat tables."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from twosource.errors import UsageError

if TYPE_CHECKING:  # the command line reads the names of the formats, and nothing else, before it knows what to do
    from twosource.ledger import Ledger


class Format(NamedTuple):
    """A format: what it is, the module that writes it with `write_` and its name, and whether it is a folder."""

    meaning: str
    module: str
    folder: bool = False


FORMATS = {
    "html": Format("the report as one page", "whole"),
    "json": Format("the ledger as JSON", "whole"),
    "csv": Format("a folder of CSV files, one a table", "csv_files", folder=True),
    "xlsx": Format("an Excel workbook, one sheet a table", "workbook"),
    "parquet": Format("a folder of Parquet files, one a table", "parquet_files", folder=True),
    "sqlite": Format("an SQLite database with views and full-text search, for Datasette", "database"),
    "markdown": Format("a folder of linked notes, one a report and a claim, for Obsidian", "notes", folder=True),
    "webannotation": Format("W3C Web Annotations as JSON-LD", "annotations"),
    "schemaorg": Format("schema.org Claim and drafts of ClaimReview, without a rating, as JSON-LD", "schema_org"),
}


def export(ledger: "Ledger", form: str, path: str | Path, *, force: bool = False) -> None:
    """Write the ledger in one of `FORMATS` to a file, or for a format of many files to a folder.

    What stood there before stays until the new one is whole. What this program did not write, or somebody changed since,
    raises `UsageError`, unless forced; files that others put into a folder stay in any case.
    """
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}; the formats are {', '.join(FORMATS)}")
    from twosource.report.export.places import new_file, new_folder

    meant = FORMATS[form]
    write: Callable[[Ledger, Path], None] = getattr(import_module(f"{__name__}.{meant.module}"), f"write_{form}")
    with (new_folder if meant.folder else new_file)(Path(path), force=force) as place:
        write(ledger, place)
