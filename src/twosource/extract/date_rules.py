"""The grammar of dates in English news, as rules by the kind of first word: numbers, names, steps, counts."""

import re
from functools import cache
from typing import Any

from twosource.extract.date_checks import (
    after_apostrophe,
    after_article,
    after_in,
    has_clock_cue,
    in_season,
    is_capital,
    is_holiday,
    is_lower,
    is_month,
    is_month_day,
    is_relative,
    is_step,
    is_weekday,
    is_year,
    is_year_range,
    stands_for_a_time,
)
from twosource.extract.date_grammar import Rule, rule
from twosource.text.lexicon import alternation, lexicon

SHORT = (1, 2)
"""Numbers of one or two digits."""


@cache
def after_short_number() -> str:
    """What follows a number of one or two digits that may begin a date; small case counts."""
    names = [*_words()["months"], *_words()["month_abbreviations"]]
    months = alternation([name.capitalize() for name in names] + [name.upper() for name in names])
    return (
        rf"[:./-][0-9]|['’]?s\b|(?:st|nd|rd|th|ST|ND|RD|TH)\b|[QH][0-9\s’']|[\s-]?[apAP]\.?\s?[mM]\b|[\s-]*(?:of\s+)?{months}"
        rf"|\s?[-–—]\s?[0-9]|\s+(?:o['’]|in\s+the|to|and|or|through|{_form('unit')})|(?<=['’‘][0-9]{{2}})"
    )


def all_rules() -> list[Rule]:
    """Every rule; of those that begin with the same word the first that fits is taken."""
    return [*_iso(), *_clock(), *_named_days(), *_days(), *_years(), *_quarters(), *_counts(), *_steps(), *_plain()]


@cache
def _words() -> dict[str, Any]:
    return lexicon("dates")


@cache
def _form(name: str) -> str:
    """The form of a word class, without groups."""
    words = _words()
    ones = alternation(word for word, value in words["numbers"].items() if value < 10)
    tens = alternation(word for word in words["numbers"] if word.endswith("ty"))
    teens = alternation(word for word, value in words["numbers"].items() if 10 <= value < 20)
    match name:
        case "count":
            return rf"(?:[0-9]{{1,4}}|{tens}(?:[\s-]{ones})?|{teens}|{ones}|hundred)(?![\w])"
        case "month":
            return rf"(?:(?:{alternation(words['months'])})\b|(?:{alternation(words['month_abbreviations'])})\b\.?)"
        case "day":
            numeral = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\b(?![.:][0-9]|%)"
            return rf"(?:{numeral}|{alternation(o.replace('-', ' ') for o in words['ordinals'])}\b|{alternation(words['ordinals'])}\b)"
        case "numeral day":
            return r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\b"
        case "year":
            return r"(?:1[0-9]|20)[0-9]{2}\b"
        case "any year":
            return rf"(?:(?:1[0-9]|20)[0-9]{{2}}\b|['’‘][0-9]{{2}}\b|{_form('spoken year')})"
        case "spoken year":
            return (
                rf"(?:(?:nineteen|eighteen|twenty)[\s-](?:{tens}(?:[\s-]{ones})?|{teens})\b"
                rf"|two\s+thousand(?:\s+(?:and\s+)?(?:{teens}|{ones}))?\b)"
            )
        case "dash":
            return r"(?:\s?[-–—]\s?|\s+(?:to|and|or|through|thru|till|until)\s+)(?:the\s+)?"
        case "zone":
            return rf"(?:\s?\(?(?P<zone>{alternation(words['zones'])})\b\)?)?"
        case "unit":
            return r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie))s?\b"
    return alternation(words[name])


def _iso() -> list[Rule]:
    clock = r"(?:(?:T|\s)(?P<hour>[0-2][0-9]):(?P<minute>[0-5][0-9])(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
    iso = rf"(?P<year>[0-9]{{4}})(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0?[1-9]|[12][0-9]|3[01]){clock}(?![-\w/])"
    numeric = (
        r"(?P<first>[0-9]{1,2})(?:(?P<mark>[/.-])(?P<second>[0-9]{1,2})(?P=mark)(?P<year>(?:19|20)[0-9]{2})"
        r"|/(?P<second_>[0-9]{1,2})/(?P<year_>[0-9]{2}))(?![-\w/]|\.[0-9])"
    )
    return [rule("day", [4], iso), rule("numeric", SHORT, numeric), rule("nine_eleven", [1], r"9/11(?![\w/])")]


def _clock() -> list[Rule]:
    zone, hour = _form("zone"), r"(?P<hour>[01]?[0-9]|2[0-4])"
    half = r"in\s+the\s+(?P<half{}>morning|afternoon|evening)\b"
    return [
        rule("clock", SHORT, rf"(?P<hour>[01]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?(?:\s?|-)(?P<half>[ap])\.?\s?m\b\.?{zone}"),
        rule("clock", SHORT, rf"{hour}:(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:]|\s*(?:minute|second))(?:\s?{half.format('')})?{zone}", has_clock_cue),
        rule("clock", [4], rf"{hour}(?P<minute>[0-5][0-9])\s?(?P<zone>GMT|UTC|EST|EDT|local\s+time)\b"),
        rule("clock", [4], rf"{hour}(?P<minute>[0-5][0-9])\s?(?:hours|hrs)\b(?P<zone>\s+GMT)?", has_clock_cue),
        rule("clock", SHORT, rf"(?P<hour>[0-9]|1[0-2])\s+(?:o['’]clock\b(?:\s+{half.format('')})?|{half.format('_')})"),
        rule("clock", [w for w, n in _words()["numbers"].items() if n <= 12], rf"(?P<hour>{_form('count')})\s+o['’]clock\b(?:\s+{half.format('')})?"),
        rule("clock", ["noon", "midnight", "midday"], rf"(?P<word>noon|midnight|midday)\b{zone}"),
    ]  # fmt: skip


def _days() -> list[Rule]:
    month, day, year, dash = _form("month"), _form("day"), _form("any year"), _form("dash")
    numeral = _form("numeral day")
    names = [*_words()["months"], *_words()["month_abbreviations"]]
    until = rf"(?:{dash}(?P<until_day>{numeral})(?!\s*(?:of\s+)?(?:{month}|[ap]\.?m\b)|[\s-]+(?:{alternation(_words()['counted'])})\b))?"
    return [
        rule("day", SHORT, rf"(?P<day>{numeral})(?:{dash}(?P<until_day>{numeral}))?[\s-]*(?:of\s+)?(?P<month>{month})(?:[\s,-]+(?:of\s+)?(?P<year>{year}))?", is_month_day),
        rule("day", names, rf"(?P<month>{month})[\s-]*(?:the\s+)?(?P<day>{day}){until}(?:,?\s+(?:of\s+)?(?P<year>{year})(?!:))?", is_month_day),
        rule("month", names, rf"(?P<month>{month})(?:,?\s+(?:of\s+)?(?P<year>{year})|[-/](?P<year_>{_form('year')}))?", is_month),
        rule("day_of_month", SHORT, r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)\b(?=\s*(?:[.,;:)]|$|\s(?:and|to)\s+(?:the\s+)?[0-9]{1,2}(?:st|nd|rd|th)\b))", after_article),
    ]  # fmt: skip


def _years() -> list[Rule]:
    year = _form("year")
    ordinals = _words()["ordinals"]
    fiscal = rf"(?:fiscal(?:\s+year)?|FY)[\s-]?['’]?(?P<year>{year}|[0-9]{{2}}\b)(?:\s?[-–/]\s?(?P<until_year>[0-9]{{2,4}})\b)?"
    return [
        rule("decade", [4], r"(?P<decade>1[0-9]{2}0|20[0-9]0)['’]?s\b"),
        rule("decade", [2], r"(?P<short_decade>[2-9]0)['’]?s\b", after_apostrophe),
        rule("decade", _words()["spoken_decades"], rf"(?P<spoken_decade>{_form('spoken_decades')})\b", after_article),
        rule("century", SHORT, r"(?P<number>[0-9]{1,2})(?:st|nd|rd|th)[\s-]century\b"),
        rule("century", ordinals, rf"(?P<number>{_form('ordinals')})[\s-]century\b"),
        rule("years", [4], rf"(?P<year>{year})\s?(?P<mark>[-–—/])\s?(?P<until_year>{year}|[0-9]{{2}}\b(?![-/]))", is_year_range),
        rule("named_year", [4], rf"(?P<year>{year})\s+(?P<period>period|quarter)\b"),
        rule("year", [4], rf"(?P<year>{year})", is_year),
        rule("year", [2], r"(?P<year>[0-9]{2})\b", after_apostrophe),
        rule("year", ["fiscal", "fy"], fiscal),
        rule("year", ["nineteen", "eighteen", "twenty", "two"], rf"(?P<year>{_form('spoken year')})(?!\s+(?:hundred|{alternation(_words()['counted'])}))"),
    ]  # fmt: skip


def _named_days() -> list[Rule]:
    weekdays, short = _words()["weekdays"], _words()["weekday_abbreviations"]
    part, year = _form("parts_of_day"), _form("any year")
    holidays = [name.replace("'", "['’]?") for name in sorted(_words()["holidays"], key=len, reverse=True)]
    holiday_form = "|".join(name.replace(" ", r"\s+").replace(".", r"\.?") for name in holidays)
    first = [re.split(r"['.]", " ".join(name.split()[:2]))[0] for name in _words()["holidays"]]
    return [
        rule("holiday", first, rf"(?P<holiday>{holiday_form})\b(?:,?\s+(?:of\s+)?(?P<year>{year}))?", is_holiday),
        rule("weekday", weekdays, rf"(?P<weekday>{_form('weekdays')})\b(?:\s+(?P<part>{part})\b)?", is_weekday),
        rule("weekday", short, rf"(?P<weekday>(?:{_form('weekday_abbreviations')})\b\.?)(?=,?\s+(?:{_form('month')}\s*[0-9]|[0-9]{{1,2}}\s+(?:{_form('month')})))", is_capital),
        rule("season", _words()["seasons"], rf"(?P<season>{_form('seasons')})\b\s*(?:,\s*|of\s+)?(?P<year>{year})"),
        rule("season", _words()["seasons"], rf"(?P<season>{_form('seasons')})\b", in_season),
        rule("relative", _words()["relative_days"], rf"(?P<word>{_form('relative_days')})\b(?:\s+(?P<part>{part})\b)?", is_relative),
    ]  # fmt: skip


def _quarters() -> list[Rule]:
    fiscal, number = r"(?:fiscal[\s-]+)?", r"(?P<number>first|second|third|fourth)"
    code = rf"\s?(?P<year>['’]?[0-9]{{2}}\b|{_form('year')})"
    begins = ["first", "second", "third", "fourth", "fiscal"]
    of_year = r"(?=\s+of\s+(?:the\s+year|the\s+(?:1[0-9]|20|['’][0-9])|(?:1[0-9]|20)[0-9]{2}|this|last|next|fiscal))"
    return [
        rule("quarter", begins, rf"{fiscal}{number}[\s-]{fiscal}quarter\b(?!\s*-?final|\s+of\s+the\s+(?:game|match))"),
        rule("quarter", SHORT, r"(?P<number>[1-4])(?:st|nd|rd|th)[\s-]quarter\b(?!\s*-?final)"),
        rule("quarter", [1], rf"(?P<number>[1-4])Q(?:{code})?\b"),
        rule("quarter", ["q"], rf"Q(?P<number>[1-4])(?:{code})?\b"),
        rule("half", [1], rf"(?P<number>[12])H{code}"),
        rule("half", ["h"], rf"H(?P<number>[12]){code}"),
        rule("half", ["first", "second", "last", "latter"], rf"(?P<number>first|second|last|latter)[\s-]half\b{of_year}"),
        rule("half", ["first", "second"], r"(?P<number>first|second)[\s-]half\b(?=\s+(?:earnings|profits?|results|sales|revenues?|loss|net|GDP|growth)\b)"),
        rule("opening", ["first", "last"], rf"(?P<number>first|last)\s+(?P<count>{_form('count')})\s+(?P<unit>quarters|months|weeks)\b(?=\s+of\s+(?:the\s+year|(?:1[0-9]|20)[0-9]{{2}}|this|last|next|fiscal))"),
    ]  # fmt: skip


def _counts() -> list[Rule]:
    """So many units from the day of publication ("ago") or from a time named before ("earlier")."""
    unit, count, vague = _form("unit"), _form("count"), _form("vague_numbers")
    way = r"(?P<way>ago|earlier|later|from\s+now|hence|before\s+now)\b"
    amount = rf"(?:(?P<count>an?|{count})(?:(?:\s+|-)and(?:\s+|-)a(?:\s+|-)half|\s+or\s+\w+)?|(?P<vague>{vague}))"
    tail = r"(?:\s+(?:or\s+(?:so|two|more)|and\s+a\s+half))?"
    one = [f"{article} {unit}" for unit in _words()["units"] for article in ("a", "an")]
    vague_begins = [" ".join(phrase.split()[:2]) for phrase in _words()["vague_numbers"]]
    return [
        rule("ago", [1, 2, 3, 4, *_words()["numbers"], *one, *vague_begins], rf"{amount}\s+(?P<unit>{unit}){tail}\s+{way}"),
        rule("ago", ["days", "weeks", "months", "years", "decades", "centuries", "hours", "minutes"], rf"(?P<unit>{unit})\s+{way}"),
        rule("comparison", ["year"], r"year-(?:ago|earlier)(?:\s+(?:period|quarter|(?P<number>first|second|third|fourth)[\s-]quarter))?\b"),
    ]  # fmt: skip


def _steps() -> list[Rule]:
    steps = [*_words()["steps"], *_words()["steps_from_named"]]
    begins = [step for step in steps if step != "that"] + [f"that {unit}" for unit in [*_words()["units"], *_words()["parts_of_day"], "same"]]
    step = rf"(?P<step>(?:this\s+|the\s+)?(?:{alternation(steps)}))"
    count, vague, part = _form("count"), _form("vague_numbers"), _form("parts_of_day")
    counted = ["last", "past", "next", "coming", "this"]
    return [
        rule("window", counted, rf"(?P<step>(?:this\s+)?(?:last|past|next|coming))\s+(?:(?P<count>{count})|(?P<vague>{vague}))[\s-](?P<unit>{_form('unit')})(?!-old)"),
        rule("day", begins, rf"{step}\s+(?P<month>{_form('month')})\s*(?P<day>{_form('day')})", is_capital),
        rule("step_month", begins, rf"{step}\s+(?P<month>{_form('month')})(?!\s*[0-9])", is_capital),
        rule("step_weekday", begins, rf"{step}\s+(?P<weekday>{_form('weekdays')})\b(?:\s+(?P<part>{part})\b)?", is_capital),
        rule("step_season", begins, rf"{step}\s+(?:early\s+|late\s+)?(?P<season>{_form('seasons')})\b(?!-|\s+of\b)"),
        rule("step_quarter", begins, rf"(?P<step>this|last|next)\s+(?:fiscal\s+)?(?P<number>first|second|third|fourth)\s+quarter\b"),
        rule("holiday", begins, rf"{step}\s+(?P<holiday>christmas|thanksgiving|easter|new\s+year['’]s\s+(?:day|eve)|halloween)\b"),
        rule("step_part", begins, rf"{step}\s+(?P<part>{part})\b"),
        rule("step", begins, rf"{step}\s+(?:(?:fiscal|calendar)\s+)?(?P<unit>weekend|day|week|fortnight|month|quarter|year|decade|century)\b(?!-old)", is_step),
        rule("latest", ["latest", "same", "corresponding", "comparable"], r"(?:latest|(?:corresponding|comparable|same))\s+(?:year-(?:ago|earlier)\s+)?(?P<period>period|quarter)\b"),
    ]  # fmt: skip


def _plain() -> list[Rule]:
    units = r"(?:days|weeks|months|years|decades|times|quarters)\b(?:\s+and\s+(?:days|weeks|months|years))?"
    return [
        rule("vague", ["recent", "coming", "past"], rf"(?:recent|coming|past)\s+{units}"),
        rule("vague", {"recently", "lately"}, rf"(?:{_form('vague')})\b"),
        rule("vague", ["the future", "the near", "the past"], rf"the\s+(?:near\s+)?(?:future|past)\b(?!-|\s+(?:{_form('count')}|{_form('vague_numbers')}|{_form('unit')}))", after_in),
        rule("present", [" ".join(phrase.split()[:2]) for phrase in _words()["present"]], rf"(?:{_form('present')})\b(?!-)"),
        rule("year_end", ["year"], r"year(?:['’]s\s+|[\s-])end\b"),
        rule("week_of", ["week"], rf"week\s+(?:of|beginning|ending|starting)\s+(?=(?:{_form('month')}\s*[0-9]|[0-9]{{1,2}}\s))"),
        rule("unit", ["weekend", "quarter", "year", "month", "week", "century", "decade"], r"(?P<unit>weekend|quarter|year|month|week|century|decade)\b(?!-|\s+of\b)", stands_for_a_time),
    ]  # fmt: skip
