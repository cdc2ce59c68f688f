"""The parts of a text that are not the report: captions, bylines, requests, links and notices, as whole lines.

Judged from one document alone, and with care: a line is left in unless its form says plainly that it is no report.
What repeats over the documents of one publisher is a matter of the whole corpus and not decided here.
"""

import re
from collections.abc import Callable

from twosource.extract import boilerplate_lines as kinds
from twosource.settings import boilerplate as settings
from twosource.spans import Span, merge, strip

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_ANYWHERE: tuple[Callable[[str], bool], ...] = (
    kinds.has_no_word,
    kinds.is_label,
    kinds.is_counter,
    kinds.is_share,
    kinds.is_credit,
    kinds.is_link,
    kinds.is_request,
    kinds.is_notice,
    kinds.is_sign_off,
    kinds.is_code,
)
_AT_THE_TOP = (kinds.is_section, kinds.is_byline, kinds.is_full_date, kinds.is_agency, kinds.is_name_and_agency)
_AT_THE_END = (kinds.is_section, kinds.is_byline, kinds.is_agency, kinds.is_name_and_agency)


def find_boilerplate(text: str, *, title: str | None = None) -> list[Span]:
    """The spans of lines that are not the report, in order; lines that follow each other make one span.

    `title` is the headline, if it is known: where it stands a second time it belongs to the page and not to the report.
    """
    lines = _lines(text)
    marked = {at for at, line in enumerate(lines) if _is_boilerplate(text, line, at, len(lines))}
    marked |= _menu(text, lines, marked) | _related(text, lines) | _repeated(text, lines, title)
    marked |= _names_over_agencies(text, lines, marked)
    return _joined(text, [lines[at] for at in sorted(marked)])


def _lines(text: str) -> list[Span]:
    """The lines that hold something, without the white space at their ends."""
    found = [strip(text, Span(*line.span())) for line in _LINE.finditer(text)]
    return [span for span in found if span.start < span.end]


def _is_boilerplate(text: str, line: Span, at: int, count: int) -> bool:
    if line.end - line.start > settings.CAPTION_LENGTH:
        return False
    words = line.of(text)
    if any(is_kind(words) for is_kind in _ANYWHERE) or kinds.is_caption(words, _indented(text, line)):
        return True
    if at < settings.TOP_LINES and any(is_kind(words) for is_kind in _AT_THE_TOP):
        return True
    return at >= count - settings.END_LINES and any(is_kind(words) for is_kind in _AT_THE_END)


def _indented(text: str, line: Span) -> bool:
    return text[max(0, line.start - 2) : line.start].isspace() and "\n" not in text[max(0, line.start - 2) : line.start]


def _menu(text: str, lines: list[Span], marked: set[int]) -> set[int]:
    """A run of short lines before the first sentence: the menu of the page."""
    run: list[int] = []
    for at, line in enumerate(lines):
        if at not in marked and not kinds.is_short(line.of(text), settings.MENU_WORDS):
            break
        run.append(at)
    return set(run) if len(run) >= settings.MENU_LINES else set()


def _related(text: str, lines: list[Span]) -> set[int]:
    """The titles of other articles under a heading such as "Related Posts"."""
    titles: set[int] = set()
    for at, line in enumerate(lines):
        if line.end - line.start <= settings.LINK_LENGTH and kinds.is_heading(line.of(text)):
            for following in range(at + 1, min(at + 1 + settings.RELATED_LINES, len(lines))):
                if not kinds.is_short(lines[following].of(text), settings.RELATED_WORDS):
                    break
                titles.add(following)
    return titles


def _repeated(text: str, lines: list[Span], title: str | None) -> set[int]:
    """The headline where it stands again."""
    headline = " ".join((title or "").split())
    same = [at for at, line in enumerate(lines) if headline and " ".join(line.of(text).split()) == headline]
    return set(same[1:])


def _names_over_agencies(text: str, lines: list[Span], marked: set[int]) -> set[int]:
    """ "ADA STONE" over "The Associated Press"."""
    return {
        at - 1 for at in marked if at and kinds.is_agency(lines[at].of(text)) and kinds.is_name(lines[at - 1].of(text))
    }


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Spans with nothing but white space between them become one."""
    joined: list[Span] = []
    for span in spans:
        if joined and text[joined[-1].end : span.start].isspace():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return merge(joined)
