"""How work reaches the processes of one machine."""

import pyarrow as pa
import pytest

from engine_steps import total
from twosource.engines import local
from twosource.engines.local import LocalEngine, _packed


def test_a_slice_travels_without_its_table() -> None:
    table = pa.table({"text": ["x" * 1000] * 1000})
    (part, *_) = table.slice(500).to_batches(max_chunksize=2)
    packed = _packed(part)
    assert packed.size < 10_000
    assert pa.ipc.open_stream(packed).read_all().to_pylist() == part.to_pylist()


def test_a_large_table_in_memory_is_queried_as_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = pa.table({"a": [1, 2, 3], "b": [4, 5, 6]}), pa.table({"b": [4, 6], "c": [7, 8]})
    query = "select l.a, r.c from l join r on r.b = l.b order by l.a"
    small = LocalEngine().query(query, {"l": left, "r": right})
    monkeypatch.setattr(local, "SMALL_ROWS", 2)
    monkeypatch.setattr(local, "_database", None)
    assert LocalEngine().query(query, {"l": left, "r": right}) == small


@pytest.mark.parametrize("enough", [True, False])
def test_only_shards_of_many_bytes_start_processes(enough: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = pa.table({"number": [1, 2], "story": ["a", "b"]})
    monkeypatch.setattr(local, "POOL_FROM_BYTES", numbers.nbytes + (not enough))
    engine = LocalEngine(workers=2)
    schema = pa.schema([("total", pa.int64()), ("names", pa.int64())])
    assert engine.shard(total, {"numbers": numbers}, "story", schema)["total"].to_pylist() == [1, 2]
    assert (engine._processes is not None) is enough
