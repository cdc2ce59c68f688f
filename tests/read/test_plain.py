"""Texts and their front matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.read.plain import front_matter, read_plain
from twosource.records import Document, Reject
from twosource.settings.read import LONGEST_FRONT_MATTER


def outcome(text: str) -> tuple[Document, list[str]]:
    """The document of a text and the reasons of what was rejected beside it."""
    found = list(read_plain(text, "a.md"))
    (document,) = [one for one in found if isinstance(one, Document)]
    return document, [one.reason for one in found if isinstance(one, Reject)]


def test_front_matter_is_metadata_and_the_rest_is_the_body_to_the_code_point() -> None:
    document, rejects = outcome(
        "---\ntitle: Two cranes lost\npublisher: The Quay\npublished: 2025-03-01T09:30:00+01:00\n"
        "url: https://quay.example/cranes\nauthor: Ilse Brandt\nlanguage: en-GB\n---\n\n  A body. \r\n"
    )
    assert rejects == []
    assert document.text == "\n  A body. \r\n"
    assert (document.title, document.publisher, document.author) == ("Two cranes lost", "The Quay", "Ilse Brandt")
    assert (document.published, document.language) == ("2025-03-01T09:30:00+01:00", "en")
    assert document.url == "https://quay.example/cranes"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(end: str) -> None:
    document, rejects = outcome(end.join(["---", "title: A title", "---", "The body of it.", ""]))
    assert (document.title, document.text, rejects) == ("A title", f"The body of it.{end}", [])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("No", "No"),
        ("2025", "2025"),
        ('"a: b"', "a: b"),
        ("a: b, c: d", "a: b, c: d"),
        ('the "Heron": a "report"', 'the "Heron": a "report"'),
        ("[Ann Lee, Bo Poe]", "Ann Lee, Bo Poe"),
        ("~", None),
        ("", None),
        ("null", None),
    ],
)
def test_values_stay_as_written(value: str, expected: str | None) -> None:
    fields, _, flaw = front_matter(f"---\nauthor: {value}\nsection: harbour\n---\nThe body.")
    assert (fields, flaw) == ({"author": expected} if expected else {}, None)


def test_a_date_stays_as_written_and_a_bad_one_is_left_out_and_said() -> None:
    assert outcome("---\npublished: 2025-03-01\n---\nThe body of it.")[0].published == "2025-03-01"
    document, rejects = outcome("---\npublished: last Tuesday\n---\nThe body of it.")
    assert (document.published, document.text, rejects) == (None, "The body of it.", ["bad_date"])


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: [unclosed\n---\nThe body.",
        "---\n\ttitle: tab\n---\nThe body.",
        "---\njust a paragraph\n---\nThe body.",
        "---\n- a\n- list\n---\nThe body.",
        "---\ntitle: never closed\nThe body.",
        "---\n" + "[" * 3000 + "\n---\nThe body.",
        "---\n%bad directive\n---\nThe body.",
        "---\n" + "x: y\n" * LONGEST_FRONT_MATTER + "---\nThe body.",
    ],
)
def test_malformed_front_matter_leaves_the_whole_text_as_the_body(text: str) -> None:
    document, rejects = outcome(text)
    assert document.text == text
    assert rejects == ["bad_front_matter"]


@pytest.mark.parametrize(
    "text", [" ---\ntitle: x\n---\nThe body.", "----\nThe body.", "\n---\ntitle: x\n---\n", "--- \na: b\n---\n"]
)
def test_front_matter_starts_at_a_first_line_that_is_exactly_three_hyphens(text: str) -> None:
    assert front_matter(text) == ({}, 0, None)


def test_nested_values_are_left_out_and_said() -> None:
    document, rejects = outcome("---\ntitle: {a: b}\npublisher: The Quay\n---\nThe body of it.")
    assert (document.title, document.publisher, rejects) == (None, "The Quay", ["bad_front_matter"])


def test_tags_that_would_make_objects_make_text() -> None:
    fields, _, _ = front_matter("---\ntitle: !!python/object/apply:os.getcwd []\nauthor: !!int 7\n---\nThe body.")
    assert fields == {"author": "7"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "empty_body"), (" \n\t", "empty_body"), ("---\ntitle: x\n---\n", "empty_body"), ("word\n", "too_short")],
)
def test_a_body_without_words_is_rejected(text: str, reason: str) -> None:
    assert [one.reason for one in read_plain(text, "a") if isinstance(one, Reject)] == [reason]


def test_a_long_text_without_spaces_is_no_single_word() -> None:
    text = "港長は、夜のうちに二基のクレーンが失われたと述べた。"
    assert outcome(text)[0].text == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_without_front_matter_is_its_own_body(text: str) -> None:
    for one in read_plain(text, "a"):
        if isinstance(one, Document) and not text.startswith("---"):
            assert one.text == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_front_matter_is_read_or_said_to_be_bad(inside: str) -> None:
    text = f"---\n{inside}\n---\nThe body of it."
    _, start, flaw = front_matter(text)
    assert text[start:].endswith("The body of it.")
    assert start or flaw
