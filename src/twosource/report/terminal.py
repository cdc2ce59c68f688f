"""What the terminal shows: the headline, the ranked findings, the claims, and the exact words behind one."""

import re
import textwrap
from collections.abc import Iterator, Sequence

from twosource.ledger import Ledger
from twosource.records import Document, Finding
from twosource.report.standing import Standings, repeated, repeated_said, sentence
from twosource.report.words import FINDINGS, count, headline, origins, verdict_name
from twosource.settings.report import CONTEXT_CHARACTERS, FINDINGS_PRINTED, REPORTS_PRINTED
from twosource.spans import Span

_BOLD, _DIM, _MARK, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[7m", "\x1b[0m"
# Characters that would move the cursor, ring, or turn the reading direction of what follows.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def summary(ledger: Ledger, *, width: int = 80, colour: bool = False) -> str:
    """The headline, the findings in their order, and what could not be told."""
    page = _Page(width, colour)
    page.line(headline(ledger), bold=True)
    if ledger.claims:
        page.line(repeated_said(repeated(ledger)))
    standings = Standings(ledger)
    for kind, title in FINDINGS.items():
        found = [finding for finding in ledger.findings if finding.kind == kind]
        if not found:
            continue
        page.line()
        page.line(f"{title} ({len(found)})", bold=True)
        for finding in found[:FINDINGS_PRINTED]:
            named = [ledger.by_id["claims"][id_] for id_ in finding.claims]
            said = sentence(standings.of(named[0])) if named and kind == "one_origin" else finding.detail
            page.item(f"{named[0].text} — {said}" if named else said)
            page.note(_reports(finding) + (f" · claim {named[0].id[:8]}" if named else ""))
        if len(found) > FINDINGS_PRINTED:
            page.note(f"and {len(found) - FINDINGS_PRINTED} more")
    if ledger.unclear:
        page.line()
        page.line("Could not tell", bold=True)
        for item in ledger.unclear:
            page.item(f"{item.detail} ({count(len(item.documents), 'report')})")
    return str(page)


def _reports(finding: Finding) -> str:
    """The reports a finding rests on, the first ones by name."""
    names = list(dict.fromkeys(e.document for e in finding.evidence))
    more = len(names) - REPORTS_PRINTED
    return ", ".join(names) if more <= 1 else ", ".join(names[:REPORTS_PRINTED]) + f" and {more} more"


def claims(ledger: Ledger, *, width: int = 80, colour: bool = False) -> str:
    """One line a claim: its id, its verdict, its origins and its text."""
    del colour  # a table of claims is read by programs too
    rows = []
    for row in ledger.claims:
        verdict, reports = verdict_name(row.verdict, row.kind), count(row.documents, "report")
        head = f"{row.id[:8]}  {verdict:<16}  {reports:>10}  {origins(row):<15}  "
        text = _safe(row.text)
        room = max(width - len(head), 20)
        rows.append(head + (text if len(text) <= room else text[: room - 1] + "…"))
    return "\n".join(rows)


def claim(ledger: Ledger, claim_id: str, *, width: int = 80, colour: bool = False) -> str:
    """One claim: its verdict, what stands behind it, and each member's exact words in their context."""
    found = ledger.claim(claim_id)
    page = _Page(width, colour)
    page.line(found.text, bold=True)
    page.line(f"{verdict_name(found.verdict, found.kind)}: {found.detail}")
    page.line(f"{sentence(Standings(ledger).of(found))}; {count(found.publishers, 'publisher')}, {origins(found)}")
    for root in found.origins.roots:
        sure = "" if root.certain else " (not certain)"
        page.item(f"{root.name or 'no one named'}{sure}: {', '.join(root.documents)}")
    for member in found.members:
        document = ledger.by_id["documents"][member.document]
        page.line()
        page.line(
            " · ".join(filter(None, [document.id, document.publisher, document.published])) + _stance(member.stance)
        )
        for excerpt in _excerpts(document, member.spans):
            page.quote(*excerpt)
    return str(page)


def _stance(stance: str) -> str:
    return " · differs" if stance == "differs" else ""


def _excerpts(document: Document, spans: Sequence[Span]) -> Iterator[tuple[str, str, str]]:
    """Each span with a little of the text before and after it."""
    for span in spans:
        before = document.text[max(0, span.start - CONTEXT_CHARACTERS) : span.start]
        after = document.text[span.end : span.end + CONTEXT_CHARACTERS]
        yield before, span.of(document.text), after


class _Page:
    """Lines of text, wrapped to a width; styles only where colour is wanted."""

    def __init__(self, width: int, colour: bool) -> None:
        self._width, self._colour, self._lines = max(width, 30), colour, list[str]()

    def line(self, text: str = "", *, bold: bool = False) -> None:
        for part in textwrap.wrap(_safe(text), self._width) or [""]:
            self._lines.append(self._style(part, _BOLD) if bold else part)

    def item(self, text: str) -> None:
        self._lines += textwrap.wrap(_safe(text), self._width, initial_indent="  • ", subsequent_indent="    ")

    def note(self, text: str) -> None:
        for part in textwrap.wrap(_safe(text), self._width - 4, break_on_hyphens=False):
            self._lines.append("    " + self._style(part, _DIM))

    def quote(self, before: str, words: str, after: str) -> None:
        opening, closing = (_MARK, _PLAIN) if self._colour else ("[", "]")
        left = " " if before[-1:].isspace() else ""
        right = " " if after[:1].isspace() else ""
        shown = f"…{_safe(before)}{left}\x02{_safe(words)}\x03{right}{_safe(after)}…"
        for part in textwrap.wrap(shown, self._width, initial_indent="    ", subsequent_indent="    "):
            self._lines.append(part.replace("\x02", opening).replace("\x03", closing))

    def _style(self, text: str, style: str) -> str:
        return f"{style}{text}{_PLAIN}" if self._colour else text

    def __str__(self) -> str:
        return "\n".join(self._lines)


def _safe(text: str) -> str:
    """Text that cannot act on the terminal, white space folded."""
    return " ".join(_UNSAFE.sub("�", text).split())
