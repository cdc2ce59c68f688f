"""What a corpus comes to as a whole: its outlets by origin, what is carried most, who is quoted, how its claims stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from twosource.corpus.catalogue import opened
from twosource.judge.derive import OF_TEXT, is_by
from twosource.judge.families import host_of
from twosource.report.corpus_pages import (
    Carried,
    ClaimShare,
    Corpus,
    Kind,
    NamedOrigin,
    OutletOrigin,
    Quoted,
    StoryRow,
)
from twosource.settings.report import FIRST_WORDS
from twosource.stories import Story
from twosource.text.lexicon import lexicon

Origin = tuple[Kind, str]
_SURE: dict[Kind, int] = {"wire": 0, "release": 0, "outlet": 1, "shared": 2, "own": 3, "notice": 4}


class Report(NamedTuple):
    """What the tables need of a document."""

    outlet: str
    title: str
    published: str
    credits: tuple[Origin, ...]
    """The agencies and bodies that it credits with its text."""


class Told(NamedTuple):
    """What the tables need of a judged story: its lines as documents, root and latent root, and its claims that are repeated."""

    story: Story
    lines: Sequence[Mapping[str, Any]]
    claims: Sequence[Mapping[str, Any]]


def overview(ledger: Path) -> Corpus:
    """The tables of the corpus whose ledger is in a folder; one that is none raises `LedgerError`."""
    with opened(ledger) as connection:
        reports = _reports(connection)
        origins = Origins(reports)
        shares: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
        stories = []
        for told in _told(connection):
            origins.add(told)
            stories.append(_story_row(told, reports))
            for claim in told.claims:
                shares[claim["kind"], claim["documents"]][_standing(claim)] += 1
        ((rejects,),) = connection.execute("select count(*) from rejects").fetchall()
        return Corpus(
            reports=len(reports),
            rejects=rejects,
            outlets=tuple(origins.of_outlets()),
            origins=tuple(origins.named()),
            carried=tuple(sorted(origins.carried, key=lambda one: (-one.outlets, -one.reports, one.story, one.first))),
            quoted=tuple(_quoted(connection, reports)),
            stories=tuple(sorted(stories, key=lambda one: (-one.reports, one.story))),
            claims=tuple(
                ClaimShare(kind, carriers, sum(found.values()), found["one"], found["open"], found["more"])
                for (kind, carriers), found in sorted(shares.items())
            ),
        )


# --- what is read -----------------------------------------------------------------------------------------------------


def _reports(connection: Any) -> dict[str, Report]:
    credits: dict[str, list[Origin]] = defaultdict(list)
    for document, kind, name in connection.execute(
        "select distinct document, kind, name from credits where list_contains(?, kind) order by all", [list(OF_TEXT)]
    ).fetchall():
        credits[document].append(_origin(kind, name))
    rows = _rows(connection, f"select id, publisher, url, title, text[:{FIRST_WORDS + 1}], published from documents")
    return {
        id: _report(publisher, url, title or text, published, credits.get(id, ()))
        for id, publisher, url, title, text, published in rows
    }


def _report(
    publisher: str | None, url: str | None, head: str, published: str | None, credits: Iterable[Origin]
) -> Report:
    outlet = publisher or host_of(url)
    named = tuple(one for one in credits if not is_by(outlet, one[1]))
    return Report(outlet, _first_words(head), published or "", named)


def _first_words(text: str) -> str:
    """A headline, or as many of the first words as stand for one."""
    words = " ".join(text.split())
    return words if len(words) < FIRST_WORDS else f"{words[:FIRST_WORDS].rpartition(' ')[0] or words[:FIRST_WORDS]} …"


def _origin(kind: str, name: str) -> Origin:
    """An origin with its name; "it said in a statement" tells of a release, and of nobody's name."""
    named = name[:1].isupper() and name.casefold() not in _function_words()
    return ("release" if kind == "release" else "wire"), name if named else ""


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for group in lexicon("function_words").values() for word in group)


def _told(connection: Any) -> Iterator[Told]:
    # What is read of a claim is four numbers, so that no text of all claims stands in memory.
    read = "{'kind': c.kind, 'documents': c.documents, 'low': c.origins.low, 'high': c.origins.high}"
    repeated = f"[{read} for c in j.claims if c.documents > 1]"
    query = f"""
        select s.story, s.documents, s.start, s."end", s.cut, j.lines, {repeated} as claims
        from judged j join stories s on s.key = j.key order by s.documents
    """
    for *story, lines, claims in _rows(connection, query):
        yield Told(Story(*story), lines, claims)


def _rows(connection: Any, query: str) -> Iterator[Sequence[Any]]:
    found = connection.execute(query)
    while rows := found.fetchmany(1024):
        yield from rows


# --- what it comes to -------------------------------------------------------------------------------------------------


class Origins:
    """Where the text of every report is from; a report that is in several stories counts once, by what is surest."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._reports = reports
        self._found: dict[str, Origin] = {}
        self._stories: dict[Origin, int] = Counter()
        self.carried: list[Carried] = []

    def add(self, told: Told) -> None:
        """Take in the lines of a story."""
        named: set[Origin] = set()
        for line in told.lines:
            origins = [self._of(document, line) for document in line["documents"]]
            for document, origin in zip(line["documents"], origins, strict=True):
                if document not in self._found or _SURE[origin[0]] < _SURE[self._found[document][0]]:
                    self._found[document] = origin
            named.update(origin for origin in origins if origin[1])
            if len(origins) > 1:
                self.carried.append(self._carried(told.story.story, line))
        for origin in named:
            self._stories[origin] += 1

    def _of(self, document: str, line: Mapping[str, Any]) -> Origin:
        report, root, latent = self._reports[document], line["root"], line["latent"]
        if latent:
            return _latent(latent)
        if root and self._reports[root].outlet != report.outlet:
            return "outlet", self._reports[root].outlet
        if report.credits:
            return report.credits[0]
        return ("own", "") if root else ("shared", "")

    def _carried(self, story: str, line: Mapping[str, Any]) -> Carried:
        documents = sorted(line["documents"], key=lambda one: (self._reports[one].published or "~", one))
        first = self._reports[line["root"] or documents[0]]
        kind, origin = _latent(line["latent"]) if line["latent"] else self._root(line["root"])
        outlets = {self._reports[one].outlet for one in documents} - {""}
        return Carried(story, kind, origin, first.title, first.published, len(documents), len(outlets))

    def _root(self, root: str | None) -> Origin:
        if not root:
            return "shared", ""
        return self._reports[root].credits[0] if self._reports[root].credits else ("outlet", self._reports[root].outlet)

    def of_outlets(self) -> Iterator[OutletOrigin]:
        """The reports of each outlet by origin, the outlet with the most reports first; those of no outlet are left out."""
        counted: dict[str, Counter[Origin]] = defaultdict(Counter)
        for document, report in self._reports.items():
            if report.outlet:
                counted[report.outlet][self._found.get(document, ("notice", ""))] += 1
        for outlet, origins in sorted(counted.items(), key=lambda item: (-item[1].total(), item[0])):
            for (kind, origin), reports in sorted(origins.items(), key=lambda item: (-item[1], item[0])):
                yield OutletOrigin(outlet, kind, origin, reports, round(reports / origins.total(), 4))

    def named(self) -> Iterator[NamedOrigin]:
        """Agencies, bodies and outlets by the reports that carry their texts."""
        carriers: dict[Origin, list[str]] = defaultdict(list)
        for document, origin in self._found.items():
            if origin[1]:
                carriers[origin].append(document)
        for (kind, name), documents in sorted(carriers.items(), key=lambda item: (-len(item[1]), item[0])):
            outlets = {self._reports[one].outlet for one in documents} - {""}
            yield NamedOrigin(kind, name, len(documents), len(outlets), self._stories[kind, name])


def _latent(written: str) -> Origin:
    kind, _, name = written.partition(": ")
    return _origin(kind, name)


def _standing(claim: Mapping[str, Any]) -> str:
    return "one" if claim["high"] <= 1 else "more" if claim["low"] > 1 else "open"


def _story_row(told: Told, reports: Mapping[str, Report]) -> StoryRow:
    story = told.story
    stands = Counter(map(_standing, told.claims))
    first = min(story.documents, key=lambda one: (reports[one].published or "~", one))
    return StoryRow(
        story=story.story,
        title=reports[first].title,
        start=story.start or "",
        end=story.end or "",
        reports=len(story.documents),
        outlets=len({reports[one].outlet for one in story.documents} - {""}),
        lines=len(told.lines),
        repeated=len(told.claims),
        one=stands["one"],
        open=stands["open"],
        more=stands["more"],
        cut=story.cut or "",
    )


def _quoted(connection: Any, reports: Mapping[str, Report]) -> Iterator[Quoted]:
    """Named speakers by the outlets, then the reports, that quote them."""
    import pyarrow as pa

    held = pa.table({"document": list(reports), "outlet": [one.outlet or None for one in reports.values()]})
    connection.register("outlet_of", held)
    query = """
        with said as (
          select speaker.name as name, speaker.kind as kind, document, count(*) as statements
          from statements
          where speaker.name is not null and speaker.kind in ('person', 'organisation')
          group by all
        ),
        kinds as (
          select name, kind, row_number() over (partition by name order by sum(statements) desc, kind) as place
          from said
          group by name, kind
        ),
        told as (
          select s.name, count(distinct t.story) as stories
          from said s join (select story, unnest(documents) as document from stories) t on t.document = s.document
          group by s.name
        )
        select
          s.name, k.kind, cast(sum(s.statements) as bigint) as statements, count(distinct s.document) as reports,
          count(distinct o.outlet) as outlets, coalesce(t.stories, 0) as stories
        from said s
        join outlet_of o on o.document = s.document
        join kinds k on k.name = s.name and k.place = 1
        left join told t on t.name = s.name
        group by s.name, k.kind, t.stories
        order by outlets desc, reports desc, s.name
    """
    for row in _rows(connection, query):
        yield Quoted(*row)
