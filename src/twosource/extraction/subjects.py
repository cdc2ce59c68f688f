"""The subject of a verb: the noun phrase before it, with appositions between commas.

All positions are token indices of a `Sentence`; ranges are half-open.
"""

from functools import cache
from typing import NamedTuple

from twosource.extraction.cues import grammar, roles, verbs
from twosource.extraction.nouns import HARD_STOPS, LINKING, has_finite, is_adverb, is_finite, is_name, last_finite
from twosource.extraction.phrases_before import after_relative_object, is_nickname, joins_nouns
from twosource.extraction.skeleton import QUOTE, Sentence
from twosource.extraction.times_before import before_times

LONGEST_SUBJECT = 25  # tokens
DASHES = frozenset(["—", "–", "--", "-"])
# Words that open what is told of a subject between commas.
APPOSING = frozenset(
    ["who", "whose", "whom", "which", "a", "an", "the", "one", "his", "her", "its", "their", "once", "now"]
)


class Subject(NamedTuple):
    """A noun phrase before its verb: `start` to `stop` with its appositions, `head_stop` without them."""

    start: int
    stop: int
    head_stop: int


def subject_before(s: Sentence, stop: int, floor: int) -> Subject | None:
    """The noun phrase that ends just before `stop`, with its appositions between commas."""
    stop = before_times(s, stop, floor)
    last = stop - 1
    if last < floor:
        return None
    word = s.low[last]
    if word == QUOTE:
        return None
    if word == ",":
        aside = aside_before(s, last, floor)
        if aside < last:
            return subject_before(s, aside, floor)
        return _with_apposition(s, last, floor) or told_of(s, last, floor)
    if word in DASHES:
        return _between_dashes(s, last, floor)
    if word in grammar("pronouns") or word in ("that", "this", "these", "those", "what", "everyone", "someone"):
        return Subject(last, stop, stop)
    if (not word[0].isalnum() and word not in (".", ")")) or word in grammar("coordinators"):
        return None
    start = _segment_start(s, last, floor)
    related = _before_relative(s, start, stop, floor)
    if related:
        return related
    start = _trim_front(s, start, stop)
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


def _between_dashes(s: Sentence, closing: int, floor: int) -> Subject | None:
    """The subject before an apposition between dashes: "Ada Moen — the mayor of Vell — said"."""
    opening = next((at for at in range(closing - 2, floor, -1) if s.low[at] == s.low[closing]), floor)
    if opening == floor or not s.low[opening - 1][0].isalnum():
        return None
    if has_finite(s, opening + 1, closing) and not _opens_apposition(s, opening + 1):
        return None
    subject = subject_before(s, opening, floor)
    return Subject(subject.start, closing, subject.head_stop) if subject else None


def _with_role(s: Sentence, start: int, stop: int, floor: int) -> Subject | None:
    """ "The prime minister, Ada Moen said": a role before a name, the comma behind it left out."""
    comma = start - 1
    if comma - 1 <= floor or s.low[comma] != "," or s.low[comma - 1] not in roles("persons") or not is_name(s, start):
        return None
    segment = _segment_start(s, comma - 1, floor)
    first = _trim_front(s, segment, comma)
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
    first = _trim_front(s, _segment_start(s, relative - 1, floor), relative)
    return Subject(first, stop, relative) if first < relative and stop - first <= LONGEST_SUBJECT else None


def _segment_start(s: Sentence, last: int, floor: int) -> int:
    """The start of the clause that the noun phrase ending at `last` opens."""
    at = last
    while at >= floor:
        word = s.low[at]
        if word == ")":
            while at > floor and s.low[at] != "(":
                at -= 1
        elif word in _parting() and not _holds_together(s, at, floor, last):
            break
        at -= 1
    return at + 1


@cache
def _parting() -> frozenset[str]:
    """Words and marks that a noun phrase seldom goes beyond."""
    return HARD_STOPS | grammar("coordinators", "subordinators") | {",", "(", "who", "which"}


def _holds_together(s: Sentence, at: int, floor: int, last: int) -> bool:
    """Whether what parts clauses stands inside a noun phrase: a nickname, an "and" between nouns, "in that valley"."""
    match s.low[at]:
        case "and":
            return at > floor and joins_nouns(s, at, floor)
        case "that":
            return at > floor and s.low[at - 1] in grammar("prepositions")
        case word:
            return word == QUOTE and floor < at < last and is_nickname(s, at)


def _trim_front(s: Sentence, start: int, stop: int) -> int:
    """Leaves out what opens the clause before its subject: connectives, adverbs, days, a fronted phrase, a verb."""
    while start < stop - 1 and (
        s.low[start] in grammar("openers")
        or (is_adverb(s.low[start]) and s.low[start] != "all")
        or not s.low[start][0].isalnum()
    ):
        start += 1
    finite = last_finite(s, start, stop - 1)  # right before a verb stands no verb: "media REPORTS said"
    if finite is not None:
        return _noun_start(s, stop, finite + 1)
    if (
        s.low[start] in grammar("prepositions")
        or s.low[start] in grammar("days")
        or (
            s.low[start].endswith("ing")
            and start + 1 < stop
            and s.low[start] not in ("being",)
            and not s.words[start][0].isupper()
        )
    ):
        return _noun_start(s, stop, start + 1)
    return start


def _noun_start(s: Sentence, stop: int, floor: int) -> int:
    """The start of the last plain noun phrase before `stop`: back to its determiner, or over its names and nouns."""
    at = stop - 1
    if s.low[at] == ")":
        opened = next((k for k in range(at, floor, -1) if s.low[k] == "("), floor)
        at = opened - 1 if opened > floor else at
    while at > floor:
        before = s.low[at - 1]
        if s.low[at] in grammar("determiners"):
            if before in LINKING and at - 2 >= floor and s.low[at - 2][0].isalnum() and at - 2 > floor:
                at -= 2
                continue
            break
        if before in grammar("determiners"):
            at -= 1
            continue
        if (
            is_name(s, at)
            and not is_name(s, at - 1)
            and before != "."
            and before not in roles("persons")
            and before not in roles("titles")
        ):
            if before in LINKING and at - 2 > floor:
                at -= 2
                continue
            break
        if (
            before in grammar("prepositions")
            or before in grammar("days")
            or before in grammar("times")
            or is_adverb(before)
            or not (before[0].isalnum() or before == ".")
        ):
            if before in LINKING and at - 2 > floor and s.low[at - 2][0].isalnum():
                at -= 2
                continue
            break
        at -= 1
    return max(at, floor)


def told_of(s: Sentence, comma: int, floor: int) -> Subject | None:
    """The subject before an apposition that has a verb of its own: "Ada Moen, a lawyer who has left the board, said"."""
    start = comma
    while start > floor and s.low[start - 1] not in HARD_STOPS:
        start -= 1
    while start < comma and (s.low[start] in grammar("coordinators") or s.low[start] in grammar("openers")):
        start += 1 + (s.low[start + 1] == ",")
    first = next((at for at in range(start, comma) if s.low[at] == ","), comma)
    if not start < first < comma or first - start > LONGEST_SUBJECT or not _opens_apposition(s, first + 1):
        return None
    if has_finite(s, start, first) or not (is_name(s, first - 1) or s.low[first - 1] in roles("persons")):
        return None
    if s.low[start] in grammar("prepositions") or s.low[start] in grammar("subordinators"):
        return None
    if not has_finite(s, first + 1, comma):
        return None
    # A comma and then a verb: the main clause went on before this one.
    resumed = any(s.low[at] == "," and is_finite(s, at + 1) for at in range(first + 1, comma))
    return None if resumed else Subject(start, comma, first)


def _opens_apposition(s: Sentence, at: int) -> bool:
    word = s.low[at]
    return word in APPOSING or word[0].isdigit() or (word.endswith("ing") and not s.words[at][0].isupper())


def _with_apposition(s: Sentence, comma: int, floor: int) -> Subject | None:
    """The subject of a verb that follows a comma: "Ada Moen, the mayor of Vell, said"."""
    at = _comma_before(s, comma - 1, floor)
    while at > floor:
        if s.low[at + 1] in ("but", "or") and at + 1 < comma:
            return None
        if s.low[at + 1] == "and":
            at = _comma_before(s, at - 1, floor)
            continue
        segment, start = _segment_before(s, at, floor)
        if start >= at:
            return None
        if segment - 1 > floor and s.low[segment - 1] == "," and _goes_with_it(s, segment, start, comma - at):
            at = segment - 1
            continue
        if _is_apposition(s, start, at, floor):
            return _named_before(s, start - 1, comma, floor)
        return Subject(start, comma, at) if comma - start <= 2 * LONGEST_SUBJECT else None
    if at < floor:
        return None
    start = _trim_front(s, _segment_start(s, comma - 1, floor), comma)
    plain = start == floor and is_name(s, start) and comma - start <= LONGEST_SUBJECT
    return Subject(start, comma, comma) if plain else None


def _comma_before(s: Sentence, at: int, floor: int) -> int:
    """The last comma up to `at`; `floor` where none stands there, less where a mark parts the clauses."""
    while at > floor and s.low[at] != ",":
        if s.low[at] in HARD_STOPS and s.low[at] != QUOTE:
            return floor - 1
        at -= 1
    return at


def _segment_before(s: Sentence, comma: int, floor: int) -> tuple[int, int]:
    """Where the words before a comma begin, and where their noun phrase does."""
    segment = _segment_start(s, comma - 1, floor)
    start = _trim_front(s, segment, comma)
    if segment < start and s.low[segment - 1] in ("who", "which") and segment - 1 > floor:
        # "An engineer who saw the ruin, Tam Ardley, said"
        segment = _segment_start(s, segment - 2, floor)
        start = _trim_front(s, segment, comma) if has_finite(s, segment, segment + 1) else segment
    return segment, start


def _goes_with_it(s: Sentence, segment: int, start: int, length: int) -> bool:
    """Whether words between commas only tell more: the town in "Moen, 22, of Flint, Mich., said", "Tass, citing Moen, which"."""
    town = segment < start and s.low[start - 1] in ("in", "of", "near") and length < 4
    return town or s.low[segment] in ("citing", "quoting")


def _is_apposition(s: Sentence, start: int, comma: int, floor: int) -> bool:
    """Whether the words up to a comma tell of a name before them and are no subject themselves."""
    if start <= floor or s.low[start - 1] != ",":
        return False
    name_before = start > floor + 1 and (is_name(s, start - 2) or s.low[start - 2] == ")")
    if name_before and not is_name(s, start):
        return True
    owned = s.low[start] in ("its", "his", "her", "their") and is_name(s, comma + 1)  # "its engineer, Ada Moen, said"
    opens_lower = not (s.words[start][0].isupper() or s.low[start] in ("the", "a", "an") or owned)
    return opens_lower and s.low[comma - 1] not in grammar("pronouns") and not s.low[comma - 1].endswith("s")


def _named_before(s: Sentence, at: int, comma: int, floor: int) -> Subject | None:
    """The subject that ends before the comma at `at` and whose appositions end at `comma`."""
    if at <= floor:
        return None
    start = _trim_front(s, _segment_start(s, at - 1, floor), at)
    return Subject(start, comma, at) if start < at and comma - start <= 2 * LONGEST_SUBJECT else None
