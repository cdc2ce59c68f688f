"""One body, every engine: what map, query and shard give."""

from pathlib import Path

import pyarrow as pa
import pytest

from engine_steps import NUMBER, double, refuse, stumble, total
from twosource.engines import local
from twosource.engines.base import Engine, bind
from twosource.engines.local import LocalEngine
from twosource.engines.stored import Stored, store
from twosource.errors import LedgerError, TwosourceError
from twosource.extraction.keys import Key, key_batches
from twosource.records import arrow_schema

NUMBERS = pa.table({"story": ["a", "b", "a", "c"], "number": [1, 2, 3, 4]})
NAMES = pa.table({"story": ["b", "c", "b"], "name": ["Dale", None, "Orrin"]})
TOTALS = pa.schema([("total", pa.int64()), ("names", pa.int64())])
MANY = pa.table({"number": range(700)})


def stored(table: pa.Table, folder: Path) -> Stored:
    """A table in two files, in a folder whose name must not be taken for a pattern."""
    half = table.num_rows // 2
    for n, part in enumerate((table.slice(0, half), table.slice(half))):
        store(part.to_batches(), part.schema, folder / f"part {n}")
    whole = folder / "whole [1]*"
    whole.mkdir()
    for n in (0, 1):
        (folder / f"part {n}" / "0.parquet").rename(whole / f"{n}.parquet")
    return Stored(whole)


def test_map_keeps_the_order_of_the_rows(engine: Engine) -> None:
    assert engine.map(double, MANY, NUMBER)["number"].to_pylist() == [2 * n for n in range(700)]


def test_map_of_a_stored_table_keeps_the_order_too(engine: Engine, tmp_path: Path) -> None:
    found = engine.map(double, stored(MANY, tmp_path), NUMBER, rows=100)
    assert found["number"].to_pylist() == [2 * n for n in range(700)]


def test_map_stores_what_it_gives_and_tells_of_every_batch(engine: Engine, tmp_path: Path) -> None:
    told: list[int] = []
    found = engine.map(double, MANY, NUMBER, into=tmp_path / "doubled", seen=lambda batch: told.append(batch.num_rows))
    assert found.table()["number"].to_pylist() == [2 * n for n in range(700)]
    assert [path.name for path in tmp_path.iterdir()] == ["doubled"]
    assert sum(told) == 700


def test_map_gives_the_table_of_one_process(engine: Engine) -> None:
    texts = [f"Barge {n} left the north jetty before the ferry could turn round" for n in range(300)]
    table = pa.table({"document": range(300), "text": texts})
    one = LocalEngine().map(key_batches, table, arrow_schema(Key))
    assert one.num_rows > 1000
    assert engine.map(key_batches, table, arrow_schema(Key)).equals(one)


def test_map_of_no_rows_is_a_table_without_rows(engine: Engine) -> None:
    assert engine.map(double, MANY.slice(0, 0), NUMBER).num_rows == 0


def test_an_error_of_this_package_comes_back_as_it_was_raised(engine: Engine) -> None:
    with pytest.raises(LedgerError, match=r"^the disk is full$"):
        engine.map(refuse, MANY, NUMBER)


def test_another_error_says_what_happened(engine: Engine) -> None:
    with pytest.raises((ZeroDivisionError, TwosourceError), match="divided by nothing") as raised:
        engine.map(stumble, MANY, NUMBER)
    assert "\n" not in str(raised.value)


def test_query_binds_numbers_and_sees_the_tables(engine: Engine) -> None:
    sql = "select story, number from numbers where number > :least order by number"
    assert engine.query(sql, {"numbers": NUMBERS}, {"least": 2}).to_pylist() == [
        {"story": "a", "number": 3},
        {"story": "c", "number": 4},
    ]


def test_query_joins_what_is_stored_with_what_is_not_and_stores_it(engine: Engine, tmp_path: Path) -> None:
    tables = {"numbers": stored(NUMBERS, tmp_path), "names": NAMES}
    sql = "select n.name, r.number from numbers r join names n on n.story = r.story order by n.name nulls last"
    found = engine.query(sql, tables, into=tmp_path / "joined").table()
    assert found.to_pylist() == [
        {"name": "Dale", "number": 2},
        {"name": "Orrin", "number": 2},
        {"name": None, "number": 4},
    ]


def test_a_table_of_one_query_is_unknown_to_the_next(engine: Engine) -> None:
    engine.query("select * from numbers", {"numbers": NUMBERS})
    with pytest.raises(Exception, match="numbers"):
        engine.query("select * from numbers", {"names": NAMES})


def test_shard_gives_each_story_whole_and_in_order(engine: Engine) -> None:
    found = engine.shard(total, {"numbers": NUMBERS, "names": NAMES}, "story", TOTALS)
    assert found.to_pydict() == {"total": [4, 2, 4], "names": [0, 2, 1]}


def test_shard_of_much_gives_the_same(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "POOL_FROM_BYTES", 1)
    found = engine.shard(total, {"numbers": NUMBERS, "names": NAMES}, "story", TOTALS)
    assert found.to_pydict() == {"total": [4, 2, 4], "names": [0, 2, 1]}


def test_shard_of_stored_tables_gives_the_same(engine: Engine, tmp_path: Path) -> None:
    told: list[int] = []
    tables = {"numbers": stored(NUMBERS, tmp_path), "names": NAMES}
    found = engine.shard(total, tables, "story", TOTALS, seen=lambda batch: told.append(batch.num_rows))
    assert found.to_pydict() == {"total": [4, 2, 4], "names": [0, 2, 1]}
    assert told == [1, 1, 1]
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith("tmp")]


def test_a_parameter_without_a_number_is_an_error_and_a_cast_is_none() -> None:
    assert bind("select a::bigint where b = :b", {"b": 1.5}) == "select a::bigint where b = 1.5e0"
    with pytest.raises(KeyError):
        bind("select :missing", {})
