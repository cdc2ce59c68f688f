"""Spark is opened when it is asked for and fit for the work; what is missing is said in one line."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from twosource.engines import spark_session
from twosource.errors import EngineError, UsageError

PROGRAM = "import sys; from twosource.cli import main; sys.exit(main(sys.argv[1:]))"


def told(
    folder: Path, *options: str, given: str = "nothing", environment: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """The exit status of a run by Spark, and all that it says."""
    command = [sys.executable, "-c", PROGRAM, "run", given, "--ledger", str(folder / "ledger"), *options]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=100)
    assert not done.stdout and not (folder / "ledger").exists()
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("environment", "why"), [({}, "there is none on the path"), ({"JAVA_HOME": "/nowhere"}, "JAVA_HOME is /nowhere")]
)
def test_without_java_one_line_says_so(environment: dict[str, str], why: str, tmp_path: Path) -> None:
    status, said = told(tmp_path, "--engine", "spark", environment={"PATH": "", **environment})
    assert status == 1
    assert said.startswith(f"twosource: Spark needs Java 17 or newer and {why}")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--master", "local[2]"], "add --engine spark"),
        (["--conf", "spark.executor.memory=4g"], "add --engine spark"),
        (["--engine", "spark", "--conf", "executor.memory=4g"], "'executor.memory' is no option of Spark"),
        (["--engine", "spark", "--conf", "spark.executor.memory"], "'spark.executor.memory' is no option of Spark"),
        (["--engine", "spark", "--master", "head:7077"], "'head:7077' is no cluster; write spark://HOST:7077"),
    ],
)
def test_what_cannot_be_meant_is_told_before_anything_starts(options: list[str], why: str, tmp_path: Path) -> None:
    status, said = told(tmp_path, *options)
    assert status == 2
    assert why in said
    assert said.count("\n") == 1


def test_standard_input_is_refused_where_no_worker_can_read_it(tmp_path: Path) -> None:
    status, said = told(tmp_path, "--engine", "spark", given="-")
    assert (status, said.count("\n")) == (2, 1)
    assert "no worker of Spark can read this standard input" in said


def test_without_pyspark_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark_session, "_need_java", lambda: None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with (
        pytest.raises(EngineError, match=r"pip install 'twosource\[spark\]'"),
        spark_session.spark_session("local[1]"),
    ):
        pass


def test_options_may_hold_an_equals_sign() -> None:
    assert spark_session.spark_options(["spark.a=-Db=c", "spark.d="]) == {"spark.a": "-Db=c", "spark.d": ""}
    with pytest.raises(UsageError):
        spark_session.spark_options(["=c"])


@pytest.mark.parametrize(
    ("trace", "cause"),
    [
        ("An exception was thrown.\nTraceback\n  File\nValueError: no such day\n", "ValueError: no such day"),
        (
            "An error occurred while calling o1.\n: org.apache.spark.SparkException: Exception thrown in awaitResult: \n"
            "\tat a.b\nCaused by: org.apache.spark.SparkException: Job aborted: Task 0 failed 1 times, "
            "most recent failure: Lost task 0.0: java.io.IOException: error=2\nCaused by: java.io.IOException: error=2\n",
            "Lost task 0.0: java.io.IOException: error=2",
        ),
        ("Traceback\nModuleNotFoundError: No module named 'twosource'\n", "they cannot import it; install it on all"),
        ("something else\nat a place", "something else"),
    ],
)
def test_the_cause_of_an_error_is_one_line_of_its_trace(trace: str, cause: str) -> None:
    error = type("PySparkException", (Exception,), {"__module__": "pyspark.errors"})
    with pytest.raises(EngineError) as raised, spark_session.told_in_one_line():
        raise error(trace)
    assert str(raised.value).startswith(f"Spark gave up ({cause}")
    assert "\n" not in str(raised.value)


def test_a_java_that_dies_is_told() -> None:
    with pytest.raises(EngineError, match="Java process beside this one has ended"), spark_session.told_in_one_line():
        raise ConnectionRefusedError(111, "Connection refused")
    with pytest.raises(KeyError), spark_session.told_in_one_line():
        raise KeyError("an error of our own")


@pytest.mark.spark
def test_workers_of_another_version_are_refused(session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    here = spark_session.__version__
    monkeypatch.setattr(spark_session, "__version__", "9.9.9")
    with pytest.raises(EngineError, match=rf"have twosource {here}, and here it is 9\.9\.9"):
        spark_session._need_the_same_version(session)


@pytest.mark.spark
def test_no_command_loads_spark_unless_it_is_asked_for(session: Any) -> None:
    program = (
        "import sys, twosource.cli, twosource.api, twosource.engines.spark, twosource.engines.spark_session\n"
        "sys.exit(any(name.partition('.')[0] in ('pyspark', 'py4j', 'pandas') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
