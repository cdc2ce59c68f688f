"""The names beside a report that carried it: "in comments CARRIED BY North Wire", "a memo SEEN BY North Wire"."""

from collections.abc import Iterator
from functools import cache

from twosource.extraction.accepting import speaks
from twosource.extraction.cues import grammar, roles, words_of
from twosource.extraction.nouns import head_of, is_name, noun_after
from twosource.extraction.sites import Site
from twosource.extraction.skeleton import Sentence
from twosource.text.outlets import is_outlet

# A memo may be shown to anybody; what is carried or broadcast comes from an outlet.
SHOWN = frozenset(["seen", "obtained", "reviewed"])
QUOTED = frozenset(["quoted", "cited", "reported"])
OPENING = frozenset(["by", "in", "to", "through", "via"])


def carriers(s: Sentence, site: Site) -> list[tuple[int, int]]:
    """The token ranges of those who carried a report; words inside what is reported are not looked at."""
    if OPENING.isdisjoint(s.low):
        return []
    found = []
    for at in _places(s, site):
        end = noun_after(s, at + 1, s.size) if s.low[at] in OPENING and at + 1 < s.size else 0
        if end > at + 1 and _carries(s, site, at, end):
            found.append((at + 1, end))
    return found


def _places(s: Sentence, site: Site) -> Iterator[int]:
    """The tokens beside a report: before its subject where a phrase opens the sentence, in its subject, behind its cue."""
    speaker = site.speaker or (0, 0)
    if s.low[0] in grammar("prepositions") and site.left is None:
        yield from range(min(speaker[0], site.begin))
    yield from range(*speaker)
    if site.relay and site.relay[0] < speaker[0]:
        yield from range(*site.relay)
    yield from range(site.cue[1], site.right if site.right is not None and site.right > site.cue[1] else s.size)


def _carries(s: Sentence, site: Site, at: int, end: int) -> bool:
    """Whether the noun phrase up to `end` carried the report, by the word at `at` and what stands before it."""
    word, before = s.low[at], s.low[at - 1] if at else ""
    outlet = is_outlet(s.of(at + 1, end).of(s.text))
    if word == "by":
        before = s.low[at - 2] if before in ("up", "out", "on") and at > 1 else before
        spoken = before in QUOTED or before in words_of("relays", "read")
        named = is_name(s, end - 1) and (before in _carried() or before == "picked")
        return (outlet and (named or before in SHOWN)) or named or (spoken and speaks(s, at + 1, end))
    if word == "in":
        return outlet and (before in QUOTED or before == "saying")
    if word == "to":
        return outlet and before == "according" and at > site.cue[1]
    return head_of(s, at + 1, end) in roles("go_betweens")


@cache
def _carried() -> frozenset[str]:
    return words_of("relays", "participles")
