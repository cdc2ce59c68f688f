"""Which pairs of documents are parent and child, and which are children of one text: each child has one parent, or two.

A child's parent is the earlier document that holds most of its words, changed numbers counted against it; of equals the
earliest. A second one is kept where it holds a good part of what the first does not.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from twosource.compare.passages import Aligned
from twosource.records import Document, Passage, Reuse
from twosource.settings.reuse import CHANGED_NUMBER, EQUAL_HOLD, SECOND_PARENT, SECOND_PARENT_CHARACTERS
from twosource.spans import Span, merge


def with_parents(pairs: Sequence[Reuse], aligned: Sequence[Aligned], documents: Mapping[str, Document]) -> list[Reuse]:
    """The pairs, with a parent only where the one is a parent of the other and not a sibling or a grandparent."""
    changed = {(pair.a, pair.b): len(pair.changed_numbers) for pair in aligned}
    holders: dict[str, list[Reuse]] = defaultdict(list)
    for pair in pairs:
        if pair.parent:
            holders[pair.b if pair.parent == "a" else pair.a].append(pair)
    chosen = {
        (pair.a, pair.b)
        for child, candidates in holders.items()
        for pair in _parents(child, candidates, changed, documents)
    }
    return [pair if pair.parent is None or (pair.a, pair.b) in chosen else _sibling(pair) for pair in pairs]


def _parents(
    child: str,
    candidates: Sequence[Reuse],
    changed: Mapping[tuple[str, str], int],
    documents: Mapping[str, Document],
) -> list[Reuse]:
    def held(pair: Reuse) -> float:
        words = sum((span.end - span.start) * passage.score for passage, span in _of(child, pair))
        return words - CHANGED_NUMBER * changed.get((pair.a, pair.b), 0)

    def order(pair: Reuse) -> tuple[bool, str, str]:
        parent = documents[pair.a if pair.parent == "a" else pair.b]
        return pair.direction != "known", parent.published or "~", parent.id

    most = max(held(pair) for pair in candidates)
    least = min(EQUAL_HOLD * most, most)  # changed numbers may outweigh the words: a balance below zero
    first = min((pair for pair in candidates if held(pair) >= least), key=order)
    taken = merge(span for _, span in _of(child, first))
    text = len(documents[child].text)
    more = [(_beyond(child, pair, taken), pair) for pair in candidates if pair is not first]
    most_more = max((size for size, _ in more), default=0)
    if most_more < max(SECOND_PARENT_CHARACTERS, SECOND_PARENT * text):
        return [first]
    return [first, min((pair for size, pair in more if size >= EQUAL_HOLD * most_more), key=order)]


def _of(child: str, pair: Reuse) -> list[tuple[Passage, Span]]:
    return [(passage, passage.a if pair.a == child else passage.b) for passage in pair.passages]


def _beyond(child: str, pair: Reuse, taken: Sequence[Span]) -> int:
    """Characters of the child that the pair's passages hold and the spans taken do not."""
    size = 0
    for span in merge(span for _, span in _of(child, pair)):
        size += span.end - span.start
        size -= sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in taken)
    return size


def _sibling(pair: Reuse) -> Reuse:
    other = "b" if pair.parent == "a" else "a"
    grounds = (*pair.grounds, f"another report holds more of {other}")
    return msgspec.structs.replace(pair, parent=None, direction="unknown", grounds=grounds)
