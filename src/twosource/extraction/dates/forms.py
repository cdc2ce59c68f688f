"""The forms of the words that dates are made of, and a small notation that builds a rule's form from them.

In a form, `{day}` is a group of that name and form, `{until_day:day}` a group `until_day` of the form `day`, and
`{~unit}` the form alone; the rest is a regular expression. Braces round digits stay what they are.
"""

import re
from functools import cache

from twosource.text.lexicon import alternation, lexicon

_SLOT = re.compile(r"\{(?:(?P<bare>~)|(?P<name>[a-z_]+):)?(?P<form>[a-z_]+)\}")


def expand(form: str) -> str:
    """The form as a regular expression, its slots filled."""
    return _SLOT.sub(_fill, form)


def _fill(slot: re.Match[str]) -> str:
    name, form = slot["name"] or slot["form"], _forms()[slot["form"].rstrip("_")]
    return f"(?:{form})" if slot["bare"] else f"(?P<{name}>{form})"


def number_words() -> tuple[list[str], list[str], list[str]]:
    """The words for one to nine, for ten to nineteen, and for the tens."""
    numbers: dict[str, int] = lexicon("dates")["numbers"]
    return (
        [word for word, value in numbers.items() if value < 10],
        [word for word, value in numbers.items() if 10 <= value < 20],
        [word for word in numbers if word.endswith("ty")],
    )


@cache
def _forms() -> dict[str, str]:
    words = lexicon("dates")
    ones, teens, tens = map(alternation, number_words())
    ordinal = rf"(?:{alternation(words['ordinals'])})\b"
    numeral = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\b"
    year = r"(?:1[0-9]|20)[0-9]{2}\b"
    spoken = (
        rf"(?:nineteen|eighteen|twenty)[\s-](?:{tens}(?:[\s-]{ones})?|{teens})\b"
        rf"|two\s+thousand(?:\s+(?:and\s+)?(?:{teens}|{ones}))?\b"
    )
    return {
        "counted": rf"(?:{alternation(words['counted'] + words['measured'])})(?![\w-])",
        "count": rf"(?:[0-9]{{1,4}}|{tens}(?:[\s-]{ones})?|{teens}|{ones}|hundred)(?!\w)",
        "vague": alternation(words["vague_numbers"]),
        "unit": r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie))s?\b",
        "month": rf"(?:{alternation(words['months'])})\b|(?:{alternation(words['month_abbreviations'])})\b\.?",
        "weekday": rf"(?:{alternation(words['weekdays'])})\b",
        "short_weekday": rf"(?:{alternation(words['weekday_abbreviations'])})\b\.?",
        "season": rf"(?:{alternation(words['seasons'])})\b",
        "part": rf"(?:{alternation(words['parts_of_day'])})\b",
        "holiday": rf"(?:{_holidays(words['holidays'])})\b",
        "word": rf"(?:{alternation(words['relative_days'])})\b",
        "present": rf"(?:{alternation(words['present'])})\b",
        "spoken_decade": rf"(?:{alternation(words['spoken_decades'])})\b",
        "numeral": numeral,
        "ordinal": ordinal,
        "day": rf"{numeral}(?![.:][0-9]|,[0-9]{{3}}(?![0-9])|%)|{ordinal}",
        "digits": year,
        "year": rf"{year}|['’‘][0-9]{{2}}\b|{spoken}",
        "spoken": spoken,
        "short_year": rf"['’]?[0-9]{{2}}\b|{year}",
        "hour": r"[01]?[0-9]|2[0-4]",
        "minute": r"[0-5][0-9]",
        "zone": rf"(?:{alternation(words['zones'])})\b",
        "half": r"morning|afternoon|evening",
        "to": r"(?:\s?[-–—]\s?|\s+(?:to|and|or|through|thru|till|until)\s+)(?:the\s+)?",
        "step": rf"(?:this\s+|the\s+)?(?:{alternation([*words['steps'], *words['steps_from_named']])})",
        "number": "first|second|third|fourth",
    }


def _holidays(rules: dict[str, object]) -> str:
    """The names, the longest first; apostrophes may be curved or left out, and so may full stops."""
    names = sorted(rules, key=len, reverse=True)
    return "|".join(
        re.escape(name).replace("'", "['’]?").replace(r"\.", r"\.?").replace(r"\ ", r"\s+") for name in names
    )


@cache
def after_short_number() -> str:
    """What follows a number of one or two digits that may begin a date; here letter case counts."""
    names = [*lexicon("dates")["months"], *lexicon("dates")["month_abbreviations"]]
    small = [name for name in names if name not in ("may", "march", "mar")]
    months = alternation([*small, *(name.capitalize() for name in names), *(name.upper() for name in names)])
    return (
        rf"[:./-][0-9]|['’]?s\b|(?:st|nd|rd|th|ST|ND|RD|TH)\b|[QH][0-9\s’']|[\s-]?[apAP]\.?\s?[mM]\b|\s?[-–—]\s?[0-9]"
        rf"|[\s-]*(?:of\s+)?{months}|\s+(?:o['’]|in\s+the|to|and|or|through|{_forms()['unit']})|(?<=['’‘][0-9]{{2}})"
    )
