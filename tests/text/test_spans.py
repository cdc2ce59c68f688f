"""Spans that are asked for places."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.spans import Span, SpanSet

places = st.integers(0, 40)
spans = st.lists(st.tuples(places, places).map(lambda ends: Span(*sorted(ends))), max_size=6)


@given(spans, st.lists(places, unique=True).map(sorted))
def test_the_places_among_spans_are_those_that_lie_in_one(given_spans: list[Span], offsets: list[int]) -> None:
    held = SpanSet(given_spans)
    assert held.among(offsets) == {place for place in offsets if place in held}
