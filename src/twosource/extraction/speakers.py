"""Who the speakers are: fullest names, what "the think tank", "he" and "it" stand for, who stays anonymous."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from twosource.extraction.bearers import Bearer, Bearers, collect
from twosource.extraction.contents import Attribution
from twosource.extraction.cues import grammar, roles
from twosource.extraction.heads import has_own_name, is_demonym, opens_apposition, speaking_name
from twosource.extraction.mentions import Mention, find_mentions
from twosource.extraction.naming import display_name
from twosource.extraction.nearby import Nearby
from twosource.extraction.nouns import head_of
from twosource.extraction.skeleton import Sentence
from twosource.extraction.subjects import subject_before
from twosource.records import Speaker, Via
from twosource.settings.statements import LATEST_BONUS, PRONOUN_LEAD, SPEAKER_BONUS, SUBJECT_BONUS
from twosource.text.names import country_of, is_body

Kind = Literal["person", "organisation", "document", "anonymous", "unknown"]
SPOKEN_FOR = frozenset(["spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "spokespersons"])
SINGULAR = {"he": "male", "she": "female", "him": "male", "her": "female"}


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
        self.nearby = Nearby([s.span.start for s in sentences], bearers)
        self.mentions, self.offsets = mentions, [mention.offset for mention in mentions]
        self.last: tuple[Bearer | None, str | None, Kind] = (None, None, "unknown")
        self.spoke = -1

    def all(self, found: Sequence[Attribution]) -> list[tuple[Speaker, tuple[Via, ...]]]:
        """The speakers of the reports, and the relays."""
        made: dict[int, tuple[Speaker, tuple[Via, ...]]] = {}
        for number in sorted(range(len(found)), key=lambda k: found[k].cue or found[k].speaker or found[k].pieces[0]):
            made[number] = self._speaker(found[number]), tuple(self._relays(found[number]))
        return [made[number] for number in range(len(found))]

    def _relays(self, a: Attribution) -> Iterator[Via]:
        for span in a.via:
            first, stop = _tokens(a.sentence, span.start, span.end)
            bearer, name, _ = self.resolve(a.sentence, first, stop, stop)
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
            self.last, self.spoke = (bearer, name, kind), a.speaker.start
            if bearer:
                self.nearby.speaks(bearer, a.speaker.start)
        return Speaker(a.speaker, bearer.full if bearer else name, kind)

    def resolve(self, s: Sentence, first: int, head_stop: int, stop: int) -> tuple[Bearer | None, str | None, Kind]:
        """Who the noun phrase from `first` to `head_stop`, with appositions up to `stop`, stands for."""
        word = "" if s.words[first].isupper() and len(s.words[first]) > 1 else s.low[first]
        if head_stop - first == 1 or (word in ("he", "she") and head_stop - first < 3):
            if word in SINGULAR:
                return self._person(word, s.starts[first])
            if word in ("it", "they", "them"):
                return self._body(word, s.starts[first])
            if word in ("who", "which", "that") and first:
                before = subject_before(s, first - (s.low[first - 1] == ","), 0)
                if before and s.low[before.start] not in ("who", "which", "that"):
                    return self.resolve(s, before.start, before.head_stop, before.stop)
            if word in grammar("subjects"):
                return None, None, "unknown"
        return self._phrase(s, first, head_stop, stop)

    # --- names and nouns ----------------------------------------------------------------------------------------------

    def _phrase(self, s: Sentence, first: int, head_stop: int, stop: int) -> tuple[Bearer | None, str | None, Kind]:
        while head_stop - first > 1 and s.low[head_stop - 1] in ("himself", "herself", "itself", "themselves"):
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
        if head in roles("documents") and head_stop - first > 1 and not name:
            return self._document(s, first, head_stop, named)
        if head not in roles("persons", "anonymous") and has_own_name(surface) and is_body(surface):
            body = self.bearers.add(surface, "organisation")
            return body, surface, "organisation"
        if name and apposed and s.low[name.stop - 1] in roles("persons"):
            name = apposed[0]  # "State Governor, Ada Moen"
        if name and is_demonym(s, first, name):
            return self._compatriot(surface)
        if name:
            bearer = self.bearers.add(name.surface)
            return bearer, surface, bearer.kind if bearer else "person"
        if head in roles("anonymous"):
            return None, surface, "anonymous"
        if apposed and opens_apposition(s, head_stop, apposed[0]):
            bearer = self.bearers.add(apposed[0].surface)
            return bearer, apposed[0].surface, bearer.kind if bearer else "person"
        return self._description(s, first, head_stop, head, surface)

    def _names(self, s: Sentence, first: int, stop: int) -> Sequence[Mention]:
        if first >= stop:
            return ()
        at = bisect_left(self.offsets, s.starts[first])
        return self.mentions[at : bisect_left(self.offsets, s.ends[stop - 1], at)]

    def _spoken_for(self, s: Sentence, first: int, stop: int) -> tuple[Bearer | None, str | None, Kind]:
        """The body that a spokesperson without a name speaks for."""
        at = next(k for k in range(first, stop) if s.low[k] in SPOKEN_FOR)
        if at + 2 < stop and s.low[at + 1] in ("for", "of", "at"):
            return self._phrase(s, at + 2, stop, stop)
        if s.low[first] in ("his", "her"):
            bearer, name, _ = self._person("he" if s.low[first] == "his" else "she", s.starts[first])
            return bearer, name or s.of(first, stop).of(self.text), "person"
        if s.low[first] in ("its", "their"):
            bearer, name, _ = self._body("it" if s.low[first] == "its" else "they", s.starts[first])
            return bearer, name or s.of(first, stop).of(self.text), "organisation" if name or bearer else "anonymous"
        start = first + (s.low[first] in ("a", "an", "the"))
        if start < at:
            surface = s.of(start, at).of(self.text)
            noun = surface.removesuffix("'s").removesuffix("’s")
            body = self._called_again(noun, s.starts[first]) if noun.islower() else None
            body = body or self.bearers.add(surface, "organisation")
            return body, surface, "organisation"
        bearer, _, _ = self.last
        if bearer and bearer.kind == "organisation":
            return bearer, bearer.full, "organisation"
        return None, s.of(first, stop).of(self.text), "anonymous"

    def _document(
        self, s: Sentence, first: int, stop: int, named: Sequence[Mention]
    ) -> tuple[Bearer | None, str | None, Kind]:
        """A report or statement; whose it is where a possessive, "by" or "from" says so."""
        surface = s.of(first, stop).of(self.text)
        for mention in named:
            before = s.low[mention.first - 1] if mention.first else ""
            before = s.low[mention.first - 2] if before == "the" and mention.first > 1 else before
            possessive = mention.surface.endswith(("'s", "’s", "s'", "s’"))
            bearer = self.bearers.add(mention.surface)
            beside = mention.stop < stop and s.low[mention.stop] in roles("documents")
            if possessive or before in ("by", "from") or (beside and bearer and bearer.kind == "organisation"):
                return bearer, surface, "document"
        return None, surface, "document"

    def _description(
        self, s: Sentence, first: int, stop: int, head: str, surface: str
    ) -> tuple[Bearer | None, str | None, Kind]:
        """ "the think tank": the one bearer called so before it, or the words as written."""
        noun = "think tank" if head == "tank" else head
        kind: Kind = "person" if head in roles("persons") else "organisation" if head in roles("bodies") else "person"
        definite = s.low[first] in ("the", "that", "this") and stop - first <= 4
        if definite and (head in roles("persons") or head in roles("bodies")):
            found = self._called_again(noun, s.starts[first])
            if found:
                return found, found.full, found.kind
        if head in roles("documents"):
            return None, surface, "document"
        indefinite = s.low[first] in ("a", "an", "one", "some", "another", "two", "three", "several", "many")
        if indefinite and head not in roles("bodies"):
            kind = "anonymous"
        return None, surface, kind

    def _compatriot(self, surface: str) -> tuple[Bearer | None, str | None, Kind]:
        """Whom "the Italian" stands for: the person who spoke last, else the only one named; unknown among several."""
        bearer = self.last[0]
        people = [other for other in self.bearers.by_key.values() if other.kind == "person" and not other.is_place]
        if (bearer is None or bearer.kind != "person") and len(people) == 1:
            bearer = people[0]
        if bearer and bearer.kind == "person":
            return bearer, bearer.full, "person"
        return (None, None, "unknown") if people else (None, surface, "person")

    def _called_again(self, noun: str, offset: int) -> Bearer | None:
        """The bearer called by the noun, or for "the company" the body that spoke last and is not known as other."""
        found = self._called(noun, offset)
        if found or noun not in roles("companies"):
            return found
        last = self.last[0]
        if last is None or last.kind != "organisation":
            return self._company_before(offset)
        other = (set(last.key.split()) | last.nouns) & roles("bodies") - roles("companies")
        return None if other or country_of(last.full) else last

    def _company_before(self, offset: int) -> Bearer | None:
        """The one named within reach that may be a body, if it was the subject: "Kestrel Foods fell 7%. The company said"."""
        named = self.nearby.scores(offset, lambda b: b.kind == "organisation" or not (b.gender or b.nouns or b.spoke))
        found = [(score, bearer) for score, bearer in named if not country_of(bearer.full)]
        if len(found) != 1 or found[0][0] < SUBJECT_BONUS - 1 or found[0][1].kind != "organisation":
            return None
        return found[0][1]

    def _called(self, noun: str, offset: int) -> Bearer | None:
        """The one bearer mentioned before `offset` that is called by the noun; the last speaker among several."""
        every = [b for b in self.bearers.by_key.values() if b.mentions and b.is_called(noun)]
        found = [bearer for bearer in every if bearer.mentions[0].offset < offset]
        if len(found) == 1:
            return found[0]
        if not found and len(every) == 1 and noun in roles("persons"):
            return every[0]  # "the governor said" before "Ada Moen, the governor"
        return self.last[0] if self.last[0] in found else None

    # --- pronouns -----------------------------------------------------------------------------------------------------

    def _person(self, pronoun: str, offset: int) -> tuple[Bearer | None, str | None, Kind]:
        """The person named before that fits best; nobody where two fit nearly as well."""
        gender = SINGULAR[pronoun]
        scored = []
        for score, bearer in self.nearby.scores(offset, lambda bearer: _may_be_meant(bearer, gender)):
            score += SPEAKER_BONUS * (self.last[0] is bearer) + (bearer.gender == gender)
            scored.append((score, bearer.key, bearer))
        if scored:
            latest = max(scored, key=lambda entry: entry[2].last_before(offset))
            scored[scored.index(latest)] = (latest[0] + LATEST_BONUS, latest[1], latest[2])
        scored.sort(key=lambda entry: entry[:2], reverse=True)
        unnamed = self.last[0] is None and self.last[1] and self.last[2] in ("anonymous", "person")
        if unnamed and not any(bearer.last_named(offset) > self.spoke for _, _, bearer in scored):
            return None, self.last[1], self.last[2]
        if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < PRONOUN_LEAD):
            return None, None, "unknown"
        best = scored[0][2]
        best.gender = best.gender or ("male" if gender == "male" else "female")
        return best, best.full, "person"

    def _body(self, pronoun: str, offset: int) -> tuple[Bearer | None, str | None, Kind]:
        """The body or document that spoke last, or the one body that was the subject just before."""
        bearer, name, kind = self.last
        if pronoun == "it" and kind in ("organisation", "document"):
            return bearer, name, kind
        if pronoun == "they" and kind in ("organisation", "anonymous", "document"):
            return bearer, name, kind
        if pronoun == "it":
            bodies = self.nearby.scores(offset, lambda other: other.kind == "organisation")
            found = [other for score, other in bodies if score >= SUBJECT_BONUS - 1]
            if len(found) == 1:
                return found[0], found[0].full, "organisation"
        return None, None, "unknown"


def _may_be_meant(bearer: Bearer, gender: str) -> bool:
    """Whether a pronoun of the gender may stand for a bearer: a person and no mere role, place or plural noun."""
    if bearer.kind != "person" or bearer.gender not in ("", gender):
        return False
    known = bearer.spoke or not (bearer.is_place or bearer.is_plural)
    return bool(known) and not roles("titles", "persons").issuperset(bearer.key.split())


def _tokens(s: Sentence, start: int, end: int) -> tuple[int, int]:
    first = bisect_left(s.starts, start)
    return first, max(first + 1, bisect_left(s.starts, end))
