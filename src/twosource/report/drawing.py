"""What drawings share: the frame of an SVG, and time from left to right.

A drawing is as wide as the page lets it be: across, places are shares of its width, and text keeps its size, so that one
drawing reads on a telephone and on a desk. Drawings carry classes and no colours; the style sheet colours them in both
schemes. What a drawing shows is also said in words beside it, and no colour tells anything alone: lines have letters,
kinds of derivation shapes and strokes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from markupsafe import Markup

from twosource.report.escape import escape
from twosource.report.excerpts import Story
from twosource.report.words import count
from twosource.settings.report import CROWDED, MARKS_APART, WIDEST_GAP
from twosource.text.moments import moment_of

AXIS = 30
"""Height of the axis, in pixels."""
Places = Mapping[str, float]
"""Where each report stands, in hundredths of the width."""

_UNDATED, _FIRST, _FIRST_BESIDE_UNDATED, _LAST = 2.0, 2.0, 16.0, 98.0


def svg(height: float, label: str, parts: Iterable[Markup], name: str) -> Markup:
    return Markup('<svg class="{}" height="{:g}" role="group" aria-label="{}">{}</svg>').format(
        name, height, escape(label), Markup("").join(parts)
    )


def placed(x: float, *parts: Markup, width: float | None = None) -> Markup:
    """Parts drawn in pixels from a place across; with a width, in hundredths, their shares are shares of it."""
    size = Markup(' width="{:g}%"').format(width) if width is not None else ""
    return Markup('<svg x="{:g}%"{}>{}</svg>').format(x, size, Markup("").join(parts))


def time_axis(story: Story, ids: Sequence[str]) -> tuple[Places, list[tuple[float, str]], str]:
    """Where each report stands, the marks of the axis, and a sentence on it."""
    moments = {id_: moment for id_ in ids if (moment := moment_of(story.texts[id_].published))}
    ordered = sorted(set(moments.values()))
    undated = len(ids) - len(moments)
    said = f" {count(undated, 'report')} without a date at the left." if undated and ordered else ""
    if len(ordered) < 2:
        return dict.fromkeys(ids, _UNDATED), [], "The order in time is unknown." if not ordered else said.strip()
    even = _spaced_evenly(sorted(moments.values()))
    at = _scale(ordered, even=even, first=_FIRST_BESIDE_UNDATED if undated else _FIRST)
    places = {id_: at(moments[id_]) if id_ in moments else _UNDATED for id_ in ids}
    written = {moments[id_]: story.labels[id_].published for id_ in moments}
    ends = [(at(moment), written[moment]) for moment in _apart(ordered, at)]
    how = "Reports stand evenly spaced, in the order of publication." if even else "Time runs from left to right."
    return places, ends, how + said


def _spaced_evenly(moments: Sequence[datetime]) -> bool:
    """Whether a scale of time would press most reports together: one wide gap, or half of them in a small part."""
    if len(set(moments)) <= 3:
        return False
    span = moments[-1] - moments[0]
    half = len(moments) // 2
    tightest = min(moments[at + half] - moments[at] for at in range(len(moments) - half))
    return max(b - a for a, b in pairwise(moments)) > WIDEST_GAP * span or tightest < CROWDED * span


def _scale(ordered: Sequence[datetime], *, even: bool, first: float) -> Callable[[datetime], float]:
    ranks = {moment: rank for rank, moment in enumerate(ordered)}
    span = (ordered[-1] - ordered[0]).total_seconds()

    def at(moment: datetime) -> float:
        share = ranks[moment] / (len(ordered) - 1) if even else (moment - ordered[0]).total_seconds() / span
        return round(first + share * (_LAST - first), 2)

    return at


def _apart(ordered: Sequence[datetime], at: Callable[[datetime], float]) -> list[datetime]:
    """The first, the last, and those between that leave room for their labels."""
    chosen = [ordered[0]]
    for moment in ordered[1:-1]:
        if at(moment) - at(chosen[-1]) > MARKS_APART and at(ordered[-1]) - at(moment) > MARKS_APART:
            chosen.append(moment)
    return [*chosen, ordered[-1]]


def axis_marks(axis: Sequence[tuple[float, str]], bottom: float, *, inside: bool = False) -> list[Markup]:
    """The marks of an axis with their times; `inside` keeps the last time within the drawing."""
    form = Markup(
        '<g class="axis{4}"><line x1="{0:g}%" x2="{0:g}%" y1="{1}" y2="{2:g}"/>'
        '<text x="{0:g}%" y="18"{5}>{3}</text></g>'
    )
    end = Markup(' text-anchor="end"')
    return [
        form.format(
            x,
            AXIS - 6,
            bottom,
            escape(_clock(text, axis)),
            " between" if 0 < at < len(axis) - 1 else "",
            end if inside and at and at == len(axis) - 1 else "",
        )
        for at, (x, text) in enumerate(axis)
    ]


def _clock(text: str, axis: Sequence[tuple[float, str]]) -> str:
    """The time of day alone after the first mark of the same day."""
    day, comma, clock = text.partition(", ")
    same_day = axis[0][1].partition(", ")[0] == day and axis[0][1] != text
    return clock if comma and same_day else text
