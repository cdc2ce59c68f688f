"""Whose age a figure tells: ages are compared where a full name stands beside them."""

import re

from twosource.records import Figure

_NAME = r"[A-Z][\w’'-]*[a-z][\w’'-]*"
_FULL = rf"{_NAME}(?:\s(?:[A-Z]\.|{_NAME})){{1,3}}"
_BEFORE = re.compile(rf"({_FULL}|{_NAME})(?:,\s(?:aged\s|who\s(?:is|was)\s)?|\s\(|\sis\s|\swas\s)\Z")
_LEADING = (",", "aged", "is", "was")  # one of them, or a bracket, stands between the name and the age
_AFTER = re.compile(rf"\s(?:[a-z]+\s){{0,2}}({_FULL})\b")
_REACH = 64  # characters of a name with its middle names


def person_of_age(figure: Figure, text: str) -> str | None:
    """The full name before an age ("Hugh Dale, 34") or behind it ("the 34-year-old baker Hugh Dale"); None without one.

    A surname is given the first name that the text has before it elsewhere.
    """
    start, end = figure.span
    found = _AFTER.match(text, end) if figure.text.endswith("old") else None
    if found is None and (
        text[start - 1 : start] == "(" or text[max(0, start - 6) : start].rstrip().endswith(_LEADING)
    ):
        found = _BEFORE.search(text, max(0, start - _REACH), start)
    if found is None:
        return None
    name = " ".join(found[1].split())
    return name if " " in name else _in_full(name, text)


def _in_full(surname: str, text: str) -> str | None:
    found = re.search(rf"{_NAME}(?:\s[A-Z]\.)?\s{re.escape(surname)}\b", text)
    return " ".join(found[0].split()) if found else None
