"""Decisions of people about a story, kept as JSON Lines beside its ledger, so that they survive the next run."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from twosource.errors import UsageError
from twosource.ledger import Ledger
from twosource.records import Anchor, Claim, Decision, Evidence, Member
from twosource.spans import Span


def beside(ledger: str | os.PathLike[str]) -> Path:
    """The file of decisions of a ledger: `story.duckdb` has `story.decisions.jsonl`, a folder holds its own."""
    if Path(ledger).is_dir():
        return Path(ledger) / "decisions.jsonl"
    return Path(ledger).with_suffix(".decisions.jsonl")


def read_decisions(path: str | os.PathLike[str]) -> list[Decision]:
    """The decisions of a file, one a line, in order; a file that is missing holds none."""
    if not Path(path).exists():
        return []
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the decisions in {path} ({error}); name a file of JSON Lines") from error
    return [_read_line(line, f"line {number} of {path}") for number, line in enumerate(lines, 1) if line.strip()]


def _read_line(line: str, place: str) -> Decision:
    try:
        return msgspec.json.decode(line, type=Decision)
    except msgspec.MsgspecError as error:
        raise UsageError(f"{place} is no decision ({error}); mend it or take it out") from error


def write_decision(path: str | os.PathLike[str], decision: Decision) -> None:
    """Add a decision to the end of a file; what stands there is never changed."""
    line = msgspec.json.encode(decision) + b"\n"
    try:
        with Path(path).open("ab") as file:
            file.write(line)
    except OSError as error:
        raise UsageError(f"cannot write {path} ({error.strerror}); name a file in a folder you may write to") from error


def decide(
    ledger: Ledger,
    kind: str,
    about: Sequence[str],
    *,
    who: str,
    value: str = "",
    note: str = "",
    when: str | None = None,
) -> Decision:
    """The decision, anchored in the words it is about; what `about` names depends on the kind.

    `dismiss`: the rank of a finding. `split` and `speaker`: a claim, then the documents whose members are meant. `merge`: two
    claims or more. `line`: documents, which are of one line of reporting, or `apart` as `value` says. `when` is now.
    """
    makers = {"dismiss": _dismiss, "split": _members, "speaker": _members, "merge": _merge, "line": _line}
    if kind not in makers:
        raise UsageError(f"{kind!r} is no kind of decision; decide to {', '.join(sorted(makers))}")
    if kind == "speaker" and not value:
        raise UsageError("a corrected speaker needs a name; give it with --name")
    anchors, told = makers[kind](ledger, about)
    moment = when or datetime.now(UTC).isoformat(timespec="seconds")
    return Decision(when=moment, who=who, kind=kind, anchors=anchors, value=told or value, note=note)  # type: ignore[arg-type]


def _dismiss(ledger: Ledger, about: Sequence[str]) -> tuple[tuple[Anchor, ...], str]:
    found = [finding for finding in ledger.findings if [str(finding.rank)] == list(about)]
    if not found:
        raise UsageError(f"no finding has the rank {' '.join(about)!r}; `twosource export` writes each with its rank")
    if len(found) > 1:
        raise UsageError(f"several stories have a finding of rank {' '.join(about)}; name the story with --story")
    return tuple(_anchor(ledger, e) for e in found[0].evidence), found[0].detail


def _members(ledger: Ledger, about: Sequence[str]) -> tuple[tuple[Anchor, ...], str]:
    if len(about) < 2:
        raise UsageError("name a claim and the documents whose members are meant")
    claim, documents = ledger.claim(about[0]), set(about[1:])
    found = [member for member in claim.members if member.document in documents]
    if strange := documents - {member.document for member in claim.members}:
        raise UsageError(f"claim {claim.id} has no member in {', '.join(sorted(strange))}; `twosource show` lists them")
    return tuple(anchor for member in found for anchor in _of_member(ledger, member)), ""


def _merge(ledger: Ledger, about: Sequence[str]) -> tuple[tuple[Anchor, ...], str]:
    claims: list[Claim] = [ledger.claim(name) for name in about]
    if len({claim.id for claim in claims}) < 2 or len({claim.kind for claim in claims}) > 1:
        raise UsageError("only two claims or more of one kind are merged; `twosource show` lists them")
    return tuple(_of_member(ledger, claim.members[0])[0] for claim in claims), ""


def _line(ledger: Ledger, about: Sequence[str]) -> tuple[tuple[Anchor, ...], str]:
    known = ledger.by_id["documents"]
    if len(about) < 1 or (strange := [name for name in about if name not in known]):
        raise UsageError(f"no document {', '.join(strange) if about else ''!r} in this ledger; name documents by id")
    return tuple(Anchor(document=name, words="", start=0) for name in about), ""


def _of_member(ledger: Ledger, member: Member) -> list[Anchor]:
    return [_anchor(ledger, Evidence(document=member.document, span=Span(*span))) for span in member.spans]


def _anchor(ledger: Ledger, evidence: Evidence) -> Anchor:
    text = ledger.by_id["documents"][evidence.document].text
    span = Span(*evidence.span)
    return Anchor(document=evidence.document, words=span.of(text), start=span.start)
