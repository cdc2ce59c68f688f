"""The page in a real browser, opened from disk: it asks for nothing, says no error, and each part can be reached."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from report.ledgers import HOSTILE, LONG, hostile_ledger
from report.visits import Visit
from twosource.ledger import Ledger
from twosource.report.html import render

SIZES = [(1280, "light"), (390, "dark")]


@pytest.fixture(scope="module")
def path(harbour: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "harbour.html"
    path.write_text(render(harbour), encoding="utf-8", newline="")
    return path


@pytest.fixture
def visit(browser: Any, path: Path) -> Iterator[Visit]:
    opened = Visit(browser, path)
    yield opened
    opened.check()
    opened.context.close()


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_the_page_fits_its_width_and_can_be_read(browser: Any, path: Path, width: int, scheme: str) -> None:
    visit = Visit(browser, path, width=width, scheme=scheme)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    for part in ("lineage", "findings", "claims", "reports", "speakers", "method"):
        visit.page.locator(f"nav a[href='#{part}']").click()
        assert visit.page.locator(f"#{part}").is_visible()
    visit.page.locator("#findings summary").first.click()
    visit.page.locator("#claim-table summary").first.click()
    assert visit.page.evaluate(CONTRAST) == []
    assert [url for url in visit.asked if not url.startswith(path.as_uri())] == []
    visit.context.close()


def test_a_click_in_the_lineage_opens_two_texts_side_by_side(visit: Visit, harbour: Ledger) -> None:
    visit.page.locator("a.node.copy").first.click()
    assert visit.visible("dialog[open]")
    sides = visit.page.locator("dialog .side .text")
    texts = {document.text for document in harbour.documents}
    assert sides.count() == 2
    assert {sides.nth(0).text_content(), sides.nth(1).text_content()} <= texts
    assert visit.page.locator("dialog .side >> nth=0").locator(".shared").count()
    visit.page.locator("dialog .close").click()
    assert not visit.visible("dialog")


def test_the_lineage_can_be_used_by_keyboard(visit: Visit) -> None:
    visit.focus("a.node.copy")
    visit.page.keyboard.press("Enter")
    assert visit.visible("dialog[open]")
    visit.focus("dialog .next")
    visit.page.keyboard.press("Enter")
    assert "of" in visit.page.locator("dialog .at").inner_text()
    visit.page.keyboard.press("Escape")
    assert not visit.visible("dialog")


def test_words_that_changed_are_marked_in_both_texts(visit: Visit) -> None:
    for node in visit.page.locator("a.node.rewrite").all():
        node.click()
        gone, new = visit.page.locator("dialog del").count(), visit.page.locator("dialog ins").count()
        visit.page.keyboard.press("Escape")
        if gone and new:
            return
    pytest.fail("no changed word is marked in any rewrite")


def test_claims_are_searched_sorted_and_filtered(visit: Visit, harbour: Ledger) -> None:
    rows = visit.page.locator("#claim-table tbody tr")
    visit.page.locator("#search").fill("basin will reopen")
    assert 0 < rows.count() < 10
    texts = {document.id: document.text for document in harbour.documents}
    for row in rows.all():
        claim = harbour.claim(str(row.get_attribute("id")).removeprefix("claim-"))
        words = [span.of(texts[member.document]) for member in claim.members for span in member.spans]
        assert any("basin will reopen" in said for said in [claim.text, *words])
    visit.page.locator("#search").fill("  lena sorrel")
    assert 0 < rows.count() < len(harbour.claims)
    visit.page.locator(".filters button").click()
    visit.page.wait_for_selector("#counted:empty", state="attached")
    verdict = sorted({claim.verdict for claim in harbour.claims})[0]
    visit.page.locator("#by-verdict").select_option(verdict)
    expected = sum(claim.verdict == verdict for claim in harbour.claims)
    assert visit.page.locator("#counted").inner_text() in (
        "",
        f"{expected} claim{'s' * (expected != 1)} of {len(harbour.claims)}",
    )
    visit.page.locator(".filters button").click()
    visit.page.wait_for_selector("#counted:empty", state="attached")
    visit.focus("th[data-sort='reports'] button")
    visit.page.keyboard.press("Enter")
    shown = [int(row.locator("td").nth(1).inner_text()) for row in rows.all()]
    assert shown == sorted(shown, reverse=True)
    assert visit.page.locator("th[data-sort='reports']").get_attribute("aria-sort") == "descending"


def test_every_claim_opens_by_its_link_and_shows_the_exact_words(visit: Visit, harbour: Ledger) -> None:
    texts = {document.id: document.text for document in harbour.documents}
    marked = visit.page.evaluate(
        """async (ids) => {
            const found = [];
            for (const id of ids) {
                const followed = new Promise((go) => window.addEventListener("hashchange", go, { once: true }));
                location.hash = `claim-${id}`;
                await followed;
                const words = document.querySelectorAll(`#claim-${id} details[open] .evidence mark`);
                found.push([...words].map((node) => node.textContent));
            }
            return found;
        }""",
        [claim.id for claim in harbour.claims],
    )
    for claim, found in zip(harbour.claims, marked, strict=True):
        assert found == [span.of(texts[member.document]) for member in claim.members for span in member.spans]


def test_a_link_to_a_claim_that_is_filtered_out_shows_it_all_the_same(visit: Visit, harbour: Ledger) -> None:
    visit.page.locator("#search").fill("no claim says this")
    assert visit.page.locator("#claim-table tbody tr").count() == 0
    visit.go(f"claim-{harbour.claims[-1].id}")
    visit.page.wait_for_selector(f"#claim-{harbour.claims[-1].id} details[open] .evidence > li")
    visit.page.wait_for_timeout(50)
    assert visit.visible(f"#claim-{harbour.claims[-1].id} details[open] .evidence > li")
    assert visit.page.locator("#search").input_value() == ""


def test_a_speaker_leads_to_the_claims_that_name_them(visit: Visit) -> None:
    speaker = visit.page.locator("a[data-speaker]").first
    name = speaker.get_attribute("data-speaker")
    visit.page.locator("details.speaker-row", has=speaker).locator("summary").first.click()
    speaker.click()
    assert visit.page.locator("#by-speaker").input_value() == name
    assert visit.page.locator("#counted").inner_text() != ""


def test_the_script_links_to_the_original_as_the_page_does(browser: Any, visit: Visit, path: Path) -> None:
    silent = Visit(browser, path, script=False)
    links = "nodes => nodes.map((node) => node.href)"
    for row in silent.page.locator("#claim-table tr.claim").all()[:4]:
        written = row.locator(".by .original").evaluate_all(links)
        visit.go(str(row.get_attribute("id")))
        drawn = visit.page.locator(f"#{row.get_attribute('id')} .by .original")
        drawn.first.wait_for()
        assert written and drawn.evaluate_all(links)[: len(written)] == written
    silent.context.close()


def test_from_a_finding_to_the_words_in_the_text_are_two_clicks(visit: Visit) -> None:
    visit.page.locator("#findings details summary").first.click()
    visit.page.locator("#findings .words a.chip >> visible=true").first.click()
    visit.page.wait_for_selector("details.report[open] mark.here")
    assert visit.page.locator("details.report[open] mark.here").first.is_visible()
    assert "." in visit.page.evaluate("location.hash")


def test_layers_are_switched_on_and_off_and_lead_to_claims(visit: Visit, harbour: Ledger) -> None:
    visit.page.locator("details.report summary").first.click()
    text = visit.page.locator("details.report[open] .text")
    before = text.text_content()
    assert before in {document.text for document in harbour.documents}
    assert text.locator(".figure").count()
    visit.focus(".layers input[value='figure']")
    visit.page.keyboard.press("Space")
    assert not text.locator(".figure").count()
    visit.page.locator(".layers input[value='passage']").check()
    assert text.locator(".passage").count()
    assert text.text_content() == before
    text.locator("a[href^='#claim-']").first.click()
    visit.page.wait_for_selector("#claim-table details[open] .evidence > li")


@pytest.mark.parametrize("evil", [HOSTILE, LONG + HOSTILE, HOSTILE + LONG], ids=["short", "long before", "long after"])
def test_hostile_text_does_nothing(browser: Any, tmp_path: Path, evil: str) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(render(hostile_ledger(evil)), encoding="utf-8", newline="")
    visit = Visit(browser, path)
    ledger = hostile_ledger(evil)
    for claim in ledger.claims:
        visit.go(f"claim-{claim.id}")
        visit.page.wait_for_selector(f"#claim-{claim.id} .evidence > li")
    marked = visit.page.locator("#claim-c0 .evidence mark").all_text_contents()
    assert marked == ["40", "41", "4"]
    visit.page.locator("details.report").first.locator("summary").click()
    visit.page.locator("a.node").last.click(force=True)
    visit.page.keyboard.press("Escape")
    visit.page.locator("a.node.rewrite").first.click(force=True)
    assert visit.page.evaluate("typeof window.hit") == "undefined"
    assert visit.page.locator("img, [onload], [onerror], main svg svg:not([x]), a[href^='javascript']").count() == 0
    visit.check()
    visit.context.close()


def test_bidirectional_controls_stay_inside_of_their_text(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "bidi.html"
    path.write_text(render(hostile_ledger("\u202eabc\u2067")), encoding="utf-8")
    visit = Visit(browser, path)
    # The page's own words beside hostile ones still run from left to right.
    runs = visit.page.evaluate("""() => {
        const left = (text, at) => { const range = document.createRange();
            range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect().left; };
        return [...document.querySelectorAll(".headline, .when, .about, .badge, summary, .explained, .speaker")]
            .filter((node) => node.getClientRects().length).flatMap((node) => [...node.childNodes])
            .filter((node) => node.nodeType === 3 && node.data.trim().length > 8 && !/^\\s/.test(node.data))
            .map((text) => [text.data, left(text, 0) < left(text, 4)]);
    }""")
    assert len(runs) > 5
    assert [text for text, forwards in runs if not forwards] == []
    visit.check()
    visit.context.close()


def test_the_page_reads_without_a_script(browser: Any, path: Path, harbour: Ledger) -> None:
    visit = Visit(browser, path, script=False)
    assert visit.visible("svg.lineage")
    assert visit.page.locator("#claim-table tbody tr").count() > 0
    assert visit.page.locator(".report .text").count() == len(harbour.documents)
    assert not visit.visible(".filters")
    visit.page.locator("#claim-table summary").first.click()
    assert visit.page.locator("#claim-table .evidence mark").first.is_visible()
    visit.check()
    visit.context.close()


def test_every_control_has_a_name_and_headings_go_down_one_at_a_time(visit: Visit) -> None:
    unnamed = visit.page.evaluate("""() => [...document.querySelectorAll("button, input, select, a[href], summary")]
        .filter((node) => !(node.textContent.trim() || node.getAttribute("aria-label") || node.labels?.length))
        .map((node) => node.outerHTML)""")
    assert unnamed == []
    levels = visit.page.evaluate("""() => [...document.querySelectorAll("main h1, main h2, main h3, main h4")]
        .map((node) => Number(node.tagName[1]))""")
    assert all(after - before <= 1 for before, after in pairwise(levels))


# Text whose contrast is below 4.5 to 1 (3 to 1 where it is large): WCAG 2.2, criterion 1.4.3.
CONTRAST = """() => {
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => { paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data]; };
  const light = (colour) => { const [r, g, b] = colour.slice(0, 3).map((v) => v / 255)
    .map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
  const behind = (node) => { for (; node; node = node.parentElement) {
    const colour = rgba(getComputedStyle(node).backgroundColor); if (colour[3] > 250) return colour; }
    return [255, 255, 255]; };
  return [...document.querySelectorAll("body *")].filter((node) => node.getClientRects().length
      && node.checkVisibility()
      && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())).flatMap((node) => {
    const style = getComputedStyle(node), fore = light(rgba(node.closest("svg") ? style.fill : style.color));
    const back = light(behind(node.closest("svg")?.parentElement || node));
    const ratio = (Math.max(fore, back) + .05) / (Math.min(fore, back) + .05);
    const large = parseFloat(style.fontSize) >= 24;
    return ratio < (large ? 3 : 4.5) ? [`${ratio.toFixed(2)} ${node.outerHTML.slice(0, 90)}`] : [];
  }).slice(0, 10);
}"""
