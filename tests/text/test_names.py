"""Two ways to write one name compare equal; where that is not safe, they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.names import normal_name, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Ministry of Defence of the United Kingdom", "UK's Ministry of Defence"),
        ("British defence ministry", "the MoD"),
        ("Gen. Jane Roe", "Jane Roe"),
        ("the Ukrainian General Staff", "General Staff of the Armed Forces of Ukraine"),
        ("Institute for the Study of War (ISW)", "the ISW’s"),
        ("U.S.", "United States"),
        ("Harbour Office", "the Harbor Office"),
        ("President Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Ada B. Moen", "Ada Moen"),
        ("Ada Moen, the mayor of Vell", "Ada Moen"),
        ("the think tank, the Institute for the Study of War", "ISW"),
    ],
)
def test_equal(one: str, other: str) -> None:
    assert normal_name(one) == normal_name(other) != ""
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moen", "Ada Moen"),
        ("A. Moen", "Ada Moen"),
        ("Mr Moen", "Mayor Ada Moen"),
        ("VODS", "Valley Office for Dam Safety"),
    ],
)
def test_same_but_not_equal(one: str, other: str) -> None:
    assert same_name(one, other) and same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Roe", "John Roe"),
        ("Russian Ministry of Defence", "UK Ministry of Defence"),
        ("the Defence Ministry", "the Health Ministry"),
        ("Moen campaign", "Ada Moen"),
        ("Ukraine", "Ukrainian General Staff"),
        ("", "Ada Moen"),
        ("the", "a"),
    ],
)
def test_different(one: str, other: str) -> None:
    assert not same_name(one, other) and not same_name(other, one)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_strings_compare(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)
    assert normal_name(normal_name(one)) is not None
