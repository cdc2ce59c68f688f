"""What comes of reading: a document, or a `Reject` that says why there is none, or what of it is lost."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec

from twosource.read.language import detect_language, language_code
from twosource.read.published import iso_date
from twosource.records import Document, Reject
from twosource.settings.read import FEWEST_UNSPACED, FEWEST_WORDS

Outcome = Document | Reject
_METADATA = ("title", "publisher", "published", "url", "author", "story", "canonical", "credited")
_WORD = re.compile(r"[^\W_]+")
# Letters of scripts that put no spaces between words: Thai to Tibetan, Burmese, Khmer, kana and Han.
_UNSPACED = re.compile(
    r"[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    rf"{{{FEWEST_UNSPACED}}}"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


class Flaw(NamedTuple):
    """Why something cannot be read: a short code, and a line that says what happened and what to do next."""

    reason: str
    detail: str


def rejected(document: str, reason: str, detail: str) -> Reject:
    """A reject of reading."""
    return Reject(document=mended(document), stage="read", reason=reason, detail=mended(" ".join(detail.split())))


def mended(name: str) -> str:
    """The name with U+FFFD for halves of surrogate pairs, which bytes beyond UTF-8 and escapes in JSON leave."""
    return _SURROGATE.sub("\ufffd", name)


def sha256_of(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hex."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def finished(found: Document) -> Iterator[Outcome]:
    """The document with its metadata and hash in order, and what had to be left out; or why it is none."""
    flaw = _body_flaw(found.text)
    if flaw:
        yield rejected(found.id, *flaw)
        return
    metadata = {name: _clean(getattr(found, name)) for name in _METADATA}
    published = iso_date(metadata["published"]) if metadata["published"] else None
    if metadata["published"] and not published:
        shown = repr(metadata["published"][:80])
        yield rejected(found.id, "bad_date", f"published {shown} is no date; write it as 2025-03-01T09:30:00+01:00")
    if published and (why := _unlikely(published)):
        yield rejected(found.id, "bad_date", f"published {published} {why} and is left out; give the date it appeared")
        published = None
    metadata["published"] = published
    # Where nothing names the publisher, the host does: outlets are told apart by it, and a table of them may say more.
    metadata["publisher"] = metadata["publisher"] or host_of(metadata["url"] or "") or None
    metadata["language"] = language_code(found.language) or detect_language(found.text)
    yield msgspec.structs.replace(found, **metadata, id=mended(found.id), sha256=sha256_of(found.text))


def _unlikely(published: str) -> str | None:
    """Why a date cannot be that of a publication. This machine's clock has no say: made-up stories lie in years to come."""
    return "is where computer clocks begin" if published.startswith("1970-01-01") else None


def host_of(address: str) -> str:
    """The host of a web address, without `www.`; empty where it has none."""
    try:
        return urlsplit(address).netloc.lower().removeprefix("www.")
    except ValueError:
        return ""


def _clean(value: str | tuple[str, ...] | None) -> Any:
    """Metadata without white space at its ends, and None where nothing is left."""
    if isinstance(value, tuple):
        return tuple(filter(None, map(_clean, value)))
    return (mended(value).strip() or None) if value else None


def _body_flaw(text: str) -> Flaw | None:
    if not text.strip():
        return Flaw("empty_body", "there is no text in it; give the text of the report")
    if _shorter_than(FEWEST_WORDS, text) and not _UNSPACED.search(text):
        return Flaw("too_short", f"it has fewer than {FEWEST_WORDS} words; give the text of the report")
    if _SURROGATE.search(text):
        return Flaw("undecodable", "it holds half of a surrogate pair; decode the text again from its bytes")
    return None


def _shorter_than(count: int, text: str) -> bool:
    return sum(1 for _ in islice(_WORD.finditer(text), count)) < count
