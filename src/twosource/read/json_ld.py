"""JSON-LD in pages: the article it describes, in the words of schema.org (https://schema.org/NewsArticle)."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

_ARTICLE = re.compile(r"(\w*Article|BlogPosting|LiveBlogPosting|Report)$")
# What some pages put round their JSON: comments of HTML or JavaScript, CDATA marks.
_WRAPPING = re.compile(r"^\s*(?:<!--|/\*.*?\*/|//.*?\n|<!\[CDATA\[)|(?:-->|\]\]>)\s*;?\s*$")
# Objects lie this deep at most: graph, article, author, affiliation, address.
_DEEPEST = 6


def article_of(tree: Any) -> dict[str, Any]:
    """The first article that the JSON-LD of the page describes; where it refers to another node, that node stands."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            nodes.extend(_nodes(_json(script.text_content())))
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in nodes:
        if any(_ARTICLE.match(kind) for kind in listed(node.get("@type")) if isinstance(kind, str)):
            return {name: _resolved(value, by_id) for name, value in node.items()}
    return {}


def _json(written: str) -> Any:
    try:
        return json.loads(_WRAPPING.sub("", written).strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD value, outer before inner, as far as pages nest them."""
    if depth > _DEEPEST:
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


def listed(value: Any) -> list[Any]:
    """The value, or values, of a property as a list: JSON-LD writes one value without brackets."""
    return value if isinstance(value, list) else [value]


def texts_of(value: Any) -> list[str]:
    """The texts among the values, without entities, which many pages leave in them."""
    return [html.unescape(one) for one in listed(value) if isinstance(one, str)]


def names_of(value: Any) -> list[str]:
    """The names of persons or organisations, given as text or as objects with a name; no addresses."""
    found = []
    for one in listed(value):
        for name in texts_of(one.get("name")) if isinstance(one, dict) else texts_of(one):
            name = " ".join(name.split())
            if name and not name.startswith(("http://", "https://")) and name not in found:
                found.append(name)
    return found


def links_of(value: Any) -> list[str]:
    """The web addresses among the values, given as text or as objects with an `@id` or a `url`."""
    return [
        link
        for one in listed(value)
        for link in (texts_of([one.get("@id"), one.get("url")]) if isinstance(one, dict) else texts_of(one))
        if link.startswith(("http://", "https://"))
    ]
