"""Ledgers of incidents against the tolls that a database gives, and conflicts told where reports do not disagree.

The leading value of a figure claim is the point that most of its supporting documents hold (of equals the one in the
document published last, then the larger). A conflict about the killed or the injured is false where a plain pattern
finds no more than one number of each in all texts of the story. One database's opinion: read the misses before the rate.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks.scorers.counts import ratio

Row = Mapping[str, Any]
NAMES = {
    "killed": {"killed", "dead", "died", "death", "slain", "murdered"},
    "injured": {"injured", "wounded", "hurt", "injury"},
}
SPELLED = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
_NUMBER = rf"\b(\d{{1,3}}(?!\d)|{'|'.join(SPELLED)})\b"
_BETWEEN = (
    r"(?:\s+(?:others?|people|persons|men|women|victims|officers|teens|were|was|are|have|had|been|more|young|fatally|shot|and))"
    r"*\s+"
)
PLAIN = {
    "killed": re.compile(rf"{_NUMBER}{_BETWEEN}(?:killed|dead|died|slain)\b", re.IGNORECASE),
    "injured": re.compile(rf"{_NUMBER}{_BETWEEN}(?:injured|wounded|hurt)\b", re.IGNORECASE),
}


class Toll(NamedTuple):
    """A figure claim about an event: its leading value, how many documents hold it, its verdict."""

    value: float
    documents: int
    verdict: str


def plain_numbers(texts: Iterable[str], event: str) -> set[int]:
    """The numbers of an event that a plain pattern finds."""
    found = [number.lower() for text in texts for number in PLAIN[event].findall(text)]
    return {int(number) if number.isdigit() else SPELLED.index(number) + 1 for number in found}


def tolls(ledger: Row, event: str) -> list[Toll]:
    """The claims of a ledger about an event, those of most documents first."""
    return sorted(_tolls(ledger, event), key=lambda toll: -toll.documents)


def _tolls(ledger: Row, event: str) -> Iterator[Toll]:
    figures = {figure["id"]: figure for figure in ledger["figures"]}
    published = {document["id"]: document.get("published") or "" for document in ledger["documents"]}
    for claim in ledger["claims"]:
        holders: dict[float, set[str]] = defaultdict(set)
        for member in claim["members"] if claim["kind"] == "figure" else ():
            figure = figures.get(member.get("figure"))
            supports = member.get("stance", "supports") == "supports"
            if not figure or not supports or figure.get("point") is None:
                continue
            if ((figure.get("event") or {}).get("class") or "") in NAMES[event]:
                holders[figure["point"]].add(member["document"])
        if holders:
            value = max(holders, key=lambda v: (len(holders[v]), max(published[name] for name in holders[v]), v))
            yield Toll(value, len(set().union(*holders.values())), claim["verdict"])


def score_incidents(documents: Sequence[Row], ledgers: Iterable[Row]) -> dict[str, float]:
    """How often the true toll leads a claim, and the rate of false conflicts; a toll of one is told apart."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in documents:
        rows[row["story"]].append(row)
    of_document = {row["id"]: row["story"] for row in documents}
    counts: Counter[tuple[str, ...]] = Counter()
    for ledger in ledgers:
        stories = Counter(of_document[one["id"]] for one in ledger["documents"] if one["id"] in of_document)
        if stories:
            counts.update(_story(rows[stories.most_common(1)[0][0]], ledger))
    return _measures(counts) | {"stories": len(rows)}


def _story(rows: Sequence[Row], ledger: Row) -> Counter[tuple[str, ...]]:
    counts: Counter[tuple[str, ...]] = Counter()
    conflict = False
    for event in NAMES:
        told, true = tolls(ledger, event), rows[0]["gold"][event]
        conflict |= any(toll.verdict == "conflict" for toll in told)
        size = "above one" if true > 1 else "one"
        if true:
            counts[event, size] += 1
            counts[event, size, "any"] += any(toll.value == true for toll in told)
            counts[event, size, "first"] += bool(told) and told[0].value == true
    agree = all(len(plain_numbers((row["text"] for row in rows), event)) <= 1 for event in NAMES)
    counts["conflict",] += conflict
    counts["agree",] += agree
    counts["false conflict",] += agree and conflict
    return counts


def _measures(counts: Counter[tuple[str, ...]]) -> dict[str, float]:
    measures: dict[str, float] = {}
    for event in NAMES:
        for size in ("above one", "one"):
            n = counts[event, size]
            measures[f"{event} {size}: leads a claim"] = ratio(counts[event, size, "any"], n)
            measures[f"{event} {size}: leads the widest claim"] = ratio(counts[event, size, "first"], n)
            measures[f"{event} {size}: stories"] = n
    measures["false conflicts"] = ratio(counts["false conflict",], counts["agree",])
    measures["stories whose plain numbers agree"] = counts["agree",]
    measures["stories with a conflict"] = counts["conflict",]
    return measures
