"""Figures: values, units and bounds against annotated quantities, and counts of people against tolls.

quantities   values one to one (to a thousandth), then with unit, then with bound; annotation has no spans
victims      (killed or injured, number) of a document, numbers of two and more
tolls        the surest killed and injured count of a report against the final state of its incident
displaced    recall of a stated value, of its family of events, of whom it counts
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from benchmarks.scorers.counts import ratio, score
from benchmarks.scorers.units import nouns, same_unit

Row = Mapping[str, Any]
Figures = Sequence[Row]

EVENT_NAMES = {
    "killed": "dead died die dies death deaths fatality fatalities murdered slain casualties_killed",
    "injured": "wounded hurt injury injuries hospitalized hospitalised",
    "displaced": "displacement uprooted", "fled": "flee forced_to_flee left_home", "evacuated": "evacuation",
    "relocated": "resettled moved", "sheltered": "sheltering hosted housed in_camp accommodated",
    "homeless": "lost_home", "destroyed": "collapsed razed", "damaged": "uninhabitable",
}  # fmt: skip
EVENT_OF = {other: name for name, others in EVENT_NAMES.items() for other in others.split()}
HARMED = ("killed", "injured")

# Signs of a bound as annotators of quantities wrote them, and the bounds that say the same.
SAME_BOUND = {
    "exact": "=", "range": "=", "vague": "=~", "about": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"
}  # fmt: skip
TRENDS = ("up", "down")  # the format has none, so any bound will do

HOUSING = {"destroyed", "damaged"}
MOVED = {"displaced", "fled", "evacuated", "relocated", "sheltered", "homeless"}
TERMS = {
    "Displaced": {"displaced", "fled"}, "Forced to Flee": {"fled", "displaced"}, "Evacuated": {"evacuated"},
    "Relocated": {"relocated", "evacuated"}, "Sheltered": {"sheltered"}, "In Relief Camp": {"sheltered"},
    "Homeless": {"homeless", "displaced"}, "Destroyed Housing": {"destroyed"},
    "Partially Destroyed Housing": {"damaged", "destroyed"}, "Uninhabitable Housing": {"damaged", "destroyed"},
}  # fmt: skip
HOUSEHOLDS = nouns("household family house home dwelling building hut structure apartment housing shelter unit")


def event_of(figure: Row) -> str | None:
    """What happened to what is counted, in one word."""
    name = ((figure.get("event") or {}).get("class") or "").lower().replace(" ", "_")
    return EVENT_OF.get(name, name) or None


def relation_of(figure: Row) -> str | None:
    """How the figure stands to another one of its document."""
    return (figure.get("relation") or {}).get("kind")


def near(a: float | None, b: float | None) -> bool:
    """Whether two numbers differ by a thousandth at most."""
    return a is not None and b is not None and abs(a - b) <= 1e-8 + 1e-3 * abs(b)


def number_of(figure: Row) -> float | None:
    """One number for a figure: its point, else its lower end, else its upper."""
    return next((figure[key] for key in ("point", "low", "high") if figure.get(key) is not None), None)


def _of(told: Mapping[str, Row], row: Row) -> Figures:
    return told.get(row["id"], {}).get("figures", [])


# --- quantities -------------------------------------------------------------------------------------------------------


def score_quantities(gold: Sequence[Row], told: Mapping[str, Row]) -> dict[str, float]:
    """F1 of values, of values with units, of values with bounds."""
    counts: Counter[str] = Counter()
    for row in gold:
        counts.update(_quantities(row["gold"]["quantities"], _of(told, row), row["text"]))
    measures: dict[str, float] = {}
    for name in ("value", "value and unit", "value and bound"):
        part = score(counts[name], counts["told"], counts["true"])
        measures |= {f"{name}: F1": part.f1, f"{name}: precision": part.precision, f"{name}: recall": part.recall}
    return measures | {"true": counts["true"], "told": counts["told"]}


def _quantities(gold: Figures, told: Figures, text: str) -> Counter[str]:
    counts = Counter({"true": len(gold), "told": len(told)})
    pairs = sorted(
        (not same_unit(true, figure, text), not same_bound(true, figure), i, j)
        for i, true in enumerate(gold)
        for j, figure in enumerate(told)
        if _same_value(true, figure)
    )
    done: set[int] = set()
    used: set[int] = set()
    for other_unit, other_bound, i, j in pairs:
        if i not in done and j not in used:
            done.add(i)
            used.add(j)
            counts.update({"value": 1, "value and unit": not other_unit, "value and bound": not other_bound})
    for i, true in enumerate(gold):
        if i not in done and true["value"] is None and (ends := _movement(true, told, used)):
            used.update(ends)
            figure = told[ends[0]]
            counts["told"] -= 1  # two figures stand for one annotated range
            bound = same_bound(true, figure) or true["change"] == "="
            counts.update({"value": 1, "value and unit": same_unit(true, figure, text), "value and bound": bound})
    return counts


def same_bound(true: Row, figure: Row) -> bool:
    """Whether a figure's bound says what the sign of the annotation says."""
    return true["change"] in TRENDS or true["change"] in SAME_BOUND.get(figure.get("bound", ""), "")


def _same_value(true: Row, figure: Row) -> bool:
    bound, low, high = figure.get("bound"), figure.get("low"), figure.get("high")
    if true["value"] is not None:
        return bound != "range" and near(figure.get("point"), true["value"])
    if bound == "range":
        return near(low, true["low"]) and near(high, true["high"])
    if bound == "vague" and low:
        meets = low <= true["high"] and (high is None or high >= true["low"])
        return meets and 1 / 3 <= low / true["low"] <= 3
    return False


def _movement(true: Row, told: Figures, used: set[int]) -> tuple[int, int] | None:
    """Two figures, the second moved from the first, that are the ends of an annotated range."""

    def is_end(figure: Row) -> bool:
        return any(near(figure.get("point"), true[end]) for end in ("low", "high"))

    for j, figure in enumerate(told):
        if j in used or relation_of(figure) != "moved_from" or not is_end(figure):
            continue
        for k, other in enumerate(told):
            if k not in used and k != j and other.get("id") == figure["relation"].get("figure") and is_end(other):
                return j, k
    return None


# --- victims ----------------------------------------------------------------------------------------------------------


def score_victims(gold: Sequence[Row], told: Mapping[str, Row]) -> dict[str, float]:
    """Recall over victims that had to be told; precision over documents that have some, and so a lower bound."""
    counts: Counter[str] = Counter()
    for row in gold:
        counts.update(_victims(row["gold"]["victims"], _of(told, row)))
    part = score(counts["right"], counts["told"], counts["true"], counts["found"])
    return {
        "F1": part.f1, "precision": part.precision, "recall": part.recall,
        "value alone: recall": ratio(counts["value"], counts["true"]),
        "true": counts["true"], "told": counts["told"], "told elsewhere": counts["told elsewhere"],
    }  # fmt: skip


def _victims(victims: Sequence[Row], figures: Figures) -> Counter[str]:
    harmed = [one for one in victims if one["effect"] in HARMED]
    needed = {(one["effect"], one["low"], one["high"]): one for one in harmed if not one["optional"]}.values()
    told = {
        (event_of(figure), number_of(figure)): figure
        for figure in figures
        if event_of(figure) in HARMED and figure.get("modality") != "negated" and (number_of(figure) or 0) >= 2
    }
    if not needed:
        return Counter({"told elsewhere": len(told)})
    return Counter(
        {
            "true": len(needed),
            "told": len(told),
            "right": sum(any(_is_victim(one, event, figure) for one in harmed) for (event, _), figure in told.items()),
            "found": sum(any(_is_victim(one, event, f) for (event, _), f in told.items()) for one in needed),
            "value": sum(any(_is_victim(one, one["effect"], figure) for figure in figures) for one in needed),
        }
    )


def _is_victim(victim: Row, event: str | None, figure: Row) -> bool:
    if victim["effect"] != event:
        return False
    number = number_of(figure)
    for low, high in [(victim["low"], victim["high"]), *victim.get("or", ())]:
        if low is None or high is None or low == high:
            if near(number, high if low is None else low):
                return True
        elif (near(figure.get("low"), low) and near(figure.get("high"), high)) or low <= (number or 0) <= high:
            return True
    return False


# --- tolls ------------------------------------------------------------------------------------------------------------


def score_tolls(gold: Sequence[Row], told: Mapping[str, Row]) -> dict[str, float]:
    """Exact tolls of reports by the size of the true toll, and the most frequent toll of a story's reports."""
    counts: Counter[tuple[str, str]] = Counter()
    stories: dict[str, list[Row]] = defaultdict(list)
    for row in gold:
        stories[row["story"]].append(row)
        true, said = row["gold"], _toll(_of(told, row))
        total = true["killed"] + true["injured"]
        right = {event: (said[event] or 0) == true[event] for event in HARMED}
        for size in ("all", "3 and more" if total >= 3 else str(total) if total == 2 else "0 and 1"):
            counts[size, "reports"] += 1
            counts[size, "both"] += all(right.values())
            for event in HARMED:
                counts[size, event] += right[event]
                counts[size, f"{event}, where stated"] += said[event] is not None and right[event]
                counts[size, f"{event} stated"] += said[event] is not None
    measures: dict[str, float] = {}
    for size in ("3 and more", "2", "0 and 1", "all"):
        n = counts[size, "reports"]
        for name in (*HARMED, "both"):
            measures[f"{size}: {name} right"] = ratio(counts[size, name], n)
        for event in HARMED:
            measures[f"{size}: {event} right where stated"] = ratio(
                counts[size, f"{event}, where stated"], counts[size, f"{event} stated"]
            )
        measures[f"{size}: reports"] = n
    return measures | _story_tolls(stories.values(), told)


def _story_tolls(stories: Iterable[list[Row]], told: Mapping[str, Row]) -> dict[str, float]:
    asked = [rows for rows in stories if len(rows) > 1 and sum(rows[0]["gold"][event] for event in HARMED) >= 3]
    right = 0
    for rows in asked:
        tolls = [_toll(_of(told, row)) for row in rows]
        votes = Counter(
            tuple(toll[e] or 0 for e in HARMED) for toll in tolls if any(v is not None for v in toll.values())
        )
        right += bool(votes) and votes.most_common(1)[0][0] == tuple(rows[0]["gold"][event] for event in HARMED)
    return {"stories: most frequent toll right": ratio(right, len(asked)), "stories": len(asked)}


def _toll(figures: Figures) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for event in HARMED:
        fits = list(_counts_of(figures, event))
        best = min(fits, key=lambda figure: (-figure.get("confidence", 0), figure["span"][0]), default=None)
        found[event] = number_of(best) if best else None
    return found


def _counts_of(figures: Figures, event: str) -> Iterator[Row]:
    for figure in figures:
        fits = event_of(figure) == event and figure.get("modality", "asserted") == "asserted" and not figure.get("per")
        whole = relation_of(figure) not in ("part_of", "compared_with") and figure.get("kind", "count") == "count"
        if fits and whole and number_of(figure) is not None:
            yield figure


# --- displaced --------------------------------------------------------------------------------------------------------


def score_displaced(gold: Sequence[Row], told: Mapping[str, Row]) -> dict[str, float]:
    """Recall only: the annotation holds one fact of several in an excerpt."""
    counts: Counter[str] = Counter()
    for row in gold:
        for fact in row["gold"]["facts"]:
            counts.update(_fact(fact, _of(told, row)))
    asked = ("value", "value and family", "value and term", "value and whom", "all parts")
    return {f"{name}: recall": ratio(counts[name], counts["facts"]) for name in asked} | {"facts": counts["facts"]}


def _fact(fact: Row, figures: Figures) -> Counter[str]:
    fits = [one for one in figures if any(near(one.get(key), fact["value"]) for key in ("point", "low", "high"))]
    family = HOUSING if "Housing" in fact["term"] else MOVED
    whom = [one for one in fits if one.get("counted") and _is_housing(one) == (fact["unit"] == "Households")]
    in_family = [one for one in fits if event_of(one) in family]
    return Counter(
        {
            "facts": 1,
            "value": bool(fits),
            "value and family": bool(in_family),
            "value and term": any(event_of(one) in TERMS[fact["term"]] for one in fits),
            "value and whom": bool(whom),
            "all parts": any(one in in_family for one in whom),
        }
    )


def _is_housing(figure: Row) -> bool:
    counted = figure["counted"]
    return bool(nouns(f"{counted.get('head') or ''} {counted.get('class') or ''}") & HOUSEHOLDS)
