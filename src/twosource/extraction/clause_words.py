"""The words of a sentence with their places, and the word lists that read them."""

import re
from functools import cache
from typing import NamedTuple

from twosource.spans import Span
from twosource.text.lexicon import lexicon

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[,;:()—–\"“”«»]|[.!?](?=\s|$)")


class Word(NamedTuple):
    """A word or a mark of a sentence: its place in the text, as written, and case-folded."""

    span: Span
    text: str
    folded: str


def words_of(text: str, sentence: Span) -> list[Word]:
    """The words and marks of a sentence, in order."""
    return [
        Word(Span(*match.span()), match.group(), match.group().casefold().replace("’", "'"))
        for match in _WORD.finditer(text, sentence.start, sentence.end)
    ]


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


class Phrases:
    """Phrases of one or more words that end, or start, at a place of a sentence."""

    def __init__(self, phrases: dict[str, str]) -> None:
        self._class = {tuple(phrase.split()): class_ for phrase, class_ in phrases.items()}
        self._first = frozenset(phrase[0] for phrase in self._class)
        self._last = frozenset(phrase[-1] for phrase in self._class)
        self.longest = max((len(phrase) for phrase in self._class), default=0)

    def starting(self, words: list[Word], at: int) -> tuple[str, int] | None:
        """The class of the longest phrase that starts at a word, and the word after it."""
        if at >= len(words) or words[at].folded not in self._first:
            return None
        for size in range(min(self.longest, len(words) - at), 0, -1):
            class_ = self._class.get(tuple(word.folded for word in words[at : at + size]))
            if class_:
                return class_, at + size
        return None

    def ending(self, words: list[Word], at: int) -> tuple[str, int] | None:
        """The class of the longest phrase that ends before a word, and its first word."""
        if at <= 0 or words[at - 1].folded not in self._last:
            return None
        for size in range(min(self.longest, at), 0, -1):
            class_ = self._class.get(tuple(word.folded for word in words[at - size : at]))
            if class_:
                return class_, at - size
        return None


@cache
def event_phrases(place: str) -> tuple[tuple[str, Phrases], ...]:
    """Per event class, the phrases that stand at a `place`: after, before or noun."""
    return tuple(
        (class_, Phrases(dict.fromkeys(groups[place], class_)))
        for class_, groups in lexicon("events").items()
        if groups[place]
    )


@cache
def things_of_event(class_: str) -> frozenset[str] | None:
    """The classes of things that an event can happen to; None for any."""
    things = lexicon("events")[class_].get("of")
    return frozenset(things) if things else None
