"""What each number of a text counts, what happened to it, when, and how it depends on the others."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from twosource.extraction.figures.casualties import counts_the_dead
from twosource.extraction.figures.counted import PERSONS, NounPhrase
from twosource.extraction.figures.events import Found, find_event
from twosource.extraction.figures.fitting import fits, loss_of
from twosource.extraction.figures.parties import (
    actor_of,
    dates_told,
    owner_of,
    place_of,
    places_of,
    sufferer_of,
    time_of,
    until,
)
from twosource.extraction.figures.sharing import (
    Shared,
    added_to_the_toll,
    befell_the_whole,
    happened_else,
    inherited,
    model_of,
    respectively,
    total_of,
)
from twosource.extraction.figures.sureness import how_sure
from twosource.extraction.figures.things import class_of_things, counted_by, is_quality, labelled, sufferers
from twosource.extraction.figures.ties import (
    Aggregation,
    Modality,
    aggregation_of,
    modality_of,
    per_of,
    relation_of,
    whole_of,
)
from twosource.extraction.figures.told_times import of_this, times_told
from twosource.extraction.numbers.find import Number
from twosource.extraction.sentences.clause_words import listed
from twosource.extraction.sentences.wording import Words, words_of
from twosource.records import Counted, Date, Event, Party, Period
from twosource.settings.attach import WITHOUT_EVENT
from twosource.spans import Span
from twosource.text.sentences import sentences_at

# What befalls people is a toll of its own even where it befell some of those counted: "two of the four men died".
TOLLS = frozenset(["killed", "injured", "casualties", "missing", "captured", "hospitalised"])


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


def attach(
    text: str, numbers: Sequence[Number], *, dates: Sequence[Date] = (), published: str | None = None
) -> list[Attachment]:
    """One attachment a number, in the same order; `published` keeps what has happened from being put into the future."""
    found: list[Attachment] = []
    starts, days = [number.span.start for number in numbers], [date.span.start for date in dates]
    for sentence in sentences_at(text, starts):
        of_it = range(len(found), bisect_left(starts, sentence.end))
        marked = dates[bisect_left(days, sentence.start) : bisect_left(days, sentence.end)]
        found += _Sentence(text, sentence, numbers, of_it, marked, published).read()
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


class _Sentence:
    """The numbers of one sentence, read in order: what is told of one tells of the next."""

    def __init__(
        self,
        text: str,
        span: Span,
        numbers: Sequence[Number],
        indices: range,
        dates: Sequence[Date],
        published: str | None,
    ) -> None:
        self.text, self.span, self.numbers, self.indices = text, span, numbers, indices
        self.words = words_of(text, span)
        self.past, self.earlier = times_told(self.words.plain)
        self.dates, self.published = list(dates_told(text, span, dates)), published
        self.found: list[Attachment] = []
        self.phrases: list[tuple[int, NounPhrase]] = []

    def read(self) -> list[Attachment]:
        """One attachment a number of the sentence."""
        for n in self.indices:
            self.found.append(self._attached(n))
        found = _share_events(self.words, self.numbers, self.indices, self.phrases, self.found)
        for n in added_to_the_toll(self.words, self.phrases, found):
            found[n] = found[n]._replace(aggregation="increment")
        for n, befell in befell_the_whole(found, self.indices):
            found[n] = found[n]._replace(event=befell, rule="part of another")
        found = _moved(self.numbers, self.indices, found)
        for n, side in enumerate(respectively(self.text, self.span, len(found))):
            found[n] = found[n]._replace(side=side)
        return found

    @cached_property
    def places(self) -> list[Party]:
        """The places that the sentence names."""
        return places_of(self.text, self.span)

    def _attached(self, n: int) -> Attachment:
        number, words, text = self.numbers[n], self.words, self.text
        hedge = number.hedge or number.span
        before = bisect_left(words.starts, min(hedge.start, number.span.start))
        after = bisect_left(words.starts, max(hedge.end, number.span.end))
        phrase = counted_by(text, words, after, number)
        things = class_of_things(number, phrase)
        found, relation = self._tied(n, before, after, phrase, things)
        self.phrases.append((before, phrase))
        event = found.event if found else None
        model = self._model(number, phrase, found, relation)
        edge = self.numbers[n + 1].span.start if n + 1 in self.indices else None
        per = per_of(words, before, phrase.end)
        return Attachment(
            counted=phrase.counted
            or labelled(words, before, found)
            or (model.counted if model else None)
            or (sufferers(text, event) if event and number.kind == "count" else None),
            event=event,
            modality=modality_of(words, before, found, number, phrase.end),
            aggregation=aggregation_of(words, before, phrase, found, number, per),
            relation=relation,
            actor=actor_of(text, words, found) or _same_actor(words, found, self.found),
            side=phrase.side
            or (model.side if model else None)
            or owner_of(text, words, before, phrase, found)
            or sufferer_of(text, words, found),
            place=place_of(text, number, edge, self.places) if event and self.places else None,
            time=time_of(text, number, edge, self._dates_of(event, after, things), happened=event is not None),
            per=per,
            confidence=how_sure(text, number, self.past, found, phrase),
            rule=found.rule if found else "",
            earlier=self.earlier,
        )

    def _tied(
        self, n: int, before: int, after: int, phrase: NounPhrase, things: str | None
    ) -> tuple[Found | None, tuple[Any, int] | None]:
        """What happened to those counted, and the number that they are a part or the total of."""
        words, found, event = self.words, self.found, None
        if not is_quality(self.text, self.numbers[n]):
            event = find_event(words, before, phrase, things) or inherited(words, before, self.phrases, found, things)
        relation = relation_of(words, before, after, self.numbers, self.indices, n)
        if event is None and relation and relation[0] == "part_of" and (whole := found[-1].event):
            event = Found(whole, before, "part of the one before", 0.7)
        if event and relation and relation[0] == "part_of" and happened_else(event.event, found[-1].event):
            relation = None
        toll = event is not None and event.event.class_ in TOLLS
        if relation is None and not toll:
            whole_at = whole_of(words, after, self.numbers, self.indices, n)
            relation = None if whole_at is None else ("part_of", whole_at)
        if relation is None and (first := total_of(words, before, phrase, found)) is not None:
            relation = ("total_of", self.indices[first])
            event = event or Found(found[-1].event or Event(self.numbers[n].span, "other"), before, "toll", 0.8)
        return event, relation

    def _model(
        self, number: Number, phrase: NounPhrase, found: Found | None, relation: tuple[Any, int] | None
    ) -> Shared | None:
        """The number before whose noun is left out behind this one: "40 men were hurt and 12 killed"."""
        if phrase.counted or not (relation or (found and number.kind == "count")):
            return None
        at = model_of(self.found)
        if at is None or (found and found.rule == "toll" and self.phrases[at][1].partitive):
            return None  # "one of the survivors died, bringing the toll to 33" counts all the dead
        model = self.found[at]
        unfit = model.counted and found and not fits(found.event.class_, model.counted.class_)
        return None if unfit else model

    def _dates_of(self, event: Event | None, after: int, things: str | None) -> Sequence[Date]:
        told = until(self.published, self.dates) if event and event.class_ in TOLLS else self.dates
        return of_this(self.words, after, event, things, told) if event and told else told


def _moved(numbers: Sequence[Number], indices: range, found: list[Attachment]) -> list[Attachment]:
    """ "The toll rose from 12 to 19", "to 19 from 12": the two are of one thing, whichever of them it is said of."""
    for n in indices:
        origin = numbers[n].moved_from
        if origin is None or origin not in indices:
            continue
        for at, other in ((n, origin), (origin, n)):
            here, told = found[at - indices.start], found[other - indices.start]
            if here.event is None and told.event:
                found[at - indices.start] = here._replace(
                    event=told.event,
                    counted=here.counted or told.counted,
                    aggregation=told.aggregation,
                    rule="moved from another" if at == n else "moved to another",
                    confidence=max(here.confidence, told.confidence) if at == n else here.confidence,
                )
    return found


def _same_actor(words: Words, event: Found | None, found: list[Attachment]) -> Party | None:
    """ "Rebels killed 12 guards and wounded 30": the subject of the verb before is that of the next one."""
    joined = event and event.rule == "before" and event.at > 0 and words.folded[event.at - 1] in ("and", ",", "while")
    last = found[-1] if found and joined else None
    return last.actor if last and last.rule.startswith("before") else None


def _share_events(
    words: Words,
    numbers: Sequence[Number],
    indices: range,
    phrases: list[tuple[int, NounPhrase]],
    found: list[Attachment],
) -> list[Attachment]:
    """ "six priests and two women were killed": the first number goes with the second."""
    for i in range(len(found) - 2, -1, -1):
        here, there = found[i], found[i + 1]
        between = words.folded[phrases[i][1].end : phrases[i + 1][0]]
        joined = (
            len(between) <= 2
            and ("and" in between or "or" in between)
            and _JOINTS.issuperset(set(between) - listed("skipped"))
        )
        # A comma alone joins what is of one kind only: no "30 shots fired, one dead".
        listed_with = between == [","] and _same_class(here, there) and there.relation is None
        kinds = numbers[indices[i]].kind == numbers[indices[i + 1]].kind == "count"
        shared = there.event and there.rule.startswith(("after", "with"))
        if (
            here.counted is None and there.counted and len(between) == 1 and between[0] in _JOINTS and kinds
        ):  # "3 and 5 ships"
            here = found[i] = here._replace(counted=there.counted)
        if here.event is None and here.counted and shared and (joined or listed_with) and kinds:
            found[i] = here._replace(event=there.event, rule="with the next one", confidence=there.confidence)
        if (
            between == ["to"]
            and here.rule == "toll"
            and there.event is None
            and words.folded[phrases[i][0] - 1] == "by"
        ):
            found[i] = here._replace(aggregation="increment")  # "the number fell BY 120 TO 2,380"
            found[i + 1] = there._replace(event=here.event, rule="toll", aggregation="total")
    for n, here in enumerate(found):
        if here.event and here.event.class_ == "lost" and here.counted:
            found[n] = here._replace(event=Event(here.event.span, loss_of(here.counted.class_)))
    return found


_JOINTS = frozenset(["and", "or", ","])


def _same_class(here: Attachment, there: Attachment) -> bool:
    one, other = here.counted and here.counted.class_, there.counted and there.counted.class_
    return bool(one and other) and (one == other or {one, other} <= PERSONS)
