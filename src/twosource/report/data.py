"""The data that the page's script works with: spans and ids; every text stands in the page once, outside of it."""

from typing import Any

from twosource.records import Claim, Reuse
from twosource.report.escape import balanced
from twosource.report.excerpts import Story, web_address
from twosource.report.standing import sentence
from twosource.report.tables import claims_in_order, merged_names, roots
from twosource.report.words import verdict_name
from twosource.settings.report import PASSAGES_OF_A_PAIR
from twosource.spans import Span


def page_data(story: Story) -> dict[str, Any]:
    """Reports by their anchors with their layers, the pairs worth comparing, and every claim with its members."""
    return {
        "reports": {story.labels[id_].anchor: _report(story, id_) for id_ in story.branches},
        "pairs": [_pair(story, pair) for pair in pairs_to_compare(story)],
        "claims": _claims(story),
    }


def _report(story: Story, id_: str) -> dict[str, Any]:
    label, branch = story.labels[id_], story.branches[id_]
    return {
        "letter": label.letter,
        "colour": label.colour,
        "publisher": label.publisher,
        "published": label.published,
        "url": web_address(story.texts[id_].url),
        "parent": story.labels[branch.parent].anchor if branch.parent else None,
        "statements": _layer(story, id_, "statements"),
        "figures": _layer(story, id_, "figures"),
        "boilerplate": [list(span) for span in story.texts[id_].boilerplate],
    }


def _layer(story: Story, id_: str, name: str) -> list[list[Any]]:
    """The spans of one report's statements or figures as `[start, end, claim or null]`."""
    linked: dict[tuple[int, int], str | None] = {
        (span.start, span.end): claim for span, claim in story.linked[name].get(id_, ())
    }
    for row in story.rows[name].get(id_, ()):
        for span in (row.span,) if name == "figures" else row.content:
            linked.setdefault((span.start, span.end), None)
    return [[start, end, claim] for (start, end), claim in sorted(linked.items(), key=_outer_first)]


def _outer_first(item: tuple[tuple[int, int], str | None]) -> tuple[int, int]:
    (start, end), _ = item
    return start, -end


def pairs_to_compare(story: Story) -> list[Reuse]:
    """Each report with the one it hangs on, and, where it hangs on none, with the one it shares most text with."""
    wanted = {frozenset((id_, branch.parent)) for id_, branch in story.branches.items() if branch.parent}
    alone = {id_ for id_ in story.branches if not any(id_ in pair for pair in wanted)}
    best: dict[str, Reuse] = {}
    for pair in story.ledger.reuse:
        for id_ in alone & {pair.a, pair.b}:
            if id_ not in best or pair.score > best[id_].score:
                best[id_] = pair
    chosen = {frozenset((pair.a, pair.b)) for pair in best.values()} | wanted
    return [pair for pair in story.ledger.reuse if frozenset((pair.a, pair.b)) in chosen]


def _pair(story: Story, pair: Reuse) -> dict[str, Any]:
    longest = sorted(pair.passages, key=lambda passage: passage.a.start - passage.a.end)[:PASSAGES_OF_A_PAIR]
    return {
        "a": story.labels[pair.a].anchor,
        "b": story.labels[pair.b].anchor,
        "kind": pair.kind.replace("_", " "),
        "direction": pair.direction if pair.parent else "unknown",
        "grounds": [_named(story, ground, pair) for ground in pair.grounds],
        "passages": [[*passage.a, *passage.b] for passage in sorted(longest, key=lambda passage: passage.a)],
    }


def _named(story: Story, ground: str, pair: Reuse) -> str:
    """A ground with the publishers of the two reports, each kept to itself, in the places of `a` and `b`."""
    names = {side: f"\u2068{balanced(story.labels[getattr(pair, side)].publisher)}\u2069" for side in "ab"}
    return " ".join(names.get(word, word) for word in ground.split(" "))


def _claims(story: Story) -> list[dict[str, Any]]:
    names = merged_names(story.ledger.statements)
    return [_claim(story, claim, names) for claim in claims_in_order(story)]


def _claim(story: Story, claim: Claim, names: dict[str, str]) -> dict[str, Any]:
    members = []
    for member in claim.members:
        anchor, speaker = story.labels[member.document].anchor, story.speaker_of(member) or ""
        spans = [list(span) for span in member.spans or [Span(0, 0)]]
        members.append([anchor, int(member.stance == "differs"), names.get(speaker, speaker), spans])
    return {
        "id": claim.id,
        "text": claim.text,
        "kind": claim.kind,
        "verdict": claim.verdict,
        "named": verdict_name(claim.verdict, claim.kind),
        "reports": claim.documents,
        "publishers": claim.publishers,
        "low": claim.origins.low,
        "high": claim.origins.high,
        "standing": sentence(story.standing[claim.id]),
        "detail": claim.detail,
        "roots": roots(story, claim),
        "first": story.first[claim.id],
        "members": members,
    }
