"""Dates and periods in a text, resolved on the calendar against the day of publication.

What TIMEX3 (TimeML) calls DATE and TIME is found, and ranges as one date. Durations without an anchor ("three weeks")
and repeated times ("every day") are no dates. `rules` is the grammar, `joining` joins pieces that say one
date together, `meaning` gives them their days.
"""

from collections.abc import Sequence
from datetime import date

from twosource.extraction.dates.context import Context
from twosource.extraction.dates.joining import join, left_end
from twosource.extraction.dates.meaning import resolve
from twosource.extraction.dates.pieces import pieces
from twosource.records import Date
from twosource.spans import Span, SpanSet


def find_dates(
    text: str, *, published: str | None = None, document: str = "", boilerplate: Sequence[Span] = ()
) -> list[Date]:
    """The dates and periods of the text in order, none of them inside boilerplate.

    `start` and `end` are ISO 8601 days, both inclusive, with the time of day where one is written, in the zone that the
    text names or means. Both are None where the date cannot be placed; one is None where it is open ("since 2014").
    `published` is ISO 8601; without it (or where it is not ISO) whatever depends on it is not placed.
    """
    skipped = SpanSet(boilerplate)
    context = Context(text, published_day(published))
    found: list[Date] = []
    for piece in join(text, (piece for piece in pieces(text) if piece.start not in skipped)):
        span = Span(left_end(text, piece, found[-1].span.end if found else 0), piece.end)
        start, end, granularity = resolve(context, piece, span.start)
        found.append(Date(document, span, span.of(text), start, end, granularity))
    return found


def published_day(published: str | None) -> date | None:
    """The calendar day of an ISO 8601 time as written there, or None."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
