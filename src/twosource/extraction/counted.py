"""What a figure counts: the head of the noun phrase behind it, without a parser."""

from typing import NamedTuple

from twosource.extraction.clause_words import Word, classes_of_things, event_phrases, listed
from twosource.records import Counted, Party
from twosource.spans import Span

# Words for people by what happened to them: "two of the injured died" adds to one toll what it takes from another.
SUFFERERS = frozenset(
    ["injured", "wounded", "hurt", "dead", "missing", "displaced", "evacuated", "arrested", "detained", "infected"]
)
_SMALL = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])
_BEHIND_THE_NOUN = frozenset(
    ["dead", "more", "others", "alone", "alive", "missing", "hurt", "homeless", "ill", "alike", "aboard"]
)

# Plurals without an s.
_PLURALS = frozenset(
    ["people", "men", "women", "children", "policemen", "firemen", "fishermen", "servicemen", "gunmen"]
)

# Words looked at behind a number: longer noun phrases are rare in news and their heads doubtful.
REACH = 8


class NounPhrase(NamedTuple):
    """What stands behind a number: its head, whose they are, and the word after it."""

    counted: Counted | None
    side: Party | None
    end: int
    """Index of the first word after the phrase."""
    partitive: bool
    """The number is a part of what is named: "12 of its soldiers"."""


def noun_phrase(text: str, words: list[Word], at: int) -> NounPhrase:
    """The noun phrase that starts at the word after a number."""
    nouns: list[int] = []
    names: list[int] = []
    partitive = False
    end = start = at
    while end < len(words) and end - start < REACH:
        word = words[end]
        if word.folded == "of":
            if nouns or end + 1 == len(words):
                break
            partitive = True
            end += 1
            continue
        if partitive and word.text[0].isdigit() | (word.folded in _SMALL):  # "two of the six cranes"
            end += 1
            continue
        if not nouns and word.folded.endswith("-old"):  # "a 13-year-old boy"
            end += 1
            continue
        if partitive and not nouns and word.folded in SUFFERERS:  # "two of the injured died"
            return NounPhrase(Counted(word.span, word.text, "person"), None, end + 1, True)
        if not nouns and _is_attribute(words, end):  # "300 displaced families"
            end += 1
            continue
        if not word.text[0].isalnum() or word.text[0].isdigit() or _stops(word, nouns) or _says_event(words, end):
            break
        if nouns and nouns[-1] == end - 1 and _ends_phrase(words, end):
            break
        if word.folded not in listed("skipped") or word.folded in classes_of_things():
            nouns.append(end)
            if word.text[0].isupper():
                names.append(end)
        end += 1
    while nouns and _is_adjective(words[nouns[-1]]) and len(nouns) > 1:
        nouns.pop()
    if not nouns:
        return NounPhrase(None, None, at, partitive)
    head = words[nouns[-1]]
    class_ = class_of(head.folded)
    modifiers = [n for n in names if n < nouns[-1]]
    side = Party(Span(words[modifiers[0]].span.start, words[modifiers[-1]].span.end), "") if modifiers else None
    if side:
        side = Party(side.span, " ".join(side.span.of(text).split()))
    elif head.text[0].isupper() and head.text.endswith(("ns", "is", "ts")) and class_ is None:  # "12 North Koreans"
        side = Party(head.span, head.text)
        class_ = "person"
    return NounPhrase(Counted(head.span, head.text, class_), side, nouns[-1] + 1, partitive)


def _ends_phrase(words: list[Word], at: int) -> bool:
    """Whether a plural before `at` was the head, as in "12 workers carried": no noun of its kind is close behind it."""
    before = words[at - 1].folded
    if not (_is_plural(before) and words[at - 1].text.islower()):
        return False
    return not any(_is_plural(word.folded) or word.folded in classes_of_things() for word in words[at : at + 2])


def _is_plural(noun: str) -> bool:
    return noun in _PLURALS or (len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")))


def class_of(noun: str) -> str | None:
    """The class of a noun, by its last part where it is hyphenated."""
    things = classes_of_things()
    return things.get(noun) or things.get(noun.rsplit("-", 1)[-1])


def _says_event(words: list[Word], at: int) -> bool:
    """Whether a word begins what happened, as in "12 killed", and is no thing that can be counted."""
    if words[at].folded in classes_of_things():
        return False
    return any(event_phrases("after").starting(words, at))


def _is_attribute(words: list[Word], at: int) -> bool:
    """Whether a word that says what happened stands right before the noun it is said of: "displaced families"."""
    behind = words[at + 1].folded if at + 1 < len(words) else ""
    return words[at].folded.endswith("ed") and behind in classes_of_things() and _says_event(words, at)


def _stops(word: Word, nouns: list[int]) -> bool:
    if word.folded in listed("stops"):
        return True
    # A participle before the noun is an adjective ("12 armed men"); behind it, it says what happened.
    return bool(nouns) and word.folded.endswith(("ed", "ing")) and word.folded not in classes_of_things()


def _is_adjective(word: Word) -> bool:
    return word.folded in _BEHIND_THE_NOUN
