"""An SQLite database with keys, views and full-text search; Datasette opens it as it is."""

import sqlite3
from pathlib import Path

from twosource.ledger import Ledger
from twosource.report.export.places import APPLICATION
from twosource.report.export.tables import TABLES, Table, rows_of

_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_KEYS = {"documents": "document", "lines": "line", "claims": "claim", "statements": "statement", "figures": "figure"}
_REFERS = {
    "document": "documents", "line": "lines", "claim": "claims", "statement": "statements", "figure": "figures",
    "a": "documents", "b": "documents", "parent": "documents", "related_figure": "figures",
}  # fmt: skip
_SEARCHED = {"documents": ("title", "text"), "statements": ("speaker", "words"), "claims": ("text", "attributed_to")}
_VIEWS = """
create view claims_with_words as
  select c.claim, c.text, c.verdict, c.number_of_origins, c.number_of_origins_high, c.attributed_to,
         d.publisher, d.title, d.published, m.stance, m.speaker, m.words, d.url
  from claims c join members m on m.claim = c.claim join documents d on d.document = m.document
  order by c.reports desc, c.claim, d.published, d.document;
create view lineage_with_titles as
  select l.kind, l.direction, p.publisher as parent_publisher, a.publisher as a_publisher, a.title as a_title,
         b.publisher as b_publisher, b.title as b_title, l.score, l.coverage_a, l.coverage_b, l.grounds, l.a, l.b
  from lineage l join documents a on a.document = l.a join documents b on b.document = l.b
  left join documents p on p.document = l.parent order by l.score desc, l.a, l.b;
create view findings_with_words as
  select f.rank, f.kind, f.detail, d.publisher, e.words, d.url
  from findings f join evidence e on e.rank = f.rank join documents d on d.document = e.document
  order by f.rank, d.document, e.start;
create view one_origin_only as
  select claim, text, reports, publishers, attributed_to from claims
  where reports > 1 and number_of_origins_high = 1 order by reports desc, claim;
"""


def write_sqlite(ledger: Ledger, path: Path) -> None:
    """One table a kind of row, views that join them, and full-text search over reports, statements and claims."""
    rows = rows_of(ledger)
    connection = sqlite3.connect(path)
    try:
        connection.execute(f"pragma application_id = {int.from_bytes(APPLICATION)}")
        for table in TABLES:
            connection.execute(_create(table))
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f"insert into {table.name} values ({marks})", rows[table.name])
        for name, columns in _SEARCHED.items():
            listed = ", ".join(columns)
            connection.execute(f"create virtual table {name}_fts using fts5({listed}, content={name})")
            connection.execute(f"insert into {name}_fts(rowid, {listed}) select rowid, {listed} from {name}")
        connection.executescript(_VIEWS)
        connection.commit()
        connection.execute("vacuum")
    finally:
        connection.close()


def _create(table: Table) -> str:
    key = _KEYS.get(table.name)
    parts = [
        f'"{column.name}" {_TYPES[column.type]}'
        + (" primary key" if column.name == key else "")
        + _reference(table, column.name, key)
        for column in table.columns
    ]
    return f'create table "{table.name}" ({", ".join(parts)})'


def _reference(table: Table, column: str, key: str | None) -> str:
    other = _REFERS.get(column)
    return f' references "{other}"("{_KEYS[other]}")' if other and column != key and table.name != "rejects" else ""
