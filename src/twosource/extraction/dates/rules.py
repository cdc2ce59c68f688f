"""The grammar of dates in English news: rules by the kind of date, in the notation of `forms`."""

import re
from collections.abc import Iterable

from twosource.extraction.dates.checks import (
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
    is_no_verb,
    is_quarter,
    is_relative,
    is_step,
    is_step_name,
    is_weekday,
    is_year,
    is_year_range,
    stands_for_a_time,
)
from twosource.extraction.dates.forms import expand, number_words
from twosource.extraction.dates.grammar import Check, Rule
from twosource.text.lexicon import lexicon

NTH = ("first", "second", "third", "fourth", "last", "final")
_ROUND = ("five", "ten", "twenty", "twenty-five")
"""Minutes that are told of without the word: "ten past nine"."""
SHORT = (1, 2)
"""Numbers of one or two digits."""


def rule(kind: str, first: Iterable[str | int], form: str, allowed: Check | None = None) -> Rule:
    """A rule whose form is in the notation of `forms` and takes no regard of letter case."""
    return Rule(kind, frozenset(first), re.compile(expand(form), re.IGNORECASE), allowed)


def all_rules() -> list[Rule]:
    """Every rule; of those that begin with the same word the first that fits is taken."""
    return [*_iso(), *_clock(), *_named_days(), *_days(), *_years(), *_quarters(), *_counts(), *_steps(), *_plain()]


def _iso() -> list[Rule]:
    clock = r"(?:(?:T|\s){hour}:{minute}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
    day = r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0?[1-9]|[12][0-9]|3[01])"
    number = r"(?:0?[1-9]|[12][0-9]|3[01])"
    long_year = rf"(?P<one>{number})(?P<mark>[/.-])(?P<other>{number})(?P=mark)(?P<year>(?:19|20)[0-9]{{2}})"
    short_year = rf"(?P<one>{number})(?P<mark>/)(?P<other>{number})/(?P<year>[0-9]{{2}})"
    attacks = r"Sept(?:ember|\.)?\s+11(?:th)?(?=,?\s+(?:terror|attack|hijack))"
    return [
        rule("day", [4], day + clock + r"(?![-\w/])"),
        rule("numeric", SHORT, long_year + r"(?![-\w/]|\.[0-9])"),
        rule("numeric", SHORT, short_year + r"(?![-\w/]|\.[0-9])"),
        rule("nine_eleven", [1], r"9/11(?![\w/])"),
        rule("nine_eleven", ["september", "sept"], attacks),
    ]


def _clock() -> list[Rule]:
    zone = r"(?:\s?\(?{zone}\)?)?(?:\s?\([0-9:.]{1,5}\s?(?:[ap]\.?m\.?\s?)?{~zone}\))?"
    half = r"\s+in\s+the\s+{half}\b"
    words = [word for word, value in lexicon("dates")["numbers"].items() if value <= 12]
    until = r"(?P<from_hour>[01]?[0-9])(?::(?P<from_minute>[0-5][0-9]))?(?:\s?[-–—]\s?|\s+to\s+)"
    spoken = rf"{{hour:count}}(?![\s-]+(?:per|percent|or|{{~unit}}|{{~counted}}))(?:{half})?"
    minutes = r"(?:a\s+)?(?P<minute>half|quarter|{~count})(?:\s+minutes?)?\s+"
    counts = list(lexicon("dates")["numbers"])
    spoken_minutes = [*pairs([*counts, "a"], ["minutes", "quarter"]), "quarter past", "quarter to"]
    noon = r"(?:[01]?[0-9]|2[0-4]):(?:[0-5][0-9])(?::[0-5][0-9])?(?![0-9:]|\s*(?:minute|second))"
    return [
        rule(
            "clock",
            SHORT,
            rf"(?:{until})?(?P<hour>[01]?[0-9])(?:[:.]{{minute}}(?::[0-9]{{2}})?)?[\s-]?(?P<half>[ap])\.?\s?m\b\.?{zone}",
        ),
        rule("clock", SHORT, rf"(?={noon}){{hour}}:{{minute}}(?::[0-9]{{2}})?(?:{half})?{zone}", has_clock_cue),
        rule("clock", [4], r"{hour}{minute}\s?(?P<zone>GMT|UTC|EST|EDT|local\s+time)\b"),
        rule("clock", [4], r"{hour}{minute}\s?(?:hours|hrs)\b(?P<zone>\s+GMT)?", has_clock_cue),
        rule("clock", SHORT, rf"(?P<hour>[0-9]|1[0-2])\s+o['’]clock\b(?:{half})?"),
        rule("clock", SHORT, rf"(?P<hour>[0-9]|1[0-2]){half}"),
        rule("clock", pairs(words, ["o"]), rf"{{hour:count}}\s+o['’]clock\b(?:{half})?"),
        rule("clock", [*pairs([*_ROUND, "half"], ["past"]), *spoken_minutes], rf"{minutes}past\s+{spoken}"),
        rule("clock", [*pairs(_ROUND, ["to"]), *spoken_minutes], rf"{minutes}(?P<side>to)\s+{spoken}", has_clock_cue),
        rule("clock", ["noon", "midnight", "midday"], rf"(?P<word>noon|midnight|midday)\b{zone}", is_lower),
    ]


def _named_days() -> list[Rule]:
    words = lexicon("dates")
    two = [" ".join(name.split()[:2]) for name in words["holidays"]]
    first = {form for name in two for form in (re.split(r"['.]", name)[0], re.sub(r"['.]", "", name))}
    beside = r"(?=,?\s+(?:{~month}\s*[0-9]|[0-9]{1,2}\s+{~month}))"
    return [
        rule("holiday", first, r"{holiday}(?:,?\s+(?:of\s+)?{year})?", is_holiday),
        rule("weekday", words["weekdays"], r"{weekday}(?:\s+{part})?", is_weekday),
        rule("weekday", words["weekday_abbreviations"], r"{weekday:short_weekday}" + beside, is_capital),
        rule("season", words["seasons"], r"{season}\s*(?:,\s*|of\s+)?{year}"),
        rule("season", words["seasons"], r"{season}", in_season),
        rule(
            "relative",
            [" ".join(name.split()[:2]) for name in words["relative_days"]],
            r"{word}(?:\s+{part})?",
            is_relative,
        ),
        rule("relative", ["day after", "day before"], r"{word}"),
    ]


def _days() -> list[Rule]:
    names = [*lexicon("dates")["months"], *lexicon("dates")["month_abbreviations"]]
    until = r"(?:{~to}{until_day:numeral}(?!\s*(?:of\s+)?(?:{~month}|[ap]\.?m\b)|[\s-]+{~counted}))?"
    year = r"(?:,?\s+(?:of\s+)?{year}(?!:))?"
    wire_year = r"(?P<year_>[0-9]{2})(?=\s*[(\[])"
    day_first = r"{day:numeral}(?:{~to}{until_day:numeral})?[\s-]*(?:of\s+)?{month}"
    day_first += rf"(?:[\s,-]+(?:of\s+)?(?:{{year}}|{wire_year}))?"
    clause = r"\s(?:it|he|she|they|we|i|the|a|an|when|but|after|before|in|at)\b"
    ordinal = (
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)\b(?=\s*(?:[.,;:)]|$|\s(?:and|to)\s+(?:the\s+)?{{~numeral}})|{clause})"
    )
    week = r"(?P<nth>first|second|third|fourth|last|final)\s+(?P<part>week|weekend)\s+(?:of|in)\s+{month}"
    weeks = [f"{nth} {part}" for nth in NTH for part in ("week", "weekend")]
    return [
        rule("week_of_month", weeks, week + year, is_capital),
        rule("day", SHORT, day_first, is_month_day),
        rule("day", names, r"{month}[\s-]*(?:the\s+)?{day}" + until + year, is_month_day),
        rule("month", names, r"{month}(?:,?\s+(?:of\s+)?{year}|[-/](?P<year_>{~digits}))?", is_month),
        rule("day_of_month", SHORT, ordinal, after_article),
    ]


def _years() -> list[Rule]:
    centuries = [name if "-" in name else f"{name} century" for name in lexicon("dates")["ordinals"]]
    _, teens, tens = number_words()
    spoken = [*pairs(["nineteen", "eighteen", "twenty"], [*teens, *tens]), "two thousand"]
    fiscal = r"(?:fiscal(?:\s+year)?|FY)[\s-]?{year:short_year}(?:\s?[-–/]\s?(?P<until_year>[0-9]{2,4})\b)?"
    return [
        rule("decade", [4], r"(?P<decade>1[0-9]{2}0|20[0-9]0)['’]?s\b"),
        rule("decade", [2], r"(?P<short_decade>[2-9]0)['’]?s\b", after_apostrophe),
        rule("decade", lexicon("dates")["spoken_decades"], r"{spoken_decade}", after_article),
        rule("century", SHORT, r"(?P<number>[0-9]{1,2})(?:st|nd|rd|th)[\s-]century\b"),
        rule("century", centuries, r"{number:ordinal}[\s-]century\b"),
        rule(
            "years",
            [4],
            r"{year:digits}\s?(?P<mark>[-–—/])\s?(?P<until_year>{~digits}|[0-9]{2}\b(?![-/]))",
            is_year_range,
        ),
        rule("named_year", [4], r"{year:digits}\s+(?P<period>period|quarter)\b"),
        rule("year", [4], r"{year:digits}", is_year),
        rule("year", [2], r"(?P<year>[0-9]{2})\b", after_apostrophe),
        rule("year", ["fiscal", "fy"], fiscal),
        rule("year", spoken, r"{year:spoken}(?!\s+(?:hundred|{~counted}))"),
    ]


def _quarters() -> list[Rule]:
    fiscal, code, halves = r"(?:fiscal[\s-]+)?", r"\s?{year:short_year}", ("first", "second", "last", "latter")
    of_year = r"(?=\s+of\s+(?:the\s+year|(?:the\s+)?['’]?[0-9]|this|last|next|fiscal))"
    of_firm = r"(?=\s+(?:earnings|profits?|results|sales|revenues?|loss|net|GDP|growth)\b)"
    opening = r"(?P<number>first|last)\s+{count}\s+(?P<unit>quarters|months)\b"
    opened = pairs(["first", "last"], ["quarters", "months", *lexicon("dates")["numbers"]])
    return [
        rule(
            "quarter",
            ["fiscal", *pairs(["first", "second", "third", "fourth"], ["quarter", "fiscal"])],
            rf"{fiscal}{{number}}[\s-]{fiscal}quarter\b",
            is_quarter,
        ),
        rule("quarter", SHORT, r"(?P<number>[1-4])(?:st|nd|rd|th)[\s-]quarter\b", is_quarter),
        rule("quarter", [1], rf"(?P<number>[1-4])Q(?:{code})?\b"),
        rule("quarter", ["q"], rf"Q(?P<number>[1-4])(?:{code})?\b"),
        rule("half", [1], rf"(?P<number>[12])H{code}"),
        rule("half", ["h"], rf"H(?P<number>[12]){code}"),
        rule("half", pairs(halves, ["half"]), r"(?P<number>first|second|last|latter)[\s-]half\b" + of_year),
        rule("half", pairs(halves[:2], ["half"]), r"(?P<number>first|second)[\s-]half\b" + of_firm),
        rule("opening", opened, opening + of_year),
    ]


def _counts() -> list[Rule]:
    """So many units from the day of publication ("ago") or from a time named before ("earlier")."""
    words = lexicon("dates")
    way = r"(?P<way>ago|earlier|later|from\s+now|hence|before\s+now)\b"
    amount = r"(?:(?P<count>an?|{~count})(?:[\s-]+and[\s-]+a[\s-]+half|\s+or\s+\w+)?|{vague})"
    tail = r"(?:\s+(?:or\s+(?:so|two|more)|and\s+a\s+half))?"
    several, (ones, _, tens) = [unit + "s" for unit in words["units"]], number_words()
    units = [*words["units"], *several]
    amounts = [
        *pairs(["a", "an"], words["units"]),
        *pairs(words["numbers"], [*units, "and", "or"]),
        *pairs(tens, ones),
        *pairs((phrase for phrase in words["vague_numbers"] if " " not in phrase), units),
        *(" ".join(phrase.split()[:2]) for phrase in words["vague_numbers"] if " " in phrase),
    ]
    ahead = r"in\s+(?:(?P<count>an?|{~count})|{vague})\s+{unit}(?:['’]s|s?['’])?\s+(?P<way>time)\b"
    year_ago = r"year-(?:ago|earlier)(?:\s+(?:period|quarter|{number}[\s-]quarter))?\b"
    return [
        rule("ago", [1, 2, 3, 4, *amounts], rf"{amount}\s+{{unit}}{tail}\s+{way}"),
        rule("ago", pairs(several, ["ago", "earlier", "later", "from", "hence", "before"]), rf"{{unit}}\s+{way}"),
        rule("ago", pairs(["in"], ["a", "an", *words["numbers"]]), ahead),
        rule("comparison", pairs(["year"], ["ago", "earlier"]), year_ago),
    ]


def _steps() -> list[Rule]:
    words = lexicon("dates")
    names = [*words["months"], *words["month_abbreviations"]]
    units = ["weekend", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century"]
    unit = rf"(?P<unit>{'|'.join(units)})\b(?!-old)"
    window = r"(?P<step>(?:this\s+)?(?:last|past|next|coming))\s+(?:{count}|{vague})[\s-]{unit}(?!-old)"
    same = r"(?:latest|corresponding|comparable|same)\s+(?:year-(?:ago|earlier)\s+)?(?P<period>period|quarter)\b"
    latest = pairs(["latest", "same", "corresponding", "comparable"], ["period", "quarter", "year"])
    amounts = [*(phrase.split()[0] for phrase in words["vague_numbers"]), *words["numbers"]]
    amounts += [unit + plural for unit in words["units"] for plural in ("", "s")]  # behind digits, which are no words
    windows = ["last", "past", "next", "coming"]
    return [
        rule("window", [*pairs(windows, amounts), *pairs(["this"], windows)], window, is_no_verb),
        rule("window", [*pairs(["past"], units), "this past"], r"(?P<step>(?:this\s+)?past)\s+" + unit),
        rule("day", stepped(names), r"{step}\s+{month}\s*{day}(?!,?\s+[0-9]{4})", is_step_name),
        rule("step_month", stepped(names), r"{step}\s+{month}(?!\.?\s*[0-9])", is_step_name),
        rule("step_weekday", stepped(words["weekdays"], that=True), r"{step}\s+{weekday}(?:\s+{part})?", is_step_name),
        rule(
            "step_season",
            stepped([*words["seasons"], "early", "late"]),
            r"{step}\s+(?:early\s+|late\s+)?{season}(?!-|\s+of\b)",
        ),
        rule(
            "step_quarter", stepped([*NTH, "fiscal"]), r"(?P<step>this|last|next)\s+(?:fiscal\s+)?{number}\s+quarter\b"
        ),
        rule(
            "holiday",
            stepped([re.split("['.]", name.split()[0])[0] for name in words["holidays"]]),
            r"{step}\s+{holiday}",
            is_step_name,
        ),
        rule("step_part", stepped(words["parts_of_day"], that=True), r"{step}\s+{part}"),
        rule(
            "step",
            stepped([*units, "fiscal", "calendar"], that=True),
            r"{step}\s+(?:(?:fiscal|calendar)\s+)?" + unit,
            is_step,
        ),
        rule("latest", latest, same),
    ]


def pairs(ones: Iterable[str], others: Iterable[str]) -> list[str]:
    """Two words that a date begins with: each of the first with each of the others behind it, whatever stands between."""
    seconds = list(others)
    return [f"{one} {other}" for one in ones for other in seconds]


def stepped(names: Iterable[str], *, that: bool = False) -> list[str]:
    """What a date begins with that steps to a named day or span: "last May", and "this past", which goes on likewise.

    `that` takes in "that day"; "that May" is left to the month.
    """
    steps = [*lexicon("dates")["steps"], *lexicon("dates")["steps_from_named"]]
    stepping = [step for step in steps if that or step != "that"]
    return [*pairs(stepping, names), *pairs(["this"], (step for step in steps if step != "that"))]


def _plain() -> list[Rule]:
    spans = ["days", "weeks", "months", "years", "decades", "times", "quarters"]
    recent = rf"(?:recent|coming|past)\s+(?:{'|'.join(spans)})\b"
    future = r"the\s+(?:near\s+)?(?:future|past)\b(?!-|\s+(?:{~count}|{~vague}|{~unit}))"
    week_of = r"week\s+(?:of|beginning|ending|starting)\s+(?=(?:{~month}\s*[0-9]|[0-9]{1,2}\s))"
    units = ["weekend", "quarter", "year", "month", "week", "century", "decade"]
    present = [" ".join(phrase.split()[:2]) for phrase in lexicon("dates")["present"]]
    return [
        rule("vague", pairs(["recent", "coming", "past"], spans), recent + r"(?:\s+and\s+(?:weeks|months|years))?"),
        rule("vague", ["recently", "lately"], r"(?:recently|lately)\b"),
        rule("vague", ["the future", "the near", "the past"], future, after_in),
        rule("present", present, r"{~present}(?!-)", is_relative),
        rule("year_end", ["year end", "year s"], r"year(?:['’]s\s+|[\s-])end\b"),
        rule("week_of", pairs(["week"], ["of", "beginning", "ending", "starting"]), week_of),
        rule("unit", units, rf"(?P<unit>{'|'.join(units)})\b(?!-|\s+of\b)", stands_for_a_time),
    ]
