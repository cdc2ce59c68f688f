"""What one sentence says otherwise than another in nearly the same words: one word put for another, roles exchanged.

Only look-alikes are asked: sentences that are the same but for one place, or for two things that changed places. Where
more was changed, a rewording cannot be told from a turn by its words.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from twosource.compare.quotation_edits import Edit, is_material, only_notation
from twosource.compare.quotation_words import Token, hard_class, is_number, tokens_of
from twosource.settings.pairs import (
    EXCHANGED_WORDS,
    NAME_CUT_SHORT,
    NAME_SPELT_OTHERWISE,
    PLACES_CHANGED,
    TURNING_WORDS,
)
from twosource.text.lexicon import lexicon
from twosource.text.stems import stem

_POSSIBLE = ("possible", "chance")


class _Middle(NamedTuple):
    """What is left of two sentences without the words that both begin and end with."""

    a: Sequence[Token]
    b: Sequence[Token]


def turned(a: str, b: str) -> str | None:
    """What the second of two look-alikes says otherwise, in words; None where nothing does, or where they are no look-alikes."""
    one, other = tokens_of(a), tokens_of(b)
    if not one or not other:
        return None
    if exchanged := _exchanged(_middle(one, other)):
        return exchanged
    if len(one) != len(other) and (voice := _other_voice(one, other)):
        return voice
    edits = _edits(one, other)
    if len(edits) > PLACES_CHANGED:
        return None
    turning = [edit for edit in edits if not only_notation(edit) and _turns(edit, one, other)]
    # At several places words are moved and left out by any rewording; two that stand in for others are no accident.
    if len(edits) > 1:
        turning = [edit for edit in turning if len(edit.a) == len(edit.b)]
    if not turning or len(edits) > 1 == len(turning) or _moved(turning):
        return None
    return ", ".join(f"{_written(edit.a)} against {_written(edit.b)}" for edit in turning)


def _moved(edits: Sequence[Edit]) -> bool:
    """Whether the words on both sides are the same at other places, as in a list told in another order."""
    return sorted(t.folded for edit in edits for t in edit.a) == sorted(t.folded for edit in edits for t in edit.b)


def _edits(one: Sequence[Token], other: Sequence[Token]) -> list[Edit]:
    """The words of the two that stand against each other, place by place."""
    edits = [Edit([], [])]
    for op in Indel.opcodes([t.folded for t in one], [t.folded for t in other]):
        if op.tag == "equal":
            edits.append(Edit([], []))
        else:
            edits[-1] = Edit(
                [*edits[-1].a, *one[op.src_start : op.src_end]], [*edits[-1].b, *other[op.dest_start : op.dest_end]]
            )
    return [edit for edit in edits if edit.a or edit.b]


def _middle(one: Sequence[Token], other: Sequence[Token]) -> _Middle:
    shorter = min(len(one), len(other))
    start = next((n for n in range(shorter) if one[n].folded != other[n].folded), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if one[-1 - n].folded != other[-1 - n].folded), rest)
    return _Middle(one[start : len(one) - end], other[start : len(other) - end])


def _turns(edit: Edit, one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether the words at the one place that differs make another thing of what is told."""
    dropped = edit.a or edit.b if not (edit.a and edit.b) else ()
    if dropped and dropped[0].folded in lexicon("quotations")["condition"] and _ends(dropped, one, other):
        return True
    if max(len(edit.a), len(edit.b)) > TURNING_WORDS or _as_likely(edit):
        return False
    sides = [{token.folded for token in side} for side in edit]
    if all(any(map(is_number, side)) for side in sides):
        return not _other_unit(edit) and is_material(edit, guessed=False)
    if any(x != y and x in group and y in group for group in _exclusive() for x in sides[0] for y in sides[1]):
        return True
    short = [{token.folded for token in side if token.text != "May"} & _words("short_of_fact") for side in edit]
    if bool(short[0]) != bool(short[1]):
        return True
    if dropped and any(is_number(token.folded) or hard_class(token.folded) == "part" for token in dropped):
        return dropped[-1].folded == "of"  # a part of what the other tells of; else it is only more exact
    bare = Edit(*([token._replace(text=token.folded) for token in side] for side in edit))
    return is_material(bare, guessed=False) or (bool(edit.a and edit.b) and _other_name(edit, one, other))


def _as_likely(edit: Edit) -> bool:
    """Whether both only call it possible, each in its own words: who reports what was said writes "could" for "may"."""
    rest = [[stem(token.folded) for token in side if hard_class(token.folded) not in _POSSIBLE] for side in edit]
    return rest[0] == rest[1] and all(len(left) < len(side) for left, side in zip(rest, edit, strict=True))


def _other_unit(edit: Edit) -> bool:
    """Whether the words beside two numbers changed too: "80 pounds" and "36 kilograms" cannot be told apart by a glance."""
    plain = [{stem(token.folded) for token in side if not is_number(token.folded)} for side in edit]
    return plain[0] != plain[1]


def _ends(dropped: Sequence[Token], one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether the dropped words are the end of their sentence."""
    return dropped[-1] in (one[-1], other[-1])


def _other_name(edit: Edit, one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether one name stands for another, which is neither the same spelt otherwise nor the first word of both sentences."""
    if not is_material(edit, guessed=False) or (
        len(edit.a) == len(edit.b) == 1 and edit.a[0] is one[0] and edit.b[0] is other[0]
    ):
        return False
    letters = ["".join(token.folded for token in side) for side in edit]
    if min(map(len, letters)) >= NAME_CUT_SHORT and (
        letters[0].startswith(letters[1]) or letters[1].startswith(letters[0])
    ):
        return False
    return Indel.normalized_similarity(*letters) < NAME_SPELT_OTHERWISE


def _exchanged(middle: _Middle) -> str | None:
    """ "The tanker rammed the ferry" and "the ferry rammed the tanker": two things in each other's place."""
    mine, yours = ([stem(token.folded) for token in side] for side in middle)
    n = len(mine)
    if n != len(yours) or n < 3 or sorted(mine) != sorted(yours):
        return None
    for left in range(1, min(EXCHANGED_WORDS, n - 2) + 1):
        for right in range(1, min(EXCHANGED_WORDS, n - 1 - left) + 1):
            link = mine[left : n - right]
            if yours == mine[n - right :] + link + mine[:left]:
                between = middle.a[left : n - right]
                if any(token.folded not in _words("even") for token in between):
                    return f"{_written(middle.a[:left])} and {_written(middle.a[n - right :])} change places"
    return None


def _other_voice(one: Sequence[Token], other: Sequence[Token]) -> str | None:
    """ "She sued the firm" and "she was sued by the firm": the same words in one order, and the voice turned."""
    (active, rest), (passive, same) = (
        [[t.folded for t in side if (t.folded in _words("voice")) == told] for told in (True, False)]
        for side in sorted((one, other), key=len)
    )
    if rest != same or active or "by" not in passive or len(passive) < len(("was", "by")):
        return None
    return "only one of them is in the passive"


def _written(tokens: Sequence[Token]) -> str:
    """Words as they are written, in quotation marks."""
    return f"“{' '.join(dict.fromkeys(token.text for token in tokens))}”" if tokens else "nothing"


@cache
def _exclusive() -> list[frozenset[str]]:
    return [frozenset(group.split()) for group in lexicon("turns")["exclusive"]["groups"]]


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicon("turns")[group]["words"])
