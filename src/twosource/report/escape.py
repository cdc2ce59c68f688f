"""The one place where text becomes safe to stand in a page: as markup, as data for the script, as a policy."""

import base64
import hashlib
import json
from typing import Any

from markupsafe import Markup
from markupsafe import escape as _escape


def escape(text: object) -> Markup:
    """Text that shows as itself between tags and in quoted attributes; offsets stay as they are.

    A parser would turn a carriage return into a line feed and drop a NUL.
    """
    if isinstance(text, Markup):
        return text
    return Markup(str(_escape(text)).replace("\r", "&#13;").replace("\0", "\ufffd"))


def data_block(data: Any) -> Markup:
    """Data as JSON that can stand in a script element: no `<`, and no separator that ends a line of a script."""
    encoded = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for mark in "<>&\u2028\u2029":
        encoded = encoded.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(encoded)


def digest(content: str) -> str:
    """The hash by which a content security policy knows a style or a script (https://www.w3.org/TR/CSP3/)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def policy(style: str, script: str) -> str:
    """A policy that allows the page its one style and its one script, and nothing from anywhere."""
    return (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "img-src 'none'; base-uri 'none'; form-action 'none'"
    )
