"""Every public set that is read has its repository, revision and licence written down."""

import re

from benchmarks.sets import SETS
from benchmarks.tasks import CASES, TASKS


def test_every_set_that_a_task_reads_is_described():
    assert {task.data for task in TASKS if not task.data.startswith(CASES)} <= set(SETS)


def test_repositories_revisions_and_licences_are_whole():
    for source in SETS.values():
        assert source.licence
        assert source.repositories
        for repository, revision in source.repositories.items():
            assert re.fullmatch(r"[\w.-]+/[\w.-]+", repository)
            assert revision is None or re.fullmatch(r"[0-9a-f]{40}", revision)
