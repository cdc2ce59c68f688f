"""Whom a description stands for: "the think tank", "the finance minister", "the Italian", "the 22-year-old"."""

from twosource.extraction.sentences.cues import roles
from twosource.extraction.speakers.bearers import Bearer
from twosource.extraction.speakers.memory import Memory, Who
from twosource.settings.statements import PRONOUN_LEAD, SPEAKER_BONUS, SUBJECT_BONUS
from twosource.text.names import country_of


def compatriot(memory: Memory, surface: str) -> Who:
    """Whom "the Italian" stands for: the person who spoke last, else the only one named; unknown among several."""
    bearer = memory.last[0]
    people = [other for other in memory.bearers.by_key.values() if other.kind == "person" and not other.is_place]
    if (bearer is None or bearer.kind != "person") and len(people) == 1:
        bearer = people[0]
    if bearer and bearer.kind == "person":
        return bearer, bearer.full, "person"
    return (None, None, "unknown") if people else (None, surface, "person")


def of_that_age(memory: Memory, offset: int) -> Bearer | None:
    """Whom "the 22-year-old" stands for: the person told of just before, nobody where two are."""
    named = memory.nearby.scores(
        offset, lambda b: b.kind == "person" and not b.is_place and (" " in b.key or b.gender != "")
    )
    scored = sorted(
        ((score + SPEAKER_BONUS * (memory.last[0] is b), b.key, b) for score, b in named), key=lambda e: e[:2]
    )
    if not scored or (len(scored) > 1 and scored[-1][0] - scored[-2][0] < PRONOUN_LEAD):
        return None
    return scored[-1][2] if scored[-1][0] >= SUBJECT_BONUS - 1 else None


def called_again(memory: Memory, noun: str, offset: int) -> Bearer | None:
    """The bearer called by the noun, or for "the company" the body that spoke last and is not known as other."""
    found = _called(memory, noun, offset)
    head = noun.rpartition(" ")[2]
    if found or head not in roles("companies", "memberships"):
        return found
    last = memory.last[0]
    if last is None or last.kind != "organisation" or head in roles("memberships"):
        return _body_before(memory, offset)
    other = (set(last.key.split()) | last.nouns) & roles("bodies") - roles("companies")
    return None if other or country_of(last.full) else last


def _body_before(memory: Memory, offset: int) -> Bearer | None:
    """The one named within reach that may be a body, if it was the subject: "Kestrel Foods fell 7%. The company said"."""
    named = memory.nearby.scores(offset, lambda b: b.kind == "organisation" or not (b.gender or b.nouns or b.spoke))
    found = [(score, bearer) for score, bearer in named if not country_of(bearer.full)]
    if len(found) != 1 or found[0][0] < SUBJECT_BONUS - 1:
        return None
    bearer = found[0][1]
    return bearer if bearer.kind == "organisation" or bearer.has_article else None


def _called(memory: Memory, noun: str, offset: int) -> Bearer | None:
    """The one bearer mentioned before `offset` that is called by the noun; the last speaker among several.

    Of two ministers each is called by the department: "the finance minister" is nobody known only as another minister.
    """
    every = [b for b in memory.bearers.by_key.values() if b.mentions and b.is_called(noun)]
    found = [bearer for bearer in every if bearer.mentions[0].offset < offset]
    if len(found) == 1:
        return found[0]
    if not found and len(every) == 1 and noun.rpartition(" ")[2] in roles("persons"):
        return every[0]  # "the governor said" before "Ada Moen, the governor"
    return memory.last[0] if memory.last[0] in found else None
