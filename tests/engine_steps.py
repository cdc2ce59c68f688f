"""Functions that tests have engines run, and what runs leave; workers import them, so they stand in a module of their own."""

import os
import time
from pathlib import Path

import pyarrow as pa

from twosource.errors import LedgerError

NUMBER = pa.schema([("number", pa.int64())])


def double(batches):
    """Twice each number."""
    for batch in batches:
        yield pa.RecordBatch.from_pydict({"number": [2 * n for n in batch["number"].to_pylist()]})


def total(tables):
    """The sum of the numbers of a shard, and how many names it has."""
    names = tables["names"].num_rows if "names" in tables else 0
    return pa.table({"total": [sum(tables["numbers"]["number"].to_pylist())], "names": [names]})


def refuse(batches):
    """This package's own error, as a full disk raises it."""
    for _ in batches:
        raise LedgerError("the disk is full")
    yield


def stumble(batches):
    """An error that nobody foresaw."""
    for _ in batches:
        raise ZeroDivisionError("divided by nothing")
    yield


def tables_of(ledger: Path) -> dict[str, bytes]:
    """All that a run left behind but the catalogue, whose views hold no rows: the files of the tables, to the byte."""
    return {
        str(path.relative_to(ledger)): path.read_bytes()
        for path in sorted(ledger.rglob("*"))
        if path.is_file() and path.name != "catalogue.duckdb"
    }


def linger(batches):
    """Say who works, and take longer than any test waits."""
    for batch in batches:
        print(os.getpid(), flush=True)
        time.sleep(300)
        yield batch
