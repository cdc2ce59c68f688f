"""Pieces that stand together become one date: "9 a.m." and "Tuesday", "June" and "last year", "March" to "May"."""

import re
from collections.abc import Iterable

from twosource.extraction.dates.checks import word_before
from twosource.extraction.dates.grammar import Piece, paragraph_end

# Which kinds may stand side by side, and the words between them. The finest kind names the whole.
_PAIRS = [
    ("weekday step_weekday", "day numeric day_of_month", (",", "", ", the", "the", ", on", "on")),
    ("day", "weekday", (",", "")),
    ("clock", "day weekday relative step_weekday step_part numeric", ("", ",", "on", "on the")),
    ("day weekday relative step_weekday numeric", "clock", ("", ",", "at", ", at", "around", "at around", "at about")),
    ("month day quarter half season holiday", "step year ago", ("", ",", "of", "of the", "in")),
    ("opening", "step year", ("of", "of the", "in")),
    ("step", "quarter half", ("'s", "’s", "'s fiscal", "’s fiscal")),
    ("year", "quarter half", ("",)),
    ("quarter half opening", "unit", ("of the",)),
    ("latest unit", "step year ago", ("", "of", "in")),
    ("week_of", "day", ("",)),
]
_GLUE = {
    (left, right): frozenset(glue)
    for lefts, rights, glue in _PAIRS
    for left in lefts.split()
    for right in rights.split()
}
_FINEST = (
    "clock", "week_of", "day", "numeric", "holiday", "quarter", "half", "opening", "latest", "season", "month",
    "weekday", "step_weekday",
)  # fmt: skip
_RANGE_KINDS = {
    "day": "day", "numeric": "day", "holiday": "day", "relative": "day", "weekday": "weekday", "clock": "clock",
    "step_weekday": "weekday", "month": "month", "step_month": "month", "quarter": "quarter", "year": "year",
    "decade": "year",
}  # fmt: skip
_GAP = 12
"""Code points between two pieces of one date: the longest glue with its spaces."""
_TO = re.compile(r"(?:\s?[-–—]\s?|\s+(?:to|through|thru|till|until)\s+)(?:the\s+)?")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")


def join(text: str, found: Iterable[Piece]) -> list[Piece]:
    """The pieces in order, joined where they say one date or the two ends of one range."""
    joined: list[Piece] = []
    for piece in found:
        while joined and piece.start - joined[-1].end <= _GAP and (whole := _whole(text, joined[-1], piece)):
            joined.pop()
            piece = whole
        joined.append(piece)
    return joined


def _whole(text: str, left: Piece, right: Piece) -> Piece | None:
    if paragraph_end(text, left.end, right.start) is not None:
        return None
    between = text[left.end : right.start]
    glue = _GLUE.get((left.kind, right.kind))
    if glue and " ".join(between.split()) in glue and _may_follow(left, right):
        return _merged(left, right)
    if left.kind == "range":
        return _hours_of_a_day(text, left, right) or _months_of_a_year(text, left, right)
    return _range(text, left, right, between)


def _hours_of_a_day(text: str, hours: Piece, right: Piece) -> Piece | None:
    """ "9 a.m. to 5 p.m." with "on Monday" beside it."""
    last = hours.fields["last"]
    whole = _whole(text, last, right) if last.kind == "clock" else None
    if whole is None or whole.kind != "clock":
        return None
    return Piece(hours.start, whole.end, "range", hours.fields | {"last": whole})


def _months_of_a_year(text: str, months: Piece, right: Piece) -> Piece | None:
    """ "January to March" with "last year" behind it."""
    last = months.fields["last"]
    whole = (
        _whole(text, last, right)
        if last.kind in ("month", "day", "quarter") and right.kind in ("step", "ago")
        else None
    )
    return Piece(months.start, whole.end, "range", months.fields | {"last": whole}) if whole else None


def _may_follow(left: Piece, right: Piece) -> bool:
    """A month takes a year beside it, not a week, and no second year; a day no second weekday."""
    if right.kind in ("step", "unit", "ago"):
        return right.fields["unit"] == "year" and "year" not in left.fields
    return not (right.kind == "year" and "year" in left.fields) and not (
        right.kind in ("weekday", "step_weekday") and "weekday" in left.fields
    )


def _merged(left: Piece, right: Piece) -> Piece:
    kind = next((kind for kind in _FINEST if kind in (left.kind, right.kind)), left.kind)
    other = right if left.kind == kind else left
    fields = other.fields | (left if other is right else right).fields | {"with": other}
    return Piece(left.start, right.end, kind, fields)


def _range(text: str, left: Piece, right: Piece, between: str) -> Piece | None:
    """The two as ends of a range: after a dash or "to" between like kinds, after "and" only behind "between"."""
    same = _RANGE_KINDS.get(left.kind)
    if same is None or same != _RANGE_KINDS.get(right.kind):
        return None
    fits = _TO.fullmatch(between) or (_AND.fullmatch(between) and word_before(text, left.start) == "between")
    return Piece(left.start, right.end, "range", {"first": left, "last": right}) if fits else None


# Words to the left that belong to the date: "early 1997", "the end of March", "nearly two weeks ago".
_PART = re.compile(
    r"\b(?:(?:the\s+)?(?:early|late|mid)[\s-]+(?:in\s+)?|(?:earlier|later|sometime)\s+(?:in\s+)?"
    r"|the\s+(?:(?:very\s+)?end|beginning|start|middle|rest)\s+of\s+)(?:the\s+)?\Z",
    re.IGNORECASE,
)
_HEDGE = re.compile(r"\b(?:nearly|almost|about|around|some|more\s+than|less\s+than|over)\s+\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
# What the words to the left end with.
_LEADING = (
    "the", "in", "of", "early", "late", "mid", "earlier", "later", "sometime",
    "nearly", "almost", "about", "around", "some", "than", "over",
)  # fmt: skip
_WITH_ARTICLE = frozenset(
    {
        "quarter", "half", "unit", "century", "window", "opening", "named_year", "comparison", "latest", "week_of",
        "step", "step_weekday", "step_part", "step_month", "season", "step_quarter", "step_season", "range", "week_of_month",
    }
)  # fmt: skip
_WHOLE = frozenset({"weekday", "relative", "present", "clock", "vague", "ago"})
_LONGEST = 24
"""Code points that the longest words to the left take."""


def left_end(text: str, piece: Piece, after: int) -> int:
    """Where the date begins with the words before it that belong to it: "early", "the end of", "nearly", "the".

    Nothing before `after` is taken in.
    """
    kind, window = piece.kind, max(after, piece.start - _LONGEST)
    led = text[window : piece.start].lower().replace("-", " ").rstrip().endswith(_LEADING)  # most dates stand alone
    form = _HEDGE if kind == "ago" else None if kind in _WHOLE else _PART
    words = form.search(text, window, piece.start) if form and led else None
    if led and words is None and (kind in _WITH_ARTICLE or "spoken_decade" in piece.fields):
        adjective = kind == "quarter" and "-" in text[piece.start : piece.end]
        words = None if adjective else _ARTICLE.search(text, window, piece.start)
    if words is not None and paragraph_end(text, words.start(), piece.start) is None:
        return words.start()
    apostrophe = text[window : piece.start].endswith(("'", "’", "‘")) and text[piece.start].isdigit()
    return piece.start - apostrophe
