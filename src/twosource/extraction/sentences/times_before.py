"""Days and times that stand between a subject and its verb: "Moen this week said"."""

from twosource.extraction.sentences.cues import grammar
from twosource.extraction.sentences.skeleton import Sentence

# Days and times that may stand between a subject and its verb, and what may stand before them.
TIMES = frozenset(
    ["week", "month", "year", "morning", "afternoon", "evening", "night", "weekend", "recently", "earlier", "later"]
)
BEFORE_TIMES = frozenset(["this", "last", "late", "early", "on", "earlier", "that", "next", "past"])


def before_times(s: Sentence, stop: int, floor: int) -> int:
    """Back over days and times between a subject and its verb: "Moen this week said"."""
    at = _before_ago(s, stop, floor)
    while at - 1 > floor and (s.low[at - 1] in grammar("days") or s.low[at - 1] in TIMES):
        at -= 1
    if at == stop:
        return stop
    while at - 1 > floor and s.low[at - 1] in BEFORE_TIMES:
        at -= 1
    return at if at - 1 >= floor and (s.low[at - 1][0].isalnum() or s.low[at - 1] in (",", ")")) else stop


def _before_ago(s: Sentence, stop: int, floor: int) -> int:
    """Back over "two weeks ago", "less than a year ago"."""
    at = stop
    if at - 3 > floor and s.low[at - 1] == "ago":
        at -= 3
        while at - 1 > floor and s.low[at - 1] in ("than", "less", "more", "about", "nearly", "almost", "just", "only"):
            at -= 1
    return at
