"""How far the words of a report reach, on either side of it."""

from collections.abc import Iterator
from itertools import pairwise

from twosource.extraction.reports.boundaries import content_end
from twosource.extraction.reports.carriers import QUOTED
from twosource.extraction.reports.labels import is_heading, label_end
from twosource.extraction.reports.report import Attribution, trimmed
from twosource.extraction.reports.sites import Site
from twosource.extraction.sentences.cues import grammar, words_of
from twosource.extraction.sentences.nouns import finite_verbs, has_finite, is_finite, is_name
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.spans import Span

RELATIVE = frozenset(["that", "which", "who"])
ANSWERING = frozenset(["confirm", "deny", "reject", "dismiss", "dispute", "refute", "rebut"])
REPORT_REACH = 6  # tokens between such a verb and the "that" of a report
LONGEST_CREDIT = 6  # tokens of an agency in brackets
LONGEST_DATELINE = 16  # tokens


def extent(s: Sentence, site: Site, later: list[Site], reached: int) -> tuple[Attribution, int] | None:
    """The site with its content, and the token up to which it claims the sentence."""
    pieces: list[Span] = []
    margin = 1.0
    stop = site.end
    if site.left is not None:
        start = site.left - 1 if quote_after_colon(s, site) else _left_start(s, reached, site.left)
        if site.right is not None and ";" in s.low[start : site.left]:  # "It is late; customers, he said, have left"
            start = max(at for at in range(start, site.left) if s.low[at] == ";") + 1
        if start < site.left:
            pieces.append(trimmed(s, start, site.left))
    if site.right is not None and site.lemma in ANSWERING and (that := _that_of_report(s, site)):
        site = site._replace(right=that)
    if site.right is not None:
        end, margin = content_end(s, site, site.right, later)
        apart = later if ":" in s.low else []
        colons = [other.left - 2 for other in apart if other.left and quote_after_colon(s, other)]
        ends = _main_clauses(s, site, later)
        if not words_of("nouns", "that").isdisjoint(s.low[site.right + 2 :]):
            ends = [*ends, *_comments(s, site.right)]
        if not site.frames.isdisjoint(("object", "noun")):
            ends = [*ends, *_object_ends(s, site), *_subject_ends(s, site)]
        end = min([end, *ends, *(colon for colon in colons if colon > site.right)])
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
    subject = site.speaker[0] if site.speaker else site.begin  # "WHO is said to C"
    if subject > 0 and s.low[subject] in ("who", "which") and s.low[subject - 1] == ",":
        aside = s.low[0] in grammar("prepositions")  # "To Moen, who says C, this is no surprise"
        ends = (at for at in range(right + 1, n - 1) if s.low[at] == "," and _resumes(s, at + 1, aside))
        return [at for at in ends if s.low[right] == "to" or has_finite(s, right, at) or _names_object(s, site)][:1]
    if _opens_fronted(s) and "," not in s.low[:right] and not site.rule.startswith("as"):
        noun = s.low[right - 1] == "about"
        told = (at for at in range(right + 1, n - 1) if noun or has_finite(s, right, at) or s.low[at - 1] == QUOTE)
        ends = (at for at in told if _closes_fronted(s, at))
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


def _comments(s: Sentence, right: int) -> Iterator[int]:
    """Where the reporter says what others make of it: "that the talks had failed, A CLAIM Moen denied"."""
    for at in range(right + 1, s.size - 3):
        if s.low[at] == "," and s.low[at + 1] in ("a", "an") and s.low[at + 2] in words_of("nouns", "that"):
            yield at


def _opens_fronted(s: Sentence) -> bool:
    """Whether a clause stands before the main one: "When Moen said", "Hours after Moen said"."""
    return s.low[0] in grammar("fronted") or (s.low[0] in grammar("times") and s.low[1] in ("after", "before"))


def _closes_fronted(s: Sentence, at: int) -> bool:
    """Whether a clause ends before the token: at a comma, or behind a quotation that has it inside."""
    quote = s.quotes[at - 1]
    return s.low[at] == "," or bool(quote and quote.inner.of(s.text).endswith(","))


def _names_object(s: Sentence, site: Site) -> bool:
    """Whether a verb has a thing and no clause behind it: "who recommends tiles, said"."""
    return "object" in site.frames and s.low[site.right or 0] != "that"


def _resumes(s: Sentence, at: int, aside: bool) -> bool:
    """Whether the main clause goes on with a verb, or where the one told of stands in an aside, with its subject."""
    subject = aside and (s.low[at] in grammar("subjects", "determiners") or is_name(s, at))
    return is_finite(s, at) or (subject and has_finite(s, at, at + 4))


def _that_of_report(s: Sentence, site: Site) -> int:
    """Where what is confirmed or denied begins: "denied the Echo's report THAT"; 0 where no report is told of."""
    right = site.right or 0
    end = next((at for at in range(right + 1, min(right + REPORT_REACH, s.size)) if s.low[at] == "that"), 0)
    return end if end and s.low[end - 1] in words_of("nouns", "that") else 0


def _object_ends(s: Sentence, site: Site) -> Iterator[int]:
    """Where the speaker does something else after words that are no clause: "called it “theft” AND LEFT"."""
    right = site.right or 0
    if s.low[site.begin - 1 if site.begin else 0] == "what" and s.low[right] == QUOTE:
        yield right + 1  # "What Moen called “a walk” was a march"
    if "object" not in site.frames or s.low[right] == "that":
        return
    for at in range(right + 1, s.size - 1):
        if s.low[at] == "and" and is_finite(s, at + 1):
            if not has_finite(s, right, at) and RELATIVE.isdisjoint(s.low[right:at]):
                yield at - (s.low[at - 1] == ",")
            return


def _subject_ends(s: Sentence, site: Site) -> Iterator[int]:
    """Where the main verb comes after a noun with its words: "Moen's claim that C ANGERED tenants"."""
    right = site.right or 0
    if "noun" not in site.frames or s.low[right] != "that" or has_finite(s, 0, site.begin):
        return
    for at in range(right + 1, s.size - 2):
        if s.low[at] == "," and s.low[at + 1] in QUOTED and s.low[at + 2] in ("in", "by"):
            yield at  # "Moen's remark that C, QUOTED IN the Echo, angered tenants"
    places = [at for at in finite_verbs(s) if at > right]
    for verb, following in pairwise(places):
        between = s.low[verb + 1 : following]
        if between and not any(_parts_clauses(word) for word in between):
            yield following
            return


def _parts_clauses(word: str) -> bool:
    """Whether a finite verb after the word may be of the same clause, or of one inside it."""
    plain = word in grammar("auxiliaries", "adverbs", "negations")
    return plain or not word[0].isalnum() or word in grammar("subordinators", "coordinators", "subjects")


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
    """Past "VELL, Sept. 3 (North Wire) —" or "Details:" at the start of a report."""
    end = 0 if start else label_end(s)
    if end and end < stop and is_heading(s, end):
        return end + 1
    if not start and s.low[0] == "(" and ")" in s.low[:LONGEST_CREDIT]:
        return s.low.index(")") + 1  # "(North Wire) The dam is safe, Moen said"
    if start or not s.words[0].isupper() or len(s.words[0]) < 3:
        return start
    for at in range(1, min(LONGEST_DATELINE, stop)):
        if s.low[at] in ("—", "–", "--", "-", "―"):
            return at + 1
    return start


def quote_after_colon(s: Sentence, site: Site) -> bool:
    """Whether the words before a report are a quotation that a colon sets apart: "She said C: “…,” she wrote"."""
    at = (site.left or 0) - 1
    return at > 1 and s.low[at] == QUOTE and s.low[at - 1] == ":"
