"""How sure it is that a figure is tied to its event, and that it speaks of the story."""

from twosource.extraction.figures.counted import NounPhrase
from twosource.extraction.figures.events import Found
from twosource.extraction.numbers.find import Number
from twosource.settings.attach import LATER_IN_TEXT, OF_A_CONDITION, OF_SOME, OF_THE_PAST, VAGUE, WITHOUT_EVENT


def how_sure(text: str, number: Number, past: bool, event: Found | None, phrase: NounPhrase) -> float:
    """How sure the tie is, and how likely the figure speaks of the story and not of its background."""
    sure = event.confidence if event else WITHOUT_EVENT
    sure -= LATER_IN_TEXT * number.span.start / max(1, len(text))
    if past:
        sure -= OF_THE_PAST
    if phrase.partitive:
        sure -= OF_SOME
    if number.bound == "vague":
        sure -= VAGUE
    if event and event.event.span.of(text).endswith("condition"):
        sure -= OF_A_CONDITION
    return round(max(0.05, sure), 3)
