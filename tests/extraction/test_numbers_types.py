"""Numbers that are no figures: tables of sentences in which nothing is counted but what the last column says."""

import pytest

from twosource.extraction.numbers.find import find_numbers, typed_numbers

NO_FIGURES = [
    # names
    "A T-72 and an F-16 were seen.",
    "Flight MH17 and an A380 landed.",
    "A Boeing 787 landed beside a 737 Max jet.",
    "The S&P 500 fell with the FTSE 100.",
    "Cases of COVID-19 worry the G7 and the G20.",
    "The iPhone 11 and the Galaxy S10 sell.",
    "He cited Section 4 and Article 5 of the treaty.",
    "She drove on Route 66 and Interstate 95.",
    "They watched BBC One and Formula 1.",
    "A 155mm shell and a 9mm pistol were found.",
    "Neighbours called 911 at once.",
    "Resolution 242 and Windows 10 are old.",
    "It has 5G and 3D, on a 4K screen.",
    "KOIN 6 News was there.",
    "No.2 in the list of Articles 4 and 5, pages 7-9.",
    "A 1080p screen of a zero-emission car.",
    "On lap seven and in chapter three.",
    "She was flown from Regional One Hospital in Vell.",
    "Homes in the 90049 ZIP Code and at 22 Rue Moen stood empty.",
    # points, ranks, sayings
    "United won 3-1 and drew 2-2.",
    "They lost 21-17 in the final.",
    "The court ruled 5-4 for her.",
    "A top-10 song of the under-21 team.",
    "It runs 24/7 since 9/11.",
    "He rated it 7/10.",
    # ordinals, decades, times, years
    "The 20th floor, the 1st man and the twenty-fifth try.",
    "In the 1990s and the '80s it rained.",
    "At 9:30 a.m., 5pm and 1400 GMT it rang.",
    "In 2014 and by 2030.",
    "At 0600 and at 1400 on Monday it rang.",
    "on 18 may the talks failed",
    "Battalion 3-16 of the 2nd brigade.",
    "The war of 1939-45, in his 30-something years.",
    "The summer of 1969 was hot.",
    "16 jan 90 and 8 march 1989",
    # addresses, numbers to call, web
    "The 4800 block of Main Street.",
    "He lives at 12 Elm Street, Ohio.",
    "She lives at 12 W. 79th St. there.",
    "Call 541-754-3010 or (020) 7946 0018.",
    "Call +49 171 1234567 now.",
    "See https://example.org/2019/11/05/a-12 now.",
    "Write to a12@example.org or @bird77.",
    "Case Number: 1704020139",
    "Version 2.0.1 came at 192.168.1.2.",
    # layout
    "5 min read",
    "Reading time: 3 minutes",
    "Image 3 of 8",
    "News [12] and notes [3, 15–17]",
    "You may 1) sell or 2) wait.",
    # pronouns
    "No one knows which one it was, not this one.",
    "One can hope that they like one another.",
    "It was a one-off and one-sided.",
    "He scores well and shouts.",
    "The third man and a third-party test of the second half.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_nothing_is_counted(text: str) -> None:
    for shown in (text, f"Rain fell. {text} The sun came out."):
        assert find_numbers(shown) == []


SOME_FIGURES = [
    ("In 1944 people fled; 2,024 people stayed.", [2024]),
    ("It killed 2000 people in 2004.", [2000]),
    ("One man died and one was injured.", [1, 1]),
    ("It is one of the best.", [1]),
    ("A 4-3 lead after 15-20 minutes.", [None]),
    ("Route 66 has 66 bridges.", [66]),
    ("The 12 people of Section 12.", [12]),
    ("Over 50 F-16 jets flew.", [50]),
    ("911 people called.", [911]),
    ("It cost 63.75-65.50 dollars.", [None]),
    ("He has a 2.23 E.R.A. now.", [2.23]),
    ("More than Moen’s 538 and Lee’s 12.", [538, 12]),
    ("priced at\n99.\nThen", [99]),
    ("It rose 1/4 cent.", [0.25]),
    ("12 per 100,000 people died.", [12]),
    ("It had only one witness, one of a few.", [1, 1]),
    ("two stone walls and three bars", [2, 3]),
    ("1. Rain fell on 5 towns.\n2. Snow fell on 6.", [5, 6]),
    ("In June 14 000 people came.", [14000]),
    ("COVID-19 killed 19.", [19]),
    ("with14,593 homes", [14593]),
    ("no more than 5 casualties", [5]),
    ("He won 3-1 before 300 fans.", [300]),
]


@pytest.mark.parametrize(("text", "points"), SOME_FIGURES)
def test_only_what_is_counted_is_found(text: str, points: list[float | None]) -> None:
    assert [figure.point for figure in find_numbers(text)] == points


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("by 2150", "count"),
        ("9:30", "time"),
        ("(313) 222-2027", "phone"),
        ("Tell the harbour police at 555-0142.", "phone"),
        ("1.2.3", "version"),
        ("AK-47", "identifier"),
        ("42 Oak Avenue", "address"),
        ("last-16", "rank"),
        ("3-1", "score"),
        ("[12]", "reference"),
        ("3 min read", "reading_time"),
    ],
)
def test_what_is_no_figure_is_typed(text: str, type: str) -> None:
    assert typed_numbers(f"See {text}")[0].type == type


def test_the_last_of_a_list_of_ages_tells_what_all_are() -> None:
    found = find_numbers("The dead are three sailors, 19, 22 and 61 years old.")
    assert [(figure.point, figure.kind) for figure in found] == [(3, "count"), (19, "age"), (22, "age"), (61, "age")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("One in five is a child under five.", "age"),
        ("Both victims are younger than 18.", "age"),
        ("Men aged over 5 may apply.", "age"),
        ("Children under 5 metres of snow dug.", "measure"),
        ("Firms with people under 5 contracts left.", "count"),
    ],
)
def test_people_under_a_number_that_counts_nothing_are_told_by_their_age(text: str, kind: str) -> None:
    assert find_numbers(text)[-1].kind == kind
