"""Figures of one document that cannot all be right: a part above its total, a conversion that is off."""

from collections.abc import Iterator, Sequence

from twosource.records import Figure, Inconsistency
from twosource.settings.attach import CONVERSION_TOLERANCE
from twosource.text.units import convert


def find_inconsistencies(
    text: str, figures: Sequence[Figure], *, document: str = "", title: str | None = None
) -> list[Inconsistency]:
    """The inconsistencies of a document, each with the figures it rests on; silent when in doubt."""
    del text, title  # what the words round the figures say is already in the figures
    by_id = {figure.id: figure for figure in figures}
    return [
        Inconsistency(document=document, figures=(one.id, other.id), detail=detail)
        for one, other, detail in [*_parts(figures, by_id), *_conversions(figures, by_id)]
    ]


def _parts(figures: Sequence[Figure], by_id: dict[str, Figure]) -> Iterator[tuple[Figure, Figure, str]]:
    for figure in figures:
        total = by_id.get(figure.relation.figure) if figure.relation and figure.relation.kind == "part_of" else None
        if total is None or figure.kind != total.kind or figure.unit != total.unit or figure.kind != "count":
            continue
        if figure.low is not None and total.high is not None and figure.low > total.high:
            yield figure, total, f"{figure.text} is said to be a part of {total.text}."


def _conversions(figures: Sequence[Figure], by_id: dict[str, Figure]) -> Iterator[tuple[Figure, Figure, str]]:
    for figure in figures:
        written = by_id.get(figure.conversion_of or "")
        if written is None or None in (figure.point, written.point, figure.unit, written.unit):
            continue
        assert figure.point is not None and written.point is not None and figure.unit and written.unit
        try:
            meant = convert(written.point, written.unit, figure.unit)
        except ValueError:
            continue
        if abs(meant - figure.point) > CONVERSION_TOLERANCE * max(abs(meant), abs(figure.point)):
            yield figure, written, f"{written.text} is given as {figure.text}, which is about {meant:,.3g}."
