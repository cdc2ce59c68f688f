"""The lines of reporting as a picture: a lane each, a row a report, branches from a report to what derives from it."""

from markupsafe import Markup

from twosource.report.drawing import AXIS, LEFT, WIDTH, Places, axis_marks, svg, time_axis
from twosource.report.escape import escape
from twosource.report.excerpts import Story
from twosource.report.pages import Branch, Trunk
from twosource.settings.report import BRANCHES_DRAWN, LANES_DRAWN

_ROW = 26


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
    rows: dict[str, float] = {}
    y = top
    parts: list[Markup] = []
    if trunk.latent:
        parts.append(_latent(trunk, y))
        y += _ROW
    for branch in branches:
        rows[branch.document] = y
        y += _ROW
    # Strokes first, so that dots stand on top of them; the longest lie lowest.
    parts += [_stroke(trunk, branch, across, rows, top) for branch in reversed(branches)]
    parts += [_node(story, branch, across[branch.document], rows[branch.document]) for branch in branches]
    if len(trunk.branches) > len(branches):
        more = f"and {len(trunk.branches) - len(branches)} more reports of this line"
        parts.append(Markup('<text class="more" x="{}" y="{:g}">{}</text>').format(LEFT + 24, y + 4, escape(more)))
        y += _ROW
    letter = Markup('<text class="letter" x="8" y="{:g}">{}</text>').format(top + 5, trunk.letter)
    group = Markup('<g class="lane line-{}">{}{}</g>').format(trunk.colour, letter, Markup("").join(parts))
    return [group], y + 10


def _latent(trunk: Trunk, y: float) -> Markup:
    text = f"{trunk.latent} (not among the reports)"
    return Markup(
        '<g class="node latent"><circle cx="{0}" cy="{1:g}" r="6"/><text x="{2}" y="{3:g}">{4}</text></g>'
    ).format(LEFT, y, LEFT + 14, y + 4, escape(text))


def _stroke(trunk: Trunk, branch: Branch, across: Places, rows: Places, top: float) -> Markup:
    """The branch from a parent down to its report; a trunk for the first report of a line."""
    x, y = across[branch.document], rows[branch.document]
    sure = "" if branch.direction != "unknown" else " unsure"
    if branch.parent is None or branch.parent not in rows:
        if trunk.latent:
            path = f"M{LEFT} {top + 6:g}V{y - 8:g}Q{LEFT} {y:g} {LEFT + 8} {y:g}H{x:g}"
            return Markup('<path class="branch {}" d="{}"/>').format(branch.kind, path)
        return Markup('<path class="trunk" d="M{} {:g}H{:g}"/>').format(LEFT - 12, y, x)
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
