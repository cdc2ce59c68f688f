"""How rows travel as bytes between a driver and its workers: whole batches, packed, so that every type stays what it is."""

import pickle
from collections.abc import Iterator, Mapping
from typing import Any

from twosource.engines.base import BatchFunction, ShardFunction
from twosource.engines.shards import shards_in_memory
from twosource.engines.stored import Stored
from twosource.errors import TwosourceError

FOUND = "place bigint, part bigint, found binary, error binary"
"""The columns of what `work` gives, in the words of Spark: where its rows go, and the rows or what went wrong."""


def cuts(table: Any, rows: int) -> Iterator[dict[str, Any]]:
    """A table in pieces, in order: of one in memory its rows, packed; of a stored one where they lie."""
    pieces = _lying(table) if isinstance(table, Stored) else _held(table, rows)
    yield from ({"place": place, **piece} for place, piece in enumerate(pieces))


def _lying(table: Stored) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as pq

    for name in table.files:
        with pq.ParquetFile(name) as file:
            yield from ({"file": name, "group": group} for group in range(file.num_row_groups))


def _held(table: Any, rows: int) -> Iterator[dict[str, Any]]:
    yield from ({"rows": pack(batch)} for batch in table.to_batches(max_chunksize=rows))


def packed_table(pieces: list[dict[str, Any]]) -> Any:
    """Pieces that `cuts` gave, as a table that Spark carries."""
    import pyarrow as pa

    kinds = {"place": pa.int64(), "rows": pa.binary(), "file": pa.string(), "group": pa.int64()}
    return pa.Table.from_pylist(pieces, schema=pa.schema(list(kinds.items())))


def work(batches: Iterator[Any], *, function: BatchFunction, rows: int) -> Iterator[Any]:
    """What a worker does with its pieces; an error of this package is a result, for there is no use in trying again."""
    for batch in batches:
        for piece in batch.to_pylist():
            try:
                for part, found in enumerate(function(_given(piece, rows))):
                    yield _row(piece["place"], part, found=pack(found))
            except TwosourceError as error:
                yield _row(piece["place"], -1, error=pickle.dumps(error))


def _given(piece: Mapping[str, Any], rows: int) -> Iterator[Any]:
    if piece["rows"] is not None:
        yield from unpack(piece["rows"])
        return
    import pyarrow.parquet as pq

    with pq.ParquetFile(piece["file"]) as file:
        yield from file.iter_batches(batch_size=rows, row_groups=[piece["group"]])


def _row(place: int, part: int, *, found: bytes | None = None, error: bytes | None = None) -> Any:
    import pyarrow as pa

    kinds = {"place": pa.int64(), "part": pa.int64(), "found": pa.binary(), "error": pa.binary()}
    row = {"place": [place], "part": [part], "found": [found], "error": [error]}
    return pa.RecordBatch.from_pydict(row, schema=pa.schema(list(kinds.items())))


def pack(rows: Any) -> bytes:
    """A record batch or a table as bytes."""
    import pyarrow as pa

    made = pa.BufferOutputStream()
    with pa.ipc.new_stream(made, rows.schema) as stream:
        stream.write(rows)
    return made.getvalue().to_pybytes()


def unpack(packed: bytes) -> list[Any]:
    """The record batches of what `pack` made."""
    import pyarrow as pa

    with pa.ipc.open_stream(packed) as stream:
        return list(stream)


def packed_shards(tables: Mapping[str, Any], key: str) -> Any:
    """One row for each value of a key of tables in memory, in order: all rows of all tables that have it, packed."""
    import pyarrow as pa

    packed = [
        pickle.dumps({name: pack(table) for name, table in shard.items()}) for shard in shards_in_memory(tables, key)
    ]
    return pa.table({"shard": pa.array(packed, pa.binary())})


def run_packed_shards(batches: Iterator[Any], *, function: ShardFunction) -> Iterator[Any]:
    """Apply a function to shards that `packed_shards` packed."""
    import pyarrow as pa

    for batch in batches:
        for shard in batch.column("shard").to_pylist():
            tables = {}
            for name, packed in pickle.loads(shard).items():
                with pa.ipc.open_stream(packed) as stream:
                    tables[name] = stream.read_all()
            yield from function(tables).to_batches()
