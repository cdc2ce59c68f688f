"""Where a sentence reports: the cue, the subject that speaks, and on which side the content stands.

One `Site` a cue; the extent of the content is decided afterwards, when all sites of the sentence are known. Positions
are token indices of the `Sentence`.
"""

from typing import NamedTuple

from twosource.extraction.sentences.cues import grammar, verbs
from twosource.extraction.sentences.skeleton import Sentence


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


def leaves_content(s: Sentence, at: int) -> bool:
    """Whether what begins after a comma belongs to the reporter and not to what is said."""
    word = s.low[at]
    known = verbs().get(word)
    if word == "without" and s.low[at + 1 : at + 2] and s.low[at + 1].endswith("ing"):
        return True
    return word in grammar("leaving") or bool(known and "ing" in known.forms)


def is_contraction(word: str) -> bool:
    """Whether the word is a pronoun with an auxiliary: "he's"."""
    plain = word.replace("’", "'")
    return plain.endswith(("'s", "'re", "'m")) and plain.split("'")[0] in grammar("pronouns")
