"""Of whom a verb behind counted ones tells: not of them where they did it, nor where they are a whole and their part is meant."""

from twosource.extraction.figures.counted import SUFFERERS
from twosource.extraction.sentences.clause_words import listed
from twosource.extraction.sentences.wording import Words

# Before a participle they say that it happened to the subject.
PASSIVE = frozenset(["were", "was", "been", "being", "are", "is", "be", "got"])


def is_agent(words: Words, start: int, at: int, end: int) -> bool:
    """Whether the counted ones did it: "two gunmen killed a man"."""
    if words.folded[at] in listed("experienced"):
        return False
    passive = not PASSIVE.isdisjoint(words.folded[start:at])
    if passive or end >= len(words):
        return False
    follows = words.written[end]
    if words.folded[end + 1 : end + 2] and words.folded[end + 1] in listed("spans_of_time"):
        return False  # "nine miners abducted two years ago"
    if words.folded[end] == "at":  # "two men shot at the car", but "two men killed at the gate"
        return words.folded[at] in listed("hit")
    # "Two men shot Berg"; where the verb has a capital too the sentence is a headline, and capitals tell nothing.
    named = follows[0].isupper() and words.written[at].islower() and words.folded[end] not in listed("days")
    return words.folded[end] in listed("objects") or follows[0].isdigit() or named


def is_of_the_part(words: Words, start: int, at: int) -> bool:
    """Whether a verb behind a whole is that of its part: "two of the five men DIED", "... WERE FREED"."""
    if words.folded[start] in ("who", "that", "which"):
        return False
    finite = words.folded[at] in listed("experienced") and words.folded[at] not in SUFFERERS
    return finite or not PASSIVE.isdisjoint(words.folded[start:at])
