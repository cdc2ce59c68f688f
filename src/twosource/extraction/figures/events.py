"""What happened to what a figure counts, by the words before and after it."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from twosource.extraction.figures.counted import THING, NounPhrase
from twosource.extraction.figures.fitting import LOSSES, fits, loss_of
from twosource.extraction.figures.outcomes import class_in_the_end, died_of_it, since
from twosource.extraction.figures.subject_reach import SKIP, SUBJECT_REACH, is_number, past_more_of_the_subject
from twosource.extraction.figures.told_of import PASSIVE, is_agent, is_of_the_part
from twosource.extraction.sentences.clause_words import (
    classes_of_things,
    event_phrases,
    listed,
    named,
    told_after,
    told_before,
    told_in,
)
from twosource.extraction.sentences.wording import Hit, Words
from twosource.records import Event
from twosource.spans import Span

TOLL_REACH = 9

# Who is held is held against his will.
_KEPT = frozenset(["soldier", "prisoner", "police"])
HOLDING = frozenset(["held", "hold", "holds", "holding"])
LOSING = frozenset(["lost", "losing", "lose", "loses"])


class Found(NamedTuple):
    """An event, where its words begin, and how sure its tie to the number is."""

    event: Event
    at: int
    rule: str
    confidence: float


def find_event(words: Words, before: int, phrase: NounPhrase, things: str | None) -> Found | None:
    """The event of a number whose first word is `before` and whose noun phrase is `phrase`; `things` is its class."""
    if not any(told_in(words)):
        return None  # the sentence holds no word for anything that happens
    if before > 1 and words.folded[before - 1] == "of" and words.folded[before - 2] in listed("parents"):
        return None  # "a father of two was killed"
    if words.folded[before : before + 2] == ["all", "but"] or words.folded[max(0, before - 2) : before] == [
        "all",
        "but",
    ]:
        return None  # "all but nine of the 64 were freed"
    if things == "duration" and before and words.folded[before - 1] in listed("serving"):
        return None
    of = before - 1 - (before > 2 and words.folded[before - 1] in listed("opening", "possessive"))
    whole = of > 0 and words.folded[of] == "of" and _is_some(words.folded[of - 1])
    active = not _by_them(words, before, things)
    # "Freed 19 of the 140 miners kidnapped in May": of some, the verb before tells and the participle is of the whole.
    found = _before(words, before, things) if phrase.partitive and active else None
    found = found or _after(words, phrase.end, things, far=False, whole=whole)
    if found is None and active:
        found = _before(words, before, things)
    found = found or _after(words, phrase.end, things, far=True, whole=whole)
    if found is None and active:
        found = (
            _before_joined(words, before, things)
            or _attribute(words, before, phrase, things)
            or _head_names_it(words, phrase)
            or _toll(words, before, things)
            or _brought(words, before, things)
        )
    if found and found.event.class_ == "seized" and things == "share" and not phrase.partitive:
        return None  # "the Alliance TOOK 38.1 percent"
    if found and found.event.class_ == "lost":
        return found._replace(event=Event(found.event.span, loss_of(things)))
    if found and found.event.class_ == "eliminated":
        return found._replace(event=Event(found.event.span, "killed")) if _fight(phrase, things) else None
    ended = class_in_the_end(words, found.at, phrase.end) if found and found.rule == "before" else None
    return found._replace(event=Event(found.event.span, ended)) if found and ended else found


def _fight(phrase: NounPhrase, things: str | None) -> bool:
    """Whether those counted are soldiers or rebels, whom an army "eliminates": no jobs and no teams."""
    return things == "soldier" or (phrase.counted is not None and phrase.counted.head.casefold() in listed("fighters"))


def _is_some(word: str) -> bool:
    """Whether "of the 60" behind a word makes a whole of the 60: "two of", "half of", "most of"."""
    return word == "one" or is_number(word) or word in listed("some_of")


def _by_them(words: Words, before: int, things: str | None) -> bool:
    """Whether the counted ones did what was done: "killed by two gunmen"."""
    by = before > 0 and words.folded[before - 1] == "by" and things in LOSSES
    return by and not told_before(words, before)  # "attended by 300 people"


def _head_names_it(words: Words, phrase: NounPhrase) -> Found | None:
    """ "12 deaths", "40 casualties"."""
    if phrase.counted is None or phrase.counted.class_ == "money":  # "millions in losses"
        return None
    at = phrase.end - 1
    if phrase.partitive:
        return _of_the_sufferers(words, at)
    hit = next(iter(named(words, phrase.end) or event_phrases("noun").starting(words, at)), None)
    if hit and hit.class_ == "infected" and words.folded[at - 1] in listed("of_law"):
        return None  # "three pending fraud cases"
    rule = "noun" if hit and hit.first == at else "attribute"  # "four deaths", "four shooting victims"
    return Found(_event(words, hit), at, rule, 0.9) if hit else None


def _of_the_sufferers(words: Words, at: int) -> Found | None:
    """ "Two of the DEAD were divers", "all four of the wounded"."""
    hit = next((hit for hit in told_after(words, at) if hit.class_ in ("killed", "injured")), None)
    return Found(_event(words, hit), at, "noun", 0.8) if hit and hit.end == at + 1 else None


def _attribute(words: Words, before: int, phrase: NounPhrase, things: str | None) -> Found | None:
    """ "300 displaced families", where no verb says more."""
    if phrase.counted is None or phrase.partitive or phrase.end < 2 or phrase.end - 2 <= before:
        return None
    at = phrase.end - 2
    if not words.folded[at].endswith("ed") and words.folded[at] != "dead":
        return None
    hits = told_after(words, at)
    hit = next((hit for hit in hits if hit.end == phrase.end - 1 and fits(hit.class_, things)), None)
    return Found(_event(words, hit), at, "attribute", 0.75) if hit else None


def _after(words: Words, at: int, things: str | None, *, far: bool, whole: bool) -> Found | None:
    """ "12 people were killed", "12 dead", "killed or wounded"; `far` looks past what else belongs to the subject.

    Of a whole only what its noun says is told: in "one of FIVE people shot has died" the verb is that of the one.
    """
    behind = start = at
    last = next(reversed(told_in(words).after), -1)
    while at <= last and at - start <= SKIP:
        hit = _best(words, told_after(words, at), things)
        if hit:
            if is_agent(words, start, at, hit.end) or (whole and is_of_the_part(words, behind, at)):
                return None
            hit = died_of_it(words, hit) or (None if whole else since(words, behind, hit)) or hit
            return Found(_event(words, hit), at, "after", 0.9 if at - start < 4 else 0.8)
        if at == start and words.folded[at] == ")":  # "(some 300 families) lost their homes"
            at = start = at + 1
            continue
        if not far and at == start and words.folded[at] in ("who", "that", "which"):
            return None  # "killed two men who had been kidnapped": what the verb before says comes first
        further = past_more_of_the_subject(words, at, first=at == start) if far else at
        if further > at:
            at = start = further
            continue
        if words.folded[at] not in listed("linking") and not words.folded[at].endswith("ly"):
            return None
        at += 1
    return None


def _before(words: Words, at: int, things: str | None) -> Found | None:
    """ "killed 12 people", "lost some 40,000 troops", "expanded its incursion by three miles"."""
    start = at
    by = at > 0 and words.folded[at - 1] == "by"
    while at > 0 and start - at <= SKIP:
        hits = [hit for hit in told_before(words, at) if not _without_object(words, hit)]
        # People vote, but nobody wins or takes them; a share that is lost or gained is a change.
        if things in LOSSES or (things == "share" and words.folded[at - 1] in listed("changing")):
            hits = [hit for hit in hits if hit.class_ != "voted"]
        if things not in _KEPT:  # the hall held 400 people, and the army 140 soldiers
            hits = [hit for hit in hits if words.folded[hit.first] not in HOLDING]
        if words.folded[start - 1] == "to":  # "the number was RAISED TO five", "TAKEN TO two clinics"
            hits = [hit for hit in hits if hit.class_ not in ("paid", "seized")]
        if hit := _best(words, hits, things):
            return Found(_event(words, hit), hit.first, "before", 0.85)
        word = words.folded[at - 1]
        if (
            word not in listed("skipped") and not word.endswith(("ly", "'s")) and not by
        ):  # "killed his neighbour's two sons"
            return None
        at -= 1
    return None


def _without_object(words: Words, hit: Hit) -> bool:
    """Whether nobody can follow to whom it happened: "a guide WAS KILLED and two hikers hurt", "nine for WOUNDS and two"."""
    before = words.folded[hit.first - 1] if hit.first else ""
    if before in ("for", "of", "from", "with") and words.folded[hit.first].endswith("s"):
        return True
    if words.folded[hit.end : hit.end + 1] == ["at"] and words.folded[hit.first] in listed("hit"):
        return True
    done = not words.folded[hit.end - 1].endswith("ing")
    return done and before in PASSIVE and hit.class_ in ("killed", "injured", "captured", "arrested")


def _before_joined(words: Words, start: int, things: str | None) -> Found | None:
    """ "killed the mayor of the town, as well as two peasants": the number goes on a list that the verb began."""
    at = start
    while at > 0 and start - at <= SKIP and words.folded[at - 1] in listed("skipped"):
        at -= 1
    if at < 2:
        return None
    joint = words.folded[at - 1]
    as_well = joint == "," and "well" in words.folded[at:start]
    if joint not in listed("joining") and not as_well and not (joint == "with" and words.folded[at - 2] == "along"):
        return None
    edge = at - 2 if joint == "with" else at - 1
    for n in range(edge, max(0, at - SUBJECT_REACH), -1):
        for hit in told_before(words, n):
            befallen = hit.class_ in ("killed", "injured", "captured", "arrested")
            joined = not _without_object(words, hit) or joint == "with"  # "was shot ALONG WITH two others"
            if befallen and fits(hit.class_, things) and joined:
                return Found(_event(words, hit), hit.first, "before", 0.7)
        word = words.folded[n - 1]
        if word in (".", ";", "“", "”", '"') or (word in listed("stops") and word not in _in_a_list()):
            return None
    return None


@cache
def _in_a_list() -> frozenset[str]:
    """Words that end other phrases and may stand inside a list of those to whom one thing happened."""
    return listed("joining") | {"of", "in", "than", "as", "with", "the"}


def _toll(words: Words, at: int, things: str | None) -> Found | None:
    """ "the death toll rose to 12", "total losses amounted to about 40 thousand"."""
    start, linked = at, False
    while at > 0 and words.folded[at - 1] in listed("skipped"):
        at -= 1
    at -= at > 1 and words.folded[at - 1] == "from"
    if at > 1 and words.folded[at - 1] in ("up", "down") and words.folded[at - 2] in listed("going"):
        at -= 1  # "the number of injured WENT UP to 12"
    if at > 0 and (words.folded[at - 1] in listed("rising") or words.folded[at - 1] in listed("going")):
        for n in range(at - 1, max(0, at - SUBJECT_REACH), -1):
            if hit := _best(words, named(words, n), things) or _number_of(words, n, things):
                return Found(_event(words, hit), hit.first, "toll", 0.9)
    at = start
    while at > 0 and start - at <= TOLL_REACH:
        if linked and (hit := _best(words, named(words, at), things)):
            hit = _fate_of_them(words, hit) or hit
            return Found(_event(words, hit), hit.first, "toll", 0.85)
        word = words.folded[at - 1]
        if word in listed("toll"):
            linked = True
        elif linked and word in classes_of_things():  # "damaged houses: 146"
            pass
        elif word not in listed("skipped") and not words.written[at - 1][0].isupper() and not word.endswith("ly"):
            return None
        at -= 1
    return None


def _fate_of_them(words: Words, hit: Hit) -> Hit | None:
    """What a word before those counted tells: "the number of DEAD hostages", "of wounded prisoners"."""
    return (
        next((told for told in told_after(words, hit.first - 1) if told.end == hit.first), None) if hit.first else None
    )


def _brought(words: Words, at: int, things: str | None) -> Found | None:
    """ "Bringing the death toll after the attack in the old port TO FIVE"."""
    if at < 3 or words.folded[at - 1] != "to":
        return None
    for n in range(at - 3, max(-1, at - SUBJECT_REACH), -1):
        if words.folded[n] in listed("bringing"):
            for end in range(n + 2, min(at, n + TOLL_REACH)):
                if hit := _best(words, named(words, end), things):
                    return Found(_event(words, hit), hit.first, "toll", 0.85)
            return None
        if words.folded[n] in (".", ";", "“", "”", '"'):
            return None
    return None


def _number_of(words: Words, at: int, things: str | None) -> Hit | None:
    """ "The number of people ARRESTED rose to 31": the participle before the verb, where a number is spoken of."""
    hit = _best(words, event_phrases("after").ending(words, at), things)
    near = words.folded[max(0, hit.first - 5) : hit.first] if hit else []
    return hit if any(word in ("number", "numbers", "total", "count", "tally") for word in near) else None


def _best(words: Words, hits: Sequence[Hit], things: str | None) -> Hit | None:
    """The longest phrase for an event that can happen to the things; the class listed first among equals."""
    if not hits:
        return None
    fitting = [hit for hit in hits if fits(hit.class_, things)]
    if things == THING:  # "two storms struck the coast"
        fitting = [hit for hit in fitting if words.folded[hit.first] not in listed("hit")]
    return max(fitting, key=lambda hit: (hit.end - hit.first, -hit.order), default=None)


def _event(words: Words, hit: Hit) -> Event:
    return Event(Span(words.starts[hit.first], words.ends[hit.end - 1]), hit.class_)
