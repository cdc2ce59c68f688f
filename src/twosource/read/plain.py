"""Texts with or without front matter. The body is kept to the code point."""

import json
import re
from collections.abc import Iterator
from typing import Any

from twosource.read.outcome import Flaw, Outcome, finished, rejected
from twosource.records import Document
from twosource.settings.read import LONGEST_FRONT_MATTER

FIELDS = ("title", "publisher", "published", "url", "author", "language")
_OPENING = re.compile(r"---(?:\r\n|\r|\n)")
# A value with a colon of its own, such as `title: Port closed: what we know`: people write it, YAML wants it quoted.
_COLON_IN_VALUE = re.compile(r"""^(\w+:[ \t]+)([^\s"'\[{|>&*!%@`#].*:(?:[ \t].*)?)$""", re.MULTILINE)
_CLOSING = re.compile(r"(?:\r\n|\r|\n)---(?:\r\n|\r|\n|\Z)")


def read_plain(text: str, id: str) -> Iterator[Outcome]:
    """The document of a text; malformed front matter leaves the whole text as the body, and a reject says so."""
    fields, start, flaw = front_matter(text)
    if flaw:
        yield rejected(id, *flaw)
    yield from finished(Document(id=id, text=text[start:], **fields))


def front_matter(text: str) -> tuple[dict[str, Any], int, Flaw | None]:
    """The fields of the front matter, where the body starts, and what is wrong with it.

    Front matter is YAML between a first line that is exactly `---` and the next such line. Values stay as written: a
    date is not turned into another form, `no` is a word. A value that holds a colon needs no quotation marks.
    """
    opening = _OPENING.match(text)
    if not opening:
        return {}, 0, None
    start = opening.end()
    closing = _CLOSING.search(text[start - 1 : start + LONGEST_FRONT_MATTER])
    if not closing:
        return {}, 0, _bad("no line --- closes it")
    values = _yaml(text[start : start - 1 + closing.start()])
    if isinstance(values, Flaw):
        return {}, 0, values
    fields = {name: _as_text(values.get(name)) for name in FIELDS}
    nested = [name for name in FIELDS if isinstance(values.get(name), (dict, list)) and fields[name] is None]
    left_out = f"{', '.join(nested)} is no plain text and is left out; write it in one line"
    flaw = Flaw("bad_front_matter", left_out) if nested else None
    return {name: value for name, value in fields.items() if value}, start - 1 + closing.end(), flaw


def _yaml(written: str) -> dict[str, Any] | Flaw:
    import yaml

    try:
        # The base loader, which builds nothing but text, lists and mappings, is as safe and keeps dates as written.
        values = yaml.load(_COLON_IN_VALUE.sub(_quoted, written), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = getattr(error, "problem", None) or type(error).__name__
        return _bad(f"it is no YAML ({problem})")
    if values is None or values == "":
        return {}
    if not isinstance(values, dict):
        return _bad("it holds no `name: value` lines")
    return values


def _quoted(line: re.Match[str]) -> str:
    return line[1] + json.dumps(line[2].rstrip(), ensure_ascii=False)


def _bad(why: str) -> Flaw:
    return Flaw("bad_front_matter", f"{why}, so the whole file is the body; mend it, or drop the first ---")


def _as_text(value: Any) -> str | None:
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if not isinstance(value, str) or value in ("~", "null"):
        return None
    return value.strip() or None
