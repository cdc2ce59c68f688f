"""What every engine can do: three verbs over tables, each an Arrow table or one that is stored."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

BatchFunction = Callable[[Iterator[Any]], Iterator[Any]]
"""From Arrow record batches to Arrow record batches; it sees any number of rows, in any cut, and keeps no state."""

Seen = Callable[[Any], None]
"""Is told of each record batch that is done."""

ShardFunction = Callable[[Mapping[str, Any]], Any]
"""From Arrow tables by name, which hold all rows of one shard, to one Arrow table."""


class Engine(Protocol):
    """Runs steps; a table is a `pyarrow.Table` or a `Stored`.

    With `into`, a folder that does not exist yet, the result is stored there and never held in memory as a whole; the
    folder appears when the result is complete.
    """

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
        """Apply a function to every batch of a table; the rows that come back, in input order, have `schema`.

        A batch has at most `rows` rows. `seen` is told of every batch that comes back while the work goes on.
        """

    def query(
        self,
        sql: str,
        tables: Mapping[str, Any],
        parameters: Mapping[str, float | int] | None = None,
        *,
        into: Path | None = None,
    ) -> Any:
        """Run one SQL query over named tables.

        The SQL is the subset that DuckDB and Spark read alike, and says `order by` where the order matters.
        A parameter stands in the script as `:name` and is a number.
        """

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
        """Apply a function to the rows of all tables that share a value of `key`, one value at a time, in order."""


def chunks(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """The rows in lists of at most `size`."""
    chunk: list[Any] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def bind(sql: str, parameters: Mapping[str, float | int]) -> str:
    """The script with each `:name` replaced by its number; a name without a number raises `KeyError`."""
    return re.sub(r"(?<![:\w]):([a-z_]+)\b", lambda name: _literal(parameters[name.group(1)]), sql)


def _literal(number: float | int) -> str:
    """A number as SQL: with an exponent it is a double on every engine, without one a decimal on some."""
    written = repr(number)
    return f"{written}e0" if isinstance(number, float) and "e" not in written else written
