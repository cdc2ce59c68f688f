"""Quotation marks: which pair with which, which paragraphs re-open a quotation, and what a quotation is likely to be.

Directed marks pair by their direction, straight ones by which side has the space. Single marks count only where the
document uses them as its main marks, or inside double ones. Offsets are code points; nothing raises; time is linear.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from twosource.spans import Span, merge, strip
from twosource.text.sentences import paragraphs


class Quote(NamedTuple):
    """A quotation: `span` with its marks, `inner` without them, `depth` 0 where no other quotation holds it.

    `continued`: the next paragraph goes on with it; `closed`: its closing mark was found. Speech is the likely kind of
    whole clauses, scare of a few words set apart, title of a name in capitals.
    """

    span: Span
    inner: Span
    kind: Literal["speech", "scare", "title"]
    depth: int
    continued: bool
    closed: bool


class _Pair:
    """A quotation in the making: where its marks begin and end."""

    __slots__ = ("closed", "continued", "end", "inner_end", "inner_start", "mark", "start")

    def __init__(self, start: int, inner_start: int, mark: str) -> None:
        self.start, self.inner_start, self.mark = start, inner_start, mark
        self.inner_end = self.end = inner_start
        self.closed = self.continued = False

    def close(self, inner_end: int, end: int, *, closed: bool) -> None:
        self.inner_end, self.end, self.closed = max(inner_end, self.inner_start), max(end, self.inner_start), closed


# Each opens with one class, and looks back at what it took, because only then does the search skip ahead at full speed.
_DOUBLE = re.compile(r"[“”„‟«»\"＂「」『』`'](?:(?<![`'])|(?<=`)`|(?<=')'(?!'(?!\w)))")
# An apostrophe between two letters is no mark and not worth a look.
_SINGLE = re.compile(r"[‘’‚'](?:(?<!')|(?<!'')(?!'))(?:(?<![^\W_].)|(?![^\W_]))")
# Where a single mark may open at all: most texts have apostrophes alone.
_MAY_OPEN = re.compile(r"['‘‚](?<!\w.)(?=\S)")
_OPENS_PARAGRAPH = re.compile(r"\s*(?:[-–—]\s*)?(?:[“„«»\"＂「『]|``|''|‘|'(?=\w))")
_BEFORE_OPENING = frozenset("([{—–-/…“„«‘‚")
_AFTER_CLOSING = frozenset(".,;:?!)]}—–-/…”“»’")
_REOPENS = re.compile(r"\s*‘")
# An apostrophe that only looks like an opening mark: 'em, 'tis, '90s.
_CLIPPED = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|s)\b|\d\ds?\b", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_SMALL = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "vs", "with", "de"]
)
# A quotation of this many words is taken for a clause somebody spoke.
SPEECH_WORDS = 4


@lru_cache(maxsize=64)
def find_quotes(text: str) -> Sequence[Quote]:
    """The quotations in order of their start, outermost ones with depth 0; kept for the steps that follow and ask again."""
    pairs = _double_pairs(text)
    if _MAY_OPEN.search(text):
        pairs = _with_singles(text, pairs)
    pairs.sort(key=lambda pair: (pair.start, -pair.end))
    return tuple(_with_depth(text, pairs))


def quoted_spans(text: str) -> list[Span]:
    """What stands inside the outermost quotation marks, merged and in order."""
    return merge(quote.inner for quote in find_quotes(text) if quote.depth == 0)


# --- double marks -----------------------------------------------------------------------------------------------------


def _double_pairs(text: str) -> list[_Pair]:
    marks = list(_DOUBLE.finditer(text))
    found: list[_Pair] = []
    carried: _Pair | None = None
    blocks = paragraphs(text) if marks else []
    at = 0
    for block, following in zip_longest(blocks, blocks[1:]):
        first = at
        while at < len(marks) and marks[at].start() < block.end:
            at += 1
        carried = _pair_paragraph(text, block, marks[first:at], carried, following, found) if first < at else None
    return found


def _pair_paragraph(
    text: str,
    block: Span,
    marks: Sequence[re.Match[str]],
    carried: _Pair | None,
    following: Span | None,
    found: list[_Pair],
) -> _Pair | None:
    """Pairs the marks of one paragraph into `found`; the quotation still open at its end, or None."""
    stack: list[_Pair] = []
    first = len(found)
    for match in marks:
        mark, (start, end) = match.group(), match.span()
        if _opens(text, block, mark, start, end, stack):
            pair = _Pair(start, end, mark)
            stack.append(pair)
            found.append(pair)
        elif stack:
            stack.pop().close(start, end, closed=True)
        elif carried and len(found) == first:
            # The paragraph goes on with a quotation without opening it again.
            carried.continued = True
            pair = _Pair(block.start, block.start, mark)
            pair.close(start, end, closed=True)
            found.append(pair)
    return _leave_open(text, block, found, stack, following) if stack else None


def _leave_open(text: str, block: Span, found: list[_Pair], stack: list[_Pair], following: Span | None) -> _Pair | None:
    """Ends what no mark closed: before the next opening mark, or with the paragraph."""
    reopened = following is not None and bool(_OPENS_PARAGRAPH.match(text, *following))
    unclosed = {id(pair) for pair in stack}
    carried = None
    limit = block.end
    for at in range(len(found) - 1, -1, -1):
        pair = found[at]
        if not unclosed or pair.start < block.start:
            break
        if id(pair) in unclosed:
            unclosed.discard(id(pair))
            end = strip(text, Span(pair.inner_start, limit)).end
            pair.close(end, end, closed=False)
            if limit == block.end:
                pair.continued, carried = reopened, pair
        limit = pair.start
    return carried


def _opens(text: str, block: Span, mark: str, start: int, end: int, stack: list[_Pair]) -> bool:
    top = stack[-1].mark if stack else ""
    if mark in "„``「『‟":
        return True
    if mark in "」』":
        return False
    if mark == "“":
        return top != "„"
    if mark == "”":
        return not stack and _side(text, block, start, end) == "open"
    if mark in "«»":
        if top in ("«", "»") and top != mark:
            return False
        return mark == "«" or bool(stack) or _side(text, block, start, end) == "open"
    side = _side(text, block, start, end)
    return side == "open" if side else not stack


def _side(text: str, block: Span, start: int, end: int) -> Literal["open", "close", ""]:
    """Which way a mark points by the space, or the lack of it, on either side; empty where that does not tell."""
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if opens == closes:
        return ""
    return "open" if opens else "close"


# --- single marks -----------------------------------------------------------------------------------------------------


def _with_singles(text: str, doubles: list[_Pair]) -> list[_Pair]:
    """The pairs with those of single marks: all where these are the main ones, else what lies inside double ones."""
    singles = _single_pairs(text, Span(0, len(text)))
    if _are_main([pair for pair in singles if pair.closed], doubles):
        held = _Cover(singles)
        return singles + [pair for pair in doubles if not held.cuts(pair)]
    outer = [Span(pair.inner_start, pair.inner_end) for pair in doubles]
    return doubles + [single for span in merge(outer) for single in _single_pairs(text, span)]


def _are_main(singles: list[_Pair], doubles: list[_Pair]) -> bool:
    """Whether more quotations stand in single marks than in double ones, as British papers print them."""
    by_singles, by_doubles = _Cover(singles), _Cover(doubles)
    free_singles = sum(not by_doubles.holds(pair) for pair in singles)
    return free_singles > sum(not by_singles.holds(pair) for pair in doubles)


def _single_pairs(text: str, span: Span) -> list[_Pair]:
    """Pairs of single marks: opened after a space, closed after punctuation or before a space, apostrophes left out."""
    found: list[_Pair] = []
    if not _MAY_OPEN.search(text, span.start, span.end):
        return found
    current: _Pair | None = None
    weak: tuple[int, int] | None = None
    limit = span.start
    for match in _SINGLE.finditer(text, span.start, span.end):
        mark, start, end = match.group(), match.start(), match.end()
        if current and start > limit:
            current, weak = _give_up(text, current, weak, limit)
        before = text[start - 1] if start > span.start else " "
        after = text[end] if end < span.end else " "
        if mark != "’" and (before.isspace() or before in _BEFORE_OPENING) and not after.isspace():
            if _CLIPPED.match(text, end):
                continue
            if current:
                current, weak = _give_up(text, current, weak, start)
            current = _Pair(start, end, mark)
            limit = _paragraph_end(text, start, span.end) if start >= limit else limit
            found.append(current)
        elif current and mark != "‘" and not before.isspace() and not after.isalnum():
            if before in ".,?!…" or after in _AFTER_CLOSING or before != "s" or end == limit:
                current.close(start, end, closed=True)
                current, weak = None, None
            else:
                weak = weak or (start, end)
    if current:
        _give_up(text, current, weak, limit)
    return [pair for pair in found if pair.closed or pair.continued]


def _give_up(text: str, pair: _Pair, weak: tuple[int, int] | None, limit: int) -> tuple[None, None]:
    """Closes a pair at its doubtful mark ("the boys' "), or leaves it open where its next paragraph opens again."""
    if weak:
        pair.close(*weak, closed=True)
    elif pair.mark == "‘" and limit < len(text) and text[limit] in "\n\r":
        end = strip(text, Span(pair.inner_start, limit)).end
        pair.close(end, end, closed=False)
        pair.continued = bool(_REOPENS.match(text, limit))
    return None, None


def _paragraph_end(text: str, start: int, end: int) -> int:
    found = text.find("\n", start, end)
    return found if found >= 0 else end


# --- depth and kind ---------------------------------------------------------------------------------------------------


class _Cover:
    """Closed pairs that other pairs may lie in or cut across."""

    def __init__(self, pairs: list[_Pair]) -> None:
        self.spans = merge(Span(pair.start, pair.end) for pair in pairs)
        self.starts = [span.start for span in self.spans]

    def holds(self, pair: _Pair) -> bool:
        """Whether the pair lies wholly inside one of them."""
        at = bisect_right(self.starts, pair.start) - 1
        return at >= 0 and self.spans[at].start <= pair.start and pair.end <= self.spans[at].end

    def cuts(self, pair: _Pair) -> bool:
        """Whether the pair crosses the edge of one of them."""
        for offset, other in ((pair.start, pair.end), (pair.end, pair.start)):
            at = bisect_right(self.starts, offset) - 1
            if at >= 0 and offset < self.spans[at].end and not self.spans[at].start <= other <= self.spans[at].end:
                return True
        return False


def _with_depth(text: str, pairs: list[_Pair]) -> Iterator[Quote]:
    open_ends: list[int] = []
    for pair in pairs:
        while open_ends and open_ends[-1] <= pair.start:
            open_ends.pop()
        inner = Span(pair.inner_start, pair.inner_end)
        span = Span(pair.start, pair.end)
        yield Quote(span, inner, _kind(text, span, inner), len(open_ends), pair.continued, pair.closed)
        open_ends.append(pair.end)


def _kind(text: str, span: Span, inner: Span) -> Literal["speech", "scare", "title"]:
    """What a quotation looks like by itself; a reporting verb beside it may overrule this."""
    sample = text[inner.start : min(inner.end, inner.start + 200)].strip()
    if not _WORD.search(sample):
        return "scare"
    if sample[-1] in ".?!…" and inner.end - inner.start <= 200:
        return "speech"
    words = _WORD.findall(sample)
    if (
        1 < len(words) <= 10
        and words[0][0].isupper()
        and all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)
    ):
        return "title"
    before = text[max(0, span.start - 3) : span.start].rstrip()
    introduced = not before or before[-1] in ",:\n"
    if len(words) >= SPEECH_WORDS or (sample[-1] == "," and words[0][0].isupper()) or introduced:
        return "speech"
    return "scare"
