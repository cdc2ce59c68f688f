"""Where the verb stands behind a counted noun: past what else belongs to the subject, and past what is said of it aside."""

from functools import cache

from twosource.extraction.clause_words import Word, event_phrases, listed
from twosource.extraction.counted import SMALL_NUMBERS
from twosource.text.lexicon import lexicon

SUBJECT_REACH = 24


def past_more_of_the_subject(words: list[Word], at: int, *, first: bool) -> int:
    """The word after what else belongs to a subject: ", including three children,", "and a civilian", "from the town".

    `at` where nothing of the kind stands there, or where no verb follows within reach. `first` is the word right behind
    the counted noun.
    """
    word = words[at].folded
    if word == "(" and (closing := _closing(words, at)):
        return closing + 1
    if word in (",", "—", "–", "--"):
        relative = at + 1 < len(words) and words[at + 1].folded in ("who", "which")
        return _past_modifier(words, at + 1) if relative else _past_aside(words, at)
    if word == "that" and not first:
        return at
    opens = word in listed("joining") or word in listed("further_subject") or (first and _is_participle(words, at))
    return _past_modifier(words, at) if opens else at


def _past_aside(words: list[Word], at: int) -> int:
    """The word after the mark that closes an aside, where a verb for what happened follows: "others, aged 9 and 12, "."""
    mark = words[at].folded
    if at + 1 < len(words) and words[at + 1].folded in ("were", "was", "have", "had", "has"):
        return at + 1  # the mark closes an aside: "four people, two of them children, WERE hurt"
    for n in range(at + 2, min(len(words) - 1, at + SUBJECT_REACH)):
        if words[n].folded == mark:
            if words[n + 1].folded in listed("predicates") or any(event_phrases("after").starting(words, n + 1)):
                return n + 1
            further = _past_modifier(words, n + 1) if mark != "," and words[n + 1].folded == "and" else n + 1
            if further > n + 1:
                return further
        if words[n].folded in listed("breaks") or words[n].folded in listed("predicates"):
            break
    opens = words[at + 1].folded if at + 1 < len(words) else ""
    if mark == "," and (opens in listed("aside") or opens[:1].isdigit()):
        closing = next((n for n in range(at + 2, min(len(words), at + SUBJECT_REACH)) if words[n].folded == ","), None)
        return at if closing is None else closing + 1
    return at


def _past_modifier(words: list[Word], at: int) -> int:
    """The verb for what happened behind "from the town", "who guarded the gate", "and a civilian", else `at`."""
    first = words[at].folded
    joined = not _is_participle(words, at)
    for n in range(at + 1, min(len(words), at + SUBJECT_REACH)):
        word = words[n].folded
        behind = words[n + 1].folded if n + 1 < len(words) else ""
        if word in ("were", "was") or (word in ("have", "had", "has") and behind == "been"):
            if first not in ("who", "that", "which") or _told(words, n + 1):
                return n
        elif first in listed("further_subject") and any(event_phrases("after").starting(words, n)):
            return n
        if word == "," and joined and (further := _past_aside(words, n)) > n:
            return further
        broken = word in listed("breaks") and words[n - 1].folded not in ("were", "was", "been")
        if broken or (not joined and word in ("and", ",", "but", "or")):
            return at
        if word == "," and behind == "and" and first not in ("(", "who", "which"):
            return at
        counted = _is_number(word) and behind != "block"
        if counted and first not in listed("joining") and words[n - 1].folded not in ("aged", "ages", "and"):
            return at
    return at


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in SMALL_NUMBERS or word.partition("-")[0] in _tens()


@cache
def _tens() -> frozenset[str]:
    return frozenset((*lexicon("numbers")["tens"], *lexicon("numbers")["teens"], "hundreds", "thousands", "dozens"))


def _told(words: list[Word], at: int) -> bool:
    """Whether what happened is told at the word, auxiliaries and adverbs skipped."""
    while at < len(words) and (words[at].folded in listed("linking") or words[at].folded.endswith("ly")):
        if any(event_phrases("after").starting(words, at)):
            return True
        at += 1
    return any(event_phrases("after").starting(words, at))


def _is_participle(words: list[Word], at: int) -> bool:
    """Whether a word opens a shortened clause about the noun before it: "two officers guarding the gate were shot"."""
    word = words[at].folded
    return len(word) > 4 and word.endswith(("ing", "ed")) and word not in listed("breaks")


def _closing(words: list[Word], at: int) -> int | None:
    """The mark that closes a parenthesis, within reach: "300 families (1,400 people) lost their homes"."""
    return next((n for n in range(at + 1, min(len(words), at + SUBJECT_REACH)) if words[n].folded == ")"), None)
