"""From documents to lineage: which share text, and what derives from what.

keys        one document at a time    text -> Key
candidates  the whole corpus at once  Key -> pairs of documents
frames      one document at a time    what is no report, and who is credited
align       one bundle at a time      pairs and their documents -> Aligned
relate      the pairs alone           Aligned, Credit -> Reuse, Line
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec

from twosource.candidates import Candidate, find_candidates, with_credited
from twosource.compare.furniture import find_furniture
from twosource.compare.inheritance import inherited_figures
from twosource.compare.laid import parts
from twosource.compare.passages import Aligned, align_frames, begin, finish
from twosource.compare.prepared import Prepared, Vocabulary
from twosource.compare.sentences import sentence_scores
from twosource.engines.base import Engine
from twosource.extraction.document import frame_batches
from twosource.judge.derive import credits_other, may_inherit, relate
from twosource.judge.lines import lines_of
from twosource.judge.parents import with_parents
from twosource.judge.relatives import relatives_of, tell_by_relatives
from twosource.judge.times import hours_apart
from twosource.records import Credit, Document, Extraction, Figure, Line, Reuse, arrow_schema, arrow_table, from_arrow
from twosource.settings import reuse as settings
from twosource.spans import Span, merge

FiguresOf = Callable[[set[str]], Mapping[str, Sequence[Figure]]]
"""The figures of the documents of these ids."""


class Bundle(msgspec.Struct, frozen=True):
    """Documents with their boilerplate marked, the lines of each that are its publisher's furniture, and pairs to align."""

    documents: tuple[Document, ...]
    furniture: tuple[tuple[Span, ...], ...]
    pairs: tuple[Candidate, ...]


class Found(msgspec.Struct, frozen=True):
    """What a bundle comes to."""

    aligned: tuple[Aligned, ...]


class Reports(NamedTuple):
    """A story's documents, with their boilerplate marked, and their figures and credits by document."""

    documents: Sequence[Document]
    figures: Mapping[str, Sequence[Figure]]
    credits: Mapping[str, Sequence[Credit]]

    def figures_of(self, _: set[str]) -> Mapping[str, Sequence[Figure]]:
        return self.figures


def find_lineage(
    documents: Sequence[Document],
    engine: Engine,
    figures_of: FiguresOf,
    credits: Mapping[str, Sequence[Credit]] | None = None,
) -> tuple[list[Reuse], list[Line]]:
    """The pairs that share text and the lines of reporting.

    Where `credits` are given, the documents are taken to have their boilerplate marked; else both are found, in the
    documents that share text only. `figures_of` is asked for figures where they may decide.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    candidates = find_candidates([ordered], engine, one_story=credits is not None)
    return _lineage(ordered, candidates[0], engine, figures_of, credits)


def find_lineages(stories: Sequence[Reports], engine: Engine) -> Iterator[tuple[list[Reuse], list[Line]]]:
    """What `find_lineage` gives for each of many stories, whose candidates are looked for together.

    A query for each story would cost more than all else that a story of a few reports takes.
    """
    ordered = [sorted(story.documents, key=lambda document: document.id) for story in stories]
    found = find_candidates(ordered, engine, one_story=True)
    for story, documents, candidates in zip(stories, ordered, found, strict=True):
        yield _lineage(documents, candidates, engine, story.figures_of, story.credits)


def _lineage(
    documents: Sequence[Document],
    candidates: Sequence[Candidate],
    engine: Engine,
    figures_of: FiguresOf,
    credits: Mapping[str, Sequence[Credit]] | None,
) -> tuple[list[Reuse], list[Line]]:
    if credits is None:
        documents, credits = _framed(documents, candidates, engine)
    else:
        candidates = with_credited(documents, candidates, credits)
    by_id = {document.id: document for document in documents}
    aligned = sorted(_align(documents, candidates, engine), key=lambda pair: (pair.a, pair.b))
    credited = {(pair.a, pair.b) for pair in aligned if credits_other(pair.a, pair.b, by_id, credits)}
    figures = figures_of({name for pair in aligned if may_inherit(pair) for name in (pair.a, pair.b)})
    pairs = relate(by_id, aligned, credits, inherited_figures(figures, credited))
    family = relatives_of(pairs, aligned)
    pairs = tell_by_relatives(pairs, family, by_id, credits)
    told = with_parents(pairs, family, by_id)
    return told, lines_of(by_id, pairs, told, credits)


def _framed(
    documents: Sequence[Document], candidates: Sequence[Candidate], engine: Engine
) -> tuple[list[Document], dict[str, tuple[Credit, ...]]]:
    """The documents, those that share text with their boilerplate marked, and the credits of these."""
    places = sorted({place for pair in candidates for place in (pair.a, pair.b)})
    if not places:
        return list(documents), {}
    packed = arrow_table([documents[place] for place in places], Document)
    frames = from_arrow(engine.map(frame_batches, packed, arrow_schema(Extraction)), Extraction)
    marked = list(documents)
    for place, frame in zip(places, frames, strict=True):
        marked[place] = msgspec.structs.replace(documents[place], boilerplate=frame.boilerplate)
    return marked, {frame.document: frame.credits for frame in frames}


# --- alignment --------------------------------------------------------------------------------------------------------


def _align(documents: Sequence[Document], candidates: Sequence[Candidate], engine: Engine) -> list[Aligned]:
    import pyarrow as pa

    furniture = find_furniture(documents) if candidates else {}
    bundles = [_bundle(documents, furniture, pairs) for pairs in bundled(candidates)]
    packed = pa.table({"bundle": pa.array([msgspec.msgpack.encode(one) for one in bundles], pa.binary())})
    found = engine.map(align_batches, packed, pa.schema([("found", pa.binary())]), rows=1)
    decoder = msgspec.msgpack.Decoder(Found)
    return [pair for row in found["found"].to_pylist() for pair in decoder.decode(row).aligned]


def bundled(candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """The pairs in bundles of `BUNDLE_PAIRS`, those of one connected part together, so that few documents stand in two."""
    part: dict[int, int] = {}

    def top(place: int) -> int:
        while part.setdefault(place, place) != place:
            part[place] = part[part[place]]
            place = part[place]
        return place

    for pair in candidates:
        first, second = sorted((top(pair.a), top(pair.b)))
        part[second] = first
    ordered = sorted(candidates, key=lambda pair: (top(pair.a), pair))
    for start in range(0, len(ordered), settings.BUNDLE_PAIRS):
        yield ordered[start : start + settings.BUNDLE_PAIRS]


def _bundle(
    documents: Sequence[Document], furniture: Mapping[str, Sequence[Span]], pairs: Sequence[Candidate]
) -> Bundle:
    places = sorted({place for pair in pairs for place in (pair.a, pair.b)})
    number = {place: n for n, place in enumerate(places)}
    return Bundle(
        documents=tuple(documents[place] for place in places),
        furniture=tuple(tuple(furniture.get(documents[place].id, ())) for place in places),
        pairs=tuple(pair._replace(a=number[pair.a], b=number[pair.b]) for pair in pairs),
    )


def align_batches(batches: Iterator[Any]) -> Iterator[Any]:
    """Record batches of packed `Bundle`s to record batches of packed `Found`s, row for row."""
    import pyarrow as pa

    decoder, encoder = msgspec.msgpack.Decoder(Bundle), msgspec.msgpack.Encoder()
    for batch in batches:
        found = [encoder.encode(align_bundle(decoder.decode(row))) for row in batch.column(0).to_pylist()]
        yield pa.RecordBatch.from_pydict({"found": pa.array(found, pa.binary())})


def align_bundle(bundle: Bundle) -> Found:
    """The pairs of a bundle, aligned."""
    words, bare = Vocabulary(), []
    for document, furniture in zip(bundle.documents, bundle.furniture, strict=True):
        marks = tuple(merge([*document.boilerplate, *furniture]))
        bare.append(Prepared(msgspec.structs.replace(document, boilerplate=marks), words))
    pairs = [(bare[one.a], bare[one.b]) for one in bundle.pairs]
    near = [
        hours_apart(bundle.documents[one.a], bundle.documents[one.b]) <= settings.REWRITTEN_HOURS
        for one in bundle.pairs
    ]
    begun = [begin(pairs[part], near[part]) for part in parts(pairs)]
    # Carriers of one text bring the same sentences again and again.
    distinct = list(dict.fromkeys(texts for part in begun for texts in part.texts))
    scores = dict(zip(distinct, sentence_scores(distinct), strict=True))
    found = (one for part in begun for one in finish(part, [scores[texts] for texts in part.texts]))
    aligned = [
        msgspec.structs.replace(one, fresh=pair.fresh, printed=pair.printed)
        for one, pair in zip(found, bundle.pairs, strict=True)
    ]
    # A gallery has nothing but the captions of other pages.
    nothing = [n for n, (a, b) in enumerate(pairs) if not aligned[n].passages and a.publisher != b.publisher]
    for place, framed in zip(nothing, _framed_pairs(bundle, nothing, words), strict=True):
        aligned[place] = framed or aligned[place]
    return Found(tuple(aligned))


def _framed_pairs(bundle: Bundle, places: Sequence[int], words: Vocabulary) -> Iterator[Aligned | None]:
    """Some pairs of a bundle, aligned with all that stands round the reports."""
    whole = cache(lambda place: Prepared(msgspec.structs.replace(bundle.documents[place], boilerplate=()), words))
    pairs = [(whole(bundle.pairs[place].a), whole(bundle.pairs[place].b)) for place in places]
    for part in parts(pairs):
        yield from align_frames(pairs[part])
