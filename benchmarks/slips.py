"""How many injected slips are found, and how many figures of untouched copies are flagged.

`python -m benchmarks.slips [--data stories.jsonl.gz] [--stories 100]` copies one report of each story under another
publisher, once as it is and once with one number garbled: ten or a thousand times as large, two digits swapped, or its unit
replaced. Without --data the stories are made up. A slip is found when a finding of that kind rests on the garbled number.
"""

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import twosource
from benchmarks.generator import generate_story
from benchmarks.ours import documents
from benchmarks.sets import read_rows
from twosource.ledger import Ledger
from twosource.records import Document, Figure
from twosource.spans import Span

KINDS = ("tens", "thousands", "swapped", "unit")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_UNITS = {
    "km": "miles", "kilometres": "miles", "kilometers": "miles", "miles": "kilometres", "metres": "feet", "meters": "feet",
    "feet": "metres", "acres": "hectares", "hectares": "acres", "tonnes": "pounds", "pounds": "kilograms",
}  # fmt: skip


def garble(text: str, figure: Figure, kind: str) -> tuple[str, Span] | None:
    """The text with one figure garbled, and where it stands then; None where the kind does not fit the figure."""
    written = figure.span.of(text)
    new = _unit(written) if kind == "unit" else _number(written, kind)
    if new is None or new == written:
        return None
    return text[: figure.span.start] + new + text[figure.span.end :], Span(
        figure.span.start, figure.span.start + len(new)
    )


def _unit(written: str) -> str | None:
    head, _, last = written.rpartition(" ")
    return f"{head} {_UNITS[last]}" if head and last in _UNITS else None


def _number(written: str, kind: str) -> str | None:
    found = _NUMBER.search(written)
    if found is None or "." in found.group():
        return None
    digits = found.group().replace(",", "")
    if kind == "swapped":
        pairs = [at for at in range(1, len(digits) - 1) if digits[at] != digits[at + 1]] if len(digits) > 2 else []
        if not pairs:
            return None
        at = pairs[-1]
        digits = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    else:
        digits += "0" if kind == "tens" else "000"
    new = f"{int(digits):,}" if "," in found.group() or len(digits) > 4 else digits
    return written[: found.start()] + new + written[found.end() :]


def score(stories: Sequence[Sequence[Document]], *, seed: int = 1) -> Counter[str]:
    """The counts over the stories: slips injected and found by kind, and figures of untouched copies that are flagged."""
    counts: Counter[str] = Counter()
    for number, story in enumerate(stories):
        chance = random.Random(f"{seed}:{number}")
        original = chance.choice(sorted(story, key=lambda document: document.id))
        figures = [f for f in twosource.extract(original).figures if _is_written(f)]
        clean = twosource.check([*story, _copy(original, original.text)])
        touched = set(_flagged(clean, original.id + "-copy"))
        counts["untouched"] += len(figures)
        counts["flagged"] += sum(any(figure.span.overlaps(span) for span in touched) for figure in figures)
        kinds = chance.sample(KINDS, len(KINDS))
        made = next(iter(_garbled(original, chance.sample(figures, len(figures)), kinds)), None)
        if made:
            kind, text, span = made
            spans = _flagged(twosource.check([*story, _copy(original, text)]), original.id + "-copy")
            counts[f"{kind} injected"] += 1
            counts[f"{kind} found"] += any(span.overlaps(other) for other in spans)
    return counts


def _is_written(figure: Figure) -> bool:
    """Whether a figure stands in a number of its own, and not in a list of persons that may hold their ages."""
    return figure.kind in ("count", "measure", "money") and not figure.rule.startswith(("list", "sum", "single"))


def _garbled(document: Document, figures: Sequence[Figure], kinds: Sequence[str]) -> Iterator[tuple[str, str, Span]]:
    for kind in kinds:
        for figure in figures:
            if made := garble(document.text, figure, kind):
                yield kind, *made


def _copy(document: Document, text: str) -> Document:
    return Document(id=document.id + "-copy", text=text, publisher="the copyist", published=document.published)


def _flagged(ledger: Ledger, document: str) -> list[Span]:
    found = [finding for finding in ledger.findings if finding.kind == "probable_slip"]
    return [Span(*e.span) for finding in found for e in finding.evidence if e.document == document]


def table(counts: Counter[str]) -> dict[str, float | int]:
    """The measures of the summed counts."""
    injected = sum(counts[f"{kind} injected"] for kind in KINDS)
    found = sum(counts[f"{kind} found"] for kind in KINDS)
    by_kind = {f"{k} found": f"{counts[f'{k} found']} of {counts[f'{k} injected']}" for k in KINDS}
    rate = round(counts["flagged"] / max(1, counts["untouched"]), 4)
    return {
        "slips injected": injected,
        "found": round(found / max(1, injected), 4),
        **by_kind,
        "untouched flagged": rate,
    }  # type: ignore[dict-item]


def stories_of(path: Path | None, number: int) -> list[list[Document]]:
    """So many stories of a file of rows with a `story`, or made up where no file is named."""
    if path is None:
        return [documents(generate_story(seed).rows) for seed in range(1, number + 1)]
    found: dict[str, list[Document]] = defaultdict(list)
    for row in read_rows(path):
        found[str(row["story"])] += documents([row])
    return [found[name] for name in sorted(found)[:number]]


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description="slips injected into copies of reports")
    parser.add_argument("--data", type=Path, help="rows with a story, as JSON Lines, which may be compressed")
    parser.add_argument("--stories", type=int, default=40)
    given = parser.parse_args()
    for name, value in table(score(stories_of(given.data, given.stories))).items():
        print(f"{value!s:>12}  {name}")


if __name__ == "__main__":
    main()
