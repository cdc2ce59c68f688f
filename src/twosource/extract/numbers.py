"""Numbers as news writes them: found, typed, with their units and with hedges as intervals.

A scan over the words finds where a number may begin; the grammar (`number_words`) is tried only there. Every number gets
a type; counts, measures, money, percents, ratios, durations and ages are figures, the others (dates, clock times,
scores, model names, addresses...) are not. The grammar follows the pattern sets of Recognizers-Text (MIT) and duckling
(BSD) in scope, not in code.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from twosource.extract.hedges import add_hedge, bound_both_ways, interval
from twosource.extract.number_ages import read_age
from twosource.extract.number_ranges import tie
from twosource.extract.number_reading import Kind, Reading
from twosource.extract.number_types import bare_type, token_type
from twosource.extract.number_units import FoundUnit, money_before, unit_after, with_rate
from twosource.extract.number_words import read_literal
from twosource.records import Bound
from twosource.settings import figures as settings
from twosource.spans import Span, SpanSet
from twosource.text.lexicon import lexicon


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
        TypedNumber(Span(r.start, r.end), r.point, r.type) for r in read_numbers(text, dates=dates, boilerplate=boilerplate)
    ]


def read_numbers(text: str, *, dates: Sequence[Span] = (), boilerplate: Sequence[Span] = ()) -> list[Reading]:
    """All numbers of the text with everything known of them, in order."""
    in_dates, skipped = SpanSet(dates), SpanSet(boilerplate)
    readings: list[Reading] = []
    for start in anchors(text):
        if (readings and start < readings[-1].end) or start in skipped:
            continue
        if reading := _read(text, start, in_dates, readings[-1].end if readings else 0):
            readings.append(reading)
    readings = tie(text, readings)
    for reading in readings:
        if reading.is_figure:
            add_hedge(text, reading)
            if reading.conversion_of and reading.hedge is None and reading.bound == "exact":
                reading.bound, reading.close = reading.conversion_of.bound, reading.conversion_of.close
    readings = bound_both_ways(text, readings)
    for reading in readings:
        reading.low, reading.high = interval(reading)
    return readings


def anchors(text: str) -> Iterator[int]:
    """Where a number may begin: digits, or one of the words that number words begin with."""
    first_words = _first_words()
    for word in _WORD.finditer(text):
        if word[0] in first_words or word[0][0].isdecimal():
            yield word.start()


_WORD = re.compile(r"\d+|[^\W\d_]+")


def _read(text: str, start: int, dates: SpanSet, floor: int) -> Reading | None:
    money = money_before(text, start, floor=floor)
    written = read_literal(text, start, money=money is not None)
    if written is None:
        return None
    reading = Reading(written, min(money.start if money else start, written.start), written.end, "count", rule=written.form)
    if start in dates:
        reading.type = "date"
    elif not read_age(text, reading):
        _read_unit(text, reading, money)
    return reading


def _read_unit(text: str, reading: Reading, money: FoundUnit | None) -> None:
    """Give the number its unit, if it has one, else its type."""
    written = reading.written
    fraction = _OF_A.match(text, written.end) if written.form == "fraction" or written.point == 0.5 else None
    unit = money or unit_after(text, fraction.end() - 1 if fraction else written.end, of=written.form == "vague")
    if unit:
        reading.take(with_rate(text, unit if unit.end > written.end else unit._replace(end=written.end)))
    if written.form == "vague":
        reading.bound = "vague"
    reading.type = token_type(text, reading) or (None if unit else bare_type(text, reading)) or reading.type
    reading.confidence = settings.SURE if unit or written.factor > 1 else _sureness(text, reading)


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


@cache
def _first_words() -> frozenset[str]:
    words = lexicon("numbers")
    groups = ("ones", "teens", "tens", "vague", "few", "signs")
    plain = {word for group in groups for word in words[group]} | {"a", "an", "half", "no", "none", "nobody", "hundred", "quarter"}
    return frozenset(form for word in plain for form in (word, word.capitalize(), word.upper()))
