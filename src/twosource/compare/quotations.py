"""Variants of one utterance: whether two quotations are the same words, a cut, a rewording, or say something else."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, Literal, NamedTuple

from rapidfuzz.distance import Indel

from twosource.compare.quotation_edits import (
    Edit,
    edits_of,
    is_material,
    only_notation,
    repeats,
    turned_at_an_edge,
    unmoved,
)
from twosource.compare.quotation_words import Token, hard_class, outline, tokens_of
from twosource.compare.synonyms import base_form
from twosource.records import Scored
from twosource.settings.pairs import (
    ANCHOR_WORDS,
    COMMON_QUOTE_GRAM,
    EDGE_WORDS,
    LONGEST_RUN,
    NEARLY_ALL,
    SAME_CONTENT,
    SAME_UTTERANCE,
    SAME_WORDS,
    SHORT_QUOTE_WORDS,
    SURE_RUN,
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


def compare_quotations(a: str, b: str, *, one_speaker: bool = False) -> Scored:
    """How two quotations relate: `label` is identical, spelling, trimmed, reworded, material or different.

    The score is the share of the shorter one's words that the other has in order; the detail names what differs. Two that
    are known to be of `one_speaker` need no words in a row in common to be one utterance.
    """
    one, other = tokens_of(a), tokens_of(b)
    if not one or not other:
        return Scored(score=0.0, detail="one of them has no words", label="different" if one or other else "identical")
    ops = _operations([t.folded for t in one], [t.folded for t in other])
    equal = sum(op.src_end - op.src_start for op in ops if op.tag == "equal")
    score = equal / min(len(one), len(other))
    if equal == len(one) == len(other):
        same = [_plain(t.text) for t in one] == [_plain(t.text) for t in other]
        detail = "the same words" if same else "the same words, spelt otherwise"
        return Scored(score=1.0, detail=detail, label="identical" if same else "spelling")
    if not _one_utterance(one, other, one_speaker=one_speaker):
        detail = _detail(a, b, differing_words(a, b))
        return Scored(score=score, detail=f"too little in common: {detail}", label="different")
    label = _label(one, other, ops)
    told = differing_inside(a, b) if label == "reworded" else differing_words(a, b)
    return Scored(score=score, detail=_detail(a, b, told), label=label)


class Operation(NamedTuple):
    """Words from one place to another on both sides, equal, deleted or inserted, as `rapidfuzz` counts them."""

    tag: str
    src_start: int
    src_end: int
    dest_start: int
    dest_end: int


def _operations(one: list[str], other: list[str]) -> list[Any]:
    """How the words of one become those of the other; a piece that stands in the other in one run is found there whole."""
    n, m = len(one), len(other)
    if n < m and (at := _place(one, other)) is not None:
        ends = (0, 0, 0, at), (n, n, at + n, m)
        before, after = ([Operation("insert", *end)] if end[2] < end[3] else [] for end in ends)
        return [*before, Operation("equal", 0, n, at, at + n), *after]
    if m < n and (at := _place(other, one)) is not None:
        ends = (0, at, 0, 0), (at + m, n, m, m)
        before, after = ([Operation("delete", *end)] if end[0] < end[1] else [] for end in ends)
        return [*before, Operation("equal", at, at + m, 0, m), *after]
    return list(Indel.opcodes(one, other))


def _place(piece: list[str], whole: list[str]) -> int | None:
    """Where the words of `piece` stand in `whole` one after another."""
    size = len(piece)
    return next((n for n in range(len(whole) - size + 1) if whole[n : n + size] == piece), None)


def _plain(word: str) -> str:
    """A word without what printers choose: capitals, the form of an apostrophe."""
    return word.casefold().replace("’", "'").replace("‘", "'")


def _one_utterance(one: Sequence[Token], other: Sequence[Token], *, one_speaker: bool) -> bool:
    """Whether enough of the shorter quotation's words, and of those with a meaning, stand in the longer one, in outline."""
    outlines = [[outline(token.folded) for token in tokens] for tokens in (one, other)]
    runs = [op.src_end - op.src_start for op in Indel.opcodes(*outlines) if op.tag == "equal"]
    little = {outline(word) for word in lexicon("function_words")["function"]}
    mine, yours = (set(words) - little for words in outlines)
    shared = len(mine & yours) / max(1, min(len(mine), len(yours)))
    short = min(len(one), len(other))
    score = sum(runs) / short
    if max(runs, default=0) >= SURE_RUN:
        return True
    if short < SHORT_QUOTE_WORDS:
        return score >= 0.99 or (score >= SAME_CONTENT and shared >= SAME_CONTENT)
    whole = (mine == yours and len(mine) >= SAME_WORDS) or min(score, shared) >= NEARLY_ALL
    whole = whole or (one_speaker and shared >= NEARLY_ALL)
    return score >= SAME_UTTERANCE and shared >= SAME_CONTENT and (whole or max(runs) >= min(LONGEST_RUN, short - 1))


def _label(one: Sequence[Token], other: Sequence[Token], ops: Sequence[Any]) -> Label:
    """The class of two variants of one utterance, from what stands between their common words and at their ends."""
    inner, edges = edits_of(one, other, ops)
    inner = [edit for edit in inner if not only_notation(edit)]
    weighty = [e for e in inner if (e.a and e.b) or not repeats(e, one if e.a else other)]
    guessed = all(any(hard_class(token.folded) in ("guess", "hedge") for token in side) for side in (one, other))
    if any(is_material(edit, guessed) for edit in unmoved(weighty)) or turned_at_an_edge(one, other, edges):
        return "material"
    gone, come = ([t.folded for edit in edges for t in side(edit)] for side in (lambda e: e.a, lambda e: e.b))
    if gone and sorted(gone) == sorted(come):
        return "reworded"
    # Words left out on one side are a cut, words put for others a rewording.
    if any(edit.a and edit.b for edit in inner) or (_drops(inner, "a") and _drops(inner, "b")):
        return "reworded"
    if inner and all(len(edit.a) + len(edit.b) <= 2 for edit in inner):
        return "reworded"
    return "trimmed" if inner or edges else "spelling"


def _drops(edits: Sequence[Edit], side: str) -> bool:
    return any(getattr(edit, side) for edit in edits)


def differing_words(a: str, b: str) -> list[Difference]:
    """Where two quotations differ, word by word, in order; the spans of all stretches cover both strings."""
    one, other = tokens_of(a), tokens_of(b)
    found = []
    at_a = at_b = 0
    for op in _merged(_operations([t.folded for t in one], [t.folded for t in other])):
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


def differing_inside(a: str, b: str) -> list[Difference]:
    """Where two quotations differ, but for what one has before or behind all of the other: where it was cut."""
    found = differing_words(a, b)
    for end, inwards in ((0, 1), (-1, -2)):
        # One "the" of two that stand before a cut of several words.
        stray = len(found) > 2 and found[end].kind == "equal" and len(found[end].a.of(a).split()) == 1
        if stray and found[inwards].kind in ("deleted", "inserted") and _size(a, b, found[inwards]) > ANCHOR_WORDS:
            found.pop(end)
        if found and _is_cut(a, b, found[end]):
            found.pop(end)
    return found


def _is_cut(a: str, b: str, end: Difference) -> bool:
    """Whether a difference at an end is of words left out, or of two cuts at different places: many words on one side."""
    return end.kind in ("deleted", "inserted") or (end.kind == "replaced" and _size(a, b, end) > EDGE_WORDS)


def _size(a: str, b: str, difference: Difference) -> int:
    """The words of a difference, on the side that has more."""
    return max(len(difference.a.of(a).split()), len(difference.b.of(b).split()))


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


def _detail(a: str, b: str, found: Sequence[Difference]) -> str:
    parts = []
    for difference in found:
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

    Candidates share a run of four words that is rare among the quotations, a run of three when short, or the speaker and
    several words with a meaning; so cost grows with the text.
    """
    tokens = [[base_form(stem(t.folded)) for t in tokens_of(text)] for _, text, _ in quotations]
    speakers = [speaker for _, _, speaker in quotations]
    pairs = {*_sharing_a_run(tokens), *_of_one_speaker(tokens, speakers)}
    return [
        (
            quotations[i][0],
            quotations[j][0],
            compare_quotations(
                quotations[i][1], quotations[j][1], one_speaker=speakers[i] is not None and speakers[i] == speakers[j]
            ),
        )
        for i, j in sorted(pairs)
    ]


def _sharing_a_run(tokens: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, words in enumerate(tokens):
        size = 4 if len(words) >= SHORT_QUOTE_WORDS else 3
        for gram in {tuple(words[i : i + k]) for k in {size, 3} for i in range(len(words) - k + 1)}:
            grams[gram].append(n)
    for gram, holders in grams.items():
        if len(holders) <= COMMON_QUOTE_GRAM:
            for i, j in combinations(holders, 2):
                if len(gram) == 4 or min(len(tokens[i]), len(tokens[j])) < SHORT_QUOTE_WORDS:
                    yield i, j


def _of_one_speaker(tokens: Sequence[Sequence[str]], speakers: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    little = {base_form(stem(word)) for word in lexicon("function_words")["function"]}
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, (words, speaker) in enumerate(zip(tokens, speakers, strict=True)):
        for word in set(words) - little if speaker else ():
            holders[speaker or "", word].append(n)
    shared = Counter(
        pair for found in holders.values() if len(found) <= COMMON_QUOTE_GRAM for pair in combinations(found, 2)
    )
    return (pair for pair, count in shared.items() if count >= SAME_WORDS)
