"""Which way a date without a year looks: back, as news mostly does, or ahead, where its sentence tells the future."""

from functools import cache

from twosource.settings.dates import DIRECTION_WINDOW
from twosource.text.lexicon import lexicon

PAST, UNKNOWN, FUTURE = -1, 0, 1


def direction(text: str, start: int, end: int) -> int:
    """-1 if the sentence round `text[start:end]` speaks of the past, 1 of the future, 0 if nothing tells.

    The nearest cue before the date decides, then the first one after it. Only the sentence is looked at, and of that no
    more than a window, so what stands elsewhere changes nothing.
    """
    if text.startswith(("'s", "’s"), end):
        return PAST  # "Wednesday's ruling" is one that was
    before = text[max(0, start - DIRECTION_WINDOW) : start].rpartition("\n\n")[2].split()
    for at in range(len(before) - 1, -1, -1):
        if _ends_sentence(before[at]):
            break
        if at and before[at - 1].lower() == "be":
            continue  # "will be LIFTED": what it is said to be is not yet past
        if found := _cue(before[at], before[at + 1] if at + 1 < len(before) else ""):
            return found
    after = text[end : end + DIRECTION_WINDOW].partition("\n\n")[0].split()
    for word, following in zip(after, [*after[1:], ""], strict=False):
        if found := _cue(word, following):
            return found
        if _ends_sentence(word):
            break
    return UNKNOWN


def _ends_sentence(word: str) -> bool:
    """Another end mark, or a full stop after what is no abbreviation: small letters alone, or a long word."""
    if word[-1].isalnum():
        return False
    bare = word.rstrip("\"'”’)")
    if not bare.endswith("."):
        return bare.endswith(("?", "!"))
    before = bare[:-1]
    return not before or len(before) > 4 or (before.isalpha() and before[0].islower())


def _cue(word: str, following: str) -> int:
    said = word.strip(",;:.\"'“”‘’()[]—–-")
    word = said.lower()
    future, past, infinitives, no_past = _cues()
    if (
        word in future
        or (word == "set" and following in ("for", "to"))
        or (word in ("is", "are") and following == "to")
    ):
        return FUTURE
    if word in past or (len(word) > 4 and said.endswith("ed") and said[0].islower() and word not in no_past):
        return PAST
    if word == "to" and following.strip(",.").lower() in infinitives:
        return FUTURE
    return UNKNOWN


@cache
def _cues() -> tuple[frozenset[str], ...]:
    cues = lexicon("dates")["direction"]
    return tuple(frozenset(cues[group]) for group in ("future", "past", "infinitives", "no_past"))
