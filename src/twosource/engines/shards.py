"""Tables cut into shards, all rows of one value of a key: in memory, or in folders that Parquet files are divided into."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from twosource.engines.base import ShardFunction

# The column, and the beginning of the folders, by which rows are divided into shards.
SHARD = "shard_value"


def shards_in_memory(tables: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    """The rows of all tables for each value of the key, in order."""
    import pyarrow.compute as pc

    for value in sorted({value for table in tables.values() for value in table[key].unique().to_pylist()}):
        yield {name: table.filter(pc.equal(table[key], value)) for name, table in tables.items()}


def shard_folders(folder: Path) -> list[str]:
    """The names of the folders of a table that is divided by `SHARD`."""
    return [path.name for path in folder.glob(f"{SHARD}=*")]


def shard_table(names: Iterable[str]) -> Any:
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
