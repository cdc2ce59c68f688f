"""Whose child a document is."""

from builders import document
from twosource.compare.passages import Aligned
from twosource.judge.parents import with_parents
from twosource.records import Passage, Reuse
from twosource.spans import Span


def test_a_document_whose_numbers_all_changed_has_a_parent_all_the_same() -> None:
    shared = (Passage(Span(0, 20), Span(0, 20), "near", 0.5),)
    pairs = [Reuse(a, "c", "rewrite", "a", "likely", 0.5, 0.5, 0.5, 0.0, 0.0, shared, ()) for a in "ab"]
    numbers = tuple((Span(at, at + 1), Span(at, at + 1)) for at in range(20))
    aligned = [Aligned(a, "c", shared, 0.5, 0.5, 0.0, 0.0, 0.5, 9, 9, 0.0, numbers) for a in "ab"]
    documents = {id_: document(id_, "x" * 20, published=f"2026-01-0{day}") for day, id_ in enumerate("abc", 1)}
    found = with_parents(pairs, aligned, documents)
    assert [(pair.a, pair.parent) for pair in found] == [("a", "a"), ("b", None)]
