"""What an editor should look at: the findings in three lists, and who is quoted, worst or most first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.compare.quotations import compare_quotations
from twosource.records import Claim, Finding, record_id
from twosource.report.differences import changes
from twosource.report.excerpts import Story
from twosource.report.pages import FindingList, FindingView, Piece, Words
from twosource.report.value_charts import draw_intervals, draw_ladder
from twosource.report.words import origins
from twosource.settings.claims import CARRIERS_OF_ONE_ORIGIN
from twosource.settings.report import FINDINGS_FOLDED, FINDINGS_SHOWN, WORDINGS_SHOWN, WORDS_OF_A_FINDING

LISTS = (
    (
        "one-origin",
        "Backed by one origin only",
        ("one_origin",),
        f"{CARRIERS_OF_ONE_ORIGIN} reports or more carry each of these, and one speaker or one line of reporting stands "
        "behind all of them.",
        f"No claim that {CARRIERS_OF_ONE_ORIGIN} reports or more carry has one origin only.",
    ),
    (
        "figures",
        "Figures that differ, and why",
        ("conflict", "probable_slip", "inconsistent", "update"),
        "Values that cannot both be right, likely accidents, and numbers that moved on while the story ran. Letters name "
        "the lines of reporting that have a value.",
        "No values that cannot both be right, no likely accident, no number that moved on.",
    ),
    (
        "quotations",
        "Quotations that changed",
        ("altered_quote", "misattributed"),
        "One utterance, worded otherwise in some reports, set against the wording it was most likely made of: what that "
        "one has and the other lacks is struck out; what the other has instead is underlined.",
        "No quotation is worded in one report otherwise than in another.",
    ),
)
BADGES = {
    "one_origin": "one origin",
    "conflict": "cannot both be right",
    "probable_slip": "probably a slip",
    "inconsistent": "at odds within one report",
    "update": "moved on",
    "altered_quote": "wording",
    "misattributed": "two speakers",
}


def finding_lists(story: Story) -> list[FindingList]:
    """The findings of the ledger in the lists of the report; within a list, worst kind first and then by rank."""
    return [_finding_list(story, *entry) for entry in LISTS]


def _finding_list(
    story: Story, anchor: str, title: str, kinds: Sequence[str], explained: str, none: str
) -> FindingList:
    found = [finding for finding in story.ledger.findings if finding.kind in kinds]
    found.sort(key=lambda finding: (kinds.index(finding.kind), finding.rank))
    views = [_view(story, finding) for finding in found[: FINDINGS_SHOWN + FINDINGS_FOLDED]]
    return FindingList(
        anchor=f"findings-{anchor}",
        title=title,
        explained=explained if found else none,
        shown=tuple(views[:FINDINGS_SHOWN]),
        folded=tuple(views[FINDINGS_SHOWN:]),
        left_out=len(found) - len(views),
    )


def _view(story: Story, finding: Finding) -> FindingView:
    claim = story.claims.get(finding.claims[0]) if finding.claims else None
    words = _words(story, claim, finding)
    places = [part for evidence in finding.evidence for part in (evidence.document, *evidence.span)]
    id_ = record_id("finding", finding.kind, *finding.claims, *places)
    return FindingView(
        anchor=f"finding-{id_[:10]}",
        kind=finding.kind,
        badge=BADGES[finding.kind],
        text=claim.text if claim else "",
        detail=_detail(finding, claim),
        standing=story.standing[claim.id] if claim else None,
        origins=origins(claim) if claim and finding.kind != "one_origin" else "",
        claims=finding.claims,
        glimpse=story.glimpse(claim) if claim else (),
        words=tuple(words[:WORDS_OF_A_FINDING]),
        more=max(0, len(words) - WORDS_OF_A_FINDING),
        changes=tuple(_wordings(story, finding)) if finding.kind == "altered_quote" else (),
        chart=_chart(story, claim, finding) if claim else "",
    )


def _detail(finding: Finding, claim: Claim | None) -> str:
    """The sentence of a finding; that of one origin says what the line on what stands behind the claim says."""
    if finding.kind == "one_origin" and claim:
        return ""
    return finding.detail if finding.detail.endswith((".", "!", "?")) else f"{finding.detail}."


def _words(story: Story, claim: Claim | None, finding: Finding) -> list[Words]:
    """The words a finding rests on, what differs first; with their speakers, except for quotations."""
    if claim is None or claim.kind == "quotation":
        return story.evidence(finding.evidence)
    rests_on = {(evidence.document, evidence.span.start) for evidence in finding.evidence}
    words = [story.words(member) for member in claim.members]
    chosen = [one for one in words if (one.document, one.span[0]) in rests_on] or words
    return sorted(chosen, key=lambda one: one.stance == "supports")


def _wordings(story: Story, finding: Finding) -> Iterator[tuple[Piece, ...]]:
    """Each distinct other wording of a quotation among the finding's evidence, against the one it was made of."""
    said: dict[str, list[str]] = defaultdict(list)
    for evidence in finding.evidence:
        words = evidence.span.of(story.texts[evidence.document].text)
        said[evidence.document].append(" ".join(words.split()))
    distinct = {_plain(words): words for words in (" … ".join(parts) for parts in said.values())}
    wordings = sorted(distinct.values(), key=lambda words: (-len(words), words))[: WORDINGS_SHOWN + 1]
    model = _model(wordings, finding.detail)
    for other in wordings:
        if other != model:
            yield changes(model, other)


def _model(wordings: Sequence[str], detail: str) -> str:
    """The wording from which the sentence of a finding tells the change; the fullest where that is none of them."""
    for one in wordings:
        if any(compare_quotations(one, other).detail == detail for other in wordings if other != one):
            return one
    return wordings[0]


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _chart(story: Story, claim: Claim, finding: Finding) -> str:
    figures = [story.figures[member.figure] for member in claim.members if member.figure]
    if finding.kind == "update":
        return draw_ladder(story, figures)
    return draw_intervals(story, figures) if finding.kind in ("conflict", "probable_slip") else ""
