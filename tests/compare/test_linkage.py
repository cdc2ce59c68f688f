from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.linkage import complete_linkage


def test_a_chain_does_not_form():
    ties = {(0, 1): 9.0, (1, 2): 8.0}
    assert complete_linkage(3, ties, ties) == [[0, 1], [2]]


def test_a_weak_tie_lets_a_strong_one_join():
    ties = {(0, 1): 9.0, (1, 2): 8.0, (0, 2): 1.0}
    assert complete_linkage(3, ties, [(0, 1), (1, 2)]) == [[0, 1, 2]]


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(0, 9)))
def test_every_pair_of_a_group_is_tied_and_every_item_is_in_one_group(ties):
    groups = complete_linkage(8, ties, ties)
    assert sorted(item for group in groups for item in group) == list(range(8))
    assert all((x, y) in ties for group in groups for x in group for y in group if x < y)
