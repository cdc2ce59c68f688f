"""Precision, recall and their like, from counts that add up over documents."""

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Score(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def ratio(part: float, whole: float) -> float:
    """The share, 0 where there is nothing to share."""
    return part / whole if whole else 0.0


def score(right: float, told: float, true: float, found: float | None = None) -> Score:
    """From what was told and right of it, and what was true and found of it (`right` where one count serves both)."""
    precision, recall = ratio(right, told), ratio(right if found is None else found, true)
    return Score(precision, recall, ratio(2 * precision * recall, precision + recall))


def interval(items: Sequence[T], measure: Callable[[Sequence[T]], float], *, rounds: int = 300) -> tuple[float, float]:
    """The 95% interval of a measure, the items (documents or stories) drawn anew with replacement (Efron 1979)."""
    chance = Random(1)
    drawn = sorted(measure(chance.choices(items, k=len(items))) for _ in range(rounds))
    return drawn[round(0.025 * (rounds - 1))], drawn[round(0.975 * (rounds - 1))]
