"""The auxiliaries and adverbs round a verb, and what they do to it.

All positions are token indices of a `Sentence`; ranges are half-open.
"""

from typing import NamedTuple

from twosource.extraction.sentences.cues import grammar, verbs
from twosource.extraction.sentences.nouns import is_adverb
from twosource.extraction.sentences.skeleton import Sentence


class Group(NamedTuple):
    """The auxiliaries and adverbs before a verb: where they start and what they do to it."""

    start: int
    negated: bool
    passive: bool
    infinitive: bool
    modal: bool


def verb_group(s: Sentence, at: int, floor: int) -> Group:
    """The group of the verb at `at`, looking back no further than `floor`."""
    start = at
    negated = passive = infinitive = modal = False
    auxiliary = ""
    while start > floor:
        word = s.low[start - 1]
        if word in grammar("auxiliaries"):
            auxiliary = auxiliary or word
            modal |= word in grammar("modals")
            negated |= word in grammar("negations")
        elif word in grammar("negations"):
            negated = True
        elif word == "to" and start == at - sum(is_adverb(w) for w in s.low[start:at]):
            infinitive = True
            break
        elif not (is_adverb(word) or word in ("most", "more", "less")) or (
            s.words[start - 1][0].isupper() and start - 1 > 0
        ):
            break
        start -= 1
    if auxiliary and auxiliary in grammar("being"):
        forms = verbs()[s.low[at]].forms if s.low[at] in verbs() else frozenset()
        passive = "participle" in forms and "ing" not in forms
    return Group(start, negated, passive, infinitive, modal)
