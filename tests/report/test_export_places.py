"""Where exports go: whole or not at all, and never over what is somebody else's."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import need_module
from report.exports import contents, written
from report.ledgers import hostile_ledger
from twosource.cli import main
from twosource.errors import UsageError
from twosource.ledger import Ledger
from twosource.report.export import FORMATS, export
from twosource.report.export.places import MARK

FILES = [name for name, form in FORMATS.items() if not form.folder]
FOLDERS = [name for name, form in FORMATS.items() if form.folder]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("make", [Ledger, hostile_ledger])
def test_what_it_wrote_itself_is_replaced(form: str, make: Callable[[], Ledger], tmp_path: Path) -> None:
    path = written(make(), form, tmp_path)
    export(hostile_ledger("new"), form, path)
    (tmp_path / "other").mkdir()
    assert contents(path) == contents(written(hostile_ledger("new"), form, tmp_path / "other"))


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("content", [b"my own work", b"PK\x03\x04 an archive", b"SQLite format 3\0" + bytes(200)])
def test_a_file_of_somebody_else_is_left_alone_unless_forced(form: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "mine"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="not written by twosource"):
        export(Ledger(), form, path)
    assert contents(tmp_path) == {"mine": content}
    export(Ledger(), form, path, force=True)
    assert path.read_bytes() != content and list(tmp_path.iterdir()) == [path]


def test_a_workbook_that_was_worked_on_is_left_alone(harbour: Ledger, tmp_path: Path) -> None:
    openpyxl = need_module("openpyxl", "workbooks are opened with it")
    path = written(harbour, "xlsx", tmp_path)
    book = openpyxl.load_workbook(path)
    book["claims"]["Z2"] = "call the harbour office"
    book.save(path)
    with pytest.raises(UsageError, match="not written by twosource"):
        export(harbour, "xlsx", path)


@pytest.mark.parametrize("form", FOLDERS)
def test_a_folder_of_somebody_else_is_left_alone(form: str, tmp_path: Path) -> None:
    path = tmp_path / "mine"
    path.mkdir()
    (path / "notes.txt").write_text("keep")
    with pytest.raises(UsageError, match="holds other things"):
        export(Ledger(), form, path)
    assert contents(tmp_path) == {"mine/notes.txt": b"keep"}
    export(Ledger(), form, path, force=True)
    assert (path / "notes.txt").read_text() == "keep" and (path / MARK).is_file()


def test_files_that_others_put_into_its_folder_stay(harbour: Ledger, tmp_path: Path) -> None:
    path = written(harbour, "markdown", tmp_path)
    (path / ".obsidian").mkdir()
    (path / ".obsidian" / "app.json").write_text("{}")
    (path / "claims" / "my note.md").write_text("mine")
    export(Ledger(), "markdown", path)
    assert sorted(contents(path)) == [".obsidian/app.json", MARK, "claims/my note.md", "index.md"]
    export(Ledger(), "markdown", path)
    assert (path / "claims" / "my note.md").read_text() == "mine"


@pytest.mark.parametrize("form", FOLDERS)
def test_a_file_of_its_folder_that_was_changed_is_left_alone(form: str, tmp_path: Path) -> None:
    path = written(hostile_ledger(), form, tmp_path)
    changed = next(file for file in sorted(path.rglob("*")) if file.is_file() and file.name != MARK)
    changed.write_text("edited")
    with pytest.raises(UsageError, match="was changed since"):
        export(hostile_ledger(), form, path)
    assert changed.read_text() == "edited"
    export(hostile_ledger(), form, path, force=True)
    assert changed.read_bytes() != b"edited"


def test_a_file_in_the_way_of_a_new_one_is_left_alone(harbour: Ledger, tmp_path: Path) -> None:
    path = written(Ledger(), "markdown", tmp_path)
    mine = path / "claims" / f"claim-{harbour.claims[0].id}.md"
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("mine")
    before = contents(path)
    with pytest.raises(UsageError, match="not written by twosource"):
        export(harbour, "markdown", path)
    assert contents(path) == before


def test_neighbours_are_left_alone(tmp_path: Path) -> None:
    for name in ("story.part", "story.old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mine.txt").write_text("keep")
    for _ in range(2):
        export(Ledger(), "csv", tmp_path / "story")
    assert all((tmp_path / name / "mine.txt").is_file() for name in ("story.part", "story.old"))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["story", "story.old", "story.part"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_failure_leaves_what_stood_there(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(Ledger(), form, tmp_path)
    before = contents(path)

    def fail(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UsageError, match="No space left"):
        export(hostile_ledger(), form, path)
    assert contents(path) == before and list(tmp_path.iterdir()) == [path]


def test_a_link_leads_to_the_folder_that_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    export(Ledger(), "csv", tmp_path / "link")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real" / "claims.csv").is_file()


@pytest.mark.parametrize("form", FORMATS)
def test_a_place_that_cannot_be_written_is_one_line(form: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "file" / "inner", tmp_path / "none" / "inner", tmp_path / ("x" * 300)):
        with pytest.raises(UsageError, match="cannot write") as raised:
            export(Ledger(), form, place)
        assert "\n" not in str(raised.value)
    with pytest.raises(UsageError, match="is a f"):
        export(Ledger(), form, tmp_path / ("file" if FORMATS[form].folder else "folder"), force=True)


def test_the_command_writes_what_the_library_writes(harbour: Ledger, tmp_path: Path, capsys: Any) -> None:
    ledger = tmp_path / "story.duckdb"
    harbour.save(ledger)
    place = tmp_path / "a.xlsx"
    assert main(["export", str(ledger), "--format", "xlsx", "--out", str(place)]) == 0
    export(harbour, "xlsx", tmp_path / "b.xlsx")
    assert place.read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    place.write_bytes(b"mine")
    assert main(["export", str(ledger), "--format", "xlsx", "--out", str(place)]) == 2
    assert "with --force" in capsys.readouterr().err
    assert main(["export", str(ledger), "--format", "xlsx", "--out", str(place), "--force"]) == 0
    assert main(["export", str(tmp_path / "none.duckdb"), "--format", "csv", "--out", str(tmp_path / "c")]) == 1
    assert "no ledger at" in capsys.readouterr().err


def test_a_check_writes_every_format(harbour: Ledger, folder: Path, tmp_path: Path, capsys: Any) -> None:
    (folder / "a.txt").write_text("A mill burned down in Vell on Monday, the mayor said. Two people were injured.")
    for form in FORMATS:
        assert main(["check", str(folder), "--workers", "1", "--format", form, "--out", str(tmp_path / form)]) == 0
        assert (tmp_path / form).exists()
    capsys.readouterr()
    assert main(["check", str(folder), "--workers", "1", "--format", "json"]) == 0
    assert capsys.readouterr().out.startswith('{\n "format": "twosource-ledger/1"')
    assert main(["check", str(folder), "--format", "csv"]) == 2
    assert "needs a place" in capsys.readouterr().err


def test_a_workbook_without_its_library_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError, match=r"pip install 'twosource\[xlsx\]'"):
        export(Ledger(), "xlsx", tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []
