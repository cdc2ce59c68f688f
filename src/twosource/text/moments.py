"""Moments of publication, which documents give as ISO 8601, in universal time."""

from datetime import datetime, timedelta
from functools import lru_cache


@lru_cache(maxsize=1 << 14)  # pairs of documents, which ask again, are many more than documents
def moment_of(published: str | None) -> datetime | None:
    """The moment in universal time, without an offset; one that is given none is taken as it stands.

    None where there is no date, or one that the calendar does not hold in universal time.
    """
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published)
        return moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta())
    except (ValueError, OverflowError):
        return None
