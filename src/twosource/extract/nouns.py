"""Where noun phrases and the phrases after a verb end, by closed word classes and commas instead of a parse.

All positions are token indices of a `Sentence`; ranges are half-open.
"""

from functools import lru_cache
from typing import Literal

from twosource.extract.cues import grammar, roles, verbs
from twosource.extract.skeleton import QUOTE, Sentence
from twosource.text.names import country_of

HARD_STOPS = frozenset([";", ":", "—", "–", "--", "…", "?", "!", QUOTE, "•", "|", "-", "[", "]", "*"])
LINKING = frozenset(["of", "for", "at", "with", "from"])


def is_name(s: Sentence, at: int) -> bool:
    """Whether the word is written with a capital (or is a number that may stand in a name)."""
    word = s.words[at]
    return word[0].isupper() and s.low[at] not in grammar("subjects")


def is_adverb(word: str) -> bool:
    """Whether the word is an adverb by its ending or by the list."""
    return word in grammar("adverbs") or (word.endswith("ly") and len(word) > 4 and word not in grammar("no_adverbs"))


def is_finite(s: Sentence, at: int) -> bool:
    """Whether the word is likely to be a finite verb where it stands."""
    word = s.low[at]
    kind = _verb_kind(word)
    if kind == "none":
        return False
    if kind == "sure":
        return word != "think" or at + 1 >= s.size or s.low[at + 1] not in ("tank", "tanks")
    if s.words[at][0].isupper():
        return False
    before = s.low[at - 1] if at else ""
    if before in grammar("determiners") or before in grammar("prepositions"):
        return False
    following = s.low[at + 1] if at + 1 < s.size else "."
    if kind == "present":
        return True
    if kind == "past":
        return following not in ("by", "in", "on", "at")
    opens_object = following in grammar("determiners") or following in grammar("objects")
    return at > 0 and (opens_object or following in ("that", "to", "its", "out", "up"))


@lru_cache(maxsize=65536)
def _verb_kind(word: str) -> Literal["sure", "present", "past", "ending", "none"]:
    """How sure a word is a finite verb by itself; the rest depends on the words beside it."""
    if word in grammar("auxiliaries") or word in grammar("pasts") or word in grammar("presents"):
        return "sure"
    plain = word.replace("’", "'")
    if plain.endswith(CONTRACTIONS):
        return "sure" if plain.partition("'")[0] in grammar("subjects") else "none"
    known = verbs().get(word)
    if known and "past" in known.forms:
        return "past"
    if known and "third" in known.forms:
        return "present"
    return "ending" if word.endswith("ed") and len(word) > 4 else "none"


CONTRACTIONS = ("'s", "'re", "'ve", "'ll", "'d", "'m")


def has_finite(s: Sentence, start: int, stop: int) -> bool:
    """Whether a finite verb stands in the range."""
    return any(is_finite(s, at) for at in range(start, stop))


def head_of(s: Sentence, start: int, stop: int) -> str:
    """The head noun of a noun phrase in lower case: its last word before a preposition, comma or relative clause."""
    head = ""
    for at in range(start, stop):
        word = s.low[at]
        if head and (word in grammar("prepositions") or word in ("who", "which", "that", ",", "(")):
            break
        if word[0].isalnum() and word not in ("'s", "’s"):
            head = word
    return head


def is_title(s: Sentence, at: int) -> bool:
    """Whether the quotation at `at` looks like the name of a programme or a book, and not like speech."""
    quote = s.quotes[at]
    return bool(quote and quote.kind == "title")


def noun_after(s: Sentence, at: int, limit: int, *, linking: bool = True) -> int:
    """Where the noun phrase that begins at `at` ends; `at` itself where none begins there."""
    start = at
    if at >= limit:
        return at
    if s.low[at] in grammar("pronouns") or s.low[at] in grammar("objects"):
        return at + 1
    named = False
    while at < limit:
        word = s.low[at]
        if word == "(":
            while at < limit and s.low[at] != ")":
                at += 1
            at = min(at + 1, limit)
            continue
        if word == ".":
            if at + 1 >= limit or at == start:
                break
            at += 1
            continue
        if word == QUOTE:
            quote = s.quotes[at]
            if (
                at > start
                and is_name(s, at - 1)
                and at + 1 < limit
                and is_name(s, at + 1)
                and quote
                and quote.kind != "speech"
            ):
                at += 1
                continue
            break
        if word in ("'", "’", "&", "#", "@", "$", "/", "€", "£", "%"):
            at += 1
            continue
        if not word[0].isalnum():
            break
        if word in LINKING and linking and at > start and at + 1 < limit and not is_finite(s, at + 1):
            at += 1
            named = False
            continue
        if word == "and" and at > start and at + 1 < limit and is_name(s, at + 1) and is_name(s, at - 1):
            at += 1
            continue
        if word in grammar("name_particles") and at + 1 < limit and is_name(s, at + 1) and named:
            at += 1
            continue
        if (
            word in grammar("prepositions")
            or word in grammar("coordinators")
            or word in grammar("subordinators")
            or word in ("who", "which")
        ):
            break
        if word in grammar("days") and at != start and s.low[at - 1] not in grammar("determiners"):
            break
        opens = word in grammar("determiners") or word in grammar("subjects")
        if at > start and opens and s.low[at - 1] not in LINKING and (named or word not in grammar("counting")):
            break
        if is_adverb(word) and not is_name(s, at):
            break
        if not is_name(s, at):
            if (
                named
                and not word[0].isdigit()
                and not s.low[at - 1].endswith(("'s", "’s"))
                and _without_possessive(word) not in roles("bodies")
                and word not in ("news", "think")
                and word not in roles("documents")
                and _without_possessive(word) not in roles("persons")
            ):
                break
            if at > start and (is_finite(s, at) or word in grammar("auxiliaries")):
                break
        else:
            named = word not in grammar("origins") and country_of(word) is None
        at += 1
    return at


def _without_possessive(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


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


def skip_adjuncts(s: Sentence, at: int, limit: int) -> int:
    """Past days, times and prepositional phrases after a cue: "said on Tuesday in an interview with the paper"."""
    while at < limit:
        word = s.low[at]
        if word in grammar("days") or word in grammar("times") or (is_adverb(word) and word not in ("there", "all")):
            at += 1
            if (
                at < limit
                and s.low[at] == "."
                and s.low[at - 1] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
                and at + 1 < limit
            ):
                at += 1
            continue
        if word in ("about", "over", "around", "under") and at + 1 < limit and s.low[at + 1][0].isdigit():
            break
        if word in grammar("adjunct_openers") and at + 1 < limit and not (word == "to" and not _is_hearer(s, at + 1)):
            end = noun_after(s, at + 1, limit)
            if end > at + 1:
                at = end
                if at < limit and s.low[at] == QUOTE and is_title(s, at) and s.low[at - 1] not in (",", ":"):
                    at += 1
                continue
            if s.low[at + 1] == QUOTE and is_title(s, at + 1) and word != "to":
                at += 2
                continue
            if s.low[at + 1].endswith("ing") and word in ("after", "before", "in", "on"):
                end = at + 2
                while end < limit and s.low[end] not in HARD_STOPS and s.low[end] not in (",", "that"):
                    end += 1
                at = end
                continue
        break
    return at


def _is_hearer(s: Sentence, at: int) -> bool:
    """Whether the word after "to" opens a noun phrase and is no infinitive."""
    word = s.low[at]
    return (
        is_name(s, at)
        or word in grammar("determiners")
        or word in grammar("objects")
        or word in roles("anonymous")
        or (word.endswith("s") and word not in verbs())
    )
