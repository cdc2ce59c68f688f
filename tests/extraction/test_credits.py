import pytest

from twosource.extraction.credits import find_credits

CASES = [
    ("OSTREL, March 4 (Reuters) - A dam gave way.", {("dateline", "Reuters"), ("tag", "Reuters")}),
    ("PORT VESK (AP) — A ferry sank.", {("dateline", "AP"), ("tag", "AP")}),
    ("By Jo Bell, Associated Press\n\nA ferry sank.", {("byline", "AP")}),
    ("A ferry sank.\n\nThe Associated Press contributed to this report.", {("byline", "AP")}),
    ("The accident was first reported by the Vesk Mail.", {("first_reported", "the Vesk Mail")}),
    ("The harbour office said in a statement that the basin is closed.", {("release", "harbour office")}),
    ("The basin is closed. It said in a statement that ships wait off Tarsk.", set()),
    ("The basin is closed. But they announced in a statement that ships wait off Tarsk.", set()),
    ("Divers at work on Monday. (AP Photo/Jo Bell)", set()),
    ("Divers at work (AFP/Getty Images)", set()),
    ("A ferry sank off Vesk.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_table_of_credits(text, expected):
    found = find_credits(text)
    assert {(credit.kind, credit.name) for credit in found} == expected
    assert all(credit.span is None or credit.span.of(text) for credit in found)


def test_what_the_page_says_of_itself():
    found = find_credits(
        "A ferry sank.",
        url="https://mail.example/a",
        canonical="https://norda.example/b",
        credited=("Norda News",),
        author="AP",
    )
    assert {(c.kind, c.name) for c in found} == {
        ("metadata", "Norda News"),
        ("byline", "AP"),
        ("link", "norda.example"),
    }


def test_a_credit_is_found_wherever_it_stands_in_a_long_text() -> None:
    filler = "The report says that the quay is wet. " * 30
    said = "Moen resigned, according to the Vesk Daily News, on Monday. "
    (alone,) = find_credits(said)
    (found,) = find_credits(filler + said + filler)
    assert (found.name, found.kind) == (alone.name, alone.kind)
    assert alone.span is not None and found.span == tuple(place + len(filler) for place in alone.span)
