"""Which name of a noun phrase is the one that speaks."""

from collections.abc import Sequence

from twosource.extraction.sentences.cues import grammar, roles
from twosource.extraction.sentences.skeleton import Sentence
from twosource.extraction.speakers.mentions import Mention
from twosource.text.names import country_of


def speaking_name(s: Sentence, first: int, named: Sequence[Mention], stop: int) -> Mention | None:
    """The name that is the head of a noun phrase or stands in apposition to it: not Vell in "the mayor of Vell"."""
    named = [name for name in named if not (name.first > first and s.low[name.first - 1] == "(")]
    if not named or not (named[-1].stop >= stop or s.low[stop - 1] == ")"):
        return None
    at = named[-1].first - 1
    owner = named[-2] if len(named) > 1 else None
    if owner and owner.stop == at + 1 and s.low[at].endswith(("'s", "’s", "s'", "s’")):
        at = owner.first - 1  # "the director of St Anne's Hospital"
    while at > first and (s.low[at] in grammar("determiners") or s.low[at] in grammar("origins")):
        at -= 1
    if at <= first or s.low[at] not in grammar("prepositions"):
        return named[-1]
    return next((name for name in named if name.stop < stop and s.low[name.stop] in grammar("prepositions")), None)


def is_demonym(s: Sentence, first: int, name: Mention) -> bool:
    """ "The Italian": somebody called by the adjective of a country."""
    word = " ".join(s.low[first + 1 : name.stop]) if s.low[first] == "the" else ""
    return word.endswith(("an", "ese", "ish", "er")) and country_of(word) not in (None, word)


def is_office(s: Sentence, name: Mention) -> bool:
    """Whether what looks like a name is an office: "State GOVERNOR", "the MINISTER OF Health"."""
    of = s.low[name.first] in roles("persons") and s.low[name.first + 1 : name.first + 2] in (["of"], ["for"])
    return of or s.low[name.stop - 1] in roles("persons")


def opens_apposition(s: Sentence, head_stop: int, name: Mention) -> bool:
    """Whether a name stands first in what follows a noun phrase, an article or a role before it: "the judge, Ada Moen"."""
    if name.surface.endswith(("'s", "’s", "s'", "s’")):
        return False  # "the bank, Vell's oldest"
    between = s.low[head_stop + 1 : name.first]
    plain = all(
        word in grammar("determiners") or word in roles("persons", "titles") or word.endswith("-old")
        for word in between
    )
    return len(between) < 2 and plain


def has_own_name(surface: str) -> bool:
    """Whether a body is called by more than its noun and the town it is based in."""
    return any(word[0].isupper() and not word.endswith("-based") for word in surface.split() if word.lower() != "the")
