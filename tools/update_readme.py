"""Write the output of the demo into the README, and the picture of its report beside it.

    python tools/update_readme.py              the output
    python tools/update_readme.py --picture    also docs/report.png, which needs Chromium and the `test` extra

The test of the README fails when the output it shows is not what the program prints.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import twosource
from twosource.api import example_story
from twosource.report.html import render
from twosource.report.terminal import summary

ROOT = Path(__file__).parents[1]
MARK = "<!-- demo output -->\n```text\n"
WIDTH = 100


def output() -> str:
    """What `twosource demo` prints where no terminal looks on."""
    with example_story() as folder:
        return summary(twosource.check([folder]), width=WIDTH)


def shown(readme: str) -> str:
    """The output that a README shows."""
    return readme.partition(MARK)[2].partition("```")[0].rstrip("\n")


def picture() -> None:
    """Draw the head of the demo's report as docs/report.png."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, example_story() as story:
        page_file = Path(folder) / "report.html"
        page_file.write_text(render(twosource.check([story])), encoding="utf-8")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 1500}, device_scale_factor=1)
            page.goto(page_file.as_uri())
            page.screenshot(path=ROOT / "docs" / "report.png")
            browser.close()


def main() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (ROOT / "README.md").write_text(readme.replace(MARK + shown(readme), MARK + output()), encoding="utf-8")
    if "--picture" in sys.argv:
        picture()


if __name__ == "__main__":
    main()
