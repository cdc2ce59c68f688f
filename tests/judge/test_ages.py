"""Ages of persons with a name, as several reports give them."""

import pytest

from builders import check, claim_of


@pytest.mark.parametrize(
    ("one", "other", "words", "verdict"),
    [
        ("The victim, Edith Dale, 81, was found.", "They found the 81-year-old Edith Dale.", "81", "agree"),
        ("Hugh Dale, 34, was charged on Friday.", "Hugh Dale, 39, was charged on Friday.", "34", "conflict"),
        ("Hugh Dale, 34, was charged on Friday.", "Hugh Dale (35) was charged on Friday.", "34", "compatible"),
        ("Hugh Dale lives here. Dale, 34, was charged.", "Hugh Dale, 34, was charged.", "34", "agree"),
    ],
)
def test_ages_of_one_person_are_one_claim(one, other, words, verdict):
    claim = claim_of(check(one, other), "a", words)
    assert (claim.documents, claim.verdict) == (2, verdict)
    assert claim.text.startswith(("Edith Dale, 81", "Hugh Dale, 3"))


def test_years_later_an_age_is_another():
    ledger = check("Hugh Dale, 34, was charged.", "Hugh Dale, 37, was convicted.", b="2034-05-01")
    assert claim_of(ledger, "a", "34").verdict == "unsure"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hugh Dale, 34, was charged.", "Ada Berg, 34, was charged."),
        ("A man of 34 was charged.", "A man of 36, who was charged, fled."),
        ("They are 54-year-old Mark Moen, 42-year-old Ada Berg.", "Mark Moen, 54, was a broker."),
    ],
)
def test_nobody_has_the_age_of_another(one, other):
    ages = [claim for claim in check(one, other).claims if claim.text[-2:].isdigit()]
    assert {(claim.text, claim.verdict) for claim in ages} <= {("Mark Moen, 54", "agree")}
