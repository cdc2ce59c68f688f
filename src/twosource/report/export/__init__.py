"""The files people take away: one module a format, all from the same flat tables."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.errors import UsageError

if TYPE_CHECKING:  # the command line reads the names of the formats, and nothing else, before it knows what to do
    from twosource.ledger import Ledger

# What each format is, and the module of this package that writes it; `write_` and the format's name is its function.
FORMATS = {
    "html": ("the report as one page", "whole"),
    "json": ("the ledger as JSON", "whole"),
    "csv": ("a folder of CSV files, one a table", "csv_files"),
    "xlsx": ("an Excel workbook, one sheet a table", "workbook"),
    "parquet": ("a folder of Parquet files, one a table", "parquet_files"),
    "sqlite": ("an SQLite database with views and full-text search, for Datasette", "database"),
    "markdown": ("a folder of linked notes, one a report and a claim, for Obsidian", "notes"),
    "annotations": ("W3C Web Annotations as JSON-LD", "annotations"),
    "schema": ("schema.org Claim and drafts of ClaimReview, without a rating, as JSON-LD", "schema_org"),
}


def export(ledger: "Ledger", form: str, path: str | Path) -> None:
    """Write the ledger in one of `FORMATS` to a file, or for a format of many files to a folder.

    What stood there before stays until the new one is whole; a folder that holds other things raises `UsageError`.
    """
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}; the formats are {', '.join(FORMATS)}")
    writer: Callable[[Ledger, Path], None] = getattr(import_module(f"{__name__}.{FORMATS[form][1]}"), f"write_{form}")
    writer(ledger, Path(path))
