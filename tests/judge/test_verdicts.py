import pytest

from builders import document, figure
from twosource.compare.same_figure import Measured
from twosource.compare.values import value_of
from twosource.judge.verdicts import judge_figures


def toll(point, id, **given):
    return figure(point, id=id, document=id, event="killed", head="people", **given)


def group(*figures):
    return [Measured(f, value_of(f), frozenset(), None) for f in figures]


def dated(*days):
    return {name: document(name, published=day) for name, day in zip("abcdef", days, strict=False)}


UNDATED = dated(None, None, None)
RISING = dated("2024-05-01", "2024-05-02", "2024-05-03")

CASES = [
    ("one document", [toll(12, "a")], UNDATED, "single", set()),
    ("agree", [toll(12, "a"), toll(12, "b")], UNDATED, "agree", set()),
    ("rounded", [toll(16100, "a"), toll(16000, "b")], UNDATED, "agree", set()),
    (
        "bound",
        [toll(18500, "a"), toll(16000, "b", low=16000, high=None, bound="more_than")],
        UNDATED,
        "compatible",
        set(),
    ),
    ("rising toll", [toll(12, "a"), toll(14, "b")], RISING, "update", set()),
    ("rising toll without dates", [toll(12, "a"), toll(14, "b")], UNDATED, "unsure", None),
    ("a toll that falls, nobody says why", [toll(14, "a"), toll(12, "b"), toll(12, "c")], RISING, "unsure", {"a"}),
    ("an old toll told again", [toll(12, "a"), toll(14, "b"), toll(12, "c")], RISING, "update", set()),
    ("a lost thousand", [toll(2, "a"), toll(2000, "b"), toll(2000, "c")], UNDATED, "probable_slip", {"a"}),
    ("feared", [toll(12, "a"), toll(12, "b"), toll(30, "c", modality="possible")], RISING, "unsure", {"c"}),
]


@pytest.mark.parametrize(("name", "figures", "documents", "verdict", "differs"), CASES, ids=[c[0] for c in CASES])
def test_table_of_verdicts(name, figures, documents, verdict, differs):
    found = judge_figures(group(*figures), documents)
    assert found.verdict == verdict
    assert differs is None or found.differs == differs


@pytest.mark.parametrize(("second", "verdict"), [("Ann Vell", "revision"), ("Bo Tarn", "conflict")])
def test_a_toll_that_falls_is_taken_back_by_its_speaker_or_disputed_by_another(second, verdict):
    first, later = group(toll(14, "a"), toll(12, "b"))
    pair = [first._replace(speaker="Ann Vell"), later._replace(speaker=second)]
    assert judge_figures(pair, RISING).verdict == verdict


def test_the_order_of_members_changes_nothing():
    figures = group(toll(12, "a"), toll(14, "b"), toll(14, "c"))
    assert judge_figures(figures, RISING) == judge_figures(figures[::-1], RISING)


def test_two_parties_who_differ_on_what_does_not_grow_are_in_conflict():
    figures = [figure(7, id=n, document=n, event="destroyed", head="boats") for n in "a"]
    figures.append(figure(11, id="b", document="b", event="destroyed", head="boats"))
    assert judge_figures(group(*figures), RISING).verdict == "conflict"
