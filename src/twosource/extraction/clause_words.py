"""The words of a sentence with their places, and the word lists that read them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, compress, count, product
from typing import NamedTuple

from twosource.spans import Span
from twosource.text.lexicon import lexicon

# Most words are of plain letters and stand before a space or a comma, so they have a branch of their own.
# A stop between a small letter and a capitalised word ends a sentence that lost the space behind it.
_WORD = re.compile(
    r"([A-Za-z]+(?=[ ,])|[^\W_]+(?:(?:['’-]|\.(?!(?<=[a-z]\.)[A-Z](?:[a-z]|\s)))[^\W_]+)*|--|[,;:()—–\"“”«»]"
    r"|[.!?](?=\s|$|[A-Z](?:[a-z]|\s)))"
)
_LETTERS = re.compile(r"\w+")


class Word(NamedTuple):
    """A word or a mark of a sentence: its place in the text, as written, and case-folded."""

    span: Span
    text: str
    folded: str


class Words:
    """The words and marks of a sentence in order, as parallel lists; `words[n]` puts one together."""

    __slots__ = ("begun", "ends", "folded", "plain", "starts", "written")

    def __init__(self, text: str, sentence: Span) -> None:
        # Gaps and words by turns, so that the running sum of their lengths tells where each word starts and ends.
        pieces = _WORD.split(text[sentence.start : sentence.end])
        edges = list(accumulate(map(len, pieces), initial=sentence.start))
        self.written, self.starts, self.ends = pieces[1::2], edges[1:-1:2], edges[2::2]
        self.plain = " ".join(self.written).casefold().replace("’", "'")
        self.folded = self.plain.split(" ") if self.written else []
        self.begun: dict[int, tuple[Hit, ...]] | None = None

    def __len__(self) -> int:
        return len(self.written)

    def __getitem__(self, at: int) -> Word:
        return Word(self.span(at, at + 1), self.written[at], self.folded[at])

    def span(self, first: int, stop: int) -> Span:
        """From the word `first` up to, not including, the word `stop`."""
        return Span(self.starts[first], self.ends[stop - 1])


@lru_cache(maxsize=256)
def words_of(text: str, sentence: Span) -> Words:
    """The words and marks of a sentence, in order; kept for the steps that follow, so not to be changed."""
    return Words(text, sentence)


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
        self._by_first: dict[str, list[tuple[list[str], int, str, bool]]] = {}
        self._by_last: dict[str, list[tuple[list[str], int, str]]] = {}
        for order, (class_, group) in enumerate(phrases.items()):
            lines = {words for phrase in group for words in spelled_out(phrase)}
            for phrase in map(list, sorted(lines, key=lambda words: (-len(words), words))):
                self._by_first.setdefault(phrase[0], []).append((phrase, order, class_, ANY in phrase))
                self._by_last.setdefault(phrase[-1], []).append((phrase, order, class_))

    def in_sentence(self, words: Words) -> dict[int, tuple[Hit, ...]]:
        """Where phrases start, with the longest of each class there, classes in the order of their list."""
        firsts = compress(count(), map(self._by_first.__contains__, words.folded))
        return {at: hits for at in firsts if (hits := tuple(self._starting(words, at)))}

    def starting(self, words: Words, at: int) -> Iterator[Hit]:
        """The longest phrase of each class that starts at a word, classes in the order of their list."""
        if at < len(words) and words.folded[at] in self._by_first:
            yield from self._starting(words, at)

    def _starting(self, words: Words, at: int) -> Iterator[Hit]:
        folded, taken = words.folded, ""
        for phrase, order, class_, is_open in self._by_first[folded[at]]:
            if class_ == taken:
                continue
            if is_open:
                end = _end_of(phrase, words, at) if phrase[-1] in folded else 0
            else:
                end = at + len(phrase)
                if end > at + 1 and folded[at:end] != phrase:
                    continue
            if end:
                taken = class_
                yield Hit(class_, at, end, order)

    def ending(self, words: Words, at: int) -> Iterator[Hit]:
        """The longest phrase of each class that ends before a word, classes in the order of their list."""
        folded, taken = words.folded, ""
        for phrase, order, class_ in self._by_last.get(folded[at - 1], ()) if at > 0 else ():
            first = at - len(phrase)
            if class_ != taken and first >= 0 and folded[first:at] == phrase:
                taken = class_
                yield Hit(class_, first, at, order)


def told_after(words: Words, at: int) -> tuple[Hit, ...]:
    """The phrases for what happened to something named before them that start at a word."""
    return all_told_after(words).get(at, ())


def all_told_after(words: Words) -> dict[int, tuple[Hit, ...]]:
    """The same for every word of a sentence at which one starts, sought once a sentence."""
    if words.begun is None:
        words.begun = event_phrases("after").in_sentence(words)
    return words.begun


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
    """The longest rare word of each phrase for the classes: a sentence without any of them tells nothing of them."""
    groups = (lexicon("events")[class_][place] for class_ in classes for place in ("after", "before"))
    phrases = (words for group in groups for line in group for words in spelled_out(line))
    return frozenset(_LETTERS.findall(max(reversed(words), key=_rarity))[-1] for words in phrases)


def _rarity(word: str) -> tuple[bool, bool, int]:
    return word != ANY, word not in listed("everyday"), len(word)


@cache
def told_forms(classes: tuple[str, ...]) -> frozenset[str]:
    """The same with the capitals they may be written with."""
    return frozenset(form for word in telling(classes) for form in (word, word.capitalize(), word.upper()))


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
