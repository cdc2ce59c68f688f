"""Notes that link to each other, and linked data that say the exact words."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import need_module
from report.exports import written
from twosource.ledger import Ledger
from twosource.records import Document, Line
from twosource.report.export.notes import plain

CONTEXT = Path(__file__).parent / "data" / "anno_subset.jsonld"

# --- notes ------------------------------------------------------------------------------------------------------------

_LINK = re.compile(r"(?<!\\)\]\(([^()\s]+)\)")


def test_every_link_between_notes_resolves(ledger: Ledger, tmp_path: Path) -> None:
    path = written(ledger, "markdown", tmp_path)
    notes = sorted(path.rglob("*.md"))
    assert len(notes) == 1 + len(ledger.documents) + len(ledger.claims)
    for note in notes:
        assert re.fullmatch(r"[a-z0-9-]+\.md", note.name)
        _, front, body = note.read_text(encoding="utf-8").split("---\n", 2)
        assert yaml.safe_load(front)["kind"]
        links = _LINK.findall(re.sub(r"^(`{3,})text\n.*?^\1$", "", body, flags=re.MULTILINE | re.DOTALL))
        assert all((note.parent / link).resolve() in notes for link in links)
        assert links or not ledger.documents


@pytest.mark.parametrize(
    "text",
    [
        "[[secret]]",
        "<script>x</script>",
        "# head",
        "- item",
        "12. item",
        "![x](y)",
        "`code`",
        "%% hidden %%",
        "a\u202eb",
    ],
)
def test_text_shows_as_itself_in_a_note(text: str) -> None:
    shown = plain(text)
    assert re.sub(r"\\(.)", r"\1", shown) == text.replace("\u202e", "\ufffd")
    assert not re.search(r"(?<!\\)[\[\]<>#`!%]", shown)
    assert not re.match(r"\s*(?:[-+]|\d+[.)])", shown)


def test_the_text_of_a_report_stays_in_its_fence(tmp_path: Path) -> None:
    text = "One.\n````\n# no heading\n```"
    ledger = Ledger(documents=[Document("a.txt", text)], lines=[Line(("a.txt",), None)])
    (note,) = (written(ledger, "markdown", tmp_path) / "reports").iterdir()
    assert note.read_text(encoding="utf-8").endswith(f"`````text\n{text}\n`````\n")


# --- linked data ------------------------------------------------------------------------------------------------------


def expanded(data: Any) -> Any:
    jsonld = need_module("pyld.jsonld", "linked data are read with it")

    def load(url: str, options: Any) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        found = json.loads(CONTEXT.read_text(encoding="utf-8"))
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": found}

    return jsonld.expand(data, {"documentLoader": load})


def keys(data: Any) -> set[str]:
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in keys(value)}
    return {key for value in data for key in keys(value)} if isinstance(data, list) else set()


def test_annotations_point_at_the_exact_words(harbour: Ledger, tmp_path: Path) -> None:
    data = json.loads(written(harbour, "webannotation", tmp_path).read_text(encoding="utf-8"))
    texts = {document.url or document.id: document.text for document in harbour.documents}
    items = data["first"]["items"]
    assert data["total"] == len(items) == sum(len(m.spans) for claim in harbour.claims for m in claim.members)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        text = texts[item["target"]["source"]]
        quote, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_annotations_use_only_terms_of_the_model(ledger: Ledger, tmp_path: Path) -> None:
    data = json.loads(written(ledger, "webannotation", tmp_path).read_text(encoding="utf-8"))
    (collection,) = expanded(data)
    known = set(json.loads(CONTEXT.read_text(encoding="utf-8"))["@context"])
    assert keys(data) - {"@context"} <= known
    items = collection["http://www.w3.org/ns/activitystreams#first"][0]
    (listed,) = items["http://www.w3.org/ns/activitystreams#items"]
    for item in listed["@list"]:
        assert item["@type"] == ["http://www.w3.org/ns/oa#Annotation"]
        assert item["http://www.w3.org/ns/oa#hasTarget"] and item["http://www.w3.org/ns/oa#hasBody"]


def test_reviews_are_drafts_without_a_rating(ledger: Ledger, tmp_path: Path) -> None:
    data = json.loads(written(ledger, "schemaorg", tmp_path).read_text(encoding="utf-8"))
    assert not {"reviewRating", "ratingValue", "alternateName"} & keys(data)
    claims = {node["@id"] for node in data["@graph"] if node["@type"] == "Claim"}
    drafts = [node for node in data["@graph"] if node["@type"] == "ClaimReview"]
    assert len(claims) == len(ledger.claims)
    assert len(drafts) == sum(claim.documents > 1 for claim in ledger.claims)
    for draft in drafts:
        assert draft["creativeWorkStatus"] == "Draft" and draft["itemReviewed"]["@id"] in claims


# Properties of schema.org (https://schema.org/Claim, ClaimReview, Review, CreativeWork, Thing) that exports use.
_PROPERTIES = {
    "appearance", "author", "claimReviewed", "creativeWorkStatus", "datePublished", "disambiguatingDescription",
    "firstAppearance", "headline", "itemReviewed", "name", "publisher", "reviewBody", "text",
}  # fmt: skip
_TYPES = {"Claim", "ClaimReview", "Collection", "NewsArticle", "Organization", "Person", "Thing"}


def test_claims_use_only_terms_of_schema_org(ledger: Ledger, tmp_path: Path) -> None:
    jsonld = need_module("pyld.jsonld", "linked data are read with it")

    def load(url: str, options: Any) -> dict[str, Any]:
        assert url == "https://schema.org"
        document = {"@context": {"@vocab": "https://schema.org/"}}
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": document}

    data = json.loads(written(ledger, "schemaorg", tmp_path).read_text(encoding="utf-8"))
    nodes = jsonld.flatten(data, None, {"documentLoader": load})
    used = {name.removeprefix("https://schema.org/") for node in nodes for name in node if name[0] != "@"}
    types = {name.removeprefix("https://schema.org/") for node in nodes for name in node.get("@type", ())}
    assert used <= _PROPERTIES and types <= _TYPES
    named = {node["@id"] for node in nodes}
    for claim in ledger.claims:
        assert f"urn:twosource:claim:{claim.id}" in named
    drafts = [node for node in nodes if node["@type"] == ["https://schema.org/ClaimReview"]]
    assert all(node["https://schema.org/creativeWorkStatus"] == [{"@value": "Draft"}] for node in drafts)
