"""What is a date and what only looks like one."""

import pytest

from twosource.extraction.dates.find import find_dates


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In September 4,100 people came.", ["September"]),
        ("On the 3rd it fell back.", ["3rd"]),
        ("By mid-April the pass is clear.", ["mid-April"]),
        ("The truce will last 72 hours.", []),
        ("From January to March last year it rained.", ["January to March last year"]),
        ("The mill has 1915 rivets.", []),
        ("It stands on the 3rd floor.", []),
        ("The paper's Sunday edition sells best.", []),
        ("It rained between 0600 and 1400.", []),
    ],
)
def test_what_is_and_is_not_a_date(text: str, words: list[str]) -> None:
    assert [date.text for date in find_dates(text, published="2025-01-08")] == words


def test_what_begins_on_a_weekday_is_still_to_come() -> None:
    (date,) = find_dates("The fair begins Monday.", published="2025-01-08")
    assert date.start == "2025-01-13"
