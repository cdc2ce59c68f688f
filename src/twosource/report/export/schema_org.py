"""schema.org `Claim`s with where they appear, and drafts of `ClaimReview` for people to finish; never a rating."""

import json
from pathlib import Path
from typing import Any

from twosource.ledger import Ledger
from twosource.records import Claim
from twosource.report.excerpts import Story
from twosource.report.export.annotations import address
from twosource.report.export.places import new_file
from twosource.report.lineage import moment_of

DRAFT = "Draft made by a program. It holds no verdict and no rating: a person has to review it before it is published."


def write_schema(ledger: Ledger, path: Path) -> None:
    """One graph: each claim, and for each claim of several reports a draft review."""
    story = Story(ledger)
    graph = [_claim(story, claim) for claim in ledger.claims]
    graph += [_draft(claim) for claim in ledger.claims if claim.documents > 1]
    with new_file(path) as part:
        found = {"@context": "https://schema.org", "@graph": graph}
        part.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _claim(story: Story, claim: Claim) -> dict[str, Any]:
    carriers = list(dict.fromkeys(member.document for member in claim.members))
    dated = [id_ for id_ in carriers if moment_of(story.texts[id_].published)]
    first = min(dated, key=lambda id_: (moment_of(story.texts[id_].published), id_), default=None)
    speakers = [root.name for root in claim.origins.roots if root.kind == "speaker" and root.name]
    return _known(
        {
            "@type": "Claim",
            "@id": f"urn:twosource:claim:{claim.id}",
            "text": claim.text,
            "author": [{"@type": "Thing", "name": name} for name in dict.fromkeys(speakers)],
            "appearance": [_work(story, id_) for id_ in carriers],
            "firstAppearance": _work(story, first) if first and len(dated) == len(carriers) else None,
        }
    )


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
