"""What each number of a text counts, what happened to it, when, and how it depends on the others."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from twosource.extraction.casualties import counts_the_dead
from twosource.extraction.clause_words import Word, classes_of_things, listed, words_of
from twosource.extraction.counted import SUFFERERS, NounPhrase, noun_phrase
from twosource.extraction.events import Found, find_event, fits
from twosource.extraction.numbers import Number
from twosource.records import Counted, Date, Event, Party, Period
from twosource.settings.attach import LATER_IN_TEXT, OF_SOME, OF_THE_PAST, VAGUE, WITHOUT_EVENT
from twosource.spans import Span
from twosource.text.lexicon import alternation
from twosource.text.sentences import sentences
from twosource.text.units import to_base

Modality = Literal["asserted", "negated", "possible"]
Aggregation = Literal["incident", "total", "rate", "stock", "increment"]


class Attachment(NamedTuple):
    """What belongs to a number; `relation` names the kind and the index of the other number."""

    counted: Counted | None = None
    event: Event | None = None
    modality: Modality = "asserted"
    aggregation: Aggregation | None = None
    relation: tuple[Any, int] | None = None
    actor: Party | None = None
    side: Party | None = None
    place: Party | None = None
    time: Period | None = None
    per: str | None = None
    confidence: float = WITHOUT_EVENT
    rule: str = ""
    earlier: bool = False
    """The sentence tells what was counted before."""


def attach(text: str, numbers: Sequence[Number], *, dates: Sequence[Date] = ()) -> list[Attachment]:
    """One attachment a number, in the same order."""
    found: list[Attachment] = []
    starts = [number.span.start for number in numbers]
    for sentence in sentences(text) if numbers else ():
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if first < last:
            found += _attach_sentence(text, sentence, numbers, range(first, last), dates)
    found = found if len(found) == len(numbers) else _pad(found, numbers)
    seen: set[str] = set()
    deaths = sorted(here.event.span.start for here in found if here.event and here.event.class_ == "killed")
    for n, here in enumerate(found):
        # Where some died, "five were shot" counts the dead and the wounded together.
        if here.event and counts_the_dead(text, here.event, numbers[n].span, deaths):
            here = found[n] = here._replace(event=Event(here.event.span, "casualties"))
        # "A further 41 were hurt" adds to the hurt only where some were counted before.
        if here.aggregation == "increment" and here.event and here.event.class_ not in seen:
            found[n] = here._replace(aggregation="incident")
        if here.event:
            seen.add(here.event.class_)
    return _with_earlier_counts(found, numbers)


def _with_earlier_counts(found: list[Attachment], numbers: Sequence[Number]) -> list[Attachment]:
    """ "Earlier he had spoken of 41 injured": what the present number of the injured moved from."""
    for n, old in enumerate(found):
        if not old.earlier or old.event is None:
            continue
        for m, new in enumerate(found):
            same = new.event and new.event.class_ == old.event.class_ and numbers[m].unit == numbers[n].unit
            if same and not new.earlier and new.relation is None and numbers[m].point != numbers[n].point:
                found[m] = new._replace(relation=("moved_from", n))
                break
    return found


def _pad(found: list[Attachment], numbers: Sequence[Number]) -> list[Attachment]:
    return (found + [Attachment()] * len(numbers))[: len(numbers)]


def _attach_sentence(
    text: str, sentence: Span, numbers: Sequence[Number], indices: range, dates: Sequence[Date]
) -> list[Attachment]:
    words = words_of(text, sentence)
    at = [word.span.start for word in words]
    plain = " ".join(word.folded for word in words)
    past, earlier = bool(_listed("past").search(plain)), bool(_listed("earlier").search(plain))
    marked = [date for date in dates if sentence.start <= date.span.start < sentence.end]
    found: list[Attachment] = []
    phrases: list[tuple[int, NounPhrase]] = []
    for n in indices:
        number = numbers[n]
        begins = number.hedge.start if number.hedge and number.hedge.start < number.span.start else number.span.start
        ends = max(number.span.end, number.hedge.end if number.hedge else 0)
        before, after = bisect_left(at, begins), bisect_left(at, ends)
        phrase = noun_phrase(text, words, after)
        things = _class_of_things(number, phrase)
        event = find_event(words, before, phrase, things) or _inherited(words, before, phrases, found, things)
        phrases.append((before, phrase))
        relation = _relation(words, before, after, n, indices.start, found)
        if event is None and relation and relation[0] == "part_of" and (whole := found[-1].event):
            event = Found(whole, before, "part of the one before", 0.7)
        if event and relation and relation[0] == "part_of" and _happened_else(event.event, found[-1].event):
            relation = None
        model = None if phrase.counted or not (event or relation) else _model(found)
        if model and model.counted and event and not fits(event.event.class_, model.counted.class_):
            model = None
        found.append(
            Attachment(
                counted=phrase.counted
                or _labelled(words, before, event)
                or (model.counted if model else None)
                or (_sufferers(text, event.event) if event and number.kind == "count" else None),
                event=event.event if event else None,
                modality=_modality(words, before, event, number),
                aggregation=_aggregation(words, before, phrase, event, number),
                relation=relation,
                side=phrase.side or (model.side if model else None) or _owner(text, words, before, phrase, event),
                time=_time(number, numbers, indices, marked),
                confidence=_confidence(text, number, past, event, phrase),
                rule=event.rule if event else "",
                earlier=earlier,
            )
        )
    return _share_events(words, numbers, indices, phrases, found)


def _happened_else(event: Event, whole: Event | None) -> bool:
    """Whether "of whom 4 died" counts all of another toll, and no part of the one before: "41 were hurt"."""
    return whole is not None and event.class_ != whole.class_


def _sufferers(text: str, event: Event) -> Counted | None:
    """ "452 displaced", "12 dead": the word for what happened stands for the people it happened to."""
    words = event.span.of(text)
    return Counted(event.span, words, "person") if words.casefold() in SUFFERERS else None


def _labelled(words: list[Word], before: int, event: Found | None) -> Counted | None:
    """What the label before a number counts: "Damaged houses: 146", "displaced families rose to 300"."""
    if event is None or event.rule != "toll":
        return None
    behind = words[event.at + 1 : min(before, event.at + 3)]
    noun = next((word for word in behind if classes_of_things().get(word.folded)), None)
    return Counted(noun.span, noun.text, classes_of_things()[noun.folded]) if noun else None


def _class_of_things(number: Number, phrase: NounPhrase) -> str | None:
    if number.kind in ("money", "percent", "ratio"):
        return "money" if number.kind == "money" else "share"
    if number.unit and number.kind == "measure":
        dimension = to_base(number.unit)[0]
        return {"length": "distance", "length ** 2": "area"}.get(dimension, "measure")
    if number.kind in ("age", "duration"):
        return "measure"
    return phrase.counted.class_ if phrase.counted else None


def _inherited(
    words: list[Word], before: int, phrases: list[tuple[int, NounPhrase]], found: list[Attachment], things: str | None
) -> Found | None:
    """ "killed five men and two women": the second number goes with the first, where only a joint stands between."""
    if not found or found[-1].event is None or not found[-1].rule.startswith(("before", "noun", "toll", "with")):
        return None
    between = words[phrases[-1][1].end : before]
    if not fits(found[-1].event.class_, things):
        return None
    if len(between) <= 2 and any(word.folded in ("and", ",", "plus", "or") for word in between):
        return Found(found[-1].event, before, "with the one before", 0.75)
    return None


def _share_events(
    words: list[Word],
    numbers: Sequence[Number],
    indices: range,
    phrases: list[tuple[int, NounPhrase]],
    found: list[Attachment],
) -> list[Attachment]:
    """ "six priests and two women were killed": the first number goes with the second."""
    for i in range(len(found) - 2, -1, -1):
        here, there = found[i], found[i + 1]
        between = words[phrases[i][1].end : phrases[i + 1][0]]
        joined = len(between) <= 2 and any(word.folded in ("and", "or") for word in between)
        # A comma alone joins what is of one kind only: no "30 shots fired, one dead".
        listed_with = len(between) == 1 and between[0].folded == "," and _same_class(here, there)
        kinds = numbers[indices[i]].kind == numbers[indices[i + 1]].kind == "count"
        shared = there.event and there.rule.startswith(("after", "with"))
        if here.event is None and here.counted and shared and (joined or listed_with) and kinds:
            found[i] = here._replace(event=there.event, rule="with the next one", confidence=there.confidence)
    return found


def _same_class(here: Attachment, there: Attachment) -> bool:
    return bool(here.counted and there.counted and here.counted.class_ and here.counted.class_ == there.counted.class_)


def _model(found: list[Attachment]) -> Attachment | None:
    """ "5 people killed and 12 wounded", "of whom 4 ...": the number before whose noun stands for this one too."""
    classes = classes_of_things()
    return next((here for here in reversed(found) if here.counted and here.counted.head.casefold() in classes), None)


def _relation(
    words: list[Word], before: int, after: int, n: int, first: int, found: list[Attachment]
) -> tuple[Any, int] | None:
    """Part of, or compared with, the number before in the sentence."""
    if not found:
        return None
    near = [word.folded for word in words[max(0, before - 5) : before]]
    if any(word in listed("compared") for word in near[-3:]) or near[-2:] in (["up", "from"], ["down", "from"]):
        return "compared_with", n - 1
    following = [word.folded for word in words[after : after + 2]]
    if following[:1] == ["of"] and following[-1] in ("them", "those", "whom", "these"):
        return "part_of", n - 1
    if near[-1:] == ["among"] and near[-2:-1] and near[-2] in ("was", "were", "is", "are"):
        return None  # "a nurse was among three people hurt": the three are the whole
    joined = near[-1:] and near[-1] not in (",", ";") and any(word in listed("part") for word in near[-4:])
    if joined and n > first:
        return "part_of", n - 1
    return None


def _modality(words: list[Word], before: int, event: Found | None, number: Number) -> Modality:
    edge = min(before, event.at) if event else before
    near = [word.folded for word in words[max(0, edge - 6) : before + 1]]
    if event and event.at > before:
        near += [word.folded for word in words[before : event.at]]
    if number.point != 0 and any(word in listed("denied") for word in near):
        return "negated"
    return "possible" if any(word in listed("possible") for word in near) else "asserted"


def _aggregation(
    words: list[Word], before: int, phrase: NounPhrase, event: Found | None, number: Number
) -> Aggregation | None:
    if number.per:
        return "rate"
    near = [word.folded for word in words[max(0, before - 3) : before]]
    after = [word.folded for word in words[phrase.end : phrase.end + 1]]
    if event and phrase.partitive and phrase.counted and phrase.counted.head.casefold() in SUFFERERS:
        return "increment"
    if event and (any(word in listed("more") for word in near[-2:]) or after == ["more"]):
        return "increment"
    if event and (event.rule == "toll" or " so far" in " ".join(word.folded for word in words)):
        return "total"
    return "incident" if event else None


def _owner(text: str, words: list[Word], before: int, phrase: NounPhrase, event: Found | None) -> Party | None:
    """Whose they are: "North Korea, which sent 12 of its soldiers", "the losses of the North Korean contingent"."""
    inside = words[before : phrase.end]
    if event and event.rule == "toll":
        names = [n for n in range(event.at + 1, before) if words[n].text[0].isupper()]
    elif phrase.partitive and any(word.folded in listed("possessive") for word in inside):
        names = [n for n in range(before) if words[n].text[0].isupper() and (n > 0 or len(words[n].text) > 3)]
    else:
        return None
    if not names:
        return None
    last = first = names[-1]
    while first - 1 in names:
        first -= 1
    span = Span(words[first].span.start, words[last].span.end)
    return Party(span, " ".join(span.of(text).split()))


def _time(number: Number, numbers: Sequence[Number], indices: range, dates: Sequence[Date]) -> Period | None:
    """The date behind the number and before the next, else the only one before it."""
    edge = next((numbers[n].span.start for n in indices if numbers[n].span.start > number.span.start), None)
    after = [date for date in dates if date.span.start >= number.span.end and (edge is None or date.span.start < edge)]
    before = [date for date in dates if date.span.end <= number.span.start]
    chosen = after[0] if after else before[-1] if before else dates[0] if len(dates) == 1 else None
    return Period(chosen.span, chosen.start, chosen.end) if chosen else None


@cache
def _listed(group: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(listed(group))})\b")


def _confidence(text: str, number: Number, past: bool, event: Found | None, phrase: NounPhrase) -> float:
    """How sure the tie is, and how likely the figure speaks of the story and not of its background."""
    sure = event.confidence if event else WITHOUT_EVENT
    sure -= LATER_IN_TEXT * number.span.start / max(1, len(text))
    if past:
        sure -= OF_THE_PAST
    if phrase.partitive:
        sure -= OF_SOME
    if number.bound == "vague":
        sure -= VAGUE
    return round(max(0.05, sure), 3)
