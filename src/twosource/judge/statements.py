"""Indirect statements of several documents that assert the same thing."""

from collections.abc import Sequence

from twosource.compare.statements import match_statements
from twosource.judge.context import StoryTexts
from twosource.records import Statement


def group_statements(
    texts: StoryTexts, statements: Sequence[Statement]
) -> list[tuple[list[Statement], dict[str, str]]]:
    """Groups of indirect statements from two documents or more, each with those that say the opposite, and by what words.

    A statement joins the group of the longest one it matches; in doubt it stays alone, and alone it is no claim.
    """
    by_id = {s.id: s for s in statements if s.kind == "indirect"}
    order = sorted(by_id, key=lambda id_: (-len(texts.said(by_id[id_])), id_))
    matches: dict[str, dict[str, tuple[float, str | None]]] = {id_: {} for id_ in order}
    for a, b, scored in match_statements([(id_, texts.said(by_id[id_])) for id_ in order]):
        if scored.label in ("same", "differs"):
            matches[a][b] = matches[b][a] = (scored.score, scored.detail if scored.label == "differs" else None)
    leaders: dict[str, dict[str, str | None]] = {}
    for id_ in order:
        found = {leader: matches[id_][leader] for leader in leaders if leader in matches[id_]}
        if found:
            best = max(found, key=lambda leader: (found[leader][0], leader))
            leaders[best][id_] = found[best][1]
        else:
            leaders[id_] = {}
    groups = []
    for leader, others in leaders.items():
        group = [by_id[id_] for id_ in [leader, *others]]
        if len({statement.document for statement in group}) > 1:
            groups.append((group, {id_: turn for id_, turn in others.items() if turn}))
    return groups
