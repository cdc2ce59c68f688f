"""A whole ledger against what a careful reader finds in the shipped story."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.scorers.counts import ratio
from benchmarks.scorers.dates import overlap

Row = Mapping[str, Any]
Place = tuple[str, tuple[int, int]]


def score_story(gold: Row, ledger: Row) -> dict[str, float]:
    """Shares of the reader's lines, derivations, claims, origins and findings that the ledger tells."""
    texts = {document["id"]: document["text"] for document in ledger["documents"]}
    told_lines = {tuple(line) for line in ledger["lines"]}
    claims = list(_claims(gold["claims"], ledger, texts))
    return {
        "lines of reporting": _share(tuple(sorted(line)) in told_lines for line in gold["lines"]),
        "derivations": _share(_derives(pair, ledger["reuse"]) for pair in gold["derivations"]),
        "members of claims": _share(whole for whole, _, _ in claims),
        "verdicts": _share(verdict for _, verdict, _ in claims),
        "origins": _share(origins for _, _, origins in claims),
        "findings": _share(_found(one, ledger, texts) for one in gold["findings"]),
        "not to be flagged, and not flagged": _share(not _found(one, ledger, texts) for one in gold["not_findings"]),
    }


def _share(answers: Iterator[bool]) -> float:
    given = list(answers)
    return ratio(sum(given), len(given))


def _derives(gold: Row, pairs: Sequence[Row]) -> bool:
    for pair in pairs:
        if {pair["a"], pair["b"]} == {gold["parent"], gold["child"]}:
            return bool(pair["parent"]) and pair[pair["parent"]] == gold["parent"] and pair["kind"] == gold["kind"]
    return False


def _places(items: Sequence[Row], texts: Mapping[str, str]) -> list[Place]:
    found = []
    for item in items:
        start = texts[item["document"]].index(item["evidence"])
        found.append((item["document"], (start, start + len(item["evidence"]))))
    return found


def _claims(golds: Sequence[Row], ledger: Row, texts: Mapping[str, str]) -> Iterator[tuple[bool, bool, bool]]:
    """For each claim of the reader, of the told claim nearest to it: all members, the verdict, the origins right."""
    for gold in golds:
        places = _places(gold["members"], texts)
        same_kind = [claim for claim in ledger["claims"] if claim["kind"] == gold["kind"]]
        count, _, claim = max(
            (sum(_holds(one, *place) for place in places), one["id"], n) for n, one in enumerate(same_kind)
        )
        told = same_kind[claim]
        origins = {end: told["origins"][end] for end in ("low", "high")}
        yield (
            count == len(places) and len(told["members"]) <= count + 1,
            told["verdict"] == gold["verdict"],
            origins == {end: gold["origins"][end] for end in ("low", "high")},
        )


def _holds(claim: Row, document: str, span: tuple[int, int]) -> bool:
    return any(
        member["document"] == document and any(overlap(one, span) for one in member["spans"])
        for member in claim["members"]
    )


def _found(gold: Row, ledger: Row, texts: Mapping[str, str]) -> bool:
    places = _places(gold["evidence"], texts)
    return any(
        all(any(e["document"] == name and overlap(e["span"], span) for e in one["evidence"]) for name, span in places)
        for one in ledger["findings"]
        if one["kind"] == gold["kind"]
    )
