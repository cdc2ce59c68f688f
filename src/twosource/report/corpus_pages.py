"""What the pages and tables of a corpus show: one frozen record a table, a field a column."""

from typing import Literal

from twosource.records import Record

Kind = Literal["own", "wire", "release", "outlet", "shared", "notice"]
"""Where a report's text is from: its outlet's own newsroom as far as can be told, a news agency, a release, another outlet
of the corpus, a text that several reports share and of which the first is not known; `notice` is in no story."""


class OutletOrigin(Record):
    """Reports of one outlet that are from one origin."""

    outlet: str
    kind: Kind
    origin: str
    """The agency, the body or the other outlet; empty for the other kinds."""
    reports: int
    share: float
    """Of all reports of the outlet, 0 to 1."""


class NamedOrigin(Record):
    """An agency, a body or an outlet whose texts others carry."""

    kind: Kind
    origin: str
    reports: int
    outlets: int
    stories: int


class Carried(Record):
    """One text that several reports carry: a line of reporting of a story."""

    story: str
    kind: Kind
    origin: str
    title: str
    """The headline, or the first words, of its first report."""
    first: str
    """When the first of its reports appeared; empty where no date is known."""
    reports: int
    outlets: int


class Quoted(Record):
    """Someone who is quoted, under one name."""

    name: str
    kind: str
    statements: int
    reports: int
    outlets: int
    stories: int


class StoryRow(Record):
    """A story: its size, its lines of reporting, and its claims that two or more reports carry, by their origins."""

    story: str
    title: str
    start: str
    end: str
    reports: int
    outlets: int
    lines: int
    repeated: int
    one: int
    open: int
    more: int
    cut: str
    """Which part of a story that was above the limit this is."""


class ClaimShare(Record):
    """The claims of one kind that so many reports carry: with one origin, with one or more, with two or more for certain."""

    kind: str
    carriers: int
    claims: int
    one: int
    open: int
    more: int


class Corpus(Record):
    """All tables of a corpus, the largest rows first."""

    reports: int
    rejects: int
    outlets: tuple[OutletOrigin, ...]
    origins: tuple[NamedOrigin, ...]
    carried: tuple[Carried, ...]
    quoted: tuple[Quoted, ...]
    stories: tuple[StoryRow, ...]
    claims: tuple[ClaimShare, ...]


TABLES: dict[str, type[Record]] = {
    "outlets": OutletOrigin,
    "origins": NamedOrigin,
    "carried": Carried,
    "quoted": Quoted,
    "stories": StoryRow,
    "claims": ClaimShare,
}
