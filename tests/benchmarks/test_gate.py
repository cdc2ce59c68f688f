"""Floors rise, and sink only with a reason that stands in their file."""

import pytest
from benchmarks.gate import Floors
from benchmarks.tasks import CASES, TASKS

from benchmarks import cases


def result(value, digest="1"):
    return {"data": "cases/x", "skill": "x", "digest": digest, "headline": ["F1"], "measures": {"F1": value}}


@pytest.fixture
def floors(tmp_path):
    made = Floors(tmp_path / "floors.toml")
    made.lift([result(0.9)], pin=True)
    made.write()
    return Floors(tmp_path / "floors.toml")


def test_a_fall_below_the_floor_is_told(floors):
    assert list(floors.problems([result(0.875)])) == []
    assert list(floors.problems([result(0.7)])) == ["cases/x: F1 is 0.700, its floor 0.870"]


def test_raising_never_lowers(floors):
    floors.lift([result(0.95)], pin=False)
    floors.lift([result(0.5)], pin=False)
    assert floors.tasks["cases/x"]["floor"]["F1"] == pytest.approx(0.92, abs=0.0011)


def test_changed_cases_are_told_and_pinned_only_when_asked(floors):
    assert any("others" in line for line in floors.problems([result(0.95, "2")]))
    floors.lift([result(0.5, "2")], pin=False)
    assert floors.tasks["cases/x"]["digest"] == "1"
    floors.lift([result(0.5, "2")], pin=True)
    assert list(floors.problems([result(0.5, "2")])) == []


def test_a_lower_floor_needs_its_reason(floors):
    with pytest.raises(ValueError, match="--because"):
        floors.lower("cases/x", "F1", 0.5, " ")
    floors.lower("cases/x", "F1", 0.5, "the other measure is worth more")
    floors.write()
    assert list(Floors(floors.path).problems([result(0.6)])) == []


def test_a_floor_lowered_by_hand_is_told(floors):
    floors.path.write_text(floors.path.read_text().replace('floor = { "F1" = 0.87', 'floor = { "F1" = 0.4'))
    assert any("without a reason" in line for line in Floors(floors.path).problems([result(0.95)]))


@pytest.mark.parametrize("task", [task for task in TASKS if task.data.startswith(CASES)], ids=lambda task: task.data)
def test_cases_load_with_their_words_in_their_texts(task):
    name = task.data.removeprefix(CASES)
    loaded = cases.load(name)
    if loaded:
        assert len(loaded) >= 150
        assert all(row["reason"] for row in cases.read(name) if row.get("text", "x"))


def test_the_two_kinds_of_sentence_pairs_hold_each_other_the_balance():
    rows = cases.read("sentence_pairs")
    share = sum(row["same"] == "1" for row in rows) / len(rows)
    assert 0.45 < share < 0.55
    assert len({row["register"] for row in rows}) == 8
    assert len({(row["a"], row["b"]) for row in rows}) == len(rows)
