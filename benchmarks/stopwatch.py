"""Processor time by stage: the functions of a stage are wrapped where they are called from, while a run lasts."""

import functools
import importlib
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple


class Stage(NamedTuple):
    """A stage, the place its function is called from as `module:name`, and what one call works on."""

    name: str
    place: str
    unit: str


STAGES = (
    Stage("extract: boilerplate", "twosource.extraction.document:find_boilerplate", "document"),
    Stage("extract: credits", "twosource.extraction.document:find_credits", "document"),
    Stage("extract: dates", "twosource.extraction.document:find_dates", "document"),
    Stage("extract: statements", "twosource.extraction.document:find_statements", "document"),
    Stage("extract: figures", "twosource.extraction.document:find_figures", "document"),
    Stage("extract: checks", "twosource.extraction.document:find_inconsistencies", "document"),
    Stage("keys", "twosource.extraction.keys:find_keys", "batch"),
    Stage("candidates", "twosource.lineage:find_candidates", "run"),
    Stage("align: furniture", "twosource.lineage:find_furniture", "run"),
    Stage("align: prepare", "twosource.lineage:Prepared", "document"),
    Stage("align: equal words", "twosource.lineage:begin", "part"),
    Stage("align: other words", "twosource.lineage:sentence_scores", "bundle"),
    Stage("align: passages", "twosource.lineage:finish", "part"),
    Stage("lineage", "twosource.lineage:relate", "run"),
    Stage("lineage: relatives", "twosource.lineage:tell_by_relatives", "run"),
    Stage("lineage: parents", "twosource.lineage:with_parents", "run"),
    Stage("lineage: lines", "twosource.lineage:lines_of", "run"),
    Stage("claims: figures", "twosource.judge.story:figure_claims", "story"),
    Stage("claims: quotations", "twosource.judge.story:quotation_claims", "story"),
    Stage("claims: statements", "twosource.judge.story:statement_claims", "story"),
    Stage("claims: findings", "twosource.judge.story:find_findings", "story"),
    Stage("report: page", "twosource.report.html:render", "story"),
    Stage("report: JSON", "twosource.ledger:Ledger.to_json", "story"),
)


class Stopwatch:
    """Own processor time of every call of a stage; time in a stage called by another counts for the inner one alone."""

    def __init__(self) -> None:
        self.samples: dict[str, list[float]] = defaultdict(list)
        self._inner: list[float] = []

    def wrap(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with its calls measured under a name."""

        @functools.wraps(function, updated=())
        def measured(*given: Any, **named: Any) -> Any:
            self._inner.append(0.0)
            start = time.process_time()
            try:
                return function(*given, **named)
            finally:
                spent = time.process_time() - start
                self.samples[name].append(spent - self._inner.pop())
                if self._inner:
                    self._inner[-1] += spent

        return measured

    @contextmanager
    def running(self) -> Iterator[None]:
        """While it lasts, every stage of `STAGES` is measured."""
        places = [(*place(stage), stage.name) for stage in STAGES]
        before = [getattr(owner, name) for owner, name, _ in places]
        for owner, name, stage in places:
            setattr(owner, name, self.wrap(stage, getattr(owner, name)))
        try:
            yield
        finally:
            for (owner, name, _), function in zip(places, before, strict=True):
                setattr(owner, name, function)

    def rows(self) -> list[dict[str, Any]]:
        """One row a stage that ran: calls, seconds, and the median and 95th percentile of a call in milliseconds."""
        return [
            {"stage": stage.name, "unit": stage.unit, **_summary(self.samples[stage.name])}
            for stage in STAGES
            if self.samples.get(stage.name)
        ]


def place(stage: Stage) -> tuple[Any, str]:
    """The module or class that holds the name a stage's function is called by; a stage that moved raises an error."""
    module, _, path = stage.place.partition(":")
    owner: Any = importlib.import_module(module)
    *outer, name = path.split(".")
    for part in outer:
        owner = getattr(owner, part)
    getattr(owner, name)
    return owner, name


def _summary(samples: list[float]) -> dict[str, float | int]:
    ordered = sorted(samples)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return {
        "calls": len(samples),
        "seconds": round(sum(samples), 4),
        "p50_ms": round(1000 * statistics.median(ordered), 3),
        "p95_ms": round(1000 * p95, 3),
    }
