"""Variants of one utterance across documents, whatever speaker each document names."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from twosource.compare.quotations import compare_quotations, match_variants
from twosource.judge.context import StoryTexts, content_stems, quoted_parts
from twosource.judge.speakers import is_named, name_of, one_speaker
from twosource.judge.times import first_of
from twosource.records import Scored, Statement, Verdict
from twosource.settings.claims import (
    BETWEEN_PIECES,
    SHORTEST_QUOTATION_WORDS,
    WORDS_OF_ONE_SPEAKER,
    WORDS_THAT_SAY_SOMETHING,
)
from twosource.spans import Span, strip
from twosource.text.quotes import quoted_spans
from twosource.text.sentences import sentences

# Marks at the ends of a quotation that belong to the sentence round it.
_EDGES = "“”\"'‘’,;"


class Utterance(NamedTuple):
    """A quoted sentence of a statement: where it stands in the document, and its words.

    The words are those of two quotations where these together make one utterance.
    """

    key: str
    statement: Statement
    spans: tuple[Span, ...]
    words: str


class QuotationGroup(NamedTuple):
    """The quotations of one utterance, the model first; `variants` compares each other one with it, by key."""

    utterances: tuple[Utterance, ...]
    variants: dict[str, Scored]

    @property
    def model(self) -> Utterance:
        """The one of which all others are variants: the fullest, or what others reworded each in its own way."""
        return self.utterances[0]


def group_quotations(texts: StoryTexts, statements: Sequence[Statement]) -> list[QuotationGroup]:
    """Every quoted sentence of the story in one group, alone where no other document has a variant of it.

    The fullest quotation leads a group and the others join the leader they match best, so that two halves of one
    utterance meet although they share no word, and no chain of resemblances forms.
    """
    by_key = {utterance.key: utterance for utterance in _utterances(texts, statements)}
    order = sorted(by_key, key=lambda key: (-len(by_key[key].words), by_key[key].words, key))
    matches: dict[str, dict[str, Scored]] = {key: {} for key in order}
    for a, b, scored in match_variants([(key, by_key[key].words, _named(texts, by_key[key])) for key in order]):
        # Who says two things in like words in one report has said both: "gas is not the cause", "gunshot is the cause".
        twice = by_key[a].statement.document == by_key[b].statement.document
        changed = scored.label in ("material", "reworded")
        if (
            scored.label != "different"
            and not (twice and changed)
            and not _of_two(texts, by_key[a], by_key[b], changed)
        ):
            matches[a][b] = matches[b][a] = scored
    leaders: dict[str, dict[str, Scored]] = {}
    for key in order:
        found = {leader: matches[key][leader] for leader in leaders if leader in matches[key]}
        if found:
            best = max(found, key=lambda leader: (found[leader].score, leader))
            leaders[best][key] = found[best]
        else:
            leaders[key] = {}
    _join_rewordings(leaders, matches)
    return [
        _pieced(QuotationGroup(tuple(by_key[key] for key in [leader, *variants]), variants))
        for leader, variants in leaders.items()
    ]


def _join_rewordings(leaders: dict[str, dict[str, Scored]], matches: Mapping[str, Mapping[str, Scored]]) -> None:
    """Makes one group of those whose leaders are rewordings of one quotation, which leads it then.

    What two reports reworded each in its own way has little in common, but each has much with what was said.
    """
    for key in matches:
        reworded = {other for other, scored in matches[key].items() if scored.label == "reworded"}
        met = [leader for leader in leaders if leader == key or leader in reworded]
        members = {member for leader in met for member in (leader, *leaders[leader])} - {key}
        if len(met) > 1 and members <= matches[key].keys():
            for leader in met:
                del leaders[leader]
            leaders[key] = {member: matches[key][member] for member in matches if member in members}


def _pieced(group: QuotationGroup) -> QuotationGroup:
    """The group with each two pieces that a document quotes one after the other compared as a whole.

    “The gate holds,” she said. “But not for long.” leaves nothing out of “The gate holds, but not for long.”
    """
    in_order = sorted(group.utterances[1:], key=lambda u: (u.statement.document, u.spans))
    whole: dict[str, tuple[str, Scored]] = {}
    for one, other in pairwise(in_order):
        if one.statement.document == other.statement.document and _goes_on(one, other):
            words = f"{one.words} {other.words}"
            scored = compare_quotations(group.model.words, words)
            changed = {group.variants[u.key].label for u in (one, other)} & {"material", "reworded"}
            if changed and scored.label not in ("different", "material"):
                whole[one.key] = whole[other.key] = words, scored
    if not whole:
        return group
    utterances = tuple(u._replace(words=whole[u.key][0]) if u.key in whole else u for u in group.utterances)
    return QuotationGroup(utterances, {**group.variants, **{key: scored for key, (_, scored) in whole.items()}})


def _goes_on(one: Utterance, other: Utterance) -> bool:
    """Whether a quotation stands close behind another and does not repeat it."""
    near = 0 <= other.spans[0].start - one.spans[-1].end <= BETWEEN_PIECES
    first, second = content_stems(one.words), content_stems(other.words)
    return near and len(first & second) * 2 < min(len(first), len(second))


def _of_two(texts: StoryTexts, a: Utterance, b: Utterance, changed: bool) -> bool:
    """Whether a few words that two speakers have in common are each one's own: "We started running".

    Where it is not known that one speaker said both, words that say little are anybody's ("I don't know"), and so are a few
    words told in another wording.
    """
    shorter = min(a.words, b.words, key=lambda words: (len(words.split()), words))
    one, other = (texts.speaker_of(u.statement.id) for u in (a, b))
    if len(shorter.split()) >= WORDS_OF_ONE_SPEAKER or one_speaker(name_of(one) or "", name_of(other) or ""):
        return False
    return changed or (is_named(one) and is_named(other)) or len(_telling(shorter)) < WORDS_THAT_SAY_SOMETHING


def _telling(words: str) -> list[str]:
    """The stems that say what a quotation is about: "don't" and "it's" do not."""
    return [found for found in content_stems(words) if not {"'", "’"} & set(found)]


def regroup_quotations(
    groups: Sequence[QuotationGroup], decided: Sequence[Sequence[Utterance]]
) -> list[QuotationGroup]:
    """The groups as people decided them; one that was changed is compared anew with its fullest."""
    known = {frozenset(u.key for u in group.utterances): group for group in groups}
    return [known.get(frozenset(u.key for u in members)) or _compared(members) for members in decided]


def _compared(members: Sequence[Utterance]) -> QuotationGroup:
    fullest, *others = sorted(members, key=lambda u: (-len(u.words), u.words, u.key))
    return QuotationGroup((fullest, *others), {u.key: compare_quotations(fullest.words, u.words) for u in others})


def judge_quotations(group: QuotationGroup, texts: StoryTexts) -> tuple[Verdict, str, frozenset[str]]:
    """The verdict on the variants of one utterance, why, and the keys of those whose words contradict the model.

    Where the wordings differ, the sentence names the document with the fullest and the one with the earliest.
    """
    labels = {key: scored.label for key, scored in group.variants.items()}
    if len({utterance.statement.document for utterance in group.utterances}) == 1:
        return "single", "One document quotes it.", frozenset()
    material = frozenset(key for key, label in labels.items() if label == "material")
    if material:
        why = f"The wording differs in what it says: {group.variants[min(material)].detail}{_marked(group, texts)}."
        return "conflict", why, material
    changed = [key for key, label in labels.items() if label == "reworded"]
    if changed:
        return (
            "compatible",
            f"The wording differs: {group.variants[min(changed)].detail}{_marked(group, texts)}.",
            frozenset(),
        )
    if "trimmed" in labels.values():
        return "agree", f"The same words, shorter in some of them{_marked(group, texts)}.", frozenset()
    return "agree", "The same words in all of them.", frozenset()


def _marked(group: QuotationGroup, texts: StoryTexts) -> str:
    """Which documents have the fullest and the earliest wording, as far as dates tell."""
    first = group.utterances[0].statement.document
    for utterance in group.utterances[1:]:
        other = utterance.statement.document
        if first_of(texts.documents[other], texts.documents[first])[0] == "a":
            first = other
    fullest = max(group.utterances, key=lambda utterance: len(utterance.words)).statement.document
    dated = texts.documents[first].published is not None
    if not dated:
        return f"; fullest in {fullest}"
    return f"; earliest and fullest in {first}" if first == fullest else f"; fullest in {fullest}, earliest in {first}"


def _named(texts: StoryTexts, utterance: Utterance) -> str | None:
    speaker = texts.speaker_of(utterance.statement.id)
    return speaker.name if speaker and speaker.kind != "anonymous" else None


def _utterances(texts: StoryTexts, statements: Sequence[Statement]) -> Iterator[Utterance]:
    quoted = {name: quoted_spans(document.text) for name, document in texts.documents.items()}
    for statement in statements:
        if statement.kind == "indirect":
            continue
        text = texts.documents[statement.document].text
        parts = quoted_parts(statement, quoted[statement.document])
        # Quoted fragments inside a reporter's own sentence are utterances each.
        runs = [[part] for part in parts] if statement.kind == "mixed" else _runs(text, parts)
        for number, spans in enumerate(spans for run in runs for spans in _sentences_of(text, run)):
            words = " ".join(" ".join(span.of(text) for span in spans).split())
            if len(words.split()) >= SHORTEST_QUOTATION_WORDS:
                yield Utterance(f"{statement.id}/{number}", statement, tuple(spans), words)


def _sentences_of(text: str, run: Sequence[Span]) -> Iterator[list[Span]]:
    """The sentences of quoted parts that go on one another, each as the spans it is made of."""
    joined = " ".join(part.of(text) for part in run)
    for sentence in sentences(joined.replace("\n", " ").replace("\r", " ")):
        spans, start = [], 0
        for part in run:
            end = start + part.end - part.start
            first, last = max(sentence.start, start), min(sentence.end, end)
            if first < last:
                spans.append(strip(text, Span(part.start + first - start, part.start + last - start), _EDGES))
            start = end + 1
        yield [span for span in spans if span.start < span.end]


def _runs(text: str, parts: Sequence[Span]) -> Iterator[list[Span]]:
    """Quoted parts that go on one another: "A," he said, "b" is one sentence; where a capital begins, a new one does."""
    run: list[Span] = []
    for part in parts:
        if run and not strip(text, part, _EDGES).of(text)[:1].islower():
            yield run
            run = []
        run.append(part)
    if run:
        yield run
