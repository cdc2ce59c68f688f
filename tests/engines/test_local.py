"""How work reaches the processes of one machine."""

import pyarrow as pa

from twosource.engines.local import _packed


def test_a_slice_travels_without_its_table() -> None:
    table = pa.table({"text": ["x" * 1000] * 1000})
    (part, *_) = table.slice(500).to_batches(max_chunksize=2)
    packed = _packed(part)
    assert packed.size < 10_000
    assert pa.ipc.open_stream(packed).read_all().to_pylist() == part.to_pylist()
