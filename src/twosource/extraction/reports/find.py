"""The reports of a sentence: one look-up a token finds what may be a cue, then its grammar is read."""

from functools import cache
from itertools import compress, count

from twosource.extraction.reports.noun_sites import cue_nouns, noun_site
from twosource.extraction.reports.phrases import phrase_site
from twosource.extraction.reports.sites import Site
from twosource.extraction.reports.verb_sites import verb_site
from twosource.extraction.sentences.cues import verbs
from twosource.extraction.sentences.skeleton import Sentence

PHRASE_WORDS = frozenset(["according", "per", "words", "so"])


def find_sites(s: Sentence) -> list[Site]:
    """The sites of a sentence in order of their cues."""
    found: list[Site] = []
    forms, nouns, telling = verbs(), cue_nouns(), _telling()
    low = s.low
    for at in compress(count(), map(telling.__contains__, low)):
        word = low[at]
        site = None
        if word in PHRASE_WORDS:
            site = phrase_site(s, at)
        elif word in forms:
            site = phrase_site(s, at) if at + 1 < s.size and low[at + 1] == "by" else None
            site = site or verb_site(s, at, forms[word], found)
        if site is None and word in nouns:
            site = noun_site(s, at)
        if site and not any(_overlap(site, other) for other in found[-2:]):
            found.append(site)
    return found


def _overlap(a: Site, b: Site) -> bool:
    return a.cue[0] < b.cue[1] and b.cue[0] < a.cue[1]


@cache
def _telling() -> frozenset[str]:
    return PHRASE_WORDS | cue_nouns() | frozenset(verbs())
