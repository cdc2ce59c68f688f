"""What `benchmarks.stages` runs in each revision: work on given texts, and print seconds by stage and a digest of each row.

Nothing but the folder it is run in may be imported from, so it uses only what every revision has had since the stopwatch came.
"""

import hashlib
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

import twosource
from benchmarks.stopwatch import Stopwatch
from twosource.api import extract_all, reuse_all
from twosource.records import Document
from twosource.report import html


def output(work: str, documents: list[Document]) -> Iterator[tuple[str, Any]]:
    """Do one kind of work to the end of what a user asks for; the rows of what comes out, each with what it is."""
    if work == "extract":
        yield from (("documents", row) for row in extract_all(documents)[0])
    elif work == "reuse":
        yield from (("pairs", row) for row in reuse_all(documents)[0])
    else:
        ledger = twosource.check(documents)
        page, told = html.render(ledger), json.loads(ledger.to_json())
        yield "pages", page
        yield from (("claims", row) for row in told["claims"])
        yield from (("pairs", row) for row in told["reuse"])


def digest(row: Any) -> str:
    """The first digits of the SHA-256 of a row as JSON with sorted names."""
    return hashlib.sha256(msgspec.json.encode(msgspec.to_builtins(row), order="sorted")).hexdigest()[:16]


def measured(work: str, groups: list[list[Document]]) -> dict[str, Any]:
    """Seconds by stage and in all, and the digests of the output, for one kind of work."""
    list(output(work, groups[0][:3]))  # word lists and libraries are loaded once in the life of a process
    watch = Stopwatch()
    with watch.running():
        start = time.process_time()
        rows = [row for documents in groups for row in output(work, documents)]
        seconds = time.process_time() - start
    stages = {row["stage"]: row["seconds"] for row in watch.rows()}
    told: dict[str, list[str]] = {}
    for kind, row in rows:
        told.setdefault(kind, []).append(digest(row))
    return {"stages": stages, "seconds": round(seconds, 4), "output": told}


def main() -> None:
    """Work on the texts of the file named, and print one JSON object."""
    if not Path(twosource.__file__).is_relative_to(Path.cwd()):
        sys.exit(f"twosource was imported from {twosource.__file__}, not from {Path.cwd()}")
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    works = {work: [[Document(**row) for row in group] for group in groups] for work, groups in given.items()}
    print(json.dumps({work: measured(work, groups) for work, groups in works.items()}))


if __name__ == "__main__":
    main()
