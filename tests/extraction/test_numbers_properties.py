"""What holds of numbers in any text: values, spans, order, cost."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.extraction.numbers.find import find_numbers, typed_numbers
from twosource.extraction.numbers.reading import KINDS

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
HEDGES = [
    "about",
    "nearly",
    "more than",
    "at least",
    "up to",
    "just over",
    "fewer than",
    "some",
    "an estimated",
    "as many as",
]
PIECES = [
    "per  cent",
    "$5",
    "-3",
    "feet",
    "cents",
    "12",
    "3.5",
    "1,000",
    "4 000",
    "two",
    "half",
    "a",
    "dozen",
    "million",
    "thousand",
    "of",
    "and",
    "to",
    "from",
    "-",
    "–",
    "(",
    ")",
    "%",
    "$",
    "€",
    "km",
    "sq",
    "miles",
    "per",
    "hour",
    "people",
    "killed",
    "about",
    "nearly",
    "or",
    "more",
    ",",
    ".",
    "\n",
    "no",
    "one",
    "in",
    "1/2",
    "½",
    "٣",
    "MH17",
    "year-old",
    "aged",
    "2014",
    "May",
    "+",
    "/",
    ":",
    "@",
    "http://x.org/1",
    "555-123-4567",
    "ten",
    "hundred",
    "third",
    "\u00a0",
    "é",
    "万",
    "🙂",
    "\x00",
]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
)


def spelled(number: int, *, join: str = " and ") -> str:
    """A number below a million in words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = join + spelled(number % 100) if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    rest = " " + spelled(number % 1000, join=join) if number % 1000 else ""
    return f"{spelled(number // 1000, join=join)} thousand{rest}"


def value(text: str) -> float | None:
    (found,) = find_numbers(text)
    return found.point


@given(st.integers(2, 999_999), st.sampled_from([" ", " and "]))
def test_a_number_in_words_is_worth_what_it_says(number: int, join: str) -> None:
    assert value(f"They saw {spelled(number, join=join)} birds there.") == number


@given(st.integers(2, 999))
def test_n_thousand_is_a_thousand_n(number: int) -> None:
    forms = [
        f"{number} thousand",
        f"{number}-thousand",
        f"{number},000",
        f"{number} 000",
        f"{number}\u00a0000",
        f"{number}\u2009000",
        f"{number}'000",
        f"{number}k",
        f"{number}K",
        f"{spelled(number)} thousand",
        f"{spelled(number).upper()} THOUSAND",
        f"{number / 1000} million",
        f"{number}.000",
    ]
    assert {value(f"They saw {form} birds there.") for form in forms} == {1000.0 * number}


@given(st.integers(2, 99999), st.sampled_from(HEDGES), st.sampled_from(["birds", "km", "percent", "dollars"]))
def test_a_hedge_never_changes_the_point(number: int, hedge: str, unit: str) -> None:
    bare, hedged = find_numbers(f"It is {number:,} {unit}."), find_numbers(f"It is {hedge} {number:,} {unit}.")
    assert len(bare) == len(hedged) == 1
    assert (bare[0].point, bare[0].unit, bare[0].kind) == (hedged[0].point, hedged[0].unit, hedged[0].kind)
    assert bare[0].bound == "exact" != hedged[0].bound and hedged[0].hedge is not None


@given(TEXTS)
@settings(max_examples=400)
def test_any_text_gives_sound_numbers(text: str) -> None:
    found = find_numbers(text)
    end = 0
    for number in found:
        assert end <= number.span.start < number.span.end <= len(text)
        assert number.span.covers(number.number)
        assert number.number.start < number.number.end
        assert number.point is not None or (number.low is not None and number.high is not None)
        assert number.low is None or number.high is None or number.low <= number.high
        assert 0 < number.confidence <= 1
        assert number.hedge is None or number.hedge.of(text).strip()
        end = number.span.end
    for here, number in enumerate(found):
        assert all(
            other is None or (0 <= other < len(found) and other != here)
            for other in (number.moved_from, number.conversion_of)
        )
    assert [number.span for number in found] == [one.span for one in typed_numbers(text) if one.type in KINDS]


PARAGRAPHS = [
    "About 12,000 soldiers crossed the bay.",
    "It holds 320 sq km (124 square miles) of land.",
    "Prices rose from 12 to 14 percent in a year and a half.",
    "Ann Lee, 45, gave $5 million to two of the three towns.",
    "No casualties were reported, but one in five homes fell.",
    "Section 4 of the 1969 act names 30 to 40 towns.",
]


@given(st.permutations(PARAGRAPHS))
def test_the_order_of_paragraphs_changes_no_figure(order: list[str]) -> None:
    text, plain = "\n\n".join(order), "\n\n".join(PARAGRAPHS)
    assert Counter(said(text)) == Counter(said(plain))


def said(text: str) -> list[tuple[object, ...]]:
    return [(n.span.of(text), n.point, n.low, n.high, n.bound, n.kind, n.unit) for n in find_numbers(text)]
