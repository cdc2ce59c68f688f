from hypothesis import given
from hypothesis import strategies as some

from twosource.spans import Span, in_both, merge

SPANS = some.lists(some.tuples(some.integers(0, 40), some.integers(0, 8)).map(lambda one: Span(one[0], sum(one))))


@given(SPANS, SPANS)
def test_what_lies_in_both_is_what_every_code_point_says(spans: list[Span], others: list[Span]) -> None:
    one, other = ({place for span in found for place in range(*span)} for found in (spans, others))
    assert in_both(merge(spans), merge(others)) == len(one & other)
