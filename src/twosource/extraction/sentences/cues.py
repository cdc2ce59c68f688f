"""Words of reporting: one look-up a token tells the verb, its form, its grammar and how it commits the speaker."""

from functools import cache
from typing import NamedTuple

from twosource.text.lexicon import lexicon


class Verb(NamedTuple):
    """A form of a reporting verb: `forms` holds base, third, past, participle, ing; `frames` the grammar it takes."""

    lemma: str
    forms: frozenset[str]
    strength: str
    frames: frozenset[str]
    particles: frozenset[str]


FORM_NAMES = ("third", "past", "participle", "ing")
VOWELS = "aeiou"


@cache
def verbs() -> dict[str, Verb]:
    """Every form of every reporting verb, in lower case."""
    words = lexicon("cues")
    strengths: dict[str, str] = {}
    for strength, lemmas in words["strength"].items():
        for lemma in lemmas:
            strengths.setdefault(lemma, strength)
    frames: dict[str, set[str]] = {}
    for frame, lemmas in words["frames"].items():
        for lemma in lemmas:
            frames.setdefault(lemma, set()).add(frame)
    found: dict[str, Verb] = {}
    for lemma in sorted(set(strengths) | set(frames)):
        if " " in lemma:
            continue
        forms: dict[str, set[str]] = {lemma: {"base"}}
        for name, form in zip(FORM_NAMES, words["irregular"].get(lemma) or inflect(lemma), strict=True):
            forms.setdefault(form, set()).add(name)
        for form, names in forms.items():
            verb = Verb(
                lemma,
                frozenset(names),
                strengths.get(lemma, "neutral"),
                frozenset(frames.get(lemma, ())),
                frozenset(words["particles"].get(lemma, ())),
            )
            if verb.frames or verb.particles:
                found.setdefault(form, verb)
    return found


def forms_of(word: str) -> frozenset[str]:
    """The forms a word can be of a reporting verb; none where it is none."""
    known = verbs().get(word)
    return known.forms if known else frozenset()


def inflect(lemma: str) -> list[str]:
    """Third person, past, participle and -ing form of a regular verb."""
    if lemma.endswith("e"):
        return [lemma + "s", lemma + "d", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"]
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return [third, lemma + "ed", lemma + "ed", lemma + "ing"]


@cache
def words_of(group: str, name: str) -> frozenset[str]:
    """A list of `words/cues.toml` as a set."""
    return frozenset(lexicon("cues")[group][name])


@cache
def grammar(*names: str) -> frozenset[str]:
    """A closed class of `words/grammar.toml`, or several joined."""
    return frozenset(word for name in names for word in lexicon("grammar")[name])


@cache
def roles(*names: str) -> frozenset[str]:
    """A group of nouns of `words/roles.toml`, or several joined."""
    return frozenset(word for name in names for word in lexicon("roles")[name])
