"""One death told without a number: "Ada Moen, 41, was killed", "the driver died at the scene"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from twosource.extraction.clause_words import Word, classes_of_things, event_phrases, listed, words_of
from twosource.extraction.counted import NounPhrase
from twosource.extraction.events import Found, find_event
from twosource.records import Counted
from twosource.spans import Span, SpanSet
from twosource.text.sentences import sentences

_PERSONS = frozenset(
    ["person", "soldier", "civilian", "child", "woman", "man", "police", "prisoner", "worker", "patient"]
)
_BEFORE_PLACES = frozenset(["in", "at", "from", "near", "outside", "to", "on", "by", "with", "against"])
_WORD = re.compile(r"\w+")
_FULL_NAME = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z][\w.]* )?([A-Z][a-z][\w-]*)")
_NAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’'-]*\Z")


class Death(NamedTuple):
    """Who died: the words for them, what is said to have happened, and the surname, empty where no name is given."""

    who: Counted
    event: Found
    surname: str


def find_single_death(text: str, *, boilerplate: Sequence[Span] = ()) -> Death | None:
    """The one death of a text; None where none is told, or where more than one person is said to have died.

    Meant for texts that give no number of dead: a number says more.
    """
    left_out = SpanSet(boilerplate)
    surnames = frozenset(_FULL_NAME.findall(text))
    found = [
        death
        for sentence in sentences(text)
        if sentence.start not in left_out and not _death_words().isdisjoint(_WORD.findall(sentence.of(text).lower()))
        for death in _deaths(text, words_of(text, sentence), surnames)
    ]
    named = [death for death in found if death.surname]
    chosen = named or found
    return chosen[0] if len({death.surname for death in chosen}) == 1 else None


def _deaths(text: str, words: list[Word], surnames: frozenset[str]) -> Iterator[Death]:
    at = 0
    while at < len(words):
        name = _name_end(words, at, surnames)
        end = name or _noun_end(words, at)
        if end is None:
            at += 1
            continue
        aged = at - (at > 0 and words[at - 1].folded.endswith("-old"))  # "death of 4-year-old Ava Moen"
        event = find_event(words, aged, NounPhrase(None, None, end, False), "person")
        told = event and event.event.class_ == "killed" and event.rule in ("after", "before")
        place = name and event and event.rule == "after" and at > 0 and words[at - 1].folded in _BEFORE_PLACES
        if event and told and not place:
            near = {word.folded for word in words[max(0, min(at, event.at) - 6) : max(at, event.at) + 1]}
            if near.isdisjoint(listed("possible") | listed("denied")):
                span = Span(words[at].span.start, words[end - 1].span.end)
                surname = words[end - 1].folded.removesuffix("'s") if name else ""
                yield Death(Counted(span, span.of(text), "person"), event, surname)
        at = end


def _name_end(words: list[Word], at: int, surnames: frozenset[str]) -> int | None:
    """Where a name of two to four words ends, or a surname that the text gives in full elsewhere."""
    end = at
    while (
        end < len(words) and end - at < 4 and _NAME.match(words[end].text) and words[end].folded not in listed("days")
    ):
        end += 1
    return end if end - at >= 2 or (end > at and words[at].text in surnames) else None


def _noun_end(words: list[Word], at: int) -> int | None:
    """Where "he", "the victim", "her son", "the 19-year-old driver", "a 19-year-old" ends."""
    if words[at].folded in ("he", "she", "him"):
        return at + 1
    if words[at].folded not in ("the", "his", "her", "their", "a", "an"):
        return None
    end = at + 1
    while end < min(len(words), at + 3) and words[end].folded.endswith("-old"):
        end += 1
    if end > at + 1 and (end == len(words) or words[end].folded in listed("linking") or words[end].folded == "died"):
        return end
    noun = words[end].folded if end < len(words) else ""
    single = (
        classes_of_things().get(noun) in _PERSONS and not noun.endswith("s") and noun not in ("people", "men", "women")
    )
    return end + 1 if single and noun not in ("police", "children", "group", "public") else None


@cache
def _death_words() -> frozenset[str]:
    return frozenset(
        word for place in ("after", "before") for word in event_phrases(place).words_of("killed") if len(word) > 2
    ) - frozenset(
        ["the", "and", "with", "has", "have", "had", "found", "left", "their", "his", "her", "loss", "took", "cost"]
    )
