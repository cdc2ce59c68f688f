"""What stands beside a name and says what it is: "the think tank, the Institute", "Moen, the mayor", "coach Moen"."""

from functools import cache

from twosource.extraction.cues import grammar, roles, verbs
from twosource.extraction.nouns import is_finite
from twosource.extraction.skeleton import QUOTE, Sentence
from twosource.text.lexicon import lexicon
from twosource.text.names import name_particles

LINKS = frozenset(["of", "for"]) | name_particles()
APPOSITION_REACH = 10  # tokens after a name in which the noun of its apposition stands
SPEAKING = ("persons", "bodies", "documents")


def called(s: Sentence, first: int, stop: int) -> set[str]:
    """The nouns beside a name that say what it is: "the think tank, the Institute", "Moen, the mayor", "coach Moen"."""
    nouns: set[str] = set()
    before = first - 1
    if before >= 0 and s.low[before] == "the":
        before -= 1
    if before >= 0 and s.low[before] == ",":
        before -= 1
        if first - 1 - before < 2:
            before = -1
    if before >= 0 and (noun := _noun_at(s, before)):
        nouns.add(noun)
    named = s.low[first:stop]
    if not roles("persons").isdisjoint(named):
        # "Mayor Moen" is a mayor; "Man of the Match" is no man.
        beside = zip(named, [*named[1:], ""], strict=True)
        nouns.update(word for word, after in beside if word in roles("persons") and after not in LINKS)
    nouns.update(full for word in named if (full := _abbreviated().get(word.rstrip("."))))
    if stop + 1 < s.size and s.low[stop] in (",", "(") and _opens_apposition(s.low[stop + 1]):
        latest = 0
        for at in range(stop + 1, min(stop + APPOSITION_REACH, s.size)):
            ends = s.low[at] in (",", ".", ")", QUOTE, "who") or (latest and s.low[at] in grammar("prepositions"))
            if ends or (at > stop + 1 and is_finite(s, at)):
                break
            latest = at if _noun_at(s, at) else latest  # "the state news AGENCY"
        # "in Vell, the governor said": no apposition but the next subject.
        if latest and (noun := _noun_at(s, latest)) and not is_finite(s, min(latest + 1, s.size - 1)):
            nouns.add(noun)
    return nouns


def _opens_apposition(word: str) -> bool:
    """Whether an apposition may begin with a word: "Moen, CITING the governor", "Moen, TO the point where" are none."""
    known = verbs().get(word)
    return word not in grammar("prepositions") and not (known is not None and "ing" in known.forms)


def _noun_at(s: Sentence, at: int) -> str | None:
    """The noun for a speaker that ends at the token, two words where they are one term: "think tank"."""
    word = s.low[at]
    if word not in _telling():
        return None
    term = f"{s.low[at - 1]} {word}" if at else word
    if term in _terms():
        return term
    if word == "think" and s.low[at + 1 : at + 2] == ["tank"]:
        return "think tank"
    return word if word in roles(*SPEAKING) else None


@cache
def _abbreviated() -> dict[str, str]:
    """The office behind a short title: "Gov. Moen" is a governor."""
    return dict(lexicon("roles")["abbreviated"])


@cache
def _terms() -> frozenset[str]:
    """Nouns for a speaker that may be two words."""
    return frozenset(["think tank", *lexicon("bodies")["outlets"]["nouns"]])


@cache
def _telling() -> frozenset[str]:
    return roles(*SPEAKING) | {"think"} | {term.split()[-1] for term in _terms()}
