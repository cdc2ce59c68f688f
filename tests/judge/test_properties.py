"""What holds of any story: a copy adds no origin, an unrelated report changes no claim, order changes nothing."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import twosource
from twosource.records import Document

SENTENCES = [
    "The flood in Carrow killed 12 people and injured 41, mayor Ruth Okafor said.",
    "At least 12 people died in the flood, officials said on Monday.",
    "In Carrow the water carried off 340 houses near the mill.",
    "Engineers counted 340 houses that the water had carried off.",
    "“We could not reach the lower town before dawn,” fire chief Hugh Dale told reporters.",
    "Fire chief Hugh Dale said: “We would not reach the lower town before dawn.”",
    "Repairs to the bridge will cost 4.2 million euros, engineer Mara Quist said.",
    "The bill for the broken bridge stands at about 4 million euros, according to Mara Quist.",
    "Some 2,000 residents spent the night in schools.",
    "The toll rose to 14 on Tuesday, mayor Ruth Okafor said.",
]
UNRELATED = "A pianist from Lindholm won the spring competition with a sonata that nobody had heard for a century."
REPORTS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True), min_size=2, max_size=4)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def documents(reports):
    return [
        Document(id=f"d{n}", text="\n\n".join(parts), publisher=f"paper {n}", published=f"2031-05-0{n + 1}")
        for n, parts in enumerate(reports)
    ]


def by_words(ledger):
    """The claims by the places of their members in the documents d0, d1, ..."""
    found = {}
    for claim in ledger.claims:
        for member in claim.members:
            for span in member.spans:
                found[claim.kind, member.document, span] = claim
    return found


@given(REPORTS, st.data())
@FEW
def test_adding_a_copy_never_raises_the_number_of_origins(reports, data):
    given = documents(reports)
    copied = data.draw(st.sampled_from(given))
    copy = Document(id="z", text=copied.text, publisher="the copyist", published="2031-05-09")
    alone, with_copy = by_words(twosource.check(given)), by_words(twosource.check([*given, copy]))
    for place, claim in alone.items():
        more = with_copy[place]
        if {m.document for m in more.members} - {"z"} == {m.document for m in claim.members}:
            assert more.origins.low <= claim.origins.low
            assert more.origins.high <= claim.origins.high


@given(REPORTS)
@FEW
def test_adding_an_unrelated_report_changes_no_claim(reports):
    given = documents(reports)
    other = Document(id="z", text=UNRELATED, publisher="the weekly", published="2031-05-09")
    assert twosource.check([*given, other]).claims == twosource.check(given).claims


@given(REPORTS, st.randoms())
@FEW
def test_the_order_of_documents_changes_nothing(reports, chance):
    given = documents(reports)
    mixed = given[:]
    chance.shuffle(mixed)
    assert twosource.check(mixed).to_json() == twosource.check(given).to_json()
