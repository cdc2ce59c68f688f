"""The one place where text becomes safe to stand in a page: as markup, as data for the script, as a policy."""

import base64
import hashlib
import json
import re
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from markupsafe import escape as _escape

from twosource.settings.report import LONGEST_FIELD


def escape(text: object) -> Markup:
    """Text of a line that shows as itself and turns the reading direction of nothing beside it."""
    return text if isinstance(text, Markup) else exact(line(str(text)))


def exact(text: str) -> Markup:
    """Text of a block that shows as itself, to the code point.

    A parser would turn a carriage return into a line feed and drop a NUL.
    """
    return Markup(str(_escape(text)).replace("\r", "&#13;").replace("\0", "\ufffd"))


_CLOSED_BY = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | {
    "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"
}  # fmt: skip
_DIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")


def line(text: str) -> str:
    """A field as a line of the page shows it: balanced, and cut where it is longer than any that a person wrote."""
    if text.isascii() and len(text) <= LONGEST_FIELD:  # as most are
        return text
    return balanced(text if len(text) <= LONGEST_FIELD else f"{text[:LONGEST_FIELD]} …")


def balanced(text: str) -> str:
    """The text with every control of direction that it opens closed, and none closed that it did not open.

    An element that isolates its text is no bar to an unclosed isolate in it, nor to a stray end of one (UAX 9, BD9).
    """
    if not _DIRECTIONAL.search(text):
        return text
    open_controls: list[str] = []

    def keep(match: re.Match[str]) -> str:
        control = match.group()
        if control in _CLOSED_BY:
            open_controls.append(_CLOSED_BY[control])
            return control
        if control not in open_controls:
            return ""
        while open_controls.pop() != control:
            pass
        return control

    return _DIRECTIONAL.sub(keep, text) + "".join(reversed(open_controls))


def data_block(data: Any) -> Markup:
    """Data as JSON that can stand in a script element: no `<`, and no separator that ends a line of a script."""
    encoded = json.dumps(_as_lines(data), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for mark in "<>&\u2028\u2029":
        encoded = encoded.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(encoded)


def _as_lines(data: Any) -> Any:
    if isinstance(data, list):
        return [value if type(value) is int else _as_lines(value) for value in data]
    if isinstance(data, dict):
        return {key: _as_lines(value) for key, value in data.items()}
    return line(data) if isinstance(data, str) else data


@lru_cache(maxsize=8)
def digest(content: str) -> str:
    """The hash by which a content security policy knows a style or a script (https://www.w3.org/TR/CSP3/)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def policy(style: str, script: str) -> str:
    """A policy that allows the page its one style and its one script, and nothing from anywhere."""
    return (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "img-src 'none'; base-uri 'none'; form-action 'none'"
    )
