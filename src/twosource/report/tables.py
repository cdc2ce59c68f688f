"""The tables of the report: claims, speakers, documents, and how it was made."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from twosource.records import Claim, Statement, record_id
from twosource.report.excerpts import Story, spoken_by, web_address
from twosource.report.lineage import letter_order
from twosource.report.pages import Branch, ClaimRow, Method, Most, Overview, ReportGroup, ReportView, SpeakerRow
from twosource.report.standing import repeated, repeated_said
from twosource.report.value_charts import draw_shares
from twosource.report.words import MEANINGS, count, headline, origins, verdict_name
from twosource.settings.report import (
    REPORTS_OF_A_LINE_UNFOLDED,
    REPORTS_UNFOLDED,
    SPEAKER_ROWS,
    WORDS_OF_A_ROW,
    WORDS_OF_A_SPEAKER,
)
from twosource.text.names import normal_name, same_name


def overview(story: Story, title: str | None) -> Overview:
    """The head of the report; without a title it takes that of the first report of the longest line."""
    first = story.trunks[0].branches[0].document if story.trunks else None
    found = repeated(story.ledger)
    return Overview(
        title=title or (story.labels[first].title if first else "No reports"),
        headline=headline(story.ledger),
        repeated=repeated_said(found),
        shares=draw_shares(found),
        most=tuple(_most(story, claim) for claim in found.most),
        unclear=tuple(story.ledger.unclear),
        unsure=sum(claim.verdict == "unsure" for claim in story.ledger.claims),
        rejects=tuple(story.ledger.rejects),
    )


def _most(story: Story, claim: Claim) -> Most:
    return Most(
        id=claim.id,
        text=claim.text,
        glimpse=story.glimpse(claim),
        standing=story.standing[claim.id],
        verdict=claim.verdict,
        verdict_name=verdict_name(claim.verdict, claim.kind),
    )


def claims_in_order(story: Story) -> list[Claim]:
    """The claims, those of most reports first."""
    return sorted(story.ledger.claims, key=lambda claim: (-claim.documents, claim.origins.high, claim.text, claim.id))


def claim_rows(story: Story, claims: Sequence[Claim]) -> list[ClaimRow]:
    """Rows of the table of claims with some of their words."""
    return [
        ClaimRow(
            glimpse=story.glimpse(claim),
            id=claim.id,
            text=claim.text,
            kind=claim.kind,
            verdict=claim.verdict,
            verdict_name=verdict_name(claim.verdict, claim.kind),
            reports=claim.documents,
            publishers=claim.publishers,
            low=claim.origins.low,
            high=claim.origins.high,
            origins=origins(claim),
            standing=story.standing[claim.id],
            detail=claim.detail,
            roots=tuple(roots(story, claim)),
            words=tuple(story.words(member) for member in claim.members[:WORDS_OF_A_ROW]),
            members=len(claim.members),
        )
        for claim in claims
    ]


def roots(story: Story, claim: Claim) -> list[str]:
    """What may stand behind a claim, in words; nothing where that is one speaker, of whom the standing tells."""
    found: list[str] = []
    if len(claim.origins.roots) == 1 and claim.origins.roots[0].kind == "speaker" and claim.origins.roots[0].certain:
        return found
    for root in claim.origins.roots:
        letters = sorted({story.labels[id_].letter for id_ in root.documents}, key=letter_order)
        nobody = f"line {', '.join(letters) or 'unknown'}, no one named"
        name = root.name if root.kind == "speaker" and root.name else nobody
        found.append(f"{name} ({count(len(root.documents), 'report')}){'' if root.certain else ', not certain'}")
    return found


def speaker_rows(story: Story) -> tuple[list[SpeakerRow], int]:
    """The speakers, those named by most reports first, and how many further ones have no row."""
    groups = _merged(story.ledger.statements)
    rows = [_speaker_row(story, group) for group in groups]
    rows.sort(key=lambda row: (-len(row.reports), -(row.direct + row.indirect), row.name))
    return rows[:SPEAKER_ROWS], max(0, len(rows) - SPEAKER_ROWS)


def merged_names(statements: Sequence[Statement]) -> dict[str, str]:
    """The longest form of each speaker's name, by every form of it that the reports use."""
    found = {}
    for group in _merged(statements):
        names = _forms(group)
        found.update(dict.fromkeys(names, names[0]))
    return found


def _merged(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements by speaker: forms of one name together where it is safe, the longest name leading."""
    forms: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        name = spoken_by(statement)
        if name and statement.speaker.kind in ("person", "organisation", "document"):
            forms[normal_name(name) or name.casefold()].append(statement)
    leaders: dict[str, list[str]] = defaultdict(list)
    groups: dict[str, list[Statement]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        key = form.split()[-1]
        fits = [leader for leader in leaders[key] if same_name(leader, form)]
        if len(fits) == 1:
            groups[fits[0]] += forms[form]
        else:
            leaders[key].append(form)
            groups[form] = list(forms[form])
    return list(groups.values())


def _forms(group: Sequence[Statement]) -> list[str]:
    return sorted({spoken_by(one) or "" for one in group}, key=lambda name: (-len(name), name))


def _speaker_row(story: Story, group: Sequence[Statement]) -> SpeakerRow:
    names = _forms(group)
    direct = sum(one.kind != "indirect" for one in group)
    shown = _distinct(story, group)[:WORDS_OF_A_SPEAKER]
    kinds = Counter(one.speaker.kind for one in group)
    return SpeakerRow(
        anchor=f"speaker-{record_id('speaker', names[0])[:10]}",
        name=names[0],
        kind=max(sorted(kinds), key=kinds.__getitem__),
        forms=tuple(names[1:]),
        reports=tuple(sorted({one.document for one in group})),
        direct=direct,
        indirect=len(group) - direct,
        words=tuple(story.excerpt(one.document, one.content) for one in shown),
        more=len(group) - len(shown),
    )


def _distinct(story: Story, group: Sequence[Statement]) -> list[Statement]:
    """Statements of a speaker, their own words first, one of each wording."""
    found: dict[str, Statement] = {}
    for one in sorted(group, key=lambda one: (one.kind == "indirect", one.document, one.content)):
        words = "".join(span.of(story.texts[one.document].text) for span in one.content)
        found.setdefault("".join(filter(str.isalnum, words.casefold())), one)
    return list(found.values())


def report_groups(story: Story) -> list[ReportGroup]:
    """Every report in full, by line of reporting, parents before what derives from them; long lines are folded."""
    folding = len(story.branches) > REPORTS_UNFOLDED
    return [
        ReportGroup(
            letter=trunk.letter,
            colour=trunk.colour,
            first=story.labels[trunk.branches[0].document].publisher if trunk.ordered and not trunk.latent else "",
            folded=folding and len(trunk.branches) > REPORTS_OF_A_LINE_UNFOLDED,
            reports=tuple(_report_view(story, branch) for branch in trunk.branches),
        )
        for trunk in story.trunks
    ]


def _report_view(story: Story, branch: Branch) -> ReportView:
    document = story.texts[branch.document]
    return ReportView(
        label=story.labels[document.id],
        text=document.text,
        url=web_address(document.url),
        author=document.author,
        language=document.language,
        branch=branch,
        counts=", ".join(
            count(len(rows.get(document.id, ())), name.removesuffix("s")) for name, rows in story.rows.items()
        ),
    )


def method(story: Story) -> Method:
    """How the report was made: version, every threshold, the digest of every input, what the words mean."""
    (run,) = story.ledger.run
    return Method(
        version=run.version,
        format=run.format,
        offsets=run.offsets,
        settings=_thresholds(),
        decisions=tuple(story.ledger.decisions),
        digests=tuple((document.id, document.sha256) for document in story.ledger.documents),
        words=tuple(MEANINGS.items()),
    )


@cache
def _thresholds() -> tuple[tuple[str, str, str], ...]:
    """The settings, which no run changes: area, name and value of each."""
    from twosource import settings

    areas = sorted(found.name for found in iter_modules(settings.__path__))
    return tuple(
        (area, name, str(value))
        for area in areas
        for name, value in sorted(vars(import_module(f"twosource.settings.{area}")).items())
        if name.isupper() and not isinstance(value, (dict, set, frozenset))
    )
