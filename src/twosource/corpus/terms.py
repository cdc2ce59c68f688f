"""Parts of documents to the terms by which stories are found, a part at a time."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from twosource.corpus.folder import Folder
from twosource.corpus.index import View
from twosource.corpus.reading import counts
from twosource.engines.base import Engine, Seen
from twosource.extraction.terms import Term, find_terms
from twosource.records import arrow_schema
from twosource.settings.corpus import TERM_PARTS
from twosource.settings.stories import TERM_BATCH


def term_parts(views: Sequence[View], folder: Folder, engine: Engine, seen: Seen) -> None:
    """Find the terms of the parts of which that is not done yet."""
    import pyarrow as pa

    done = set(folder.names("terms"))
    missing = [view.part for view in views if view.part not in done]
    function = partial(_write_terms, root=str(folder.root))
    engine.map(function, pa.table({"part": pa.array(missing, pa.string())}), counts(), rows=TERM_PARTS, seen=seen)


def _write_terms(batches: Iterator[Any], *, root: str) -> Iterator[Any]:
    import pyarrow as pa

    folder = Folder(Path(root))
    for batch in batches:
        for part in batch.column("part").to_pylist():
            texts = folder.read_table(f"documents/{part}.parquet", columns=["text", "title"])
            folder.write_table(f"terms/{part}.parquet", _terms(texts, part))
            yield pa.RecordBatch.from_pydict({"done": [texts.num_rows]})


def _terms(texts: Any, part: str) -> Any:
    """The terms of all rows of a part, each by its position in the part."""
    import pyarrow as pa

    found, at = [arrow_schema(Term).empty_table()], 0
    for batch in texts.to_batches(max_chunksize=TERM_BATCH):
        index, *columns = find_terms(batch.column("text").to_pylist(), batch.column("title").to_pylist())
        found.append(pa.table([index + at, *columns], schema=arrow_schema(Term)))
        at += batch.num_rows
    terms = pa.concat_tables(found).rename_columns(["position", "kind", "key", "count"])
    names = pa.DictionaryArray.from_arrays(pa.array([0] * terms.num_rows, pa.int32()), [part])
    return terms.append_column("part", names.cast(pa.string()))
