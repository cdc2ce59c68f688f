"""Shares and amounts as bars: drawings as wide as their place, with classes for colours, said in words beside them."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from twosource.report.drawing import svg

HEIGHT = 12


class Part(NamedTuple):
    """A stretch of a bar: the class that colours it, how much it is, and what it is."""

    name: str
    amount: int
    said: str


def draw_bar(parts: Sequence[Part], whole: int, *, height: int = HEIGHT) -> Markup:
    """Parts one behind the other, as shares of what the widest bar of the chart is; empty for a bar of nothing."""
    if not whole:
        return Markup("")
    form = Markup('<rect class="{}" x="{:.2f}%" width="{:.2f}%" y="0" height="{}"><title>{}</title></rect>')
    drawn, x = [], 0.0
    for part in parts:
        width = 100 * part.amount / whole
        if part.amount:
            drawn.append(form.format(part.name, x, width, height, part.said))
        x += width
    return svg(height, ", ".join(part.said for part in parts if part.amount), drawn, "bar")
