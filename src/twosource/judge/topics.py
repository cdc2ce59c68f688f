"""What a share, a sum or a length of time measures: the words close to the number that say so."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from twosource.compare.measured import Measured
from twosource.judge.context import StoryTexts, content_stems
from twosource.records import Figure
from twosource.settings.claims import TOPIC_WORDS_AFTER, TOPIC_WORDS_BEFORE, TOPIC_WORDS_SHOWN
from twosource.text.lexicon import lexicon
from twosource.text.stems import stem, words


def topic_of(figure: Figure, texts: StoryTexts) -> frozenset[str]:
    """Stems of the words round a figure, up to the next figure, that say what it measures; none for what is counted.

    "Food prices climbed 6.1 percent" is of food and prices. Names, words of change and of the calendar say little of it.
    """
    return frozenset(stem(word) for word in _words_round(figure, texts)) if figure.kind != "count" else frozenset()


def shared_topic(group: Sequence[Measured], texts: StoryTexts) -> str:
    """The words of a claim's topics that most of its documents have, as they are written; empty where each has its own."""
    documents: dict[str, set[str]] = defaultdict(set)
    written: dict[str, str] = {}
    for item in sorted(group, key=lambda item: item.figure.id):
        for word in _words_round(item.figure, texts):
            documents[stem(word)].add(item.figure.document)
            written.setdefault(stem(word), word if word.isupper() else word.casefold())
    most = max(map(len, documents.values()), default=0)
    found = [written[base] for base, holders in documents.items() if len(holders) == most]
    return " ".join(found[:TOPIC_WORDS_SHOWN]) if most > 1 else ""


def _words_round(figure: Figure, texts: StoryTexts) -> tuple[str, ...]:
    text, sentence = texts.documents[figure.document].text, texts.sentence(figure.document, figure.span)
    near = texts.figures_near(figure, sentences_more=0)
    start = max([sentence.start, *(other.span.end for other in near if other.span.end <= figure.span.start)])
    end = min([sentence.end, *(other.span.start for other in near if other.span.start >= figure.span.end)])
    opening = next(iter(words(sentence.of(text))), None)
    return _telling(text[start : figure.span.start], text[figure.span.end : end], opening)


# Carriers of one text bring the same sentences again and again.
@lru_cache(maxsize=1 << 12)
def _telling(before: str, behind: str, opening: str | None) -> tuple[str, ...]:
    """The words at the end of one stretch and the beginning of another that say what is measured."""
    close = (*words(before)[-TOPIC_WORDS_BEFORE:], *words(behind)[:TOPIC_WORDS_AFTER])
    plain = (word for word in close if not word[0].isupper() or word.isupper() or word == opening)
    return tuple(word for word in plain if stem(word) not in _saying_little() and content_stems(word))


@cache
def _saying_little() -> frozenset[str]:
    dates = lexicon("dates")
    calendar = [
        word for group in ("months", "weekdays", "seasons", "units", "steps", "ordinals") for word in dates[group]
    ]
    change = [word for told in lexicon("number_context")["trend"]["words"] for word in told.split()]
    return frozenset(map(stem, (*calendar, *change, *lexicon("counting")["estimates"]["words"])))
