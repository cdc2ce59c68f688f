"""Pairs of documents that share passages, by passim on Spark, in the form of `twosource reuse`."""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from worker import serve


def answer(rows):
    with tempfile.TemporaryDirectory() as folder:
        given, found = Path(folder, "in.jsonl"), Path(folder, "out")
        lines = ({"id": row["id"], "text": row["text"], "series": row.get("publisher") or row["id"]} for row in rows)
        given.write_text("".join(json.dumps(line) + "\n" for line in lines))
        command = [str(Path(sys.executable).with_name("passim")), str(given), str(found)]
        subprocess.run(command, check=True, capture_output=True)
        clusters = defaultdict(set)
        for part in sorted(found.glob("out.json/*.json")):
            for line in part.read_text().splitlines():
                passage = json.loads(line)
                clusters[passage["cluster"]].add(passage["id"])
    pairs = {pair for members in clusters.values() for pair in combinations(sorted(members), 2)}
    return [{"a": a, "b": b, "kind": "copy"} for a, b in sorted(pairs)]


serve(at_once=answer)
