"""What was changed in a quotation, set against the wording it was most likely made of."""

from collections.abc import Iterator
from typing import NamedTuple

from twosource.compare.quotation_words import hard_class
from twosource.compare.quotations import compare_quotations, differing_inside
from twosource.judge.context import StoryTexts, content_stems
from twosource.judge.quotations import QuotationGroup, Utterance
from twosource.judge.times import first_of
from twosource.records import Scored
from twosource.spans import Span
from twosource.text.lexicon import lexicon
from twosource.text.stems import words

_CHANGED = ("material", "reworded")


class Alteration(NamedTuple):
    """One change: how much it weighs, the members with either wording, and what differs."""

    weight: float
    members: frozenset[tuple[str, tuple[Span, ...]]]
    detail: str


def find_alterations(group: QuotationGroup, texts: StoryTexts) -> Iterator[Alteration]:
    """Each distinct change of an utterance once; changes of meaning weigh most, and of little words alone none are told."""
    kept = [group.model, *(u for u in group.utterances[1:] if group.variants[u.key].label not in _CHANGED)]
    changes: dict[tuple[str, str], tuple[Scored, list[Utterance]]] = {}
    for utterance in group.utterances[1:]:
        elsewhere = [u for u in kept if u.statement.document != utterance.statement.document]
        if elsewhere and group.variants[utterance.key].label in _CHANGED:
            model, scored = _model(utterance, elsewhere, texts)
            if scored.label == "material" or (
                scored.label == "reworded" and _of_substance(model.words, utterance.words)
            ):
                changes.setdefault((model.words, scored.detail), (scored, []))[1].append(utterance)
    for (model_words, detail), (scored, changed) in changes.items():
        with_model = [u for u in kept if u.words == model_words]
        weight = 1000.0 * (scored.label == "material") + len(changed)
        told = frozenset((u.statement.id, u.spans) for u in [*with_model, *changed])
        yield Alteration(weight, told, detail)


def _model(changed: Utterance, kept: list[Utterance], texts: StoryTexts) -> tuple[Utterance, Scored]:
    """The wording a changed one was most likely made of: of its own line of reporting if any, and the nearest to it."""
    line = texts.line(changed.statement.document)
    compared = {u.words: compare_quotations(u.words, changed.words) for u in kept}

    def nearness(utterance: Utterance) -> tuple[bool, float, int, str]:
        away = abs(len(utterance.words) - len(changed.words))
        of_line = texts.line(utterance.statement.document) == line
        return of_line, compared[utterance.words].score, -away, utterance.key

    model = max(kept, key=nearness)
    documents = texts.documents
    if first_of(documents[changed.statement.document], documents[model.statement.document])[0] == "a":
        return model, compare_quotations(changed.words, model.words)
    return model, compared[model.words]


def _of_substance(a: str, b: str) -> bool:
    """Whether the words that differ say what the quotation is about, or how sure it is, and are not only "the" or "that"."""
    for part in differing_inside(a, b):
        old, new = part.a.of(a), part.b.of(b)
        if part.kind != "equal" and content_stems(old) != content_stems(new):
            return True
        if part.kind != "equal" and any(_turns(word.casefold()) for word in words(f"{old} {new}")):
            return True
    return False


def _turns(word: str) -> bool:
    return hard_class(word) is not None or word in lexicon("quotations")["condition"]
