"""Test cases of Recognizers-Text (MIT, see tests/fixtures/NOTICE.md): how many come out as they say, with floors.

Each of the rest stands in recognizers_misses.jsonl with the reason why it comes out otherwise.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from twosource.extraction.numbers.find import Number, find_numbers, typed_numbers

FIXTURES = Path(__file__).parents[1] / "fixtures"
CASES = [json.loads(line) for line in (FIXTURES / "recognizers_text.jsonl").read_text(encoding="utf-8").splitlines()]
MODELS = ("Number", "NumberRange", "Percent", "Age", "Currency", "Dimension", "Temperature")
LEAST_RIGHT = 0.9
UNITS = {
    "Dollar": "USD",
    "United States dollar": "USD",
    "Pound": "pound GBP",
    "British pound": "GBP",
    "Euro": "EUR",
    "Cent": "cent",
    "Penny": "penny",
    "Pence": "penny",
    "Chinese yuan": "CNY",
    "Japanese yen": "JPY",
    "Canadian dollar": "CAD",
    "Australian dollar": "AUD",
    "Hong Kong dollar": "HKD",
    "New Zealand dollar": "NZD",
    "Swiss franc": "CHF",
    "Rupee": "INR",
    "Turkish lira": "TRY",
    "Mexican peso": "MXN",
    "Bitcoin": "BTC",
    "Costa Rican colón": "CRC",
    "Georgian lari": "GEL",
    "Lao kip": "LAK",
    "Finnish markka": "FIM",
    "Netherlands guilder": "NLG",
    "Peseta": "ESP",
    "C": "degree_Celsius",
    "F": "degree_Fahrenheit",
    "Ton": "ton metric_ton",
    "Metric ton": "metric_ton",
    "Barrel": "oil_barrel",
    "Square meter": "meter ** 2",
    "Square kilometer": "kilometer ** 2",
    "Cubic foot": "foot ** 3",
}


def number(words: str | None) -> float | None:
    try:
        return float((words or "").replace(",", "").rstrip("%"))
    except ValueError:
        return None


def near(have: float | None, want: float | None) -> bool:
    return have is not None and want is not None and abs(have - want) <= 1e-8 + 1e-3 * abs(want)


def is_unit(have: str | None, want: str | None) -> bool:
    if want is None or have is None:
        return want is None
    plain = want.lower().replace(" per ", " / ")
    return have in UNITS.get(want, plain).split() or have == UNITS.get(want) or have.replace("_", " ").lower() == plain


def in_range(figure: Number, want: str) -> bool:
    found = re.fullmatch(r"[\[(]([^,]*),([^\])]*)[\])]", want)
    assert found
    low, high = number(found[1]), number(found[2])
    if low == high:
        return near(figure.point, low)
    if low is not None and high is not None:
        return figure.bound == "range" and near(figure.low, low) and near(figure.high, high)
    bounds = ("more_than", "at_least") if high is None else ("less_than", "at_most")
    return figure.bound in bounds and near(figure.point, low if high is None else high)


def is_right(case: dict[str, Any]) -> bool:
    text, wanted = case["text"], [one for one in case["expect"] if one["value"] not in (None, "null")]
    figures = find_numbers(text)
    match case["model"]:
        case "Number":
            have = [one.point for one in typed_numbers(text) if one.point is not None]
            if not wanted:
                return all(figure.kind != "count" for figure in figures)
            return len(have) == len(wanted) and all(any(near(h, number(w["value"])) for h in have) for w in wanted)
        case "NumberRange":
            return all(any(in_range(figure, one["value"]) for figure in figures) for one in wanted)
        case "Percent":
            return all(any(f.kind == "percent" and near(f.point, number(w["value"])) for f in figures) for w in wanted)
    return all(
        any(
            (near(f.point, number(w["value"])) or (f.bound == "range" and near(f.high, number(w["value"]))))
            and is_unit(f.unit, w.get("unit", "").lower() if case["model"] == "Age" else w.get("unit"))
            and (f.kind == "age") == (case["model"] == "Age")
            for f in figures
        )
        for w in wanted
    )


def test_nine_in_ten_cases_come_out_as_their_authors_say() -> None:
    right = [is_right(case) for case in CASES if case["model"] in MODELS]
    assert len(right) > 600 and sum(right) / len(right) >= LEAST_RIGHT


def test_each_case_that_comes_out_otherwise_is_listed_with_its_reason() -> None:
    lines = (FIXTURES / "recognizers_misses.jsonl").read_text(encoding="utf-8").splitlines()
    listed = {(miss["model"], miss["text"]) for miss in map(json.loads, lines) if miss["reason"]}
    assert listed == {(case["model"], case["text"]) for case in CASES if case["model"] in MODELS and not is_right(case)}


def false_figures() -> Iterator[tuple[str, bool]]:
    for case in CASES:
        figures = find_numbers(case["text"]) if "none" in case else []
        for span in case.get("none", ()):
            start, end = span["start"], span["start"] + len(span["text"])
            yield case["model"], any(figure.span.start < end and start < figure.span.end for figure in figures)


def test_telephone_numbers_addresses_and_ordinals_are_hardly_ever_figures() -> None:
    seen, wrong = (
        Counter(model for model, _ in false_figures()),
        Counter(model for model, bad in false_figures() if bad),
    )
    assert seen.total() > 400
    assert wrong["URL"] <= 1 and wrong["IpAddress"] == 0
    assert wrong.total() <= 0.025 * seen.total()
