"""Pairs of sentences and of quotations, and documents grouped into stories."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from benchmarks.scorers.counts import ratio

Row = Mapping[str, Any]
CLASSES = ("identical", "spelling", "trimmed", "reworded", "material", "different")
SAME = 0.5  # one threshold for every set of pairs, the program's own; each system's scores are read with it


# --- sentences --------------------------------------------------------------------------------------------------------


def score_sentences(pairs: Sequence[Row], scores: Mapping[str, float], *, threshold: float = SAME) -> dict[str, float]:
    """Accuracy, F1 and area under the curve of each set of pairs; correlation where people gave degrees."""
    sets: dict[str, list[Row]] = defaultdict(list)
    for pair in pairs:
        sets[pair["set"]].append(pair)
    measures: dict[str, float] = {}
    for name, rows in sorted(sets.items()):
        told = [scores.get(row["id"], 0.0) for row in rows]
        if "score" in rows[0]["gold"]:
            measures[f"{name}: correlation"] = correlation(told, [row["gold"]["score"] for row in rows])
            continue
        same = [bool(row["gold"]["same"]) for row in rows]
        yes = [one >= threshold for one in told]
        both = sum(a and b for a, b in zip(yes, same, strict=True))
        measures[f"{name}: accuracy"] = ratio(sum(a == b for a, b in zip(yes, same, strict=True)), len(same))
        measures[f"{name}: F1"] = ratio(2 * both, sum(yes) + sum(same))
        measures[f"{name}: AUC"] = area(told, same)
    return measures


def area(scores: Sequence[float], same: Sequence[bool]) -> float:
    """The probability that a pair that is the same scores above one that is not, ties counted half."""
    ranks, below = 0.0, 0
    for _, tied in groupby(sorted(zip(scores, same, strict=True)), key=lambda item: item[0]):
        answers = [answer for _, answer in tied]
        ranks += sum(answers) * (below + (len(answers) + 1) / 2)
        below += len(answers)
    positive = sum(same)
    return ratio(ranks - positive * (positive + 1) / 2, positive * (len(same) - positive))


def correlation(a: Sequence[float], b: Sequence[float]) -> float:
    """Pearson's r."""
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    shared = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    return ratio(shared, math.sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b)))


# --- quotations -------------------------------------------------------------------------------------------------------


def score_quotations(pairs: Sequence[Row], labels: Mapping[str, str]) -> dict[str, float]:
    """Macro F1 of the classes; material edits found, and how often something harmless is called one."""
    both = [(pair["gold"]["class"], labels.get(pair["id"], "missing")) for pair in pairs]
    true, told = Counter(a for a, _ in both), Counter(b for _, b in both)
    right = Counter(a for a, b in both if a == b)
    f1 = {name: ratio(2 * right[name], true[name] + told[name]) for name in CLASSES if true[name]}
    harmless = [b for a, b in both if a != "material"]
    kept = [b not in ("different", "missing") for a, b in both if a != "different"]
    return {
        "macro F1": ratio(sum(f1.values()), len(f1)),
        "accuracy": ratio(sum(right.values()), len(both)),
        "material edits found": ratio(right["material"], true["material"]),
        "false material alarms": ratio(harmless.count("material"), len(harmless)),
        "same utterance kept together": ratio(sum(kept), len(kept)),
        "other utterances kept apart": ratio(right["different"], true["different"]),
        **{f"{name}: F1": value for name, value in f1.items()},
        "pairs": len(both),
    }


# --- stories ----------------------------------------------------------------------------------------------------------


def score_stories(documents: Sequence[Row], stories: Sequence[Row]) -> dict[str, float]:
    """B-cubed, V-measure and adjusted Rand index; a document in several stories counts for the first, one in none alone."""
    first: dict[str, str] = {}
    for number, story in enumerate(stories):
        for name in story["documents"]:
            first.setdefault(name, f"story {number}")
    true = {row["id"]: row["story"] for row in documents if row.get("story")}
    told = {name: first.get(name, f"alone {name}") for name in true}
    n = len(true)
    cells = Counter((true[name], told[name]) for name in true)
    of_true, of_told = Counter(true.values()), Counter(told.values())
    precision = sum(k * k / of_told[b] for (_, b), k in cells.items()) / n
    recall = sum(k * k / of_true[a] for (a, _), k in cells.items()) / n
    mutual = sum(k / n * math.log(k * n / (of_true[a] * of_told[b])) for (a, b), k in cells.items())
    homogeneity = mutual / _entropy(of_true) if _entropy(of_true) else 1.0
    completeness = mutual / _entropy(of_told) if _entropy(of_told) else 1.0
    return {
        "B-cubed F1": ratio(2 * precision * recall, precision + recall),
        "B-cubed precision": precision,
        "B-cubed recall": recall,
        "V-measure": ratio(2 * homogeneity * completeness, homogeneity + completeness),
        "adjusted Rand index": _rand(cells, of_true, of_told),
        "true stories": len(of_true),
        "told stories": len(of_told),
    }


def _entropy(counts: Counter[str]) -> float:
    n = counts.total()
    return -sum(k / n * math.log(k / n) for k in counts.values())


def _rand(cells: Counter[tuple[str, str]], of_true: Counter[str], of_told: Counter[str]) -> float:
    def pairs(counts: Counter[Any]) -> int:
        return sum(math.comb(k, 2) for k in counts.values())

    expected = pairs(of_true) * pairs(of_told) / math.comb(of_true.total(), 2)
    most = (pairs(of_true) + pairs(of_told)) / 2
    return ratio(pairs(cells) - expected, most - expected) if most != expected else 1.0
