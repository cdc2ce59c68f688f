"""The parts of a text that are not the report: captions, bylines, requests, links and notices, as whole lines.

Judged from one document alone, and with care: a line is left in unless its form says plainly that it is no report.
What repeats over the documents of one publisher is a matter of the whole corpus and not decided here.
"""

import re
from collections.abc import Callable

from twosource.extraction.boilerplate import lines as kinds
from twosource.extraction.boilerplate.captions import is_caption, is_credit, is_gallery
from twosource.settings import boilerplate as settings
from twosource.spans import Span, merge, strip

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_Kinds = tuple[Callable[[str], bool], ...]
_OF_ANY_LENGTH: _Kinds = (kinds.is_notice, kinds.is_code)
_SHORT: _Kinds = (
    kinds.has_no_word,
    kinds.is_label,
    kinds.is_counter,
    kinds.is_share,
    kinds.is_link,
    kinds.is_request,
    kinds.is_sign_off,
    is_credit,
)
_OVER_THE_REPORT: _Kinds = (kinds.is_section, kinds.is_time_stamp)
_NEAR_AN_END: _Kinds = (kinds.is_byline, kinds.is_update, kinds.is_agency, kinds.is_name_and_agency)


def find_boilerplate(text: str, *, title: str | None = None) -> list[Span]:
    """The spans of lines that are not the report, in order; lines that follow each other make one span.

    `title` is the headline, if it is known: where it stands a second time it belongs to the page and not to the report.
    """
    lines = _lines(text)
    inside, apart, begins = _continued(text, lines), _indented(text, lines), _begins(text, lines)
    ends = len(lines) - settings.END_LINES
    marked = {
        at
        for at, line in enumerate(lines)
        if at not in inside
        and (
            _is_boilerplate(line.of(text), apart=at in apart)
            or (at < begins and _is_one_of(_OVER_THE_REPORT, line.of(text)))
            or ((at < settings.TOP_LINES or at >= ends) and _is_one_of(_NEAR_AN_END, line.of(text)))
        )
    }
    marked |= _menu(text, lines, marked) | _related(text, lines) | _repeated(text, lines, title)
    marked |= _names_over_agencies(text, lines, marked)
    return _joined(text, [lines[at] for at in sorted(marked)])


def _lines(text: str) -> list[Span]:
    """The lines that hold something, without the white space at their ends."""
    found = [strip(text, Span(*line.span())) for line in _LINE.finditer(text)]
    return [span for span in found if span.start < span.end]


def _continued(text: str, lines: list[Span]) -> set[int]:
    """In a text wrapped by width, the lines that go on from the line above: parts of paragraphs, judged by no rule."""
    shortest, longest = settings.WRAPPED_LINE
    wide = [at for at, line in enumerate(lines) if shortest <= line.end - line.start <= longest]
    inside = {
        at + 1
        for at in wide
        if at + 1 < len(lines) and text[lines[at].end - 1] not in _STOPS and _follows(text, lines[at], lines[at + 1])
    }
    return inside if len(inside) >= max(settings.WRAPPED_LINES, settings.WRAPPED_SHARE * len(wide)) else set()


_STOPS = ".!?:;\"”’'"


def _follows(text: str, line: Span, following: Span) -> bool:
    """Whether the next line stands directly below and is not indented."""
    between = text[line.end : following.start]
    return between.count("\n") == 1 and between.endswith("\n")


def _indented(text: str, lines: list[Span]) -> set[int]:
    """The lines that are indented where most are not."""
    indented = {
        at for at, line in enumerate(lines) if text[max(0, line.start - 2) : line.start] in ("  ", "\t\t", "\n\t")
    }
    return indented if len(indented) <= settings.INDENTED_SHARE * len(lines) else set()


def _begins(text: str, lines: list[Span]) -> int:
    """The first line that is a sentence of some length: there the report begins."""
    for at, line in enumerate(lines[: settings.TOP_LINES]):
        if line.end - line.start >= settings.SENTENCE_LENGTH and text[line.end - 1] in _STOPS:
            return at
    return min(len(lines), settings.TOP_LINES)


def _is_boilerplate(line: str, *, apart: bool) -> bool:
    if len(line) > settings.CAPTION_LENGTH:
        return is_gallery(line)
    if _is_one_of(_OF_ANY_LENGTH, line) or is_caption(line, apart):
        return True
    return len(line) <= settings.REQUEST_LENGTH and _is_one_of(_SHORT, line)


def _is_one_of(some: _Kinds, line: str) -> bool:
    return any(is_kind(line) for is_kind in some)


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
                title = lines[following].of(text)
                if not kinds.is_short(title, settings.RELATED_WORDS) or kinds.is_short(title, settings.MENU_WORDS - 1):
                    break
                titles.add(following)
    return titles


def _repeated(text: str, lines: list[Span], title: str | None) -> set[int]:
    """The headline where it stands again."""
    headline = (title or "").strip()
    same = [at for at, line in enumerate(lines) if line.end - line.start == len(headline) and line.of(text) == headline]
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
