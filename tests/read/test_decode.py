"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.read.decode import decode
from twosource.read.outcome import Flaw

GERMAN = "Der Hafenmeister sagte, daß über Nacht zwei Kräne verloren gingen; später fand man größere Schäden."
RUSSIAN = "Начальник порта сказал, что ночью были потеряны два крана, а позже нашли новые повреждения."
JAPANESE = "港長は、夜のうちに二基のクレーンが失われたと述べた。その後、さらに大きな損傷が見つかった。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "latin-1"),
        ("“Two cranes are lost,” the harbour master said – “and more may follow.”", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + RUSSIAN.encode(encoding)) == RUSSIAN
    assert decode(mark) == ""


def test_a_page_names_its_own_charset_but_utf_8_is_seen_first() -> None:
    page = '<html><head><meta charset="windows-1257"></head><body>Uostas: žuvėdra, šešėlis</body></html>'
    assert decode(page.encode("cp1257"), html=True) == page
    assert decode(page.encode(), html=True) == page


def test_a_letter_cut_in_two_does_not_lose_the_text() -> None:
    assert decode(RUSSIAN.encode()[:-2]) == RUSSIAN[:-2] + "\ufffd"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 and plain words",
        b"PK\x03\x04 and plain words",
        b"\x7fELF" + bytes(40),
        bytes(range(256)) * 4,
        b"words \x00\x00\x00\x00 words",
        b"\x89PNG\r\n\x1a\n words",
    ],
)
def test_what_is_no_text_is_called_binary(content: bytes) -> None:
    flaw = decode(content)
    assert isinstance(flaw, Flaw)
    assert flaw.reason == "binary"


def test_a_stray_nul_is_kept() -> None:
    assert decode(b"two\x00 cranes were lost \x00") == "two\0 cranes were lost \0"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_comes_back_to_the_code_point(text: str) -> None:
    if not text.startswith(("\ufeff", "%PDF-", "PAR1", "GIF8", "{\\rtf")):
        assert decode(text.encode()) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_flaw(content: bytes) -> None:
    assert isinstance(decode(content), (str, Flaw))
    assert isinstance(decode(content, html=True), (str, Flaw))
