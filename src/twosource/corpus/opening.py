"""The ledger of one story, or of a few, out of a corpus: only the parts that hold them are read."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from twosource.corpus.catalogue import opened
from twosource.corpus.judging import Judged
from twosource.errors import LedgerError, UsageError
from twosource.ledger import Ledger
from twosource.records import Decision, Document, Extraction, from_arrow


def open_ledger(
    path: str | os.PathLike[str], *, story: str | None = None, about: Iterable[str] = (), rank: str | None = None
) -> Ledger:
    """The ledger at a path; of a corpus only the stories meant, where any are named.

    `story` is the id of one, or its first digits; `about` names claims, by the first digits of their ids, or documents, and
    means the stories that hold them, as `rank` those that have a finding of it, of which two are enough to ask which is
    meant. What is named and not there, or not one alone, raises `LedgerError`.
    """
    names = list(about)
    if not Path(path).is_dir():
        if story is not None:
            raise UsageError(f"{os.fspath(path)} is the ledger of one story; leave out --story")
        return Ledger.open(path)
    if story is None and rank is None and not names:
        return Ledger.open(path)
    with opened(Path(path)) as connection:
        if story is not None:
            return _ledger(connection, [_story(connection, story)])
        return _ledger(connection, _holding(connection, names) if rank is None else _ranked(connection, rank))


def _story(connection: Any, name: str) -> str:
    found = connection.execute("select story from stories where starts_with(story, ?)", [name]).fetchall()
    if len(found) == 1:
        return str(found[0][0])
    if found:
        raise LedgerError(f"{len(found)} stories start with {name!r}; give more of the id")
    raise LedgerError(f"no story {name!r} in this corpus; `twosource corpus LEDGER --csv FOLDER` lists them")


def _holding(connection: Any, names: Sequence[str]) -> list[str]:
    """The stories that hold claims or documents of these names; of a claim whose name is no one's there is none."""
    found = connection.execute("select story from stories where list_has_any(documents, ?)", [list(names)]).fetchall()
    ids = "select story, claim.id as id from (select story, unnest(claims) as claim from judged)"
    for name in names:
        claims = connection.execute(f"select story, id from ({ids}) where starts_with(id, ?)", [name]).fetchall()
        if len({id for _, id in claims}) > 1:
            raise LedgerError(f"{len(claims)} claims start with {name!r}; give more of the id")
        found += claims
    return sorted({row[0] for row in found})


def _ranked(connection: Any, rank: str) -> list[str]:
    """Two stories at most that have a finding of this rank."""
    findings = "select story, unnest(findings) as finding from judged"
    found = connection.execute(
        f"select story from ({findings}) where finding.rank::varchar = ? order by story limit 2", [rank]
    )
    return [story for (story,) in found.fetchall()]


def _ledger(connection: Any, stories: Sequence[str]) -> Ledger:
    told = _rows(connection, "select * from judged where list_contains(?, story) order by story", stories, Judged)
    wanted = "select distinct unnest(documents) as id from stories where list_contains(?, story)"
    documents = sorted(row[0] for row in connection.execute(wanted, [list(stories)]).fetchall())
    said = _of(connection, "extractions", "document", documents, Extraction)
    return Ledger(
        documents=_of(connection, "marked", "id", documents, Document),
        statements=[row for one in said for row in one.statements],
        figures=[row for one in said for row in one.figures],
        dates=[row for one in said for row in one.dates],
        credits=[row for one in said for row in one.credits],
        inconsistencies=[row for one in said for row in one.inconsistencies],
        reuse=[row for one in told for row in one.reuse],
        lines=[row for one in told for row in one.lines],
        claims=[row for one in told for row in one.claims],
        findings=[row for one in told for row in one.findings],
        unclear=[row for one in told for row in one.unclear],
        decisions=from_arrow(connection.sql("select * from decisions").to_arrow_table(), Decision),
    )


def _of(connection: Any, kind: str, id: str, documents: Sequence[str], record: Any) -> list[Any]:
    """The rows of some documents, in order of id, from the parts they stand in."""
    parts = "select distinct view from read_parquet('index.parquet') where list_contains(?, id) order by view"
    files = [f"{kind}/{view}.parquet" for (view,) in connection.execute(parts, [list(documents)]).fetchall()]
    if not files:
        return []
    return _rows(
        connection,
        f"select * from read_parquet({files}) where list_contains(?, {id}) order by {id}",
        documents,
        record,
    )


def _rows(connection: Any, query: str, wanted: Sequence[str], record: Any) -> list[Any]:
    return from_arrow(connection.sql(query, params=[list(wanted)]).to_arrow_table(), record)
