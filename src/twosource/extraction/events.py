"""What happened to what a figure counts, by the words before and after it."""

from collections.abc import Iterator
from typing import NamedTuple

from twosource.extraction.clause_words import Hit, Word, classes_of_things, event_phrases, listed, things_of_event
from twosource.extraction.counted import NounPhrase
from twosource.records import Event
from twosource.spans import Span

# Words skipped between a number and its event before the two are held to belong apart.
SKIP = 6
SUBJECT_REACH = 14
TOLL_REACH = 9


# Losing soldiers means casualties, losing tanks their destruction.
_LOSSES = {
    **dict.fromkeys(("person", "soldier", "police", "man", "woman", "group"), "casualties"),
    **dict.fromkeys(("tank", "vehicle", "aircraft", "ship", "drone", "missile"), "destroyed"),
}


class Found(NamedTuple):
    """An event, where its words begin, and how sure its tie to the number is."""

    event: Event
    at: int
    rule: str
    confidence: float


def find_event(words: list[Word], before: int, phrase: NounPhrase, things: str | None) -> Found | None:
    """The event of a number whose first word is `before` and whose noun phrase is `phrase`; `things` is its class."""
    found = _after(words, phrase.end, things)
    if found is None and not _by_them(words, before, things):
        found = (
            _before(words, before, things)
            or _attribute(words, before, phrase, things)
            or _head_names_it(words, phrase)
            or _toll(words, before, things)
        )
    if found and found.event.class_ == "lost":
        return found._replace(event=Event(found.event.span, _LOSSES.get(things or "", "lost")))
    return found


def _by_them(words: list[Word], before: int, things: str | None) -> bool:
    """Whether the counted ones did what was done: "killed by two gunmen"."""
    return before > 0 and words[before - 1].folded == "by" and things in _LOSSES


def _head_names_it(words: list[Word], phrase: NounPhrase) -> Found | None:
    """ "12 deaths", "40 casualties"."""
    if phrase.counted is None or phrase.partitive:
        return None
    at = phrase.end - 1
    hit = next(event_phrases("noun").starting(words, at), None)
    return Found(_event(words, hit), at, "noun", 0.9) if hit else None


def _attribute(words: list[Word], before: int, phrase: NounPhrase, things: str | None) -> Found | None:
    """ "300 displaced families", where no verb says more."""
    if phrase.counted is None or phrase.partitive or phrase.end < 2 or phrase.end - 2 <= before:
        return None
    at = phrase.end - 2
    if not words[at].folded.endswith("ed"):
        return None
    hits = event_phrases("after").starting(words, at)
    hit = next((hit for hit in hits if hit.end == phrase.end - 1 and fits(hit.class_, things)), None)
    return Found(_event(words, hit), at, "attribute", 0.75) if hit else None


def _after(words: list[Word], at: int, things: str | None) -> Found | None:
    """ "12 people were killed", "12 dead", "killed or wounded"."""
    start = at
    while at < len(words) and at - start <= SKIP:
        hit = _best(event_phrases("after").starting(words, at), things)
        if hit:
            if _is_agent(words, start, at, hit.end):
                return None
            return Found(_event(words, hit), at, "after", 0.9 if at - start < 4 else 0.8)
        further = _past_more_of_the_subject(words, at)
        if further > at:
            at = start = further
            continue
        if words[at].folded not in listed("linking") and not words[at].folded.endswith("ly"):
            return None
        at += 1
    return None


def _past_more_of_the_subject(words: list[Word], at: int) -> int:
    """The word after what else belongs to a subject: ", including three children,", "and a civilian", "from the town".

    `at` where nothing of the kind stands there, or where no verb follows within reach.
    """
    first = words[at].folded
    opens = words[at + 1].folded if at + 1 < len(words) else ""
    if first == "(" and (closing := _closing(words, at)):
        return closing + 1
    if first == "," and (opens in listed("aside") or opens[:1].isdigit()):
        closing = next((n for n in range(at + 2, min(len(words), at + SUBJECT_REACH)) if words[n].folded == ","), None)
        if closing is not None:
            return closing + 1
    elif first not in ("—", "–", "(", "of", "who", "from", "in") and first not in listed("joining"):
        return at
    for n in range(at + 1, min(len(words), at + SUBJECT_REACH)):
        word = words[n].folded
        behind = words[n + 1].folded if n + 1 < len(words) else ""
        if word in ("were", "was") or (word in ("have", "had", "has") and behind == "been"):
            return n
        if first in ("of", "from") and any(event_phrases("after").starting(words, n)):
            return n
        if word in (".", ";", "!", "?", "“", "”", '"') or word in ("killing", "killed", "wounding", "injuring"):
            return at
    return at


def _closing(words: list[Word], at: int) -> int | None:
    """The mark that closes a parenthesis, within reach: "300 families (1,400 people) lost their homes"."""
    return next((n for n in range(at + 1, min(len(words), at + TOLL_REACH)) if words[n].folded == ")"), None)


def _is_agent(words: list[Word], start: int, at: int, end: int) -> bool:
    """Whether the counted ones did it: "two gunmen killed a man"."""
    if words[at].folded in listed("experienced"):
        return False
    passive = any(word.folded in ("were", "was", "been", "being", "are", "is", "be", "got") for word in words[start:at])
    if passive or end >= len(words):
        return False
    follows = words[end]
    # "Two men shot Berg"; where the verb has a capital too the sentence is a headline, and capitals tell nothing.
    named = follows.text[0].isupper() and words[at].text.islower() and follows.folded not in listed("days")
    return follows.folded in listed("objects") or follows.text[0].isdigit() or named


def _before(words: list[Word], at: int, things: str | None) -> Found | None:
    """ "killed 12 people", "lost some 40,000 troops", "expanded its incursion by three miles"."""
    start = at
    by = at > 0 and words[at - 1].folded == "by"
    while at > 0 and start - at <= SKIP:
        hit = _best(event_phrases("before").ending(words, at), things)
        if hit:
            return Found(_event(words, hit), hit.first, "before", 0.85)
        if words[at - 1].folded not in listed("skipped") and not words[at - 1].folded.endswith("ly") and not by:
            return _before_joined(words, at, start, things) if at > 1 else None
        at -= 1
    return None


def _before_joined(words: list[Word], at: int, start: int, things: str | None) -> Found | None:
    """ "killed the mayor of the town, as well as two peasants": the number goes on a list that the verb began."""
    joint = words[at - 1].folded
    as_well = joint == "," and any(word.folded == "well" for word in words[at:start])
    if joint not in listed("joining") and not as_well and not (joint == "with" and words[at - 2].folded == "along"):
        return None
    for n in range(at - 1, max(0, at - SUBJECT_REACH), -1):
        for hit in event_phrases("before").ending(words, n):
            if hit.class_ in ("killed", "injured", "captured", "arrested") and fits(hit.class_, things):
                return Found(_event(words, hit), hit.first, "before", 0.7)
        if words[n - 1].folded in listed("stops") - listed("joining") - {"of", "in", "than", "as", "with", "the"}:
            return None
        if words[n - 1].folded in (".", ";", "“", "”", '"'):
            return None
    return None


def _toll(words: list[Word], at: int, things: str | None) -> Found | None:
    """ "the death toll rose to 12", "total losses amounted to about 40 thousand"."""
    start, linked = at, False
    while at > 0 and words[at - 1].folded in listed("skipped"):
        at -= 1
    if at > 0 and words[at - 1].folded in listed("rising"):
        for n in range(at - 1, max(0, at - SUBJECT_REACH), -1):
            if hit := _best(event_phrases("noun").ending(words, n), things):
                return Found(_event(words, hit), hit.first, "toll", 0.9)
    at = start
    while at > 0 and start - at <= TOLL_REACH:
        if linked and (hit := _best(event_phrases("noun").ending(words, at), things)):
            return Found(_event(words, hit), hit.first, "toll", 0.85)
        word = words[at - 1]
        if word.folded in listed("toll"):
            linked = True
        elif linked and word.folded in classes_of_things():  # "damaged houses: 146"
            pass
        elif word.folded not in listed("skipped") and not word.text[0].isupper() and not word.folded.endswith("ly"):
            return None
        at -= 1
    return None


def _best(hits: Iterator[Hit], things: str | None) -> Hit | None:
    """The longest phrase for an event that can happen to the things; the class listed first among equals."""
    fitting = (hit for hit in hits if fits(hit.class_, things))
    return max(fitting, key=lambda hit: (hit.end - hit.first, -hit.order), default=None)


def fits(class_: str, things: str | None) -> bool:
    """Whether an event of the class can happen to things of a class."""
    allowed = things_of_event(class_)
    if things in ("distance", "area", "money", "share"):
        return (allowed is not None and things in allowed) or (class_ == "lost" and things == "area")
    return allowed is None or things is None or things in allowed


def _event(words: list[Word], hit: Hit) -> Event:
    return Event(Span(words[hit.first].span.start, words[hit.end - 1].span.end), hit.class_)
