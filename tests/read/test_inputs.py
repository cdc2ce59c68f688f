"""Which files the inputs name, and their ids."""

import os
from pathlib import Path

import pytest

from twosource.read.inputs import Input, locate


def put(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A text.", encoding="utf-8")
    return folder


def ids(*inputs: str | Path) -> list[str]:
    return [item.id for item in locate(inputs)[0]]


def reasons(*inputs: str | Path) -> dict[str, str]:
    return {reject.document: reject.reason for reject in locate(inputs)[1]}


def test_a_folder_is_read_with_all_folders_in_it_and_a_file_named_alone_is_called_by_its_name(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/deep/c.HTML", "a/d.jsonl.gz")
    assert ids(tmp_path) == ["a/d.jsonl.gz", "a/deep/c.HTML", "b.txt"]
    assert ids(tmp_path / "a/deep/c.HTML") == ["c.HTML"]


def test_kinds_follow_the_suffix(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.md", "c.htm", "d.json", "e.ndjson", "f.txt.gz")
    found = {item.id: (item.kind, item.packing) for item in locate([tmp_path])[0]}
    assert found == {
        "a.txt": ("text", ""),
        "b.md": ("text", ""),
        "c.htm": ("html", ""),
        "d.json": ("json", ""),
        "e.ndjson": ("lines", ""),
        "f.txt.gz": ("text", "gzip"),
    }


def test_a_dash_is_standard_input() -> None:
    assert locate(["-"]) == ([Input(path=Path("-"), id="-", kind="stream")], [])


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "deep/c.txt"]),
        ("d*", ["deep/c.txt", "deep/e.md"]),
        ("deep/*.txt", ["c.txt"]),
        ("[ab].txt", ["a.txt", "b.txt"]),
    ],
)
def test_ids_of_a_glob_start_where_its_pattern_starts(tmp_path: Path, pattern: str, expected: list[str]) -> None:
    put(tmp_path, "a.txt", "b.txt", "deep/c.txt", "deep/e.md", ".hidden.txt")
    assert ids(tmp_path / pattern) == expected


def test_a_name_that_looks_like_a_glob_is_a_name_first(tmp_path: Path) -> None:
    put(tmp_path, "[1].txt", "1.txt")
    assert ids(tmp_path / "[1].txt") == ["[1].txt"]


def test_order_and_repetition_of_the_inputs_change_nothing(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "in/b.txt")
    expected = ["a.txt", "in/b.txt"]
    assert ids(tmp_path, tmp_path / "in", tmp_path / "in/b.txt") == expected
    assert ids(tmp_path / "in/b.txt", tmp_path / "in", tmp_path, tmp_path) == expected


def test_two_files_of_one_name_get_the_folders_that_tell_them_apart(tmp_path: Path) -> None:
    put(tmp_path, "x/one/a.txt", "x/two/a.txt", "x/two/b.txt")
    folders = [tmp_path / "x/one", tmp_path / "x/two"]
    assert ids(*folders) == ids(*reversed(folders)) == ["b.txt", "one/a.txt", "two/a.txt"]


def test_folders_of_one_name_need_more_of_the_path(tmp_path: Path) -> None:
    put(tmp_path, "x/in/a.txt", "y/in/a.txt")
    assert ids(tmp_path / "x/in", tmp_path / "y/in") == ["x/in/a.txt", "y/in/a.txt"]


def test_names_that_start_with_a_dot_are_passed_over_in_folders_and_read_when_named(tmp_path: Path) -> None:
    put(tmp_path, ".draft.txt", ".git/a.txt", "b.txt")
    assert ids(tmp_path) == ["b.txt"]
    assert ids(tmp_path / ".draft.txt") == [".draft.txt"]


def test_links_in_a_circle_come_to_an_end_and_a_linked_file_counts_once(tmp_path: Path) -> None:
    put(tmp_path, "in/a.txt")
    (tmp_path / "in/up").symlink_to(tmp_path)
    (tmp_path / "in/self").symlink_to(tmp_path / "in/self")
    (tmp_path / "a-link-first").symlink_to(tmp_path / "in")
    (tmp_path / "in/latest.txt").symlink_to(tmp_path / "in/a.txt")
    assert ids(tmp_path) == ["in/a.txt"]
    assert reasons(tmp_path) == {"in/self": "unreadable"}


def test_what_is_no_input_is_rejected_with_its_reason(tmp_path: Path) -> None:
    put(tmp_path, "table.xls", "README", "archive.gz", "page.doc.zst")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert ids(tmp_path) == []
    assert reasons(tmp_path) == {
        "README": "unknown_format",
        "archive.gz": "unknown_format",
        "gone.txt": "unreadable",
        "page.doc.zst": "unknown_format",
        "pipe.txt": "unreadable",
        "table.xls": "unknown_format",
    }
    assert ".csv" in next(reject.detail for reject in locate([tmp_path])[1] if reject.document == "table.xls")


def test_what_is_not_there_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert reasons(tmp_path / "empty") == {"empty": "empty_folder"}
    assert set(reasons(tmp_path / "none.txt", tmp_path / "none/*.txt").values()) == {"not_found"}
    assert set(reasons("x" * 5000, "a\0b").values()) == {"unreadable"}


def test_a_folder_that_may_not_be_read_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", "locked/b.txt")
    listing = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", refuse)  # rights do not bind the administrator, who may run the tests
    assert ids(tmp_path) == ["a.txt"]
    assert reasons(tmp_path) == {"locked": "unreadable"}
