"""The persons and bodies of a document: which names are of one, and what each is called beside its names."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal

from twosource.extraction.sentences.cues import roles
from twosource.extraction.sentences.skeleton import QUOTE
from twosource.extraction.speakers.appositions import BESIDE, called, telling_beside
from twosource.extraction.speakers.mentions import Mention
from twosource.extraction.speakers.naming import Name, display_name, gender_of, read_name
from twosource.text.names import acronyms_of, known_nouns, name_particles, normal_name, surname_of

APPOSITIONS_READ = 6  # mentions of a bearer that are asked what it is; news tells it at the first
SPOUSES: dict[tuple[str, str], Literal["male", "female"]] = {
    ("his", "wife"): "male", ("his", "girlfriend"): "male", ("her", "husband"): "female", ("her", "boyfriend"): "female",
}  # fmt: skip
YOUNGER = (" jr", " sr")
OWN_REACH = 8  # tokens behind a subject in which a possessive is its own
PARTING = frozenset([QUOTE, ",", ";", "that", "who", "which", "and", "but", "as"])
OFFSET = attrgetter("offset")


@dataclass(slots=True, eq=False)
class Bearer:
    """One person or body with all its names, the nouns it is called by, and where it was mentioned."""

    key: str
    kind: Literal["person", "organisation"]
    names: list[str]
    nouns: set[str]
    mentions: list[Mention] = field(default_factory=list)
    """Where it is named, in order."""
    spoke: list[int] = field(default_factory=list)
    """Where it spoke, in order, as far as the speakers of the document are resolved."""
    gender: Literal["male", "female", ""] = ""

    def last_mentions(self, offset: int, most: int) -> list[Mention]:
        """Its last mentions before `offset`, at most so many."""
        stop = bisect_left(self.mentions, offset, key=OFFSET)
        return self.mentions[max(0, stop - most) : stop]

    def last_named(self, offset: int) -> int:
        """Where it was last mentioned before `offset`, -1 where it was not."""
        return max(map(OFFSET, self.last_mentions(offset, 1)), default=-1)

    def last_before(self, offset: int) -> int:
        """Where it was last mentioned before `offset` or spoke."""
        return max(self.last_named(offset), *self.spoke[-1:], -1)

    def is_called(self, noun: str) -> bool:
        """Whether it is called by the noun, or has it in its name: "the state news agency" is an agency.

        An office of two words is known by both or by the last: "the health minister" is no finance minister.
        """
        if noun in self.key.split() or any(noun in (known, known.rpartition(" ")[2]) for known in self.nouns):
            return True
        of, _, head = noun.rpartition(" ")
        return bool(of) and (head in self.nouns or head in self.key.split())

    @property
    def has_article(self) -> bool:
        """Whether its name follows an article, as a body's does: "the Green List won"."""
        return any(
            m.surface.startswith(("The ", "the ")) or m.sentence.low[m.first - 1 : m.first] == ["the"]
            for m in self.mentions
        )

    @property
    def is_place(self) -> bool:
        """Whether it reads as a place and not as a person."""
        if self.gender or self.nouns:
            return False
        return 2 * sum(mention.is_of_place for mention in self.mentions) >= max(1, len(self.mentions))

    @property
    def is_plural(self) -> bool:
        """Whether it may be a common noun whose capital only opens a sentence: "Ships may use the basin"."""
        return " " not in self.key and self.key.endswith("s") and all(mention.first == 0 for mention in self.mentions)

    @property
    def full(self) -> str:
        """The fullest of its names, the earliest among equals."""
        country = next((name for name in self.names if name.replace(".", "").casefold() == self.key), None)
        if country:
            return country
        return max(self.names, key=lambda name: (len(name.split()), len(name), -self.names.index(name)))


class Bearers:
    """The persons and bodies of a document, found by name."""

    def __init__(self, aliases: Mapping[str, str] | None = None) -> None:
        self.by_key: dict[str, Bearer] = {}
        self.by_surname: dict[str, list[Bearer]] = {}
        self.by_acronym: dict[str, Bearer] = {}
        self.by_head: dict[str, list[Bearer]] = {}
        self.without_acronym: list[tuple[str, Bearer]] = []
        self.named: list[tuple[int, Bearer]] = []
        given = (aliases or {}).items()
        self.aliases = {form.casefold(): full for name, full in given for form in (name, display_name(name))}

    def add(self, surface: str, kind: Literal["person", "organisation"] | None = None) -> Bearer | None:
        """The bearer of a name, a new one where the name is new; None where no name is left of it."""
        alias = self.aliases.get(surface.casefold()) if self.aliases else None
        name = read_name(alias or surface)
        if not name.key or not name.shown:
            return None
        bearer = self.find(name.shown, name.key, name.gender) or self._new(name, kind)
        if name.shown not in bearer.names:
            bearer.names.append(name.shown)
        bearer.gender = bearer.gender or (read_name(surface) if alias else name).gender
        return bearer

    def _new(self, name: Name, kind: Literal["person", "organisation"] | None) -> Bearer:
        bearer = Bearer(name.key, kind or name.kind, [name.shown], set(known_nouns(name.key)))
        self.by_key[name.key] = bearer
        if bearer.kind == "person" and " " in name.key:
            plain = name.key[:-3] if name.key.endswith(YOUNGER) else name.key
            for surname in {plain.rpartition(" ")[2], surname_of(plain)}:
                named = self.by_surname.setdefault(surname, [])
                named.insert(len(named) if plain == name.key else 0, bearer)
            if plain != name.key:
                self.by_surname.setdefault(f"{surname_of(plain)} {name.key[-2:]}", []).append(bearer)
        if bearer.kind == "organisation" or name.key.count(" ") > 1:
            self.without_acronym.append((name.shown, bearer))
        if bearer.kind == "organisation" and " of " in name.shown:
            head = name.shown.partition(" of ")[0]
            if " " in head:
                self.by_head.setdefault(normal_name(head), []).append(bearer)
        return bearer

    def find(self, name: str, key: str, gender: str = "") -> Bearer | None:
        """The bearer of a name by its normal form, its surname or its acronym."""
        if found := self.by_key.get(key):
            return found
        headed = self.by_head.get(key)
        if headed and len(headed) == 1:
            return headed[0]  # "the General Staff" of "the General Staff of the Army"
        found = self._of_acronym(name.replace(".", "")) if name.isupper() else None
        if found is None and name_particles().issuperset(key.split()[: -2 if key.endswith(YOUNGER) else -1]):
            # "Weil", "van der Weil", "Weil Jr."
            named = self.by_surname.get(key) or self._bodies_with(key)
            fits = [b for b in named if not gender or b.gender in ("", gender)]  # "Mr Weil" is not Anna Weil
            found = (fits or named)[-1] if named else None
        return found

    def by_first_name(self, bearer: Bearer) -> Bearer | None:
        """The one person whose name begins with the single name of one who speaks: "Anna Kerr fell. Anna said"."""
        if bearer.kind != "person" or " " in bearer.key or bearer.key in self.by_surname or bearer.nouns:
            return None
        opening = f"{bearer.key} "
        found = [b for b in self.by_key.values() if b.kind == "person" and b.key.startswith(opening)]
        introduced = len(found) == 1 and bearer.mentions and found[0].last_named(bearer.mentions[0].offset) >= 0
        return found[0] if introduced else None

    def _bodies_with(self, noun: str) -> list[Bearer]:
        """The one body that "the Commission" may be short for: it has the noun in its name."""
        if noun not in roles("bodies"):
            return []
        found = [
            b for b in self.by_key.values() if b.kind == "organisation" and noun in b.key.split() and b.key != noun
        ]
        return found if len(found) == 1 else []

    def _of_acronym(self, letters: str) -> Bearer | None:
        """The first bearer whose words make the acronym; acronyms are made once somebody asks for one."""
        for shown, bearer in self.without_acronym:
            for acronym in sorted(acronyms_of(shown)):
                self.by_acronym.setdefault(acronym, bearer)
        self.without_acronym.clear()
        return self.by_acronym.get(letters)


def collect(mentions: Sequence[Mention], aliases: Mapping[str, str] | None) -> Bearers:
    """The bearers of all mentions; full names first, so that a surname before its full name finds it."""
    bearers = Bearers(aliases)
    surfaces = {mention.surface for mention in mentions}
    single = {surface: " " not in surface or " " not in read_name(surface).key for surface in surfaces}
    of_surface: dict[str, Bearer | None] = {}
    telling = telling_beside()
    for mention in sorted(mentions, key=lambda mention: single[mention.surface]):
        if mention.surface not in of_surface:
            of_surface[mention.surface] = bearers.add(mention.surface)
        bearer = of_surface[mention.surface]
        if bearer:
            bearer.mentions.append(mention)
            low, first, stop = mention.sentence.low, mention.first, mention.stop
            # Most names stand alone: a look at the words beside them spares the reading.
            alone = stop - first == 1 and low[first] not in telling and (not first or low[first - 1] not in telling)
            if (
                not (alone and (stop == len(low) or low[stop] not in BESIDE))
                and len(bearer.mentions) <= APPOSITIONS_READ
            ):
                bearer.nouns |= called(mention.sentence, first, stop)
    for bearer in bearers.by_key.values():
        bearer.mentions.sort(key=OFFSET)
        if bearer.nouns and not bearer.gender:
            bearer.gender = gender_of(" ".join(sorted(bearer.nouns)))
            of_bodies = not any(noun.rpartition(" ")[2] in roles("persons") for noun in bearer.nouns)
            if (
                not bearer.gender
                and of_bodies
                and any(noun.rpartition(" ")[2] in roles("bodies") for noun in bearer.nouns)
            ):
                bearer.kind = "organisation"
    text = mentions[0].sentence.text if mentions else ""
    spouses = any(noun in text for _, noun in SPOUSES)
    for bearer in bearers.by_key.values() if spouses else ():
        if bearer.kind == "person" and not bearer.gender:
            bearer.gender = _gender_of_own(bearer)
    bearers.named = [(m.offset, bearer) for m in mentions if (bearer := of_surface[m.surface])]
    return bearers


def _gender_of_own(bearer: Bearer) -> Literal["male", "female", ""]:
    """What "his wife" tells of the subject that it follows, where no other name stands between."""
    for mention in bearer.mentions[:APPOSITIONS_READ]:
        s = mention.sentence
        if not mention.subject:
            continue
        for at in range(mention.stop, min(s.size - 1, mention.stop + OWN_REACH)):
            pair = (s.low[at], s.low[at + 1])
            if pair in SPOUSES:
                return SPOUSES[pair]
            if s.words[at][0].isupper() or s.low[at] in PARTING:
                break
    return ""
