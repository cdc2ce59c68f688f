"""Keys by which texts that share words find each other: sampled hashes of word runs, for many texts at once.

FracMinHash (Irber et al. 2022) over word 5-grams: a key is kept when its hash is small, so every document keeps the same
ones and the share of common keys estimates containment without bias. A second kind of key sorts three content words.
Words are hashed by polynomial prefix sums over the bytes of all texts together; no word becomes a Python object.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.records import Record, arrow_schema
from twosource.settings.reuse import CONTENT_KEY_WORDS, DENSE_BELOW_WORDS, KEY_CHARACTERS, KEY_WORDS, SAMPLE
from twosource.text.lexicon import lexicon

Hashes = npt.NDArray[np.uint64]

_BASE = np.uint64(0x9E3779B97F4A7C15 | 1)
_INVERSE = np.uint64(pow(int(_BASE), -1, 1 << 64))
_TYPOGRAPHY = re.compile("[\u00a0\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20«»·¿¡]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Key(Record):
    """A hash that a document, by its place, holds; `kind` 0 is a run of words as written, 1 a sorted run of content words."""

    document: int
    kind: int
    key: int


def find_keys(texts: Sequence[str]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The distinct sampled keys of many texts: index of the text, kind and key, in that order of sorting."""
    index, kind, key = _word_keys(texts)
    order = np.lexsort((key, kind, index))
    index, kind, key = index[order], kind[order], key[order]
    if len(key):
        first = np.ones(len(key), bool)
        first[1:] = (index[1:] != index[:-1]) | (kind[1:] != kind[:-1]) | (key[1:] != key[:-1])
        index, kind, key = index[first], kind[first], key[first]
    return index, kind, key


def sampled(keys: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Which keys every document keeps, however long it is."""
    return keys.view(np.uint64) < np.uint64((1 << 64) // SAMPLE)


def apart(keys: npt.NDArray[np.int64], groups: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The keys changed by the number of a group, so that those of different groups do not meet; group 0 keeps its own."""
    return (keys.view(np.uint64) ^ _mix(groups.astype(np.uint64))).view(np.int64)


def key_batches(batches: Iterator[Any]) -> Iterator[Any]:
    """Record batches with columns `document` and `text` to record batches of `Key`."""
    import pyarrow as pa

    schema = arrow_schema(Key)
    for batch in batches:
        index, kind, key = find_keys(batch.column("text").to_pylist())
        documents = batch.column("document").take(pa.array(index))
        yield pa.RecordBatch.from_arrays([documents, pa.array(kind), pa.array(key)], schema=schema)


def _word_keys(texts: Sequence[str]) -> tuple[npt.NDArray[Any], ...]:
    words, owner, length, _ = hash_words(texts)
    counts = np.bincount(owner, minlength=len(texts)) if len(owner) else np.zeros(len(texts), np.int64)
    dense = counts < DENSE_BELOW_WORDS
    runs, of = _runs(words, owner, KEY_WORDS)
    keys = _mix(_combine(runs))
    content = (length > 3) & ~np.isin(words, little_meaning())
    sorted_runs, content_of = _runs(words[content], owner[content], CONTENT_KEY_WORDS)
    content_keys = _mix(_combine(np.sort(sorted_runs, axis=1)))
    parts = []
    for kind, hashes, owners in ((0, keys, of), (1, content_keys, content_of)):
        signed = hashes.view(np.int64)
        kept = dense[owners] | sampled(signed)
        parts.append((owners[kept], np.full(int(kept.sum()), kind, np.int64), signed[kept]))
    return tuple(np.concatenate(part) for part in zip(*parts, strict=True))


class Words(NamedTuple):
    """The words of many texts, in order."""

    hashes: Hashes
    owner: npt.NDArray[np.int64]
    """The index of the text each stands in."""
    length: npt.NDArray[np.int64]
    """In bytes of UTF-8."""
    digits: npt.NDArray[np.bool_]
    """Whether there is a digit in it."""


def hash_words(texts: Sequence[str]) -> Words:
    """The words of texts, each of which is folded to lower case and hashed; scripts without spaces give characters."""
    folded = [(text if not _unspaced(text) else _spaced(text)).casefold() for text in texts]
    encoded = [_TYPOGRAPHY.sub(" ", text).encode("utf-8", "surrogatepass") for text in folded]
    data = np.frombuffer(b" ".join([*encoded, b""]), np.uint8)
    if not len(data):
        none = np.zeros(0, np.int64)
        return Words(none.view(np.uint64), none, none, none.astype(bool))
    edges = np.diff(_LETTERS[data].astype(np.int8), prepend=0, append=0)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    powers = np.cumprod(np.full(len(data), _BASE, np.uint64))
    sums = np.concatenate(([np.uint64(0)], np.cumsum((data.astype(np.uint64) + np.uint64(1)) * powers)))
    inverse = np.cumprod(np.full(len(data) + 1, _INVERSE, np.uint64))
    hashes = _mix((sums[ends] - sums[starts]) * inverse[starts])
    bounds = np.cumsum([len(part) + 1 for part in encoded])
    owner = np.searchsorted(bounds, starts, side="right").astype(np.int64)
    counted = np.concatenate(([0], np.cumsum((data >= ord("0")) & (data <= ord("9")))))
    return Words(hashes, owner, ends - starts, counted[ends] > counted[starts])


def _runs(words: Hashes, owner: npt.NDArray[np.int64], size: int) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """Every run of `size` words that stays in one text, as rows, with its text."""
    if len(words) < size:
        return np.zeros((0, size), np.uint64), np.zeros(0, np.int64)
    runs = np.lib.stride_tricks.sliding_window_view(words, size)
    inside = owner[: len(runs)] == owner[size - 1 :]
    return runs[inside], owner[: len(runs)][inside]


def _combine(runs: Hashes) -> Hashes:
    weights = np.cumprod(np.full(runs.shape[1], _BASE, np.uint64))
    return (runs * weights).sum(axis=1, dtype=np.uint64)


def _mix(hashes: Hashes) -> Hashes:
    """SplitMix64: every bit of the result depends on every bit of the hash."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))


@cache
def little_meaning() -> Hashes:
    """The hashes of function words."""
    return hash_words([" ".join(word for group in lexicon("function_words").values() for word in group)]).hashes


def _unspaced(text: str) -> bool:
    """Whether most of a text is in a script that does not divide words."""
    return len(_UNSPACED.findall(text)) * 3 > len(text)


def _spaced(text: str) -> str:
    """Such a text with each run of characters as a word, so that keys are runs of characters."""
    characters = [letter for letter in text if letter.isalnum()]
    size = KEY_CHARACTERS - KEY_WORDS + 1
    return " ".join("".join(characters[i : i + size]) for i in range(len(characters) - size + 1))


_LETTERS = np.array([chr(b).isalnum() if b < 128 else True for b in range(256)])
