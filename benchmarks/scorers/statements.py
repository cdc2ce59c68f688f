"""Who said what: how far told statements agree with annotated ones.

Told and true statements are paired one to one, the best overlap of content words first.

exact     the same words of content
soft      share of the content that overlaps
found     contents overlap by half or more of their union
right     found, and the speaker's span shares a word that means something (or neither has one): the headline
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks.scorers.counts import ratio, score
from benchmarks.scorers.words import Words

KINDS = ("all", "direct", "mixed", "indirect")
# A speaker's span is judged by its other words.
LITTLE_WORDS = {"the", "a", "an", "mr", "mrs", "ms", "of", "and", "in", "for", "to"}
HALF = 0.5
Row = Mapping[str, Any]


class Said(NamedTuple):
    """One statement as sets of word numbers, and the words of its speaker's full name."""

    content: frozenset[int]
    cue: frozenset[int]
    speaker: frozenset[int]
    name: frozenset[str]
    counts: bool = True


class Match(NamedTuple):
    """The partner of a statement and the overlap of their contents."""

    partner: int
    overlap: float


def score_statements(
    gold: Sequence[Row], told: Mapping[str, Row], *, all_attributions: bool = False
) -> dict[str, float]:
    """Measures over documents; by default only statements whose cue reports are asked for."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for row in gold:
        counts.update(_document(row, told.get(row["id"], {}), all_attributions))
    measures = {}
    for kind in KINDS:
        true, given = counts["n", "true", kind], counts["n", "told", kind]
        if not true:
            continue
        for name in ("right", "found", "exact", "soft"):
            part = score(counts[name, "told", kind], given, true, counts[name, "true", kind])
            measures[f"{kind}: {name} F1"] = part.f1
            if name == "right":
                measures |= {f"{kind}: {name} precision": part.precision, f"{kind}: {name} recall": part.recall}
        measures[f"{kind}: true"], measures[f"{kind}: told"] = true, given
    for what in ("named", "described"):
        if known := counts[f"{what} known", "true", "all"]:
            measures[f"speakers {what}: known"] = known
            measures[f"speakers {what}: right"] = ratio(counts[f"{what} right", "true", "all"], known)
    return measures


def _document(row: Row, found: Row, every: bool) -> Counter[tuple[str, str, str]]:
    words = Words(row["text"])
    true = [one for one in (_true(given, words, every) for given in row["gold"]["statements"]) if one.content]
    told = [one for one in (_told(given, words) for given in found.get("statements", [])) if one.content]
    of_told, of_true = _paired(told, true)
    counts: Counter[tuple[str, str, str]] = Counter()
    for number, one in enumerate(told):
        match = of_told.get(number)
        if match is None and any(one.content & other.content and not other.counts for other in true):
            continue  # it lies on an attribution that is not asked for
        if match is None or true[match.partner].counts:
            _add(counts, "told", words, one, match, true)
    for number, one in enumerate(true):
        if one.counts:
            _add(counts, "true", words, one, of_true.get(number), told)
    return counts


def _add(
    counts: Counter[tuple[str, str, str]], side: str, words: Words, one: Said, match: Match | None, others: list[Said]
) -> None:
    for kind in ("all", words.kind(one.content)):
        counts["n", side, kind] += 1
        if match is None:
            continue
        other = others[match.partner]
        counts["exact", side, kind] += one.content == other.content
        counts["soft", side, kind] += len(one.content & other.content) / len(one.content)  # type: ignore[assignment]
        if match.overlap < HALF:
            continue
        counts["found", side, kind] += 1
        counts["right", side, kind] += same_speaker(words, one.speaker, other.speaker)
        if side == "true" and one.name and kind == "all":
            what = "named" if words.forms(one.speaker) & one.name else "described"
            counts[f"{what} known", side, kind] += 1
            counts[f"{what} right", side, kind] += bool(one.name & other.name)


def same_speaker(words: Words, a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether two spans show the same speaker: they share a word that means something, or both are empty."""
    if not a or not b:
        return a == b
    forms_a, forms_b = words.forms(a) - LITTLE_WORDS, words.forms(b) - LITTLE_WORDS
    return bool(a & b) and (not forms_a or not forms_b or bool(forms_a & forms_b))


def _paired(told: list[Said], true: list[Said]) -> tuple[dict[int, Match], dict[int, Match]]:
    pairs = []
    for i, one in enumerate(told):
        for j, other in enumerate(true):
            if common := len(one.content & other.content):
                overlap = common / len(one.content | other.content)
                pairs.append((-overlap, -len(one.cue & other.cue), i, j))
    of_told: dict[int, Match] = {}
    of_true: dict[int, Match] = {}
    for overlap, _, i, j in sorted(pairs):
        if i not in of_told and j not in of_true:
            of_told[i], of_true[j] = Match(j, -overlap), Match(i, -overlap)
    return of_told, of_true


def _true(given: Row, words: Words, every: bool) -> Said:
    speaker = given.get("speaker_spans") or _one(given["speaker_span"])
    known = given.get("speaker") or {}
    name = _name_words(known.get("name")) | _name_words((known.get("wikipedia") or "").partition("(")[0])
    return Said(
        words.of(given["content"]), words.of(_one(given["cue"])), words.of(speaker), name, every or given["report"]
    )


def _told(given: Row, words: Words) -> Said:
    speaker = given.get("speaker") or {}
    return Said(
        words.of(given["content"]),
        words.of(_one(given.get("cue"))),
        words.of(_one(speaker.get("span"))),
        _name_words(speaker.get("name")),
    )


def _one(span: Sequence[int] | None) -> Iterable[Sequence[int]]:
    return [span] if span else []


def _name_words(name: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w\w+", (name or "").replace("_", " ").lower())) - LITTLE_WORDS
