"""The words dates are made of: rules that read one piece of a date, such as "9 January", "Tuesday" or "two weeks ago".

A rule is tried only where one of its first words stands, so the cost is one look-up a word plus one match a date.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from twosource.text.lexicon import alternation, lexicon

Fields = dict[str, Any]


@dataclass(slots=True)
class Piece:
    """A part of a date as written: where it stands, what kind it is, and what it says."""

    start: int
    end: int
    kind: str
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """Words of one kind of piece: the first words it can begin with, its form, and what may speak against it."""

    kind: str
    first: frozenset[str]
    form: re.Pattern[str]
    allowed: Callable[[re.Match[str], str], bool] | None = None


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of dates in the text, in order; they do not overlap."""
    rules = _rules_by_first_word()
    done = 0
    for word in _WORD.finditer(text):
        first = word[0]
        tried = rules.get(first) or (rules["0"] if first[0] in "0123456789" else None)
        if tried is None or word.start() < done:
            continue
        piece = _read(text, word.start(), tried)
        if piece is not None:
            done = piece.end
            yield piece


_WORD = re.compile(r"[0-9]+|[^\W\d_]+")


def _read(text: str, start: int, rules: tuple[Rule, ...]) -> Piece | None:
    for rule in rules:
        match = rule.form.match(text, start)
        if match and (rule.allowed is None or rule.allowed(match, text)):
            return Piece(start, match.end(), rule.kind, _fields(match))
    return None


def _fields(match: re.Match[str]) -> Fields:
    return {
        name.rstrip("_"): _MEANING.get(name.rstrip("_"), str.lower)(words)
        for name, words in match.groupdict().items()
        if words is not None
    }


# --- what the groups of a rule mean ---------------------------------------------------------------------------------


def _number(words: str) -> int | None:
    words = words.lower()
    if words[0] in "0123456789":
        return int(re.match(r"[0-9]+", words)[0])  # type: ignore[index]
    known = lexicon("dates")["numbers"] | lexicon("dates")["ordinals"]
    parts = [known.get(part) for part in re.split(r"[\s-]+", words)]
    return None if None in parts else sum(parts)  # type: ignore[arg-type]


def _year(words: str) -> int:
    digits = words.lstrip("'’‘")
    if digits[0] in "0123456789":
        return int(digits) if len(digits) > 2 else int(digits) + (1900 if int(digits) >= 40 else 2000)
    parts = [lexicon("dates")["numbers"].get(part, 0) for part in re.split(r"[\s-]+", digits.lower())]
    if "thousand" in digits.lower():
        return 2000 + sum(parts[2:])
    return parts[0] * 100 + sum(parts[1:])


def _month(words: str) -> int:
    return int(words) if words.isdigit() else lexicon("dates")["months"][words.lower().rstrip(".")]


def _weekday(words: str) -> int:
    names = lexicon("dates")["weekdays"] | lexicon("dates")["weekday_abbreviations"]
    return names[words.lower().rstrip(".")]


def _unit(words: str) -> str:
    words = words.lower()
    units = lexicon("dates")["units"]
    return units.get(words) or units.get(words.rstrip("s")) or words.rstrip("s")


_MEANING: dict[str, Callable[[str], Any]] = {
    "year": _year,
    "until_year": _year,
    "month": _month,
    "day": _number,
    "until_day": _number,
    "number": _number,
    "count": _number,
    "hour": int,
    "minute": int,
    "weekday": _weekday,
    "unit": _unit,
    "season": lambda words: lexicon("dates")["seasons"][words.lower()],
    "decade": int,
}


# --- forms ----------------------------------------------------------------------------------------------------------


@cache
def _rules_by_first_word() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for rule in _rules():
        for word in rule.first:
            for form in {word, word.capitalize(), word.upper()}:
                table.setdefault(form, []).append(rule)
    return {word: tuple(rules) for word, rules in table.items()}


def _rules() -> list[Rule]:
    words = lexicon("dates")
    numbers = [word for word in words["numbers"] if word not in ("a", "an")]
    tens = alternation(word for word in numbers if word.endswith("ty"))
    teens = alternation(word for word in numbers if word.endswith("teen") or word in ("ten", "eleven", "twelve"))
    ones = alternation(numbers[:9])
    count = rf"(?:[0-9]{{1,3}}|{tens}(?:[\s-]{ones})?|{alternation(numbers)})"
    vague = alternation(words["vague_numbers"])
    month = rf"(?:{alternation(words['months'])})\b\.?"
    weekday = rf"{alternation(words['weekdays'])}\b"
    season = rf"{alternation(words['seasons'])}\b"
    ordinal = rf"(?:{alternation(words['ordinals'])}|[0-9]{{1,2}}(?:st|nd|rd|th))\b"
    day = rf"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\b|(?:(?:twenty|thirty)[\s-])?{alternation(words['ordinals'])}\b"
    year = r"(?:1[0-9]|20)[0-9]{2}\b"
    spelled = rf"(?:nineteen|eighteen|twenty)[\s-](?:(?:{tens})(?:[\s-]{ones})?|{teens})\b|two\s+thousand\b(?:\s+(?:and\s+)?{ones}\b)?"
    unit = r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur(?:y|ie))s?\b"
    long_unit = r"(?:weekend|day|night|week|fortnight|month|quarter|year|decade|century)\b"
    part = alternation(words["parts_of_day"])
    dash = r"\s?[-–—]\s?|\s+(?:to|and|or|through|till)\s+"
    zone = r"(?:\s?(?:GMT|UTC|BST|CES?T|EES?T|MSK|IST|[ECMP][SD]?T|local\s+time|hours|hrs)\b)?"

    digits = frozenset("0")
    month_words = frozenset(words["months"])
    rules: list[Rule] = []

    def add(kind: str, first: "frozenset[str] | list[str] | dict[str, Any]", form: str, allowed: Any = None) -> None:
        rules.append(Rule(kind, frozenset(first), re.compile(form, re.IGNORECASE), allowed))

    # numbers first
    add("day", digits, r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0?[1-9]|[12][0-9]|3[01])(?:[T ](?P<hour>[0-2][0-9]):(?P<minute>[0-5][0-9])(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![0-9/])", _starts_clean)
    add("numeric", digits, r"(?P<first>[0-9]{1,2})(?:(?P<mark>[/.-])(?P<second>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})|/(?P<second_>[0-9]{1,2})/(?P<year_>[0-9]{2}))(?![0-9/])", _starts_clean)
    add("clock", digits, rf"(?P<hour>[01]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?(?:\s?|-)(?P<half>[ap])\.?\s?m\b\.?{zone}", _starts_clean)
    add("clock", digits, rf"(?P<hour>[01]?[0-9]|2[0-4])(?:[:.h]?(?P<minute>[0-5][0-9]))\s?(?:GMT|UTC|hours|hrs|local\s+time)\b", _starts_clean)
    add("clock", digits, rf"(?P<hour>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:]){zone}", _clock_cue)
    add("clock", digits, r"(?P<hour>[0-9]|1[0-2])\s+o['’]clock\b(?:\s+in\s+the\s+(?P<half>morning|afternoon|evening))?|(?P<hour_>[0-9]|1[0-2])\s+in\s+the\s+(?P<half_>morning|afternoon|evening)\b", _starts_clean)
    add("day", digits, rf"(?P<day>{day})(?:(?:{dash})(?P<until_day>{day}))?\s*(?:of\s+)?(?P<month>{month})(?:(?:,?\s+|\s+of\s+)(?P<year>{year}))?", _month_case)
    add("century", digits, r"(?P<number>[0-9]{1,2})(?:st|nd|rd|th)[\s-]century\b", _starts_clean)
    add("decade", digits, r"(?P<decade>1[0-9]{2}0|20[0-9]0)['’]?s\b", _starts_clean)
    add("quarter", digits, rf"(?P<number>[1-4])(?:st|nd|rd|th)[\s-]quarter\b|(?P<number_>[1-4])Q(?:\s?['’]?(?P<year>{year}|[0-9]{{2}}\b))?", _starts_clean)
    add("half", digits, r"(?P<number>[12])(?:st|nd)[\s-]half\b|(?P<number_>[12])H(?:\s?['’]?(?P<year>(?:20)?[0-9]{2}\b))", _starts_clean)
    add("years", digits, rf"(?P<year>{year})\s?(?P<mark>[-–—/])\s?(?P<until_year>{year}|[0-9]{{2}}\b)", _year_range)
    add("ago", digits, rf"(?P<count>[0-9]{{1,4}})\s+(?P<unit>{unit})\s+(?P<way>ago|earlier|later|from\s+now|hence|before\s+now|back)\b", _starts_clean)
    add("year", digits, rf"(?P<year>{year})", _is_year)
    # months
    add("day", month_words, rf"(?P<month>{month})\s*(?P<day>{day})(?:(?:{dash})(?P<until_day>{day}))?(?:,?\s+(?P<year>{year}|['’][0-9]{{2}}\b)(?!:))?", _month_case)
    add("month", month_words, rf"(?P<month>{month})(?:,?\s+(?:of\s+)?(?P<year>{year}|['’][0-9]{{2}}\b|{spelled})|-(?P<year_>{year}))?", _month_alone)
    # weekdays
    add("weekday", words["weekdays"], rf"(?P<weekday>{weekday})", _weekday_alone)
    add("weekday", words["weekday_abbreviations"], rf"(?P<weekday>{alternation(words['weekday_abbreviations'])}\b\.?)(?=,?\s+(?:{month}|[0-9]{{1,2}}\s))", _capital)
    # units told from the day of publication or from a time named before
    add("relative", words["relative_days"], rf"(?P<word>{alternation(words['relative_days'])})\b(?:\s+(?P<part>{part})\b)?")
    add("present", {word.split()[0] for word in words["present"]["words"]}, rf"{alternation(words['present']['words'])}\b")
    add("vague", ["recently", "lately", "soon", "previously"], r"\w+")
    add("ago", [*numbers, *(v.split()[0] for v in words["vague_numbers"]), "a", "an"], rf"(?:(?P<count>a|an|{count})(?:\s+(?:and\s+a\s+half|or\s+(?:so|two|more)))?|(?P<vague>{vague}))\s+(?P<unit>{unit})\s+(?:or\s+(?:so|two|more)\s+)?(?P<way>ago|earlier|later|from\s+now|hence|before\s+now|back)\b")
    steps = r"(?:this\s+)?(?:last|next|past|previous|following|coming|preceding|same|prior|latest)|this|that"
    step_words = ["last", "next", "past", "previous", "following", "coming", "preceding", "same", "prior", "this", "that", "latest"]
    add("window", step_words, rf"(?P<step>{steps})\s+(?:(?P<count>{count})|(?P<vague>{vague}))[\s-](?P<unit>{unit})")
    add("step_month", step_words, rf"(?P<step>{steps})\s+(?P<month>{month})", _month_case)
    add("step_weekday", step_words, rf"(?P<step>{steps})\s+(?P<weekday>{weekday})(?:\s+(?P<part>{part})\b)?")
    add("step_season", step_words, rf"(?P<step>{steps})\s+(?P<season>{season})")
    add("step_part", step_words, rf"(?P<step>last|this|next|the\s+same|that)\s+(?P<part>{part})\b")
    add("step", step_words, rf"(?P<step>{steps})\s+(?P<unit>{long_unit})(?!-)")
    add("recent", ["recent", "coming", "past"], r"(?:recent|coming|past)\s+(?:days|weeks|months|years|decades|times)\b(?:\s+and\s+(?:months|years))?")
    # quarters, halves, centuries, decades in words
    add("quarter", ["first", "second", "third", "fourth"], r"(?P<number>first|second|third|fourth)[\s-](?:fiscal\s+)?quarter\b(?!\s*-?final)")
    add("half", ["first", "second"], r"(?P<number>first|second)[\s-]half\b(?=\s+of\s+(?:the\s+year|(?:1[0-9]|20)[0-9]{2}|this|last|next|fiscal))")
    add("century", words["ordinals"], rf"(?P<number>{ordinal})[\s-]century\b")
    add("quarter", ["q"], rf"Q(?P<number>[1-4])(?:\s?['’]?(?P<year>{year}|[0-9]{{2}}\b))?")
    add("half", ["h"], rf"H(?P<number>[12])\s?['’]?(?P<year>{year}|[0-9]{{2}}\b)")
    add("year", ["fiscal", "fy"], rf"(?:fiscal(?:\s+year)?|FY)[\s-]?['’]?(?P<year>{year}|[0-9]{{2}}\b)")
    add("year", ["nineteen", "eighteen", "twenty", "two"], rf"(?P<year>{spelled})(?!\s+(?:people|dollars|pounds|men|troops|soldiers))")
    add("season", words["seasons"], rf"(?P<season>{season})(?:\s+(?:of\s+)?(?P<year>{year}|['’][0-9]{{2}}\b|{spelled}))", )
    add("clock", ["noon", "midnight", "midday"], r"(?P<word>noon|midnight|midday)\b")
    add("unit", ["weekend", "quarter"], r"(?P<unit>weekend|quarter)\b(?!-|\s+of\b)", _after_the)
    return rules


# --- what speaks against a reading ----------------------------------------------------------------------------------

_MONEY_OR_NUMBER = frozenset("$£€¥#./,:-–+0123456789")


def _starts_clean(match: re.Match[str], text: str) -> bool:
    at = match.start()
    return at == 0 or not (text[at - 1] in _MONEY_OR_NUMBER or text[at - 1].isalpha())


def _capital(match: re.Match[str], text: str) -> bool:
    return text[match.start()].isupper()


def _month_case(match: re.Match[str], text: str) -> bool:
    return text[match.start("month")].isupper() and _starts_clean(match, text)


def _clock_cue(match: re.Match[str], text: str) -> bool:
    return _starts_clean(match, text) and word_before(text, match.start()) in _CLOCK_CUES


def _weekday_alone(match: re.Match[str], text: str) -> bool:
    return text[match.start()].isupper() and word_before(text, match.start()) not in ("every", "each")


def _after_the(match: re.Match[str], text: str) -> bool:
    return word_before(text, match.start()) == "the"


def _year_range(match: re.Match[str], text: str) -> bool:
    first, last = int(match["year"]), match["until_year"]
    if len(last) == 2:
        return _starts_clean(match, text) and 0 < int(last) - first % 100 < 60
    return _starts_clean(match, text) and first < int(last)


_UNIT_AFTER = re.compile(r"\s*(?:%|per\s?cent|[ck]?m\b|km|miles|people|soldiers|troops|homes|houses|tons|tonnes|dollars|times|[a-z]{4,}s\b)")


def _is_year(match: re.Match[str], text: str) -> bool:
    if not _starts_clean(match, text) or int(match["year"]) < 1400:
        return False
    after = text[match.end() : match.end() + 2]
    if after[:1].isalpha() or after[:1] in "%°" or (after[:1] in ".,:-" and after[1:].isdigit()):
        return False
    if word_before(text, match.start()) in _YEAR_CUES:
        return True
    return not _UNIT_AFTER.match(text, match.end())


def _month_alone(match: re.Match[str], text: str) -> bool:
    if not _month_case(match, text):
        return False
    if match["year"] or match["year_"]:
        return True
    name = match["month"].lower()
    if name in lexicon("dates")["ambiguous"]["months"]:
        return word_before(text, match.start()) in _MONTH_CUES
    return len(name) > 4 or name in ("july", "june") or word_before(text, match.start()) in _MONTH_CUES


_CLOCK_CUES = frozenset("at by around about until till from since after before to and between approximately".split())
_YEAR_CUES = frozenset("in since by until during from through before after late early mid fiscal of year the".split())
_MONTH_CUES = frozenset(
    "in since by until till during from through before after late early mid of last next this to and between on end".split()
)


def word_before(text: str, at: int) -> str:
    """The word that ends before `at`, in small letters, or the empty string."""
    words = text[max(0, at - 20) : at].split()
    return words[-1].lower().strip("(\"'“‘-–—") if words else ""
