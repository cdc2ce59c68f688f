"""Whether those who were shot or struck are all who were hurt, or the dead and the hurt together."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from twosource.extraction.sentences.clause_words import listed
from twosource.records import Event
from twosource.settings.attach import NEAR_DEATH
from twosource.spans import Span

_OTHERS = re.compile(r"\b(?:others?|another|also|else|surviving|remaining|survivors)\b", re.IGNORECASE)


class Count(NamedTuple):
    """A count as far as it matters here: where it stands, its value, its event and how sure it is."""

    span: Span
    value: float | None
    event: Event | None
    sure: float

    @property
    def class_(self) -> str | None:
        return self.event.class_ if self.event else None


def counts_the_dead(text: str, event: Event, number: Span, deaths: Sequence[int]) -> bool:
    """Whether "five were shot" counts dead and wounded: some died near by, and the five are no "five others".

    `deaths` are the offsets, in order, at which the text tells of counted deaths.
    """
    if event.class_ != "injured" or event.span.of(text).casefold() not in listed("hit"):
        return False
    start, end = min(number.start, event.span.start), max(number.end, event.span.end)
    if _OTHERS.search(text, max(0, start - 12), end + 6):
        return False
    following = bisect_left(deaths, start - NEAR_DEATH)
    return following < len(deaths) and deaths[following] < end + NEAR_DEATH


def shot_and_killed(text: str, counts: Sequence[Count]) -> list[int]:
    """Which counts of those shot are the dead and the hurt together: "five were shot; one died, four others live".

    A value takes in both that is the likeliest number of dead and a number of others hurt added up.
    """
    dead = max((c for c in counts if c.value and c.class_ == "killed"), key=lambda c: c.sure, default=None)
    if dead is None or dead.value is None:
        return []
    hurt = [(n, c, _tells_of_others(text, c)) for n, c in enumerate(counts) if c.value and c.class_ in _HURT]
    survivors = {c.value for _, c, others in hurt if others}
    return [
        n for n, c, others in hurt if not others and c.value and _was_hit(text, c) and c.value - dead.value in survivors
    ]


_HURT = ("injured", "hospitalised")


def _tells_of_others(text: str, count: Count) -> bool:
    return bool(_OTHERS.search(text, max(0, count.span.start - 12), count.span.end + 20))


def _was_hit(text: str, count: Count) -> bool:
    """Whether the words leave open who of those hit survived: "shot", "with gunshot wounds"."""
    words = count.event.span.of(text).casefold() if count.event else ""
    return words in listed("hit") or words.endswith("wounds")
