"""Short ways to make records in tests."""

from typing import Any

import twosource
from twosource.records import Counted, Document, Event, Figure, Line, Party, Period, Relation, Speaker
from twosource.spans import Span

NOWHERE = Span(0, 1)


def figure(point: float | None, *, id: str = "f", document: str = "d", **given: Any) -> Figure:
    """A figure; `head`, `event`, `side`, `days` and `relation` are given as plain words."""
    head, event, side = given.pop("head", None), given.pop("event", None), given.pop("side", None)
    days, relation = given.pop("days", None), given.pop("relation", None)
    low, high = given.pop("low", point), given.pop("high", point)
    return Figure(
        id=id,
        document=document,
        span=NOWHERE,
        text=given.pop("text", f"{point:,.10g}" if point is not None else "some"),
        point=point,
        low=low,
        high=high,
        bound=given.pop("bound", "exact"),
        kind=given.pop("kind", "count"),
        counted=Counted(span=NOWHERE, head=head, class_=given.pop("class_", None)) if head else None,
        event=Event(span=NOWHERE, class_=event) if event else None,
        side=Party(span=NOWHERE, name=side) if side else None,
        time=Period(span=NOWHERE, start=days[0], end=days[1]) if days else None,
        relation=Relation(kind=relation, figure="x") if relation else None,
        **given,
    )


def document(id: str, text: str = "x", **given: Any) -> Document:
    """A document."""
    return Document(id=id, text=text, **given)


def speaker(name: str | None, kind: str = "person") -> Speaker:
    """A speaker without a span."""
    return Speaker(span=None, name=name, kind=kind)  # type: ignore[arg-type]


def lines(*groups: str) -> dict[str, Line]:
    """The line of each document, from groups written as "a b c"."""
    return {name: Line(documents=tuple(sorted(group.split())), root=None) for group in groups for name in group.split()}


def check(*reports, **dated):
    """The ledger of reports, named a, b, c in their order; published a day apart from the first of May on."""
    documents = [
        Document(
            id=chr(97 + n), text=text, publisher=f"paper {n}", published=dated.get(chr(97 + n), f"2031-05-{n + 1:02}")
        )
        for n, text in enumerate(reports)
    ]
    return twosource.check(documents)


def claim_of(ledger, document, words):
    """The one claim that holds a figure or statement standing at these words of a document."""
    start = ledger.by_id["documents"][document].text.index(words)
    found = [
        claim
        for claim in ledger.claims
        for member in claim.members
        if member.document == document and any(s.start < start + len(words) and start < s.end for s in member.spans)
    ]
    assert found, f"no claim at {words!r}"
    return found[0]


def kinds(ledger):
    return {finding.kind for finding in ledger.findings}
