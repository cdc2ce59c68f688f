"""What a number counts, and of which class it is."""

from itertools import pairwise

from twosource.extraction.figures.counted import SUFFERERS, THING, NounPhrase, may_be_people, noun_phrase
from twosource.extraction.figures.events import Found
from twosource.extraction.numbers.find import Number
from twosource.extraction.sentences.clause_words import classes_of_things, listed
from twosource.extraction.sentences.wording import Words
from twosource.records import Counted, Event
from twosource.text.units import to_base


def counted_by(text: str, words: Words, after: int, number: Number) -> NounPhrase:
    """The noun phrase behind a number; none where the number is a quality ("a 12-page list") or measures by itself."""
    if is_quality(text, number):
        return NounPhrase(None, None, after, False)
    if sum_of := _sum_of_money(words, after):
        return sum_of
    phrase = noun_phrase(text, words, after)
    measured = number.kind in ("measure", "money", "percent", "duration") and not phrase.partitive
    if measured and phrase.counted and phrase.counted.class_ is None:  # "winds of 140 mph tore roofs off"
        return NounPhrase(None, None, after, False)
    return phrase


def _sum_of_money(words: Words, after: int) -> NounPhrase | None:
    """What a sum without a currency is of: "six people died, with MILLIONS IN LOSSES"."""
    if words.folded[after : after + 1] != ["in"]:
        return None
    for n in range(after + 1, min(len(words), after + 3)):
        if words.folded[n] in listed("sums"):
            return NounPhrase(Counted(words.span(n, n + 1), words.written[n], "money"), None, n + 1, False)
    return None


def is_quality(text: str, number: Number) -> bool:
    """Whether a number only says what something is like: "a six-shot revolver", "a 12-page list"."""
    hedged = number.hedge is not None and number.hedge.start > number.span.start  # "40-odd"
    return number.span == number.number and not hedged and text[number.span.end : number.span.end + 1] == "-"


def sufferers(text: str, event: Event) -> Counted | None:
    """ "452 displaced", "12 dead": the word for what happened stands for the people it happened to."""
    words = event.span.of(text)
    return Counted(event.span, words, "person") if words.casefold() in SUFFERERS else None


def labelled(words: Words, before: int, event: Found | None) -> Counted | None:
    """What the label before a number counts: "Damaged houses: 146", "the number of people killed rose to six"."""
    if event is None or event.rule != "toll":
        return None
    behind = range(event.at + 1, min(before, event.at + 3))
    numbered = [n for n in range(event.at, max(1, event.at - 4), -1) if _numbered(words, n)]
    for n in (*behind, *numbered):
        if class_ := classes_of_things().get(words.folded[n]):
            return Counted(words.span(n, n + 1), words.written[n], class_)
    return None


def _numbered(words: Words, at: int) -> bool:
    """Whether a word stands close behind "the number of"."""
    return any(pair in _NUMBER_OF for pair in pairwise(words.folded[max(0, at - 3) : at]))


_NUMBER_OF = frozenset((noun, "of") for noun in ("number", "numbers", "total", "count", "tally"))


def class_of_things(number: Number, phrase: NounPhrase) -> str | None:
    if number.kind in ("money", "percent", "ratio"):
        of_votes = phrase.counted is not None and phrase.counted.class_ == "vote"
        return "money" if number.kind == "money" else "vote" if of_votes else "share"
    if number.unit and number.kind == "measure":
        dimension = to_base(number.unit)[0]
        own = phrase.counted.class_ if phrase.counted else None  # "230 kg of cocaine"
        return {"length": "distance", "length ** 2": "area"}.get(dimension) or own or "measure"
    if number.kind in ("age", "duration"):
        return "duration" if number.kind == "duration" else "measure"
    if phrase.counted is None:
        return None
    return phrase.counted.class_ or (None if may_be_people(phrase.counted.head.casefold()) else THING)
