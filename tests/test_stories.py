"""Grouping by the mean link, held against the slow obvious way."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.settings.stories import LARGEST_STORY, ROUND_UP_APART, ROUND_UP_LINK, ROUND_UP_STORIES, TOGETHER
from twosource.stories import Links, cut_by_day, group, round_ups

HIGH, LOW = int(TOGETHER * 1_000_000) + 50_000, 20_000


def links(pairs: dict[tuple[int, int], int]) -> Links:
    ordered = sorted(pairs)
    columns = ([a for a, _ in ordered], [b for _, b in ordered], [pairs[one] for one in ordered])
    return Links(*(np.array(column, np.int64) for column in columns))


def slowly(count: int, pairs: dict[tuple[int, int], int]) -> list[int]:
    """One pair of groups at a time, the one with the highest mean link first."""
    groups = [{n} for n in range(count)]
    while True:
        best = None
        for i, one in enumerate(groups):
            for other in groups[i + 1 :]:
                total = sum(pairs.get((min(a, b), max(a, b)), 0) for a in one for b in other)
                rank = (-(total / (len(one) * len(other))), min(one), min(other))
                if total / (len(one) * len(other)) >= TOGETHER * 1_000_000 and (best is None or rank < best[0]):
                    best = (rank, one, other)
        if best is None:
            return [next(min(one) for one in groups if n in one) for n in range(count)]
        _, one, other = best
        groups = sorted([*(g for g in groups if g not in (one, other)), one | other], key=min)


def test_a_chain_of_neighbours_is_not_one_story() -> None:
    chain = {(n, n + 1): HIGH for n in range(40)}
    sizes = np.bincount(group(41, links(chain)))
    assert sizes.max() <= 4


def test_a_link_of_nought_joins_nothing() -> None:
    assert group(2, links({(0, 1): 0})).tolist() == [0, 1]


@given(st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(LOW, 900_000), max_size=28,
))  # fmt: skip
def test_rounds_give_what_one_pair_at_a_time_gives(pairs: dict[tuple[int, int], int]) -> None:
    distinct = {pair: 1000 * value // 1000 + n for n, (pair, value) in enumerate(sorted(pairs.items()))}
    assert group(8, links(distinct)).tolist() == slowly(8, distinct)


def slow_round_ups(story: list[int], pairs: dict[tuple[int, int], int]) -> dict[int, list[int]]:
    """Every document against every story it is not in, by the words of the definition."""
    members = {of: [n for n, its in enumerate(story) if its == of] for of in set(story)}

    def total(some: list[int], others: list[int], without: int | None = None) -> int:
        return sum(pairs.get((min(a, b), max(a, b)), 0) for a in some for b in others if without not in (a, b))

    found = {}
    for document, own in enumerate(story):
        touched = [
            of
            for of, held in sorted(members.items())
            if of != own and len(held) > 1 and total([document], held) >= ROUND_UP_LINK * 1_000_000 * len(held)
        ]
        sides = [(members[one], members[other]) for one, other in combinations([own, *touched], 2)]
        apart = all(total(a, b, document) < ROUND_UP_APART * 1_000_000 * len(a) * len(b) for a, b in sides)
        if touched and apart and len(touched) + (len(members[own]) > 1) >= ROUND_UP_STORIES:
            found[document] = touched
    return found


@given(st.lists(st.integers(0, 3), min_size=12, max_size=12), st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([LOW, 200_000, 500_000]), max_size=20,
))  # fmt: skip
def test_round_ups_are_those_of_the_definition(groups: list[int], pairs: dict[tuple[int, int], int]) -> None:
    story = [groups.index(one) for one in groups]  # a story is named by its first document
    assert round_ups(np.array(story), links(pairs)) == slow_round_ups(story, pairs)


def test_a_review_of_three_stories_is_in_each() -> None:
    stories = [0, 0, 2, 2, 4, 4, 6]
    touching = {(n, 6): 300_000 for n in range(6)}
    assert round_ups(np.array(stories), links(touching)) == {6: [0, 2, 4]}
    assert round_ups(np.array(stories), links({**touching, (0, 2): 500_000, (1, 3): 500_000})) == {}


def test_a_day_above_the_limit_is_cut_and_undated_documents_come_last() -> None:
    days = [None, *[3] * (LARGEST_STORY + 1), 2]
    parts = cut_by_day(range(len(days)), days)
    assert [len(part) for part in parts] == [1, LARGEST_STORY, 2]
    assert parts[0] == [len(days) - 1]
    assert parts[-1][-1] == 0
