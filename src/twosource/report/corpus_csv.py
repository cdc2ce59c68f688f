"""The tables of a corpus as CSV files, for a spreadsheet or a statistics program."""

import csv
from pathlib import Path

import msgspec

from twosource.report.corpus_pages import TABLES, Corpus
from twosource.report.export.cells import harmless


def write_corpus_csv(corpus: Corpus, path: Path) -> None:
    """One file a table into a folder; cells that a spreadsheet program would run as a formula are made harmless."""
    for name, record in TABLES.items():
        columns = [field.name for field in msgspec.structs.fields(record)]
        with (path / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows([harmless(getattr(row, column)) for column in columns] for row in getattr(corpus, name))
