"""What a page says of itself: JSON-LD of schema.org, OpenGraph, meta tags, links. Nothing is guessed."""

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from twosource.read.json_ld import article_of, links_of, listed, names_of, texts_of
from twosource.read.outcome import host_of

# Browsers write where a saved page came from.
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "article.published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
_AUTHORS = ("author", "article:author", "byl", "parsely-author")
# Names of meta tags and relations of links by which a page gives the address of the text it was taken from.
_TAKEN_FROM = ("syndication-source", "original-source")


def page_metadata(tree: Any, written: str) -> dict[str, Any]:
    """Fields of `Document` that a page (an lxml tree, and the page as written) tells of itself."""
    return _Page(tree, written).fields()


def placed(metadata: dict[str, Any], url: str, tree: Any) -> dict[str, Any]:
    """The metadata of a page that is known to be from `url`; another address that it names is its first home.

    A page for telephones (AMP) is the page it stands for, and an address of a cache of such pages is the one behind it.
    """
    named = metadata["canonical"] or metadata["url"]
    if named and _is_amp(tree):
        return metadata | {"url": named, "canonical": None}
    url = behind_cache(url)
    return metadata | {"url": url, "canonical": named if named and _bare(named) != _bare(url) else None}


# Addresses under which caches keep AMP pages: `s/` before a host that is asked for by https.
_AMP_CACHE = re.compile(
    r"https?://(?:[\w-]+\.cdn\.ampproject\.org/[cv]|(?:www\.)?google\.[a-z.]{2,6}/amp)/(s/)?([\w-]+\.[\w.-]+(?:/.*)?)"
)


def behind_cache(address: str) -> str:
    """The address itself, or the one behind it where it is that of a cache of AMP pages."""
    found = _AMP_CACHE.fullmatch(address)
    return f"http{'s' if found[1] else ''}://{found[2]}" if found else address


def _is_amp(tree: Any) -> bool:
    return any(name in tree.attrib for name in ("amp", "\u26a1", "\u26a1\ufe0f"))


def headings(tree: Any) -> list[str]:
    """The texts of the page's first-level headings."""
    return [heading.text_content() for heading in tree.iter("h1")]


class _Page:
    def __init__(self, tree: Any, written: str) -> None:
        self.tree = tree
        self.written = written
        self.article = article_of(tree)
        self.meta: dict[str, str] = {}
        for tag in tree.iter("meta"):
            name = tag.get("property") or tag.get("name") or tag.get("itemprop")
            if name and (tag.get("content") or "").strip():
                self.meta.setdefault(name.strip().lower(), tag.get("content"))

    def fields(self) -> dict[str, Any]:
        meta, article = self.meta, self.article
        publisher = _first(names_of(article.get("publisher")), meta.get("og:site_name"), meta.get("publisher"))
        url, canonical = self._addresses()
        own_names = {(publisher or "").casefold(), host_of(url or ""), ""}
        return {
            "title": _first(texts_of(article.get("headline")), meta.get("og:title"), self._headline()),
            "publisher": publisher,
            "published": self._published(),
            "url": url,
            "author": self._author(),
            "language": self._language(),
            "canonical": canonical,
            "credited": tuple(dict.fromkeys(name for name in self._credited() if name.casefold() not in own_names)),
        }

    def _headline(self) -> list[str]:
        """The one heading of the first level, else the title of the window."""
        found = headings(self.tree)
        return (
            found if len(found) == 1 and found[0].strip() else [one.text_content() for one in self.tree.iter("title")]
        )

    def _language(self) -> str | None:
        own = [self.tree.get("lang"), self.tree.get(_XML_LANGUAGE), self.meta.get("og:locale")]
        return _first(own, texts_of(self.article.get("inLanguage")))

    def _published(self) -> str | None:
        times = list(self.tree.iter("time"))
        marked = [one.get("datetime") for one in times if _says_published(one)]
        given = _first(texts_of(self.article.get("datePublished")), [self.meta.get(name) for name in _DATES], marked)
        if given:
            return given
        # Without a word that says which is which, the one time in an article is its date; of two, one is an update.
        within = {
            one.get("datetime") for one in self.tree.xpath("//article//time[@datetime] | //main//time[@datetime]")
        }
        return _first(within.pop()) if len(within) == 1 else None

    def _author(self) -> str | None:
        named = names_of(self.article.get("author"))
        if named:
            return ", ".join(named)
        linked = [one.text_content() for one in self.tree.xpath("//a[@rel='author'] | //*[@itemprop='author']")]
        given = [self.meta.get(name) for name in _AUTHORS] + linked
        return _first([one for one in given if one and not one.strip().startswith("http")])

    def _addresses(self) -> tuple[str | None, str | None]:
        """The address of the page, and the one it names as its first home where that is another."""
        saved = _SAVED_FROM.search(self.written[:4096])
        of_article = [link for name in ("url", "mainEntityOfPage") for link in links_of(self.article.get(name))]
        own = _first(saved.group(1) if saved else None, self.meta.get("og:url"), of_article)
        own = behind_cache(own) if own else None
        canonical = _joined(own or "", _first(self._linked("canonical")) or "")
        if own is None or canonical is None:
            return own or canonical or _joined("", _first(self._linked("amphtml")) or ""), None
        if _is_amp(self.tree):
            return canonical, None
        return own, canonical if _bare(canonical) != _bare(own) else None

    def _credited(self) -> list[str]:
        """Names of bodies, and hosts of addresses, that the text is said to be from."""
        based_on = listed(self.article.get("isBasedOn")) + listed(self.article.get("isBasedOnUrl"))
        bodies = [self.article.get("sourceOrganization"), self.article.get("provider")]
        bodies += [one["publisher"] for one in based_on if isinstance(one, dict) and names_of(one.get("publisher"))]
        unnamed = [one for one in based_on if not (isinstance(one, dict) and names_of(one.get("publisher")))]
        addresses = [self.meta[name] for name in _TAKEN_FROM if name in self.meta]
        addresses += [link for name in _TAKEN_FROM for link in self._linked(name)] + links_of(unnamed)
        return [name for body in bodies for name in names_of(body)] + [host_of(address) for address in addresses]

    def _linked(self, relation: str) -> list[str]:
        return [
            link.get("href")
            for link in self.tree.iter("link")
            if link.get("href") and relation in (link.get("rel") or "").lower().split()
        ]


def _first(*candidates: Any) -> str | None:
    """The first that says anything, of texts and lists of texts, in one line."""
    for candidate in candidates:
        for one in listed(candidate):
            if isinstance(one, str) and one.strip():
                return " ".join(one.split())
    return None


def _says_published(time: Any) -> bool:
    return time.get("itemprop") == "datePublished" or "published" in (time.get("class") or "").split()


def _joined(base: str, address: str) -> str | None:
    """The address in full, None where it cannot be told."""
    try:
        joined = urljoin(base, address) if address else ""
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) else None


def _bare(address: str) -> tuple[str, str]:
    """Host and path, without what leads to the same page: scheme, `www.`, a closing slash, query, fragment."""
    try:
        return host_of(address), urlsplit(address).path.rstrip("/")
    except ValueError:
        return "", address
