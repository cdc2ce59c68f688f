"""A folder of CSV files, one a table (RFC 4180, UTF-8 with a mark so that spreadsheet programs know it)."""

import csv
from pathlib import Path

from twosource.ledger import Ledger
from twosource.report.export.cells import harmless
from twosource.report.export.tables import TABLES, rows_of


def write_csv(ledger: Ledger, path: Path) -> None:
    """One file a table; cells that a spreadsheet program would run as a formula are made harmless."""
    rows = rows_of(ledger)
    for table in TABLES:
        with (path / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.name for column in table.columns])
            writer.writerows([harmless(value) for value in row] for row in rows[table.name])
