"""Where the time goes: `python -m benchmarks.speed [--data FOLDER] [--json FILE]`.

Processor time of one core, by stage; growth with size, each rung in a process of its own with its peak memory; start-up;
the size of an install; a profile of the slowest stage. Without the public data, made-up stories stand in.
"""

import argparse
import cProfile
import json
import math
import pstats
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import distribution, requires
from itertools import islice
from pathlib import Path
from typing import Any

import twosource
from benchmarks import ours, sets
from benchmarks.generator import generate_corpus, generate_story
from benchmarks.retold import retold
from benchmarks.stopwatch import Stopwatch
from twosource.records import Document
from twosource.report import html

ARTICLES, STORIES = 200, 60
LADDERS = {"extract": (100, 200, 400, 800), "reuse": (2000, 4000, 8000, 16000, 37000), "check": (100, 200, 400, 800)}
ROOT = Path(__file__).parents[1]
Documents = list[Document]


# --- what is worked on ------------------------------------------------------------------------------------------------


def corpus(work: str, size: int, folder: Path | None) -> tuple[str, Documents]:
    """So many documents for a kind of work, and where they are from."""
    if work == "check":
        return "one made-up story", _one_story(size)
    name = {"extract": "statements_polnear_train", "reuse": "reuters"}[work]
    if found := sets.find(name, folder):
        rows = [*found.rows, *retold(found.rows)] if size > len(found.rows) else found.rows
        return name, ours.documents([{**rows[n % len(rows)], "id": str(n)} for n in range(size)])
    return "made-up stories", ours.documents(list(generate_corpus(1, size)))


def _one_story(size: int) -> Documents:
    share = (size - 4) // 16
    mix = {"copy": 5 * share, "excerpt": 3 * share, "rewrite": 5 * share, "composite": 2 * share}
    return ours.documents(generate_story(1, **mix, live_blog=size - 4 - 15 * share).rows)


def small_stories(folder: Path | None) -> tuple[str, list[Documents]]:
    """Stories of a few reports each, and where they are from."""
    if found := sets.find("stories_gva", folder):
        groups: dict[str, list[sets.Row]] = {}
        for row in found.rows:
            groups.setdefault(row["story"], []).append(row)
        return "stories_gva", [ours.documents(rows) for rows in islice(groups.values(), STORIES)]
    return "made-up stories", [ours.documents(generate_story(seed).rows) for seed in range(1, STORIES + 1)]


def work_on(work: str, documents: Documents) -> None:
    """Do one kind of work, to the end of what a user asks for."""
    from twosource.api import extract_all, reuse_all

    if work == "extract":
        extract_all(documents)
    elif work == "reuse":
        reuse_all(documents)
    else:
        ledger = twosource.check(documents)
        html.render(ledger)
        ledger.to_json()


# --- measures ---------------------------------------------------------------------------------------------------------


def by_stage(folder: Path | None) -> list[dict[str, Any]]:
    """Documents a second and the stages of four kinds of work."""
    name, articles = corpus("extract", ARTICLES, folder)
    tables = [_staged("extract", name, [articles], "extract")]
    name, wires = corpus("reuse", LADDERS["reuse"][1], folder)
    tables.append(_staged("reuse", name, [wires], "reuse"))
    name, small = small_stories(folder)
    tables.append(_staged("check, small stories", name, small, "check"))
    tables.append(_staged("check, one large story", "made-up story", [_one_story(200)], "check"))
    return tables


def _staged(title: str, data: str, groups: Sequence[Documents], work: str) -> dict[str, Any]:
    work_on(work, groups[0][:3])  # word lists and libraries are loaded once in the life of a process
    watch = Stopwatch()
    with watch.running():
        start = time.process_time()
        for documents in groups:
            work_on(work, documents)
        seconds = time.process_time() - start
    count = sum(map(len, groups))
    rows = sorted(watch.rows(), key=lambda row: -row["seconds"])
    rest = seconds - sum(row["seconds"] for row in rows)
    rows.append({"stage": "reading, tables and the rest", "unit": "run", "calls": 1, "seconds": round(rest, 4)})
    characters = sum(len(one.text) for documents in groups for one in documents) / count
    return {
        "work": title, "data": data, "documents": count, "mean characters": round(characters), "seconds": round(seconds, 3),
        "documents per second": round(count / seconds, 1), "stages": rows,
    }  # fmt: skip


def ladder(work: str, folder: Path | None) -> dict[str, Any]:
    """Seconds and peak memory at growing sizes, and the exponent of growth: 1 where twice the input takes twice the time."""
    rungs = []
    for size in LADDERS[work]:
        command = [sys.executable, "-m", "benchmarks.speed", "--rung", work, str(size)]
        command += ["--data", str(folder)] if folder else []
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        rungs.append(json.loads(done.stdout))
    exponent = slope([(rung["documents"], rung["seconds"]) for rung in rungs])
    return {"work": work, "rungs": rungs, "exponent": round(exponent, 2)}


def rung(work: str, size: int, folder: Path | None) -> dict[str, Any]:
    """One size of a ladder, measured in this process."""
    data, documents = corpus(work, size, folder)
    work_on(work, documents[:3])
    start = time.process_time()
    work_on(work, documents)
    seconds = time.process_time() - start
    return {"documents": len(documents), "data": data, "seconds": round(seconds, 3), "peak MB": peak_memory()}


def peak_memory() -> int:
    """The most memory that this process has held, in megabytes; the usage told to a parent would count the parent's too."""
    status = Path("/proc/self/status")
    if status.exists():
        (peak,) = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return round(int(peak) / 1024)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the straight line through the logarithms, by least squares."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x, mean_y = (sum(axis) / len(logs) for axis in zip(*logs, strict=True))
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def start_up() -> dict[str, float]:
    """Milliseconds of processor time, the best of five: a bare interpreter, the import, the first extraction, `--help`."""
    runs = {
        "python -c pass": "pass",
        "import twosource": "import twosource",
        "first extraction": "import twosource; twosource.extract('Ten people came.')",
        "twosource --help": "import sys; from twosource.cli import main; sys.argv = ['twosource', '--help']; main()",
    }
    return {name: round(1000 * min(_seconds(code) for _ in range(5)), 1) for name, code in runs.items()}


def _seconds(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def install_size() -> dict[str, float]:
    """Megabytes of the package itself and of all that an install brings, by what each distribution says it holds."""
    package = sum(
        path.stat().st_size
        for path in (ROOT / "src" / "twosource").rglob("*")
        if path.suffix != ".pyc" and path.is_file()
    )
    names, waiting = set(), ["twosource"]
    while waiting:
        for line in requires(waiting.pop()) or []:
            name = line.split(";")[0].split("[")[0].strip().split(" ")[0].rstrip("<>=!~0123456789.,")
            if "extra ==" not in line and name not in names and _files(name) is not None:
                names.add(name)
                waiting.append(name)
    brought = sum(_files(name) or 0 for name in names)
    return {
        "package MB": round(package / 1e6, 1),
        "with what it needs MB": round((package + brought) / 1e6),
        "distributions": len(names),
    }


def _files(name: str) -> int | None:
    try:
        return sum(int(file.size or 0) for file in distribution(name).files or [])
    except ModuleNotFoundError:
        return None


def profile(work: Callable[[], object], lines: int = 15) -> list[dict[str, Any]]:
    """The functions that take most time of their own in a piece of work."""
    profiler = cProfile.Profile()
    profiler.runcall(work)
    stats: Any = pstats.Stats(profiler)
    found = sorted(stats.stats.items(), key=lambda item: -item[1][2])[:lines]
    return [
        {"function": f"{Path(file).name}:{line} {name}", "calls": calls, "own seconds": round(own, 3)}
        for (file, line, name), (_, calls, own, _, _) in found
    ]


def everything(folder: Path | None) -> dict[str, Any]:
    """All measures."""
    articles = corpus("extract", 100, folder)[1]
    return {
        "stages": by_stage(folder),
        "ladders": [ladder(work, folder) for work in LADDERS],
        "start-up ms": start_up(),
        "install": install_size(),
        "profile of extraction": profile(lambda: work_on("extract", articles)),
    }


def main() -> int:
    """Print the tables, and write all as JSON where a file is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="where the public data sets lie")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--rung", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.rung:
        print(json.dumps(rung(given.rung[0], int(given.rung[1]), given.data)))
        return 0
    found = everything(given.data)
    for table in found["stages"]:
        print(f"\n{table['work']}: {table['documents per second']} documents a second ({table['data']})")
        for row in table["stages"]:
            share = 100 * row["seconds"] / table["seconds"]
            print(
                f"  {share:5.1f}%  {row['stage']:30} p50 {row.get('p50_ms', 0):9.3f} ms  p95 {row.get('p95_ms', 0):9.3f} ms"
            )
    for one in found["ladders"]:
        print(
            f"\n{one['work']}: grows with exponent {one['exponent']}", *(list(step.values()) for step in one["rungs"])
        )
    print("\n", found["start-up ms"], found["install"])
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
