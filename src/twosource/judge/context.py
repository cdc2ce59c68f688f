"""The texts of a story and what judging asks of them: whose words, round which figure, in which sentence."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache

from twosource.judge.carriers import Carriers
from twosource.judge.families import Families, family_of
from twosource.judge.offices import Offices
from twosource.judge.wording import written
from twosource.records import Document, Figure, Line, Member, Period, Reuse, Speaker, Statement
from twosource.settings.claims import FAR_NOUN, FAR_ROLE
from twosource.spans import Span, merge
from twosource.text.lexicon import lexicon
from twosource.text.sentences import sentences
from twosource.text.stems import stem, words


class StoryTexts:
    """Look-ups over the documents of one story; sentences and stems are found once a document."""

    def __init__(
        self,
        documents: Iterable[Document],
        statements: Iterable[Statement],
        figures: Iterable[Figure],
        line_of: Mapping[str, Line],
        families: Families | None = None,
        corrected: Mapping[str, Speaker] | None = None,
        reuse: Sequence[Reuse] = (),
    ) -> None:
        self.documents = {document.id: document for document in documents}
        self.statements = {statement.id: statement for statement in statements}
        self.figures = {figure.id: figure for figure in figures}
        self.line_of = line_of
        self.carriers = Carriers(self.documents, line_of, reuse)
        self._corrected = corrected or {}
        houses = {name: family_of(document, families or {}) for name, document in self.documents.items()}
        self.family_of = {name: house for name, house in houses.items() if house}
        self._sentences: dict[str, list[Span]] = {}
        self._named: dict[str, frozenset[tuple[str, int]]] = {}
        self._figures: dict[str, list[Figure]] = defaultdict(list)
        for figure in sorted(self.figures.values(), key=lambda figure: (figure.span, figure.id)):
            self._figures[figure.document].append(figure)

    def elsewhere(self, one: str, other: str) -> bool:
        """Whether two places are surely two: their names share no word, and no sentence of the story names both."""
        if content_stems(one) & content_stems(other):
            return False
        return self._naming(one).isdisjoint(self._naming(other))

    def _naming(self, place: str) -> frozenset[tuple[str, int]]:
        """The sentences that name a place, as documents with the number of the sentence."""
        found = self._named.get(place)
        if found is None:
            name = re.compile(rf"\b{re.escape(place)}\b")
            found = self._named[place] = frozenset(
                (id_, self.place(id_, Span(*match.span())))
                for id_, document in self.documents.items()
                if place in document.text
                for match in name.finditer(document.text)
            )
        return found

    def sentence(self, document: str, span: Span) -> Span:
        """The sentence that holds the start of a span."""
        found, at = self._place(document, span)
        return found[at] if at >= 0 else span

    def _place(self, document: str, span: Span) -> tuple[list[Span], int]:
        """The sentences of a document and which of them holds the start of a span, -1 for none."""
        found = self._sentences.get(document)
        if found is None:
            found = self._sentences[document] = sentences(self.documents[document].text)
        return found, bisect_right(found, (span.start, len(self.documents[document].text))) - 1

    def place(self, document: str, span: Span) -> int:
        """Which sentence of a document holds the start of a span."""
        return self._place(document, span)[1]

    def around(self, figure: Figure, *, sentences_more: int = 1) -> Span:
        """The sentence of a figure with so many before and after it."""
        found, at = self._place(figure.document, figure.span)
        if at < 0:
            return figure.span
        return Span(found[max(0, at - sentences_more)].start, found[min(len(found) - 1, at + sentences_more)].end)

    def passage(self, figure: Figure) -> str:
        """The words of a figure's sentence and of the one after it, where a reporter says what was counted."""
        start = self.sentence(figure.document, figure.span).start
        return self.documents[figure.document].text[start : self.around(figure).end]

    def after(self, figure: Figure) -> str:
        """The words of a figure's sentence that follow it."""
        end = self.sentence(figure.document, figure.span).end
        return self.documents[figure.document].text[figure.span.end : end]

    def figures_near(self, figure: Figure, *, sentences_more: int = 1) -> list[Figure]:
        """The other figures of a figure's sentence and of those beside it, in order."""
        around = self.around(figure, sentences_more=sentences_more)
        found = self._figures[figure.document]
        first = bisect_left(found, around.start, key=lambda other: other.span.start)
        last = bisect_left(found, around.end, key=lambda other: other.span.start)
        return [other for other in found[first:last] if other.id != figure.id]

    def line(self, document: str) -> tuple[str, ...]:
        """The documents of a document's line of reporting."""
        return self.line_of[document].documents if document in self.line_of else (document,)

    def context(self, document: str, span: Span) -> frozenset[str]:
        """Stems of the content words of the sentence round a span."""
        sentence = self.sentence(document, span)
        return content_stems(sentence.of(self.documents[document].text))

    def opening(self, figure: Figure) -> str | None:
        """The stem of the first word of a figure's sentence that says something: what the sentence is about."""
        sentence = self.sentence(figure.document, figure.span).of(self.documents[figure.document].text)
        return next((stem(word) for word in words(sentence) if content_stems(word)), None)

    def names_beside(self, figure: Figure) -> list[str]:
        """The names in a figure's sentence up to the comma behind it, without those of who says it.

        A first word is one if the text never has it in small letters.
        """
        text, sentence = self.documents[figure.document].text, self.sentence(figure.document, figure.span)
        comma = text.find(", ", figure.span.end, sentence.end)
        sentence = Span(sentence.start, comma if comma >= 0 else sentence.end)
        told = self.statements[figure.statement].content if figure.statement in self.statements else (sentence,)
        parts = (Span(max(part.start, sentence.start), min(part.end, sentence.end)) for part in told)
        return [
            word
            for part in parts
            for word in words(part.of(text))
            if _may_be_name(word) and not _stands_small(word, text)
        ]

    def speaker_of(self, statement: str | None) -> Speaker | None:
        """The speaker of a statement, None where it names none or there is no statement."""
        if statement is not None and statement in self._corrected:
            return self._corrected[statement]
        speaker = self.statements[statement].speaker if statement in self.statements else None
        return speaker if speaker and speaker.kind != "unknown" else None

    def speaker(self, member: Member) -> Speaker | None:
        """The speaker whom the document of a member names for it."""
        return self.teller(self.figures[member.figure]) if member.figure else self.speaker_of(member.statement)

    def teller(self, figure: Figure) -> Speaker | None:
        """The speaker of a figure."""
        return self._corrected.get(figure.id) or self.speaker_of(figure.statement)

    def publisher(self, document: str) -> str:
        """The house a document comes from; one of which nothing is known counts as a house of its own."""
        return self.family_of.get(document, f"\x00{document}")

    @cached_property
    def offices(self) -> Offices:
        """The named speakers of the story with the words by which its documents introduce them."""
        spoken = sorted(self.statements.values(), key=lambda statement: statement.id)
        return Offices((s.speaker, self._round(s.document, s.speaker)) for s in spoken if s.speaker)

    def _round(self, document: str, speaker: Speaker) -> str:
        """The words of a speaker's sentence close to the name, which say for whom he speaks."""
        if speaker.span is None:
            return ""
        sentence, text = self.sentence(document, speaker.span), self.documents[document].text
        start, end = speaker.span.start - FAR_ROLE, speaker.span.end + FAR_ROLE
        return text[max(sentence.start, start) : min(max(sentence.end, speaker.span.end), end)]

    def said(self, statement: Statement) -> str:
        """The content of a statement, its pieces joined."""
        text = self.documents[statement.document].text
        return " … ".join(" ".join(span.of(text).split()) for span in statement.content)

    def phrase(self, figure: Figure) -> str:
        """A figure in words: the number, what is counted, what happened and when, as the report has them."""
        text = self.documents[figure.document].text
        phrase = self._counted(figure, text)
        if figure.side and figure.counted and figure.side.name not in phrase:
            phrase += f" ({figure.side.name})"
        if figure.event and not _tells(phrase, figure.event.class_):
            phrase += f" {figure.event.class_}"
        place = [figure.place.name] if figure.place and figure.place.name not in phrase else []
        day = figure.time.span.of(text) if figure.time and figure.time.span and _is_day(figure.time) else ""
        return ", ".join([phrase, *place, *([" ".join(day.split())] if day and day not in phrase else [])])

    def _counted(self, figure: Figure, text: str) -> str:
        """The number with its noun, as far as they stand close together; a single death told of a name is "one"."""
        number = written(figure)
        if figure.counted is None:
            return number
        head = figure.counted.span
        if figure.rule.startswith("single"):
            return number if figure.counted.head[:1].isupper() else f"{number} {figure.counted.head}"
        if figure.span.start <= head.start and head.end <= figure.span.end:
            return number
        if figure.event and figure.event.span == head and text[figure.span.end : head.start].strip():
            return number  # "more than 150 had been detained"
        if (
            figure.span.end <= head.start <= figure.span.end + FAR_NOUN
            and head.end <= self.sentence(figure.document, figure.span).end
        ):
            return number + " " + " ".join(text[figure.span.end : head.end].split())
        if figure.point == 1 and figure.counted.head.endswith("s"):
            return f"{number} of the {figure.counted.head}"
        return f"{number} {figure.counted.head}"


def _tells(phrase: str, event: str) -> bool:
    """Whether a phrase says what happened: "six arrests" are arrested, "five dead" killed."""
    told = lexicon("events").get(event, {})
    names = {name for place in ("noun", "after") for name in told.get(place, ())}
    return event == "other" or event in phrase or not names.isdisjoint(phrase.casefold().split())


def _is_day(time: Period) -> bool:
    """Whether a figure's time is a day or longer: a clock time says when, and is no period."""
    return time.start is not None and "T" not in time.start


def _may_be_name(word: str) -> bool:
    return len(word) > 2 and word[0].isupper() and bool(content_stems(word)) and stem(word) not in _of_the_calendar()


def _stands_small(word: str, text: str) -> bool:
    """Whether a text has a word in small letters, too: it is no name, though it opens a sentence."""
    return word.lower() in text and bool(re.search(rf"\b{re.escape(word.lower())}\b", text))


@cache
def _of_the_calendar() -> frozenset[str]:
    dates = lexicon("dates")
    names = ("months", "month_abbreviations", "weekdays", "weekday_abbreviations")
    return frozenset(stem(word) for group in names for word in dates[group])


@cache
def _little_meaning() -> frozenset[str]:
    numbers = [lexicon("numbers")[group] for group in ("ones", "teens", "tens", "scales", "fractions")]
    return frozenset(stem(word) for group in (*lexicon("function_words").values(), *numbers) for word in group)


@lru_cache(maxsize=1 << 14)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that say what a text is about, numbers left out; a sentence is asked about again and again."""
    found = words(text.casefold())
    stems = frozenset(stem(word) for word in found if word.isalpha() or not any(map(str.isdigit, word)))
    return stems - _little_meaning()


def quoted_parts(statement: Statement, quoted: Sequence[Span]) -> list[Span]:
    """The parts of a statement's content that stand inside quotation marks."""
    return merge(
        Span(max(content.start, quote.start), min(content.end, quote.end))
        for content in statement.content
        for quote in quoted
        if content.overlaps(quote)
    )
