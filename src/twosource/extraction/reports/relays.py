"""Who passed the words on: outlets that report what another said or cite it, and the place where it was said."""

from twosource.extraction.reports.sites import Site
from twosource.extraction.sentences.cues import roles, verbs, words_of
from twosource.extraction.sentences.nouns import apposition_after, head_of, is_name, noun_after
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.spans import Span
from twosource.text.lexicon import lexicon
from twosource.text.outlets import is_outlet

CITING = frozenset(["citing", "quoting"])
PASSING_DOCUMENTS = frozenset(["translation", "translations", "transcript", "transcripts", "readout", "recording"])
LONGEST_CHAIN = 6


def is_relay(s: Sentence, site: Site) -> bool:
    """Whether the speaker of a site is one who passes on what others say: an outlet, an agency, a transcript."""
    if site.speaker is None:
        return False
    surface = s.of(site.speaker[0], site.head_stop).of(s.text)
    if is_outlet(surface) or is_outlet(surface.rpartition("’s ")[0]) or is_outlet(surface.rpartition("'s ")[0]):
        return True
    head = head_of(s, site.speaker[0], site.head_stop)
    at = s.low.index(head, site.speaker[0]) if head in s.low[site.speaker[0] : site.head_stop] else 0
    pair = f"{s.low[at - 1]} {head}" if at else head
    nouns = lexicon("bodies")["outlets"]["nouns"]
    return head in PASSING_DOCUMENTS or pair in nouns or (head in nouns and head != "agency") or _named_outlet(s, site)


def _named_outlet(s: Sentence, site: Site) -> bool:
    """ "the Yonhap news agency", "state news agency Tass"."""
    first, stop = site.speaker or (0, 0)
    text = " ".join(s.low[first:stop])
    if "news agency" in text or "newspaper" in text:
        return True
    return any(is_outlet(s.of(at, stop).of(s.text)) for at in range(first + 1, min(stop, first + 5)))


def cited_speakers(s: Sentence, at: int, limit: int | None = None) -> list[tuple[int, int, int]]:
    """The chain of those cited from the token `at` on, the first cited first: start, end and end without appositions.

    "citing Tass, which quoted the governor" gives Tass and the governor.
    """
    chain: list[tuple[int, int, int]] = []
    n = s.size if limit is None else limit
    while at < n and len(chain) < LONGEST_CHAIN:
        head_stop = noun_after(s, at, n)
        if head_stop == at:
            break
        stop = head_stop
        if stop < n and s.low[stop] == "," and s.low[stop + 1 : stop + 2] not in (["who"], ["which"]):
            stop = apposition_after(s, stop, n)
            if stop == head_stop and s.low[at] in ("the", "its", "their") and stop + 1 < n and is_name(s, stop + 1):
                stop = noun_after(s, stop + 1, n)
        if s.low[head_stop - 1] in roles("documents") and head_stop + 1 < n and s.low[head_stop] in ("by", "from"):
            head_stop = stop = max(head_stop, noun_after(s, head_stop + 1, n))  # "a post BY THE GOVERNOR"
        chain.append((at, stop, head_stop))
        at = _next_citing(s, stop)
    return chain


def _next_citing(s: Sentence, at: int) -> int:
    """The token after a further "citing" or "which cited" that follows at once; the sentence's end where none does."""
    n = s.size
    if at < n and s.low[at] == ",":
        at += 1
    if at < n and s.low[at] in ("who", "which", "itself", "in", "turn"):
        while at < n and s.low[at] in ("who", "which", "itself", "in", "turn", "had"):
            at += 1
        known = verbs().get(s.low[at]) if at < n else None
        return at + 1 if known and known.lemma in ("cite", "quote") else n
    return at + 1 if at < n and s.low[at] in CITING else n


def with_speaker(site: Site, speaker: tuple[int, int, int]) -> Site:
    """The site with another speaker."""
    return site._replace(speaker=(speaker[0], speaker[1]), head_stop=speaker[2])


def channel_of(s: Sentence, site: Site) -> str | None:
    """Where it was said, as written: a network after "on", an outlet that was told."""
    if site.hearer:
        surface = s.of(*site.hearer).of(s.text)
        if is_outlet(surface) or is_outlet(surface.partition("’s ")[0]) or is_outlet(surface.partition("'s ")[0]):
            return surface
    if "phrase" in site.frames:
        return None
    stop = site.right if site.right is not None and site.right > site.cue[0] else site.end
    networks = words_of("channels", "networks")
    for at in range(site.cue[0], min(stop, s.size - 1)):
        if s.low[at] in ("on", "via", "to", "with") and s.low[at + 1] != QUOTE and s.low[at - 1] != "according":
            end = noun_after(s, at + 1, stop)
            surface = s.of(at + 1, end).of(s.text) if end > at + 1 else ""
            plain = surface.removeprefix("the ").removeprefix("The ")
            if (plain in networks and s.low[at] != "with") or (s.low[at] in ("to", "with") and is_outlet(plain)):
                return surface
    return None


def spans_of(s: Sentence, ranges: list[tuple[int, int, int]]) -> list[Span]:
    """The spans of token ranges."""
    return [s.of(start, stop) for start, stop, _ in ranges]
