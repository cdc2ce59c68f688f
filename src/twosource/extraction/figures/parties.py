"""Who did what a figure tells of, whose the counted ones are, and where and when it happened, if the sentence says so."""

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache

from twosource.extraction.dates import calendar
from twosource.extraction.figures.counted import PERSONS, NounPhrase
from twosource.extraction.figures.events import LOSING, Found
from twosource.extraction.numbers.find import Number
from twosource.extraction.sentences.clause_words import classes_of_things, listed
from twosource.extraction.sentences.wording import Words
from twosource.records import Date, Party, Period
from twosource.spans import Span
from twosource.text.lexicon import alternation, lexicon
from twosource.text.names import country_of

_ACTING = PERSONS | {"group"}
_LOSING = LOSING | {"suffered"}
_WORDS = re.compile(r"[\w’']+")
# What follows is of another time: "€340m, compared with €304m a year earlier", "sent 300 and will send 40 in June", "94 mm,
# the most since records began in 1911".
_PARTED = re.compile(
    r";|\b(?:compared\s+(?:with|to)|(?:up|down)\s+from|against|versus)\s"
    r"|,\s+the\s+(?:\w+\s+){1,4}since\b|\bsince\s+records\b"
    r"|\s(?:and|but)\s+(?:will|would|plans?|aims?|hopes?|expects?|intends?|wants?)\b"
)
_NEXT_CLAUSE = re.compile(
    _PARTED.pattern
    + r"|,\s+(?:(?:and|but)\s+)?(?:will|would|is|are|was|were|has|had|have|plans?)\b"
    + r"|\b(?:after|when|while|before|because|although)\b"
)
# A result is told, not an event: "posted a loss of"; "announced that" opens a clause with a time of its own.
_RESULT = re.compile(r"\b(?:reported|announced|posted|unveiled|published|released)\s+(?!that\b)[^,;.]*\Z")
_MADE = re.compile(
    r"\b(?:built|founded|established|completed|constructed|erected|designed|born|set\s+up)\s+(?:back\s+)?(?:in|since|around|about)\s+\Z"
)
_RELATIVE = re.compile(r", (?:who|which|whose|where)\b")
_WHEN = re.compile(r",?\s+when\b")
_OF_THE_CALENDAR = ("day", "week", "month", "quarter", "year", "decade", "century")
_BY_REACH = 6  # words between what happened and "by" with the one who did it
_NAME_REACH = 5  # words of a name or a noun phrase
_TOLD_REACH = 90  # characters between the verb and a result
_OPENING_WORDS = 1  # words between a date and the number that it opens: "in 2030 another 4 percent"
_ASIDE_REACH = 120  # characters of a relative clause before or behind a number


def owner_of(text: str, words: Words, before: int, phrase: NounPhrase, event: Found | None) -> Party | None:
    """Whose they are: "North Korea, which sent 12 of its soldiers", "the losses of the North Korean contingent"."""
    inside = words.folded[before : phrase.end]
    if event and event.rule == "toll":
        names = [n for n in range(event.at + 1, before) if words.written[n][0].isupper()]
    elif phrase.partitive and any(word in listed("possessive") for word in inside):
        names = [n for n in range(before) if words.written[n][0].isupper() and (n > 0 or len(words.written[n]) > 3)]
    else:
        return None
    if not names:
        return None
    last = first = names[-1]
    while first - 1 in names:
        first -= 1
    span = Span(words.starts[first], words.ends[last])
    return Party(span, " ".join(span.of(text).split()))


def actor_of(text: str, words: Words, event: Found | None) -> Party | None:
    """Who did it: "REBELS killed 12 guards", "12 guards were killed by REBELS"; None for storms and blasts."""
    if event is None or event.event.class_ in ("lost", "casualties", "missing", "other"):
        return None
    if event.rule.startswith("before"):
        return None if words.folded[event.at] in _LOSING else _subject(text, words, event.at)
    if event.rule.startswith("after"):
        return _agent(text, words, event)
    return None


def sufferer_of(text: str, words: Words, event: Found | None) -> Party | None:
    """Who lost or won what is counted: "the NORDA ARMY lost 40 tanks", "the GREEN LIST won 16 seats"."""
    if event is None or event.rule != "before":
        return None
    theirs = words.folded[event.at] in _LOSING or event.event.class_ == "voted"
    return _subject(text, words, event.at) if theirs else None


def _subject(text: str, words: Words, verb: int) -> Party | None:
    """The noun phrase right before an active verb, auxiliaries and adverbs left out."""
    if words.folded[verb].endswith("ing") or (verb + 1 < len(words) and words.folded[verb + 1] == "of"):
        return None  # "…, killing 12", "the killing of 12" name nobody before them
    end = verb
    while end > 0 and (words.folded[end - 1] in listed("before_verb") or words.folded[end - 1].endswith("ly")):
        end -= 1
    start = end
    while start > 0 and end - start < _NAME_REACH and _goes_on(words, start - 1):
        if words.folded[start] in listed("opening"):
            break  # "in Tarsk THE Green List took 16 seats"
        start -= 1
    if start > 0 and words.folded[start - 1] in ("of", "to", "from", "in", "at", "by", "with", "for", "near", "on"):
        return None  # what stands before the verb only belongs to its subject
    return _party(text, words, start, end)


def _agent(text: str, words: Words, event: Found) -> Party | None:
    """The noun phrase behind "by" after a passive."""
    told = event.event.span.end
    at = next((n for n in range(event.at, len(words)) if words.starts[n] >= told), len(words))
    for n in range(at, min(len(words), at + _BY_REACH)):
        if words.folded[n] == "by":
            end = n + 1
            while end < len(words) and end - n <= _NAME_REACH and _goes_on(words, end):
                end += 1
            return _party(text, words, n + 1, end)
        if words.folded[n] in listed("breaks") or words.folded[n] in ("and", ",", "(", "—", "–", "--"):
            return None
    return None


def _goes_on(words: Words, at: int) -> bool:
    """Whether a word may stand inside a name or a short noun phrase."""
    first, word = words.written[at][0], words.folded[at]
    return first.isalpha() and (first.isupper() or not (word in listed("stops") or word in listed("predicates")))


def _party(text: str, words: Words, start: int, end: int) -> Party | None:
    """The words of a noun phrase as a party, if they name somebody: a name, people, or a body of people."""
    while start < end and (words.folded[start] == "by" or words.folded[start] in listed("skipped")):
        start += 1
    if start == end or words.folded[start] in listed("days"):
        return None
    start = next((n + 1 for n in range(end - 2, start - 1, -1) if words.folded[n].endswith(("'s", "’s"))), start)
    head = words[end - 1]
    named = head.text[0].isupper() and head.folded not in listed("days")
    if named and start == 0 and end == 1:  # at the head of a sentence anything has a capital
        named = bool(country_of(head.text)) or bool(re.search(rf"[a-z,;] {re.escape(head.text)}\b", text))
    if not named and classes_of_things().get(head.folded) not in _ACTING and head.folded not in listed("forces"):
        return None
    span = Span(words.starts[start], head.span.end)
    return Party(span, " ".join(span.of(text).split()))


@cache
def _places() -> re.Pattern[str]:
    # In a headline every word has a capital, and a day may follow any name: "6 Hurt in Carrow Bay Monday At a Fair".
    function = [word for word in lexicon("function_words")["function"] if word not in ("of", "down")]
    ends = alternation(sorted(word.capitalize() for word in (*function, *listed("days"))))
    name = rf"[A-Z][\w’'-]+(?:[ ](?:(?:of|de|el|al|la)[ ])?(?!(?:{ends})\b)[A-Z][\w’'-]+){{0,3}}"
    where = alternation(form for word in sorted(listed("places")) for form in (word, word.capitalize()))
    kinds = alternation(sorted(listed("kinds_of_place")))
    sides = alternation(sorted(listed("sides_of_place")))
    return re.compile(rf"\b(?:{where})\s+(?:the\s+)?(?:{sides}\s+)?((?:the\s+)?{name}(?:\s+(?:{kinds})\b)?)")


def places_of(text: str, sentence: Span) -> list[Party]:
    """The places a sentence names: "in Vell", "near the Drava river"; not where somebody only spoke."""
    found = []
    for match in _places().finditer(text, sentence.start, sentence.end):
        words = match[1].split()
        if words[0].casefold().rstrip(".,") in listed("days", "no_places") or len(words[0]) < 2:
            continue
        if words[0].isupper() and len(words[0]) > 3 and len(words) == 1:
            continue
        before = text[max(sentence.start, match.start() - 24) : match.start()].split()
        if not before or before[-1].casefold() not in listed("telling"):
            name = match[1].removesuffix("’s").removesuffix("'s")
            found.append(Party(Span(match.start(1), match.start(1) + len(name)), " ".join(name.split())))
    return found


def place_of(text: str, number: Number, edge: int | None, places: Sequence[Party]) -> Party | None:
    """The place behind a number and before the next one, else the only one before it.

    In "in Vell, 32 died and in Berg, 25" Berg opens what is told of the next number.
    """
    after = [p for p in places if p.span.start >= number.span.end and (edge is None or p.span.start < edge)]
    before = [p for p in places if p.span.end <= number.span.start]
    if before and after and edge is not None and text[after[0].span.end : edge] == ", ":
        return before[-1]
    return after[0] if after else before[-1] if before else places[0] if len(places) == 1 else None


def dates_told(text: str, sentence: Span, dates: Sequence[Date]) -> Iterator[Date]:
    """The dates of a sentence at which something may have happened: not those at which somebody told of it."""
    for date in dates:
        before = _WORDS.findall(text[max(sentence.start, date.span.start - 32) : date.span.start])[-3:]
        while before and before[-1].casefold() in ("on", "late", "early", "in", "the"):
            before.pop()
        last = before[-1].casefold() if before else ""
        if last not in listed("telling") and last not in ("as", "than"):  # "twice as many as in 2024"
            yield date


def until(published: str | None, dates: Sequence[Date]) -> Sequence[Date]:
    """The dates that do not lie after publication: at which the dead and hurt of a report may have been counted."""
    day = published[:10] if published else None
    return [date for date in dates if (date.start or "") <= day] if day else dates


def time_of(text: str, number: Number, edge: int | None, dates: Sequence[Date], *, happened: bool) -> Period | None:
    """The date behind the number and before the next, else the last before it, else the only one of the sentence.

    Of what is only there, and did not happen, the next clause tells no date: "employs 800 people, and will close in May".
    """
    dates = [date for date in dates if date.span.start > number.span.end or not _tells_of_before(text, date, number)]
    if not dates:
        return None
    if number.kind != "count":
        dates = [date for date in dates if date.granularity != "time"]
    if number.kind in ("money", "percent") and not happened:
        dates = [date for date in dates if not _of_the_report(text, number, date)]
    parting = _PARTED if happened else _NEXT_CLAUSE
    end = number.span.end
    dates = [date for date in dates if date.span.start <= end or not parting.search(text, end, date.span.start)]
    if not happened and (closed := _end_of_an_aside(text, number.span)):
        dates = [date for date in dates if date.span.start < closed]
    after = [date for date in dates if date.span.start >= number.span.end and (edge is None or date.span.start < edge)]
    before = [date for date in dates if date.span.end <= number.span.start]
    if after and before and edge is not None and len(text[after[0].span.end : edge].split()) <= _OPENING_WORDS:
        after = []  # "in 2029 6 percent was lost and in 2030 another 4": the next date opens what is told of the next number
    chosen = after[0] if after else before[-1] if before else dates[0] if len(dates) == 1 else None
    return Period(chosen.span, chosen.start, _end_of(text, chosen)) if chosen else None


def _tells_of_before(text: str, date: Date, number: Number) -> bool:
    """Whether a date before a number tells how old a thing is, or stands in an aside that was closed before the number.

    "BUILT IN 1968, it carries 40", "the firm, WHICH WON IN JANUARY, lent him 40".
    """
    start = max(0, date.span.start - _TOLD_REACH)
    if date.granularity in ("year", "decade", "century") and _MADE.search(text, start, date.span.start):
        return True
    opening = text.rfind(", ", start, date.span.start)
    return (
        opening >= 0
        and _RELATIVE.match(text, opening) is not None
        and text.find(", ", date.span.end, number.span.start) >= 0
    )


def _of_the_report(text: str, number: Number, date: Date) -> bool:
    """Whether the day is that on which a result was told: "REPORTED a fall in profit to 88 million ON THURSDAY"."""
    told = text.rfind(" ", 0, max(0, number.span.start - _TOLD_REACH)) + 1
    return (
        date.granularity == "day"
        and bool(_RESULT.search(text, told, number.span.start))
        and date.span.start > number.span.end
    )


def _end_of_an_aside(text: str, number: Span) -> int | None:
    """Where the relative clause ends that holds a number: "the bank, WHICH RAISED IT TO 6 PERCENT, meets on 22 May"."""
    opening = text.rfind(", ", max(0, number.start - _ASIDE_REACH), number.start)
    if opening < 0 or not _RELATIVE.match(text, opening):
        return None
    end = text.find(", ", number.end, number.end + _ASIDE_REACH)
    return None if end < 0 else end


def _end_of(text: str, when: Date) -> str | None:
    """The last day of a date; "the worst since 2004, when seven died" tells of that year, and of nothing after it."""
    if when.end or not when.start or when.granularity not in _OF_THE_CALENDAR or not _WHEN.match(text, when.span.end):
        return when.end
    last = calendar.unit_around(datetime.date.fromisoformat(when.start[:10]), when.granularity).end
    return last.isoformat() if last else None
