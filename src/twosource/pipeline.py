"""The steps of a run, each said with what it reads and writes, and the commands that put them together.

extract    one document at a time     Document -> Extraction
keys       one document at a time     Document -> Key
candidates the whole corpus at once   Key -> pairs of documents
align      one pair at a time         pairs -> Aligned
judge      one story at a time        all of it -> Judgement
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from importlib.resources import files

import msgspec

from twosource.compare.furniture import find_furniture, mark_recurring
from twosource.compare.inheritance import inherited_figures
from twosource.compare.passages import Aligned, align
from twosource.compare.prepared import Prepared, Vocabulary
from twosource.compare.sentences import sentence_scores
from twosource.engines.base import BatchFunction, Engine
from twosource.extraction.document import extract_batches, frame_batches
from twosource.extraction.keys import Key, key_batches
from twosource.judge.derive import lines_of, may_inherit, relate
from twosource.judge.parents import with_parents
from twosource.judge.story import Judgement, judge_shard
from twosource.ledger import Ledger
from twosource.records import (
    Credit,
    Document,
    Extraction,
    Figure,
    Line,
    Reject,
    Reuse,
    arrow_schema,
    arrow_table,
    from_arrow,
)
from twosource.settings import reuse as settings
from twosource.spans import merge

Progress = Callable[[str, int], None]


def extract(
    documents: Sequence[Document],
    engine: Engine,
    *,
    aliases: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> list[Extraction]:
    """What each document says, in the order of the documents; `aliases` give other names of speakers."""
    _say(progress, "reading what each report says:", len(documents))
    found = _map(partial(extract_batches, aliases=aliases), documents, engine)
    _say(progress, "", 0)
    return found


def reuse(documents: Sequence[Document], engine: Engine, *, progress: Progress | None = None) -> list[Reuse]:
    """The pairs of documents that share text, in order of their ids."""
    frames = _map(frame_batches, documents, engine)

    def figures(names: set[str]) -> dict[str, Sequence[Figure]]:
        wanted = [document for document in documents if document.id in names]
        return {found.document: found.figures for found in extract(wanted, engine)} if wanted else {}

    found, _ = _lineage(_marked(documents, frames), frames, figures, engine, progress)
    _say(progress, "", 0)
    return found


def check(
    documents: Sequence[Document],
    rejects: Sequence[Reject],
    engine: Engine,
    *,
    aliases: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Ledger:
    """The ledger of one story: its lineage, its claims and what stands behind them."""
    extractions = extract(documents, engine, aliases=aliases, progress=progress)
    marked = _marked(documents, extractions)
    figures = {extraction.document: extraction.figures for extraction in extractions}
    pairs, lines = _lineage(marked, extractions, lambda _: figures, engine, progress)
    _say(progress, "weighing claims of reports:", len(documents))
    judged = _judge(marked, extractions, pairs, lines, engine)
    _say(progress, "", 0)
    return Ledger(
        documents=marked,
        statements=[row for extraction in extractions for row in extraction.statements],
        figures=[row for extraction in extractions for row in extraction.figures],
        dates=[row for extraction in extractions for row in extraction.dates],
        credits=[row for extraction in extractions for row in extraction.credits],
        inconsistencies=[row for extraction in extractions for row in extraction.inconsistencies],
        reuse=pairs,
        lines=lines,
        claims=list(judged.claims),
        findings=list(judged.findings),
        unclear=list(judged.unclear),
        rejects=list(rejects),
    )


def _map(function: BatchFunction, documents: Sequence[Document], engine: Engine) -> list[Extraction]:
    table = engine.map(function, arrow_table(list(documents), Document), arrow_schema(Extraction))
    return from_arrow(table, Extraction)


def _marked(documents: Sequence[Document], extractions: Sequence[Extraction]) -> list[Document]:
    """The documents with their boilerplate marked."""
    return [
        msgspec.structs.replace(document, boilerplate=extraction.boilerplate)
        for document, extraction in zip(documents, extractions, strict=True)
    ]


def _lineage(
    documents: Sequence[Document],
    extractions: Sequence[Extraction],
    figures_of: Callable[[set[str]], Mapping[str, Sequence[Figure]]],
    engine: Engine,
    progress: Progress | None,
) -> tuple[list[Reuse], list[Line]]:
    """The pairs that share text and the lines of reporting; figures are asked for where they may decide."""
    _say(progress, "comparing reports:", len(documents))
    furniture = find_furniture(documents)
    bare = {
        document.id: msgspec.structs.replace(
            document, boilerplate=tuple(merge([*document.boilerplate, *furniture.get(document.id, ())]))
        )
        for document in documents
    }
    credits: dict[str, Sequence[Credit]] = {extraction.document: extraction.credits for extraction in extractions}
    aligned = _align(bare, _candidates(documents, engine))
    figures = figures_of({name for pair in aligned if may_inherit(pair) for name in (pair.a, pair.b)})
    pairs = relate(bare, aligned, credits, inherited_figures(figures))
    return with_parents(pairs, aligned, bare), lines_of(bare, pairs, credits)


def _candidates(documents: Sequence[Document], engine: Engine) -> list[tuple[str, str]]:
    """Pairs of ids of documents that share enough keys to be aligned."""
    import pyarrow as pa

    ids = [document.id for document in documents]
    texts = pa.table({"id": ids, "text": [document.text for document in documents]})
    keys = engine.map(key_batches, texts, arrow_schema(Key))
    number = {name: n for n, name in enumerate(ids)}
    publishers = {name: n for n, name in enumerate(sorted({d.publisher for d in documents if d.publisher}))}
    times = [microseconds(document.published) for document in documents]
    tables = {
        "documents": pa.table(
            {
                "document": pa.array(range(len(ids)), pa.int64()),
                "publisher": pa.array([publishers.get(d.publisher or "") for d in documents], pa.int64()),
                "day": pa.array([None if time is None else time // 86_400_000_000 for time in times], pa.int64()),
                "time": pa.array(times, pa.int64()),
            }
        ),
        "keys": pa.table(
            {
                "document": pa.array([number[name] for name in keys["document"].to_pylist()], pa.int64()),
                "kind": keys["kind"],
                "key": keys["key"],
            }
        ),
    }
    parameters = {
        "furniture_documents": settings.FURNITURE_DOCUMENTS,
        "furniture_days": settings.FURNITURE_DAYS,
        "hot_key": settings.HOT_KEY,
        "earliest_holders": settings.EARLIEST_HOLDERS,
        "neighbours_in_time": settings.NEIGHBOURS_IN_TIME,
        "shared_keys": settings.SHARED_KEYS,
        "shared_content_keys": settings.SHARED_CONTENT_KEYS,
    }
    found = engine.query(sql("candidates"), tables, parameters)
    return [(ids[a], ids[b]) for a, b in zip(found["a"].to_pylist(), found["b"].to_pylist(), strict=True)]


def _align(documents: dict[str, Document], candidates: Sequence[tuple[str, str]]) -> list[Aligned]:
    vocabulary = Vocabulary()
    prepared = {
        name: Prepared(documents[name], vocabulary) for name in sorted({n for pair in candidates for n in pair})
    }
    mark_recurring(prepared.values())
    return [align(prepared[min(pair)], prepared[max(pair)], sentence_scores) for pair in sorted(candidates)]


def _judge(
    documents: Sequence[Document],
    extractions: Sequence[Extraction],
    pairs: Sequence[Reuse],
    lines: Sequence[Line],
    engine: Engine,
) -> Judgement:
    """The judgement of one story, whose tables travel whole."""
    tables = {
        "documents": arrow_table(list(documents), Document),
        "extractions": arrow_table(list(extractions), Extraction),
        "reuse": arrow_table(list(pairs), Reuse),
        "lines": arrow_table(list(lines), Line),
    }
    sharded = {name: table.append_column("shard", [[""] * table.num_rows]) for name, table in tables.items()}
    (judgement,) = from_arrow(engine.shard(judge_shard, sharded, "shard", arrow_schema(Judgement)), Judgement)
    return judgement


def sql(name: str) -> str:
    """The text of a query of the whole corpus."""
    return files("twosource").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def microseconds(published: str | None) -> int | None:
    """A moment as microseconds since 1970 in universal time; one without an offset is taken as it stands."""
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    gap = moment.replace(tzinfo=None) - (moment.utcoffset() or moment - moment) - datetime(1970, 1, 1)
    return gap.days * 86_400_000_000 + gap.seconds * 1_000_000 + gap.microseconds


def _say(progress: Progress | None, doing: str, count: int) -> None:
    if progress:
        progress(doing, count)
