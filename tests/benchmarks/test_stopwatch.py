"""Every stage is measured where it is called, and time inside another stage counts once."""

import pytest
from benchmarks.stopwatch import STAGES, Stopwatch, place

import twosource


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_the_function_of_a_stage_stands_where_it_is_looked_for(stage):
    owner, name = place(stage)
    assert callable(getattr(owner, name))


def test_stages_of_a_run_are_counted_and_put_back():
    owner, name = place(STAGES[0])
    before = getattr(owner, name)
    watch = Stopwatch()
    with watch.running():
        twosource.extract("Ten people came.")
    assert getattr(owner, name) is before
    assert {row["stage"]: row["calls"] for row in watch.rows()}["extract: figures"] == 1


def test_an_inner_stage_takes_its_time_from_the_outer_one():
    watch = Stopwatch()
    inner = watch.wrap("inner", lambda: sum(range(200_000)))
    watch.wrap("outer", inner)()
    assert sum(watch.samples["outer"]) < sum(watch.samples["inner"])
