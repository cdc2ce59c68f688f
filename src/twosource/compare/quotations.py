"""Variants of one utterance: whether two quotations are the same words, a cut, a rewording, or say something else."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from rapidfuzz.distance import Indel

from twosource.records import Scored
from twosource.settings.pairs import (
    COMMON_QUOTE_GRAM,
    MATERIAL_CONTEXT,
    SAME_UTTERANCE,
    SHORT_QUOTE_WORDS,
)
from twosource.spans import Span
from twosource.text.lexicon import lexicon
from twosource.text.stems import stem

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’*-][^\W_]+)*|%")
_BRACKETS = re.compile(r"\[[^\]]{0,80}\]")


class Token(NamedTuple):
    """A word of a quotation: where it stands, as written, and folded so that spelling does not matter."""

    span: Span
    text: str
    folded: str


class Difference(NamedTuple):
    """A stretch that two quotations do not share, or one they do (`equal`); spans are empty where one lacks it."""

    kind: Literal["equal", "replaced", "deleted", "inserted"]
    a: Span
    b: Span


def compare_quotations(a: str, b: str) -> Scored:
    """How two quotations relate: `label` is identical, spelling, trimmed, reworded, material or different.

    The score is the share of the shorter one's words that the other has in order; the detail names what differs.
    """
    one, other = _tokens(a), _tokens(b)
    if not one or not other:
        return Scored(score=0.0, detail="one of them has no words", label="different" if one or other else "identical")
    ops = list(Indel.opcodes([t.folded for t in one], [t.folded for t in other]))
    edits = [op for op in ops if op.tag != "equal"]
    equal = sum(op.src_end - op.src_start for op in ops if op.tag == "equal")
    score = equal / min(len(one), len(other))
    if not edits:
        same = [t.text.casefold() for t in one] == [t.text.casefold() for t in other]
        return Scored(
            score=1.0,
            detail="the same words" if same else "the same words, spelt otherwise",
            label="identical" if same else "spelling",
        )
    detail = _detail(a, b, one, other)
    if score < SAME_UTTERANCE or (equal < 4 and score < 1):
        return Scored(score=score, detail=f"too little in common: {detail}", label="different")
    deleted = [one[i] for op in edits for i in range(op.src_start, op.src_end)]
    inserted = [other[i] for op in edits for i in range(op.dest_start, op.dest_end)]
    return Scored(score=score, detail=detail, label=_label(one, other, ops, deleted, inserted))


def _label(
    one: Sequence[Token], other: Sequence[Token], ops: Sequence[Any], deleted: list[Token], inserted: list[Token]
) -> str:
    cut = not deleted or not inserted
    if cut:
        longer = one if deleted else other
        inner = [op for op in list(ops)[1:-1] if op.tag != "equal"]
        return "material" if _turns(longer, ops, inner, bool(deleted)) else "trimmed"
    inner_ops = [op for op in list(ops) if op.tag != "equal"]
    hard = [
        token
        for op in inner_ops
        for token in [*one[op.src_start : op.src_end], *other[op.dest_start : op.dest_end]]
        if _inside(op, one, other)
    ]
    lost = {t.folded for t in deleted if _is_hard(t)} ^ {t.folded for t in inserted if _is_hard(t)}
    if lost & {t.folded for t in hard}:
        return "material"
    return "reworded" if hard else "trimmed"


def _inside(op: Any, one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether an edit lies between words that both have, and not at an end that one of them left out."""
    return (op.src_start > 0 or op.dest_start == 0 == op.src_start) and (
        op.src_end < len(one) or op.dest_end == len(other)
    )


def _turns(longer: Sequence[Token], ops: Sequence[Any], inner: Sequence[Any], deleted: bool) -> bool:
    """Whether the words left out carry a negation or a condition on which the rest hangs."""
    words = lexicon("quotations")
    for op in ops:
        if op.tag == "equal":
            continue
        first, last = (op.src_start, op.src_end) if deleted else (op.dest_start, op.dest_end)
        gone = longer[first:last]
        near = gone[-MATERIAL_CONTEXT:] if first == 0 else gone[:MATERIAL_CONTEXT] if last == len(longer) else gone
        if op in inner and any(_is_hard(token) for token in gone):
            return True
        if first == 0 and any(t.folded in words["negation"] for t in near[-2:]):
            return True
        if last == len(longer) and near and near[0].folded in ("if", "unless", "until", "except", "provided", "only"):
            return True
    return False


def _is_hard(token: Token) -> bool:
    words = _hard_words()
    return token.folded in words or token.folded[0].isdigit() or token.folded == "%"


@cache
def _hard_words() -> frozenset[str]:
    groups = lexicon("quotations")
    return frozenset(word for name in ("negation", "modality", "quantifier") for word in groups[name])


def differing_words(a: str, b: str) -> list[Difference]:
    """Where two quotations differ, word by word, in order; the spans of all stretches cover both strings."""
    one, other = _tokens(a), _tokens(b)
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


def _detail(a: str, b: str, one: Sequence[Token], other: Sequence[Token]) -> str:
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


def _tokens(text: str) -> list[Token]:
    masked = _BRACKETS.sub(lambda m: " " * len(m.group()), text)
    return [
        Token(Span(*match.span()), match.group(), folded)
        for match in _TOKEN.finditer(masked)
        for folded in _fold(match.group())
    ]


@cache
def _fold(word: str) -> tuple[str, ...]:
    """A word in its plainest spelling; a contraction gives two."""
    word = word.casefold().replace("’", "'")
    groups = lexicon("quotations")
    if word == "can't":
        return ("can", "not")
    if word == "won't":
        return ("will", "not")
    if word == "cannot":
        return ("can", "not")
    for ending, full in groups["contractions"].items():
        if word.endswith(ending) and len(word) > len(ending):
            return (word[: -len(ending)], str(full))
    if word[0].isdigit():
        plain = word.replace(",", "")
        return (plain[:-1], "%") if plain.endswith("%") else (plain,)
    return (str(groups["spellings"].get(word, word)),)


def match_variants(
    quotations: Sequence[tuple[str, str, str | None]],
) -> list[tuple[str, str, Scored]]:
    """Pairs of keys whose quotations may be one utterance, from `(key, words, speaker or None)`, with the comparison.

    Candidates share a run of four words that is rare among the quotations or, when short, the speaker and a run of
    three words; so cost grows with the text.
    """
    grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
    tokens = [[stem(t.folded) for t in _tokens(text)] for _, text, _ in quotations]
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
