"""The word lists that read the words of a sentence, and the phrases for what happened that stand in it."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress, count, product
from typing import NamedTuple

from twosource.extraction.sentences.wording import Hit, Told, Words
from twosource.text.lexicon import lexicon

_LETTERS = re.compile(r"\w+")


@cache
def listed(*groups: str) -> frozenset[str]:
    """The words of groups of `words/clauses.toml`."""
    return frozenset(word for group in groups for word in lexicon("clauses")[group])


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


# Stands in a phrase for any words of one noun phrase, as many as this: "taken to * hospital".
ANY = "*"
ANY_REACH = 4


def spelled_out(phrase: str) -> Iterator[tuple[str, ...]]:
    """The phrases that one line of a list stands for: "a|b to c" is "a to c" and "b to c"."""
    yield from product(*(word.split("|") for word in phrase.split()))


class _Line(NamedTuple):
    """A phrase of a list: its words, which may be open in the middle, its class and where the class is listed."""

    words: list[str]
    class_: str
    order: int
    is_open: bool


# Lines by their word at one end and by the word beside it; those that fit beside any word are in all, and under "".
_ByTwo = dict[str, dict[str, list[_Line]]]


class Phrases:
    """The phrases of all event classes for one place of a clause, looked up by the two words at either end."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        lines = [
            _Line(list(words), class_, order, ANY in words)
            for order, (class_, group) in enumerate(phrases.items())
            for words in sorted(
                {words for line in group for words in spelled_out(line)}, key=lambda words: (-len(words), words)
            )
        ]
        closed = [line for line in lines if not line.is_open]
        self._by_first, self._closed_by_first, self._by_last = (
            _by_two(lines, 1),
            _by_two(closed, 1),
            _by_two(closed, -1),
        )
        self._ends_of_open = frozenset(line.words[-1] for line in lines if line.is_open)
        self.firsts, self.lasts = frozenset(self._by_first), frozenset(self._by_last)

    def starts(self, words: Words, places: Iterable[int]) -> dict[int, tuple[Hit, ...]]:
        """At which of some words phrases start, with those that start there."""
        folded, closing = words.folded, self._ends_of_open.intersection(words.folded)
        index = self._by_first if closing else self._closed_by_first
        last = len(folded) - 1
        return {
            at: hits
            for at in places
            if (beside := index.get(folded[at]))
            and (lines := beside.get(folded[at + 1] if at < last else "") or beside[""])
            and (hits := _starting(lines, words, at, closing))
        }

    def ends(self, words: Words, places: Iterable[int]) -> dict[int, tuple[Hit, ...]]:
        """Behind which of some words phrases end, by the word after, with those that end there."""
        folded, index = words.folded, self._by_last
        return {
            at + 1: hits
            for at in places
            if (beside := index.get(folded[at]))
            and (lines := beside.get(folded[at - 1] if at else "") or beside[""])
            and (hits := _ending(lines, words, at + 1))
        }

    def starting(self, words: Words, at: int) -> tuple[Hit, ...]:
        """The longest phrase of each class that starts at a word, classes in the order of their list."""
        return self.starts(words, [at] if at < len(words) else []).get(at, ())

    def ending(self, words: Words, at: int) -> tuple[Hit, ...]:
        """The longest phrase of each class that ends before a word, classes in the order of their list."""
        return self.ends(words, [at - 1] if at else []).get(at, ())


def _starting(lines: Sequence[_Line], words: Words, at: int, closing: Container[str]) -> tuple[Hit, ...]:
    """The hits at a word; of the open lines only those are tried whose last word is in `closing`."""
    folded = words.folded
    found: list[Hit] = []
    for line in lines:
        if found and found[-1].class_ == line.class_:
            continue
        if line.is_open:
            end = _end_of(line.words, words, at) if line.words[-1] in closing else 0
        else:
            end = at + len(line.words)
            end = end if folded[at:end] == line.words else 0
        if end:
            found.append(Hit(line.class_, at, end, line.order))
    return tuple(found)


def _ending(lines: Sequence[_Line], words: Words, at: int) -> tuple[Hit, ...]:
    """The hits that end before a word."""
    folded = words.folded
    found: list[Hit] = []
    for line in lines:
        first = at - len(line.words)
        if first >= 0 and folded[first:at] == line.words and not (found and found[-1].class_ == line.class_):
            found.append(Hit(line.class_, first, at, line.order))
    return tuple(found)


def _by_two(lines: Sequence[_Line], step: int) -> _ByTwo:
    by_one: dict[str, list[_Line]] = {}
    for line in lines:
        by_one.setdefault(line.words[::step][0], []).append(line)
    return {
        one: {
            other: [line for line in own if line.words[::step][1:2] in ([], [ANY], [other])]
            for other in {"", *(line.words[::step][1] for line in own if len(line.words) > 1)}
        }
        for one, own in by_one.items()
    }


def told_in(words: Words) -> Told:
    """What a sentence tells of, sought once: in one pass over its words, of which few begin or end any phrase."""
    wording = words.wording
    if wording.told is None:
        after, before, noun = event_phrases("after"), event_phrases("before"), event_phrases("noun")
        places = list(compress(count(), map(_at_an_end().__contains__, words.folded)))
        wording.told = Told(after.starts(words, places), before.ends(words, places), noun.ends(words, places))
    return wording.told


@cache
def _at_an_end() -> frozenset[str]:
    """The words at which a phrase may start or end."""
    return event_phrases("after").firsts | event_phrases("before").lasts | event_phrases("noun").lasts


def told_after(words: Words, at: int) -> tuple[Hit, ...]:
    """The phrases for what happened to something named before them that start at a word."""
    return told_in(words).after.get(at, ())


def told_before(words: Words, at: int) -> tuple[Hit, ...]:
    """The phrases for what happened to something named behind them that end before a word."""
    return told_in(words).before.get(at, ())


def named(words: Words, at: int) -> tuple[Hit, ...]:
    """The nouns for what happened ("death toll") that end before a word."""
    return told_in(words).named.get(at, ())


def tells_of(words: Words, classes: tuple[str, ...]) -> bool:
    """Whether a sentence holds a phrase for something of the classes; "a hit" and "the hospital" alone are none."""
    for told in told_in(words)[:2]:
        for hits in told.values():
            for hit in hits:
                if hit.class_ in classes:
                    return True
    return False


def _end_of(phrase: Sequence[str], words: Words, at: int) -> int:
    """Where a phrase that starts at a word ends, 0 where it does not stand there."""
    for n, wanted in enumerate(phrase):
        if wanted == ANY:
            rest = phrase[n + 1 :]
            for start in range(at, min(at + ANY_REACH, len(words) - 1) + 1):
                if end := _end_of(rest, words, start):
                    return end
                if not words.written[start][0].isalnum() or words.folded[start] in listed("not_between"):
                    return 0
            return 0
        if at >= len(words) or words.folded[at] != wanted:
            return 0
        at += 1
    return at


@cache
def telling(classes: tuple[str, ...]) -> frozenset[str]:
    """The longest rare word of each phrase for the classes, however written: no sentence without any tells of them."""
    groups = (lexicon("events")[class_][place] for class_ in classes for place in ("after", "before"))
    phrases = (words for group in groups for line in group for words in spelled_out(line))
    rare = {_LETTERS.findall(max(reversed(words), key=_rarity))[-1] for words in phrases}
    return frozenset(form for word in rare for form in (word, word.capitalize(), word.upper()))


def _rarity(word: str) -> tuple[bool, bool, int]:
    return word != ANY, word not in listed("everyday"), len(word)


@cache
def event_phrases(place: str) -> Phrases:
    """The phrases that stand at a `place`: after, before or noun."""
    return Phrases({class_: groups.get(place, ()) for class_, groups in lexicon("events").items()})


@cache
def things_of_event(class_: str) -> frozenset[str] | None:
    """The classes of things that an event can happen to; None for any."""
    things = lexicon("events")[class_].get("of")
    return frozenset(things) if things else None


@cache
def is_strict(class_: str) -> bool:
    """Whether an event happens to nothing but the listed classes, not to nouns that no list knows."""
    return bool(lexicon("events")[class_].get("strict"))
