"""The page by the rules of WCAG 2.2, levels A and AA, as axe-core checks them; contrast in drawings is tested elsewhere."""

from pathlib import Path
from typing import Any

import pytest

from report.visits import Visit
from twosource.ledger import Ledger
from twosource.report.html import render

AXE = Path(__file__).parents[1] / "fixtures" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PARTS = ("findings", "claims", "reports", "speakers", "method")

# Everything that differs from what is open already is opened: rows and findings of each verdict, the first reports with
# every layer, the first speakers, the settings.
OPEN = """() => {
    for (const box of document.querySelectorAll(".layers input")) if (!box.checked) box.click();
    const seen = new Set();
    for (const badge of document.querySelectorAll("#claims .badge, #findings .badge")) {
        const details = badge.closest("tr, article").querySelector("details");
        const kind = badge.closest("section").id + badge.className;
        if (!seen.has(kind)) { seen.add(kind); details.open = true; }
    }
    for (const kind of [".report", ".speaker-row", "#method details"])
        for (const details of [...document.querySelectorAll(kind)].slice(0, 3)) details.open = true;
}"""
CHECK = """async ([part, rules]) => {
    const found = await axe.run(part, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] });
    return { passed: found.passes.map((rule) => rule.id), violated: found.violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`)) };
}"""


@pytest.fixture(scope="module")
def path(harbour: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("accessible") / "harbour.html"
    path.write_text(render(harbour), encoding="utf-8", newline="")
    return path


def violations(visit: Visit, part: str = "html") -> list[str]:
    """What axe-core finds in a part of the page; it must have looked at colours at least."""
    visit.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = visit.page.evaluate(CHECK, [part, RULES])
    assert "color-contrast" in {*found["passed"], *(one.split(":")[0] for one in found["violated"])}
    return list(found["violated"])


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_section_keeps_the_rules(browser: Any, path: Path, width: int, scheme: str) -> None:
    visit = Visit(browser, path, width=width, scheme=scheme)
    visit.page.evaluate(OPEN)
    assert all(visit.visible(f"#{part} details[open]") for part in PARTS)
    assert violations(visit) == []
    visit.page.locator("#search").fill("no claim says this")
    visit.page.wait_for_selector("#counted:not(:empty)")
    assert violations(visit, "#claims") == []
    visit.page.locator("a.node.rewrite").first.click()
    assert visit.visible("dialog[open]")
    assert violations(visit) == []
    visit.check()
    visit.context.close()


def test_a_page_that_breaks_the_rules_is_found_out(browser: Any, path: Path) -> None:
    visit = Visit(browser, path)
    visit.page.evaluate(
        "document.querySelector('#search').parentElement.replaceWith(document.querySelector('#search'))"
    )
    visit.page.evaluate("document.querySelector('.kicker').style.color = '#ddd'")
    assert {one.split(":")[0] for one in violations(visit)} == {"color-contrast", "label"}
    visit.context.close()
