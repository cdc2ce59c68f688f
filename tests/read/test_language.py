"""Languages, given and detected."""

import pytest

from twosource.read.language import detect_language, language_code

ENGLISH = "The harbour master said on Tuesday that two cranes were lost in the fire and that nobody had been hurt. "
GERMAN = (
    "Der Hafenmeister sagte am Dienstag, dass bei dem Brand zwei Kräne verloren gingen und niemand verletzt wurde. "
)


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("de_AT", "de"),
        (" FR ", "fr"),
        ("zh-Hans-CN", "zh"),
        ("English", None),
        (None, None),
        ("", None),
        ("und", None),
    ],
)
def test_a_tag_gives_its_language(tag: str | None, code: str | None) -> None:
    assert language_code(tag) == code


def test_a_long_text_tells_its_language_and_a_short_one_does_not() -> None:
    assert detect_language(ENGLISH * 8) == "en"
    assert detect_language(GERMAN * 8) == "de"
    assert detect_language(ENGLISH) is None


def test_what_is_no_language_is_none() -> None:
    assert detect_language("0123456789 " * 100) is None
