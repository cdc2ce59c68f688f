"""Figures of one document that cannot all be right: parts and totals, and conversions."""

from collections.abc import Iterator, Sequence

from twosource.records import Figure, Inconsistency
from twosource.settings.attach import CONVERSION_TOLERANCE
from twosource.text.units import convert


def find_inconsistencies(
    text: str, figures: Sequence[Figure], *, document: str = "", title: str | None = None
) -> list[Inconsistency]:
    """The inconsistencies of a document, each with the figures it rests on; silent when in doubt."""
    # A headline may round, add up or tell of one of several tolls: held against the text it cried wolf (GVA).
    del text, title
    by_id = {figure.id: figure for figure in figures}
    pairs = [*_parts(figures, by_id), *_totals(figures, by_id), *_conversions(figures, by_id)]
    return [Inconsistency(document=document, figures=(one.id, other.id), detail=detail) for one, other, detail in pairs]


def _parts(figures: Sequence[Figure], by_id: dict[str, Figure]) -> Iterator[tuple[Figure, Figure, str]]:
    for figure in figures:
        total = by_id.get(figure.relation.figure) if figure.relation and figure.relation.kind == "part_of" else None
        if total is None or figure.kind != total.kind or figure.unit != total.unit or figure.kind != "count":
            continue
        if figure.low is not None and total.high is not None and figure.low > total.high:
            yield figure, total, f"{figure.text} is said to be a part of {total.text}."


def _totals(figures: Sequence[Figure], by_id: dict[str, Figure]) -> Iterator[tuple[Figure, Figure, str]]:
    """Totals that are not what the exact numbers before them in the sentence add up to."""
    at = {figure.id: n for n, figure in enumerate(figures)}
    for n, figure in enumerate(figures):
        first = by_id.get(figure.relation.figure) if figure.relation and figure.relation.kind == "total_of" else None
        if first is None:
            continue
        parts = [part for part in figures[at[first.id] : n] if part.relation is None and part.kind == "count"]
        if not all(part.bound == "exact" and part.point is not None for part in (*parts, figure)):
            continue
        total = sum(part.point or 0 for part in parts)
        if len(parts) > 1 and total != figure.point:
            yield figure, first, f"{' and '.join(part.text for part in parts)} make {total:,g}, and not {figure.text}."


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
