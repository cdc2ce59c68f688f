"""The engine of a cluster: Spark, by the same three verbs and with the same tables out.

Spark carries, plans and repeats; what a row means it does not see. Functions get the very Arrow batches they get on one
machine, packed into a column of bytes, so that no type is translated on the way there and back. Stored tables, and the
shards cut from them, lie in a folder that all workers see under one path.
"""

import pickle
import re
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from twosource.engines.base import BatchFunction, Seen, ShardFunction, bind, chunks
from twosource.engines.packing import FOUND, cuts, packed_shards, packed_table, run_packed_shards, unpack, work
from twosource.engines.shards import SHARD, shard_folders, shards_in_folders
from twosource.engines.spark_session import told_in_one_line
from twosource.engines.stored import Stored, collected, completed
from twosource.settings.engines import BATCH_ROWS, JOB_ROUNDS, JOBS_AT_ONCE


class SparkEngine:
    """Runs steps through a `pyspark.sql.SparkSession`, whose Python workers can import this package.

    What a worker raises of this package's own errors comes back as that error; when Spark gives up, it is an
    `EngineError`.
    """

    def __init__(self, session: Any) -> None:
        self._session = session

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
        with told_in_one_line():
            return collected(self._mapped(function, table, rows or BATCH_ROWS), schema, into, seen)

    def _mapped(self, function: BatchFunction, table: Any, rows: int) -> Iterator[Any]:
        """What comes back, in input order; while one job ends, the next one is under way, so that no worker waits."""
        threads = ThreadPoolExecutor(JOBS_AT_ONCE)
        try:
            waiting: deque[Future[list[Any]]] = deque()
            for some in chunks(cuts(table, rows), self._tasks()):
                waiting.append(threads.submit(self._job, partial(work, function=function, rows=rows), some))
                if len(waiting) > JOBS_AT_ONCE:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)

    def _tasks(self) -> int:
        """Tasks of one job: some rounds of all workers there are now."""
        return JOB_ROUNDS * int(self._session.sparkContext.defaultParallelism)

    def _job(self, function: BatchFunction, some: list[dict[str, Any]]) -> list[Any]:
        given = self._session.createDataFrame(packed_table(some)).repartition(len(some))
        found = given.mapInArrow(function, FOUND).toArrow().sort_by([("place", "ascending"), ("part", "ascending")])
        for error in found["error"].drop_null().to_pylist():
            raise pickle.loads(error)
        return [batch for packed in found["found"].to_pylist() for batch in unpack(packed)]

    def query(
        self,
        sql: str,
        tables: Mapping[str, Any],
        parameters: Mapping[str, float | int] | None = None,
        *,
        into: Path | None = None,
    ) -> Any:
        with told_in_one_line():
            try:
                for name, table in tables.items():
                    self._frame(table).createOrReplaceTempView(name)
                found = self._session.sql(bind(sql, parameters or {}))
                if not into:
                    return _nullable(found.toArrow())
                with completed(into) as part:
                    found.write.mode("overwrite").option("compression", "zstd").parquet(_address(part))
                return Stored(into)
            finally:
                with suppress(Exception):  # a session that is gone has no views, and what ended it is the error to tell
                    for name in tables:
                        self._session.catalog.dropTempView(name)

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
            run: BatchFunction = partial(run_packed_shards, function=function)
            return self.map(run, packed_shards(tables, key), schema, rows=1, into=into, seen=seen)
        with told_in_one_line(), shards_in_folders(function, tables, partial(self._divide, key)) as (run, shards):
            return self.map(run, shards, schema, rows=1, into=into, seen=seen)

    def _divide(self, key: str, table: Any, folder: Path) -> list[str]:
        """Write a table in a folder for each value of the key; the names of those folders come back."""
        whole = self._frame(table)
        marked = whole.withColumn(SHARD, whole[key]).repartition(SHARD)
        marked.write.partitionBy(SHARD).option("compression", "zstd").parquet(_address(folder))
        return shard_folders(folder)

    def _frame(self, table: Any) -> Any:
        if isinstance(table, Stored):
            return self._session.read.parquet(*(_pattern(_address(Path(name))) for name in table.files))
        return self._session.createDataFrame(table)


def _address(path: Path) -> str:
    """A path as Spark's file systems name it: without the scheme it may be one of a cluster's own file system."""
    return f"file:///{path.absolute().as_posix().lstrip('/')}"


def _pattern(address: str) -> str:
    """An address to read from, where some characters stand for many names."""
    return re.sub(r"([][{}*?\\,^])", r"\\\1", address)


def _nullable(table: Any) -> Any:
    """A table as DuckDB gives it: whether a column may hold nulls is not said."""
    import pyarrow as pa

    return table.cast(pa.schema([pa.field(field.name, field.type) for field in table.schema]))
