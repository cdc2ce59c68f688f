"""What the values of one claim mean together: agreement, a running toll, a slip, or two parties who differ."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from twosource.compare.same_figure import Measured
from twosource.compare.slips import explain
from twosource.compare.values import relate
from twosource.records import Document, Verdict
from twosource.settings.claims import RUNNING
from twosource.text.names import same_name


class Judged(NamedTuple):
    """A verdict, the sentence that explains it, and the ids of the figures that contradict the leading one."""

    verdict: Verdict
    detail: str
    differs: frozenset[str]
    leading: Measured


def judge_figures(
    group: Sequence[Measured], documents: Mapping[str, Document], aligned: AbstractSet[tuple[str, str]] = frozenset()
) -> Judged:
    """The verdict on figures that measure one thing; `aligned` holds ids of figures at one place of a shared passage."""
    leading = leading_value(group, documents)
    relations = {item.figure.id: relate(item.value, leading.value) for item in group}
    differs = frozenset(id_ for id_, relation in relations.items() if relation == "disjoint")
    holders = {item.figure.document for item in group}
    if differs:
        return _judge_difference(group, leading, differs, documents, aligned)
    if len(holders) == 1:
        return Judged("single", "One document gives it.", differs, leading)
    if "compatible" in relations.values():
        return Judged(
            "compatible", f"{_values(group)} can both be right: one of them only sets a bound.", differs, leading
        )
    several = len({item.figure.text.casefold() for item in group}) > 1
    detail = (
        f"{_values(group)} are the same or round to one another." if several else f"All give {leading.figure.text}."
    )
    return Judged("agree", detail, differs, leading)


def leading_value(group: Sequence[Measured], documents: Mapping[str, Document]) -> Measured:
    """The figure whose point most documents hold; of equals the one most others round to, then the latest and larger."""

    def weight(item: Measured) -> tuple[int, bool, int, str, float, str]:
        agreeing = [other for other in group if relate(item.value, other.value) in ("equal", "rounded")]
        holders = {other.figure.document for other in agreeing}
        exact = {other.figure.document for other in group if other.figure.point == item.figure.point}
        latest = max(documents[document].published or "" for document in exact)
        return len(exact), not item.value.open, len(holders), latest, item.value.point, item.figure.id

    return max(group, key=weight)


def _judge_difference(
    group: Sequence[Measured],
    leading: Measured,
    differs: frozenset[str],
    documents: Mapping[str, Document],
    aligned: AbstractSet[tuple[str, str]],
) -> Judged:
    agreeing = [item for item in group if item.figure.id not in differs]
    others = [item for item in group if item.figure.id in differs]
    slips = [slip for slip in (_slip(item, agreeing, aligned) for item in others) if slip]
    if len(slips) == len(others):
        return Judged("probable_slip", f"{slips[0]}: probably a slip.", differs, leading)
    if any(item.figure.modality == "possible" for item in others) or any(
        item.figure.bound == "vague" for item in others
    ):
        return Judged("unsure", f"{_values(group)}: one of them is not given as a fact.", differs, leading)
    if all(item.figure.event and item.figure.event.class_ in RUNNING for item in group):
        return _judge_toll(group, leading, differs, documents)
    return Judged("conflict", f"{_values(group)} cannot both be right.", differs, leading)


def _judge_toll(
    group: Sequence[Measured], leading: Measured, differs: frozenset[str], documents: Mapping[str, Document]
) -> Judged:
    """A number that may have grown while the story ran: compare it in the order of publication.

    A later report may repeat an old number; only a smaller one that nobody gave before contradicts the growth.
    """
    latest: dict[tuple[str, str], Measured] = {}
    for item in group:
        published = documents[item.figure.document].published
        if published is None:
            why = "without dates a later count cannot be told from a conflict"
            return Judged("unsure", f"{_values(group)}: {why}.", differs, leading)
        key = published, item.figure.document
        latest[key] = max(latest.get(key, item), item, key=lambda item: (item.value.point, item.figure.id))
    given: list[Measured] = []
    for _, item in sorted(latest.items()):
        higher = [earlier for earlier in given if earlier.value.point > item.value.point]
        if higher and all(relate(item.value, earlier.value) == "disjoint" for earlier in given):
            return _judge_fall(item, higher[-1], group, leading, differs)
        given.append(item)
    # What was right at its time contradicts nothing.
    return Judged(
        "update", f"{_values(group, documents)}: the number rose from report to report.", frozenset(), leading
    )


def _judge_fall(
    item: Measured, earlier: Measured, group: Sequence[Measured], leading: Measured, differs: frozenset[str]
) -> Judged:
    """A toll that fell: taken back by the speaker who gave it, disputed by another, or not to be told."""
    fall = f"{earlier.figure.text} became {item.figure.text} in a later report"
    if item.speaker is None or earlier.speaker is None:
        return Judged("unsure", f"{fall}: it is not said who counted again.", differs, leading)
    if same_name(item.speaker, earlier.speaker):
        return Judged("revision", f"{fall}: {item.speaker} gave both.", differs, leading)
    return Judged("conflict", f"{_values(group)} cannot both be right.", differs, leading)


def _slip(item: Measured, agreeing: Sequence[Measured], aligned: AbstractSet[tuple[str, str]]) -> str | None:
    found = (
        explain(item.figure, other.figure, aligned=_at_one_place(item, other, aligned))
        for other in sorted(agreeing, key=lambda other: other.figure.id)
    )
    return next((slip.detail for slip in found if slip), None)


def _at_one_place(one: Measured, other: Measured, aligned: AbstractSet[tuple[str, str]]) -> bool:
    return (one.figure.id, other.figure.id) in aligned or (other.figure.id, one.figure.id) in aligned


def _values(group: Sequence[Measured], documents: Mapping[str, Document] | None = None) -> str:
    """The distinct written forms, in the order of publication where it is given, else of size."""

    def key(item: Measured) -> tuple[str, float, str]:
        published = (documents[item.figure.document].published or "") if documents else ""
        return published, item.value.point, item.figure.text

    forms = list(
        {item.figure.text.casefold(): item.figure.text for item in sorted(group, key=key, reverse=True)}.values()
    )[::-1]
    return " and ".join([", ".join(forms[:-1]), forms[-1]]) if len(forms) > 1 else forms[0]
