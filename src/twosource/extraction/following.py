"""Quotations without a cue: they follow one that has a cue, stand under a lead-in, or carry a name after a dash."""

from collections import Counter
from collections.abc import Sequence

from twosource.extraction.accepting import speaks
from twosource.extraction.cues import roles
from twosource.extraction.main_subject import main_subject
from twosource.extraction.nouns import has_finite, is_name
from twosource.extraction.reports import Attribution, trimmed
from twosource.extraction.skeleton import QUOTE, Sentence
from twosource.settings.statements import PASSING_WORDS
from twosource.spans import Span
from twosource.text.quotes import SPEECH_WORDS

DASHES = frozenset(["—", "–", "--", "-", "―"])
LONGEST_HEADLINE_LABEL = 3
LEAST_HEADLINE = 4  # tokens after the name, the colon among them
LONGEST_LABEL = 6  # tokens of a name before a colon
LONGEST_SIGNATURE = 12  # tokens of a name after a dash


def join_following(sentences: Sequence[Sentence], found: list[list[Attribution]]) -> list[Attribution]:
    """All reports of the text in order, with the quotations that follow them; `found` holds those of each sentence."""
    joiner = _Joiner(sentences, found)
    for number, own in enumerate(found):
        joiner.read(number, own)
    joiner.settle()
    for attribution in joiner.every:
        attribution.pieces = [piece for piece in attribution.pieces if piece.start < piece.end]
    return [attribution for attribution in joiner.every if attribution.pieces]


class _Joiner:
    """Reads the sentences in order; remembers the last report, a lead-in without words, quotations without a cue."""

    def __init__(self, sentences: Sequence[Sentence], found: list[list[Attribution]]) -> None:
        self.sentences, self.found = sentences, found
        self.labels = [label_end(s) for s in sentences]
        self.turns = Counter(s.of(0, end).of(s.text) for s, end in zip(sentences, self.labels, strict=True) if end)
        self.every: list[Attribution] = []
        self.last: Attribution | None = None
        self.pending: Attribution | None = None
        self.waiting: list[int] = []
        self.block = -1  # the paragraph that a lead-in on a line of its own opened

    def read(self, number: int, own: list[Attribution]) -> None:
        """Takes the next sentence with its own reports."""
        s = self.sentences[number]
        if self.waiting and self.sentences[self.waiting[0]].paragraph != s.paragraph:
            self.settle()
        signed = _signed(s)
        if signed is None and not own:
            end = self.labels[number] or 0
            signed = _labelled(s, end, self.turns) or _headline(s, end, self.found) if end else None
            signed = signed or _headline_tail(s)
        if signed:
            self._take_lead_in(signed)
            own = [signed]
        elif self._fill_lead_in(number, own) or self._fill_block(number, own):
            return
        self.pending = None if own else _introduced(s)
        if own:
            self._add(number, own)
        elif s.only_quotes():
            self._quotations(number)
        elif any(s.quotes):
            self._prose(number)

    def settle(self) -> None:
        """A paragraph of nothing but quotations: it belongs to the report just before it, or to nobody known."""
        if not self.waiting:
            return
        first = self.sentences[self.waiting[0]]
        pieces = self._waiting_pieces()
        spoken = any(quote and quote.kind == "speech" for k in self.waiting for quote in self.sentences[k].quotes)
        last, end = self.last, self.waiting[-1]
        self.waiting = []
        if last and last.speaker and first.paragraph - self.sentences[last.last_sentence].paragraph == 1:
            last.pieces.extend(pieces)
            last.last_sentence = end
        elif spoken:
            self.last = Attribution(first, None, None, None, pieces, "quotation alone", last_sentence=end)
            self.every.append(self.last)

    def _take_lead_in(self, signed: Attribution) -> None:
        """A signed quotation under "Moen added:" takes its cue."""
        if self.pending is not None and signed.rule == "block" and not self.pending.pieces:
            signed.cue, signed.site = self.pending.cue, self.pending.site
            self.every = [attribution for attribution in self.every if attribution is not self.pending]

    def _fill_lead_in(self, number: int, own: list[Attribution]) -> bool:
        """Gives an open lead-in its words; whether the sentence held them."""
        s, pending = self.sentences[number], self.pending
        if pending is None or s.paragraph - pending.sentence.paragraph > 1:
            return False
        if s.low[0] == QUOTE and (not own or s.only_quotes()):
            pending.pieces.append(_quote_run(s))
        elif pending.site and not own:
            pending.pieces.append(trimmed(s, 0, s.size))
            self.block = s.paragraph if s.first else -1
        else:
            return False
        if pending.rule == "lead-in":
            self.every.append(pending)
        pending.last_sentence = number
        self.last, self.pending = pending, None
        return True

    def _fill_block(self, number: int, own: list[Attribution]) -> bool:
        """Adds the sentence to what the lead-in before its paragraph introduced, as long as nobody else speaks there."""
        s = self.sentences[number]
        if own or self.last is None or s.paragraph != self.block:
            self.block = -1
            return False
        self.last.pieces.append(trimmed(s, 0, s.size))
        self.last.last_sentence = number
        return True

    def _add(self, number: int, own: list[Attribution]) -> None:
        own[0].pieces[:0] = self._waiting_pieces()
        self.waiting = []
        for attribution in own:
            attribution.last_sentence = number
        self.every.extend(own)
        self.last = own[-1]
        if self.last.site and self.last.site.open_end and not self.last.pieces:
            self.pending = self.last
        elif not self.last.pieces:
            self.last = None

    def _quotations(self, number: int) -> None:
        """A sentence of quotations alone: it goes on with a report, follows its subject, or waits for a cue."""
        s = self.sentences[number]
        if self.last is not None and self._goes_on(number):
            self.last.pieces.append(trimmed(s, 0, s.size))
            self.last.last_sentence = number
            return
        beside = number > 0 and self.sentences[number - 1].paragraph == s.paragraph and not self.waiting
        made = _after_subject(self.sentences, number) if beside else None
        if made:
            self.every.append(made)
            self.last = made
        else:
            self.waiting.append(number)

    def _prose(self, number: int) -> None:
        """A sentence without a report: its quotations go on with the last one, or are nobody's for sure."""
        s = self.sentences[number]
        lone = _unattributed(s)
        if lone is None:
            return
        if self.last is not None and s.low[0] == QUOTE and self._goes_on(number):
            self.last.pieces.extend(lone.pieces)
        else:
            self.every.append(lone)
            self.last = lone
        self.last.last_sentence = number

    def _goes_on(self, number: int) -> bool:
        """Whether a sentence goes straight on from the last report."""
        if self.last is None or self.last.last_sentence != number - 1:
            return False
        before = self.sentences[self.last.last_sentence]
        continued = any(quote and quote.continued for quote in before.quotes)
        return before.paragraph == self.sentences[number].paragraph or continued

    def _waiting_pieces(self) -> list[Span]:
        return [trimmed(self.sentences[k], 0, self.sentences[k].size) for k in self.waiting]


def _quote_run(s: Sentence) -> Span:
    """The quotations that open the sentence."""
    stop = 1
    while stop < s.size and (s.low[stop] == QUOTE or s.low[stop] in (",", ".")):
        stop += 1
    return trimmed(s, 0, stop if stop < s.size and not s.only_quotes() else s.size)


def _signed(s: Sentence) -> Attribution | None:
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


def label_end(s: Sentence) -> int | None:
    """The colon after the name that opens a paragraph: "MOEN: We will see"."""
    if not s.first:
        return None
    opening = s.low[: min(LONGEST_LABEL + 1, s.size - 1)]
    if ":" not in opening[1:]:
        return None
    at = opening.index(":", 1)
    spaced = s.starts[at + 1] > s.ends[at]  # "AP:Associated Press" is the credit of a picture
    named = spaced and all(is_name(s, k) or s.low[k] in (".", "of", "the", "(", ")", "-") for k in range(at))
    return at if named else None


def _labelled(s: Sentence, end: int, labels: Counter[str]) -> Attribution | None:
    """ "Moen: “…”", or "MOEN: …" where the text has several such turns."""
    name = s.of(0, end)
    turns = labels.total() >= 4 and labels[name.of(s.text)] >= 2
    quoted = s.low[end + 1] == QUOTE
    if not (quoted or turns):
        return None
    return Attribution(s, None, name, s.of(end, end + 1), [trimmed(s, end + 1, s.size)], "label")


def _speaker_words(a: Attribution) -> list[str]:
    """The last words of names that speak in the text."""
    if a.site is None or a.site.speaker is None or not is_name(a.sentence, a.site.head_stop - 1):
        return []
    return [a.sentence.low[a.site.head_stop - 1]]


def _headline(s: Sentence, end: int, found: list[list[Attribution]]) -> Attribution | None:
    """ "Moen: dam to stay shut" at the head of a text in which Moen speaks, or "Poll: most want the dam gone"."""
    if s.paragraph > 0 or end > LONGEST_HEADLINE_LABEL or s.size - end < LEAST_HEADLINE:
        return None
    word = s.low[end - 1]
    speakers = {word for reports in found for a in reports for word in _speaker_words(a)}
    if word not in speakers and word not in roles("documents") and word not in roles("anonymous"):
        return None
    return Attribution(s, None, s.of(0, end), s.of(end, end + 1), [trimmed(s, end + 1, s.size)], "headline")


def _headline_tail(s: Sentence) -> Attribution | None:
    """ "Dam to stay shut – officials", "Dam is safe: study"."""
    n = s.size
    if s.paragraph > 0 or s.low[-1] in (".", "?", "!"):
        return None
    at = next(
        (k for k in range(n - 2, max(n - 2 - LONGEST_HEADLINE_LABEL, LEAST_HEADLINE - 1), -1) if _ends_headline(s, k)),
        0,
    )
    if not at or s.low[-1] not in roles("anonymous", "persons", "bodies", "telling"):
        return None
    return Attribution(s, None, s.of(at + 1, n), s.of(at, at + 1), [trimmed(s, 0, at)], "headline")


def _ends_headline(s: Sentence, at: int) -> bool:
    """Whether a mark sets the end of a headline apart: a colon, or a dash between spaces."""
    return s.low[at] == ":" or (s.low[at] in DASHES and s.starts[at] > s.ends[at - 1] and s.starts[at + 1] > s.ends[at])


def _after_subject(sentences: Sequence[Sentence], number: int) -> Attribution | None:
    """ "Moen was furious. “It is a disgrace.”": the words are those of the subject just before."""
    before, s = sentences[number - 1], sentences[number]
    subject = main_subject(before, before.size)
    if (
        subject is None
        or not speaks(before, subject.start, subject.head_stop)
        or not any(q and q.kind == "speech" for q in s.quotes)
    ):
        return None
    piece = trimmed(s, 0, s.size)
    span = before.of(subject.start, subject.head_stop)
    return Attribution(before, None, span, None, [piece], "quotation after", last_sentence=number)


def _introduced(s: Sentence) -> Attribution | None:
    """A lead-in without a cue: "Moen made the following remark:"; the quotation comes next."""
    if s.low[-1] != ":" or QUOTE in s.low:
        return None
    subject = main_subject(s, s.size)
    if subject is None:
        return None
    return Attribution(s, None, s.of(subject.start, subject.stop), None, [], "lead-in")


def _unattributed(s: Sentence) -> Attribution | None:
    """A quotation in a sentence that names no verb of reporting for it."""
    spoken = [at for at, quote in enumerate(s.quotes) if quote and quote.kind == "speech" and _sounds_spoken(s, at)]
    if not spoken:
        return None
    subject = main_subject(s, spoken[0])
    pieces = [s.of(at, at + 1) for at in spoken]
    return Attribution(
        s, None, s.of(subject.start, subject.stop) if subject else None, None, pieces, "quotation in passing"
    )


def _sounds_spoken(s: Sentence, at: int) -> bool:
    """Whether a quotation without a cue is long enough, or introduced, to count as something said."""
    quote = s.quotes[at]
    words = len(quote.inner.of(s.text).split()) if quote else 0
    introduced = at > 0 and s.low[at - 1] in (":", ",")
    return words >= PASSING_WORDS or (introduced and words >= SPEECH_WORDS)
