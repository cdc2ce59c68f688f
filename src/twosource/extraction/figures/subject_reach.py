"""Where the verb stands behind a counted noun: past what else belongs to the subject, and past what is said of it aside."""

from functools import cache

from twosource.extraction.figures.counted import SMALL_NUMBERS
from twosource.extraction.sentences.clause_words import classes_of_things, listed, told_after
from twosource.extraction.sentences.wording import Words
from twosource.text.lexicon import lexicon

SUBJECT_REACH = 24
# Words skipped between a number and its event before the two are held to belong apart.
SKIP = 6
# States of people that stand behind their noun without a verb.
_STATES = frozenset(["dead", "injured", "wounded", "hurt", "missing", "homeless"])
# Behind "that" these open a clause of their own: "told three sailors THAT THE pilot was dead".
_SUBJECTS = frozenset(
    ["the", "a", "an", "his", "her", "their", "its", "he", "she", "they", "it", "we", "i", "you", "there"]
)


def past_more_of_the_subject(words: Words, at: int, *, first: bool) -> int:
    """The word after what else belongs to a subject: ", including three children,", "and a civilian", "from the town".

    `at` where nothing of the kind stands there, or where no verb follows within reach. `first` is the word right behind
    the counted noun.
    """
    word = words.folded[at]
    if word == "(" and (closing := _closing(words, at)):
        return closing + 1
    if word in (",", "—", "–", "--"):
        relative = at + 1 < len(words) and words.folded[at + 1] in ("who", "which")
        return _past_modifier(words, at + 1) if relative else _past_aside(words, at)
    if word == "that" and (not first or words.folded[at + 1 : at + 2] == [] or words.folded[at + 1] in _SUBJECTS):
        return at
    opens = word in listed("joining") or word in listed("further_subject") or (first and _is_participle(words, at))
    return _past_modifier(words, at) if opens else at


def _past_aside(words: Words, at: int) -> int:
    """The word after the mark that closes an aside, where a verb for what happened follows: "others, aged 9 and 12, "."""
    mark = words.folded[at]
    if at + 1 < len(words) and words.folded[at + 1] in ("were", "was", "have", "had", "has"):
        return at + 1  # the mark closes an aside: "four people, two of them children, WERE hurt"
    for n in range(at + 2, min(len(words) - 1, at + SUBJECT_REACH)):
        if words.folded[n] == mark:
            if words.folded[n + 1] in listed("predicates") or told_after(words, n + 1):
                return n + 1
            further = _past_modifier(words, n + 1) if mark != "," and words.folded[n + 1] == "and" else n + 1
            if further > n + 1:
                return further
        if words.folded[n] in listed("breaks") or words.folded[n] in listed("predicates"):
            break
    opens = words.folded[at + 1] if at + 1 < len(words) else ""
    if mark == "," and (listed_to := _past_list_of_them(words, at + 1)):
        return listed_to
    if mark == "," and (opens in listed("aside") or opens[:1].isdigit()):
        closing = next((n for n in range(at + 2, min(len(words), at + SUBJECT_REACH)) if words.folded[n] == ","), None)
        return at if closing is None else closing + 1
    return at


def _past_list_of_them(words: Words, at: int) -> int | None:
    """The verb behind a list of those counted that no comma closes: "three others, a man, a girl and a boy WERE hurt"."""
    if words.folded[at : at + 1] not in (["a"], ["an"]):
        return None
    for n in range(at + 1, min(len(words), at + SUBJECT_REACH)):
        if words.folded[n] in ("were", "was"):
            return n if "and" in words.folded[at:n] else None
        if words.folded[n] in listed("breaks"):
            return None
    return None


def _past_modifier(words: Words, at: int) -> int:
    """The verb for what happened behind "from the town", "who guarded the gate", "and a civilian", else `at`."""
    first = words.folded[at]
    joined = first == "including" or not _is_participle(words, at)
    for n in range(at + 1, min(len(words), at + SUBJECT_REACH)):
        word = words.folded[n]
        behind = words.folded[n + 1] if n + 1 < len(words) else ""
        if word in ("were", "was") or (word in ("have", "had", "has") and behind == "been"):
            if first not in ("who", "that", "which") or _told(words, n + 1):
                return n
        elif (first in listed("further_subject") or first == "including") and told_after(words, n):
            return n
        elif first == "and" and word in _STATES and words.folded[n - 1] in classes_of_things():
            return n  # "three adults and five children DEAD"
        if word == "," and joined and (further := _past_aside(words, n)) > n:
            return further
        broken = word in listed("breaks") and words.folded[n - 1] not in ("were", "was", "been")
        if broken or (not joined and word in ("and", ",", "but", "or")):
            return at
        if word == "," and behind == "and" and first not in ("(", "who", "which"):
            return at
        aged = word.endswith("-old") or first in ("ages", "aged") or _is_told_as_age(words, n)
        counted = is_number(word) and behind != "block" and not aged
        if counted and first not in listed("joining"):
            return at
    return at


def _is_told_as_age(words: Words, at: int) -> bool:
    """ "Aged 9 and 12", "between the ages of 9 and 12"."""
    before = words.folded[max(0, at - 2) : at]
    return before[-1:] in (["aged"], ["ages"], ["and"]) or before == ["ages", "of"]


def is_number(word: str) -> bool:
    """Whether a word is a number or begins one."""
    return word[0].isdigit() or word in SMALL_NUMBERS or word.partition("-")[0] in _tens()


@cache
def _tens() -> frozenset[str]:
    return frozenset((*lexicon("numbers")["tens"], *lexicon("numbers")["teens"], "hundreds", "thousands", "dozens"))


def _told(words: Words, at: int) -> bool:
    """Whether what happened is told at the word, auxiliaries and adverbs skipped."""
    while at < len(words) and (words.folded[at] in listed("linking") or words.folded[at].endswith("ly")):
        if told_after(words, at):
            return True
        at += 1
    return bool(told_after(words, at))


def _is_participle(words: Words, at: int) -> bool:
    """Whether a word opens a shortened clause about the noun before it: "two officers guarding the gate were shot"."""
    word = words.folded[at]
    return len(word) > 4 and word.endswith(("ing", "ed")) and word not in listed("breaks")


def _closing(words: Words, at: int) -> int | None:
    """The mark that closes a parenthesis, within reach: "300 families (1,400 people) lost their homes"."""
    return next((n for n in range(at + 1, min(len(words), at + SUBJECT_REACH)) if words.folded[n] == ")"), None)
