import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.quotations import compare_quotations, differing_words, match_variants

LONG = "We will open the east basin on Friday if the water is clean, and not one hour before that."

CASES = [
    ("identical", "The steel was already bending when we came.", "the steel was already bending when we came"),
    ("spelling", "We can't say when the bridge will open again.", "We cannot say when the bridge will open again."),
    ("spelling", "Nearly thirty families have come back so far.", "Nearly 30 families have come back so far."),
    ("spelling", "It cost us five percent of the harvest this year.", "It cost us 5% of the harvest this year."),
    ("spelling", "She told [the council] that the dam would hold.", "She told that the dam would hold."),
    ("spelling", "Anytime you need a boat you can have this one.", "Any time you need a boat you can have this one."),
    ("trimmed", LONG, "We will open the east basin on Friday if the water is clean."),
    ("trimmed", "It was dark. We heard the wall go and then we ran to the road.", "We heard the wall go and then we ran to the road."),
    ("trimmed", "The brakes, as I told you, did not answer on the slope.", "The brakes did not answer on the slope."),
    ("reworded", "The doors flew out across the water and then I ran.", "The doors blew out across the water and then I ran."),
    ("reworded", "It is exactly one year since we stood here together.", "It has been exactly one year since we stood here together."),
    ("material", "We could not put anyone on that roof in time.", "We would not put anyone on that roof in time."),
    ("material", "We have not opened the gates above the village.", "We have opened the gates above the village."),
    ("material", "The mine has paid for 40 of the houses in the valley.", "The mine has paid for 14 of the houses in the valley."),
    ("material", LONG, "We will open the east basin on Friday"),
    ("material", "I told Mara Toll about the crack in the wall.", "I told Ines Orlo about the crack in the wall."),
    ("material", "We must leave before the water reaches the second street.", "We may leave before the water reaches the second street."),
    ("material", "The pilot perhaps saw the light on the breakwater too late.", "The pilot saw the light on the breakwater too late."),
    ("identical", "We won't leave the wall before dawn.", "We won’t leave the wall before dawn,"),
    ("spelling", "The wall & the gate were mended in spring.", "The wall and the gate were mended in spring."),
    ("spelling", "Nobody told us a damned thing about the gate.", "Nobody told us a d****d thing about the gate."),
    ("reworded", "The gate never should have been left to one man.", "The gate should never have been left to one man."),
    ("reworded", "I suspect the gate was opened by the miller.", "I think the gate was probably opened by the miller."),
    ("material", "We moved nearly 40 families out of the valley.", "We moved over 40 families out of the valley."),
    ("material", "We will mend the gate before the next flood.", "We want to mend the gate before the next flood."),
    ("material", "After two terms on the board I am leaving.", "After almost two terms on the board I am leaving."),
    ("material", "This is probably the coldest night of the year.", "the coldest night of the year."),
    ("material", "The quarrel began between two families of the valley.", "The quarrel began between families of the valley."),
    (
        "trimmed",
        "Nobody came. We stood on the roof of the mill until the boat came back for us at four.",
        "We stood on the roof of the mill until the boat came back for us at four. Then it snowed and the river froze.",
    ),
    ("different", "You can’t close the mill with a letter.", "The board cannot move the river with a letter, and the law is plain."),
    ("different", "The choir sang for three evenings in a row.", "Nobody had asked the fishermen what they wanted."),
    ("different", "You can end it with a vote of the council.", "They tell me that no council would ever vote for it."),
]  # fmt: skip


@pytest.mark.parametrize(("label", "a", "b"), CASES)
def test_table_of_variants(label, a, b):
    found = compare_quotations(a, b)
    assert found.label == label, found.detail
    assert compare_quotations(b, a).label == label


WORDS = [
    "we",
    "could",
    "not",
    "open",
    "the",
    "gate",
    "before",
    "noon",
    "if",
    "Mara",
    "Toll",
    "said",
    "that",
    "40",
    "boats",
    "would",
    "leave",
]
TEXTS = st.lists(st.sampled_from([*WORDS, "“", "…", "[sic]", "can't", "5%", ","]), max_size=25).map(" ".join)


@given(TEXTS)
def test_a_quotation_is_identical_to_itself(text):
    assert compare_quotations(text, text).label == "identical"


@given(TEXTS, TEXTS)
def test_differences_cover_both_quotations_in_order(a, b):
    found = differing_words(a, b)
    for side, text in (("a", a), ("b", b)):
        spans = [getattr(difference, side) for difference in found]
        assert "".join(span.of(text) for span in spans) == (text if found else "")


@given(st.text(max_size=80), st.text(max_size=80))
def test_nothing_raises(a, b):
    assert 0 <= compare_quotations(a, b).score <= 1
    differing_words(a, b)


def test_variants_find_each_other_whatever_speaker_they_name():
    quotations = [
        ("a", "We could not put anyone on that roof before midnight.", "Dario Penhale"),
        ("b", "We would not put anyone on that roof before midnight.", None),
        ("c", "The choir sang for three evenings in a row.", "Dario Penhale"),
    ]
    assert [(a, b, scored.label) for a, b, scored in match_variants(quotations)] == [("a", "b", "material")]


OF_SHORT_WORDS = [
    ("reworded", "We race with water, not with time", "We are in a race against water, not against time"),
    ("reworded", "Water is not a business", "Water is no business"),
    ("reworded", "We have enough vaccine for all", "We have enough vaccines for everybody"),
    ("material", "We are in a race against water and against time", "We are in a race against water, not against time"),
    ("material", "The dam is safe", "The dam is unsafe"),
    ("material", "He was a good doctor", "He was a bad doctor"),
    ("material", "Prices are higher than last winter", "Prices are lower than last winter"),
    ("trimmed", "I will never go back", "I was born there. I will never go back"),
    ("spelling", "The harbour centre was modernised", "The harbor center was modernized"),
    ("reworded", "We ran out of sandbags before dark", "We had run out of sandbags by dark"),
    ("reworded", "The tide took very nearly the whole quay", "The tide took very nearly the whole old quay"),
]


@pytest.mark.parametrize(("label", "a", "b"), OF_SHORT_WORDS)
def test_short_quotations_and_opposites(label: str, a: str, b: str) -> None:
    assert compare_quotations(a, b).label == label
    assert compare_quotations(b, a).label == label


@pytest.mark.parametrize(
    ("label", "a", "b"),
    [
        ("material", "The new rules may lower prices next year.", "The new rules lower prices next year."),
        ("material", "We lost six men in the night.", "We lost sixteen men in the night."),
        ("material", "They must leave the town by Friday.", "They should leave the town by Friday."),
        ("reworded", "We shall rebuild the bridge by spring.", "We will rebuild the bridge by spring."),
        ("reworded", "I want to thank the crews.", "I would like to thank the crews."),
        ("spelling", "Prices rose by 5 per cent last year.", "Prices rose by 5% last year."),
    ],
)
def test_modals_and_numbers(label: str, a: str, b: str) -> None:
    assert compare_quotations(a, b).label == label
    assert compare_quotations(b, a).label == label


def test_a_reservation_that_is_cut_off_turns_what_was_said():
    whole = "The dam is safe, as far as divers have looked."
    assert compare_quotations(whole, "The dam is safe").label == "material"
    assert compare_quotations("The dam is safe for now.", "The dam is safe").label == "material"


def test_a_day_told_the_other_way_round_is_no_other_day():
    found = compare_quotations(
        "We noticed it on August 29 and we closed the gate.", "We noticed it on 29 August and we closed the gate."
    )
    assert found.label == "reworded"


def test_a_named_speaker_needs_no_words_in_a_row():
    a, b = "We saw the smoke on 3 May and shut all of it down", "We saw smoke on May 3 and closed all of it"
    assert [scored.label for *_, scored in match_variants([("a", a, "Ada Berg"), ("b", b, "Ada Berg")])] == ["reworded"]
    assert all(s.label == "different" for *_, s in match_variants([("a", a, "Ada Berg"), ("b", b, "Olaf Quist")]))
