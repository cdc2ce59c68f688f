"""When documents were published, and which of two was first, beyond what clocks and bare days leave open."""

from datetime import timedelta
from typing import Literal

from twosource.records import Document
from twosource.settings.reuse import CLOCK_TOLERANCE_MINUTES
from twosource.text.moments import moment_of


def first_of(a: Document, b: Document) -> tuple[Literal["a", "b"] | None, timedelta]:
    """Which was published first, beyond what clocks and bare days leave open."""
    one, other = moment_of(a.published), moment_of(b.published)
    if one is None or other is None:
        return None, timedelta()
    gap = timedelta(days=(other.date() - one.date()).days) if _day_only(a) or _day_only(b) else other - one
    if abs(gap) <= timedelta(minutes=CLOCK_TOLERANCE_MINUTES):
        return None, gap
    return ("a" if gap > timedelta() else "b"), abs(gap)


def _day_only(document: Document) -> bool:
    return len(document.published or "") <= 10


def hours_apart(a: Document, b: Document) -> float:
    one, other = moment_of(a.published), moment_of(b.published)
    return abs((one - other).total_seconds()) / 3600 if one and other else 0.0


def in_words(gap: timedelta) -> str:
    minutes = int(gap.total_seconds() // 60)
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days"
