"""What a date is read against: the day of publication, the dates named before it, and which way its sentence looks."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from twosource.extraction.dates import calendar
from twosource.extraction.dates.calendar import UNKNOWN, Days
from twosource.extraction.dates.direction import FUTURE, PAST, direction
from twosource.extraction.dates.grammar import Fields, Piece
from twosource.settings.dates import AGAINST_DIRECTION

Granularity = Literal["time", "day", "week", "month", "quarter", "season", "year", "decade", "century", "other"]
Placed = tuple[Days, Granularity]

OF_UNIT: dict[str, Granularity] = {
    "second": "time",
    "minute": "time",
    "hour": "time",
    "day": "day",
    "week": "week",
    "weekend": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
"""The granularity of a date that is so many units away."""
_FROM_FINE_TO_COARSE = ("day", "week", "month", "quarter", "year", "decade", "century")


class Context:
    """One text while its dates are placed in order: it knows the dates named before, never those that follow."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.named: dict[str, Days] = {}
        """The last date of each granularity, in the order in which they were named."""
        self.day_named_at = -1

    def remember(self, days: Days, granularity: str, at: int) -> None:
        """Keep a date, ending at `at`, as what a later "that day" or "a year earlier" may mean."""
        if granularity in ("day", "time"):
            granularity, self.day_named_at = "day", at
        self.named.pop(granularity, None)
        self.named[granularity] = days

    def looks(self, piece: Piece) -> int:
        """Which way the sentence of the piece looks: `PAST`, `UNKNOWN` or `FUTURE`."""
        return direction(self.text, piece.start, piece.end)

    def year_said(self, fields: Fields) -> int | None:
        """The year written beside a day, month or quarter, outright or as "last year" or "two years ago"."""
        if "year" in fields:
            return int(fields["year"])
        beside = fields["with"].fields if "with" in fields else {}
        if self.published is None or beside.get("unit") != "year":
            return None
        if beside.get("way") == "ago" and beside.get("count"):
            return self.published.year - int(beside["count"])
        step, from_named = beside.get("step", (0, False))
        start = self.named_start("year") if from_named else self.published
        return None if start is None else start.year + int(step)

    def years_near(self) -> list[int]:
        """The year of publication and its neighbours, as far as the calendar goes."""
        if self.published is None:
            return []
        year = self.published.year
        return [some for some in (year - 1, year, year + 1) if date.min.year <= some <= date.max.year]

    def likeliest(self, near: Iterable[date | None], way: int) -> date | None:
        """The day nearest to publication; one against the way the sentence looks counts as farther off."""
        published = self.published
        days = [some for some in near if some]
        if published is None or not days:
            return None

        def distance(some: date) -> float:
            away = (some - published).days
            against = (way == PAST and away > 0) or (way == FUTURE and away < 0)
            return abs(away) * (AGAINST_DIRECTION if against else 1)

        return min(days, key=distance)

    def from_published(self, unit: str, offset: int) -> Days:
        """The day, week, month ... `offset` units from publication."""
        return UNKNOWN if self.published is None else calendar.unit_around(self.published, unit, offset)

    def from_named(self, unit: str, offset: int) -> Days:
        """The day, week, month ... `offset` units from the last date named that is as fine as the unit."""
        start = self.named_start(unit)
        return UNKNOWN if start is None else calendar.unit_around(start, unit, offset)

    def named_start(self, unit: str) -> date | None:
        """The first day of the last date named that is as fine as the unit."""
        finer = _FROM_FINE_TO_COARSE.index(unit) if unit in _FROM_FINE_TO_COARSE else 0
        fine = _FROM_FINE_TO_COARSE[: finer + 1]
        return next((self.named[named].start for named in reversed(self.named) if named in fine), None)


Place = Callable[[Context, Piece], Placed]
"""Gives a piece its days, as far as they can be known."""
