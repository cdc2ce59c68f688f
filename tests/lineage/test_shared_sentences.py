"""Pages made of sentences that very many pages hold: the pairs to align grow with the pages, not with their square."""

import random
from collections import Counter
from datetime import datetime, timedelta

import pytest

from builders import document
from twosource.candidates import find_candidates
from twosource.engines.local import LocalEngine
from twosource.records import Document
from twosource.settings.reuse import EARLIEST_HOLDERS, HOT_KEY, NEIGHBOURS_IN_TIME


def pages(count: int, *, pool: int) -> list[Document]:
    """So many pages of six sentences out of a pool, ten minutes apart."""
    chance = random.Random(3)
    words = ["".join(chance.choices("bcdfglmnprst", k=2)) + chance.choice("aeiou") + str(n % 7) for n in range(900)]
    sentences = [" ".join(chance.choices(words, k=14)).capitalize() + "." for _ in range(pool)]
    start = datetime(2031, 3, 4)
    return [
        document(
            f"d{n:04}",
            "\n\n".join(chance.sample(sentences, 6)),
            publisher=f"paper {n}",
            published=(start + timedelta(minutes=10 * n)).isoformat(),
        )
        for n in range(count)
    ]


def most_earlier(found: list[Document]) -> int:
    """The most earlier pages that one page is to be aligned with."""
    (pairs,) = find_candidates([found], LocalEngine())
    return max(Counter(pair.b for pair in pairs).values())


@pytest.mark.parametrize("pool", [20, 60])
def test_a_page_meets_few_others_however_many_hold_its_sentences(pool: int) -> None:
    assert most_earlier(pages(500, pool=pool)) <= HOT_KEY + EARLIEST_HOLDERS + NEIGHBOURS_IN_TIME
