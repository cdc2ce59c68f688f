"""Who the speakers are: fullest names, what "the think tank", "he" and "it" stand for, who stays anonymous."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from twosource.extraction.reports.contents import Attribution
from twosource.extraction.sentences.cues import grammar, roles
from twosource.extraction.sentences.nouns import head_of
from twosource.extraction.sentences.skeleton import Sentence
from twosource.extraction.sentences.subjects import subject_before
from twosource.extraction.speakers.appositions import compound_at
from twosource.extraction.speakers.bearers import Bearer, Bearers, collect
from twosource.extraction.speakers.described import called_again, compatriot, of_that_age
from twosource.extraction.speakers.heads import has_own_name, is_demonym, is_office, opens_apposition, speaking_name
from twosource.extraction.speakers.memory import Kind, Memory, Who
from twosource.extraction.speakers.mentions import Mention, find_mentions
from twosource.extraction.speakers.naming import display_name, read_name
from twosource.extraction.speakers.pronouns import SINGULAR, body_meant, may_follow, person_meant
from twosource.records import Speaker, Via
from twosource.text.names import is_body
from twosource.text.outlets import is_outlet

PLACED = frozenset(["report", "reports", "footage", "video", "videos", "images", "photos", "news", "accounts"])
BESIDE = frozenset(["himself", "herself", "itself", "themselves", "both"])
SPOKEN_FOR = frozenset(["spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "spokespersons"])


def resolve_speakers(
    text: str, sentences: Sequence[Sentence], found: Sequence[Attribution], aliases: Mapping[str, str] | None
) -> list[tuple[Speaker, tuple[Via, ...]]]:
    """The speaker of each report and who passed it on; `name` is None where it could not be told who "he" is."""
    if not found:
        return []
    mentions = find_mentions(sentences)
    resolver = Resolver(text, sentences, mentions, collect(mentions, aliases))
    return resolver.all(found)


class Resolver:
    """Resolves the speakers of one document in order, remembering who spoke last."""

    def __init__(self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], bearers: Bearers) -> None:
        self.text, self.bearers = text, bearers
        self.memory = Memory(text, sentences, bearers)
        self.mentions, self.offsets = mentions, [mention.offset for mention in mentions]

    def all(self, found: Sequence[Attribution]) -> list[tuple[Speaker, tuple[Via, ...]]]:
        """The speakers of the reports, and the relays."""
        made: dict[int, tuple[Speaker, tuple[Via, ...]]] = {}
        for number in sorted(range(len(found)), key=lambda k: found[k].cue or found[k].speaker or found[k].pieces[0]):
            made[number] = self._speaker(found[number]), tuple(self._relays(found[number]))
        return [made[number] for number in range(len(found))]

    def _relays(self, a: Attribution) -> Iterator[Via]:
        for span in a.via:
            first, stop = _tokens(a.sentence, span.start, span.end)
            comma = a.sentence.low.index(",", first, stop) if "," in a.sentence.low[first + 1 : stop] else stop
            bearer, name, _ = self.resolve(a.sentence, first, comma, stop)
            yield Via(span, bearer.full if bearer else name or span.of(self.text))

    def _speaker(self, a: Attribution) -> Speaker:
        if a.speaker is None:
            return Speaker(None, None, "unknown")
        s = a.sentence
        first, stop = _tokens(s, a.speaker.start, a.speaker.end)
        head_stop = a.site.head_stop if a.site and first < a.site.head_stop <= stop else stop
        if a.site is None and "," in s.low[first + 1 : stop]:
            head_stop = s.low.index(",", first + 1)  # “…” – Ada Moen, baker
        bearer, name, kind = self.resolve(s, first, head_stop, stop)
        if name or bearer:
            self.memory.speaks((bearer, name, kind), a.speaker.start)
        return Speaker(a.speaker, bearer.full if bearer else name, kind)

    def resolve(self, s: Sentence, first: int, head_stop: int, stop: int) -> Who:
        """Who the noun phrase from `first` to `head_stop`, with appositions up to `stop`, stands for."""
        word = "" if s.words[first].isupper() and len(s.words[first]) > 1 else s.low[first]
        if head_stop - first == 1 or (word in ("he", "she") and head_stop - first < 3):
            if word in SINGULAR or word in ("it", "they", "them"):
                return self._pronoun(word, s.starts[first])
            if word in ("who", "which", "that") and first:
                before = subject_before(s, first - (s.low[first - 1] == ","), 0)
                if before and s.low[before.start] not in ("who", "which", "that"):
                    return self.resolve(s, before.start, before.head_stop, before.stop)
            if word in grammar("subjects"):
                return None, None, "unknown"
        return self._phrase(s, first, head_stop, stop)

    def _pronoun(self, word: str, offset: int) -> Who:
        """Who a pronoun is: somebody named or who spoke, else the subject of the sentence before: "Villagers fled. They said"."""
        meant = person_meant if word in SINGULAR else body_meant
        who = meant(self.memory, word, offset)
        before = None if who[0] or who[1] else self.memory.subject_before(offset)
        if before is None:
            return who
        s, subject = before
        names = self._names(s, subject.start, subject.head_stop)
        named = any(name.surface.lower() not in roles("anonymous", "bodies") for name in names)
        if named or not may_follow(word, head_of(s, subject.start, subject.head_stop)):
            return who
        return self._phrase(s, subject.start, subject.head_stop, subject.stop)

    # --- names and nouns ----------------------------------------------------------------------------------------------

    def _phrase(self, s: Sentence, first: int, head_stop: int, stop: int) -> Who:
        while head_stop - first > 1 and (s.low[head_stop - 1] in BESIDE or _is_cut(s, head_stop)):
            head_stop -= 1
        surface = s.of(first, head_stop).of(self.text)
        aliases = self.bearers.aliases
        alias = aliases.get(display_name(surface).casefold()) if aliases else None
        if alias:
            bearer = self.bearers.add(alias)
            return bearer, alias, bearer.kind if bearer else "person"
        head = head_of(s, first, head_stop)
        named = self._names(s, first, head_stop)
        name = speaking_name(s, first, named, head_stop)
        apposed = self._names(s, head_stop, stop)
        if head in SPOKEN_FOR and not name and not (apposed and apposed[0].first <= head_stop + 2):
            return self._spoken_for(s, first, head_stop)
        beside = s.low[head_stop - 1] in roles("kinds_of_body") or (named and s.words[named[-1].first - 1].islower())
        if beside and (body := self._body_by_kind(s, first, head_stop, named, apposed)):
            return body, body.full, "organisation"
        if head in roles("documents") and head_stop - first > 1 and not name:
            return self._document(s, first, head_stop, named)
        if person := _person_of(s, first, named):
            return self._named(person, person.surface)
        if head not in roles("persons", "anonymous") and has_own_name(surface) and is_body(surface):
            body = self.bearers.add(surface, "organisation")
            return body, surface, "organisation"
        if name and is_office(s, name) and apposed and _explains(apposed[0], head_stop):
            name = apposed[0]
        if name and is_demonym(s, first, name):
            return compatriot(self.memory, surface)
        if name:
            return self._named(name, surface)
        single = head not in roles("anonymous") or s.low[first] == "one"  # "one of them, Ada Moen"
        if single and apposed and opens_apposition(s, head_stop, apposed[0]):
            return self._named(apposed[0], apposed[0].surface)
        if head in roles("anonymous"):
            return None, surface, "anonymous"
        return self._description(s, first, head_stop, head, surface)

    def _named(self, name: Mention, surface: str) -> Who:
        """The one who bears a name, shown as `surface` where the name is none."""
        bearer = self.bearers.add(name.surface)
        bearer = (bearer and self.bearers.by_first_name(bearer)) or bearer
        return bearer, surface, bearer.kind if bearer else "person"

    def _body_by_kind(
        self, s: Sentence, first: int, stop: int, named: Sequence[Mention], apposed: Sequence[Mention]
    ) -> Bearer | None:
        """The body whose kind stands beside its name: "the Red Lantern charity", "the agency TSK", "its sister, the Echo"."""
        if apposed and s.low[stop - 1] in roles("kinds_of_body") and is_outlet(f"the {apposed[0].surface}"):
            return self.bearers.add(apposed[0].surface, "organisation")
        if not named or named[-1].first < first:
            return None
        name, before = named[-1], named[-1].first - 1
        kind_behind = name.stop == stop - 1 and " " in name.surface and s.low[name.stop] in roles("kinds_of_body")
        kind_before = (
            name.stop == stop and before > first and s.words[before].islower() and s.low[before] in roles("bodies")
        )
        plain = (
            len(named) == 1
            and grammar("prepositions").isdisjoint(s.low[first:stop])
            and s.low[first] not in ("a", "an")
        )
        return self.bearers.add(name.surface, "organisation") if plain and (kind_behind or kind_before) else None

    def _names(self, s: Sentence, first: int, stop: int) -> Sequence[Mention]:
        if first >= stop:
            return ()
        at = bisect_left(self.offsets, s.starts[first])
        return self.mentions[at : bisect_left(self.offsets, s.ends[stop - 1], at)]

    def _spoken_for(self, s: Sentence, first: int, stop: int) -> Who:
        """The body that a spokesperson without a name speaks for."""
        at = next(k for k in range(first, stop) if s.low[k] in SPOKEN_FOR)
        if at + 2 < stop and s.low[at + 1] in ("for", "of", "at"):
            return self._phrase(s, at + 2, stop, stop)
        if s.low[first] in ("his", "her"):
            bearer, name, _ = person_meant(self.memory, "he" if s.low[first] == "his" else "she", s.starts[first])
            return bearer, name or s.of(first, stop).of(self.text), "person"
        if s.low[first] in ("its", "their"):
            bearer, name, _ = body_meant(self.memory, "it" if s.low[first] == "its" else "they", s.starts[first])
            return bearer, name or s.of(first, stop).of(self.text), "organisation" if name or bearer else "anonymous"
        start = first + (s.low[first] in ("a", "an", "the"))
        named = called_again(self.memory, s.low[at], s.starts[first]) if s.low[first] == "the" else None
        if named and start == at and " " in named.key:
            return named, named.full, named.kind
        if start < at:
            surface = s.of(start, at).of(self.text)
            noun = surface.removesuffix("'s").removesuffix("’s")
            body = called_again(self.memory, noun, s.starts[first]) if noun.islower() else None
            body = body or self.bearers.add(surface, "organisation")
            return body, surface, "organisation"
        bearer, _, _ = self.memory.last
        if bearer and bearer.kind == "organisation":
            return bearer, bearer.full, "organisation"
        return None, s.of(first, stop).of(self.text), "anonymous"

    def _document(self, s: Sentence, first: int, stop: int, named: Sequence[Mention]) -> Who:
        """A report or statement; whose it is where a possessive, "by" or "from" says so."""
        surface = s.of(first, stop).of(self.text)
        for mention in named:
            before = s.low[mention.first - 1] if mention.first else ""
            before = s.low[mention.first - 2] if before == "the" and mention.first > 1 else before
            if before == "from" and s.low[first] in PLACED:
                continue  # "reports from Vell"
            possessive = mention.surface.endswith(("'s", "’s", "s'", "s’"))
            bearer = self.bearers.add(mention.surface)
            beside = mention.stop < stop and s.low[mention.stop] in roles("documents")
            if possessive or before in ("by", "from") or (beside and bearer and bearer.kind == "organisation"):
                return bearer, surface, "document"
        return None, surface, "document"

    def _description(self, s: Sentence, first: int, stop: int, head: str, surface: str) -> Who:
        """ "the think tank": the one bearer called so before it, or the words as written."""
        noun = "think tank" if head == "tank" else head
        kind: Kind = "person" if head in roles("persons") else "organisation" if head in roles("bodies") else "person"
        definite = s.low[first] in ("the", "that", "this") and stop - first <= 4
        if definite and head.endswith("-old"):
            aged = of_that_age(self.memory, s.starts[first])
            return aged, aged.full if aged else surface, "person"
        if definite and (head in roles("persons") or head in roles("bodies")):
            office = compound_at(s, stop - 1) if s.low[stop - 1] == head else None
            found = called_again(self.memory, office or noun, s.starts[first])
            if found:
                return found, found.full, found.kind
        if head in roles("documents"):
            return None, surface, "document"
        indefinite = s.low[first] in ("a", "an", "one", "some", "another", "two", "three", "several", "many")
        if indefinite and head not in roles("bodies"):
            kind = "anonymous"
        return None, surface, kind


def _person_of(s: Sentence, first: int, named: Sequence[Mention]) -> Mention | None:
    """The person whose name opens a phrase that goes on with a body: "Ada Moen of Vell's harbour department"."""
    name = named[0] if named and named[0].first == first and " " in named[0].surface else None
    if name is None or s.low[name.stop : name.stop + 1] not in (["of"], ["from"], ["at"], ["with"]):
        return None
    known = read_name(name.surface)
    return name if known.kind == "person" and known.gender else None


def _is_cut(s: Sentence, stop: int) -> bool:
    """Whether a phrase ends in the first word of what is told of a paper: "a poll PUBLISHED on Friday"."""
    return s.low[stop - 1].endswith("ed") and s.low[stop - 2] in roles("documents")


def _explains(name: Mention, comma: int) -> bool:
    """Whether a name behind a comma is that of the office before it, and not the owner of another: "Moen, Berg's manager"."""
    return name.first == comma + 1 and not name.surface.endswith(("'s", "’s", "'", "’"))


def _tokens(s: Sentence, start: int, end: int) -> tuple[int, int]:
    first = bisect_left(s.starts, start)
    return first, max(first + 1, bisect_left(s.starts, end))
