"""Numbers that belong to a name: "Section 4", "iPhone 11", "S&P 500", a 787, 155mm shells, 911; "one", a pronoun."""

import re
from functools import cache

from twosource.extraction.numbers.grammar import is_plural
from twosource.extraction.numbers.reading import Reading
from twosource.text.lexicon import alternation, lexicon


def in_name(text: str, number: Reading) -> bool:
    """Whether a number in digits tells one of a series, or is part of a name."""
    return (
        _belongs_to(text, number, word_before(text, number.start))
        or _is_aircraft(text, number)
        or _is_emergency_call(text, number)
        or bool(_NEWS.match(text, number.end))
        or bool(_RESOLUTION.fullmatch(text, number.start, number.end) and _SCREEN.match(text, number.end))
    )


def in_spelled_name(text: str, number: Reading) -> bool:
    """Whether a number in words is part of a name: "BBC Two", "chapter three"."""
    return _belongs_to(text, number, word_before(text, number.start))


# "A 4K screen", "a 5K run".
_RESOLUTION = re.compile(r"\d{1,2}K")
_SCREEN = re.compile(
    r"[\s-](?:tv|tvs|television|video|videos|screen|display|displays|resolution|camera|monitor|footage|hdr|run|race|walk)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(r" (?:News|NEWS|TV|Eyewitness|Action)\b")


def word_before(text: str, at: int) -> str:
    """The word that stands one space before `at`, as written, or the empty string."""
    if text[at - 1 : at] not in (" ", "\u00a0"):
        return ""
    window = text[max(0, at - 20) : at - 1]
    for mark in '("“':
        window = window.replace(mark, " ")
    return "" if window[-1:].isspace() else (window.rsplit(None, 1) or [""])[-1]


def _belongs_to(text: str, number: Reading, word: str) -> bool:
    """Whether the word before makes a number one of a series or a part of a name."""
    return word != "" and (_in_series(text, number, word.lower()) or _in_proper_name(text, number, word))


def _in_series(text: str, number: Reading, word: str) -> bool:
    """ "Section 4", "No. 10", "Flight 17"; but not "the group 12 people left"."""
    if (
        (word not in _words("series") and word.removesuffix("s") not in _words("series"))
        or number.end - number.start > 5
        or "," in text[number.start : number.end]
    ):
        return False
    return word not in _words("series_verbs") or not counted_after(text, number.end)


def _in_proper_name(text: str, number: Reading, word: str) -> bool:
    """ "iPhone 11", "Fortune 500", "BBC One": the number belongs to the name before it."""
    if (
        word in _words("names")
        and number.end - number.start <= 5
        and number.written.factor == 1
        and "," not in text[number.start : number.end]
    ):
        return not (
            text[number.start].islower()
            or (counted_after(text, number.end) and word in ("Level", "Model", "Big", "Mark", "Office", "Sky"))
        )
    window = text[max(0, number.start - 16) : number.end].lower()
    if window.endswith(_fixed()):
        return True
    if number.written.form == "digits":
        return _ends_proper_name(text, number, word)
    # "Regional One Hospital": a capital inside a sentence, between capitals.
    spelled = text[number.start].isupper() and word[0].isupper() and word[-1].isalpha() and len(word) > 1
    return spelled and bool(_CAPITAL.match(text, number.end)) and not _in_title(text, number)


_LOWER_NOUN = re.compile(r"[ \u00a0](?:[a-z]|[A-Z][\w-]+[ \u00a0][a-z])|-[a-z]|[ \u00a0]?[%°$€£]")


_OF_A_SHARE = re.compile(r"\s?(?:to|[-–])\s?\d[\d.,]*\s?(?:%|per ?cent\b)")  # "gives Berg 47 to 49 percent"


_CAPITAL = re.compile(r"[ \u00a0][A-Z][a-z]")


@cache
def _function_word() -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0](?:{alternation(lexicon('number_context')['function']['words'])})\b")


# "An ATR 72 built in 2014": one thing, so the number names it; but "a Tarsk 12-year-old", "a Vell 5 percent".
_ONE_OF_ITS_KIND = re.compile(r"\b[Aa]n? [A-Z][\w-]* \Z")
_QUALITY = re.compile(r"-|[ \u00a0]?(?:[%°$€£]|per ?cent\b|(?:mil|bil|tril)lion\b|\w+-)")


def _ends_proper_name(text: str, number: Reading, word: str) -> bool:
    """A bare number between a capitalised word and a stop or a function word, outside titles: "Cyberpunk 2077,"."""
    if not (word[0].isupper() and len(word) > 1 and word[-1].isalpha()) or number.end - number.start > 4:
        return False
    if _ONE_OF_ITS_KIND.search(text, max(0, number.start - 24), number.start) and not _QUALITY.match(text, number.end):
        return True
    if _LOWER_NOUN.match(text, number.end) and not _function_word().match(text, number.end):
        return False
    if word.endswith(("'s", "’s")) or _OF_A_SHARE.match(text, number.end):
        return False
    return not _in_title(text, number) and word.lower() not in lexicon("number_context")["no_name"]["words"]


def _in_title(text: str, number: Reading) -> bool:
    """Whether a number stands among capitals, or second in its line, so that capitals tell nothing."""
    words = text[max(0, number.start - 60) : number.start].split("\n")[-1].split()
    return len(words) < 2 or sum(w[0].isupper() for w in words[-4:]) >= min(3, len(words))


def _is_aircraft(text: str, number: Reading) -> bool:
    if text[number.start : number.end] not in _words("aircraft", "numbers"):
        return False
    following = _NEXT_WORDS.match(text, number.end)
    return bool(following) and following[1].lower() in _words("aircraft")  # type: ignore[index]


def saying_end(text: str, number: Reading) -> int | None:
    """Where the fixed expression ends that the number opens ("9/11", "one-sided", "24/7"), or None."""
    match = _sayings().match(text[number.start : number.end + 14].lower())
    return number.start + match.end() if match and match.end() > number.end - number.start else None


@cache
def _counted() -> re.Pattern[str]:
    words = alternation(lexicon("number_context")["adjectives"]["words"])
    adjective = rf"(?:[A-Z][\w-]+|{words}|[a-z-]+(?:ed|ing|ian|ish|al|ive|ful|ic|ese|ary))"
    return re.compile(rf"[ \u00a0](?:{adjective}[ \u00a0]){{0,2}}([a-z][a-z-]+)")


def counted_after(text: str, end: int) -> bool:
    """Whether a plural noun, perhaps with an adjective or two, follows."""
    match = _counted().match(text, end)
    return bool(match) and is_plural(match[1])  # type: ignore[index]


# --- weapons, aircraft, emergency calls -------------------------------------------------------------------------------

_CALIBRE = re.compile(r"[\s-]+(?:calib(?:er|re)|gauge)(?![A-Za-z])", re.IGNORECASE)
_NEXT_WORDS = re.compile(r"[\s-]+([A-Za-z]+)(?:[\s-]+([A-Za-z]+))?")


def is_calibre(text: str, number: Reading) -> bool:
    """ "155mm shells", ".38 revolver", "9 mm handgun": the calibre names the weapon."""
    if number.unit != "millimeter" and text[number.start] != ".":
        return bool(_CALIBRE.match(text, number.end))
    following = _NEXT_WORDS.match(text, number.end)
    return following is not None and any(word and word.lower() in _words("weapons") for word in following.groups())


def _is_emergency_call(text: str, number: Reading) -> bool:
    if text[number.start : number.end] not in _words("emergency", "numbers"):
        return False
    following = _NEXT_WORDS.match(text, number.end)
    return bool(following and following[1].lower() in _words("emergency", "after")) or (
        word_before(text, number.start).lower() in _words("emergency", "before") and not counted_after(text, number.end)
    )


# --- one ------------------------------------------------------------------------------------------------------------

_NEXT = re.compile(r"[ \u00a0]([A-Za-z][\w'’-]*)")
_ANY = frozenset({"no", "any", "every", "each", "some", "not"})
_OF_THEM = re.compile(
    r"\s+of\s+(?:the|these|those|his|her|its|their|our|my|your|them|us|which|whom|an?|all|many|more|several|many|two|three|four|five|six)\b",
    re.IGNORECASE,
)


@cache
def _befell() -> re.Pattern[str]:
    words = alternation(lexicon("number_context")["befell"]["words"])
    return re.compile(rf"\s+(?:[a-z]+ly\s+|in\s+)?(?:{words})\b")


def type_of_one(text: str, number: Reading) -> str | None:
    """None where "one" counts something, else `pronoun` or `name`."""
    word = word_before(text, number.start)
    before = word.lower().strip("(\"'“‘")
    if (
        (word and _in_proper_name(text, number, word))
        or saying_end(text, number)
        or text[number.end : number.end + 1] in ("'", "’")
    ):
        return "name"
    if _OF_THEM.match(text, number.end):
        return "pronoun" if before in _ANY else None
    if before in _words("pronouns", "before"):
        return "pronoun"
    following = _NEXT.match(text, number.end)
    if following is None:
        return "pronoun" if text[number.end : number.end + 1] != "-" else None
    word = following[1].lower()
    if word in ("was", "is", "were") and _befell().match(text, following.end()):
        return None
    return "pronoun" if word in _words("pronouns", "after") and word not in _words("pronouns", "counted") else None


# --- tables ---------------------------------------------------------------------------------------------------------


@cache
def _words(group: str, key: str = "words") -> frozenset[str]:
    return frozenset(lexicon("identifiers")[group][key])


@cache
def _fixed() -> tuple[str, ...]:
    return tuple(lexicon("identifiers")["names"]["fixed"])


@cache
def _sayings() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(lexicon('identifiers')['sayings']['words'])})s?(?![\w])")
