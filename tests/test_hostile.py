"""Broken files are rejected with a reason, odd ones are read as they are, and nothing ends in a traceback."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from twosource.read import read

ARTICLES = {
    "herald.txt": (
        "---\ntitle: Dam at Vell gives way\npublisher: Vell Herald\npublished: 2024-05-14T08:00:00+02:00\n---\n"
        "The dam above Vell gave way on Monday night and flooded 320 houses, the district office said.\n\n"
        "“We had ten minutes to leave,” said Tomas Erling, who keeps the mill. Nobody was killed.\n"
    ),
    "courier.md": (
        "---\npublisher: Valley Courier\npublished: 2024-05-14\n---\n"
        "Some 320 houses stood under water on Tuesday after the Vell dam broke, according to the district office.\n\n"
        "“We had ten minutes to leave,” mill keeper Tomas Erling told the Courier.\n"
    ),
    "post.html": (
        "<!DOCTYPE html><html lang='en'><head><title>Flood in Vell</title>"
        "<meta property='og:site_name' content='Northern Post'></head><body><article><h1>Flood in Vell</h1>"
        "<p>More than 300 houses were flooded when a dam broke above the town of Vell, officials said on Tuesday.</p>"
        "<p>The governor, Ada Moen, said that 40 soldiers would help to clear the streets of mud and stones.</p>"
        "<p>She promised 2 million crowns for those who lost their homes in the night.</p></article></body></html>"
    ),
    "wire.jsonl": (
        '{"id": "wire-1", "publisher": "North Wire", "text": "VELL (North Wire) - A dam broke on Monday night."}\n'
        '{"id": "wire-2", "publisher": "North Wire", "text": "Ada Moen said 400 soldiers would come to Vell."}\n'
    ),
}

BROKEN: dict[str, tuple[bytes, str]] = {
    "README": (b"The dam broke at night.", "unknown_format"),
    "blank.md": (b" \r\n\t\n", "empty_body"),
    "empty.txt": (b"", "empty_body"),
    "no-body.html": (b"<html><head><title>Flood in Vell</title></head></html>", "no_main_text"),
    "no-gzip.txt.gz": (b"The dam broke at night.", "corrupt"),
    "no-json.json": (b"The dam broke at night.", "bad_row"),
    "no-rows.json": (b"[]", "empty_body"),
    "one-word.txt": (b"a" * 1_000_000, "too_short"),
    "no-words.txt": ("… — !!! “” 🌊".encode(), "too_short"),
    "nuls.txt": (b"The dam \0\0\0\0\0\0 broke", "binary"),
    "program.txt": (b"\x7fELF\x02\x01\x01" + bytes(64), "binary"),
    "scan.txt": (b"%PDF-1.7\n1 0 obj\n", "binary"),
    "slides.pptx": (b"The dam broke at night.", "unknown_format"),
    "table.csv": (b"id,headline\n1,The dam broke\n", "no_text_column"),
    "title-only.md": (b"---\ntitle: Flood\n---\n", "empty_body"),
    "word.txt": (b"Flood\n", "too_short"),
}

GERMAN = "Der Damm über Vell brach in der Nacht, und später standen 320 Häuser unter Wasser, sagte Frau Müller."
RUSSIAN = "Плотина над городом прорвалась ночью, и под водой оказались 320 домов, сообщили в районе."
RANDOM_WORDS = " ".join(f"{at * 7919 % 10007}" for at in range(3000))

ODD = {
    "one-line.txt": "the water rose and rose " * 220_000,
    "no-spaces.txt": "水坝决堤淹没房屋" * 100_000,
    "open-quotes.txt": "The dam “broke ‘at « night, " * 2000,
    "right-to-left.txt": "قال المحافظ إن 320 منزلا غمرتها المياه.\n",
    "marks.txt": "A\u202ec\u0301 dam \u200bbroke\u2028at night\ufeff",
    "emoji.txt": "Flood 🌊🌊 in Vell 👩\u200d👩\u200d👧 said 🇳🇴 “help 🆘”",
    "one-nul.txt": "The dam\0 broke at night.",
    "old-mac.txt": "The dam broke.\r320 houses flooded.\r",
    "mixed-ends.txt": "The dam\r\n broke\r at night\n\n",
    "markup.txt": "</script><script>alert(1)</script> said <b>Moen",
    "figures.txt": "1,2,3,4.5.6.7 -8 %%% $$$ 9e999 0/0 00:00 " * 300,
    "utf-16.txt": RUSSIAN,
    "cp1251.txt": RUSSIAN,
    "latin-1.txt": GERMAN,
}
ENCODED = {
    name: text.encode(
        encoding if (encoding := name.removesuffix(".txt")) in ("utf-16", "cp1251", "latin-1") else "utf-8"
    )
    for name, text in ODD.items()
}

PARTLY: dict[str, tuple[bytes, int, str]] = {
    "bad-date.md": (b"---\npublished: soon\n---\nThe dam broke at night.", 1, "bad_date"),
    "bad-line.jsonl": (b'{"text": "The dam broke at night."}\n{"text": \n{"text": "Two words."}\n', 2, "bad_row"),
    "cut-off.txt.gz": (gzip.compress(RANDOM_WORDS.encode())[:-50], 1, "truncated"),
    "cut-off.json": (b'[{"id": "a", "text": "The dam broke at night."}, {"id": "b", "te', 1, "bad_row"),
    "no-yaml.md": (b"---\ntitle: [\n---\nThe dam broke at night.", 1, "bad_front_matter"),
    "same-id.jsonl": (b'{"id": 1, "text": "The dam broke."}\n{"id": 1, "text": "No dam broke."}\n', 1, "duplicate_id"),
}


def write(folder: Path, files: dict[str, Any]) -> Path:
    for name, content in files.items():
        content = content[0] if isinstance(content, tuple) else content
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def run(*arguments: str | Path, status: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "twosource.cli", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return done


def checked(folder: Path) -> dict[str, Any]:
    """The ledger of the folder, made on the command line; every span in it lies inside its text."""
    ledger = folder.parent / "ledger.json"
    run("check", folder, "--json", ledger)
    found: dict[str, Any] = json.loads(ledger.read_bytes())
    lengths = {document["id"]: len(document["text"]) for document in found["documents"]}
    for table in ("figures", "dates"):
        assert all(0 <= row["span"][0] < row["span"][1] <= lengths[row["document"]] for row in found[table])
    return found


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_rejected_with_its_reason(folder: Path, name: str) -> None:
    documents, rejects = read([write(folder, {name: BROKEN[name]})])
    assert documents == []
    assert [(one.document, one.stage, one.reason) for one in rejects] == [(name, "read", BROKEN[name][1])]
    assert rejects[0].detail and "\n" not in rejects[0].detail


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_is_kept_to_the_code_point(folder: Path, name: str) -> None:
    documents, rejects = read([write(folder, {name: ENCODED[name]})])
    assert rejects == []
    assert [one.text for one in documents] == [ODD[name]]


@pytest.mark.parametrize("name", PARTLY)
def test_what_is_sound_in_a_broken_file_is_kept(folder: Path, name: str) -> None:
    documents, rejects = read([write(folder, {name: PARTLY[name]})])
    assert len(documents) == PARTLY[name][1]
    assert [one.reason for one in rejects] == [PARTLY[name][2]]


def test_a_check_of_good_and_broken_files_reports_them_all(folder: Path) -> None:
    found = checked(write(folder, {**ARTICLES, **BROKEN}))
    assert [one["id"] for one in found["documents"]] == ["courier.md", "herald.txt", "post.html", "wire-1", "wire-2"]
    assert [(one["document"], one["reason"]) for one in found["rejects"]] == [
        (name, reason) for name, (_, reason) in sorted(BROKEN.items())
    ]


def test_a_check_of_odd_texts_ends_well(folder: Path) -> None:
    found = checked(write(folder, {**ENCODED, **PARTLY}))
    texts = {one["id"]: one["text"] for one in found["documents"]}
    assert {name: texts[name] for name in ODD} == ODD


def test_a_check_lists_rejects_on_standard_error(folder: Path) -> None:
    done = run("check", write(folder, ARTICLES | {"word.txt": BROKEN["word.txt"]}))
    assert "word.txt: too_short: " in done.stderr
    assert done.stderr.endswith("1 rejected\n")


@pytest.mark.parametrize("command", ["check", "extract", "reuse"])
def test_a_folder_with_nothing_readable_is_no_use(folder: Path, command: str) -> None:
    done = run(command, write(folder, BROKEN), status=2)
    assert done.stdout == ""
    assert done.stderr.startswith("twosource: nothing could be read") and done.stderr.count("\n") == 1


def test_inputs_that_are_not_there_are_no_use(folder: Path) -> None:
    for name in (folder, folder / "none.txt", folder / "*.txt"):
        assert run("check", name, status=2).stderr.count("\n") == 1
