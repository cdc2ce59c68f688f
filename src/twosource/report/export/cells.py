"""Cells of spreadsheets: text that a program would take for a formula is made harmless."""

from typing import Any

# What opens a formula, or a command, in one spreadsheet program or another (OWASP, "CSV Injection").
_OPENS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(value: Any) -> Any:
    """The value; text that would be run as a formula comes with an apostrophe before it, as such programs show text."""
    if isinstance(value, str):
        value = value.replace("\0", "\ufffd")
        return f"'{value}" if value.startswith(_OPENS_FORMULA) else value
    return value
