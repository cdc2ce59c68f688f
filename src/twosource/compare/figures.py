"""The figures of a story that measure the same thing, put into groups."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import combinations

from twosource.compare.linkage import complete_linkage
from twosource.compare.measured import Measured
from twosource.compare.same_figure import Kinship, kinship
from twosource.compare.slips import digits_in, explain
from twosource.compare.values import relate
from twosource.records import Figure
from twosource.settings.claims import COMMON_WORD_SHARE, CONTEXT_WORDS_IN_COMMON
from twosource.text.names import same_name
from twosource.text.stems import stem


def group_figures(
    measured: Sequence[Measured],
    *,
    aligned: Iterable[tuple[str, str]] = (),
    contrasted: Iterable[tuple[str, str]] = (),
    elsewhere: Callable[[str, str], bool] | None = None,
) -> list[list[Measured]]:
    """Groups of figures that measure one thing; each figure is in just one, alone where nothing else fits.

    `aligned` are pairs of figure ids that stand at the same place of a shared passage, `contrasted` those that one report
    sets against each other; `elsewhere` tells of the names of two places whether they are surely two. Figures told in the
    same words travel together, so that a text with two hundred carriers costs no more than one.
    """
    forms: dict[tuple[object, ...], list[Measured]] = defaultdict(list)
    for item in sorted(measured, key=lambda item: item.figure.id):
        forms[_form(item)].append(item)
    items = list(forms.values())
    at = {item.figure.id: n for n, form in enumerate(items) for item in form}
    together = _places(aligned, at)
    opposed = _places(contrasted, at)
    ties = _Ties(items, together, opposed, elsewhere)
    twin_of = _garbled_twins(items, together)
    strong = [
        (pair, found)
        for pair in sorted({*_candidates(items), *together, *opposed})
        if twin_of.keys().isdisjoint(pair) and (found := ties.of(*pair)) and found.joins
    ]
    strong.sort(key=lambda item: (-item[1].weight, item[0]))
    # Values that agree find each other first, so that one that differs meets all who hold the other.
    alone = [[n] for n in range(len(items))]
    agreeing = complete_linkage(alone, [pair for pair, found in strong if found.agree], ties.agree)
    groups = complete_linkage(agreeing, [pair for pair, found in strong if not found.agree], ties.fit)
    return [[item for n in group for item in items[n]] for group in _with_twins(groups, twin_of)]


class _Ties:
    """What ties the figures of a story, each pair found once."""

    def __init__(
        self,
        items: Sequence[Sequence[Measured]],
        together: AbstractSet[tuple[int, int]],
        opposed: AbstractSet[tuple[int, int]],
        elsewhere: Callable[[str, str], bool] | None,
    ) -> None:
        self._items, self._together, self._opposed, self._elsewhere = items, together, opposed, elsewhere
        self._found: dict[tuple[int, int], Kinship | None] = {}

    @cached_property
    def _told(self) -> set[tuple[str, str, str]]:
        """Each document with the values that it gives."""
        return {(item.figure.document, *_rough(item)) for form in self._items for item in form}

    def of(self, low: int, high: int) -> Kinship | None:
        """The evidence that two figures measure one thing; None where something rules it out."""
        pair = low, high
        if pair not in self._found:
            one, other = self._items[low], self._items[high]
            found = _tie(one, other, aligned=pair in self._together, contrasted=pair in self._opposed)
            apart = found and not found.at_one_place and self._of_two_places(one[0].figure, other[0].figure)
            both = found and "slip" in found.evidence and pair not in self._together and self._tells_both(one, other)
            self._found[pair] = None if apart or both else found
        return self._found[pair]

    def fit(self, low: int, high: int) -> bool:
        """Whether nothing rules it out."""
        return self.of(low, high) is not None

    def agree(self, low: int, high: int) -> bool:
        """Whether the two may stand in a claim of values that agree."""
        found = self.of(low, high)
        return found is not None and found.bears

    def _tells_both(self, a: Sequence[Measured], b: Sequence[Measured]) -> bool:
        """Whether a report of one value gives the other, too: no slip made it. Small counts stand everywhere and tell nothing."""
        if a[0].figure.kind == "count":
            return False
        one, other = _rough(a[0]), _rough(b[0])
        return any((x.figure.document, *other) in self._told for x in a) or any(
            (x.figure.document, *one) in self._told for x in b
        )

    def _of_two_places(self, a: Figure, b: Figure) -> bool:
        return bool(self._elsewhere and a.place and b.place and self._elsewhere(a.place.name, b.place.name))


def _rough(item: Measured) -> tuple[str, str]:
    return item.value.dimension, f"{item.value.point:.2g}"


def _garbled_twins(items: Sequence[Sequence[Measured]], together: AbstractSet[tuple[int, int]]) -> dict[int, int]:
    """Figures that a copy garbled, each with the figure it was made of: fewer tell it, at the same place of their texts.

    Whatever else tells the original need not fit what was made of it.
    """
    found: dict[int, int] = {}
    for low, high in sorted(together):
        slip = explain(items[low][0].figure, items[high][0].figure, aligned=True)
        if slip and slip.kind in GARBLED and items[low][0].value.point != items[high][0].value.point:
            carriers = {n: _carriers(items, n) for n in (low, high)}
            twin, original = sorted((low, high), key=lambda n: (carriers[n], -n))
            if carriers[twin] == 1 < carriers[original] and not {twin, original} & {*found, *found.values()}:
                found[twin] = original
    return found


def _carriers(items: Sequence[Sequence[Measured]], n: int) -> int:
    """How many documents of the story give the value of a figure, or one that it rounds to, whatever they say of it."""
    value = items[n][0].value
    agreeing = (form for form in items if form[0].value.dimension == value.dimension)
    told = [form for form in agreeing if relate(form[0].value, value) in ("equal", "rounded")]
    return len({item.figure.document for form in told for item in form})


def _with_twins(groups: Sequence[list[int]], twin_of: Mapping[int, int]) -> list[list[int]]:
    """The groups, each twin moved from its own to that of its original."""
    kept = [[n for n in group if n not in twin_of] for group in groups]
    home = {n: group for group in kept for n in group}
    for twin, original in sorted(twin_of.items()):
        home[original].append(twin)
    return sorted(sorted(group) for group in kept if group)


# What happens to a number that is copied; a changed digit may be a newer count.
GARBLED = ("scale", "unit", "swapped_digits")


def _places(pairs: Iterable[tuple[str, str]], at: Mapping[str, int]) -> set[tuple[int, int]]:
    """Pairs of ids as pairs of places, the lower first."""
    return {(min(at[a], at[b]), max(at[a], at[b])) for a, b in pairs if a in at and b in at and at[a] != at[b]}


def _form(item: Measured) -> tuple[object, ...]:
    figure = item.figure
    return (
        figure.text.casefold(),
        figure.bound,
        figure.event and figure.event.class_,
        figure.counted and figure.counted.head.casefold(),
        figure.side and figure.side.name,
        figure.relation and figure.relation.kind,
        figure.modality,
        figure.time and (figure.time.start, figure.time.end),
        item.speaker,
        item.named,
        item.context,
        item.one_of_many,
        item.condition,
        item.long_past,
        item.lasts,
        item.narrowed,
        item.topic,
        item.of_speaker,
        item.person,
    )


def _tie(a: Sequence[Measured], b: Sequence[Measured], *, aligned: bool, contrasted: bool) -> Kinship | None:
    tie = kinship(a[0], b[0], aligned=aligned, contrasted=contrasted)
    if tie is None or tie.agree or contrasted or "slip" in tie.evidence:
        return tie
    # One document that gives two values speaks of two things, unless it gives them as the words of two speakers.
    first, second = a[0].speaker, b[0].speaker
    told_by_two = first is not None and second is not None and not same_name(first, second)
    # Of an event's toll, only who is named counts for himself: police and "investigators" tell of its parts.
    told_by_two = told_by_two and (not tie.toll or (a[0].named and b[0].named))
    # A speaker's number beside the reporter's own is a second voice too, but tolls of two events are told like that, and
    # sums of nothing that is named.
    counted = not {"head", "class"}.isdisjoint(tie.evidence)
    told_by_two = told_by_two or ((first is None) != (second is None) and not tie.toll and counted)
    # ... or tells how a toll rose.
    one, other = a[0].figure, b[0].figure
    moved = any(figure.relation and figure.relation.kind == "moved_from" for figure in (one, other))
    rose = tie.toll and (moved or "total" in (one.aggregation, other.aggregation))
    shared = {item.figure.document for item in a} & {item.figure.document for item in b}
    # "Thousands" beside a number is no second count of its own.
    loose = "vague" in (one.bound, other.bound)
    return None if shared and not told_by_two and not rose and not loose else tie


def _candidates(items: Sequence[Sequence[Measured]]) -> Iterator[tuple[int, int]]:
    """Pairs worth a look: the same event, value or digits, or content words in common that are not all over the story."""
    events, words, values = defaultdict(list), defaultdict(list), defaultdict(list)
    for n, (first, *_) in enumerate(items):
        if first.figure.event:
            events[first.value.dimension, first.figure.event.class_].append(n)
        if first.person:
            events[first.value.dimension, first.person.split()[-1]].append(n)
        values[first.value.dimension, f"{first.value.point:.3g}"].append(n)
        if first.figure.counted and len(digits := digits_in(first.value.point)) > 1:
            values[stem(first.figure.counted.head), digits].append(n)  # 12 guards for 12,000 guards, 241 for 214
        for word in sorted(first.context):
            words[first.value.dimension, word].append(n)
    for group in [*events.values(), *values.values()]:
        yield from combinations(group, 2)
    common = max(8, int(COMMON_WORD_SHARE * len(items)))
    told = (group for group in words.values() if len(group) <= common)
    in_common = Counter(pair for group in told for pair in combinations(group, 2))
    yield from (pair for pair, count in in_common.items() if count >= CONTEXT_WORDS_IN_COMMON)
