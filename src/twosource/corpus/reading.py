"""Inputs to parts of documents. An input that is read, and has not changed since, is not read again."""

import pickle
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from twosource.corpus.folder import Folder, digest
from twosource.engines.base import Engine, Seen
from twosource.read.documents import read_input
from twosource.read.inputs import Input, locate
from twosource.read.options import Options
from twosource.records import Document, Reject, arrow_table
from twosource.settings.corpus import PART_FURTHER, PART_LEAST, PART_MOST, TASK_BYTES, TASK_INPUTS


class Given(msgspec.Struct, frozen=True):
    """An input of the corpus: `key` changes when the file does, `place` when another file takes its place."""

    key: str
    place: str
    item: Input


class Manifest(msgspec.Struct, frozen=True):
    """What came of some inputs: the parts with their documents, and the rejects."""

    inputs: list[str]
    parts: list[str]
    documents: int
    rejects: dict[str, list[Reject]]


def given_inputs(inputs: Sequence[str | Path]) -> tuple[list[Given], list[Reject]]:
    """The inputs that paths, folders and globs name, and what of them is no input."""
    located, rejects = locate(inputs)
    return [_given(item) for item in located], rejects


def _given(item: Input) -> Given:
    if item.kind == "stream":
        return Given(key=digest(["-"]), place=digest(["-"]), item=item)
    named = [item.id, str(item.path.absolute()), item.part]
    try:
        status = item.path.stat()
        state = [str(status.st_size), str(status.st_mtime_ns)]
    except OSError:
        state = ["unreadable"]
    whole = msgspec.structs.replace(item, path=item.path.absolute())  # whoever reads it may stand in another folder
    return Given(key=digest([*named, *state]), place=digest(named), item=whole)


def manifests(folder: Folder) -> list[Manifest]:
    """What is read so far."""
    return [folder.read_json(f"read/{name}.json", Manifest) for name in folder.names("read", ".json")]


def read_inputs(given: Sequence[Given], folder: Folder, engine: Engine, options: Options, seen: Seen) -> None:
    """Read what is not read yet, several small inputs or one large one at a time."""
    import pyarrow as pa

    known = {key for manifest in manifests(folder) for key in manifest.inputs}
    tasks = [pickle.dumps(task) for task in _tasks([one for one in given if one.key not in known])]
    function = partial(_read_tasks, root=str(folder.root), options=options)
    engine.map(function, pa.table({"task": pa.array(tasks, pa.binary())}), counts(), rows=1, seen=seen)


def counts() -> Any:
    """The schema of what a step says of its work: how many documents are done."""
    import pyarrow as pa

    return pa.schema([("done", pa.int64())])


def _tasks(given: Sequence[Given]) -> Iterator[list[Given]]:
    task: list[Given] = []
    size = 0
    for one in given:
        own = one.item.path.stat().st_size if one.item.path.is_file() else 0
        if task and (size + own > TASK_BYTES or len(task) == TASK_INPUTS):
            yield task
            task, size = [], 0
        task.append(one)
        size += own
    if task:
        yield task


def _read_tasks(batches: Iterator[Any], *, root: str, options: Options) -> Iterator[Any]:
    import pyarrow as pa

    folder = Folder(Path(root))
    for batch in batches:
        done = 0
        for task in batch.column("task").to_pylist():
            done += _read_task(pickle.loads(task), folder, options)
        yield pa.RecordBatch.from_pydict({"done": [done]})


def _read_task(task: list[Given], folder: Folder, options: Options) -> int:
    rejects: dict[str, list[Reject]] = {}
    parts, count = [], 0
    for rows in _cut(_documents(task, options, rejects)):
        name = digest(text for row in rows for text in (row.place, row.document.id, row.content))
        if not folder.path("documents", f"{name}.parquet").exists():
            folder.write_table(f"documents/{name}.parquet", _part(rows))
        parts.append(name)
        count += len(rows)
    keys = [one.key for one in task]
    manifest = Manifest(inputs=keys, parts=parts, documents=count, rejects=rejects)
    folder.write_json(f"read/{digest(keys)}.json", manifest)
    return count


class _Row(NamedTuple):
    """A document with the place of its input and a hash of all that is known of it."""

    place: str
    document: Document
    content: str


def _documents(task: list[Given], options: Options, rejects: dict[str, list[Reject]]) -> Iterator[_Row]:
    for one in task:
        for outcome in read_input(one.item, options):
            if isinstance(outcome, Reject):
                rejects.setdefault(one.key, []).append(outcome)
            else:
                yield _Row(one.place, outcome, content_of(outcome))


def content_of(document: Document) -> str:
    """A hash of all that is known of a document but its id."""
    return digest([repr(msgspec.structs.replace(document, id=""))])


def _cut(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    """The rows in parts that end where the hash of a document says so."""
    part: list[_Row] = []
    for row in rows:
        part.append(row)
        ends = int(row.content[:8], 16) % PART_FURTHER == 0
        if (ends and len(part) >= PART_LEAST) or len(part) == PART_MOST:
            yield part
            part = []
    if part:
        yield part


def _part(rows: list[_Row]) -> Any:
    import pyarrow as pa

    table = arrow_table([row.document for row in rows], Document)
    table = table.append_column("input", pa.array([row.place for row in rows]))
    return table.append_column("content", pa.array([row.content for row in rows]))
