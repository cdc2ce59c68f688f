"""Which pairs of documents are parent and child, and which are children of one text: each child has one parent, or two.

A child's parent is the earlier document with which it has most in common, word for word, changed numbers counted against
it; of equals the earliest. A second one is kept where it holds a good part of what the first does not.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from twosource.judge.relatives import Relatives
from twosource.records import Document, Reuse
from twosource.settings.reuse import EQUAL_HOLD, EQUAL_MORE, SECOND_PARENT, SECOND_PARENT_CHARACTERS
from twosource.spans import Span, in_both, merge


def with_parents(pairs: Sequence[Reuse], family: Relatives, documents: Mapping[str, Document]) -> list[Reuse]:
    """The pairs, with a parent only where the one is a parent of the other and not a sibling or a grandparent."""
    near = {(one.pair.a, one.pair.b): one.near for found in family.values() for one in found}
    holders: dict[str, list[Reuse]] = defaultdict(list)
    for pair in pairs:
        if pair.parent:
            holders[pair.b if pair.parent == "a" else pair.a].append(pair)
    chosen = {
        (pair.a, pair.b)
        for child, candidates in holders.items()
        for pair in _parents(child, candidates, near, documents)
    }
    return [pair if pair.parent is None or (pair.a, pair.b) in chosen else _sibling(pair) for pair in pairs]


def _parents(
    child: str,
    candidates: Sequence[Reuse],
    near: Mapping[tuple[str, str], int],
    documents: Mapping[str, Document],
) -> list[Reuse]:
    def order(pair: Reuse) -> tuple[bool, str, str]:
        parent = documents[pair.a if pair.parent == "a" else pair.b]
        return pair.direction != "known", parent.published or "~", parent.id

    most = max(near[pair.a, pair.b] for pair in candidates)
    first = min((pair for pair in candidates if near[pair.a, pair.b] >= most - EQUAL_HOLD), key=order)
    taken = merge(_of(child, first))
    text = len(documents[child].text)
    more = [(_beyond(child, pair, taken), pair) for pair in candidates if pair is not first]
    most_more = max((size for size, _ in more), default=0)
    if most_more < max(SECOND_PARENT_CHARACTERS, SECOND_PARENT * text):
        return [first]
    return [first, min((pair for size, pair in more if size >= EQUAL_MORE * most_more), key=order)]


def _of(child: str, pair: Reuse) -> list[Span]:
    return [passage.a if pair.a == child else passage.b for passage in pair.passages]


def _beyond(child: str, pair: Reuse, taken: Sequence[Span]) -> int:
    """Characters of the child that the pair's passages hold and the spans taken do not."""
    held = merge(_of(child, pair))
    return sum(end - start for start, end in held) - in_both(held, taken)


def _sibling(pair: Reuse) -> Reuse:
    other = "b" if pair.parent == "a" else "a"
    grounds = (*pair.grounds, f"another report holds more of {other}")
    return msgspec.structs.replace(pair, parent=None, direction="unknown", grounds=grounds)
