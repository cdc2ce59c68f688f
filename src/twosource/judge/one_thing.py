"""Whether two values that exclude one another are surely told of one thing: else they are no conflict."""

from functools import cache

from twosource.compare.measured import Measured
from twosource.judge.context import StoryTexts
from twosource.judge.relations import Ties
from twosource.judge.speakers import two_parties
from twosource.judge.times import hours_apart
from twosource.settings.claims import DISPUTED_CONTEXT, DISPUTED_DAYS, SMALL_COUNT
from twosource.text.lexicon import lexicon
from twosource.text.names import is_body, normal_name
from twosource.text.stems import stem


def of_one_thing(a: Measured, b: Measured, texts: StoryTexts, ties: Ties) -> bool:
    """Whether two values are surely told of one thing: by one report, at one place of a text, or in like words."""
    one, other = a.figure, b.figure
    if one.document == other.document:
        return ties.set_apart(a, b)
    if a.person and b.person:
        return _at_one_time(a, b, texts)
    small = not (one.event or other.event) and one.kind == "count" and max(a.value.point, b.value.point) <= SMALL_COUNT
    if small and (_of_kin(a) or _of_kin(b)):
        return False  # the children whom each of two men leaves, though in like words
    if _of_two_things(a, b, texts) or _of_two_names(a, b, texts) or not _at_one_time(a, b, texts):
        return False
    if (_of_one_house(a, b, texts) and not two_parties(a, b)) or ties.of_one_form(a, b):
        return False
    if ties.at_one_place(a, b):
        return True
    if small:
        return False
    if one.counted and other.counted and stem(one.counted.head) != stem(other.counted.head):
        return False
    alike = len(a.context & b.context) >= DISPUTED_CONTEXT * len(a.context | b.context) > 0
    return alike or (two_parties(a, b) and not _strangers(a, b, texts))


def _at_one_time(a: Measured, b: Measured, texts: StoryTexts) -> bool:
    """Whether two reports are of one week, so that a value that differs is no new one."""
    first, second = (texts.documents[item.figure.document] for item in (a, b))
    return bool(first.published) == bool(second.published) and hours_apart(first, second) <= 24 * DISPUTED_DAYS


def _of_two_things(a: Measured, b: Measured, texts: StoryTexts) -> bool:
    """Whether two reporters' sentences begin with what the other does not speak of: "Prices rose", "Wages rose"."""
    first, second = texts.opening(a.figure), texts.opening(b.figure)
    told = a.speaker is None and b.speaker is None
    return told and bool(first and second) and first not in b.context and second not in a.context


def _of_one_house(a: Measured, b: Measured, texts: StoryTexts) -> bool:
    """Whether one publisher gives both: what it tells otherwise in another report is another thing, or a newer value."""
    return texts.publisher(a.figure.document) == texts.publisher(b.figure.document)


def _of_two_names(a: Measured, b: Measured, texts: StoryTexts) -> bool:
    """Whether each is told with a name of which the other's text knows nothing: prices in Tarsk, prices in Norda."""
    return all(
        any(name not in texts.documents[other.figure.document].text for name in texts.names_beside(item.figure))
        for item, other in ((a, b), (b, a))
    )


def _strangers(a: Measured, b: Measured, texts: StoryTexts) -> bool:
    """Whether two bodies, of which neither's report knows the other, tell of nothing that is known to have happened.

    Two companies with a loss each are no parties to one dispute.
    """
    if a.figure.event or b.figure.event or not all(is_body(item.speaker or "") for item in (a, b)):
        return False
    return all(
        normal_name(item.speaker or "") not in normal_name(texts.documents[other.figure.document].text)
        for item, other in ((a, b), (b, a))
    )


def _of_kin(item: Measured) -> bool:
    """Whether it counts somebody's children, brothers or sisters."""
    counted = item.figure.counted
    return counted is not None and stem(counted.head) in _kin()


@cache
def _kin() -> frozenset[str]:
    return frozenset(stem(word) for word in lexicon("counting")["kin"]["words"])
