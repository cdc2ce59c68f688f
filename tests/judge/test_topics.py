"""Shares, sums and lengths of time that reports give of one thing, each in its own words."""

import pytest

from builders import check, claim_of


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Food prices climbed 6.1 percent and fuel fell 2.3 percent.", "Food was 6.1% dearer than in 2030.", "6.1"),
        ("Tarsk inflation slows to 4.2 percent.", "Annual inflation eased to 4.2 percent last month.", "4.2"),
        ("Wages grew by 3.9 percent in the first quarter.", "Pay rose 3.9% between January and March.", "3.9"),
        ("He was given 18 months, suspended.", "The builder received an 18-month suspended term.", "18"),
    ],
)
def test_one_value_of_one_thing_is_one_claim(one, other, words):
    ledger = check(one, other)
    claim = claim_of(ledger, "a", words)
    assert (claim.documents, claim.verdict) == (2, "agree")


def test_one_value_of_two_things_is_two_claims():
    ledger = check(
        "Food prices climbed 6.1 percent in the year to April.", "Exports of timber were down 6.1 percent on 2030."
    )
    assert claim_of(ledger, "a", "6.1").documents == 1


def test_a_claim_says_what_a_share_is_of():
    ledger = check("Tarsk inflation slows to 4.2 percent.", "Annual inflation eased to 4.2 percent last month.")
    assert claim_of(ledger, "a", "4.2").text.endswith("(inflation)")


def test_values_that_differ_are_one_claim_where_topic_and_time_are_the_same():
    wages = "Wages rose by 3.9 percent in the first quarter, the office said."
    ledger = check(wages, "Wages rose 2.9 percent in the first quarter.")
    assert claim_of(ledger, "a", "3.9").id == claim_of(ledger, "b", "2.9").id
    ledger = check(wages, "Public wages rose 2.9 percent in the first quarter.")
    assert claim_of(ledger, "a", "3.9").id != claim_of(ledger, "b", "2.9").id


def test_a_bound_far_from_another_bound_is_no_near_value():
    ledger = check("The new bridge should cost more than $1 billion.", "A ferry should cost $150 million or more.")
    assert claim_of(ledger, "a", "$1 billion").documents == 1


def test_a_loss_of_one_year_is_no_loss_since_1980():
    ledger = check(
        "The glaciers lost 4 percent of their ice in 2030, the Velden Institute said.",
        "The glaciers have lost 34 percent of their ice since 1980, researchers in Velden said.",
    )
    assert claim_of(ledger, "a", "4 percent").documents == 1


def test_two_terms_of_prison_for_one_man_contradict_each_other():
    ledger = check(
        "The mayor of Carrow, Peter Naylor, was sentenced to six years in prison for taking bribes.",
        "A court sentenced Peter Naylor, the mayor of Carrow, to nine years in jail for taking bribes.",
    )
    assert claim_of(ledger, "a", "six years").verdict == "conflict"


def test_a_bound_ten_times_too_small_is_a_slip():
    ledger = check(
        "At least 2,300 people have been killed in the war, the Velden Office said.",
        "The war has killed 23,000 people, the Velden Office said.",
    )
    assert claim_of(ledger, "a", "2,300").verdict == "probable_slip"


@pytest.mark.parametrize(
    ("one", "other", "words", "verdict"),
    [
        ("The top was 42.7 degrees in Morrowby.", "Morrowby recorded a top of 42.7C.", "42.7", "agree"),
        (
            "Customs seized 4.8 tonnes of cocaine in the port of Velden.",
            "Customs in the port of Velden seized 480 kilos of cocaine.",
            "4.8",
            "probable_slip",
        ),
    ],
)
def test_units_of_one_kind_are_compared(one, other, words, verdict):
    assert claim_of(check(one, other), "a", words).verdict == verdict


def test_seats_of_two_parties_are_two_claims():
    ledger = check("The Green List won 16 seats in Tarsk.", "The Citizens' Union won 13 seats in Tarsk.")
    assert claim_of(ledger, "a", "16").documents == 1
