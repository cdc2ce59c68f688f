"""The page of a corpus: where its outlets' texts are from, what is carried most, who is quoted, how its claims stand."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from markupsafe import Markup

from twosource import __version__
from twosource.report.bars import Part, draw_bar
from twosource.report.corpus_pages import Carried, ClaimShare, Corpus, Kind, OutletOrigin, StoryRow
from twosource.report.corpus_words import Share, claims_said, counted, few, headline, percent, total
from twosource.report.escape import policy
from twosource.report.html import as_it_stands, page_file, page_template
from twosource.settings.report import CARRIER_BARS, CORPUS_ORIGINS, CORPUS_ROWS, LINE_BARS

Origin = tuple[Kind, str]
_KINDS: dict[Kind, str] = {
    "own": "own, as far as can be told",
    "wire": "an agency",
    "release": "a release",
    "outlet": "another outlet",
    "shared": "a shared text, first unknown",
    "notice": "in no story",
}
_CLAIMS = {"figure": "figures", "quotation": "quotations", "statement": "statements"}


class Bar(NamedTuple):
    """A row of a chart: its name, its drawing, and what both say in words."""

    name: str
    drawing: Markup
    said: str
    more: str = ""
    """What else is to be known of it, in a line below."""


class Swatch(NamedTuple):
    """A colour of a chart and what it stands for."""

    name: str
    said: str


class Chart(NamedTuple):
    """The first rows of a table as bars; `left` further ones stand in the table alone."""

    bars: tuple[Bar, ...]
    left: int
    key: tuple[Swatch, ...] = ()


def render_corpus(corpus: Corpus, title: str) -> str:
    """The page, as HTML; `title` names the corpus."""
    style = page_file("report.css") + page_file("corpus.css")
    share = total(corpus.claims)
    return page_template("corpus.html.j2").render(
        policy=policy(style, ""),
        style=as_it_stands(style),
        version=__version__,
        title=title,
        headline=headline(corpus),
        claims_said=claims_said(share),
        claims=_claim_chart(corpus.claims),
        kinds=_kind_chart(corpus.claims),
        outlets=_outlet_chart(corpus.outlets),
        nameless=not corpus.outlets,
        named=_named_chart(corpus),
        carried=_carried_chart(corpus.carried),
        quoted=_quoted_chart(corpus),
        lines=_line_chart(corpus.stories),
        one_line=_one_line_chart(corpus.stories),
        cut=sum(bool(story.cut) for story in corpus.stories),
        rejects=corpus.rejects,
    )


# --- claims -----------------------------------------------------------------------------------------------------------


def _claim_chart(rows: Sequence[ClaimShare]) -> Chart:
    bounds = [*pairwise(CARRIER_BARS), (CARRIER_BARS[-1], None)]
    bars = []
    for low, past in bounds:
        share = total(row for row in rows if row.carriers >= low and (past is None or row.carriers < past))
        name = f"{low} or more" if past is None else f"{low}" if past == low + 1 else f"{low} to {past - 1}"
        if share.claims:
            bars.append(_share_bar(f"{name} reports", share))
    return Chart(tuple(bars), 0, _STANDINGS)


def _kind_chart(rows: Sequence[ClaimShare]) -> Chart:
    found = [(name, total(row for row in rows if row.kind == kind)) for kind, name in _CLAIMS.items()]
    return Chart(tuple(_share_bar(name, share) for name, share in found if share.claims), 0)


_STANDINGS = (
    Swatch("one", "one origin"),
    Swatch("open", "not certain: one or more"),
    Swatch("more", "two or more origins"),
)


def _share_bar(name: str, share: Share) -> Bar:
    words = zip(share, ("with one origin", "not certain", "with two or more"), Share._fields, strict=True)
    parts = [Part(cls, amount, f"{amount:,} {said}") for amount, said, cls in words]
    return Bar(
        name, draw_bar(parts, share.claims), f"{percent(share.one, share.claims)} of {share.claims:,} with one origin"
    )


# --- outlets and what they carry --------------------------------------------------------------------------------------


def _outlet_chart(rows: Sequence[OutletOrigin]) -> Chart:
    colours = _colours(rows)
    groups = [(outlet, list(found)) for outlet, found in groupby(rows, key=lambda row: row.outlet)]
    bars = [_outlet_bar(outlet, found, colours) for outlet, found in groups[:CORPUS_ROWS]]
    key = [Swatch(name, origin) for (_, origin), name in colours.items()]
    key += [Swatch("elsewhere", "other agencies, releases and outlets"), Swatch("unknown", _KINDS["shared"])]
    key += [Swatch("own", _KINDS["own"])] + [Swatch("notice", _KINDS["notice"])] * any(r.kind == "notice" for r in rows)
    return Chart(tuple(bars), len(groups) - len(bars), tuple(key))


def _colours(rows: Sequence[OutletOrigin]) -> dict[Origin, str]:
    """The colours of the origins that most reports are from, the most carried first."""
    carriers: Counter[Origin] = Counter()
    for row in rows:
        if row.origin:
            carriers[row.kind, row.origin] += row.reports
    first = sorted(carriers, key=lambda one: (-carriers[one], one))[:CORPUS_ORIGINS]
    return {origin: f"line-{number}" for number, origin in enumerate(first)}


def _outlet_bar(outlet: str, rows: Sequence[OutletOrigin], colours: dict[Origin, str]) -> Bar:
    places = [*colours.values(), "elsewhere", "unknown", "own", "notice"]
    amounts: Counter[str] = Counter()
    names: dict[str, list[str]] = {}
    for row in rows:
        place = colours.get((row.kind, row.origin)) or {"shared": "unknown"}.get(row.kind, row.kind)
        place = "elsewhere" if place in ("wire", "release", "outlet") else place
        amounts[place] += row.reports
        names.setdefault(place, []).append(row.origin or _KINDS[row.kind])
    whole = amounts.total()
    parts = [
        Part(place, amounts[place], f"{percent(amounts[place], whole)} {few(names[place])}")
        for place in places
        if amounts[place]
    ]
    from_others = [row for row in rows if row.origin][:2]
    said = ", ".join(f"{percent(row.reports, whole)} {row.origin}" for row in from_others)
    return Bar(
        outlet, draw_bar(parts, whole), said or "all its own, as far as can be told", f"{counted(whole, 'report')}"
    )


def _named_chart(corpus: Corpus) -> Chart:
    rows = corpus.origins
    most = rows[0].reports if rows else 0
    bars = [
        Bar(
            one.origin,
            draw_bar([Part(one.kind, one.reports, counted(one.reports, "report"))], most),
            f"{counted(one.reports, 'report')} in {counted(one.outlets, 'outlet')}",
            f"{_KINDS[one.kind]}, {counted(one.stories, 'story', 'stories')}",
        )
        for one in rows[:CORPUS_ROWS]
    ]
    return Chart(tuple(bars), len(rows) - len(bars))


def _carried_chart(rows: Sequence[Carried]) -> Chart:
    most = max((row.reports for row in rows[:CORPUS_ROWS]), default=0)
    bars = [
        Bar(
            row.title,
            draw_bar([Part(row.kind, row.reports, counted(row.reports, "report"))], most),
            f"{counted(row.reports, 'report')} in {counted(row.outlets, 'outlet')}",
            ", ".join(part for part in (row.origin or _KINDS[row.kind], row.first[:10]) if part),
        )
        for row in rows[:CORPUS_ROWS]
    ]
    return Chart(tuple(bars), len(rows) - len(bars))


def _quoted_chart(corpus: Corpus) -> Chart:
    rows, nameless = corpus.quoted, not corpus.outlets
    most = max((row.reports if nameless else row.outlets for row in rows[:CORPUS_ROWS]), default=0)
    bars = []
    for row in rows[:CORPUS_ROWS]:
        amount = row.reports if nameless else row.outlets
        reports = counted(row.reports, "report")
        said = reports if nameless else f"{counted(row.outlets, 'outlet')}, {reports}"
        more = f"{row.kind}, {counted(row.statements, 'statement')} in {counted(row.stories, 'story', 'stories')}"
        bars.append(Bar(row.name, draw_bar([Part("quoted", amount, said)], most), said, more))
    return Chart(tuple(bars), len(rows) - len(bars))


# --- stories ----------------------------------------------------------------------------------------------------------


def _line_chart(stories: Sequence[StoryRow]) -> Chart:
    """The stories of two or more reports, by their lines of reporting."""
    held = Counter(min(story.lines, LINE_BARS) for story in stories if story.reports > 1)
    most, whole = max(held.values(), default=0), held.total()
    bars = []
    for lines in range(1, LINE_BARS + 1):
        name = f"{lines} or more lines" if lines == LINE_BARS else counted(lines, "line")
        said = f"{counted(held[lines], 'story', 'stories')}, {percent(held[lines], whole)}"
        if held[lines]:
            bars.append(Bar(name, draw_bar([Part("stories", held[lines], said)], most), said))
    return Chart(tuple(bars), 0)


def _one_line_chart(stories: Sequence[StoryRow]) -> Chart:
    """The largest stories that rest on one line of reporting."""
    found = [story for story in stories if story.lines == 1 and story.reports > 1]
    most = found[0].reports if found else 0
    bars = [
        Bar(
            story.title,
            draw_bar([Part("one", story.reports, counted(story.reports, "report"))], most),
            counted(story.reports, "report"),
            story.start[:10],
        )
        for story in found[: CORPUS_ROWS // 2]
    ]
    return Chart(tuple(bars), len(found) - len(bars))
