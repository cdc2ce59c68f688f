"""Values as pictures: a ladder in time for numbers that moved on, intervals on one scale for those that differ."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import log10

from markupsafe import Markup

from twosource.records import Figure
from twosource.report.drawing import AXIS, Places, axis_marks, svg, time_axis
from twosource.report.escape import escape
from twosource.report.excerpts import Story
from twosource.report.lineage import letter_order
from twosource.report.pages import Repeated
from twosource.report.words import count
from twosource.settings.report import STEEP_SCALE
from twosource.text.moments import moment_of
from twosource.text.units import convert

_ROW = 46
Rung = tuple[float, list[Figure]]
_HEDGES = {
    "about": "about",
    "more_than": "more than",
    "at_least": "at least",
    "less_than": "less than",
    "at_most": "up to",
}


def draw_ladder(story: Story, figures: Sequence[Figure]) -> Markup:
    """Values in time, one rung a value, the least lowest; empty for fewer than two values or two dates.

    A stair leads along the highest value so far.
    """
    rungs = _by_value(figures)
    dated = [f.document for _, group in rungs for f in group if moment_of(story.texts[f.document].published)]
    if len(rungs) < 2 or len(set(dated)) < 2:
        return Markup("")
    across, axis, _ = time_axis(story, list(dict.fromkeys(dated)))
    height = AXIS + _ROW * len(rungs)
    heights = {value: height - 14 - _ROW * at for at, (value, _) in enumerate(rungs)}
    rows = [_rung(story, group, heights[value]) for value, group in rungs]
    for value, group in rungs:
        places = {(across[one.document], one.document): one for one in group if one.document in across}
        rows += [_dot(story, places[place], place[0], heights[value]) for place in sorted(places)]
    said = "Values in time: " + "; ".join(f"{_form(group)} in {_reports(group)}" for _, group in rungs)
    return svg(
        height, said, [*axis_marks(axis, height - 8, inside=True), *_stair(rungs, across, heights), *rows], "values"
    )


def _stair(rungs: Sequence[Rung], across: Places, heights: Mapping[float, float]) -> list[Markup]:
    """Lines along the highest value so far, from left to right."""
    reached = sorted((across[one.document], value) for value, group in rungs for one in group if one.document in across)
    line = Markup('<line class="step" x1="{:g}%" x2="{:g}%" y1="{:g}" y2="{:g}"/>')
    x, highest = reached[0][0], max(value for at, value in reached if at == reached[0][0])
    parts = []
    for at, value in reached:
        if value > highest:
            parts.append(line.format(x, at, heights[highest], heights[highest]))
            parts.append(line.format(at, at, heights[highest], heights[value]))
            x, highest = at, value
    return [*parts, line.format(x, max(x, reached[-1][0]), heights[highest], heights[highest])]


def draw_intervals(story: Story, figures: Sequence[Figure]) -> Markup:
    """Values on one scale, each with all that its wording may mean; empty for fewer than two, or negative, values."""
    rungs = _by_value(figures)
    if len(rungs) < 2 or rungs[0][0] < 0:
        return Markup("")
    bounds = [bound for value, group in rungs for bound in (value, *_meant(value, group)) if bound is not None]
    at, steep = _scale(max(min(bounds), rungs[0][0] / 2), min(max(bounds), rungs[-1][0] * 2))
    parts: list[Markup] = []
    bars = False
    for number, (value, group) in enumerate(rungs):
        y = 36 + _ROW * number
        parts.append(_rung(story, group, y))
        low, high = _meant(value, group)
        if low is None or high is None or low != high:
            bars = True
            ends = 0 if low is None else at(low), 100 if high is None else at(high)
            line = Markup('<line class="interval" x1="{0:g}%" x2="{1:g}%" y1="{2:g}" y2="{2:g}"/>')
            parts.append(line.format(*ends, y))
        parts += [_dot(story, figure, at(value), y) for figure in group[:1]]
    height = _ROW * len(rungs) + 4
    notes = (["A bar: all that the wording may mean."] if bars else []) + (
        ["A scale of powers of ten."] if steep else []
    )
    for note in notes:
        height += 18
        parts.append(Markup('<text class="number" x="0" y="{}">{}</text>').format(height - 4, note))
    return svg(height, "Values on one scale: " + "; ".join(_form(group) for _, group in rungs), parts, "values")


def draw_shares(found: Repeated) -> Markup:
    """How many of the repeated claims have one origin, may have one, or have more, as one bar."""
    if not found.claims:
        return Markup("")
    parts, x = [], 0.0
    for name, number in (("one", found.one), ("open", found.open), ("more", found.more)):
        width = 100 * number / found.claims
        form = Markup('<rect class="{}" x="{:.2f}%" width="{:.2f}%" y="0" height="10"/>')
        parts += [form.format(name, x, width)] if number else []
        x += width
    label = f"{found.one} of {found.claims} with one origin, {found.open} not certain, {found.more} with two or more"
    return svg(10, label, parts, "shares")


def _by_value(figures: Sequence[Figure]) -> list[Rung]:
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
    """Where a value stands, in hundredths, and whether the scale is one of powers of ten; others stand at its ends."""
    steep = least > 0 and most / least > STEEP_SCALE
    margin = 0.15 * ((log10(most) - log10(least)) if steep else (most - least))
    low = (log10(least) if steep else least) - margin
    high = (log10(most) if steep else most) + margin

    def at(value: float) -> float:
        place = log10(value) if steep and value > 0 else low if steep else value
        return round(100 * min(max((place - low) / (high - low), 0.0), 1.0), 2)

    return at, steep


def _rung(story: Story, group: Sequence[Figure], y: float) -> Markup:
    """A value with its line, and how many reports of which lines of reporting have it."""
    letters = sorted({story.labels[figure.document].letter for figure in group}, key=letter_order)
    shown = ", ".join(letters[:4]) + (" …" if len(letters) > 4 else "")
    return Markup(
        '<line class="rung" x1="0" x2="100%" y1="{0:g}" y2="{0:g}"/><text class="value" x="0" y="{1:g}">{2}</text>'
        '<text class="number" x="100%" y="{1:g}" text-anchor="end">{3} · {4}</text>'
    ).format(y, y - 11, escape(_form(group)), _reports(group), shown)


def _dot(story: Story, figure: Figure, x: float, y: float) -> Markup:
    label = story.labels[figure.document]
    said = f"{figure.text}: {label.publisher}, {label.published or 'no date'}"
    return Markup('<circle class="line-{}" cx="{:g}%" cy="{:g}" r="5.5"><title>{}</title></circle>').format(
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
