"""Exports written for the tests that read them."""

from pathlib import Path

from twosource.ledger import Ledger
from twosource.report.export import export


def written(ledger: Ledger, form: str, folder: Path) -> Path:
    path = folder / f"story.{form}"
    export(ledger, form, path)
    assert sorted(folder.iterdir()) == [path]
    return path


def contents(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
    return {str(file.relative_to(path)): file.read_bytes() for file in files}
