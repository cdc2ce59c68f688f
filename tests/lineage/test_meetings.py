"""The fast search for pairs of documents gives what a query says that they are, which is slow and can be read."""

from pathlib import Path
from random import Random

import numpy as np
import pyarrow as pa
import pytest
from benchmarks.generator.story import generate_corpus
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as some
from hypothesis.strategies import SearchStrategy

from builders import document
from twosource import meetings
from twosource.candidates import find_candidates
from twosource.engines.local import LocalEngine
from twosource.meetings import Facts, Keys, Pairs, find_pairs
from twosource.settings import reuse as settings

QUERY = Path(__file__).with_name("pairs.sql").read_text(encoding="utf-8")
LIMITS = (
    "furniture_documents", "furniture_days", "furniture_share", "hot_key", "earliest_holders", "neighbours_in_time", "shared_keys",
    "shared_content_keys", "report_keys",
)  # fmt: skip


def asked(keys: Keys, facts: Facts, passage_keys: int) -> list[list[int]]:
    """The rows that the query gives."""
    known = {name: pa.array(column, mask=column < 0) for name, column in facts._asdict().items() if name != "dense"}
    documents = pa.table({"document": range(len(facts.size)), "dense": facts.dense.astype(int), **known})
    held = pa.table({"document": keys.document, "kind": (~keys.written).astype(int), "key": keys.key})
    limits = {name: getattr(settings, name.upper()) for name in LIMITS} | {"passage_keys": passage_keys}
    found = LocalEngine().query(QUERY, {"documents": documents, "keys": held}, limits)
    return [list(row.values()) for row in found.to_pylist()]


def told(pairs: Pairs) -> list[list[int]]:
    return np.column_stack(pairs).tolist()


def shelf_of(publisher: np.ndarray) -> np.ndarray:
    return np.array([int((publisher == one).sum()) if one >= 0 else 0 for one in publisher], np.int64)


@some.composite
def held_keys(draw: some.DrawFn) -> tuple[Keys, Facts]:
    """Some documents of few publishers on few days, and few keys, so that most are held by several."""
    chance = Random(draw(some.integers(0, 1 << 32)))
    count, pool = draw(some.integers(1, 24)), draw(some.integers(1, 60))
    rows = sorted(
        {(n, chance.random() < 0.6, chance.randrange(pool)) for n in range(count) for _ in range(chance.randrange(40))}
    )
    columns = (np.array(column) for column in zip(*rows, strict=True)) if rows else (np.zeros(0, int),) * 3
    place, written, key = columns
    publisher = np.array([chance.randrange(-1, 4) for _ in range(count)])
    return Keys(place, key, written.astype(bool)), Facts(
        publisher=publisher,
        shelf=shelf_of(publisher),
        day=np.array([chance.randrange(-1, 4) for _ in range(count)]),
        turn=np.array(chance.sample(range(count), count)),
        size=np.bincount(place[written.astype(bool)], minlength=count),
        dense=np.array([chance.random() < 0.5 for _ in range(count)]),
    )


def limits() -> SearchStrategy[dict[str, float]]:
    """Limits that few keys of few documents reach; nothing is furniture that stands in one document."""
    small = {name.upper(): some.integers(1 + (name == "furniture_documents"), 6) for name in LIMITS}
    return some.fixed_dictionaries(small | {"FURNITURE_SHARE": some.sampled_from([0.1, 0.5, 0.9])})


@profile(deadline=None)
@given(held_keys(), limits(), some.integers(1, 4), some.sampled_from([1, 30, 1 << 22]))
def test_the_pairs_are_those_that_the_query_tells(held, set_to, passage_keys, at_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(meetings, "_AT_ONCE", at_once)
        for name, value in set_to.items():
            patch.setattr(settings, name, value)
        assert told(find_pairs(*held, passage_keys=passage_keys)) == asked(*held, passage_keys)


@pytest.mark.parametrize("one_story", [False, True])
def test_the_pairs_of_stories_are_those_that_the_query_tells(monkeypatch, one_story):
    reports = [
        document(
            row["id"],
            row["text"],
            publisher=row["publisher"] if n % 11 else None,
            published=f"2031-03-{4 + n % 9:02}T{n % 24:02}:00:00+00:00" if n % 7 else None,
        )
        for n, row in enumerate(generate_corpus(11, 240))
    ]
    given_to = []
    monkeypatch.setattr(
        meetings, "find_pairs", lambda *held, **limits: given_to.append((held, limits)) or find_pairs(*held, **limits)
    )
    first, second, third = find_candidates([reports[:90], [], reports[90:]], LocalEngine(), one_story=one_story)
    ((held, limits),) = given_to
    rows = [(row[0], row[1]) for row in asked(*held, **limits)]
    assert [*((a, b) for a, b, *_ in first), *((a + 90, b + 90) for a, b, *_ in third)] == rows
    assert not second


def test_texts_that_share_nothing_meet_nowhere():
    alone = [document(name, f"Only {name} tells of {name} and of nothing else in {name}.") for name in "abc"]
    assert find_candidates([alone[:2], alone[2:], []], LocalEngine()) == [[], [], []]
