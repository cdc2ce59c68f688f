"""Cases written by hand for this project, with what a careful reader finds in each; `README.md` tells of the columns."""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
Row = dict[str, Any]
Span = tuple[int, int]
NOTHING = "-"  # in a column: there must be nothing; an empty column is not judged

# What is extracted from one text; the columns that say what to find, per file.
OF_ONE_TEXT = {
    "statements": "content",
    "speakers": "content",
    "relays": "content",
    "figures": "figure",
    "dates": "date",
}
FILES = (*OF_ONE_TEXT, "reuse_texts", "reuse_pairs", "claim_pairs", "quotation_variants", "sentence_pairs")


def read(name: str) -> list[dict[str, str]]:
    """The rows of a file of cases; none where there is no such file."""
    path = FOLDER / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def digest(name: str) -> str:
    """The first digits of the SHA-256 of a file of cases."""
    return hashlib.sha256((FOLDER / f"{name}.csv").read_bytes()).hexdigest()[:16]


def texts(name: str) -> list[Row]:
    """Cases of one text: `id`, `text`, `published`, and under `gold` the rows of what is to be found, with spans."""
    found: dict[str, Row] = {}
    for row in read(name):
        case = found.setdefault(
            row["case"],
            {
                "id": row["case"],
                "text": row["text"],
                "published": row.get("published") or None,
                "gold": [],
                **_about(row),
            },
        )
        if wanted := row[OF_ONE_TEXT[name]]:
            spans = [place(case["text"], piece) for piece in wanted.split(" | ")]
            case["gold"].append(
                {**row, "spans": spans, "speaker_span": _speaker(case["text"], row.get("speaker"), spans)}
            )
    return list(found.values())


def _speaker(text: str, words: str | None, spans: list[Span]) -> Span | None:
    return place(text, words, beside=spans) if words and words != NOTHING else None


def _about(row: dict[str, str]) -> Row:
    return {"register": row.get("register", ""), "reason": row["reason"]}


def place(text: str, words: str, *, beside: Iterable[Span] = ()) -> Span:
    """Where the words stand in the text, as whole words; `he#2` is the second `he`. Raises `ValueError` if nowhere.

    Without a number it is the place nearest to the spans it stands `beside`, or the first.
    """
    plain, _, number = words.partition("#")
    ends = (r"(?<!\w)" if plain[0].isalnum() else "", r"(?!\w)" if plain[-1].isalnum() else "")
    found = [match.span() for match in re.finditer(re.escape(plain).join(ends), text)]
    if len(found) < int(number or 1):
        raise ValueError(f"{words!r} does not stand in {text!r}")
    if number or not beside:
        return found[int(number or 1) - 1]
    return min(found, key=lambda span: min(_distance(span, other) for other in beside))


def _distance(a: Span, b: Span) -> int:
    """Characters between two spans; inside one another they are far apart, for nobody speaks inside their own words."""
    return max(b[0] - a[1], a[0] - b[1]) if a[1] <= b[0] or b[1] <= a[0] else 10_000


def reuse_documents() -> list[Row]:
    """The texts that the pairs of reuse are taken from, as input rows."""
    return [{**row, "published": row["published"] or None} for row in read("reuse_texts")]


def claim_stories() -> Iterator[Row]:
    """Pairs of short reports: `documents` as input rows, and the spans of the words that are or are not one claim."""
    for row in read("claim_pairs"):
        documents = [
            {
                "id": side,
                "text": row[side],
                "publisher": f"outlet {side}",
                "published": row[f"published_{side}"] or None,
            }
            for side in "ab"
        ]
        spans = {side: place(row[side], row[f"words_{side}"]) for side in "ab"}
        yield {**row, "documents": documents, "spans": spans}


def load(name: str) -> list[Row]:
    """The cases of a file in the form that its task takes; none where there is no such file."""
    if name in OF_ONE_TEXT:
        return texts(name)
    if name == "claim_pairs":
        return list(claim_stories())
    if name == "quotation_variants":
        return [
            {"id": row["case"], "a": row["a"], "b": row["b"], "gold": {"class": row["class"]}} for row in read(name)
        ]
    if name == "sentence_pairs":
        return [
            {"id": row["case"], "a": row["a"], "b": row["b"], "set": "own", "gold": {"same": int(row["same"])}}
            for row in read(name)
        ]
    return list(read(name))
