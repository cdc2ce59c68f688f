"""Terms by which reports of one event find each other: hashed words with how often they stand in a text.

Names, places, figures and rare words do this alike: each weighs what it is rare, so none needs to be told from another.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from twosource.extraction.keys import hash_words, little_meaning
from twosource.records import Record, arrow_schema
from twosource.settings.stories import LEAD_COUNTS, LEAD_WORDS, MOST_COUNTED, SHORTEST_TERM

Integers = npt.NDArray[np.int64]


class Term(Record):
    """A word that a document holds, as a hash: kind 1 with a digit in it, else 0; words of the lead count twice."""

    document: int
    kind: int
    key: int
    count: int


def find_terms(texts: Sequence[str], titles: Sequence[str | None]) -> tuple[Integers, Integers, Integers, Integers]:
    """The distinct terms of many texts with their titles: index of the text, kind, key, count, sorted by index and key."""
    words = hash_words([*texts, *(title or "" for title in titles)])
    place = np.arange(len(words.owner)) - np.searchsorted(words.owner, words.owner)
    weight = np.where(place < LEAD_WORDS, LEAD_COUNTS, 1)
    kept = (words.length >= SHORTEST_TERM) & ~np.isin(words.hashes, little_meaning())
    index, key = words.owner[kept] % max(len(texts), 1), words.hashes[kept].view(np.int64)
    kind, weight = words.digits[kept].astype(np.int64), weight[kept]
    order = np.lexsort((key, index))
    index, key, kind, weight = index[order], key[order], kind[order], weight[order]
    if not len(key):
        return index, kind, key, weight
    first = np.flatnonzero(np.concatenate(([True], (index[1:] != index[:-1]) | (key[1:] != key[:-1]))))
    return index[first], kind[first], key[first], np.minimum(np.add.reduceat(weight, first), MOST_COUNTED)


def term_batches(batches: Iterator[Any]) -> Iterator[Any]:
    """Record batches with columns `document` (a number), `text` and `title` to record batches of `Term`."""
    import pyarrow as pa

    schema = arrow_schema(Term)
    for batch in batches:
        index, kind, key, count = find_terms(batch.column("text").to_pylist(), batch.column("title").to_pylist())
        documents = batch.column("document").take(pa.array(index))
        yield pa.RecordBatch.from_arrays([documents, pa.array(kind), pa.array(key), pa.array(count)], schema=schema)
