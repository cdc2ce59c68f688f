"""Words and their stems: enough folding that two tellings of one thing meet, by rules of English inflection only."""

import re
from functools import cache, lru_cache

from twosource.text.lexicon import lexicon

_WORD = re.compile(r"[^\W_]++(?:['’][^\W_]++)*+")
_POSSESSIVE = re.compile(r"['’]s?$")
_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"([bdfgklmnprt])\1$")


def words(text: str) -> list[str]:
    """The words of a text in order, as written; apostrophes inside a word belong to it."""
    return _WORD.findall(text)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A case-folded word without its possessive and inflection: "advances", "advanced" and "advancing" give one stem."""
    word = word.casefold()
    word = _singular(word if word.isalpha() else _POSSESSIVE.sub("", word))
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "i"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and word[-2] not in "su":
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and _VOWEL.search(word, 0, len(word) - len(ending)):
            word = _DOUBLED.sub(r"\1", word[: -len(ending)])
            break
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def _singular(word: str) -> str:
    """The singular of an irregular plural: "children", "gunmen"; any other word as it is."""
    if word in _plurals():
        return _plurals()[word]
    return f"{word[:-2]}an" if len(word) > 4 and word.endswith("men") and word not in _no_plurals() else word


@cache
def _plurals() -> dict[str, str]:
    found: dict[str, str] = lexicon("irregular")["plurals"]
    return found


@cache
def _no_plurals() -> frozenset[str]:
    return frozenset(lexicon("irregular")["no_plurals"]["words"])
