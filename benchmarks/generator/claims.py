"""Origins of the claims of made-up stories: their figures, and the quotations that their official gives.

`python -m benchmarks.generator.claims --stories 40 --seed 1`. A quotation has one origin, whoever carries it and however
many reporters heard it.
"""

import argparse
from collections import Counter
from collections.abc import Iterator

import twosource
from benchmarks.generator import Fact, Story, generate_story, grammar
from benchmarks.ours import documents
from twosource.ledger import Ledger
from twosource.records import Claim
from twosource.spans import Span


def facts_of(story: Story) -> Iterator[tuple[str, Fact]]:
    """The kind of every claim of a story with its spans and its true number of origins."""
    for fact in story.facts:
        yield "figure", fact
    for words in grammar.QUOTES:
        spans = {}
        for row in story.rows:
            start = str(row["text"]).find(words)
            if start >= 0:
                spans[str(row["id"])] = (start, start + len(words))
        if len(spans) > 1:
            yield "quotation", Fact(spans, 1)


def score_claims(story: Story, ledger: Ledger) -> Counter[str]:
    """The counts of one story, to be summed over stories and divided by `table`."""
    counts: Counter[str] = Counter()
    for kind, fact in facts_of(story):
        counts["claims"] += 1
        held = {claim.id: _held(claim, fact) for claim in ledger.claims if claim.kind == kind}
        best = max(sorted(held), key=held.__getitem__, default=None)
        if best is None or not held[best]:
            continue
        origins = ledger.claim(best).origins
        counts["found"] += 1
        counts["in range"] += origins.low <= fact.origins <= origins.high
        counts["width"] += origins.high - origins.low
        counts["members"] += len(fact.spans)
        counts["members held"] += held[best]
    return counts


def _held(claim: Claim, fact: Fact) -> int:
    """In how many of the documents that carry a fact the claim has a member that touches it."""
    return sum(
        any(m.document == name and any(Span(*s).overlaps(Span(*span)) for s in m.spans) for m in claim.members)
        for name, span in fact.spans.items()
    )


def table(counts: Counter[str]) -> dict[str, float | int]:
    """The measures of the summed counts."""
    found = max(1, counts["found"])
    return {
        "claims": counts["claims"],
        "claims found": round(counts["found"] / max(1, counts["claims"]), 4),
        "members in their claim": round(counts["members held"] / max(1, counts["members"]), 4),
        "origins in range": round(counts["in range"] / found, 4),
        "origins, mean width": round(counts["width"] / found, 4),
    }


def main() -> None:
    """Print the measures of so many stories from a seed on."""
    parser = argparse.ArgumentParser(description="origins of claims on made-up stories")
    parser.add_argument("--stories", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    for seed in range(given.seed, given.seed + given.stories):
        story = generate_story(seed)
        counts += score_claims(story, twosource.check(documents(story.rows)))
    for name, value in table(counts).items():
        print(f"{value:>10}  {name}")


if __name__ == "__main__":
    main()
