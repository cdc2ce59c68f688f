"""What a figure counts: the head of the noun phrase behind it, without a parser."""

import re
from typing import NamedTuple

from twosource.extraction.sentences.clause_words import classes_of_things, listed, told_after
from twosource.extraction.sentences.cues import verbs
from twosource.extraction.sentences.wording import Words
from twosource.records import Counted, Party

# The classes of things that are people.
PERSONS = frozenset(
    ("person", "soldier", "civilian", "child", "woman", "man", "police", "prisoner", "worker", "patient")
)
# The class of a noun that no list knows and that does not look like one for people.
THING = "thing"
_OF_PEOPLE = re.compile(
    r"(?:er|or|ist|ian|ant|ent|ee|man|woman|ess|ish|ese|ite|ard|eur|ic|an|i|mate|folk|kin|smith|one)s?\Z|men\Z|women\Z"
)
# Words for people by what happened to them: "two of the injured died" adds to one toll what it takes from another.
SUFFERERS = frozenset(
    [
        "injured",
        "wounded",
        "hurt",
        "dead",
        "missing",
        "displaced",
        "evacuated",
        "arrested",
        "detained",
        "infected",
        "homeless",
        "idps",
        "refugees",
        "evacuees",
        "hostages",
        "prisoners",
        "detainees",
        "survivors",
        "protesters",
        "demonstrators",
        "marchers",
    ]
)
SMALL_NUMBERS = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])
_BEHIND_THE_NOUN = frozenset(
    ["dead", "more", "others", "alone", "alive", "missing", "hurt", "homeless", "ill", "alike", "aboard"]
)

# Behind a noun they open a time: "31 percent of power LAST month".
_BEFORE_TIMES = frozenset(["last", "next"])

# Between two numbers of a table of results.
_ROWS = frozenset(["vs", "versus"])

# Plurals without an s.
PLURALS = frozenset(["people", "men", "women", "children", "policemen", "firemen", "fishermen", "servicemen", "gunmen"])

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


def _before_number(words: Words, at: int) -> bool:
    """Whether a word belongs to the hedge of a number: "MORE THAN six", "AT LEAST six"."""
    behind = words.written[at + 1 : at + 4]
    return any(word[0].isdigit() or word.casefold() in SMALL_NUMBERS for word in behind)


def noun_phrase(text: str, words: Words, at: int) -> NounPhrase:
    """The noun phrase that starts at the word after a number."""
    nouns: list[int] = []
    partitive = False
    skipped, things = listed("skipped"), classes_of_things()
    for end in range(at, min(at + REACH, len(words.folded))):
        word = words.folded[end]
        if word == "of" and not nouns and end + 1 < len(words):
            partitive = True
        elif partitive and not nouns and word in SUFFERERS:  # "two of the injured died"
            who = _who_they_are(words, end + 1) or Counted(words.span(end, end + 1), words.written[end], "person")
            return NounPhrase(who, None, end + 1, True)
        elif not _stands_before(words, end, nouns, first=end == at, partitive=partitive):
            if (end == at and word in ("a", "an")) or _is_behind(words, end, nouns):  # "48 a day earlier"
                break
            if word not in skipped or word in things:
                nouns.append(end)
    while len(nouns) > 1 and words.folded[nouns[-1]] in _BEHIND_THE_NOUN and not words.folded[nouns[-2]].endswith("ed"):
        nouns.pop()
    if not nouns:
        return NounPhrase(None, None, at, partitive)
    if words.folded[nouns[-1]] in listed("next_ones"):  # "a fourth was hurt"
        return NounPhrase(None, None, nouns[-1] + 1, partitive)
    counted, side = _head_and_side(text, words, nouns)
    return NounPhrase(counted, side, nouns[-1] + 1, partitive)


def _stands_before(words: Words, at: int, nouns: list[int], *, first: bool, partitive: bool) -> bool:
    """Whether a word stands before what is counted and is no part of it: a hedge, an age, an attribute."""
    word, written = words.folded[at], words.written[at]
    if partitive and (written[0].isdigit() or word in SMALL_NUMBERS):  # "two of the six cranes"
        return True
    if nouns:
        return False
    if partitive and word in listed("skipped") and _before_number(words, at):  # "two of the more than six cranes"
        return True
    # "A 13-year-old boy", "new and repeated displacements", "300 displaced families".
    return word.endswith("-old") or (word == "and" and not first) or _is_attribute(words, at)


def _is_behind(words: Words, at: int, nouns: list[int]) -> bool:
    """Whether a word stands behind what is counted: a mark, a verb, a preposition, a period, the first word of a row."""
    word, written = words.folded[at], words.written[at]
    if word == "of" or not written[0].isalnum() or written[0].isdigit() or _says_event(words, at):
        return True
    if (_stops(word, nouns) and not _begins_a_name(words, at)) or (not nouns and _is_its_verb(words, at)):
        return True
    if nouns and nouns[-1] == at - 1 and _ends_phrase(words, at):
        return True
    if nouns and (per_period(words, at) or word in listed("opening") or word in _BEFORE_TIMES):  # "copper a year"
        return True
    if word in listed("days") and written[0].isupper():  # "wounded three Saturday"
        return True
    return word in _ROWS or words.folded[at + 1 : at + 2] == ["ago"]  # "Net 1,200 vs 1,900", "278,000 week ago"


def _head_and_side(text: str, words: Words, nouns: list[int]) -> tuple[Counted, Party | None]:
    """What is counted, by the last of its nouns, and the party whose name stands before it: "12 NORTH KOREAN troops"."""
    head = words[nouns[-1]]
    class_ = class_of(head.folded)
    names = [n for n in nouns[:-1] if words.written[n][0].isupper()]
    modifiers = [n for n in names if not any(letter.isdigit() for letter in words.written[n])]
    if modifiers:
        named = words.span(modifiers[0], modifiers[-1] + 1)
        return Counted(head.span, head.text, class_), Party(named, " ".join(named.of(text).split()))
    if head.text[0].isupper() and head.text.endswith(("ns", "is", "ts")) and class_ is None:  # "12 North Koreans"
        return Counted(head.span, head.text, "person"), Party(head.span, head.text)
    return Counted(head.span, head.text, class_), None


def _who_they_are(words: Words, at: int) -> Counted | None:
    """The people whom a verb behind the sufferers names: "seven of the dead WERE CHILDREN"."""
    if words.folded[at : at + 1] in (["were"], ["are"]) and at + 2 <= len(words) - 1:
        class_ = class_of(words.folded[at + 1])
        return Counted(words.span(at + 1, at + 2), words.written[at + 1], class_) if class_ in PERSONS else None
    return None


def _begins_a_name(words: Words, at: int) -> bool:
    """Whether a word that would end a phrase is the first of a name: "12,000 North Korean troops"."""
    following = words.written[at + 1] if at + 1 < len(words) else ""
    return (
        words.folded[at] in ("north", "south", "east", "west")
        and words.written[at][0].isupper()
        and following[:1].isupper()
    )


def per_period(words: Words, at: int) -> bool:
    """Whether a rate begins at a word: "a year", "each day", "daily" behind a noun."""
    following = words.folded[at + 1] if at + 1 < len(words) else "."
    if words.folded[at] in listed("by_period"):
        return not following[0].isalnum() or following in listed("stops")
    told = words.folded[at + 2] if at + 2 < len(words) else ""
    when = told in ("ago", "earlier", "later", "before", "after")  # "a profit of 12 million a year earlier"
    return words.folded[at] in ("a", "an", "each", "every") and following in listed("periods") and not when


def _ends_phrase(words: Words, at: int) -> bool:
    """Whether a plural before `at` was the head, as in "12 workers carried": no noun of its kind is close behind it."""
    before = words.folded[at - 1]
    if not (_is_plural(before) and words.written[at - 1].islower()):
        return False
    following = words.folded[at : at + 2]
    behind = following[1] if following[1:] else ""
    if following[0] not in classes_of_things() and (behind[:1].isdigit() or behind in listed("opening", "possessive")):
        return True  # "each of the 12 towers HOLDS 30 flats"
    return not any((_is_plural(word) and not _is_verb(word)) or word in classes_of_things() for word in following)


def _is_verb(word: str) -> bool:
    """Whether a word in -s is a verb of telling: "12 records suggest", "two tests show"."""
    known = verbs().get(word)
    return known is not None and "third" in known.forms


def _is_plural(noun: str) -> bool:
    return noun in PLURALS or (len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")))


def class_of(noun: str) -> str | None:
    """The class of a noun, by its last part where it is hyphenated."""
    things = classes_of_things()
    found = things.get(noun) or things.get(noun.rsplit("-", 1)[-1])
    return found or ("person" if len(noun) > 5 and noun.endswith(("man", "men")) else None)  # "ferryman", "craftswomen"


def may_be_people(noun: str) -> bool:
    """Whether a noun that no list knows may name people, by its ending: "dancers", "analysts", "Norders"."""
    return bool(_OF_PEOPLE.search(noun)) and listed("no_people").isdisjoint(
        (noun, noun.removesuffix("s"), noun.removesuffix("es"))
    )


def _says_event(words: Words, at: int) -> bool:
    """Whether a word begins what happened, as in "12 killed", and is no thing that can be counted."""
    if words.folded[at] in classes_of_things():
        return False
    return bool(told_after(words, at))


def _is_attribute(words: Words, at: int) -> bool:
    """Whether a word that says what happened stands right before the noun it is said of: "displaced families"."""
    behind = words.folded[at + 1] if at + 1 < len(words) else ""
    if words.folded[at] == "dead":  # "340 dead birds", and not "four dead, police say"
        return behind in classes_of_things() and behind != "police"
    if not words.folded[at].endswith("ed") or behind not in classes_of_things() or not _says_event(words, at):
        return False
    return all(hit.end == at + 1 for hit in told_after(words, at))  # no longer phrase: "sustained gun shot wounds"


def _is_its_verb(words: Words, at: int) -> bool:
    """Whether a word in -ed is the verb of a bare number: "seven MISSED their targets", "12,300 TURNED up"."""
    word, behind = words.folded[at], words.folded[at + 1] if at + 1 < len(words) else "."
    if word.endswith("ing"):  # "is 73, RAISING the prospect"
        return behind in listed("opening", "possessive") and word not in classes_of_things()
    if not word.endswith("ed") or word in classes_of_things():
        return False
    return not behind[0].isalnum() or behind in listed("opening", "possessive", "stops")


def _stops(word: str, nouns: list[int]) -> bool:
    if word in listed("stops"):
        return True
    # A participle before the noun is an adjective ("12 armed men"); behind it, it says what happened.
    return bool(nouns) and word.endswith(("ed", "ing")) and word not in classes_of_things()
