"""What people decided about a story, applied where the words they decided on still stand, and told where they do not."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from twosource.records import Decision, Document, Evidence, Figure, Finding, Line, Speaker, Statement
from twosource.spans import Span

T = TypeVar("T")
Placed = tuple[str, Sequence[Span]]
"""A document and the spans of something that stands in it."""


class DecisionBook:
    """The decisions on one story, in the order in which they were taken, and what comes of each in this run."""

    def __init__(self, documents: Iterable[Document] = (), decisions: Sequence[Decision] = ()) -> None:
        texts = {document.id: document.text for document in documents}
        self._decisions = sorted(decisions, key=lambda decision: decision.when)
        self._places = [_places(decision, texts) for decision in self._decisions]
        self._applied: set[int] = set()

    def speakers(self, statements: Sequence[Statement], figures: Sequence[Figure]) -> dict[str, Speaker]:
        """The corrected speakers, by the ids of the statements and figures that hold the words decided on."""
        corrected = {}
        for number, decision, places in self._standing("speaker"):
            speaker = Speaker(span=None, name=decision.value, kind="person")
            for row in statements:
                if any(_holds((row.document, row.content), place) for place in places):
                    corrected[row.id] = speaker
                    self._applied.add(number)
            for figure in figures:
                if any(_holds((figure.document, (figure.span,)), place) for place in places):
                    corrected[figure.id] = speaker
                    self._applied.add(number)
        return corrected

    def lines(self, lines: Sequence[Line]) -> list[Line]:
        """The lines of reporting, joined or parted as people confirmed."""
        found = list(lines)
        for number, decision, places in self._standing("line"):
            names = {place.document for place in places}
            touched = [line for line in found if names & set(line.documents)]
            rest = [line for line in found if line not in touched]
            if decision.value == "apart":
                parted = [_part(line, name) for name in sorted(names) for line in touched if name in line.documents]
                kept = [left for line in touched if (left := _without(line, names))]
                found = [*rest, *kept, *parted]
            else:
                found = [*rest, _joined(touched)]
            self._applied.add(number)
        return sorted(found, key=lambda line: line.documents)

    def regroup(self, groups: Iterable[Sequence[T]], place_of: Callable[[T], Placed]) -> list[Sequence[T]]:
        """The groups of one kind of claim, split and merged as people decided."""
        found: list[Sequence[T]] = [*groups]
        for number, decision, places in self._standing("split", "merge"):
            touched = [g for g in found if any(_holds(place_of(item), place) for item in g for place in places)]
            if not touched:
                continue
            rest = [group for group in found if not any(group is one for one in touched)]
            if decision.kind == "merge":
                if len(touched) > 1 or all(any(_holds(place_of(i), p) for i in touched[0]) for p in places):
                    found = [*rest, [item for group in touched for item in group]]
                    self._applied.add(number)
                continue
            out = [i for g in touched for i in g if any(_holds(place_of(i), place) for place in places)]
            kept = [[i for i in g if not any(i is o for o in out)] for g in touched]
            found = [*rest, *(group for group in kept if group), out]
            self._applied.add(number)
        return found

    def findings(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings that nobody dismissed, ranked anew; one that says something else by now is shown again."""
        kept = list(findings)
        for number, decision, places in self._standing("dismiss"):
            dismissed = [f for f in kept if f.detail == decision.value and set(places) <= set(f.evidence)]
            if dismissed:
                kept = [finding for finding in kept if finding not in dismissed]
                self._applied.add(number)
        return [msgspec.structs.replace(finding, rank=rank) for rank, finding in enumerate(kept, 1)]

    def outcomes(self) -> Iterator[Decision]:
        """Every decision with what came of it."""
        for number, (decision, places) in enumerate(zip(self._decisions, self._places, strict=True)):
            applied = number in self._applied
            missing = "" if places is not None else _missing(decision)
            outcome = "applied" if applied else missing or "not applied: what it was decided about is no longer told"
            yield msgspec.structs.replace(decision, applied=applied, outcome=outcome)

    def _standing(self, *kinds: str) -> Iterator[tuple[int, Decision, list[Evidence]]]:
        for number, (decision, places) in enumerate(zip(self._decisions, self._places, strict=True)):
            if decision.kind in kinds and places:
                yield number, decision, places


def _places(decision: Decision, texts: Mapping[str, str]) -> list[Evidence] | None:
    """Where the words of a decision stand now; None where any of them are gone, or stand more than once elsewhere."""
    found = []
    for anchor in decision.anchors:
        text = texts.get(anchor.document)
        if text is None:
            return None
        start = anchor.start if text.startswith(anchor.words, anchor.start) else text.find(anchor.words)
        if start < 0 or (start != anchor.start and text.count(anchor.words) != 1):
            return None
        found.append(Evidence(document=anchor.document, span=Span(start, start + len(anchor.words))))
    return found


def _missing(decision: Decision) -> str:
    names = ", ".join(sorted({anchor.document for anchor in decision.anchors}))
    return f"not applied: the words no longer stand in {names}"


def _holds(placed: Placed, place: Evidence) -> bool:
    document, spans = placed
    return document == place.document and any(span.overlaps(place.span) for span in spans)


def _joined(lines: Sequence[Line]) -> Line:
    documents = tuple(sorted(name for line in lines for name in line.documents))
    roots = {line.root for line in lines if line.root and len(line.documents) > 1}
    latent = {line.latent for line in lines if line.latent}
    root, outside = (next(iter(found)) if len(found) == 1 else None for found in (roots, latent))
    return Line(documents=documents, root=root, latent=outside)


def _without(line: Line, names: set[str]) -> Line | None:
    documents = tuple(name for name in line.documents if name not in names)
    root = line.root if line.root in documents else documents[0] if len(documents) == 1 else None
    return Line(documents=documents, root=root, latent=line.latent) if documents else None


def _part(line: Line, name: str) -> Line:
    return Line(documents=(name,), root=name, latent=None if len(line.documents) > 1 else line.latent)
