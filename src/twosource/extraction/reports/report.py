"""A report in the making, and the span of what it says."""

from dataclasses import dataclass, field

from twosource.extraction.reports.sites import Site
from twosource.extraction.sentences.skeleton import Sentence
from twosource.spans import Span


@dataclass(slots=True)
class Attribution:
    """A report in the making: spans of the text, and the sentence and site they were read from."""

    sentence: Sentence
    site: Site | None
    speaker: Span | None
    cue: Span | None
    pieces: list[Span]
    rule: str
    margin: float = 1.0
    """By how much the end of the content beat the next best one."""
    via: list[Span] = field(default_factory=list)
    """Who passed the words on, the one nearest to the speaker first."""
    last_sentence: int = -1
    """The number of the last sentence whose words belong to it."""


def trimmed(s: Sentence, start: int, stop: int) -> Span:
    """The span of the tokens without punctuation at its ends; quotations and brackets keep their marks."""
    while start < stop and s.low[start] in (",", ":", ";", "—", "–", "--"):
        start += 1
    while stop > start and s.low[stop - 1] in (",", ":", ";", "—", "–", "--"):
        stop -= 1
    return s.of(start, stop) if start < stop else Span(0, 0)
