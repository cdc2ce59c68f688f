"""What a date as written means: its first and last day, given the day of publication and the dates named before it."""

import re
from datetime import date
from typing import Literal

from twosource.extract.calendar import (
    UNKNOWN,
    Days,
    day,
    moved,
    months,
    months_moved,
    season,
    unit_around,
    years_moved,
)
from twosource.extract.date_grammar import Fields, Piece, word_before

Granularity = Literal["time", "day", "week", "month", "quarter", "season", "year", "decade", "century", "other"]
Resolved = tuple[str | None, str | None, Granularity]
_GRANULARITY: dict[str, Granularity] = {
    "second": "time", "minute": "time", "hour": "time", "day": "day", "week": "week", "weekend": "week",
    "fortnight": "week", "month": "month", "quarter": "quarter", "half": "other", "year": "year", "decade": "decade",
    "century": "century",
}  # fmt: skip
_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "following": 1, "coming": 1}
_FUTURE = re.compile(r"\b(?:will|shall|would|['’]ll|expect(?:s|ed)?|scheduled|due|plan(?:s|ned)?|to\s+be|next|upcoming|set\s+to|until)\b")
_STOP = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"“])|\n")


class Reader:
    """Resolves the dates of one text, in order; it remembers the days named before, never those that follow."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.named: date | None = None
        self.quarter: Days = UNKNOWN

    def resolve(self, piece: Piece) -> Resolved:
        """First and last day (with the time of day where one is written) as ISO strings, and the granularity."""
        days, granularity = getattr(self, "_" + piece.kind)(piece)
        if days.start is None and days.end is None:
            return None, None, granularity
        if granularity == "day" and days.start == days.end:
            self.named = days.start
        if granularity == "quarter":
            self.quarter = days
        return _iso(days.start, piece.fields), _iso(days.end, piece.fields), granularity

    # absolute, or nearly so

    def _day(self, piece: Piece) -> tuple[Days, Granularity]:
        fields = piece.fields
        year = fields.get("year")
        granularity: Granularity = "time" if "hour" in fields else "day"
        if year is None and "step" in fields and self.published:
            year = self.published.year + _STEPS.get(fields["step"].split()[-1], 0)
        if year is not None:
            first = day(year, fields["month"], fields["day"])
        else:
            first = self._nearest([(y, fields["month"], fields["day"]) for y in self._candidate_years()], piece)
        if first is None or "until_day" not in fields:
            return Days(first, first), granularity
        last = day(first.year, first.month, fields["until_day"])
        return (Days(first, last) if last and last >= first else Days(first, first)), granularity

    def _candidate_years(self) -> list[int]:
        return [] if self.published is None else [self.published.year + n for n in (-1, 0, 1)]

    def _nearest(self, candidates: list[tuple[int, int, int]], piece: Piece) -> date | None:
        days = [found for candidate in candidates if (found := day(*candidate))]
        if self.published is None or not days:
            return None
        published = self.published
        return min(days, key=lambda some: abs((some - published).days))

    def _numeric(self, piece: Piece) -> tuple[Days, Granularity]:
        fields = piece.fields
        first, second, year = int(fields["first"]), int(fields["second"]), fields["year"]
        options = {day(year, first, second), day(year, second, first)} - {None}
        if fields.get("mark") == ".":
            options = {day(year, second, first)}
        only = options.pop() if len(options) == 1 else None
        return Days(only, only), "day"

    def _month(self, piece: Piece) -> tuple[Days, Granularity]:
        fields = piece.fields
        year = fields.get("year")
        if year is None and self.published:
            year = self.published.year
            if "step" in fields:
                year += _STEPS.get(fields["step"].split()[-1], 0)
            else:
                away = fields["month"] - self.published.month
                future = self._future(piece)
                if away > (6 if future else 1) or (away > 0 and not future and away > 1):
                    year -= 1
                elif future and away < -6:
                    year += 1
        return (UNKNOWN if year is None else months(year, fields["month"], 1)), "month"

    def _year(self, piece: Piece) -> tuple[Days, Granularity]:
        return months(piece.fields["year"], 1, 12), "year"

    def _years_range(self, first: int, last: int) -> Days:
        return months(first, 1, 12 * (last - first + 1))

    def _decade(self, piece: Piece) -> tuple[Days, Granularity]:
        return months(piece.fields["decade"], 1, 120), "decade"

    def _century(self, piece: Piece) -> tuple[Days, Granularity]:
        number = piece.fields["number"]
        return (months((number - 1) * 100, 1, 1200) if number and number > 1 else UNKNOWN), "century"

    def _season(self, piece: Piece) -> tuple[Days, Granularity]:
        year, name = piece.fields.get("year"), piece.fields["season"]
        return (season(year, name) if year and name != "winter" else UNKNOWN), "season"

    def _quarter(self, piece: Piece) -> tuple[Days, Granularity]:
        return self._part_of_year(piece, 3), "quarter"

    def _half(self, piece: Piece) -> tuple[Days, Granularity]:
        return self._part_of_year(piece, 6), "other"

    def _part_of_year(self, piece: Piece, length: int) -> Days:
        first = (piece.fields["number"] - 1) * length + 1
        year = piece.fields.get("year")
        if year is None and self.published:
            year = self.published.year
            if "step" in piece.fields:
                year += _STEPS.get(piece.fields["step"].split()[-1], 0)
            elif first > self.published.month and not self._future(piece):
                year -= 1
        return UNKNOWN if year is None else months(year, first, length)

    # told from the day of publication

    def _weekday(self, piece: Piece) -> tuple[Days, Granularity]:
        if self.published is None:
            return UNKNOWN, "day"
        back = (self.published.weekday() - piece.fields["weekday"]) % 7
        found = moved(self.published, 7 - back if back and self._future(piece) else -back)
        return Days(found, found), "day"

    def _step_weekday(self, piece: Piece) -> tuple[Days, Granularity]:
        if self.published is None:
            return UNKNOWN, "day"
        step = _STEPS.get(piece.fields["step"].split()[-1], 0)
        back = (self.published.weekday() - piece.fields["weekday"]) % 7
        if step == 0:
            return self._weekday(piece)
        found = moved(self.published, -(back or 7) if step < 0 else 7 - back)
        return Days(found, found), "day"

    def _relative(self, piece: Piece) -> tuple[Days, Granularity]:
        offset = {"yesterday": -1, "tomorrow": 1}.get(piece.fields["word"], 0)
        return self._around("day", offset), "day"

    def _step_part(self, piece: Piece) -> tuple[Days, Granularity]:
        step = piece.fields["step"].lower()
        return self._around("day", {"last": -1, "this": 0, "next": 1}.get(step, 0)), "day"

    def _step(self, piece: Piece) -> tuple[Days, Granularity]:
        unit = piece.fields["unit"]
        return self._around(unit, _STEPS.get(piece.fields["step"].split()[-1], 0)), _GRANULARITY[unit]

    def _step_month(self, piece: Piece) -> tuple[Days, Granularity]:
        if self.published is None:
            return UNKNOWN, "month"
        step = _STEPS.get(piece.fields["step"].split()[-1], 0)
        away = piece.fields["month"] - self.published.month
        year = self.published.year + (0 if step == 0 else (-1 if away >= 0 else 0) if step < 0 else (1 if away <= 0 else 0))
        return months(year, piece.fields["month"], 1), "month"

    def _step_season(self, piece: Piece) -> tuple[Days, Granularity]:
        return UNKNOWN, "season"

    def _unit(self, piece: Piece) -> tuple[Days, Granularity]:
        unit = piece.fields["unit"]
        if unit == "quarter" and self.quarter.start:
            return self.quarter, "quarter"
        return self._around(unit, 0 if unit == "weekend" else -1), _GRANULARITY[unit]

    def _window(self, piece: Piece) -> tuple[Days, Granularity]:
        return self._window_of(piece.fields), "other"

    def _window_of(self, fields: Fields) -> Days:
        count, unit = fields.get("count"), fields["unit"]
        step = _STEPS.get(fields["step"].split()[-1], 0)
        if self.published is None or count is None or step == 0:
            return UNKNOWN
        other = shifted(self.published, unit, step * count)
        return UNKNOWN if other is None else Days(*sorted((self.published, other)))

    def _ago(self, piece: Piece) -> tuple[Days, Granularity]:
        fields = piece.fields
        unit, count, way = fields["unit"], fields.get("count"), fields["way"].lower()
        granularity = _GRANULARITY[unit]
        sign = 1 if way in ("later", "hence") or way.startswith("from") else -1
        from_ = (self.named or self.published) if way in ("earlier", "later") else self.published
        if way == "earlier" and unit == "year" and self.quarter.start:
            return unit_around(self.quarter.start, "quarter", -4 * (count or 1)), "quarter"
        if from_ is None or count is None or granularity == "time":
            return UNKNOWN, granularity
        return unit_around(from_, unit, sign * count), granularity

    def _around(self, unit: str, offset: int) -> Days:
        return UNKNOWN if self.published is None else unit_around(self.published, unit, offset)

    # without a place on the calendar

    def _clock(self, piece: Piece) -> tuple[Days, Granularity]:
        kind = piece.fields.get("right") if piece.fields.get("left") == "clock" else piece.fields.get("left")
        if kind:
            return getattr(self, "_" + kind)(piece)[0], "time"
        return Days(self.named, self.named), "time"

    def _present(self, piece: Piece) -> tuple[Days, Granularity]:
        return self._around("day", 0), "other"

    def _vague(self, piece: Piece) -> tuple[Days, Granularity]:
        return UNKNOWN, "other"

    _recent = _vague

    def _years(self, piece: Piece) -> tuple[Days, Granularity]:
        first, last = piece.fields["year"], piece.fields["until_year"]
        return self._years_range(first, max(first, last)), "other"

    def _future(self, piece: Piece) -> bool:
        window = self.text[max(0, piece.start - 100) : piece.start]
        sentence = _STOP.split(window)[-1]
        return bool(_FUTURE.search(sentence))


def shifted(some: date, unit: str, count: int) -> date | None:
    """The day `count` units later (earlier if negative)."""
    if unit in ("day", "week", "fortnight"):
        return moved(some, count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    if unit in ("month", "quarter"):
        return months_moved(some, count * (3 if unit == "quarter" else 1))
    if unit in ("year", "decade", "century"):
        return years_moved(some, count * {"year": 1, "decade": 10, "century": 100}[unit])
    return None


def _iso(some: date | None, fields: Fields) -> str | None:
    if some is None:
        return None
    hour = fields.get("hour")
    if hour is None or hour > 24:
        return some.isoformat()
    half, minute = fields.get("half"), fields.get("minute") or 0
    if half in ("p", "afternoon", "evening") and hour < 12:
        hour += 12
    elif half in ("a", "morning") and hour == 12:
        hour = 0
    return f"{some.isoformat()}T{hour % 24:02d}:{minute:02d}"
