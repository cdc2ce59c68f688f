"""The steps from documents to stories: terms, signatures, candidate pairs, links, groups.

terms       one document at a time    text -> Term
signatures  the whole corpus at once  Term -> the heaviest terms of each document
candidates  some documents with all   signatures -> pairs of documents
links       some documents with all   pairs, signatures -> Links
group       the links alone           Links -> Story
"""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from twosource.candidates import microseconds, sql
from twosource.corpus.folder import digest
from twosource.corpus.kept import KeptLinks
from twosource.engines.base import Engine
from twosource.engines.stored import Stored, in_memory
from twosource.extraction.terms import Term, term_batches
from twosource.pipeline import Progress
from twosource.records import Document, arrow_schema, record_id
from twosource.settings import stories as settings
from twosource.stories import NO_LINKS, Integers, Links, Story, cut_by_day, group, round_ups, templates

Limits = Mapping[str, float | int]

_DAY = 86_400_000_000
_EPOCH = date(1970, 1, 1).toordinal()


def find_stories(documents: Sequence[Document], engine: Engine, *, progress: Progress | None = None) -> list[Story]:
    """The stories of documents held in memory, in order of their first document."""
    import pyarrow as pa

    ordered = sorted(documents, key=lambda one: one.id)
    texts = pa.table(
        {
            "document": pa.array(range(len(ordered)), pa.int64()),
            "text": [one.text for one in ordered],
            "title": pa.array([one.title for one in ordered], pa.string()),
        }
    )
    facts = document_facts([one.publisher for one in ordered], [one.published for one in ordered])
    if progress:
        progress("looking for stories among documents:", len(ordered))
    terms = engine.map(term_batches, texts, arrow_schema(Term), rows=settings.TERM_BATCH)
    links = find_links(terms, facts, engine)
    if progress:
        progress("", 0)
    return tell_stories([one.id for one in ordered], [one.published for one in ordered], links)


def document_facts(publishers: Sequence[str | None], published: Sequence[str | None]) -> Any:
    """What candidates and links need of each document besides its terms: publisher, time and `early`, as integers."""
    import pyarrow as pa

    number = {name: n for n, name in enumerate(sorted({one for one in publishers if one}))}
    times = [microseconds(one) for one in published]
    return pa.table(
        {
            "document": pa.array(range(len(publishers)), pa.int64()),
            "publisher": pa.array([number.get(one or "") for one in publishers], pa.int64()),
            "time": pa.array(times, pa.int64()),
            "early": pa.array(_early(times), pa.int64()),
        }
    )


def _early(times: Sequence[int | None]) -> list[int]:
    """1 for the documents by which terms are weighed: of a large corpus those before the last turn of a calendar.

    The calendar is the coarsest, in steps of days that double, by which nearly all documents are before its last turn.
    """
    days = np.array([-1 if time is None else time // _DAY + _EPOCH for time in times], np.int64)
    if len(days) >= settings.EARLY_FROM:
        for step in range(int(days.max()).bit_length(), -1, -1):
            before = (days >= 0) & (days < (days.max() >> step) << step)
            if before.sum() >= settings.EARLY_SHARE * len(days):
                return before.astype(int).tolist()
    return [1] * len(days)


def links_of_terms(terms: Any, index: Any, engine: Engine, *, folder: Path, kept: KeptLinks | None = None) -> Links:
    """The links between the documents of an index, from terms by part and position; steps that are stored are kept."""
    if kept and (links := kept.whole()):
        return links
    facts = document_facts(index["publisher"].to_pylist(), index["published"].to_pylist())
    places = {"terms": terms, "places": index.select(["part", "position", "document"])}
    into = folder / "terms"
    numbered = Stored(into) if into.is_dir() else engine.query(sql("term_numbers"), places, into=into)
    return find_links(numbered, facts, engine, folder=folder, kept=kept)


def find_links(
    terms: Any, facts: Any, engine: Engine, *, folder: Path | None = None, kept: KeptLinks | None = None
) -> Links:
    """The links between documents by their terms; with `folder`, a step that is stored there is not done again.

    With `kept`, those between documents that are what they were are the links of the last run, and all are kept.
    """
    step = partial(_step, engine, folder)
    counted = step("term_documents", {"terms": terms, "documents": facts}, {})
    scales = _scales(counted, sum(facts["early"].to_pylist()), engine)
    weighing = {"terms": terms, "term_documents": counted, **scales}
    signatures = step("signatures", weighing, {"signature": settings.SIGNATURE})
    seeking = step("seeking", {"signatures": signatures, "documents": facts}, _limits(_SEEKING))
    held = {"terms": terms, "signatures": signatures}
    held["documents"] = step("measured_documents", held | {"documents": facts}, {})
    if not kept:
        return _linked(np.arange(facts.num_rows), seeking, held, step)
    states = kept.states(signatures, seeking)
    known, changed = kept.known(states)
    found = _linked(changed, seeking, held, step)
    links = _joined([known, found]) if len(known.a) else found
    kept.keep(links, states)
    return links


def _step(
    engine: Engine, folder: Path | None, name: str, tables: Mapping[str, Any], limits: Limits, *, part: str = ""
) -> Any:
    into = folder / f"{name}{part}" if folder else None
    return Stored(into) if into and into.is_dir() else engine.query(sql(name), tables, limits, into=into)


def _linked(changed: Integers, seeking: Any, held: Mapping[str, Any], step: Callable[..., Any]) -> Links:
    """The links of some documents with all, so many documents at once."""
    import pyarrow as pa

    found = [NO_LINKS]
    numbers = pa.table({"document": pa.array(changed, pa.int64())})
    parts = -(-len(changed) // settings.PAIRED_DOCUMENTS)
    for part in range(parts):
        of = {"part": part, "parts": parts}
        named = f"-{digest(map(str, changed.tolist()))[:16]}-{part}"  # a run that is taken up may know more
        sought = {"seeking": seeking, "changed": numbers}
        pairs = step("story_candidates", sought, of | _limits(_MEETING), part=named)
        near = in_memory(
            step("story_links", {**held, "changed": numbers, "pairs": pairs}, of | _limits(_LINKING), part=named)
        )
        a, b, nearness = (near[name].to_numpy().astype(np.int32) for name in Links._fields)
        found.append(Links(np.minimum(a, b), np.maximum(a, b), nearness))
    return _joined(found)


def _joined(parts: list[Links]) -> Links:
    """All links in one piece, column by column, the parts given up as they go."""
    columns = [list(column) for column in zip(*parts, strict=True)]
    parts.clear()
    return Links(*(np.concatenate(columns.pop(0)) for _ in Links._fields))


_SEEKING = ("hot_term", "neighbours", "seeking")
_MEETING = ("neighbours", "shared_terms")
_LINKING = ("linked", "lasting", "decay_days", "template", "template_days", "template_numbers", "furniture")


def _limits(names: Sequence[str]) -> dict[str, float | int]:
    return {name: getattr(settings, name.upper()) for name in names}


def _scales(counted: Any, count: int, engine: Engine) -> dict[str, Any]:
    """The weight of every document frequency and every count of a term: logarithms, as integers, made in one place."""
    import pyarrow as pa

    held = in_memory(engine.query("select early from counted group by early", {"counted": counted}))
    numbers = sorted(held["early"].to_pylist())
    rarity = {n: round(settings.WEIGHT_SCALE * math.log(1 + count / max(n, 1))) for n in numbers}
    counts = range(1, settings.MOST_COUNTED + 1)
    frequency = {n: round(settings.WEIGHT_SCALE * (1 + math.log(n))) for n in counts}
    return {
        "rarity": pa.table({"early": list(rarity), "weight": list(rarity.values())}, _scale("early")),
        "frequency": pa.table({"count": list(frequency), "weight": list(frequency.values())}, _scale("count")),
    }


def _scale(name: str) -> Any:
    import pyarrow as pa

    return pa.schema([(name, pa.int64()), ("weight", pa.int64())])


def tell_stories(ids: Sequence[str], published: Sequence[str | None], links: Links) -> list[Story]:
    """The stories by the ids of their documents, with their dates; documents without another are stories of one."""
    story = group(len(ids), links)
    members: dict[int, list[int]] = {}
    for document, of in enumerate(story.tolist()):
        members.setdefault(of, []).append(document)
    for document, further in round_ups(story, links).items():
        for of in further:
            members[of].append(document)
    none = templates(story, links)
    times = [microseconds(one) for one in published]
    days = [None if time is None else time // _DAY for time in times]
    found: list[Story] = []
    for documents in members.values():
        if len(documents) > 1 or documents[0] not in none:
            parts = cut_by_day(documents, days) if len(documents) > settings.LARGEST_STORY else [documents]
            cuts = [
                f"part {n} of {len(parts)}, cut by day" if len(parts) > 1 else None for n in range(1, len(parts) + 1)
            ]
            found += [_story(part, ids, published, times, cut) for part, cut in zip(parts, cuts, strict=True)]
    return sorted(found, key=lambda one: one.documents)


def _story(
    documents: Sequence[int],
    ids: Sequence[str],
    published: Sequence[str | None],
    times: Sequence[int | None],
    cut: str | None,
) -> Story:
    names = tuple(sorted(ids[one] for one in documents))
    dated = sorted((time, published[one] or "") for one in documents if (time := times[one]) is not None)
    start, end = (dated[0][1], dated[-1][1]) if dated else (None, None)
    return Story(story=record_id("story", *names), documents=names, start=start, end=end, cut=cut)
