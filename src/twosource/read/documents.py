"""Inputs of every kind to documents, in order of id, and what was given up on."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from twosource.read.content import Content, opened
from twosource.read.decode import decode
from twosource.read.inputs import Input, locate
from twosource.read.options import AS_IT_IS, Options
from twosource.read.outcome import Flaw, Outcome, finished, rejected, sha256_of
from twosource.read.plain import read_plain
from twosource.read.rows import read_json, read_lines
from twosource.records import Document, Reject
from twosource.settings.read import LARGEST_JSON, LARGEST_TEXT

_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*\{)')
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|article|div|p|\?xml|!--)", re.IGNORECASE)


def document(text: str, **metadata: Any) -> Document:
    """A document of a string, with its hash; `metadata` are fields of `Document`; the default `id` is of the text."""
    sha256 = sha256_of(text)
    return Document(**{"id": sha256[:16], "sha256": sha256, **metadata, "text": text})


def read(inputs: Iterable[str | Path | Document], options: Options = AS_IT_IS) -> tuple[list[Document], list[Reject]]:
    """The documents of files, folders, globs, `-` and documents, in order of id, and what was rejected.

    The text of a document is kept to the code point. Every input comes out as documents or as a reject; nothing that
    an input holds raises an error.
    """
    given = [inputs] if isinstance(inputs, (str, Path, Document)) else list(inputs)
    located, rejects = locate([one for one in given if not isinstance(one, Document)])
    found: list[tuple[str, Document]] = []
    for name, outcome in _outcomes(located, [one for one in given if isinstance(one, Document)], options):
        if isinstance(outcome, Reject):
            rejects.append(outcome)
        else:
            found.append((name, outcome))
    found, again = _once(found)
    documents, repeated = _with_own_ids(found)
    repeated += again
    return documents, sorted([*rejects, *repeated], key=lambda reject: (reject.document, reject.reason, reject.detail))


def _outcomes(located: list[Input], given: list[Document], options: Options) -> Iterator[tuple[str, Outcome]]:
    for one in sorted(given, key=lambda one: (one.id, sha256_of(one.text))):
        yield from (("", outcome) for outcome in finished(one))
    for item in located:
        yield from ((item.id, outcome) for outcome in read_input(item, options))


def read_input(item: Input, options: Options = AS_IT_IS) -> Iterator[Outcome]:
    """The documents of one input, and what is wrong with it; there is always one outcome at least."""
    empty = True
    try:
        for outcome in _read_kind(item, options):
            empty = False
            yield outcome
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        yield rejected(item.id, "unreadable", f"{reason}; make it readable or leave it out")
        return
    if empty:
        yield rejected(item.id, "empty_body", "there is nothing in it; give the text of the report")


def _read_kind(item: Input, options: Options) -> Iterator[Outcome]:
    if item.kind in ("warc", "wacz"):
        from twosource.read.archives import read_wacz, read_warc

        yield from (read_warc if item.kind == "warc" else read_wacz)(item, options)
    elif item.kind == "parquet":
        from twosource.read.tables import read_parquet

        yield from read_parquet(item, options)
    else:
        with opened(item) as content:
            yield from _read_content(item, content, options)


def _read_content(item: Input, content: Content, options: Options) -> Iterator[Outcome]:
    kind = _kind_of_stream(content) if item.kind == "stream" else item.kind
    if kind == "lines":
        yield from read_lines(content, item.id, options)
    elif kind == "csv":
        from twosource.read.tables import read_csv

        yield from read_csv(content, item.id, options)
    else:
        limit = LARGEST_JSON if kind == "json" else LARGEST_TEXT
        written = content.stream.read(limit + 1)
        if len(written) > limit:
            yield rejected(item.id, "too_large", f"it is above {limit:,} bytes; divide it")
        elif written:
            yield from _read_whole(written, kind, item, options)
    if content.flaw:
        yield rejected(item.id, *content.flaw)


def _read_whole(written: bytes, kind: str, item: Input, options: Options) -> Iterator[Outcome]:
    id = item.id
    if kind == "json" and not _JSON_FEED.search(written[:4096]):
        yield from read_json(written, id, options)
        return
    text = decode(written, html=kind in ("html", "feed"))
    if isinstance(text, Flaw):
        yield rejected(id, *text)
    elif kind == "text":
        yield from read_plain(text, id)
    elif kind == "opml":
        yield from _read_listed(text, item, options)
    elif kind in ("feed", "json"):
        from twosource.read.feeds import read_feed

        yield from read_feed(text, id)
    else:
        from twosource.read.html import read_html

        yield from read_html(text, id, fast=options.fast)


def _read_listed(text: str, item: Input, options: Options) -> Iterator[Outcome]:
    from twosource.read.feeds import listed_feeds

    for listed in listed_feeds(text, item):
        yield from read_input(listed, options) if isinstance(listed, Input) else [listed]


def _kind_of_stream(content: Content) -> str:
    """What standard input looks like: rows, a page, or else a text."""
    beginning = content.stream.peek(64)[:64]
    return "json" if _JSON.match(beginning) else "html" if _HTML.match(beginning) else "text"


def _once(found: list[tuple[str, Document]]) -> tuple[list[tuple[str, Document]], list[Reject]]:
    """The documents without those of the same text and address as an earlier one, which were captured twice."""
    first: dict[tuple[str | None, str], str] = {}
    kept, again = [], []
    for name, one in sorted(found, key=lambda pair: (pair[1].id, pair[0])):
        earlier = first.setdefault((one.url or name or one.id, one.sha256), one.id)
        if earlier == one.id or not one.url:
            kept.append((name, one))
        else:
            what = f"the same text from the same address as {earlier}; kept once"
            again.append(rejected(one.id, "duplicate", what))
    return kept, again


def _with_own_ids(found: list[tuple[str, Document]]) -> tuple[list[Document], list[Reject]]:
    """The documents in order of id. Of two with one id, the same text is kept once and other texts get longer ids."""
    kept: dict[tuple[str, str], tuple[str, Document]] = {}
    rejects = []
    for name, one in found:
        if (one.id, one.sha256) in kept:
            rejects.append(rejected(one.id, "duplicate_id", f"the same id and text came twice{_from(name)}; kept once"))
        else:
            kept[one.id, one.sha256] = (name, one)
    for longer in (_with_input, _with_hash):
        shared = Counter(one.id for _, one in kept.values())
        kept = {key: (name, longer(name, one) if shared[one.id] > 1 else one) for key, (name, one) in kept.items()}
    return sorted((one for _, one in kept.values()), key=lambda one: one.id), rejects


def _from(name: str) -> str:
    return f", the second time in {name}" if name else ""


def _with_input(name: str, one: Document) -> Document:
    return one if name in ("", one.id) else msgspec.structs.replace(one, id=f"{name}/{one.id}")


def _with_hash(name: str, one: Document) -> Document:
    return msgspec.structs.replace(one, id=f"{one.id}#{one.sha256[:8]}")
