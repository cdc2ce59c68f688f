import pyarrow as pa
import pytest

from twosource.engines.base import bind
from twosource.engines.local import LocalEngine
from twosource.extraction.keys import Key, key_batches
from twosource.records import arrow_schema

NUMBERS = pa.table({"story": ["a", "b", "a", "c"], "number": [1, 2, 3, 4]})


def double(batches):
    for batch in batches:
        yield pa.RecordBatch.from_pydict({"number": [2 * n for n in batch["number"].to_pylist()]})


def total(tables):
    return pa.table({"total": [sum(tables["numbers"]["number"].to_pylist())]})


def test_map_keeps_the_order_of_the_rows():
    many = pa.table({"number": list(range(700))})
    found = LocalEngine().map(double, many, pa.schema([("number", pa.int64())]))
    assert found["number"].to_pylist() == [2 * n for n in range(700)]


def test_map_gives_the_same_table_with_two_workers():
    texts = [f"Barge {n} left the north jetty before the ferry could turn round" for n in range(300)]
    table = pa.table({"document": list(range(300)), "text": texts})
    one = LocalEngine(workers=1).map(key_batches, table, arrow_schema(Key))
    assert one.num_rows > 1000
    assert LocalEngine(workers=2).map(key_batches, table, arrow_schema(Key)).equals(one)


def test_map_of_no_rows_is_a_table_without_rows():
    assert LocalEngine().map(double, NUMBERS.slice(0, 0), pa.schema([("number", pa.int64())])).num_rows == 0


def test_query_binds_numbers_and_sees_the_tables():
    sql = "select story, number from numbers where number > :least order by number"
    assert LocalEngine().query(sql, {"numbers": NUMBERS}, {"least": 2}).to_pylist() == [
        {"story": "a", "number": 3},
        {"story": "c", "number": 4},
    ]


def test_shard_gives_each_story_whole_and_in_order():
    found = LocalEngine().shard(total, {"numbers": NUMBERS}, "story", pa.schema([("total", pa.int64())]))
    assert found["total"].to_pylist() == [4, 2, 4]


def test_a_parameter_without_a_number_is_an_error_and_a_cast_is_none():
    assert bind("select a::bigint where b = :b", {"b": 1.5}) == "select a::bigint where b = 1.5e0"
    with pytest.raises(KeyError):
        bind("select :missing", {})
