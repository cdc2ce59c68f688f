"""What each part of the report shows: one frozen record a part, made by pure functions and drawn by templates."""

from typing import Literal

from twosource.records import Claim, Decision, Record, Reject, Unclear


class Piece(Record):
    """A stretch of text that is shown: as it is, marked as evidence, or as what one wording has and another lacks."""

    text: str
    mark: Literal["", "words", "gone", "new"] = ""


class Words(Record):
    """The exact words of a report behind something said of it, with a little of the text around them."""

    document: str
    """Id of the report."""
    span: tuple[int, int]
    """From the first of the words to the last, in code points."""
    pieces: tuple[Piece, ...]
    speaker: str | None = None
    stance: Literal["supports", "differs"] = "supports"
    link: str | None = None
    """The original page, with a text fragment that finds the words."""


class Label(Record):
    """A report as it is named everywhere: its anchor, who published it and when, and its line of reporting."""

    id: str
    anchor: str
    publisher: str
    title: str
    published: str
    """As people write it; empty where unknown."""
    letter: str
    colour: int


class Branch(Record):
    """A report in its line; `parent` is None for the first report and for what derives from a text outside the set."""

    document: str
    parent: str | None
    kind: Literal["own", "copy", "rewrite", "excerpt", "quotation_only", "formula"]
    direction: Literal["known", "likely", "unknown"]
    grounds: tuple[str, ...]


class Trunk(Record):
    """A line of reporting; `latent` names its root where that is outside the set."""

    letter: str
    colour: int
    latent: str | None
    ordered: bool
    """Whether it is known which report, or which text outside the set, came first."""
    branches: tuple[Branch, ...]


class Standing(Record):
    """What stands behind a claim: reports, lines of reporting and named speakers, each a number with its noun."""

    reports: str
    lines: str
    speakers: str
    names: str
    """The names of those that most of the reports give; empty where nobody is named."""


class Repeated(Record):
    """The claims that two or more reports carry: how many have one origin, may have one, have two or more."""

    claims: int
    one: int
    open: int
    more: int
    most: tuple[Claim, ...]
    """The most carried ones, first."""


class Most(Record):
    """One of the most repeated claims."""

    id: str
    text: str
    glimpse: tuple[Piece, ...]
    """For figures, which say little alone: the first of their words."""
    standing: Standing
    verdict: str
    verdict_name: str


class Overview(Record):
    """The head of the report: the story in one line, what is repeated most, and what could not be told."""

    title: str
    headline: str
    repeated: str
    shares: str
    """How many of the repeated claims have one origin, as a drawing."""
    most: tuple[Most, ...]
    unclear: tuple[Unclear, ...]
    unsure: int
    """Claims whose verdict is `unsure`."""
    rejects: tuple[Reject, ...]


class FindingView(Record):
    """Something an editor should look at, with the words it rests on."""

    anchor: str
    kind: str
    badge: str
    text: str
    detail: str
    standing: Standing | None
    origins: str
    claims: tuple[str, ...]
    glimpse: tuple[Piece, ...]
    """For figures, which say little alone: the first of their words, shown without a click."""
    words: tuple[Words, ...]
    more: int
    """How many further words the claim holds."""
    changes: tuple[tuple[Piece, ...], ...] = ()
    """For quotations: each other wording, word by word against that of the claim."""
    chart: str = ""
    """For figures: a drawing, as SVG."""


class FindingList(Record):
    """The findings of one kind, worst first; `folded` ones stand behind a fold."""

    anchor: str
    title: str
    explained: str
    """What the findings have in common, or that there is none."""
    shown: tuple[FindingView, ...]
    folded: tuple[FindingView, ...]
    left_out: int
    """Further ones that stand in the table of claims only."""


class ClaimRow(Record):
    """A claim as a row of the table, with the words of its members."""

    id: str
    text: str
    kind: str
    verdict: str
    verdict_name: str
    reports: int
    publishers: int
    low: int
    high: int
    origins: str
    standing: Standing
    detail: str
    roots: tuple[str, ...]
    """What may stand behind it; empty where `standing` says it all."""
    glimpse: tuple[Piece, ...]
    words: tuple[Words, ...]
    members: int
    """How many words the claim holds in all."""


class SpeakerRow(Record):
    """Someone who is quoted: by which reports, how often, how, and under which names."""

    anchor: str
    name: str
    kind: str
    forms: tuple[str, ...]
    reports: tuple[str, ...]
    direct: int
    indirect: int
    words: tuple[Words, ...]
    more: int


class ReportView(Record):
    """A report in full."""

    label: Label
    text: str
    url: str | None
    author: str | None
    language: str | None
    branch: Branch
    counts: str


class ReportGroup(Record):
    """The reports of a line of reporting, or, in a story of few reports, of all lines; `folded` where they are many."""

    letter: str
    colour: int
    first: str
    """The publisher of the line's first report, where that is known."""
    folded: bool
    reports: tuple[ReportView, ...]


class Method(Record):
    """How the report was made."""

    version: str
    format: str
    offsets: str
    settings: tuple[tuple[str, str, str], ...]
    """Area, name, value."""
    digests: tuple[tuple[str, str], ...]
    decisions: tuple[Decision, ...]
    """What people decided about the story, and what came of it."""
    words: tuple[tuple[str, str], ...]
    """What the words of the report mean."""
