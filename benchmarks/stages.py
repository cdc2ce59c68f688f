"""How fast each stage is against another revision: `python -m benchmarks.stages BEFORE [AFTER] [--data FOLDER] [--json FILE]`.

    python -m benchmarks.stages abfa421 --data FOLDER               that revision against the files as they are here
    python -m benchmarks.stages abfa421 HEAD~3 --only check         two revisions, one kind of work

Each revision is checked out into a folder of its own for the time of the run and works on the same texts with its own package
and its own stopwatch. They take turns, and the least processor time of each stage counts, so that what else the machine does
weighs on both. A ratio of 2 is twice as fast. Beside it stands how much of the output is the same to the byte: a revision
that finds more, or less, does other work. A page also lists the settings, so a new one makes every page another.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import msgspec

from benchmarks import machine, speed

ROOT = Path(__file__).parents[1]
WORKER = Path(__file__).with_name("stages_worker.py")
# The stages that a summary adds up, by the first word of their names: a stage that was cut into steps stays comparable.
WHOLE = ("extract", "keys", "candidates", "align", "lineage", "claims", "report")
Times = dict[str, float]
Texts = dict[str, list[list[dict[str, Any]]]]


class Run(msgspec.Struct):
    """What one revision did of one kind of work: seconds by stage, all of them, and digests of the rows of each output."""

    stages: Times
    seconds: float
    output: dict[str, list[str]]

    def least(self, other: "Run") -> "Run":
        """The smaller time of each stage in two runs of one revision."""
        stages = {name: min(seconds, other.stages[name]) for name, seconds in self.stages.items()}
        return Run(stages, min(self.seconds, other.seconds), self.output)


def texts(folder: Path | None, only: Sequence[str] = ()) -> Texts:
    """The documents of each kind of work as plain rows, in groups that are worked on one after the other."""
    found = {
        "extract": [speed.corpus("extract", speed.ARTICLES, folder)[1]],
        "reuse": [speed.corpus("reuse", speed.LADDERS["reuse"][1], folder)[1]],
        "check, small stories": speed.small_stories(folder)[1],
        "check, one large story": [speed.corpus("check", 200, folder)[1]],
    }
    return {
        work: [[_row(document) for document in group] for group in groups]
        for work, groups in found.items()
        if not only or work.partition(",")[0] in only
    }


def _row(document: msgspec.Struct) -> dict[str, Any]:
    names = ("id", "text", "title", "publisher", "published", "url")
    return {name: value for name in names if (value := getattr(document, name)) is not None}


@contextmanager
def checkout(revision: str) -> Iterator[Path]:
    """A folder that holds the files of a revision as long as the context lasts; raises `ValueError` where git knows none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "checkout"
        done = _git("worktree", "add", "--detach", "-f", str(path), revision)
        if done.returncode:
            raise ValueError(f"no revision {revision!r}: {done.stderr.strip().splitlines()[-1]}")
        try:
            yield path
        finally:
            _git("worktree", "remove", "--force", str(path))


def _git(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False)


def measure(place: Path, given: Path) -> dict[str, Run]:
    """One run of the files in a folder on the texts of a file, in a process of its own."""
    # Its own package and stopwatch come first on the path; the worker's folder must not stand there.
    environment = os.environ | {"PYTHONPATH": f"{place / 'src'}{os.pathsep}{place}", "PYTHONSAFEPATH": "1"}
    command = [sys.executable, str(WORKER), str(given)]
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ValueError(f"{place}: {(done.stderr.strip().splitlines() or ['failed'])[-1]}")
    return msgspec.json.decode(done.stdout, type=dict[str, Run])


def summed(stages: Mapping[str, float]) -> Times:
    """The seconds by the first word of the stages' names, then by stage."""
    whole = {name: sum(seconds for stage, seconds in stages.items() if _first(stage) == name) for name in WHOLE}
    return {name: seconds for name, seconds in whole.items() if seconds} | dict(stages)


def _first(stage: str) -> str:
    return stage.partition(":")[0]


def same(before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """For each kind of output the share of rows that stand in both, of those that stand in either."""
    kinds = {kind: (set(before.get(kind, ())), set(after.get(kind, ()))) for kind in sorted({*before, *after})}
    return {kind: round(len(old & new) / max(1, len(old | new)), 4) for kind, (old, new) in kinds.items()}


def compared(work: str, before: Run, after: Run) -> dict[str, Any]:
    """One kind of work: total and stages that both have, the slowest before first, with ratios; and the share of equal output."""
    old, new = summed(before.stages), summed(after.stages)
    both = sorted((name for name in old if name in new), key=lambda name: -old[name])
    rows = [_ratio(name, old[name], new[name]) for name in both]
    return {
        "work": work, "all": _ratio("all", before.seconds, after.seconds), "stages": rows,
        "equal": same(before.output, after.output),
    }  # fmt: skip


def summary(table: Mapping[str, Any]) -> str:
    """One line for people on one kind of work."""
    equal = ", ".join(f"{100 * share:.1f}% of the {kind}" for kind, share in table["equal"].items())
    return f"{table['work']}: {table['all']['ratio']} times as fast; equal are {equal or 'none'}"


def _ratio(name: str, before: float, after: float) -> dict[str, Any]:
    return {"stage": name, "before": before, "after": after, "ratio": round(before / after, 2) if after else None}


def run(before: str, after: str | None, given: Texts, *, rounds: int = 3) -> list[dict[str, Any]]:
    """Both revisions in turns on the same texts."""
    with (
        checkout(before) as old,
        checkout(after) if after else nullcontext(ROOT) as new,
        tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file,
    ):
        json.dump(given, file)
        file.flush()
        turns = [(measure(old, Path(file.name)), measure(new, Path(file.name))) for _ in range(rounds)]
    found = []
    for work in given:
        least: list[Run] = [turns[0][side][work] for side in (0, 1)]
        for turn in turns[1:]:
            least = [one.least(turn[side][work]) for side, one in enumerate(least)]
        found.append(compared(work, *least))
    return found


def main() -> int:
    """Print a table for each kind of work, and write all as JSON where a file is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", metavar="BEFORE", help="a revision that git knows")
    parser.add_argument("after", metavar="AFTER", nargs="?", help="another; left out, the files as they are here")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="where the public data sets lie")
    parser.add_argument("--only", nargs="+", default=(), choices=("extract", "reuse", "check"), help="kinds of work")
    parser.add_argument("--rounds", type=int, default=3, help="turns of each revision; the least time counts (3)")
    parser.add_argument("--json", type=Path, metavar="FILE")
    asked = parser.parse_args()
    about = machine.about()
    try:
        found = run(asked.before, asked.after, texts(asked.data, asked.only), rounds=asked.rounds)
    except ValueError as problem:
        print(f"stages: {problem}", file=sys.stderr)
        return 2
    for table in found:
        print(f"\n{summary(table)}")
        for row in table["stages"]:
            print(f"  {row['stage']:30} {row['before']:9.3f} s {row['after']:9.3f} s  {row['ratio'] or 0:6.2f}")
    if asked.json:
        written = {"about": about, "before": asked.before, "after": asked.after or about["commit"], "works": found}
        asked.json.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
