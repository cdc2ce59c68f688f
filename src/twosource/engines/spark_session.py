"""Spark as the command line opens it: with this Python on the workers, and with errors of one line."""

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import resources
from pathlib import Path
from typing import Any

from twosource import __version__
from twosource.errors import EngineError, TwosourceError, UsageError

# What Spark is told where nobody tells it otherwise: it draws no progress of its own and opens no page to the network.
_QUIET = {"spark.app.name": "twosource", "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
# On one machine its parts talk to one another alone.
_ALONE = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}


@contextmanager
def spark_session(master: str | None = None, options: Mapping[str, str] | None = None) -> Iterator[Any]:
    """A `pyspark.sql.SparkSession` whose workers can run this package, stopped when the context ends.

    `master` and `options` are as `spark-submit` knows them; without a master it is the one that Spark is configured with,
    or this machine. `UsageError` for what names no master, `EngineError` where Spark, Java or a worker is not fit for it.
    """
    if master and not re.match(r"(local|spark://|yarn|k8s://)", master):
        raise UsageError(f"{master!r} is no cluster; write spark://HOST:7077, yarn, k8s://HOST:443 or local[2]")
    _need_java()
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise EngineError("Spark is not installed; install it with: pip install 'twosource[spark]'") from error
    # Workers run the Python of the driver: another one may lack this package, or read what it is sent otherwise.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if "SPARK_CONF_DIR" not in os.environ:  # where no one has said what Spark logs, it says what goes wrong and no more
        log = resources.files("twosource.engines").joinpath("spark_log.properties")
        os.environ.setdefault("SPARK_SUBMIT_OPTS", f"-Dlog4j2.configurationFile=file:{log}")
    with told_in_one_line(f"cannot start Spark{f' at {master}' if master else ''}"):
        builder = SparkSession.builder
        alone = _ALONE if master and master.startswith("local") else {}
        # What a person says to this package by its environment holds on the workers too.
        said = {
            f"spark.executorEnv.{name}": value for name, value in os.environ.items() if name.startswith("TWOSOURCE_")
        }
        for name, value in {**_QUIET, **alone, **said, **(options or {})}.items():
            builder = builder.config(name, value)
        session = (builder.master(master) if master else builder).getOrCreate()
    try:
        with told_in_one_line("the workers of Spark cannot run twosource"):
            _need_the_same_version(session)
        yield session
    finally:
        with suppress(Exception):  # what cannot be stopped has ended by itself, and its error is on the way
            session.stop()


def spark_options(written: list[str]) -> dict[str, str]:
    """The options of `NAME=VALUE` pairs."""
    pairs = [one.partition("=") for one in written]
    for name, mark, _ in pairs:
        if not mark or not name.startswith("spark."):
            raise UsageError(f"{name!r} is no option of Spark; write --conf spark.executor.memory=4g")
    return {name: value for name, _, value in pairs}


def _need_java() -> None:
    home = os.environ.get("JAVA_HOME")
    java = Path(home, "bin", "java") if home else shutil.which("java")
    if not java or not shutil.which(java):
        where = f"JAVA_HOME is {home}, which has no bin/java" if home else "there is none on the path"
        raise EngineError(f"Spark needs Java 17 or newer and {where}; install one, or set JAVA_HOME to where it is")


def _need_the_same_version(session: Any) -> None:
    count = int(session.sparkContext.defaultParallelism)
    found = session.range(0, count, 1, count).mapInArrow(_version, "version string").toArrow()
    others = sorted(set(found["version"].to_pylist()) - {__version__})
    if others:
        raise EngineError(
            f"the workers of Spark have twosource {others[0]}, and here it is {__version__}; install the same on all of them"
        )


def _version(batches: Iterator[Any]) -> Iterator[Any]:
    import pyarrow as pa

    for _ in batches:
        yield pa.RecordBatch.from_pydict({"version": [__version__]})


@contextmanager
def told_in_one_line(what: str = "Spark gave up") -> Iterator[None]:
    """Turns an error of Spark, which comes with the traces of two languages, into an `EngineError` of one line."""
    try:
        yield
    except TwosourceError:
        raise
    except Exception as error:
        own = type(error).__module__.partition(".")[0] in ("pyspark", "py4j")
        gone = isinstance(error, ConnectionError) or type(error).__name__ == "Py4JNetworkError"
        if not own and not gone:
            raise
        cause = "the Java process beside this one has ended" if gone else _cause(str(error))
        raise EngineError(f"{what} ({cause}); --debug shows the whole trace") from error


def _cause(told: str) -> str:
    """The line of a trace that says what happened: the last error of Python, or else the first of Java that tells more."""
    for sign, cause in _KNOWN.items():
        if sign in told:
            return cause
    python = re.findall(r"^(?:[a-z_.]+\.)?[A-Za-z]+(?:Error|Exception): .+", told, re.MULTILINE)
    java = re.findall(r"^(?:Caused by)?: [\w.$]+: (?!Exception thrown in awaitResult)(.+)", told, re.MULTILINE)
    lines = python[-1:] or java[:1] or [told.strip().partition("\n")[0]]
    return re.sub(r".* most recent failure: ", "", lines[0]).strip()


# What errors of Spark contain that does not say by itself what is to be done.
_KNOWN = {
    "No module named 'twosource'": "they cannot import it; install it on all of them, in the Python that PYSPARK_PYTHON names",
    "JAVA_GATEWAY_EXITED": "Java ended at once and says why above; Spark needs Java 17 or newer",
    "on a stopped SparkContext": "no cluster answers there, or it put an end to the work",
}
