from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.linkage import complete_linkage


def link(count, pairs, ties=None):
    ties = set(ties or pairs)
    return complete_linkage([[item] for item in range(count)], pairs, lambda low, high: (low, high) in ties)


def test_a_chain_does_not_form():
    assert link(3, [(0, 1), (1, 2)]) == [[0, 1], [2]]


def test_the_first_pair_is_served_first():
    assert link(3, [(1, 2), (0, 1)]) == [[0], [1, 2]]


def test_a_pair_that_is_not_ruled_out_lets_others_join():
    assert link(3, [(0, 1), (1, 2)], [(0, 1), (1, 2), (0, 2)]) == [[0, 1, 2]]


def test_groups_that_are_given_stay_together():
    tied = {(0, 2), (1, 2)}
    assert complete_linkage([[0, 1], [2], [3]], [(1, 2)], lambda low, high: (low, high) in tied) == [[0, 1, 2], [3]]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), unique=True))
def test_every_pair_of_a_group_is_tied_and_every_item_is_in_one_group(pairs):
    groups = link(8, pairs)
    assert sorted(item for group in groups for item in group) == list(range(8))
    assert all((x, y) in pairs for group in groups for x in group for y in group if x < y)
