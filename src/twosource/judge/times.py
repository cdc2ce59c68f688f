"""When documents were published, and which of two was first, beyond what clocks and bare days leave open."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal

from twosource.records import Document
from twosource.settings.reuse import CLOCK_TOLERANCE_MINUTES


def first_of(a: Document, b: Document) -> tuple[Literal["a", "b"] | None, timedelta]:
    """Which was published first, beyond what clocks and bare days leave open."""
    one, other = moment_of(a), moment_of(b)
    if one is None or other is None:
        return None, timedelta()
    gap = timedelta(days=(other.date() - one.date()).days) if _day_only(a) or _day_only(b) else other - one
    if abs(gap) <= timedelta(minutes=CLOCK_TOLERANCE_MINUTES):
        return None, gap
    return ("a" if gap > timedelta() else "b"), abs(gap)


def moment_of(document: Document) -> datetime | None:
    """The moment of publication; without an offset it is taken as it stands."""
    return _moment(document.published) if document.published else None


@lru_cache(maxsize=1 << 14)
def _moment(published: str) -> datetime | None:
    """Pairs of documents are many more than documents."""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    return moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta())


def _day_only(document: Document) -> bool:
    return len(document.published or "") <= 10


def hours_apart(a: Document, b: Document) -> float:
    one, other = moment_of(a), moment_of(b)
    return abs((one - other).total_seconds()) / 3600 if one and other else 0.0


def in_words(gap: timedelta) -> str:
    minutes = int(gap.total_seconds() // 60)
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days"
