"""What a number is when it is no figure: part of a web address, a name, a year, a score...; typed, not dropped.

Everything here looks at a small window round one number, so that the cost does not grow with the text.
"""

import re
from functools import cache

from twosource.extract.number_reading import Reading
from twosource.extract.number_grammar import is_plural, tables
from twosource.settings import figures as settings
from twosource.text.lexicon import alternation, lexicon


def token_type(text: str, number: Reading) -> str | None:
    """The type that the characters glued to a number give away, whether or not it has a unit; None for none."""
    start, end = number.start, number.end
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    if number.type == "duration" and (_READING.match(text, end) or _READING_CUE.search(text, max(0, start - 24), start)):
        return "reading_time"
    if number.unit in ("millimeter", None) and _CALIBRE_LIKE.match(text, end) and _is_calibre(text, number):
        return "name"
    if before in " \n(\u00a0“\"‘'," and after in " \n,;)”’\"'" and not _phone_near(text, start, end) and number.written.form == "digits":
        return None
    if _ORDINAL.match(text, end) or number.written.form == "words" and _ordinal_word(number).match(text, end):
        return "ordinal"
    if _DECADE.match(text, end):
        return "decade"
    return (
        _web_type(text, start, end)
        or ("phone" if _phone_near(text, start, end) else None)
        or _clock_type(text, start, end)
        or _glued_type(text, number, before, after)
    )


def bare_type(text: str, number: Reading) -> str | None:
    """The type of a number without a unit when it is no count; None for a count."""
    point = number.point
    if point is None or number.written.form == "vague":
        return None
    if number.written.form in ("fraction", "ratio"):
        return "ratio"
    if point == 1 and number.written.form == "words":
        return _type_of_one(text, number)
    if number.written.form != "digits":
        return "name" if _in_name(text, number) or _saying(text, number) else None
    return _digits_type(text, number, point)


def _digits_type(text: str, number: Reading, point: float) -> str | None:
    if _beside_month(text, number):
        return "date"
    if _is_year(text, number, point):
        return "year"
    if _saying(text, number):
        return "name"
    if _listed(text, number):
        return "list"
    if _is_address(text, number):
        return "address"
    if _in_series(text, number) or _in_name(text, number) or _is_aircraft(text, number) or _is_emergency_call(text, number):
        return "name"
    if _NEWS.match(text, number.end) or word_before(text, number.start) == "News":
        return "name"
    if number.end - number.start >= _ID_LENGTH and number.written.step < 1000 and text[number.start : number.end].isdecimal():
        return "identifier"
    return None


_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?:\s+of)?[\s-]{_MONTH}(?:,?[\s-]+\d\d(?:\d\d)?\b|(?<!\bmay)(?<!march)(?<!\bmar)(?!\s+(?:be|have|not)))", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"(?:(?:\A|[\s(\"“])\d{{1,2}}[\s-]+{_MONTH},?[\s-]+|\b(?!may\b|march\b){_MONTH}\s+|\b(?:May|March)\s+(?:\d{{1,2}},?\s+)?)\Z", re.IGNORECASE)


def _beside_month(text: str, number: Reading) -> bool:
    """A day or a year beside the name of a month, in any case."""
    if number.end - number.start not in (1, 2, 4):
        return False
    if _MONTH_AFTER.match(text, number.end) and (number.point or 0) <= 31:
        return True
    return bool(_MONTH_BEFORE.search(text, max(0, number.start - 16), number.start)) and not counted_after(text, number.end)


_NEWS = re.compile(r" (?:News|TV|Eyewitness|Action)\b")
_ID_LENGTH = 9  # digits in a row without commas: an account, a case, a telephone
_READING = re.compile(r"[\s-]+(?:read|reading|watch|listen)\b(?!\s+(?:the|a|it|to)\b)", re.IGNORECASE)
_READING_CUE = re.compile(r"\b(?:read(?:ing)?(?:\s+(?:time|about|in))?|length|duration)\s?:?\s(?:about\s|approx\.?\s)?\Z", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_DECADE = re.compile(r"['’]?s\b(?!\s?/)")



def _ordinal_word(number: Reading) -> re.Pattern[str]:
    """What makes an ordinal of a number in words: "-fifth"; after tens and hundreds also " fifth"."""
    return _ordinals()[number.written.step >= 10]


@cache
def _ordinals() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = alternation(word for word in tables().denominators if word not in ("half", "halves", "quarter"))
    return (
        re.compile(rf"-(?:{words}|first|second)(?![\w])|\s(?:hundredth|thousandth|millionth|billionth|trillionth)\b", re.IGNORECASE),
        re.compile(rf"[\s-](?:{words}|first|second)(?![\w])", re.IGNORECASE),
    )


# --- what is glued to the digits ------------------------------------------------------------------------------------

_WEB = re.compile(r"://|::|www\.|@|\w\.(?:com|org|net|gov|edu|co|io|uk|html?|php)\b|[/_=&?#]\w*[/_=&?#]|\.(?:jpe?g|png|gif|pdf)\b")


def _web_type(text: str, start: int, end: int) -> str | None:
    left, right = start, end
    while left > 0 and start - left < settings.LEFT_WINDOW and not text[left - 1].isspace():
        left -= 1
    while right < len(text) and right - end < settings.RIGHT_WINDOW and not text[right].isspace():
        right += 1
    return "address" if _WEB.search(text, left, right) or text[start - 1 : start] in ("#", "@", "_") else None


_PHONE_NEIGHBOUR = re.compile(r"\d\)?[\s.()/-]{1,2}[\d(]|\+\(?\d|\(\+?\d+\)|\d{7}|0\d{4}")
_PHONE_RUN = re.compile(r"(?<![\w.,$€£])\(?\s?\+?\(?\d[\d\s().\-/]{4,}\d(?![\d%]|,\d)")
_PHONE_CUE = re.compile(r"\b(?:tel|phone|telephone|call|fax|mobile|cell|hotline|contact|dial|whatsapp|text|sms|toll-free)\b", re.IGNORECASE)
_PHONE_FORM = re.compile(
    r"\(?\+\s?\(?\d.*|\(?0\d.*|\d{1,4}\)\s?\d.*|\(\s?\d+\s?\).*|(?:\d{1,3}[\s.-]?)?\(\d{1,5}\)[\s.()/-]*\d{3}.*|\d{1,4}(?:[-.]\d{2,5}){2,}|\d{2,4}(?: \d{2,5}){1,3}-\d{2,5}|\d{3} \d{3} \d{4}|(?:\d[ -])?\(\d{3}\)\s?\d{3}.*|\d{2,4}\s-\s\d{2,3}(?: \d{2,4}){1,3}"
)
_LETTERED_PHONE = re.compile(r"\d{3}\)?[ -]\d{3}-[A-Z]{2}|\b1-8\d\d-[A-Z\d]")
_DATE_FORM = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}|\d+\.\d+|0?\.\d+")


def _phone_near(text: str, start: int, end: int) -> bool:
    """Whether a number is a part of a telephone number: groups of digits apart, seven or more in all."""
    if _LETTERED_PHONE.search(text, max(0, start - 8), min(len(text), end + 12)):
        return True
    if not _PHONE_NEIGHBOUR.search(text, max(0, start - 4), min(len(text), end + 4)):
        return False
    for match in _PHONE_RUN.finditer(text, max(0, start - 24), min(len(text), end + 24)):
        if match.start() < end and start < match.end():
            run = _DATE_AFTER.split(match[0].strip())[0]
            digits = sum(letter.isdecimal() for letter in run)
            if not 6 <= digits <= 17 or _DATE_FORM.fullmatch(run):
                return False
            cue = _PHONE_CUE.search(text, max(0, match.start() - 32), match.start())
            return bool(cue or (digits >= 7 and _PHONE_FORM.fullmatch(run)))
    return False


_DATE_AFTER = re.compile(r"\s(?=\d{1,2}/\d)")
_CLOCK = re.compile(r"[:.][0-5]\d(?!\d)|\s?[ap]\.?m\b|\s?o['’]clock|\s?(?:GMT|UTC)\b|:\d\d")


def _clock_type(text: str, start: int, end: int) -> str | None:
    if _VERSION.match(text, end) or (start > 1 and text[start - 1] == "." and text[start - 2].isdecimal()):
        return "version"
    if start > 1 and text[start - 1] == ":" and text[start - 2].isdecimal():
        return "time"
    match = _CLOCK.match(text, end)
    if match and end - start <= 5 and (text[end] != "." or match[0][1:].isalpha()):
        return "time"
    return None


_VERSION = re.compile(r"\.\d")
# Words of small letters that a hyphen ties to a number without making it a name.
_HYPHEN_WORDS = frozenset(
    "mid pre post sub non then now ex over about nearly almost early late foot feet sub minus per by to and or the of than plus minus some additional estimated between".split()
)
_LEFT_WORD = re.compile(r"(?<![\w])([^\W\d_]+(?:[.'’][^\W\d_]+)*)[-‐‑–]\Z")


def _glued_type(text: str, number: Reading, before: str, after: str) -> str | None:
    start, end = number.start, number.end
    if before.isalpha() or before.isdecimal():
        return None if _ran_together(text, number) else "identifier"
    if before in "-‐‑–" and (word := _LEFT_WORD.search(text, max(0, start - 16), start)):
        if word[1].lower() in ("top", "last", "under", "no", "bottom"):
            return "rank"
        if word[1].lower() not in _HYPHEN_WORDS and before != "–" and not (number.unit and word[1].islower()):
            return "identifier"
    if after.isalpha() and number.unit is None and number.written.form == "digits" and after.isascii():
        return "identifier"
    if after in "-‐‑" and _ID_AFTER.match(text, end):
        return "identifier"
    if _FRACTION_LINE.match(text, end) or (start > 1 and before in "/⁄" and text[start - 2].isdecimal()):
        return "score" if number.unit is None else None
    if before in "[{" and after in "]}":
        return "reference"
    return None


_ID_AFTER = re.compile(r"[-‐‑](?:[A-Z]{1,2}\d|[A-Z]\b)")
_FRACTION_LINE = re.compile(r"[/⁄]\d")


def _ran_together(text: str, number: Reading) -> bool:
    """A word and a number that lost the space between them: "with14,593"."""
    left = number.start
    while left > 0 and number.start - left < 12 and text[left - 1].islower():
        left -= 1
    glued = number.start - left >= 2 and not text[left - 1 : left].isalnum()
    return glued and "," in text[number.written.start : number.written.end]


# --- years, lists, addresses ----------------------------------------------------------------------------------------

_YEAR_CUE = re.compile(
    r"\b(?:in|since|by|until|during|from|through|before|after|early|late|mid|of|the|year|fiscal|FY|and|to|spring|summer|autumn|fall|winter)[\s'’-]*\Z",
    re.IGNORECASE,
)
_ADJECTIVE = r"(?:[A-Z][\w-]+|more|new|other|such|internally|foreign|local|small|large|displaced|armed|injured|dead|young|elderly|[a-z-]+(?:ed|ing|ian|ish|al|ive|ful|ic|ese|ary))"
_COUNTED = re.compile(rf"[ \u00a0](?:{_ADJECTIVE}[ \u00a0]){{0,2}}([a-z][a-z-]+)")


def counted_after(text: str, end: int) -> bool:
    """Whether a plural noun, perhaps with an adjective or two, follows."""
    match = _COUNTED.match(text, end)
    return bool(match) and is_plural(match[1])  # type: ignore[index]


def _is_year(text: str, number: Reading, point: float) -> bool:
    if number.end - number.start != 4 or not settings.FIRST_YEAR <= point <= settings.LAST_YEAR or point % 1:
        return False
    if counted_after(text, number.end):
        return bool(_YEAR_CUE.search(text, max(0, number.start - 10), number.start)) and point % 100 != 0
    return point >= 1900 or bool(_YEAR_CUE.search(text, max(0, number.start - 10), number.start)) or point % 100 != 0


_LIST_LEFT = re.compile(r"(?:\A|[\n\r])[ \t]*\(?\Z")
_LIST_RIGHT = re.compile(r"[.)](?:\s|$)|[ \t]*(?:\r?\n|\Z)")


def _listed(text: str, number: Reading) -> bool:
    """A number that opens a line and is followed by a stop, a bracket or nothing."""
    if number.start > 0 and text[number.start - 1] not in "\n\r \t(":
        return False
    if not _LIST_LEFT.search(text, max(0, number.start - 4), number.start) or not _LIST_RIGHT.match(text, number.end):
        return False
    return number.end < len(text) and number.end - number.start <= 3 and (number.start > 0 or text[number.end] in ".)")


@cache
def _street() -> re.Pattern[str]:
    kinds = alternation(lexicon("identifiers")["streets"]["words"])
    return re.compile(
        rf"[A-Z]?(?:-\d+)?[ \u00a0](?:block\s+of\b|(?:[NSEW]\.?[EW]?\.?[ ]|North |South |East |West )?(?:\d+(?:st|nd|rd|th)|[A-Z][\w'’.]+)(?:[ ][A-Z][\w'’]+){{0,2}}[ ]{kinds}(?![\w]))|[ ](?:[NSEW]\.|[NSEW] )\s?[A-Z\d]"
    )


def _is_address(text: str, number: Reading) -> bool:
    return number.end - number.start <= 5 and bool(_street().match(text, number.end)) or bool(_ZIP.search(text, max(0, number.start - 4), number.end))


_ZIP = re.compile(r"\b[A-Z]{2} \d{5}\Z")

# --- weapons, aircraft, emergency calls -------------------------------------------------------------------------------

_CALIBRE_LIKE = re.compile(r"[\s-]+[A-Za-z]")
_NEXT_WORDS = re.compile(r"[\s-]+([A-Za-z]+)(?:[\s-]+([A-Za-z]+))?")


def _is_calibre(text: str, number: Reading) -> bool:
    """ "155mm shells", ".38 revolver", "9 mm handgun": the calibre names the weapon."""
    following = _NEXT_WORDS.match(text, number.end)
    if following is None:
        return False
    words = lexicon("identifiers")["weapons"]["words"]
    first, second = (following[1] or "").lower(), (following[2] or "").lower()
    if number.unit == "millimeter" or text[number.start] == ".":
        return first in words or second in words
    return first in ("caliber", "calibre", "gauge")


def _is_emergency_call(text: str, number: Reading) -> bool:
    words = lexicon("identifiers")["emergency"]
    if text[number.start : number.end] not in words["numbers"]:
        return False
    following = _NEXT_WORDS.match(text, number.end)
    return bool(following and following[1].lower() in words["after"]) or (
        word_before(text, number.start).lower() in words["before"] and not counted_after(text, number.end)
    )


# --- names ----------------------------------------------------------------------------------------------------------

_WORD_BEFORE = re.compile(r"([^\s(\"“]+)[ \u00a0]\Z")


def word_before(text: str, at: int) -> str:
    """The word that stands one space before `at`, as written, or the empty string."""
    match = _WORD_BEFORE.search(text, max(0, at - 20), at)
    return match[1] if match else ""


def _in_series(text: str, number: Reading) -> bool:
    """ "Section 4", "No. 10", "Flight 17"; but not "the group 12 people left"."""
    word = word_before(text, number.start).lower()
    if word not in _series() or number.end - number.start > 5 or "," in text[number.start : number.end]:
        return False
    return word not in _series_verbs() or not counted_after(text, number.end)


def _in_name(text: str, number: Reading) -> bool:
    """ "iPhone 11", "Fortune 500", "BBC One": the number belongs to the name before it."""
    word = word_before(text, number.start)
    if not word:
        return False
    if word in _names() and number.end - number.start <= 5 and number.written.factor == 1 and "," not in text[number.start : number.end]:
        return not (text[number.start].islower() or counted_after(text, number.end) and word in ("Level", "Model", "Big", "Mark", "Office", "Sky"))
    window = text[max(0, number.start - 16) : number.end].lower()
    if window.endswith(_fixed()):
        return True
    return number.written.form == "digits" and _ends_proper_name(text, number, word)


_LOWER_NOUN = re.compile(r"[ \u00a0](?:[a-z]|[A-Z][\w-]+[ \u00a0][a-z])|-[a-z]|[ \u00a0]?[%°$€£]")
_FUNCTION = re.compile(r"[ \u00a0](?:and|or|but|in|on|at|by|for|from|of|to|with|is|was|are|were|has|had|will|would|could|can|as|that|which|who|when|while|after|before|than|if|because|also|said|says)\b")


def _ends_proper_name(text: str, number: Reading, word: str) -> bool:
    """A bare number between a capitalised word and a stop or a function word, outside titles: "Cyberpunk 2077,"."""
    if not (word[0].isupper() and len(word) > 1 and word[-1].isalpha()) or number.end - number.start > 4:
        return False
    if _LOWER_NOUN.match(text, number.end) and not _FUNCTION.match(text, number.end):
        return False
    words = text[max(0, number.start - 60) : number.start].split("\n")[-1].split()
    in_title = sum(w[0].isupper() for w in words[-4:]) >= min(3, len(words))
    return len(words) > 1 and not in_title and word.lower() not in _VERBS_OF_TITLES


_VERBS_OF_TITLES = frozenset("kills leaves injures wounds hits i we they he she it at least about over nearly and or the".split())


def _is_aircraft(text: str, number: Reading) -> bool:
    if text[number.start : number.end] not in _aircraft_numbers():
        return False
    following = re.compile(r"[\s-]+(\w+)").match(text, number.end)
    return bool(following) and following[1].lower() in _aircraft_words()  # type: ignore[index]


def _saying(text: str, number: Reading) -> bool:
    window = text[number.start : number.end + 14].lower()
    match = _sayings().match(window)
    return bool(match) and (len(match[0]) > number.end - number.start)  # type: ignore[index]


# --- one ------------------------------------------------------------------------------------------------------------

_NEXT = re.compile(r"[ \u00a0]([A-Za-z][\w'’-]*)")
_PARTICIPLE = re.compile(r"\s+(?:[a-z]+ly\s+|in\s+)?(?:killed|wounded|injured|hurt|dead|missing|shot|destroyed|damaged|arrested|captured|lost|hospitali[sz]ed|critical|rescued|found|released|detained|charged|serious)\b")
_OF_THEM = re.compile(r"\s+of\s+(?:the|these|those|his|her|its|their|our|my|your|them|us|which|whom|several|many|two|three|four|five|six)\b", re.IGNORECASE)


def _type_of_one(text: str, number: Reading) -> str | None:
    """None where "one" counts something, else `pronoun` or `name`."""
    before = word_before(text, number.start).lower().strip("(\"'“‘")
    if _in_name(text, number) or _saying(text, number) or text[number.end : number.end + 1] in ("'", "’"):
        return "name"
    if before in _lists()["before"]:
        return "pronoun"
    if _OF_THEM.match(text, number.end):
        return None
    following = _NEXT.match(text, number.end)
    if following is None:
        return "pronoun" if text[number.end : number.end + 1] != "-" else None
    word = following[1].lower()
    if word in ("was", "is", "were") and _PARTICIPLE.match(text, following.end()):
        return None
    return "pronoun" if word in _lists()["after"] and word not in _lists()["counted"] else None


# --- tables ---------------------------------------------------------------------------------------------------------


@cache
def _series() -> frozenset[str]:
    return frozenset(lexicon("identifiers")["series"]["words"])


@cache
def _series_verbs() -> frozenset[str]:
    return frozenset(lexicon("identifiers")["series_verbs"]["words"])


@cache
def _names() -> frozenset[str]:
    return frozenset(lexicon("identifiers")["names"]["words"])


@cache
def _fixed() -> tuple[str, ...]:
    return tuple(lexicon("identifiers")["names"]["fixed"])


@cache
def _aircraft_numbers() -> frozenset[str]:
    return frozenset(lexicon("identifiers")["aircraft"]["numbers"])


@cache
def _aircraft_words() -> frozenset[str]:
    return frozenset(lexicon("identifiers")["aircraft"]["words"])


@cache
def _sayings() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(lexicon('identifiers')['sayings']['words'])})(?![\w])")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {group: frozenset(words) for group, words in lexicon("identifiers")["pronouns"].items()}
