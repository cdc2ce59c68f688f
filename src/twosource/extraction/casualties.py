"""Whether those who were shot or struck are all who were hurt, or the dead and the hurt together."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from twosource.extraction.clause_words import listed
from twosource.records import Event
from twosource.settings.attach import NEAR_DEATH
from twosource.spans import Span

_OTHERS = re.compile(r"\b(?:others?|another|also|else)\b", re.IGNORECASE)


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
