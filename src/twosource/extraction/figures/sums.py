"""Totals that a text leaves to be added up: "a man and two girls were killed" tells of three."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from twosource.extraction.figures.attach import Attachment
from twosource.extraction.figures.counted import PERSONS
from twosource.extraction.numbers.find import Number
from twosource.extraction.sentences.clause_words import listed
from twosource.records import Counted
from twosource.settings.attach import LARGEST_ADDED
from twosource.spans import Span
from twosource.text.lexicon import alternation, lexicon

# Only people are added up, and only what befalls them.
_TOLLS = frozenset(["killed", "injured", "casualties", "missing", "captured", "hospitalised"])
_AGE = r"(?:,\s*(?:aged?\s+)?\d{1,2}(?:\s+and\s+\d{1,2})?,?)?"
_AND = re.compile(rf"{_AGE}\s*,?\s+(?:and|plus|as well as|along with|&)\s+(?:the\s+|another\s+)?")
_COMMA = re.compile(rf"{_AGE},\s+")
_OPENING = re.compile(r"\s*(?:[–—:(]|--)\s*")
_NAMED = re.compile(
    rf"(?:\A|(?P<before>[\w,.”\"]+)\s+)(?P<name>(?:[A-Z][\w’'.-]*\s+){{0,3}}[A-Z][\w’'-]*[a-z]){_AGE},?\s+and\s+\Z"
)
# "Killed HER and three others", "struck HIM and two nieces", "HE and three others were shot".
_PRONOUN = re.compile(r"(?<=\w )(?P<who>him|her|himself|herself|s?he)\s+and\s+(?:(?:his|her|the)\s+)?\Z")
_PLACES = frozenset(["in", "at", "near", "from", "to", "on", "outside", "the", "of", "and", "a"])
_SELF = r"(?:then\s+)?(?:him|her)self\b"
_COUPLE = re.compile(r"(?i)\bcouple\b")
_REACH = 80
_PLURAL = frozenset(["people", "men", "women", "children", "other"])


class Sum(NamedTuple):
    """What a list of people adds up to: where it stands, how many they are, and the numbers it is made of."""

    span: Span
    point: float
    parts: tuple[int, ...]
    whole: int | None = None
    """The number that says as much before the list: "four people, two women and two boys"."""


def find_sums(text: str, numbers: Sequence[Number], attached: Sequence[Attachment]) -> list[Sum]:
    """The lists of people to whom one thing happened and whose number is nowhere said, in order of place."""
    fitting = [n for n in range(len(numbers)) if _is_part(text, numbers[n], attached[n])]
    return [found for run in _runs(text, fitting, numbers, attached) if (found := _sum(text, run, numbers, attached))]


def _is_part(text: str, number: Number, here: Attachment) -> bool:
    """Whether a number may be one of the parts: a small, exact count of people, no part of something else."""
    if number.kind != "count" or number.bound != "exact" or number.point is None or number.per:
        return False
    if not 0 < number.point <= LARGEST_ADDED or number.point % 1 or here.relation or here.modality != "asserted":
        return False
    counted = here.counted
    own = counted is not None and counted.class_ in PERSONS and counted.span.start >= number.number.end
    if own and counted is not None and "unborn" in text[number.number.end : counted.span.start].casefold():
        return False  # with an unborn child, one report counts one more than another
    of_some = own and counted is not None and " of " in text[number.number.end : counted.span.start]
    return own and not of_some and here.event is not None and here.event.class_ in _TOLLS


def _end(number: Number, here: Attachment) -> int:
    return max(number.span.end, here.counted.span.end if here.counted else 0)


def _runs(
    text: str, fitting: Sequence[int], numbers: Sequence[Number], attached: Sequence[Attachment]
) -> Iterator[list[int]]:
    """The numbers of each list: nothing but a comma, an "and" or an age stands between them."""
    run = list(fitting[:1])
    for a, b in pairwise(fitting):
        gap = text[_end(numbers[a], attached[a]) : numbers[b].span.start]
        one, other = attached[a].event, attached[b].event
        same = one and other and one.class_ == other.class_
        opened = len(run) == 1 and _OPENING.fullmatch(gap)
        if same and len(gap) < _REACH and (opened or _AND.fullmatch(gap) or _COMMA.fullmatch(gap)):
            run = [*run, b]
        else:
            yield run
            run = [b]
    if run:
        yield run


def _sum(text: str, run: list[int], numbers: Sequence[Number], attached: Sequence[Attachment]) -> Sum | None:
    """What a list adds up to; None for a single number, or for one total and what it is made of."""
    start, end = numbers[run[0]].span.start, _end(numbers[run[-1]], attached[run[-1]])
    point = sum(numbers[n].point or 0 for n in run)
    if len(run) > 1:
        gap = text[_end(numbers[run[-2]], attached[run[-2]]) : numbers[run[-1]].span.start]
        first = attached[run[0]].counted
        whole = first is not None and first.head.casefold() in ("people", "persons", "victims", "others")
        if len(run) > 2 and 2 * (numbers[run[0]].point or 0) == point and _takes_in(run, attached):
            return Sum(numbers[run[0]].span, point / 2, tuple(run[1:]), run[0])
        if not _AND.fullmatch(gap) or (len(run) > 2 and whole) or not _listed(text, run, numbers, attached):
            return None
        if not all(_head(attached[n]) in listed("plain_people") for n in run) and not _others(
            text, run[-1], numbers, attached
        ):
            return None
    others = _others(text, run[0], numbers, attached)
    plain = all(_head(attached[n]) in listed("plain_people") for n in run)
    before = _one_before(text, start, others=others) if plain or others else None
    after = _one_after(text, end, of=_definite_after() if plain else _self_after())
    if len(run) == 1 and before is None and after is None:
        return None
    point += _persons(text[before:start]) if before is not None else 0
    point += _persons(text[end:after]) if after is not None else 0
    start = start if before is None else before
    while (earlier := _one_earlier(text, start)) is not None:
        start, point = earlier, point + 1
    return Sum(Span(start, end if after is None else after), point, tuple(run))


def _head(here: Attachment) -> str:
    return here.counted.head.casefold() if here.counted else ""


def _others(text: str, n: int, numbers: Sequence[Number], attached: Sequence[Attachment]) -> bool:
    """Whether a number counts others than those before it: "a guard and two others", "two other people"."""
    inside = text[numbers[n].number.end : _end(numbers[n], attached[n])].casefold()
    return inside.split()[-1:] == ["others"] or " other " in inside


def _takes_in(run: list[int], attached: Sequence[Attachment]) -> bool:
    """Whether what the first number of a list counts may be what the others count: people, or things of one class."""
    classes = [here.class_ for here in (attached[n].counted for n in run) if here]
    return classes[0] == "person" or len(set(classes)) == 1


def _listed(text: str, run: list[int], numbers: Sequence[Number], attached: Sequence[Attachment]) -> bool:
    """Whether no bracket or dash stands inside a list."""
    return not any(
        _OPENING.fullmatch(text, _end(numbers[a], attached[a]), numbers[b].span.start) for a, b in pairwise(run)
    )


def _one_before(text: str, start: int, *, others: bool) -> int | None:
    """Where one more person before the list begins: "her son and two girls", "Ada Moen and two others"."""
    window = text[max(0, start - _REACH) : start]
    if "and" not in window.casefold().split()[-2:]:  # it stands behind all that is sought here
        return None
    if found := _definite_before().search(window) or _PRONOUN.search(window):
        return start - len(window) + found.start("who")
    return _named_before(window, start, others=others)


def _one_earlier(text: str, start: int) -> int | None:
    """Where one more person of a list begins whose next one begins at `start`: "a man, HIS WIFE and two girls"."""
    window = text[max(0, start - _REACH) : start]
    found = _definite_earlier().search(window) if window.rstrip().endswith(",") else None
    return start - len(window) + found.start("who") if found else None


def _named_before(window: str, start: int, *, others: bool) -> int | None:
    named = _NAMED.search(window)
    if named is None:
        return None
    full = " " in named["name"]
    if named["name"].split()[-1] in lexicon("identifiers")["streets"]["words"]:
        return None
    place = (named["before"] or "").casefold() in _PLACES - ({"of"} if full else set())
    return start - len(window) + named.start("name") if (others or full) and not place else None


def _one_after(text: str, end: int, *, of: re.Pattern[str]) -> int | None:
    """Where one more person after the list ends: "two boys and the driver", "four guards and himself"."""
    found = of.match(text, end)
    return found.end() if found else None


def _persons(words: str) -> int:
    """How many persons a noun phrase for one more stands for: two for "a couple"."""
    return 2 if _COUPLE.search(words) else 1


@cache
def _one_person() -> str:
    """A noun phrase for one person with an article or a possessive."""
    nouns = sorted(word for word in listed("plain_people") if not word.endswith("s") and word not in _PLURAL)
    return rf"(?P<who>(?:an?|the|his|her|their)\s+(?:(?!unborn)[\w-]+\s+)?(?:{alternation(nouns)}))(?![\w’'-])"


@cache
def _definite_before() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<![\w-]){_one_person()}{_AGE},?\s+and\s+(?:(?:the|another|his|her|their)\s+)?\Z")


@cache
def _definite_earlier() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<![\w-]){_one_person()}{_AGE},\s+\Z")


@cache
def _definite_after() -> re.Pattern[str]:
    return re.compile(rf"(?i){_AGE},?\s+(?:and|plus)\s+(?:{_one_person()}|{_SELF})")


@cache
def _self_after() -> re.Pattern[str]:
    return re.compile(rf"(?i),?\s+and\s+{_SELF}")


def total(
    text: str, found: Sum, numbers: Sequence[Number], attached: Sequence[Attachment]
) -> tuple[Number, Attachment]:
    """The number that a list adds up to and what belongs to it."""
    parts, told = [numbers[n] for n in found.parts], [attached[n] for n in found.parts]
    number = parts[0]._replace(
        span=found.span,
        number=found.span,
        point=found.point,
        low=found.point,
        high=found.point,
        rule="sum",
        confidence=max(part.confidence for part in parts),
    )
    classes = {here.counted.class_ for here in told if here.counted}
    alike = classes.pop() if len(classes) == 1 and len(parts) > 1 else "person"
    best = max(told, key=lambda here: here.confidence)
    return number, best._replace(counted=Counted(found.span, found.span.of(text), alike), relation=None, side=None)
