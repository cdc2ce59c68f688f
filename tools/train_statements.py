"""Train the choice of where a content ends, and write src/twosource/words/boundaries.json.

    python tools/train_statements.py [--gum statements_gum.jsonl.gz] [--folds 5] [--output FILE]

Examples come from two places: tools/statement_sentences.txt, written for this project, and the attributions of GUM
(Zeldes 2017; annotation CC BY 4.0, texts CC BY), one JSON object a line with `text` and `gold.statements`, each with
`content` spans. For every report with its content to the right of the cue, the candidate end that the annotators chose
is ranked above the others by a log-linear model with a Gaussian prior, trained by gradient descent in a fixed order.
With --folds the accuracy on documents left out is printed, and nothing is written.
"""

import argparse
import gzip
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from twosource.extraction.reports.boundaries import end_candidates, end_features
from twosource.extraction.reports.contents import trimmed
from twosource.extraction.reports.find import find_sites
from twosource.extraction.sentences.skeleton import skeleton
from twosource.text.quotes import find_quotes

HERE = Path(__file__).parent
PRIOR = 2.0  # strength of the pull of each weight to where it began; .01 to .3 give the same accuracy within two points
ROUNDS = 60
RATE = 0.2
# Written sentences show what can end a content more often than news does: in GUM 85 of 100 contents run to the end of
# their sentence, in them 42. Those that do count this many times over.
WEIGHT_OF_FINAL = 2.0
LEAST_COUNT = 2  # examples a feature must occur in
LEAST_WEIGHT = 0.05


# Where the weights begin: what grammar says before any example was seen. Examples move them as far as they must.
BEGINNING = {
    "end": 2.0,
    "end over site": -1.0,
    "over participle": -2.5,
    "mark bare": -2.0,
    "mark dash": -0.5,
    "mark ;": 1.0,
    "mark (": -3.0,
    ", CUEING": 3.0,
    ", according": 4.0,
    "bare according": 6.0,
    "site verb": 2.5,
    "site and own": 2.0,
    "site but own": 2.0,
    "site bare": -2.5,
    "site and shared": 4.0,
    "site but shared": 4.0,
    "site shared subject": 3.0,
    ", while": 2.2,
    ", which": 0.5,
    ", as": 2.2,
    ", but": 1.8,
    "whole quote ,": 1.0,
    "whole quote bare": -1.0,
    "content without verb": -1.5,
    "and that": -6.0,
}


class Example(NamedTuple):
    """The features of each candidate end and which of them is right; `group` keeps the examples of a document together."""

    candidates: list[list[str]]
    right: int
    group: str
    weight: float = 1.0


def written_examples(path: Path) -> Iterator[Example]:
    """The sentences written for the project."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if not line.strip() or line.startswith("#"):
            continue
        start, end = line.index("[["), line.index("]]") - 2
        text = line.replace("[[", "").replace("]]", "")
        for example in examples(text, [(start, end)], f"sentence {number}"):
            final = example.right == len(example.candidates) - 1
            yield example._replace(weight=WEIGHT_OF_FINAL if final else 1.0)


def gum_examples(path: Path) -> Iterator[Example]:
    """The attributions of GUM; a content of several spans counts by its first, cut at the end of its sentence."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for row in map(json.loads, lines):
            contents = [tuple(given["content"][0]) for given in row["gold"]["statements"]]
            yield from examples(row["text"], contents, row["id"])


def examples(text: str, contents: list[tuple[int, int]], group: str) -> Iterator[Example]:
    """One example for each report whose content begins where one of `contents` does."""
    quotes = [quote for quote in find_quotes(text) if quote.depth == 0]
    by_start = {_word_at(text, start): _word_before(text, end) for start, end in contents}
    for s in skeleton(text, quotes):
        sites = find_sites(s)
        for number, site in enumerate(sites):
            if site.right is None:
                continue
            end = by_start.get(_word_at(text, s.starts[site.right]))
            if end is None:
                continue
            stops = list(end_candidates(s, site.right))
            ends = [_word_before(text, trimmed(s, site.right, stop).end) for stop in stops]
            end = min(end, ends[-1])
            if len(stops) > 1 and end in ends:
                features = [end_features(s, site, site.right, stop, sites[number + 1 :]) for stop in stops]
                yield Example(features, ends.index(end), group)


def _word_at(text: str, offset: int) -> int:
    found = re.compile(r"\w").search(text, offset)
    return found.start() if found else offset


def _word_before(text: str, offset: int) -> int:
    while offset and not text[offset - 1].isalnum():
        offset -= 1
    return offset


def train(given: list[Example]) -> dict[str, float]:
    """The weights that make the right ends likeliest."""
    counts: dict[str, int] = {}
    for example in given:
        for name in {name for candidate in example.candidates for name in candidate}:
            counts[name] = counts.get(name, 0) + 1
    names = sorted({name for name in counts if counts[name] >= LEAST_COUNT} | set(BEGINNING))
    weights = {name: BEGINNING.get(name, 0.0) for name in names}
    for turn in range(ROUNDS):
        rate = RATE / (1 + turn / 10)
        for example in given:
            shares = _shares(weights, example)
            for number, candidate in enumerate(example.candidates):
                step = rate * example.weight * ((number == example.right) - shares[number])
                for name in candidate:
                    if name in weights:
                        weights[name] += step
        for name in weights:
            weights[name] += rate * PRIOR * (BEGINNING.get(name, 0.0) - weights[name])
    return {name: round(value, 2) for name, value in weights.items() if abs(value) >= LEAST_WEIGHT}


def _shares(weights: dict[str, float], example: Example) -> list[float]:
    scores = [sum(weights.get(name, 0.0) for name in candidate) for candidate in example.candidates]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]


def accuracy(weights: dict[str, float], given: list[Example]) -> float:
    """The share of examples whose right end scores highest."""
    right = 0
    for example in given:
        shares = _shares(weights, example)
        right += shares.index(max(shares)) == example.right
    return right / max(1, len(given))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--output", type=Path, default=HERE.parent / "src/twosource/words/boundaries.json")
    options = parser.parse_args()
    given = list(written_examples(HERE / "statement_sentences.txt"))
    if options.gum:
        given += gum_examples(options.gum)
    groups = sorted({example.group for example in given})
    if options.folds:
        for name, part in (("sentences", "sentence "), ("GUM", "")):
            right = total = 0.0
            for fold in range(options.folds):
                held = {group for number, group in enumerate(groups) if number % options.folds == fold}
                weights = train([example for example in given if example.group not in held])
                test = [
                    example
                    for example in given
                    if example.group in held and example.group.startswith("sentence ") == bool(part)
                ]
                right += accuracy(weights, test) * len(test)
                total += len(test)
            last = sum(
                example.right == len(example.candidates) - 1
                for example in given
                if example.group.startswith("sentence ") == bool(part)
            )
            print(
                f"{name}: {right / max(1, total):.3f} of {total:.0f} ends right, {last / max(1, total):.3f} at the end of the sentence"
            )
        return
    weights = train(given)
    note = "Trained by tools/train_statements.py on sentences of this project and on GUM (CC BY)."
    table = {"note": note, "examples": len(given), "weights": weights}
    options.output.write_text(json.dumps(table, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(given)} examples, {len(weights)} weights, {accuracy(weights, given):.3f} right in training")


if __name__ == "__main__":
    main()
