"""The two forms that hold everything in one file: the page and the ledger as JSON."""

from pathlib import Path

from twosource.ledger import Ledger


def write_html(ledger: Ledger, path: Path) -> None:
    """The report as one page."""
    from twosource.report.html import render

    path.write_bytes(render(ledger).encode())


def write_json(ledger: Ledger, path: Path) -> None:
    """The ledger as JSON."""
    path.write_bytes(ledger.to_json())
