"""Numbers that a report itself sets against each other: "Police put the crowd at 12,000, while organisers said 60,000"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from twosource.judge.context import StoryTexts
from twosource.judge.speakers import name_of
from twosource.records import Figure
from twosource.settings.claims import WORDS_BEFORE_AN_ESTIMATE
from twosource.text.lexicon import alternation, lexicon
from twosource.text.stems import stem

_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+$")


def contrasted(texts: StoryTexts, figures: Iterable[Figure]) -> Iterator[tuple[str, str]]:
    """Pairs of ids of figures of one sentence that two speakers give of one thing, by the words between them."""
    by_document: dict[str, list[Figure]] = {}
    for figure in sorted(figures, key=lambda figure: (figure.document, figure.span)):
        by_document.setdefault(figure.document, []).append(figure)
    for document, found in by_document.items():
        text = texts.documents[document].text
        for one, other in _beside(found, texts):
            away = texts.place(document, other.span) - texts.place(document, one.span)
            if _of_one_speaker(one, other, texts):
                continue
            first, second = (texts.sentence(document, figure.span) for figure in (one, other))
            if away == 1 and _answered(first.of(text), text[second.start : other.span.start]):
                yield one.id, other.id
            before, between = text[first.start : one.span.start], text[one.span.end : other.span.start]
            if away == 0 and _set_apart(before, between, same_noun=bool(_heads(one)) and _heads(one) == _heads(other)):
                yield one.id, other.id


def _beside(figures: Sequence[Figure], texts: StoryTexts) -> Iterator[tuple[Figure, Figure]]:
    """Each figure with the one before it that could count the same, in its sentence or the one before.

    Where others stand between, what happened must be the same: "17 have died and 655 are ill. Doctors counted 26 dead."
    """
    for n, other in enumerate(figures):
        for at in range(n - 1, -1, -1):
            one = figures[at]
            if texts.place(other.document, other.span) - texts.place(one.document, one.span) > 1:
                break
            happened = one.event and other.event and one.event.class_ == other.event.class_
            if (happened or at == n - 1) and _alike(one, other):
                yield one, other
                break


def _answered(sentence: str, before: str) -> bool:
    """Whether a sentence that tells a number with its speaker is followed by another one's estimate: "Police spoke of"."""
    told = _words("estimates").search(sentence) or _words("tellings").search(sentence)
    estimates = list(_words("estimates").finditer(before))
    if not told or not estimates or _PASSIVE.search(before[: estimates[-1].start()]):
        return False  # "All the grain IS ESTIMATED at" is nobody's answer
    return len(before[estimates[-1].end() :].split()) <= WORDS_BEFORE_AN_ESTIMATE


def _of_one_speaker(a: Figure, b: Figure, texts: StoryTexts) -> bool:
    """Whether one speaker, who is named, tells both."""
    one, other = name_of(texts.teller(a)), name_of(texts.teller(b))
    return one is not None and one == other


def _alike(a: Figure, b: Figure) -> bool:
    """Whether the two could count one thing: in one unit, of one event if any, and with no other noun."""
    if a.kind != b.kind or a.unit != b.unit or a.relation or b.relation or a.point == b.point:
        return False
    if a.event and b.event and a.event.class_ != b.event.class_ and "other" not in (a.event.class_, b.event.class_):
        return False
    people = a.counted and b.counted and a.counted.class_ and a.counted.class_ == b.counted.class_
    return _heads(a) is None or _heads(b) is None or _heads(a) == _heads(b) or bool(people)


def _heads(figure: Figure) -> str | None:
    return stem(figure.counted.head) if figure.counted else None


def _set_apart(before: str, between: str, *, same_noun: bool) -> bool:
    estimate, telling = _words("estimates"), _words("tellings")
    first = estimate.search(before) or telling.search(before)
    second = estimate.search(between) or telling.search(between)
    estimated = estimate.search(before) or estimate.search(between) or same_noun
    return bool(first and second and estimated and (";" in between or _words("contrasts").search(between)))


@cache
def _words(group: str) -> "re.Pattern[str]":
    return re.compile(rf"\b{alternation(lexicon('counting')[group]['words'])}\b", re.IGNORECASE)
