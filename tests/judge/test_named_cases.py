"""Cases that editors know by name, each as short reports of its own."""

import twosource
from builders import check, claim_of, kinds
from twosource.records import Document


def test_a_round_up_of_three_incidents_contradicts_nobody():
    ledger = check(
        "Two people were killed and five wounded in a shooting at a bar in Velden on Friday, police said.",
        "A violent weekend: in Velden, two people were killed at a bar. In Tarsk, a crash killed four people on Saturday. "
        "In Morrowby, nine people were injured when a stand gave way on Sunday.",
    )
    assert "conflict" not in kinds(ledger)
    assert claim_of(ledger, "b", "four people").documents == 1


def test_a_figure_of_another_year_stays_apart():
    ledger = check(
        "The flood in Carrow killed 12 people, the mayor said. In 2019, a flood in Carrow killed 40 people.",
        "Twelve people were killed in the flood that hit Carrow, the mayor said.",
    )
    assert claim_of(ledger, "a", "40 people").id != claim_of(ledger, "a", "12 people").id
    assert "conflict" not in kinds(ledger)


def test_a_figure_denied_by_its_subject_is_told_with_both_speakers():
    ledger = check(
        "The union said the plant had dumped 900 tonnes of slag in the river. The company denied it: "
        "its spokesman Corin Vale said it had dumped 30 tonnes of slag in the river.",
        "The plant dumped 900 tonnes of slag in the river, union leader Petra Lund said.",
    )
    claim = claim_of(ledger, "a", "900 tonnes")
    assert claim.id == claim_of(ledger, "a", "30 tonnes").id
    assert claim.verdict == "conflict"
    assert "900 tonnes" in claim.detail and "30 tonnes" in claim.detail


def test_a_toll_that_its_speaker_takes_back_is_a_revision():
    ledger = check(
        "Fire chief Dario Penn said on Thursday that the blast had killed 14 people.",
        "Fire chief Dario Penn said on Friday that the blast had killed 12 people, as two of the missing were found alive.",
    )
    assert claim_of(ledger, "a", "14 people").verdict == "revision"


def test_the_same_percentage_of_different_things_is_two_claims():
    ledger = check(
        "Unemployment in the valley fell to 12 percent, the statistics office said.",
        "Turnout at the bookshop's reading was up 12 percent on last year.",
    )
    assert claim_of(ledger, "a", "12 percent").id != claim_of(ledger, "b", "12 percent").id


def test_up_to_five_kilometres_and_eight_are_no_agreement():
    ledger = check(
        "Troops advanced up to 5 km near Tarsk this week, general Anna Vell said.",
        "Troops advanced 8 km near Tarsk this week, analyst Boris Quist said.",
    )
    claim = claim_of(ledger, "a", "5 km")
    assert claim.documents == 1 or claim.verdict in ("conflict", "unsure")


def test_a_sum_and_its_parts_are_no_contradiction():
    ledger = check(
        "The explosion injured 13 people, the ministry said.",
        "The explosion injured 9 people at the pier and injured 4 people in the square, doctors said.",
        a="2031-05-02", b="2031-05-01", c="2031-05-01",
    )  # fmt: skip
    assert "conflict" not in kinds(ledger)


def test_a_crowd_counted_by_two_parties_is_one_claim_in_conflict():
    ledger = check("Police put the crowd at 12,000, while organisers said 60,000 people had marched through Velden.")
    assert claim_of(ledger, "a", "12,000").id == claim_of(ledger, "a", "60,000").id
    assert claim_of(ledger, "a", "12,000").verdict in ("conflict", "single")


def test_more_than_two_and_less_than_two_exclude_one_another():
    ledger = check(
        "A can of Volt holds less caffeine than two cups of coffee: less than 160 milligrams, the company said.",
        "A can of Volt holds more than 160 milligrams of caffeine, the institute said.",
    )
    assert all(claim.verdict != "agree" for claim in ledger.claims if claim.documents == 2)


def test_two_reports_of_one_house_are_one_voice():
    texts = [
        "The fire in Carrow destroyed 340 houses on Monday.",
        "In Carrow, 340 houses burned down, the fire having spread from a barn.",
    ]
    documents = [Document(id=str(n), text=text, publisher="Carrow Post") for n, text in enumerate(texts)]
    (claim,) = [claim for claim in twosource.check(documents).claims if claim.documents == 2]
    assert (claim.origins.low, claim.origins.high, claim.publishers) == (1, 1, 1)


def test_one_statement_and_its_denial_are_one_claim_that_differs():
    ledger = check(
        "The ministry said that officers had used rubber bullets against the crowd at the bridge.",
        "The ministry said that officers had not used rubber bullets against the crowd at the bridge.",
    )
    (claim,) = [claim for claim in ledger.claims if claim.kind == "statement"]
    assert (claim.verdict, claim.detail) == ("conflict", "They say the opposite: only one of them says “not”.")
    assert {member.stance for member in claim.members} == {"supports", "differs"}


def test_swapped_digits_of_a_percentage_told_in_like_words():
    ledger = check(
        "Orders for large turbines had fallen by 63 percent in three years, chief executive Anna Kerr said.",
        "Orders have collapsed by 36 percent in three years, chief executive Anna Kerr said.",
    )
    assert claim_of(ledger, "a", "63 percent").verdict == "probable_slip"


def test_a_crowd_counted_in_two_sentences():
    ledger = check(
        "More than 3,000 people marched through Velden on Monday evening, according to the union. "
        "Police spoke of 1,500 demonstrators."
    )
    assert claim_of(ledger, "a", "3,000").id == claim_of(ledger, "a", "1,500").id


def test_a_derived_text_that_keeps_the_old_toll_is_told():
    wire = "The flood in Carrow killed nine people when the river burst its banks overnight, governor Ines Quill said."
    ledger = check(wire, "The flood in Carrow has now killed 14 people, hospital director Boris Tarn said.", wire, wire)
    claim = claim_of(ledger, "b", "14 people")
    assert claim.verdict == "update"
    assert "still gave nine when 14 was long out" in claim.detail
    assert {m.document for m in claim.members if m.stance == "differs"} >= {"d"}


def test_a_toll_that_grows_within_one_night_is_no_conflict_of_those_who_gave_it():
    ledger = check(
        "At least 60 people were killed in the blast at Velden market, mayor Ida Lund said.",
        "The blast at Velden market killed 73 people, prosecutor Jon Priest said.",
        "Hospital chief Ann Tarn said 84 people were killed in the blast at Velden market.",
        a="2031-05-01",
        b="2031-05-01",
        c="2031-05-01",
    )
    assert "conflict" not in kinds(ledger)


def test_two_of_one_nation_and_others_are_some_of_all():
    ledger = check(
        "Some 40 people were injured when a tram derailed in Velden, the fire brigade said.",
        "Two Danish tourists were injured when a tram derailed in Velden, the Danish consulate said.",
        "Four people were injured badly and 20 others were injured slightly when a tram derailed in Velden.",
    )
    assert claim_of(ledger, "a", "40").id != claim_of(ledger, "b", "Two").id
    assert claim_of(ledger, "c", "20").id != claim_of(ledger, "c", "Four").id
    assert "conflict" not in kinds(ledger)


def test_a_stock_piece_in_the_words_of_another_is_no_misattribution():
    ledger = check(
        "“My partner took my hand and we started running with everybody,” said Paul Lane, a teacher.",
        "“We started running,” said Hari Sing, a lawyer. “It was sheer panic.”",
    )
    assert "misattributed" not in kinds(ledger)


def test_at_least_so_many_and_later_more_is_a_toll_that_rose():
    ledger = check(
        "An earthquake in Velden killed at least 12 people, officials said.",
        "The death toll of the earthquake in Velden rose to 19, officials said.",
    )
    assert claim_of(ledger, "a", "at least 12").verdict == "update"


def test_what_a_copy_garbled_is_the_slip_and_not_its_original():
    report = (
        "The quake struck the Velden valley before dawn and brought down the tower of the old church by the river. "
        "Some {} people spent the day in a sports hall in Tarsk, where the army had put up beds and a kitchen. "
        "The railway from Velden to the coast is closed until engineers have looked at each of its bridges."
    )
    ledger = check(report.format("1,200"), report.format("12,000"))
    claim = claim_of(ledger, "a", "1,200")
    assert claim.verdict == "probable_slip" and "1,200" in claim.text
    assert [member.document for member in claim.members if member.stance == "differs"] == ["b"]


def apart(ledger, one, other):
    return claim_of(ledger, *one).id != claim_of(ledger, *other).id


def test_those_in_danger_are_a_part_of_the_hurt():
    ledger = check(
        "A ferry hit the pier in Velden. Ninety people were injured, the harbour office said.",
        "The harbour office said 80 people were injured at the pier in Velden. Six people had life-threatening injuries.",
        "Seven people were critically injured at the pier in Velden, a doctor said.",
    )
    assert not apart(ledger, ("a", "Ninety people"), ("b", "80 people"))
    assert not apart(ledger, ("b", "Six people"), ("c", "Seven people"))
    assert apart(ledger, ("a", "Ninety people"), ("c", "Seven people"))


def test_the_dead_of_a_year_long_past_are_not_those_of_today():
    ledger = check(
        "Seven people died as a cable car came down in Velden, police said.",
        "It was the worst accident since 2004, when seven people died under a train near Tarsk.",
        "Seven people died in the cable car in Velden. At a crossing near Tarsk seven people died in 2004.",
    )
    assert apart(ledger, ("a", "Seven people"), ("b", "seven people"))
    assert not apart(ledger, ("a", "Seven people"), ("c", "Seven people"))
    assert not apart(ledger, ("b", "seven people"), ("c", "seven people"))


def test_as_many_of_whom_nothing_is_told_are_not_the_dead():
    ledger = check(
        "A wagon tipped over in the Velden tunnel at dawn, and at least five people died.",
        "A wagon tipped over in the Velden tunnel at dawn, trapping five people.",
    )
    assert apart(ledger, ("a", "five people"), ("b", "five people"))


def test_two_men_are_not_two_children():
    ledger = check(
        "Two men died in the Velden fire.",
        "Two children died in the Velden fire.",
    )
    assert apart(ledger, ("a", "Two men"), ("b", "Two children"))


def test_dozens_do_not_lead_where_somebody_counts():
    ledger = check(
        "Dozens of people were injured on the pier in Velden.",
        "Dozens of people were injured on a ferry that hit the pier in Velden.",
        "Forty people were injured on a ferry that hit the pier in Velden.",
    )
    assert claim_of(ledger, "c", "Forty people").text.startswith("Forty people")
    assert claim_of(ledger, "c", "Forty people").documents == 3


def test_prices_of_two_days_do_not_meet_through_a_bound():
    ledger = check(
        "Copper sank to $5,920 before noon, and traders in Vell spoke of a poor spring.",
        "By the evening the price of copper had gone to $5,995, its lowest since the mine at Tarsk opened.",
        "The price of copper in Vell went below $6,000, the lowest since the mine opened, traders said.",
    )
    assert claim_of(ledger, "a", "$5,920").id != claim_of(ledger, "b", "$5,995").id


def test_a_bound_near_a_number_agrees_without_rounding_it():
    boats = "boats came to the harbour fair in Vell, the mayor said."
    claim = claim_of(check(f"More than 50 {boats}", f"Fifty-one {boats}"), "b", "Fifty-one")
    assert claim.detail == "more than 50 and Fifty-one agree: the bound is close."


def test_a_claim_says_once_what_happened():
    ledger = check("Police made six arrests in Vell on Friday.", "Six arrests were made in Vell on Friday.")
    assert claim_of(ledger, "a", "six arrests").text == "six arrests, Vell, Friday"


def test_tolls_of_two_towns_are_two_claims():
    ledger = check("Measles has infected 87 children in Carrow.", "Measles has infected 12 children in Morrowby.")
    assert apart(ledger, ("a", "87 children"), ("b", "12 children"))


def test_a_town_and_its_land_are_one_place():
    ledger = check(
        "The blast in Carrow, in the north of Norland, killed 12 people.",
        "A blast in Norland killed 14 people.",
    )
    assert not apart(ledger, ("a", "12 people"), ("b", "14 people"))


def test_a_bound_far_from_a_number_is_of_something_else():
    ledger = check("More than 600 letters came to the council of Vell.", "The council of Vell got 90,000 letters.")
    assert apart(ledger, ("a", "600 letters"), ("b", "90,000 letters"))


def test_a_claim_says_what_is_counted_where_one_of_its_reports_does():
    ledger = check(
        "Monitors said 14 polling stations had opened late in Vell.",
        "The monitors in Vell repeated that polling stations, 14 in all, opened late.",
    )
    assert claim_of(ledger, "b", "14").text.startswith("14 polling stations")
