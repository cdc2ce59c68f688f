"""Documents of the very same words: a copy is no second voice, whenever it was made."""

from collections.abc import Iterable

from twosource.records import Reuse


def twins_of(documents: Iterable[str], reuse: Iterable[Reuse]) -> dict[str, str]:
    """For each document the first, in the order given, of those that have its very words."""
    place = {document: number for number, document in enumerate(documents)}
    twin = {document: document for document in place}

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
