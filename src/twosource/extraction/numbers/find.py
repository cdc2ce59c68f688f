"""Numbers as news writes them: found, typed, with their units and with hedges as intervals.

A scan over the words finds where a number may begin; the grammar (`words`) is tried only there. Every number has
a type: counts, measures, money, percents, ratios, durations and ages are figures; dates, clock times, scores, names and
addresses are not.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from twosource.extraction.numbers.ages import read_age
from twosource.extraction.numbers.grammar import Literal, anchor_words, literal
from twosource.extraction.numbers.hedges import add_hedge, bound_both_ways, interval
from twosource.extraction.numbers.money import money_before
from twosource.extraction.numbers.reading import Kind, Reading
from twosource.extraction.numbers.ties import tie
from twosource.extraction.numbers.types import bare_type, token_type
from twosource.extraction.numbers.units import FoundUnit, unit_after, with_rate
from twosource.extraction.numbers.words import read_literal
from twosource.extraction.sought import sought
from twosource.records import Bound
from twosource.settings import figures as settings
from twosource.spans import Span, SpanSet
from twosource.text.lexicon import lexicon
from twosource.text.scan import runs_of


class Number(NamedTuple):
    """A number that is a figure: its place, value, hedge and unit; what it counts is for others to say."""

    span: Span
    """Number and unit, without the hedge."""
    number: Span
    """The digits or words alone."""
    hedge: Span | None
    point: float | None
    """The written value; None where only an interval is meant."""
    low: float | None
    high: float | None
    bound: Bound
    kind: Kind
    unit: str | None
    per: str | None
    moved_from: int | None
    """Index of the number it moved from: "from A to B"."""
    conversion_of: int | None
    """Index of the number it repeats in another unit."""
    rule: str
    confidence: float


class TypedNumber(NamedTuple):
    """Any number of a text with its type: a kind of figure, or what else it is."""

    span: Span
    point: float | None
    type: str


def find_numbers(text: str, *, dates: Sequence[Span] = (), boilerplate: Sequence[Span] = ()) -> list[Number]:
    """The figures of the text in order, none inside a date or boilerplate."""
    readings = [reading for reading in read_numbers(text, dates=dates, boilerplate=boilerplate) if reading.is_figure]
    index = {id(reading): at for at, reading in enumerate(readings)}
    return [_number(reading, index) for reading in readings]


def typed_numbers(text: str, *, dates: Sequence[Span] = (), boilerplate: Sequence[Span] = ()) -> list[TypedNumber]:
    """All numbers of the text with their types, figures or not."""
    return [
        TypedNumber(Span(r.start, r.end), r.point, r.type)
        for r in read_numbers(text, dates=dates, boilerplate=boilerplate)
    ]


def read_numbers(text: str, *, dates: Sequence[Span] = (), boilerplate: Sequence[Span] = ()) -> list[Reading]:
    """All numbers of the text with everything known of them, in order."""
    starts = anchors(text)
    in_dates, skipped = SpanSet(dates).among(starts), SpanSet(boilerplate).among(starts)
    readings: list[Reading] = []
    end = 0
    for start in starts:
        if start < end or start in skipped:
            continue
        if reading := _read(text, start, in_date=start in in_dates, floor=end):
            readings.append(reading)
            end = reading.end
    readings = tie(text, readings)
    for reading in readings:
        if reading.is_figure:
            add_hedge(text, reading)
            if reading.conversion_of and reading.hedge is None and reading.bound == "exact":
                reading.bound, reading.close = reading.conversion_of.bound, reading.conversion_of.close
    readings = bound_both_ways(text, readings)
    for reading in readings:
        if reading.is_figure:
            reading.low, reading.high = interval(reading)
    return readings


def anchors(text: str) -> list[int]:
    """Where a number may begin, in order: digits, or one of the words that number words begin with."""
    wanted, (written, _, digits) = anchor_words(), runs_of(text)
    starts = [start for start, _ in digits]
    for n, at in sought(text, "number"):
        role = wanted[written[n]]
        may_follow = role != "opens" and n > 0 and written[n - 1] in _ARTICLES
        article = _ARTICLE_BEFORE.search(text, max(0, at - 5), at) if may_follow else None
        if article or role != "follows":
            starts.append(article.start(1) if article else at)
    return sorted(starts)


_ARTICLES = frozenset(["a", "an", "A", "An", "AN", "aN"])
_ARTICLE_BEFORE = re.compile(r"(?<![^\W_])(an?)[\s-]{1,2}\Z", re.IGNORECASE)


def _read(text: str, start: int, *, in_date: bool, floor: int) -> Reading | None:
    if in_date and (digits := _DIGITS.match(text, start)):
        value = float(digits[0])
        return Reading(literal(start, digits.end(), value, 1.0, "digits"), start, digits.end(), "date", rule="digits")
    money = money_before(text, start, floor=floor)
    written = read_literal(text, start, money=money is not None)
    if written is None:
        return None
    reading = Reading(
        written, min(money.start if money else start, written.start), written.end, "count", rule=written.form
    )
    if in_date:
        reading.type = "date"
    elif not read_age(text, reading):
        _read_unit(text, reading, money)
    return reading


_DIGITS = re.compile(r"\d+")


def _read_unit(text: str, reading: Reading, money: FoundUnit | None) -> None:
    """Give the number its unit, if it has one, else its type."""
    written = reading.written
    fraction = _OF_A.match(text, written.end) if written.form == "fraction" or written.point == 0.5 else None
    unit = money or unit_after(text, fraction.end() - 1 if fraction else written.end, of=written.form == "vague")
    if unit is None and _is_magnitude(text, written.start):
        unit = FoundUnit(written.end, written.end, "magnitude", "measure")
    if unit and unit is not money and _is_other_word(text, unit, written):
        unit = None
    if unit:
        reading.take(with_rate(text, unit if unit.end > written.end else unit._replace(end=written.end)))
        _below_zero(text, reading)
    elif written.point == 0.5 and (whole := _UNIT_AND.search(text, max(0, reading.start - 24), reading.start)):
        unit = _year_and_a_half(text, reading, whole)
    if written.form == "vague":
        reading.bound = "vague"
    reading.type = token_type(text, reading) or (None if unit else bare_type(text, reading)) or reading.type
    reading.confidence = settings.SURE if unit or written.factor > 1 else _sureness(text, reading)


def _is_other_word(text: str, unit: FoundUnit, written: Literal) -> bool:
    """Whether what looks like a unit is a common word: "two stone walls", "three bars", "5 won"."""
    least = lexicon("units")["guarded"].get(unit.unit)
    if least is None or written.point is None or written.point % 1 or abs(written.point) >= least:
        return False
    bare = text[written.end : unit.start] == " " and text[unit.end - 1].isalpha()
    return bare and not _MEASURED.match(text, unit.end)


_MEASURED = re.compile(r"\s+(?:of|below|above|warmer|cooler|colder|hotter|north|south|east|west)\b")


def _below_zero(text: str, reading: Reading) -> None:
    """ "Two degrees below zero" is minus two."""
    match = _BELOW_ZERO.match(text, reading.end) if (reading.unit or "").startswith("degree") else None
    if match and reading.point:
        reading.written = reading.written._replace(point=-reading.point, low=-reading.point, high=-reading.point)
        reading.end = match.end()


def _year_and_a_half(text: str, reading: Reading, whole: re.Match[str]) -> FoundUnit | None:
    """ "A year and a half" is one and a half of what stands between."""
    unit = unit_after(text, whole.end(1))
    if unit and unit.kind in ("duration", "measure"):
        reading.written = reading.written._replace(start=whole.start(), point=1.5, low=1.5, high=1.5, form="words")
        reading.start, reading.unit, reading.type = whole.start(), unit.unit, unit.kind
        return unit
    return None


def _is_magnitude(text: str, at: int) -> bool:
    left = text[max(0, at - 48) : at]
    return left[-16:].rstrip().lower().endswith(_BEFORE_MAGNITUDE) and bool(_MAGNITUDE.search(left))


_BEFORE_MAGNITUDE = ("magnitude", "magnitude-", "of", "ed", "ing", "a", "was")
_MAGNITUDE = re.compile(
    r"\bmagnitude[\s-](?:of\s)?\Z"
    r"|\b(?:quake|tremor|temblor|(?:after|fore)shock)\s(?:\w+\s){0,2}(?:measured|measuring|registered|registering)\s(?:a\s)?\Z"
    r"|\bmagnitude\sof\sthe\s\w+\swas\s\Z",
    re.IGNORECASE,
)
_BELOW_ZERO = re.compile(r"\s+below\s+zero\b", re.IGNORECASE)
_UNIT_AND = re.compile(r"\b(an?|one)\s+[a-z]+\s+and\s+\Z", re.IGNORECASE)
_OF_A = re.compile(r"(?:[\s-]+of)?[\s-]+(?:(?:an?|the|one)[\s-]+)?", re.IGNORECASE)


def _sureness(text: str, reading: Reading) -> float:
    """How sure a count is: least where the number may be a pronoun, a quality or a stray."""
    written = reading.written
    following = text[written.end : written.end + 2]
    if written.form == "none":
        return settings.ZERO
    if written.point == 1 and written.form == "words":
        return settings.ONE_OF if text[written.end : written.end + 4] == " of " else settings.ONE
    if following[:1] == "-":
        return settings.COMPOUND
    return settings.COUNT if following[:1] == " " and following[1:].isalpha() else settings.BARE_DIGITS


def _number(reading: Reading, index: dict[int, int]) -> Number:
    return Number(
        span=Span(reading.start, reading.end),
        number=Span(reading.written.start, reading.written.end),
        hedge=reading.hedge,
        point=reading.point,
        low=reading.low,
        high=reading.high,
        bound=reading.bound,
        kind=reading.type,  # type: ignore[arg-type]
        unit=reading.unit,
        per=reading.per,
        moved_from=index.get(id(reading.moved_from)),
        conversion_of=index.get(id(reading.conversion_of)),
        rule=reading.rule,
        confidence=reading.confidence,
    )
