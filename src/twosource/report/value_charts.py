"""Values as pictures: a ladder in time for numbers that moved on, intervals on one scale for those that differ."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from math import log10

from markupsafe import Markup

from twosource.records import Figure
from twosource.report.drawing import AXIS, axis_marks, svg, time_axis
from twosource.report.escape import escape
from twosource.report.excerpts import Story
from twosource.report.lineage import moment_of
from twosource.report.words import count
from twosource.settings.report import STEEP_SCALE
from twosource.text.units import convert

_WIDTH, _ROW, _FROM, _TO = 760, 34, 190, 590
_HEDGES = {
    "about": "about",
    "more_than": "more than",
    "at_least": "at least",
    "less_than": "less than",
    "at_most": "up to",
}


def draw_ladder(story: Story, figures: Sequence[Figure]) -> Markup:
    """Values in time, one rung a value, the least lowest; empty for fewer than two values or two dates."""
    rungs = _by_value(figures)
    dated = [f.document for _, group in rungs for f in group if moment_of(story.texts[f.document].published)]
    if len(rungs) < 2 or len(set(dated)) < 2:
        return Markup("")
    across, axis, _ = time_axis(story, dated, left=90, width=_WIDTH - 90)
    height = AXIS + _ROW * len(rungs) + 10
    rows, steps = [], ""
    for at, (_, group) in enumerate(rungs):
        y = height - 24 - _ROW * at
        found = {(across[figure.document], figure.document): figure for figure in group if figure.document in across}
        placed = sorted(found)
        rows.append(_rung(group, y, 80, _WIDTH - 84))
        rows += [_dot(story, found[place], place[0], y) for place in placed]
        if placed:
            steps += f"H{placed[0][0]:g}V{y:g}" if steps else f"M{placed[0][0]:g} {y:g}"
    said = "Values in time: " + "; ".join(f"{_form(group)} in {_reports(group)}" for _, group in rungs)
    path = Markup('<path class="step" d="{}"/>').format(steps)
    return svg(_WIDTH, height, said, [*axis_marks(axis, height - 6), path, *rows], "values")


def draw_intervals(story: Story, figures: Sequence[Figure]) -> Markup:
    """Values on one scale, each with all that its wording may mean; empty for fewer than two, or negative, values."""
    rungs = _by_value(figures)
    if len(rungs) < 2 or rungs[0][0] < 0:
        return Markup("")
    at, steep = _scale(rungs[0][0], rungs[-1][0])
    height = _ROW * len(rungs) + (30 if steep else 12)
    parts: list[Markup] = []
    for number, (value, group) in enumerate(rungs):
        y = 20 + _ROW * number
        parts.append(_rung(group, y, _FROM - 14, _TO + 20))
        low, high = _meant(value, group)
        if low is None or high is None or low != high:
            ends = _FROM if low is None else at(low), _TO if high is None else at(high)
            line = Markup('<line class="interval" x1="{0:g}" x2="{1:g}" y1="{2:g}" y2="{2:g}"/>')
            parts.append(line.format(*ends, y))
        parts += [_dot(story, figure, at(value), y) for figure in group[:1]]
    if steep:
        note = "the scale is one of powers of ten"
        parts.append(Markup('<text class="number" x="{}" y="{}">{}</text>').format(_FROM, height - 6, note))
    return svg(_WIDTH, height, "Values on one scale: " + "; ".join(_form(group) for _, group in rungs), parts, "values")


def _by_value(figures: Sequence[Figure]) -> list[tuple[float, list[Figure]]]:
    """The figures by their point, in the unit of the first; what has no point or no such unit is left out."""
    groups: dict[float, list[Figure]] = defaultdict(list)
    unit = next((figure.unit for figure in figures if figure.unit), None)
    for figure in figures:
        point = _in_unit(figure.point, figure.unit, unit)
        if point is not None:
            groups[round(point, 6)].append(figure)
    return sorted(groups.items())


def _in_unit(value: float | None, written: str | None, wanted: str | None) -> float | None:
    if value is None or not written or not wanted or written == wanted:
        return value
    try:
        return convert(value, written, wanted)
    except ValueError:
        return None


def _meant(value: float, group: Sequence[Figure]) -> tuple[float | None, float | None]:
    """The least and the most that the usual wording allows, in the unit of `value`; None where it is open."""
    figure = _usual(group)
    if not figure.point:
        return figure.low, figure.high
    share = value / figure.point
    low, high = figure.low, figure.high
    return None if low is None else low * share, None if high is None else high * share


def _scale(least: float, most: float) -> tuple[Callable[[float], float], bool]:
    """Where a value stands, and whether the scale is one of powers of ten; outside of it, values stand at its ends."""
    steep = least > 0 and most / least > STEEP_SCALE
    room = _TO - _FROM
    margin = 0.15 * ((log10(most) - log10(least)) if steep else (most - least))
    low = (log10(least) if steep else least) - margin
    high = (log10(most) if steep else most) + margin

    def at(value: float) -> float:
        place = log10(value) if steep and value > 0 else low if steep else value
        return round(_FROM + room * min(max((place - low) / (high - low), 0.0), 1.0), 1)

    return at, steep


def _rung(group: Sequence[Figure], y: float, left: float, right: float) -> Markup:
    return Markup(
        '<line class="rung" x1="{0:g}" x2="{1:g}" y1="{2:g}" y2="{2:g}"/><text class="value" x="{3:g}" y="{4:g}" '
        'text-anchor="end">{5}</text><text class="number" x="{6:g}" y="{4:g}">{7}</text>'
    ).format(left + 8, right, y, left, y + 5, escape(_form(group)), right + 10, _reports(group))


def _dot(story: Story, figure: Figure, x: float, y: float) -> Markup:
    label = story.labels[figure.document]
    said = f"{figure.text}: {label.publisher}, {label.published or 'no date'}"
    return Markup('<circle class="line-{}" cx="{:g}" cy="{:g}" r="5.5"><title>{}</title></circle>').format(
        label.colour, x, y, escape(said)
    )


def _usual(group: Sequence[Figure]) -> Figure:
    """The figure whose written form most of the group use."""
    forms = [(figure.bound, figure.text) for figure in group]
    return max(group, key=lambda figure: (forms.count((figure.bound, figure.text)), figure.text, figure.id))


def _form(group: Sequence[Figure]) -> str:
    figure = _usual(group)
    form = " ".join(f"{_HEDGES.get(figure.bound, '')} {figure.text}".split())
    return form if len(form) <= 24 else form[:23] + "…"


def _reports(group: Sequence[Figure]) -> str:
    return count(len({figure.document for figure in group}), "report")
