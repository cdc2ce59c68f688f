"""Where a sentence reports: the cue, the subject that speaks, and on which side the content stands.

One `Site` a cue; the extent of the content is decided afterwards, when all sites of the sentence are known. Positions
are token indices of the `Sentence`.
"""

from functools import cache
from typing import NamedTuple

from twosource.extract.cues import grammar, verbs, words_of
from twosource.extract.skeleton import Sentence


class Site(NamedTuple):
    """A cue with its speaker; `head_stop` ends the speaker without appositions.

    `left` is where the content before the report ends, `right` where the content after it begins; None for no content
    there. `begin` and `end` bound the words of the report itself. `shared` marks a subject taken over from an earlier
    verb, `open_end` a report whose content follows in the next sentence, after a colon.
    """

    cue: tuple[int, int]
    speaker: tuple[int, int] | None
    head_stop: int
    begin: int
    end: int
    left: int | None
    right: int | None
    rule: str
    lemma: str
    strength: str = "neutral"
    frames: frozenset[str] = frozenset()
    negated: bool = False
    shared: bool = False
    hearer: tuple[int, int] | None = None
    open_end: bool = False
    relay: tuple[int, int] | None = None
    """Who passed the words on, where the report itself says so: "quoted by Tass as saying"."""


def find_sites(s: Sentence) -> list[Site]:
    """The sites of a sentence in order of their cues."""
    from twosource.extract.phrases import noun_site, phrase_site
    from twosource.extract.verb_sites import verb_site

    found: list[Site] = []
    forms, nouns, telling = verbs(), _nouns(), _telling()
    for at, word in enumerate(s.low):
        if word not in telling:
            continue
        site = None
        if word in PHRASE_WORDS:
            site = phrase_site(s, at)
        elif word in forms:
            site = verb_site(s, at, forms[word], found)
        if site is None and word in nouns:
            site = noun_site(s, at)
        if site and not any(site.cue[0] < other.cue[1] and other.cue[0] < site.cue[1] for other in found[-2:]):
            found.append(site)
    return found


PHRASE_WORDS = frozenset(["according", "per", "words"])


@cache
def _nouns() -> frozenset[str]:
    return words_of("nouns", "that") | words_of("nouns", "for")


@cache
def _telling() -> frozenset[str]:
    return PHRASE_WORDS | _nouns() | frozenset(verbs())


def leaves_content(s: Sentence, at: int) -> bool:
    """Whether what begins after a comma belongs to the reporter and not to what is said."""
    word = s.low[at]
    known = verbs().get(word)
    return word in LEAVING or bool(known and "ing" in known.forms)


LEAVING = frozenset(
    "but while as after when which who although though because whereas where whose with in".split()  # noqa: SIM905
)


def is_contraction(word: str) -> bool:
    """Whether the word is a pronoun with an auxiliary: "he's"."""
    plain = word.replace("’", "'")
    return plain.endswith(("'s", "'re", "'m")) and plain.split("'")[0] in grammar("pronouns")
