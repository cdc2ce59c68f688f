"""Cases of quotations and statements that editors know by name, each as short reports of its own."""

from builders import check, claim_of, kinds


def test_two_translations_of_one_quotation_are_no_material_change():
    ledger = check(
        "“We will rebuild every house in this valley before the winter comes,” president Ines Quill said.",
        "“Every house in this valley will be rebuilt by us before winter arrives,” Ines Quill, the president, said.",
    )
    assert not [f for f in ledger.findings if f.kind in ("conflict", "misattributed")]
    assert all(claim.verdict != "conflict" for claim in ledger.claims)


def test_an_utterance_quoted_in_two_pieces_leaves_nothing_out():
    ledger = check(
        "“The old gate will hold through the winter, but nobody should sleep in the old mill houses below it,” said Ada Moen.",
        "“The old gate will hold through the winter,” Ada Moen said. “But nobody should sleep in the mill houses beneath it.”",
    )
    claim = claim_of(ledger, "a", "The old gate")
    assert {claim_of(ledger, "b", words).id for words in ("The old gate", "But nobody")} == {claim.id}
    assert "“beneath”" in claim.detail and "gate" not in claim.detail


def test_a_few_words_of_two_witnesses_in_another_wording_are_no_changed_quotation():
    ledger = check(
        "The crane fell at noon in Vell. “It crushed everything in its path,” a docker said.",
        "A crane fell on the quay of Vell. “All in its path was crushed,” said Ada Moen, who sells fish there.",
    )
    assert "altered_quote" not in kinds(ledger)


def test_where_a_quotation_was_cut_is_no_change_of_its_words():
    ledger = check(
        "“The release of the crew is the outcome of long talks between the council and the owner,” Ada Moen said.",
        "Ada Moen said it was “the outcome of long talks between council and the owner”.",
        "Ada Moen called it “the outcome of hard talks between the council and the owner”.",
    )
    found = [finding.detail for finding in ledger.findings if finding.kind == "altered_quote"]
    assert found == ["“long” against “hard”"]


def test_two_things_that_fall_are_two_claims():
    ledger = check("The minister said taxes would fall next year.", "The union said wages would fall next year.")
    assert not [claim for claim in ledger.claims if claim.kind == "statement"]


def test_two_rewordings_of_one_quotation_meet_though_they_share_little():
    ledger = check(
        "“There were boats in the trees and nobody to pull them down,” said Ada Moen, who keeps the ferry.",
        "“There were dinghies in the trees and no one to pull them down,” Ada Moen said.",
        "“Boats hung among the trees and nobody was there to pull them down at all,” said the ferry keeper Ada Moen.",
    )
    assert len({claim_of(ledger, name, "the trees").id for name in "abc"}) == 1
