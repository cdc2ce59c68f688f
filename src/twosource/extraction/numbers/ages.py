"""Ages: "45-year-old", "aged 9", "Smith, 45,", "sons, 10 and 12"."""

import re
from functools import cache

from twosource.extraction.numbers.reading import Reading
from twosource.extraction.numbers.units import FoundUnit
from twosource.settings import figures as settings
from twosource.text.lexicon import alternation, lexicon

OLDEST = 120

_BETWEEN_COMMAS = re.compile(r"\s?[,;)]|\.(?:\s|$)|\s+(?:and|from|of|who)\b")
_NAME_BEFORE = re.compile(
    r"(?:[A-Z][\w'’-]+\s+(?:[A-Z][\w.'’-]*\s+){0,2}[A-Z][\w'’-]+|[A-Z][\w'’-]+\s+(?:Jr|Sr|III?|IV)\.?),\s\Z"
)
_ONE_NAME = re.compile(r"[A-Z][a-z'’-]{2,},\s\Z|,\s(?:both|each|all)\s\Z")
# "Berg, 58, will appeal": one name that opens its sentence.
_OPENING_NAME = re.compile(r"(?:\n|[.!?][\"”’]?\s)\s*[A-Z][a-z'’-]{2,},\s\Z")
# "Seven people were held, the youngest of them 24".
_OF_THEM = re.compile(
    r"\b[Tt]he (?:youngest|oldest|eldest)(?: of (?:them|whom|all|the \w+))?,? (?:is |was |aged |being )?\Z"
)
_CLAUSE = re.compile(r",\s[a-z]")
_TOGETHER = ("both", "each", "all")
# "Those between 16 and 24 who vote": people between two numbers that count nothing are told by their age;
# "children under five" and whoever is "older than 40" likewise.
_OF_AGES = re.compile(
    r"\b(?:those|them|whom|people|men|women|adults|child|children|boys|girls|males|females|teenagers|drivers|voters|residents|patients"
    r"|students|workers|anyone|everyone) (?:aged )?"
    r"(?:between (?:\d{1,2} and )?|(?:under|over|below|above) )\Z|\b(?:younger|older) than \Z",
    re.IGNORECASE,
)
_BEHIND_THE_OLDEST = ("m ", "est ", "l ", ", ", "s ", "aged ", "being ")
_LEADS_TO_AGES = ("between ", " and ", " under ", " over ", " below ", " above ", "er than ")
_UNCOUNTED = re.compile(
    r"(?: and \d{1,2})?(?: (?:who|were|was|are|is|have|has|had|may|can|must|in|with|at|from|living|and|or|to|on)\b|[.,;)]|\s*\Z)"
)
_GOES_ON = re.compile(
    r",\s+(?:(?:now|also|still|then|later|already|once)\s+)?(?:of|who|whose|was|were|is|are|and|had|has|said|told|a|an|the|from|both|faces|died|died|suffered|remains)\b|;|,\s[A-Z]|\.\s?(?:\n|$)"
)
# "Solis, who was 45 and taught physics": the number ends its clause.
_WHO_WAS = re.compile(r"\bwho (?:is|was) \Z")
# "Jo Berg, 72, who was on the quay", whatever the letter case.
_WHO_AFTER = re.compile(r",\s(?:who|whose)\b(?!\s(?:were|are|have)\b)", re.IGNORECASE)
# "At 37, Ada Berg is the oldest winner".
_AND_NAME = re.compile(r", (?:[A-Z][\w'’-]+ (?:[A-Z][\w'’-]+|is|was|has)\b|(?:he|she) )")
# "Jo Berg, 65, was killed": many were, and not was.
_ONE_OF_THEM = re.compile(r",\s(?:was|is|has)\b")
# "Ada Moen, 25 and Per Vik, 32 were hurt".
_NEXT_AGED = re.compile(r"\s+and\s+[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]*){1,3},\s\d{1,3}\b")
_AGED_BEFORE = re.compile(r",\s\d{1,3},?\s+and\s+[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]*){1,3},\s\Z")
_VERB = re.compile(r"\s+(?:were|are|have|had|died)\b")
_PERSON_OF = re.compile(r"\b(?:[Aa]n?|[Tt]he) (?:\w+ )?(?:man|woman|boy|girl|youth|child) of \Z")
_AGE_ENDS = re.compile(r"\s?[,.;]|\s(?:and|when|at the time|was|is|has|had|who|from|died)\b")
# "Four sailors, 19, 22, 40 and 61 years old": the last of the list tells what all are.
_AGES_FOLLOW = re.compile(r"(?:, \d{1,3})*,? (?:and|or) \d{1,3}(?: years old| years of age|-years?-old)\b")
_NAME_BRACKET = re.compile(r"[A-Z][\w'’-]+\s\(\Z")


def read_age(text: str, number: Reading) -> bool:
    """Make the number an age if its neighbours say so; whether it is one."""
    point = number.point
    after = _ages().match(text, number.written.end)
    if after:
        word = after[0].lower()
        unit = next((unit for unit in ("month", "week", "day") if unit in word), "year")
        number.take(FoundUnit(after.start(), after.end(), unit, "duration"))
    elif (
        point is None
        or not 0 < point <= OLDEST
        or point % 1
        or number.unit not in (None, "year", "month")
        or not _said_so(text, number)
    ):
        return False
    number.type, number.rule, number.confidence = "age", number.rule + " age", settings.SURE
    number.unit = number.unit or "year"
    return True


def _said_so(text: str, number: Reading) -> bool:
    start, end = number.written.start, number.written.end
    left = text[max(0, start - 48) : start]
    if left.rstrip().lower().endswith(_last_words()) and _before().search(left):
        return True
    if left[-9:].lower().endswith(_LEADS_TO_AGES) and _OF_AGES.search(left) and _UNCOUNTED.match(text, end):
        return True
    if left.endswith(_BEHIND_THE_OLDEST) and _OF_THEM.search(left):
        return True
    if left.endswith(" of ") and _PERSON_OF.search(left) and _AGE_ENDS.match(text, end):
        return True
    if number.unit is not None or number.written.form != "digits" or number.written.factor != 1:
        return False
    if text[end : end + 2] in (", ", " a", " o") and _AGES_FOLLOW.match(text, end):
        return True
    if left[-2:] == ", " and left[-3:-2].isalpha() and (number.point or 0) >= 10 and _WHO_AFTER.match(text, end):
        return True
    if left.endswith((" is ", " was ")) and _WHO_WAS.search(left) and _AGE_ENDS.match(text, end):
        return True
    if left.endswith("At ") and left[-4:-3] in ("", " ", "\n") and _AND_NAME.match(text, end):
        return True
    if left[-2:] == ", " and left[-3:-2].isalpha() and (number.point or 0) > 1 and _ONE_OF_THEM.match(text, end):
        return True
    if left[-2:] == ", " and _NAME_BEFORE.search(left) and _among_the_aged(text, end, left):
        return True
    if left.endswith("("):
        return text[end : end + 1] == ")" and bool(_NAME_BRACKET.search(left)) and (number.point or 0) >= 10
    behind_comma = left[-2:-1] == ","
    if behind_comma and text[end : end + 1] in (",", ".", ";", ")") and _one_person().search(left):
        return True
    if behind_comma and (number.point or 0) >= 10 and _OPENING_NAME.search(left if start > 48 else "\n" + left):
        return bool(_CLAUSE.match(text, end))
    if (behind_comma or left[:-1].endswith(_TOGETHER)) and _ONE_NAME.search(left) and _GOES_ON.match(text, end):
        return True
    return bool(_BETWEEN_COMMAS.match(text, end)) and bool(
        (behind_comma and _NAME_BEFORE.search(left) and text[end : end + 1] in ",;.") or _kin().search(left)
    )


def _among_the_aged(text: str, end: int, left: str) -> bool:
    """Whether names with their ages are listed, and the number is behind one of them."""
    last = bool(_AGED_BEFORE.search(left)) and bool(_VERB.match(text, end))
    return last or bool(_NEXT_AGED.match(text, end))


@cache
def _ages() -> re.Pattern[str]:
    words = alternation(lexicon("identifiers")["ages"]["after"])
    return re.compile(rf"[\s-]?{words}(?![a-z])|-year(?=-old|s-old)|\s?[–‑]years?[–‑]olds?\b", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    words = alternation(lexicon("identifiers")["ages"]["before"])
    return re.compile(rf"\b{words}\s+(?:(?:just|only|about|around|between|from|over|under)\s+)?\Z", re.IGNORECASE)


@cache
def _last_words() -> tuple[str, ...]:
    """What `_before` can end with."""
    return (
        "just",
        "only",
        "about",
        "around",
        "between",
        "from",
        "over",
        "under",
        *lexicon("identifiers")["ages"]["before"],
    )


@cache
def _kin() -> re.Pattern[str]:
    words = alternation(lexicon("identifiers")["ages"]["kin"])
    return re.compile(
        rf"\b(?:(?:aged|ages)\s+(?=\d)|{words},?\s+(?:aged\s+|ages\s+)?)(?:\d{{1,2}},?\s+(?:and\s+)?)*\Z", re.IGNORECASE
    )


@cache
def _one_person() -> re.Pattern[str]:
    """A noun for one person, at whose age a number between commas is: "a young woman, 18,"."""
    nouns = alternation([*lexicon("clauses")["one_person"], "victim", "driver", "suspect", "officer", "student"])
    return re.compile(rf"(?i)\b(?:an?|another|the|his|her) (?:[\w-]+ )?(?:{nouns}),\s\Z")
