"""Dates and periods in a text, resolved on the calendar against the day of publication.

Pieces of dates (`date_grammar`) that stand together are joined to one date, and each date is given its first and last
day (`date_meaning`). What TIMEX3 (TimeML) calls DATE and TIME is found here; durations without an anchor ("three weeks") and repeated
times ("every day") are no dates.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from twosource.extract.date_grammar import Piece, pieces
from twosource.extract.date_meaning import Reader
from twosource.records import Date
from twosource.spans import Span, SpanSet


def find_dates(
    text: str, *, published: str | None = None, document: str = "", boilerplate: Sequence[Span] = ()
) -> list[Date]:
    """The dates and periods of the text in order, none of them inside boilerplate.

    `published` is ISO 8601; without it (or if it is not ISO) whatever depends on it keeps None as start and end.
    Clock times stay as written, in the zone that the text names or means.
    """
    skipped = SpanSet(boilerplate)
    reader = Reader(text, published_day(published))
    found = []
    for piece in join(text, (p for p in pieces(text) if p.start not in skipped)):
        start, end, granularity = reader.resolve(piece)
        span = Span(_with_left_words(text, piece), piece.end)
        found.append(Date(document, span, span.of(text), start, end, granularity))
    return found


def published_day(published: str | None) -> date | None:
    """The calendar day of an ISO 8601 time as written there, or None."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


_DAYS = frozenset({"day", "weekday", "relative", "step_weekday", "step_part"})
_BETWEEN: dict[tuple[str, str], frozenset[str]] = {}
for _left, _right, _glue in [
    ("weekday step_weekday", "day", (",", "", ", the", "the", "(")),
    ("weekday step_weekday day", "numeric", (",", "", "(")),
    ("day", "weekday", (",", "", "(")),
    ("clock", "day weekday relative step_weekday step_part numeric", ("", ",", "on", "on the")),
    ("day weekday relative step_weekday numeric", "clock", ("", ",", "at", ", at", "around", "at around", "at about", "by")),
    ("month day quarter half season", "step year", ("", ",", "of", "of the")),
    ("step", "quarter half", ("'s", "’s", "'s fiscal")),
    ("year", "quarter half", ("",)),
]:
    for _a in _left.split():
        for _b in _right.split():
            _BETWEEN[_a, _b] = frozenset(_glue)


def join(text: str, found: Iterable[Piece]) -> list[Piece]:
    """The pieces, those joined that say one date together: "9 a.m." and "Tuesday", "June" and "last year"."""
    joined: list[Piece] = []
    for piece in found:
        last = joined[-1] if joined else None
        if last is not None and piece.start - last.end <= 10 and _belongs(text, last, piece):
            _merge(last, piece)
        else:
            joined.append(piece)
    return joined


def _belongs(text: str, left: Piece, right: Piece) -> bool:
    glue = _BETWEEN.get((left.kind, right.kind))
    if glue is None or " ".join(text[left.end : right.start].split()) not in glue:
        return False
    return right.kind != "step" or right.fields.get("unit") == "year"


_RANK = ("clock", "day", "numeric", "quarter", "half", "season", "month", "weekday", "step_weekday", "relative", "step_part")


def _merge(left: Piece, right: Piece) -> None:
    """Make `left` say both; the finer kind names the whole, the other's words are kept in its fields."""
    kinds = [kind for kind in _RANK if kind in (left.kind, right.kind)]
    left.fields = {"left": left.kind, "right": right.kind} | right.fields | left.fields
    left.kind = kinds[0] if kinds else left.kind
    left.end = right.end


_LEFT = re.compile(
    r"\b(?:(?:early|late|earlier|later)\s+(?:in\s+)?|mid[\s-]|(?:the\s+)?(?:end|beginning|start|middle)\s+of\s+"
    r"|(?:nearly|almost|about|around|some|more\s+than|less\s+than|over)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_TAKES_ARTICLE = frozenset({"quarter", "half", "unit", "century", "decade", "window", "step", "season", "year"})


def _with_left_words(text: str, piece: Piece) -> int:
    window = max(0, piece.start - 24)
    words = _LEFT.search(text, window, piece.start)
    if words is None or words.start() == piece.start:
        return piece.start
    said = words[0].lower().strip()
    if said == "the" and piece.kind not in _TAKES_ARTICLE:
        return piece.start
    if said.split(" ")[0] in _HEDGES and piece.kind != "ago":
        return piece.start
    return words.start()


_HEDGES = frozenset("nearly almost about around some more less over".split())
