"""Parts of documents to what they say, a part at a time."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from twosource.corpus.folder import Folder
from twosource.corpus.index import View, documents_of
from twosource.corpus.reading import counts
from twosource.engines.base import Engine, Seen
from twosource.extraction.document import extract_document
from twosource.pipeline import marked_documents
from twosource.records import Document, Extraction, arrow_table, from_arrow


def extract_parts(
    views: Sequence[View], folder: Folder, engine: Engine, seen: Seen, aliases: Mapping[str, str] | None = None
) -> None:
    """Extract the parts of which that is not done yet."""
    import pyarrow as pa

    done = set(folder.names("extractions"))
    missing = [msgspec.json.encode(view) for view in views if view.name not in done]
    function = partial(_extract_views, root=str(folder.root), aliases=aliases)
    engine.map(function, pa.table({"view": pa.array(missing, pa.binary())}), counts(), rows=1, seen=seen)


def _extract_views(batches: Iterator[Any], *, root: str, aliases: Mapping[str, str] | None) -> Iterator[Any]:
    import pyarrow as pa

    folder = Folder(Path(root))
    for batch in batches:
        for written in batch.column("view").to_pylist():
            view = msgspec.json.decode(written, type=View)
            yield pa.RecordBatch.from_pydict({"done": [_extract_view(view, folder, aliases)]})


def _extract_view(view: View, folder: Folder, aliases: Mapping[str, str] | None) -> int:
    documents = documents_of(view, folder)
    known = _known(view, folder)
    found = [known.get(one) or extract_document(one, aliases=aliases) for one in documents]
    marked = arrow_table(marked_documents(documents, found), Document)
    folder.write_table(f"marked/{view.name}.parquet", marked)
    folder.write_table(f"extractions/{view.name}.parquet", arrow_table(found, Extraction))
    return len(documents)


def _known(view: View, folder: Folder) -> dict[Document, Extraction]:
    """What documents of a part say by the view that earlier runs had of it, before one was removed or came twice."""
    found: dict[Document, Extraction] = {}
    for path in sorted(folder.path("extractions").glob(f"{view.part}*.parquet")):
        marked = from_arrow(folder.read_table(f"marked/{path.name}"), Document)
        said = from_arrow(folder.read_nested(f"extractions/{path.name}"), Extraction)
        found.update(zip((msgspec.structs.replace(one, boilerplate=()) for one in marked), said, strict=True))
    return found
