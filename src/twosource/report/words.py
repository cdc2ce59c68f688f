"""Sentences that every form of the report shares: the headline and the names of verdicts and findings."""

from twosource.ledger import Ledger
from twosource.records import Claim
from twosource.report.lineage import derived_kinds, trunks

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

MEANINGS = {
    "line of reporting": "Reports that derive from one another, or from one text that is not in the set.",
    "copy, excerpt, rewrite": "A report that carries another one's text, a part of it, or its content in other words.",
    "claim": "One thing asserted in the story: a figure, a quotation, a statement.",
    "origin": "What stands behind a claim: a named speaker or, where none is named, a line of reporting.",
    "named speaker": "One whom the report names or describes as one person, body or document; “officials” is unnamed.",
    "origins, low to high": "Low takes every plausible derivation or shared speaker as real; high only certain ones.",
    "agree, compatible": "Values that are equal or round to one another; values that can both be right.",
    "update": "A running number that rose from report to report.",
    "revision": "A count that one speaker lowered.",
    "other definition": "Values that measure different things under one name.",
    "probable slip": "One value is what an accident would make of the other, such as a lost thousand; never corrected.",
    "conflict": "Values that cannot both be right. Which of them is right is not for this page to say.",
    "wording differs": "One utterance, quoted in words of another meaning.",
    "one report": "Only one report says so.",
    "unsure": "It could not be told, and the sentence beside it says why.",
}


def headline(ledger: Ledger) -> str:
    """The story in a line: "14 reports. 3 lines of reporting. 9 copies, 2 rewrites." """
    kinds = derived_kinds(trunks(ledger))
    parts = [count(len(ledger.documents), "report"), count(len(ledger.lines), "line") + " of reporting"]
    names = (("copy", "copies"), ("excerpt", "excerpts"), ("rewrite", "rewrites"))
    derived = [count(kinds[kind], kind, plural) for kind, plural in names if kinds.get(kind)]
    return ". ".join([*parts, *([", ".join(derived)] if derived else [])]) + "."


def verdict_name(verdict: str, kind: str) -> str:
    """A verdict as people read it; of a quotation, its words differ where a figure's values conflict."""
    return "wording differs" if (verdict, kind) == ("conflict", "quotation") else VERDICTS[verdict]


def origins(claim: Claim) -> str:
    """The range of origins in words: "1 origin", "1 to 3 origins"."""
    low, high = claim.origins.low, claim.origins.high
    return count(high, "origin") if low == high else f"{low} to {high} origins"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"
