"""Reports by their place on the page: “…” – Ada Moen, MOEN: …, headlines with a name before a colon or behind a dash."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from twosource.extraction.reports.report import Attribution, trimmed
from twosource.extraction.sentences.cues import roles, words_of
from twosource.extraction.sentences.nouns import has_finite, is_name
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.text.outlets import is_outlet

DASHES = frozenset(["—", "–", "--", "-", "―"])
LONGEST_HEADLINE_LABEL = 3
LEAST_HEADLINE = 2  # tokens of what a headline tells
LONGEST_LABEL = 6  # tokens of a name before a colon
LONGEST_SIGNATURE = 12  # tokens of a name after a dash
LINKS = frozenset([".", "of", "the", "(", ")", "-", "from", "to"])
TURNS = 4  # labels that make a dialogue, where each speaks twice


class Labels:
    """The names before colons that open the paragraphs of a text, and how often each does."""

    def __init__(self, sentences: Sequence[Sentence], found: Sequence[Sequence[Attribution]]) -> None:
        self.ends = [label_end(s) for s in sentences]
        self.turns = Counter(s.of(0, end).of(s.text) for s, end in zip(sentences, self.ends, strict=True) if end)
        self.paragraphs = sentences[-1].paragraph + 1 if sentences else 0
        self.found = found

    def report(self, s: Sentence, number: int) -> Attribution | None:
        """What a sentence without a cue tells by its label or as a headline."""
        end = self.ends[number] or 0
        if not end and s.paragraph:
            return None
        labelled = (self._labelled(s, end) or _headline(s, end, self.found)) if end else None
        return labelled or _headline_tail(s)

    def _labelled(self, s: Sentence, end: int) -> Attribution | None:
        """ "Moen: “…”", "Quote from Moen: “…”", or "MOEN: …" where the text has several such turns."""
        label = s.of(0, end).of(s.text)
        spoken = self.turns.total()
        turns = (spoken >= TURNS and self.turns[label] > 1) or (label.isupper() and 1 < spoken >= self.paragraphs)
        if not (s.low[end + 1] == QUOTE or turns) or is_heading(s, end) or len(label) == 1:
            return None
        named = 2 if end > 2 and s.low[:2] == ["quote", "from"] else 0
        return Attribution(s, None, s.of(named, end), s.of(end, end + 1), [trimmed(s, end + 1, s.size)], "label")


def label_end(s: Sentence) -> int | None:
    """The colon after the name that opens a paragraph: "MOEN: We will see"."""
    if not s.first:
        return None
    opening = s.low[: min(LONGEST_LABEL + 1, s.size - 1)]
    if ":" not in opening[1:]:
        return None
    at = opening.index(":", 1)
    spaced = s.starts[at + 1] > s.ends[at]  # "AP:Associated Press" is the credit of a picture
    named = spaced and all(is_name(s, k) or s.low[k] in LINKS for k in range(at))
    return at if named else None


def is_heading(s: Sentence, end: int) -> bool:
    """Whether the words before a colon name a part of the page and nobody: "Details: two men were hurt"."""
    return " ".join(s.low[:end]) in words_of("labels", "headings")


def signed(s: Sentence) -> Attribution | None:
    """“…” – Ada Moen"""
    n = s.size
    if s.low[0] != QUOTE or n < 3:
        return None
    at = 1
    while at < n and s.low[at] in (QUOTE, ",", "."):
        at += 1
    if at >= n or s.low[at] not in DASHES or at + 1 >= n or not is_name(s, at + 1):
        return None
    stop = n
    while stop > at + 1 and s.low[stop - 1] == ".":
        stop -= 1
    if stop - at - 1 > LONGEST_SIGNATURE or has_finite(s, at + 1, stop) or QUOTE in s.low[at + 1 : stop]:
        return None
    return Attribution(s, None, s.of(at + 1, stop), None, [trimmed(s, 0, at)], "block")


def is_headline(s: Sentence) -> bool:
    """Whether a sentence stands at the head of a text and has no stop."""
    return s.paragraph == 0 and s.low[-1] not in (".", "?", "!", ":")


def _headline(s: Sentence, end: int, found: Sequence[Sequence[Attribution]]) -> Attribution | None:
    """ "Moen: dam to stay shut" at the head of a text in which Moen speaks, "Mayor: dam to go", "Mayor to Echo: dam to go"."""
    if s.paragraph > 0 or end > LONGEST_HEADLINE_LABEL or s.size - end - 1 < LEAST_HEADLINE or is_heading(s, end):
        return None
    stop = s.low.index("to", 0, end) if "to" in s.low[1:end] else end
    word = s.low[stop - 1]
    speakers = {word for reports in found for a in reports for word in _speaker_words(a)}
    if word not in speakers and word not in _headline_speakers() and not _is_outlet(s, 0, stop):
        return None
    tail = _tail(s)
    passed = [s.of(tail + 1, s.size)] if tail and _is_outlet(s, tail + 1, s.size) else []
    content = trimmed(s, end + 1, tail if passed else s.size)
    return Attribution(s, None, s.of(0, stop), s.of(end, end + 1), [content], "headline", via=passed)


def outlet_label(s: Sentence) -> tuple[int, int] | None:
    """The outlet before a colon at the head of a text: "Echo: mayor says dam is old"."""
    end = label_end(s) if is_headline(s) else None
    return (0, end) if end and _is_outlet(s, 0, end) else None


def _speaker_words(a: Attribution) -> list[str]:
    """The last words of names that speak in the text."""
    if a.site is None or a.site.speaker is None or not is_name(a.sentence, a.site.head_stop - 1):
        return []
    return [a.sentence.low[a.site.head_stop - 1]]


@cache
def _headline_speakers() -> frozenset[str]:
    return roles("documents", "anonymous", "persons") - words_of("labels", "headings")


def _is_outlet(s: Sentence, first: int, stop: int) -> bool:
    """Whether words of a headline, which goes without articles, are the name of an outlet."""
    name = s.of(first, stop).of(s.text) if first < stop else ""
    return bool(name) and (is_outlet(name) or is_outlet(f"the {name}"))


def _headline_tail(s: Sentence) -> Attribution | None:
    """ "Dam to stay shut – officials", "Dam is safe: study", "Dam to stay shut – Echo"."""
    at = _tail(s)
    if not at or not (s.low[-1] in roles("anonymous", "persons", "bodies", "telling") or _is_outlet(s, at + 1, s.size)):
        return None
    return Attribution(s, None, s.of(at + 1, s.size), s.of(at, at + 1), [trimmed(s, 0, at)], "headline")


def _tail(s: Sentence) -> int:
    """The mark before the last words of a headline, 0 where none sets them apart: a colon, or a dash between spaces."""
    if not is_headline(s):
        return 0
    n = s.size
    places = range(n - 2, max(n - 2 - LONGEST_HEADLINE_LABEL, LEAST_HEADLINE - 1), -1)
    return next((k for k in places if _ends_headline(s, k)), 0)


def _ends_headline(s: Sentence, at: int) -> bool:
    if s.low[at] == ":":
        return True
    return s.low[at] in DASHES and s.starts[at] > s.ends[at - 1] and s.starts[at + 1] > s.ends[at]
