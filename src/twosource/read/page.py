"""What a page says of itself: JSON-LD of schema.org, OpenGraph, meta tags, links. Nothing is guessed."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

ARTICLE = re.compile(r"(\w*Article|BlogPosting|LiveBlogPosting|Report)$")
# Browsers write where a saved page came from.
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_CREDITING_META = ("syndication-source", "original-source")
_CREDITING_LINKS = ("syndication-source", "original-source", "syndication")


def page_metadata(tree: Any, written: str) -> dict[str, Any]:
    """Fields of `Document` that a page (an lxml tree, and the page as written) tells of itself."""
    meta, article = _meta(tree), _article(tree)
    publisher = _first(_names(article.get("publisher")), meta.get("og:site_name"), meta.get("publisher"))
    url, canonical = _addresses(tree, meta, article, written)
    return {
        "title": _first(_text(article.get("headline")), meta.get("og:title"), _heading(tree)),
        "publisher": publisher,
        "published": _published(tree, meta, article),
        "url": url,
        "author": _author(tree, meta, article),
        "language": _first(
            tree.get("lang"),
            tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
            meta.get("og:locale"),
            _text(article.get("inLanguage")),
        ),
        "canonical": canonical,
        "credited": _credited(tree, meta, article, publisher, url),
    }


def _first(*candidates: Any) -> str | None:
    """The first that says anything; of a list its first."""
    for candidate in candidates:
        for one in candidate if isinstance(candidate, list) else [candidate]:
            if isinstance(one, str) and one.strip():
                return " ".join(one.split())
    return None


def _meta(tree: Any) -> dict[str, str]:
    """The first content of each name, property or itemprop of the meta tags, names in lower case."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content)
    return found


def headings(tree: Any) -> list[str]:
    """The texts of the page's first-level headings."""
    return [heading.text_content() for heading in tree.iter("h1")]


def _heading(tree: Any) -> list[str]:
    """The one heading of the first level, else the title of the window."""
    found = headings(tree)
    return (found if len(found) == 1 else []) + [title.text_content() for title in tree.iter("title")][:1]


# --- JSON-LD ----------------------------------------------------------------------------------------------------------


def _article(tree: Any) -> dict[str, Any]:
    """The first article that the JSON-LD of the page describes; where it refers to another node, that node stands."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            nodes.extend(_nodes(_json(script.text_content())))
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in nodes:
        if any(ARTICLE.match(kind) for kind in _list(node.get("@type")) if isinstance(kind, str)):
            return {name: _resolved(value, by_id) for name, value in node.items()}
    return {}


def _json(written: str) -> Any:
    written = (
        re.sub(r"^\s*(?:<!--|/\*.*?\*/|//.*?\n|<!\[CDATA\[)|(?:-->|\]\]>)\s*;?\s*$", "", written).strip().rstrip(";")
    )
    try:
        return json.loads(written, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD value, outer before inner, as far as pages nest them."""
    if depth > 6:
        return
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return by_id.get(value.get("@id", ""), value) if isinstance(value.get("@id"), str) else value
    return value


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> list[str]:
    return [html.unescape(one) for one in _list(value) if isinstance(one, str)]


def _names(value: Any) -> list[str]:
    """The names of persons or organisations, given as text or as objects with a name; no addresses."""
    found = []
    for one in _list(value):
        for name in _text(one.get("name")) if isinstance(one, dict) else _text(one):
            name = " ".join(name.split())
            if name and not name.startswith(("http://", "https://")) and name not in found:
                found.append(name)
    return found


def _links(value: Any) -> list[str]:
    return [
        link
        for one in _list(value)
        for link in (_text([one.get("@id"), one.get("url")]) if isinstance(one, dict) else _text(one))
        if link.startswith(("http://", "https://"))
    ]


# --- single fields ----------------------------------------------------------------------------------------------------


def _published(tree: Any, meta: dict[str, str], article: dict[str, Any]) -> str | None:
    given = _first(
        _text(article.get("datePublished")),
        meta.get("article:published_time"),
        meta.get("og:article:published_time"),
        meta.get("datepublished"),
        meta.get("parsely-pub-date"),
        meta.get("date"),
        meta.get("dc.date.issued"),
        meta.get("dcterms.created"),
        [time.get("datetime") for time in tree.iter("time") if time.get("itemprop") == "datePublished"],
    )
    if given:
        return given
    times = {time.get("datetime") for time in tree.xpath("//article//time[@datetime] | //main//time[@datetime]")}
    return _first(times.pop()) if len(times) == 1 else None


def _author(tree: Any, meta: dict[str, str], article: dict[str, Any]) -> str | None:
    names = _names(article.get("author"))
    if names:
        return ", ".join(names)
    linked = [link.text_content() for link in tree.xpath("//a[@rel='author'] | //*[@itemprop='author']")]
    candidates = (meta.get("author"), meta.get("article:author"), meta.get("byl"), meta.get("parsely-author"), linked)
    return _first(*([one for one in _list(given) if one and not one.startswith("http")] for given in candidates))


def _addresses(tree: Any, meta: dict[str, str], article: dict[str, Any], written: str) -> tuple[str | None, str | None]:
    """The address of the page, and the one it names as its first home where that is another."""
    saved = _SAVED_FROM.search(written[:4096])
    own = _first(
        saved.group(1) if saved else None,
        meta.get("og:url"),
        _links(article.get("url")),
        _links(article.get("mainEntityOfPage")),
    )
    canonical = _first(*_link_targets(tree, ("canonical",)))
    if canonical and own:
        canonical = urljoin(own, canonical)
    if canonical and not canonical.startswith("http"):
        canonical = None
    if own is None or canonical is None:
        return own or canonical, None
    return own, canonical if _bare(canonical) != _bare(own) else None


def _bare(address: str) -> tuple[str, str]:
    """The address without what changes nothing: scheme, `www.`, a closing slash, query and fragment."""
    parts = _split(address)
    return _host(address), parts.path.rstrip("/") if parts else address


def _split(address: str) -> Any:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _host(address: str) -> str:
    parts = _split(address)
    return (parts.netloc if parts else "").lower().removeprefix("www.")


def _link_targets(tree: Any, relations: tuple[str, ...]) -> list[str]:
    return [
        link.get("href")
        for link in tree.iter("link")
        if link.get("href") and any(name in relations for name in (link.get("rel") or "").lower().split())
    ]


def _credited(
    tree: Any, meta: dict[str, str], article: dict[str, Any], publisher: str | None, url: str | None
) -> tuple[str, ...]:
    """Those whom the metadata credits besides the publisher: names, or hosts of addresses."""
    based_on = _list(article.get("isBasedOn")) + _list(article.get("isBasedOnUrl"))
    names = [name for field in ("sourceOrganization", "provider") for name in _names(article.get(field))]
    names += [name for one in based_on if isinstance(one, dict) for name in _names(one.get("publisher"))]
    links = [meta[name] for name in _CREDITING_META if name in meta] + _link_targets(tree, _CREDITING_LINKS)
    links += [
        link for one in based_on if not (isinstance(one, dict) and _names(one.get("publisher"))) for link in _links(one)
    ]
    own = {publisher.lower() if publisher else "", _host(url) if url else "", ""}
    credited = [*names, *(_host(link) for link in links)]
    return tuple(dict.fromkeys(name for name in credited if name.lower() not in own))
