"""How time and memory grow with a corpus: `python -m benchmarks.scale [--folder SCRATCH] [--json FILE] [--largest N]`.

Each rung is a whole `run` over a made-up archive of short reports in a process of its own, with two workers; memory is that
of all its processes together, sampled. Then one run is of whole articles, and the largest goes as far as stories.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import sets
from benchmarks.generator.archive import generate_archive, generate_notes
from benchmarks.machine import about, watched
from benchmarks.speed import slope
from twosource.corpus.catalogue import opened
from twosource.ledger import TABLES

ROOT = Path(__file__).parents[1]
RUNGS = (10_000, 50_000, 200_000)
NOTES = 1_000_000
A_FILE = 5000
WORKERS = 2
STEPS = {
    "read": "read_inputs", "index": "write_index", "terms": "term_parts", "extract": "extract_parts",
    "links": "links_of_terms", "stories": "tell_stories", "judge": "judge_stories", "catalogue": "write_catalogue",
}  # fmt: skip


MADE = {"run": generate_notes, "articles": generate_archive, "notes": generate_notes}


def write_corpus(rows: Iterable[dict[str, Any]], folder: Path) -> None:
    """The rows as files of some thousand lines each."""
    folder.mkdir(parents=True)
    rows = iter(rows)
    number = 0
    while lines := [json.dumps(row) + "\n" for row in islice(rows, A_FILE)]:
        (folder / f"{number:05}.jsonl").write_text("".join(lines), encoding="utf-8")
        number += 1


# --- one rung, in a process of its own --------------------------------------------------------------------------------


def rung(corpus: Path, ledger: Path) -> dict[str, Any]:
    """A whole run: seconds of the clock and of processors, those of each step, and what came of it."""
    from twosource.api import run
    from twosource.corpus import run as steps

    spent: dict[str, float] = {}
    rows: dict[str, int] = {}
    steps.links_of_terms = _counted(steps.links_of_terms, rows)
    for name, function in STEPS.items():
        setattr(steps, function, _timed(name, getattr(steps, function), spent))
    start = time.monotonic()
    run([corpus], ledger, workers=WORKERS)
    return _measured(start, spent) | _sizes(ledger) | {"rows": rows}


def notes_rung(corpus: Path, ledger: Path) -> dict[str, Any]:
    """The same, of a run that ends with the stories."""
    from twosource.corpus import run as steps
    from twosource.corpus.folder import Folder, Made
    from twosource.corpus.index import views
    from twosource.corpus.reading import given_inputs
    from twosource.engines.local import LocalEngine
    from twosource.read.options import AS_IT_IS

    spent: dict[str, float] = {}
    rows: dict[str, int] = {}
    steps.links_of_terms = _counted(steps.links_of_terms, rows)
    for name in ("read", "index", "terms", "links", "stories"):
        setattr(steps, STEPS[name], _timed(name, getattr(steps, STEPS[name]), spent))
    start = time.monotonic()
    folder, engine = Folder(ledger), LocalEngine(workers=WORKERS)
    folder.prepare(Made())
    given, _ = given_inputs([corpus])
    steps.read_inputs(given, folder, engine, AS_IT_IS, lambda _: None)
    parts, _ = views(given, folder)
    name = steps.write_index(parts, folder)
    steps.term_parts(parts, folder, engine, lambda _: None)
    stories = steps._group(name, parts, folder, engine, None)
    del engine  # its processes end, and what they took is counted
    told = {"stories": len(stories), "largest story": max(len(story.documents) for story in stories)}
    return _measured(start, spent) | told | {"rows": rows}


def _timed(name: str, function: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        start = time.monotonic()
        try:
            return function(*given, **named)
        finally:
            spent[name] = round(spent.get(name, 0.0) + time.monotonic() - start, 2)

    return timed


def _counted(function: Callable[..., Any], rows: dict[str, int]) -> Callable[..., Any]:
    """The search for links, which leaves its steps in a folder: how many rows each has."""
    import pyarrow.parquet as pq

    def counted(*given: Any, folder: Path, **named: Any) -> Any:
        found = function(*given, folder=folder, **named)
        for path in sorted(folder.glob("*/*.parquet")):
            step = path.parent.name.partition("-")[0]
            rows[step] = rows.get(step, 0) + pq.ParquetFile(path).metadata.num_rows
        return found

    return counted


def _measured(start: float, spent: dict[str, float]) -> dict[str, Any]:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    processor = sum(one.ru_utime + one.ru_stime for one in used)
    return {"seconds": round(time.monotonic() - start, 1), "processor seconds": round(processor, 1), "steps": spent}


def _sizes(ledger: Path) -> dict[str, Any]:
    import pyarrow.parquet as pq

    size = {path.name: _bytes(path) for path in sorted(ledger.iterdir())}
    stories = pq.read_table(ledger / "stories.parquet", columns=["documents"])["documents"].to_pylist()
    return {
        "bytes": size,
        "documents in stories": sum(map(len, stories)),
        "stories": len(stories),
        "largest story": max(map(len, stories)),
    }


def _bytes(path: Path) -> int:
    return sum(one.stat().st_size for one in ([path] if path.is_file() else path.rglob("*")) if one.is_file())


# --- a corpus that changes --------------------------------------------------------------------------------------------


def changes(rows: Sequence[dict[str, Any]], scratch: Path) -> dict[str, Any]:
    """A run of all rows at once, and what some cost that come later: the newest hundredth, and every hundredth of all."""
    newest = sorted(range(len(rows)), key=lambda at: (rows[at]["published"] or "", at))[-len(rows) // 100 :]
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        place = Path(folder)
        write_corpus(rows, place / "whole")
        found: dict[str, Any] = {
            "documents": len(rows),
            "whole": in_a_process("run", place / "whole", place / "ledger"),
        }
        whole = tables(place / "ledger")
        for name, late in (("newest", set(newest)), ("scattered", set(range(50, len(rows), 100)))):
            found[name] = {"documents": len(late)} | _changed_by(rows, late, whole, place / name)
            for done in ("added", "removed"):
                share = found[name][done]["processor seconds"] / found["whole"]["processor seconds"]
                found[name][f"{done}, share of the whole"] = round(share, 4)
    return found


def _changed_by(rows: Sequence[dict[str, Any]], late: set[int], whole: Any, place: Path) -> dict[str, Any]:
    """A run without some rows, to which these are added, and from which they go again."""
    write_corpus((row for at, row in enumerate(rows) if at not in late), place / "changing")
    in_a_process("run", place / "changing", place / "ledger")
    before = tables(place / "ledger")
    write_corpus((row for at, row in enumerate(rows) if at in late), place / "changing" / "more")
    found: dict[str, Any] = {"added": in_a_process("run", place / "changing", place / "ledger")}
    now = tables(place / "ledger")
    found["added gives the same tables"] = now == whole
    found["stories that changed"] = len(set(_stories(now)) - set(_stories(before)))
    shutil.rmtree(place / "changing" / "more")
    found["removed"] = in_a_process("run", place / "changing", place / "ledger")
    found["removed gives the same tables"] = tables(place / "ledger") == before
    return found


def _stories(found: dict[str, Any]) -> list[tuple[str, ...]]:
    return [tuple(row[2]) for row in found["stories"]]


def tables(ledger: Path) -> dict[str, Any]:
    """The tables of a ledger by name, without the rejects, which name the files that rows came in."""
    names = {*TABLES, "stories"} - {"rejects"}
    with opened(ledger) as connection:
        return {name: connection.execute(f'select * from "{name}"').fetchall() for name in sorted(names)}


# --- all rungs --------------------------------------------------------------------------------------------------------


def measure(kind: str, documents: int, scratch: Path) -> dict[str, Any]:
    """Make a corpus of a size, run it in another process, and watch the memory of that process and its workers."""
    with tempfile.TemporaryDirectory(dir=scratch) as place:
        corpus, ledger = Path(place) / "corpus", Path(place) / "ledger"
        write_corpus(MADE[kind](1, documents), corpus)
        return {"documents": documents, "input bytes": _bytes(corpus), **in_a_process(kind, corpus, ledger)}


def in_a_process(kind: str, corpus: Path, ledger: Path) -> dict[str, Any]:
    """A rung in a process of its own, with the memory that it and its workers held at most."""
    command = [sys.executable, "-m", "benchmarks.scale", "--rung", kind, str(corpus), str(ledger)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        peak = watched(process)
        out = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise SystemExit(f"the run of {corpus} failed")
    return {"peak MB": round(peak / 1e6), **json.loads(out)}


def exponents(rungs: list[dict[str, Any]]) -> dict[str, float]:
    """How time grows: 1 where twice the documents take twice the time; and the most memory over the least."""
    first, last = rungs[0]["peak MB"], rungs[-1]["peak MB"]
    found = {
        name: round(slope([(one["documents"], one[name]) for one in rungs]), 3)
        for name in ("seconds", "processor seconds")
    }
    return found | {"memory of the largest over the smallest": round(last / first, 2)}


def main() -> int:
    """Print each rung as it ends; with `--json`, write all of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()), help="where corpora are made")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument(
        "--largest", type=int, default=RUNGS[-1], metavar="N", help="the last rung of whole runs; 0 for none"
    )
    parser.add_argument(
        "--notes", type=int, default=NOTES, metavar="N", help="short texts to find stories in; 0 for none"
    )
    parser.add_argument("--articles", type=int, default=RUNGS[0], metavar="N", help="whole articles; 0 for none")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="where the public data sets lie: what changes cost")
    parser.add_argument("--rung", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.rung:
        kind, corpus, ledger = given.rung
        print(json.dumps({"run": rung, "articles": rung, "notes": notes_rung}[kind](Path(corpus), Path(ledger))))
        return 0
    given.folder.mkdir(parents=True, exist_ok=True)
    parts = (
        _grown(given.largest, given.folder),
        _once("articles", given.articles, given),
        _once("notes", given.notes, given),
        _changed(given),
    )
    for part in parts:
        for found in part:
            print(json.dumps(found), flush=True)
            if given.json:
                _keep(found, given.json)
    return 0


def _grown(largest: int, scratch: Path) -> Iterator[dict[str, Any]]:
    rungs = []
    for size in [size for size in RUNGS if size <= largest]:
        rungs.append(measure("run", size, scratch))
        yield {"rungs": rungs} | ({"growth": exponents(rungs)} if len(rungs) > 1 else {})


def _changed(given: argparse.Namespace) -> Iterator[dict[str, Any]]:
    if found := sets.find("reuters", given.data) if given.data else None:
        yield {"reuters": changes([{name: row.get(name) for name in _GIVEN} for row in found.rows], given.folder)}


_GIVEN = ("id", "title", "text", "publisher", "published", "url")


def _once(kind: str, documents: int, given: argparse.Namespace) -> Iterator[dict[str, Any]]:
    if documents:
        yield {kind: measure(kind, documents, given.folder)}


def _keep(found: dict[str, Any], path: Path) -> None:
    """Put what was measured into the file, beside what other measurements left there."""
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    kept |= found | {"about": about(), "workers": WORKERS}
    path.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
