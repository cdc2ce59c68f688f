"""Cases written by hand: each is right or wrong as a whole, and the parts are counted beside it.

A scorer gives measures and, for every case that is wrong, the first thing that is wrong with it.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks.cases import NOTHING
from benchmarks.scorers.counts import ratio, score
from benchmarks.scorers.dates import overlap
from benchmarks.scorers.figures import near, relation_of
from benchmarks.scorers.pairs import SAME, score_quotations, score_sentences
from benchmarks.scorers.reuse import DERIVED
from benchmarks.scorers.statements import HALF, same_speaker
from benchmarks.scorers.words import Words

Row = Mapping[str, Any]
ARTICLES = ("a", "an")  # "a man was killed" may be told as a count of one: no case says so, and none forbids it
CLOSE = 0.8  # overlap of contents, as words, from which a reader would call them the same


class Outcome(NamedTuple):
    """Measures over all cases, and what is wrong with each case that is not right."""

    measures: dict[str, float]
    wrong: dict[str, str]


class Tally:
    """Counts over cases; `part` counts how often a judged column was right."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: dict[str, str] = {}

    def part(self, case: str, name: str, right: bool, detail: str) -> None:
        """Count one judgement; the first wrong one is what is wrong with the case."""
        self.counts[name] += 1
        self.counts[f"{name} right"] += right
        if not right:
            self.wrong.setdefault(case, f"{name}: {detail}")

    def outcome(self, cases: int, parts: Sequence[str], **more: float) -> Outcome:
        """The measures: cases right, those given, then each part that was judged at all."""
        judged = {
            f"{name} right": ratio(self.counts[f"{name} right"], self.counts[name])
            for name in parts
            if self.counts[name]
        }
        whole = {"cases right": ratio(cases - len(self.wrong), cases), "cases": cases}
        named = {name.replace("_", " "): value for name, value in more.items()}
        return Outcome({**whole, **named, **judged}, dict(sorted(self.wrong.items())))


def paired(gold: Sequence[Row], told: Sequence[Row], likeness: Callable[[Row, Row], float]) -> dict[int, int]:
    """Gold to told, one to one, the most alike first; what is not alike at all stays alone."""
    pairs = sorted(
        (-value, i, j)
        for i, true in enumerate(gold)
        for j, one in enumerate(told)
        if (value := likeness(true, one)) > 0
    )
    found: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _f1(tally: Tally, name: str) -> float:
    return score(tally.counts[name], tally.counts["told"], tally.counts["true"]).f1


def _each(
    cases: Sequence[Row],
    told: Mapping[str, Row],
    table: str,
    likeness: Callable[[Words, Row, Row], float],
    tally: Tally,
) -> Any:
    """Case, gold row and its told partner; misses and false alarms are counted on the way."""
    for case in cases:
        words = Words(case["text"])
        given = [one for one in told.get(case["id"], {}).get(table, []) if one.get("text", "").lower() not in ARTICLES]
        pairs = paired(case["gold"], given, lambda true, one, words=words: likeness(words, true, one))  # type: ignore[misc]
        tally.counts.update({"true": len(case["gold"]), "told": len(given)})
        for number, one in enumerate(given):
            if number not in pairs.values():
                tally.wrong.setdefault(case["id"], f"told too much: {_words(case['text'], one)}")
        for number, true in enumerate(case["gold"]):
            if number in pairs:
                yield case, words, true, given[pairs[number]]
            else:
                tally.wrong.setdefault(case["id"], f"missed: {_words(case['text'], true)}")


def _words(text: str, one: Row) -> str:
    spans = one.get("spans") or one.get("content") or [one["span"]]
    return " | ".join(text[start:end] for start, end in spans)


# --- statements -------------------------------------------------------------------------------------------------------


def score_statement_cases(cases: Sequence[Row], told: Mapping[str, Row]) -> Outcome:
    """Contents by their words; the speaker by the words that show it, its full name, and the relays where given."""
    tally = Tally()
    for case, words, true, one in _each(cases, told, "statements", _likeness, tally):
        name, speaker = case["id"], one.get("speaker") or {}
        alike = _likeness(words, true, one)
        tally.counts["found"] += alike >= HALF
        tally.counts["exact"] += alike == 1
        tally.part(name, "content", alike >= CLOSE, _words(case["text"], one))
        if true["kind"]:
            tally.part(name, "kind", one.get("kind") == true["kind"], str(one.get("kind")))
        spans = [speaker["span"]] if speaker.get("span") else []
        shown = words.of(spans)
        wanted = words.of([true["speaker_span"]] if true["speaker_span"] else [])
        if true["speaker"]:
            tally.part(
                name, "speaker", same_speaker(words, shown, wanted), case["text"][slice(*spans[0])] if spans else "none"
            )
        if true["name"]:
            tally.part(
                name, "name", plain_name(speaker.get("name")) == plain_name(true["name"]), str(speaker.get("name"))
            )
        if true["via"]:
            chain = [plain_name(step["name"]) for step in one.get("via") or []] or [NOTHING]
            tally.part(name, "relay", chain == [plain_name(step) for step in true["via"].split("; ")], "; ".join(chain))
    parts = ("content", "kind", "speaker", "name", "relay")
    return tally.outcome(len(cases), parts, found_F1=_f1(tally, "found"), exact_F1=_f1(tally, "exact"))


def _likeness(words: Words, true: Row, one: Row) -> float:
    a, b = words.of(true["spans"]), words.of(one["content"])
    return ratio(len(a & b), len(a | b))


def plain_name(name: str | None) -> str:
    """A name without an article or a form of address before it."""
    return re.sub(r"^(?:(?:the|mr|mrs|ms|dr)\b\.?\s+)+", "", name or NOTHING, flags=re.IGNORECASE)


# --- figures and dates ------------------------------------------------------------------------------------------------


def score_figure_cases(cases: Sequence[Row], told: Mapping[str, Row]) -> Outcome:
    """Values first, then whatever columns a case gives: bound, kind, unit, what is counted, what happened, and more."""
    tally = Tally()
    for case, _, true, one in _each(cases, told, "figures", _touching, tally):
        right = all(near(one.get(key), float(true[key])) for key in ("point", "low", "high") if true[key])
        tally.part(case["id"], "value", right, f"{one.get('point')} ({one.get('low')} to {one.get('high')})")
        tally.counts["right value"] += right
        given = {
            "bound": one.get("bound"), "kind": one.get("kind"), "unit": one.get("unit"), "modality": one.get("modality"),
            "counted": (one.get("counted") or {}).get("head"), "event": (one.get("event") or {}).get("class"),
            "relation": relation_of(one), "per": one.get("per"),
        }  # fmt: skip
        for column, value in given.items():
            if wanted := true[column]:
                tally.part(case["id"], column, (value or NOTHING).lower() == wanted.lower(), str(value))
    parts = ("value", "bound", "kind", "unit", "counted", "event", "modality", "relation", "per")
    return tally.outcome(len(cases), parts, value_F1=_f1(tally, "right value"))


def score_date_cases(cases: Sequence[Row], told: Mapping[str, Row]) -> Outcome:
    """Dates by the days they mean."""
    tally = Tally()
    for case, _, true, one in _each(cases, told, "dates", _touching, tally):
        days = tuple((one.get(end) or NOTHING)[:10] for end in ("start", "end"))
        right = days == (true["start"], true["end"])
        tally.part(case["id"], "days", right, " to ".join(days))
        tally.counts["right days"] += right
        tally.counts["same span"] += tuple(one["span"]) == tuple(true["spans"][0])
    return tally.outcome(len(cases), ("days",), days_F1=_f1(tally, "right days"), span_F1=_f1(tally, "same span"))


def _touching(_: Words, true: Row, one: Row) -> float:
    start, end = true["spans"][0]
    a, b = one["span"]
    return (
        (min(end, b) - max(start, a)) / (max(end, b) - min(start, a)) if overlap(true["spans"][0], one["span"]) else 0
    )


# --- pairs ------------------------------------------------------------------------------------------------------------


def score_reuse_cases(pairs: Sequence[Row], told: Sequence[Row]) -> Outcome:
    """The kind of each pair (`copy/excerpt` where either will do), and its parent by name where the case gives one."""
    tally = Tally()
    found = {(pair["a"], pair["b"]): pair for pair in told}
    for pair in pairs:
        a, b = sorted((pair["a"], pair["b"]))
        one = found.get((a, b))
        kind = one["kind"] if one else "none"
        fits = pair["kind"].split("/")
        tally.part(pair["case"], "kind", kind in fits, kind)
        tally.counts.update({"true": fits[0] in DERIVED, "told": kind in DERIVED})
        tally.counts["derived"] += fits[0] in DERIVED and kind in DERIVED
        if one and pair["parent"]:
            parent = {"a": a, "b": b}.get(one.get("parent") or "", NOTHING)
            tally.part(pair["case"], "parent", parent == pair["parent"], parent)
    return tally.outcome(len(pairs), ("kind", "parent"), derived_F1=_f1(tally, "derived"))


def score_sentence_cases(pairs: Sequence[Row], scores: Mapping[str, float]) -> Outcome:
    """The measures of public pairs, and how many of either kind are told rightly: here look-alikes are half of all."""
    tally = Tally()
    for pair in pairs:
        score, same = scores.get(pair["id"], 0.0), bool(pair["gold"]["same"])
        name = "same found" if same else "others kept apart"
        tally.part(pair["id"], name, (score >= SAME) == same, f"told at {score:.2f}")
    either = {
        name: ratio(tally.counts[f"{name} right"], tally.counts[name]) for name in ("same found", "others kept apart")
    }
    return Outcome(score_sentences(pairs, scores) | either, tally.wrong)


def score_quotation_cases(pairs: Sequence[Row], labels: Mapping[str, str]) -> Outcome:
    """The measures of public pairs, and what each wrong pair was called."""
    told = {pair["id"]: labels.get(pair["id"], "missing") for pair in pairs}
    wrong = {pair["id"]: f"told as {told[pair['id']]}" for pair in pairs if told[pair["id"]] != pair["gold"]["class"]}
    return Outcome(score_quotations(pairs, labels), wrong)


def score_claim_cases(stories: Sequence[Row], ledgers: Mapping[str, Row]) -> Outcome:
    """Whether two pieces of words are told as one claim, and under which verdict (`agree/compatible`: either will do)."""
    tally = Tally()
    for story in stories:
        verdict = _verdict(story["kind"], story["spans"], ledgers[story["case"]])
        apart = story["verdict"] == "apart"
        tally.part(story["case"], "apart" if apart else "together", (verdict == "apart") == apart, verdict)
        if not apart and verdict != "apart":
            tally.part(story["case"], "verdict", verdict in story["verdict"].split("/"), verdict)
        if story["verdict"] != "conflict":
            tally.part(story["case"], "no false conflict", verdict != "conflict", verdict)
    return tally.outcome(len(stories), ("together", "apart", "verdict", "no false conflict"))


def _verdict(kind: str, spans: Mapping[str, Sequence[int]], ledger: Row) -> str:
    for claim in (one for one in ledger["claims"] if one["kind"] == kind):
        held = {
            member["document"]
            for member in claim["members"]
            if any(overlap(span, spans[member["document"]]) for span in member["spans"])
        }
        if held == {"a", "b"}:
            return str(claim["verdict"])
    return "apart"
