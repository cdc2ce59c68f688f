"""The engine of one machine: DuckDB for queries, a pool of processes for functions."""

import atexit
import multiprocessing
import os
import tempfile
import threading
import weakref
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Any

from twosource.engines.base import BatchFunction, Seen, ShardFunction, bind
from twosource.engines.packing import packed_shards, run_packed_shards
from twosource.engines.shards import SHARD, shard_folders, shards_in_folders, shards_in_memory
from twosource.engines.stored import Stored, batches_of, collected, completed
from twosource.settings.engines import BATCH_ROWS, MEMORY, POOL_FROM_BYTES, POOL_FROM_ROWS, SMALL_ROWS, STORED_BYTES


@cache
def _database(threads: int) -> Any:
    """A database for small queries, opened once: opening one for every story of a few reports costs more than its query."""
    import duckdb

    spill = tempfile.TemporaryDirectory()
    atexit.register(spill.cleanup)
    return duckdb.connect(config=_config(threads, spill.name))


def _config(threads: int, spill: Path | str) -> dict[str, Any]:
    return {"threads": threads, "memory_limit": MEMORY, "temp_directory": str(spill)}


class LocalEngine:
    """Runs steps on this machine; the same tables come out with any number of `workers`.

    More than one worker starts processes that import the main module again, so a script that asks for them keeps its own
    work under `if __name__ == "__main__":`.
    """

    def __init__(self, *, workers: int = 1) -> None:
        self.workers = workers
        self._processes: ProcessPoolExecutor | None = None

    @property
    def _pool(self) -> ProcessPoolExecutor:
        """Processes that serve all steps, for starting them takes as long as extracting some 150 articles."""
        if self._processes is None:
            import pyarrow as pa

            pa.default_memory_pool().release_unused()  # what earlier steps held would stand idle beside the workers
            # Forking a process that runs DuckDB or Arrow threads can hang, so workers start clean.
            from multiprocessing import get_context

            clean = get_context("spawn")
            self._processes = ProcessPoolExecutor(self.workers, mp_context=clean, initializer=_end_with_parent)
            weakref.finalize(self, self._processes.shutdown, cancel_futures=True)
        return self._processes

    def _dismiss(self) -> None:
        """End the processes: what they hold would stand idle beside a query that takes all memory it may."""
        if self._processes is not None:
            self._processes.shutdown()
            self._processes = None

    def map(
        self,
        function: BatchFunction,
        table: Any,
        schema: Any,
        *,
        rows: int | None = None,
        into: Path | None = None,
        seen: Seen | None = None,
    ) -> Any:
        return collected(self._mapped(function, table, rows or BATCH_ROWS), schema, into, seen)

    def _mapped(self, function: BatchFunction, table: Any, rows: int) -> Iterator[Any]:
        batches = batches_of(table, rows)
        small = not isinstance(table, Stored) and table.num_rows < min(POOL_FROM_ROWS, 2 * rows)
        if self.workers == 1 or small:
            yield from function(batches)
            return
        waiting: deque[Future[list[Any]]] = deque()
        try:
            for batch in batches:
                waiting.append(self._pool.submit(_run, function, _packed(batch)))
                if len(waiting) > 2 * self.workers:  # so many are read ahead and no more
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:  # what is left after an error
            for future in waiting:
                future.cancel()

    def query(
        self,
        sql: str,
        tables: Mapping[str, Any],
        parameters: Mapping[str, float | int] | None = None,
        *,
        into: Path | None = None,
    ) -> Any:
        if not into and all(
            not isinstance(table, Stored) and table.num_rows <= SMALL_ROWS for table in tables.values()
        ):
            with _database(self.workers).cursor() as connection:
                for name, table in tables.items():
                    connection.register(name, table)
                return connection.sql(bind(sql, parameters or {})).to_arrow_table()

        import duckdb

        if into:
            self._dismiss()
        with (
            tempfile.TemporaryDirectory(dir=into.parent if into else None) as spill,
            duckdb.connect(config=_config(self.workers, spill)) as connection,
        ):
            # Queries are written in the order their joins should have: guessed sizes of lists of keys are far off.
            connection.execute("set disabled_optimizers = 'join_order'")
            # Rows of a result stand in any order, unless the query gives them one: keeping it takes memory.
            connection.execute("set preserve_insertion_order = false")
            for name, table in tables.items():
                given = connection.read_parquet(table.files) if isinstance(table, Stored) else table
                connection.register(name, given)
            bound = bind(sql, parameters or {})
            if not into:
                return connection.sql(bound).to_arrow_table()
            with completed(into) as part:
                found = connection.sql(bound)
                found.write_parquet(str(part / "0.parquet"), compression="zstd", row_group_size_bytes=STORED_BYTES)
            return Stored(into)

    def shard(
        self,
        function: ShardFunction,
        tables: Mapping[str, Any],
        key: str,
        schema: Any,
        *,
        into: Path | None = None,
        seen: Seen | None = None,
    ) -> Any:
        if not any(isinstance(table, Stored) for table in tables.values()):
            if self.workers > 1 and sum(table.nbytes for table in tables.values()) >= POOL_FROM_BYTES:
                run: BatchFunction = partial(run_packed_shards, function=function)
                return self.map(run, packed_shards(tables, key), schema, rows=1, into=into, seen=seen)
            whole = (batch for shard in shards_in_memory(tables, key) for batch in function(shard).to_batches())
            return collected(whole, schema, into, seen)
        with shards_in_folders(function, tables, partial(self._divide, key)) as (work, shards):
            return self.map(work, shards, schema, rows=1, into=into, seen=seen)

    def _divide(self, key: str, table: Any, folder: Path) -> list[str]:
        """Write a table in a folder for each value of the key; the names of those folders come back."""
        import duckdb

        with duckdb.connect(config=_config(self.workers, folder.parent)) as connection:
            connection.register("given", connection.read_parquet(table.files) if isinstance(table, Stored) else table)
            target = str(folder).replace("'", "''")
            written = f'select *, "{key}" as {SHARD} from given'
            connection.execute(f"copy ({written}) to '{target}' (format parquet, partition_by ({SHARD}))")
        return shard_folders(folder)


def _packed(batch: Any) -> Any:
    """A record batch as it travels to a process; pickled, a slice of a table would take the whole table with it."""
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return sink.getvalue()


def _end_with_parent() -> None:
    """In a worker: end when the process that started it does, which may be killed and then tells nobody."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _run(function: BatchFunction, packed: Any) -> list[Any]:
    import pyarrow as pa

    with pa.ipc.open_stream(packed) as stream:
        return list(function(iter(stream)))
