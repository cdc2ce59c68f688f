"""The words of a sentence with their places, and the word lists that read them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from twosource.spans import Span
from twosource.text.lexicon import lexicon
from twosource.text.sentences import sentences

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|--|[,;:()—–\"“”«»]|[.!?](?=\s|$)")


_LETTERS = re.compile(r"\w+")


class Word(NamedTuple):
    """A word or a mark of a sentence: its place in the text, as written, and case-folded."""

    span: Span
    text: str
    folded: str


@lru_cache(maxsize=256)
def words_of(text: str, sentence: Span) -> list[Word]:
    """The words and marks of a sentence, in order; kept for the steps that follow, so not to be changed."""
    found, make = [], tuple.__new__  # the fields are known to be right, and this is a third of the time of `attach`
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        word = match[0]
        folded = word.casefold()
        if "’" in folded:
            folded = folded.replace("’", "'")
        found.append(make(Word, (make(Span, match.span()), word, folded)))
    return found


@cache
def listed(group: str) -> frozenset[str]:
    """A group of `words/clauses.toml`."""
    return frozenset(lexicon("clauses")[group])


@cache
def classes_of_things() -> dict[str, str]:
    """The class of each noun, singular and plural."""
    found: dict[str, str] = {}
    for class_, nouns in lexicon("counted").items():
        for noun in nouns:
            found.setdefault(noun, class_)
            found.setdefault(_plural(noun), class_)
    return found


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


class Hit(NamedTuple):
    """A phrase for an event at a place of a sentence: its class, the words it takes, and where the class is listed."""

    class_: str
    first: int
    end: int
    order: int


# Stands in a phrase for any words of one noun phrase, as many as this: "taken to * hospital".
ANY = "*"
ANY_REACH = 4


def spelled_out(phrase: str) -> Iterator[tuple[str, ...]]:
    """The phrases that one line of a list stands for: "a|b to c" is "a to c" and "b to c"."""
    yield from product(*(word.split("|") for word in phrase.split()))


class Phrases:
    """The phrases of all event classes for one place of a clause, looked up by their first or their last word."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], int, str, bool]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], int, str]]] = {}
        for order, (class_, group) in enumerate(phrases.items()):
            lines = {words for phrase in group for words in spelled_out(phrase)}
            for phrase in sorted(lines, key=lambda words: (-len(words), words)):
                self._by_first.setdefault(phrase[0], []).append((phrase, order, class_, ANY in phrase))
                self._by_last.setdefault(phrase[-1], []).append((phrase, order, class_))

    def words_of(self, class_: str) -> frozenset[str]:
        """All the words of the phrases of one class."""
        rows = (row for rows in self._by_last.values() for row in rows)
        return frozenset(word for phrase, _, name in rows if name == class_ for word in phrase)

    def starting(self, words: Sequence[Word], at: int) -> Iterator[Hit]:
        """The longest phrase of each class that starts at a word, classes in the order of their list."""
        taken = ""
        for phrase, order, class_, is_open in self._by_first.get(words[at].folded, ()) if at < len(words) else ():
            if class_ == taken:
                continue
            if is_open:
                end = _end_of(phrase, words, at)
            else:
                end = at + len(phrase)
                if end > at + 1 and tuple(word.folded for word in words[at:end]) != phrase:
                    continue
            if end:
                taken = class_
                yield Hit(class_, at, end, order)

    def ending(self, words: Sequence[Word], at: int) -> Iterator[Hit]:
        """The longest phrase of each class that ends before a word, classes in the order of their list."""
        taken = ""
        for phrase, order, class_ in self._by_last.get(words[at - 1].folded, ()) if at > 0 else ():
            first = at - len(phrase)
            if class_ != taken and first >= 0 and tuple(word.folded for word in words[first:at]) == phrase:
                taken = class_
                yield Hit(class_, first, at, order)


def _end_of(phrase: tuple[str, ...], words: Sequence[Word], at: int) -> int:
    """Where a phrase that starts at a word ends, 0 where it does not stand there."""
    for n, wanted in enumerate(phrase):
        if wanted == ANY:
            rest = phrase[n + 1 :]
            for start in range(at, min(at + ANY_REACH, len(words) - 1) + 1):
                if end := _end_of(rest, words, start):
                    return end
                if not words[start].text[0].isalnum() or words[start].folded in listed("not_between"):
                    return 0
            return 0
        if at >= len(words) or words[at].folded != wanted:
            return 0
        at += 1
    return at


@cache
def telling(classes: tuple[str, ...]) -> frozenset[str]:
    """The longest rare word of each phrase for the classes: a sentence without any of them tells nothing of them."""
    groups = (lexicon("events")[class_][place] for class_ in classes for place in ("after", "before"))
    phrases = (words for group in groups for line in group for words in spelled_out(line))
    return frozenset(_LETTERS.findall(max(reversed(words), key=_rarity))[-1] for words in phrases)


def _rarity(word: str) -> tuple[bool, bool, int]:
    return word != ANY, word not in listed("everyday"), len(word)


@lru_cache(maxsize=4)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(text.lower()))


def sentences_telling(text: str, classes: tuple[str, ...]) -> list[Span]:
    """The sentences that hold a word of the classes, in order; most texts have none, and are looked at but once."""
    told = telling(classes) & _vocabulary(text)
    places = {at for word in told for form in (word, word.capitalize(), word.upper()) for at in _finds(text, form)}
    if not places:
        return []
    every = sentences(text)
    starts = [sentence.start for sentence in every]
    return [every[n] for n in sorted({bisect_right(starts, at) - 1 for at in places}) if n >= 0]


def _finds(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


@cache
def event_phrases(place: str) -> Phrases:
    """The phrases that stand at a `place`: after, before or noun."""
    return Phrases({class_: groups[place] for class_, groups in lexicon("events").items()})


@cache
def things_of_event(class_: str) -> frozenset[str] | None:
    """The classes of things that an event can happen to; None for any."""
    things = lexicon("events")[class_].get("of")
    return frozenset(things) if things else None


@cache
def is_strict(class_: str) -> bool:
    """Whether an event happens to nothing but the listed classes, not to nouns that no list knows."""
    return bool(lexicon("events")[class_].get("strict"))
