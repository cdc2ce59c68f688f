"""One person told of without a number: "Ada Moen, 41, was killed", "the driver is in hospital"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from twosource.extraction.figures.counted import PERSONS, NounPhrase
from twosource.extraction.figures.events import Found, find_event
from twosource.extraction.sentences.clause_words import classes_of_things, listed, tells_of
from twosource.extraction.sentences.wording import Words
from twosource.extraction.sought import sentences_telling
from twosource.records import Counted
from twosource.spans import Span, SpanSet

_BEFORE_PLACES = frozenset(["in", "at", "from", "near", "outside", "to", "on", "by", "with", "against"])
_FULL_NAME = re.compile(r"[A-Z](?<!\w.)[a-z]++ (?:[A-Z][\w.]*+ )?([A-Z][a-z][\w-]*)")
_PRONOUNS = frozenset(["he", "she", "him"])
_OPENING = _PRONOUNS | {"the", "his", "her", "their", "a", "an"}
_NAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’'-]*\Z")


class Fate(NamedTuple):
    """Whom it befell: the words for them, what is said to have happened, and the surname, empty where no name is given."""

    who: Counted
    event: Found
    surname: str


def find_single_death(text: str, *, boilerplate: Sequence[Span] = ()) -> Fate | None:
    """The one death of a text; None where none is told, or where more than one person is said to have died.

    Meant for texts that give no number of dead: a number says more.
    """
    return _the_only(_fates(text, ("killed",), boilerplate))


def find_single_injury(text: str, *, boilerplate: Sequence[Span] = ()) -> Fate | None:
    """The one survivor who was hurt; None where none is told, or more than one, or where the dead may be meant.

    Meant for texts that give no number of injured. "Was shot" alone leaves open whether it was survived.
    """
    found = [
        fate
        for fate in _fates(text, ("injured", "hospitalised"), boilerplate)
        if fate.surname and fate.event.event.span.of(text).casefold().partition(" ")[0] not in listed("hit") | {"went"}
    ]
    dead = {fate.surname for fate in _fates(text, ("killed",), boilerplate)} if found else set()
    return _the_only([fate for fate in found if fate.surname not in dead]) if "" not in dead else None


def _the_only(found: list[Fate]) -> Fate | None:
    named = [fate for fate in found if fate.surname]
    chosen = named or found
    return chosen[0] if len({fate.surname for fate in chosen}) == 1 else None


def _fates(text: str, classes: tuple[str, ...], boilerplate: Sequence[Span]) -> list[Fate]:
    """All that is told of single persons, of the given classes of events, in order of place."""
    read = [words for words in sentences_telling(text) if tells_of(words, classes)]
    if not read:
        return []
    left_out = SpanSet(boilerplate)
    body = [words for words in read if words.starts[0] not in left_out]
    return [fate for words in body for fate in _of_sentence(text, words, classes)]


@lru_cache(maxsize=4)
def _surnames(text: str) -> frozenset[str]:
    return frozenset(_FULL_NAME.findall(text))


def _of_sentence(text: str, words: Words, classes: tuple[str, ...]) -> Iterator[Fate]:
    at = 0
    while at < len(words):
        name = _name_end(text, words, at) if words.written[at][0].isupper() else None
        end = name or (_noun_end(words, at) if words.folded[at] in _OPENING else None)
        if end is None:
            at += 1
            continue
        aged = at - (at > 0 and words.folded[at - 1].endswith("-old"))  # "death of 4-year-old Ava Moen"
        event = find_event(words, aged, NounPhrase(None, None, end, False), "person")
        told = event and event.event.class_ in classes and event.rule in ("after", "before")
        told = told and event and (event.event.class_ == "killed" or event.rule == "after")
        place = name and event and event.rule == "after" and at > 0 and words.folded[at - 1] in _BEFORE_PLACES
        if event and told and not place:
            near = set(words.folded[max(0, min(at, event.at) - 6) : max(at, event.at) + 1])
            if near.isdisjoint(listed("possible", "denied")):
                span = Span(words.starts[at], words.ends[end - 1])
                surname = words.folded[end - 1].removesuffix("'s") if name else ""
                yield Fate(Counted(span, span.of(text), "person"), event, surname)
        at = end


def _name_end(text: str, words: Words, at: int) -> int | None:
    """Where a name of two to four words ends, or a surname that the text gives in full elsewhere."""
    end = at
    while (
        end < len(words)
        and end - at < 4
        and _NAME.match(words.written[end])
        and words.folded[end] not in listed("days")
    ):
        end += 1
    return end if end - at >= 2 or (end > at and words.written[at] in _surnames(text)) else None


def _noun_end(words: Words, at: int) -> int | None:
    """Where "he", "the victim", "her son", "the 19-year-old driver", "a 19-year-old" ends, opened by the word `at`."""
    if words.folded[at] in _PRONOUNS:
        return at + 1
    end = at + 1
    while end < min(len(words), at + 3) and words.folded[end].endswith("-old"):
        end += 1
    if end > at + 1 and (end == len(words) or words.folded[end] in listed("linking") or words.folded[end] == "died"):
        return end
    noun = words.folded[end] if end < len(words) else ""
    single = (
        classes_of_things().get(noun) in PERSONS and not noun.endswith("s") and noun not in ("people", "men", "women")
    )
    return end + 1 if single and noun not in ("police", "children", "group", "public") else None
