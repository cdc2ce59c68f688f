"""Feeds: RSS, RDF, Atom and JSON Feed files, and OPML as a list of them. Nothing is fetched."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from twosource.read.inputs import Input
from twosource.read.outcome import Flaw, Outcome, finished, rejected
from twosource.records import Document

_ROOT = re.compile(r"<(?:\w+:)?(rss|feed|RDF|opml)[\s>]")
_CLOSED = re.compile(r"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.DOTALL)
_MARKUP = re.compile(r"<\w[^<>]*>|&#?\w+;")
_NO_FEED = Flaw("unknown_format", "it is no RSS, Atom or JSON feed; give a feed file, or the page as .html")


def read_feed(text: str, id: str) -> Iterator[Outcome]:
    """The entries of a feed as documents, ids their own; the element `<source>` of an entry is kept as a credit."""
    import fastfeedparser

    try:
        entries = fastfeedparser.parse(text).entries
    except Exception:  # whatever the parser raises, what it cannot parse is no feed
        yield rejected(id, *_NO_FEED)
        return
    broken = text.lstrip().startswith("<") and not _CLOSED.search(text)
    whole = entries[:-1] if broken and entries else entries
    credited = _credited(text, len(entries))
    seen: set[str] = set()
    for number, entry in enumerate(whole):
        own = str(entry.get("id") or entry.get("link") or "")
        name = f"{id}:{number + 1}" if not own or own in seen else own
        seen.add(own)
        yield from finished(_document(entry, name, credited[number]))
    if broken:
        yield rejected(id, "truncated", "the feed breaks off; the entries before that are kept; fetch it again")


def _document(entry: Any, id: str, credited: tuple[str, ...]) -> Document:
    contents = [one.get("value") or "" for one in entry.get("content") or []]
    text = max([*contents, entry.get("description") or ""], key=len)
    return Document(
        id=id,
        text=_plain(text),
        title=_plain(entry.get("title") or "") or None,
        published=entry.get("published") or None,
        url=entry.get("link") or None,
        author=entry.get("author") or None,
        credited=credited,
    )


def _plain(text: str) -> str:
    """The text of an entry without its markup; what holds none is left as it is."""
    if not _MARKUP.search(text):
        return text
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(text, preserve_formatting=True, main_content=False, links=False)).strip()


def _credited(text: str, count: int) -> list[tuple[str, ...]]:
    """What the `<source>` of each entry names; entries and elements must agree in number to be told apart."""
    tree = _tree(text) if "<source" in text else None
    items = [] if tree is None else tree.xpath("//*[local-name()='item' or local-name()='entry']")
    if len(items) != count:
        return [()] * count
    names = "./*[local-name()='source']/*[local-name()='title']/text() | ./*[local-name()='source']/text()"
    return [tuple(dict.fromkeys(name.strip() for name in item.xpath(names) if name.strip())) for item in items]


def _tree(text: str) -> Any:
    from lxml import etree

    # Entities stay what they are and nothing is fetched: a feed may come from anyone.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def listed_feeds(text: str, item: Input) -> Iterator[Input | Outcome]:
    """The feed files that an OPML file lists, as inputs; addresses on the web are rejected, since nothing is fetched."""
    tree = _tree(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    outlines = [] if tree is None else tree.xpath("//*[local-name()='outline']/@xmlUrl")
    if not outlines:
        yield rejected(item.id, "unknown_format", "it lists no feeds; give an OPML file with xmlUrl attributes")
    for address in dict.fromkeys(str(one) for one in outlines):
        if re.match(r"[a-z][a-z0-9+.-]+://", address) and not address.startswith("file://"):
            yield rejected(item.id, "not_fetched", f"{address} is on the web; save the feed and give its file")
            continue
        name = address.removeprefix("file://")
        path = item.path.parent / name if isinstance(item.path, Path) else item.path.beside(name)
        yield Input(path=path, id=name, kind="feed")
