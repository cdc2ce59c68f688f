"""What a number is of where its clause is no plain one, on sentences written for the purpose."""

import pytest

from twosource.extraction.dates.find import find_dates
from twosource.extraction.figures.find import find_figures
from twosource.records import Figure


def figures(text: str) -> dict[str, Figure]:
    """The figures of a text by their written form."""
    return {
        f.text: f for f in find_figures(text, dates=find_dates(text, published="2025-03-05"), published="2025-03-05")
    }


def events(text: str) -> dict[str, str | None]:
    return {written: figure.event.class_ if figure.event else None for written, figure in figures(text).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of a whole only what its own noun says is told
        ("Two of the five hostages were freed.", {"Two": "rescued", "five": "captured"}),
        ("Two of the four sailors died.", {"Two": "killed", "four": None}),
        ("Two of the four sailors who were hurt have gone home.", {"Two": "injured", "four": "injured"}),
        # losing means another thing for each kind of things
        ("The brigade lost three tanks and 40 men.", {"three": "destroyed", "40": "casualties"}),
        ("The shares lost a tenth of their value.", {"a tenth": "lost"}),
        ("Moen won 52 percent of the vote.", {"52 percent": "voted"}),
        # a number that says what a thing is like befell nobody
        ("The guard shot Moen's six-chamber pistol away.", {"six": None}),
        # measured things are things
        ("Police seized 230 kg of heroin.", {"230 kg": "seized"}),
        ("The blaze scorched 1,400 hectares.", {"1,400 hectares": "destroyed"}),
        # sums are of money
        ("The storm killed nine people and cost millions in damage.", {"nine": "killed", "millions": "paid"}),
        ("Six people died, and there were millions in losses.", {"Six": "killed", "millions": None}),
        # tolls that were corrected
        ("First three were hurt, a number that was then raised to five.", {"three": "injured", "five": "injured"}),
        ("The number of homeless fell by 120 to 2,380.", {"120": "displaced", "2,380": "displaced"}),
        ("Cases of measles doubled to 480.", {"480": "infected"}),
        ("The toll rose to 61 on Friday from 48 a day earlier.", {"61": "killed", "48": "killed"}),
        ("Two men were stabbed, both fatally.", {"Two": "killed"}),
        ("Nine died and another 40-odd were hurt.", {"Nine": "killed", "40": "injured"}),
        ("The slide buried 45 homes.", {"45": "destroyed"}),
        ("The hall holds 900, but only 300 turned up.", {"900": None, "300": "other"}),
        # a verb between two numbers says something else of the second
        ("The club paid $3.4bn and leased six.", {"$3.4bn": "paid", "six": None}),
        ("The raid killed three guards and perhaps two cooks.", {"three": "killed", "two": "killed"}),
        ("Ten clerks were charged and three acquitted.", {"Ten": "charged", "three": "other"}),
        ("Four others, unnamed, were hit by gunfire.", {"Four": "injured"}),
        ("Of the 64 drones 51 were shot down and seven missed their targets.", {"51": "intercepted", "seven": None}),
    ],
)
def test_what_happened(text: str, expected: dict[str, str | None]) -> None:
    told = events(text)
    assert {written: told[written] for written in expected} == expected


@pytest.mark.parametrize(
    ("text", "written", "head"),
    [
        ("Four others, unnamed, were hit by gunfire.", "Four", "others"),
        ("Wind gave a third of power last month.", "a third", "power"),
        ("Of the 64 drones 51 fell and seven missed their targets.", "seven", "drones"),
        ("Marchers numbered 4,000 according to the police.", "4,000", None),
        ("The toll rose to 61 from 48 a day earlier.", "48", None),
        ("The hall holds 900, but only 300 turned up.", "300", None),
        ("Some 12 escaped and 40 unemployed came.", "12", None),
        ("The index stands at about 73 raising the odds of a calm spring.", "73", None),
        ("The firm filled 180 vacancies and four roles.", "180", "vacancies"),
        ("Each of the 12 towers holds 30 flats.", "12", "towers"),
        ("Some 12 escaped and 40 unemployed came.", "40", "unemployed"),
    ],
)
def test_what_is_counted(text: str, written: str, head: str | None) -> None:
    counted = figures(text)[written].counted
    assert (counted.head if counted else None) == head


def test_both_alone_are_two() -> None:
    assert [(f.text, f.point) for f in find_figures("Both were hurt in the crash.")] == [("Both", 2)]
    assert find_figures("Both were large.") == []


def test_an_article_before_a_total_counts_nobody() -> None:
    assert list(figures("A total of eight people were hurt.")) == ["eight"]


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment fell to 4.1% in January from 4.4% in December.",
        "The deficit narrowed to 4.1% of output from 4.4%.",
    ],
)
def test_a_movement_with_words_between(text: str) -> None:
    found = figures(text)
    relation = found["4.1%"].relation
    assert relation and (relation.kind, relation.figure) == ("moved_from", found["4.4%"].id)


def test_what_it_came_from_is_of_the_same_unit() -> None:
    found = figures("Profit tripled to 90 million crowns from 27 million.")
    assert [(f.point, f.unit) for f in found.values()] == [(9e7, "crown"), (2.7e7, "crown")]
    assert figures("Its share rose to 40 percent from 12 seats.")["40 percent"].relation is None


def test_points_that_lead_to_a_share_are_percentage_points() -> None:
    assert figures("Support fell three points to 28 percent.")["three points"].unit == "percentage_point"
    assert figures("The team fell three points to third place.")["three"].unit is None


def test_some_of_what_somebody_owns_is_a_part() -> None:
    found = figures("Some 240 of the plant's 900 workers will lose their jobs.")
    relation = found["240"].relation
    assert relation and (relation.kind, relation.figure) == ("part_of", found["900"].id)
    assert (found["240"].modality, found["900"].modality) == ("possible", "asserted")


def test_a_name_before_a_range_of_shares_is_no_part_of_it() -> None:
    assert list(figures("The exit poll gives Berg 47 to 49 percent.")) == ["47 to 49 percent"]


@pytest.mark.parametrize(
    ("text", "written", "start"),
    [
        ("Norda sent 300 guards and plans to send 40 in June.", "300", None),
        ("Norda sent 300 guards and plans to send 40 in June.", "40", "2025-06-01"),
        ("The budget is $1.2 billion, up from $1.1 billion last year.", "$1.2 billion", None),
        ("The budget is $1.2 billion, up from $1.1 billion last year.", "$1.1 billion", "2024-01-01"),
        ("Stocks stand at 62 percent, against 71 percent in 2024.", "62 percent", None),
    ],
)
def test_the_time_of_what_it_is_compared_with_is_not_its_own(text: str, written: str, start: str | None) -> None:
    time = figures(text)[written].time
    assert (time.start if time else None) == start


def test_a_place_that_opens_the_next_clause_is_not_its_own() -> None:
    found = figures("In Port Berg, 32 were killed and in New Vell, 25 died.")
    assert [f.place and f.place.name for f in found.values()] == ["Port Berg", "New Vell"]


def test_without_denies_only_what_stands_right_behind_it() -> None:
    assert figures("They sat without power for five hours.")["five hours"].modality == "asserted"
    assert figures("The town is without 12 of its doctors.")["12"].modality == "negated"


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("jo moen, 65, was killed with two guards.", ["65"]),
        ("Ada Berg, 24, Jon Vik, 30, Ola Sund, 25 and Per Moen, 32 were hurt.", ["24", "30", "25", "32"]),
        ("In Port Berg, 32 were killed.", []),
        ("At 37, Ada Berg is the oldest winner.", ["37"]),
        ("At 40, prices are too high.", []),
        ("Moen, 65, now faces the council.", ["65"]),
        ("Three were charged with the murder of a man, 52.", ["52"]),
        ("The sixth victim, a girl of four, died.", ["four"]),
        ("The raid cost Ada Moen, a 20–year–old, her life.", ["20–year–old"]),
        ("The agency feeds two million people, a third of them under five.", ["five"]),
    ],
)
def test_ages_beside_names(text: str, ages: list[str]) -> None:
    assert [written for written, figure in figures(text).items() if figure.kind == "age"] == ages


def test_hours_of_the_day_are_no_years_and_count_nothing() -> None:
    text = "The clashes lasted between 0600 and 1400 on Tuesday."
    assert figures(text) == {}
    assert [date.span.of(text) for date in find_dates(text, published="2025-03-05")] == ["Tuesday"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Some 14,000 lorries cross it daily.", "day"),
        ("The bridge is crossed daily by 14,000 lorries.", "day"),
        ("It is seen every week by 40,000 people.", "week"),
        ("Every year some 400 bathers drown.", "year"),
        ("Some 400 people rode on the daily ferry.", None),
    ],
)
def test_a_rate_may_be_told_before_or_behind(text: str, period: str | None) -> None:
    assert find_figures(text)[0].per == period


def test_a_year_of_building_dates_nothing_that_comes_later() -> None:
    assert figures("The bridge was built in 1968 and carried 14,000 lorries.")["14,000"].time is None
    assert figures("In 1968 the bridge carried 14,000 lorries.")["14,000"].time is not None


def test_a_date_in_an_aside_dates_what_stands_in_it() -> None:
    found = figures("The mill, which burned 40 barns in January, lent him 300 sacks.")
    assert found["40"].time is not None and found["300"].time is None
