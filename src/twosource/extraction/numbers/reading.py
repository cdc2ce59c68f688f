"""A number while it is being read: what is known so far of its place, value, unit, hedge and type."""

from dataclasses import dataclass
from typing import Literal

from twosource.extraction.numbers.grammar import Literal as Written
from twosource.extraction.numbers.grammar import times
from twosource.extraction.numbers.units import FoundUnit
from twosource.records import Bound
from twosource.spans import Span

Kind = Literal["count", "measure", "money", "percent", "ratio", "duration", "age"]
KINDS = frozenset({"count", "measure", "money", "percent", "ratio", "duration", "age"})


@dataclass(slots=True, eq=False)
class Reading:
    """One number of a text; `type` is a kind of figure, or what else it is (`year`, `score`, `name`...)."""

    written: Written
    start: int
    """Start of number and unit together."""
    end: int
    type: str
    unit: str | None = None
    per: str | None = None
    hedge: Span | None = None
    bound: Bound = "exact"
    close: bool = False
    """The hedge says that the number lies close on one side: "nearly", "just over"."""
    low: float | None = None
    high: float | None = None
    rule: str = ""
    confidence: float = 0.0
    moved_from: "Reading | None" = None
    conversion_of: "Reading | None" = None

    @property
    def point(self) -> float | None:
        """The written value."""
        return self.written.point

    @property
    def is_figure(self) -> bool:
        """Whether the number is a figure."""
        return self.type in KINDS

    def take(self, unit: FoundUnit) -> None:
        """Make `unit` the number's own."""
        self.unit, self.type, self.per = unit.unit, unit.kind, unit.per or self.per
        if unit.factor != 1 and self.written.factor == 1 and self.point is not None:
            value = times(self.point, unit.factor)
            step, factor = self.written.step * unit.factor, unit.factor
            self.written = self.written._replace(point=value, low=value, high=value, step=step, factor=factor)
        self.start, self.end = min(self.start, unit.start), max(self.end, unit.end)
