"""One story judged: from its documents, what each says and the texts they share, to lineage, claims and findings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from twosource.compare.aligned import aligned_figures
from twosource.judge.claims import figure_claims, line_of, quotation_claims, statement_claims
from twosource.judge.context import StoryTexts
from twosource.judge.findings import find_findings
from twosource.judge.unclear import find_unclear
from twosource.records import (
    Claim,
    Document,
    Extraction,
    Figure,
    Finding,
    Line,
    Record,
    Reuse,
    Unclear,
    arrow_table,
    from_arrow,
)


class Judgement(Record):
    """What one story comes to."""

    story: str
    lines: tuple[Line, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    unclear: tuple[Unclear, ...]


def judge_story(
    documents: Sequence[Document],
    extractions: Sequence[Extraction],
    reuse: Sequence[Reuse],
    lines: Sequence[Line],
    *,
    story: str = "",
) -> Judgement:
    """What stands behind each claim of a story whose documents share the passages of `reuse`."""
    statements = [statement for extraction in extractions for statement in extraction.statements]
    figures = [figure for extraction in extractions for figure in extraction.figures]
    inconsistencies = [item for extraction in extractions for item in extraction.inconsistencies]
    texts = StoryTexts(documents, statements, figures, line_of(lines))
    quotations, groups = quotation_claims(texts, statements)
    claims = [
        *figure_claims(texts, figures, aligned_figures(reuse, _by_document(figures))),
        *quotations,
        *statement_claims(texts, statements),
    ]
    claims.sort(key=lambda claim: (-claim.documents, claim.kind, claim.text, claim.id))
    findings = find_findings(texts, claims, groups, inconsistencies)
    return Judgement(
        story, tuple(lines), tuple(claims), tuple(findings), tuple(find_unclear(texts, extractions, lines))
    )


def judge_shard(tables: Mapping[str, Any]) -> Any:
    """The Arrow table with the judgement of one story, from its tables of documents, extractions, reuse and lines."""
    judgement = judge_story(
        from_arrow(tables["documents"], Document),
        from_arrow(tables["extractions"], Extraction),
        from_arrow(tables["reuse"], Reuse),
        from_arrow(tables["lines"], Line),
        story=tables["documents"]["shard"][0].as_py(),
    )
    return arrow_table([judgement], Judgement)


def _by_document(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda figure: (figure.document, figure.span)):
        found[figure.document].append(figure)
    return found
