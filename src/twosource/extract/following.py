"""Quotations without a cue: they follow one that has a cue, stand under a lead-in, or carry a name after a dash."""

from collections.abc import Sequence

from twosource.extract.contents import Attribution, trimmed
from twosource.extract.nouns import has_finite, is_name
from twosource.extract.placing import speaks
from twosource.extract.skeleton import QUOTE, Sentence
from twosource.extract.subjects import main_subject
from twosource.settings.statements import PASSING_WORDS
from twosource.spans import Span
from twosource.text.quotes import SPEECH_WORDS

DASHES = frozenset(["—", "–", "--", "-", "―"])
LONGEST_LABEL = 6  # tokens of a name before a colon
LONGEST_SIGNATURE = 12  # tokens of a name after a dash


def join_following(sentences: Sequence[Sentence], found: list[list[Attribution]]) -> list[Attribution]:
    """All reports of the text in order, with the quotations that follow them; `found` holds those of each sentence."""
    every: list[Attribution] = []
    last: Attribution | None = None
    pending: Attribution | None = None
    waiting: list[int] = []
    labels = count_labels(sentences)
    for number, s in enumerate(sentences):
        own = found[number]
        if waiting and sentences[waiting[0]].paragraph != s.paragraph:
            last = _settle(sentences, waiting, last, every)
            waiting = []
        signed = _signed(s) or (None if own else _labelled(s, labels))
        if signed:
            if pending is not None and signed.rule == "block" and not pending.pieces:
                signed.cue, signed.site = pending.cue, pending.site
                if pending in every:
                    every.remove(pending)
            own = [signed]
        elif (
            pending is not None
            and s.low[0] == QUOTE
            and s.paragraph - pending.sentence.paragraph <= 1
            and (not own or s.only_quotes())
        ):
            pending.pieces.append(_quote_run(s))
            pending.last_sentence = number
            if pending.rule == "lead-in":
                every.append(pending)
            last, pending = pending, None
            continue
        elif pending is not None and pending.site and not own and s.paragraph - pending.sentence.paragraph <= 1:
            pending.pieces.append(trimmed(s, 0, s.size))
            pending.last_sentence = number
            last, pending = pending, None
            continue
        pending = None if own else _introduced(s)
        if own:
            if waiting:
                own[0].pieces[:0] = [trimmed(sentences[k], 0, sentences[k].size) for k in waiting]
                waiting = []
            for attribution in own:
                attribution.last_sentence = number
            every.extend(own)
            last = own[-1]
            if last.site and last.site.open_end and not last.pieces:
                pending = last
            elif not last.pieces:
                last = None
        elif s.only_quotes():
            if last is not None and _goes_on(sentences, last, number):
                last.pieces.append(trimmed(s, 0, s.size))
                last.last_sentence = number
            elif (
                number
                and sentences[number - 1].paragraph == s.paragraph
                and not waiting
                and (made := _after_subject(sentences, number))
            ):
                every.append(made)
                last = made
            else:
                waiting.append(number)
        else:
            lone = _unattributed(s)
            if lone and last is not None and s.low[0] == QUOTE and _goes_on(sentences, last, number):
                last.pieces.extend(lone.pieces)
                last.last_sentence = number
            elif lone:
                lone.last_sentence = number
                every.append(lone)
                last = lone
    if waiting:
        _settle(sentences, waiting, last, every)
    return [attribution for attribution in every if attribution.pieces]


def _goes_on(sentences: Sequence[Sentence], last: Attribution, number: int) -> bool:
    """Whether a sentence of quotations goes straight on from the report before it."""
    s = sentences[number]
    before = sentences[last.last_sentence]
    if last.last_sentence == number - 1 and before.paragraph == s.paragraph:
        return True
    return last.last_sentence == number - 1 and any(quote and quote.continued for quote in before.quotes)


def _settle(
    sentences: Sequence[Sentence], waiting: list[int], last: Attribution | None, every: list[Attribution]
) -> Attribution | None:
    """A paragraph of nothing but quotations: it belongs to the report just before it, or to nobody known."""
    first = sentences[waiting[0]]
    pieces = [trimmed(sentences[k], 0, sentences[k].size) for k in waiting]
    if last is not None and first.paragraph - sentences[last.last_sentence].paragraph == 1 and last.speaker is not None:
        last.pieces.extend(pieces)
        last.last_sentence = waiting[-1]
        return last
    if not any(quote and quote.kind == "speech" for k in waiting for quote in sentences[k].quotes):
        return last
    made = Attribution(first, None, None, None, pieces, "quotation alone", last_sentence=waiting[-1])
    every.append(made)
    return made


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
    if at >= n - 0 or s.low[at] not in DASHES or at + 1 >= n or not is_name(s, at + 1):
        return None
    stop = n
    while stop > at + 1 and s.low[stop - 1] in (".",):
        stop -= 1
    if stop - at - 1 > LONGEST_SIGNATURE or has_finite(s, at + 1, stop) or QUOTE in s.low[at + 1 : stop]:
        return None
    return Attribution(s, None, s.of(at + 1, stop), None, [trimmed(s, 0, at)], "block")


def label_end(s: Sentence) -> int | None:
    """The colon after the name that opens a paragraph: "MOEN: We will see"."""
    if not s.first:
        return None
    for at in range(1, min(LONGEST_LABEL + 1, s.size - 1)):
        if s.low[at] == ":":
            return (
                at if all(is_name(s, k) or s.low[k] in (".", "of", "the", "(", ")", "-") for k in range(at)) else None
            )
    return None


def count_labels(sentences: Sequence[Sentence]) -> dict[str, int]:
    """How often each label opens a paragraph."""
    counts: dict[str, int] = {}
    for s in sentences:
        end = label_end(s)
        if end is not None:
            name = s.of(0, end).of(s.text)
            counts[name] = counts.get(name, 0) + 1
    return counts


def _labelled(s: Sentence, labels: dict[str, int]) -> Attribution | None:
    """ "Moen: “…”", or "MOEN: …" where the text has several such turns."""
    end = label_end(s)
    if end is None:
        return None
    name = s.of(0, end)
    turns = sum(labels.values()) >= 4 and labels[name.of(s.text)] >= 2
    quoted = s.low[end + 1] == QUOTE
    if not (quoted or turns):
        return None
    stop = s.size
    return Attribution(s, None, name, s.of(end, end + 1), [trimmed(s, end + 1, stop)], "label")


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
