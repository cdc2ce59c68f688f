"""What figures count, what happened to it, and how they depend on one another, on sentences written for the purpose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.extraction.figures.find import find_figures
from twosource.records import Figure


def figures(text: str) -> dict[str, Figure]:
    """The figures of a text by their written form."""
    found = find_figures(text)
    assert all(figure.span.of(text) == figure.text for figure in found)
    return {figure.text: figure for figure in found}


# sentence, written figure, head, class of event
EVENTS = [
    ("Twelve miners were killed in the shaft.", "Twelve", "miners", "killed"),
    ("The blast killed at least 12 miners.", "12", "miners", "killed"),
    ("It left 12 dead and 30 wounded.", "12", None, "killed"),
    ("It left 12 dead and 30 wounded.", "30", None, "injured"),
    ("The death toll from the flood in the lower valley rose to 44.", "44", None, "killed"),
    ("Police arrested 30 protesters on the bridge.", "30", "protesters", "arrested"),
    ("The army lost some 40 tanks.", "40", "tanks", "destroyed"),
    ("The army lost 4,000 soldiers that winter.", "4,000", "soldiers", "casualties"),
    ("Rebels seized 250 square kilometres of farmland.", "250 square kilometres", "farmland", "seized"),
    ("The column advanced up to six miles into the forest.", "six miles", None, "advanced"),
    ("About 5,000 people fled the town before dawn.", "5,000", "people", "displaced"),
    ("Some 900 people, mainly women and children, were evacuated by boat.", "900", "people", "evacuated"),
    ("Two thousand homes were destroyed.", "Two thousand", "homes", "destroyed"),
    ("The ministry sent 300 of its soldiers to the border.", "300", "soldiers", "deployed"),
    ("Six priests and two cooks were murdered at night.", "Six", "priests", "killed"),
    ("The bomb killed a driver, as well as two passengers.", "two", "passengers", "killed"),
    ("Three officers from the northern division were wounded.", "Three", "officers", "injured"),
    ("Two of the injured died in hospital.", "Two", "injured", "killed"),
    ("Number of displaced: 452", "452", "displaced", "displaced"),
    ("About 300 displaced families reached the valley.", "300", "families", "displaced"),
    ("Two wounded sailors were killed.", "Two", "sailors", "killed"),
    ("Some 300 families (1,400 people) lost their homes.", "300", "families", "displaced"),
    ("Damaged houses: 146", "146", "houses", "damaged"),
    ("The council met 12 times.", "12", "times", None),
    ("Two wardens guarding the north gate were wounded.", "Two", "wardens", "injured"),
    ("Three others, aged 9 and 12, were taken to Vell hospital.", "Three", "others", "hospitalised"),
    ("Four boys were taken to hospital, where they later died.", "Four", "boys", "killed"),
    ("Two cooks were among the dead.", "Two", "cooks", "killed"),
    ("The number of people arrested rose to 31.", "31", None, "arrested"),
    ("The march was attended by some 300 people.", "300", "people", "other"),
    ("Police put the crowd at 900.", "900", None, "other"),
    ("Fifty-two miners were brought out alive.", "Fifty-two", "miners", "rescued"),
    ("The clubs won 12 medals.", "12", "medals", None),
    ("The greens won 12 seats.", "12", "seats", "voted"),
    ("Berg took 31 percent of the votes.", "31 percent", "votes", "voted"),
    ("The coin lost 28 percent in a week.", "28 percent", None, "lost"),
    ("Some 90 projects raised $6 million.", "90", "projects", None),
    ("Nine miners abducted two years ago by rebels have been freed.", "Nine", "miners", "rescued"),
    ("Nine of the 40 miners kidnapped by rebels were freed.", "Nine", "miners", "rescued"),
    ("Nine of the 40 miners kidnapped by rebels were freed.", "40", "miners", "captured"),
    ("Four hikers reported missing since Sunday were found dead.", "Four", "hikers", "killed"),
    ("Rebels freed nine of the more than 40 miners kidnapped in May.", "nine", "miners", "rescued"),
    ("Two Danes were among the 31 people killed in Vell.", "Two", "Danes", "killed"),
    ("Two storms struck the coast.", "Two", "storms", None),
    ("The guard fired 12 times.", "12", "times", None),
    ("Winds of 140 mph tore roofs off.", "140 mph", None, None),
    ("A 12-page list named the injured.", "12", None, None),
    ("The shelling killed and wounded 16,100 soldiers.", "16,100", "soldiers", "casualties"),
]


@pytest.mark.parametrize(("text", "written", "head", "event"), EVENTS)
def test_what_is_counted_and_what_happened(text, written, head, event):
    figure = figures(text)[written]
    assert (figure.event and figure.event.class_) == event
    if head:
        assert figure.counted and figure.counted.head == head
        assert figure.counted.span.of(text) == head


@pytest.mark.parametrize(
    ("text", "written", "event"),
    [
        ("The blast left one man dead and three others hospitalized.The mayor came.", "three", "hospitalised"),
        ("Three others, a man of 21, a woman of 19 and a boy were taken to Vell hospital.", "Three", "hospitalised"),
        ("Three men between the ages of 18 and 23 received serious injuries.", "Three", "injured"),
        ("Five others turned up at a hospital in Vell.", "Five", "hospitalised"),
        ("Two guards are dead and a third wounded.", "a", "injured"),
        ("Six sailors died and another was hurt.", "another", "injured"),
        ("A father of two was killed on the bridge.", "two", None),
        ("Three women supplied a list of 57 people who were killed.", "Three", None),
        ("-Three ferrymen were hurt.", "Three", "injured"),
    ],
)
def test_what_happened_in_loose_sentences(text, written, event):
    figure = figures(text)[written]
    assert (figure.event and figure.event.class_) == event


def test_a_third_shot_is_no_person():
    assert "A" not in figures("A third shot was heard on the quay.")


def test_those_in_a_condition_are_less_sure_to_be_all_the_injured():
    some, all_ = figures("Two are in critical condition."), figures("Two are injured.")
    assert some["Two"].confidence < all_["Two"].confidence


def test_those_who_act_are_not_those_who_suffer():
    found = figures("Two gunmen killed a guard at the gate.")
    assert found["Two"].event is None
    assert found["a"].event.class_ == "killed"


@pytest.mark.parametrize(
    ("text", "part", "kind", "whole"),
    [
        ("The crash injured 40 people, 12 of them children.", "12", "part_of", "40"),
        ("The crash injured 40 people, including three nurses.", "three", "part_of", "40"),
        ("The firm sold 320 boats, compared with 400 a year before.", "400", "compared_with", "320"),
        ("The bridge cost $9 million, up from an estimate of $6 million.", "$6 million", "compared_with", "$9 million"),
        ("Ten people died, including two nurses and five guards.", "five", "part_of", "Ten"),
        ("Of the 48 boats launched, 41 were sunk.", "41", "part_of", "48"),
        ("The crew lost 15 of the 19 nets.", "15", "part_of", "19"),
        ("Three Danes and two Swedes were among the 31 people killed.", "Three", "part_of", "31"),
    ],
)
def test_parts_and_comparisons(text, part, kind, whole):
    found = figures(text)
    assert (found[part].relation.kind, found[part].relation.figure) == (kind, found[whole].id)


def test_a_new_clause_is_no_part():
    found = figures("Six guards were injured, one of them seriously, and twenty-three people were arrested.")
    assert found["one"].relation.figure == found["Six"].id
    assert found["twenty-three"].relation is None and found["twenty-three"].event.class_ == "arrested"


def test_four_people_two_women_and_two_boys():
    text = "Four people, two women and two boys, were hurt."
    whole, *parts = find_figures(text)
    assert [part.relation and part.relation.figure for part in parts] == [whole.id, whole.id]


def test_the_shot_take_in_the_dead_where_the_others_add_up():
    found = figures("Five sailors were shot on the quay. One died. The four others are in hospital.")
    assert found["Five"].event.class_ == "casualties"


def test_the_whole_that_somebody_was_among_is_no_part():
    assert figures("The crash hurt 9 drivers. A nurse was among three people wounded.")["three"].relation is None


def test_a_number_says_more_than_dozens_or_than_some_of_the_victims():
    (number,) = figures("Thirty drivers were hurt.").values()
    (vague,) = figures("Dozens of drivers were hurt.").values()
    (some,) = figures("Thirty of the drivers were hurt.").values()
    assert number.confidence > max(vague.confidence, some.confidence)


def test_an_earlier_count_is_what_the_present_one_moved_from():
    found = figures("The fire chief said 46 people had been injured. Earlier he had spoken of 41 injured.")
    assert (found["46"].relation.kind, found["46"].relation.figure) == ("moved_from", found["41"].id)


@pytest.mark.parametrize(
    ("text", "written", "modality"),
    [
        ("Up to 90 people may have been killed.", "90", "possible"),
        ("The ministry denied that 90 people were killed.", "90", "negated"),
        ("Ninety people were killed.", "Ninety", "asserted"),
        ("None of the 4 guards was hurt.", "4", "negated"),
    ],
)
def test_modality(text, written, modality):
    assert figures(text)[written].modality == modality


def test_some_of_those_counted_who_died_are_a_toll_of_their_own():
    assert figures("Two of the four sailors died.")["Two"].relation is None


@pytest.mark.parametrize(
    "text",
    [
        "He said eight people had serious injuries, 20 of those injured were taken to the hospital.",
        "He said eight people came, 20 of those who came were ill.",
    ],
)
def test_those_hurt_are_a_whole_of_their_own(text):
    assert figures(text)["20"].relation is None


def test_visits_to_a_hospital_are_told_by_two_words():
    assert figures("The clinic saw 340 emergency hospital visits.")["340"].event.class_ == "hospitalised"


def test_what_may_yet_happen_is_possible():
    assert figures("Some 500 people could be trapped in the mine.")["500"].modality == "possible"


def test_increments_totals_and_rates():
    found = figures("The toll rose to 14. Another 3 people died on Friday.")
    assert (found["14"].aggregation, found["3"].aggregation) == ("total", "increment")


def test_whose_they_are():
    assert figures("Norda sent 300 of its soldiers.")["300"].side.name == "Norda"
    assert figures("Some 300 Vendish troops were captured.")["300"].side.name == "Vendish"


def test_each_of_two_months_keeps_its_own_figure():
    from twosource.extraction.dates.find import find_dates

    text = "The army took 320 square miles in January 2025, compared with 400 square miles in December 2024."
    found = {f.text: f for f in find_figures(text, dates=find_dates(text))}
    assert found["320 square miles"].time.start == "2025-01-01"
    assert found["400 square miles"].time.start == "2024-12-01"


PARAGRAPHS = [text for text, *_ in EVENTS[:8]]


@given(st.permutations(PARAGRAPHS))
def test_the_order_of_paragraphs_changes_no_event(order):
    def seen(paragraphs):
        found = find_figures("\n\n".join(paragraphs))
        return sorted((f.text, f.event.class_ if f.event else "") for f in found)

    assert seen(order) == seen(PARAGRAPHS)


@given(st.text(alphabet="0123456789 killed,.of them\n“”—(", max_size=120))
def test_nothing_raises(text):
    figures(text)


@pytest.mark.parametrize(
    ("text", "point", "event"),
    [
        ("The raider shot four people to death at a farm.", 4, "killed"),
        ("The wave sent five sailors, three of them cadets, to a hospital.", 5, "hospitalised"),
        ("The army sent five soldiers to the border.", 5, "deployed"),
        ("Two girls who were shot in the park on Monday have died.", 2, "killed"),
        ("All four of the dead were divers.", 4, "killed"),
        ("He died on Saturday, bringing the toll of dead after the fall of the old bridge to 5.", 5, "killed"),
        ("The flood left four farmers including the miller dead.", 4, "killed"),
        ("Police named the four people killed at the old mill.", 4, "killed"),
        ("Both divers in the basin were killed.", 2, "killed"),
        ("All four seem to have died from smoke.", 4, "killed"),
        ("Six pupils ages 7 to 12 died.", 6, "killed"),
    ],
)
def test_what_befell_them_is_read_to_its_end(text: str, point: float, event: str) -> None:
    found = next(figure for figure in find_figures(text) if figure.point == point)
    assert found.event is not None and found.event.class_ == event


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("He shot at twelve people.", 12),
        ("Boats took four people to the island.", 4),
        ("He wrote to his three nephews that the old king was dead.", 3),
        ("The court has three pending fraud cases.", 3),
    ],
)
def test_what_befell_nobody_is_no_event(text: str, point: float) -> None:
    found = next(figure for figure in find_figures(text) if figure.point == point)
    assert found.event is None


def test_a_passive_has_no_object() -> None:
    text = "A driver was killed, and two girls and a boy hurt."
    assert {(f.point, f.event.class_) for f in find_figures(text) if f.event} == {
        (1, "killed"),
        (3, "injured"),
        (2, "injured"),
        (1, "injured"),
    }


def test_hours_earlier_tell_no_earlier_count() -> None:
    text = "Eight people were killed on Monday. Two hours earlier a man was killed in another street."
    assert all(figure.relation is None for figure in find_figures(text))
