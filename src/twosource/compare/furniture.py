"""What a publisher prints again and again: found across its documents, where one document cannot tell."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from twosource.compare.prepared import Prepared
from twosource.records import Document
from twosource.settings.reuse import FURNITURE_DAYS, FURNITURE_DOCUMENTS, KEY_WORDS
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


def mark_recurring(documents: Iterable[Prepared]) -> None:
    """Mark, in the documents of each publisher, the runs of words that stand in several of them."""
    shelves: dict[str, list[Prepared]] = defaultdict(list)
    for document in documents:
        if document.publisher:
            shelves[document.publisher].append(document)
    for shelf in shelves.values():
        if len(shelf) >= FURNITURE_DOCUMENTS:
            _mark_shelf(shelf)


def _mark_shelf(shelf: list[Prepared]) -> None:
    runs = [[tuple(d.ids[i : i + KEY_WORDS]) for i in range(len(d.ids) - KEY_WORDS + 1)] for d in shelf]
    held = Counter(run for found in runs for run in set(found))
    for document, found in zip(shelf, runs, strict=True):
        document.recurring = bytearray(len(document.ids))
        for at, run in enumerate(found):
            if held[run] >= FURNITURE_DOCUMENTS:
                document.recurring[at : at + KEY_WORDS] = b"\1" * KEY_WORDS
