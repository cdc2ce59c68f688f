"""A folder of Markdown notes, one a report and a claim, linked to each other; Obsidian opens it as a vault."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from twosource.ledger import Ledger
from twosource.records import Claim, Document, Member
from twosource.report.excerpts import Story, web_address
from twosource.report.standing import sentence
from twosource.report.words import headline, origins, verdict_name
from twosource.settings.report import LONGEST_LINK

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$=^%&!])")
# What makes a list of a line that begins with it.
_OPENS_LIST = re.compile(r"^(\s*\d*)([-+.)])", re.MULTILINE)
_FENCE = re.compile(r"`{3,}|~{3,}")
# Characters that would end a line, hide words or turn their direction.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def write_markdown(ledger: Ledger, path: Path) -> None:
    """`index.md`, and a note a report and a claim in folders of their own; names depend on ids alone."""
    story = Story(ledger)
    carried: dict[str, list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        for id_ in dict.fromkeys(member.document for member in claim.members):
            carried[id_].append(claim)
    (path / "reports").mkdir()
    (path / "claims").mkdir()
    _save(path / "index.md", _index(story))
    for document in ledger.documents:
        _save(path / "reports" / f"{_report_name(story, document.id)}.md", _report(story, document, carried))
    for claim in ledger.claims:
        _save(path / "claims" / f"{_claim_name(claim)}.md", _claim(story, claim))


def _index(story: Story) -> list[str]:
    ledger = story.ledger
    lines = [*_front({"kind": "story", "reports": len(ledger.documents), "claims": len(ledger.claims)})]
    lines += [f"# {headline(ledger)}", ""]
    for finding in ledger.findings:
        links = ", ".join(f"[claim](claims/{_claim_name(story.claims[id_])}.md)" for id_ in finding.claims)
        lines.append(f"{finding.rank}. {plain(finding.detail)} {links}".rstrip())
    lines += ["", "## Reports", ""]
    lines += [f"- {_report_link(story, document.id, 'reports/')}" for document in ledger.documents]
    lines += ["", "## Claims", ""]
    lines += [f"- {_claim_link(claim, 'claims/')}" for claim in ledger.claims]
    if ledger.rejects:
        lines += ["", "## Not read", ""]
        lines += [f"- {plain(reject.document)}: {plain(reject.detail)}" for reject in ledger.rejects]
    return lines


def _report(story: Story, document: Document, carried: dict[str, list[Claim]]) -> list[str]:
    branch = story.branches.get(document.id)
    parent = branch.parent if branch else None
    given = {
        "kind": "report",
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "url": web_address(document.url),
        "author": document.author,
        "derives_from": parent,
    }
    lines = [*_front(given), f"# {plain(_one_line(document.title or document.id))}", ""]
    if parent:
        lines += [f"Derives from {_report_link(story, parent, '')}.", ""]
    lines += ["## Claims", "", *(f"- {_claim_link(claim, '../claims/')}" for claim in carried[document.id])]
    return [*lines, "", "## Text", "", *_block(document.text)]


def _claim(story: Story, claim: Claim) -> list[str]:
    given = {
        "kind": claim.kind,
        "id": claim.id,
        "verdict": claim.verdict,
        "reports": claim.documents,
        "publishers": claim.publishers,
        "origins_low": claim.origins.low,
        "origins_high": claim.origins.high,
        "attributed_to": [root.name for root in claim.origins.roots if root.kind == "speaker" and root.name],
    }
    verdict = verdict_name(claim.verdict, claim.kind).capitalize()
    summed = f"{plain(_one_line(sentence(story.standing[claim.id])))}. {origins(claim).capitalize()}. {verdict}:"
    lines = [*_front(given), f"# {plain(_one_line(claim.text))}", "", f"{summed} {plain(claim.detail)}", ""]
    for member in claim.members:
        lines += [*_quoted(story, member), ""]
    return lines


def _quoted(story: Story, member: Member) -> list[str]:
    text, speaker = story.texts[member.document].text, story.speaker_of(member)
    words = " … ".join(span.of(text) for span in member.spans)
    said = f" ({plain(speaker)})" if speaker else ""
    differs = ", differs" if member.stance == "differs" else ""
    link = _report_link(story, member.document, "../reports/")
    return [*(f"> {line}" for line in plain(words).split("\n")), f"> — {link}{said}{differs}"]


# --- names and links --------------------------------------------------------------------------------------------------


def _report_name(story: Story, id_: str) -> str:
    return story.labels[id_].anchor


def _claim_name(claim: Claim) -> str:
    return f"claim-{claim.id}"


def _report_link(story: Story, id_: str, folder: str) -> str:
    label = story.labels[id_]
    return (
        f"[{plain(_one_line(label.publisher))}: {plain(_one_line(label.title))}]({folder}{_report_name(story, id_)}.md)"
    )


def _claim_link(claim: Claim, folder: str) -> str:
    return f"[{plain(_one_line(claim.text))}]({folder}{_claim_name(claim)}.md) ({origins(claim)})"


# --- text that shows as itself ----------------------------------------------------------------------------------------


def plain(text: str) -> str:
    """Text that Markdown shows as itself: no mark-up, no HTML, no link, no hidden control."""
    escaped = _MARKS.sub(r"\\\1", _CONTROLS.sub("\ufffd", text))
    return _OPENS_LIST.sub(r"\1\\\2", escaped)


def _one_line(text: str) -> str:
    line = " ".join(text[: 2 * LONGEST_LINK].split())
    return line if len(line) <= LONGEST_LINK else f"{line[:LONGEST_LINK]} …"


def _block(text: str) -> list[str]:
    """The text in a fence longer than any inside it, so that it shows as it is."""
    longest = max((len(match.group()) for match in _FENCE.finditer(text)), default=2)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", _CONTROLS.sub("\ufffd", text), fence]


def _front(given: dict[str, Any]) -> list[str]:
    """YAML front matter of what is known."""
    import yaml

    known = {name: value for name, value in given.items() if value not in (None, [])}
    return ["---", yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=10_000).rstrip("\n"), "---", ""]


def _save(path: Path, lines: Iterable[str]) -> None:
    path.write_text("\n".join(lines).rstrip("\n") + "\n", encoding="utf-8", newline="\n")
