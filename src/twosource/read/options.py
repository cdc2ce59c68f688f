"""What a user may say of how to read."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from twosource.errors import UsageError


class Options(msgspec.Struct, frozen=True):
    """How inputs are read; the default reads each as formats say."""

    columns: Mapping[str, str] = msgspec.field(default_factory=dict)
    """The column that holds a field of a document, where it has another name: `{"text": "body"}`."""
    fast: bool = False
    """Take the main text of pages by the faster and coarser of two ways."""

    def renamed(self, row: dict[str, Any]) -> dict[str, Any]:
        """A row with its fields by their own names; a column of that name that stands for nothing gives way."""
        if not self.columns:
            return row
        taken = set(self.columns.values())
        kept = {name: value for name, value in row.items() if name not in taken and name not in self.columns}
        return kept | {field: row[column] for field, column in self.columns.items() if column in row}


AS_IT_IS = Options()

FIELDS = (
    "text", "id", "title", "publisher", "published", "url", "author", "language", "story", "canonical", "credited",
)  # fmt: skip


def column_names(given: Iterable[str]) -> dict[str, str]:
    """The columns that `text=body` and its like name; another field than those of a row raises `UsageError`."""
    pairs = [one.partition("=") for one in given]
    for field, equals, column in pairs:
        if field not in FIELDS or not equals or not column:
            written = f"{field}{equals}{column}"
            raise UsageError(f"--column {written} names no field; write text=NAME, or one of: {', '.join(FIELDS)}")
    return {field: column for field, _, column in pairs}
