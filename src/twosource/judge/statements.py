"""Indirect statements of several documents that assert the same thing."""

from collections.abc import Sequence
from typing import NamedTuple

from twosource.compare.statements import match_statements
from twosource.judge.context import StoryTexts
from twosource.records import Statement


class Turn(NamedTuple):
    """How a statement differs from the one it stands with: `opposite`, or only of another thing in like words."""

    words: str
    opposite: bool


def group_statements(
    texts: StoryTexts, statements: Sequence[Statement]
) -> list[tuple[list[Statement], dict[str, Turn]]]:
    """Groups of indirect statements from two documents or more, each with those that differ, and by what words.

    A statement joins the group of the longest one it matches; in doubt it stays alone, and alone it is no claim.
    """
    by_id = {s.id: s for s in statements if s.kind == "indirect"}
    order = sorted(by_id, key=lambda id_: (-len(texts.said(by_id[id_])), id_))
    matches: dict[str, dict[str, tuple[float, Turn | None]]] = {id_: {} for id_ in order}
    for a, b, scored in match_statements([(id_, texts.said(by_id[id_])) for id_ in order]):
        turn = None if scored.label == "same" else Turn(scored.detail, scored.label == "opposite")
        matches[a][b] = matches[b][a] = (scored.score, turn)
    leaders: dict[str, dict[str, Turn | None]] = {}
    for id_ in order:
        found = {leader: matches[id_][leader] for leader in leaders if leader in matches[id_]}
        if found:
            best = max(found, key=lambda leader: (found[leader][1] is None, found[leader][0], leader))
            leaders[best][id_] = found[best][1]
        else:
            leaders[id_] = {}
    groups = []
    for leader, others in leaders.items():
        group = [by_id[id_] for id_ in [leader, *others]]
        if len({statement.document for statement in group}) > 1:
            groups.append((group, {id_: turn for id_, turn in others.items() if turn}))
    return groups
