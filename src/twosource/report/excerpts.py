"""Look-ups that every part of the report shares: labels of reports, words in context, links to the original page."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import Any
from urllib.parse import quote

from twosource.ledger import Ledger
from twosource.records import Claim, Document, Evidence, Member, Statement, record_id
from twosource.report.lineage import trunks
from twosource.report.pages import Branch, Label, Piece, Standing, Trunk, Words
from twosource.report.standing import Standings
from twosource.settings.report import (
    CONTEXT_CHARACTERS,
    FRAGMENT_CONTEXT,
    FRAGMENT_WORDS,
    LONGEST_ADDRESS,
    NEAR_EVIDENCE,
    OPENING,
)
from twosource.spans import Span, merge
from twosource.text.moments import moment_of


class Story:
    """A ledger with what the report looks up in it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.trunks: list[Trunk] = trunks(ledger)
        self.texts = {document.id: document for document in ledger.documents}
        self.labels = {
            branch.document: self._label(branch.document, trunk) for trunk in self.trunks for branch in trunk.branches
        }
        self.branches: dict[str, Branch] = {
            branch.document: branch for trunk in self.trunks for branch in trunk.branches
        }
        self.statements = {statement.id: statement for statement in ledger.statements}
        self.figures = {figure.id: figure for figure in ledger.figures}
        self.claims = {claim.id: claim for claim in ledger.claims}

    @cached_property
    def standing(self) -> dict[str, Standing]:
        """What stands behind each claim, by its id."""
        standings = Standings(self.ledger)
        return {claim.id: standings.of(claim) for claim in self.ledger.claims}

    @cached_property
    def first(self) -> dict[str, int]:
        """The place of the member that shows each claim best, by the claim's id."""
        return {claim.id: self.shown_first(claim) for claim in self.ledger.claims}

    @cached_property
    def linked(self) -> dict[str, dict[str, list[tuple[Span, str]]]]:
        """The words of each report's statements and figures that assert a claim, with its id."""
        found: dict[str, dict[str, list[tuple[Span, str]]]] = {
            "statements": defaultdict(list),
            "figures": defaultdict(list),
        }
        for claim in self.ledger.claims:
            for member in claim.members:
                linked = found["figures" if member.figure else "statements"][member.document]
                linked += [(span, claim.id) for span in member.spans]
        return found

    @cached_property
    def rows(self) -> dict[str, dict[str, list[Any]]]:
        """The statements and the figures of each report."""
        found: dict[str, dict[str, list[Any]]] = {"statements": defaultdict(list), "figures": defaultdict(list)}
        for name, rows in found.items():
            for row in getattr(self.ledger, name):
                rows[row.document].append(row)
        return found

    def _label(self, id_: str, trunk: Trunk) -> Label:
        document = self.texts[id_]
        return Label(
            id=id_,
            anchor=anchor(id_),
            publisher=document.publisher or id_,
            title=document.title or opening_words(document),
            published=written_time(document.published),
            letter=trunk.letter,
            colour=trunk.colour,
        )

    def speaker_of(self, member: Member) -> str | None:
        """Who is named for it: the statement's speaker, or that of the statement round a figure."""
        id_ = self.figures[member.figure].statement if member.figure else member.statement
        statement = self.statements.get(id_ or "")
        return spoken_by(statement) if statement else None

    def words(self, member: Member) -> Words:
        """The words of a member of a claim, in context."""
        return self.excerpt(member.document, member.spans, speaker=self.speaker_of(member), stance=member.stance)

    def glimpse(self, claim: Claim) -> tuple[Piece, ...]:
        """The words of a figure's claim in context: its text says little alone. Empty for other claims."""
        if claim.kind != "figure":
            return ()
        member = claim.members[self.first[claim.id]]
        return tuple(in_context(self.texts[member.document].text, merge(member.spans)))

    def shown_first(self, claim: Claim) -> int:
        """The place of the member that shows a claim best: the first whose figure is written as in the claim's text."""
        tokens = _tokens(claim.text)
        for at, member in enumerate(claim.members):
            wanted = _tokens(self.figures[member.figure].text) if member.figure else []
            if wanted and any(tokens[i : i + len(wanted)] == wanted for i in range(len(tokens))):
                return at
        return 0

    def evidence(self, evidence: Sequence[Evidence]) -> list[Words]:
        """The words a finding rests on: those of one report that stand close together are shown together."""
        found: list[tuple[str, list[Span]]] = []
        for item in evidence:
            near = (
                found and found[-1][0] == item.document and 0 <= item.span.start - found[-1][1][-1].end < NEAR_EVIDENCE
            )
            if near:
                found[-1][1].append(item.span)
            else:
                found.append((item.document, [item.span]))
        return [self.excerpt(document, spans) for document, spans in found]

    def excerpt(
        self, id_: str, spans: Sequence[Span], *, speaker: str | None = None, stance: str = "supports"
    ) -> Words:
        """Words of a report with about a line of its text on either side."""
        document = self.texts[id_]
        merged = merge(spans)
        first, last = (merged[0].start, merged[-1].end) if merged else (0, 0)
        return Words(
            document=id_,
            span=(first, last),
            pieces=tuple(in_context(document.text, merged)),
            speaker=speaker,
            stance=stance,  # type: ignore[arg-type]
            link=self._link(document, merged[0]) if merged else None,
        )

    def _link(self, document: Document, span: Span) -> str | None:
        text, reach = document.text, CONTEXT_CHARACTERS
        before, after = text[max(0, span.start - reach) : span.start], text[span.end : span.end + reach]
        # The outermost words of a stretch that was cut may be halves of words.
        return fragment_link(document.url, span.of(text), before.partition(" ")[2], after.rpartition(" ")[0])


def _tokens(text: str) -> list[str]:
    """Words and numbers in lower case, commas left out: "4,000" is "4000"."""
    return re.findall(r"[^\W_]+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", "", text.casefold()))


_QUOTATION_MARKS = '“”"'


def opening_words(document: Document) -> str:
    """What a report without a title begins with, in quotation marks; its id where it has no words."""
    line = next((line.strip() for line in document.text.splitlines() if line.strip()), "")
    if not line:
        return document.id
    words = line if len(line) <= OPENING else line[:OPENING].rpartition(" ")[0] or line[:OPENING]
    more = "" if words == line else " …"
    return f"“{words.strip(_QUOTATION_MARKS)}{more}”"


def spoken_by(statement: Statement) -> str | None:
    """The speaker as the report names it; None where it names none."""
    return statement.speaker.name


def anchor(id_: str) -> str:
    """A stable name for a report in links: it depends on the id alone."""
    return f"report-{record_id('report', id_)[:10]}"


def in_context(text: str, spans: Sequence[Span]) -> list[Piece]:
    """The spans as marked pieces with what stands between them, and context that ends at words and paragraphs."""
    if not spans:
        return []
    start, end = spans[0].start, spans[-1].end
    left = text[max(0, start - CONTEXT_CHARACTERS) : start].rpartition("\n")[2]
    if start > CONTEXT_CHARACTERS and len(left) == CONTEXT_CHARACTERS:
        left = "… " + left.partition(" ")[2]
    right = text[end : end + CONTEXT_CHARACTERS].partition("\n")[0]
    if len(right) == CONTEXT_CHARACTERS and end + CONTEXT_CHARACTERS < len(text):
        right = right.rpartition(" ")[0] + " …"
    pieces, at = [Piece(left)], start
    for span in spans:
        if span.start > at:
            pieces.append(Piece(text[at : span.start]))
        pieces.append(Piece(span.of(text), "words"))
        at = span.end
    return [piece for piece in [*pieces, Piece(right)] if piece.text]


def web_address(url: str | None) -> str | None:
    """The address where it is one that a browser may follow from the report; None for any other."""
    return url if url and len(url) <= LONGEST_ADDRESS and url.lower().startswith(("http://", "https://")) else None


def fragment_link(url: str | None, words: str, before: str = "", after: str = "") -> str | None:
    """A link to the original page that scrolls to the words; None without a web address.

    Few words may stand in a page more than once, so the words round them go with them
    (https://wicg.github.io/scroll-to-text-fragment/).
    """
    address = web_address(url)
    parts = words.split("\n")[0].split()
    if not address or not parts:
        return address
    ends = [parts] if len(parts) <= 2 * FRAGMENT_WORDS else [parts[:FRAGMENT_WORDS], parts[-FRAGMENT_WORDS:]]
    found = [_encoded(part) for part in ends]
    if len(parts) < FRAGMENT_WORDS:
        left, right = (
            before.split("\n")[-1].split()[-FRAGMENT_CONTEXT:],
            after.split("\n")[0].split()[:FRAGMENT_CONTEXT],
        )
        found = [*([_encoded(left) + "-"] if left else []), *found, *(["-" + _encoded(right)] if right else [])]
    return f"{address.split('#')[0]}#:~:text={','.join(found)}"


def _encoded(words: Sequence[str]) -> str:
    return quote(" ".join(words), safe="!'()*").replace("-", "%2D")


def written_time(published: str | None) -> str:
    """A time of publication in its own offset, such as "4 Mar 2026, 06:10"; what is no time stays as it is."""
    moment = moment_of(published)
    if moment is None or published is None:
        return published or ""
    from datetime import datetime

    own = datetime.fromisoformat(published)
    day = f"{own.day} {_MONTHS[own.month - 1]} {own.year}"
    return day if len(published) <= 10 else f"{day}, {own:%H:%M}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
