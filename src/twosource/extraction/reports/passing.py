"""Reports passed on: whose the words are where an outlet cites, quotes or reports another's report."""

from twosource.extraction.reports.accepting import REFUSING, speaks
from twosource.extraction.reports.carriers import SHOWN
from twosource.extraction.reports.relays import CITING, cited_speakers, is_relay, spans_of, with_speaker
from twosource.extraction.reports.report import Attribution, trimmed
from twosource.extraction.reports.sites import Site
from twosource.extraction.sentences.cues import roles
from twosource.extraction.sentences.nouns import head_of
from twosource.extraction.sentences.skeleton import Sentence
from twosource.spans import Span, strip
from twosource.text.outlets import is_outlet

CITED = frozenset(["cited", "quoted", "cites", "quotes"])
ATTRIBUTING = frozenset(["attributed", "attributing", "attributes"])
ATTRIBUTING_REACH = 6  # tokens between "attributing" and its "to"
REFERENCE = ["with", "reference", "to"]


def passes_on(s: Sentence, site: Site) -> bool:
    """Whether the one who speaks tells what others say: an outlet does, and whoever "reports"."""
    return is_relay(s, site) or (site.lemma == "report" and site.speaker is not None)


def tells_words(site: Site) -> bool:
    """Whether what a site tells are words that can be passed on, and not a refusal."""
    return bool(site.frames & {"clause", "tell", "object", "phrase", "noun"}) and site.lemma not in REFUSING


def pass_on(s: Sentence, a: Attribution, site: Site) -> int:
    """Gives a report to those it cites; the token after them where they stand behind it, else 0."""
    if site.relay:
        a.via.append(s.of(*site.relay))
    elif s.low[site.end : site.end + 3] == REFERENCE:
        return pass_to_cited(s, a, site.end + 3)
    elif site.speaker and (cited := _cited_beside(s, site)):
        pass_to_cited(s, a, cited, site.speaker[1])
    elif "phrase" in site.frames and site.speaker and site.end > site.speaker[1] + 1:
        return pass_to_cited(s, a, site.speaker[1] + 2)
    elif to := _attributed_to(s, site.end, s.size):
        return pass_to_cited(s, a, to)
    return 0


def opens_inside(s: Sentence, opened: int, begin: int) -> bool:
    """Whether a report that begins at `begin` is all that the content from `opened` on tells.

    Before it may stand "that", and where the content was seen: "it had seen a letter in which Moen says".
    """
    if opened < 0 or begin <= opened + 1 or s.low[opened:begin] == ["that", ","]:
        return opened >= 0
    return not SHOWN.isdisjoint(s.low[opened:begin]) and s.low[begin - 2 : begin] == ["in", "which"]


def pass_to_inner(s: Sentence, a: Attribution, inner: Site, stop: int) -> bool:
    """ "Reuters reported that Moen said C": the words are Moen's and Reuters passed them on."""
    if a.site is None or a.speaker is None or inner.right is None or inner.right >= stop:
        return False
    shown = "show" in a.site.frames and inner.rule == "seen to say"
    seen = s.low[inner.begin - 2 : inner.begin] == ["in", "which"]
    if not (shown or seen or inner.rule == "told by" or (passes_on(s, a.site) and tells_words(inner))):
        return False
    if not shown:
        a.via[:0] = each_speaker(s, a.site)
    a.site, a.rule = inner, f"relay {inner.rule}"
    a.speaker = s.of(*inner.speaker) if inner.speaker else None
    a.cue = s.of(*inner.cue)
    a.pieces = [trimmed(s, inner.right, stop)]
    return True


def each_speaker(s: Sentence, site: Site) -> list[Span]:
    """The outlets that "the Echo and the Courier" are, else the one speaker of a site."""
    first, stop = site.speaker or (0, 1)
    joint = next((at for at in range(first + 1, stop - 1) if s.low[at] == "and"), None)
    if joint is not None:
        parts = [s.of(first, joint), s.of(joint + 1, stop - (s.low[stop - 1] == "both"))]
        if all(is_outlet(part.of(s.text)) for part in parts):
            return parts
    return [s.of(first, stop)]


def _cited_beside(s: Sentence, site: Site) -> int:
    """Where those cited between speaker and verb begin, 0 where nobody is: "The Courier, citing the governor, said C"."""
    at = site.head_stop
    if site.speaker is None or at + 2 >= site.speaker[1] or s.low[at] != ",":
        return 0
    if s.low[at + 1 : at + 4] == REFERENCE:
        return at + 4
    if s.low[at + 1] in ("which", "who"):
        return at + 3 if s.low[at + 2] in CITED else _attributed_to(s, at + 2, site.speaker[1])
    return at + 2 if s.low[at + 1] in CITING else 0


def _attributed_to(s: Sentence, start: int, stop: int) -> int:
    """Behind "attributing it to" in the range, 0 where it does not stand there."""
    if ATTRIBUTING.isdisjoint(s.low):
        return 0
    at = next((k for k in range(start, stop) if s.low[k] in ATTRIBUTING), stop)
    return next((k + 1 for k in range(at + 1, min(at + ATTRIBUTING_REACH, stop - 1)) if s.low[k] == "to"), 0)


def pass_to_cited(s: Sentence, a: Attribution, at: int, limit: int | None = None) -> int:
    """ "Ukrinform reported, citing the governor": the words are the governor's and Ukrinform passed them on.

    The token after those cited, 0 where the speaker passes nothing on.
    """
    if a.site is None or a.speaker is None:
        return 0
    site = a.site
    first = site.speaker[0] if site.speaker else 0
    beside = first > at or limit is not None or (site.right is not None and at < site.right)
    passes = passes_on(s, site)
    chain = cited_speakers(s, at, first - 1 if first > at else limit) if passes or beside else []
    if not chain or not (passes or _is_witness(s, chain[-1])):
        return 0
    head = limit is not None and site.speaker is not None
    passing = s.of(first, min(site.head_stop, at - 1)) if head else a.speaker
    a.via[:0] = [*reversed(spans_of(s, chain[:-1])), passing]
    a.site, a.rule = with_speaker(site, chain[-1]), "relay citing"
    a.speaker = s.of(chain[-1][0], chain[-1][1])
    return chain[-1][1]


def _is_witness(s: Sentence, cited: tuple[int, int, int]) -> bool:
    """Whether one who is no outlet passes on what those cited said, and does not argue from a law or a count."""
    return speaks(s, cited[0], cited[2]) and head_of(s, cited[0], cited[2]) not in roles("grounds")


def cut_before(s: Sentence, a: Attribution, site: Site) -> None:
    """Ends the content before the words that cite its speaker, where it does not begin behind them."""
    edge = s.starts[site.cue[0]]
    cut = [strip(s.text, Span(p.start, min(p.end, edge)), ", ") if p.start < edge else p for p in a.pieces]
    a.pieces = [piece for piece in cut if piece.start < piece.end]
