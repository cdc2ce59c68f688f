"""What a date as written means: its first and last day, given the day of publication and the dates named before it."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from twosource.extract import calendar
from twosource.extract.calendar import UNKNOWN, Days, months
from twosource.extract.date_checks import word_before
from twosource.extract.date_direction import FUTURE, PAST, direction
from twosource.extract.date_grammar import Fields, Piece
from twosource.settings import dates as settings
from twosource.text.lexicon import lexicon

Granularity = Literal["time", "day", "week", "month", "quarter", "season", "year", "decade", "century", "other"]
_GRANULARITY: dict[str, Granularity] = {
    "second": "time", "minute": "time", "hour": "time", "day": "day", "week": "week", "weekend": "week",
    "fortnight": "week", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip
_FROM_FINE_TO_COARSE = ("day", "week", "month", "quarter", "year", "decade", "century")
_NOT_UNTIL = re.compile(r"n['’]t\b|\b(?:not|never|no|postponed|delayed|adjourned|deferred|rescheduled|pushed|put\s+off)\b")
_ONWARDS = re.compile(r"\s+(?:onwards?\b|on(?=[,.;]))")
_BEFORE_CHRIST = re.compile(r"\s*B\.?C\b")


class Reader:
    """Places the dates of one text, in order; it remembers the dates named before, never those that follow."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.named: dict[str, Days] = {}
        """The last date of each granularity, the latest named last."""
        self.day_named_at = -1

    def resolve(self, piece: Piece, start: int) -> tuple[str | None, str | None, Granularity]:
        """First and last day as ISO 8601 and the granularity; `start` is where the words of the date begin."""
        days, granularity = self._place(piece)
        self._remember(piece, days, granularity)
        opening, closing = _iso(days.start, piece.fields), _iso(days.end, piece.fields)
        if piece.kind != "range":
            before = word_before(self.text, start)
            if before == "since" or (before == "from" and _ONWARDS.match(self.text, piece.end)):
                closing = None
            elif before in ("until", "till") and not _NOT_UNTIL.search(self.text, max(0, start - 60), start):
                opening = None
        return opening, closing, granularity

    def _place(self, piece: Piece) -> tuple[Days, Granularity]:
        place = getattr(self, "_" + piece.kind)
        found: tuple[Days, Granularity] = place(piece)
        return found

    def _remember(self, piece: Piece, days: Days, granularity: Granularity) -> None:
        compared = piece.kind == "ago" and granularity in ("quarter", "month") and piece.fields["unit"] == "year"
        if days.start is None or compared or piece.kind in ("comparison", "present", "window", "range"):
            return
        if granularity in ("day", "time"):
            granularity, self.day_named_at = "day", piece.end
        self.named.pop(granularity, None)
        self.named[granularity] = days

    # --- on the calendar ------------------------------------------------------------------------------------------

    def _day(self, piece: Piece) -> tuple[Days, Granularity]:
        fields = piece.fields
        year = self._year_said(fields)
        granularity: Granularity = "time" if "hour" in fields else "day"
        if year is not None:
            first = calendar.day(year, fields["month"], fields["day"])
        else:
            first = self._likeliest(piece, (calendar.day(y, fields["month"], fields["day"]) for y in self._years_near()))
        last = first and "until_day" in fields and calendar.day(first.year, first.month, fields["until_day"])
        return (Days(first, last) if first and last and last > first else Days(first, first)), granularity

    def _numeric(self, piece: Piece) -> tuple[Days, Granularity]:
        """Day and month where only one order makes a day, or where the full stops say that the day comes first."""
        fields = piece.fields
        first, second = int(fields["first"]), int(fields["second"])
        orders = {calendar.day(fields["year"], second, first)}
        if fields.get("mark") != ".":
            orders.add(calendar.day(fields["year"], first, second))
        orders.discard(None)
        only = orders.pop() if len(orders) == 1 else None
        return Days(only, only), "day"

    def _nine_eleven(self, piece: Piece) -> tuple[Days, Granularity]:
        return calendar.unit_around(date(2001, 9, 11), "day"), "day"

    def _day_of_month(self, piece: Piece) -> tuple[Days, Granularity]:
        if self.published is None:
            return UNKNOWN, "day"
        index = self.published.year * 12 + self.published.month - 1
        near = (calendar.day(m // 12, m % 12 + 1, piece.fields["day"]) for m in (index - 1, index, index + 1))
        found = self._likeliest(piece, near)
        return Days(found, found), "day"

    def _holiday(self, piece: Piece) -> tuple[Days, Granularity]:
        name = " ".join(piece.fields["holiday"].replace("’", "'").split())
        year = self._year_said(piece.fields)
        if year is not None:
            found = calendar.holiday(year, _holiday_rule(name))
        else:
            near = [calendar.holiday(y, _holiday_rule(name)) for y in self._years_near()]
            found = self._likeliest(piece, near, piece.fields.get("step", (0, False))[0])
        return Days(found, found), "day"

    def _month(self, piece: Piece) -> tuple[Days, Granularity]:
        month, year = piece.fields["month"], self._year_said(piece.fields)
        if year is None:
            first = self._likeliest(piece, (calendar.day(y, month, 1) for y in self._years_near()))
            year = first and first.year
        return (UNKNOWN if year is None else months(year, month, 1)), "month"

    def _year(self, piece: Piece) -> tuple[Days, Granularity]:
        if _BEFORE_CHRIST.match(self.text, piece.end):
            return UNKNOWN, "year"
        first = piece.fields["year"]
        return months(first, 1, 12 * (_until(first, piece.fields.get("until_year", first)) - first + 1)), "year"

    _years = _year

    def _decade(self, piece: Piece) -> tuple[Days, Granularity]:
        fields = piece.fields
        first = fields.get("decade") or fields.get("spoken_decade") or 1900 + int(fields["short_decade"])
        return months(first, 1, 120), "decade"

    def _century(self, piece: Piece) -> tuple[Days, Granularity]:
        number = piece.fields["number"] or 0
        placed = number > 1 and not _BEFORE_CHRIST.match(self.text, piece.end)
        return (months((number - 1) * 100, 1, 1200) if placed else UNKNOWN), "century"

    def _season(self, piece: Piece) -> tuple[Days, Granularity]:
        """A winter belongs to two years, so "winter 2024" is not placed."""
        year, name = self._year_said(piece.fields), piece.fields["season"]
        return (UNKNOWN if year is None or name == "winter" else calendar.season(year, name)), "season"

    def _quarter(self, piece: Piece) -> tuple[Days, Granularity]:
        return self._part_of_year(piece, piece.fields["number"], 3), "quarter"

    _step_quarter = _quarter

    def _half(self, piece: Piece) -> tuple[Days, Granularity]:
        return self._part_of_year(piece, piece.fields["number"] or 2, 6), "other"

    def _opening(self, piece: Piece) -> tuple[Days, Granularity]:
        """The first or last so many months of a year."""
        fields, year = piece.fields, self._year_said(piece.fields)
        length = (fields["count"] or 0) * {"month": 1, "quarter": 3}.get(fields["unit"], 0)
        if year is None or not 0 < length <= 12:
            return UNKNOWN, "other"
        return months(year, 1 if fields["number"] else 13 - length, length), "other"

    def _part_of_year(self, piece: Piece, number: int, length: int) -> Days:
        """A quarter or half of the year said, or else of the year in which it ends nearest to publication."""
        first, year = (number - 1) * length + 1, self._year_said(piece.fields)
        if year is None:
            way = direction(self.text, piece.start, piece.end) or PAST
            ends = [months(some, first, length).end for some in self._years_near()]
            last = self._likeliest(piece, ends, way)
            year = last and last.year
        return UNKNOWN if year is None else months(year, first, length)

    # --- from the day of publication, or from a date named before ---------------------------------------------------

    def _weekday(self, piece: Piece) -> tuple[Days, Granularity]:
        if self.published is None:
            return UNKNOWN, "day"
        back = (self.published.weekday() - piece.fields["weekday"]) % 7
        ahead = back and direction(self.text, piece.start, piece.end) == FUTURE
        return self._from_published("day", 7 - back if ahead else -back), "day"

    def _step_weekday(self, piece: Piece) -> tuple[Days, Granularity]:
        step, from_named = piece.fields["step"]
        start = self._named_start("day") if from_named else self.published
        if start is None or (step == 0 and from_named):
            return UNKNOWN, "day"
        back = (start.weekday() - piece.fields["weekday"]) % 7
        if step == 0:
            return self._weekday(piece)
        found = calendar.moved(start, -(back or 7) if step < 0 else 7 - back)
        return Days(found, found), "day"

    def _relative(self, piece: Piece) -> tuple[Days, Granularity]:
        word = piece.fields["word"]
        if word == "overnight" and self.published:
            return Days(calendar.moved(self.published, -1), self.published), "day"
        return self._from_published("day", lexicon("dates")["relative_days"][word]), "day"

    def _step_part(self, piece: Piece) -> tuple[Days, Granularity]:
        step, from_named = piece.fields["step"]
        if from_named or step > 0:
            return self._from_named("day", step), "day"
        return self._from_published("day", step), "day"

    def _step(self, piece: Piece) -> tuple[Days, Granularity]:
        """ "last week", "that year"; on a Sunday, "last week" is the week that ends."""
        unit, (step, from_named) = piece.fields["unit"], piece.fields["step"]
        if from_named or (unit == "day" and step > 0):
            return self._from_named(unit, step), _GRANULARITY[unit]
        if unit == "weekend":
            return self._weekend(piece, step), "week"
        on_sunday = unit == "week" and step < 0 and self.published and self.published.weekday() == 6
        return self._from_published(unit, 0 if on_sunday else step), _GRANULARITY[unit]

    def _weekend(self, piece: Piece, step: int | None) -> Days:
        if self.published is None:
            return UNKNOWN
        if step is None:
            step = 0 if direction(self.text, piece.start, piece.end) == FUTURE else -1
            step += step < 0 and self.published.weekday() >= 5
        return calendar.unit_around(self.published, "weekend", step)

    def _step_month(self, piece: Piece) -> tuple[Days, Granularity]:
        if self.published is None:
            return UNKNOWN, "month"
        away, step = piece.fields["month"] - self.published.month, piece.fields["step"][0]
        year = self.published.year - (step < 0 and away >= 0) + (step > 0 and away <= 0)
        return months(year, piece.fields["month"], 1), "month"

    def _step_season(self, piece: Piece) -> tuple[Days, Granularity]:
        step, from_named = piece.fields["step"]
        if self.published is None or from_named:
            return UNKNOWN, "season"
        near = [calendar.season(year, piece.fields["season"]) for year in self._years_near()]
        past = [days for days in near if days.end and days.end < self.published]
        rest = [days for days in near if days not in past]
        return (past[-1] if step < 0 and past else rest[0 if step == 0 else -1]), "season"

    def _unit(self, piece: Piece) -> tuple[Days, Granularity]:
        unit = piece.fields["unit"]
        if unit == "weekend":
            return self._weekend(piece, None), "week"
        if unit == "quarter":
            return self._latest(piece)
        return self._from_published(unit, 0), _GRANULARITY[unit]

    def _latest(self, piece: Piece) -> tuple[Days, Granularity]:
        """ "the latest quarter"; with "last year" beside it the same quarter of that year."""
        quarter = self.named.get("quarter") or self._from_published("quarter", -1)
        year = self._year_said(piece.fields)
        if quarter.start is None:
            return UNKNOWN, "quarter"
        return (quarter if year is None else months(year, quarter.start.month, 3)), "quarter"

    def _named_year(self, piece: Piece) -> tuple[Days, Granularity]:
        """ "the 1988 period" is, after a quarter, the same quarter of 1988."""
        year, quarter = piece.fields["year"], self.named.get("quarter", UNKNOWN)
        if quarter.start is None:
            return months(year, 1, 12), "year"
        return months(year, quarter.start.month, 3), "quarter"

    def _comparison(self, piece: Piece) -> tuple[Days, Granularity]:
        """The period before named, a year earlier."""
        if "number" in piece.fields and self.published:
            quarter = self._part_of_year(piece, piece.fields["number"], 3)
        else:
            quarter = self.named.get("quarter", UNKNOWN)
        if quarter.start is None:
            return self._from_published("year", -1), "year"
        return calendar.unit_around(quarter.start, "quarter", -4), "quarter"

    def _ago(self, piece: Piece) -> tuple[Days, Granularity]:
        fields = piece.fields
        unit, count, way = fields["unit"], fields.get("count"), fields["way"]
        if unit in ("decade", "century") and count:
            unit, count = "year", count * {"decade": 10, "century": 100}[unit]
        granularity = _GRANULARITY[unit]
        if count is None or granularity == "time":
            return UNKNOWN, granularity
        count = -count if way in ("ago", "earlier", "before now") else count
        period = self._period_compared(piece, unit)
        if period and (start := self.named[period].start):
            steps = count * {"quarter": 4, "month": 12}[period]
            return calendar.unit_around(start, period, steps), _GRANULARITY[period]
        if way in ("earlier", "later"):
            return self._from_named(unit, count), granularity
        return self._from_published(unit, count), granularity

    def _period_compared(self, piece: Piece, unit: str) -> str | None:
        """The quarter or month that a figure "a year earlier" is compared with: the one named last."""
        if unit != "year" or piece.fields.get("count") != 1:
            return None
        if piece.fields["way"] != "earlier" and not _FIGURE.search(self.text, max(0, piece.start - 60), piece.start):
            return None
        return next((named for named in reversed(self.named) if named in ("quarter", "month")), None)

    def _window(self, piece: Piece) -> tuple[Days, Granularity]:
        """ "the past six months": from six months before publication up to it."""
        count, (step, _) = piece.fields.get("count"), piece.fields["step"]
        if self.published is None or count is None:
            return UNKNOWN, "other"
        far = calendar.shifted(self.published, piece.fields["unit"], step * count)
        return (UNKNOWN if far is None else Days(*sorted((self.published, far)))), "other"

    def _week_of(self, piece: Piece) -> tuple[Days, Granularity]:
        first = self._day(piece)[0].start if "day" in piece.fields else None
        return (UNKNOWN if first is None else calendar.week_of(first)), "week"

    def _year_end(self, piece: Piece) -> tuple[Days, Granularity]:
        last = self._from_published("year", 0).end
        return Days(last, last), "day"

    def _clock(self, piece: Piece) -> tuple[Days, Granularity]:
        """The day beside the time, or else the day named last in the same paragraph."""
        beside = piece.fields.get("with")
        if beside is not None:
            return self._place(beside)[0], "time"
        near = 0 <= piece.start - self.day_named_at <= settings.CLOCK_REACH
        if near and "day" in self.named and "\n" not in self.text[self.day_named_at : piece.start]:
            return self.named["day"], "time"
        return UNKNOWN, "time"

    def _present(self, piece: Piece) -> tuple[Days, Granularity]:
        return self._from_published("day", 0), "other"

    def _vague(self, piece: Piece) -> tuple[Days, Granularity]:
        return UNKNOWN, "other"

    def _range(self, piece: Piece) -> tuple[Days, Granularity]:
        """From the first day of the one end to the last of the other; what one end leaves out the other gives."""
        first, last = piece.fields["first"], piece.fields["last"]
        first.fields = _shared(last.fields) | first.fields
        last.fields = _shared(first.fields) | last.fields
        closing, granularity = self._place(last)
        opening = self._place(first)[0]
        if opening.start is None or closing.end is None:
            return UNKNOWN, granularity
        start: date | None = opening.start
        if opening.start > closing.end:
            back = {"weekday": ("day", -7), "step_weekday": ("day", -7)}.get(first.kind, ("year", -1))
            start = calendar.shifted(opening.start, *back)
        return (Days(start, closing.end) if start and start <= closing.end else UNKNOWN), granularity

    # --- what the methods above share --------------------------------------------------------------------------------

    def _year_said(self, fields: Fields) -> int | None:
        """The year written beside a month or quarter, outright or as "last year" or "two years ago"."""
        if "year" in fields:
            year: int = fields["year"]
            return year
        beside = fields["with"].fields if "with" in fields else {}
        if self.published is None or beside.get("unit") != "year":
            return None
        if beside.get("way") == "ago" and beside.get("count"):
            return self.published.year - int(beside["count"])
        step, from_named = beside.get("step", (0, False))
        start = self._named_start("year") if from_named else self.published
        return start and start.year + step

    def _years_near(self) -> list[int]:
        return [] if self.published is None else [self.published.year + n for n in (-1, 0, 1)]

    def _likeliest(self, piece: Piece, near: Iterable[date | None], way: int = 0) -> date | None:
        """The day nearest to publication, unless the sentence (or `way`) looks the other way."""
        published = self.published
        days = [some for some in near if some]
        if published is None or not days:
            return None
        way = way or piece.fields.get("step", (0, False))[0] or direction(self.text, piece.start, piece.end)

        def distance(some: date) -> float:
            away = (some - published).days
            against = (way == PAST and away > 0) or (way == FUTURE and away < 0)
            return abs(away) * (settings.AGAINST_DIRECTION if against else 1)

        return min(days, key=distance)

    def _from_published(self, unit: str, offset: int) -> Days:
        return UNKNOWN if self.published is None else calendar.unit_around(self.published, unit, offset)

    def _from_named(self, unit: str, offset: int) -> Days:
        start = self._named_start(unit) or self.published
        return UNKNOWN if start is None else calendar.unit_around(start, unit, offset)

    def _named_start(self, unit: str) -> date | None:
        """The first day of the date named last that is as fine as the unit."""
        fine = _FROM_FINE_TO_COARSE[: _FROM_FINE_TO_COARSE.index(unit) + 1] if unit in _FROM_FINE_TO_COARSE else ("day",)
        return next((self.named[named].start for named in reversed(self.named) if named in fine), None)


_FIGURE = re.compile(r"[0-9]")


def _shared(fields: Fields) -> Fields:
    return {name: fields[name] for name in ("year", "step", "unit", "with", "half") if name in fields}


def _until(first: int, last: int) -> int:
    """The last year of a range, whose century may be left out."""
    return last if last > 99 else first - first % 100 + last


def _holiday_rule(name: str) -> "str | int | list[int]":
    rules: dict[str, str | int | list[int]] = lexicon("dates")["holidays"]
    return rules.get(name) or rules.get(name.replace("'", "")) or next(
        rule for known, rule in rules.items() if known.replace("'", "").replace(".", "") == name.replace("'", "").replace(".", "")
    )


def _iso(some: date | None, fields: Fields) -> str | None:
    hour = fields.get("hour", {"noon": 12, "midday": 12, "midnight": 0}.get(fields.get("word", "")))
    if some is None or hour is None:
        return some.isoformat() if some else None
    half = fields.get("half")
    if half in ("p", "afternoon", "evening") and hour < 12:
        hour += 12
    elif half in ("a", "morning") and hour == 12:
        hour = 0
    return f"{some.isoformat()}T{hour % 24:02d}:{fields.get('minute', 0):02d}"
