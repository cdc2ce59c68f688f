"""What a publisher prints again and again: found across its documents, where one document cannot tell."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from twosource.records import Document
from twosource.settings.reuse import FURNITURE_DAYS, FURNITURE_DOCUMENTS, REPORT_CHARACTERS, SHORTEST_PASSAGE
from twosource.spans import Span

_LINE = re.compile(r"[^\n\r]+")


def find_furniture(documents: Iterable[Document]) -> dict[str, list[Span]]:
    """By document id, the lines that stand in several documents of its publisher, on several days where they are known.

    A document of which most recurs does not count: it is a version of a report, or a form filled in again. Where nothing
    else would be left, a line is the report: in a notice of a dividend as good as in a page's footer.
    """
    shelves: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.publisher:
            shelves[document.publisher].append(document)
    found: dict[str, list[Span]] = {}
    for shelf in shelves.values():
        if len(shelf) >= FURNITURE_DOCUMENTS:
            found.update(_of_shelf(shelf))
    return found


def _of_shelf(shelf: Sequence[Document]) -> Iterator[tuple[str, list[Span]]]:
    held = [set(map(str.strip, document.text.replace("\r", "\n").split("\n"))) - {""} for document in shelf]
    counted = Counter(chain.from_iterable(held))
    recurring = {line for line, count in counted.items() if count >= FURNITURE_DOCUMENTS}
    days: dict[str, list[str]] = defaultdict(list)
    for document, lines in zip(shelf, held, strict=True):
        again = recurring & lines
        repeated = sum(map(len, again))
        if again and sum(map(len, lines)) - repeated >= max(repeated, REPORT_CHARACTERS):
            for line in again:
                days[line].append((document.published or "")[:10])
    furniture = {line for line, found in days.items() if len(found) >= FURNITURE_DOCUMENTS and _spread(found)}
    for document, lines in zip(shelf, held, strict=True):
        if furniture.isdisjoint(lines):
            continue
        if sum(len(line.split()) for line in lines - furniture) >= SHORTEST_PASSAGE:
            places = _LINE.finditer(document.text)
            yield document.id, [Span(*line.span()) for line in places if line.group().strip() in furniture]


def _spread(days: Sequence[str]) -> bool:
    known = {day for day in days if day}
    return len(known) >= FURNITURE_DAYS or not known
