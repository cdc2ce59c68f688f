"""Persons without a number: "a teenager was killed" counts one and "both men" two, where something befell them."""

from collections.abc import Iterator, Sequence
from itertools import compress, count

from twosource.extraction.figures.counted import PERSONS, PLURALS, NounPhrase, noun_phrase
from twosource.extraction.figures.events import find_event
from twosource.extraction.numbers.find import Number
from twosource.extraction.sentences.clause_words import classes_of_things, listed, tells_of, told_after, told_before
from twosource.extraction.sentences.wording import Words
from twosource.extraction.sought import BEFALLING, sentences_telling
from twosource.settings.attach import CONFIDENCE_OF_SINGULAR
from twosource.spans import Span, SpanSet

_OPENING = frozenset(["a", "an", "another", "both", "one"])


def find_singulars(text: str, *, taken: Sequence[Span] = (), boilerplate: Sequence[Span] = ()) -> list[Number]:
    """Numbers for persons with an indefinite article (1) or "both" (2) to whom an event of a toll is said to have happened.

    `taken` are spans of numbers already found; an article before one of them belongs to it.
    """
    told = [found for words in sentences_telling(text) for found in _of_sentence(text, words)]
    left_out = SpanSet([*taken, *boilerplate] if told else ())
    return [
        several(span, number, "singular" if number == 1 else "both", CONFIDENCE_OF_SINGULAR)
        for span, number in told
        if span.start not in left_out
    ]


def _of_sentence(text: str, words: Words) -> Iterator[tuple[Span, int]]:
    if not tells_of(words, BEFALLING):
        return
    for at in compress(count(), map(_OPENING.__contains__, words.folded[:-1])):
        if phrase := _opened(text, words, at):
            event = find_event(words, at, phrase, phrase.counted.class_ if phrase.counted else "person")
            if event and event.event.class_ in BEFALLING:
                yield words.span(at, at + 1), 2 if words.folded[at] == "both" else 1


def _opened(text: str, words: Words, at: int) -> NounPhrase | None:
    """The persons that an article, "both" or "one" opens."""
    if words.folded[at] == "both":
        alone = words.folded[at + 1] in listed("predicates")  # "both were hurt"
        return NounPhrase(None, None, at + 1, False) if alone else _persons(text, words, at + 1)
    if words.folded[at] == "one":
        return _bare_one(words, at)
    return _person(text, words, at + 1) or _one_more(words, at)


def _persons(text: str, words: Words, at: int) -> NounPhrase | None:
    """The noun phrase behind "both", if it is of persons: "both men", "both of the officers"."""
    phrase = noun_phrase(text, words, at)
    persons = phrase.counted and phrase.counted.class_ in PERSONS and phrase.counted.head.endswith(("s", "men", "ren"))
    return phrase if persons else None


def _bare_one(words: Words, at: int) -> NounPhrase | None:
    """ "Killed ONE and injured three": one person, where nothing of them follows."""
    closes = words.folded[at + 1] in ("and", ",", ".", ";") and at > 0
    told = closes and any(hit.class_ in BEFALLING for hit in told_before(words, at))
    return NounPhrase(None, None, at + 1, False) if told else None


def _person(text: str, words: Words, at: int) -> NounPhrase | None:
    """The noun phrase behind an article, an age in front of it skipped ("a 19-year-old father"), if it is a person."""
    if words.written[at][0].isdigit() and words.folded[at].endswith("old"):
        at += 1
    phrase = noun_phrase(text, words, at)
    head = phrase.counted.head.casefold() if phrase.counted else ""
    known = (
        phrase.counted and phrase.counted.class_ in PERSONS and (head in classes_of_things() or head.endswith("man"))
    )
    plural = head.endswith("s") or head in PLURALS
    return phrase if known and not plural else None


def _one_more(words: Words, at: int) -> NounPhrase | None:
    """ "One man died and another is in hospital", "left two dead and a third wounded": a person, if it happened to them.

    Only where a verb follows, or no more than what happened: "another wounded man" and "a third shot" are other things.
    """
    end = at + 1 if words.folded[at] == "another" else at + 2
    if (end == at + 2 and words.folded[at + 1] not in listed("next_ones")) or end >= len(words):
        return None
    if words.folded[end] in listed("predicates", "adverbs_of_harm"):
        return NounPhrase(None, None, end, False)
    told = max((hit.end for hit in told_after(words, end) if hit.class_ in BEFALLING), default=None)
    closes = told is not None and (told == len(words) or words.folded[told] in listed("stops"))
    return NounPhrase(None, None, end, False) if closes and words.folded[end] not in listed("hit") else None


def single(span: Span, rule: str, confidence: float) -> Number:
    """A count of one that stands in no number: the words at `span` tell of one person."""
    return several(span, 1, rule, confidence)


def several(span: Span, number: int, rule: str, confidence: float) -> Number:
    """A count that stands in no number: the words at `span` tell of so many persons."""
    return Number(
        span=span,
        number=span,
        hedge=None,
        point=float(number),
        low=float(number),
        high=float(number),
        bound="exact",
        kind="count",
        unit=None,
        per=None,
        moved_from=None,
        conversion_of=None,
        rule=rule,
        confidence=confidence,
    )
