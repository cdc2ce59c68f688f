"""What a publisher prints under many of its reports: found across its documents, where one document cannot tell."""

import re
from collections import defaultdict
from collections.abc import Iterable

from twosource.records import Document
from twosource.settings.reuse import FURNITURE_DAYS, FURNITURE_DOCUMENTS
from twosource.spans import Span

_LINE = re.compile(r"[^\n\r]+")


def find_furniture(documents: Iterable[Document]) -> dict[str, list[Span]]:
    """By document id, the lines that stand in several documents of its publisher, on several days where they are known."""
    holders: dict[tuple[str, str], dict[str, str | None]] = defaultdict(dict)
    places: dict[tuple[str, str], list[tuple[str, Span]]] = defaultdict(list)
    for document in documents:
        if document.publisher:
            for line in _LINE.finditer(document.text):
                key = document.publisher, " ".join(line.group().casefold().split())
                if key[1]:
                    holders[key][document.id] = (document.published or "")[:10] or None
                    places[key].append((document.id, Span(*line.span())))
    found: dict[str, list[Span]] = defaultdict(list)
    for key, days in holders.items():
        known = {day for day in days.values() if day}
        if len(days) >= FURNITURE_DOCUMENTS and (len(known) >= FURNITURE_DAYS or not known):
            for document_id, span in places[key]:
                found[document_id].append(span)
    return found
