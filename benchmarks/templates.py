"""Whether forms filled in again are told from copies: a news feed whose times are known.

`python -m benchmarks.templates feed.jsonl.gz [pairs.jsonl]` finds, by exact comparison of word 5-grams, the pairs that share
half of the shorter text. Those of at least two days apart whose numbers differ are one form filled in twice, and must be
told as `formula`; those of one day whose numbers agree are versions or copies, and must not.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import twosource
from twosource.records import Document, Reuse

SHARED, APART_HOURS, TOGETHER_HOURS, WORDS = 0.5, 48, 24, 5
_WORD, _NUMBER = re.compile(r"\w+"), re.compile(r"\d+(?:[.,/]\d+)*")
Pair = tuple[int, int]


def score_templates(documents: Sequence[Document], found: Iterable[Reuse]) -> dict[str, float | int]:
    """The share of forms told as such, and of one day's versions lost to that."""
    number = {document.id: n for n, document in enumerate(documents)}
    told = {_ordered(number[pair.a], number[pair.b]): pair.kind for pair in found}
    forms, versions = reference(documents)
    return {
        "forms": len(forms),
        "forms told as formula": _share(sum(told.get(pair) == "formula" for pair in forms), len(forms)),
        "forms not told at all": _share(sum(pair not in told for pair in forms), len(forms)),
        "versions": len(versions),
        "versions lost to formula": _share(sum(told.get(pair) == "formula" for pair in versions), len(versions)),
        "versions not told at all": _share(sum(pair not in told for pair in versions), len(versions)),
    }


def reference(documents: Sequence[Document]) -> tuple[set[Pair], set[Pair]]:
    """Pairs of documents, by their places, that are forms filled in again, and that are versions of one day."""
    numbers = [frozenset(_NUMBER.findall(document.text)) for document in documents]
    forms, versions = set(), set()
    for a, b in _alike(documents):
        hours = _hours(documents[a], documents[b])
        if hours is not None and hours > APART_HOURS and numbers[a] != numbers[b]:
            forms.add((a, b))
        elif hours is not None and hours <= TOGETHER_HOURS:
            versions.add((a, b))
    return forms, versions


def _alike(documents: Sequence[Document]) -> Iterator[Pair]:
    """Pairs that share half of the 5-grams of the shorter one; counted one document at a time."""
    grams = [_grams(document.text) for document in documents]
    holders: dict[int, list[int]] = defaultdict(list)
    for at, found in enumerate(grams):
        shared = Counter(other for gram in found for other in holders.get(gram, ()))
        for other, count in shared.items():
            if count >= SHARED * min(len(found), len(grams[other])):
                yield other, at
        for gram in found:
            holders[gram].append(at)


def _grams(text: str) -> set[int]:
    words = _WORD.findall(text.lower())
    return {hash(tuple(words[i : i + WORDS])) for i in range(len(words) - WORDS + 1)}


def _hours(a: Document, b: Document) -> float | None:
    if not a.published or not b.published:
        return None
    return abs((datetime.fromisoformat(a.published) - datetime.fromisoformat(b.published)).total_seconds()) / 3600


def _ordered(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def main() -> None:
    """Print the measures of a feed, for pairs told before or told now."""
    import msgspec

    from twosource.read import read

    parser = argparse.ArgumentParser(description="forms filled in again, and versions of one day")
    parser.add_argument("feed")
    parser.add_argument("pairs", nargs="?", help="what `twosource reuse` printed; without it, it is run here")
    given = parser.parse_args()
    documents, _ = read([given.feed])
    if given.pairs:
        found = [msgspec.json.decode(line, type=Reuse) for line in Path(given.pairs).read_bytes().splitlines()]
    else:
        found = list(twosource.reuse(documents))
    print(json.dumps(score_templates(documents, found), indent=1))


if __name__ == "__main__":
    main()
