"""Pages: their main text, and what they say of themselves."""

import logging
from collections.abc import Iterator
from typing import Any

from twosource.read.outcome import Outcome, finished, rejected
from twosource.read.page import page_metadata
from twosource.records import Document


def read_html(written: str, id: str) -> Iterator[Outcome]:
    """The document of a page: paragraphs of its main text with a blank line between them, and its own metadata."""
    tree = _tree(written)
    text = _main_text(tree) if tree is not None else ""
    if not text:
        yield rejected(id, "no_main_text", "no report was found in the page; save the text as .txt or .md")
        return
    yield from finished(Document(id=id, text=text, **page_metadata(tree, written)))


def _tree(written: str) -> Any:
    from trafilatura import load_html

    # Without a handler, its warnings would be printed on standard error.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    try:
        return load_html(written)
    except Exception:  # whatever a parser of broken pages may raise, a page without a tree is one without text
        return None


def _main_text(tree: Any) -> str:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, fast=True, include_comments=False)
    except Exception:
        return ""
    lines = (found.text or "").split("\n") if found else []
    return "\n\n".join(line for line in lines if line.strip())
