"""What stands between a subject and its verb: appositions and asides between commas."""

from typing import NamedTuple

from twosource.extraction.sentences.cues import grammar, roles
from twosource.extraction.sentences.nouns import HARD_STOPS, has_finite, is_finite, is_name
from twosource.extraction.sentences.phrases_before import segment_start, trim_front
from twosource.extraction.sentences.skeleton import QUOTE, Sentence

LONGEST_SUBJECT = 25  # tokens
# Words that open what is told of a subject between commas.
APPOSING = frozenset(
    ["who", "whose", "whom", "which", "a", "an", "the", "one", "his", "her", "its", "their", "once", "now"]
)


class Subject(NamedTuple):
    """A noun phrase before its verb: `start` to `stop` with its appositions, `head_stop` without them."""

    start: int
    stop: int
    head_stop: int


def told_of(s: Sentence, comma: int, floor: int) -> Subject | None:
    """The subject before an apposition that has a verb of its own: "Ada Moen, a lawyer who has left the board, said"."""
    start = comma
    while start > floor and s.low[start - 1] not in HARD_STOPS:
        start -= 1
    while start < comma and (s.low[start] in grammar("coordinators") or s.low[start] in grammar("openers")):
        start += 1 + (s.low[start + 1] == ",")
    first = next((at for at in range(start, comma) if s.low[at] == ","), comma)
    if not start < first < comma or first - start > LONGEST_SUBJECT or not opens_apposition(s, first + 1):
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


def opens_apposition(s: Sentence, at: int) -> bool:
    word = s.low[at]
    return word in APPOSING or word[0].isdigit() or (word.endswith("ing") and not s.words[at][0].isupper())


def with_apposition(s: Sentence, comma: int, floor: int) -> Subject | None:
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
    start = trim_front(s, segment_start(s, comma - 1, floor), comma)
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
    segment = segment_start(s, comma - 1, floor)
    start = trim_front(s, segment, comma)
    if segment < start and s.low[segment - 1] in ("who", "which") and segment - 1 > floor:
        # "An engineer who saw the ruin, Tam Ardley, said"
        segment = segment_start(s, segment - 2, floor)
        start = trim_front(s, segment, comma) if has_finite(s, segment, segment + 1) else segment
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
    if name_before and not is_name(s, start) and not (_is_owned(s, start, comma) and _names_place(s, start - 2)):
        return True
    owned = _is_owned(s, start, comma)
    opens_lower = not (s.words[start][0].isupper() or s.low[start] in ("the", "a", "an") or owned)
    return opens_lower and s.low[comma - 1] not in grammar("pronouns") and not s.low[comma - 1].endswith("s")


def _is_owned(s: Sentence, start: int, comma: int) -> bool:
    """ "its engineer, Ada Moen, said": a description that opens with whose it is, before the name."""
    return s.low[start] in ("its", "his", "her", "their") and is_name(s, comma + 1)


def _names_place(s: Sentence, at: int) -> bool:
    """Whether a name that ends at the token follows a preposition: "at home in VELL, his wife, Ada Moen, said"."""
    while at > 0 and is_name(s, at):
        at -= 1
    return s.low[at] in grammar("places")


def _named_before(s: Sentence, at: int, comma: int, floor: int) -> Subject | None:
    """The subject that ends before the comma at `at` and whose appositions end at `comma`."""
    if at <= floor:
        return None
    start = trim_front(s, segment_start(s, at - 1, floor), at)
    return Subject(start, comma, at) if start < at and comma - start <= 2 * LONGEST_SUBJECT else None
