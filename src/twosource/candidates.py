"""Which documents are to be aligned: the pairs that share enough keys, and those that credit one another.

One query over the keys of all documents finds them, for one set of documents or for many stories at once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from importlib.resources import files
from itertools import product
from typing import Any, NamedTuple

from twosource.engines.base import Engine
from twosource.extraction.keys import Key, apart, key_batches, sampled
from twosource.judge.derive import is_by
from twosource.records import Credit, Document, arrow_schema
from twosource.settings import reuse as settings


class Candidate(NamedTuple):
    """Two documents, by their places, that share enough keys to be aligned."""

    a: int
    b: int
    fresh: float
    """The share of the keys of the one that has fewer that both hold and that are no form of a common publisher."""
    printed: bool
    """Whether most of what both hold stands in further documents of a common publisher."""


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
    facts = _facts(stories).append_column("size", pa.array(size.astype(np.int64)))
    facts = facts.append_column("dense", pa.array((beyond > 0).astype(np.int64)))
    key = apart(key, group[number])
    if not _can_meet(kind, key, limits):
        return [[] for _ in stories]
    keys = keys.set_column(2, "key", pa.array(key))
    found = engine.query(sql("candidates"), {"documents": facts, "keys": keys}, limits)
    a, b, as_written, fresh, printed = (found[name].to_numpy() for name in ("a", "b", "as_written", "fresh", "printed"))
    share = fresh / np.maximum(1, np.minimum(size[a], size[b]))
    first = np.searchsorted(group, group[a])
    columns = (column.tolist() for column in (a - first, b - first, share, 2 * printed > as_written))
    pairs: list[list[Candidate]] = [[] for _ in stories]
    for of, *pair in zip(group[a].tolist(), *columns, strict=True):
        pairs[of].append(Candidate(*pair))
    return pairs


def _can_meet(kind: Any, key: Any, limits: Mapping[str, float | int]) -> bool:
    """Whether enough keys stand in several documents for any pair to be told; of many keys nobody asks, some always do."""
    import numpy as np

    if len(key) > settings.FEW_KEYS:
        return True
    as_written, content = (len(held) - len(np.unique(held)) for held in (key[kind == 0], key[kind == 1]))
    return bool(
        content >= limits["shared_content_keys"] or as_written >= min(limits["shared_keys"], limits["passage_keys"])
    )


_LIMITS = (
    "furniture_documents", "furniture_days", "furniture_share", "hot_key", "earliest_holders", "neighbours_in_time", "shared_keys",
    "passage_keys", "shared_content_keys", "report_keys",
)  # fmt: skip


def with_credited(
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
