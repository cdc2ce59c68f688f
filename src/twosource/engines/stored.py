"""Tables that are stored: folders of Parquet files, read a batch at a time and written whole or not at all."""

import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from twosource.engines.base import Seen
from twosource.settings.engines import STORED_ROWS


class Stored(msgspec.Struct, frozen=True):
    """A table in a folder of Parquet files, its rows in order of the files' names; `names` are some of them."""

    folder: Path
    names: tuple[str, ...] | None = None

    @property
    def files(self) -> list[str]:
        """The paths of the files, in order."""
        if self.names is not None:
            return [str(self.folder / name) for name in sorted(self.names)]
        return sorted(str(path) for path in self.folder.glob("*.parquet"))

    def batches(self, rows: int, columns: list[str] | None = None) -> Iterator[Any]:
        """The table in record batches of at most `rows` rows."""
        import pyarrow.parquet as pq

        for name in self.files:
            with pq.ParquetFile(name) as file:
                yield from file.iter_batches(batch_size=rows, columns=columns)

    def table(self) -> Any:
        """The whole table in memory."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        return pa.concat_tables([pq.read_table(name) for name in self.files])


def batches_of(table: Any, rows: int) -> Iterator[Any]:
    """Any table in record batches of at most `rows` rows."""
    if isinstance(table, Stored):
        yield from table.batches(rows)
    else:
        yield from table.to_batches(max_chunksize=rows)


def in_memory(table: Any) -> Any:
    """Any table as an Arrow table."""
    return table.table() if isinstance(table, Stored) else table


def store(batches: Iterable[Any], schema: Any, folder: Path) -> Stored:
    """Write batches as a table; the folder appears when it is complete."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with completed(folder) as part, pq.ParquetWriter(part / "0.parquet", schema, compression="zstd") as writer:
        waiting: list[Any] = []
        for batch in batches:
            waiting.append(batch)
            if sum(one.num_rows for one in waiting) >= STORED_ROWS:
                writer.write_table(pa.Table.from_batches(waiting, schema=schema))
                waiting = []
        if waiting:
            writer.write_table(pa.Table.from_batches(waiting, schema=schema))
    return Stored(folder)


@contextmanager
def completed(folder: Path) -> Iterator[Path]:
    """An empty folder to fill, which takes the place of `folder` when the context ends well; else nothing is left of it.

    Nothing else writes there, and it lies beside `folder`.
    """
    part = folder.with_name(f"{folder.name}.part.{secrets.token_hex(8)}")
    try:
        part.mkdir(parents=True)
        yield part
        shutil.rmtree(folder, ignore_errors=True)
        part.replace(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def collected(batches: Iterable[Any], schema: Any, into: Path | None, seen: Seen | None = None) -> Any:
    """Batches as a table, stored where a folder is given; `seen` is told of each."""
    import pyarrow as pa

    if seen:
        batches = _told(batches, seen)
    return store(batches, schema, into) if into else pa.Table.from_batches(list(batches), schema=schema)


def _told(batches: Iterable[Any], seen: Seen) -> Iterator[Any]:
    for batch in batches:
        seen(batch)
        yield batch


def give_back() -> None:
    """Give back to the machine what tables took that are gone: the memory of processes comes on top of it."""
    import pyarrow as pa

    pa.default_memory_pool().release_unused()
