"""From which line of reporting a document has a passage: a page made of two lines' texts belongs with each to that line."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from twosource.judge.derive import DERIVED
from twosource.judge.twins import once, twins_of
from twosource.records import Document, Line, Member, Reuse
from twosource.spans import Span


class Carriers:
    """The lines of members; a document that derives its text from one line is of that line throughout."""

    def __init__(self, documents: Mapping[str, Document], line_of: Mapping[str, Line], reuse: Sequence[Reuse]) -> None:
        self._line_of = line_of
        self._twin = twin = twins_of(documents, reuse)
        of_copies = [pair for pair in reuse if twin[pair.a] == pair.b or twin[pair.b] == pair.a]
        reuse = once(reuse, twin)
        pages = _pages(line_of, reuse)
        self._pages = {name for name, first in twin.items() if first in pages}
        derived = [pair for pair in [*reuse, *of_copies] if pair.kind in DERIVED]
        across = (pair for pair in derived if line_of[pair.a].documents != line_of[pair.b].documents)
        mixed = {name for pair in across for name in (pair.a, pair.b)}
        mixed = {name for name, first in twin.items() if first in mixed}
        self._shared: dict[str, list[tuple[str, Span, Span]]] = defaultdict(list)
        for pair in derived:
            # Two reporters of one fact may write one sentence in other words, but no page writes another's words by chance.
            same = [passage for passage in pair.passages if passage.kind != "reworded"]
            if pair.a in mixed:
                self._shared[pair.a] += [(pair.b, passage.a, passage.b) for passage in same]
            if pair.b in mixed:
                self._shared[pair.b] += [(pair.a, passage.b, passage.a) for passage in same]

    def lines(self, members: Sequence[Member]) -> dict[str, Line]:
        """The line that each document of a claim has its words from: of those who share the words, that of the most."""
        of: dict[str, list[int]] = defaultdict(list)
        for number, member in enumerate(members):
            of[member.document].append(number)
        sharing = [frozenset([number]) for number in range(len(members))]
        beside: dict[int, set[str]] = defaultdict(set)
        for number, member in enumerate(members):
            for other, mine, its in self._shared.get(member.document, ()):
                if _touches(mine, member):
                    beside[number].add(other)
                    place = member.spans[0].start - mine.start + its.start
                    both = sharing[number].union(
                        *(sharing[n] for n in _next_to(place, its, of.get(other, ()), members))
                    )
                    for n in both:
                        sharing[n] = both
        return {name: self._line(sharing[numbers[0]], members, beside) for name, numbers in of.items()}

    def _line(self, group: Iterable[int], members: Sequence[Member], beside: Mapping[int, set[str]]) -> Line:
        names = {members[n].document for n in group}.union(*(beside.get(n, ()) for n in group))
        lines = {self._twin[name]: self._line_of[name] for name in sorted(names - self._pages or names)}
        if len(lines) == 1:
            return next(iter(lines.values()))
        counted = Counter(line.documents for line in lines.values())
        most = min(counted, key=lambda documents: (-counted[documents], documents))
        return next(line for line in lines.values() if line.documents == most)


def _next_to(place: int, passage: Span, numbers: Iterable[int], members: Sequence[Member]) -> list[int]:
    """The one of the members of these numbers that stands in a passage next to a place; none where none stands in it."""
    held = [n for n in numbers if _touches(passage, members[n])]
    return sorted(held, key=lambda n: abs(members[n].spans[0].start - place))[:1]


def _touches(passage: Span, member: Member) -> bool:
    return any(passage.overlaps(span) for span in member.spans)


def _pages(line_of: Mapping[str, Line], reuse: Iterable[Reuse]) -> set[str]:
    """The documents whose parents are of several lines, and those that derive from them: their line is but that of a part."""
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
