"""The page of a story of five hundred reports: small enough to send, and drawn as the reader gets to it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import twosource
from report.stories import many_reports
from twosource.ledger import Ledger
from twosource.report.html import render
from twosource.settings.report import CLAIM_ROWS

REPORTS = 500
LARGEST = 12_000_000  # bytes


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return twosource.check(many_reports(REPORTS, sentences=9))


@pytest.fixture(scope="module")
def path(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.html"
    path.write_text(render(ledger), encoding="utf-8", newline="")
    return path


@pytest.fixture
def page(browser: Any, path: Path) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(path.as_uri())
    yield opened
    opened.close()
    assert said == []


def test_it_is_small_enough_to_send(ledger: Ledger, path: Path) -> None:
    assert len(ledger.documents) == REPORTS and len(ledger.claims) > CLAIM_ROWS
    assert path.stat().st_size <= LARGEST


def test_rows_are_drawn_as_they_are_needed(page: Any, ledger: Ledger) -> None:
    rows = page.locator("#claim-table tbody tr")
    assert rows.count() <= 2 * CLAIM_ROWS < len(ledger.claims)
    last = page.evaluate("JSON.parse(document.getElementById('data').textContent).claims.at(-1).id")
    page.evaluate("name => { location.hash = name }", f"claim-{last}")
    page.wait_for_selector(f"#claim-{last} .evidence > li")
    page.locator("#search").fill("boats")
    page.wait_for_selector("#counted:not(:empty)")
    for row in rows.all()[:5]:
        row.locator("summary").click()
        assert "boats" in row.inner_text()


def test_a_text_is_laid_out_only_once_it_is_opened(page: Any) -> None:
    reports = page.locator("details.report")
    assert reports.count() == REPORTS
    assert page.locator("details.report[open]").count() == 0
    reports.last.locator("summary").click()
    assert reports.last.locator(".text").first.is_visible()


def test_a_long_line_is_folded_and_a_link_to_its_report_opens_it(page: Any) -> None:
    folded = page.locator("details.group")
    assert folded.count()
    report = folded.first.locator("details.report").last
    assert not report.locator("summary").is_visible()
    page.evaluate("name => { location.hash = name }", report.get_attribute("id"))
    report.locator(".text").wait_for()
    assert report.locator("summary").is_visible()


def test_the_rows_that_stand_in_the_page_are_kept_until_they_are_searched(page: Any, ledger: Ledger) -> None:
    rows = page.locator("#claim-table tbody tr")
    assert rows.count() == CLAIM_ROWS
    page.locator("#more").click()
    assert rows.count() > CLAIM_ROWS
    first = rows.first
    first.locator("summary").click()
    claim = ledger.claim(str(first.get_attribute("id")).removeprefix("claim-"))
    page.wait_for_function(
        "([row, number]) => document.querySelectorAll(`#${row} .words`).length === number",
        arg=[first.get_attribute("id"), len(claim.members)],
    )
