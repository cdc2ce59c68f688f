"""Whether two texts in like words say the opposite: one denies, an opposed word stands for another, or roles are swapped."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from twosource.text.lexicon import lexicon
from twosource.text.stems import stem, words


class Opposition(NamedTuple):
    """What turns one text into the opposite of another, in words, and the stems that stand against each other."""

    told: str
    words: frozenset[str] = frozenset()


def opposed(a: str, b: str) -> Opposition | None:
    """What turns one text into the opposite of the other; None where nothing does."""
    one, other = words(a), words(b)
    mine, yours = {w.casefold() for w in one}, {w.casefold() for w in other}
    if (len(_denials(one)) - len(_denials(other))) % 2:
        denying, plain = (one, other) if len(_denials(one)) > len(_denials(other)) else (other, one)
        said = {stem(word) for word in plain}
        at = next(
            (at for at in _denials(denying) if any(stem(word) in said for word in denying[at + 1 : at + 3])), None
        )
        return Opposition(f"only one of them says “{_denial(denying[at])}”") if at is not None else None
    for left, right in _pairs():
        for x, y in ((left, right), (right, left)):
            if x in mine - yours and y in yours - mine:
                return Opposition(f"“{x}” against “{y}”", frozenset((stem(x), stem(y))))
    return _swapped(one, other)


def _denials(found: list[str]) -> list[int]:
    """Where the words that deny stand."""
    return [at for at, word in enumerate(found) if _denial(word)]


def _denial(word: str) -> str | None:
    """The denial in a word: itself, or the "not" of "isn't"."""
    plain = word.casefold().replace("’", "'")
    if plain.endswith("n't"):
        return "not"
    return plain if plain in _negations() or plain == "non" else None


def _swapped(one: list[str], other: list[str]) -> Opposition | None:
    """ "Kerr sued Dale" and "Dale sued Kerr": the same words, and the two names the other way round."""
    if sorted(w.casefold() for w in one) != sorted(w.casefold() for w in other):
        return None
    names = [w for w in one if w[0].isupper() and w in other and one.count(w) == 1]
    for first, last in pairwise(names):
        if other.index(first) > other.index(last):
            return Opposition(f"“{first}” and “{last}” change places")
    return None


@cache
def _negations() -> frozenset[str]:
    return frozenset(lexicon("quotations")["negation"])


@cache
def _pairs() -> list[tuple[str, str]]:
    return [(left, right) for left, right in lexicon("opposites")["pairs"]["words"]]
