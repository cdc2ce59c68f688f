"""Figures of courts, business and accidents: sentences of prison, sums lost, model names, tolls and dates beside them."""

import pytest

from twosource.extraction.dates.find import find_dates
from twosource.extraction.figures.find import find_figures
from twosource.records import Figure


def figures(text: str) -> list[Figure]:
    published = "2031-05-14"
    return find_figures(text, document="d", dates=find_dates(text, published=published), published=published)


def told(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Each figure's words, kind, event and noun."""
    return [
        (f.text, f.kind, f.event.class_ if f.event else None, f.counted.head if f.counted else None)
        for f in figures(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He was sentenced to six years in prison.",
        "Peter Naylor was jailed for six years yesterday.",
        "A court sentenced them to six years behind bars.",
        "The appeal against a prison term of six years failed.",
    ],
)
def test_a_time_in_prison_has_its_event(text):
    assert told(text) == [("six years", "duration", "imprisoned", None)]


def test_people_in_jail_are_no_time():
    assert told("The riot left 12 in jail.")[0][2] is None


@pytest.mark.parametrize(
    "text",
    [
        "He faces as much as nine years in jail.",
        "The thieves demanded 15 million dollars.",
        "Kerr asked for nine years.",
    ],
)
def test_what_is_asked_for_is_only_possible(text):
    assert figures(text)[0].modality == "possible"


@pytest.mark.parametrize(
    "text",
    ["The aircraft, an ATR 72 built in Vell, was old.", "A Boeing 737 landed.", "The ATR 72 of Harbour Air was late."],
)
def test_a_model_is_no_count(text):
    assert told(text) == []


@pytest.mark.parametrize("text", ["Naylor, 58, will appeal.", "It rained. Naylor, 58, pleaded guilty."])
def test_a_single_name_that_opens_its_sentence_has_an_age(text):
    assert told(text) == [("58", "age", None, None)]


def test_a_toll_counts_more_than_those_who_died_last():
    assert told("One of the survivors died overnight, bringing the toll to 33.")[1] == ("33", "count", "killed", None)


def test_a_sum_is_not_of_the_things_counted_before():
    assert told("The firm, which has mills in four countries, lost 85 million crowns.")[1][3] is None


def test_who_took_part_and_who_survived():
    assert told("The ministry said 38,000 had taken part.")[0][2] == "protested"
    assert told("Three people died and 14 survived.")[1][2] == "rescued"
    assert told("Inspectors took 24 water samples.")[0][2] is None


def test_a_share_in_an_aside_has_no_date_of_the_main_clause():
    raised, cut = (figures(text)[0] for text in (
        "The bank, which has raised its rate to 6.5 percent, meets on 22 May.",
        "The bank raised its rate to 6.5 percent on 22 May.",
    ))  # fmt: skip
    assert raised.time is None
    assert cut.time and cut.time.start == "2031-05-22"


def test_what_is_served_is_not_what_was_given():
    assert told("The court told him to serve no less than nine years in jail.")[0][2] is None


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The number of people killed in the flood rose to six after a search.", "people"),
        ("The number of children infected with measles has reached 131.", "children"),
        ("The death toll climbs to six", None),
    ],
)
def test_a_number_that_rose_counts_those_it_is_a_number_of(text, head):
    (figure,) = figures(text)
    assert figure.rule.endswith("toll")
    assert (figure.counted.head if figure.counted else None) == head


def test_dates_of_two_years_in_one_sentence():
    first, second = figures("In 2029 6 percent was lost and in 2030 another 4.")
    assert [figure.time.start[:4] for figure in (first, second) if figure.time and figure.time.start] == [
        "2029",
        "2030",
    ]


def test_a_record_is_no_date():
    assert figures("Rain of 94 millimetres fell, the most since records began in 1911.")[0].time is None


def test_more_of_them_are_added_to_those_before():
    assert figures("Twelve people died. Divers found two more bodies.")[1].aggregation == "increment"
    assert figures("Twelve or more people died.")[0].aggregation == "incident"


def test_the_youngest_of_those_held_has_an_age():
    assert told("Seven men were held for questioning, the youngest of them 24.") == [
        ("Seven", "count", "arrested", "men"), ("24", "age", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["The Green List won 16 seats.", "In Tarsk the Green List took 16 seats.", "Ada Berg's Green List won 16 seats."],
)
def test_whoever_wins_seats_has_them(text):
    (seats,) = figures(text)
    assert seats.side and seats.side.name == "Green List"


def test_a_result_is_not_of_the_day_it_was_told():
    (profit,) = figures("Kestrel reported a fall in profit to 88 million crowns on Thursday.")
    assert profit.time is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It lowered its outlook from 400 to 340 million crowns.", [400e6, 340e6]),
        ("Profit fell to 88m crowns from 100m a year ago.", [88e6, 100e6]),
        ("Profit was 88 million crowns. Revenue slipped to 1.24bn.", [88e6, 1.24e9]),
        ("It earned 340m crowns instead of 400m.", [340e6, 400e6]),
    ],
)
def test_a_currency_is_said_once(text, values):
    assert [(f.point, f.kind, f.unit) for f in figures(text)] == [(value, "money", "crown") for value in values]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The club paid 88m crowns, and he ran 100m.", 100),
        ("The firm lost 3 million euros and has 2 million customers.", 2e6),
        ("It grew from 900 to 2 million users.", 2e6),
    ],
)
def test_what_only_looks_like_a_sum_is_none(text, value):
    last = figures(text)[-1]
    assert (last.point, last.kind == "money") == (value, False)


@pytest.mark.parametrize(
    "text", ["Net 1,200,000 vs 1,900,000.", "Hog slaughter fell to 275,000 versus 278,000 week ago."]
)
def test_a_row_of_results_counts_no_noun(text):
    assert [f.counted for f in figures(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("Ada Lind, who won two gold medals, has tested positive.", None, "asserted"),
        ("The Alliance took 38.1 percent.", None, "asserted"),
        ("The gunmen demanded the release of 18 prisoners.", "rescued", "possible"),
        ("The army freed 18 prisoners.", "rescued", "asserted"),
        ("The group put the number of dead hostages at nine.", "killed", "asserted"),
        ("The trust has counted 340 dead birds.", "killed", "asserted"),
        ("The rebels held 140 soldiers.", "captured", "asserted"),
        ("The rebels are holding 140 soldiers.", "captured", "asserted"),
        ("The hall held 400 people.", None, "asserted"),
    ],
)
def test_what_happened_happened_to_what_is_counted(text, event, modality):
    (figure,) = figures(text)
    assert (figure.event and figure.event.class_, figure.modality) == (event, modality)
