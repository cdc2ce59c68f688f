"""All that one document says: the extractors joined, and their wrapper for batches."""

from collections.abc import Iterator
from typing import Any

from twosource.extract.boilerplate import find_boilerplate
from twosource.extract.checks import find_inconsistencies
from twosource.extract.credits import find_credits
from twosource.extract.dates import find_dates
from twosource.extract.figures import find_figures
from twosource.extract.statements import find_statements, language_note
from twosource.records import Document, Extraction, from_arrow, record_batch


def extract_document(document: Document) -> Extraction:
    """What the document says: statements, figures, dates, credits and the parts that are not the report."""
    text, name = document.text, document.id
    boilerplate = document.boilerplate or tuple(find_boilerplate(text, title=document.title))
    dates = find_dates(text, published=document.published, document=name, boilerplate=boilerplate)
    statements = find_statements(text, document=name, boilerplate=boilerplate, language=document.language)
    figures = find_figures(
        text, document=name, dates=dates, statements=statements, boilerplate=boilerplate, published=document.published
    )
    return Extraction(
        document=name,
        statements=tuple(statements),
        figures=tuple(figures),
        dates=tuple(dates),
        credits=tuple(
            find_credits(
                text,
                document=name,
                publisher=document.publisher,
                author=document.author,
                canonical=document.canonical,
                url=document.url,
                credited=document.credited,
                boilerplate=boilerplate,
            )
        ),
        inconsistencies=tuple(find_inconsistencies(text, figures, document=name, title=document.title)),
        boilerplate=boilerplate,
        notes=tuple(note for note in [language_note(document.language)] if note),
    )


def extract_batches(batches: Iterator[Any]) -> Iterator[Any]:
    """Record batches of documents to record batches of extractions, row for row."""
    for batch in batches:
        yield record_batch([extract_document(document) for document in from_arrow(batch, Document)], Extraction)


