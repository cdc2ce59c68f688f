"""The extent of what is said: each site of a sentence with its content, the outermost reports only."""

from dataclasses import dataclass, field

from twosource.extract.boundaries import content_end
from twosource.extract.cues import grammar
from twosource.extract.sites import Site, find_sites
from twosource.extract.skeleton import QUOTE, Sentence
from twosource.spans import Span


LONGEST_DATELINE = 16  # tokens


@dataclass(slots=True)
class Attribution:
    """A report in the making: spans of the text, and the sentence and site they were read from."""

    sentence: Sentence
    site: Site | None
    speaker: Span | None
    cue: Span | None
    pieces: list[Span]
    rule: str
    margin: float = 1.0
    """By how much the end of the content beat the next best one."""
    nested: list[Site] = field(default_factory=list)
    last_sentence: int = -1
    """The number of the last sentence whose words belong to it."""


def attributions(s: Sentence) -> list[Attribution]:
    """The outermost reports of one sentence, in order of their cues."""
    sites = find_sites(s)
    if not sites:
        return []
    sites = _without_inner(sites)
    found: list[Attribution] = []
    reached = 0
    for number, site in enumerate(sites):
        if site.cue[0] < reached and found:
            found[-1].nested.append(site)
            continue
        made = _extent(s, site, sites[number + 1 :], reached)
        if made is None:
            continue
        attribution, stop = made
        found.append(attribution)
        reached = max(reached, stop)
    return found


def _without_inner(sites: list[Site]) -> list[Site]:
    """Without those that lie in what a later site at the end of the sentence reports."""
    for number in range(len(sites) - 1, 0, -1):
        outer = sites[number]
        if outer.left is not None and not outer.shared:
            inner = [
                k
                for k in range(number)
                if sites[k].left is None and sites[k].cue[1] <= outer.left and not sites[k].shared
            ]
            return [site for k, site in enumerate(sites) if k not in inner]
    return sites


def _extent(s: Sentence, site: Site, later: list[Site], reached: int) -> tuple[Attribution, int] | None:
    """The site with its content, and the token up to which it claims the sentence."""
    pieces: list[Span] = []
    margin = 1.0
    stop = site.end
    if site.left is not None:
        start = _left_start(s, reached, site.left)
        if start < site.left:
            pieces.append(trimmed(s, start, site.left))
    if site.right is not None:
        end, margin = content_end(s, site, site.right, later)
        pieces.append(trimmed(s, site.right, end))
        stop = end
    pieces = [piece for piece in pieces if piece.start < piece.end]
    if not pieces and not site.open_end:
        return None
    speaker = s.of(*site.speaker) if site.speaker else None
    return Attribution(s, site, speaker, s.of(*site.cue), pieces, site.rule, margin), stop


def _left_start(s: Sentence, reached: int, stop: int) -> int:
    start = reached
    if reached:
        while start < stop and (s.low[start] in grammar("coordinators") or s.low[start] in (",", ";", "—", "–")):
            start += 1
    start = _after_dateline(s, start, stop)
    while start + 1 < stop and (
        s.low[start] in ("but", "and", "so", "yet") or (s.low[start] in grammar("openers") and s.low[start + 1] == ",")
    ):
        start += 2 if s.low[start + 1] == "," else 1
    while start < stop and s.low[start] in ("•", "*", "-", "–", "—", "·"):
        start += 1
    return start


def _after_dateline(s: Sentence, start: int, stop: int) -> int:
    """Past "VELL, Sept. 3 (North Wire) —" at the start of a report."""
    if start or not s.words[0].isupper() or len(s.words[0]) < 3:
        return start
    for at in range(1, min(LONGEST_DATELINE, stop)):
        if s.low[at] in ("—", "–", "--", "-", "―"):
            return at + 1
    return start


def trimmed(s: Sentence, start: int, stop: int) -> Span:
    """The span of the tokens without punctuation at its ends; quotations and brackets keep their marks."""
    while start < stop and s.low[start] in (",", ":", ";", "—", "–", "--"):
        start += 1
    while stop > start and s.low[stop - 1] in (",", ":", ";", "—", "–", "--"):
        stop -= 1
    return s.of(start, stop) if start < stop else Span(0, 0)


def quotes_in(s: Sentence) -> list[int]:
    """The tokens that are quotations."""
    return [at for at, word in enumerate(s.low) if word == QUOTE]
