"""A story built sentence by sentence, so that the truth of every passage, parent and figure is known by construction."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from benchmarks.generator import grammar

Row = dict[str, str | None]
Span = tuple[int, int]
DEFAULT_MIX = {"independent": 2, "latent": 1, "copy": 3, "excerpt": 2, "rewrite": 3, "composite": 1, "live_blog": 1}
CLEARED, SKEWED, MISSING_DATE, GARBLED = 0.5, 0.1, 0.1, 0.15


@dataclass(frozen=True)
class Sentence:
    """One sentence of a document: `key` names its first writing, `fact` the fact it states, `value` its figure."""

    key: str
    text: str
    fact: int | None = None
    value: str | None = None
    spoken: bool = False


@dataclass(frozen=True)
class Link:
    """A document's true origin: its parents in the set (or none), the kind, and the latent text above it if any."""

    parents: tuple[str, ...]
    kind: str
    root: frozenset[str]


@dataclass(frozen=True)
class Fact:
    """A figure claim: the figure's span in every document that carries it, and its true number of origins."""

    spans: dict[str, Span]
    origins: int


@dataclass(frozen=True)
class Slip:
    """A figure garbled on the way from `parent` to `document`."""

    document: str
    parent: str
    kind: str
    right: str
    wrong: str
    span: Span


@dataclass
class Story:
    """Input rows and the whole truth about them; spans are half-open code point offsets of a row's text."""

    rows: list[Row] = field(default_factory=list)
    links: dict[str, Link] = field(default_factory=dict)
    unseen: dict[str, str] = field(default_factory=dict)
    """The wires that stand in no row: their text by the root that they are."""
    moments: dict[str, str] = field(default_factory=dict)
    """When each document was truly published; its row may bear a wrong date or none."""
    passages: dict[tuple[str, str], list[tuple[Span, Span]]] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)


def generate_story(seed: int, **mix: int) -> Story:
    """One story of the given seed; `mix` says how many documents of each kind of `DEFAULT_MIX` it has."""
    unknown = sorted(set(mix) - set(DEFAULT_MIX))
    if unknown:
        raise ValueError(f"unknown kinds of document: {', '.join(unknown)}; known are {', '.join(DEFAULT_MIX)}")
    return _Newsroom(random.Random(seed), DEFAULT_MIX | mix).story()


def generate_corpus(seed: int, documents: int) -> Iterator[Row]:
    """Rows of many stories, made as they are asked for; ids are unique and `story` names the story."""
    made = number = 0
    while made < documents:
        for row in generate_story(seed * 1_000_003 + number).rows[: documents - made]:
            yield row | {"id": f"s{number}-{row['id']}", "story": f"s{number}"}
            made += 1
        number += 1


class _Newsroom:
    def __init__(self, chance: random.Random, mix: dict[str, int]) -> None:
        self.chance, self.mix, self.made = chance, mix, Story()
        self.event = grammar.EVENTS[chance.choice(sorted(grammar.EVENTS))]
        self.place, self.official = chance.choice(grammar.PLACES), chance.choice(grammar.PEOPLE)
        self.figures = [f"{chance.randint(1, 9)},{chance.randint(100, 989):03}" for _ in self.event]
        self.publishers = chance.sample(grammar.PUBLISHERS, len(grammar.PUBLISHERS))
        self.own: list[str] = []
        self.bodies: dict[str, list[Sentence]] = {}
        self.slipped: list[tuple[str, str, int, str, str, str]] = []
        self.clock = datetime(2031, 3, 4, 6, 0, tzinfo=UTC)

    def story(self) -> Story:
        if self.mix["independent"] + self.mix["latent"] > len(self.event[0]):
            raise ValueError("the grammar has three wordings: at most three independent and latent texts together")
        for writer in range(self.mix["independent"]):
            self._add(self._report(writer), Link((), "independent", frozenset({f"r{writer}"})))
        for number in range(self.mix["latent"]):
            self._wire(self.mix["independent"] + number)
        kinds = [kind for kind in ("copy", "excerpt", "rewrite") for _ in range(self.mix[kind])]
        self.chance.shuffle(kinds)
        for kind in [*kinds, *["composite"] * self.mix["composite"], *["live_blog"] * self.mix["live_blog"]]:
            self._derive(kind)
        self._tell()
        return self.made

    def _report(self, writer: int) -> list[Sentence]:
        """One reporter's own text: the facts in an own order, the same press conference, an own background."""
        chance, names = self.chance, {"x": self.place, "p": self.official}
        facts = [
            Sentence(f"r{writer}f{i}", wording[writer].format(n=value, **names), i, value, "{p}" in wording[writer])
            for i, (wording, value) in enumerate(zip(self.event, self.figures, strict=True))
        ]
        rest = facts[1:]
        chance.shuffle(rest)
        quotes = [
            Sentence(f"q{i}", grammar.QUOTED[writer].format(q=quote, **names))
            for i, quote in enumerate(chance.sample(grammar.QUOTES, 2))
        ]
        background = [
            Sentence(f"r{writer}b{i}", one[writer].format(**names)) for i, one in enumerate(grammar.BACKGROUND)
        ]
        return [facts[0], *rest[:2], quotes[0], *rest[2:], quotes[1], *background]

    def _wire(self, writer: int) -> None:
        """Two outlets carry an agency's text that is not in the set itself; one may have lost the credit."""
        wire, agency = self._report(writer), self.chance.choice(grammar.WIRES)
        self.made.unseen[f"r{writer}"] = _text(wire)
        for _ in range(2):
            credit = [] if self.chance.random() < CLEARED else [Sentence("credit", f"({agency})")]
            self._add([*wire, *credit], Link((), "common_root", frozenset({f"r{writer}"})))

    def _derive(self, kind: str) -> None:
        parents = self.chance.sample(sorted(self.bodies), 2 if kind == "composite" else 1)
        bodies = [self.bodies[parent] for parent in parents]
        if kind == "composite":
            body = bodies[0][: len(bodies[0]) * 2 // 3] + bodies[1][: len(bodies[1]) // 2]
            body = list({sentence.key: sentence for sentence in body}.values())
        else:
            body = getattr(self, f"_{kind}")(bodies[0])
        root = frozenset().union(*(self.made.links[parent].root for parent in parents))
        self._add(self._garbled(body, parents[0]), Link(tuple(parents), kind, root))

    def _copy(self, body: list[Sentence]) -> list[Sentence]:
        return [*body, *self._local(self.chance.randint(0, 1))]

    def _excerpt(self, body: list[Sentence]) -> list[Sentence]:
        size = max(1, round(len(body) * self.chance.uniform(0.35, 0.7)))
        start = self.chance.choice([0, len(body) - size])
        return [*self._local(1), *body[start : start + size]]

    def _live_blog(self, body: list[Sentence]) -> list[Sentence]:
        local = self._local(4)
        return [local[0], local[1], *body, local[2], local[3]]

    def _rewrite(self, body: list[Sentence]) -> list[Sentence]:
        """Synonyms, clauses turned round, and the paragraphs after the lead in another order."""
        new = [Sentence(one.key, self._reworded(one), one.fact, one.value, one.spoken) for one in body]
        middle = new[1:]
        self.chance.shuffle(middle)
        return new[:1] + middle

    def _reworded(self, one: Sentence) -> str:
        text = one.text
        if '"' in text:
            return text
        for old, others in grammar.SYNONYMS:
            if self.chance.random() < 0.7:
                text = text.replace(f" {old} ", f" {self.chance.choice(others)} ")
        lead = f"{self.official} said "
        if text.startswith(lead) and self.chance.random() < 0.6:
            text = f"{text.removeprefix(lead)[:-1]}, {self.official} said."
            text = text[0].upper() + text[1:]
        return text

    def _local(self, count: int) -> list[Sentence]:
        """Paragraphs of the newsroom's own, which no other in the story has; used again only where there are no more."""
        number = len(self.bodies)
        if len(self.own) < count:
            self.own += self.chance.sample(grammar.LOCAL, len(grammar.LOCAL))
        return [Sentence(f"l{number}.{n}", self.own.pop()) for n in range(count)]

    def _garbled(self, body: list[Sentence], parent: str) -> list[Sentence]:
        holders = [i for i, one in enumerate(body) if one.value and one in self.bodies[parent]]
        if not holders or self.chance.random() > GARBLED:
            return body
        place = self.chance.choice(holders)
        one = body[place]
        right = str(one.value)
        kind, wrong = self._slip(right)
        self.slipped.append((f"d{len(self.bodies):03}", parent, place, kind, right, wrong))
        changed = Sentence(one.key, one.text.replace(right, wrong), one.fact, wrong, one.spoken)
        return [*body[:place], changed, *body[place + 1 :]]

    def _slip(self, right: str) -> tuple[str, str]:
        digits = right.replace(",", "")
        swapped = digits[:-2] + digits[-1] + digits[-2]
        wrongs = {"tens": int(digits) * 10, "thousands": int(digits) * 1000}
        if swapped != digits:
            wrongs["swapped"] = int(swapped)
        kind = self.chance.choice(sorted(wrongs))
        return kind, f"{wrongs[kind]:,}"

    def _add(self, body: list[Sentence], link: Link) -> None:
        name, chance = f"d{len(self.bodies):03}", self.chance
        publisher = self.publishers[len(self.bodies) % len(self.publishers)]
        self.clock += timedelta(minutes=chance.randint(15, 150))
        moment = self.clock - timedelta(minutes=180 if chance.random() < SKEWED else 0)
        published = None if chance.random() < MISSING_DATE else moment.isoformat()
        furniture = "\n\n".join(line.format(h=publisher) for line in grammar.FURNITURE)
        text = f"{_text(body)}\n\n{furniture}"
        self.bodies[name] = body
        self.made.links[name], self.made.moments[name] = link, self.clock.isoformat()
        self.made.rows.append({"id": name, "publisher": publisher, "url": f"https://example.org/{name}",
                               "title": None, "published": published, "text": text})  # fmt: skip

    def _tell(self) -> None:
        """The passages, facts and slips of the finished documents."""
        spans = {name: _spans(body) for name, body in self.bodies.items()}
        for name, link in self.made.links.items():
            for parent in link.parents:
                self.made.passages[name, parent] = _shared(self.bodies, spans, name, parent)
        for fact in range(len(self.event)):
            self.made.facts.append(self._fact(fact, spans))
        for name, parent, place, kind, right, wrong in self.slipped:
            start = spans[name][place][0] + self.bodies[name][place].text.index(wrong)
            self.made.slips.append(Slip(name, parent, kind, right, wrong, (start, start + len(wrong))))

    def _fact(self, fact: int, spans: dict[str, list[Span]]) -> Fact:
        """An official's figure has one origin; a reporter's own has as many as reporters wrote it."""
        found, writers, spoken = {}, set(), False
        for name, body in self.bodies.items():
            for one, (start, _) in zip(body, spans[name], strict=True):
                if one.fact == fact and one.value:
                    at = start + one.text.index(one.value)
                    found[name] = (at, at + len(one.value))
                    writers.add(one.key)
                    spoken |= one.spoken
        return Fact(found, 1 if spoken else len(writers))


def _text(body: list[Sentence]) -> str:
    return "\n\n".join(one.text for one in body)


def _spans(body: list[Sentence]) -> list[Span]:
    spans, at = [], 0
    for one in body:
        spans.append((at, at + len(one.text)))
        at += len(one.text) + 2
    return spans


def _shared(
    bodies: dict[str, list[Sentence]], spans: dict[str, list[Span]], child: str, parent: str
) -> list[tuple[Span, Span]]:
    """Span pairs of the sentences that a child has of its parent; runs in the same order are one passage."""
    place = {one.key: i for i, one in enumerate(bodies[parent])}
    runs: list[list[tuple[int, int]]] = []
    for i, one in enumerate(bodies[child]):
        j = place.get(one.key)
        if j is None:
            continue
        if runs and runs[-1][-1] == (i - 1, j - 1):
            runs[-1].append((i, j))
        else:
            runs.append([(i, j)])
    mine, theirs = spans[child], spans[parent]
    return [((mine[r[0][0]][0], mine[r[-1][0]][1]), (theirs[r[0][1]][0], theirs[r[-1][1]][1])) for r in runs]
