"""Make pairs of sentences that say the same or not, from plain text, for training the model of sentence pairs.

A sentence is rewritten by synonyms of WordNet and by rules of grammar (clauses and attributions moved, voice, tense,
notation, modifiers dropped), which gives pairs that say the same; pairs that do not are neighbours in the text,
sentences that share one clause and each add another, and sentences in which a number, a name, a negation or the roles
were changed. Everything hangs on one seed: the same texts give the same pairs.
"""

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

Rewrite = Callable[[str, random.Random], str]


class Pair(NamedTuple):
    """Two sentences, whether they say the same, and how the pair was made."""

    a: str
    b: str
    same: bool
    made: str


_CLAUSE = re.compile(r"^(.{20,}?),? (when|after|while|because|before|since|although|if|as) (.{15,}?)([.!?]?)$")
_SAID = re.compile(r"^(.{20,}), ((?:[A-Z]\w+|the \w+|an? \w+)(?: \w+)?) (?:said|says|told reporters)\.$")
_ACCORDING = re.compile(r"^According to ([^,]{3,40}), (.{20,})\.$")
_ACTIVE = re.compile(
    r"^((?:The |A |An )?[\w ]{3,40}?) (\w{3,}ed) ((?:the|a|an) [\w ]{3,40}?)(\.| on | in | at | after )(.*)$"
)
_APPOSITION = re.compile(r", (?!and |or |but )[^,]{8,60},")
_ADVERB = re.compile(r"\b(?:\w{3,}ly|very|also|just|still|even|quite|rather|then|now) (?=[a-z])")
_FORENAME = re.compile(r"(?<=\w )([A-Z][a-z]+ )(?=[A-Z][a-z]{2,})")
_TENSE = {"says": "said", "said": "says", "will": "would", "would": "will", "has": "had", "have": "had", "had": "has",
          "is": "was", "was": "is", "are": "were", "were": "are", "can": "could", "could": "can"}  # fmt: skip
_NOTATION = {"percent": "%", "per cent": "percent", "one": "1", "two": "2", "three": "3", "five": "5", "ten": "10", "twelve": "12",
             "do not": "don't", "did not": "didn't", "it is": "it's", "and": "&", "is not": "isn't", "will not": "won't"}  # fmt: skip


def move_clause(text: str, rng: random.Random) -> str:
    """ "A when B" as "When B, A"."""
    if not (found := _CLAUSE.match(text)):
        return text
    main, link, clause, end = found.groups()
    return f"{link.capitalize()} {clause}, {_lower(main)}{end}"


def move_attribution(text: str, rng: random.Random) -> str:
    """The speaker of a report moved to its beginning or its end."""
    if found := _SAID.match(text):
        what, who = found.groups()
        return rng.choice((f"According to {who}, {_lower(what)}.", f"{_upper(who)} said that {_lower(what)}."))
    if found := _ACCORDING.match(text):
        return f"{_upper(found.group(2))}, {found.group(1)} said."
    return text


def turn_voice(text: str, rng: random.Random) -> str:
    """A plain active sentence in the passive."""
    if not (found := _ACTIVE.match(text)):
        return text
    who, verb, what, link, rest = found.groups()
    return f"{_upper(what)} was {verb} by {_lower(who)}{link}{rest}"


def drop_modifiers(text: str, rng: random.Random) -> str:
    """Adverbs, an apposition, a forename left out."""
    for pattern in (_ADVERB, _APPOSITION, _FORENAME):
        if rng.random() < 0.5:
            text = pattern.sub("", text, count=rng.choice((1, 2)))
    return text


def change_tense(text: str, rng: random.Random) -> str:
    """Verbs of report and auxiliaries shifted, as reported speech does."""
    return re.sub(r"\w+", lambda m: _TENSE.get(m.group(), m.group()) if rng.random() < 0.5 else m.group(), text)


def change_notation(text: str, rng: random.Random) -> str:
    """Numbers, contractions and signs written otherwise."""
    for old, new in _NOTATION.items():
        if rng.random() < 0.7:
            text = re.sub(rf"\b{old}\b", new, text)
    return text


def move_words(text: str, rng: random.Random) -> str:
    """Phrases between commas in another order, or a few neighbours swapped."""
    parts = text.rstrip(".!?").split(", ")
    if len(parts) > 2:
        rng.shuffle(parts)
        return ", ".join(parts) + "."
    words = text.split()
    for _ in range(max(1, len(words) // 10)):
        at = rng.randrange(max(1, len(words) - 1))
        words[at : at + 2] = words[at : at + 2][::-1]
    return " ".join(words)


def drop_clause(text: str, rng: random.Random) -> str:
    """The last or first clause left out, where two thirds of the words stay."""
    parts = re.split(r"(?<=[,;:]) ", text)
    for kept in (parts[:-1], parts[1:]):
        words = sum(len(part.split()) for part in kept)
        if kept and 3 * words >= 2 * len(text.split()):
            return _upper(" ".join(kept).rstrip(",;: ")) + "."
    return text


REWRITES: tuple[Rewrite, ...] = (move_clause, move_attribution, turn_voice, drop_modifiers, change_tense, change_notation, move_words)  # fmt: skip


def synonyms(text: str, rng: random.Random, table: dict[str, list[str]], share: float) -> str:
    """A share of the words replaced by words of the same sense, endings kept."""

    def other(found: re.Match[str]) -> str:
        word = found.group()
        if rng.random() >= share:
            return word
        for base, ending in _bases(word.lower()):
            if base in table:
                return _like(word, _inflected(rng.choice(table[base]), ending))
        return word

    return re.sub(r"[A-Za-z]{3,}", other, text)


def _bases(word: str) -> list[tuple[str, str]]:
    found = [(word, "")]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            found += [(word[: -len(ending)], ending), (word[: -len(ending)] + "e", ending)]
    return found


def _inflected(word: str, ending: str) -> str:
    if ending in ("ed", "ing") and word.endswith("e"):
        return word[:-1] + ending
    return word[:-1] + "ies" if ending in ("s", "es") and word.endswith("y") else word + ending


def _like(word: str, other: str) -> str:
    return other.capitalize() if word[0].isupper() else other


def rewrite(text: str, rng: random.Random, table: dict[str, list[str]], share: float) -> str:
    """A sentence that says the same: some of the rewrites, and synonyms for a share of its words."""
    for change in rng.sample(REWRITES, rng.choice((1, 2, 3))):
        text = change(text, rng)
    return synonyms(text, rng, table, share)


def change_fact(text: str, rng: random.Random, names: Sequence[str]) -> str | None:
    """A sentence that no longer says the same: a number, a name, a negation or the roles changed; None where it has none."""
    ways = [_other_number, _negated, _swapped, lambda t, r: _other_name(t, r, names)]
    rng.shuffle(ways)
    return next((changed for way in ways if (changed := way(text, rng)) and changed != text), None)


def _other_number(text: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"\b\d[\d,.]*\b", text))
    if not found:
        return None
    at = rng.choice(found)
    return text[: at.start()] + str(rng.randint(2, 999)) + text[at.end() :]


def _negated(text: str, rng: random.Random) -> str | None:
    if re.search(r"\b(?:not|never)\b", text):
        return re.sub(r"\b(?:not|never) ", "", text, count=1)
    changed = re.sub(r"\b(is|are|was|were|will|would|can|could|has|have|had|should)\b", r"\1 not", text, count=1)
    return changed if changed != text else None


def _swapped(text: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"(?<=\w )[A-Z][a-z]{2,}\b|^[A-Z][a-z]{4,}\b", text))
    if len({m.group() for m in found}) < 2:
        return None
    first, last = found[0], found[-1]
    return text[: first.start()] + last.group() + text[first.end() : last.start()] + first.group() + text[last.end() :]


def _other_name(text: str, rng: random.Random, names: Sequence[str]) -> str | None:
    found = list(re.finditer(r"(?<=[a-z] )[A-Z][a-z]{2,}\b", text))
    if not found or not names:
        return None
    at = rng.choice(found)
    return text[: at.start()] + rng.choice(names) + text[at.end() :]


def clause_of(text: str, rng: random.Random) -> str:
    """A clause of a sentence, or the whole of it."""
    parts = [
        part
        for part in re.split(r"[,;:] | (?=when |after |while |because |who |which )", text)
        if len(part.split()) >= 4
    ]
    return rng.choice(parts).strip(" .,;:") if parts else text.strip(" .")


def sharing_a_clause(
    text: str, first: str, second: str, rng: random.Random, table: dict[str, list[str]]
) -> tuple[str, str]:
    """Two sentences that share what `text` says, lightly reworded, and of which each adds a clause of its own."""
    core = text.strip(" .")
    other = rewrite(core, rng, table, rng.choice((0.0, 0.1, 0.3))).strip(" .")
    sides = []
    for shared, own in ((core, clause_of(first, rng)), (other, clause_of(second, rng))):
        link = rng.choice((", and ", ", ", " after ", " as ", "; "))
        sides.append(f"{shared}{link}{_lower(own)}." if rng.random() < 0.6 else f"{_upper(own)}{link}{_lower(shared)}.")
    if rng.random() < 0.3:
        sides[0] = core + "."
    return sides[0], sides[1]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
