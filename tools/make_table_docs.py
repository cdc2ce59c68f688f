"""Writes docs/tables.md from the columns of the exported tables: `python tools/make_table_docs.py`."""

from pathlib import Path

from twosource.report.export.tables import TABLES

HEAD = """# The tables of an export

`twosource export LEDGER --format csv|xlsx|parquet|sqlite` writes these tables, each under its name. Ids are those of the
ledger; `start` and `end` are Unicode code points of the report's text, half-open. A value that is not known is empty. In CSV
and XLSX a text that a spreadsheet program would take for a formula comes with an apostrophe before it.

SQLite has besides: the views `claims_with_words`, `lineage_with_titles`, `findings_with_words` and `one_origin_only`, and the
full-text indexes `documents_fts`, `statements_fts` and `claims_fts`. Open it with `datasette story.sqlite`.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for table in TABLES:
        parts.append(
            f"\n## {table.name}\n\nOne row is {table.one_row}.\n\n| column | type | what it holds |\n|---|---|---|\n"
        )
        parts += [f"| `{column.name}` | {column.type} | {column.meaning} |\n" for column in table.columns]
    return "".join(parts)


if __name__ == "__main__":
    (Path(__file__).parents[1] / "docs" / "tables.md").write_text(page(), encoding="utf-8")
