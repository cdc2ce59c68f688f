"""What drawings share: the frame of an SVG, and time from left to right.

Drawings carry classes and no colours; the style sheet colours them in both schemes. What a drawing shows is also said
in words beside it, and no colour tells anything alone: lines have letters, kinds of derivation shapes and strokes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from markupsafe import Markup

from twosource.report.escape import escape
from twosource.report.excerpts import Story
from twosource.report.lineage import moment_of
from twosource.report.words import count
from twosource.settings.report import WIDEST_GAP

WIDTH, LEFT, RIGHT, AXIS = 960, 44, 250, 30
Places = Mapping[str, float]


def svg(width: float, height: float, label: str, parts: Iterable[Markup], name: str) -> Markup:
    return Markup('<svg class="{}" viewBox="0 0 {:g} {:g}" role="group" aria-label="{}">{}</svg>').format(
        name, width, height, escape(label), Markup("").join(parts)
    )


def time_axis(
    story: Story, ids: Sequence[str], *, left: float = LEFT, width: float = WIDTH - RIGHT
) -> tuple[Places, list[tuple[float, str]], str]:
    """Where each report stands, the marks of the axis, and a sentence on it."""
    moments = {id_: moment for id_ in ids if (moment := moment_of(story.texts[id_].published))}
    ordered = sorted(set(moments.values()))
    undated = len(ids) - len(moments)
    said = f" {count(undated, 'report')} without a date at the left." if undated and ordered else ""
    if len(ordered) < 2:
        return dict.fromkeys(ids, left + 60), [], "The order in time is unknown." if not ordered else said.strip()
    span = (ordered[-1] - ordered[0]).total_seconds()
    widest = max((b - a).total_seconds() for a, b in pairwise(ordered))
    even = len(ordered) > 3 and widest > WIDEST_GAP * span
    first = left + (70 if undated else 30)

    def at(moment: datetime) -> float:
        share = ordered.index(moment) / (len(ordered) - 1) if even else (moment - ordered[0]).total_seconds() / span
        return round(first + share * (width - first), 1)

    places = {id_: at(moments[id_]) if id_ in moments else left + 24 for id_ in ids}
    written = {moments[id_]: story.labels[id_].published for id_ in moments}
    ends = [(at(moment), written[moment]) for moment in _apart(ordered, at)]
    how = "Reports stand evenly spaced, in the order of publication." if even else "Time runs from left to right."
    return places, ends, how + said


def _apart(ordered: Sequence[datetime], at: Callable[[datetime], float]) -> list[datetime]:
    """The first, the last, and those between that leave room for their labels."""
    chosen = [ordered[0]]
    for moment in ordered[1:-1]:
        if at(moment) - at(chosen[-1]) > 150 and at(ordered[-1]) - at(moment) > 150:
            chosen.append(moment)
    return [*chosen, ordered[-1]]


def axis_marks(axis: Sequence[tuple[float, str]], bottom: float) -> list[Markup]:
    return [
        Markup(
            '<g class="axis"><line x1="{0:g}" x2="{0:g}" y1="{1}" y2="{2:g}"/>'
            '<text x="{0:g}" y="18" text-anchor="middle">{3}</text></g>'
        ).format(x, AXIS - 4, bottom, escape(_clock(text, axis)))
        for x, text in axis
    ]


def _clock(text: str, axis: Sequence[tuple[float, str]]) -> str:
    """The time of day alone after the first mark of the same day."""
    day, comma, clock = text.partition(", ")
    same_day = axis[0][1].partition(", ")[0] == day and axis[0][1] != text
    return clock if comma and same_day else text
