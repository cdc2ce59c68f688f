"""The page by the rules of WCAG 2.2 AA, as axe-core reads them, in every state a reader brings it into."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twosource.ledger import Ledger
from twosource.report.html import render

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}


def as_opened(page: Any) -> None:
    assert page.locator("h1").is_visible()


def unfolded(page: Any) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    page.wait_for_selector("#claim-table details[open] .evidence > li")


def side_by_side(page: Any) -> None:
    page.locator("a.node.copy").first.click()
    page.wait_for_selector("dialog[open]")


def searched(page: Any) -> None:
    page.locator("#search").fill("no claim says this")
    page.wait_for_selector("#counted:not(:empty)")


STATES: list[Callable[[Any], None]] = [as_opened, unfolded, side_by_side, searched]


@pytest.fixture(scope="module")
def path(harbour: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "harbour.html"
    path.write_text(render(harbour), encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("state", STATES)
def test_no_rule_is_broken(browser: Any, path: Path, state: Callable[[Any], None], width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(path.as_uri())
    state(page)
    found = Axe().run(page, options=RULES).response
    context.close()
    assert found["testEngine"]["name"] == "axe-core"
    broken = [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]]
    assert broken == []


def test_a_rule_that_is_broken_is_found(browser: Any, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><title>x</title><main><img src='a.png'><button></button></main>", encoding="utf-8")
    page = browser.new_page()
    page.goto(bad.as_uri())
    broken = {rule["id"] for rule in Axe().run(page, options=RULES).response["violations"]}
    page.close()
    assert {"html-has-lang", "image-alt", "button-name"} <= broken
