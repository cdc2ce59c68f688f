"""Those left of a number when its dead are taken away: "five people were shot, two of them fatally" tells of three hurt."""

from collections.abc import Iterator, Sequence

from twosource.extraction.figures.attach import Attachment
from twosource.extraction.numbers.find import Number
from twosource.extraction.sentences.clause_words import listed
from twosource.records import Counted, Event
from twosource.settings.attach import REST_REACH
from twosource.spans import Span

_HURT = ("injured", "hospitalised")


def find_rest(
    text: str, numbers: Sequence[Number], attached: Sequence[Attachment]
) -> tuple[int, Number, Attachment] | None:
    """How many of those shot or struck lived, where the text only tells how many were hit and died.

    With the index at which it goes among the numbers. None where the text gives more hurt than are left: it speaks of
    others, too.
    """
    pairs = sorted(_pairs(text, numbers, attached), key=lambda pair: -_sure(pair, numbers, attached))
    if not pairs:
        return None
    hit, dead = pairs[0]
    left = (numbers[hit].point or 0) - (numbers[dead].point or 0)
    if any((numbers[n].point or 0) > left for n in _told(numbers, attached, _HURT)):
        return None
    event, span = attached[hit].event, _words_of(numbers, attached, hit, dead)
    assert event is not None
    number = numbers[hit]._replace(
        span=span, number=span, hedge=None, point=left, low=left, high=left, rule="rest",
        confidence=min(numbers[hit].confidence, numbers[dead].confidence),
    )  # fmt: skip
    here = attached[hit]._replace(
        counted=Counted(span, span.of(text), "person"), event=Event(event.span, "injured"), actor=None,
        confidence=min(attached[hit].confidence, attached[dead].confidence),
    )  # fmt: skip
    return min(hit, dead), number, here


def _pairs(text: str, numbers: Sequence[Number], attached: Sequence[Attachment]) -> Iterator[tuple[int, int]]:
    """Each number of people hit, dead ones among them, with a number of dead told in the same breath."""
    dead = list(_told(numbers, attached, ("killed",)))
    for hit in _told(numbers, attached, ("casualties",)):
        event = attached[hit].event
        if event is None or event.span.of(text).casefold() not in listed("hit"):
            continue
        for n in dead:
            first, last = sorted((numbers[hit].span, numbers[n].span))
            if last.start - first.end < REST_REACH and (numbers[n].point or 0) < (numbers[hit].point or 0):
                yield hit, n


def _told(numbers: Sequence[Number], attached: Sequence[Attachment], classes: Sequence[str]) -> Iterator[int]:
    """The exact counts of those to whom something of the classes is said to have happened, none a part of another."""
    for n, (number, here) in enumerate(zip(numbers, attached, strict=True)):
        told = here.event is not None and here.event.class_ in classes and here.modality == "asserted"
        if told and number.kind == "count" and number.bound == "exact" and number.point and not here.relation:
            yield n


def _sure(pair: tuple[int, int], numbers: Sequence[Number], attached: Sequence[Attachment]) -> float:
    return min(numbers[n].confidence * attached[n].confidence for n in pair)


def _words_of(numbers: Sequence[Number], attached: Sequence[Attachment], *places: int) -> Span:
    """All the words between the first and the last that tell of the numbers."""
    spans = [numbers[n].span for n in places] + [here.event.span for n in places if (here := attached[n]).event]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
