"""Score this program and its peers: `python -m benchmarks.run SKILL|all [--data FOLDER] [--json FILE] [--no-peers]`.

What is absent, data or peer, is skipped with a line. Processor time is that of the work alone, one core.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import cases, generated, machine, sets
from benchmarks.peers import Absent, ask
from benchmarks.scorers.cases import Outcome
from benchmarks.tasks import CASES, TASKS, Rival, Task, told_by

Row = Mapping[str, Any]
GENERATED = {
    "lineage": generated.lineage,
    "origins": generated.lineage,
    "end to end": generated.end_to_end,
    "reading": generated.reading,
}


def rows_of(task: Task, folder: Path | None) -> tuple[Sequence[Row], str] | None:
    """The rows of a task and a digest of the file they are from; None where it is absent."""
    if not task.data.startswith(CASES):
        found = sets.find(task.data, folder)
        return (found.rows, found.digest) if found else None
    name = task.data.removeprefix(CASES)
    rows = cases.load(name)
    return (rows, cases.digest(name)) if rows else None


def measure(task: Task, rows: Sequence[Row], digest: str, *, peers: bool) -> Iterator[dict[str, Any]]:
    """The result of this program and of every peer that is there, each on the same rows; a line for what is not."""
    from twosource import __version__

    task.answer(rows[:1])  # word lists and libraries are loaded once; peers are warmed up in the same way
    start = time.process_time()
    told = task.answer(rows)
    seconds = time.process_time() - start
    about = {"skill": task.skill, "data": task.data, "digest": digest, "headline": task.headline}
    yield about | _result("twosource", __version__, rows, seconds, task.score(rows, told))
    for rival in task.rivals if peers else ():
        try:
            yield about | _of_rival(task, rival, rows[: rival.rows], told if rival.rows else None)
        except Absent as reason:
            yield _skipped(task, rival.name, str(reason))


def _of_rival(task: Task, rival: Rival, rows: Sequence[Row], ours: Any) -> dict[str, Any]:
    """A peer's result; one that gets fewer rows has ours on those rows beside it."""
    given = cases.reuse_documents() if task.data == "cases/reuse_pairs" else rows
    answer = ask(rival.peer, given, option=rival.option)
    found = _result(rival.name, answer.version, rows, answer.seconds, task.score(rows, told_by(task, answer)))
    if ours is not None and rival.rows:
        found["ours on the same rows"] = _measures(task.score(rows, ours))
    return found | {"note": rival.peer.note}


def _result(system: str, version: str, rows: Sequence[Row], seconds: float, scored: Any) -> dict[str, Any]:
    found = {
        "system": system, "version": version, "rows": len(rows), "seconds": round(seconds, 3),
        "rows per second": round(len(rows) / seconds, 1) if seconds else None, "measures": _measures(scored),
    }  # fmt: skip
    if isinstance(scored, Outcome) and system == "twosource":
        found["wrong"] = scored.wrong
    return found


def _measures(scored: Any) -> dict[str, float]:
    measures = scored.measures if isinstance(scored, Outcome) else scored
    return {name: round(value, 4) if isinstance(value, float) else value for name, value in measures.items()}


def _skipped(task: Task, system: str, why: str) -> dict[str, Any]:
    return {"skill": task.skill, "data": task.data, "system": system, "skipped": why}


def run(skills: Sequence[str], folder: Path | None, *, peers: bool = True) -> Iterator[dict[str, Any]]:
    """The results of the skills, in order, as they come."""
    for task in TASKS:
        if task.skill in skills:
            found = rows_of(task, folder)
            if found is None:
                why = "not written yet" if task.data.startswith(CASES) else "not in the folder given with --data"
                yield _skipped(task, "twosource", f"no {task.data}: {why}")
            else:
                yield from measure(task, *found, peers=peers)
    for skill, make in GENERATED.items():
        if skill in skills:
            yield from make(skill, only_ours=not peers)


def line(result: Row) -> str:
    """One line for people."""
    where = f"{result['skill']:14} {result['data']:26} {result['system']:24}"
    if "skipped" in result:
        return f"{where} skipped: {result['skipped']}"
    shown = "  ".join(f"{name} {result['measures'].get(name, float('nan')):.3f}" for name in result["headline"])
    return f"{where} {result['rows per second'] or 0:>9.1f}/s  {shown}"


def main() -> int:
    """Print a line for each result, and write all of them as JSON where a file is named."""
    skills = list(dict.fromkeys([*(task.skill for task in TASKS), *GENERATED]))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("skill", choices=[*skills, "all"], nargs="+")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="where the public data sets lie")
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write the results, with versions, machine and digests"
    )
    parser.add_argument("--no-peers", action="store_true", help="this program alone")
    given = parser.parse_args()
    about, results = machine.about(), []  # told at the start: a commit made while it runs measures nothing
    for result in run(skills if "all" in given.skill else given.skill, given.data, peers=not given.no_peers):
        results.append(result)
        print(line(result), flush=True)
    if given.json:
        written = {"about": about, "results": results}
        given.json.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
