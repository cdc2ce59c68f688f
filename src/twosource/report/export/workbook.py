"""An Excel workbook, one sheet a table."""

import math
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from twosource.errors import UsageError
from twosource.ledger import Ledger
from twosource.report.export.cells import harmless
from twosource.report.export.places import COMMENT
from twosource.report.export.tables import TABLES, rows_of

# Excel's own limit of characters in a cell; what is longer is cut, and says so.
LONGEST_CELL = 32_767
CUT = " … (cut)"
# Characters that XML 1.0 does not allow, which no workbook can hold.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDTHS = {"text": 28, "integer": 10, "number": 12, "boolean": 10}
# A workbook carries a date of making; a fixed one makes the same ledger the same bytes.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_xlsx(ledger: Ledger, path: Path) -> None:
    """One sheet a table with its header frozen; the texts of the reports are left out."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise UsageError("a workbook needs xlsxwriter; install it with: pip install 'twosource[xlsx]'") from error

    rows = rows_of(ledger)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": _MADE})
        bold = book.add_format({"bold": True})
        for table in TABLES:
            kept = [at for at, column in enumerate(table.columns) if (table.name, column.name) != ("documents", "text")]
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            for place, at in enumerate(kept):
                column = table.columns[at]
                sheet.set_column(place, place, _WIDTHS[column.type])
                sheet.write_string(0, place, column.name, bold)
            for number, row in enumerate(rows[table.name], 1):
                for place, at in enumerate(kept):
                    _write(sheet, number, place, row[at])
            sheet.autofilter(0, 0, len(rows[table.name]), len(kept) - 1)
    with zipfile.ZipFile(path, "a") as packed:
        packed.comment = COMMENT


def _write(sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float) and math.isfinite(value):
        sheet.write_number(row, column, value)
    elif value is not None:
        text = harmless(_NOT_XML.sub("\ufffd", str(value)))
        sheet.write_string(row, column, text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT)
