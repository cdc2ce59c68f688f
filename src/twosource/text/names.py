"""Names of persons and bodies in a normal form, so that two ways to write one name compare equal.

Used within a document to merge mentions and across documents to count origins; where it is not safe to say that two
names are one, they stay two.
"""

import re
import unicodedata
from functools import cache, lru_cache

from twosource.text.lexicon import alternation, lexicon
from twosource.text.outlets import NAMES_KEPT, is_outlet

_WORD = re.compile(r"[^\W_]+(?:[-'’.&/][^\W_]+)*")
_SMALL = frozenset(["of", "for", "the", "and", "in", "at", "on", "to", "a", "an", "&"])
# Words before and behind a person's name that are no part of it.
_UNNAMED = frozenset(["the", "a", "an", "jr", "sr", "ii", "iii", "iv", "phd", "md", "qc", "kc", "mp", "obe"])
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])(?!\w)")
_ATTACHED = re.compile(r"\s(?:of|for|at|from|with)\s")
_TRANSLITERATED = re.compile(r"(?<=[a-z]s)k(?:yy|iy|yi|ij|ii|y|i)\b")
SHORTEST_ACRONYM = 3


@lru_cache(maxsize=NAMES_KEPT)
def normal_name(name: str) -> str:
    """The name in a form that is equal for two ways of writing it where that is safe; empty where nothing is left.

    Persons lose titles and roles before the name, bodies get one spelling, the country as its name and their words in
    order of the alphabet: "UK's Ministry of Defence" and "the British defence ministry" become "defense ministry uk".
    """
    plain = _clear(name).strip()
    known = _alias(plain)
    if known:
        return known
    plain = person_of(_before_apposition(plain))
    words = _WORD.findall(_bare(plain))
    joined = " ".join(words)
    known = _alias(joined) if joined != plain else None
    if known:
        return known
    return _normal_words(words)


@lru_cache(maxsize=NAMES_KEPT)
def same_name(a: str, b: str) -> bool:
    """Whether two names are of one person or body: also a surname and the full name, an acronym and its words."""
    one, other = normal_name(a), normal_name(b)
    if not one or not other:
        return False
    if one == other:
        return True
    return _same_person(one, other) or _is_acronym(a, b) or _is_acronym(b, a)


@lru_cache(maxsize=NAMES_KEPT)
def is_body(name: str) -> bool:
    """Whether the name holds a noun for a body, such as "ministry", or is the name of a known one.

    No body is who has a role there: "Police Commissioner Ada Moen", "Ada Moen of Vell University".
    """
    if _clear(name).strip().casefold() in _aliases():
        return True
    return _names_body(_WORD.findall(_bare(name).lower())) and person_of(name) == name


def _names_body(words: list[str]) -> bool:
    """Whether words in lower case hold a noun for a body, and no role or person after it."""
    if _nouns("bodies").isdisjoint(words):
        return False
    body = max(at for at, word in enumerate(words) if word in _nouns("bodies"))
    role = next((at for at in range(len(words) - 1, -1, -1) if words[at] in _nouns("persons")), 0)
    role = role if role > body else 0
    if words[0] in _nouns("persons") and words[1:2] in (["of"], ["for"]) and len(words) - body > 2:
        return False  # "Secretary of State Ada Moen"
    named = role + 1 < len(words) and words[role + 1] not in _SMALL
    return not role or not (named or _SMALL.isdisjoint(words[body:role]))


@lru_cache(maxsize=NAMES_KEPT)
def person_of(name: str) -> str:
    """ "Dr Ada Moen" of "Dr Ada Moen of Vell University"; the name itself where it is not of a person and a body."""
    found = _ATTACHED.search(name)
    if not found:
        return name
    head = name[: found.start()]
    words = [word.lower() for word in _WORD.findall(_bare(head))]
    unfit = len(words) < 2 or any(word in _nouns("bodies") or word in _nouns("places") for word in words)
    role = unfit or words[-1] in _before_names() or not head.split()[-1][0].isupper()
    return name if role or country_of(name) or is_outlet(name) else head


def country_of(word: str) -> str | None:
    """The country that a name or an adjective stands for: "British" is "uk"."""
    return _countries().get(word.casefold())


@lru_cache(maxsize=NAMES_KEPT)
def acronyms_of(name: str) -> frozenset[str]:
    """The acronyms that the words of a name make, with and without its small words."""
    words = [word for word in _WORD.findall(_bare(_clear(name))) if word.lower() != "the"]
    capital = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0] for word in words).upper()
    without = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    return frozenset(a for a in (capital, every, without) if len(a) >= SHORTEST_ACRONYM)


# --- the steps --------------------------------------------------------------------------------------------------------


def _clear(name: str) -> str:
    """The name without what stands in parentheses."""
    return _PARENTHESIS.sub("", name) if "(" in name else name


def _bare(name: str) -> str:
    """The name without possessive endings."""
    return _POSSESSIVE.sub("", name) if "'" in name or "’" in name else name


def _before_apposition(name: str) -> str:
    head, comma, rest = name.partition(",")
    if not comma:
        return name
    # "the think tank, the Institute for the Study of War": the part with the name is the name.
    if not _has_capital(head) and _has_capital(rest):
        return rest.strip()
    return head.strip() or rest.strip()


def _has_capital(text: str) -> bool:
    return any(word[0].isupper() for word in _WORD.findall(text) if word.lower() not in _SMALL)


def _normal_words(words: list[str]) -> str:
    words = _after_role(words)
    folded = [_fold(word) for word in words]
    if _names_body(folded) or "staff" in folded:
        return _normal_body(" ".join(folded))
    return _normal_person(words, folded)


def _normal_body(text: str) -> str:
    text = _country_words().sub(lambda match: _countries()[" ".join(match.group().split())].replace(" ", "_"), text)
    spelling = lexicon("bodies")["spelling"]
    words = {spelling.get(word, word) for word in text.split() if word not in _SMALL}
    for key, implied in lexicon("bodies")["implied"].items():
        if set(key.split()) <= words and not words <= {*key.split(), *implied}:
            words -= set(implied)
    return " ".join(sorted(words))


def _normal_person(words: list[str], folded: list[str]) -> str:
    start = 0
    if not _before_names().isdisjoint(folded):
        titles = (at for at, word in enumerate(folded[:-1]) if word in _before_names() and folded[at + 1] not in _SMALL)
        start = max(titles, default=-1) + 1
    kept = [word for word in folded[start:] if word not in _UNNAMED]
    if len(kept) > 2:
        kept = [word for at, word in enumerate(kept) if at in (0, len(kept) - 1) or len(word) > 1]
    joined = " ".join(kept)
    return _countries().get(joined, joined)


@cache
def _before_names() -> frozenset[str]:
    return _nouns("titles") | _nouns("persons")


def _after_role(words: list[str]) -> list[str]:
    """What follows a word in lower case that stands before nothing but a name: "harbour master ILSE BRANDT"."""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if not (word[0].isupper() or word in name_particles()):
            named = at + 2 < len(words) and word.islower() and word not in _SMALL
            return words[at + 1 :] if named else words
    return words


@cache
def name_particles() -> frozenset[str]:
    """Small words inside the names of persons: "Jan VAN DER Weil"."""
    return frozenset(lexicon("grammar")["name_particles"])


def surname_of(key: str) -> str:
    """The last word of a normal name with the small words before it: "van der weil" of "jan van der weil"."""
    words = key.split()
    at = len(words) - 1
    while at > 1 and words[at - 1] in name_particles():
        at -= 1
    return " ".join(words[at:])


def _fold(word: str) -> str:
    if word.isascii():
        plain = word.lower()
    else:
        plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
        plain = plain.replace("’", "'")
    if "." in plain and all(len(part) <= 1 for part in plain.split(".")):
        plain = plain.replace(".", "")
    return _TRANSLITERATED.sub("ky", plain) if "sk" in plain else plain


def _same_person(one: str, other: str) -> bool:
    a, b = one.split(), other.split()
    if any(word in _nouns("bodies") for word in a + b):
        return False
    if len(a) > len(b):
        a, b = b, a
    if len(a) == 1:
        return len(b) >= 2 and a[0] == b[-1] and len(a[0]) > 2 and a[0] not in _countries()
    if a[-1] != b[-1]:
        return False
    if len(a) < len(b) and " ".join(a) == surname_of(" ".join(b)):
        return True
    first, full = a[0].rstrip("."), b[0].rstrip(".")
    return (len(first) == 1 and full.startswith(first)) or (len(full) == 1 and first.startswith(full))


def _is_acronym(short: str, full: str) -> bool:
    short = _clear(short).strip()
    short = short[4:] if short[:4].lower() == "the " else short
    short = short.replace(".", "")
    return len(short) >= SHORTEST_ACRONYM and short.isupper() and " " not in short and short in acronyms_of(full)


def _alias(name: str) -> str | None:
    plain = name.casefold()
    plain = plain[4:] if plain.startswith("the ") else plain
    return _aliases().get(_bare(plain))


@cache
def _aliases() -> dict[str, str]:
    """Every other name of a known body, in lower case, to the normal form of its full name."""
    found: dict[str, str] = {}
    for full, entry in lexicon("bodies")["bodies"].items():
        normal = _normal_words(_WORD.findall(_bare(full)))
        for name in [full, *entry["also"]]:
            plain = name.casefold()
            found[plain[4:] if plain.startswith("the ") else plain] = normal
    return found


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for country, others in lexicon("bodies")["countries"].items():
        for name in [country, *others]:
            found[name] = country
            found[name.replace(".", "")] = found[name.rstrip(".")] = country
    return found


@cache
def _country_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(_countries())}(?!\w)")


@cache
def _nouns(group: str) -> frozenset[str]:
    return frozenset(lexicon("roles")[group])


def known_nouns(key: str) -> frozenset[str]:
    """The nouns that stand for a known body by its normal name: "think tank" for the Institute for the Study of War."""
    return _body_nouns().get(key, frozenset())


@cache
def _body_nouns() -> dict[str, frozenset[str]]:
    return {normal_name(full): frozenset(entry["nouns"]) for full, entry in lexicon("bodies")["bodies"].items()}
