"""What the values of one claim mean together: agreement, a running toll, a slip, or two parties who differ."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from twosource.compare.figures import GARBLED
from twosource.compare.measured import Measured
from twosource.compare.same_figure import far_apart, in_like_words
from twosource.compare.slips import Slip, explain, explain_beside
from twosource.compare.values import Value, relate
from twosource.judge.context import StoryTexts
from twosource.judge.one_thing import of_one_thing
from twosource.judge.reconcile import summed, told_apart
from twosource.judge.relations import NO_TIES, VERDICTS, Stand, Ties, strongest
from twosource.judge.times import first_of
from twosource.judge.tolls import first_told, judge_toll
from twosource.judge.wording import forms, in_time, listed, with_speakers
from twosource.records import Verdict
from twosource.settings.claims import FALLING, GROWING

# What contradicts nothing although its value is another one: the members keep supporting the claim.
_NO_CONTRADICTION = ("equal", "bounded", "counted_apart", "rose")


class Judged(NamedTuple):
    """A verdict, the sentence that explains it, and the ids of the figures that contradict the leading one."""

    verdict: Verdict
    detail: str
    differs: frozenset[str]
    leading: Measured


def judge_figures(group: Sequence[Measured], texts: StoryTexts, ties: Ties = NO_TIES) -> Judged:
    """The verdict on figures that measure one thing; `ties` are what their texts say of pairs of them."""
    if len(group) == 1:
        return _agreement(group, group[0], ())
    leading = leading_value(group, texts)
    stands = list(_stands(group, leading, texts, ties))
    if not any(stand.sides or stand.kind == "rose" for stand in stands):
        return _agreement(group, leading, stands)
    deciding = strongest(stands)
    if deciding.kind in ("rose", "outdated"):
        leading = _newest(group, stands)
    contradicting = {
        item.figure.id
        for stand in stands
        if stand.kind not in _NO_CONTRADICTION
        for side in stand.sides
        for item in side
        if relate(item.value, leading.value) == "disjoint" or (stand.kind == "garbled" and item is stand.sides[0][0])
    }
    return Judged(
        VERDICTS[deciding.kind],
        f"{deciding.detail[:1].upper()}{deciding.detail[1:]}.",
        frozenset(contradicting),
        leading,
    )


def leading_value(group: Sequence[Measured], texts: StoryTexts) -> Measured:
    """The figure whose point most documents hold; "dozens" leads only where nobody gives a number.

    Of equals the one most others round to, then what was not copied, the latest and larger.
    """

    told_in: dict[Value, set[str]] = defaultdict(set)
    for item in group:
        told_in[item.value].add(item.figure.document)

    def weight(item: Measured) -> tuple[bool, int, bool, int, int, str, float, str]:
        agreeing = (told for other, told in told_in.items() if relate(item.value, other) in ("equal", "rounded"))
        holders = set().union(*agreeing)
        exact = {other.figure.document for other in group if other.figure.point == item.figure.point}
        first_hand = sum(
            document not in texts.line_of or texts.line_of[document].root == document for document in exact
        )
        latest = max(texts.documents[document].published or "" for document in exact)
        told = item.figure.bound != "vague", len(exact), not item.value.open, len(holders)
        return *told, first_hand, latest, item.value.point, item.figure.id

    forms_of = {(item.value, item.figure.point): item for item in sorted(group, key=lambda item: item.figure.id)}
    return max(forms_of.values(), key=weight)


def _newest(group: Sequence[Measured], stands: Sequence[Stand]) -> Measured:
    """The value a toll rose to: the highest of those that are given as facts and no slip."""
    doubtful = {item.figure.id for stand in stands if stand.kind == "possible" for item in stand.sides[0]}
    return max(
        (item for item in group if item.figure.id not in doubtful), key=lambda item: (item.value.point, item.figure.id)
    )


def _agreement(group: Sequence[Measured], leading: Measured, stands: Sequence[Stand]) -> Judged:
    if len({item.figure.document for item in group}) == 1:
        return Judged("single", "One document gives it.", frozenset(), leading)
    deciding = strongest(stands)
    return Judged(VERDICTS[deciding.kind], deciding.detail, frozenset(), leading)


def _stands(group: Sequence[Measured], leading: Measured, texts: StoryTexts, ties: Ties) -> Iterator[Stand]:
    """How each member stands to the leading value, and the values of a running toll to one another."""
    of_values = {value: relate(value, leading.value) for value in {item.value for item in group}}
    relations = {item.figure.id: of_values[item.value] for item in group}
    agreement = _of_agreeing(group, relations)
    grown = _grown(group, texts) if agreement.kind == "bounded" and _runs(group) else None
    yield grown or agreement
    agreeing = [item for item in group if relations[item.figure.id] != "disjoint"]
    yield from _garbled_though_near(agreeing, leading, ties)
    unexplained = []
    for item in group:
        if relations[item.figure.id] == "disjoint":
            stand = _explained(item, agreeing, leading, texts, ties) or _garbled_in_a_copy(item, group, texts, ties)
            if stand:
                yield stand
            else:
                unexplained.append(item)
    if unexplained:
        yield from _differing(agreeing, unexplained, texts, ties)


def _of_agreeing(group: Sequence[Measured], relations: Mapping[str, str]) -> Stand:
    kept = [item for item in group if relations[item.figure.id] != "disjoint"]
    values = forms(kept)
    if "compatible" in relations.values():
        return Stand("bounded", f"{listed(values)} can {_all(values)} be right: {_looser(kept)}.")
    if len({item.value.point for item in kept}) == 1:
        plain = forms(item for item in kept if item.figure.bound == "exact") or values
        return Stand("equal", f"All give {plain[0]}." if len(plain) == 1 else f"{listed(plain)} are the same.")
    close = "the bound is close" if any(item.value.open for item in kept) else "one rounds the other"
    return Stand("equal", f"{listed(values)} agree: {close}.")


def _all(values: Sequence[str]) -> str:
    return "both" if len(values) == 2 else "all"


def _looser(items: Sequence[Measured]) -> str:
    if any(item.person for item in items):
        return "a birthday may lie between"
    return "one of them only sets a bound" if any(item.value.open for item in items) else "one of them is only rough"


def _grown(group: Sequence[Measured], texts: StoryTexts) -> Stand | None:
    """A toll of which every higher value came later, though the lower ones were given as "at least"."""
    points = sorted({item.value.point for item in group})
    first = [first_told((item for item in group if item.value.point == point), texts) for point in points]
    for low, high in pairwise(first):
        if low is None or high is None:
            return None
        if first_of(texts.documents[low.figure.document], texts.documents[high.figure.document])[0] != "a":
            return None
    return Stand("rose", f"{listed(in_time(group, texts.documents), 'then')}: the number rose from report to report")


def _explained(
    item: Measured,
    agreeing: Sequence[Measured],
    leading: Measured,
    texts: StoryTexts,
    ties: Ties,
) -> Stand | None:
    """What the reports say of two counts, or an accident that makes one value of the other, for one that differs."""
    for other in _one_a_document(agreeing):
        if apart := told_apart(item, other, texts):
            return Stand("counted_apart", apart, ([item], [other]))
    if slip := _slip(item, agreeing, texts, ties):
        return Stand("garbled", f"{slip[0].detail}: probably a slip", ([item], [slip[1]]))
    if item.figure.modality == "possible" or item.figure.bound == "vague":
        values = listed(with_speakers([item, leading]))
        return Stand("possible", f"{values}: one of them is not given as a fact", ([item], [leading]))
    return None


def _differing(
    agreeing: Sequence[Measured],
    others: Sequence[Measured],
    texts: StoryTexts,
    ties: Ties,
) -> Iterator[Stand]:
    group = [*agreeing, *others]
    stands = list(judge_toll(group, texts, ties)) if _runs(group) else [_dispute(agreeing, others, texts, ties)]
    if all(stand.kind in ("rose", "outdated") for stand in stands):
        stands = _told_as_one(stands, group, texts)
    for stand in stands:
        total = _sum_of(stand, texts) if stand.kind in ("untold", "disputed") else None
        yield Stand("counted_apart", total, stand.sides) if total else stand


def _told_as_one(stands: Sequence[Stand], group: Sequence[Measured], texts: StoryTexts) -> list[Stand]:
    """The whole rise in one sentence, with those who missed it."""
    falls = any(item.figure.event and item.figure.event.class_ in FALLING for item in group)
    how = "changed" if falls else "rose"
    rise = f"{listed(in_time(group, texts.documents), 'then')}: the number {how} from report to report"
    late = [stand for stand in stands if stand.kind == "outdated"]
    return [stand._replace(detail=f"{rise}; {stand.detail}") for stand in late] or [Stand("rose", rise)]


def _dispute(
    agreeing: Sequence[Measured],
    others: Sequence[Measured],
    texts: StoryTexts,
    ties: Ties,
) -> Stand:
    """What does not grow cannot have two values, where it is sure that the two are told of one thing."""
    values = listed(with_speakers([*agreeing, *others]))
    if any(of_one_thing(a, b, texts, ties) for a in _one_a_document(agreeing) for b in _one_a_document(others)):
        return Stand("disputed", f"{values} cannot both be right", (agreeing, others))
    why = "the reports lie far apart in time" if agreeing[0].person else "whether they count the same is not known"
    return Stand("untold", f"{values}: {why}", (agreeing, others))


def _slip(item: Measured, agreeing: Sequence[Measured], texts: StoryTexts, ties: Ties) -> tuple[Slip, Measured] | None:
    """The accident that explains a value, and the figure it was made of."""
    agreeing = [other for other in agreeing if not ties.of_one_form(item, other)]
    beside = {other.figure.id for other in agreeing if ties.at_one_place(item, other)}
    for other in _told_once(agreeing, beside):
        copied = other.figure.id in beside
        if slip := explain(item.figure, other.figure, aligned=copied, alike=in_like_words(item, other)):
            return slip, other
    near = texts.figures_near(item.figure)
    for other in _one_a_document(agreeing):
        if slip := explain_beside(item.figure, other.figure, near, texts.figures_near(other.figure)):
            return slip, other
    return None


def _garbled_in_a_copy(item: Measured, group: Sequence[Measured], texts: StoryTexts, ties: Ties) -> Stand | None:
    """A value that a copy made of one that is not the leading one: "1,200" became "12,000" on the way."""
    for other in group:
        slip = explain(item.figure, other.figure, aligned=True) if ties.at_one_place(item, other) else None
        if slip and slip.kind in GARBLED and _is_copy(item, other, texts):
            return Stand("garbled", f"{slip.detail}: probably a slip", ([item], [other]))
    return None


def _is_copy(item: Measured, other: Measured, texts: StoryTexts) -> bool:
    """Whether a figure stands in the text that derives from the other's line, or else in the one published later."""
    mine, yours = item.figure.document, other.figure.document
    roots = [name in texts.line_of and texts.line_of[name].root == name for name in (mine, yours)]
    if roots[0] != roots[1]:
        return roots[1]
    return first_of(texts.documents[yours], texts.documents[mine])[0] == "a"


def _told_once(items: Sequence[Measured], beside: AbstractSet[str]) -> list[Measured]:
    """One of those told in the same words by the same speaker, and one of them that are in `beside`, in order of id."""
    found: dict[tuple[object, ...], Measured] = {}
    for item in sorted(items, key=lambda item: item.figure.id):
        figure = item.figure
        form = (item.value, item.context, figure.text, figure.kind, figure.unit, item.speaker, item.named)
        found.setdefault((figure.id in beside, *form), item)
    return list(found.values())


def _garbled_though_near(items: Sequence[Measured], leading: Measured, ties: Ties) -> Iterator[Stand]:
    """Values that could both be right but look garbled: "at least 10" became "at least 100" in a copy, 2,300 23,000."""
    near = [item for item in items if item.value.point != leading.value.point]
    kept = [item for item in items if item.value.point == leading.value.point]
    for item in near:
        for other in kept:
            copied = ties.at_one_place(item, other)
            slip = explain(item.figure, other.figure, aligned=copied)
            if slip and (
                slip.kind != "changed_digit" if copied else slip.kind == "scale" and far_apart(item.value, other.value)
            ):
                yield Stand("garbled", f"{slip.detail}: probably a slip", ([item], [other]))
                break


def _sum_of(stand: Stand, texts: StoryTexts) -> str | None:
    one, other = stand.sides
    found = (summed(a, b, texts) for a in _one_a_document(one) for b in _one_a_document(other))
    return next((total for total in found if total), None)


def _one_a_document(items: Sequence[Measured]) -> list[Measured]:
    """One telling a document and value: copies of a text say nothing new of how it counts."""
    found: dict[tuple[object, ...], Measured] = {}
    for item in sorted(items, key=lambda item: item.figure.id):
        found.setdefault((item.context, item.value), item)
    return list(found.values())


def _runs(group: Sequence[Measured]) -> bool:
    """Whether it is a running toll: what is said to have happened grows, it is said of most of them, and is not long past."""
    events = [item.figure.event.class_ for item in group if item.figure.event and item.figure.event.class_ != "other"]
    grows = all(event in GROWING for event in events) and not any(item.long_past for item in group)
    return grows and 2 * len(events) > len(group)
