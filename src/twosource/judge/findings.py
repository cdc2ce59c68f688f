"""What an editor should look at, in the order of what to see first."""

from collections.abc import Iterable, Mapping, Sequence

from twosource.judge.alterations import find_alterations
from twosource.judge.claims import ONE_THING
from twosource.judge.context import StoryTexts
from twosource.judge.quotations import QuotationGroup
from twosource.judge.speakers import is_named, one_speaker
from twosource.records import Claim, Evidence, Finding, Inconsistency, Member
from twosource.settings.claims import CARRIERS_OF_ONE_ORIGIN, INCONSISTENT_WITHIN, SMALL_COUNT, SMALL_TOTAL
from twosource.spans import Span

# The order in which kinds are shown: what many repeat and one person said, then what cannot be right.
ORDER = ("one_origin", "conflict", "probable_slip", "altered_quote", "update", "inconsistent", "misattributed")
_OF_VERDICT = {"conflict": "conflict", "probable_slip": "probable_slip", "update": "update"}


def find_findings(
    texts: StoryTexts,
    claims: Sequence[Claim],
    quotations: Mapping[str, QuotationGroup],
    inconsistencies: Iterable[Inconsistency],
) -> list[Finding]:
    """The findings of a story, ranked; each ends in the words it rests on."""
    drafts: list[tuple[tuple[object, ...], Finding]] = []

    def add(kind: str, weight: float, claim_ids: tuple[str, ...], evidence: list[Evidence], detail: str) -> None:
        finding = Finding(kind=kind, rank=0, claims=claim_ids, evidence=tuple(evidence), detail=detail)  # type: ignore[arg-type]
        places = tuple((one.document, one.span) for one in finding.evidence)
        drafts.append(((ORDER.index(kind), -weight, detail, claim_ids, places), finding))

    counted = _figures_of_one_origin(claims)
    for claim in claims:
        evidence = [e for member in claim.members for e in _evidence(member)]
        told_already = claim.kind == "statement" and _holds_one_of(claim, counted)
        if _of_one_origin(claim) and _weighs(claim, texts) and not told_already:
            carried = [e for member in _carriers(claim) for e in _evidence(member)]
            add("one_origin", _carried_by(claim), (claim.id,), carried, _one_origin(claim, texts))
        if claim.kind != "quotation" and claim.verdict in _OF_VERDICT:
            stale = claim.verdict == "update" and any(member.stance == "differs" for member in claim.members)
            add(_OF_VERDICT[claim.verdict], claim.documents + 1000 * stale, (claim.id,), evidence, claim.detail)
        if claim.id in quotations:
            for change in find_alterations(quotations[claim.id], texts):
                members = [member for member in claim.members if (member.statement, member.spans) in change.members]
                told = [e for m in members for e in _evidence(m)]
                add("altered_quote", change.weight, (claim.id,), told, change.detail)
            if two := _two_speakers(texts, claim):
                given = f"One quotation is given to {two[0]} and to {two[1]}."
                add("misattributed", claim.documents, (claim.id,), evidence, given)
    for item in (item for item in inconsistencies if _could_be_meant(texts, item)):
        evidence = [Evidence(document=item.document, span=texts.figures[id_].span) for id_ in item.figures]
        add("inconsistent", 1, (), evidence, item.detail)
    drafts.sort(key=lambda draft: draft[0])
    return [_ranked(finding, rank) for rank, (_, finding) in enumerate(drafts, 1)]


def _of_one_origin(claim: Claim) -> bool:
    """Whether many carry what one origin tells; a quotation has its speaker for an origin by its nature."""
    return claim.kind != "quotation" and claim.origins.high == 1 and _carried_by(claim) >= CARRIERS_OF_ONE_ORIGIN


def _carriers(claim: Claim) -> list[Member]:
    """The members that tell what the claim tells: one that contradicts it carries something else."""
    return [member for member in claim.members if member.stance == "supports" or claim.verdict in ONE_THING]


def _carried_by(claim: Claim) -> int:
    return len({member.document for member in _carriers(claim)})


def _could_be_meant(texts: StoryTexts, item: Inconsistency) -> bool:
    """Whether figures that cannot all be right are near enough to have been meant so: 84 as a part of three was misread."""
    points = [abs(texts.figures[id_].point or 0) for id_ in item.figures]
    return min(points, default=0) > SMALL_TOTAL and max(points) <= INCONSISTENT_WITHIN * min(points)


def _weighs(claim: Claim, texts: StoryTexts) -> bool:
    """Whether who stands behind a claim is worth an editor's time: of "two ends" or "half" it is not."""
    figures = [texts.figures[member.figure] for member in claim.members if member.figure]
    return not figures or any(
        (figure.event is not None and figure.point != 1)
        or figure.kind in ("money", "percent", "measure")
        or (figure.kind == "count" and abs(figure.point or 0) > SMALL_COUNT)
        for figure in figures
    )


def _figures_of_one_origin(claims: Iterable[Claim]) -> dict[str, list[Span]]:
    """Where the figures of claims with one origin stand, by document."""
    found: dict[str, list[Span]] = {}
    for claim in claims:
        if claim.kind == "figure" and _of_one_origin(claim):
            for member in claim.members:
                found.setdefault(member.document, []).extend(member.spans)
    return found


def _holds_one_of(claim: Claim, figures: Mapping[str, list[Span]]) -> bool:
    """Whether each member of a statement holds a figure that is told by itself: the same news twice."""
    return all(
        any(span.overlaps(figure) for span in member.spans for figure in figures.get(member.document, ()))
        for member in claim.members
    )


def _ranked(finding: Finding, rank: int) -> Finding:
    return Finding(
        kind=finding.kind, rank=rank, claims=finding.claims, evidence=finding.evidence, detail=finding.detail
    )


def _one_origin(claim: Claim, texts: StoryTexts) -> str:
    (root,) = claim.origins.roots
    lines = {texts.line(document) for document in root.documents}
    text = "one line of reporting" if len(lines) == 1 else f"one house, {texts.publisher(root.documents[0])}"
    behind = root.name if root.kind == "speaker" and root.name else text
    return f"{_carried_by(claim)} documents carry “{claim.text}”; behind all of them stands {behind}."


def _two_speakers(texts: StoryTexts, claim: Claim) -> tuple[str, str] | None:
    """Two persons to whom documents give one quotation, both by full name: a "she" or a title may have been read wrong."""
    names = set()
    for member in claim.members:
        speaker = texts.speaker(member)
        if speaker and speaker.span and speaker.kind == "person" and is_named(speaker):
            written = speaker.span.of(texts.documents[member.document].text).split()
            name = (speaker.name or "").split()
            if len(written) > 1 and all(word[0].isupper() for word in (name[0], name[-1], written[-1])):
                names.add(speaker.name or "")
    pairs = ((name, other) for name in sorted(names) for other in sorted(names) if name < other)
    return next((pair for pair in pairs if not _may_be_one(*pair)), None)


def _may_be_one(a: str, b: str) -> bool:
    """Whether two names share a part, so that they may well be one person's."""
    one, other = set(a.casefold().split()), set(b.casefold().split())
    return (
        one_speaker(a, b)
        or bool(one & other)
        or any(x in y or y in x for x in one for y in other if min(len(x), len(y)) > 3)
    )


def _evidence(member: Member) -> list[Evidence]:
    return [Evidence(document=member.document, span=span) for span in member.spans]
