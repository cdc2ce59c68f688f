"""What stands beside a name and says what it is: "the think tank, the Institute", "Moen, the mayor", "coach Moen"."""

from functools import cache

from twosource.extraction.sentences.cues import grammar, roles, verbs
from twosource.extraction.sentences.nouns import head_of, is_adverb, is_finite
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.text.lexicon import lexicon
from twosource.text.names import name_particles

LINKS = frozenset(["of", "for"]) | name_particles()
APPOSITION_REACH = 10  # tokens after a name in which the noun of its apposition stands
# Marks and words behind a name that may open what it is.
BESIDE = frozenset([",", "(", "is", "was", "became"])
BEING = frozenset(["is", "was", "became"])
OPENING = frozenset(["a", "an", "the", "his", "her", "its", "their", "one"])
FORMER = frozenset(
    ["former", "then", "new", "local", "veteran", "late", "incoming", "outgoing", "top", "senior", "retired"]
)
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
        nouns.add(compound_at(s, before) or noun)
    behind = s.low[stop] if stop + 2 < s.size else ""
    if behind == ",":
        if first > 2 and (s.low[first - 1] == "," or s.low[first - 2] == ","):
            nouns |= _described(s, first)
        if s.low[stop + 1] == "which":
            nouns.add("body")  # a person is no "which"
    elif behind in BEING:
        nouns |= _being(s, stop)
    named = s.low[first:stop]
    if not roles("persons").isdisjoint(named):
        # "Mayor Moen" is a mayor; "Man of the Match" is no man.
        beside = zip(named, [*named[1:], ""], strict=True)
        nouns.update(word for word, after in beside if word in roles("persons") and after not in LINKS)
    if not _abbreviated().keys().isdisjoint(named):
        nouns.update(_abbreviated()[word] for word in named if word in _abbreviated())
    if stop + 1 < s.size and s.low[stop] in (",", "(") and _opens_apposition(s.low[stop + 1]):
        latest = 0
        for at in range(stop + 1, min(stop + APPOSITION_REACH, s.size)):
            ends = s.low[at] in (",", ".", ")", QUOTE, "who") or (latest and s.low[at] in grammar("prepositions"))
            if ends or (at > stop + 1 and is_finite(s, at)):
                break
            latest = at if _noun_at(s, at) else latest  # "the state news AGENCY"
        # "in Vell, the governor said": no apposition but the next subject.
        if latest and (noun := _noun_at(s, latest)) and not _has_its_verb(s, latest + 1):
            nouns.add(compound_at(s, latest) or noun)
    return nouns


def _has_its_verb(s: Sentence, at: int) -> bool:
    """Whether the verb of a noun stands right behind it: "the army ANNOUNCED on Friday", no "minister ACCUSED of fraud"."""
    if at >= s.size or is_finite(s, at):
        return at < s.size
    known = verbs().get(s.low[at])
    return known is not None and "past" in known.forms and s.low[at + 1 : at + 2] not in _BEHIND_PARTICIPLES


_BEHIND_PARTICIPLES = ([","], ["of"], ["by"], ["to"], ["as"], ["with"])


def compound_at(s: Sentence, at: int) -> str | None:
    """The office of two words that ends at the token: "finance minister"; None where one word is all."""
    if at < 1 or s.low[at] not in roles("by_department"):
        return None
    before = s.low[at - 1]
    plain = before.isalpha() and not is_adverb(before) and before not in _apart() and not is_finite(s, at - 1)
    return f"{before} {s.low[at]}" if plain else None


@cache
def _apart() -> frozenset[str]:
    """Words before a noun that make no office of it: "the OTHER minister", "the FORMER minister"."""
    return grammar("determiners", "prepositions", "coordinators", "subordinators", "auxiliaries", "origins") | FORMER


def _described(s: Sentence, first: int) -> set[str]:
    """The noun of a description that commas set before a name: "a spokesman for the port, Ada Moen,"."""
    comma = first - 1 - s.low[first - 1].endswith("-old")
    if s.low[comma] != ",":
        return set()
    for start in range(comma - 1, max(-1, comma - APPOSITION_REACH), -1):
        word, before = s.low[start], s.low[start - 1] if start else ""
        if word in (",", QUOTE) or is_finite(s, start):
            break
        if (word in OPENING or word.endswith(("'s", "’s"))) and before not in grammar("prepositions"):
            head = head_of(s, start + 1, comma)
            return {head} if head in roles("persons") else set()
    return set()


def _being(s: Sentence, stop: int) -> set[str]:
    """What a name is said to be: "Ada Moen is the town's only dentist"."""
    if s.low[stop + 1] not in OPENING:
        return set()
    for at in range(stop + 2, min(stop + APPOSITION_REACH, s.size)):
        if s.low[at] in roles("persons") and s.low[at + 1 : at + 2] and s.low[at + 1] not in roles("persons"):
            return {compound_at(s, at) or s.low[at]}
        if not s.low[at][0].isalnum() or s.low[at] in grammar("prepositions") or is_finite(s, at):
            break
    return set()


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
def telling_beside() -> frozenset[str]:
    """Words in or before a name that may say what it is."""
    return _telling() | _abbreviated().keys() | {"the"}


@cache
def _telling() -> frozenset[str]:
    return roles(*SPEAKING) | {"think"} | {term.split()[-1] for term in _terms()}
