"""What every engine can do: three verbs over Arrow tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol

BatchFunction = Callable[[Iterator[Any]], Iterator[Any]]
"""From Arrow record batches to Arrow record batches; it sees any number of rows, in any cut, and keeps no state."""


class Engine(Protocol):
    """Runs steps; a table is a `pyarrow.Table`."""

    def map(self, function: BatchFunction, table: Any, schema: Any) -> Any:
        """Apply a function to every batch of a table; the rows that come back, in input order, have `schema`."""

    def query(self, sql: str, tables: Mapping[str, Any], parameters: Mapping[str, float | int] | None = None) -> Any:
        """Run one SQL script over named tables; the result of its last statement.

        The SQL is the subset that DuckDB and Spark read alike, and says `order by` where the order matters.
        A parameter stands in the script as `:name` and is a number.
        """

    def shard(
        self, function: Callable[[Mapping[str, Any]], Any], tables: Mapping[str, Any], key: str, schema: Any
    ) -> Any:
        """Apply a function to the rows of all tables that share a value of `key`, one value at a time."""


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
