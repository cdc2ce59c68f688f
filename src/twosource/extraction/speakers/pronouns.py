"""Who "he", "she", "it" and "they" are: the one who fits best, nobody where two fit nearly as well."""

from twosource.extraction.sentences.cues import roles
from twosource.extraction.speakers.bearers import Bearer
from twosource.extraction.speakers.memory import NOBODY, Memory, Who
from twosource.settings.statements import LATEST_BONUS, PRONOUN_LEAD, SPEAKER_BONUS, SUBJECT_BONUS

SINGULAR = {"he": "male", "she": "female", "him": "male", "her": "female"}


def person_meant(memory: Memory, pronoun: str, offset: int) -> Who:
    """The person named before that fits best; nobody where two fit nearly as well."""
    gender = SINGULAR[pronoun]
    scored = []
    for score, bearer in memory.nearby.scores(offset, lambda bearer: _may_be_meant(bearer, gender)):
        score += SPEAKER_BONUS * (memory.last[0] is bearer) + (bearer.gender == gender)
        scored.append((score, bearer.key, bearer))
    if scored:
        latest = max(scored, key=lambda entry: entry[2].last_before(offset))
        scored[scored.index(latest)] = (latest[0] + LATEST_BONUS, latest[1], latest[2])
    scored.sort(key=lambda entry: entry[:2], reverse=True)
    unnamed = memory.last[0] is None and memory.last[1] and memory.last[2] in ("anonymous", "person")
    if unnamed and not any(bearer.last_named(offset) > memory.spoke for _, _, bearer in scored):
        return None, memory.last[1], memory.last[2]
    if not scored and (later := memory.named_after(offset)) and _may_be_meant(later, gender):
        return later, later.full, "person"
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < PRONOUN_LEAD):
        return NOBODY
    best = scored[0][2]
    best.gender = best.gender or ("male" if gender == "male" else "female")
    return best, best.full, "person"


def body_meant(memory: Memory, pronoun: str, offset: int) -> Who:
    """The body or document that spoke last, or the one body that was the subject just before."""
    bearer, name, kind = memory.last
    if pronoun == "it" and kind in ("organisation", "document"):
        return bearer, name, kind
    if pronoun == "they" and kind in ("organisation", "anonymous", "document"):
        return bearer, name, kind
    if pronoun == "it":
        bodies = memory.nearby.scores(offset, lambda other: other.kind == "organisation")
        found = [other for score, other in bodies if score >= SUBJECT_BONUS - 1 and not _owns(other, offset)]
        if len(found) == 1:
            return found[0], found[0].full, "organisation"
    return NOBODY


def _owns(bearer: Bearer, offset: int) -> bool:
    """Whether it was named last only as an owner: "the bank, VELL'S oldest, will close. It said"."""
    return any(mention.surface.endswith(("'s", "’s", "'", "’")) for mention in bearer.last_mentions(offset, 1))


def may_follow(pronoun: str, head: str) -> bool:
    """Whether a pronoun can stand for a noun phrase with the head, which is no name: "Villagers fled. They said"."""
    if pronoun == "they":
        return head in roles("anonymous") or head in roles("bodies") or head.removesuffix("s") in roles("persons")
    if pronoun == "it":
        return head in roles("bodies", "documents")
    other = "male" if SINGULAR.get(pronoun) == "female" else "female"
    return head in roles("persons") and head not in roles(other)


def _may_be_meant(bearer: Bearer, gender: str) -> bool:
    """Whether a pronoun of the gender may stand for a bearer: a person and no mere role, place or plural noun."""
    if bearer.kind != "person" or bearer.gender not in ("", gender):
        return False
    known = bearer.spoke or not (bearer.is_place or bearer.is_plural)
    return bool(known) and not roles("titles", "persons").issuperset(bearer.key.split())
