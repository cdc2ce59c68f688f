"""One document a row."""

import io
import json

import pytest

from twosource.read.content import Content
from twosource.read.outcome import Outcome
from twosource.read.rows import read_json, read_lines
from twosource.records import Document, Reject
from twosource.settings import read as settings


def lines(*written: bytes | dict[str, object]) -> list[Outcome]:
    content = b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in written)
    return list(read_lines(Content(io.BufferedReader(io.BytesIO(content)), None), "in.jsonl"))


def shape(found: list[Outcome]) -> list[tuple[str, str]]:
    """Each outcome as its id and text, or its place and reason."""
    return [(one.id, one.text) if isinstance(one, Document) else (one.document, one.reason) for one in found]


def test_a_row_gives_its_fields() -> None:
    (found,) = lines(
        {
            "id": 7,
            "text": " A text as it is.\r\n",
            "title": "A title",
            "author": ["Ann Lee", "Bo Poe"],
            "published": "2025-03-01T09:30:00Z",
            "language": "en-US",
            "story": 3,
            "credited": ["The Wire"],
            "something": {"else": [1]},
        }
    )
    assert isinstance(found, Document)
    assert (found.id, found.text, found.title, found.author) == (
        "7",
        " A text as it is.\r\n",
        "A title",
        "Ann Lee, Bo Poe",
    )
    assert (found.published, found.language, found.story, found.credited) == (
        "2025-03-01T09:30:00Z",
        "en",
        "3",
        ("The Wire",),
    )


def test_a_row_without_an_id_is_called_by_its_line() -> None:
    found = lines({"text": "One text."}, b"\n", {"text": "A third line.", "id": ""})
    assert shape(found) == [("in.jsonl:1", "One text."), ("in.jsonl:3", "A third line.")]


def test_a_bad_line_is_said_with_its_number_and_the_rest_goes_on() -> None:
    found = lines(
        {"id": "a", "text": "One text."},
        b'{"id": "b"}\n',
        b"{nonsense\n",
        b'{"text": 5}\n',
        b"[]\n",
        {"id": "f", "text": "The last."},
    )
    assert shape(found) == [
        ("a", "One text."),
        *((f"in.jsonl:{number}", "bad_row") for number in (2, 3, 4, 5)),
        ("f", "The last."),
    ]
    details = [one.detail for one in found if isinstance(one, Reject)]
    assert details[0].startswith("line 2: Object missing required field `text`")
    assert details[2].startswith("line 4: Expected `str`, got `int` - at `$.text`")


def test_lone_surrogates_and_deep_nesting_are_bad_rows() -> None:
    deep = b'{"text": "A text.", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n"
    assert [reason for _, reason in shape(lines(b'{"text": "half \\ud800 pair"}\n', deep))] == ["bad_row", "bad_row"]


def test_an_id_given_twice_is_rejected() -> None:
    found = lines({"id": "a", "text": "One text."}, {"id": "a", "text": "Another text."})
    assert shape(found) == [("a", "One text."), ("in.jsonl:2", "duplicate_id")]


def test_a_row_in_an_older_encoding_is_read() -> None:
    text = "Der Hafenmeister sagte, daß zwei Kräne verloren gingen und später größere Schäden auffielen."
    assert shape(lines(json.dumps({"id": "a", "text": text}, ensure_ascii=False).encode("latin-1") + b"\n")) == [
        ("a", text)
    ]


def test_a_line_above_the_limit_is_rejected_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.read.rows.LARGEST_TEXT", 1000)
    found = lines({"text": "word " * 1000}, {"id": "b", "text": "The next."})
    assert shape(found) == [("in.jsonl:1", "too_large"), ("b", "The next.")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            '[{"id": "a", "text": "One text."}, {"text": "Two texts."}]',
            [("a", "One text."), ("in.json:2", "Two texts.")],
        ),
        ('\ufeff\n{\n "text": "One text."\n}\n', [("in.json", "One text.")]),
        ('{"text": "One text."}\n{"text": "Two texts."}\n', [("in.json:1", "One text."), ("in.json:2", "Two texts.")]),
        ("[]", []),
        ("17", [("in.json", "bad_row")]),
        ("nonsense", [("in.json", "bad_row")]),
        ('{\n "text": "It breaks off', [("in.json", "bad_row")]),
        (
            '[{"id": "a", "text": "One text."},\n {"id": "b", "text": "It breaks',
            [("a", "One text."), ("in.json", "bad_row")],
        ),
        ('[{"id": "a", "text": "One text."}, 5]', [("a", "One text."), ("in.json:2", "bad_row")]),
    ],
)
def test_json_holds_a_row_or_a_list_of_rows_or_lines(written: str, expected: list[tuple[str, str]]) -> None:
    assert shape(list(read_json(written.encode(), "in.json"))) == expected


def test_limits_are_ordered() -> None:
    assert settings.LARGEST_TEXT < settings.LARGEST_JSON
