"""Which documents the corpus has, where each stands, and its number and id; what was read twice counts once."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from twosource.corpus.folder import Folder, digest
from twosource.corpus.reading import Given, Manifest, manifests
from twosource.read.outcome import rejected
from twosource.records import Document, Reject, from_arrow
from twosource.settings.engines import MEMORY

# Where the index lies while a run lasts: the one beside the catalogue is that of the run before.
INDEX = "work/index.parquet"

_PLACES = "part, position, id, sha256, url, input"


class Change(msgspec.Struct, frozen=True):
    """A row of a part that is no document of the corpus (`id` None), or is one under another id."""

    position: int
    id: str | None


class View(msgspec.Struct, frozen=True):
    """A part of documents as the corpus sees it; its `name` changes with what it leaves out or renames."""

    name: str
    part: str
    exceptions: tuple[Change, ...] = ()


def views(given: Sequence[Given], folder: Folder) -> tuple[list[View], list[Reject]]:
    """The parts of the inputs given, in order of name, and the rejects of reading them."""
    active = {one.key: one for one in given}
    known = [manifest for manifest in manifests(folder) if not active.keys().isdisjoint(manifest.inputs)]
    held = {
        (part, active[key].place): active[key].item.id
        for manifest in known
        for key in manifest.inputs
        if key in active
        for part in manifest.parts
    }
    parts = sorted({part for part, _ in held})
    rejects = [reject for key, found in _rejects(known).items() if key in active for reject in found]
    if not parts:
        return [], rejects
    exceptions, repeated = _exceptions(parts, held, folder)
    found = [_view(part, tuple(exceptions.get(part, ()))) for part in parts]
    ordered = sorted({*rejects, *repeated}, key=lambda one: (one.document, one.reason, one.detail))
    return found, ordered


def _rejects(known: Sequence[Manifest]) -> dict[str, list[Reject]]:
    return {key: found for manifest in known for key, found in manifest.rejects.items()}


def _view(part: str, exceptions: tuple[Change, ...]) -> View:
    if not exceptions:
        return View(name=part, part=part)
    return View(name=f"{part}-{digest([repr(exceptions)])[:16]}", part=part, exceptions=exceptions)


def _exceptions(
    parts: list[str], held: Mapping[tuple[str, str], str], folder: Folder
) -> tuple[dict[str, list[Change]], list[Reject]]:
    """Rows of inputs that are gone, second readings, and ids that two documents claim.

    `held` are the inputs of which a part holds what stands in them now.
    """
    found: dict[str, list[Change]] = {}
    rejects: list[Reject] = []
    kept: set[tuple[str, str]] = set()
    texts: dict[tuple[str, str], str] = {}
    claimed: dict[str, list[tuple[str, int, str, str]]] = {}
    for part, position, id, sha256, url, input in _doubtful(parts, held, folder):
        if input and (id, sha256) in kept:
            again = f"the same id and text came twice, the second time in {input}; kept once"
            rejects.append(rejected(id, "duplicate_id", again))
        elif input and url and (url, sha256) in texts:
            again = f"the same text from the same address as {texts[url, sha256]}; kept once"
            rejects.append(rejected(id, "duplicate", again))
        elif input:
            kept.add((id, sha256))
            texts[url, sha256] = id
            claimed.setdefault(id, []).append((part, position, input, sha256))
            continue
        found.setdefault(part, []).append(Change(position=position, id=None))
    for id, places in claimed.items():
        if len(places) > 1:
            for (part, position, _, _), name in zip(places, _longer(id, places), strict=True):
                found.setdefault(part, []).append(Change(position=position, id=name))
    return {part: sorted(rows, key=lambda row: row.position) for part, rows in found.items()}, rejects


def _longer(id: str, places: list[tuple[str, int, str, str]]) -> list[str]:
    """Ids that tell apart what claims one: the input before it, and then the hash of the text behind it."""
    names = [id if input in ("", id) else f"{input}/{id}" for _, _, input, _ in places]
    doubled = {name for name in names if names.count(name) > 1}
    return [
        f"{name}#{sha[:8]}" if name in doubled else name for name, (_, _, _, sha) in zip(names, places, strict=True)
    ]


def _doubtful(parts: list[str], held: Mapping[tuple[str, str], str], folder: Folder) -> list[tuple[Any, ...]]:
    """The rows whose id or whose address and text another row has, or whose input is gone, in a fixed order."""
    import pyarrow as pa

    columns = {
        "part": [part for part, _ in held],
        "input": [place for _, place in held],
        "name": list(held.values()),
    }
    with _connected(folder) as connection:
        connection.register("active", pa.table(columns))
        connection.execute(f"create view rows as {_rows(parts, folder)}")
        return connection.sql(
            f"""
            with counted as (
              select r.* exclude (input), a.name as input, a.input is not null as present,
                     count(*) filter (a.input is not null) over (partition by id) as same_id,
                     count(*) filter (a.input is not null) over (partition by url, sha256) as same_text
              from rows r left join active a on a.part = r.part and a.input = r.input
            )
            select {_PLACES} from counted
            where not present or same_id > 1 or (url is not null and same_text > 1)
            order by id, input, part, position
            """
        ).fetchall()


def _rows(parts: Sequence[str], folder: Folder) -> str:
    files = [str(folder.path("documents", f"{part}.parquet")) for part in parts]
    listed = ", ".join("'" + name.replace("'", "''") + "'" for name in files)
    return (
        "select parse_filename(filename, true) as part, file_row_number as position, id, sha256, url, input, "
        f"publisher, published, content from read_parquet([{listed}], filename = true, file_row_number = true)"
    )


def write_index(found: Sequence[View], folder: Folder) -> str:
    """Write which documents there are, numbered in order of id; the name of that set comes back."""
    import pyarrow as pa

    rows = [(view.part, row.position, row.id) for view in found for row in view.exceptions]
    changed = pa.table(
        {
            "part": pa.array([part for part, _, _ in rows], pa.string()),
            "position": pa.array([position for _, position, _ in rows], pa.int64()),
            "new_id": pa.array([id for _, _, id in rows], pa.string()),
        }
    )
    parts = pa.table({"part": [view.part for view in found], "view": [view.name for view in found]})
    with _connected(folder) as connection:
        connection.register("changed", changed)
        connection.register("parts", parts)
        connection.execute(f"create view rows as {_rows([view.part for view in found], folder)}")
        index = connection.sql(
            """
            with kept as (
              select p.view, r.part, r.position, coalesce(c.new_id, r.id) as id, r.url, r.publisher, r.published, r.content
              from rows r join parts p on p.part = r.part
              left join changed c on c.part = r.part and c.position = r.position
              where c.part is null or c.new_id is not null
            )
            select row_number() over (order by id) - 1 as document, *, md5_number_lower(id || ' ' || content) as mark
            from kept order by id
            """
        )
        folder.write_query(INDEX, index)
    return digest([view.name for view in found])


def read_index(folder: Folder, *columns: str) -> Any:
    """Some columns of the index, in order of the documents' numbers."""
    return folder.read_table(INDEX, columns=list(columns))


def copied_contents(folder: Folder) -> dict[str, list[str]]:
    """By the name of a view, the contents of its documents that several documents have."""
    index = str(folder.path(INDEX))
    several = "select content from read_parquet(?) group by content having count(*) > 1"
    with _connected(folder) as connection:
        query = f"select view, list(distinct content) from read_parquet(?) where content in ({several}) group by view"
        return dict(connection.execute(query, [index, index]).fetchall())


def _connected(folder: Folder) -> Any:
    """A database that holds a part of its rows in memory, and the rest beside the corpus."""
    import duckdb

    config: dict[str, Any] = {"threads": 1, "memory_limit": MEMORY, "temp_directory": str(folder.path("work"))}
    return duckdb.connect(config=config)


def documents_of(view: View, folder: Folder) -> list[Document]:
    """The documents of a part as the corpus sees it."""
    rows = from_arrow(folder.read_table(f"documents/{view.part}.parquet"), Document)
    names = {row.position: row.id for row in view.exceptions}
    return [
        msgspec.structs.replace(row, id=names.get(at) or row.id)
        for at, row in enumerate(rows)
        if at not in names or names[at] is not None
    ]


def rows_of(view: View, folder: Folder) -> int:
    """How many documents a part holds, with those that the corpus leaves out."""
    import pyarrow.parquet as pq

    return int(pq.read_metadata(folder.path("documents", f"{view.part}.parquet")).num_rows)
