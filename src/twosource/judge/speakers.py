"""Whether a speaker is named or only described, and whether two names of one story are one speaker."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from twosource.compare.measured import Measured
from twosource.records import Speaker
from twosource.settings.claims import LETTERS_OF_A_NAME
from twosource.text.lexicon import lexicon
from twosource.text.names import acronyms_of, is_body, normal_name, same_name
from twosource.text.outlets import NAMES_KEPT
from twosource.text.stems import stem, words

_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
_ROLES = ("persons", "anonymous", "documents", "bodies")


def name_of(speaker: Speaker | None) -> str | None:
    """The name or the description by which a document calls a speaker; None where it gives none.

    The capital of an article that opened its sentence is left out: "the health ministry".
    """
    if speaker is None or not speaker.name or speaker.kind == "unknown":
        return None
    name = speaker.name
    opened = name.startswith(("The ", "A ", "An ")) and name.partition(" ")[2][:1].islower()
    return name[0].lower() + name[1:] if opened else name


def is_named(speaker: Speaker | None) -> bool:
    """Whether a document names the speaker: "officials", "the fire chief" or "Police" may be anybody's words.

    What a body is of is its name: "the health ministry".
    """
    name = name_of(speaker)
    if name is None or speaker is None or speaker.kind == "anonymous":
        return False
    return _has_name(name) or (speaker.kind == "organisation" and _is_sole(name))


@lru_cache(maxsize=NAMES_KEPT)
def one_speaker(a: str, b: str) -> bool:
    """Whether two names of one story are one speaker: the same name, or a body by the first and by the full name."""
    return same_name(a, b) or (is_body(a) and is_body(b) and part_of_name(a, b))


@lru_cache(maxsize=NAMES_KEPT)
def near_names(a: str, b: str) -> bool:
    """Whether two names of persons may be one written in two ways: "Ilse Brandt", "Ilse Brand"; one word may differ.

    The two are then one origin at the least, and two at the most.
    """
    one, other = normal_name(a).split(), normal_name(b).split()
    if len(one) != len(other) or len(one) < 2 or is_body(a) or is_body(b):
        return False
    unlike = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(unlike) == 1 and all(
        min(len(x), len(y)) >= LETTERS_OF_A_NAME and OSA.distance(x, y, score_cutoff=1) <= 1 for x, y in unlike
    )


@lru_cache(maxsize=NAMES_KEPT)
def part_of_name(a: str, b: str) -> bool:
    """Whether one name may be the other's in short: "the Ferry Watch", "the International League of the Ferry Watch".

    The two are then one origin at the least, and two at the most.
    """
    one, other = set(normal_name(a).split()), set(normal_name(b).split())
    return (is_body(a) or is_body(b)) and min(len(one), len(other)) > 1 and (one <= other or other <= one)


@lru_cache(maxsize=NAMES_KEPT)
def speaks_for(person: str, described: str, body: str) -> bool:
    """Whether the words round a person's name may say that he speaks for a body: "Harbour master Ilse Brandt".

    Half of what names the body is enough: the two are then one origin at the least, and two at the most.
    """
    if is_body(person) or not is_body(body):
        return False
    if not acronyms_of(body).isdisjoint(_ACRONYM.findall(described)):
        return True  # "the WHO's Hana Okafor"
    own = _of_what(body)
    return bool(own) and 2 * len(own & (_stems(described) - _stems(person))) >= len(own)


def _of_what(body: str) -> frozenset[str]:
    """What the name of a body says beside what kind of body it is: "Vell Harbour Office" gives the first two words."""
    found = [word.casefold() for word in words(body)]
    head = found.index("of") - 1 if "of" in found[1:] else len(found) - 1
    return _stems(" ".join(found[:head] + found[head + 1 :]))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word.casefold() not in _articles())


def two_parties(a: Measured, b: Measured) -> bool:
    """Whether two figures are the words of two speakers, both named."""
    return bool(a.speaker and b.speaker and a.named and b.named) and not one_speaker(a.speaker or "", b.speaker or "")


@lru_cache(maxsize=NAMES_KEPT)
def _has_name(name: str) -> bool:
    found = [word for word in name.replace("’", "'").removesuffix("'s").split() if word.casefold() not in _articles()]
    capitals = [word for word in found if word[0].isupper()]
    body = len(capitals) == len(found) > 1 and is_body(name)
    return body or any(stem(word) not in _role_stems() for word in capitals)


@lru_cache(maxsize=NAMES_KEPT)
def _is_sole(name: str) -> bool:
    """Whether a description says which body of its kind is meant."""
    found = [word for word in name.casefold().split() if word not in _articles()]
    telling = lexicon("roles")["no_names_of_bodies"]
    return (
        len(found) == 2
        and found[1] in lexicon("roles")["sole_bodies"]
        and found[0].isalpha()
        and found[0] not in telling
    )


@cache
def _articles() -> frozenset[str]:
    return frozenset(lexicon("function_words")["function"])


@cache
def _role_stems() -> frozenset[str]:
    return frozenset(stem(word) for group in _ROLES for word in lexicon("roles")[group])
