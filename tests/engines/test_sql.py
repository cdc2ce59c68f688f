"""Every query of the whole corpus gives one table on DuckDB and on Spark: the same file, the same types, the same bits."""

from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pytest
from benchmarks.generator.story import generate_corpus

from twosource.candidates import sql
from twosource.corpus.grouping import links_of_terms
from twosource.engines.local import LocalEngine
from twosource.engines.spark import SparkEngine
from twosource.extraction.terms import Term, term_batches
from twosource.records import Document, arrow_schema

QUERIES = sorted(path.name.removesuffix(".sql") for path in files("twosource").joinpath("sql").iterdir())


class Asked(NamedTuple):
    tables: dict[str, Any]
    limits: dict[str, float | int]


class Recorder(LocalEngine):
    """Keeps what each query was asked with."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str, Asked] = {}

    def query(self, sql: str, tables: Any, parameters: Any = None, *, into: Path | None = None) -> Any:
        self.asked[sql] = Asked(dict(tables), dict(parameters or {}))
        return super().query(sql, tables, parameters, into=into)


def documents() -> list[Document]:
    """Reports of some stories, on nine days; some have no date, some no publisher."""
    found = []
    for n, row in enumerate(generate_corpus(11, 240)):
        published = f"2031-03-{4 + n % 9:02}T{n % 24:02}:00:00+00:00" if n % 7 else None
        publisher = row["publisher"] if n % 11 else None
        found.append(Document(id=row["id"], text=row["text"], publisher=publisher, published=published))
    return found


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Asked]:
    """What the steps of a run ask, each query by its text."""
    engine, corpus = Recorder(), documents()
    numbers = pa.array(range(len(corpus)), pa.int64())
    texts = pa.table(
        {"document": numbers, "text": [one.text for one in corpus], "title": [one.title for one in corpus]}
    )
    terms = engine.map(term_batches, texts, arrow_schema(Term)).rename_columns(["position", "kind", "key", "count"])
    index = pa.table(
        {
            "document": numbers,
            "part": ["whole"] * len(corpus),
            "position": numbers,
            "publisher": [one.publisher for one in corpus],
            "published": [one.published for one in corpus],
        }
    )
    part = pa.array(["whole"] * terms.num_rows)
    links_of_terms(terms.append_column("part", part), index, engine, folder=tmp_path_factory.mktemp("steps"))
    return engine.asked


def ordered(table: pa.Table, text: str) -> pa.Table:
    """The rows in an order of their own where the query gives them none."""
    said = "order by" in text.rpartition(")")[2]
    return (table if said else table.sort_by([(name, "ascending") for name in table.column_names])).combine_chunks()


@pytest.mark.spark
@pytest.mark.parametrize("bite", [False, True], ids=["as set", "limits that bite"])
@pytest.mark.parametrize("name", QUERIES)
def test_a_query_gives_one_table_on_both_engines(name: str, bite: bool, asked: dict[str, Asked], session: Any) -> None:
    text = sql(name)
    tables, limits = asked[text]
    if bite:
        small = {one: 2 if isinstance(value, int) else value for one, value in limits.items()}
        limits = small | {"part": 1, "parts": 2}
        if "changed" in tables:  # where some are not, they are looked for in both directions of time
            tables = tables | {"changed": tables["changed"].slice(60)}
    local = ordered(LocalEngine().query(text, tables, limits), text)
    spark = ordered(SparkEngine(session).query(text, tables, limits), text)
    assert spark.schema == local.schema
    assert spark.equals(local)
    assert local.num_rows or bite
