"""Where too few keys stand in several documents no query is asked, and what is told is the same as if one were."""

from random import Random

import pytest

from twosource import candidates
from twosource.candidates import find_candidates
from twosource.engines.local import LocalEngine
from twosource.records import Document

WORDS = [
    "harbour",
    "crane",
    "storm",
    "mayor",
    "ferry",
    "night",
    "repair",
    "signal",
    "council",
    "bridge",
    "winter",
    "price",
    "engine",
    "coast",
    "market",
    "strike",
]


def story(seed: int) -> list[Document]:
    """Three short texts of random words, of which the second and third share a run of some words with the first."""
    chance = Random(seed)
    common = chance.choices(WORDS, k=chance.randrange(16))
    own = [[f"{chance.choice(WORDS)}{chance.randrange(1000)}" for _ in range(40)] for _ in range(3)]
    return [
        Document(id=f"d{n}", text=" ".join([*words[:20], *common, *words[20:]]) + ".") for n, words in enumerate(own)
    ]


@pytest.mark.parametrize("one_story", [False, True])
def test_the_pairs_are_those_that_the_query_tells(monkeypatch, one_story):
    stories = [story(seed) for seed in range(40)]
    found = [find_candidates([one], LocalEngine(), one_story=one_story) for one in stories]
    monkeypatch.setattr(candidates, "_can_meet", lambda *_: True)
    assert found == [find_candidates([one], LocalEngine(), one_story=one_story) for one in stories]
    assert 0 < sum(bool(pairs) for (pairs,) in found) < len(stories)


def test_texts_that_share_nothing_are_not_asked_about(monkeypatch):
    monkeypatch.setattr(LocalEngine, "query", lambda *_, **__: pytest.fail("asked"))
    documents = [
        Document(id=name, text=f"Only {name} tells of {name} and of nothing else in {name}.") for name in "abc"
    ]
    assert find_candidates([documents[:2], documents[2:]], LocalEngine()) == [[], []]
