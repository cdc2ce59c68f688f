"""What stands round a figure that its comparison with others needs: how badly people are hurt, how long ago it was."""

import re
from datetime import date
from functools import cache

from twosource.judge.context import StoryTexts
from twosource.records import Document, Figure
from twosource.settings.claims import FAR_NOUN, LONG_PAST_DAYS
from twosource.text.lexicon import alternation, lexicon
from twosource.text.stems import words


def condition_of(figure: Figure, text: str) -> str | None:
    """How badly those counted are hurt, a group of `words/conditions.toml`; None where the words of the event do not say it."""
    if figure.event is None:
        return None
    event = figure.event.span
    # The word before the event is its adverb: "critically injured"; of two degrees the first is the graver.
    before = text[max(0, event.start - FAR_NOUN) : event.start].rstrip().rpartition(" ")[2]
    found = _conditions().search(f"{before} {event.of(text)}")
    return found.lastgroup if found else None


def is_long_past(figure: Figure, document: Document) -> bool:
    """Whether the time of a figure ended long before its document was published."""
    if figure.time is None or figure.time.end is None or not document.published:
        return False
    return _days(document.published) - _days(figure.time.end) > LONG_PAST_DAYS


def lasting(figure: Figure, document: Document) -> int | None:
    """The days of a figure's time; one that goes on ends with the report. None where the time is not known."""
    if figure.time is None or figure.time.start is None:
        return None
    end = figure.time.end or document.published
    return _days(end) - _days(figure.time.start) if end is not None else None


def is_narrowed(figure: Figure, text: str) -> bool:
    """Whether a word between the number and its noun leaves some out: "three other men", "six prior arrests"."""
    if figure.counted is None or figure.counted.span.end - figure.span.end > FAR_NOUN:
        return False
    between = text[figure.span.end : figure.counted.span.end]
    return any(word.casefold() in _narrowing() for word in words(between))


def is_of_speaker(figure: Figure, texts: StoryTexts) -> bool:
    """Whether the words of a speaker that hold a figure are of himself: "it dug", "we dug", and not "it was long"."""
    said, speaker = texts.statements.get(figure.statement or ""), texts.teller(figure)
    if said is None or speaker is None:
        return False
    text = texts.documents[figure.document].text
    part = next((piece for piece in said.content if piece.start <= figure.span.start < piece.end), figure.span)
    opening = [word.casefold() for word in words(text[part.start : figure.span.start])[:3]]
    first, *more = opening[opening[:1] == ["that"] :] or [""]
    body = speaker.kind == "organisation" and first in ("it", "its")
    return (body or first in ("we", "our", "i", "my")) and more[:1] not in (["is"], ["was"], ["had"])


def _days(moment: str) -> int:
    return date.fromisoformat(moment[:10]).toordinal()


@cache
def _narrowing() -> frozenset[str]:
    return frozenset(lexicon("counting")["narrowing"]["words"])


@cache
def _conditions() -> re.Pattern[str]:
    groups = lexicon("conditions").items()
    return re.compile(
        r"(?<![\w-])(?:"
        + "|".join(f"(?P<{name}>{alternation(group['words'])})" for name, group in groups)
        + r")(?!\w)",
        re.IGNORECASE,
    )
