"""Who did it, where and when, where the sentence of a figure says so."""

import pytest

from twosource.extraction.dates.find import find_dates
from twosource.extraction.figures.find import find_figures
from twosource.records import Figure


def figures(text: str) -> dict[str, Figure]:
    found = find_figures(text, dates=find_dates(text, published="2025-03-12"))
    for figure in found:
        for party in (figure.actor, figure.place):
            assert party is None or " ".join(party.span.of(text).split()) == party.name
    return {figure.text: figure for figure in found}


@pytest.mark.parametrize(
    ("text", "written", "actor"),
    [
        ("Rebels killed 12 guards at the gate.", "12", "Rebels"),
        ("Rebels killed 12 guards and wounded 30.", "30", "Rebels"),
        ("Twelve guards were killed by gunmen on Monday.", "Twelve", "gunmen"),
        ("Police have since arrested 30 people.", "30", "Police"),
        ("Norda sent 12,000 troops to the border. They left Norda at night.", "12,000", "Norda"),
        ("Dengue killed 31 people.", "31", None),
        ("A storm killed 12 people.", "12", None),
        ("The blast tore through the hall, killing 12 people.", "12", None),
        ("Twelve people were killed by a falling tree.", "Twelve", None),
        ("The Norda army lost 40 tanks.", "40", None),
        ("Twelve guards were wounded, and a fire lit by rebels went out.", "Twelve", None),
    ],
)
def test_who_did_it(text, written, actor):
    found = figures(text)[written].actor
    assert (found and found.name) == actor


def test_who_lost_what_is_counted():
    side = figures("The Norda army lost 40 tanks.")["40"].side
    assert side and side.name == "Norda army"


@pytest.mark.parametrize(
    ("text", "written", "place"),
    [
        ("Police arrested 30 people in Vell and 12 in Upper Dunbar.", "30", "Vell"),
        ("Police arrested 30 people in Vell and 12 in Upper Dunbar.", "12", "Upper Dunbar"),
        ("In southern Norda, 12 people were killed.", "12", "Norda"),
        ("The flood killed 12 people in the Kelm region.", "12", "Kelm region"),
        ("The ministry said in Vell that 12 people were killed.", "12", None),
        ("Twelve people were killed in January.", "Twelve", None),
        ("Twelve people were hurt in Carrow Bay Monday, police said.", "Twelve", "Carrow Bay"),
        ("12 Boys Hurt in Carrow Bay At a Fair", "12", "Carrow Bay"),
    ],
)
def test_where(text, written, place):
    found = figures(text)[written].place
    assert (found and found.name.removeprefix("the ")) == place


@pytest.mark.parametrize(
    ("text", "written", "start"),
    [
        ("Nine miners taken hostage in May 2023 were freed on Monday.", "Nine", "2025-03-10"),
        ("Rebels freed nine of the 40 miners kidnapped in May 2023.", "nine", None),
        ("Twelve people were killed when a bridge was damaged on Sunday.", "Twelve", "2025-03-09"),
        ("The ministry said on Monday that 40 people were hurt.", "40", None),
        ("The ministry said on Monday that 40 people were hurt in January.", "40", "2025-01-01"),
        ("Forty people were hurt on Monday, the ministry said on Tuesday.", "Forty", "2025-03-10"),
        ("At 2:40 a.m. the diver was at a depth of 640 metres.", "640 metres", None),
    ],
)
def test_the_time_of_a_figure_is_not_that_of_its_telling(text, written, start):
    time = figures(text)[written].time
    assert (time and time.start) == start


def test_what_a_rate_is_per():
    found = figures("The mine yields 85 tonnes of copper a year and 40 trucks of slag daily.")
    assert [(figure.per, figure.aggregation) for figure in found.values()] == [("year", "rate"), ("day", "rate")]


def test_whose_each_is_respectively():
    found = figures("Norda and Upper Vell lost 3 and 5 ships respectively.")
    assert [figure.side and figure.side.name for figure in found.values()] == ["Norda", "Upper Vell"]
    assert [(f.counted.head, f.event.class_) for f in found.values()] == [("ships", "destroyed")] * 2


def test_what_is_not_said_again():
    found = figures("Twelve sailors died in Vell and 30 in Dunbar on Friday, bringing the total to 61.")
    assert {figure.event and figure.event.class_ for figure in found.values()} == {"killed"}
    assert (found["30"].place.name, found["61"].aggregation) == ("Dunbar", "total")


def test_what_came_with_the_last_of_its_kind_was_over_by_then():
    worst = figures("It was the worst slide since 2004, when seven miners died.")["seven"]
    assert worst.time and (worst.time.start, worst.time.end) == ("2004-01-01", "2004-12-31")
    since = figures("Since 2004 seven miners died here.")["seven"]
    assert since.time and since.time.end is None


@pytest.mark.parametrize("text", ["There are 300 boats in the bay.", "The mill employs 300 people."])
def test_what_is_held_and_not_added(text):
    (figure,) = figures(text).values()
    assert figure.aggregation == "stock"
