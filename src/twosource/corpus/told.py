"""What people tell a run: publishers of one house, and decisions about stories. Both are kept with the ledger."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from twosource.corpus.folder import Folder
from twosource.decisions import beside, read_decisions, write_decision
from twosource.judge.decisions import DecisionBook
from twosource.judge.families import Families, family_of
from twosource.records import Decision, Document, from_arrow

_FAMILIES = "families.json"


class Told(msgspec.Struct, frozen=True):
    """The families and the decisions that hold for a corpus."""

    families: Families
    decisions: tuple[Decision, ...]

    def marks(self, index: Any) -> dict[str, list[str]]:
        """By document, what is told about it beyond its own content, so that what is told anew is judged anew."""
        found: dict[str, list[str]] = {}
        for decision in self.decisions:
            for name in _documents(decision):
                found.setdefault(name, []).append(_content(decision))
        for name, house in self._houses(index):
            found.setdefault(name, []).append(house)
        return found

    def _houses(self, index: Any) -> Iterable[tuple[str, str]]:
        @cache
        def moved(url: str | None, publisher: str | None) -> str | None:
            known = Document(id="", text="", url=url, publisher=publisher)
            house = family_of(known, self.families)
            return house if house != family_of(known, {}) else None

        if self.families:
            columns = (index[name].to_pylist() for name in ("id", "url", "publisher"))
            for name, url, publisher in zip(*columns, strict=True):
                if house := moved(url, publisher):
                    yield name, house

    def about(self, documents: Iterable[str]) -> list[Decision]:
        """The decisions that rest on any of some documents."""
        names = set(documents)
        return [decision for decision in self.decisions if not names.isdisjoint(_documents(decision))]


def keep(families: Families | None, decisions: Sequence[Decision], folder: Folder) -> Told:
    """What holds from now on: the families given, else those of the last run; the decisions kept and those given.

    A file of decisions that cannot be read raises `UsageError`.
    """
    path = beside(folder.root)
    kept = read_decisions(path)
    known = {_content(decision) for decision in kept}
    for decision in decisions:
        if _content(decision) not in known:
            known.add(_content(decision))
            kept.append(decision)
            write_decision(path, decision)
    if families is not None:
        folder.write_json(_FAMILIES, dict(sorted(families.items())))
    elif folder.path(_FAMILIES).exists():
        families = folder.read_json(_FAMILIES, dict[str, str])
    return Told(families or {}, tuple(kept))


def outcomes(told: Told, keys: Mapping[str, Any], folder: Folder) -> list[Decision]:
    """The decisions in order of time, each with what came of it in the stories of these keys."""
    if not told.decisions:
        return []
    found: dict[str, Decision] = {}
    for name in folder.names("judged"):
        table = folder.read_table(f"judged/{name}.parquet", columns=["key", "decisions"])
        for key, rows in zip(table["key"].to_pylist(), table["decisions"], strict=True):
            for one in from_arrow(rows.values, Decision) if key in keys and len(rows) else ():
                if one.applied or _content(one) not in found:
                    found[_content(one)] = one
    return [found.get(_content(one), one) for one in DecisionBook([], told.decisions).outcomes()]


def _documents(decision: Decision) -> set[str]:
    return {anchor.document for anchor in decision.anchors}


def _content(decision: Decision) -> str:
    return msgspec.json.encode(msgspec.structs.replace(decision, applied=False, outcome="")).decode()
