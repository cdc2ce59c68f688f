"""The steps of a run, each said with what it reads and writes, and the commands that put them together.

extract  one document at a time    Document -> Extraction
lineage  the whole corpus at once  Document, Credit, Figure -> Reuse, Line
judge    one story at a time       all of it -> Judgement
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from twosource.collector import collected_seldom
from twosource.engines.base import BatchFunction, Engine
from twosource.extraction.document import extract_batches
from twosource.judge.story import Judgement, judge_shard
from twosource.ledger import Ledger
from twosource.lineage import find_lineage
from twosource.records import (
    Decision,
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

Progress = Callable[[str, int], None]


@collected_seldom()
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


@collected_seldom()
def reuse(documents: Sequence[Document], engine: Engine, *, progress: Progress | None = None) -> list[Reuse]:
    """The pairs of documents that share text, in order of their ids."""
    _say(progress, "comparing reports:", len(documents))

    def figures(names: set[str]) -> dict[str, Sequence[Figure]]:
        wanted = [document for document in documents if document.id in names]
        return {found.document: found.figures for found in extract(wanted, engine)} if wanted else {}

    found, _ = find_lineage(documents, engine, figures)
    _say(progress, "", 0)
    return found


@collected_seldom()
def check(
    documents: Sequence[Document],
    rejects: Sequence[Reject],
    engine: Engine,
    *,
    aliases: Mapping[str, str] | None = None,
    families: Mapping[str, str] | None = None,
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
) -> Ledger:
    """The ledger of one story: its lineage, its claims and what stands behind them.

    `families` say which publishers are of one house, `decisions` what people decided about the story before.
    """
    extractions = extract(documents, engine, aliases=aliases, progress=progress)
    marked = marked_documents(documents, extractions)
    figures = {extraction.document: extraction.figures for extraction in extractions}
    _say(progress, "comparing reports:", len(documents))
    credits = {extraction.document: extraction.credits for extraction in extractions}
    pairs, lines = find_lineage(marked, engine, lambda _: figures, credits)
    _say(progress, "weighing claims of reports:", len(documents))
    judge = partial(judge_shard, families=families, decisions=tuple(decisions))
    judged = _judge(judge, marked, extractions, pairs, lines, engine)
    _say(progress, "", 0)
    return Ledger(
        documents=marked,
        statements=[row for extraction in extractions for row in extraction.statements],
        figures=[row for extraction in extractions for row in extraction.figures],
        dates=[row for extraction in extractions for row in extraction.dates],
        credits=[row for extraction in extractions for row in extraction.credits],
        inconsistencies=[row for extraction in extractions for row in extraction.inconsistencies],
        reuse=pairs,
        lines=list(judged.lines),
        claims=list(judged.claims),
        findings=list(judged.findings),
        unclear=list(judged.unclear),
        decisions=list(judged.decisions),
        rejects=list(rejects),
    )


def _map(function: BatchFunction, documents: Sequence[Document], engine: Engine) -> list[Extraction]:
    table = engine.map(function, arrow_table(list(documents), Document), arrow_schema(Extraction))
    return from_arrow(table, Extraction)


def marked_documents(documents: Sequence[Document], extractions: Sequence[Extraction]) -> list[Document]:
    """The documents with their boilerplate marked."""
    return [
        msgspec.structs.replace(document, boilerplate=extraction.boilerplate)
        for document, extraction in zip(documents, extractions, strict=True)
    ]


def _judge(
    judge: Callable[[Mapping[str, Any]], Any],
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
    (judgement,) = from_arrow(engine.shard(judge, sharded, "shard", arrow_schema(Judgement)), Judgement)
    return judgement


def _say(progress: Progress | None, doing: str, count: int) -> None:
    if progress:
        progress(doing, count)
