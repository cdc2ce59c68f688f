"""What the words round a figure say that its comparison with others needs: how badly people are hurt, how long ago it was."""

import re
from datetime import date
from functools import cache

from twosource.records import Document, Figure
from twosource.settings.claims import LONG_PAST_DAYS
from twosource.text.lexicon import alternation, lexicon


def condition_of(figure: Figure, text: str) -> str | None:
    """How badly those counted are hurt, a group of `words/conditions.toml`; None where the words of the event do not say it."""
    if figure.event is None:
        return None
    event = figure.event.span
    # The word before the event is its adverb: "critically injured"; of two degrees the first is the graver.
    before = text[: event.start].rstrip().rpartition(" ")[2]
    found = _conditions().search(f"{before} {event.of(text)}")
    return found.lastgroup if found else None


def is_long_past(figure: Figure, document: Document) -> bool:
    """Whether the time of a figure ended long before its document was published."""
    if figure.time is None or figure.time.end is None or not document.published:
        return False
    age = date.fromisoformat(document.published[:10]) - date.fromisoformat(figure.time.end[:10])
    return age.days > LONG_PAST_DAYS


@cache
def _conditions() -> re.Pattern[str]:
    groups = lexicon("conditions").items()
    return re.compile(
        r"(?<![\w-])(?:"
        + "|".join(f"(?P<{name}>{alternation(group['words'])})" for name, group in groups)
        + r")(?!\w)",
        re.IGNORECASE,
    )
