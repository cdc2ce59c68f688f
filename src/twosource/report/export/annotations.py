"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/): each report's words for each claim, as JSON-LD."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from twosource.ledger import Ledger
from twosource.records import Claim, Document, Member, record_id
from twosource.report.excerpts import Story, web_address
from twosource.report.words import origins, verdict_name
from twosource.settings.report import SELECTOR_CONTEXT
from twosource.spans import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write_webannotation(ledger: Ledger, path: Path) -> None:
    """A collection with one page that holds every annotation."""
    story = Story(ledger)
    items = [
        _annotation(story, claim, member, span)
        for claim in ledger.claims
        for member in claim.members
        for span in member.spans
    ]
    name = record_id("annotations", *sorted(item["id"] for item in items))
    page = {"id": f"urn:twosource:page:{name}", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "id": f"urn:twosource:collection:{name}",
        "type": "AnnotationCollection",
        "label": "What stands behind each claim",
        "total": len(items),
        "first": page,
    }
    path.write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _annotation(story: Story, claim: Claim, member: Member, span: Span) -> dict[str, Any]:
    document = story.texts[member.document]
    return {
        "id": f"urn:twosource:annotation:{record_id(claim.id, member.document, member.figure, member.statement, *span)}",
        "type": "Annotation",
        "motivation": "describing",
        "body": list(_bodies(claim, member, story.speaker_of(member))),
        "target": {"source": address(document), "selector": list(_selectors(document.text, span))},
    }


def _bodies(claim: Claim, member: Member, speaker: str | None) -> Iterator[dict[str, Any]]:
    said = f" {speaker} is named for it." if speaker else ""
    differs = " This report differs." if member.stance == "differs" else ""
    value = f"{claim.text} — {origins(claim)}; {verdict_name(claim.verdict, claim.kind)}.{said}{differs}"
    yield {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": "describing"}
    yield {"type": "TextualBody", "value": f"claim-{claim.id}", "format": "text/plain", "purpose": "tagging"}


def _selectors(text: str, span: Span) -> Iterator[dict[str, Any]]:
    """The words with what stands round them, and their place in code points."""
    yield {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - SELECTOR_CONTEXT) : span.start],
        "suffix": text[span.end : span.end + SELECTOR_CONTEXT],
    }
    yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def address(document: Document) -> str:
    """The report's address, or a name made of its id."""
    return web_address(document.url) or f"urn:twosource:report:{quote(document.id, safe='')}"
