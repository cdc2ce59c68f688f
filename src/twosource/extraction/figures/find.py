"""Figures: each number with its unit, what it counts, what happened to it, when, and who said so.

Numbers come from `numbers`, what they count from `attach`; here the two are joined to records and tied to the statement
that holds them.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from twosource.extraction.figures.attach import Attachment, attach
from twosource.extraction.figures.casualties import Count, shot_and_killed
from twosource.extraction.figures.events import Found
from twosource.extraction.figures.listed_persons import find_lists
from twosource.extraction.figures.rests import find_rest
from twosource.extraction.figures.single_death import find_single_death, find_single_injury
from twosource.extraction.figures.singular import find_singulars, several, single
from twosource.extraction.figures.sums import find_sums, total
from twosource.extraction.numbers.find import Number, find_numbers
from twosource.records import Counted, Date, Event, Figure, Relation, Statement, record_id
from twosource.settings.attach import CONFIDENCE_OF_SINGULAR
from twosource.spans import Span


def find_figures(
    text: str,
    *,
    document: str = "",
    dates: Sequence[Date] = (),
    statements: Sequence[Statement] = (),
    boilerplate: Sequence[Span] = (),
    published: str | None = None,
) -> list[Figure]:
    """The figures of a text in order; ids depend on the document's name, the place and the words.

    `dates` keep their numbers from being read as figures and give figures their time; `statements` are those of the
    same text. What has happened is put at no date after `published`.
    """
    stated = find_numbers(text, dates=[date.span for date in dates], boilerplate=boilerplate)
    numbers = _with_singulars(text, stated, boilerplate)
    attached = attach(text, numbers, dates=dates, published=published)
    numbers, attached = _with_sums(text, numbers, attached)
    numbers, attached = _with_lists(text, numbers, attached, boilerplate)
    numbers, attached = _with_single_fates(text, numbers, attached, boilerplate)
    attached = _with_casualties(text, numbers, attached)
    if rest := find_rest(text, numbers, attached):
        numbers, attached = _put_in(rest[1], rest[2], rest[0], numbers, attached)
    ids = [record_id("figure", document, *number.span, number.span.of(text)) for number in numbers]
    holders = _innermost(statements, [number.span for number in numbers])
    return [
        _figure(text, document, ids, at, number, attachment, holder)
        for at, (number, attachment, holder) in enumerate(zip(numbers, attached, holders, strict=True))
    ]


def _with_singulars(text: str, numbers: list[Number], boilerplate: Sequence[Span]) -> list[Number]:
    """The numbers and the single persons between them, in order of place; indices of other numbers moved along."""
    singulars = find_singulars(text, taken=[number.span for number in numbers], boilerplate=boilerplate)
    if not singulars:
        return numbers
    merged = sorted([*numbers, *singulars], key=lambda number: number.span)
    moved = {number.span: at for at, number in enumerate(merged)}
    places = [moved[number.span] for number in numbers]
    return [_moved(number, places.__getitem__) for number in merged]


def _with_sums(text: str, numbers: list[Number], attached: list[Attachment]) -> tuple[list[Number], list[Attachment]]:
    """Adds what lists of people add up to; the numbers of a list become parts of its sum."""
    for found in reversed(find_sums(text, numbers, attached)):
        at, moved = found.parts[0], 1
        if found.whole is None:
            numbers, attached = _put_in(*total(text, found, numbers, attached), at, numbers, attached)
        else:
            at, moved = found.whole, 0
        for n in found.parts:
            attached[n + moved] = attached[n + moved]._replace(relation=("part_of", at))
    return numbers, attached


def _put_in(
    number: Number, here: Attachment, at: int, numbers: list[Number], attached: list[Attachment]
) -> tuple[list[Number], list[Attachment]]:
    """The numbers with one more at the index `at`; indices of others moved along."""
    moved = [_moved(other, lambda place: place + (place >= at)) for other in numbers]
    shifted = [
        other._replace(relation=(other.relation[0], other.relation[1] + (other.relation[1] >= at)))
        if other.relation
        else other
        for other in attached
    ]
    return [*moved[:at], number, *moved[at:]], [*shifted[:at], here, *shifted[at:]]


def _with_lists(
    text: str, numbers: list[Number], attached: list[Attachment], boilerplate: Sequence[Span]
) -> tuple[list[Number], list[Attachment]]:
    """Adds how many the lists of single persons name; single ones counted inside a list become parts of it."""
    taken = [number.span for number in numbers if number.kind == "count" and number.rule not in ("singular", "both")]
    for found in find_lists(text, taken=taken, boilerplate=boilerplate):
        span = found.who.span
        count = several(span, found.number, "list", CONFIDENCE_OF_SINGULAR)
        told = _befallen(found.who, found.event)
        at = bisect_left([number.span for number in numbers], span)
        while at and numbers[at - 1].span.start == span.start:
            at -= 1
        numbers, attached = _put_in(count, told, at, numbers, attached)
        for n in range(at + 1, len(numbers)):
            if not span.covers(numbers[n].span):
                break
            if numbers[n].rule in ("singular", "both"):
                attached[n] = attached[n]._replace(relation=("part_of", at))
    return numbers, attached


def _befallen(who: Counted, found: Found) -> Attachment:
    """What is told of persons whom no number counts."""
    return Attachment(
        counted=who, event=found.event, aggregation="incident", confidence=found.confidence, rule=found.rule
    )


def _with_single_fates(
    text: str, numbers: list[Number], attached: list[Attachment], boilerplate: Sequence[Span]
) -> tuple[list[Number], list[Attachment]]:
    """Adds the one death and the one injury that a text tells of without a number, where it gives no number of them."""
    counted = {here.event.class_ for here, n in zip(attached, numbers, strict=True) if here.event and n.kind == "count"}
    fates = []
    if counted.isdisjoint(("killed", "casualties")):
        fates.append(find_single_death(text, boilerplate=boilerplate))
    if counted.isdisjoint(("injured", "hospitalised", "casualties")):
        fates.append(find_single_injury(text, boilerplate=boilerplate))
    for fate in filter(None, fates):
        one = single(fate.who.span, f"single {fate.event.event.class_}", CONFIDENCE_OF_SINGULAR)
        told = _befallen(fate.who, fate.event)
        at = bisect_left([number.span for number in numbers], one.span)
        near = numbers[max(0, at - 1) : at + 1]
        if not any(number.span.overlaps(one.span) and number.kind != "age" for number in near):
            numbers, attached = _put_in(one, told, at, numbers, attached)
    return numbers, attached


def _with_casualties(text: str, numbers: list[Number], attached: list[Attachment]) -> list[Attachment]:
    """The dead and the hurt together where the text's other numbers say so."""
    if not any(here.event and here.event.class_ == "killed" for here in attached):
        return attached
    counts = [
        Count(
            number.span,
            number.point,
            here.event if number.kind == "count" and not here.relation else None,
            number.confidence * here.confidence,
        )
        for number, here in zip(numbers, attached, strict=True)
    ]
    for n in shot_and_killed(text, counts):
        event = attached[n].event
        assert event is not None
        attached[n] = attached[n]._replace(event=Event(event.span, "casualties"))
    return attached


def _moved(number: Number, place: Callable[[int], int]) -> Number:
    """The number with the new places of the others that it depends on, which few do."""
    origin, other = number.moved_from, number.conversion_of
    if origin is None and other is None:
        return number
    return number._replace(
        moved_from=None if origin is None else place(origin), conversion_of=None if other is None else place(other)
    )


def _figure(
    text: str, document: str, ids: list[str], at: int, number: Number, attached: Attachment, statement: str | None
) -> Figure:
    return Figure(
        id=ids[at],
        document=document,
        span=number.span,
        text=number.span.of(text),
        point=number.point,
        low=number.low,
        high=number.high,
        bound=number.bound,
        kind=number.kind,
        unit=number.unit,
        counted=attached.counted,
        event=attached.event,
        modality=attached.modality,
        aggregation=attached.aggregation,
        relation=_relation(number, attached, ids),
        conversion_of=None if number.conversion_of is None else ids[number.conversion_of],
        per=number.per or attached.per,
        actor=attached.actor,
        side=attached.side,
        place=attached.place,
        time=attached.time,
        statement=statement,
        rule=f"{number.rule}; {attached.rule}" if attached.rule else number.rule,
        confidence=round(number.confidence * attached.confidence, 3),
    )


def _relation(number: Number, attached: Attachment, ids: list[str]) -> Relation | None:
    if number.moved_from is not None:
        return Relation("moved_from", ids[number.moved_from])
    if attached.relation is None:
        return None
    kind, other = attached.relation
    return Relation(kind, ids[other])


def _innermost(statements: Sequence[Statement], spans: list[Span]) -> Iterator[str | None]:
    """For each span, in order of place, the id of the statement with the shortest content that holds it, or None."""
    contents = sorted(
        (span, sum(part.end - part.start for part in statement.content), statement.id)
        for statement in statements
        for span in statement.content
    )
    open_contents: list[tuple[Span, int, str]] = []
    following = 0
    for span in spans:
        while following < len(contents) and contents[following][0].start <= span.start:
            open_contents.append(contents[following])
            following += 1
        open_contents = [content for content in open_contents if content[0].end > span.start]
        holding = [(length, name) for content, length, name in open_contents if content.covers(span)]
        yield min(holding)[1] if holding else None
