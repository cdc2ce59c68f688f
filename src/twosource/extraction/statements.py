"""What a document says that somebody said: direct, mixed and indirect statements with speaker, cue and relay chain."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Literal

from twosource.extraction.reports.contents import Attribution, attributions
from twosource.extraction.reports.following import join_following
from twosource.extraction.reports.relays import channel_of
from twosource.extraction.sentences.cues import grammar
from twosource.extraction.sentences.skeleton import skeleton
from twosource.extraction.speakers.find import resolve_speakers
from twosource.records import Speaker, Statement, Via, record_id
from twosource.settings.statements import CLOSE_CHOICE, CLOSE_MARGIN, CONFIDENCE, DIRECT_BONUS, DIRECT_SHARE
from twosource.spans import Span, merge
from twosource.text.quotes import Quote, find_quotes

LEXICON_LANGUAGE = "en"
_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")


def find_statements(
    text: str,
    *,
    document: str = "",
    boilerplate: Sequence[Span] = (),
    language: str | None = "en",
    aliases: Mapping[str, str] | None = None,
) -> list[Statement]:
    """The statements of a text in order of where they start.

    A statement's `content` holds several spans where the speech is broken ("A," he said, "B") or goes on in quotations
    that follow without a cue. What lies in `boilerplate` makes none. `aliases` map a name as written to the name it
    stands for. In a language without a lexicon only direct quotations are found, their speakers unknown.
    """
    quotes = [quote for quote in find_quotes(text) if quote.depth == 0]
    if not is_covered(language):
        return [
            _bare(document, quote)
            for quote in quotes
            if quote.kind == "speech" and not _inside(quote.span, boilerplate)
        ]
    sentences = [s for s in skeleton(text, quotes, boilerplate) if s.size]
    found = join_following(sentences, [attributions(s) for s in sentences])
    if boilerplate:
        found = [a for a in found if not any(_inside(piece, boilerplate) for piece in a.pieces)]
    speakers = resolve_speakers(text, sentences, found, aliases)
    inner = _Quoted(quotes)
    made = [_statement(text, document, a, *who, inner) for a, who in zip(found, speakers, strict=True)]
    unique = {statement.id: statement for statement in made if not _says_nothing(text, statement)}
    return sorted(unique.values(), key=lambda statement: (statement.content[0], statement.id))


def is_covered(language: str | None) -> bool:
    """Whether the word lists cover the language; an unknown one is read as English."""
    return not language or language.lower().replace("_", "-").split("-")[0] in (
        LEXICON_LANGUAGE,
        "eng",
        "und",
        "english",
    )


def language_note(language: str | None) -> str | None:
    """What the reader should know where the word lists do not cover the language; None where they do."""
    if is_covered(language):
        return None
    return f"No word list for language {language!r}: only direct quotations were found, and their speakers are unknown."


def _says_nothing(text: str, statement: Statement) -> bool:
    """Whether the reporter gives no content: "said nothing", "said it again", "agree on little"."""
    if statement.kind != "indirect":
        return False
    empty = grammar("no_content", "times", "days")
    words = (word[0].casefold() for piece in statement.content for word in _WORD.finditer(text, *piece))
    return next(words, None) in empty and empty.issuperset(words)


class _Quoted:
    """What stands inside quotation marks, to be asked by place."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.whole = {quote.span for quote in quotes}
        self.spans = merge(quote.inner for quote in quotes)
        self.starts = [span.start for span in self.spans]

    def touches(self, piece: Span) -> bool:
        """Whether some of the piece stands inside quotation marks."""
        at = bisect_right(self.starts, piece.end - 1) - 1
        return at >= 0 and self.spans[at].end > piece.start

    def count(self, piece: Span, offsets: Sequence[int]) -> int:
        """How many of the offsets, which rise and lie in the piece, stand inside quotation marks."""
        found = 0
        for at in range(max(0, bisect_right(self.starts, piece.start) - 1), bisect_left(self.starts, piece.end)):
            found += bisect_left(offsets, self.spans[at].end) - bisect_left(offsets, self.spans[at].start)
        return found


def _statement(
    text: str, document: str, a: Attribution, speaker: Speaker, via: tuple[Via, ...], quoted: _Quoted
) -> Statement:
    content = tuple(sorted(a.pieces))
    kind = statement_kind(text, content, quoted)
    return Statement(
        id=record_id(
            document,
            kind,
            *[tuple(piece) for piece in content],
            a.cue and tuple(a.cue),
            speaker.span and tuple(speaker.span),
        ),
        document=document,
        kind=kind,
        content=content,
        cue=a.cue,
        speaker=speaker,
        rule=a.rule,
        confidence=_confidence(a, kind),
        via=via,
        channel=channel_of(a.sentence, a.site) if a.site else None,
        verb=a.site.lemma if a.site else None,
        strength=a.site.strength if a.site else None,
        negated=bool(a.site and (a.site.negated or a.site.strength == "denied")),
    )


def statement_kind(text: str, content: Sequence[Span], quoted: _Quoted) -> Literal["direct", "mixed", "indirect"]:
    """Direct where nearly all words stand inside quotation marks, mixed where some do."""
    if quoted.whole.issuperset(content):
        return "direct"
    if not any(quoted.touches(piece) for piece in content):
        return "indirect"
    words = held = 0
    for piece in content:
        offsets = [match.start() for match in _WORD.finditer(text, *piece)]
        words += len(offsets)
        held += quoted.count(piece, offsets)
    share = held / words if words else 0.0
    return "direct" if share >= DIRECT_SHARE else "mixed" if share > 0 else "indirect"


def _confidence(a: Attribution, kind: str) -> float:
    sure = CONFIDENCE.get(a.rule.removeprefix("relay "), 0.5)
    if kind == "direct" and a.cue:
        sure += DIRECT_BONUS
    if a.margin < CLOSE_MARGIN:
        sure -= CLOSE_CHOICE
    return round(min(sure, 0.99), 2)


def _bare(document: str, quote: Quote) -> Statement:
    return Statement(
        id=record_id(document, "direct", tuple(quote.span), None, None),
        document=document,
        kind="direct",
        content=(quote.span,),
        cue=None,
        speaker=Speaker(None, None, "unknown"),
        rule="quotation alone",
        confidence=CONFIDENCE["quotation alone"],
    )


def _inside(span: Span, boilerplate: Sequence[Span]) -> bool:
    return any(block.covers(span) for block in boilerplate)
