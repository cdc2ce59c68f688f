"""Text reuse against agency credits and against exact containment of word 5-grams.

An edge is a pair of documents of two publishers that is told to be a copy, a rewrite or an excerpt. Containment is the
share of the 5-grams of the shorter text that the other has too, counted after a publisher's 5-grams that stand in three
or more of its documents are taken away: lexical truth, which knows nothing of paraphrase.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

from benchmarks.scorers.counts import ratio

WORD = re.compile(r"\w+")
DERIVED = {"copy", "rewrite", "excerpt"}
OWN_TEXT = 3  # documents of one publisher that make a 5-gram its boilerplate
Row = Mapping[str, Any]
Pair = tuple[int, int]


def five_grams(text: str) -> set[tuple[str, ...]]:
    """The runs of five words of a text."""
    words = WORD.findall(text.lower())
    return set(zip(*(words[n:] for n in range(5)), strict=False))


def containments(texts: Sequence[set[Any]]) -> dict[Pair, float]:
    """The containment of every pair of texts that share a 5-gram."""
    holders: dict[Any, list[int]] = defaultdict(list)
    for number, grams in enumerate(texts):
        for gram in grams:
            holders[gram].append(number)
    shared: Counter[Pair] = Counter()
    for held in holders.values():
        shared.update(combinations(held, 2))
    return {(a, b): count / min(len(texts[a]), len(texts[b])) for (a, b), count in shared.items()}


def without_own_text(texts: Sequence[set[Any]], publishers: Sequence[str]) -> list[set[Any]]:
    """The 5-grams of each text less those that its publisher prints again and again."""
    held = Counter((publisher, gram) for publisher, grams in zip(publishers, texts, strict=True) for gram in grams)
    return [
        {gram for gram in grams if held[publisher, gram] < OWN_TEXT}
        for publisher, grams in zip(publishers, texts, strict=True)
    ]


def score_reuse(documents: Sequence[Row], told: Iterable[Row]) -> dict[str, float]:
    """Measures of told pairs (`a`, `b`, `kind`); credits are `gold.agency`."""
    number = {row["id"]: n for n, row in enumerate(documents)}
    publishers = [row.get("publisher") or row["id"] for row in documents]
    agencies = [(row.get("gold") or {}).get("agency") for row in documents]
    found: dict[Pair, str] = {}
    for pair in told:
        a, b = number[pair["a"]], number[pair["b"]]
        found[min(a, b), max(a, b)] = pair["kind"]

    def across(pair: Pair) -> bool:
        return publishers[pair[0]] != publishers[pair[1]]

    def derived(pairs: Iterable[Pair]) -> float:
        asked = list(pairs)
        return ratio(sum(found.get(pair) in DERIVED for pair in asked), len(asked))

    texts = [five_grams(row["text"]) for row in documents]
    whole, lexical = containments(texts), containments(without_own_text(texts, publishers))
    edges = [pair for pair, kind in found.items() if kind in DERIVED and across(pair)]
    credited = [(a, b) for a, b in edges if agencies[a] and agencies[b]]
    clashes = sum(agencies[a] != agencies[b] for a, b in credited)
    family = [
        p for p, c in lexical.items() if c >= 0.3 and across(p) and agencies[p[0]] and agencies[p[0]] == agencies[p[1]]
    ]
    own_text = [pair for pair, c in whole.items() if c >= 0.1 and not across(pair) and lexical.get(pair, 0) < 0.05]
    measures: dict[str, float] = {
        "edges": len(edges),
        "edges joining different agencies": ratio(clashes, len(credited)),
        "families: recall": derived(family),
        "families: purity": _purity(edges, agencies),
        "edges with some shared text": ratio(sum(lexical.get(pair, 0) >= 0.02 for pair in edges), len(edges)),
        "own text called derivation": derived(own_text),
    }
    for least in (0.3, 0.1):
        wanted = [pair for pair, c in lexical.items() if c >= least and across(pair)]
        measures[f"containment {least}: pairs"] = len(wanted)
        measures[f"containment {least}: found"] = ratio(sum(pair in found for pair in wanted), len(wanted))
        measures[f"containment {least}: called derivation"] = derived(wanted)
    return measures


def _purity(edges: Iterable[Pair], agencies: Sequence[str | None]) -> float:
    """The share of credited documents that are credited as most of their connected component is."""
    above: dict[int, int] = {}

    def root(n: int) -> int:
        above.setdefault(n, n)
        while above[n] != n:
            n = above[n]
        return n

    for a, b in edges:
        above[root(a)] = root(b)
    groups: dict[int, Counter[str]] = defaultdict(Counter)
    for n in list(above):
        if agency := agencies[n]:
            groups[root(n)][agency] += 1
    return ratio(sum(max(group.values()) for group in groups.values()), sum(group.total() for group in groups.values()))
