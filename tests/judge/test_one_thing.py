"""What is no contradiction although the numbers exclude one another."""

from builders import check, claim_of, kinds

OBITUARIES = (
    "Two officers of the Velden police were shot on Friday morning at a motel by the old mill road, the sheriff said. "
    "{} had served the county for eighteen years and taught at its academy. He leaves a wife and {} children. The county will "
    "fly its flags at half mast until the funeral, which is to be held at the old church by the river in Tarsk."
)


def test_two_families_are_no_conflict():
    ledger = check(OBITUARIES.format("Olin Berg", "two"), OBITUARIES.format("Davin Moen", "four"), b="2031-05-01")
    assert "conflict" not in kinds(ledger)


def test_a_small_number_changed_at_one_place_of_a_copy_is_one():
    report = (
        "The river rose above the old mill road on Friday morning and cut the valley off, the county said. "
        "The army has closed {} bridges below the town until its divers have seen the piers of each. "
        "Buses turn back at the motel by the mill, and trains wait in Tarsk until the water falls."
    )
    ledger = check(report.format("three"), report.format("four"), b="2031-05-01")
    assert claim_of(ledger, "a", "three bridges").verdict == "conflict"


def test_two_officials_of_one_report_leave_open_who_counted_last():
    ledger = check(
        "At least 10 guests died in the hotel in Velden. Sheriff Olin Berg said 10 guests were dead. "
        "Earlier, attorney general Ella Moen had spoken of 13 dead guests at the hotel.",
        "At least 10 guests died in the hotel in Velden, officials said.",
    )
    assert claim_of(ledger, "a", "13 dead guests").verdict == "unsure"


def test_a_phrase_that_anybody_uses_is_no_quotation_cut_short():
    ledger = check(
        "Ada Moen stood on the quay. “I don't know which of the boats he took to the island, but I am praying,” she said.",
        "“I don't know,” said an old sailor at the gate.",
    )
    assert claim_of(ledger, "a", "I don't know").documents == 1


def test_two_things_told_in_like_words_are_no_conflict():
    for one, other in (
        ("Rents in Velden went up by 4.1 percent in a year.", "Fares in Velden went up by 2.6 percent in a year."),
        (
            "The Reed Party took 21 places in the council of Tarsk.",
            "The Harbour List took 9 places in the council of Tarsk.",
        ),
    ):
        assert "conflict" not in kinds(check(one, other, b="2031-05-01"))


def test_a_count_of_ballots_goes_on():
    ledger = check(
        "With half of the ballots counted the Reed Party had 5,120 votes.",
        "With all ballots counted the Reed Party had 9,740 votes.",
    )
    assert claim_of(ledger, "b", "9,740").verdict == "update"


def test_two_companies_that_tell_of_themselves_contradict_nobody():
    ledger = check(
        "Norda Ltd said it dug 1.2m ounces of gold last year.", "Tarsk Mines said it dug 0.9m ounces of gold last year."
    )
    assert claim_of(ledger, "a", "1.2m ounces").id != claim_of(ledger, "b", "0.9m ounces").id


def test_what_is_estimated_of_another_thing_answers_no_speaker():
    ledger = check(
        "Millers said the ban would keep about five million crowns of grain in the barns. All the grain of the valley is "
        "estimated at 900 million crowns.",
        "The ban keeps about five million crowns of grain in the barns, millers said.",
    )
    assert "conflict" not in kinds(ledger)
    assert claim_of(ledger, "a", "five million crowns").verdict == "agree"


def test_two_sums_of_one_speaker_are_not_set_apart():
    ledger = check(
        "Ada Moen said the fund held 96 million crowns. Moen estimated it at 55 million crowns in spring.",
        "The fund held 96 million crowns.",
    )
    assert "conflict" not in kinds(ledger)
