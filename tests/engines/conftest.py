"""Every engine, and Spark once for all tests: starting it costs more than most of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import need, need_module
from twosource.engines.base import Engine
from twosource.engines.local import LocalEngine
from twosource.engines.spark import SparkEngine
from twosource.engines.spark_session import spark_session

TESTS = Path(__file__).parents[1]

# Tests have few rows: less work on code that runs once, fewer tasks.
SMALL = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.shuffle.partitions": "2",
    "spark.executorEnv.PYTHONPATH": str(TESTS),
}


@pytest.fixture(scope="session")
def session() -> Iterator[Any]:
    need_module("pyspark", "Spark is one of the engines; install twosource[spark]")
    need("java", "Spark runs on it; install the package openjdk-17-jre-headless")
    with spark_session("local[2]", SMALL) as session:
        yield session


@pytest.fixture(params=["one process", "two processes", pytest.param("spark", marks=pytest.mark.spark)])
def engine(request: pytest.FixtureRequest) -> Engine:
    if request.param == "spark":
        return SparkEngine(request.getfixturevalue("session"))
    return LocalEngine(workers=2 if request.param == "two processes" else 1)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus of some stories, in several files, with a file that cannot be read."""
    from benchmarks.generator.story import generate_corpus

    folder = tmp_path_factory.mktemp("given") / "corpus"
    folder.mkdir()
    rows = list(generate_corpus(5, 120))
    rows[7]["text"] += "\n\nThe storm left 300 people stranded."
    for n in range(8):
        lines = [json.dumps(row) for row in rows[n::8]]
        (folder / f"{n}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "torn.jsonl").write_text('{"id": "torn", "text"', encoding="utf-8")
    return folder
