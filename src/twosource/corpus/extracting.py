"""Parts of documents to what they say, a part at a time."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from twosource.corpus.copies import retold
from twosource.corpus.folder import Folder
from twosource.corpus.index import View, copied_contents, documents_of, rows_of
from twosource.corpus.reading import content_of, counts
from twosource.engines.base import Engine, Seen
from twosource.extraction.document import extract_document
from twosource.pipeline import marked_documents
from twosource.records import Document, Extraction, arrow_table, from_arrow
from twosource.settings.corpus import ONE_TASK

# What documents that have copies say, while a run lasts: its workers may be on several machines.
_COPIES = "work/copies"


class Task(msgspec.Struct, frozen=True):
    """A part to extract, and the contents of documents in it that stand in the corpus more than once."""

    view: View
    copied: frozenset[str]


def extract_parts(
    views: Sequence[View], folder: Folder, engine: Engine, seen: Seen, aliases: Mapping[str, str] | None = None
) -> None:
    """Extract the parts of which that is not done yet; the index tells which documents are copies."""
    import pyarrow as pa

    done = set(folder.names("extractions"))
    copied = copied_contents(folder)
    missing = [Task(view, frozenset(copied.get(view.name, ()))) for view in views if view.name not in done]
    folder.path(_COPIES).mkdir(parents=True, exist_ok=True)
    function = partial(_extract_views, root=str(folder.root), aliases=aliases)
    tasks = pa.table({"task": pa.array(map(msgspec.json.encode, missing), pa.binary())})
    few = sum(rows_of(task.view, folder) for task in missing) <= ONE_TASK
    engine.map(function, tasks, counts(), rows=max(1, len(missing)) if few else 1, seen=seen)


def _extract_views(batches: Iterator[Any], *, root: str, aliases: Mapping[str, str] | None) -> Iterator[Any]:
    import pyarrow as pa

    folder = Folder(Path(root))
    for batch in batches:
        for written in batch.column("task").to_pylist():
            task = msgspec.json.decode(written, type=Task)
            yield pa.RecordBatch.from_pydict({"done": [_extract_view(task, folder, aliases)]})


def _extract_view(task: Task, folder: Folder, aliases: Mapping[str, str] | None) -> int:
    view = task.view
    documents = documents_of(view, folder)
    known = _known(view, folder)
    found = [known.get(one) or _said(one, task.copied, folder, aliases) for one in documents]
    marked = arrow_table(marked_documents(documents, found), Document)
    folder.write_table(f"marked/{view.name}.parquet", marked)
    folder.write_table(f"extractions/{view.name}.parquet", arrow_table(found, Extraction))
    return len(documents)


def _said(document: Document, copied: frozenset[str], folder: Folder, aliases: Mapping[str, str] | None) -> Extraction:
    """What a document says; of one that has copies, as the first of them was found to say it."""
    if not copied or (content := content_of(document)) not in copied:
        return extract_document(document, aliases=aliases)
    name = f"{_COPIES}/{content}.json"
    if folder.path(name).exists() and (told := retold(folder.read_json(name, Extraction), document.id)):
        return told
    found = extract_document(document, aliases=aliases)
    folder.write_json(name, found)
    return found


def _known(view: View, folder: Folder) -> dict[Document, Extraction]:
    """What documents of a part say by the view that earlier runs had of it, before one was removed or came twice."""
    found: dict[Document, Extraction] = {}
    for path in sorted(folder.path("extractions").glob(f"{view.part}*.parquet")):
        marked = from_arrow(folder.read_table(f"marked/{path.name}"), Document)
        said = from_arrow(folder.read_nested(f"extractions/{path.name}"), Extraction)
        found.update(zip((msgspec.structs.replace(one, boilerplate=()) for one in marked), said, strict=True))
    return found
