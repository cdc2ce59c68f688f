"""One story judged: from its documents, what each says and the texts they share, to lineage, claims and findings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from twosource.compare.aligned import aligned_figures
from twosource.judge.claims import figure_claims, line_of, quotation_claims, statement_claims
from twosource.judge.context import StoryTexts
from twosource.judge.decisions import DecisionBook
from twosource.judge.families import Families
from twosource.judge.findings import find_findings
from twosource.judge.unclear import find_unclear
from twosource.records import (
    Claim,
    Decision,
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
    decisions: tuple[Decision, ...]


def judge_story(
    documents: Sequence[Document],
    extractions: Sequence[Extraction],
    reuse: Sequence[Reuse],
    lines: Sequence[Line],
    *,
    story: str = "",
    families: Families | None = None,
    decisions: Sequence[Decision] = (),
) -> Judgement:
    """What stands behind each claim of a story whose documents share the passages of `reuse`.

    `families` add to the shipped table of publishers of one house; `decisions` are what people decided before.
    """
    statements = [statement for extraction in extractions for statement in extraction.statements]
    figures = [figure for extraction in extractions for figure in extraction.figures]
    inconsistencies = [item for extraction in extractions for item in extraction.inconsistencies]
    book = DecisionBook(documents, decisions)
    lines = book.lines(lines)
    speakers = book.speakers(statements, figures)
    texts = StoryTexts(documents, statements, figures, line_of(lines), families, speakers, reuse)
    quotations, groups = quotation_claims(texts, statements, book)
    claims = [
        *figure_claims(texts, figures, aligned_figures(reuse, _by_document(figures)), book),
        *quotations,
        *statement_claims(texts, statements, book),
    ]
    claims.sort(key=lambda claim: (-claim.documents, claim.kind, claim.text, claim.id))
    findings = book.findings(find_findings(texts, claims, groups, inconsistencies))
    return Judgement(
        story=story,
        lines=tuple(lines),
        claims=tuple(claims),
        findings=tuple(findings),
        unclear=tuple(find_unclear(texts, extractions, lines)),
        decisions=tuple(book.outcomes()),
    )


def judge_shard(
    tables: Mapping[str, Any], *, families: Families | None = None, decisions: Sequence[Decision] = ()
) -> Any:
    """The Arrow table with the judgement of one story, from its tables of documents, extractions, reuse and lines."""
    judgement = judge_story(
        from_arrow(tables["documents"], Document),
        from_arrow(tables["extractions"], Extraction),
        from_arrow(tables["reuse"], Reuse),
        from_arrow(tables["lines"], Line),
        story=tables["documents"]["shard"][0].as_py(),
        families=families,
        decisions=decisions,
    )
    return arrow_table([judgement], Judgement)


def _by_document(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda figure: (figure.document, figure.span)):
        found[figure.document].append(figure)
    return found
