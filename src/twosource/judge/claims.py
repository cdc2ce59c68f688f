"""Claims: one thing asserted in a story, its members, and what stands behind it."""

from collections.abc import Iterable, Mapping, Sequence

from twosource.compare.aligned import Meeting
from twosource.compare.figures import group_figures
from twosource.compare.measured import Measured
from twosource.compare.values import value_of
from twosource.judge.ages import person_of_age
from twosource.judge.context import StoryTexts
from twosource.judge.contrasts import contrasted
from twosource.judge.decisions import DecisionBook
from twosource.judge.origins import Asserted, count_origins
from twosource.judge.quotations import QuotationGroup, group_quotations, judge_quotations, regroup_quotations
from twosource.judge.relations import Ties
from twosource.judge.speakers import is_named, name_of, one_speaker
from twosource.judge.statements import Turn, group_statements
from twosource.judge.surroundings import condition_of, is_long_past, is_narrowed, is_of_speaker, lasting
from twosource.judge.topics import shared_topic, topic_of
from twosource.judge.verdicts import judge_figures
from twosource.judge.wording import written
from twosource.records import Claim, Figure, Line, Member, Speaker, Statement, Verdict, record_id
from twosource.settings.claims import CLAIM_TEXT_LENGTH, SHARE_OF_A_RELAY, WORDS_OF_A_RELAY
from twosource.text.stems import stem

# Verdicts under which members that differ still tell of what the others tell.
ONE_THING = ("update", "revision", "definition", "probable_slip")


def figure_claims(texts: StoryTexts, figures: Iterable[Figure], meeting: Meeting, book: DecisionBook) -> list[Claim]:
    """One claim a group of figures that measure the same thing."""
    measured = [item for item in (_measured(texts, figure) for figure in figures) if item]
    claims = []
    apart = frozenset(contrasted(texts, (item.figure for item in measured)))
    groups = group_figures(measured, aligned=meeting.pairs, contrasted=apart, elsewhere=texts.elsewhere)
    for group in book.regroup(groups, lambda item: (item.figure.document, (item.figure.span,))):
        if group[0].person and len({item.figure.document for item in group}) == 1:
            continue  # an age that one report gives is no news
        judged = judge_figures(group, texts, Ties(meeting.pairs, apart, meeting.forms))
        members = [
            Member(
                document=item.figure.document,
                figure=item.figure.id,
                spans=(item.figure.span,),
                stance="differs" if item.figure.id in judged.differs else "supports",
            )
            for item in group
        ]
        text = _in_words(_telling(judged.leading, group), group, texts)
        claims.append(_claim("figure", text, members, judged.verdict, judged.detail, texts))
    return claims


def _in_words(telling: Figure, group: Sequence[Measured], texts: StoryTexts) -> str:
    """A claim in words: the figure and, of a share or a sum of nothing that is counted, what reports say it measures."""
    if group[0].person:
        return f"{group[0].person}, {written(telling)}"
    bare = telling.counted is None and telling.kind in ("percent", "money")
    topic = shared_topic(group, texts) if bare else ""
    return f"{texts.phrase(telling)} ({topic})" if topic else texts.phrase(telling)


def _telling(leading: Measured, group: Sequence[Measured]) -> Figure:
    """The leading figure, or one of the same value that says what is counted where the leading one does not."""
    same = (item.figure for item in group if item.value == leading.value and item.figure.counted)
    return leading.figure if leading.figure.counted else min(same, key=lambda f: f.id, default=leading.figure)


def quotation_claims(
    texts: StoryTexts, statements: Sequence[Statement], book: DecisionBook
) -> tuple[list[Claim], dict[str, QuotationGroup]]:
    """One claim an utterance, its variants as members; with it, by claim id, how the variants differ."""
    claims, groups = [], {}
    found = group_quotations(texts, statements)
    decided = book.regroup([group.utterances for group in found], lambda u: (u.statement.document, u.spans))
    for group in regroup_quotations(found, decided):
        verdict, detail, differs = judge_quotations(group, texts)
        members = [
            Member(
                document=u.statement.document,
                statement=u.statement.id,
                spans=u.spans,
                stance="differs" if u.key in differs else "supports",
            )
            for u in group.utterances
        ]
        claim = _claim("quotation", group.model.words, members, verdict, detail, texts)
        claims.append(claim)
        groups[claim.id] = group
    return claims, groups


def statement_claims(texts: StoryTexts, statements: Sequence[Statement], book: DecisionBook) -> list[Claim]:
    """One claim a thing that several documents say, in their own words, that someone said."""
    claims = []
    found = group_statements(texts, statements)
    turns = {id_: turn for _, differing in found for id_, turn in differing.items()}
    for group in book.regroup([group for group, _ in found], lambda s: (s.document, s.content)):
        differs = {s.id: turns[s.id] for s in group if s.id in turns}
        if len({s.document for s in group}) < 2:
            continue
        members = [
            Member(
                document=s.document,
                statement=s.id,
                spans=s.content,
                stance="differs" if s.id in differs else "supports",
            )
            for s in group
        ]
        verdict, detail = _of_turns(sorted(differs.values()))
        claims.append(_claim("statement", texts.said(group[0]), members, verdict, detail, texts))
    return claims


def _of_turns(turns: Sequence[Turn]) -> tuple[Verdict, str]:
    """What the statements of one claim mean together, given how some of them differ."""
    if opposite := next((turn for turn in turns if turn.opposite), None):
        return "conflict", f"They say the opposite: {opposite.words}."
    if turns:
        return "unsure", f"Alike in wording, but {turns[0].words}: whether they tell of one thing is not known."
    return "agree", "All say the same in their own words."


def _measured(texts: StoryTexts, figure: Figure) -> Measured | None:
    value = value_of(figure)
    person = person_of_age(figure, texts.documents[figure.document].text) if figure.kind == "age" else None
    if value is None or (figure.kind == "age" and not person) or figure.conversion_of is not None:
        return None
    speaker = texts.teller(figure)
    context = texts.context(figure.document, figure.span) - ({stem(figure.counted.head)} if figure.counted else set())
    document = texts.documents[figure.document]
    return Measured(
        figure,
        value,
        context,
        name_of(speaker),
        is_named(speaker),
        one_of_many=figure.point in (0, 1) and texts.after(figure).lstrip().startswith("of "),
        place=texts.place(figure.document, figure.span),
        condition=condition_of(figure, document.text),
        long_past=is_long_past(figure, document),
        lasts=lasting(figure, document),
        narrowed=is_narrowed(figure, document.text),
        topic=topic_of(figure, texts),
        of_speaker=is_of_speaker(figure, texts),
        person=person,
    )


def _claim(kind: str, text: str, members: list[Member], verdict: Verdict, detail: str, texts: StoryTexts) -> Claim:
    members.sort(key=lambda member: (member.document, member.spans, member.figure or member.statement or ""))
    documents = sorted({member.document for member in members})
    # What grew, or was garbled, is one thing all the same; a contradiction is told by somebody else.
    asserted = _asserted([m for m in members if m.stance == "supports" or verdict in ONE_THING], texts)
    return Claim(
        id=record_id("claim", kind, *((m.figure or m.statement, *m.spans) for m in members)),
        kind=kind,  # type: ignore[arg-type]
        text=text if len(text) <= CLAIM_TEXT_LENGTH else text[: CLAIM_TEXT_LENGTH - 1].rstrip() + "…",
        members=tuple(members),
        documents=len(documents),
        publishers=len({texts.publisher(document) for document in documents}),
        origins=count_origins(asserted, texts.carriers.lines(members), texts.family_of),
        verdict=verdict,
        detail=detail,
    )


def _asserted(members: Sequence[Member], texts: StoryTexts) -> list[Asserted]:
    """Who says it in each member; one that names nobody and is worded like one that does has it from there."""
    as_told = [texts.speaker(m) for m in members]
    named = [texts.offices.holder(speaker) or speaker for speaker in as_told]
    by_name: dict[str, Speaker] = {}
    for speaker in named:
        if speaker and is_named(speaker):
            by_name.setdefault(speaker.name or "", speaker)
    issuers = [_issuer(texts.documents[m.document].publisher, by_name) for m in members]
    spoken = [one if name_of(one) else issuer for one, issuer in zip(named, issuers, strict=True)]
    told = [
        Asserted(m.document, speaker, texts.offices.introduced(speaker))
        for m, speaker in zip(members, spoken, strict=True)
    ]
    words = [texts.context(m.document, m.spans[0]) for m in members]
    by_words: dict[frozenset[str], Asserted] = {}
    for item, found in zip(told, words, strict=True):
        if is_named(item.speaker) and len(found) >= WORDS_OF_A_RELAY:
            by_words.setdefault(found, item)
    return [
        item if name_of(item.speaker) else item._replace(speaker=_relayed_from(found, by_words), relayed=True)
        for item, found in zip(told, words, strict=True)
    ]


def _issuer(publisher: str | None, named: Mapping[str, Speaker]) -> Speaker | None:
    """The speaker, named in another member, who publishes a document: what stands in a release is its issuer's word."""
    return next((speaker for name, speaker in named.items() if publisher and one_speaker(name, publisher)), None)


def _relayed_from(words: frozenset[str], by_words: Mapping[frozenset[str], Asserted]) -> Speaker | None:
    for other in sorted(by_words, key=sorted):
        shared = len(words & other)
        if shared >= WORDS_OF_A_RELAY and shared >= SHARE_OF_A_RELAY * len(words | other):
            return by_words[other].speaker
    return None


def line_of(lines: Iterable[Line]) -> Mapping[str, Line]:
    """The line of reporting of each document."""
    return {document: line for line in lines for document in line.documents}
