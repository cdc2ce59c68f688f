"""How the rows of each exported table are made from a ledger; the columns stand in `tables`."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from twosource.records import Claim, Figure
from twosource.report.excerpts import Story
from twosource.spans import Span
from twosource.text.units import convert

Row = tuple[Any, ...]


def documents_rows(story: Story) -> Iterator[Row]:
    lines = {id_: number for number, line in enumerate(story.ledger.lines, 1) for id_ in line.documents}
    for document in story.ledger.documents:
        branch = story.branches.get(document.id)
        yield (
            document.id, document.title, document.publisher, document.published, document.url, document.author,
            document.language, lines.get(document.id), branch.parent if branch else None, document.sha256, document.text,
        )  # fmt: skip


def lineage_rows(story: Story) -> Iterator[Row]:
    for pair in story.ledger.reuse:
        parent = {"a": pair.a, "b": pair.b}.get(pair.parent or "")
        yield (
            pair.a, pair.b, pair.kind, parent, pair.direction, pair.score, pair.coverage_a, pair.coverage_b,
            pair.quote_coverage_a, pair.quote_coverage_b, len(pair.passages), "; ".join(pair.grounds),
        )  # fmt: skip


def lines_rows(story: Story) -> Iterator[Row]:
    for number, line in enumerate(story.ledger.lines, 1):
        yield number, len(line.documents), line.root, line.latent, "; ".join(line.documents)


def statements_rows(story: Story) -> Iterator[Row]:
    claims = _claims_of(story, "statement")
    for s in story.ledger.statements:
        text = story.texts[s.document].text
        yield (
            s.id, s.document, s.kind, _words(text, s.content), s.content[0].start, s.content[-1].end, s.speaker.name,
            s.speaker.kind, "; ".join(via.name for via in s.via) or None, s.cue.of(text) if s.cue else None, s.verb,
            s.strength, s.negated, s.channel, s.confidence, claims.get(s.id),
        )  # fmt: skip


def figures_rows(story: Story) -> Iterator[Row]:
    claims = _claims_of(story, "figure")
    for f in story.ledger.figures:
        counted, event, relation, time = f.counted, f.event, f.relation, f.time
        yield (
            f.id, f.document, f.text, f.span.start, f.span.end, f.point, f.low, f.high, f.bound, f.kind, f.unit,
            counted.head if counted else None, counted.class_ if counted else None, event.class_ if event else None,
            f.side.name if f.side else None, f.modality, f.aggregation, f.per, relation.kind if relation else None,
            relation.figure if relation else None, time.start if time else None, time.end if time else None,
            f.statement, f.confidence, claims.get(f.id),
        )  # fmt: skip


def quotations_rows(story: Story) -> Iterator[Row]:
    for claim in story.ledger.claims:
        if claim.kind != "quotation":
            continue
        for member in claim.members:
            statement = story.statements[member.statement or ""]
            words = _words(story.texts[member.document].text, member.spans)
            yield claim.id, member.document, statement.id, statement.speaker.name, words, member.stance, claim.verdict


def claims_rows(story: Story) -> Iterator[Row]:
    for claim in story.ledger.claims:
        low, high, unit = _estimate(story, claim)
        yield (
            claim.id, claim.kind, claim.text, claim.verdict, claim.detail, low, high, unit, claim.documents,
            claim.publishers, claim.origins.low, claim.origins.high, claim.origins.unattributed, _attributed(claim),
        )  # fmt: skip


def members_rows(story: Story) -> Iterator[Row]:
    for claim in story.ledger.claims:
        for m in claim.members:
            text = story.texts[m.document].text
            start, end = (m.spans[0].start, m.spans[-1].end) if m.spans else (None, None)
            yield (
                claim.id, m.document, m.figure, m.statement, m.stance, story.speaker_of(m), start, end,
                _words(text, m.spans),
            )  # fmt: skip


def origins_rows(story: Story) -> Iterator[Row]:
    for claim in story.ledger.claims:
        for number, root in enumerate(claim.origins.roots, 1):
            yield claim.id, number, root.kind, root.name, root.certain, "; ".join(root.documents)


def findings_rows(story: Story) -> Iterator[Row]:
    for finding in story.ledger.findings:
        yield finding.rank, finding.kind, finding.detail, "; ".join(finding.claims)


def evidence_rows(story: Story) -> Iterator[Row]:
    for finding in story.ledger.findings:
        for item in finding.evidence:
            words = item.span.of(story.texts[item.document].text)
            yield finding.rank, item.document, item.span.start, item.span.end, words


def rejects_rows(story: Story) -> Iterator[Row]:
    for reject in story.ledger.rejects:
        yield reject.document, reject.stage, reject.reason, reject.detail


# --- what rows are made of --------------------------------------------------------------------------------------------


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(span.of(text) for span in spans)


def _claims_of(story: Story, field: Literal["figure", "statement"]) -> dict[str, str]:
    """The first claim that each figure or statement asserts."""
    found: dict[str, str] = {}
    for claim in story.ledger.claims:
        for member in claim.members:
            if id_ := getattr(member, field):
                found.setdefault(id_, claim.id)
    return found


def _estimate(story: Story, claim: Claim) -> tuple[float | None, float | None, str | None]:
    """The lowest and the highest value that any member gives, and their unit, which most members use.

    No value between them is called the best: copies have no vote.
    """
    figures = [story.figures[member.figure] for member in claim.members if member.figure]
    units = [figure.unit for figure in figures]
    unit = max(units, key=units.count, default=None)
    every = [value for figure in figures for value in _values(figure, unit)]
    return min(every, default=None), max(every, default=None), unit


def _values(figure: Figure, unit: str | None) -> Iterator[float]:
    """What a figure says, hedge included, in another unit; nothing where it cannot be converted."""
    for value in (figure.point, figure.low, figure.high):
        if value is None:
            continue
        try:
            yield value if figure.unit == unit else convert(value, figure.unit or "", unit or "")
        except ValueError:
            return


def _attributed(claim: Claim) -> str | None:
    """The named speakers behind a claim."""
    names = dict.fromkeys(root.name for root in claim.origins.roots if root.kind == "speaker" and root.name)
    return "; ".join(names) or None
