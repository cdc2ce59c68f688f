"""Routine reports: a form filled in again with other values contradicts nothing."""

import pytest

import twosource
from builders import check, claim_of
from twosource.records import Document

FORM = (
    "The treasury's operating cash balance totalled {} billion crowns on Monday, and balances in tax accounts fell to {} billion "
    "crowns. Holdings of foreign notes stood at {} billion crowns, while advances to the mint were {} billion crowns."
)


def verdicts(ledger):
    return {claim.verdict for claim in ledger.claims if claim.kind == "figure"}


def test_a_form_filled_in_twice_has_no_conflicts():
    ledger = check(FORM.format(12.67, 9.83, 2.84, 1.21), FORM.format(10.66, 7.62, 3.07, 1.94))
    assert not verdicts(ledger) & {"conflict", "probable_slip"}


def test_one_value_that_a_copy_changed_stays_one():
    ledger = check(FORM.format(12.67, 9.83, 2.84, 1.21), FORM.format(12.67, 98.3, 2.84, 1.21))
    assert claim_of(ledger, "a", "9.83").verdict == "probable_slip"


def test_names_that_the_other_report_does_not_know_make_two_things():
    ledger = check("Norda's price index rose 1.7 percent in April.", "Tarsk's price index rose 2.5 percent in April.")
    assert "conflict" not in verdicts(ledger)


def test_a_publisher_does_not_contradict_itself():
    texts = "Stocks of refined copper fell to 109,200 tonnes.", "Stocks of refined copper fell to 185,400 tonnes."
    for house, verdict in ((("Echo", "Echo"), False), (("Echo", "Courier"), True)):
        documents = [
            Document(id=id, text=text, publisher=publisher, published="2031-05-01")
            for id, text, publisher in zip("ab", texts, house, strict=True)
        ]
        assert ("conflict" in verdicts(twosource.check(documents))) == verdict


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The firm had sales of 23.8 billion crowns in 2030.",
            "The firm took a charge of 239 million crowns in 2030 on sales.",
        ),
        (
            "Oil demand rose 2.1 percent in the four weeks, the agency said.",
            "In the four weeks demand for oil was up 2.2 percent, the agency said.",
        ),
    ],
)
def test_a_near_value_or_other_digits_are_no_slip(one, other):
    assert "probable_slip" not in verdicts(check(one, other))
