import pytest

from builders import document, lines, speaker
from twosource.api import read_families
from twosource.errors import UsageError
from twosource.judge.families import family_of, host_of, with_names
from twosource.judge.origins import Asserted, count_origins

HOUSES = with_names({"Halvern Press": ["halvern.example", "Halvern Post"]})
CASES = [
    ({"url": "https://www.halvern.example/a"}, "Halvern Press"),
    ({"url": "https://north.halvern.example/a"}, "Halvern Press"),
    ({"publisher": "The Halvern Post"}, "Halvern Press"),
    ({"publisher": "halvern press"}, "Halvern Press"),
    ({"url": "https://edition.cnn.com/x"}, "Warner Bros. Discovery"),
    ({"publisher": "Tarsk Echo", "url": "https://echo.example/a"}, "tarsk echo"),
    ({"url": "https://echo.example/a"}, "echo.example"),
    ({"url": "https://nothalvern.example/a"}, "nothalvern.example"),
    ({"url": "http://[broken"}, None),
    ({}, None),
]


@pytest.mark.parametrize(("given", "house"), CASES)
def test_the_house_of_a_document(given, house):
    assert family_of(document("a", **given), HOUSES) == house


def test_a_user_s_file_overrides_the_shipped_table():
    assert family_of(document("a", url="https://cnn.com/x"), with_names({"Own": ["cnn.com"]})) == "Own"


def test_a_host_is_read_from_an_address():
    assert host_of("https://www.echo.example:8080/a?b") == "echo.example"
    assert host_of(None) == host_of("no address") == ""


def test_two_reports_of_one_house_are_one_voice():
    asserted = [Asserted("a", None), Asserted("b", None), Asserted("c", None)]
    apart = count_origins(asserted, lines("a", "b", "c"))
    one = count_origins(asserted, lines("a", "b", "c"), {"a": "Halvern Press", "b": "Halvern Press", "c": "Tarsk Echo"})
    assert (apart.low, apart.high) == (1, 3)
    assert (one.low, one.high) == (1, 2)
    assert [root.documents for root in one.roots] == [("a", "b"), ("c",)]


def test_a_house_that_names_the_speaker_elsewhere_adds_no_voice():
    asserted = [Asserted("a", speaker("Anna Vell")), Asserted("b", None)]
    found = count_origins(asserted, lines("a", "b"), {"a": "Halvern Press", "b": "Halvern Press"})
    assert (found.low, found.high) == (1, 1)


@pytest.mark.parametrize("content", ["not toml", '"Own" = "cnn.com"', '"Own" = [1]'])
def test_a_bad_file_of_houses_is_told_in_one_line(tmp_path, content):
    path = tmp_path / "houses.toml"
    path.write_text(content)
    with pytest.raises(UsageError, match="write lines such as"):
        read_families(path)


def test_a_file_of_houses(tmp_path):
    path = tmp_path / "houses.toml"
    path.write_text('"Halvern Press" = ["halvern.example"]\n')
    assert read_families(path)["halvern.example"] == "Halvern Press"
