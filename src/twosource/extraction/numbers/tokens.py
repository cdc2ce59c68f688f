"""What the characters glued to a number give away: web addresses, telephone numbers, clock times, versions, names.

Each look goes over a small window round one number, so that the cost does not grow with the text.
"""

import re
from functools import cache

from twosource.extraction.numbers.reading import Reading
from twosource.settings import figures as settings
from twosource.text.lexicon import lexicon

_WEB = re.compile(
    r"://|::|www\.|@|\w\.(?:com|org|net|gov|edu|co|io|uk|html?|php)\b|[/_=&?#]\w*[/_=&?#]|\.(?:jpe?g|png|gif|pdf)\b"
)


def web_type(text: str, start: int, end: int) -> str | None:
    """`address` where the run of characters round a number is a web address, a file, a handle or a path."""
    left, right = start, end
    while left > 0 and start - left < settings.LEFT_WINDOW and not text[left - 1].isspace():
        left -= 1
    while right < len(text) and right - end < settings.RIGHT_WINDOW and not text[right].isspace():
        right += 1
    return "address" if _WEB.search(text, left, right) or text[start - 1 : start] in ("#", "@", "_") else None


# --- telephone numbers ----------------------------------------------------------------------------------------------

_PHONE_NEIGHBOUR = re.compile(r"\d\)?[\s.()/-]{1,3}[\d(]|\+\(?\d|\(\+?\d+\)|\d{7}|0\d{4}")
_PHONE_RUN = re.compile(r"(?<![\w.,$€£])\(?\s?\+?\(?\d[\d\s().\-/]{4,}\d(?![\d%]|,\d)")
_PHONE_CUE = re.compile(
    r"\b(?:tel|phone|telephone|call|fax|mobile|cell|hotline|contact|dial|whatsapp|text|sms|toll-free)\b", re.IGNORECASE
)
_PHONE_FORM = re.compile(
    r"""\(?\+\s?\(?\d.*                                        # +49 (0) 30 ...
      | \(?0\d.*                                               # 0161 ..., 0044 ...
      | (?:\d{1,3}[\s.-]?)?\(\s?\d{1,5}\s?\)[\s.()/-]*\d{3}.*   # 1 (877) 609-...
      | \d{1,4}\)\s?\d.*                                      # 914) 349-...
      | \d{1,4}([-.])\d{2,5}(?:\1\d{2,5})+                    # 541-754-3010
      | \d{2,4}(?:[ ]\d{2,5}){1,3}-\d{2,5}                     # 000 111 82-2100
      | \d{2,4}\s-\s\d{2,3}(?:[ ]\d{2,4}){1,3}
      | \d{3}[ ]\d{3}[ ]\d{4}""",
    re.VERBOSE,
)
_LETTERED_PHONE = re.compile(r"\d{3}\)?[ -]\d{3}-[A-Z]{2}|\b1-8\d\d-[A-Z\d]")
_LOCAL_PHONE = re.compile(r"\d{3}-\d{4}")  # "the harbour police at 555-0142"
_NO_PHONE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,4}([/.-])\d{1,2}\1\d{1,4}|\d+\.\d+|0?\.\d+")


def phone_near(text: str, start: int, end: int) -> bool:
    """Whether a number is a part of a telephone number: groups of digits apart, seven or more in all."""
    left = max(0, start - 8)
    if "-" in text[left : end + 12] and _LETTERED_PHONE.search(text, left, end + 12):
        return True
    if not _PHONE_NEIGHBOUR.search(text, max(0, start - 4), end + 4):
        return False
    for match in _PHONE_RUN.finditer(text, max(0, start - 24), min(len(text), end + 24)):
        if match.start() < end and start < match.end():
            run = _DATE_AFTER.split(match[0].strip())[0]
            digits = sum(letter.isdecimal() for letter in run)
            if not 6 <= digits <= 17 or _NO_PHONE.fullmatch(run):
                return False
            cue = _PHONE_CUE.search(text, max(0, match.start() - 32), match.start())
            if _LOCAL_PHONE.fullmatch(run) and text[max(0, match.start() - 3) : match.start()] == "at ":
                return True
            return bool(cue or (digits >= 7 and _PHONE_FORM.fullmatch(run)))
    return False


_DATE_AFTER = re.compile(r"\s(?=\d{1,2}/\d)")

# --- clock times, versions, names -----------------------------------------------------------------------------------

_CLOCK = re.compile(r"[:.][0-5]\d(?!\d)|\s?[ap]\.?m\b|\s?o['’]clock|\s?(?:GMT|UTC)\b|:\d\d")


def clock_type(text: str, start: int, end: int) -> str | None:
    """`time` for 9:30 and 5 p.m., `version` for 1.2.3."""
    if (
        (end - start > len("0.0.0.") and _NETWORK.fullmatch(text, start, end))
        or _VERSION.match(text, end)
        or (start > 1 and text[start - 1] == "." and text[start - 2].isdecimal())
    ):
        return "version"
    if start > 1 and text[start - 1] == ":" and text[start - 2].isdecimal():
        return "time"
    match = _CLOCK.match(text, end)
    if match and end - start <= 5 and (text[end] != "." or match[0][1:].isalpha()):
        return "time"
    return None


_NETWORK = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)")
_VERSION = re.compile(r"\.\d")
_ABBREVIATED = re.compile(r"\b(?:nos?|nr|art|sec|fig|pp?|vol|ch|v)\.\Z", re.IGNORECASE)
_LEFT_WORD = re.compile(r"(?<![\w])([^\W\d_]+(?:[.'’][^\W\d_]+)*)[-‐‑–]\Z")


@cache
def _hyphenated() -> frozenset[str]:
    return frozenset(lexicon("number_context")["hyphenated"]["words"])


def glued_type(text: str, number: Reading, before: str, after: str) -> str | None:
    """`identifier` for F-16, MH17 and 5G, `rank` for top-10, `score` for 7/10."""
    start, end = number.start, number.end
    if before.isalpha() or before.isdecimal():
        return None if _ran_together(text, number) else "identifier"
    if before == "." and _ABBREVIATED.search(text, max(0, start - 6), start):
        return "name"
    if before in "-‐‑–" and (word := _LEFT_WORD.search(text, max(0, start - 16), start)):
        if word[1].lower() in ("top", "last", "under", "no", "bottom"):
            return "rank"
        if word[1].lower() not in _hyphenated() and before != "–" and not (number.unit and word[1].islower()):
            return "identifier"
    if after.isalpha() and number.unit is None and number.written.form == "digits" and after.isascii():
        return "identifier"
    if after in "-‐‑" and _ID_AFTER.match(text, end):
        return "identifier"
    if _FRACTION_LINE.match(text, end) or (start > 1 and before in "/⁄" and text[start - 2].isdecimal()):
        return "score" if number.unit is None else None
    return None


_REFERENCE_BEFORE = re.compile(r"\[(?:[\d,;\s–-]*[,;\s–-])?\Z")
_REFERENCE_AFTER = re.compile(r"(?:[,;\s–-][\d,;\s–-]*)?\]")


def reference_type(text: str, start: int, end: int) -> str | None:
    """`reference` for the numbers of [3] and [12, 15–17]."""
    if not _REFERENCE_AFTER.match(text, end, end + 24):
        return None
    return "reference" if _REFERENCE_BEFORE.search(text, max(0, start - 24), start) else None


_ID_AFTER = re.compile(r"[-‐‑](?:[A-Z]{1,2}\d|[A-Z]\b)")
_FRACTION_LINE = re.compile(r"[/⁄]\d")


def _ran_together(text: str, number: Reading) -> bool:
    """A word and a number that lost the space between them: "with14,593"."""
    left = number.start
    while left > 0 and number.start - left < 12 and text[left - 1].islower():
        left -= 1
    glued = number.start - left >= 2 and not text[left - 1 : left].isalnum()
    return glued and "," in text[number.written.start : number.written.end]
