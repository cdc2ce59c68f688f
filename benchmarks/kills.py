"""A run that is killed again and again: `python -m benchmarks.kills [--documents N] [--kills N] [--folder SCRATCH]`.

A made-up archive is run whole, then again in another folder, with two workers and a kill of all its processes at random
moments; in the end the tables of both must be the same. Prints what was done, and says 1 where they differ.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.generator.archive import generate_archive
from benchmarks.scale import WORKERS, tables, write_corpus

PROGRAM = "import sys; from twosource.cli import main; sys.exit(main(sys.argv[1:]))"


def started(corpus: Path, ledger: Path) -> "subprocess.Popen[bytes]":
    """A run with its workers in a group of processes of their own."""
    command = [sys.executable, "-c", PROGRAM, "run", str(corpus), "--ledger", str(ledger), "--workers", str(WORKERS)]
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)


def whole_run(corpus: Path, ledger: Path) -> float:
    """Seconds of a run that nobody kills."""
    start = time.monotonic()
    if started(corpus, ledger).wait():
        raise SystemExit("the run failed by itself")
    return time.monotonic() - start


def killed_run(corpus: Path, ledger: Path, kills: int, seconds: float, chance: random.Random) -> list[float]:
    """Kill a run at random moments, so that together they lie over the whole of it, and take it up each time."""
    moments = []
    for _ in range(kills):
        moment = chance.uniform(0.2, max(2.0, 2 * seconds / kills))
        process = started(corpus, ledger)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        moments.append(round(moment, 1))
    whole_run(corpus, ledger)
    return moments


def main() -> int:
    """Run, kill, compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=3000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()), help="where the corpus is made")
    given = parser.parse_args()
    place = Path(tempfile.mkdtemp(dir=given.folder))
    try:
        write_corpus(generate_archive(3, given.documents), place / "corpus")
        seconds = whole_run(place / "corpus", place / "whole")
        print(f"{given.documents:,} documents in {seconds:.0f} s without a kill", flush=True)
        moments = killed_run(place / "corpus", place / "killed", given.kills, seconds, random.Random(1))
        whole, killed = tables(place / "whole"), tables(place / "killed")
        wrong = [name for name in sorted(whole.keys() | killed.keys()) if whole.get(name) != killed.get(name)]
        print(
            f"killed {len(moments)} times, after {moments} seconds: {len(whole)} tables, {len(wrong)} differ",
            *wrong[:5],
        )
        return 1 if wrong else 0
    finally:
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
