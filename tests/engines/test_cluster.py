"""A real cluster, Spark's own master and two workers on this machine: the same files, also when a worker dies on the way."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import need, need_module
from engine_steps import tables_of
from twosource.ledger import Ledger

pytestmark = pytest.mark.spark

# The command line, with many small tasks and shards.
PROGRAM = """
import sys
from twosource.corpus import judging, reading
from twosource.cli import main
reading.TASK_INPUTS, judging.SHARD_DOCUMENTS = 1, 12
sys.exit(main(sys.argv[1:]))
"""
LIGHT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
HERE = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_DAEMON_MEMORY": "256m", "SPARK_DAEMON_JAVA_OPTS": LIGHT}
LONGEST = 240  # seconds after which something hangs


class Cluster:
    """Each process of it leads a group of its own, so that a worker dies with its executor."""

    def __init__(self, folder: Path) -> None:
        self.spark_class = Path(need_module("pyspark", "it is the cluster").__file__).parent / "bin" / "spark-class"
        self.folder, self.started = folder, list[subprocess.Popen[bytes]]()
        log = self._start("master.Master", "master")
        self.address = told(log, r"Starting Spark master at (spark://\S+)")

    def add_worker(self) -> subprocess.Popen[bytes]:
        name = f"worker{len(self.started)}"
        options = ["--cores", "1", "--memory", "1g", "--work-dir", str(self.folder / f"{name} work"), self.address]
        told(self._start("worker.Worker", name, *options), r"(Successfully registered with master)")
        return self.started[-1]

    def _start(self, what: str, name: str, *options: str) -> Path:
        log = self.folder / f"{name}.log"
        command = [self.spark_class, f"org.apache.spark.deploy.{what}", "--host", "127.0.0.1", "--port", "0"]
        with log.open("wb") as written:
            self.started.append(
                subprocess.Popen(
                    [*command, "--webui-port", "0", *options], env=os.environ | HERE, stdout=written, stderr=written,
                    start_new_session=True,
                )
            )  # fmt: skip
        return log

    def stop(self) -> None:
        for process in reversed(self.started):
            kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def told(log: Path, pattern: str) -> str:
    """What a process says in its log, which is waited for."""
    return until(lambda: re.search(pattern, log.read_text(encoding="utf-8")), f"{log}: no {pattern}").group(1)


def until(asked: Callable[[], Any], otherwise: str) -> Any:
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        if found := asked():
            return found
        time.sleep(0.02)
    raise TimeoutError(otherwise)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    need("java", "Spark runs on it; install the package openjdk-17-jre-headless")
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        cluster.add_worker()
        yield cluster
    finally:
        cluster.stop()


def start(corpus: Path, ledger: Path, *options: str) -> subprocess.Popen[str]:
    """A run from where the corpus lies, told of it by paths that hold there alone."""
    place = corpus.parent
    given = [os.path.relpath(path, place) for path in (corpus, ledger, place / "words")]
    command = [sys.executable, "-c", PROGRAM, "run", f"{given[0]}/*.jsonl", "--ledger", given[1], "--words", given[2]]
    return subprocess.Popen([*command, *options], cwd=place, env=os.environ | HERE, stderr=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def expected(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    words = corpus.parent / "words"
    words.mkdir()
    (words / "events.toml").write_text('[stranded]\nafter = ["stranded"]\nof = ["person"]\n', encoding="utf-8")
    ledger = tmp_path_factory.mktemp("expected")
    local = start(corpus, ledger, "--workers", "1")
    local.communicate(timeout=LONGEST)
    assert local.returncode == 0
    events = {one.event.class_ for one in Ledger.open(ledger).figures if one.event}
    assert "stranded" in events, "the words that are added make no difference"
    return tables_of(ledger)


def on(cluster: Cluster) -> list[str]:
    conf = {"executor.memory": "512m", "sql.shuffle.partitions": "2"}
    conf |= {"driver.extraJavaOptions": LIGHT, "executor.extraJavaOptions": LIGHT}
    options = [word for name, value in conf.items() for word in ("--conf", f"spark.{name}={value}")]
    return ["--engine", "spark", "--master", cluster.address, *options]


@pytest.mark.parametrize("step", ["extractions/*.parquet", "work/*/signatures"])
def test_a_worker_killed_on_the_way_changes_nothing(
    step: str, cluster: Cluster, corpus: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    victim = cluster.add_worker()
    run = start(corpus, tmp_path / "ledger", *on(cluster))
    until(lambda: run.poll() is not None or next((tmp_path / "ledger").glob(step), None), f"no {step}")
    assert run.poll() is None, "it was done before the worker was killed"
    kill(victim)
    _, told = run.communicate(timeout=LONGEST)
    assert run.returncode == 0, told
    assert "Lost executor" in told
    assert tables_of(tmp_path / "ledger") == expected


def test_two_workers_leave_what_one_process_leaves(
    cluster: Cluster, corpus: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    cluster.add_worker()
    run = start(corpus, tmp_path / "ledger", *on(cluster))
    _, told = run.communicate(timeout=LONGEST)
    assert run.returncode == 0, told
    assert tables_of(tmp_path / "ledger") == expected


def test_what_a_killed_driver_began_one_machine_ends(
    cluster: Cluster, corpus: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    run = start(corpus, tmp_path / "ledger", *on(cluster))
    until(lambda: next((tmp_path / "ledger").glob("work/*/signatures"), None), "no signatures")
    run.kill()
    run.communicate()
    local = start(corpus, tmp_path / "ledger", "--workers", "1")
    local.communicate(timeout=LONGEST)
    assert local.returncode == 0
    assert tables_of(tmp_path / "ledger") == expected
