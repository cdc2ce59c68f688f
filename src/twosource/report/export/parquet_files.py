"""A folder of Parquet files, one a table."""

from pathlib import Path

from twosource.ledger import Ledger
from twosource.report.export.tables import TABLES, rows_of


def write_parquet(ledger: Ledger, path: Path) -> None:
    """One file a table, with the meaning of each column in its metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    rows = rows_of(ledger)
    for table in TABLES:
        fields = [pa.field(c.name, types[c.type], metadata={"meaning": c.meaning}) for c in table.columns]
        columns = list(zip(*rows[table.name], strict=True)) or [()] * len(fields)
        arrays = [pa.array(values, type=field.type) for values, field in zip(columns, fields, strict=True)]
        pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), path / f"{table.name}.parquet")
