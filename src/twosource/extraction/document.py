"""All that one document says: the extractors joined, and their wrapper for batches."""

from collections.abc import Iterator, Mapping
from typing import Any

from twosource.extraction.boilerplate.find import find_boilerplate
from twosource.extraction.credits import find_credits
from twosource.extraction.dates.find import find_dates
from twosource.extraction.figures.checks import find_inconsistencies
from twosource.extraction.figures.find import find_figures
from twosource.extraction.statements import find_statements, language_note
from twosource.records import Document, Extraction, from_arrow, record_batch


def extract_document(document: Document, *, aliases: Mapping[str, str] | None = None) -> Extraction:
    """What the document says: statements, figures, dates, credits and the parts that are not the report.

    `aliases` map a name as reports write it to the name it stands for.
    """
    text, name = document.text, document.id
    frame = extract_frame(document)
    boilerplate = frame.boilerplate
    dates = find_dates(text, published=document.published, document=name, boilerplate=boilerplate)
    statements = find_statements(
        text, document=name, boilerplate=boilerplate, language=document.language, aliases=aliases
    )
    figures = find_figures(
        text, document=name, dates=dates, statements=statements, boilerplate=boilerplate, published=document.published
    )
    return Extraction(
        document=name,
        statements=tuple(statements),
        figures=tuple(figures),
        dates=tuple(dates),
        credits=frame.credits,
        inconsistencies=tuple(find_inconsistencies(text, figures, document=name, title=document.title)),
        boilerplate=boilerplate,
        notes=tuple(note for note in [language_note(document.language)] if note),
    )


def extract_frame(document: Document) -> Extraction:
    """What stands round the report and no more: its credits, and the parts that are not the report."""
    boilerplate = document.boilerplate or tuple(find_boilerplate(document.text, title=document.title))
    credits = find_credits(
        document.text,
        document=document.id,
        publisher=document.publisher,
        author=document.author,
        canonical=document.canonical,
        url=document.url,
        credited=document.credited,
        boilerplate=boilerplate,
    )
    return Extraction(document=document.id, credits=tuple(credits), boilerplate=boilerplate)


def extract_batches(batches: Iterator[Any], *, aliases: Mapping[str, str] | None = None) -> Iterator[Any]:
    """Record batches of documents to record batches of extractions, row for row."""
    for batch in batches:
        found = [extract_document(document, aliases=aliases) for document in from_arrow(batch, Document)]
        yield record_batch(found, Extraction)


def frame_batches(batches: Iterator[Any]) -> Iterator[Any]:
    """Record batches of documents to record batches of what stands round each report."""
    for batch in batches:
        yield record_batch([extract_frame(document) for document in from_arrow(batch, Document)], Extraction)
