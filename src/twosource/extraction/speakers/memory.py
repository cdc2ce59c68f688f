"""What the reading of a document remembers of those named and those who spoke."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from twosource.extraction.sentences.main_subject import main_subject
from twosource.extraction.sentences.skeleton import Sentence
from twosource.extraction.sentences.subject_asides import Subject
from twosource.extraction.speakers.bearers import Bearer, Bearers
from twosource.extraction.speakers.nearby import Nearby

LONGEST_DESCRIPTION = 8  # tokens of a subject for which a pronoun may stand
Kind = Literal["person", "organisation", "document", "anonymous", "unknown"]
Who = tuple[Bearer | None, str | None, Kind]
NOBODY: Who = (None, None, "unknown")


class Memory:
    """The bearers of one document, who spoke last and where."""

    def __init__(self, text: str, sentences: Sequence[Sentence], bearers: Bearers) -> None:
        self.text, self.sentences, self.bearers = text, sentences, bearers
        self.starts = [s.span.start for s in sentences]
        self.nearby = Nearby(self.starts, bearers)
        self.last: Who = NOBODY
        self.spoke = -1

    def speaks(self, who: Who, offset: int) -> None:
        """Notes who spoke at a place; to be told in the order of the places."""
        self.last, self.spoke = who, offset
        if who[0]:
            self.nearby.speaks(who[0], offset)

    def subject_before(self, offset: int) -> tuple[Sentence, Subject] | None:
        """The subject of the sentence before the one at `offset`, where nobody spoke since."""
        at = bisect_left(self.starts, offset + 1) - 2
        if at < 0 or self.spoke >= self.starts[at]:
            return None
        s = self.sentences[at]
        subject = main_subject(s, s.size)
        return (s, subject) if subject and subject.head_stop - subject.start <= LONGEST_DESCRIPTION else None

    def named_after(self, offset: int) -> Bearer | None:
        """The person whom the next sentence has as its subject, where nobody was named before: "“…,” she said. Ada Moen"."""
        named = self.bearers.named
        at = bisect_left(self.starts, offset + 1)
        if not named or named[0][0] < offset or at >= len(self.starts):
            return None
        place, bearer = named[0]
        end = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)
        first = bearer.mentions[0]
        fits = self.starts[at] <= place < end and first.subject and " " in bearer.key
        return bearer if fits and bearer.kind == "person" else None
