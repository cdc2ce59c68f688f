"""Made-up web pages: reports of made-up stories in the house styles of eight invented sites, with their furniture.

What must be read is the report, paragraph by paragraph; menus, teasers, forms and comments must not.
"""

import html
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.generator import generate_story
from benchmarks.scorers.counts import ratio

STORIES = 12

MENU = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/city">City desk</a></li>'
    '<li><a href="/sport">Games</a></li></ul></nav>'
)
TEASERS = (
    '<aside class="related"><h3>Read next</h3><ul><li><a href="/1">Ferry timetable changes for the spring</a></li>'
    '<li><a href="/2">Council weighs a tax on empty shops</a></li></ul></aside>'
)
FORM = (
    '<form class="newsletter"><p>Enter your address and get the morning letter.</p>'
    '<input name="mail"><button>Join</button></form>'
)
COMMENTS = (
    '<section id="comments"><h3>3 comments</h3><div class="comment"><p>I walked past an hour before, unbelievable.</p></div>'
    '<div class="comment"><p>Why was nobody told sooner?</p></div></section>'
)
FOOTER = '<footer><p>© Lantern Media. All rights reserved.</p><p><a href="/terms">Terms of use</a></p></footer>'
CONSENT = (
    '<div class="cookie-banner"><p>We and our partners store cookies on your device.</p><button>Accept</button></div>'
)
FURNITURE = (
    "City desk", "Ferry timetable changes", "Council weighs a tax", "Enter your address", "I walked past an hour before",
    "Why was nobody told sooner", "Lantern Media", "Terms of use", "store cookies on your device",
)  # fmt: skip


class WebPage(NamedTuple):
    """A page as written, and the paragraphs of its report."""

    html: str
    paragraphs: tuple[str, ...]


def web_pages() -> Iterator[WebPage]:
    """Pages of stories from one seed on: the same in every run."""
    for seed in range(1, STORIES + 1):
        for number, row in enumerate(generate_story(seed).rows):
            # The last two paragraphs of a made-up report are its publisher's furniture; a page has its own.
            paragraphs = str(row["text"]).split("\n\n")[:-2]
            if len(paragraphs) > 2:
                yield WebPage(STYLES[(seed + number) % len(STYLES)](paragraphs), tuple(paragraphs))


def _page(head: str, body: str) -> str:
    head = f'<head><meta charset="utf-8"><title>Lantern</title>{head}</head>'
    return f'<!DOCTYPE html><html lang="en">{head}<body>{body}</body></html>'


def _p(paragraphs: Sequence[str], tag: str = "p") -> str:
    return "".join(f"<{tag}>{html.escape(one, quote=False)}</{tag}>" for one in paragraphs)


def _semantic(paragraphs: Sequence[str]) -> str:
    return _page(
        "",
        f"<header>{MENU}</header><main><article><h1>Report</h1>{_p(paragraphs)}</article>{TEASERS}</main>{COMMENTS}{FOOTER}",
    )


def _old_tables(paragraphs: Sequence[str]) -> str:
    text = "<br><br>".join(html.escape(one, quote=False) for one in paragraphs)
    return _page("", f"<table><tr><td>{MENU}</td><td><font>{text}</font></td><td>{TEASERS}</td></tr></table>{FOOTER}")


def _divs(paragraphs: Sequence[str]) -> str:
    return _page(
        "", f'{CONSENT}<div id="top">{MENU}</div><div class="story-body">{_p(paragraphs, "div")}</div>{FORM}{FOOTER}'
    )


def _form_inside(paragraphs: Sequence[str]) -> str:
    half = len(paragraphs) // 2
    return _page("", f"{MENU}<article>{_p(paragraphs[:half])}{FORM}{_p(paragraphs[half:])}</article>{FOOTER}")


def _teasers_inside(paragraphs: Sequence[str]) -> str:
    return _page("", f"{MENU}<article>{_p(paragraphs[:2])}{TEASERS}{_p(paragraphs[2:])}</article>{COMMENTS}{FOOTER}")


def _sections(paragraphs: Sequence[str]) -> str:
    inner = "".join(f'<section class="block"><p>{html.escape(one, quote=False)}</p></section>' for one in paragraphs)
    return _page("", f'<div class="wrap">{MENU}<div class="content">{inner}</div>{TEASERS}</div>{FOOTER}')


def _quoted_in_blocks(paragraphs: Sequence[str]) -> str:
    inner = "".join(
        f"<blockquote><p>{html.escape(one, quote=False)}</p></blockquote>" if one.startswith('"') else _p([one])
        for one in paragraphs
    )
    return _page("", f"{MENU}<article><h1>Report</h1>{inner}</article>{COMMENTS}{FOOTER}")


def _no_closing_tags(paragraphs: Sequence[str]) -> str:
    text = "".join(f"<p>{html.escape(one, quote=False)}" for one in paragraphs)
    return _page("", f"{MENU}<div class=article>{text}</div>{TEASERS}{FOOTER}").replace("</body></html>", "")


STYLES = (_semantic, _old_tables, _divs, _form_inside, _teasers_inside, _sections, _quoted_in_blocks, _no_closing_tags)


def read_with(system: str, written: str) -> str:
    """The main text that a system finds, as lines."""
    if system == "trafilatura":
        import trafilatura

        return trafilatura.extract(written) or ""
    from twosource.read.html import read_html
    from twosource.records import Document

    return "\n".join(one.text for one in read_html(written, "page") if isinstance(one, Document))


def score_pages(pages: Sequence[WebPage], told: Sequence[str]) -> dict[str, float]:
    """Precision and recall of paragraphs that come out whole and alone, and of furniture that should not come out."""
    right = lines = wanted = kept = 0
    for page, text in zip(pages, told, strict=True):
        found = [line.strip() for line in text.splitlines() if line.strip() and line.strip() != "Report"]
        right += sum(paragraph in found for paragraph in page.paragraphs)
        lines += len(found)
        wanted += len(page.paragraphs)
        kept += sum(words in text for words in FURNITURE if words in page.html)
    present = sum(words in page.html for page in pages for words in FURNITURE)
    precision, recall = ratio(right, lines), ratio(right, wanted)
    f1 = ratio(2 * precision * recall, precision + recall)
    return {"F1": f1, "precision": precision, "recall": recall, "furniture kept": ratio(kept, present)}
