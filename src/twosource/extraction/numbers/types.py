"""What a number is when it is no figure: part of a web address, a name, a year, a score...; typed, not dropped."""

import re
from functools import cache

from twosource.extraction.numbers.grammar import tables
from twosource.extraction.numbers.names import (
    counted_after,
    in_name,
    in_spelled_name,
    is_calibre,
    saying_end,
    type_of_one,
)
from twosource.extraction.numbers.reading import Reading
from twosource.extraction.numbers.tokens import clock_type, glued_type, phone_near, reference_type, web_type
from twosource.settings import figures as settings
from twosource.text.lexicon import alternation, lexicon


def token_type(text: str, number: Reading) -> str | None:
    """The type that the characters glued to a number give away, whether or not it has a unit; None for none."""
    start, end = number.start, number.end
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    if number.type == "duration" and (
        _READING.match(text, end) or _READING_CUE.search(text, max(0, start - 24), start)
    ):
        return "reading_time"
    if number.unit in ("millimeter", None) and is_calibre(text, number):
        return "name"
    if phone_near(text, start, end):
        return "phone"
    if type := clock_type(text, start, end) or reference_type(text, start, end):
        return type
    if number.written.form == "digits" and before in " \n(\u00a0“\"‘'," and after in " \n,;)”’\"'":
        return None
    if _ORDINAL.match(text, end) or (number.written.form == "words" and _ordinal_word(number).match(text, end)):
        return "ordinal"
    if _DECADE.match(text, end):
        return "decade"
    if _TIMES.match(text, end):
        return "ratio"
    return web_type(text, start, end) or glued_type(text, number, before, after)


def bare_type(text: str, number: Reading) -> str | None:
    """The type of a number without a unit when it is no count; None for a count."""
    point = number.point
    if point is None or number.written.form == "vague":
        return None
    if number.written.form in ("fraction", "ratio"):
        return "ratio"
    if end := saying_end(text, number):
        number.end = end
        return "name"
    if point == 1 and number.written.form == "words":
        return type_of_one(text, number)
    if number.written.form != "digits":
        return (
            "name"
            if in_spelled_name(text, number) or (point == 0 and text[number.end : number.end + 1] == "-")
            else None
        )
    return _digits_type(text, number, point)


def _digits_type(text: str, number: Reading, point: float) -> str | None:
    if _beside_month(text, number):
        return "date"
    if _MILITARY_TIME.fullmatch(text, number.start, number.end) and _told_by_clock(text, number):
        return "time"
    if _is_year(text, number, point):
        return "year"
    if _listed(text, number):
        return "list"
    if _is_address(text, number):
        return "address"
    if in_name(text, number):
        return "name"
    if (
        number.end - number.start >= _ID_LENGTH
        and number.written.step < 1000
        and text[number.start : number.end].isdecimal()
    ):
        return "identifier"
    return None


_ID_LENGTH = 9  # digits in a row without commas: an account, a case, a telephone

# --- reading times, ordinals, decades -------------------------------------------------------------------------------

_READING = re.compile(r"[\s-]+(?:read|reading|watch|listen)\b(?!\s+(?-i:the|a|it|to)\b)", re.IGNORECASE)
_READING_CUE = re.compile(
    r"\b(?:read(?:ing)?(?:\s+(?:time|about|in))?|length|duration)\s?:?\s(?:about\s|approx\.?\s)?\Z", re.IGNORECASE
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_DECADE = re.compile(r"['’]?s\b(?!\s?/)|-something\b")
_TIMES = re.compile(r"x\b(?!\s?\d)")


def _ordinal_word(number: Reading) -> re.Pattern[str]:
    """What makes an ordinal of a number in words: "-fifth"; after tens and hundreds also " fifth"."""
    return _ordinals()[number.written.step >= 10]


@cache
def _ordinals() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = alternation(word for word in tables().denominators if word not in ("half", "halves", "quarter"))
    return (
        re.compile(
            rf"-(?:{words}|first|second)(?![\w])|\s(?:hundredth|thousandth|millionth|billionth|trillionth)\b",
            re.IGNORECASE,
        ),
        re.compile(rf"[\s-](?:{words}|first|second)(?![\w])", re.IGNORECASE),
    )


# --- years, days, lists, addresses ----------------------------------------------------------------------------------

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s+of)?[\s-](?:{_MONTH},?[\s-]+\d\d(?:\d\d)?\b|(?!may\b|mar\b|march\b){_MONTH})",
    re.IGNORECASE,
)
_LOWER_MONTH = re.compile(r"\s(?:march|may)\b(?!\s+be\b)")
_MONTH_BEFORE = re.compile(
    rf"(?:(?:\A|[\s(\"“])\d{{1,2}}[\s-]+{_MONTH},?[\s-]+|\b(?!may\b|march\b){_MONTH}\s+"
    r"|\b(?:May|March)\s+(?:\d{1,2},?\s+)?)\Z",
    re.IGNORECASE,
)


def _beside_month(text: str, number: Reading) -> bool:
    """A day or a year beside the name of a month, in any case."""
    if number.end - number.start not in (1, 2, 4):
        return False
    if _LOWER_MONTH.match(text, number.end) and _AT.search(text, max(0, number.start - 8), number.start):
        return True
    if _MONTH_AFTER.match(text, number.end) and (number.point or 0) <= 31:
        return True
    month = _MONTH_BEFORE.search(text, max(0, number.start - 16), number.start)
    return bool(month) and ("." in month[0] or not counted_after(text, number.end))  # type: ignore[index]


_YEAR_CUE = re.compile(
    r"\b(?:in|since|by|until|during|from|through|before|after|early|late|mid|of|the|year|fiscal|FY|and|to|spring|summer|autumn|fall|winter)[\s'’-]*\Z",
    re.IGNORECASE,
)


_MILITARY_TIME = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")
_AT = re.compile(r"\b(?:at|on|until|before|after|by|from|since)\s\Z", re.IGNORECASE)


_HOUR_BEFORE = re.compile(r"\b0\d[0-5]\d\s+(?:and|to)\s+\Z")  # "between 0600 and 1400"
_OF_THE_DAY = re.compile(r"\s+(?:on|in|local|today|yesterday|this|hours|hrs)\b", re.IGNORECASE)


def _told_by_clock(text: str, number: Reading) -> bool:
    """Whether four digits are a time of the day: "0600", "at 1400"."""
    if text[number.start] == "0" or _HOUR_BEFORE.search(text, max(0, number.start - 12), number.start):
        return True
    cue = _AT.search(text, max(0, number.start - 8), number.start)
    return bool(cue) and (number.point or 0) < settings.FIRST_YEAR and bool(_OF_THE_DAY.match(text, number.end))


def _is_year(text: str, number: Reading, point: float) -> bool:
    if number.end - number.start != 4 or not settings.FIRST_YEAR <= point <= settings.LAST_YEAR or point % 1:
        return False
    if counted_after(text, number.end):
        return bool(_YEAR_CUE.search(text, max(0, number.start - 10), number.start)) and point % 100 != 0
    return point >= 1900 or bool(_YEAR_CUE.search(text, max(0, number.start - 10), number.start)) or point % 100 != 0


_LIST_LEFT = re.compile(r"(?:\A|[\n\r])[ \t]*\(?\Z")
_LIST_RIGHT = re.compile(r"[.)][ \t]+[^\Wa-z]|[.)][ \t]+[\"“‘'(*]|[.)]?[ \t]*\r?\n[ \t]*\r?\n|[ \t]*\r?\n")


def _listed(text: str, number: Reading) -> bool:
    """A number that opens a line and is followed by a stop, a bracket or nothing."""
    if number.start > 0 and text[number.start - 1] not in "\n\r \t(":
        return False
    if text[number.end : number.end + 2] == ") " and (number.point or 0) <= 20:  # "either 1) to sell or 2) to wait"
        left = text[max(0, number.start - 2 * settings.LEFT_WINDOW) : number.start]
        return "(" not in left[left.rfind(")") + 1 :]
    if not _LIST_LEFT.search(text, max(0, number.start - 4), number.start) or not _LIST_RIGHT.match(text, number.end):
        return False
    return number.end < len(text) and number.end - number.start <= 3 and (number.start > 0 or text[number.end] in ".)")


@cache
def _street() -> re.Pattern[str]:
    kinds = alternation(lexicon("identifiers")["streets"]["words"])
    side = r"(?:[NSEW]\.?[EW]?\.?[ ]|North[ ]|South[ ]|East[ ]|West[ ])?"
    name = r"(?:\d+(?:st|nd|rd|th)|[A-Z][\w'’.]+)(?:[ ][A-Z][\w'’]+){0,2}"
    return re.compile(rf"[A-Z]?(?:-\d+)?[ \u00a0](?:block\s+of\b|{side}{name}[ ]{kinds}(?!\w))|[ ][NSEW]\.?[ ][A-Z\d]")


def _is_address(text: str, number: Reading) -> bool:
    if number.end - number.start <= 5 and (_street().match(text, number.end) or _POSTCODE.match(text, number.end)):
        return True
    return bool(_ZIP.search(text, max(0, number.start - 4), number.end))


# "90049 ZIP code", "22 Rue Moen".
_POSTCODE = re.compile(
    r" (?:(?:ZIP|Zip|zip|postal|post) ?[Cc]odes?\b|(?:Ave|Avenue|Rue|Boulevard|Blvd|Via|Calle|Piazza|Rua)\.? [A-Z])"
)
_ZIP = re.compile(r"\b[A-Z]{2} \d{5}\Z")
