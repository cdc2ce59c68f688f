"""The processes of the local engine: they end with the one that started them, however that ends."""

import os
import signal
import subprocess
import sys
import time

WORK = """
import os, sys, time
import pyarrow as pa
from twosource.engines.local import LocalEngine
import engine_steps

if __name__ == "__main__":
    table = pa.table({"number": [1, 2, 3, 4]})
    LocalEngine(workers=2).map(engine_steps.linger, table, engine_steps.NUMBER, rows=1)
"""


def gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_workers_of_a_killed_process_end(tmp_path):
    script = tmp_path / "work.py"
    script.write_text(WORK)
    paths = os.pathsep.join(path for path in sys.path if path)
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": paths}) as main:
        assert main.stdout
        worker = int(main.stdout.readline())
        assert worker != main.pid and not gone(worker)
        main.send_signal(signal.SIGKILL)
        main.wait()
        for _ in range(300):  # far longer than it takes; a worker that stays fails the test
            if gone(worker):
                return
            time.sleep(0.1)
        os.kill(worker, signal.SIGKILL)
        raise AssertionError("the worker outlived its parent")
