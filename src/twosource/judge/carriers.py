"""From which line of reporting a document has a passage: a page made of two lines' texts belongs with each to that line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from twosource.judge.derive import DERIVED
from twosource.records import Line, Member, Reuse
from twosource.spans import Span


class Carriers:
    """The lines of members; a document whose parents are of one line is of that line throughout."""

    def __init__(self, line_of: Mapping[str, Line], reuse: Sequence[Reuse]) -> None:
        self._line_of = line_of
        mixed = _mixed(line_of, reuse)
        self._shared: dict[str, list[tuple[Span, Line]]] = defaultdict(list)
        for pair in reuse:
            for one, other, side in ((pair.a, pair.b, "a"), (pair.b, pair.a, "b")):
                if pair.kind in DERIVED and one in mixed and other not in mixed:
                    self._shared[one] += [(getattr(passage, side), line_of[other]) for passage in pair.passages]

    def lines(self, members: Iterable[Member]) -> dict[str, Line]:
        """The line that each document of a claim has its words from."""
        return {member.document: self._line(member) for member in members}

    def _line(self, member: Member) -> Line:
        lines = {
            line.documents: line
            for span, line in self._shared.get(member.document, ())
            if any(span.overlaps(other) for other in member.spans)
        }
        return next(iter(lines.values())) if len(lines) == 1 else self._line_of[member.document]


def _mixed(line_of: Mapping[str, Line], reuse: Iterable[Reuse]) -> set[str]:
    """The documents whose parents are of several lines, and those that derive from them."""
    parents: dict[str, list[str]] = defaultdict(list)
    children: dict[str, list[str]] = defaultdict(list)
    for pair in reuse:
        if pair.parent:
            parent, child = (pair.a, pair.b) if pair.parent == "a" else (pair.b, pair.a)
            parents[child].append(parent)
            children[parent].append(child)
    found = {child for child, known in parents.items() if len({line_of[one].documents for one in known}) > 1}
    waiting = sorted(found)
    while waiting:
        for child in children[waiting.pop()]:
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found
