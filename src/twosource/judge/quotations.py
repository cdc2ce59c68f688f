"""Variants of one utterance across documents, whatever speaker each document names."""

from collections.abc import Sequence
from typing import NamedTuple

from twosource.compare.quotations import match_variants
from twosource.judge.context import StoryTexts, quoted_parts
from twosource.records import Scored, Statement, Verdict
from twosource.settings.claims import SHORTEST_QUOTATION_WORDS
from twosource.text.quotes import quoted_spans


class QuotationGroup(NamedTuple):
    """The statements that quote one utterance; `variants` compares each with the fullest."""

    fullest: Statement
    statements: tuple[Statement, ...]
    words: dict[str, str]
    """The quoted words of each statement, by its id."""
    variants: dict[str, Scored]


def group_quotations(texts: StoryTexts, statements: Sequence[Statement]) -> list[QuotationGroup]:
    """Every quotation of the story in one group, alone where no other document has a variant of it.

    The fullest quotation leads a group and the others join the leader they match best, so that two halves of one
    utterance meet although they share no word, and no chain of resemblances forms.
    """
    words = _quoted_words(texts, statements)
    by_id = {statement.id: statement for statement in statements if statement.id in words}
    order = sorted(by_id, key=lambda id_: (-len(words[id_]), words[id_], id_))
    matches: dict[str, dict[str, Scored]] = {id_: {} for id_ in order}
    speakers = {id_: speaker.name if (speaker := texts.speaker_of(id_)) and speaker.kind != "anonymous" else None for id_ in order}
    for a, b, scored in match_variants([(id_, words[id_], speakers[id_]) for id_ in order]):
        if scored.label != "different":
            matches[a][b] = matches[b][a] = scored
    leaders: dict[str, dict[str, Scored]] = {}
    for id_ in order:
        found = {leader: matches[id_][leader] for leader in leaders if leader in matches[id_]}
        if found:
            best = max(found, key=lambda leader: (found[leader].score, leader))
            leaders[best][id_] = found[best]
        else:
            leaders[id_] = {}
    return [
        QuotationGroup(
            by_id[leader],
            tuple(by_id[id_] for id_ in [leader, *variants]),
            {id_: words[id_] for id_ in [leader, *variants]},
            variants,
        )
        for leader, variants in leaders.items()
    ]


def judge_quotations(group: QuotationGroup) -> tuple[Verdict, str, frozenset[str]]:
    """The verdict on the variants of one utterance, why, and the ids of those whose words contradict the fullest."""
    labels = {id_: scored.label for id_, scored in group.variants.items()}
    if len({statement.document for statement in group.statements}) == 1:
        return "single", "One document quotes it.", frozenset()
    material = frozenset(id_ for id_, label in labels.items() if label == "material")
    if material:
        first = min(material)
        return "conflict", f"The wording differs in what it says: {group.variants[first].detail}", material
    changed = [id_ for id_, label in labels.items() if label == "reworded"]
    if changed:
        return "compatible", f"The wording differs: {group.variants[min(changed)].detail}", frozenset()
    if "trimmed" in labels.values():
        return "agree", "The same words, shorter in some of them.", frozenset()
    return "agree", "The same words in all of them.", frozenset()


def _quoted_words(texts: StoryTexts, statements: Sequence[Statement]) -> dict[str, str]:
    quoted = {id_: quoted_spans(document.text) for id_, document in texts.documents.items()}
    found = {}
    for statement in statements:
        if statement.kind == "indirect":
            continue
        text = texts.documents[statement.document].text
        said = " ".join(span.of(text) for span in quoted_parts(statement, quoted[statement.document]))
        if len(said.split()) >= SHORTEST_QUOTATION_WORDS:
            found[statement.id] = " ".join(said.split())
    return found
