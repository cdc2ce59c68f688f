"""Draw the pictures of the README and the docs from the report of the shipped story.

    python tools/make_pictures.py [FOLDER]      without a folder, into docs/

It needs Chromium and the `test` extra. What a picture looks like depends on the fonts of the machine: those in docs/ were
drawn with Noto (Debian's fonts-noto-core).
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import twosource
from twosource.api import example_story
from twosource.report.html import render

DOCS = Path(__file__).parents[1] / "docs"


class Picture(NamedTuple):
    """A picture: the size of the window, in pixels of the page, the colour scheme, and what is done before."""

    width: int
    height: int
    scheme: str
    steps: Callable[[Any], object]
    sharpness: float = 1.5


def head(page: Any) -> None:
    """The page as it opens."""


def side_by_side(page: Any) -> None:
    page.locator("a.node.excerpt, a.node.rewrite").filter(has_text="The Beacon").first.click()


def quotations(page: Any) -> None:
    page.locator("#findings-quotations").evaluate("node => node.scrollIntoView()")


PICTURES = {
    "report.png": Picture(1280, 1530, "light", head),
    "report-dark.png": Picture(1280, 1530, "dark", head),
    "side-by-side.png": Picture(1280, 800, "light", side_by_side),
    "phone.png": Picture(390, 844, "dark", head, 2),
    "phone-quotations.png": Picture(390, 844, "light", quotations, 2),
}


def draw(browser: Any, page_file: Path, folder: Path) -> None:
    """Draw every picture of a report into a folder."""
    for name, picture in PICTURES.items():
        page = browser.new_page(
            viewport={"width": picture.width, "height": picture.height},
            device_scale_factor=picture.sharpness,
            color_scheme=picture.scheme,
            reduced_motion="reduce",
        )
        page.goto(page_file.as_uri())
        picture.steps(page)
        page.screenshot(path=folder / name)
        page.close()


def main() -> None:
    from playwright.sync_api import sync_playwright

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, example_story() as story, sync_playwright() as playwright:
        page_file = Path(work) / "report.html"
        page_file.write_text(render(twosource.check([story])), encoding="utf-8", newline="")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        draw(browser, page_file, folder)
        browser.close()


if __name__ == "__main__":
    main()
