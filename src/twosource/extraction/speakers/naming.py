"""What a name tells by itself: how to show it, whose it is likely to be, the gender of its title or first name."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from twosource.extraction.sentences.cues import roles
from twosource.text.lexicon import lexicon
from twosource.text.names import country_of, is_body, normal_name, person_of
from twosource.text.outlets import NAMES_KEPT, is_outlet

PARENTHESIS = re.compile(r"\s*\([^()]*\)?")
REGNAL = re.compile(r"[IVX]{1,5}")
# A capital inside a word, as brands have it and persons do not, those of Mac, De and the like apart.
BRAND = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O['’])[A-Z])[A-Za-z]+[a-z0-9][A-Z]\w*")


class Name(NamedTuple):
    """What a name tells by itself: how it is shown, its normal form, its kind, the gender of its title or first name."""

    shown: str
    key: str
    kind: Literal["person", "organisation"]
    gender: Literal["male", "female", ""]


@lru_cache(maxsize=NAMES_KEPT)
def read_name(surface: str) -> Name:
    """The name that a surface in a text is."""
    shown = display_name(surface)
    key = normal_name(shown)
    if shown.endswith((" Jr.", " Sr.", " Jr", " Sr")):
        key += f" {shown.rstrip('.')[-2:].lower()}"  # a father and a son of one name
    kind = kind_of(shown) if shown else "person"
    title, space, _ = surface.partition(" ")
    first, more, _ = shown.partition(" ")
    gender = (gender_of(title) if space else "") or (_first_names().get(first.lower(), "") if more else "")
    return Name(shown, key, kind, gender if kind == "person" else "")


@cache
def _first_names() -> dict[str, Literal["male", "female"]]:
    sexes: tuple[Literal["male", "female"], ...] = ("male", "female")
    return {name: sex for sex in sexes for name in lexicon("first_names")[sex]["names"]}


def display_name(surface: str) -> str:
    """The name as it should be shown: no article, no possessive, no title before a full name."""
    name = person_of(PARENTHESIS.sub("", surface).strip() if "(" in surface else surface)
    if "'" in name or "’" in name:
        name = name.removesuffix("'s").removesuffix("’s")
        name = name.removesuffix("’").removesuffix("'") if name.endswith(("s’", "s'")) else name
    words = name.split()
    if words and words[0].lower() in ("the", "a", "an"):
        words = words[1:]
    if len(words) < 3:
        return " ".join(words)
    ranked = [
        at for at, word in enumerate(words[1:-1], 1) if word.lower().rstrip(".") in lexicon("roles")["abbreviated"]
    ]
    if ranked and words[ranked[-1]].endswith("."):
        return " ".join(words[ranked[-1] + 1 :])  # "Vell Police Lt. Ada Moen"
    if is_body(name):
        return " ".join(words)
    if words[-3].lower() in roles("crowned") and REGNAL.fullmatch(words[-1]):
        return " ".join(words[-3:])  # "Pope Elio II"
    role = [at for at, word in enumerate(words[:-2]) if _is_role(word.lower().strip(".,"))]
    start = role[-1] + 1 if role else 0
    if words[start : start + 1] not in (["of"], ["for"]):
        return " ".join(words[start:])
    # "Secretary of State Ada Moen": what the role is of goes as well; "the Governor of Vell" is called by nothing else.
    return " ".join(words if len(words) - start < 4 else words[-2:])


def _is_role(word: str) -> bool:
    return word in roles("titles") or word in roles("persons")


def kind_of(name: str) -> Literal["person", "organisation"]:
    """Whether a name is likelier to be a person's or a body's."""
    words = name.split()
    if is_body(name) or is_outlet(name) or country_of(name.strip(".")) or country_of(words[0]):
        return "organisation"
    if len(words) > 2 and names_movement(words[1]):
        return "organisation"
    letters = name.replace(".", "")
    if len(words) == 1 and ((letters.isupper() and len(letters) > 1) or BRAND.fullmatch(name)):
        return "organisation"
    if len(words) > 1 and words[-1].lower().strip(".") in roles("company_endings"):
        return "organisation"
    return "person"


def names_movement(word: str) -> bool:
    """Whether a word with a capital goes on with the name of a body: "Mothers AGAINST Noise"."""
    return word[0].isupper() and word.lower() in roles("movements")


def gender_of(text: str) -> Literal["male", "female", ""]:
    """What the first title or noun that tells a gender tells: "Mrs.", "spokesman"."""
    for word in text.lower().replace(".", " ").split():
        if word in roles("male"):
            return "male"
        if word in roles("female"):
            return "female"
    return ""
