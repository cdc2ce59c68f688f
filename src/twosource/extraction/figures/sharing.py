"""What the numbers of one sentence share: one verb for several, one noun, a total that takes in those before it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from twosource.extraction.figures.counted import NounPhrase
from twosource.extraction.figures.events import LOSING, Found
from twosource.extraction.figures.fitting import fits, loss_of
from twosource.extraction.sentences.clause_words import classes_of_things, listed
from twosource.extraction.sentences.wording import Words
from twosource.records import Counted, Event, Party
from twosource.spans import Span


class Shared(Protocol):
    """What is known of a number so far."""

    @property
    def counted(self) -> Counted | None: ...
    @property
    def event(self) -> Event | None: ...
    @property
    def side(self) -> Party | None: ...
    @property
    def rule(self) -> str: ...
    @property
    def relation(self) -> tuple[Any, int] | None: ...


_NAMES = re.compile(
    r"\b((?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)*,? and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_ONE_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
TOTAL_REACH = 12  # words between "bringing the total" and its number


def inherited(
    words: Words, before: int, phrases: list[tuple[int, NounPhrase]], found: Sequence[Shared], things: str | None
) -> Found | None:
    """ "killed five men and two women": the second number goes with the first, where only a joint stands between."""
    told = words.folded[before - 1] in listed("telling") if before else False
    if found and found[-1].event and found[-1].rule == "toll" and told and fits(found[-1].event.class_, things):
        return Found(found[-1].event, before, "toll", 0.6)  # "police put the crowd at 300, the club said 900"
    if found and (elliptic := _left_out(words, before, phrases[-1][1], found, things)):
        return elliptic
    if not found or found[-1].event is None or not found[-1].rule.startswith(("before", "noun", "toll", "with")):
        return None
    between = words.folded[phrases[-1][1].end : before]
    event = _lost_too(words, found[-1].event, things)
    if not fits(event.class_, things):
        return None
    joint = [word for word in between if word not in listed("skipped")]
    if len(between) <= 2 and joint and all(word in ("and", ",", "plus", "or") for word in joint):
        return Found(event, before, "with the one before", 0.75)
    return None


def _lost_too(words: Words, event: Event, things: str | None) -> Event:
    """ "Lost three tanks and 40 men": losing means another thing for each kind of things."""
    told = bisect_left(words.starts, event.span.start)
    losing = event.span.end == words.ends[told] and words.folded[told] in LOSING
    return Event(event.span, loss_of(things)) if losing else event


def befell_the_whole(found: Sequence[Shared], indices: range) -> Iterator[tuple[int, Event]]:
    """ "Three divers were among the 31 people killed": what befell all of those told of later befell their part."""
    for n, here in enumerate(found):
        if here.event or not here.counted or not here.relation or here.relation[0] != "part_of":
            continue
        whole = found[here.relation[1] - indices.start] if here.relation[1] in indices else here
        if whole.event and fits(whole.event.class_, here.counted.class_):
            yield n, whole.event


def happened_else(event: Event, whole: Event | None) -> bool:
    """Whether "of whom 4 died" counts all of another toll, and no part of the one before: "41 were hurt"."""
    return whole is not None and event.class_ != whole.class_


def added_to_the_toll(
    words: Words, phrases: Sequence[tuple[int, NounPhrase]], found: Sequence[Shared]
) -> Iterator[int]:
    """The numbers that a toll grew by: "the toll rose to 27 after FOUR people died", "when TWO bodies were found"."""
    for n in range(1, len(found)):
        here, before = found[n].event, found[n - 1]
        told = (
            before.rule.startswith(("toll", "moved")) and here and before.event and here.class_ == before.event.class_
        )
        if told and not _SINCE.isdisjoint(words.folded[phrases[n - 1][1].end : phrases[n][0]]):
            yield n


_SINCE = frozenset(["after", "when", "as", "with"])


def _left_out(words: Words, before: int, last: NounPhrase, found: Sequence[Shared], things: str | None) -> Found | None:
    """ "Twelve died in Vell and 30 in Dunbar", "7 died, bringing the total to 21": what was said is not said again."""
    near = words.folded[max(0, before - TOTAL_REACH) : before]
    told = next((here.event for here in found if here.event and fits(here.event.class_, things)), None)
    if told is None or last.end > before:
        return None
    if near[-1:] == ["to"] and {"total", "tally", "number", "figure", "count"} & set(near) and _bringing(near):
        return Found(told, before, "toll", 0.7)
    at = before + 1
    somewhere = at + 1 < len(words) and words.folded[at] in listed("places") and words.written[at + 1][0].isupper()
    if things is None and somewhere and near[-1:] and near[-1] in ("and", ",", "while", "another"):
        return Found(found[-1].event or told, before, "as the one before", 0.65)
    return None


def _bringing(near: list[str]) -> bool:
    return any(word.startswith(("bring", "brought", "tak", "took", "push", "rais", "lift")) for word in near)


def model_of(found: Sequence[Shared]) -> int | None:
    """ "5 people killed and 12 wounded", "of whom 4 ...": which number before has the noun that stands for this one too."""
    classes = classes_of_things()
    known = (n for n, here in enumerate(found) if here.counted and here.counted.head.casefold() in classes)
    return max(known, default=None)


def total_of(words: Words, before: int, phrase: NounPhrase, found: Sequence[Shared]) -> int | None:
    """The first of those that a total of the same sentence adds up: "12 in Vell and 30 in Dunbar, A TOTAL OF 42"."""
    near = words.folded[max(0, before - 3) : before]
    if near[-2:] not in (["total", "of"], ["in", "all"]) and near[-1:] != ["altogether"]:
        return None
    heads = {here.counted.head.casefold() for here in found if here.counted}
    events = {here.event.class_ for here in found if here.event}
    same = phrase.counted is None or phrase.counted.head.casefold() in heads
    return 0 if len(found) > 1 and len(events) == 1 and all(here.event for here in found) and same else None


def respectively(text: str, sentence: Span, count: int) -> list[Party]:
    """Whose each of `count` numbers is in "Norda and Vell lost 3 and 5 ships respectively"; none where they do not fit."""
    if "respectively" not in text[sentence.start : sentence.end].lower():
        return []
    for listing in _NAMES.finditer(text, sentence.start, sentence.end):
        names = list(_ONE_NAME.finditer(text, *listing.span()))
        if len(names) == count:
            return [Party(Span(*name.span()), " ".join(name[0].split())) for name in names]
    return []
