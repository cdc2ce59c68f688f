"""Who holds an office that a report names without its holder."""

import pytest

import twosource
from builders import speaker
from twosource.judge.offices import Offices
from twosource.records import Document

BRANDT = speaker("Ilse Brandt")


def office(description):
    return speaker(description, "person")


@pytest.mark.parametrize(
    "introduced",
    [
        "Harbour master Ilse Brandt said",
        "said the harbour master, Ilse Brandt.",
        "Ilse Brandt, the harbour master, said",
    ],
)
def test_the_one_whom_the_story_introduces_by_the_office(introduced):
    assert Offices([(BRANDT, introduced)]).holder(office("the harbour master")) == BRANDT


def test_of_two_holders_none_is_chosen():
    told = [(BRANDT, "harbour master Ilse Brandt said"), (speaker("Jon Vale"), "harbour master Jon Vale said")]
    assert Offices(told).holder(office("the harbour master")) is None


@pytest.mark.parametrize("description", ["a harbour master", "the spokeswoman", "harbour masters", "Ilse Brandt"])
def test_who_is_nobody_in_particular_is_left_alone(description):
    told = [(BRANDT, "spokeswoman and harbour master Ilse Brandt said")]
    assert Offices(told).holder(office(description)) is None


def test_a_report_that_cites_the_office_adds_no_origin():
    texts = {
        "a": "The quay holds 640 barrels of tar, harbour master Ilse Brandt said.",
        "b": "The quay in the old port holds 640 barrels of tar, the Echo reported, citing the harbour master.",
    }
    ledger = twosource.check([Document(id=name, text=text) for name, text in texts.items()])
    (claim,) = (claim for claim in ledger.claims if claim.kind == "figure")
    assert (claim.origins.low, claim.origins.high, claim.origins.unattributed) == (1, 1, 0)


def test_what_stands_in_a_release_is_the_word_of_its_issuer():
    texts = {
        "a": ("Vell Harbour Office", "Tar on the quay. The quay holds 640 barrels of tar."),
        "b": ("Echo", "There are 640 barrels of tar on the quay, the Vell Harbour Office said on Monday."),
    }
    ledger = twosource.check([Document(id=name, publisher=house, text=text) for name, (house, text) in texts.items()])
    (claim,) = (claim for claim in ledger.claims if claim.kind == "figure")
    assert [root.name for root in claim.origins.roots] == ["Vell Harbour Office"]
    assert claim.origins.unattributed == 0
