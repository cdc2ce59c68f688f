"""The independent lines of reporting.

Lineage is a forest and never a connected component of pairs: each document has at most one parent, the earlier document
that covers most of it, so that two agencies do not become one through a page that carries both.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from twosource.judge.bonds import Bonds
from twosource.judge.derive import BOTH_CREDIT, DERIVED, OF_TEXT, is_by
from twosource.judge.times import hours_apart
from twosource.judge.twins import once, twins_of
from twosource.records import Credit, Document, Line, Reuse
from twosource.settings.reuse import DERIVES, FORMULA_HOURS, MOSTLY


def lines_of(
    documents: Mapping[str, Document],
    reuse: Sequence[Reuse],
    told: Sequence[Reuse],
    credits: Mapping[str, Sequence[Credit]],
) -> list[Line]:
    """The independent lines of reporting: every document in exactly one, documents and lines in order of id.

    `reuse` are the pairs by themselves, `told` the same with each child's parents alone.
    """
    twin = twins_of(documents, reuse)
    reuse, told = once(reuse, twin), once(told, twin)
    trees = _Trees(twin)
    parents = {document: first for document, first in twin.items() if document != first}
    heirs = {pair.b if pair.parent == "a" else pair.a for pair in told if pair.parent}
    bonds = Bonds(reuse)
    # The most covered child first; of equals the one whose parent is told, the earlier parent, then the ids.
    for *_, parent, child, pair in sorted(_holds(documents, reuse), key=lambda item: item[:5]):
        if child not in parents and trees.top(child) != trees.top(parent) and bonds.tie(pair):
            parents[child] = parent
            trees.join(child, parent)
    for pair in reuse:
        both_credit = pair.kind in DERIVED and pair.parent is None and pair.grounds[-1].startswith(BOTH_CREDIT)
        if both_credit or _follows_up(pair, documents[pair.a], documents[pair.b]):
            trees.join(pair.a, pair.b)
    return [_line(group, documents, parents, heirs, credits) for group in trees.groups()]


class _Trees:
    """Documents grown together pair by pair, each tree named by the first of its ids."""

    def __init__(self, twin: Mapping[str, str]) -> None:
        self._above = dict(twin)

    def top(self, document: str) -> str:
        while self._above[document] != document:
            self._above[document] = self._above[self._above[document]]
            document = self._above[document]
        return document

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.top(one), self.top(other)))
        self._above[second] = first

    def groups(self) -> list[list[str]]:
        """The documents of each tree."""
        found: dict[str, list[str]] = defaultdict(list)
        for document in sorted(self._above):
            found[self.top(document)].append(document)
        return sorted(found.values())


def _follows_up(pair: Reuse, a: Document, b: Document) -> bool:
    """Whether one publisher tells on what it told before: a newsroom is no second line for what it repeats."""
    one_publisher = a.publisher is not None and a.publisher == b.publisher
    repeats = max(pair.coverage_a, pair.coverage_b) > 0
    return one_publisher and repeats and hours_apart(a, b) <= FORMULA_HOURS


def _holds(
    documents: Mapping[str, Document], reuse: Sequence[Reuse]
) -> Iterator[tuple[float, bool, str, str, str, Reuse]]:
    """Each child with a document it may derive from: minus the share covered, whether nothing tells, when."""
    for pair in reuse:
        a, b = documents[pair.a], documents[pair.b]
        one_publisher = a.publisher is not None and a.publisher == b.publisher
        if pair.kind not in DERIVED and not (one_publisher and max(pair.coverage_a, pair.coverage_b) >= MOSTLY):
            continue
        whole = pair.kind == "rewrite" and pair.score > max(pair.coverage_a, pair.coverage_b)
        for child, parent, side, coverage in ((b, a, "a", pair.coverage_b), (a, b, "b", pair.coverage_a)):
            if (coverage >= DERIVES or whole) and pair.parent in (side, None):
                share = round(pair.score if whole else coverage, 2)
                yield -share, pair.parent is None, parent.published or "~", parent.id, child.id, pair


def _line(
    group: Sequence[str],
    documents: Mapping[str, Document],
    parents: Mapping[str, str],
    heirs: Collection[str],
    credits: Mapping[str, Sequence[Credit]],
) -> Line:
    if len(group) == 1:
        return Line(documents=tuple(group), root=group[0])
    tops = [document for document in group if document not in parents]
    publishers = {documents[document].publisher for document in tops}
    if len(tops) > 1 and len(publishers) == 1 and None not in publishers:
        tops = sorted(tops, key=lambda document: (documents[document].published or "~", document))[:1]
    root = tops[0] if len(tops) == 1 else None
    latent = _latent(group, documents, heirs, credits)
    return Line(documents=tuple(group), root=None if latent else root, latent=latent)


def _latent(
    group: Sequence[str],
    documents: Mapping[str, Document],
    heirs: Collection[str],
    credits: Mapping[str, Sequence[Credit]],
) -> str | None:
    """The agency or body that two documents of a line credit, with most of those that have no parent, and that none is by."""
    tops = {document for document in group if document not in heirs}
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for document in group:
        for credit in (one for one in credits.get(document, ()) if one.kind in OF_TEXT):
            holders["release" if credit.kind == "release" else "wire", credit.name].add(document)
    for (kind, name), found in sorted(holders.items(), key=lambda item: (-len(item[1]), item[0])):
        by_them = any(is_by(documents[d].publisher, name) for d in group)
        if len(found) >= 2 and 2 * len(found & tops) >= len(tops) and not by_them:
            return f"{kind}: {name}"
    return None
