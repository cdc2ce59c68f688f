"""The page as text: one file, its own policy, every text once, and nothing that a text could do."""

import html
import json
import re

import pytest

from report.ledgers import HOSTILE, LONG, hostile_ledger
from twosource.ledger import Ledger
from twosource.report.escape import balanced, data_block, digest, exact, line
from twosource.report.excerpts import anchor, web_address
from twosource.report.html import as_it_stands, render
from twosource.settings.report import LONGEST_ADDRESS, LONGEST_FIELD


@pytest.fixture(scope="module")
def page(harbour: Ledger) -> str:
    return render(harbour)


def test_the_page_of_the_shipped_story_is_small(page: str) -> None:
    assert len(page.encode()) <= 400_000


def test_the_page_is_the_same_each_time(harbour: Ledger, page: str) -> None:
    assert render(harbour) == page


def test_a_title_of_ones_own_is_shown(harbour: Ledger) -> None:
    assert '<h1 dir="auto">Fire &amp; water</h1>' in render(harbour, title="Fire & water")


def test_every_text_stands_in_the_page_once(harbour: Ledger, page: str) -> None:
    texts = [str(exact(document.text)) for document in harbour.documents]
    for text in texts:
        assert page.count(f">{text}</div>") == texts.count(text)


def test_the_policy_allows_the_style_and_the_script_of_the_page_alone(page: str) -> None:
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page).group(1))  # type: ignore[union-attr]
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert "default-src 'none'" in policy
    assert f"style-src '{digest(style)}'" in policy
    assert f"script-src '{digest(script)}'" in policy
    assert "unsafe" not in policy
    assert "eval" not in script and "innerHTML" not in script


def test_no_element_asks_for_anything(page: str) -> None:
    tags = set(re.findall(r"<([a-z]+)", re.sub(r"<script.*?</script>|<style>.*?</style>", "", page, flags=re.DOTALL)))
    assert tags.isdisjoint({"img", "link", "iframe", "object", "embed", "audio", "video", "base", "image", "use"})
    assert not re.search(r"<[^>]+\s(?:src|style|on[a-z]+)=", page)


def test_every_link_inside_of_the_page_has_its_target() -> None:
    page = render(hostile_ledger())
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)


def test_links_of_the_shipped_story_have_targets_or_are_claims_drawn_on_demand(harbour: Ledger, page: str) -> None:
    ids = set(re.findall(r'\sid="([^"]+)"', page))
    claims = {f"claim-{claim.id}" for claim in harbour.claims}
    assert set(re.findall(r'href="#([^"]*)"', page)) <= ids | claims


def test_hostile_text_stays_text() -> None:
    page = render(hostile_ledger())
    assert page.count("<script") == 2
    assert "<img" not in page
    assert not re.search(r"<[^>]*javascript:", page)
    assert "{{ 7 * 7 }}" in page


@pytest.mark.parametrize("evil", [LONG + HOSTILE, HOSTILE + LONG, "\u2067" * 1_000_000, "é" * 1_000_000])
def test_a_field_of_a_million_characters_is_cut_and_a_text_is_not(evil: str) -> None:
    ledger = hostile_ledger(evil)
    page = render(ledger)
    texts = [str(exact(document.text)) for document in ledger.documents]
    assert all(text in page for text in texts)
    assert len(page) - sum(map(len, texts)) < 6_000_000
    assert page.count("<script") == 2 and "<img" not in page


def test_a_field_is_cut_before_its_controls_of_direction_are_closed() -> None:
    assert line("\u2067" + "a" * LONGEST_FIELD + "b") == "\u2067" + "a" * (LONGEST_FIELD - 1) + " …\u2069"
    assert line("a" * LONGEST_FIELD) == "a" * LONGEST_FIELD


def test_an_address_that_no_server_takes_is_no_link() -> None:
    assert web_address("https://example.org/" + "a" * LONGEST_ADDRESS) is None
    assert web_address("https://example.org/a") == "https://example.org/a"


def test_data_go_through_a_script_element_unchanged() -> None:
    data = {"text": balanced(HOSTILE), "list": [1, None, "<!--", "]]>"]}
    block = str(data_block(data))
    assert not set(block) & set("<>&\u2028\u2029")
    assert json.loads(block) == data


def test_escaping_keeps_offsets() -> None:
    shown = html.unescape(str(exact("a\r\nb\0<c>")))
    assert shown == "a\r\nb\ufffd<c>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u202eabc", "\u202eabc\u202c"),
        ("\u2067a\u202eb", "\u2067a\u202eb\u202c\u2069"),
        ("a\u2069b\u202cc", "abc"),
        ("\u2066a\u2069", "\u2066a\u2069"),
        ("\u2067a\u202eb\u2069c", "\u2067a\u202eb\u2069c"),
    ],
)
def test_controls_of_direction_are_closed_where_they_were_opened(text: str, shown: str) -> None:
    assert balanced(text) == shown


def test_a_style_or_script_that_ends_its_element_is_refused() -> None:
    with pytest.raises(ValueError, match="must not hold"):
        as_it_stands("a</script>")


def test_a_ledger_without_anything_is_a_page_too() -> None:
    page = render(Ledger())
    assert "0 reports. 0 lines of reporting." in page
    assert anchor("a") not in page


def test_no_verdict_on_truth_and_no_rating_is_shown(page: str) -> None:
    own = re.sub(r'<script.*?</script>|<style>.*?</style>|<div class="text".*?</div>', "", page, flags=re.DOTALL)
    words = html.unescape(re.sub(r"<[^>]*>", " ", own))
    assert "No verdict on truth" in words
    assert not re.search(r"credib|reliab|trustworth|\bfake\b|\bfalse\b|\d ?%", words, re.IGNORECASE)


def test_what_people_decided_is_told(harbour: Ledger) -> None:
    assert "Decided by people" not in render(harbour)
    shown = render(hostile_ledger("Ada Moen"))
    assert "Decided by people" in shown and "Not applied." in shown
