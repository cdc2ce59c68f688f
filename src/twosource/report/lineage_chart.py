"""The lines of reporting as a picture: a lane each, a row a report, branches from a report to what derives from it."""

from collections.abc import Sequence

from markupsafe import Markup

from twosource.report.drawing import AXIS, Places, axis_marks, placed, svg, time_axis
from twosource.report.escape import escape
from twosource.report.excerpts import Story
from twosource.report.pages import Branch, Trunk
from twosource.settings.report import BRANCHES_DRAWN, LANES_DRAWN

_ROW, _BETWEEN = 26, 12
# Shares of the width from which a label leaves no room for more than the name on a narrow page.
_FAR = 35
_INDENT = 5.0
Point = tuple[float, float]
"""Across in hundredths of the width, down in pixels."""


def draw_lineage(story: Story) -> tuple[Markup, str]:
    """The lines of reporting in time, and a sentence on how time is drawn and what is left out."""
    drawn = story.trunks[:LANES_DRAWN]
    shown = [branch for trunk in drawn for branch in trunk.branches[:BRANCHES_DRAWN]]
    across, axis, said = time_axis(story, [branch.document for branch in shown])
    across = across if axis else _indented(shown, across)
    parts: list[Markup] = []
    top = float(AXIS + 14)
    for trunk in drawn:
        lane, top = _lane(story, trunk, across, top)
        parts += lane
    left_out = len(story.texts) - len(shown)
    said += f" {left_out} further reports are not drawn; they stand under Reports." if left_out else ""
    label = "Lineage: a lane for each line of reporting, reports from left to right by time of publication."
    marks = axis_marks(axis, top - _BETWEEN) if axis else [_no_axis(len(story.texts))]
    return svg(top, label, [*marks, *parts], "lineage"), said


def _indented(shown: Sequence[Branch], across: Places) -> Places:
    """Without a time to stand at, a report stands a little to the right of the one it derives from."""
    places: dict[str, float] = {}
    for branch in shown:
        places[branch.document] = places.get(branch.parent or "", across[branch.document] - _INDENT) + _INDENT
    return {id_: min(place, 90.0) for id_, place in places.items()}


def _no_axis(reports: int) -> Markup:
    return Markup('<g class="axis"><text x="0" y="18">{}</text></g>').format(
        "order in time unknown" if reports > 1 else ""
    )


def _lane(story: Story, trunk: Trunk, across: Places, top: float) -> tuple[list[Markup], float]:
    """One line of reporting: its letter, its trunk, a row a report; and where the next lane begins."""
    branches = trunk.branches[:BRANCHES_DRAWN]
    first = top + (_ROW if trunk.latent else 0)
    points = {branch.document: (across[branch.document], first + _ROW * at) for at, branch in enumerate(branches)}
    y = first + _ROW * len(branches)
    root = (0.0, top) if trunk.latent else points[branches[0].document]
    hanging = [points[one.document][1] for one in branches if _hangs(one, trunk)]
    # Strokes before the trunk and nodes last, so that each stands on top of what is thinner.
    parts = [_stroke(one, points.get(one.parent or "", root), points[one.document], root) for one in branches[::-1]]
    parts += [_trunk(root, hanging if trunk.ordered else [], stub=not trunk.latent)]
    parts += [_latent(trunk.latent, top)] if trunk.latent else []
    parts += [_node(story, branch, *points[branch.document], trunk) for branch in branches]
    if len(trunk.branches) > len(branches):
        more = f"and {len(trunk.branches) - len(branches)} more reports of this line"
        parts.append(Markup('<text class="more" x="13" y="{:g}">{}</text>').format(y + 4, more))
        y += _ROW
    letter = Markup('<text class="letter" x="-32" y="{:g}">{}</text>').format(top + 5, trunk.letter)
    lane = Markup('<g class="lane line-{}">{}{}</g>').format(trunk.colour, letter, Markup("").join(parts))
    return [lane], y + _BETWEEN


def _hangs(branch: Branch, trunk: Trunk) -> bool:
    """Whether a report hangs on the trunk itself, and not on another report that does."""
    return branch.kind != "own" and branch.parent in (None, None if trunk.latent else trunk.branches[0].document)


def _trunk(root: Point, hanging: list[float], *, stub: bool) -> Markup:
    """A trunk from its root down to the last report that hangs on it, with a faint guide from the lane's letter."""
    x, y = root
    guide = Markup('<line class="guide" x1="-12" x2="{:g}%" y1="{:g}" y2="{:g}"/>').format(x, y, y)
    down = f"V{max(hanging) - 8:g}" if hanging else ""
    path = Markup('<path class="trunk" d="M{} {:g}H0{}"/>').format(-16 if stub else 0, y, down)
    return guide + placed(x, path)


def _stroke(branch: Branch, start: Point, end: Point, root: Point) -> Markup:
    """The branch from a report, or from the trunk, to what derives from it: down, round a corner, and across."""
    if branch.kind == "own":
        return Markup("")
    (px, py), (x, y) = start, end
    py = max(py, y - 16) if start == root else py
    kind = branch.kind + ("" if branch.direction != "unknown" else " unsure")
    corner = 8 if x >= px else 0
    bend = Markup('<path class="branch {}" d="M0 {:g}V{:g}Q0 {:g} {} {:g}"/>').format(
        kind, py, y - corner, y, corner, y
    )
    line = Markup('<line class="branch {0}" x1="{1}" x2="100%" y1="{2:g}" y2="{2:g}"/>').format(kind, corner, y)
    return placed(px, bend) + placed(min(px, x), line, width=abs(x - px))


def _latent(name: str, y: float) -> Markup:
    return Markup(
        '<g class="node latent"><circle cx="0" cy="{0:g}" r="6"/><text x="14" y="{1:g}">{2}</text></g>'
    ).format(y, y + 4, escape(f"{_short(name)} (not among the reports)"))


_KINDS = {"own": "", "copy": "copy", "rewrite": "rewrite", "excerpt": "excerpt", "quotation_only": "", "formula": ""}


def _node(story: Story, branch: Branch, x: float, y: float, trunk: Trunk) -> Markup:
    label = story.labels[branch.document]
    of = f" of {story.labels[branch.parent].publisher}" if branch.parent else ""
    kind = _KINDS[branch.kind]
    role = f"{kind}{of}" if kind else "first of its line" if trunk.ordered else "order not known"
    said = f"{label.publisher}, {label.published or 'no date'}, {role}"
    shape = Markup('<rect x="-4.5" y="{:g}" width="9" height="9" transform="rotate(45 0 {:g})"/>').format(y - 4.5, y)
    circle = Markup('<circle cx="0" cy="{:g}" r="{}"/>').format(y, 7 if branch.kind == "own" else 4.5)
    node = Markup(
        '<a class="node {}" href="#{}" data-report="{}" aria-label="{}"><title>{}</title>{}{}<text x="13" y="{:g}">'
        '<tspan class="name">{}</tspan>{}</text></a>'
    ).format(
        branch.kind,
        label.anchor,
        label.anchor,
        escape(said),
        escape(f"{said}: {label.title}"),
        # What can be clicked has no gap between shape and name.
        Markup('<rect class="reach" x="-12" y="{:g}" width="{}" height="24"/>').format(
            y - 12, 25 + 7 * len(_short(label.publisher))
        ),
        shape if branch.kind == "rewrite" else circle,
        y + 4,
        escape(_short(label.publisher)),
        Markup('<tspan class="kind{}" dx="7">{}</tspan>').format(" far" if x > _FAR else "", kind) if kind else "",
    )
    return placed(x, node)


def _short(name: str) -> str:
    return name if len(name) <= 30 else name[:29] + "…"
