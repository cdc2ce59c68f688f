import itertools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import document
from twosource.compare import laid
from twosource.compare.passages import align
from twosource.compare.prepared import Prepared, Vocabulary
from twosource.compare.runs import equal_runs
from twosource.compare.sentences import sentence_scores
from twosource.records import Document
from twosource.settings.reuse import COMMON_SEED, SHORTEST_RUN
from twosource.spans import Span

ONE = "The old ferry left the inner basin at noon with forty passengers and a cargo of wool on board."
TWO = "Its engine failed off the eastern breakwater, and the tide carried it slowly towards the rocks."
THREE = "Two tugs from the pilot station reached it within the hour and brought everybody ashore unharmed."


def aligned(a: str | Document, b: str | Document):
    words = Vocabulary()
    one, other = (text if isinstance(text, Document) else document(name, text) for name, text in (("a", a), ("b", b)))
    (found,) = align([(Prepared(one, words), Prepared(other, words))], sentence_scores)
    return found


def test_a_copy_is_one_verbatim_passage():
    found = aligned(f"{ONE} {TWO}", f"{ONE} {TWO}")
    assert [passage.kind for passage in found.passages] == ["verbatim"]
    assert found.coverage_a == found.coverage_b == found.equal == 1


def test_moved_paragraphs_are_found_where_they_stand():
    a, b = f"{ONE}\n\n{TWO}\n\n{THREE}", f"{THREE}\n\n{ONE}\n\n{TWO}"
    found = aligned(a, b)
    assert {(p.a.of(a), p.b.of(b)) for p in found.passages} >= {(THREE[:-1], THREE[:-1])}
    assert found.coverage_a == found.coverage_b == 1


def test_a_trimmed_copy_is_covered_and_its_model_is_not():
    found = aligned(f"{ONE}\n\n{TWO}\n\n{THREE}", ONE)
    assert found.coverage_b == 1
    assert found.coverage_a == pytest.approx(1 / 3, abs=0.05)


def test_a_changed_number_is_evidence_and_lowers_no_score():
    a = "The council counted 1,250 damaged homes along the river and promised help before the winter."
    b = a.replace("1,250", "12,500")
    found = aligned(a, b)
    assert found.coverage_a == 1
    assert found.numbers == 0
    ((one, other),) = found.changed_numbers
    assert (one.of(a), other.of(b)) == ("1,250", "12,500")


def test_words_inside_quotation_marks_are_counted_apart():
    said = "“We were told to wait for the pilot and we waited until the last moment,” she said"
    found = aligned(
        f"{said} on the quay this morning.", f"Asked about it, {said.removesuffix(' she said')} was her answer."
    )
    assert found.quote_coverage_a == found.quote_coverage_b == 1
    assert found.coverage_a < 0.3


def test_boilerplate_is_not_aligned():
    text = f"{ONE}\n\nSign up for our newsletter and never miss a story from the coast again"
    start = text.index("Sign")
    marked = Document(id="a", text=text, boilerplate=(Span(start, len(text)),))
    found = aligned(marked, text)
    assert all(passage.a.end <= start for passage in found.passages)


def test_unlike_texts_share_nothing():
    assert aligned(ONE, "Potatoes were cheaper at the market, and the mayor bought a sack.").passages == ()


TEXTS = st.lists(
    st.sampled_from([ONE, TWO, THREE, "“Nobody told us anything at all about it,” he said.", "Rain fell."]), max_size=6
)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_passages_lie_inside_their_texts_overlap_nowhere_and_mirror(a, b):
    one, other = "\n\n".join(a), "\n\n".join(b)
    found, mirrored = aligned(one, other), aligned(other, one)
    for side, text in (("a", one), ("b", other)):
        spans = sorted(getattr(passage, side) for passage in found.passages)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(x.end <= y.start for x, y in itertools.pairwise(spans))
    # A sentence of two words that stands twice may be matched with either, which is much of a short text.
    assert found.coverage_a == pytest.approx(mirrored.coverage_b, abs=0.1 if len(one) > 300 else 0.25)


FEW_WORDS = st.lists(st.sampled_from(["rain", "sea", "boat", "12", "7"]), max_size=24).map(" ".join)


def runs_slowly(a: Prepared, b: Prepared) -> set[tuple[int, int, int]]:
    """Every longest run of equal words, found by laying each word on each."""
    found = set()
    for i, j in itertools.product(range(len(a.ids)), range(len(b.ids))):
        if i and j and a.ids[i - 1] == b.ids[j - 1]:
            continue
        size = 0
        while i + size < len(a.ids) and j + size < len(b.ids) and a.ids[i + size] == b.ids[j + size]:
            size += 1
        if size >= SHORTEST_RUN:
            found.add((i, j, size))
    return found


@settings(deadline=None)
@given(st.lists(FEW_WORDS, min_size=1, max_size=4), st.data())
def test_runs_of_equal_words_are_those_of_a_slow_search(texts: list[str], chosen: st.DataObject) -> None:
    words = Vocabulary()
    made = [Prepared(document(str(number), text), words) for number, text in enumerate(texts)]
    pairs = chosen.draw(st.lists(st.tuples(st.sampled_from(made), st.sampled_from(made)), min_size=1, max_size=6))
    runs, common = equal_runs(pairs)
    for (one, other), found, shared in zip(pairs, runs, common, strict=True):
        assert shared == len(set(one.seeds.tolist()) & set(other.seeds.tolist()))
        if max(Counter(other.seeds.tolist()).values(), default=0) <= COMMON_SEED:
            assert set(map(tuple, found)) == runs_slowly(one, other)
            assert found == sorted(found, key=lambda run: (-run.size, run))


@settings(deadline=None)
@given(st.lists(TEXTS.map("\n\n".join), min_size=2, max_size=5), st.data())
def test_pairs_aligned_together_are_as_each_alone(texts: list[str], chosen: st.DataObject) -> None:
    words = Vocabulary()
    made = [Prepared(document(str(number), text), words) for number, text in enumerate(texts)]
    pairs = chosen.draw(st.lists(st.tuples(st.sampled_from(made), st.sampled_from(made)), min_size=1, max_size=6))
    for scores in (None, sentence_scores):
        assert align(pairs, scores) == [one for pair in pairs for one in align([pair], scores)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(laid, "_WORDS", 40)
        cut = laid.parts(pairs)
    assert [pair for part in cut for pair in pairs[part]] == pairs
