"""What a share, a sum or a length of time measures: the words close to the number that say so."""

from collections.abc import Iterable, Sequence
from functools import cache

from twosource.compare.measured import Measured
from twosource.judge.context import StoryTexts, content_stems
from twosource.records import Figure
from twosource.settings.claims import TOPIC_WORDS_AFTER, TOPIC_WORDS_BEFORE, TOPIC_WORDS_SHOWN
from twosource.spans import Span
from twosource.text.lexicon import lexicon
from twosource.text.stems import stem, words


def topic_of(figure: Figure, texts: StoryTexts) -> frozenset[str]:
    """Stems of the words round a figure, up to the next figure, that say what it measures; none for what is counted.

    "Food prices climbed 6.1 percent" is of food and prices. Names, words of change and of the calendar say little of it.
    """
    return frozenset(stem(word) for word in _words_round(figure, texts)) if figure.kind != "count" else frozenset()


def shared_topic(leading: Figure, group: Sequence[Measured], texts: StoryTexts) -> str:
    """The words of the leading figure's topic that another document shares, as they are written; empty where none does."""
    others = frozenset().union(*(item.topic for item in group if item.figure.document != leading.document))
    shared = [word for word in _words_round(leading, texts) if stem(word) in others]
    written = list(dict.fromkeys(word if word.isupper() else word.casefold() for word in shared))
    return " ".join(written[:TOPIC_WORDS_SHOWN])


def _words_round(figure: Figure, texts: StoryTexts) -> Iterable[str]:
    text, sentence = texts.documents[figure.document].text, texts.sentence(figure.document, figure.span)
    near = texts.figures_near(figure, sentences_more=0)
    start = max([sentence.start, *(other.span.end for other in near if other.span.end <= figure.span.start)])
    end = min([sentence.end, *(other.span.start for other in near if other.span.start >= figure.span.end)])
    before = words(Span(start, figure.span.start).of(text))[-TOPIC_WORDS_BEFORE:]
    after = words(Span(figure.span.end, end).of(text))[:TOPIC_WORDS_AFTER]
    opening = next(iter(words(sentence.of(text))), None)
    for word in (*before, *after):
        name = word[0].isupper() and not word.isupper() and word != opening
        if not name and stem(word) not in _saying_little() and content_stems(word):
            yield word


@cache
def _saying_little() -> frozenset[str]:
    dates = lexicon("dates")
    calendar = [
        word for group in ("months", "weekdays", "seasons", "units", "steps", "ordinals") for word in dates[group]
    ]
    change = [word for told in lexicon("number_context")["trend"]["words"] for word in told.split()]
    return frozenset(map(stem, (*calendar, *change)))
