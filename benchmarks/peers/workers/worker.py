"""What every worker does: rows from standard input, predictions and the processor time of the work to standard output.

Workers run in the environments of the peers, so they import nothing of this project.
"""

import json
import sys
import time
from importlib.metadata import version


def serve(one_by_one=None, *, at_once=None, warm_up="Ten people came."):
    """Answer row by row with `one_by_one(row)`, or all rows together with `at_once(rows)`."""
    rows = [json.loads(line) for line in sys.stdin]
    if one_by_one:
        one_by_one({"id": "", "text": warm_up, "published": "2020-01-01", "a": warm_up, "b": warm_up})
    start = time.process_time()
    told = [one_by_one(row) for row in rows] if one_by_one else at_once(rows)
    seconds = time.process_time() - start
    for row in told:
        print(json.dumps(row))
    print(json.dumps({"version": version(sys.argv[1]), "seconds": seconds}))
