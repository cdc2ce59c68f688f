"""Pairs of sentences: what is said again in other words scores above what only touches the same things."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.compare.sentence_features import NAMES, features
from twosource.compare.sentence_model import laid, load
from twosource.compare.sentences import compare_sentences, sentence_scores

SAME = [
    ("The ferry struck the pier in thick fog and sank within minutes.", "In dense fog the ferry hit the pier; it went down within minutes."),
    ("Rescuers pulled nine miners from the flooded shaft on Tuesday.", "On Tuesday nine miners were pulled out of the flooded shaft by rescuers."),
    ("The central bank raised its main rate by half a point to curb inflation.", "To curb inflation, the central bank increased the key rate by half a point."),
    ("Police arrested two men after the robbery of a jeweller in Ostrava.", "Two men were arrested by police following the jewellery robbery in Ostrava."),
    ("The minister said the hospital would stay open until spring.", "According to the minister, the hospital will remain open until spring."),
    ("A fire that began in the kitchen destroyed the school's east wing.", "The east wing of the school was destroyed by a blaze which started in the kitchen."),
]  # fmt: skip
OTHER = [
    ("The ferry struck the pier in thick fog and sank within minutes.", "The pier was built in 1911 and is closed to ferries in winter."),
    ("Rescuers pulled nine miners from the flooded shaft on Tuesday.", "The mine's owner was fined last year for poor pumps in another shaft."),
    ("The central bank raised its main rate by half a point to curb inflation.", "Inflation fell in March, and exporters asked for a weaker currency."),
    ("Police arrested two men after the robbery of a jeweller in Ostrava.", "A jeweller in Ostrava opened a second shop, and two men queued overnight."),
    ("The minister said the hospital would stay open until spring.", "Nurses at the hospital marched to the ministry with a list of demands."),
    ("A fire that began in the kitchen destroyed the school's east wing.", "Lessons move to the town hall, where the kitchen serves two hundred meals."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_same_in_other_words(a: str, b: str) -> None:
    assert compare_sentences(a, b).score > 0.62


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_the_same_things_but_another_sentence(a: str, b: str) -> None:
    assert compare_sentences(a, b).score < 0.65


def test_a_clause_of_its_own_on_each_side_lowers_the_score() -> None:
    shared = "The bridge over the Lena was closed on Friday"
    alone = compare_sentences(f"{shared}.", f"{shared} evening.").score
    apart = compare_sentences(
        f"{shared}, and engineers began to drill into the northern pillars.",
        f"After a quarrel about unpaid tolls had halted lorries for weeks, {shared.lower()}.",
    ).score
    assert apart < alone - 0.15


def test_synonyms_and_irregular_forms_count_as_words_in_common() -> None:
    related = compare_sentences("The men began to purchase weapons.", "The man started to buy arms.")
    strange = compare_sentences("The men began to purchase weapons.", "The man refused to paint fences.")
    assert related.score > strange.score + 0.03


def test_names_and_numbers_are_counted_among_all_words() -> None:
    row = dict(
        zip(
            NAMES,
            features([("The ferry to Vell sank at 9.", "On its way to Vell the ferry of 1962 went down.")])[0],
            strict=True,
        )
    )
    assert row["names told"] == pytest.approx(2 / 18)
    assert row["numbers told"] == pytest.approx(2 / 18)
    assert row["words apart"] == 4


def test_a_tree_asks_three_questions_in_a_row() -> None:
    tree = {
        "feature": [0, 1, 2, 0, 0, 0, 0],
        "limit": [5, 1, 1, 10, 20, 30, 40],
        "left": [1, 3, 5, 3, 4, 5, 6],
        "right": [2, 4, 6, 3, 4, 5, 6],
    }
    asked, _, answers = laid(tree)
    assert len(asked) == 7
    assert answers == [10, 10, 20, 20, 30, 30, 40, 40]


def test_no_words_and_no_pairs() -> None:
    assert sentence_scores([]) == []
    assert sentence_scores([("", ""), ("…", "A word."), ("A word.", "")]) == [1.0, 0.0, 0.0]


def test_the_model_fits_the_features() -> None:
    model = load()
    assert len(model.weights) == len(NAMES)
    assert model.feature.max() < len(NAMES)


TEXTS = st.text(st.sampled_from("abcdeABC 19.,'’-üß中\n"), max_size=60)


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6))
def test_scores_hang_on_no_other_pair_and_on_no_order(pairs: list[tuple[str, str]]) -> None:
    scores = sentence_scores(pairs)
    assert all(0 <= score <= 1 for score in scores)
    assert scores == [sentence_scores([pair])[0] for pair in pairs]
    assert scores == sentence_scores([(b, a) for a, b in pairs])
    assert np.isfinite(features(pairs)).all()
