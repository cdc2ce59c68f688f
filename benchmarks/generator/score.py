"""How well lineage is told on made-up stories: `python -m benchmarks.generator.score --stories 40 --seed 1`.

A parent is counted twice: strictly, and up to texts that nothing tells apart, where an earlier text of the same root
that holds the same words of the child as the true parent is right too. That text may be the wire that is in no row: who
prints it under the agency's credit, and has nothing of another carrier's own, may have it from either. No answer can be
right throughout: a tenth of the documents bear no date and a tenth a wrong one, so that of some pairs of relatives either
may have been first; how much that costs is told by the same stories with all dates right. Passages are measured by
plagdet (Potthast et al. 2010): F1 of the characters over log2(1 + granularity), for the pairs that truly derive.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Sequence

import twosource
from benchmarks.generator import Story, claims, generate_story, grammar
from benchmarks.generator.story import Row, Span
from benchmarks.ours import documents
from twosource.ledger import Ledger
from twosource.records import Reuse

DERIVED = ("copy", "rewrite", "excerpt")


def score_story(story: Story, ledger: Ledger) -> Counter[str]:
    """The counts of one story, to be summed over stories and divided by `table`."""
    return (
        _parents(story, ledger)
        + _lines(story, ledger)
        + _passages(story, ledger)
        + _slips(story, ledger)
        + claims.score_claims(story, ledger)
    )


def score_dated(story: Story, ledger: Ledger) -> Counter[str]:
    """The same of parents alone, where all documents were given their true dates: what the words alone leave open."""
    return Counter(parent_dated=_parents(story, ledger)["parent_equal"])


def with_true_dates(story: Story) -> list[Row]:
    """The rows of a story, each with the date on which it was truly published."""
    return [{**row, "published": story.moments[str(row["id"])]} for row in story.rows]


def table(counts: Counter[str]) -> dict[str, float | int]:
    """The measures of the summed counts."""
    recall, precision = _ratio(counts["char_hit"], counts["char_true"]), _ratio(counts["char_hit"], counts["char_told"])
    granularity = _ratio(counts["told_pieces"], counts["true_found"]) if counts["true_found"] else 1.0
    f1 = _ratio(2 * recall * precision, recall + precision)
    return {
        "documents": counts["documents"],
        "parent accuracy, strict": _ratio(counts["parent"], counts["documents"]),
        "parent accuracy, up to equal texts": _ratio(counts["parent_equal"], counts["documents"]),
        "parent accuracy, were all dates known": _ratio(counts["parent_dated"], counts["documents"]),
        "lines of reporting, mean absolute error": _ratio(counts["line_error"], counts["stories"]),
        "passages, recall": recall,
        "passages, precision": precision,
        "plagdet": round(f1 / math.log2(1 + max(granularity, 1.0)), 4),
        **claims.table(counts),
        "slips": counts["slips"],
        "slips found": _ratio(counts["slips_found"], counts["slips"]),
        "flagged on untouched figures": _ratio(counts["slips_false"], counts["untouched"]),
    }


def _ratio(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0


def _parents(story: Story, ledger: Ledger) -> Counter[str]:
    counts = Counter(documents=len(story.rows))
    for name in story.links:
        right = parent_right(story, ledger, name)
        counts["parent"] += right == "right"
        counts["parent_equal"] += right is not None
    return counts


def parent_right(story: Story, ledger: Ledger, name: str) -> str | None:
    """Whether the parent told of a document is `right`, the `equal` of a right one, or neither."""
    told, link = _told_parent(name, ledger.reuse), story.links[name]
    if told in link.parents or (told is None and not link.parents):
        return "right"
    return "equal" if (_told_wire(story, ledger, name) if told is None else told in _equals(story, name)) else None


def _told_parent(name: str, pairs: list[Reuse]) -> str | None:
    best = max(
        (
            (pair.coverage_a if name == pair.a else pair.coverage_b, pair.b if name == pair.a else pair.a)
            for pair in pairs
            if pair.kind in DERIVED and pair.parent == ("b" if name == pair.a else "a") and name in (pair.a, pair.b)
        ),
        default=None,
    )
    return best[1] if best else None


def _equals(story: Story, name: str) -> set[str]:
    """Earlier documents that hold, word for word, all that the child has of a true parent, or of the wire it prints.

    Of two that print a wire under the agency's credit, the credits tell that neither is the other's parent.
    """
    texts = _texts(story)
    if story.links[name].parents:
        return {o for pieces in _held(story, name) for o in texts if o < name and all(p in texts[o] for p in pieces)}
    (root,) = story.links[name].root
    wire = story.unseen.get(root)
    alike = {other for other in texts if wire and other < name and wire in texts[other]}
    return {other for other in alike if not (_credit(texts[name]) and _credit(texts[other]))}


def _told_wire(story: Story, ledger: Ledger, name: str) -> bool:
    """Whether a child is told to print the wire, does credit it, and has nothing of its parent that the wire has not."""
    line = next(line for line in ledger.lines if name in line.documents)
    wires = [wire for root, wire in story.unseen.items() if root in story.links[name].root]
    held = [
        all(piece in wire for piece in pieces if not _credit(piece)) for wire in wires for pieces in _held(story, name)
    ]
    return bool(line.latent) and _credit(_texts(story)[name]) and any(held)


def _held(story: Story, name: str) -> list[list[str]]:
    """The paragraphs that a document has of each of its parents, as those have them."""
    texts = _texts(story)
    return [
        [piece for _, span in story.passages[name, parent] for piece in texts[parent][slice(*span)].split("\n\n")]
        for parent in story.links[name].parents
    ]


def _texts(story: Story) -> dict[str, str]:
    return {str(row["id"]): str(row["text"]) for row in story.rows}


def _credit(text: str) -> bool:
    return any(f"({agency})" in text for agency in grammar.WIRES)


def _lines(story: Story, ledger: Ledger) -> Counter[str]:
    roots = {root for link in story.links.values() for root in link.root}
    return Counter(stories=1, line_error=abs(len(ledger.lines) - len(roots)))


def _passages(story: Story, ledger: Ledger) -> Counter[str]:
    counts: Counter[str] = Counter()
    pairs = {(pair.a, pair.b): pair for pair in ledger.reuse}
    for (child, parent), true in story.passages.items():
        pair = pairs.get((min(child, parent), max(child, parent)))
        told = [(p.a if child < parent else p.b) for p in pair.passages] if pair else []
        mine = [span for span, _ in true]
        counts["char_true"] += _size(mine)
        counts["char_told"] += _size(told)
        counts["char_hit"] += len(_characters(mine) & _characters(told))
        for span in mine:
            pieces = sum(a < span[1] and span[0] < b for a, b in told)
            counts["told_pieces"] += pieces
            counts["true_found"] += pieces > 0
    return counts


def _characters(spans: Sequence[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _size(spans: Sequence[Span]) -> int:
    return len(_characters(spans))


def _slips(story: Story, ledger: Ledger) -> Counter[str]:
    """The garbled figures that are found, and the figures of facts that nobody garbled that are flagged."""
    counts: Counter[str] = Counter()
    slips = {(slip.document, slip.span) for slip in story.slips}
    flagged = {
        (evidence.document, tuple(evidence.span))
        for finding in ledger.findings
        if finding.kind == "probable_slip"
        for evidence in finding.evidence
    }
    for fact in story.facts:
        if not any((document, span) in slips for document, span in fact.spans.items()):
            counts["untouched"] += len(fact.spans)
            counts["slips_false"] += sum(_is_flagged(item, flagged) for item in fact.spans.items())
    counts["slips"] += len(slips)
    counts["slips_found"] += sum(_is_flagged(slip, flagged) for slip in slips)
    return counts


def _touches(span: Span | None, spans: tuple[Span, ...]) -> bool:
    return span is not None and any(start < span[1] and span[0] < end for start, end in spans)


def _is_flagged(item: tuple[str, Span], flagged: set[tuple[str, tuple[int, ...]]]) -> bool:
    return any(document == item[0] and _touches(item[1], ((at[0], at[1]),)) for document, at in flagged)


def main() -> None:
    """Print the measures of so many stories from a seed on."""
    parser = argparse.ArgumentParser(description="lineage on made-up stories")
    parser.add_argument("--stories", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    for seed in range(given.seed, given.seed + given.stories):
        story = generate_story(seed)
        counts.update(score_story(story, twosource.check(documents(story.rows))))
        counts.update(score_dated(story, twosource.check(documents(with_true_dates(story)))))
    found = table(counts)
    print(json.dumps(found) if given.json else "\n".join(f"{value:>10}  {name}" for name, value in found.items()))


if __name__ == "__main__":
    main()
