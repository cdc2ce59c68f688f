"""Whether two figures of a story measure the same thing, by hard vetoes first and then by the weight of the evidence."""

from collections.abc import Mapping
from typing import NamedTuple

from twosource.compare.measured import Measured, is_timed, is_toll
from twosource.compare.slips import Slip, explain
from twosource.compare.synonyms import synonymous
from twosource.compare.values import Value, next_to, relate
from twosource.compare.vetoes import of_two_things, vetoed
from twosource.records import Figure
from twosource.settings import claims as settings
from twosource.text.names import same_name
from twosource.text.stems import stem


class Kinship(NamedTuple):
    """The weight of the evidence that two figures measure one thing, and the pieces of it."""

    weight: float
    agree: bool
    evidence: tuple[str, ...]
    toll: bool
    """The two are counts of an event whose number grows while a story runs."""
    large: bool
    """The value is too rare to be shared by chance."""
    garbled: bool = False
    """The values differ by a slip, and the words round them are alike."""
    disjoint: bool = False
    """The two values exclude one another."""

    @property
    def tied(self) -> bool:
        """Whether more than a small number and its noun speaks for the two."""
        found = set(self.evidence)
        return bool({"event", "context", "topic", "person", "aligned", "dimension"} & found) or (
            self.large and bool({"head", "class", "headless"} & found)
        )

    @property
    def at_one_place(self) -> bool:
        """Whether other places that are named for the two rule nothing out."""
        return (self.agree and self.large) or bool({"aligned", "contrast", "slip"} & set(self.evidence))

    @property
    def bears(self) -> bool:
        """Whether values that others agree with may meet through them: what excludes one another needs a tie of its own."""
        return not self.disjoint or bool({"event", "person", "contrast", "aligned", "slip"} & set(self.evidence))

    @property
    def joins(self) -> bool:
        """Whether the evidence is enough to put the two into one claim."""
        if self.agree:
            return self.tied and self.weight >= settings.JOIN_AGREEING
        if self.garbled:
            return True
        found = set(self.evidence)
        if not ({"event", "person", "contrast", "aligned"} & found or {"topic", "time"} <= found):
            return False
        return self.weight >= (settings.JOIN_TOLL if self.toll else settings.JOIN_DIFFERING)


def kinship(a: Measured, b: Measured, *, aligned: bool = False, contrasted: bool = False) -> Kinship | None:
    """The evidence that `a` and `b` measure one thing; None where something rules it out."""
    if a.value.dimension != b.value.dimension:
        return None
    if a.person and b.person:
        agree, weight = relate(a.value, b.value) != "disjoint", settings.SAME_PERSON
        return Kinship(weight, agree, ("person",), False, True) if same_name(a.person, b.person) else None
    if of_two_things(a.figure, b.figure):
        return None  # whatever the values are
    relation = relate(a.value, b.value)
    close = relation == "compatible" and next_to(a.value, b.value) and not far_apart(a.value, b.value)
    agree = close or relation in ("equal", "rounded")
    apart = relation == "disjoint" or (relation == "compatible" and far_apart(a.value, b.value))
    slip = explain(a.figure, b.figure, aligned=aligned, alike=in_like_words(a, b)) if apart else None
    if vetoed(a, b, agree=agree, aligned=aligned or slip is not None):
        return None
    if a.one_of_many != b.one_of_many and not agree:
        return None
    toll = is_toll(a.figure) and is_toll(b.figure)
    if relation == "compatible" and not (agree or toll or aligned or slip) and far_apart(a.value, b.value):
        return None
    evidence = dict(_evidence(a, b, aligned=aligned, agree=agree, exact=relation == "equal"))
    if not agree and (contrasted or (_contrasted(a, b) and "head" in evidence)):
        evidence["contrast"] = settings.SET_APART if contrasted else settings.CONTRAST
    if slip:
        evidence["slip"] = settings.EXPLAINED
    large = _weight_of_value(a.figure) >= settings.SAME_LARGE_VALUE
    garbled = slip is not None and _told_alike(a, b, slip)
    return Kinship(sum(evidence.values()), agree, tuple(evidence), toll, large, garbled, relation == "disjoint")


def far_apart(a: Value, b: Value) -> bool:
    """Whether a bound is so far from a value that it hardly speaks of it: "more than 600" and a million."""
    low, high = sorted((abs(a.point), abs(b.point)))
    return high > settings.BOUND_SPEAKS_OF * low


def _told_alike(a: Measured, b: Measured, slip: Slip) -> bool:
    """Whether two values that a slip explains are told of one thing, though no event or shared passage says so."""
    shared, f, g = len(a.context & b.context), a.figure, b.figure
    if f.document == g.document or shared < settings.CONTEXT_ROUND_A_SLIP * min(len(a.context), len(b.context)):
        return False
    if slip.kind == "swapped_digits" and f.kind == "count":
        return shared > 1 and _of_one_noun(f, g)
    if slip.kind == "swapped_digits" or (slip.kind == "unit" and f.kind == "percent"):
        return in_like_words(a, b)
    if slip.kind not in ("scale", "unit") or digits_of(f) < settings.DIGITS_OF_A_TELLING_VALUE:
        return False
    if f.kind == "count":
        return shared > 0 and _of_one_noun(f, g)
    return f.kind in ("measure", "money") and shared >= settings.WORDS_ROUND_A_SLIP


def _of_one_noun(a: Figure, b: Figure) -> bool:
    """Whether both count what one noun names."""
    return a.counted is not None and b.counted is not None and stem(a.counted.head) == stem(b.counted.head)


def in_like_words(a: Measured, b: Measured) -> bool:
    """Whether two shares, measures or sums are told in so like words that an accident of the digits is to be believed.

    One speaker of both counts as a word more; of counts, which may be of many things, only what one speaker counted is.
    """
    one_speaker = bool(a.speaker and b.speaker and a.named and b.named and same_name(a.speaker, b.speaker))
    shared = len(a.context & b.context) + one_speaker
    if a.figure.kind == b.figure.kind == "count":
        told = one_speaker and shared >= settings.LIKE_WORDS and not is_toll(a.figure)
        return told and _of_one_noun(a.figure, b.figure)
    enough = shared >= settings.LIKE_WORDS and shared >= settings.LIKE_CONTEXT * min(len(a.context), len(b.context))
    return enough and a.figure.kind == b.figure.kind in ("percent", "measure", "money")


def _evidence(a: Measured, b: Measured, *, aligned: bool, agree: bool, exact: bool) -> Mapping[str, float]:
    f, g = a.figure, b.figure
    found: dict[str, float] = {}
    if f.event and g.event and f.event.class_ == g.event.class_ != "other":
        found["event"] = settings.SAME_EVENT
    if f.counted and g.counted:
        if stem(f.counted.head) == stem(g.counted.head):
            found["head"] = settings.SAME_HEAD
        elif f.counted.class_ and g.counted.class_:
            found["class"] = settings.SAME_CLASS
    elif "event" in found and any(x.counted is None and x.aggregation == "total" and is_toll(x) for x in (f, g)):
        found["class"] = settings.SAME_CLASS  # "the toll rose to six": of people, as nothing else is said
    elif exact and f.kind == "count" and not (f.counted and g.counted) and abs(f.point or 0) >= settings.LARGE_COUNT:
        found["headless"] = settings.HEADLESS
    if f.side and g.side:
        found["side"] = settings.SAME_SIDE
    if f.place and g.place and same_name(f.place.name, g.place.name):
        found["place"] = settings.SAME_PLACE
    if is_timed(f) and is_timed(g):
        found["time"] = settings.SAME_TIME
    if a.speaker and b.speaker and same_name(a.speaker, b.speaker):
        found["speaker"] = settings.SAME_SPEAKER
    if exact:
        found["value"] = _weight_of_value(f)
    elif agree:
        found["value"] = settings.ROUNDED_VALUE
    if agree and f.kind == g.kind and f.kind in ("measure", "money") and "head" not in found:
        found["dimension"] = settings.SAME_DIMENSION
    if f.kind == g.kind and (_of_one_topic(a, b) if agree else _of_just_one_topic(a, b)):
        found["topic"] = settings.SAME_TOPIC
    if a.context & b.context:
        found["context"] = settings.CONTEXT * len(a.context & b.context) / len(a.context | b.context)
    if aligned:
        found["aligned"] = settings.ALIGNED
    return found


def _of_one_topic(a: Measured, b: Measured) -> bool:
    """Whether the words round two equal values say that one thing is measured; a report says a precise one again of it."""
    if a.figure.document == b.figure.document and digits_of(a.figure) > 1:
        return a.figure.kind != "count"
    return any(synonymous(mine, yours) for mine in a.topic for yours in b.topic)


def _of_just_one_topic(a: Measured, b: Measured) -> bool:
    """Whether two values that exclude each other measure the same, with no word for what only one of them measures."""
    return bool(a.topic) and a.topic == b.topic and relate(a.value, b.value) == "disjoint"


def _contrasted(a: Measured, b: Measured) -> bool:
    """Whether the words of two speakers stand against each other: in one document, or both of them by name."""
    if a.speaker is None or b.speaker is None or a.figure.unit != b.figure.unit or same_name(a.speaker, b.speaker):
        return False
    shared, measured = bool(a.context & b.context), a.figure.kind == "measure"
    if a.figure.document == b.figure.document:
        near = abs(a.place - b.place) <= settings.SENTENCES_BETWEEN_PARTIES
        return near and (measured or (shared and a.named and b.named))
    return a.named and b.named and measured and shared


def digits_of(figure: Figure) -> int:
    """How many significant digits a value has as written."""
    return len(f"{abs(figure.point or 0):.10g}".replace(".", "").strip("0"))


def _weight_of_value(figure: Figure) -> float:
    """How much it says that two figures have the same value: the rarer the value, the more."""
    if figure.point is None:
        return settings.SAME_SMALL_VALUE
    digits, size = digits_of(figure), abs(figure.point)
    if digits >= 3:
        return settings.SAME_PRECISE_VALUE
    if figure.kind in ("measure", "money") and digits == 2:
        return settings.SAME_LARGE_VALUE
    if size <= 10 and digits < 2:
        return settings.SAME_SMALL_VALUE
    if size >= 100 or (size > settings.UNCOMMON_COUNT and digits == 2 and figure.kind == "count"):
        return settings.SAME_LARGE_VALUE
    return settings.SAME_VALUE
