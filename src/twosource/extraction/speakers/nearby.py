"""Who was named or spoke shortly before a place of a document, and how near."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from twosource.extraction.speakers.bearers import Bearer, Bearers
from twosource.settings.statements import INTRODUCED_BONUS, PRONOUN_REACH, SAME_SENTENCE_BONUS, SUBJECT_BONUS

PLACES_WEIGHED = 3  # last mentions of a bearer that are weighed


class Nearby:
    """The mentions of a document in order, `starts` those of its sentences; the speeches as they are told."""

    def __init__(self, starts: Sequence[int], bearers: Bearers) -> None:
        self.starts = starts
        self.named = bearers.named
        self.places = [place for place, _ in self.named]
        self.speeches: list[tuple[int, Bearer]] = []

    def speaks(self, bearer: Bearer, offset: int) -> None:
        """Notes that a bearer speaks at a place; to be told in the order of the places."""
        bearer.spoke.append(offset)
        self.speeches.append((offset, bearer))

    def scores(self, offset: int, fits: Callable[[Bearer], bool]) -> Iterator[tuple[float, Bearer]]:
        """Those within reach who fit: minus the number of sentences since the last mention, more for subjects."""
        here = bisect_left(self.starts, offset + 1)
        earliest = here - PRONOUN_REACH - 1
        floor = self.starts[earliest] if earliest >= 0 else 0
        for bearer in filter(fits, self._between(floor, offset)):
            score = self._score(bearer, offset, here, floor)
            if score is not None:
                yield score, bearer

    def _between(self, floor: int, offset: int) -> list[Bearer]:
        """Who is named or speaks between the two places."""
        first, stop = bisect_left(self.places, floor), bisect_left(self.places, offset)
        found = [bearer for _, bearer in self.named[first:stop]]
        for place, bearer in reversed(self.speeches):
            if place < floor:
                break
            found.append(bearer)
        return list({bearer.key: bearer for bearer in found}.values())

    def _score(self, bearer: Bearer, offset: int, here: int, floor: int) -> float | None:
        best: float | None = None
        introduced = next((mention.offset for mention in bearer.mentions[:1] if mention.subject), -1)
        latest = [(mention.offset, mention.subject) for mention in bearer.last_mentions(offset, PLACES_WEIGHED)]
        if bearer.spoke:
            latest.append((bearer.spoke[-1], True))
        for place, subject in latest:
            if floor <= place < offset:
                score = bisect_left(self.starts, place + 1) - here + SUBJECT_BONUS * subject
                if subject and place == introduced and score >= SUBJECT_BONUS - 1:
                    score += INTRODUCED_BONUS
                if subject and place >= self.starts[here - 1]:
                    score += SAME_SENTENCE_BONUS
                best = score if best is None else max(best, score)
        return best
