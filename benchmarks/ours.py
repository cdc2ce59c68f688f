"""This program's answers, in the plain form that scorers read."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

import twosource
from twosource.api import extract_all, reuse_all
from twosource.api import stories as group_stories
from twosource.records import Document

Row = Mapping[str, Any]
FIELDS = ("id", "text", "title", "publisher", "published", "url", "author", "language", "story")


def documents(rows: Sequence[Row]) -> list[Document]:
    """The rows as documents."""
    return [Document(**{name: row[name] for name in FIELDS if row.get(name) is not None}) for row in rows]


def extract(rows: Sequence[Row]) -> dict[str, Row]:
    """What each row says, by its id."""
    found, _ = extract_all(documents(rows))
    return {one.document: msgspec.to_builtins(one) for one in found}


def reuse(rows: Sequence[Row]) -> list[Row]:
    """The pairs of rows that share text."""
    return [msgspec.to_builtins(pair) for pair in reuse_all(documents(rows))[0]]


def sentences(pairs: Sequence[Row]) -> dict[str, float]:
    """How far the second sentence of each pair says what the first says."""
    return {pair["id"]: float(twosource.compare_sentences(pair["a"], pair["b"])) for pair in pairs}


def quotations(pairs: Sequence[Row]) -> dict[str, str]:
    """The class of each pair of quotations."""
    return {pair["id"]: twosource.compare_quotations(pair["a"], pair["b"]).label or "" for pair in pairs}


def ledgers(rows: Sequence[Row]) -> list[Row]:
    """One ledger for each story of the rows."""
    stories: dict[str, list[Row]] = {}
    for row in rows:
        stories.setdefault(row["story"], []).append(row)
    return [ledger(one) for one in stories.values()]


def ledger(rows: Sequence[Row]) -> Row:
    """The ledger of rows that tell one story, as its JSON has it."""
    found: Row = json.loads(twosource.check(documents(rows)).to_json(indent=None))
    return found


def stories(rows: Sequence[Row]) -> list[Row]:
    """The rows grouped into stories."""
    bare = [{name: value for name, value in row.items() if name != "story"} for row in rows]
    return [msgspec.to_builtins(one) for one in group_stories(documents(bare))[0]]
