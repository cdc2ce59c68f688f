"""The subject of a verb: the noun phrase before it, with appositions between commas.

All positions are token indices of a `Sentence`; ranges are half-open.
"""

from twosource.extraction.sentences.cues import grammar, roles, verbs
from twosource.extraction.sentences.nouns import has_finite, is_finite, is_name
from twosource.extraction.sentences.phrases_before import after_relative_object, segment_start, trim_front
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.extraction.sentences.subject_asides import (
    LONGEST_SUBJECT,
    Subject,
    opens_apposition,
    told_of,
    with_apposition,
)
from twosource.extraction.sentences.times_before import before_times

DASHES = frozenset(["—", "–", "--", "-"])


def subject_before(s: Sentence, stop: int, floor: int) -> Subject | None:
    """The noun phrase that ends just before `stop`, with its appositions between commas."""
    stop = before_times(s, stop, floor)
    last = stop - 1
    if last < floor:
        return None
    word = s.low[last]
    if word == QUOTE:
        return _known_as(s, stop, floor)
    if word == ",":
        aside = aside_before(s, last, floor)
        if aside < last:
            return subject_before(s, aside, floor)
        return with_apposition(s, last, floor) or told_of(s, last, floor)
    if word in DASHES:
        return _between_dashes(s, last, floor)
    if word in grammar("pronouns") or word in ("that", "this", "these", "those", "what", "everyone", "someone"):
        return Subject(last, stop, stop)
    if (not word[0].isalnum() and word not in (".", ")")) or word in grammar("coordinators"):
        return None
    start = segment_start(s, last, floor)
    related = _before_relative(s, start, stop, floor)
    if related:
        return related
    start = trim_front(s, start, stop)
    if (
        start == last
        and start > floor
        and (word[0].isdigit() or word in grammar("days"))
        and s.low[start - 1] in grammar("prepositions")
    ):
        return subject_before(s, start - 1, floor)
    if not (start < stop and stop - start <= LONGEST_SUBJECT):
        return None
    start = after_relative_object(s, start, stop)
    return _with_role(s, start, stop, floor) or Subject(start, stop, stop)


def _known_as(s: Sentence, stop: int, floor: int) -> Subject | None:
    """The subject that a clause with a name in quotation marks tells of: "a man known only as “Lou” said"."""
    quote = s.quotes[stop - 1]
    named = stop - 3 > floor and s.low[stop - 2] in ("as", "called", "named", "nicknamed")
    if not named or quote is None or quote.kind == "speech":
        return None
    start = segment_start(s, stop - 3, floor)
    return _before_relative(s, start, stop, floor)


def _between_dashes(s: Sentence, closing: int, floor: int) -> Subject | None:
    """The subject before an apposition between dashes: "Ada Moen — the mayor of Vell — said"."""
    opening = next((at for at in range(closing - 2, floor, -1) if s.low[at] == s.low[closing]), floor)
    if opening == floor or not s.low[opening - 1][0].isalnum():
        return None
    if has_finite(s, opening + 1, closing) and not opens_apposition(s, opening + 1):
        return None
    subject = subject_before(s, opening, floor)
    return Subject(subject.start, closing, subject.head_stop) if subject else None


def _with_role(s: Sentence, start: int, stop: int, floor: int) -> Subject | None:
    """ "The prime minister, Ada Moen said": a role before a name, the comma behind it left out."""
    comma = start - 1
    if comma - 1 <= floor or s.low[comma] != "," or s.low[comma - 1] not in roles("persons") or not is_name(s, start):
        return None
    segment = segment_start(s, comma - 1, floor)
    first = trim_front(s, segment, comma)
    clean = not (
        has_finite(s, segment, comma)
        or s.low[segment].endswith(("ing", "ed"))
        or s.low[segment] in grammar("prepositions")
    )
    return Subject(first, stop, comma) if clean and first < comma else None


def aside_before(s: Sentence, comma: int, floor: int) -> int:
    """Where a word between commas begins that belongs to no phrase: "Moen, however, said"; `comma` where none does."""
    at = comma - 2
    return at if at > floor and s.low[at] == "," and s.low[at + 1] in grammar("asides") else comma


def _before_relative(s: Sentence, start: int, stop: int, floor: int) -> Subject | None:
    """The noun that a relative clause before the verb belongs to: "residents who fled the valley say"."""
    relative = start - 1
    if relative - 1 < floor or s.low[relative] not in ("who", "which", "that") or not s.low[relative - 1][0].isalnum():
        return None
    if not has_finite(s, start, stop) or is_finite(s, relative - 1):
        return None
    before = s.low[relative - 1]
    if before in verbs() or before in grammar("prepositions") or before in grammar("adverbs"):
        return None
    first = trim_front(s, segment_start(s, relative - 1, floor), relative)
    return Subject(first, stop, relative) if first < relative and stop - first <= LONGEST_SUBJECT else None
