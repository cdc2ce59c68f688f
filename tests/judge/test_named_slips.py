"""Slips that editors know by name, each in short reports of its own."""

from builders import check, claim_of, kinds


def test_a_lost_thousand_is_found_between_texts_that_share_no_sentence():
    ledger = check(
        "The mine at Dorren digs some 85,000 tonnes of copper out of the mountain every year.",
        "Every year the mountain of Dorren gives about 85 tonnes of copper to the mine, its owner wrote.",
    )
    assert claim_of(ledger, "a", "85,000").verdict == "probable_slip"


def test_a_count_of_one_speaker_with_two_swapped_digits_is_a_slip():
    ledger = check(
        "Ivo Quist, who runs the camp, said 412 miners were still waiting for a bed in Tarsk.",
        "Ivo Quist of the camp in Tarsk said that 421 miners still had no bed.",
    )
    assert "probable_slip" in kinds(ledger)
    by_two = check(
        "Ivo Quist, who runs the camp, said 412 miners were still waiting for a bed in Tarsk.",
        "Ada Moen of the camp in Tarsk said that 421 miners still had no bed.",
    )
    assert "probable_slip" not in kinds(by_two)


def test_a_lost_thousand_is_found_by_its_noun_where_the_rest_is_told_otherwise():
    ledger = check(
        "The bridge was built in 1968 and carried about 14,000 lorries a day.",
        "The bridge, which stood for decades, was used daily by 14 lorries.",
    )
    assert "probable_slip" in kinds(ledger)
