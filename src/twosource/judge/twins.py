"""Documents of the very same words: a copy is no second voice, whenever it was made."""

from collections.abc import Iterable, Mapping, Sequence

from twosource.records import Document, Reuse


def twins_of(documents: Mapping[str, Document], reuse: Iterable[Reuse]) -> dict[str, str]:
    """For each document the first of those that have its very words: one without a date, else by date, and by id."""
    order = sorted(documents, key=lambda name: (documents[name].published or "", name))
    place = {document: number for number, document in enumerate(order)}
    twin = {document: document for document in order}

    def first(document: str) -> str:
        while twin[document] != document:
            document = twin[document]
        return document

    for pair in reuse:
        if is_twin(pair):
            one, other = sorted((first(pair.a), first(pair.b)), key=place.__getitem__)
            twin[other] = one
    return {document: first(document) for document in twin}


def is_twin(pair: Reuse) -> bool:
    """Whether two documents are one text, but for what stands round it and for numbers that were garbled."""
    return pair.kind == "copy" and min(pair.coverage_a, pair.coverage_b) == 1.0 and len(pair.passages) == 1


def once(reuse: Sequence[Reuse], twin: Mapping[str, str]) -> list[Reuse]:
    """The pairs of texts, each text once: a copy ties nothing that the first of its twins does not."""
    return [pair for pair in reuse if twin[pair.a] == pair.a and twin[pair.b] == pair.b]
