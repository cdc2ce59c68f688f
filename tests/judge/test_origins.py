import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import document, lines, speaker
from twosource.judge.carriers import Carriers
from twosource.judge.origins import Asserted, count_origins
from twosource.records import Member, Passage, Reuse
from twosource.spans import Span

ANNA, BORIS = speaker("Anna Vell"), speaker("Boris Tarn")
OFFICIALS = speaker("officials", "anonymous")

# who asserts it (document, speaker), the lines of reporting, then low, high and unattributed
CASES = {
    "one speaker, many carriers": ([("a", ANNA), ("b", ANNA), ("c", ANNA)], ["a b", "c"], 1, 1, 0),
    "two speakers": ([("a", ANNA), ("b", BORIS)], ["a", "b"], 2, 2, 0),
    "one name in two spellings": ([("a", ANNA), ("b", speaker("Anne Vell"))], ["a", "b"], 1, 2, 0),
    "two of one surname": ([("a", ANNA), ("b", speaker("Otto Vell"))], ["a", "b"], 2, 2, 0),
    "two speakers in one document": ([("a", ANNA), ("a", BORIS)], ["a"], 2, 2, 0),
    "officials of two documents": ([("a", OFFICIALS), ("b", OFFICIALS)], ["a", "b"], 1, 2, 0),
    "officials of one line": ([("a", OFFICIALS), ("b", OFFICIALS)], ["a b"], 1, 1, 0),
    "one ministry": (
        [("a", speaker("the health ministry", "organisation")), ("b", speaker("Ministry of Health", "organisation"))],
        ["a", "b"],
        1,
        1,
        0,
    ),
    "a local council": ([(name, speaker("the local council", "organisation")) for name in "ab"], ["a", "b"], 1, 2, 0),
    "officials beside a name": ([("a", ANNA), ("b", OFFICIALS)], ["a", "b"], 1, 2, 0),
    "nobody named, one line": ([("a", None), ("b", None)], ["a b"], 1, 1, 2),
    "nobody named, two lines": ([("a", None), ("b", None)], ["a", "b"], 1, 2, 2),
    "a copy that lost the name": ([("a", ANNA), ("b", None)], ["a b"], 1, 1, 1),
    "another line without a name": ([("a", ANNA), ("b", None)], ["a", "b"], 1, 2, 1),
}


@pytest.mark.parametrize("name", CASES)
def test_table_of_origins(name):
    asserted, groups, low, high, unattributed = CASES[name]
    found = count_origins([Asserted(*pair) for pair in asserted], lines(*groups))
    assert (found.low, found.high, found.unattributed) == (low, high, unattributed)


def test_who_speaks_for_a_body_by_its_acronym_is_one_with_it_or_two():
    body = Asserted("a", speaker("World Health Organization", "organisation"))
    found = count_origins([body, Asserted("b", ANNA, "the WHO's Anna Vell")], lines("a", "b"))
    assert (found.low, found.high) == (1, 2)


def test_a_body_by_a_part_of_its_name_is_one_with_it_or_two():
    short, full = (speaker(name, "organisation") for name in ("Ferry Watch", "International League of the Ferry Watch"))
    found = count_origins([Asserted("a", short), Asserted("b", full)], lines("a", "b"))
    assert (found.low, found.high) == (1, 2)


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from([ANNA, BORIS, OFFICIALS, None])), min_size=1),
    st.data(),
)
def test_a_copy_never_raises_the_number_of_origins(pairs, data):
    asserted = [Asserted(*pair) for pair in pairs]
    alone = count_origins(asserted, lines("a", "b", "c d", "e", "f"))
    copied = data.draw(st.sampled_from(asserted))
    groups = {"a": "a z", "b": "b z", "c": "c d z", "d": "c d z", "e": "e z", "f": "f z"}
    with_copy = ["a", "b", "c d", "e", "f"]
    with_copy[with_copy.index(groups[copied.document].removesuffix(" z"))] = groups[copied.document]
    found = count_origins([*asserted, Asserted("z", copied.speaker)], lines(*with_copy))
    assert (found.low, found.high) <= (alone.low, alone.high)
    assert found.low <= found.high


def test_what_a_page_took_from_another_line_is_that_lines():
    def pair(a: str, b: str, mine: Span) -> Reuse:
        shared = (Passage(mine, mine, "verbatim", 1.0),)
        return Reuse(a, b, "excerpt", "a", "likely", 0.5, 0.5, 0.5, 0.0, 0.0, shared, ())

    head, tail = Span(0, 40), Span(40, 80)
    of = lines("a m", "b")
    carriers = Carriers({name: document(name) for name in of}, of, [pair("a", "m", head), pair("b", "m", tail)])
    for span, line in ((head, "a"), (tail, "b")):
        (found,) = carriers.lines([Member(document="m", spans=(Span(span.start + 5, span.end - 5),))]).values()
        assert found == of[line]
    assert carriers.lines([Member(document="b", spans=(tail,))]) == {"b": of["b"]}
