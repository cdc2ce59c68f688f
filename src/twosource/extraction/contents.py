"""The extent of what is said: each site of a sentence with its content, the outermost reports only."""

from dataclasses import dataclass, field

from twosource.extraction.accepting import speaks
from twosource.extraction.boundaries import content_end
from twosource.extraction.cues import grammar
from twosource.extraction.find_sites import find_sites
from twosource.extraction.nouns import has_finite, is_finite
from twosource.extraction.relays import CITING, carriers, cited_speakers, is_relay, spans_of, with_speaker
from twosource.extraction.sites import Site
from twosource.extraction.skeleton import QUOTE, Sentence
from twosource.spans import Span, strip

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
    via: list[Span] = field(default_factory=list)
    """Who passed the words on, the one nearest to the speaker first."""
    last_sentence: int = -1
    """The number of the last sentence whose words belong to it."""


def attributions(s: Sentence) -> list[Attribution]:
    """The outermost reports of one sentence, in order of their cues; those passed on go to whom they come from."""
    sites = find_sites(s)
    if not sites:
        return []
    sites, relayed = _outermost(s, sites)
    found: list[Attribution] = []
    reached = content_start = passed = 0
    for number, site in enumerate(sites):
        citing = found and site.lemma in ("cite", "quote") and site.shared and site.cue[0] >= passed
        if citing and (end := _pass_to_cited(s, found[-1], site.cue[1])):
            _cut_before(s, found[-1], site)
            reached = passed = max(reached, end)
            continue
        if site.cue[0] < reached and found:
            if site.begin <= content_start + 1 and _pass_to_inner(s, found[-1], site, reached):
                content_start = -2
            continue
        if site.cue[0] < passed:
            continue
        made = _extent(s, site, sites[number + 1 :], reached)
        if made is None:
            continue
        attribution, stop = made
        if site in relayed:
            outer = relayed[site]
            attribution.via.append(s.of(*(outer.speaker or (0, 1))))
            if (site.right or 0) < (outer.left or 0):
                attribution.pieces = [trimmed(s, site.right or 0, min(stop, outer.left or 0))]
        else:
            passed = _pass_on(s, attribution, site) or passed
        if carried := carriers(s, site):
            attribution.via += sorted({s.of(*name) for name in carried} - {*attribution.via, attribution.speaker})
        found.append(attribution)
        content_start = site.right if site.right is not None else -2
        reached = max(reached, stop)
    if found and not found[0].via and s.low[0] in CITING:
        _pass_to_cited(s, found[0], 1)
    return found


def _pass_on(s: Sentence, a: Attribution, site: Site) -> int:
    """Gives a report to those it cites; the token after them where they stand behind it, else 0."""
    if site.relay:
        a.via.append(s.of(*site.relay))
    elif s.low[site.end : site.end + 3] == ["with", "reference", "to"]:
        return _pass_to_cited(s, a, site.end + 3)
    elif site.speaker and (cited := _cited_beside(s, site)):
        _pass_to_cited(s, a, cited, site.speaker[1])
    elif "phrase" in site.frames and site.speaker and site.end > site.speaker[1] + 1:
        return _pass_to_cited(s, a, site.speaker[1] + 2)
    return 0


def _outermost(s: Sentence, sites: list[Site]) -> tuple[list[Site], dict[Site, Site]]:
    """Without the sites that lie in what a later one at the end of the sentence reports.

    Where that later one is an outlet ("Moen said C, Reuters reported") it is left out instead and passes the words on.
    """
    for number in range(len(sites) - 1, 0, -1):
        outer = sites[number]
        if outer.left is None or outer.shared:
            continue
        inner = [site for site in sites[:number] if site.left is None and site.cue[1] <= outer.left and not site.shared]
        if inner and quote_after_colon(s, outer):
            continue
        if inner and outer.speaker and is_relay(s, outer) and not is_relay(s, inner[0]):
            return [site for site in sites if site is not outer], {inner[0]: outer}
        return [site for site in sites if site not in inner], {}
    return sites, {}


def quote_after_colon(s: Sentence, site: Site) -> bool:
    """Whether the words before a report are a quotation that a colon sets apart: "She said C: “…,” she wrote"."""
    at = (site.left or 0) - 1
    return at > 1 and s.low[at] == QUOTE and s.low[at - 1] == ":"


def _pass_to_inner(s: Sentence, a: Attribution, inner: Site, stop: int) -> bool:
    """ "Reuters reported that Moen said C": the words are Moen's and Reuters passed them on."""
    if a.site is None or a.speaker is None or inner.right is None or inner.right >= stop or not is_relay(s, a.site):
        return False
    a.via.insert(0, a.speaker)
    a.site, a.rule = inner, f"relay {inner.rule}"
    a.speaker = s.of(*inner.speaker) if inner.speaker else None
    a.cue = s.of(*inner.cue)
    a.pieces = [trimmed(s, inner.right, stop)]
    return True


def _cited_beside(s: Sentence, site: Site) -> int:
    """Where those cited between speaker and verb begin, 0 where nobody is: "The Courier, citing the governor, said C"."""
    at = site.head_stop
    if site.speaker is None or at + 2 >= site.speaker[1] or s.low[at] != ",":
        return 0
    if s.low[at + 1] in ("which", "who"):
        return at + 3 if s.low[at + 2] in ("cited", "quoted", "cites", "quotes") else 0
    return at + 2 if s.low[at + 1] in CITING else 0


def _pass_to_cited(s: Sentence, a: Attribution, at: int, limit: int | None = None) -> int:
    """ "Ukrinform reported, citing the governor": the words are the governor's and Ukrinform passed them on.

    The token after those cited, 0 where the speaker passes nothing on.
    """
    if a.site is None or a.speaker is None:
        return 0
    first = a.site.speaker[0] if a.site.speaker else 0
    beside = first > at or limit is not None
    passes = is_relay(s, a.site) or a.site.lemma == "report"
    chain = cited_speakers(s, at, first - 1 if first > at else limit) if passes or beside else []
    if not chain or not (passes or speaks(s, chain[-1][0], chain[-1][2])):
        return 0
    passing = a.speaker if limit is None or a.site.speaker is None else s.of(a.site.speaker[0], a.site.head_stop)
    a.via[:0] = [*reversed(spans_of(s, chain[:-1])), passing]
    a.site, a.rule = with_speaker(a.site, chain[-1]), "relay citing"
    a.speaker = s.of(chain[-1][0], chain[-1][1])
    return chain[-1][1]


def _cut_before(s: Sentence, a: Attribution, site: Site) -> None:
    """Ends the last piece of a content before the words that cite its speaker."""
    edge = s.starts[site.cue[0]]
    cut = [strip(s.text, Span(p.start, min(p.end, edge)), ", ") for p in a.pieces if p.start < edge]
    a.pieces = [piece for piece in cut if piece.start < piece.end]


def _extent(s: Sentence, site: Site, later: list[Site], reached: int) -> tuple[Attribution, int] | None:
    """The site with its content, and the token up to which it claims the sentence."""
    pieces: list[Span] = []
    margin = 1.0
    stop = site.end
    if site.left is not None:
        start = site.left - 1 if reached and quote_after_colon(s, site) else _left_start(s, reached, site.left)
        if start < site.left:
            pieces.append(trimmed(s, start, site.left))
    if site.right is not None:
        end, margin = content_end(s, site, site.right, later)
        colons = [other.left - 2 for other in later if other.left and quote_after_colon(s, other)]
        end = min([end, *_main_clauses(s, site, later), *(colon for colon in colons if colon > site.right)])
        pieces.append(trimmed(s, site.right, end))
        stop = end
    pieces = [piece for piece in pieces if piece.start < piece.end]
    if not pieces and not site.open_end:
        return None
    speaker = s.of(*site.speaker) if site.speaker else None
    return Attribution(s, site, speaker, s.of(*site.cue), pieces, site.rule, margin), stop


def _main_clauses(s: Sentence, site: Site, later: list[Site]) -> list[int]:
    """Where the main clause goes on after the one that reports: "Although she said C, Moen insisted", "who said C, left"."""
    right, n = site.right or 0, s.size
    if site.speaker and s.low[site.speaker[0]] in ("who", "which") and s.low[site.speaker[0] - 1] == ",":
        ends = (at for at in range(right + 1, n - 1) if s.low[at] == "," and is_finite(s, at + 1))
        return [at for at in ends if has_finite(s, right, at)][:1]
    if s.low[0] in grammar("fronted") and "," not in s.low[:right] and not site.rule.startswith("as"):
        noun = s.low[right - 1] == "about"
        ends = (at for at in range(right + 1, n - 1) if s.low[at] == "," and (noun or has_finite(s, right, at)))
        return [at for at in ends if has_finite(s, at + 1, n)][:1]
    if (
        "phrase" in site.frames
        or s.low[0] not in grammar("fronted")
        or s.low[site.begin - 1 if site.begin else 0] == ","
    ):
        return []
    return [
        other.begin - 1
        for other in later
        if not other.shared and other.right is not None and other.begin and s.low[other.begin - 1] == ","
    ]


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
