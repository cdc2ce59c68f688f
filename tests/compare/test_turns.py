"""What look-alikes say otherwise: one word for another, roles exchanged; and rewordings, which turn nothing."""

import pytest

from twosource.compare.sentences import compare_sentences, sentence_scores
from twosource.compare.turns import turned

TURNED = [
    ("Catches off Vell fell by nine tonnes in a year.", "Catches off Vell fell to nine tonnes in a year.", "“by” against “to”"),
    ("The Moen crew won every race of the regatta.", "The Moen crew won the last race of the regatta.", "“every” against"),
    ("The council has approved the harbour plan.", "The council has not approved the harbour plan.", "“not”"),
    ("The mayor of Vell vetoed the budget.", "The mayor of Vell signed the budget.", "“vetoed” against “signed”"),
    ("The ferry to Moen sails in spring.", "The ferry to Moen sails in autumn.", "“spring” against “autumn”"),
    ("Nine boats left Tarsk before noon.", "Six boats left Tarsk before noon.", "“Nine” against “Six”"),
    ("The lamp burned for thirty-five years.", "The lamp burned for 36 years.", "“thirty five” against “36”"),
    ("The pier is lit only in winter.", "The pier is lit in winter.", "“only” against nothing"),
    ("The Gazette, Nov. 12, told of the storm.", "The Gazette, March 12, told of the storm.", "“Nov” against “March”"),
    ("The report was written by Ada Berg in May.", "The report was written by Olaf Quist in May.", "“Ada Berg” against “Olaf Quist”"),
    ("The pilots may strike on Friday.", "The pilots will strike on Friday.", "“may” against “will”"),
    ("The crew tried to raise the anchor.", "The crew raised the anchor.", "“tried to raise” against “raised”"),
    ("Three of the nine wells ran dry.", "The nine wells ran dry.", "“Three of” against nothing"),
    ("The pier stays open if the storm passes.", "The pier stays open.", "“if the storm passes”"),
    ("The trawler rammed the pilot boat.", "The pilot boat rammed the trawler.", "change places"),
    ("The yard sued the insurer over the loss.", "The yard was sued by the insurer over the loss.", "passive"),
    ("A train in Tarsk stopped on Monday for an hour.", "A bus in Moen stopped on Friday for an hour.", "“Monday” against “Friday”"),
]  # fmt: skip
KEPT = [
    ("The council approved the plan.", "The council approved the plan."),
    ("The council approved the harbour plan.", "The council backed the harbour plan."),
    ("Nine boats left Tarsk.", "9 boats left Tarsk."),
    ("Boats left Tarsk before noon.", "Nine boats left Tarsk before noon."),
    ("The mayor met the envoy.", "The envoy met the mayor."),
    ("Ada Berg and Olaf Quist left.", "Olaf Quist and Ada Berg left."),
    ("The yard repaired the ferry.", "The ferry was repaired by the yard."),
    ("The load weighed 80 pounds.", "The load weighed 36 kilograms."),
    ("It happened near Sankt Olof on Sunday.", "It happened near Saint Olof on Sunday."),
    ("Sailors boarded the ferry.", "Seamen boarded the ferry."),
    ("The lamp burned for thirty-five years.", "The lamp burned for 35 years."),
    ("Only members may enter the yard.", "Members alone may enter the yard."),
    ("It is only at the far end that the pier is lit.", "It is merely at the far end that the pier is lit."),
    ("The Gazette, Nov. 12, told of the storm.", "The Gazette, November 12, told of the storm."),
    ("", "The ferry left."),
]


@pytest.mark.parametrize(("a", "b", "why"), TURNED)
def test_what_turns_a_look_alike_is_named(a: str, b: str, why: str) -> None:
    told = turned(a, b)
    assert told is not None
    assert why in told
    assert turned(b, a) is not None


@pytest.mark.parametrize(("a", "b"), KEPT)
def test_a_rewording_turns_nothing(a: str, b: str) -> None:
    assert turned(a, b) is None
    assert turned(b, a) is None


def test_sentences_changed_throughout_are_no_look_alikes() -> None:
    assert turned("The ferry hit the pier and sank.", "No ship of the line has ever met such weather here.") is None


@pytest.mark.parametrize(("a", "b", "why"), TURNED)
def test_a_look_alike_that_is_turned_scores_below_one_half_and_says_why(a: str, b: str, why: str) -> None:
    found = compare_sentences(a, b)
    assert found.score < 0.5
    assert why in found.detail


def test_the_wording_stays_as_alike_as_it_is() -> None:
    pair = ("Nine boats left Tarsk before noon on Monday.", "Six boats left Tarsk before noon on Monday.")
    assert sentence_scores([pair])[0] > 0.7 > compare_sentences(*pair).score
