"""The names beside a report that carried it: "in comments CARRIED BY North Wire", "a memo SEEN BY North Wire"."""

from functools import cache

from twosource.extraction.reports.accepting import speaks
from twosource.extraction.reports.sites import Site
from twosource.extraction.sentences.cues import grammar, roles, words_of
from twosource.extraction.sentences.main_subject import main_subject
from twosource.extraction.sentences.nouns import head_of, is_name, noun_after
from twosource.extraction.sentences.skeleton import Sentence
from twosource.text.outlets import is_outlet

# A memo may be shown to anybody; what is carried or broadcast comes from an outlet.
SHOWN = frozenset(["seen", "obtained", "reviewed"])
QUOTED = frozenset(["quoted", "cited", "reported"])
# Without one of these a sentence names nobody who carried a report.
TELLING = QUOTED | SHOWN | {"by", "through", "via", "according", "saying"}
OPENING = frozenset(["by", "in", "to", "through", "via"])


def carriers(s: Sentence, site: Site) -> list[tuple[int, int]]:
    """The token ranges of those who carried a report; words inside what is reported are not looked at."""
    found = _seen_by(s, site) if s.low[site.begin - 1] == "which" else []
    for at in _places(s, site):
        end = noun_after(s, at + 1, s.size)
        if end > at + 1 and _carries(s, at, end):
            found.append((at + 1, end))
    return found


def _seen_by(s: Sentence, site: Site) -> list[tuple[int, int]]:
    """The outlet that saw the paper: "The Courier has seen a letter in which Moen says"."""
    if s.low[site.begin - 2] != "in" or SHOWN.isdisjoint(s.low[: site.begin]):
        return []
    subject = main_subject(s, site.begin)
    named = subject is not None and is_outlet(s.of(subject.start, subject.head_stop).of(s.text))
    return [(subject.start, subject.head_stop)] if subject and named else []


def _places(s: Sentence, site: Site) -> list[int]:
    """Where a name may open beside a report: before its subject where a phrase opens the sentence, in it, behind its cue."""
    speaker = site.speaker or (0, 0)
    fronted = site.left is None and s.low[0] in grammar("prepositions")
    ranges = [(0, min(speaker[0], site.begin)) if fronted else (0, 0), speaker]
    if site.relay and site.relay[0] < speaker[0]:
        ranges.append((site.relay[0], speaker[0]))
    right = site.right if site.right is not None and site.right > site.cue[1] else s.size
    ranges.append((site.cue[1], right))
    return [at for start, stop in ranges for at in range(start, stop) if s.low[at] in OPENING and _opens(s, at, site)]


def _opens(s: Sentence, at: int, site: Site) -> bool:
    """Whether what stands before the word at `at` lets it open the name of one who carried words."""
    word, before = s.low[at], s.low[at - 1] if at else ""
    if at + 1 >= s.size:
        return False
    if word == "by":
        return before in _before_by()
    if word == "in":
        # "In the Courier, Moen is reported to have said"
        return before == "saying" or before in QUOTED or (at == 0 and site.rule == "said to say")
    return word != "to" or (before == "according" and at > site.cue[1])


def _carries(s: Sentence, at: int, end: int) -> bool:
    """Whether the noun phrase up to `end` carried the report, by the word at `at` and what stands before it."""
    if s.low[at] in ("through", "via"):
        return head_of(s, at + 1, end) in roles("go_betweens")
    outlet = is_outlet(s.of(at + 1, end).of(s.text))
    if s.low[at] != "by":
        return outlet
    before = s.low[at - 1]
    before = s.low[at - 2] if before in ("up", "out", "on") and at > 1 else before
    spoken = before in QUOTED or before in words_of("relays", "read")
    named = is_name(s, end - 1) and (before in _carried() or before == "picked")
    return named or (outlet and before in SHOWN) or (spoken and speaks(s, at + 1, end))


@cache
def _before_by() -> frozenset[str]:
    """Words between which and "by" nobody else can stand."""
    return QUOTED | SHOWN | _carried() | words_of("relays", "read") | {"up", "out", "on"}


@cache
def _carried() -> frozenset[str]:
    return words_of("relays", "participles")
