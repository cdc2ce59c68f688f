"""The page of a corpus: every text shows as text, and it can be read at any width, in both schemes, with no network."""

import re
from pathlib import Path
from typing import Any

import pytest

from report.ledgers import HOSTILE, LONG
from report.test_page_in_browser import CONTRAST, SIZES
from report.visits import Visit
from twosource.report.corpus_html import render_corpus
from twosource.report.corpus_pages import Carried, ClaimShare, Corpus, NamedOrigin, OutletOrigin, Quoted, StoryRow
from twosource.report.corpus_words import percent


def made_up(name: str = "Vesk Mail") -> Corpus:
    kinds = [("wire", "Northline", 60), ("own", "", 30), ("release", name, 5), ("shared", "", 4), ("notice", "", 1)]
    return Corpus(
        reports=1200,
        rejects=2,
        outlets=tuple(
            OutletOrigin(f"{name} {n}" if n else name, kind, origin, reports, reports / 100)  # type: ignore[arg-type]
            for n in range(14)
            for kind, origin, reports in kinds
        ),
        origins=(NamedOrigin("wire", "Northline", 840, 14, 90), NamedOrigin("outlet", name, 70, 3, 9)),
        carried=(Carried("s", "wire", "Northline", name, "2031-03-04T06:00:00Z", 12, 9),) * 3,
        quoted=(Quoted(name, "person", 30, 12, 9, 2),),
        stories=(
            StoryRow("s", name, "2031-03-04", "2031-03-05", 12, 9, 1, 9, 7, 1, 1, ""),
            StoryRow("t", name, name, "", 5, 4, 11, 3, 0, 0, 3, "part 1 of 2, cut by day"),
        ),
        claims=(ClaimShare("figure", 2, 40, 30, 5, 5), ClaimShare("quotation", 14, 9, 9, 0, 0)),
    )


EMPTY = Corpus(reports=3, rejects=0, outlets=(), origins=(), carried=(), quoted=(), stories=(), claims=())


def test_the_page_says_in_words_what_its_bars_show():
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", render_corpus(made_up(), "The coast")))
    assert "60% Northline, 5% Vesk Mail" in page
    assert "Of 49 claims that two or more reports carry, 80% have one origin, 10% have two or more" in page
    assert "75% of 40 with one origin" in page and "100% of 9 with one origin" in page
    assert "8 or more lines 1 story, 50%" in page
    assert "4 more in the tables." in page


def test_bars_of_an_outlet_fill_its_row():
    drawing = re.findall(r'<svg class="bar".*?</svg>', render_corpus(made_up(), "x"))[4]
    widths = [float(width) for width in re.findall(r'width="([\d.]+)%"', drawing)]
    assert sum(widths) == pytest.approx(100, abs=0.1)
    assert 'aria-label="60% Northline, 5% Vesk Mail' in drawing


def test_a_corpus_of_nothing_has_a_page():
    page = render_corpus(EMPTY, "Nothing")
    for said in ("No claim stands in more", "No report of this corpus names", "No text is carried", "Nobody is quoted"):
        assert said in page


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 0, "0%"), (0, 9, "0%"), (1, 900, "under 1%"), (899, 900, "over 99%"), (9, 9, "100%"), (1, 3, "33%")],
)
def test_a_share_that_is_not_nothing_is_not_written_as_nothing(part: int, whole: int, said: str):
    assert percent(part, whole) == said


@pytest.mark.parametrize(("width", "scheme"), [*SIZES, (390, "light"), (1280, "dark")])
@pytest.mark.parametrize("name", ["Vesk Mail", HOSTILE, LONG], ids=["plain", "hostile", "long"])
def test_the_page_can_be_read_and_asks_for_nothing(
    browser: Any, tmp_path: Path, width: int, scheme: str, name: str
) -> None:
    path = tmp_path / "corpus.html"
    path.write_text(render_corpus(made_up(name), name), encoding="utf-8", newline="")
    visit = Visit(browser, path, width=width, scheme=scheme)
    visit.check()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.page.evaluate("window.hit") is None
    assert visit.page.locator("script, img").count() == 0
    assert visit.page.evaluate(CONTRAST) == []
    visit.context.close()
