"""How far the noun phrase before a verb reaches back."""

from functools import cache

from twosource.extraction.sentences.cues import grammar, roles, words_of
from twosource.extraction.sentences.nouns import HARD_STOPS, LINKING, is_adverb, is_finite, is_name, last_finite
from twosource.extraction.sentences.skeleton import QUOTE, Sentence


def after_relative_object(s: Sentence, start: int, stop: int) -> int:
    """Past the noun that a clause without a pronoun belongs to: "a remark the opposition described as shameful"."""
    if s.low[start] not in ("a", "an", "the"):
        return start
    if start + 2 < stop and s.low[start + 1] in words_of("nouns", "that") and is_name(s, start + 2):
        return start + 2  # "a claim Moen denied"
    for at in range(start + 2, stop - 1):
        before = s.low[at - 1]
        plain = before.isalpha() and before not in grammar("prepositions") and before not in grammar("coordinators")
        if s.low[at] == "the" and plain and not is_adverb(before) and not is_name(s, at - 1):
            return at
    return start


def joins_nouns(s: Sentence, at: int, floor: int) -> bool:
    """Whether an "and" joins two noun phrases of one subject."""
    before = s.low[at - 1]
    if before == "," or not before[0].isalnum() or before in grammar("objects"):
        return False
    back = at - 1
    while (
        back >= floor
        and s.low[back] not in HARD_STOPS
        and s.low[back] != ","
        and s.low[back] not in grammar("subordinators")
    ):
        if is_finite(s, back):
            return False
        back -= 1
    return True


def is_nickname(s: Sentence, at: int) -> bool:
    quote = s.quotes[at]
    return is_name(s, at - 1) and is_name(s, at + 1) and quote is not None and quote.kind != "speech"


def segment_start(s: Sentence, last: int, floor: int) -> int:
    """The start of the clause that the noun phrase ending at `last` opens."""
    at = last
    while at >= floor:
        word = s.low[at]
        if word == ")":
            while at > floor and s.low[at] != "(":
                at -= 1
        elif word in _parting() and not _holds_together(s, at, floor, last):
            break
        at -= 1
    return at + 1


@cache
def _parting() -> frozenset[str]:
    """Words and marks that a noun phrase seldom goes beyond."""
    return HARD_STOPS | grammar("coordinators", "subordinators") | {",", "(", "who", "which"}


def _holds_together(s: Sentence, at: int, floor: int, last: int) -> bool:
    """Whether what parts clauses stands inside a noun phrase: a nickname, an "and" between nouns, "in that valley"."""
    match s.low[at]:
        case "and":
            return at > floor and joins_nouns(s, at, floor)
        case "that":
            return at > floor and s.low[at - 1] in grammar("prepositions")
        case word:
            return word == QUOTE and floor < at < last and is_nickname(s, at)


def trim_front(s: Sentence, start: int, stop: int) -> int:
    """Leaves out what opens the clause before its subject: connectives, adverbs, days, a fronted phrase, a verb."""
    while start < stop - 1 and (
        s.low[start] in grammar("openers")
        or (is_adverb(s.low[start]) and s.low[start] != "all")
        or not s.low[start][0].isalnum()
    ):
        start += 1
    finite = last_finite(s, start, stop - 1)  # right before a verb stands no verb: "media REPORTS said"
    if finite is not None:
        return _noun_start(s, stop, finite + 1)
    if (
        s.low[start] in grammar("prepositions")
        or s.low[start] in grammar("days")
        or (
            s.low[start].endswith("ing")
            and start + 1 < stop
            and s.low[start] not in ("being",)
            and not s.words[start][0].isupper()
        )
    ):
        return _noun_start(s, stop, start + 1)
    return start


def _noun_start(s: Sentence, stop: int, floor: int) -> int:
    """The start of the last plain noun phrase before `stop`: back to its determiner, or over its names and nouns."""
    at = stop - 1
    if s.low[at] == ")":
        opened = next((k for k in range(at, floor, -1) if s.low[k] == "("), floor)
        at = opened - 1 if opened > floor else at
    while at > floor:
        before = s.low[at - 1]
        if s.low[at] in grammar("determiners"):
            if before in LINKING and at - 2 >= floor and s.low[at - 2][0].isalnum() and at - 2 > floor:
                at -= 2
                continue
            break
        if before in grammar("determiners"):
            at -= 1
            continue
        if (
            is_name(s, at)
            and not is_name(s, at - 1)
            and before != "."
            and before not in roles("persons")
            and before not in roles("titles")
        ):
            if before in LINKING and at - 2 > floor:
                at -= 2
                continue
            break
        if (
            before in grammar("prepositions")
            or before in grammar("days")
            or before in grammar("times")
            or is_adverb(before)
            or not (before[0].isalnum() or before == ".")
        ):
            if before in LINKING and at - 2 > floor and s.low[at - 2][0].isalnum():
                at -= 2
                continue
            break
        at -= 1
    return max(at, floor)
