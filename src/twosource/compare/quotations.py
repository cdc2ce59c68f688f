"""Variants of one utterance: whether two quotations are the same words, a cut, a rewording, or say something else."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from rapidfuzz.distance import Indel

from twosource.compare.quotation_words import Token, hard_class, is_number, tokens_of
from twosource.records import Scored
from twosource.settings.pairs import (
    ANCHOR_WORDS,
    COMMON_QUOTE_GRAM,
    EDGE_WORDS,
    LONGEST_RUN,
    SAME_CONTENT,
    SAME_UTTERANCE,
    SHORT_QUOTE_WORDS,
)
from twosource.spans import Span
from twosource.text.lexicon import lexicon
from twosource.text.stems import stem

Label = Literal["identical", "spelling", "trimmed", "reworded", "material", "different"]


class Difference(NamedTuple):
    """A stretch that two quotations do not share, or one they do (`equal`); spans are empty where one lacks it."""

    kind: Literal["equal", "replaced", "deleted", "inserted"]
    a: Span
    b: Span


class Edit(NamedTuple):
    """Words of one quotation that stand against words of the other, between words that both have."""

    a: Sequence[Token]
    b: Sequence[Token]


def compare_quotations(a: str, b: str) -> Scored:
    """How two quotations relate: `label` is identical, spelling, trimmed, reworded, material or different.

    The score is the share of the shorter one's words that the other has in order; the detail names what differs.
    """
    one, other = tokens_of(a), tokens_of(b)
    if not one or not other:
        return Scored(score=0.0, detail="one of them has no words", label="different" if one or other else "identical")
    ops = list(Indel.opcodes([t.folded for t in one], [t.folded for t in other]))
    equal = sum(op.src_end - op.src_start for op in ops if op.tag == "equal")
    score = equal / min(len(one), len(other))
    if equal == len(one) == len(other):
        same = [_plain(t.text) for t in one] == [_plain(t.text) for t in other]
        detail = "the same words" if same else "the same words, spelt otherwise"
        return Scored(score=1.0, detail=detail, label="identical" if same else "spelling")
    detail = _detail(a, b)
    if not _one_utterance(one, other, ops, score):
        return Scored(score=score, detail=f"too little in common: {detail}", label="different")
    return Scored(score=score, detail=detail, label=_label(one, other, ops))


def _plain(word: str) -> str:
    """A word without what printers choose: capitals, the form of an apostrophe."""
    return word.casefold().replace("’", "'").replace("‘", "'")


def _one_utterance(one: Sequence[Token], other: Sequence[Token], ops: Sequence[Any], score: float) -> bool:
    """Whether enough of the shorter quotation's words, and of those with a meaning, stand in the longer one."""
    runs = [op.src_end - op.src_start for op in ops if op.tag == "equal"]
    little = set(lexicon("function_words")["function"])
    mine, yours = ({stem(t.folded) for t in tokens if t.folded not in little} for tokens in (one, other))
    shared = len(mine & yours) / max(1, min(len(mine), len(yours)))
    short = min(len(one), len(other))
    if short < SHORT_QUOTE_WORDS:
        return score >= 0.99 or (score >= SAME_CONTENT and shared >= SAME_CONTENT)
    return score >= SAME_UTTERANCE and shared >= SAME_CONTENT and max(runs, default=0) >= min(LONGEST_RUN, short - 1)


def _label(one: Sequence[Token], other: Sequence[Token], ops: Sequence[Any]) -> Label:
    """The class of two variants of one utterance, from what stands between their common words and at their ends."""
    inner, edges = _edits(one, other, ops)
    inner = [edit for edit in inner if not _only_notation(edit)]
    weighty = [e for e in inner if (e.a and e.b) or not _repeats(e, one if e.a else other)]
    guessed = all(any(hard_class(token.folded) in ("guess", "hedge") for token in side) for side in (one, other))
    if any(_is_material(edit, guessed) for edit in _unmoved(weighty)) or _turned_at_an_edge(one, other, edges):
        return "material"
    # Words left out on one side are a cut, words put for others a rewording.
    if any(edit.a and edit.b for edit in inner) or (_drops(inner, "a") and _drops(inner, "b")):
        return "reworded"
    if inner and not edges and all(len(edit.a) + len(edit.b) <= 2 for edit in inner):
        return "reworded"
    return "trimmed" if inner or edges else "spelling"


def _drops(edits: Sequence[Edit], side: str) -> bool:
    return any(getattr(edit, side) for edit in edits)


def _edits(one: Sequence[Token], other: Sequence[Token], ops: Sequence[Any]) -> tuple[list[Edit], list[Edit]]:
    """The edits between the first and the last run of common words, and those before and after."""
    anchors = [n for n, op in enumerate(ops) if op.tag == "equal" and op.src_end - op.src_start >= ANCHOR_WORDS]
    first, last = (anchors[0], anchors[-1]) if anchors else (0, len(ops) - 1)
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


def _only_notation(edit: Edit) -> bool:
    """Whether an edit changes nothing but the notation: an editor's brackets, one word written as two, a masked oath."""
    if any(side and all(token.bracketed for token in side) for side in (edit.a, edit.b)):
        return True
    one, other = ("".join(token.text.casefold() for token in side) for side in (edit.a, edit.b))
    if one == other:
        return True
    masked = "*" in one or "*" in other
    return masked and len(one) == len(other) and all(x == y or "*" in (x, y) for x, y in zip(one, other, strict=True))


def _unmoved(edits: Sequence[Edit]) -> list[Edit]:
    """The edits without the words that are gone from one place and stand at another: "never should", "should never"."""
    gone, come = ([token.folded for edit in edits for token in side(edit)] for side in (lambda e: e.a, lambda e: e.b))
    moved = {word for word in gone if word in come and hard_class(word)} - {
        token.folded for edit in edits if edit.a and edit.b for token in (*edit.a, *edit.b)
    }
    left = [Edit(*([t for t in side if t.folded not in moved] for side in edit)) for edit in edits]
    return [edit for edit in left if edit.a or edit.b]


def _is_material(edit: Edit, guessed: bool) -> bool:
    """Whether the words on the two sides of an edit claim different things; `guessed` where both quotations only guess."""
    mine, yours = (Counter(hard_class(token.folded) for token in side) for side in (edit.a, edit.b))
    replaced = bool(edit.a and edit.b)
    if (mine["negation"] - yours["negation"]) % 2 or _numbers_differ(edit, replaced):
        return True
    if bool(mine["hedge"]) != bool(yours["hedge"]) and not guessed:
        return True
    modal = [{name for name in ("possible", "chance", "future", "duty", "wish") if side[name]} for side in (mine, yours)]
    if (replaced and modal[0] and modal[1] and modal[0] != modal[1]) or (not replaced and {"duty"} in modal):
        return True
    amounts = [{name for name in ("whole", "part", "nearly", "only", "above") if side[name]} for side in (mine, yours)]
    if amounts[0] != amounts[1] and ((amounts[0] and amounts[1]) or {"only", "nearly"} & (amounts[0] | amounts[1])):
        return True
    return _other_names(edit) if replaced else _names_only(edit)


def _numbers_differ(edit: Edit, replaced: bool) -> bool:
    mine, yours = ({token.folded for token in side if is_number(token.folded)} for side in (edit.a, edit.b))
    if mine == yours or (replaced and not (mine and yours)):
        return False
    if not (mine and yours):
        return len(edit.a or edit.b) <= EDGE_WORDS
    # The century may be left out of a year: "the 80s".
    return not all(any(x.endswith(y) or y.endswith(x) for y in yours) for x in mine)


def _names_only(edit: Edit) -> bool:
    """Whether the words left out are a name of two words or more."""
    words = [token.text for token in (edit.a or edit.b) if token.folded not in _titles()]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _repeats(edit: Edit, tokens: Sequence[Token]) -> bool:
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


def _turned_at_an_edge(one: Sequence[Token], other: Sequence[Token], edges: Sequence[Edit]) -> bool:
    """Whether a cut leaves out a condition that follows, or begins a sentence after a negation it depends on."""
    groups = lexicon("quotations")
    for edit in edges:
        if bool(edit.a) == bool(edit.b):
            continue
        tokens, rest, gone = (one, other, edit.a) if edit.a else (other, one, edit.b)
        words = [token.folded for token in gone]
        if gone[0] is not tokens[0]:
            if words[0] in groups["condition"] and not gone[0].text[:1].isupper():
                return True
            continue
        first = tokens[len(gone)].text if len(gone) < len(tokens) else ""
        begins = rest[0].text[:1].isupper() and first[:1].islower()
        if begins and any(word in groups["negation"] for word in words[-3:]):
            return True
        if len(words) <= EDGE_WORDS and any(word in groups["hedge"] for word in words[-2:]):
            return True
    return False


def differing_words(a: str, b: str) -> list[Difference]:
    """Where two quotations differ, word by word, in order; the spans of all stretches cover both strings."""
    one, other = tokens_of(a), tokens_of(b)
    found = []
    at_a = at_b = 0
    for op in _merged(Indel.opcodes([t.folded for t in one], [t.folded for t in other])):
        kind, i, j = op
        end_a = one[i].span.start if i < len(one) else len(a)
        end_b = other[j].span.start if j < len(other) else len(b)
        if kind == "equal" and i == len(one):
            end_a = len(a)
        found.append(Difference(kind, Span(at_a, end_a), Span(at_b, end_b)))
        at_a, at_b = end_a, end_b
    if found and (at_a < len(a) or at_b < len(b)):
        last = found[-1]
        found[-1] = Difference(last.kind, Span(last.a.start, len(a)), Span(last.b.start, len(b)))
    return found


def _merged(ops: Iterable[Any]) -> Iterator[tuple[Literal["equal", "replaced", "deleted", "inserted"], int, int]]:
    """Edit operations as kinds with the ends they reach, a deletion beside an insertion read as a replacement."""
    pending: list[str] = []
    ends = (0, 0)
    for op in ops:
        if op.tag == "equal":
            if pending:
                yield _edit(pending), *ends
                pending = []
            yield "equal", op.src_end, op.dest_end
        else:
            pending.append(op.tag)
        ends = (op.src_end, op.dest_end)
    if pending:
        yield _edit(pending), *ends


def _edit(tags: list[str]) -> Literal["replaced", "deleted", "inserted"]:
    return "replaced" if len(set(tags)) > 1 else "deleted" if tags[0] == "delete" else "inserted"


def _detail(a: str, b: str) -> str:
    parts = []
    for difference in differing_words(a, b):
        old, new = (" ".join(words.split()).strip(" .,;:!?") for words in (difference.a.of(a), difference.b.of(b)))
        match difference.kind:
            case "replaced":
                parts.append(f"“{_short(old)}” against “{_short(new)}”")
            case "deleted":
                parts.append(f"“{_short(old)}” is missing")
            case "inserted":
                parts.append(f"“{_short(new)}” is added")
    return "; ".join(parts[:4]) + ("; and more" if len(parts) > 4 else "")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:28] + " … " + text[-28:]


def match_variants(
    quotations: Sequence[tuple[str, str, str | None]],
) -> list[tuple[str, str, Scored]]:
    """Pairs of keys whose quotations may be one utterance, from `(key, words, speaker or None)`, with the comparison.

    Candidates share a run of four words that is rare among the quotations or, when short, the speaker and a run of
    three words; so cost grows with the text.
    """
    grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
    tokens = [[stem(t.folded) for t in tokens_of(text)] for _, text, _ in quotations]
    for n, words in enumerate(tokens):
        size = 4 if len(words) >= SHORT_QUOTE_WORDS else 3
        for gram in {tuple(words[i : i + k]) for k in {size, 3} for i in range(len(words) - k + 1)}:
            grams[gram].append(n)
    pairs = {
        (holders[i], holders[j])
        for gram, holders in grams.items()
        if len(holders) <= COMMON_QUOTE_GRAM
        for i in range(len(holders))
        for j in range(i + 1, len(holders))
        if len(gram) == 4 or min(len(tokens[holders[i]]), len(tokens[holders[j]])) < SHORT_QUOTE_WORDS
    }
    return [
        (quotations[i][0], quotations[j][0], compare_quotations(quotations[i][1], quotations[j][1]))
        for i, j in sorted(pairs)
    ]
