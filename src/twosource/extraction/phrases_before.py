"""How far the noun phrase before a verb reaches back."""

from twosource.extraction.cues import grammar
from twosource.extraction.nouns import HARD_STOPS, is_adverb, is_finite, is_name
from twosource.extraction.skeleton import Sentence


def after_relative_object(s: Sentence, start: int, stop: int) -> int:
    """Past the noun that a clause without a pronoun belongs to: "a remark the opposition described as shameful"."""
    if s.low[start] not in ("a", "an", "the"):
        return start
    for at in range(start + 2, stop - 1):
        before = s.low[at - 1]
        plain = before.isalpha() and before not in grammar("prepositions") and before not in grammar("coordinators")
        if s.low[at] == "the" and plain and not is_adverb(before) and not is_name(s, at - 1):
            return at
    return start


def joins_nouns(s: Sentence, at: int, floor: int) -> bool:
    """Whether an "and" joins two noun phrases of one subject."""
    before = s.low[at - 1]
    if before == "," or not before[0].isalnum() or before in grammar("objects"):
        return False
    back = at - 1
    while (
        back >= floor
        and s.low[back] not in HARD_STOPS
        and s.low[back] != ","
        and s.low[back] not in grammar("subordinators")
    ):
        if is_finite(s, back):
            return False
        back -= 1
    return True


def is_nickname(s: Sentence, at: int) -> bool:
    quote = s.quotes[at]
    return is_name(s, at - 1) and is_name(s, at + 1) and quote is not None and quote.kind != "speech"
