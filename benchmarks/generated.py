"""Measures on texts that the project makes or ships: made-up stories, the shipped story, pages with known main text."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import twosource
from benchmarks.generator import generate_story
from benchmarks.generator import score as lineage_score
from benchmarks.ours import documents
from benchmarks.scorers.story import score_story

HARBOUR = Path(__file__).parents[1] / "examples" / "harbour"
STORIES, SEED = 40, 1
HEADLINES = {
    "lineage": (
        "parent accuracy, strict", "parent accuracy, up to equal texts", "parent accuracy, were all dates known",
        "lines of reporting, mean absolute error", "plagdet",
    ),
    "origins": ("origins in range", "origins, mean width", "claims found", "slips found", "flagged on untouched figures"),
    "end to end": ("lines of reporting", "derivations", "verdicts", "origins", "findings"),
    "reading": ("F1", "precision", "recall", "furniture kept"),
}  # fmt: skip
_made: dict[int, dict[str, Any]] = {}  # lineage and origins are measured on the same stories, once


def lineage(skill: str, *, stories: int = STORIES, only_ours: bool = False) -> Iterator[dict[str, Any]]:
    """Made-up stories whose lineage and origins are known by construction."""
    if stories not in _made:
        counts: Counter[str] = Counter()
        start = time.process_time()
        told = [generate_story(seed) for seed in range(SEED, SEED + stories)]
        for story in told:
            counts.update(lineage_score.score_story(story, twosource.check(documents(story.rows))))
        found = _result(f"{stories} made-up stories", counts["documents"], start, {})
        for story in told:
            dated = twosource.check(documents(lineage_score.with_true_dates(story)))
            counts.update(lineage_score.score_dated(story, dated))
        _made[stories] = found | {"measures": lineage_score.table(counts)}
    yield {**_made[stories], "skill": skill, "headline": HEADLINES[skill]}


def end_to_end(skill: str, *, stories: int = STORIES, only_ours: bool = False) -> Iterator[dict[str, Any]]:
    """The shipped story of a harbour fire against what a careful reader finds in it."""
    gold = json.loads((HARBOUR / "gold.json").read_text(encoding="utf-8"))
    start = time.process_time()
    ledger = json.loads(twosource.check([HARBOUR / "reports"]).to_json(indent=None))
    found = _result("the shipped story", len(ledger["documents"]), start, score_story(gold, ledger))
    yield {**found, "skill": skill, "headline": HEADLINES[skill]}


def reading(skill: str, *, stories: int = STORIES, only_ours: bool = False) -> Iterator[dict[str, Any]]:
    """Our reading of web pages, and trafilatura alone, on made-up pages whose main text is known."""
    from benchmarks.web_pages import read_with, score_pages, web_pages

    pages = list(web_pages())
    for system in ("twosource",) if only_ours else ("twosource", "trafilatura"):
        read_with(system, pages[0].html)  # the first page pays for imports
        start = time.process_time()
        told = [read_with(system, page.html) for page in pages]
        found = _result("made-up pages", len(pages), start, score_pages(pages, told))
        yield {**found, "skill": skill, "headline": HEADLINES[skill], "system": system, "version": _version(system)}


def _version(system: str) -> str:
    from importlib.metadata import version

    return version(system)


def _result(data: str, rows: int, start: float, measures: dict[str, Any]) -> dict[str, Any]:
    seconds = time.process_time() - start
    return {
        "skill": "", "data": data, "digest": "made by seed" if "made-up" in data else "shipped", "headline": (),
        "system": "twosource", "version": twosource.__version__, "rows": rows, "seconds": round(seconds, 3),
        "rows per second": round(rows / seconds, 1),
        "measures": {name: round(value, 4) for name, value in measures.items()},
    }  # fmt: skip
