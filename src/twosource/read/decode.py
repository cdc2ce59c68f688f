"""Bytes to text: a byte order mark, else strict UTF-8, else what the bytes look like."""

import codecs
import re
from collections.abc import Iterator

from twosource.read.outcome import Flaw
from twosource.settings.read import BINARY_BEGINNINGS, CONTROL_SHARE, DAMAGED_SHARE, STRAY_NULS

# UTF-32 before UTF-16: its mark begins with the same two bytes.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_UNDECODABLE = Flaw("undecodable", "its encoding is not known; save it as UTF-8")


def decode(content: bytes, *, html: bool = False) -> str | Flaw:
    """The text of the bytes without its byte order mark, or why they are none.

    A page's own charset is believed, with `html`, only where the bytes are not UTF-8. A few damaged letters in UTF-8
    become U+FFFD.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            marked = _strict(content[len(mark) :], encoding) or _damaged(content[len(mark) :], encoding)
            return _UNDECODABLE if marked is None else _binary(marked.encode()) or marked
    flaw = _binary(content)
    if flaw:
        return flaw
    return next((text for text in _readings(content, html) if text is not None), _UNDECODABLE)


def _binary(content: bytes) -> Flaw | None:
    """Why the bytes are no text in any encoding that ASCII is part of."""
    nuls = content.count(0)
    if content.startswith(BINARY_BEGINNINGS):
        why = "its first bytes are those of a document, image or archive format"
    elif nuls > STRAY_NULS:
        why = f"it holds {nuls:,} NUL characters"
    elif len(_CONTROLS.findall(content)) > CONTROL_SHARE * len(content):
        why = "it holds many control characters"
    else:
        return None
    return Flaw("binary", f"it is no text: {why}; save it as plain text or HTML")


def _readings(content: bytes, html: bool) -> Iterator[str | None]:
    """What the bytes may say, the likeliest first; each is tried only when those before it are None."""
    yield _strict(content, "utf-8")
    yield _damaged(content, "utf-8")
    from resiliparse.parse.encoding import detect_encoding

    if html:
        yield _strict(content, detect_encoding(content, from_html_meta=True) or "utf-8")
    yield _strict(content, detect_encoding(content) or "utf-8")


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged(content: bytes, encoding: str) -> str | None:
    """The text with U+FFFD for what is damaged, where most of what is not ASCII is sound."""
    text = content.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    beyond_ascii = sum(1 for _ in re.finditer(r"[^\x00-\x7f]", text))
    return text if damaged <= DAMAGED_SHARE * beyond_ascii else None
