"""A run leaves the same files behind, to the byte, whichever engine did the work."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine_steps import tables_of
from twosource.api import reuse_all, run, stories
from twosource.corpus import judging, reading
from twosource.engines import local
from twosource.engines.base import Engine
from twosource.engines.local import LocalEngine
from twosource.engines.spark import SparkEngine
from twosource.ledger import Ledger

Ran = Callable[[Engine, str], tuple[dict[str, bytes], bytes]]


@pytest.fixture
def ran(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Runs the corpus by an engine, in many small tasks and stored shards: its files, and what the ledger holds."""
    monkeypatch.setattr(reading, "TASK_INPUTS", 2)
    monkeypatch.setattr(judging, "SHARD_DOCUMENTS", 20)
    monkeypatch.setattr(judging, "STORED_DOCUMENTS", 1)

    def ran(engine: Engine, name: str) -> tuple[dict[str, bytes], bytes]:
        rejects = run([corpus], tmp_path / name, engine=engine)
        assert [one.document for one in rejects] == ["torn.jsonl:1"]
        found = tables_of(tmp_path / name)
        assert len([name for name in found if name.startswith("judged")]) > 2, "one shard would prove little"
        return found, Ledger.open(tmp_path / name).to_json()

    return ran


def test_two_processes_leave_what_one_leaves(ran: Ran) -> None:
    assert ran(LocalEngine(workers=2), "two") == ran(LocalEngine(), "one")


def test_what_is_judged_in_memory_is_what_is_judged_of_files(ran: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = ran(LocalEngine(), "stored")
    monkeypatch.setattr(judging, "STORED_DOCUMENTS", 10_000)
    monkeypatch.setattr(local, "POOL_FROM_BYTES", 1)
    assert ran(LocalEngine(workers=2), "held") == stored


@pytest.mark.spark
def test_spark_leaves_what_one_process_leaves(ran: Ran, session: Any) -> None:
    assert ran(SparkEngine(session), "spark") == ran(LocalEngine(), "local")


@pytest.mark.spark
def test_spark_finds_the_stories_and_the_pairs_of_one_process(corpus: Path, session: Any) -> None:
    for find in (stories, reuse_all):
        found, rejects = find([corpus], engine=SparkEngine(session))
        assert (found, rejects) == find([corpus])
        assert len(found) > 1
