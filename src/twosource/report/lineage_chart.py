"""The lines of reporting as a picture: a lane each, a row a report, branches from a report to what derives from it."""

from markupsafe import Markup

from twosource.report.drawing import AXIS, LEFT, WIDTH, Places, axis_marks, svg, time_axis
from twosource.report.escape import escape
from twosource.report.excerpts import Story
from twosource.report.pages import Branch, Trunk
from twosource.settings.report import BRANCHES_DRAWN, LANES_DRAWN

_ROW = 26
Point = tuple[float, float]


def draw_lineage(story: Story) -> tuple[Markup, str]:
    """The lines of reporting in time, and a sentence on how time is drawn and what is left out."""
    drawn = story.trunks[:LANES_DRAWN]
    shown = [branch for trunk in drawn for branch in trunk.branches[:BRANCHES_DRAWN]]
    across, axis, said = time_axis(story, [branch.document for branch in shown])
    parts: list[Markup] = []
    top = float(AXIS + 16)
    for trunk in drawn:
        lane, top = _lane(story, trunk, across, top)
        parts += lane
    left_out = len(story.texts) - len(shown)
    said += f" {left_out} further reports are not drawn; they stand under Reports." if left_out else ""
    label = "Lineage: a lane for each line of reporting, reports from left to right by time of publication."
    return svg(WIDTH, top + 4, label, [*(axis_marks(axis, top)), *parts], "lineage"), said


def _lane(story: Story, trunk: Trunk, across: Places, top: float) -> tuple[list[Markup], float]:
    """One line of reporting: its letter, its trunk, a row a report; and where the next lane begins."""
    branches = trunk.branches[:BRANCHES_DRAWN]
    first = top + (_ROW if trunk.latent else 0)
    points = {branch.document: (across[branch.document], first + _ROW * at) for at, branch in enumerate(branches)}
    y = first + _ROW * len(branches)
    root = (float(LEFT), top) if trunk.latent else points[branches[0].document]
    parts = [_trunk(root, [points[one.document][1] for one in branches if _hangs(one, trunk)], stub=not trunk.latent)]
    # Strokes before nodes, so that dots stand on top of them.
    parts += [_stroke(one, points.get(one.parent or "", root), points[one.document], root) for one in branches[::-1]]
    parts += [_latent(trunk.latent, top)] if trunk.latent else []
    parts += [_node(story, branch, *points[branch.document]) for branch in branches]
    if len(trunk.branches) > len(branches):
        more = f"and {len(trunk.branches) - len(branches)} more reports of this line"
        parts.append(Markup('<text class="more" x="{}" y="{:g}">{}</text>').format(LEFT + 24, y + 4, more))
        y += _ROW
    letter = Markup('<text class="letter" x="8" y="{:g}">{}</text>').format(top + 5, trunk.letter)
    return [Markup('<g class="lane line-{}">{}{}</g>').format(trunk.colour, letter, Markup("").join(parts))], y + 10


def _hangs(branch: Branch, trunk: Trunk) -> bool:
    """Whether a report hangs on the trunk itself, and not on another report that does."""
    return branch.kind != "own" and branch.parent in (None, None if trunk.latent else trunk.branches[0].document)


def _trunk(root: Point, hanging: list[float], *, stub: bool) -> Markup:
    """A trunk from its root down to the last report that hangs on it, with a faint guide from the lane's letter."""
    x, y = root
    guide = Markup('<path class="guide" d="M{:g} {:g}H{:g}"/>').format(LEFT - 16, y, x - 26) if x - 26 > LEFT else ""
    down = f"V{max(hanging) - 8:g}" if hanging else ""
    return Markup('{}<path class="trunk" d="M{:g} {:g}H{:g}{}"/>').format(guide, x - 18 if stub else x, y, x, down)


def _stroke(branch: Branch, start: Point, end: Point, root: Point) -> Markup:
    """The branch from a report, or from the trunk, to what derives from it."""
    if branch.kind == "own":
        return Markup("")
    (px, py), (x, y) = start, end
    py = max(py, y - 16) if start == root else py
    bend = px + 8 if x >= px else px - 8
    sure = "" if branch.direction != "unknown" else " unsure"
    path = f"M{px:g} {py:g}V{y - 8:g}Q{px:g} {y:g} {bend:g} {y:g}H{x:g}"
    return Markup('<path class="branch {}{}" d="{}"/>').format(branch.kind, sure, path)


def _latent(name: str, y: float) -> Markup:
    return Markup(
        '<g class="node latent"><circle cx="{0}" cy="{1:g}" r="6"/><text x="{2}" y="{3:g}">{4}</text></g>'
    ).format(LEFT, y, LEFT + 14, y + 4, escape(f"{_short(name)} (not among the reports)"))


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
