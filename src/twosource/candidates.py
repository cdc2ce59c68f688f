"""Which documents are to be aligned: the pairs that share enough keys, and those that credit one another.

One query over the keys of all documents finds them, for one set of documents or for many stories at once.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from importlib.resources import files
from itertools import product
from typing import Any, NamedTuple

from twosource.engines.base import Engine
from twosource.extraction.keys import Key, apart, key_batches, sampled
from twosource.judge.derive import is_by
from twosource.records import Credit, Document, arrow_schema
from twosource.settings import reuse as settings
from twosource.text.moments import moment_of


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

    from twosource.meetings import Keys, find_pairs

    documents = [document for story in stories for document in story]
    group = np.repeat(np.arange(len(stories)), [len(story) for story in stories])
    texts = pa.table({"document": range(len(documents)), "text": [document.text for document in documents]})
    found = engine.map(key_batches, texts, arrow_schema(Key))
    number, kind, key = (found[name].to_numpy() for name in ("document", "kind", "key"))
    facts = _facts(stories, number[kind == 0], key[kind == 0])
    enough = settings.SHARED_KEYS if one_story else settings.PASSAGE_KEYS
    met = find_pairs(Keys(number, apart(key, group[number]), kind == 0), facts, passage_keys=enough)
    share = met.fresh / np.maximum(1, np.minimum(facts.size[met.a], facts.size[met.b]))
    first = np.searchsorted(group, group[met.a])
    columns = (column.tolist() for column in (met.a - first, met.b - first, share, 2 * met.printed > met.as_written))
    pairs: list[list[Candidate]] = [[] for _ in stories]
    for of, *pair in zip(group[met.a].tolist(), *columns, strict=True):
        pairs[of].append(Candidate(*pair))
    return pairs


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


def _facts(stories: Sequence[Sequence[Document]], number: Any, key: Any) -> Any:
    """What candidates need of each document besides its keys, and of those the keys as written; no publisher is in two stories."""
    import numpy as np

    from twosource.meetings import Facts

    names = [(story, document.publisher) for story, documents in enumerate(stories) for document in documents]
    times = [microseconds(document.published) for documents in stories for document in documents]
    shelves = Counter(name for name in names if name[1])
    publishers = {name: place for place, name in enumerate(shelves)}
    days = [None if time is None else time // 86_400_000_000 for time in times]
    numbered: dict[int | None, int] = {
        day: place for place, day in enumerate(sorted({day for day in days if day is not None}))
    }
    in_time = sorted(range(len(times)), key=lambda place: (times[place] is None, times[place] or 0, place))
    return Facts(
        publisher=np.array([publishers.get(name, -1) for name in names], np.int64),
        shelf=np.array([shelves[name] for name in names], np.int64),
        day=np.array([numbered.get(day, -1) for day in days], np.int64),
        turn=np.argsort(in_time),
        size=np.bincount(number, minlength=len(names)),
        dense=np.bincount(number[~sampled(key)], minlength=len(names)) > 0,
    )


def sql(name: str) -> str:
    """The text of a query of the whole corpus."""
    return files("twosource").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def microseconds(published: str | None) -> int | None:
    """A moment as microseconds since 1970 in universal time."""
    moment = moment_of(published)
    return None if moment is None else (moment - datetime(1970, 1, 1)) // timedelta(microseconds=1)
