"""The engine of one machine: DuckDB for queries, a pool of processes for functions."""

import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from twosource.engines.base import BatchFunction
from twosource.settings.engines import BATCH_ROWS, POOL_FROM_ROWS


class LocalEngine:
    """Runs steps on this machine; the same tables come out with any number of `workers`.

    More than one worker starts processes that import the main module again, so a script that asks for them keeps its own
    work under `if __name__ == "__main__":`.
    """

    def __init__(self, *, workers: int = 1) -> None:
        self.workers = workers

    def map(self, function: BatchFunction, table: Any, schema: Any) -> Any:
        import pyarrow as pa

        batches = table.to_batches(max_chunksize=BATCH_ROWS)
        if self.workers == 1 or table.num_rows < POOL_FROM_ROWS:
            return pa.Table.from_batches(list(function(iter(batches))), schema=schema)
        with self._pool() as pool:
            results = pool.map(_run, [function] * len(batches), batches)
            return pa.Table.from_batches([batch for found in results for batch in found], schema=schema)

    def query(self, sql: str, tables: Mapping[str, Any], parameters: Mapping[str, float | int] | None = None) -> Any:
        import duckdb

        with duckdb.connect(config={"threads": self.workers}) as connection:
            for name, table in tables.items():
                connection.register(name, table)
            return connection.sql(bind(sql, parameters or {})).to_arrow_table()

    def shard(
        self, function: Callable[[Mapping[str, Any]], Any], tables: Mapping[str, Any], key: str, schema: Any
    ) -> Any:
        import pyarrow as pa
        import pyarrow.compute as pc

        values = sorted({value for table in tables.values() for value in table[key].unique().to_pylist()})
        shards = (
            {name: table.filter(pc.equal(table[key], value)) for name, table in tables.items()} for value in values
        )
        return pa.concat_tables([schema.empty_table(), *(function(shard) for shard in shards)])

    def _pool(self) -> ProcessPoolExecutor:
        # Forking a process that runs DuckDB or Arrow threads can hang, so workers start clean.
        from multiprocessing import get_context

        return ProcessPoolExecutor(self.workers, mp_context=get_context("spawn"))


def bind(sql: str, parameters: Mapping[str, float | int]) -> str:
    """The script with each `:name` replaced by its number; a name without a number raises `KeyError`."""
    return re.sub(r"(?<![:\w]):([a-z_]+)\b", lambda name: repr(parameters[name.group(1)]), sql)


def _run(function: BatchFunction, batch: Any) -> list[Any]:
    def one() -> Iterator[Any]:
        yield batch

    return list(function(one()))
