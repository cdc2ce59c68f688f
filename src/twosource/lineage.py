"""From documents to lineage: which share text, and what derives from what.

keys        one document at a time    text -> Key
candidates  the whole corpus at once  Key -> pairs of documents
align       one bundle at a time      pairs and their documents -> Aligned, Credit
relate      the pairs alone           Aligned, Credit -> Reuse, Line
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from importlib.resources import files
from itertools import product
from typing import Any, NamedTuple

import msgspec

from twosource.compare.furniture import find_furniture
from twosource.compare.inheritance import inherited_figures
from twosource.compare.passages import Aligned, begin, finish
from twosource.compare.prepared import Prepared, Vocabulary
from twosource.compare.sentences import sentence_scores
from twosource.engines.base import Engine
from twosource.extraction.document import extract_frame
from twosource.extraction.keys import Key, apart, key_batches, sampled
from twosource.judge.derive import credits_other, is_by, may_inherit, relate
from twosource.judge.lines import lines_of
from twosource.judge.parents import with_parents
from twosource.judge.times import hours_apart
from twosource.records import Credit, Document, Extraction, Figure, Line, Reuse, arrow_schema
from twosource.settings import reuse as settings
from twosource.spans import Span, merge

FiguresOf = Callable[[set[str]], Mapping[str, Sequence[Figure]]]
"""The figures of the documents of these ids."""


class Candidate(NamedTuple):
    """Two documents, by their places, that share enough keys to be aligned."""

    a: int
    b: int
    fresh: float
    """The share of the keys of the one that has fewer that both hold and that are no form of a common publisher."""
    printed: bool
    """Whether most of what both hold stands in further documents of a common publisher."""


class Bundle(msgspec.Struct, frozen=True):
    """Documents, the lines of each that are its publisher's furniture, and the pairs of them that are to be aligned."""

    documents: tuple[Document, ...]
    furniture: tuple[tuple[Span, ...], ...]
    pairs: tuple[Candidate, ...]
    framed: bool
    """Whether the documents come with their boilerplate marked, and their credits are known."""


class Found(msgspec.Struct, frozen=True):
    """What a bundle comes to; the credits only where they were not known."""

    aligned: tuple[Aligned, ...]
    credits: tuple[Credit, ...]


class Told(NamedTuple):
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


def find_lineages(stories: Sequence[Told], engine: Engine) -> Iterator[tuple[list[Reuse], list[Line]]]:
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
    by_id = {document.id: document for document in documents}
    framed = credits is not None
    if credits is not None:
        candidates = _with_credited(documents, candidates, credits)
    found = _align(documents, candidates, engine, framed=framed)
    aligned = sorted((pair for part in found for pair in part.aligned), key=lambda pair: (pair.a, pair.b))
    if credits is None:
        credits = _by_document(credit for part in found for credit in part.credits)
    credited = {(pair.a, pair.b) for pair in aligned if credits_other(pair.a, pair.b, by_id, credits)}
    figures = figures_of({name for pair in aligned if may_inherit(pair) for name in (pair.a, pair.b)})
    pairs = relate(by_id, aligned, credits, inherited_figures(figures, credited))
    return with_parents(pairs, aligned, by_id), lines_of(by_id, pairs, credits)


def _by_document(credits: Iterable[Credit]) -> dict[str, list[Credit]]:
    found: dict[str, list[Credit]] = {}
    for credit in credits:
        found.setdefault(credit.document, []).append(credit)
    return found


# --- candidates -------------------------------------------------------------------------------------------------------


def find_candidates(
    stories: Sequence[Sequence[Document]], engine: Engine, *, one_story: bool = False
) -> list[list[Candidate]]:
    """The pairs of documents inside each of some sets that share enough keys, in order of their places in the set.

    Of documents that are known to tell one story, fewer keys are enough.
    """
    import numpy as np
    import pyarrow as pa

    documents = [document for story in stories for document in story]
    group = np.repeat(np.arange(len(stories)), [len(story) for story in stories])
    texts = pa.table({"document": _integers(range(len(documents))), "text": [document.text for document in documents]})
    keys = engine.map(key_batches, texts, arrow_schema(Key))
    limits = {name: getattr(settings, name.upper()) for name in _LIMITS}
    if one_story:
        limits["passage_keys"] = settings.SHARED_KEYS
    number, kind, key = (keys[name].to_numpy() for name in ("document", "kind", "key"))
    size = np.bincount(number[kind == 0], minlength=len(documents))
    beyond = np.bincount(number[(kind == 0) & ~sampled(key)], minlength=len(documents))
    facts = _facts(stories).append_column("dense", pa.array((beyond > 0).astype(np.int64)))
    keys = keys.set_column(2, "key", pa.array(apart(key, group[number])))
    found = engine.query(sql("candidates"), {"documents": facts, "keys": keys}, limits)
    a, b, as_written, fresh, printed = (found[name].to_numpy() for name in ("a", "b", "as_written", "fresh", "printed"))
    share = fresh / np.maximum(1, np.minimum(size[a], size[b]))
    first = np.searchsorted(group, group[a])
    columns = (column.tolist() for column in (a - first, b - first, share, 2 * printed > as_written))
    pairs: list[list[Candidate]] = [[] for _ in stories]
    for of, *pair in zip(group[a].tolist(), *columns, strict=True):
        pairs[of].append(Candidate(*pair))
    return pairs


_LIMITS = (
    "furniture_documents", "furniture_days", "furniture_share", "hot_key", "earliest_holders", "neighbours_in_time", "shared_keys",
    "passage_keys", "shared_content_keys", "report_keys",
)  # fmt: skip


def _with_credited(
    documents: Sequence[Document], candidates: Sequence[Candidate], credits: Mapping[str, Sequence[Credit]]
) -> list[Candidate]:
    """The pairs, and each document that credits a publisher of whose documents it shares keys with none, beside all of those.

    A text told in other words may have no key in common with the one it credits.
    """
    of_publisher: dict[str, list[int]] = defaultdict(list)
    citing: dict[str, list[int]] = defaultdict(list)
    for place, document in enumerate(documents):
        if document.publisher:
            of_publisher[document.publisher].append(place)
        for name in {credit.name for credit in credits.get(document.id, ())}:
            citing[name].append(place)
    met = {
        (place, documents[other].publisher)
        for pair in candidates
        for place, other in ((pair.a, pair.b), (pair.b, pair.a))
    }
    found = {(pair.a, pair.b): pair for pair in candidates}
    for name, publisher in product(sorted(citing), sorted(of_publisher)):
        if is_by(publisher, name):
            for place in citing[name]:
                if documents[place].publisher != publisher and (place, publisher) not in met:
                    for other in of_publisher[publisher]:
                        a, b = sorted((place, other))
                        found.setdefault((a, b), Candidate(a, b, fresh=1.0, printed=False))
    return [found[pair] for pair in sorted(found)]


def _facts(stories: Sequence[Sequence[Document]]) -> Any:
    """What candidates need of each document besides its keys, as integers; stories have no publisher in common."""
    import pyarrow as pa

    publishers: dict[tuple[int, str], int] = {}
    columns: dict[str, list[int | None]] = {"publisher": [], "shelf": [], "time": []}
    for story, documents in enumerate(stories):
        shelves = Counter(document.publisher for document in documents if document.publisher)
        for name in sorted(shelves):
            publishers[story, name] = len(publishers)
        columns["publisher"] += [publishers.get((story, document.publisher or "")) for document in documents]
        columns["shelf"] += [shelves.get(document.publisher or "", 0) for document in documents]
        columns["time"] += [microseconds(document.published) for document in documents]
    columns["day"] = [None if time is None else time // 86_400_000_000 for time in columns["time"]]
    numbered = {"document": _integers(range(len(columns["time"])))}
    return pa.table(numbered | {name: _integers(values) for name, values in columns.items()})


def _integers(values: Iterable[int | None]) -> Any:
    import pyarrow as pa

    return pa.array(list(values), pa.int64())


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


# --- alignment --------------------------------------------------------------------------------------------------------


def _align(
    documents: Sequence[Document], candidates: Sequence[Candidate], engine: Engine, *, framed: bool
) -> list[Found]:
    import pyarrow as pa

    furniture = find_furniture(documents) if candidates else {}
    bundles = [_bundle(documents, furniture, pairs, framed) for pairs in bundled(candidates)]
    packed = pa.table({"bundle": pa.array([msgspec.msgpack.encode(one) for one in bundles], pa.binary())})
    found = engine.map(align_batches, packed, pa.schema([("found", pa.binary())]), rows=1)
    decoder = msgspec.msgpack.Decoder(Found)
    return [decoder.decode(row) for row in found["found"].to_pylist()]


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
    documents: Sequence[Document], furniture: Mapping[str, Sequence[Span]], pairs: Sequence[Candidate], framed: bool
) -> Bundle:
    places = sorted({place for pair in pairs for place in (pair.a, pair.b)})
    number = {place: n for n, place in enumerate(places)}
    return Bundle(
        documents=tuple(documents[place] for place in places),
        furniture=tuple(tuple(furniture.get(documents[place].id, ())) for place in places),
        pairs=tuple(pair._replace(a=number[pair.a], b=number[pair.b]) for pair in pairs),
        framed=framed,
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
    frames = [
        Extraction(d.id, boilerplate=d.boilerplate) if bundle.framed else extract_frame(d) for d in bundle.documents
    ]
    words, bare = Vocabulary(), []
    for document, frame, furniture in zip(bundle.documents, frames, bundle.furniture, strict=True):
        marks = tuple(merge([*frame.boilerplate, *furniture]))
        bare.append(Prepared(msgspec.structs.replace(document, boilerplate=marks), words))
    begun = []
    for first, second, _, _ in bundle.pairs:
        near = hours_apart(bundle.documents[first], bundle.documents[second]) <= settings.REWRITTEN_HOURS
        begun.append(begin(bare[first], bare[second], reworded=near))
    # Carriers of one text bring the same sentences again and again.
    distinct = list(dict.fromkeys(texts for pair in begun for texts in pair.texts))
    scores = dict(zip(distinct, sentence_scores(distinct), strict=True))
    aligned = [
        msgspec.structs.replace(finish(pair, [scores[texts] for texts in pair.texts]), fresh=fresh, printed=printed)
        for pair, (_, _, fresh, printed) in zip(begun, bundle.pairs, strict=True)
    ]
    return Found(tuple(aligned), tuple(credit for frame in frames for credit in frame.credits))
