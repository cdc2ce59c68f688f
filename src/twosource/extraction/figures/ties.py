"""How a figure stands to the others of its sentence, whether it is asserted, and whether it is a total or adds to one."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from twosource.extraction.figures.counted import SUFFERERS, NounPhrase
from twosource.extraction.figures.events import Found
from twosource.extraction.numbers.find import Number
from twosource.extraction.sentences.clause_words import listed, told_after
from twosource.extraction.sentences.wording import Words

Modality = Literal["asserted", "negated", "possible"]
Aggregation = Literal["incident", "total", "rate", "stock", "increment"]


def _is_held(near: list[str]) -> bool:
    """Whether the words before a number tell how many there are: "there are 300", "the firm employs 300"."""
    return (near[-2:-1] == ["there"] and near[-1] in ("are", "were")) or bool(
        near[-1:] and near[-1] in listed("holding")
    )


def relation_of(
    words: Words, before: int, after: int, numbers: Sequence[Number], indices: range, n: int
) -> tuple[Any, int] | None:
    """Part of, or compared with, a number before in the sentence."""
    near = words.folded[max(0, before - 5) : before]
    if not listed("compared").isdisjoint(near[-3:]) or _up_from(words.folded[max(0, before - 8) : before]):
        same = (m for m in range(n - 1, indices.start - 1, -1) if _alike(numbers[m], numbers[n]))
        other = next(same, None)
        return None if other is None else ("compared_with", other)
    whole = n - 1 if n > indices.start else None
    if whole is None or numbers[n].kind not in ("count", "percent", "ratio") or numbers[whole].kind != "count":
        return None
    following = words.folded[after : after + 2]
    if following[:1] == ["of"] and following[-1] in ("them", "those", "whom", "these"):
        return ("part_of", whole) if _is_some_of(words, after + 2, numbers[n], numbers[whole]) else None
    if _holds_those_before(words, before):
        return None
    if near[-1:] == ["and"] and near[-2:-1] != [","] and whole > indices.start and _is_included(words, numbers[whole]):
        return ("part_of", whole - 1)  # "nine sailors, including four cooks and two divers"
    while near and near[-1] in listed("skipped") and near[-1] not in listed("part"):
        near.pop()
    if near[-1:] and before > 2 and words.ends[before - 3] == numbers[whole].span.end:
        return None  # "one of those two": the second is the whole
    included = near[-1:] and near[-1] in listed("part") and near[-1] not in listed("part_after_of")
    of_whom = near[-1:] and near[-1] in listed("part_after_of") and near[-2:-1] and near[-2] in ("of", "among", "which")
    return ("part_of", whole) if included or of_whom else None


def _holds_those_before(words: Words, at: int) -> bool:
    """Whether those counted before are a part of a number: "a nurse was AMONG three people hurt", "were AMONG the 31 dead"."""
    at -= at > 0 and words.folded[at - 1] in _DEFINITE
    return at > 1 and words.folded[at - 1] == "among" and words.folded[at - 2] in ("was", "were", "is", "are")


def _is_included(words: Words, number: Number) -> bool:
    """Whether a number stands right behind "including", and is thus a part of the one before it."""
    at = bisect_left(words.starts, number.span.start)
    return at > 0 and words.folded[at - 1] in listed("part") - listed("part_after_of")


def _is_some_of(words: Words, at: int, part: Number, whole: Number) -> bool:
    """Whether "of them" means the number before: "20 of those injured" name their whole, and no whole is smaller."""
    if words.folded[at - 1] in ("them", "whom"):
        return True
    named = words.folded[at : at + 1] and (words.folded[at] in SUFFERERS or told_after(words, at))
    return not named and (part.point or 0) <= (whole.point or 0)


def _up_from(near: list[str]) -> bool:
    """Whether "up from" or "down from" leads to a number, perhaps with a noun between: "up from an estimate of"."""
    if "from" not in near:
        return False
    at = max((n for n in range(1, len(near)) if near[n] == "from" and near[n - 1] in ("up", "down")), default=None)
    return at is not None and (at + 1 == len(near) or near[-1] == "of") and "," not in near[at:]


def whole_of(words: Words, after: int, numbers: Sequence[Number], indices: range, n: int) -> int | None:
    """The number that another one is said to be some of: "Of the 48 drones, 41 fell", "15 of the 19 rockets"."""
    found = _whole(words, after, numbers, indices, n) if numbers[n].kind == "count" else None
    if found is None or numbers[n].point is None or numbers[found].point is None:
        return None
    return found if (numbers[n].point or 0) <= (numbers[found].point or 0) else None


def _whole(words: Words, after: int, numbers: Sequence[Number], indices: range, n: int) -> int | None:
    following = n + 1
    if following in indices and numbers[following].kind == "count" and words.folded[after : after + 1] == ["of"]:
        begins = min((numbers[following].hedge or numbers[following].span).start, numbers[following].span.start)
        at = bisect_left(words.starts, begins)  # "19 of the MORE THAN 140"
        between = [word for word in words.folded[after + 1 : at] if not word.endswith("'s")]  # "12 of the plant's 90"
        if after < at <= min(after + 4, len(words) - 1) and set(between) <= _DEFINITE:
            return following
    for m in range(following, min(n + 3, indices.stop)):  # "three Danes and two Swedes were among the 84 dead"
        if numbers[m].kind == "count" and _holds_those_before(words, bisect_left(words.starts, numbers[m].span.start)):
            return m
    first = numbers[indices.start]
    if n == indices.start or words.folded[:1] != ["of"] or first.kind != "count":
        return None
    opening = words.folded[1 : bisect_left(words.starts, first.span.start)]
    return indices.start if set(opening) <= _DEFINITE else None


_DEFINITE = frozenset(["the", "its", "their", "his", "her", "these", "those", "all", "some"])


def _alike(one: Number, other: Number) -> bool:
    return one.kind == other.kind and one.unit == other.unit


# What others are asked for: "the gunmen demanded the release of 18 prisoners".
_GRANTED = frozenset(["rescued", "withdrawn", "paid"])


def modality_of(words: Words, before: int, event: Found | None, number: Number, behind: int) -> Modality:
    """Whether it is said to have happened; `behind` is the word behind what is counted: "5,000 people COULD be trapped"."""
    edge = min(before, event.at) if event else before
    near = words.folded[max(0, edge - 6) : before + 1]
    if event and event.at > before:
        near += words.folded[before : event.at]
    whole = before > 0 and (words.folded[before - 1] == "of" or words.folded[before - 1].endswith("'s"))
    if event is None and not whole:
        near += [
            word for word in words.folded[behind : behind + 2] if word in ("may", "might", "could", "will", "would")
        ]
    if _unsettled().isdisjoint(near):
        return "asserted"  # as most is
    if "without" in near and "without" not in words.folded[max(0, before - 2) : before]:
        near = [word for word in near if word != "without"]  # "without power for five hours"
    none_of = "none" in near and ("none", "of") in pairwise(near)
    if number.point != 0 and (none_of or not listed("denied").isdisjoint(near)):
        return "negated"
    if "may" in near and not _is_modal(words, max(0, edge - 6), max(behind, event.at if event else 0)):
        near = [word for word in near if word != "may"]
    asked = number.kind in ("money", "duration") or (event is not None and event.event.class_ in _GRANTED)
    unsure = listed("possible", "sought") if asked else listed("possible")
    return "asserted" if unsure.isdisjoint(near) else "possible"


@cache
def _unsettled() -> frozenset[str]:
    """Words without one of which nothing is denied or left open."""
    return listed("denied", "possible", "sought") | {"none"}


def _is_modal(words: Words, start: int, stop: int) -> bool:
    """Whether one of the "may"s is a verb and not the month."""
    return any(words.written[n] == "may" for n in range(start, min(len(words), stop + 2)) if words.folded[n] == "may")


def aggregation_of(
    words: Words, before: int, phrase: NounPhrase, event: Found | None, number: Number, per: str | None
) -> Aggregation | None:
    """Whether a number adds to another, is a total, a rate or what is there; `per` is the period behind what is counted."""
    if number.per or per:
        return "rate"
    near = words.folded[max(0, before - 3) : before]
    after = words.folded[phrase.end : phrase.end + 1]
    if event and phrase.partitive and phrase.counted and phrase.counted.head.casefold() in SUFFERERS:
        return "increment"
    inside = words.folded[before : phrase.end]
    more = after == ["more"] or (
        "more" in inside[1:] and "or" not in inside
    )  # "17 more bodies", no "12 or more people"
    if event and (more or any(word in listed("more") for word in near[-2:])):
        return "increment"
    if event and (event.rule == "toll" or " so far" in words.plain):
        return "total"
    if event:
        return "incident"
    return "stock" if number.kind == "count" and _is_held(near) else None


_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
}


def per_of(words: Words, before: int, at: int) -> str | None:
    """The period of a rate beside what is counted, which ends at `at` and whose number begins at `before`."""
    if found := _period_at(words, at):
        return found
    if words.folded[:1] in (["every"], ["each"]) and words.folded[1] in listed("periods"):
        return words.folded[1]  # "EVERY YEAR some 400 drown"
    if _REGULARLY.isdisjoint(words.folded[1:]):
        return None
    by = words.folded[before - 1 : before] == ["by"]
    return (by and _period_before(words, before - 1)) or _period_behind_verb(words, at)


_REGULARLY = frozenset(["every", "each", *_ADVERBS])


def _period_at(words: Words, at: int) -> str | None:
    """ "85 tonnes of copper A YEAR", "40 flights DAILY"."""
    if at < len(words) and words.folded[at] == "of":  # "40 trucks of slag a day"
        at += 2
    near = words.folded[at : at + 3]
    if near and near[0] in _ADVERBS:
        return _ADVERBS[near[0]]
    if near[1:] and near[0] in ("a", "an", "per", "each", "every") and near[1] in listed("periods"):
        return None if near[-1] in ("ago", "earlier", "later", "before", "after") else near[1]
    return None


def _period_before(words: Words, at: int) -> str | None:
    """ "Crossed DAILY by 40 trucks", "seen EVERY WEEK by two million"."""
    every = words.folded[max(0, at - 2) : at - 1] in (["every"], ["each"]) and words.folded[at - 1] in listed("periods")
    return words.folded[at - 1] if every else _ADVERBS.get(words.folded[at - 1]) if at else None


def _period_behind_verb(words: Words, at: int) -> str | None:
    """ "40 trucks cross it DAILY": before a mark or a preposition, as "the daily ferry" tells nothing of the kind."""
    for n in range(at + 1, min(at + _VERB_REACH, len(words))):
        word = words.folded[n]
        if not word[0].isalpha():
            return None
        behind = words.folded[n + 1] if n + 1 < len(words) else "."
        if word in ("every", "each") and behind in listed("periods"):
            return behind
        if word in _ADVERBS and (not behind[0].isalpha() or behind in listed("further_subject")):
            return _ADVERBS[word]
    return None


_VERB_REACH = 5  # words behind what is counted in which its verb and the period stand
