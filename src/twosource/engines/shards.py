"""Tables cut into shards, all rows of one value of a key: in memory, or in folders that Parquet files are divided into."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from twosource.engines.base import BatchFunction, ShardFunction
from twosource.engines.stored import Stored

# The column, and the beginning of the folders, by which rows are divided into shards.
SHARD = "shard_value"


def shards_in_memory(tables: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    """The rows of all tables for each value of the key, in order."""
    import pyarrow.compute as pc

    for value in sorted({value for table in tables.values() for value in table[key].unique().to_pylist()}):
        yield {name: table.filter(pc.equal(table[key], value)) for name, table in tables.items()}


@contextmanager
def shards_in_folders(
    function: ShardFunction, tables: Mapping[str, Any], divide: Callable[[Any, Path], list[str]]
) -> Iterator[tuple[BatchFunction, Any]]:
    """What to map over which table of shards, while the tables lie divided in folders beside one that is stored.

    `divide` writes a table below a folder and gives the names of its shards' folders.
    """
    near = next(table.folder.parent for table in tables.values() if isinstance(table, Stored))
    with tempfile.TemporaryDirectory(dir=near) as divided:
        found = {shard for name, table in tables.items() for shard in divide(table, Path(divided) / name)}
        yield partial(run_shards, function=function, folder=divided, names=tuple(tables)), _shard_table(found)


def shard_folders(folder: Path) -> list[str]:
    """The names of the folders of a table that is divided by `SHARD`."""
    return [path.name for path in folder.glob(f"{SHARD}=*")]


def _shard_table(names: Iterable[str]) -> Any:
    """A table of shards, in order of their values, from the names of their folders."""
    import pyarrow as pa

    return pa.table({"shard": pa.array(sorted(names, key=unquote), pa.string())})


def run_shards(
    batches: Iterator[Any], *, function: ShardFunction, folder: str, names: tuple[str, ...]
) -> Iterator[Any]:
    """Apply a function to shards; their rows lie below `folder`, in a folder of the shard in one of each table."""
    for batch in batches:
        for shard in batch.column("shard").to_pylist():
            yield from function({name: _shard(Path(folder) / name, shard) for name in names}).to_batches()


def _shard(folder: Path, name: str) -> Any:
    """The rows of a table in one shard; a table of no rows where it has none there."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    files = sorted((folder / name).glob("*.parquet"))
    if files:
        return pa.concat_tables([pq.ParquetFile(one).read() for one in files])
    anywhere = next(iter(sorted(folder.glob("*/*.parquet"))), None)
    return pq.read_schema(anywhere).empty_table() if anywhere else pa.table({})
