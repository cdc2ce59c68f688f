"""Lineage as a picture needs it: one trunk a line of reporting, and one parent for each report that hangs on it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from twosource.ledger import Ledger
from twosource.records import Document, Line, Reuse
from twosource.report.pages import Branch, Trunk
from twosource.settings.report import COLOURS
from twosource.text.moments import moment_of

_DERIVED = ("copy", "rewrite", "excerpt")
_SURENESS = {"known": 2, "likely": 1, "unknown": 0}


def trunks(ledger: Ledger) -> list[Trunk]:
    """Each line of reporting with its reports, the line with the most reports first, its parents before its children.

    A report hangs on the one placed before it that covers most of it; where a line's first report is not known, the
    earliest published stands first and `ordered` is false.
    """
    documents = {document.id: document for document in ledger.documents}
    pairs: dict[str, list[Reuse]] = defaultdict(list)
    for pair in ledger.reuse:
        if pair.kind in _DERIVED:
            pairs[pair.a].append(pair)
            pairs[pair.b].append(pair)
    order = sorted(ledger.lines, key=lambda line: (-len(line.documents), _first(line, documents), line.documents))
    return [
        Trunk(
            letter=letter(number),
            colour=number % COLOURS,
            latent=line.latent if not line.root else None,
            ordered=bool(line.root or line.latent) or len(line.documents) == 1,
            branches=tuple(_branches(line, documents, pairs)),
        )
        for number, line in enumerate(order)
    ]


def letter(number: int) -> str:
    """A, B, ... Z, AA, AB, ... for 0, 1, 2."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def letter_order(name: str) -> tuple[int, str]:
    """A sorting key: A, B, ... Z, AA."""
    return len(name), name


def derived_kinds(found: Sequence[Trunk]) -> Counter[str]:
    """How many reports are copies, excerpts and rewrites of another report or of a text outside the set."""
    return Counter(branch.kind for trunk in found for branch in trunk.branches if branch.kind != "own")


def _branches(line: Line, documents: Mapping[str, Document], pairs: Mapping[str, Sequence[Reuse]]) -> list[Branch]:
    waiting = sorted(line.documents, key=lambda id_: (id_ != line.root, _when(documents[id_]), id_))
    placed: dict[str, Branch] = {}
    for id_ in waiting:
        placed[id_] = _branch(id_, line, pairs.get(id_, ()), placed)
    return list(placed.values())


def _branch(id_: str, line: Line, pairs: Sequence[Reuse], placed: Mapping[str, Branch]) -> Branch:
    ties = [(pair, "b" if pair.a == id_ else "a") for pair in pairs]
    ties = [(pair, side) for pair, side in ties if getattr(pair, side) in placed and pair.parent in (side, None)]
    ties = [tie for tie in ties if tie[0].parent] or ties
    if line.latent and not line.root:
        # Carriers of one text outside the set took it from there, unless one of them credits another.
        ties = [tie for tie in ties if tie[0].direction == "known"]
    if not ties:
        return _rootless(id_, line, pairs, first=not placed)
    place = {name: at for at, name in enumerate(placed)}
    pair, side = max(ties, key=lambda tie: (_covered(*tie), _SURENESS[tie[0].direction], -place[getattr(*tie)]))
    return Branch(
        document=id_,
        parent=getattr(pair, side),
        kind=pair.kind,
        direction=pair.direction if pair.parent else "unknown",
        grounds=tuple(_named(ground, pair) for ground in pair.grounds),
    )


def _rootless(id_: str, line: Line, pairs: Sequence[Reuse], *, first: bool) -> Branch:
    """A report that hangs on no other: the first of its line, or one that derives from a text outside the set."""
    if id_ == line.root or (first and not line.latent):
        return Branch(document=id_, parent=None, kind="own", direction="unknown", grounds=())
    within = [pair for pair in pairs if {pair.a, pair.b} <= set(line.documents)]
    closest = max(
        within, key=lambda pair: (_covered(pair, "a" if pair.b == id_ else "b"), pair.a, pair.b), default=None
    )
    return Branch(
        document=id_,
        parent=None,
        kind=closest.kind if closest else "copy",
        direction="likely" if line.latent else "unknown",
        grounds=(),
    )


def _covered(pair: Reuse, parent: str) -> float:
    return round(pair.coverage_b if parent == "a" else pair.coverage_a, 2)


def _named(ground: str, pair: Reuse) -> str:
    """A ground with the names of the two reports in the places of `a` and `b`."""
    return " ".join({"a": pair.a, "b": pair.b}.get(word, word) for word in ground.split(" "))


def _first(line: Line, documents: Mapping[str, Document]) -> tuple[bool, datetime]:
    return min(_when(documents[id_]) for id_ in line.documents)


def _when(document: Document) -> tuple[bool, datetime]:
    moment = moment_of(document.published)
    return moment is None, moment or datetime.min
