"""The gold of the shipped story rests on words that stand in its reports."""

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from twosource.read import read
from twosource.records import Verdict

STORY = Path(__file__).parents[1] / "examples" / "harbour"
GOLD = json.loads((STORY / "gold.json").read_text(encoding="utf-8"))
REPORTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((STORY / "reports").iterdir())}


def words_of(name: str) -> str:
    """The body of a report: without front matter, or without head, tags and entities."""
    written = REPORTS[name]
    if name.endswith(".html"):
        return html.unescape(re.sub(r"<[^>]*>", "", written.split("</head>", 1)[1]))
    return written.split("\n---\n", 1)[1]


def evidence(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        if "evidence" in value and "document" in value:
            yield value["document"], value["evidence"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from evidence(item)


@pytest.mark.parametrize(("document", "words"), sorted(set(evidence(GOLD))))
def test_evidence_stands_in_its_document(document: str, words: str) -> None:
    assert words
    assert words in words_of(document)


def test_every_report_is_in_one_line_of_reporting() -> None:
    counted = Counter(name for line in GOLD["lines"] for name in line)
    assert counted == dict.fromkeys(REPORTS, 1)


def test_derivations_stay_within_a_line_and_give_each_report_one_parent() -> None:
    line = {name: number for number, names in enumerate(GOLD["lines"]) for name in names}
    children = [pair["child"] for pair in GOLD["derivations"]]
    assert len(children) == len(set(children))
    assert all(line[pair["parent"]] == line[pair["child"]] for pair in GOLD["derivations"])
    assert len(REPORTS) - len(children) == len(GOLD["lines"])


@pytest.mark.parametrize("claim", GOLD["claims"], ids=lambda claim: claim["text"][:40])
def test_a_claim_has_a_known_verdict_and_a_range_of_origins(claim: dict[str, Any]) -> None:
    assert claim["verdict"] in get_args(Verdict)
    assert claim["kind"] in ("figure", "quotation", "statement")
    assert 1 <= claim["origins"]["low"] <= claim["origins"]["high"] <= len(claim["origins"]["roots"])
    assert {member["stance"] for member in claim["members"]} <= {"supports", "differs"}


def test_findings_and_what_must_not_be_flagged_do_not_meet() -> None:
    def pairs(name: str) -> set[tuple[str, frozenset[tuple[str, str]]]]:
        return {(one["kind"], frozenset(evidence(one["evidence"]))) for one in GOLD[name]}

    assert pairs("findings").isdisjoint(pairs("not_findings"))


def test_every_report_is_read_with_its_metadata() -> None:
    documents, rejects = read([STORY / "reports"])
    assert rejects == []
    assert [document.id for document in documents] == list(REPORTS)
    assert all(one.title and one.publisher and one.published and one.url for one in documents)
