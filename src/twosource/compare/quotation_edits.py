"""What differs between two variants of one utterance, edit by edit, and whether an edit changes what is claimed."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from twosource.compare.quotation_words import Token, hard_class, is_number, opposite
from twosource.settings.pairs import ANCHOR_WORDS, EDGE_WORDS, TELLING_LETTERS
from twosource.text.lexicon import lexicon


class Edit(NamedTuple):
    """Words of one quotation that stand against words of the other, between words that both have."""

    a: Sequence[Token]
    b: Sequence[Token]


def edits_of(one: Sequence[Token], other: Sequence[Token], ops: Sequence[Any]) -> tuple[list[Edit], list[Edit]]:
    """The edits between the first and the last run of common words, and those before and after."""
    anchors = [n for n, op in enumerate(ops) if op.tag == "equal" and op.src_end - op.src_start >= ANCHOR_WORDS]
    first, last = (anchors[0], anchors[-1]) if anchors else (0, len(ops) - 1)
    first, last = _past_a_change(one, ops, first, -1), _past_a_change(one, ops, last, 1)
    inner: list[Edit] = []
    edges: list[Edit] = []
    for stretch, inside in ((ops[:first], False), (ops[first : last + 1], True), (ops[last + 1 :], False)):
        pending: tuple[list[Token], list[Token]] = ([], [])
        for op in [*stretch, None]:
            if op is not None and (op.tag != "equal" or not inside):
                pending[0].extend(one[op.src_start : op.src_end])
                pending[1].extend(other[op.dest_start : op.dest_end])
            elif pending[0] or pending[1]:
                edit = Edit(*pending)
                # A few words on both sides of an end are a changed beginning; many are two different cuts.
                changed = edit.a and edit.b and max(len(edit.a), len(edit.b)) <= EDGE_WORDS
                (inner if inside or changed else edges).append(edit)
                pending = ([], [])
    return inner, edges


def _past_a_change(one: Sequence[Token], ops: Sequence[Any], at: int, step: int) -> int:
    """From a run of common words over a change of a word or two to a telling word behind it: "between (two) specific"."""
    reached, gone, come = at + step, 0, 0
    while 0 <= reached < len(ops) and ops[reached].tag != "equal":
        gone += ops[reached].src_end - ops[reached].src_start
        come += ops[reached].dest_end - ops[reached].dest_start
        reached += step
    if not 0 <= reached < len(ops) or max(gone, come) > ANCHOR_WORDS:
        return at
    word = one[ops[reached].src_start if step > 0 else ops[reached].src_end - 1].folded
    return reached if is_number(word) or len(word) >= TELLING_LETTERS else at


def only_notation(edit: Edit) -> bool:
    """Whether an edit changes nothing but the notation: an editor's brackets, one word written as two, a masked oath."""
    if any(side and all(token.bracketed for token in side) for side in (edit.a, edit.b)):
        return True
    one, other = ("".join(token.text.casefold() for token in side) for side in (edit.a, edit.b))
    if one == other:
        return True
    masked = "*" in one or "*" in other
    return masked and len(one) == len(other) and all(x == y or "*" in (x, y) for x, y in zip(one, other, strict=True))


def unmoved(edits: Sequence[Edit]) -> list[Edit]:
    """The edits without the words that are gone from one place and stand at another: "never should", "29 August"."""
    gone, come = ([token.folded for edit in edits for token in side(edit)] for side in (lambda e: e.a, lambda e: e.b))
    moved = {word for word in gone if word in come and (hard_class(word) or is_number(word))} - {
        token.folded for edit in edits if edit.a and edit.b for token in (*edit.a, *edit.b)
    }
    left = [Edit(*([t for t in side if t.folded not in moved] for side in edit)) for edit in edits]
    return [edit for edit in left if edit.a or edit.b]


def is_material(edit: Edit, guessed: bool) -> bool:
    """Whether the words on the two sides of an edit claim different things; `guessed` where both quotations only guess."""
    mine, yours = (Counter(hard_class(token.folded) for token in side) for side in (edit.a, edit.b))
    replaced = bool(edit.a and edit.b)
    if (mine["negation"] - yours["negation"]) % 2 or _numbers_differ(edit, replaced):
        return True
    if bool(mine["hedge"]) != bool(yours["hedge"]) and not guessed:
        return True
    short = max(len(edit.a), len(edit.b)) <= EDGE_WORDS
    if short and any(opposite(x.folded, y.folded) for x in edit.a for y in edit.b):
        return True
    modal = [_modality(edit.a), _modality(edit.b)]
    if replaced and modal[0] and modal[1] and modal[0] != modal[1]:
        return True
    if not replaced and any(kind in side for side in modal for kind in ("duty", "advice", "chance")):
        return True
    amounts = [{name for name in ("whole", "part", "nearly", "only", "above") if side[name]} for side in (mine, yours)]
    if replaced and any(token.folded in lexicon("quotations")["as_only"] for side in edit for token in side):
        amounts = [names - {"only"} for names in amounts]
    if amounts[0] != amounts[1] and ((amounts[0] and amounts[1]) or {"only", "nearly"} & (amounts[0] | amounts[1])):
        return True
    return _other_names(edit) if replaced else _names_only(edit)


def _modality(side: Sequence[Token]) -> set[str]:
    """How sure, bound or willing the words of a side are: "would like" is a wish, and "May" a month."""
    found = set()
    for n, token in enumerate(side):
        kind = hard_class(token.folded)
        if token.folded == "would" and any(later.folded == "like" for later in side[n + 1 : n + 2]):
            kind = "wish"
        if kind in _MODALITIES and token.text != "May":
            found.add(kind)
    return found


_MODALITIES = ("possible", "chance", "future", "duty", "advice", "wish")


def _numbers_differ(edit: Edit, replaced: bool) -> bool:
    mine, yours = map(_numbers, edit)
    if mine == yours or (replaced and not (mine and yours)):
        return False
    if not (mine and yours):
        return len(edit.a or edit.b) <= EDGE_WORDS
    return not all(any(x == y or _same_year(x, y) or _same_year(y, x) for y in yours) for x in mine)


def _numbers(side: Sequence[Token]) -> set[str]:
    """The numbers of a side: "thirty-five" is one."""
    found: list[str] = []
    before = ""
    for token in side:
        if len(token.folded) == 1 and token.folded in "123456789" and before in _TENS and not token.text.isdigit():
            found[-1] = before[0] + token.folded
        elif is_number(token.folded):
            found.append(token.folded)
        before = token.folded
    return set(found)


_TENS = tuple(f"{n}0" for n in range(2, 10))


def _same_year(year: str, short: str) -> bool:
    """Whether the century is left out of a year: "the 80s"."""
    return len(year) == 4 and len(short) == 2 and year.endswith(short)


def _names_only(edit: Edit) -> bool:
    """Whether the words left out are a name of two words or more."""
    words = [token.text for token in (edit.a or edit.b) if token.folded not in _titles()]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def repeats(edit: Edit, tokens: Sequence[Token]) -> bool:
    """Whether words left out only say again what stands beside them, as speech does."""
    gone = [token.folded for token in (edit.a or edit.b)]
    folded = [token.folded for token in tokens]
    size = len(gone)
    places = [n for n in range(len(folded) - size + 1) if folded[n : n + size] == gone]
    return any(later - earlier <= size + 1 for earlier, later in pairwise(places))


def _other_names(edit: Edit) -> bool:
    """Whether one name stands for another: both sides hold nothing but a few capitalised words."""
    sides = [[token.text for token in side if token.folded not in _titles()] for side in edit]
    named = all(side and all(word[0].isupper() and len(word) > 1 for word in side) for side in sides)
    return named and not {word.casefold() for word in sides[0]} & {word.casefold() for word in sides[1]}


def _titles() -> frozenset[str]:
    return frozenset(
        ("the", "a", "an", "and", "of", "mr", "mrs", "ms", "president", "senator", "i", "we", "it", "he", "she", "they")
    )


def turned_at_an_edge(one: Sequence[Token], other: Sequence[Token], edges: Sequence[Edit]) -> bool:
    """Whether a cut leaves out a condition that follows, or begins after a negation or an "only" it depends on."""
    groups = lexicon("quotations")
    for edit in edges:
        if bool(edit.a) == bool(edit.b):
            continue
        tokens, rest, gone = (one, other, edit.a) if edit.a else (other, one, edit.b)
        words = [token.folded for token in gone]
        if gone[0] is not tokens[0]:
            opens = words[0] in groups["condition"] or " ".join(words[:3]).startswith(tuple(groups["conditions"]))
            if opens and not gone[0].text[:1].isupper():
                return True
            continue
        first = tokens[len(gone)].text if len(gone) < len(tokens) else ""
        begins = rest[0].text[:1].isupper() and first[:1].islower()
        if begins and any(word in groups["negation"] for word in words[-3:]):
            return True
        if words[-1] in (*groups["only"], *groups["nearly"]) and words[-2:-1] != ["not"]:
            return True
        if len(words) <= EDGE_WORDS and any(word in groups["hedge"] for word in words[-2:]):
            return True
    return False
