"""Two revisions are compared by the least time of each stage, and by what share of their output is the same."""

import json
from pathlib import Path

import pytest
from benchmarks.stages import Run

from benchmarks import stages

ROOT = Path(__file__).parents[2]


def test_the_least_time_of_each_stage_counts():
    one, other = (
        Run({"keys": 2.0, "claims: figures": 1.0}, 5.0, {"pairs": ["a"]}),
        Run({"keys": 1.0, "claims: figures": 3.0}, 6.0, {"pairs": ["a"]}),
    )
    assert one.least(other) == Run({"keys": 1.0, "claims: figures": 1.0}, 5.0, {"pairs": ["a"]})


def test_a_stage_that_was_cut_into_steps_is_compared_as_a_whole():
    found = stages.compared(
        "check",
        Run({"align": 4.0}, 4, {"pairs": ["a", "b"]}),
        Run({"align: one": 1.0, "align: two": 1.0}, 2, {"pairs": ["b"], "pages": ["c"]}),
    )
    assert [(row["stage"], row["ratio"]) for row in found["stages"]] == [("align", 2.0)]
    assert found["all"]["ratio"] == 2
    assert found["equal"] == {"pages": 0, "pairs": 0.5}
    assert stages.summary(found) == "check: 2.0 times as fast; equal are 0.0% of the pages, 50.0% of the pairs"


def test_a_revision_that_git_does_not_know_is_told_in_a_line():
    with pytest.raises(ValueError, match="no revision 'nowhere'"), stages.checkout("nowhere"):
        pass


def test_the_same_files_give_the_same_output_and_only_their_own_package_is_measured(tmp_path):
    given = tmp_path / "texts.json"
    rows = [{"id": name, "text": "Ten people died in Harwick, the mayor of Harwick said on Monday."} for name in "ab"]
    given.write_text(json.dumps({"extract": [rows], "reuse": [rows], "check, one": [rows]}))
    first, second = (stages.measure(ROOT, given) for _ in range(2))
    assert list(first) == ["extract", "reuse", "check, one"]
    assert [run.output for run in first.values()] == [run.output for run in second.values()]
    assert all(run.output for run in first.values())
    with pytest.raises(ValueError, match=r"imported from|No module"):
        stages.measure(tmp_path, given)


def test_the_command_prints_a_table_and_writes_it(tmp_path, monkeypatch, capsys):
    table = stages.compared("reuse", Run({"align": 4.0}, 4, {"pairs": ["a"]}), Run({"align": 2.0}, 2, {"pairs": ["a"]}))
    monkeypatch.setattr(stages, "texts", lambda *_: {})
    monkeypatch.setattr(stages, "run", lambda *_, **__: [table])
    monkeypatch.setattr("sys.argv", ["stages", "before", "--json", str(tmp_path / "found.json")])
    assert stages.main() == 0
    told = capsys.readouterr().out
    assert "reuse: 2.0 times as fast; equal are 100.0% of the pairs" in told
    assert json.loads((tmp_path / "found.json").read_text())["works"] == [table]
