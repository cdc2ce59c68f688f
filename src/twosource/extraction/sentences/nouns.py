"""Where noun phrases and the phrases after a verb end, by closed word classes and commas instead of a parse.

All positions are token indices of a `Sentence`; ranges are half-open.
"""

from bisect import bisect_left
from functools import cache
from itertools import compress, count
from typing import Literal

from twosource.extraction.sentences.cues import grammar, roles, verbs
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.text.names import country_of, name_particles

HARD_STOPS = frozenset([";", ":", "—", "–", "--", "…", "?", "!", QUOTE, "•", "|", "-", "[", "]", "*"])
PARTICIPLES = frozenset(["seen", "shown", "given", "sent", "written", "made"])
SYMBOLS = frozenset(["'", "’", "&", "#", "@", "$", "/", "€", "£", "%"])
LONGEST_NAME = 5  # tokens
NAME_LINKS = name_particles() | {"."}
LINKING = frozenset(["of", "for", "at", "with", "from"])
CLOSED = ("prepositions", "coordinators", "subordinators")


def is_name(s: Sentence, at: int) -> bool:
    """Whether the word is written with a capital (or is a number that may stand in a name)."""
    word = s.words[at]
    return word[0].isupper() and s.low[at] not in grammar("subjects")


def particles_at(s: Sentence, at: int) -> int:
    """How many small words of a name stand at a place, before a capital: "VAN DER Weil"; none where no name goes on."""
    end = at
    while end < s.size and s.low[end] in name_particles() and not s.words[end][0].isupper():
        end += 1
    return end - at if end > at and end < s.size and is_name(s, end) else 0


def is_adverb(word: str) -> bool:
    """Whether the word is an adverb by its ending or by the list."""
    return word in grammar("adverbs") or (word.endswith("ly") and len(word) > 4 and word not in grammar("no_adverbs"))


def is_finite(s: Sentence, at: int) -> bool:
    """Whether the word is likely to be a finite verb where it stands."""
    return at in (s.finite or finite_verbs(s))


def has_finite(s: Sentence, start: int, stop: int) -> bool:
    """Whether a finite verb stands in the range."""
    places = s.finite or finite_verbs(s)
    at = bisect_left(places, start)
    return at < len(places) and places[at] < stop


def finite_verbs(s: Sentence) -> list[int]:
    """Where the likely finite verbs of the sentence stand, in order; read once a sentence."""
    if s.finite is None:
        kinds = list(map(_KINDS.__getitem__, s.low))
        s.finite = [at for at in compress(count(), kinds) if _is_finite(s, at, kinds[at])]
    return s.finite


def last_finite(s: Sentence, start: int, stop: int) -> int | None:
    """Where the last finite verb of the range stands, None where there is none."""
    places = finite_verbs(s)
    at = bisect_left(places, stop) - 1
    return places[at] if at >= 0 and places[at] >= start else None


def _is_finite(s: Sentence, at: int, kind: str) -> bool:
    """Whether a word that may be a finite verb is one between the words beside it."""
    word, before = s.low[at], s.low[at - 1] if at else ""
    if before in ("the", "a", "an"):
        return False  # "the works council"
    if kind == "sure":
        if s.words[at][0].isupper() and at and s.words[at - 1][0].isupper() and word in grammar("pasts"):
            return False  # the doctor in "Dr. Anders Felt"
        if before in ("his", "their", "its", "our", "my") and word not in grammar("auxiliaries"):
            return False  # "three people who know his plans"
        return word != "think" or at + 1 >= s.size or s.low[at + 1] not in ("tank", "tanks")
    if s.words[at][0].isupper():
        return False
    if before in grammar("determiners") or before in grammar("prepositions"):
        return False
    following = s.low[at + 1] if at + 1 < s.size else "."
    if kind == "present":
        # "According to the latest reports, ...", but "the mayor reports, ..."
        told = following in (",", ".") and word in roles("documents") and before.isalpha() and not is_name(s, at - 1)
        return not told or before in roles("persons", "bodies", "anonymous") or before in grammar("subjects")
    if kind == "past":
        # "The woman accused of theft", but "the captain warned of fog"
        if following == "to" and verbs()[word].frames == {"object"}:
            return False  # "a statement attributed to the group"
        return following not in ("by", "in", "on", "at") and (following != "of" or "of" in verbs()[word].particles)
    counts = following[0].isdigit() and word != "aged" and grammar("days").isdisjoint(s.low[at + 2 : at + 3])
    opens_object = counts or following in grammar("determiners") or following in grammar("objects")
    return at > 0 and (opens_object or following in ("that", "to", "its", "out", "up", QUOTE))


class _Kinds(dict[str, str]):
    """Words with their kind of verb, asked for every word of a text: a plain look-up once a word was met."""

    LARGEST = 65536

    def __missing__(self, word: str) -> str:
        if len(self) >= self.LARGEST:
            self.clear()
        return self.setdefault(word, _verb_kind(word))


_KINDS = _Kinds()


def _verb_kind(word: str) -> Literal["sure", "present", "past", "ending", ""]:
    """How sure a word is a finite verb by itself, empty where it is none; the rest depends on the words beside it."""
    if word in grammar("auxiliaries", "pasts", "presents"):
        return "sure"
    if "'" in word or "’" in word:
        subject, _, ending = word.replace("’", "'").rpartition("'")
        if ending in CONTRACTED:
            return "sure" if subject in grammar("subjects") else ""
    if known := verbs().get(word):
        return "past" if "past" in known.forms else "present" if "third" in known.forms else ""
    return "ending" if word.endswith("ed") and len(word) > 4 else ""


CONTRACTED = frozenset(["s", "re", "ve", "ll", "d", "m"])


def head_of(s: Sentence, start: int, stop: int) -> str:
    """The head noun of a noun phrase in lower case: its last word before a preposition, comma or relative clause."""
    head = ""
    for at in range(start, stop):
        word = s.low[at]
        if head:
            if word in grammar("prepositions") or word in ("who", "which", "that", ",", "("):
                break
            if head in roles("documents") and (word.endswith(("ed", "ing")) or word in PARTICIPLES):
                break  # "a poll released on Friday"
            if word.endswith("ed") and at + 1 < stop and s.low[at + 1] in grammar("prepositions"):
                break  # "a mayor elected in May"
        if word[0].isalnum() and word not in ("'s", "’s"):
            head = word
    return head


def is_title(s: Sentence, at: int) -> bool:
    """Whether the quotation at `at` looks like the name of a programme or a book, and not like speech."""
    quote = s.quotes[at]
    return bool(quote and quote.kind == "title")


def noun_after(s: Sentence, at: int, limit: int, *, linking: bool = True) -> int:
    """Where the noun phrase that begins at `at` ends; `at` itself where none begins there.

    With `linking`, "of", "for", "at", "with" and "from" tie a further noun to it.
    """
    start = at
    if at < limit and s.low[at] in grammar("pronouns", "objects") and not owns(s, at, limit):
        return at + 1
    named, tying = False, _tying()
    while at < limit:
        word = s.low[at]
        step = None if word[0].isalnum() else _mark_step(s, at, start, limit)
        if step is None and word in tying:
            step = _link_step(s, at, start, limit, linking, named)
            named = named and not (step and word in LINKING)
        if step is None:
            if _ends_noun(s, at, start, named):
                break
            if s.words[at][0].isupper() and is_name(s, at):
                named = word not in grammar("origins") and country_of(word) is None
            step = 1
        if not step:
            break
        at += step
    return min(at, limit)


def owns(s: Sentence, at: int, limit: int) -> bool:
    """Whether "her" is a possessive: "told her husband that", not "told her that"."""
    if s.low[at] != "her" or at + 1 >= limit or s.low[at + 1] in grammar("subjects", "determiners"):
        return False
    end = noun_after(s, at + 1, limit)
    return s.words[at + 1].islower() and end > at + 1 and not (end < limit and is_finite(s, end))


def _mark_step(s: Sentence, at: int, start: int, limit: int) -> int | None:
    """How many tokens a mark at `at` adds to a noun phrase: none where it ends it; None where the token is a word."""
    word = s.low[at]
    if word == "(":
        return next((k for k in range(at, limit) if s.low[k] == ")"), limit - 1) - at + 1
    if word == ".":
        return int(at + 1 < limit and at > start)
    if word == QUOTE:
        quote = s.quotes[at]
        nickname = start < at < limit - 1 and is_name(s, at - 1) and is_name(s, at + 1)
        return int(nickname and quote is not None and quote.kind != "speech")
    if word in SYMBOLS:
        return 1
    return None if word[0].isalnum() else 0


def _link_step(s: Sentence, at: int, start: int, limit: int, linking: bool, named: bool) -> int | None:
    """One where the word ties the next one to the noun phrase, none where it ends it, None where it does neither."""
    word = s.low[at]
    more = at + 1 < limit
    if word in LINKING and linking and at > start and more and not is_finite(s, at + 1):
        return int(s.low[at + 1] != "reference" and s.low[at + 1 : at + 3] != ["the", "time"])
    if word == "and" and at > start and more and is_name(s, at + 1) and is_name(s, at - 1):
        return 1
    if named and word in name_particles() and at + particles_at(s, at) < limit:
        return 1
    return 0 if word in grammar(*CLOSED) or word in ("who", "which") else None


@cache
def _tying() -> frozenset[str]:
    """Words that tie a noun phrase together or end it."""
    return LINKING | grammar(*CLOSED) | name_particles() | {"and", "who", "which"}


@cache
def _opening() -> frozenset[str]:
    """Words of grammar that seldom stand inside a noun phrase."""
    return grammar("days", "determiners", "subjects")


def _ends_noun(s: Sentence, at: int, start: int, named: bool) -> bool:
    """Whether the word cannot belong to the noun phrase that began at `start`; `named` after a name in it."""
    word = s.low[at]
    if at > start and word in _opening():
        if word in grammar("days") and s.low[at - 1] not in grammar("determiners"):
            return True
        opens = word in grammar("determiners", "subjects")
        if opens and s.low[at - 1] not in LINKING and (named or word not in grammar("counting")):
            return True
    if s.words[at][0].isupper() and is_name(s, at):
        return False
    if is_adverb(word) or (at > start and (is_finite(s, at) or word in grammar("auxiliaries"))):
        return True
    if not named or word == "think" or word[0].isdigit() or s.low[at - 1].endswith(("'s", "’s")):
        return False
    if word.removesuffix("'s").removesuffix("’s") in roles("bodies", "persons", "documents", "channels"):
        return False
    # "the Tarsk emergencies ministry"
    kind = s.low[start] == "the" and s.low[at + 1 : at + 2] and s.low[at + 1] in roles("bodies")
    return not kind or word in verbs()


def name_after(s: Sentence, at: int, limit: int) -> int:
    """Where the name that a comma at `at` sets behind a role ends: "the mayor, ADA MOEN."; `at` where none stands there."""
    if at + 1 >= limit or s.low[at] != "," or country_of(s.words[at + 1]):
        return at
    end = at + 1
    while end < limit and end - at <= LONGEST_NAME and (is_name(s, end) or s.low[end] in NAME_LINKS):
        end += 1
    while end > at + 1 and not is_name(s, end - 1):
        end -= 1
    closed = end == limit or s.low[end] in (",", ".", ";", "(", QUOTE, "who", "in", "on", "after", "as")
    return end if end > at + 2 and closed else at


def apposition_after(s: Sentence, at: int, limit: int) -> int:
    """Where an apposition that a comma at `at` opens ends; `at` where what follows is none."""
    if at + 1 >= limit or s.low[at] != ",":
        return at
    first = s.low[at + 1]
    looks = (
        first in grammar("apposition_openers")
        or first in roles("persons")
        or first in roles("bodies")
        or first in roles("titles")
        or first[0].isdigit()
        or any(word in roles("persons") for word in s.low[at + 2 : min(at + 6, limit)])
    )
    if not looks or first in grammar("coordinators") or first in grammar("subordinators"):
        return at
    end = at + 1
    while end < limit:
        word = s.low[end]
        if word in HARD_STOPS and word != QUOTE:
            break
        if word == QUOTE and end > at + 1 and s.low[end - 1] in (",", "."):
            break
        if word == "," and end + 1 < limit:
            following = s.low[end + 1]
            known = verbs().get(following)
            if (
                (known and "ing" in known.forms)
                or following in ("but", "as", "while", "when", "after")
                or following in grammar("subjects") - {"who", "that"}
            ):
                break
            if first not in ("who", "which", "whose") and following == "and":
                break
        end += 1
    while end > at + 1 and s.low[end - 1] in (".", ","):
        end -= 1
    return end
