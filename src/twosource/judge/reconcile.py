"""Two values that differ and can both be right, because they count different things: with the attacker or without, the
hurt with the dead among them, a sum and its parts."""

import re
from collections.abc import Iterator
from functools import cache

from twosource.compare.measured import Measured
from twosource.judge.context import StoryTexts
from twosource.judge.wording import written
from twosource.records import Figure
from twosource.settings.claims import ATTACKERS_AT_MOST, CASUALTIES, PARTS_OF_A_SUM
from twosource.text.lexicon import alternation, lexicon


def told_apart(a: Measured, b: Measured, texts: StoryTexts) -> str | None:
    """How the reports themselves say that the two count differently; None where they do not say so."""
    low, high = sorted((a, b), key=lambda item: (item.value.point, item.figure.id))
    return _with_attackers(low, high, texts) or _with_the_dead(low, high, texts)


def summed(a: Measured, b: Measured, texts: StoryTexts) -> str | None:
    """How the larger value is the smaller one and what else its document counts beside it; None where it is not."""
    low, high = sorted((a, b), key=lambda item: (item.value.point, item.figure.id))
    for parts in _parts(low.figure, texts):
        if low.value.point + sum(part.point or 0 for part in parts) == high.value.point:
            sum_of = " + ".join([_number(low.figure), *(_number(part) for part in parts)])
            return f"{_number(high.figure)} = {sum_of}: one count holds what the other gives in parts"
    if 0 < high.value.point - low.value.point <= ATTACKERS_AT_MOST and _others().match(texts.after(low.figure)):
        return f"{_number(high.figure)} may hold somebody told of before the “{written(low.figure)} others”"
    return None


def _with_attackers(low: Measured, high: Measured, texts: StoryTexts) -> str | None:
    if not _casualties(low.figure, high.figure) or not 0 < high.value.point - low.value.point <= ATTACKERS_AT_MOST:
        return None
    held, left_out = _attacker_held(), _attacker_left_out()
    for item, pattern in ((high, held), (low, left_out)):
        found = pattern.search(texts.passage(item.figure))
        if found and _says(found):
            others = written(low.figure)
            if " " in others:  # "her husband and three sons"
                others = _number(low.figure)
            return f"{written(high.figure)} counts the {_says(found)} with the {others}"
    return None


def _says(found: "re.Match[str]") -> str:
    word = (found.group("who") or "attacker").casefold()
    return "attacker" if word in ("himself", "herself") else word


def _with_the_dead(low: Measured, high: Measured, texts: StoryTexts) -> str | None:
    """ "Nine injured and one killed" against "ten wounded, one of them fatally"."""
    if not _casualties(low.figure, high.figure) or _class(low.figure) in ("killed", None):
        return None
    dead = [part for (part, *more) in _parts(low.figure, texts) if not more and _class(part) == "killed"]
    fits = [part for part in dead if low.value.point + (part.point or 0) == high.value.point]
    if fits and _fatal().search(texts.passage(high.figure)):
        return f"{written(high.figure)} counts the dead among the hurt: {_number(low.figure)} + {_number(fits[0])}"
    return None


def _parts(figure: Figure, texts: StoryTexts) -> Iterator[tuple[Figure, ...]]:
    """What stands beside a count in its own sentence and may be added to it: one count, or several."""
    beside = [
        other
        for other in texts.figures_near(figure, sentences_more=0)
        if other.kind == figure.kind
        and other.unit == figure.unit
        and other.point
        and other.bound == "exact"
        and other.modality == "asserted"
        and not (other.relation and other.relation.kind in ("part_of", "compared_with", "moved_from"))
        and not (figure.relation and figure.relation.figure == other.id)
        and (_casualties(figure, other) or _class(other) == _class(figure))
    ]
    yield from ((part,) for part in beside)
    if 1 < len(beside) <= PARTS_OF_A_SUM:
        yield tuple(beside)


def _casualties(a: Figure, b: Figure) -> bool:
    return _class(a) in CASUALTIES and _class(b) in CASUALTIES


def _class(figure: Figure) -> str | None:
    return figure.event.class_ if figure.event else None


def _number(figure: Figure) -> str:
    return f"{figure.point:,.10g}"


@cache
def _attacker_held() -> "re.Pattern[str]":
    words = {name: alternation(group["words"]) for name, group in lexicon("counting").items()}
    who = rf"(?:\w+\s+){{0,2}}?(?P<who>{words['attackers']})"
    return re.compile(rf"\b{words['included']}\s+(?:the|an?|its|his|her)?\s*{who}\b", re.IGNORECASE)


@cache
def _attacker_left_out() -> "re.Pattern[str]":
    words = {name: alternation(group["words"]) for name, group in lexicon("counting").items()}
    who = rf"(?:the|an?|its|his|her)?\s*(?:\w+\s+){{0,2}}?(?P<who>{words['attackers']})"
    return re.compile(rf"\b(?:{words['excluded']}\s+{who}|{words['own_death']})\b", re.IGNORECASE)


@cache
def _others() -> "re.Pattern[str]":
    return re.compile(rf"\s+{alternation(lexicon('counting')['others']['words'])}\b", re.IGNORECASE)


@cache
def _fatal() -> "re.Pattern[str]":
    return re.compile(rf"\b{alternation(lexicon('counting')['fatal']['words'])}\b", re.IGNORECASE)
