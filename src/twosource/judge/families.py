"""Which house a report comes from: owners, networks and editions are one voice, by a shipped table and a user's file."""

from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from twosource.records import Document
from twosource.text.lexicon import lexicon

Families = Mapping[str, str]
"""From a publisher's name or address, in lower case, to the name of its house."""


def family_of(document: Document, families: Families) -> str | None:
    """The house of a document: by its address, else by its publisher's name; None where neither is known."""
    host = host_of(document.url)
    name = _plain(document.publisher or "")
    for key in (*_addresses(host), name):
        if found := families.get(key) or _shipped().get(key):
            return found
    return name or host or None


def host_of(url: str | None) -> str:
    """The host of an address without "www."; empty for none or for one that cannot be read."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def with_names(houses: Mapping[str, list[str]]) -> dict[str, str]:
    """Families from houses with their publishers, as a user's file lists them; a house's own name is one of them."""
    return {_plain(name): house for house, names in houses.items() for name in (house, *names)}


def _addresses(host: str) -> list[str]:
    """The host and the addresses above it: `edition.cnn.com`, `cnn.com`."""
    labels = host.split(".")
    return [".".join(labels[n:]) for n in range(len(labels) - 1)]


@cache
def _shipped() -> dict[str, str]:
    return with_names(lexicon("publishers")["owners"])


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("www.").removeprefix("the ")
