"""Stories to judgements, in shards of whole stories; a story that is judged is not judged again until it changes."""

from collections.abc import Mapping, Sequence
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from twosource.corpus.folder import Folder, digest
from twosource.corpus.index import read_index
from twosource.corpus.reading import counts
from twosource.corpus.told import Told
from twosource.engines.base import Engine, Seen
from twosource.engines.local import LocalEngine
from twosource.engines.stored import Stored
from twosource.judge.story import judge_story
from twosource.lineage import Reports, find_lineages
from twosource.records import (
    Claim,
    Decision,
    Document,
    Extraction,
    Finding,
    Line,
    Record,
    Reuse,
    Unclear,
    arrow_table,
    from_arrow,
)
from twosource.settings.corpus import SHARD_DOCUMENTS, STORED_DOCUMENTS
from twosource.stories import Story


class Judged(Record):
    """What one story comes to; `key` changes when any of its documents does."""

    key: str
    story: str
    reuse: tuple[Reuse, ...]
    lines: tuple[Line, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    unclear: tuple[Unclear, ...]
    decisions: tuple[Decision, ...]
    """Those about its documents, and what came of them."""


def keyed(stories: Sequence[Story], index: Any, told: Told) -> dict[str, Story]:
    """The stories by keys that hang on the content of their documents and on what people tell of them."""
    content = dict(zip(index["id"].to_pylist(), index["content"].to_pylist(), strict=True))
    for name, marks in told.marks(index).items():
        content[name] = digest([content.get(name, ""), *marks])
    return {digest([*story.documents, *(content[one] for one in story.documents)]): story for story in stories}


def judge_stories(stories: Mapping[str, Story], told: Told, folder: Folder, engine: Engine, seen: Seen) -> None:
    """Judge stories; each is named by its key."""
    if stories:
        tables = _rows_of(stories, folder, engine)
        engine.shard(partial(_judge_shard, root=str(folder.root), told=told), tables, "shard", counts(), seen=seen)


def _rows_of(stories: Mapping[str, Story], folder: Folder, engine: Engine) -> dict[str, Any]:
    """The marked documents of some stories, and what they say, each row with its story and its shard; many are stored."""
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = [(one, shard, key, story.story) for shard, key, story in _shards(stories) for one in story.documents]
    names = ("document", "shard", "key", "story")
    members = pa.table({name: pa.array([row[at] for row in rows], pa.string()) for at, name in enumerate(names)})
    many = len(rows) >= STORED_DOCUMENTS
    index = read_index(folder, "id", "view")
    held = index.filter(pc.is_in(index["id"], members["document"].combine_chunks()))["view"].unique().to_pylist()
    parts = tuple(f"{view}.parquet" for view in held)
    return {
        kind: engine.query(
            f"select m.shard, m.key, m.story as of_story, r.* from rows r join members m on m.document = r.{id}",
            {"rows": Stored(folder.path(kind), parts), "members": members},
            into=folder.path("work", kind) if many else None,
        )
        for kind, id in (("marked", "id"), ("extractions", "document"))
    }


def judged_keys(folder: Folder) -> set[str]:
    """The keys of the stories that are judged."""
    files = folder.names("judged")
    return {
        key for name in files for key in folder.read_table(f"judged/{name}.parquet", columns=["key"])["key"].to_pylist()
    }


def _shards(stories: Mapping[str, Story]) -> list[tuple[str, str, Story]]:
    """Each story with the shard it goes to: whole stories, up to some hundred documents a shard."""
    found, shard, size = [], 0, 0
    for key, story in sorted(stories.items(), key=lambda item: item[1].documents):
        if size and size + len(story.documents) > SHARD_DOCUMENTS:
            shard, size = shard + 1, 0
        size += len(story.documents)
        found.append((f"{shard:08}", key, story))
    return found


def _judge_shard(tables: Mapping[str, Any], *, root: str, told: Told) -> Any:
    """Judge every story of a shard and write what comes of it as one part."""
    import pyarrow as pa

    documents, extractions = _by_story(tables["marked"], Document), _by_story(tables["extractions"], Extraction)
    names = dict(zip(tables["marked"]["key"].to_pylist(), tables["marked"]["of_story"].to_pylist(), strict=True))
    keys = sorted(documents)
    lineages = find_lineages([_reports(documents[key], extractions[key]) for key in keys], LocalEngine())
    found = [
        _judge(key, names[key], documents[key], extractions[key], *lineage, told)
        for key, lineage in zip(keys, lineages, strict=True)
    ]
    part = digest(sorted(documents))
    Folder(Path(root)).write_table(f"judged/{part}.parquet", arrow_table(found, Judged))
    return pa.table({"done": [sum(map(len, documents.values()))]})


def _by_story(table: Any, record: type[Record]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for key, row in zip(table["key"].to_pylist(), from_arrow(table, record), strict=True):
        found.setdefault(key, []).append(row)
    return found


def _reports(documents: list[Document], extractions: list[Extraction]) -> Reports:
    figures = {one.document: one.figures for one in extractions}
    return Reports(documents, figures, {one.document: one.credits for one in extractions})


def _judge(
    key: str,
    story: str,
    documents: list[Document],
    extractions: list[Extraction],
    pairs: list[Reuse],
    lines: list[Line],
    told: Told,
) -> Judged:
    documents, extractions = _ordered(documents, "id"), _ordered(extractions, "document")
    decisions = told.about(one.id for one in documents)
    judgement = judge_story(
        documents, extractions, pairs, lines, story=story, families=told.families, decisions=decisions
    )
    return Judged(
        key=key,
        story=story,
        reuse=tuple(pairs),
        lines=judgement.lines,
        claims=judgement.claims,
        findings=judgement.findings,
        unclear=judgement.unclear,
        decisions=judgement.decisions,
    )


def _ordered(rows: list[Any], by: str) -> list[Any]:
    return sorted(rows, key=attrgetter(by))
