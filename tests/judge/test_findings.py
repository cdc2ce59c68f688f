"""What an editor is shown first, and what is not worth showing."""

import twosource
from twosource.records import Document

WIRE = (
    "The flood in Carrow destroyed 340 houses, mayor Ruth Okafor said on Monday. "
    "The water cut the bridge in half, and its two ends stand apart. "
    "“We will open the lower road on Friday if the rain stops,” engineer Hugh Dale said."
)


def check(*texts):
    documents = [
        Document(id=f"d{n}", text=text, publisher=f"paper {n}", published=f"2031-05-01T0{n}:00:00+00:00")
        for n, text in enumerate(texts)
    ]
    return twosource.check(documents)


def test_what_many_carry_and_one_person_said_comes_first_and_says_what_it_is():
    ledger = check(WIRE, WIRE, WIRE)
    first = ledger.findings[0]
    assert first.kind == "one_origin"
    assert first.detail == "3 documents carry “340 houses destroyed, Carrow”; behind all of them stands Ruth Okafor."


def test_small_numbers_of_which_nothing_happened_are_not_shown():
    ledger = check(WIRE, WIRE, WIRE)
    shown = [finding.detail for finding in ledger.findings if finding.kind == "one_origin"]
    assert not [detail for detail in shown if "half" in detail or "two ends" in detail]


def test_a_changed_quotation_is_set_against_the_wording_it_was_made_of():
    ledger = check(WIRE, WIRE.replace("on Friday if the rain stops", "on Friday once the rain stops"))
    (found,) = [finding for finding in ledger.findings if finding.kind == "altered_quote"]
    assert found.detail == "“if” against “once”"
    assert {evidence.document for evidence in found.evidence} == {"d0", "d1"}


def test_a_change_of_little_words_alone_is_not_shown():
    ledger = check(WIRE, WIRE.replace("open the lower road", "open a lower road"))
    assert not [finding for finding in ledger.findings if finding.kind == "altered_quote"]


def test_one_quotation_given_to_two_persons():
    ledger = check(WIRE, WIRE.replace("engineer Hugh Dale", "minister Elio Marsh"))
    (found,) = [finding for finding in ledger.findings if finding.kind == "misattributed"]
    assert found.detail == "One quotation is given to Elio Marsh and to Hugh Dale."


def test_ranks_run_from_one():
    ledger = check(WIRE, WIRE, WIRE.replace("340", "3,400"))
    assert [finding.rank for finding in ledger.findings] == list(range(1, len(ledger.findings) + 1))
    assert "probable_slip" in {finding.kind for finding in ledger.findings}


def test_two_like_sentences_of_one_speech_are_two_quotations():
    speech = "“Smoke is not what killed the cattle. Water is what killed the cattle,” vet Mara Quist said."
    ledger = check(speech, speech.replace("vet Mara Quist said", "said the vet, Mara Quist"))
    assert not [finding for finding in ledger.findings if finding.kind == "altered_quote"]


def test_who_gives_another_number_does_not_carry_it():
    told = "{} people have fallen ill with cholera in the delta of the Vell, and its hospitals are full."
    reports = [told.format(number) for number in ("1,940", "1,940", "2,110", "2,400")]
    documents = [Document(id=f"d{n}", text=text, publisher=f"paper {n}") for n, text in enumerate(reports)]
    ledger = twosource.check(documents)
    (claim,) = [claim for claim in ledger.claims if claim.documents == 4]
    assert claim.verdict == "unsure" and [m.stance for m in claim.members].count("differs") == 2
    assert not [finding for finding in ledger.findings if finding.kind == "one_origin"]
