"""Write docs/scale.md from the committed measurements: `python -m benchmarks.scale_page`.

`python -m benchmarks.scale --data FOLDER --json benchmarks/results/scale.json` makes them.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from twosource.settings.stories import PAIRED_DOCUMENTS

ROOT = Path(__file__).parents[1]
MEASURED = ROOT / "benchmarks" / "results" / "scale.json"
PAGE = ROOT / "docs" / "scale.md"

# What is extrapolated to, and the cluster it is thought to run on.
DOCUMENTS = 10**8
MACHINES, CORES, MEMORY_GB, DISK_TB = 10, 32, 128, 2
# Of the corpus-wide steps: the columns of eight bytes that a row has as it goes over the network.
COLUMNS = {
    "terms": 4, "term_documents": 3, "signatures": 6, "seeking": 4, "measured_documents": 5, "story_candidates": 2,
    "story_links": 3,
}  # fmt: skip
MEANING = {
    "terms": "terms of documents, joined with their numbers",
    "term_documents": "terms, counted",
    "signatures": "the heaviest terms, ranked in each document",
    "seeking": "those that look for others, ordered in time by term",
    "measured_documents": "documents with their lengths",
    "story_candidates": "pairs that share terms enough",
    "story_links": "links between documents",
}
Measured = Mapping[str, Any]


def page(found: Measured) -> str:
    """The page, from the measurements."""
    parts = [
        "# How it grows",
        "",
        "Written by `python -m benchmarks.scale_page` from [the measurements](../benchmarks/results/scale.json), which "
        "`python -m benchmarks.scale` makes.",
        f"Measured on {found['about']['date']} with {found['workers']} workers on {found['about']['machine']['cores']} cores "
        "that others used as well, so that processor time tells more than the clock; memory is that of all processes together.",
        "",
        *_growth(found),
        *_largest(found),
        *_changes(found),
        *_extrapolated(found),
    ]
    return "\n".join(parts) + "\n"


def _growth(found: Measured) -> Iterator[str]:
    yield "## From small to large"
    yield ""
    yield "A whole `twosource run` over a made-up archive of short reports, which begins with the smaller one."
    yield ""
    yield from _table(
        ("documents", "processor seconds", "ms a document", "peak memory, MB"),
        [
            (
                f"{one['documents']:,}",
                f"{one['processor seconds']:,.0f}",
                f"{1000 * _each(one):.2f}",
                f"{one['peak MB']:,}",
            )
            for one in found["rungs"]
        ],
    )
    growth = found["growth"]
    yield f"Processor time grows with exponent {growth['processor seconds']:.2f} (1 where twice the documents take twice the"
    yield f"time); the largest run takes {growth['memory of the largest over the smallest']:.2f} times the memory of the smallest."
    yield ""


def _largest(found: Measured) -> Iterator[str]:
    one = found["notes"]
    yield "## A million texts to stories"
    yield ""
    yield f"{one['documents']:,} texts of three paragraphs, read, indexed by terms, paired, linked and grouped:"
    yield f"{one['processor seconds']:,.0f} processor seconds, {one['peak MB']:,} MB, {one['stories']:,} stories, the largest of"
    yield f"{one['largest story']} texts. There were {_million(one['rows']['story_candidates'])} pairs that share terms enough, and"
    yield f"{_million(one['rows']['story_links'])} links."
    yield ""


def _changes(found: Measured) -> Iterator[str]:
    one = found["reuters"]
    whole = one["whole"]
    yield "## A corpus that changes"
    yield ""
    yield f"The {one['documents']:,} texts of Reuters-21578, whole: {whole['processor seconds']:,.0f} processor seconds, "
    yield f"{whole['seconds']:,.0f} by the clock, {whole['peak MB']:,} MB. A hundredth of them comes later: the newest, as in an"
    yield "archive that is kept up, or scattered over all days, as where gaps are filled; each goes again afterwards."
    yield ""
    rows = [
        (
            f"{one[kind]['documents']} {kind} documents {done}",
            f"{one[kind][done]['processor seconds']:.1f}",
            f"{100 * one[kind][f'{done}, share of the whole']:.1f}%",
            f"{one[kind]['stories that changed']:,} of {whole['stories']:,}",
            "yes" if one[kind][f"{done} gives the same tables"] else "no",
        )
        for kind in ("newest", "scattered")
        for done in ("added", "removed")
    ]
    head = ("", "processor seconds", "of the whole", "stories that changed", "same tables as a fresh run")
    yield from _table(head, rows)
    yield "Every story that a document joins or leaves is judged again, and so are its neighbours where documents move between"
    yield "them; the rest stays as it is. Words are weighed by the documents before the last turn of a calendar, so that what is"
    yield "published later moves less than what is filled in; documents that are what they were are not compared again. A report"
    yield "that joins a story of ten has ten judged: a hundredth, strewn over large stories, is a tenth of that work."
    yield ""


# --- what a hundred million would take ---------------------------------------------------------------------------------


def _extrapolated(found: Measured) -> Iterator[str]:
    one = found["reuters"]["whole"] | {"documents": found["reuters"]["documents"]}
    yield f"## {DOCUMENTS:,} documents on a cluster"
    yield ""
    yield f"No run of this size was made. The table multiplies what the run over the {one['documents']:,} texts of Reuters-21578"
    yield "took, which are short, and holds as far as the exponent above does; longer articles take more in proportion."
    yield f"The cluster: {MACHINES} machines of {CORES} cores, {MEMORY_GB} GB of memory and {DISK_TB} TB of local disk, with Spark"
    yield "as in [engines](engines.md)."
    yield ""
    yield from _table(("what", "a document", f"times {DOCUMENTS:,}"), list(_multiplied(one)))
    yield "A row that is shuffled counts eight bytes a column, uncompressed, once for each step that reads it by another key."
    yield ""
    yield "What does not grow so: the driver holds about a kilobyte a document while it grows stories from their links,"
    yield f"{DOCUMENTS // 10**6} GB here, so that its machine decides how large a corpus may be. A term that very many hold is"
    yield "compared with neighbours in time alone, so that pairs grow with the documents and not with their square. On one machine"
    yield f"pairs are found for {PAIRED_DOCUMENTS:,} documents at a time, and all terms are read again for each of these parts:"
    yield "that grows with the square, and is why beyond some millions a cluster pays."


def _multiplied(one: Measured) -> Iterator[tuple[str, str, str]]:
    """What a document takes, and what all of them would."""
    count = DOCUMENTS / one["documents"]
    hours = one["processor seconds"] * count / 3600
    busy = f"{hours / (MACHINES * CORES):.1f} hours where all {MACHINES * CORES} cores are busy"
    yield "processor time", f"{1000 * _each(one):.2f} ms", f"{hours:,.0f} core hours; {busy}"
    stored = [(f"`{name}`", size) for name, size in _stored(one)]
    shuffled = [(MEANING[name], size) for name, size in _shuffled(one)] + [("stories to their shards", _told(one))]
    for kind, sizes in (("storage", stored), ("shuffle", shuffled)):
        for name, size in [*sizes, ("all of these", sum(size for _, size in sizes))]:
            yield f"{kind}: {name}", f"{size / one['documents']:,.0f} bytes", _bytes(size * count)


def _each(one: Measured) -> float:
    """Processor seconds a document."""
    return float(one["processor seconds"]) / int(one["documents"])


def _stored(one: Measured) -> list[tuple[str, int]]:
    return [(name, size) for name, size in one["bytes"].items() if name in _KEPT]


_KEPT = ("documents", "marked", "extractions", "terms", "index.parquet", "stories.parquet", "judged")


def _told(one: Measured) -> int:
    return int(one["bytes"]["marked"]) + int(one["bytes"]["extractions"])


def _shuffled(one: Measured) -> list[tuple[str, int]]:
    """The bytes of the rows of each step that go over the network."""
    return [(name, one["rows"][name] * 8 * columns) for name, columns in COLUMNS.items()]


def _million(number: int) -> str:
    return f"{number / 1e6:.1f} million"


def _bytes(size: float) -> str:
    return f"{size / 1e12:.2f} TB" if size >= 5e11 else f"{size / 1e9:,.0f} GB"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(json.loads(MEASURED.read_text(encoding="utf-8"))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
