"""schema.org `Claim`s with where they appear, and drafts of `ClaimReview` for people to finish; never a rating."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from twosource.ledger import Ledger
from twosource.records import Claim
from twosource.report.excerpts import Story
from twosource.report.export.annotations import address
from twosource.text.moments import moment_of

DRAFT = "Draft made by a program. It holds no verdict and no rating: a person has to review it before it is published."
DRAFTS = {
    "@type": "Collection",
    "@id": "urn:twosource:drafts",
    "name": "Claims, and drafts of reviews without a rating",
    "creativeWorkStatus": "Draft",
    "disambiguatingDescription": DRAFT,
}
# What schema.org calls a speaker; it has no word for one that is not known or has no name.
TYPES = {"person": "Person", "organisation": "Organization"}


def write_schemaorg(ledger: Ledger, path: Path) -> None:
    """One graph: each claim, and for each claim of several reports a draft review."""
    story, kinds = Story(ledger), _kinds(ledger)
    graph: list[dict[str, Any]] = [DRAFTS]
    graph += [_claim(story, claim, kinds) for claim in ledger.claims]
    graph += [_draft(claim) for claim in ledger.claims if claim.documents > 1]
    found = {"@context": "https://schema.org", "@graph": graph}
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _claim(story: Story, claim: Claim, kinds: dict[str, str]) -> dict[str, Any]:
    carriers = list(dict.fromkeys(member.document for member in claim.members))
    dated = [id_ for id_ in carriers if moment_of(story.texts[id_].published)]
    first = min(dated, key=lambda id_: (moment_of(story.texts[id_].published), id_), default=None)
    speakers = dict.fromkeys(root.name for root in claim.origins.roots if root.kind == "speaker" and root.name)
    return _known(
        {
            "@type": "Claim",
            "@id": f"urn:twosource:claim:{claim.id}",
            "text": claim.text,
            "author": [{"@type": kinds.get(name, "Thing"), "name": name} for name in speakers],
            "appearance": [_work(story, id_) for id_ in carriers],
            "firstAppearance": _work(story, first) if first and len(dated) == len(carriers) else None,
        }
    )


def _kinds(ledger: Ledger) -> dict[str, str]:
    """What each speaker is, where every statement that names it agrees."""
    found: dict[str, set[str]] = defaultdict(set)
    for statement in ledger.statements:
        found[statement.speaker.name or ""].add(TYPES.get(statement.speaker.kind, "Thing"))
    return {name: next(iter(kinds)) for name, kinds in found.items() if len(kinds) == 1}


def _work(story: Story, id_: str) -> dict[str, Any]:
    document = story.texts[id_]
    publisher = {"@type": "Organization", "name": document.publisher} if document.publisher else None
    return _known(
        {
            "@type": "NewsArticle",
            "@id": address(document),
            "headline": document.title,
            "datePublished": document.published,
            "publisher": publisher,
        }
    )


def _draft(claim: Claim) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "@id": f"urn:twosource:draft:{claim.id}",
        "creativeWorkStatus": "Draft",
        "disambiguatingDescription": DRAFT,
        "claimReviewed": claim.text,
        "itemReviewed": {"@id": f"urn:twosource:claim:{claim.id}"},
        "reviewBody": claim.detail,
    }


def _known(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value not in (None, [])}
