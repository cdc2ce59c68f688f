"""Lists of single persons without a number: "his wife, son and daughter were killed" tells of three."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from twosource.extraction.figures.counted import SMALL_NUMBERS, NounPhrase
from twosource.extraction.figures.events import Found, find_event
from twosource.extraction.sentences.clause_words import listed, told_after
from twosource.extraction.sentences.wording import Words
from twosource.extraction.sought import BEFALLING, sentences_telling
from twosource.records import Counted
from twosource.spans import Span, SpanSet

_ARTICLES = frozenset(["a", "an", "the", "another"])
_POSSESSIVES = frozenset(["his", "her", "their", "my", "our"])
_OPENINGS = _ARTICLES | _POSSESSIVES
_SELF = frozenset(["himself", "herself"])
# Behind the last of a list a verb for one person says that its words are all for the same: "a father and coach WAS hurt".
_OF_ONE = frozenset(["was", "is", "has"])
# Persons told of by name: the opening of such a member, and what may befall nothing that is no person.
_NAMED = "name"
_OF_THE_NAMED = frozenset(["killed", "injured", "hospitalised"])
_NAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’-]*\Z")
_MODIFIERS = 2  # words between an article and its noun
_LONGEST_NAME = 4  # words of a name behind the noun: "his wife ADA BERIT MOEN, 41, and ..."


class Listed(NamedTuple):
    """The words of a list, how many persons it names, and what is said to have happened to them."""

    who: Counted
    number: int
    event: Found


class _Member(NamedTuple):
    end: int
    opening: str
    noun: str


def find_lists(text: str, *, taken: Sequence[Span] = (), boilerplate: Sequence[Span] = ()) -> list[Listed]:
    """The lists of two or more single persons to whom something of a toll is said to have happened, in order of place.

    `taken` are spans of totals already read and of numbers; a list that touches one belongs to it.
    """
    told = [found for words in sentences_telling(text) for found in _of_sentence(text, words)]
    left_out = SpanSet([*taken, *boilerplate] if told else ())
    return [
        found
        for found in told
        if found.who.span.start not in left_out and not any(found.who.span.overlaps(span) for span in taken)
    ]


def _of_sentence(text: str, words: Words) -> Iterator[Listed]:
    if "and" not in words.folded:
        return
    done = 0
    for at, word in enumerate(words.folded):
        if at < done or not (word in _OPENINGS or words.written[at][0].isupper()):
            continue
        first = _member(words, at)
        if first is None:
            continue
        end, count = _rest(words, first)
        event = _befell(words, at, end) if count > 1 else None
        if event and (first.opening != _NAMED or event.event.class_ in _OF_THE_NAMED):
            span = words.span(at, end)
            yield Listed(Counted(span, span.of(text), "person"), count, event)
        done = max(end, first.end)


def _befell(words: Words, first: int, end: int) -> Found | None:
    """What is said to have happened to all of a list; None where it is denied, feared, or said of one person."""
    event = find_event(words, first, NounPhrase(None, None, end, False), "person")
    if event is None or event.event.class_ not in BEFALLING or event.rule not in ("after", "before"):
        return None
    if event.rule == "after" and end < len(words) and words.folded[end] in _OF_ONE:
        return None
    if words.folded[event.at] in listed("hit"):
        return None  # "shot his wife and son" leaves open whether they lived
    near = set(words.folded[max(0, min(first, event.at) - 6) : max(first, event.at) + 1])
    return event if near.isdisjoint(listed("possible", "denied")) else None


def _rest(words: Words, first: _Member) -> tuple[int, int]:
    """Where the list that `first` opens ends and how many it names; 1 where no "and" closes it."""
    end, count, closed = first.end, 1, False
    while not closed:
        at = _past_name(words, end)
        comma = at < len(words) and words.folded[at] == ","
        at += comma
        closed = at < len(words) and words.folded[at] in ("and", "plus")
        at += closed
        if closed and at < len(words) and words.folded[at] == "then":
            at += 1
        if not (comma or closed) or at >= len(words):
            return end, 1
        if closed and words.folded[at] in _SELF:
            return at + 1, count + 1
        following = _member(words, at) or _bare(words, at, first)
        if following is None:
            return end, 1
        end, count = following.end, count + 1
    aged = _past_name(words, end)  # "Ada Moen and Jon Vik, 30, were hurt"
    aged = aged if words.folded[aged : aged + 1] == [","] else end
    return (end, 1) if _goes_on(words, aged) else (end, count)


def _goes_on(words: Words, end: int) -> bool:
    """Whether more belongs to a list than single persons: "his wife and son and two guards", "a man and a woman's car"."""
    if end < len(words) and words.folded[end] in ("'s", "’s"):
        return True
    following = words.folded[end : end + 2]
    return following[:1] in (["and"], [","]) and following[1:] != [] and _is_number(following[1])


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in SMALL_NUMBERS


def _member(words: Words, at: int) -> _Member | None:
    """One person with an article or a possessive: "his estranged wife", "a 4-year-old girl", "her 2-year-old"."""
    opening = words.folded[at]
    if at + 1 >= len(words):
        return None
    if opening not in _OPENINGS:
        return _by_name(words, at)
    aged = at + 1
    while aged < len(words) and words.folded[aged].endswith("-old"):
        aged += 1
    for n in range(aged, min(len(words), aged + _MODIFIERS + 1)):
        if words.folded[n] in listed("one_person"):
            return _Member(n + 1, opening, words.folded[n])
        if words.folded[n] in listed("stops") or not words.written[n][0].islower():
            break
    return _Member(aged, opening, "") if aged > at + 1 and not _opens_noun(words, aged) else None


def _by_name(words: Words, at: int) -> _Member | None:
    """One person by the full name: "Ada Moen"; not a place ("from Port Berg"), nor the capitals of a headline."""
    end = at
    while end < len(words) and _NAME.match(words.written[end]) and words.folded[end] not in listed("days"):
        end += 1
    placed = at > 0 and (
        words.written[at - 1][0].isupper() or words.folded[at - 1] in listed("places", "further_subject")
    )
    return None if placed or not 2 <= end - at <= _LONGEST_NAME else _Member(end, _NAMED, "")


def _opens_noun(words: Words, at: int) -> bool:
    """Whether a noun may follow an age: that of "a 10-year-old bridge", and not "a 10-year-old died"."""
    word = words.folded[at] if at < len(words) else "."
    return word[0].isalnum() and word not in listed("stops") and not told_after(words, at)


def _bare(words: Words, at: int, first: _Member) -> _Member | None:
    """One person without an article: the son of "his wife and son", "a father and son"."""
    noun = words.folded[at]
    if noun not in listed("kin"):
        return None
    pair = f"{first.noun} and {noun}" in listed("pairs_of_kin")
    return (
        _Member(at + 1, "", noun) if pair or (first.opening in _POSSESSIVES and first.noun in listed("kin")) else None
    )


def _past_name(words: Words, at: int) -> int:
    """The word behind the name and the age that follow a noun: "his wife Ada Moen, 41, and ..."."""
    end = at
    while end < len(words) and end - at < _LONGEST_NAME and words.written[end][0].isupper():
        end += 1
    if words.folded[end : end + 1] == [","] and end + 1 < len(words) and words.folded[end + 1].isdigit():
        return end + 2
    return end
