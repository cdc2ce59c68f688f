"""What every worker does: rows from standard input, predictions and the processor time of the work to standard output.

Workers run in the environments of the peers, so they import nothing of this project.
"""

import json
import resource
import sys
from importlib.metadata import version


def serve(one_by_one=None, *, at_once=None, warm_up="Ten people came."):
    """Answer row by row with `one_by_one(row)`, or all rows together with `at_once(rows)`."""
    rows = [json.loads(line) for line in sys.stdin]
    if one_by_one:
        one_by_one({"id": "", "text": warm_up, "published": "2020-01-01", "a": warm_up, "b": warm_up})
    start = spent()
    told = [one_by_one(row) for row in rows] if one_by_one else at_once(rows)
    seconds = spent() - start
    for row in told:
        print(json.dumps(row))
    print(json.dumps({"version": version(sys.argv[1]), "seconds": seconds}))


def spent():
    """Processor seconds of this process and of those it started and saw end: Spark works in another."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
