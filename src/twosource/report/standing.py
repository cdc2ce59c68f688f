"""What stands behind a claim in a line: "9 reports, 2 lines of reporting, 1 named person: Ilse Brandt"."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from twosource.ledger import Ledger
from twosource.records import Claim
from twosource.report.pages import Repeated, Standing
from twosource.report.words import count
from twosource.settings.report import NAMED_IN_A_LINE, REPEATED_SHOWN

_NOUNS = {"person": ("named person", "named people"), "organisation": ("named organisation", "named organisations")}


class Standings:
    """The reports, lines of reporting and named speakers behind each claim of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @cached_property
    def _lines(self) -> dict[str, int]:
        return {id_: at for at, line in enumerate(self._ledger.lines) for id_ in line.documents}

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """The kind of each speaker, by name: the one that most statements give."""
        counted: dict[str, Counter[str]] = {}
        for statement in self._ledger.statements:
            if statement.speaker.name:
                counted.setdefault(statement.speaker.name, Counter())[statement.speaker.kind] += 1
        return {name: max(sorted(kinds), key=kinds.__getitem__) for name, kinds in counted.items()}

    def of(self, claim: Claim) -> Standing:
        """How many reports carry a claim, on how many lines, and who is named for it."""
        documents = {member.document for member in claim.members}
        carriers: Counter[str] = Counter()
        named: set[str] = set()
        for root in claim.origins.roots:
            if root.kind == "speaker" and root.name:
                carriers[root.name] += len(root.documents)
                if root.certain and self._kinds.get(root.name) != "anonymous":
                    named.add(root.name)
        names = sorted(carriers, key=lambda name: (name not in named, -carriers[name], name))
        first = names[:NAMED_IN_A_LINE]
        return Standing(
            reports=count(claim.documents, "report"),
            lines=count(len({self._lines.get(id_, -1) for id_ in documents}), "line") + " of reporting",
            speakers=self._speakers([name for name in names if name in named], len(carriers) - len(named)),
            names=", ".join(first) + (f" and {len(names) - len(first)} more" if len(names) > len(first) else ""),
        )

    def _speakers(self, named: Sequence[str], unnamed: int) -> str:
        """The speakers by kind: "1 named person", "2 named organisations and 1 unnamed speaker"."""
        kinds = {self._kinds.get(name, "") for name in named}
        nouns = _NOUNS.get(kinds.pop() if len(kinds) == 1 else "", ("named speaker", "named speakers"))
        parts = [
            count(len(named), *nouns) if named else "",
            count(unnamed, "unnamed speaker") if unnamed else "",
        ]
        return " and ".join(part for part in parts if part) or "nobody named"


def sentence(standing: Standing) -> str:
    """A standing in words."""
    names = f": {standing.names}" if standing.names else ""
    return f"{standing.reports}, {standing.lines}, {standing.speakers}{names}"


def repeated(ledger: Ledger) -> Repeated:
    """The claims that two or more reports carry, by how many origins they have, and the most carried ones."""
    found = [claim for claim in ledger.claims if claim.documents > 1]
    one = sum(claim.origins.high <= 1 for claim in found)
    more = sum(claim.origins.low > 1 for claim in found)
    first = sorted(found, key=lambda claim: (-claim.documents, claim.origins.high, claim.text, claim.id))
    return Repeated(
        claims=len(found), one=one, open=len(found) - one - more, more=more, most=tuple(first[:REPEATED_SHOWN])
    )


def repeated_said(found: Repeated) -> str:
    """How many of the repeated claims have one origin, how many have more for certain, and for how many it is open."""
    if not found.claims:
        return "No claim stands in more than one report."
    parts = [
        f"{found.one} {'has' if found.one == 1 else 'have'} one origin" if found.one else "",
        f"{found.more} {'has' if found.more == 1 else 'have'} two or more" if found.more else "",
        f"for {found.open} it is not certain" if found.open else "",
    ]
    said = [part for part in parts if part]
    listed = said[0] if len(said) == 1 else ", ".join(said[:-1]) + " and " + said[-1]
    carried = "the one claim" if found.claims == 1 else f"{found.claims} claims"
    return f"Of {carried} that two or more reports carry, {listed}."
