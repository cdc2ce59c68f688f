"""What dates mean: tables of sentences, each with the dates in it, their days and their granularity."""

import pytest

from twosource.extraction.dates.find import find_dates
from twosource.spans import Span

PUBLISHED = "2025-01-09T08:30:00+02:00"  # a Thursday


def days(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None, str | None]]:
    found = find_dates(text, published=published, document="a")
    assert all(date.span.of(text) == date.text and date.document == "a" for date in found)
    return [(date.text, date.start, date.end) for date in found]


ABSOLUTE = [
    ("The talks opened on 9 January 2025.", "9 January 2025", "2025-01-09", "2025-01-09"),
    ("They met on Jan. 9, 2025, in Oslo.", "Jan. 9, 2025", "2025-01-09", "2025-01-09"),
    ("It was signed on the 9th of January, 2024.", "9th of January, 2024", "2024-01-09", "2024-01-09"),
    ("Monday, 6th January 2025 was wet.", "Monday, 6th January 2025", "2025-01-06", "2025-01-06"),
    ("THURSDAY, JANUARY 9, 2025", "THURSDAY, JANUARY 9, 2025", "2025-01-09", "2025-01-09"),
    ("Born on 4 July 1776.", "4 July 1776", "1776-07-04", "1776-07-04"),
    ("The file is of 2025-01-09.", "2025-01-09", "2025-01-09", "2025-01-09"),
    ("Signed 09.01.2025 in Bern.", "09.01.2025", "2025-01-09", "2025-01-09"),
    ("Seen on 13/1/25 at sea.", "13/1/25", "2025-01-13", "2025-01-13"),
    ("Seen on 1/13/2025 at sea.", "1/13/2025", "2025-01-13", "2025-01-13"),
    ("It closed on Jan 6th 2021.", "Jan 6th 2021", "2021-01-06", "2021-01-06"),
    ("The mill burned in May 2014.", "May 2014", "2014-05-01", "2014-05-31"),
    ("In February 2024 it froze.", "February 2024", "2024-02-01", "2024-02-29"),
    ("In early 2024 sales rose.", "early 2024", "2024-01-01", "2024-12-31"),
    ("Sales in the mid-1990s were low.", "the mid-1990s", "1990-01-01", "1999-12-31"),
    ("Songs of the '80s were played.", "'80s", "1980-01-01", "1989-12-31"),
    ("It began in the nineties.", "the nineties", "1990-01-01", "1999-12-31"),
    ("Built in the 19th century.", "the 19th century", "1800-01-01", "1899-12-31"),
    ("Farms of the 1800s are gone.", "1800s", "1800-01-01", "1899-12-31"),
    ("Rules of the twenty-first century.", "the twenty-first century", "2000-01-01", "2099-12-31"),
    ("The class of '98 met.", "'98", "1998-01-01", "1998-12-31"),
    ("He left in nineteen ninety-six.", "nineteen ninety-six", "1996-01-01", "1996-12-31"),
    ("Q3 2024 was slow.", "Q3 2024", "2024-07-01", "2024-09-30"),
    ("Margins in 3Q24 fell.", "3Q24", "2024-07-01", "2024-09-30"),
    ("The third quarter of 2024 was slow.", "The third quarter of 2024", "2024-07-01", "2024-09-30"),
    ("The first half of 2024 was dry.", "The first half of 2024", "2024-01-01", "2024-06-30"),
    ("Over the first nine months of 2023 it rained.", "the first nine months of 2023", "2023-01-01", "2023-09-30"),
    ("In fiscal 2024 it lost money.", "fiscal 2024", "2024-01-01", "2024-12-31"),
    ("In summer 2024 the lake dried.", "summer 2024", "2024-06-01", "2024-08-31"),
    ("Easter Monday 2024 was quiet.", "Easter Monday 2024", "2024-04-01", "2024-04-01"),
    ("They froze on Christmas Day 1914.", "Christmas Day 1914", "1914-12-25", "1914-12-25"),
    ("Taken in this Dec. 31, 2016, picture.", "Dec. 31, 2016", "2016-12-31", "2016-12-31"),
    ("A law from before 9/11 applies.", "9/11", "2001-09-11", "2001-09-11"),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), ABSOLUTE)
@pytest.mark.parametrize("published", [None, PUBLISHED, "1999-12-31"])
def test_absolute_dates_need_no_publication(text: str, words: str, start: str, end: str, published: str | None) -> None:
    assert days(text, published) == [(words, start, end)]


RANGES = [
    ("From 3 to 5 May 2024 the fair ran.", "3 to 5 May 2024", "2024-05-03", "2024-05-05"),
    ("The fair of May 3-5, 2024, was small.", "May 3-5, 2024", "2024-05-03", "2024-05-05"),
    ("Between January and March 2024 it snowed.", "January and March 2024", "2024-01-01", "2024-03-31"),
    ("In 2022-23 the club went down.", "2022-23", "2022-01-01", "2023-12-31"),
    ("The war of 1914-1918 began here.", "1914-1918", "1914-01-01", "1918-12-31"),
    ("In the 2015/16 season it won.", "2015/16", "2015-01-01", "2016-12-31"),
    ("He served from 2001 to 2009.", "2001 to 2009", "2001-01-01", "2009-12-31"),
    ("Shut from Dec. 28, 2024 to Jan. 3.", "Dec. 28, 2024 to Jan. 3", "2024-12-28", "2025-01-03"),
    ("From the 1960s to the 1980s it grew.", "the 1960s to the 1980s", "1960-01-01", "1989-12-31"),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), RANGES)
def test_ranges_are_one_date(text: str, words: str, start: str, end: str) -> None:
    assert days(text, None) == [(words, start, end)]


RELATIVE = [
    ("It opens in three days' time.", "in three days' time", "2025-01-12", "2025-01-12"),
    ("It rained today.", "today", "2025-01-09", "2025-01-09"),
    ("It rained yesterday afternoon.", "yesterday afternoon", "2025-01-08", "2025-01-08"),
    ("They leave the day after tomorrow.", "day after tomorrow", "2025-01-11", "2025-01-11"),
    ("The ship sank last night.", "last night", "2025-01-08", "2025-01-08"),
    ("Homes were struck overnight.", "overnight", "2025-01-08", "2025-01-09"),
    ("Last week it sank.", "Last week", "2024-12-30", "2025-01-05"),
    ("It is due next month.", "next month", "2025-02-01", "2025-02-28"),
    ("Late last year it fell.", "Late last year", "2024-01-01", "2024-12-31"),
    ("Earlier this week it sank.", "Earlier this week", "2025-01-06", "2025-01-12"),
    ("It sank over the weekend.", "the weekend", "2025-01-04", "2025-01-05"),
    ("It sails this weekend.", "this weekend", "2025-01-11", "2025-01-12"),
    ("It sank two days ago.", "two days ago", "2025-01-07", "2025-01-07"),
    ("It sank nearly three weeks ago.", "nearly three weeks ago", "2024-12-16", "2024-12-22"),
    ("It sank 20 years ago.", "20 years ago", "2005-01-01", "2005-12-31"),
    ("It sank a decade ago.", "a decade ago", "2015-01-01", "2015-12-31"),
    ("In the past six months prices rose.", "the past six months", "2024-07-09", "2025-01-09"),
    ("Over the next two weeks it opens.", "the next two weeks", "2025-01-09", "2025-01-23"),
    ("In the last 48 hours it rained.", "the last 48 hours", "2025-01-07", "2025-01-09"),
    ("On Tuesday he resigned.", "Tuesday", "2025-01-07", "2025-01-07"),
    ("He resigned on Thursday.", "Thursday", "2025-01-09", "2025-01-09"),
    ("The court is to rule on Friday.", "Friday", "2025-01-10", "2025-01-10"),
    ("On Wednesday, she is expected to speak.", "Wednesday", "2025-01-15", "2025-01-15"),
    ("Talks were postponed until Monday.", "Monday", "2025-01-13", "2025-01-13"),
    ("He criticised Friday's raid and will appeal.", "Friday", "2025-01-03", "2025-01-03"),
    ("They meet next Monday.", "next Monday", "2025-01-13", "2025-01-13"),
    ("The ship sank last Friday night.", "last Friday night", "2025-01-03", "2025-01-03"),
    ("The mill burned in December.", "December", "2024-12-01", "2024-12-31"),
    ("A vote will be held in March.", "March", "2025-03-01", "2025-03-31"),
    ("The mill burned in mid-November.", "mid-November", "2024-11-01", "2024-11-30"),
    ("The mill burned on Dec. 12.", "Dec. 12", "2024-12-12", "2024-12-12"),
    ("It opens on 28 February.", "28 February", "2025-02-28", "2025-02-28"),
    ("He arrived on the 3rd.", "3rd", "2025-01-03", "2025-01-03"),
    ("It opened last June.", "last June", "2024-06-01", "2024-06-30"),
    ("It opened in June last year.", "June last year", "2024-06-01", "2024-06-30"),
    ("It opened last summer.", "last summer", "2024-06-01", "2024-08-31"),
    ("Last year's fourth quarter was slow.", "Last year's fourth quarter", "2024-10-01", "2024-12-31"),
    ("Third-quarter profit rose.", "Third-quarter", "2024-07-01", "2024-09-30"),
    ("They ate early on Christmas Day.", "Christmas Day", "2024-12-25", "2024-12-25"),
    ("As of 6 January, 300 had left.", "6 January", "2025-01-06", "2025-01-06"),
    ("Crowds fled following Tuesday's blast.", "Tuesday", "2025-01-07", "2025-01-07"),
    ("It sank on 2 january.", "2 january", "2025-01-02", "2025-01-02"),
    ("It runs to the end of the month.", "the end of the month", "2025-01-01", "2025-01-31"),
    ("Open Monday to Wednesday, it was empty.", "Monday to Wednesday", "2025-01-06", "2025-01-08"),
    ("It was shut from Dec. 28 to Jan. 3.", "Dec. 28 to Jan. 3", "2024-12-28", "2025-01-03"),
    ("The week of January 6 was cold.", "The week of January 6", "2025-01-06", "2025-01-12"),
    ("The port is now closed.", "now", "2025-01-09", "2025-01-09"),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), RELATIVE)
def test_relative_dates_are_told_from_the_day_of_publication(text: str, words: str, start: str, end: str) -> None:
    assert days(text) == [(words, start, end)]


@pytest.mark.parametrize("text", [row[0] for row in RELATIVE])
def test_relative_dates_are_not_placed_without_publication(text: str) -> None:
    assert [(start, end) for _, start, end in days(text, None)] == [(None, None)]


@pytest.mark.parametrize("published", ["", "yesterday", "2025", "2025-13-40"])
def test_a_publication_time_that_is_not_iso_counts_as_none(published: str) -> None:
    assert days("It rained yesterday.", published) == [("yesterday", None, None)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It has grown since 2014.", "2014-01-01", None),
        ("It has grown since the 1990s.", "1990-01-01", None),
        ("It grew from 2014 onwards.", "2014-01-01", None),
        ("The pier stood until 2014.", None, "2014-12-31"),
        ("It did not open until 2014.", "2014-01-01", "2014-12-31"),
        ("It must close by 2030.", "2030-01-01", "2030-12-31"),
    ],
)
def test_open_ends(text: str, start: str | None, end: str | None) -> None:
    assert [found[1:] for found in days(text, None)] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("It sank at 5:30 p.m. EST on Tuesday.", "5:30 p.m. EST on Tuesday", "2025-01-07T17:30", "2025-01-07T17:30"),
        ("On Jan. 7 at 9:15am it sank.", "Jan. 7 at 9:15am", "2025-01-07T09:15", "2025-01-07T09:15"),
        ("It sank at 0730 GMT on 8 January.", "0730 GMT on 8 January", "2025-01-08T07:30", "2025-01-08T07:30"),
        ("It sank at noon on Friday.", "noon on Friday", "2025-01-03T12:00", "2025-01-03T12:00"),
        ("It sank at ten past nine on Friday.", "ten past nine on Friday", "2025-01-03T09:10", "2025-01-03T09:10"),
        ("It sank at a quarter to six on Friday.", "a quarter to six on Friday", "2025-01-03T05:45", "2025-01-03T05:45"),
        ("Open 9 to 11 a.m. on Monday.", "9 to 11 a.m. on Monday", "2025-01-06T09:00", "2025-01-06T11:00"),
        ("Open between 9 a.m. and 5 p.m. on Monday.", "9 a.m. and 5 p.m. on Monday", "2025-01-06T09:00",
         "2025-01-06T17:00"),
        ("Shut from 9 p.m. to 2 a.m. on Monday.", "9 p.m. to 2 a.m. on Monday", "2025-01-06T21:00",
         "2025-01-07T02:00"),
        ("Logged 2025-01-09T10:20:00Z.", "2025-01-09T10:20:00Z", "2025-01-09T10:20", "2025-01-09T10:20"),
    ],
)  # fmt: skip
def test_times_of_day(text: str, words: str, start: str, end: str) -> None:
    assert days(text) == [(words, start, end)]


def test_a_time_belongs_to_the_day_named_before_it_in_the_paragraph() -> None:
    assert days("On 3 May 2024 it rained. At 6 a.m. it stopped.")[1:] == [
        ("6 a.m.", "2024-05-03T06:00", "2024-05-03T06:00")
    ]
    assert days("On 3 May 2024 it rained.\n\nAt 6 a.m. it stopped.")[1:] == [("6 a.m.", None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2014 he moved. The following year he died.", ("The following year", "2015-01-01", "2015-12-31")),
        ("On 3 March 2020 they met. Two days later, talks failed.", ("Two days later", "2020-03-05", "2020-03-05")),
        ("They met on 3 March 2020. That night, it rained.", ("That night", "2020-03-03", "2020-03-03")),
        ("Third-quarter net rose from a year earlier.", ("a year earlier", "2023-07-01", "2023-09-30")),
        ("Prices in November were up 2% on a year earlier.", ("a year earlier", "2023-11-01", "2023-11-30")),
        ("Third-quarter net rose; in the 1988 period it fell.", ("the 1988 period", "1988-07-01", "1988-09-30")),
    ],
)
def test_dates_told_from_a_date_named_before(text: str, expected: tuple[str, str, str]) -> None:
    assert days(text)[-1] == expected


@pytest.mark.parametrize("text", ["The following day he left.", "A week later he left.", "That night it rained."])
def test_what_is_told_from_a_date_never_named_is_not_placed(text: str) -> None:
    assert [found[1:] for found in days(text)] == [(None, None)]


@pytest.mark.parametrize(
    "text",
    ["Seen on 9/1/25 at sea.", "In recent weeks it rained.", "It sank several years ago.", "Winter 2024 was mild."],
)
def test_what_cannot_be_told_is_left_open(text: str) -> None:
    assert [found[1:] for found in days(text)] == [(None, None)]


NO_DATES = [
    "They may march in the second round.",
    "The Sun said sat nav sales mar the trade.",
    "The fall of the old bridge was filmed.",
    "April said June and August Wilson met.",
    "Theresa May and Jan Novak spoke.",
    "Of 2,024 people and 2000 soldiers, few stayed.",
    "They counted 1500 cases and 1998 metres of rope.",
    "He drove a 2019 Toyota.",
    "The bill was $1998 and the fee €2001.",
    "Section 1983 applied, and so did Resolution 1701.",
    "Flight 1549 left from room 2012.",
    "The score was 21-17, then 6-4, 3-6, 7-5.",
    "Version 1.2.3 of 10.0.2024.1 at 192.168.1.20",
    "Call 555-1990 or 020 7946 2014.",
    "It lasted three weeks and six months.",
    "It happens every day, every Tuesday and on Sundays.",
    "The Sunday Times and USA Today reported it.",
    "A 20-year-old won the 4th race.",
    "Half the town and a quarter of the fleet left.",
    "They lost in the quarter-final.",
    "He threw two touchdown passes in the fourth quarter.",
    "Florida Today and the daily Yesterday reported it.",
    "A man in his 20s fled; highs were in the 90s.",
    "The ratio was 2:1 and the film High Noon ran.",
    "He waited a minute and a second man came.",
    "An A380, an F-16 and a T-1990 flew past.",
    "The Christmas tree fell.",
    "It was one Sunday, or on a Sunday evening, as every Sunday.",
    "The shows were ''24'' and '60 Minutes', the USA TODAY wrote.",
    "Since the turn of the century it has grown.",
    "About 1990 tonnes sank.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("at 5 p.m. on Monday", "time"), ("on Monday morning", "day"), ("last week", "week"), ("in May 2024", "month"),
        ("in the third quarter of 2024", "quarter"), ("in summer 2024", "season"), ("in 2024", "year"),
        ("in the 1990s", "decade"), ("in the 19th century", "century"), ("in recent weeks", "other"),
    ],
)  # fmt: skip
def test_granularity(text: str, granularity: str) -> None:
    assert [found.granularity for found in find_dates(text, published=PUBLISHED)] == [granularity]


def test_only_the_date_is_taken_where_a_count_follows() -> None:
    assert days("In March 20 people died; on May 3 12 people fled.") == [
        ("March", "2025-03-01", "2025-03-31"),
        ("May 3", "2024-05-03", "2024-05-03"),
    ]


def test_a_year_or_a_count() -> None:
    assert [found[0] for found in days("In 2014 voters turned away. Of 2014 voters, none came.")] == ["2014"]
    assert [found[0] for found in days("The 2000 elections were close. In 2000 homes the lights went out.")] == ["2000"]


def test_a_person_who_bears_the_name_of_a_month() -> None:
    assert [found[0] for found in days("Theresa May spoke. A plan by May failed in June.")] == ["June"]


def test_paragraphs_are_not_joined() -> None:
    assert [found[0] for found in days("Opening in January\n12 stalls, Tuesday\n\n9 January 2025")] == [
        "January",
        "Tuesday",
        "9 January 2025",
    ]
    assert days("It sank in January\n\n2024 tons were lost") == [("January", "2025-01-01", "2025-01-31")]


def test_a_line_wrapped_by_width_goes_on() -> None:
    line = "The harbour office, which runs the four ferries, said on January\n9, 2025, that all of them are sound."
    assert [found[0] for found in days(line)] == ["January\n9, 2025"]


def test_boilerplate_is_skipped() -> None:
    text = "Updated 3 May 2024\nIt sank on 2 May 2024."
    found = find_dates(text, boilerplate=[Span(0, 19)])
    assert [date.text for date in found] == ["2 May 2024"]
