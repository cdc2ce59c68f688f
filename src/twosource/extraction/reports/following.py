"""Quotations without a cue: they follow one that has a cue, stand under a lead-in, or carry a name after a dash."""

from collections.abc import Sequence

from twosource.extraction.reports.accepting import speaks
from twosource.extraction.reports.labels import Labels, signed
from twosource.extraction.reports.report import Attribution, trimmed
from twosource.extraction.sentences.main_subject import main_subject
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.settings.statements import PASSING_WORDS
from twosource.spans import Span
from twosource.text.quotes import SPEECH_WORDS


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
        self.labels = Labels(sentences, found)
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
        placed = signed(s) or (None if own else self.labels.report(s, number))
        if placed:
            self._take_lead_in(placed)
            own = [placed]
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
