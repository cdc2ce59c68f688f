"""Dates: spans and intervals against TIMEX3 annotation (TempEval-3's relaxed, strict and value measures).

relaxed   a true date overlaps a told one; a told one overlaps a true one
strict    the same span
value     relaxed F1 times the share of found dates, of those with an interval, whose first and last day are right
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from benchmarks.scorers.counts import ratio, score

ASKED = ("DATE", "TIME")
Row = Mapping[str, Any]
Days = tuple[str, str]


def days_of(value: str | None) -> Days | None:
    """The first and last day of a TIMEX3 value in ISO form; None for what names no interval (seasons, PRESENT_REF, XX)."""
    value = value or ""
    if re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", value):
        return value[:10], value[:10]
    if match := re.fullmatch(r"(\d{4})-(?:(\d\d)|Q([1-4])|H([12]))", value):
        year, month, quarter, half = (int(part) if part else 0 for part in match.groups())
        if month:
            return _months(year, month, 1)
        return _months(year, 3 * quarter - 2, 3) if quarter else _months(year, 6 * half - 5, 6)
    if (match := re.fullmatch(r"(\d{4})-W(\d\d?)(-WE)?", value)) and 1 <= int(match[2]) <= 52:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return str(monday + timedelta(5 if match[3] else 0)), str(monday + timedelta(6))
    if (match := re.fullmatch(r"(\d{2,4})X*", value)) and len(value) <= 4:
        return f"{match[1]:0<4}-01-01", f"{match[1]:9<4}-12-31"
    return None


def _months(year: int, first: int, count: int) -> Days:
    last = first + count - 1
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(year, last)[1]}"


def score_dates(gold: Sequence[Row], told: Mapping[str, Row]) -> dict[str, float]:
    """Measures over documents for dates and times of day; what lies on a duration or a set alone is not counted."""
    counts: Counter[str] = Counter()
    for row in gold:
        counts.update(_document(row["gold"]["timexes"], told.get(row["id"], {}).get("dates", [])))
    relaxed = score(counts["good"], counts["told"], counts["true"], counts["found"])
    strict = score(counts["strict"], counts["told"], counts["true"])
    accuracy = ratio(counts["right"], counts["judged"])
    return {
        "value F1": relaxed.f1 * accuracy,
        "value accuracy": accuracy,
        "relaxed F1": relaxed.f1,
        "relaxed precision": relaxed.precision,
        "relaxed recall": relaxed.recall,
        "strict F1": strict.f1,
        "true": counts["true"],
        "told": counts["told"],
    }


def _document(gold: Sequence[Row], told: Sequence[Row]) -> Counter[str]:
    counts: Counter[str] = Counter()
    asked = [one for one in gold if one["type"] in ASKED]
    others = [one for one in gold if one["type"] not in ASKED]
    for one in asked:
        hits = [given for given in told if overlap(given["span"], one["span"])]
        days = days_of(one["value"])
        counts["true"] += 1
        counts["found"] += bool(hits)
        counts["strict"] += any(list(given["span"]) == list(one["span"]) for given in hits)
        if hits and days:
            counts["judged"] += 1
            counts["right"] += any(days == told_days(given) for given in hits)
    for given in told:
        good = any(overlap(given["span"], one["span"]) for one in asked)
        if good or not any(overlap(given["span"], one["span"]) for one in others):
            counts["told"] += 1
            counts["good"] += good
    return counts


def told_days(given: Row) -> Days | None:
    """The first and last day of a told date, where it has both."""
    start, end = given.get("start"), given.get("end")
    return (start[:10], end[:10]) if start and end else None


def overlap(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether two half-open spans share a character."""
    return a[0] < b[1] and b[0] < a[1]
