"""The shipped word lists, and what a person adds to them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from twosource.errors import LexiconError
from twosource.text.lexicon import ADDED, use_words

EVENTS = '[stranded]\nafter = ["stranded"]\nof = ["person"]\n\n[killed]\nafter = ["perished in the surf"]\n'
TEXT = "The storm left 300 people stranded. Four sailors perished in the surf and 12 people were killed."


@pytest.fixture
def words(tmp_path, monkeypatch):
    monkeypatch.setenv(ADDED, "")
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "events.toml").write_text(EVENTS, encoding="utf-8")
    return folder


def test_added_events_are_found_and_shipped_ones_stay(words, tmp_path):
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    command = [Path(sys.executable).with_name("twosource"), "extract", str(report), "--words", str(words)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, ADDED: ""})
    figures = json.loads(done.stdout)["figures"]
    assert [(f["text"], f["event"]["class"]) for f in figures] == [
        ("300", "stranded"),
        ("Four", "killed"),
        ("12", "killed"),
    ]


def test_the_digest_tells_what_is_added(words):
    first = use_words(words)
    assert first == use_words(None)
    (words / "roles.toml").write_text('persons = ["lamplighter"]\n', encoding="utf-8")
    assert first != use_words(words)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("event.toml", "", "no word list is called event.toml"), ("numbers.toml", "[ones", "cannot read the words in")],
)
def test_what_cannot_be_added_is_said(words, name, content, said):
    (words / name).write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=said):
        use_words(words)


def test_a_folder_that_is_not_there(words):
    with pytest.raises(LexiconError, match="name a folder of TOML files"):
        use_words(words / "nowhere")
