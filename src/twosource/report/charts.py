"""Every drawing of the report, as plain SVG: lineage in time, values in time, values side by side.

Drawings carry classes and no colours; the style sheet colours them in both schemes. What a drawing shows is also said in
words beside it, and no colour tells anything alone: lines have letters, kinds of derivation have strokes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from math import log10

from markupsafe import Markup

from twosource.records import Figure
from twosource.report.escape import escape
from twosource.report.excerpts import Story
from twosource.report.lineage import moment_of
from twosource.report.pages import Branch, Trunk
from twosource.settings.report import BRANCHES_DRAWN, LANES_DRAWN, WIDEST_GAP
from twosource.text.units import convert

_WIDTH, _LEFT, _RIGHT, _ROW = 960, 44, 250, 26
_AXIS = 30
Places = Mapping[str, float]


def draw_lineage(story: Story) -> tuple[Markup, str]:
    """The lines of reporting in time, and a sentence on how time is drawn and what is left out."""
    drawn = story.trunks[:LANES_DRAWN]
    shown = [branch for trunk in drawn for branch in trunk.branches[:BRANCHES_DRAWN]]
    across, axis, said = _time_axis(story, [branch.document for branch in shown])
    parts: list[Markup] = []
    top = float(_AXIS + 16)
    for trunk in drawn:
        lane, top = _lane(story, trunk, across, top)
        parts += lane
    left_out = len(story.texts) - len(shown)
    said += f" {left_out} further reports are not drawn; they stand under Reports." if left_out else ""
    label = "Lineage: a lane for each line of reporting, reports from left to right by time of publication."
    return _svg(_WIDTH, top + 4, label, [*(_axis_marks(axis, top)), *parts], "lineage"), said


def _svg(width: float, height: float, label: str, parts: Iterable[Markup], name: str) -> Markup:
    return Markup('<svg class="{}" viewBox="0 0 {:g} {:g}" role="group" aria-label="{}">{}</svg>').format(
        name, width, height, escape(label), Markup("").join(parts)
    )


# --- time -------------------------------------------------------------------------------------------------------------


def _time_axis(story: Story, ids: Sequence[str]) -> tuple[Places, list[tuple[float, str]], str]:
    """Where each report stands, the marks of the axis, and a sentence on it."""
    moments = {id_: moment for id_ in ids if (moment := moment_of(story.texts[id_].published))}
    ordered = sorted(set(moments.values()))
    room = _WIDTH - _LEFT - _RIGHT
    undated = len(ids) - len(moments)
    said = f" {undated} without a date stand at the left." if undated and ordered else ""
    if len(ordered) < 2:
        return dict.fromkeys(ids, float(_LEFT + 60)), [], "The order in time is unknown." if not ordered else said.strip()
    span = (ordered[-1] - ordered[0]).total_seconds()
    widest = max((b - a).total_seconds() for a, b in zip(ordered, ordered[1:], strict=False))
    even = len(ordered) > 3 and widest > WIDEST_GAP * span
    first = _LEFT + (70 if undated else 30)

    def at(moment: datetime) -> float:
        share = ordered.index(moment) / (len(ordered) - 1) if even else (moment - ordered[0]).total_seconds() / span
        return round(first + share * (room - first + _LEFT), 1)

    places = {id_: at(moments[id_]) if id_ in moments else float(_LEFT + 24) for id_ in ids}
    written = {moments[id_]: story.labels[id_].published for id_ in moments}
    ends = [(at(moment), written[moment]) for moment in _apart(ordered, at)]
    how = "Reports stand evenly spaced, in the order of publication." if even else "Time runs from left to right."
    return places, ends, how + said


def _apart(ordered: Sequence[datetime], at) -> list[datetime]:  # type: ignore[no-untyped-def]
    """The first, the last, and those between that leave room for their labels."""
    chosen = [ordered[0]]
    for moment in ordered[1:-1]:
        if at(moment) - at(chosen[-1]) > 150 and at(ordered[-1]) - at(moment) > 150:
            chosen.append(moment)
    return [*chosen, ordered[-1]]


def _axis_marks(axis: Sequence[tuple[float, str]], bottom: float) -> list[Markup]:
    return [
        Markup(
            '<g class="axis"><line x1="{0:g}" x2="{0:g}" y1="{1}" y2="{2:g}"/><text x="{0:g}" y="18" text-anchor="middle">{3}</text></g>'
        ).format(x, _AXIS - 4, bottom, escape(_clock(text, axis)))
        for x, text in axis
    ]


def _clock(text: str, axis: Sequence[tuple[float, str]]) -> str:
    """The time of day alone after the first mark of the same day."""
    day, comma, clock = text.partition(", ")
    same_day = axis[0][1].partition(", ")[0] == day and axis[0][1] != text
    return clock if comma and same_day else text


# --- lineage ----------------------------------------------------------------------------------------------------------


def _lane(story: Story, trunk: Trunk, across: Places, top: float) -> tuple[list[Markup], float]:
    """One line of reporting: its letter, its trunk, a row a report; and where the next lane begins."""
    branches = trunk.branches[:BRANCHES_DRAWN]
    rows: dict[str, float] = {}
    y = top
    parts: list[Markup] = []
    if trunk.latent:
        parts.append(_latent(trunk, y))
        y += _ROW
    for branch in branches:
        rows[branch.document] = y
        y += _ROW
    for branch in reversed(branches):
        parts.append(_stroke(trunk, branch, across, rows, top))
    for branch in branches:
        parts.append(_node(story, branch, across[branch.document], rows[branch.document]))
    if len(trunk.branches) > len(branches):
        more = f"and {len(trunk.branches) - len(branches)} more reports of this line"
        parts.append(Markup('<text class="more" x="{}" y="{:g}">{}</text>').format(_LEFT + 24, y + 4, escape(more)))
        y += _ROW
    letter = Markup(
        '<text class="letter" x="8" y="{:g}">{}</text>'
    ).format(top + 5, trunk.letter)
    group = Markup('<g class="lane line-{}">{}{}</g>').format(trunk.colour, letter, Markup("").join(parts))
    return [group], y + 10


def _latent(trunk: Trunk, y: float) -> Markup:
    text = f"{trunk.latent} (not among the reports)"
    return Markup(
        '<g class="node latent"><circle cx="{0}" cy="{1:g}" r="6"/><text x="{2}" y="{3:g}">{4}</text></g>'
    ).format(_LEFT, y, _LEFT + 14, y + 4, escape(text))


def _stroke(trunk: Trunk, branch: Branch, across: Places, rows: Places, top: float) -> Markup:
    """The branch from a parent down to its report; a trunk for the first report of a line."""
    x, y = across[branch.document], rows[branch.document]
    sure = "" if branch.direction != "unknown" else " unsure"
    if branch.parent is None or branch.parent not in rows:
        if trunk.latent:
            path = f"M{_LEFT} {top + 6:g}V{y - 8:g}Q{_LEFT} {y:g} {_LEFT + 8} {y:g}H{x:g}"
            return Markup('<path class="branch {}" d="{}"/>').format(branch.kind, path)
        return Markup('<path class="trunk" d="M{} {:g}H{:g}"/>').format(_LEFT - 12, y, x)
    px, py = across[branch.parent], rows[branch.parent]
    bend = min(px + 8, max(px, x))
    path = f"M{px:g} {py:g}V{y - 8:g}Q{px:g} {y:g} {bend:g} {y:g}H{x:g}"
    return Markup('<path class="branch {}{}" d="{}"/>').format(branch.kind, sure, path)


_KINDS = {"own": "", "copy": "copy", "rewrite": "rewrite", "excerpt": "excerpt", "quotation_only": "", "formula": ""}


def _node(story: Story, branch: Branch, x: float, y: float) -> Markup:
    label = story.labels[branch.document]
    of = f" of {story.labels[branch.parent].publisher}" if branch.parent else ""
    kind = _KINDS[branch.kind]
    said = f"{label.publisher}, {label.published or 'no date'}" + (f", {kind}{of}" if kind else ", first of its line")
    shape = Markup('<rect x="{:g}" y="{:g}" width="9" height="9" transform="rotate(45 {:g} {:g})"/>').format(
        x - 4.5, y - 4.5, x, y
    )
    circle = Markup('<circle cx="{:g}" cy="{:g}" r="{}"/>').format(x, y, 7 if branch.kind == "own" else 4.5)
    return Markup(
        '<a class="node {}" href="#{}" data-report="{}" aria-label="{}"><title>{}</title>{}<text x="{:g}" y="{:g}">'
        '<tspan class="name">{}</tspan>{}</text></a>'
    ).format(
        branch.kind,
        label.anchor,
        label.anchor,
        escape(said),
        escape(f"{said}: {label.title}"),
        shape if branch.kind == "rewrite" else circle,
        x + 13,
        y + 4,
        escape(_short(label.publisher)),
        Markup('<tspan class="kind" dx="7">{}</tspan>').format(kind) if kind else "",
    )


def _short(name: str) -> str:
    return name if len(name) <= 30 else name[:29] + "…"


# --- values -----------------------------------------------------------------------------------------------------------


def _by_value(figures: Sequence[Figure]) -> list[tuple[float, list[Figure]]]:
    """The figures by their point, in the unit of the first; those without one, or in a unit of another kind, are left out."""
    groups: dict[float, list[Figure]] = defaultdict(list)
    unit = next((figure.unit for figure in figures if figure.unit), None)
    for figure in figures:
        point = figure.point
        if point is not None and figure.unit and unit and figure.unit != unit:
            try:
                point = convert(point, figure.unit, unit)
            except ValueError:
                point = None
        if point is not None:
            groups[round(point, 6)].append(figure)
    return sorted(groups.items())


def ladder(story: Story, figures: Sequence[Figure]) -> Markup:
    """Values in time, one rung a value: which reports gave it and when. Empty for fewer than two values or dates."""
    rungs = _by_value(figures)
    dated = [f.document for _, group in rungs for f in group if moment_of(story.texts[f.document].published)]
    if len(rungs) < 2 or len(set(dated)) < 2:
        return Markup("")
    across, axis, _ = _time_axis(story, dated)
    height = _AXIS + 34 * len(rungs) + 10
    parts = _axis_marks(axis, height - 6)
    steps: list[tuple[float, float]] = []
    for at, (_, group) in enumerate(rungs):
        y = height - 24 - 34 * at
        xs = sorted(across[f.document] for f in group if f.document in across)
        parts.append(_rung(group, y))
        parts += [
            Markup('<circle class="line-{}" cx="{:g}" cy="{:g}" r="5"><title>{}</title></circle>').format(
                story.labels[f.document].colour, across[f.document], y, escape(_said(story, f))
            )
            for f in group
            if f.document in across
        ]
        if xs:
            steps.append((xs[0], y))
    path = "".join(f"{'M' if not at else 'H'}{x:g}{f' {y:g}' if not at else f'V{y:g}'}" for at, (x, y) in enumerate(steps))
    said = "Values in time: " + "; ".join(f"{_form(group)} in {len({f.document for f in group})}" for _, group in rungs)
    return _svg(_WIDTH, height, said, [Markup('<path class="step" d="{}"/>').format(path), *parts], "values")


def _rung(group: Sequence[Figure], y: float) -> Markup:
    number = len({figure.document for figure in group})
    reports = f"{number} report{'' if number == 1 else 's'}"
    return Markup(
        '<line class="rung" x1="60" x2="{0}" y1="{1:g}" y2="{1:g}"/><text class="value" x="52" y="{2:g}" '
        'text-anchor="end">{3}</text><text class="number" x="{4}" y="{2:g}">{5}</text>'
    ).format(_WIDTH - 120, y, y + 5, escape(_form(group)), _WIDTH - 108, reports)


def value_bars(story: Story, figures: Sequence[Figure]) -> Markup:
    """Values side by side, each as a bar over all it may mean, on one scale. Empty for fewer than two values."""
    rungs = _by_value(figures)
    if len(rungs) < 2 or rungs[0][0] < 0:
        return Markup("")
    least, most = rungs[0][0], rungs[-1][0]
    steep = least > 0 and most / least > 50
    scale = _scale(least, most, steep)
    height = 34 * len(rungs) + (26 if steep else 8)
    parts: list[Markup] = []
    for at, (value, group) in enumerate(rungs):
        y = 20 + 34 * at
        letters = sorted({story.labels[f.document].letter for f in group}, key=lambda name: (len(name), name))
        number = len({f.document for f in group})
        said = f"{number} report{'' if number == 1 else 's'}, line{'' if len(letters) == 1 else 's'} {', '.join(letters[:8])}"
        parts.append(
            Markup(
                '<text class="value" x="190" y="{0:g}" text-anchor="end">{1}</text><rect class="bar" x="200" y="{2:g}" '
                'width="{3:g}" height="14" rx="2"/><text class="number" x="{4:g}" y="{0:g}">{5}</text>'
            ).format(y + 5, escape(_form(group)), y - 7, scale(value), 210 + scale(value), escape(said))
        )
    if steep:
        parts.append(Markup('<text class="number" x="200" y="{}">each step of the scale is ten times the one before</text>').format(height - 6))
    label = "Values side by side: " + "; ".join(_form(group) for _, group in rungs)
    return _svg(_WIDTH, height, label, parts, "values")


def _scale(least: float, most: float, steep: bool):  # type: ignore[no-untyped-def]
    room = 480.0
    if steep:
        low = log10(least) - 0.3
        return lambda value: round(room * (log10(value) - low) / (log10(most) - low), 1)
    return lambda value: round(max(3.0, room * value / most), 1) if most else 3.0


def _form(group: Sequence[Figure]) -> str:
    """The written form that most reports use."""
    forms = [figure.text for figure in group]
    best = max(sorted(set(forms)), key=forms.count)
    return best if len(best) <= 22 else best[:21] + "…"


def _said(story: Story, figure: Figure) -> str:
    label = story.labels[figure.document]
    return f"{figure.text}: {label.publisher}, {label.published or 'no date'}"
