"""The fast search for pairs against a slow and obvious one, and what must hold of every story."""

import itertools
import re

import pytest
from benchmarks.generator import Story, generate_story
from hypothesis import given, settings
from hypothesis import strategies as some

import twosource
from builders import document
from twosource.engines.local import LocalEngine
from twosource.ledger import Ledger
from twosource.lineage import Reports, find_lineage, find_lineages
from twosource.records import Document

PROMISED = 0.3
MIX = {"independent": 2, "latent": 0, "copy": 1, "excerpt": 1, "rewrite": 1, "composite": 0, "live_blog": 0}
SEEDS = some.integers(0, 10_000)
FEW = settings(max_examples=8, deadline=None)


def grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def contained(a: str, b: str) -> float:
    one, other = grams(a), grams(b)
    return len(one & other) / max(1, min(len(one), len(other)))


def documents(story: Story) -> list[Document]:
    return [Document(**row) for row in story.rows]


def origins(given: list[Document]) -> dict[tuple, tuple[int, int]]:
    """Low and high of every claim, by the words and documents of the first input that assert it."""
    return {
        (claim.kind, claim.text): (claim.origins.low, claim.origins.high) for claim in twosource.check(given).claims
    }


@FEW
@given(SEEDS)
def test_no_pair_above_the_promise_is_missed(seed: int):
    reports = documents(generate_story(seed))
    found = {(pair.a, pair.b) for pair in twosource.reuse(reports)}
    for a, b in itertools.combinations(reports, 2):
        if contained(a.text, b.text) >= PROMISED:
            assert (a.id, b.id) in found


@FEW
@given(SEEDS)
def test_stories_searched_together_keep_to_themselves(seed: int):
    one, other = (twosource.check(documents(generate_story(number, **MIX))) for number in (seed, seed + 1))
    # The same documents once more, as a review of the week is in several stories, and a story of nothing.
    told = [_told(ledger) for ledger in (one, other, one)] + [Reports([], {}, {})]
    alone = [find_lineage(t.documents, LocalEngine(), lambda _, t=t: t.figures, t.credits) for t in told]
    assert list(find_lineages(told, LocalEngine())) == alone


def _told(ledger: Ledger) -> Reports:
    rows = {
        name: {one.id: [row for row in getattr(ledger, name) if row.document == one.id] for one in ledger.documents}
        for name in ("figures", "credits")
    }
    return Reports(ledger.documents, rows["figures"], rows["credits"])


@FEW
@given(SEEDS, some.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(seed: int, chance):
    reports = documents(generate_story(seed, **MIX))
    mixed = list(reports)
    chance.shuffle(mixed)
    assert twosource.check(mixed).to_json() == twosource.check(reports).to_json()


@FEW
@given(SEEDS)
def test_an_unrelated_document_changes_no_claim(seed: int):
    reports = documents(generate_story(seed, **MIX))
    other = document("zz", "Beekeepers met by the lake to compare honey and to choose a queen.", publisher="Hive")
    before, after = origins(reports), origins([*reports, other])
    assert {key: after.get(key) for key in before} == before


@FEW
@given(SEEDS)
def test_a_copy_never_adds_an_origin(seed: int):
    reports = documents(generate_story(seed, **MIX))
    copied = document("zz", reports[0].text, publisher="Copyist", published="2031-03-09T00:00:00+00:00")
    before, after = origins(reports), origins([*reports, copied])
    for key in before.keys() & after.keys():
        assert after[key][0] <= before[key][0] and after[key][1] <= before[key][1]


@pytest.mark.parametrize("seed", range(5))
def test_stories_are_the_same_for_a_seed_and_their_spans_are_true(seed: int):
    story = generate_story(seed)
    assert story == generate_story(seed)
    texts = {row["id"]: row["text"] for row in story.rows}
    for slip in story.slips:
        assert texts[slip.document][slice(*slip.span)] == slip.wrong


def test_a_child_may_derive_from_a_report_whose_time_is_unknown():
    reports = documents(generate_story(713652991043))
    assert {one.id for one in twosource.check(reports).documents} == {one.id for one in reports}
