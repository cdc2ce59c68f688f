"""Hold the shipped cases to their floors: `python -m benchmarks.gate`.

    python -m benchmarks.gate                       exit status 1 where a measure is below its floor, or cases were changed
    python -m benchmarks.gate --raise               lift the floors to what is measured, never lower one
    python -m benchmarks.gate --pin                 the same for cases that were changed or are new
    python -m benchmarks.gate --lower cases/figures "value F1" 0.95 --because "what was gained by it"
    python -m benchmarks.gate --freeze              write what is wrong now as the reference run

Floors stand in `floors.toml`, with the highest place where each ever stood: one that stands lower needs its reason there.
"""

import argparse
import json
import math
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import cases, machine, run
from benchmarks.tasks import CASES, TASKS

FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.toml"
FROZEN = cases.FOLDER / "frozen"
GENERATED = ("lineage", "origins", "end to end", "reading")
MADE_UP_STORIES = 10  # enough to see a fall by, and done in seconds
SLACK = 0.03  # a floor stands this far below what was measured: a handful of cases may turn, a rule may not break
# Measures of what should not happen; all others should be high.
FEWER_IS_BETTER = {
    "false material alarms", "flagged on untouched figures", "furniture kept", "lines of reporting, mean absolute error",
    "origins, mean width", "own text called derivation",
}  # fmt: skip
Measures = dict[str, float]


def measured() -> Iterator[dict[str, Any]]:
    """The results on all that is shipped, without peers."""
    for task in TASKS:
        if task.data.startswith(CASES) and (found := run.rows_of(task, None)):
            yield from run.measure(task, *found, peers=False)
    for skill in GENERATED:
        yield from run.GENERATED[skill](skill, stories=MADE_UP_STORIES, only_ours=True)


def name_of(result: Mapping[str, Any]) -> str:
    """How a result is called in the file of floors."""
    return result["data"] if result["data"].startswith(CASES) else result["skill"]


def held(result: Mapping[str, Any]) -> Measures:
    """The measures of a result that have a floor: those of its headline."""
    return {name: result["measures"][name] for name in result["headline"] if name in result["measures"]}


def floor_of(name: str, value: float) -> float:
    """Where the floor of a measure stands that has just been measured."""
    if name in FEWER_IS_BETTER:
        return math.ceil((value + SLACK) * 1000) / 1000
    return max(0.0, math.floor((value - SLACK) * 1000) / 1000)


def below(name: str, value: float, floor: float) -> bool:
    """Whether a value is on the wrong side of its floor."""
    return value > floor if name in FEWER_IS_BETTER else value < floor


class Floors:
    """The file of floors: for each task a digest of its cases, its floors, and the best place of each floor."""

    def __init__(self, path: Path = FLOORS) -> None:
        self.path = path
        written: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        self.tasks: dict[str, dict[str, Any]] = written.get("task", {})
        self.lowered: list[dict[str, Any]] = written.get("lowered", [])

    def problems(self, results: Sequence[Mapping[str, Any]]) -> Iterator[str]:
        """A line for each measure below its floor, for changed cases, and for floors lowered without a reason."""
        yield from self._unreasoned()
        for result in results:
            name = name_of(result)
            if name not in self.tasks:
                yield f"{name} has no floors; set them with --pin"
                continue
            task, digest = self.tasks[name], result["digest"]
            if digest != task["digest"]:
                yield f"{name}: the cases are others ({digest}, pinned {task['digest']}); pin them with --pin"
            for measure, floor in task["floor"].items():
                value = result["measures"].get(measure, 0.0)
                if below(measure, value, floor):
                    yield f"{name}: {measure} is {value:.3f}, its floor {floor:.3f}"

    def _unreasoned(self) -> Iterator[str]:
        told = {(one["task"], one["measure"], one["to"]) for one in self.lowered if one.get("because", "").strip()}
        for name, task in self.tasks.items():
            for measure, floor in task["floor"].items():
                best = task["best"].get(measure, floor)
                if below(measure, floor, best) and (name, measure, floor) not in told:
                    yield f"{name}: the floor of {measure} was lowered from {best} to {floor} without a reason"

    def lift(self, results: Sequence[Mapping[str, Any]], *, pin: bool) -> None:
        """Raise floors to what is measured; with `pin` those of changed and of new cases are set anew."""
        for result in results:
            name, digest = name_of(result), result["digest"]
            task = self.tasks.get(name)
            if task is None or task["digest"] != digest:
                if pin:
                    floors = {measure: floor_of(measure, value) for measure, value in held(result).items()}
                    self.tasks[name] = {"digest": digest, "floor": floors, "best": dict(floors)}
                continue
            for measure, value in held(result).items():
                floor = floor_of(measure, value)
                if below(measure, task["floor"].get(measure, floor), floor) or measure not in task["floor"]:
                    task["floor"][measure] = floor
                if below(measure, task["best"].get(measure, floor), floor) or measure not in task["best"]:
                    task["best"][measure] = floor

    def lower(self, name: str, measure: str, value: float, because: str) -> None:
        """Lower one floor, with its reason."""
        if not because.strip():
            raise ValueError("a lower floor needs its reason; give it with --because")
        floors = self.tasks[name]["floor"]
        change = {"task": name, "measure": measure, "from": floors[measure], "to": value, "because": because}
        self.lowered.append(change)
        floors[measure] = value

    def write(self) -> None:
        """Write the file anew."""
        lines = [
            "# Floors of the shipped cases, written by `python -m benchmarks.gate`; `best` is where each stood highest."
        ]
        for name, task in sorted(self.tasks.items()):
            lines += ["", f"[task.{json.dumps(name)}]", f"digest = {json.dumps(task['digest'])}"]
            lines += [f"{table} = {{ {_inline(task[table])} }}" for table in ("floor", "best")]
        for change in self.lowered:
            lines += ["", "[[lowered]]", *(f"{key} = {json.dumps(value)}" for key, value in change.items())]
        self.path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _inline(table: Measures) -> str:
    return ", ".join(f"{json.dumps(name)} = {value}" for name, value in sorted(table.items()))


def freeze(results: Sequence[Mapping[str, Any]]) -> None:
    """Write what is wrong with each case now."""
    FROZEN.mkdir(exist_ok=True)
    for result in results:
        if "wrong" in result:
            about = {"commit": machine.commit(), "digest": result["digest"], "measures": result["measures"]}
            path = FROZEN / f"{result['data'].removeprefix(CASES)}.json"
            path.write_text(
                json.dumps({**about, "wrong": result["wrong"]}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
            )


def turned(results: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A line for every file of cases of which some have turned since the reference run."""
    for result in results:
        path = FROZEN / f"{result['data'].removeprefix(CASES)}.json"
        if "wrong" in result and path.exists():
            before = json.loads(path.read_text(encoding="utf-8"))["wrong"]
            worse = {case: what for case, what in result["wrong"].items() if case not in before}
            better = sorted(set(before) - set(result["wrong"]))
            if better or worse:
                yield f"{result['data']}: right since the reference run: {', '.join(better) or 'none'}"
                yield from (f"    wrong since then: {case}: {what}" for case, what in worse.items())


def main() -> int:
    """Measure, compare, and change the floors as asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to what is measured")
    parser.add_argument("--pin", action="store_true", help="set the floors of changed and of new cases")
    parser.add_argument("--lower", nargs=3, metavar=("TASK", "MEASURE", "VALUE"))
    parser.add_argument("--because", default="", metavar="REASON", help="why a floor is lowered")
    parser.add_argument("--freeze", action="store_true", help="write the reference run")
    given = parser.parse_args()
    floors = Floors()
    if given.lower:
        name, measure, value = given.lower
        try:
            floors.lower(name, measure, float(value), given.because)
        except (ValueError, KeyError) as problem:
            print(f"gate: {problem}", file=sys.stderr)
            return 2
        floors.write()
        return 0
    results = list(measured())
    for result in results:
        print(run.line(result))
    for told in turned(results):
        print(told)
    if given.lift or given.pin:
        floors.lift(results, pin=given.pin)
        floors.write()
    if given.freeze:
        freeze(results)
    problems = list(floors.problems(results))
    for problem in problems:
        print(f"gate: {problem}", file=sys.stderr)
    print("gate: " + (f"{len(problems)} below the floor" if problems else "all floors hold"))
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
