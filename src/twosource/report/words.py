"""Sentences that every form of the report shares: the headline and the names of verdicts and findings."""

from collections.abc import Sequence

from twosource.ledger import Ledger
from twosource.records import Claim, Reuse

FINDINGS = {
    "one_origin": "Backed by one origin only",
    "conflict": "Cannot both be right",
    "probable_slip": "Probably a slip",
    "altered_quote": "Quotations that changed",
    "misattributed": "One quotation, two speakers",
    "update": "Numbers that moved on",
    "inconsistent": "At odds within one report",
}
VERDICTS = {
    "agree": "agree",
    "compatible": "compatible",
    "update": "update",
    "revision": "revision",
    "definition": "other definition",
    "conflict": "conflict",
    "probable_slip": "probable slip",
    "single": "one report",
    "unsure": "unsure",
}


def headline(ledger: Ledger) -> str:
    """The story in a line: "14 reports. 3 lines of reporting. 9 copies, 2 rewrites." """
    kinds = derived_kinds(ledger)
    parts = [count(len(ledger.documents), "report"), count(len(ledger.lines), "line") + " of reporting"]
    names = (("copy", "copies"), ("excerpt", "excerpts"), ("rewrite", "rewrites"))
    derived = [count(kinds[kind], kind, plural) for kind, plural in names if kinds.get(kind)]
    return ". ".join([*parts, *([", ".join(derived)] if derived else [])]) + "."


def derived_kinds(ledger: Ledger) -> dict[str, int]:
    """How many documents derive from another of their line, each counted once by its closest tie."""
    kinds: dict[str, int] = {}
    for line in ledger.lines:
        for document in line.documents:
            if document != (line.root or line.documents[0] if not line.latent else None):
                tie = closest(ledger.reuse, document, line.documents)
                if tie:
                    kinds[tie.kind] = kinds.get(tie.kind, 0) + 1
    return kinds


def closest(reuse: Sequence[Reuse], document: str, line: Sequence[str]) -> Reuse | None:
    """The pair that ties a document most closely to another of its line."""
    pairs = [
        pair
        for pair in reuse
        if document in (pair.a, pair.b) and pair.a in line and pair.b in line and pair.kind in ("copy", "rewrite", "excerpt")
    ]
    return max(pairs, key=lambda pair: (pair.score, pair.a, pair.b), default=None)


def origins(claim: Claim) -> str:
    """The range of origins in words: "1 origin", "1 to 3 origins"."""
    low, high = claim.origins.low, claim.origins.high
    return count(high, "origin") if low == high else f"{low} to {high} origins"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"
