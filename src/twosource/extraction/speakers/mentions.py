"""Names outside quotation marks: where they stand."""

from collections.abc import Sequence
from functools import cache
from itertools import compress, count
from operator import ne
from typing import NamedTuple

from twosource.extraction.sentences.cues import grammar, roles
from twosource.extraction.sentences.nouns import finite_verbs, has_finite, particles_at
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.extraction.speakers.appositions import LINKS
from twosource.extraction.speakers.naming import names_movement
from twosource.text.lexicon import lexicon
from twosource.text.names import name_particles

HEADLINE_WORDS = 5
LONGEST_HEADLINE = 30  # tokens
HEADLINE_SHARE = 0.8


class Mention(NamedTuple):
    """A name at tokens `first` to `stop` of its sentence; `subject` where no verb stands before it."""

    sentence: Sentence
    first: int
    stop: int
    offset: int
    surface: str
    subject: bool

    @property
    def is_of_place(self) -> bool:
        """Whether it is the place of something, of a thing or of an office: "in Vell", "the Vell bridge", "mayor of Vell"."""
        low = self.sentence.low
        before = low[self.first - 1] if self.first else ""
        if before == "the":
            return self.stop < len(low) and low[self.stop] in grammar("areas")
        if before == "of":
            return self.first > 1 and low[self.first - 2] in roles("offices", "by_department")
        return before in grammar("places") or before == "from"


def find_mentions(sentences: Sequence[Sentence]) -> list[Mention]:
    """The runs of capitalised words of each sentence, with initials, titles and the links between them."""
    found = []
    for s in sentences:
        words, low = s.words, s.low
        capitals = [at for at in compress(count(), map(ne, words, low)) if words[at][0].isupper()]
        if not capitals or _is_headline(s):
            continue
        verb_seen, stop = False, 0
        for at in capitals:
            if at < stop or not _opens_name(s, at):
                continue
            verb_seen = verb_seen or has_finite(s, stop or 1, at)
            # Most names end before a plain word, which needs no closer look.
            plain = at + 1 < s.size and words[at + 1].islower() and low[at + 1] not in LINKS
            stop = at + 1 if plain else _name_end(s, at, s.size)
            start = s.starts[at]
            found.append(Mention(s, at, stop, start, s.text[start : s.ends[stop - 1]], not verb_seen))
    return found


def _is_headline(s: Sentence) -> bool:
    """Whether nearly every word has a capital, so that capitals tell no names."""
    if s.size > LONGEST_HEADLINE or s.low[-1] == ".":
        return False
    words = [word for word in s.words if word[0].isalpha() and word.lower() not in LINKS and len(word) > 3]
    if len(words) < HEADLINE_WORDS or sum(word[0].isupper() for word in words) < HEADLINE_SHARE * len(words):
        return False
    return not any(s.words[at][0].islower() for at in finite_verbs(s))


def _opens_name(s: Sentence, at: int) -> bool:
    low = s.low[at]
    if at and s.low[at - 1] not in (".", ":", QUOTE):
        return low not in grammar("subjects", "determiners", "days")
    if low in roles("anonymous") and at + 1 < s.size and names_movement(s.words[at + 1]):
        return True
    if low in _no_names() or low.endswith("ly"):
        return False
    following = s.words[at + 1] if at + 1 < s.size else ""
    if following.islower() and (low in roles("documents") or following in roles("persons")):
        return False  # "Reports from Vell", "Energy minister Ivo Tamm"
    # "Speaking on Monday", "Asked whether": a participle that opens the sentence.
    plain = not low.endswith(("ing", "ed")) and low not in _numbers()
    return plain or following[:1].isupper()


CLOSED = ("subjects", "determiners", "prepositions", "openers", "subordinators", "coordinators", "adverbs", "questions")
ALSO_CLOSED = ("auxiliaries", "objects", "adjunct_openers", "days")


@cache
def _no_names() -> frozenset[str]:
    """Words that are no names although a capital opens the sentence with them."""
    return grammar(*CLOSED, *ALSO_CLOSED) | roles("anonymous")


@cache
def _numbers() -> frozenset[str]:
    """Numbers in words, names only before a capital: "Forty litres", "Seven Network"."""
    return frozenset(word for group in ("ones", "teens", "tens") for word in lexicon("numbers")[group])


def _name_end(s: Sentence, at: int, n: int) -> int:
    stop = at + 1
    while stop < n and not _ends_in_owner(s, stop):
        step = _name_goes_on(s, stop, n)
        if not step:
            break
        stop += step
    return stop


def _ends_in_owner(s: Sentence, stop: int) -> bool:
    """Whether the name before `stop` is that of an owner: "Vell's Hospital", and not "St Mark's Hospital"."""
    word = s.low[stop - 1]
    if not word.endswith(("'s", "’s", "s'", "s’")):
        return False
    of_many = word[:-2] in roles("owning")
    saint = stop > 1 and s.low[stop - 2] in ("st", "saint")
    return not ((of_many or saint) and s.words[stop][0].isupper() and s.low[stop] in roles("bodies"))


def _name_goes_on(s: Sentence, at: int, n: int) -> int:
    """How many tokens from `at` still belong to the name before it."""
    word = s.low[at]
    if s.words[at][0].isupper() and word not in grammar("days"):
        return 1
    if word not in LINKS:
        return 0 if word.isalpha() else _past_mark(s, at, n)
    if s.low[at - 1] == ".":
        return 0
    if particles := particles_at(s, at):
        return particles + 1
    if at + 1 < n and s.words[at + 1][0].isupper():
        return 2
    return 3 if s.low[at + 1 : at + 2] == ["the"] and at + 2 < n and s.words[at + 2][0].isupper() else 0


def _past_mark(s: Sentence, at: int, n: int) -> int:
    """How many tokens belong to a name from a mark in it on: "J. Moen", "Moen Jr.", "Marsh & Sons", "the Dockers' Union"."""
    word, before = s.low[at], s.low[at - 1]
    capital_next = at + 1 < n and s.words[at + 1][0].isupper()
    if word == ".":
        return 1 if before in ("jr", "sr") else 2 * (capital_next and _is_abbreviated(s, at - 1))
    if word == ",":
        return 2 * (s.low[at + 1 : at + 2] in (["jr"], ["sr"]))
    if word == "&":
        return 2 * capital_next
    if word in ("'", "’"):
        return 2 * (capital_next and before.endswith("s") and s.low[at + 1] in roles("bodies"))
    return int("-" in word and _has_particle(s.words[at]))


def _has_particle(word: str) -> bool:
    """Whether a small word goes into a name with its hyphen: "Omar AL-TARSK"."""
    particle, _, name = word.partition("-")
    return bool(name) and name[0].isupper() and particle in name_particles()


def _is_abbreviated(s: Sentence, at: int) -> bool:
    return len(s.words[at]) == 1 or s.low[at] in roles("titles") or "." in s.words[at]
