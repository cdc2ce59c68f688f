"""The tables of a corpus as a ledger has them: views of its parts in a DuckDB file beside them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from twosource.corpus.folder import Folder, writing
from twosource.corpus.index import INDEX, View
from twosource.errors import LedgerError
from twosource.ledger import Run
from twosource.records import Decision, Reject, arrow_table
from twosource.settings.engines import MEMORY
from twosource.stories import Story

# What the rows of one document, and of one story, hold of each table.
_SAID = ("statements", "figures", "dates", "credits", "inconsistencies")
_TOLD = ("reuse", "lines", "claims", "findings", "unclear")


def write_catalogue(
    views: Sequence[View],
    stories: Mapping[str, Story],
    rejects: Sequence[Reject],
    decisions: Sequence[Decision],
    folder: Folder,
) -> None:
    """Write the views over the parts that belong to the corpus now; the paths in them are relative to its folder.

    Until then the tables of the last run are there to be read; while they give way to the new ones, there is none.
    """
    import duckdb

    with writing(folder.root):
        folder.path("catalogue.duckdb").unlink(missing_ok=True)
        folder.path(INDEX).replace(folder.path("index.parquet"))
    folder.write_table("stories.parquet", _stories(stories))
    folder.write_table("rejects.parquet", arrow_table(list(rejects), Reject))
    folder.write_table("run.parquet", arrow_table([Run()], Run))
    folder.write_table("decisions.parquet", arrow_table(list(decisions), Decision))
    whole, part = folder.path("catalogue.duckdb"), folder.path("catalogue.duckdb.part")
    part.unlink(missing_ok=True)
    with writing(folder.root):
        try:
            with duckdb.connect(str(part), config={"file_search_path": str(folder.root.absolute())}) as connection:
                for name, query in _queries(views, folder).items():
                    connection.execute(f'create view "{name}" as {query}')
                connection.execute("checkpoint")  # what cannot be written is told here, and not when the file is closed
            part.replace(whole)
        finally:
            for left in (part, folder.path("catalogue.duckdb.part.wal")):
                left.unlink(missing_ok=True)


def _stories(stories: Mapping[str, Story]) -> Any:
    import pyarrow as pa

    columns = ("story", "documents", "start", "end", "cut")
    table = {"key": list(stories)} | {name: [getattr(one, name) for one in stories.values()] for name in columns}
    kinds = [(name, pa.list_(pa.string()) if name == "documents" else pa.string()) for name in table]
    return pa.table(table, schema=pa.schema(kinds))


@contextmanager
def opened(root: Path) -> Iterator[Any]:
    """A connection to the tables of a corpus, to read; a folder that is none, or is not complete, raises `LedgerError`."""
    import duckdb

    folder = Folder(root)
    folder.made()
    catalogue = folder.path("catalogue.duckdb")
    if not catalogue.exists():
        raise LedgerError(f"the run that makes {root} is not done; run the same command again")
    config: dict[str, Any] = {"file_search_path": str(root.absolute()), "memory_limit": MEMORY}
    with duckdb.connect(str(catalogue), read_only=True, config=config) as connection:
        yield connection


def _queries(views: Sequence[View], folder: Folder) -> dict[str, str]:
    """The query of each view; rows stand in order of document or story, and within it as they were found."""
    marked, extracted = _files("marked", views), _files("extractions", views)
    judged = ", ".join(f"'judged/{name}.parquet'" for name in folder.names("judged"))
    queries = {
        "stories": "select * from read_parquet('stories.parquet') order by documents",
        "documents": f"select * from read_parquet([{marked}]) order by id",
        "extractions": f"select * from read_parquet([{extracted}]) order by document",
        "judged": f"select j.* from read_parquet([{judged}]) j semi join stories s on s.key = j.key",
        "rejects": "select * from read_parquet('rejects.parquet')",
        "decisions": "select * from read_parquet('decisions.parquet')",
        "run": "select * from read_parquet('run.parquet')",
    }
    for name in _SAID:
        queries[name] = _unnested(name, "extractions", "document as of_document", "of_document")
    for name in _TOLD:
        queries[name] = _unnested(name, "judged", "story", "story")
    return queries


def _files(kind: str, views: Sequence[View]) -> str:
    return ", ".join(f"'{kind}/{view.name}.parquet'" for view in views)


def _unnested(name: str, table: str, kept: str, order: str) -> str:
    rows = f'select {kept}, unnest("{name}") as r, generate_subscripts("{name}", 1) as place from {table}'
    return f"select {order}, unnest(r) from (select * from ({rows}) order by {order}, place)"
