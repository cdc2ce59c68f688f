"""Pages: their main text, and what they say of themselves."""

import logging
from collections.abc import Iterator
from functools import cache
from typing import Any

from twosource.read.outcome import Outcome, finished, rejected
from twosource.read.page import headings, page_metadata, placed
from twosource.records import Document
from twosource.settings.read import LONGEST_CELL


def read_html(written: str, id: str, *, url: str | None = None, fast: bool = False) -> Iterator[Outcome]:
    """The document of a page: paragraphs of its main text with a blank line between them, and its own metadata.

    A headline that opens the text is left out of it: it stands in `title`. `url` is where the page is known to be from.
    The `fast` way takes a tenth of the time and leaves more in that is not the report.
    """
    _quiet()
    tree = _tree(written)
    metadata = page_metadata(tree, written) if tree is not None else {}
    if url and metadata:
        metadata = placed(metadata, url, tree)
    paragraphs = _main_text(written) if fast else [] if tree is None else _paragraphs(tree)
    if paragraphs and _plain(paragraphs[0]) in map(_plain, [metadata["title"] or "", *headings(tree)]):
        del paragraphs[0]
    if paragraphs:
        yield from finished(Document(id=id, text="\n\n".join(paragraphs), **metadata))
    else:
        yield rejected(id, "no_main_text", "no report was found in the page; save its text as .txt or .md")


@cache
def _quiet() -> None:
    """Give the loggers of trafilatura a handler: without one, Python prints their warnings on standard error."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def _tree(written: str) -> Any:
    from trafilatura import load_html

    try:
        return load_html(written)
    except Exception:  # whatever the parser raises, a page without a tree is a page without a text
        return None


def _main_text(written: str) -> list[str]:
    from resiliparse.extract.html2text import extract_plain_text

    found = extract_plain_text(written, main_content=True, preserve_formatting=True, links=False, alt_texts=False)
    return [" ".join(line.split()) for line in str(found).split("\n") if line.strip()]


def _paragraphs(tree: Any) -> list[str]:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, fast=True, include_comments=False)
    except Exception:  # as above
        return []
    lines = (getattr(found, "text", None) or "").split("\n")
    return [part for line in lines for part in _cells(line) if part.strip()]


def _cells(line: str) -> list[str]:
    """A line as it is; of a row of a table, its cells beside one another, or one by one where the table is a layout."""
    if not line.startswith("|"):
        return [line]
    if not line.strip("|- "):
        return []
    cells = [cell.strip() for cell in line.strip("| ").split("|")]
    return cells if max(map(len, cells)) > LONGEST_CELL else [" | ".join(cells)]


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
