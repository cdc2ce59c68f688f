"""The public data sets: where each is published, under which licence, and how its rows are read.

Most state no licence for their texts, so none is shipped: get them from the repositories named, bring them into the
layout that `benchmarks/README.md` tells of, and name the folder with --data. What is not there is skipped.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
NONE_STATED = "none stated for the texts"

# name: (public repositories, licence)
SETS: dict[str, tuple[str, str]] = {
    "statements_polnear_dev": ("networkdynamics/PolNeAR", NONE_STATED),
    "statements_polnear_train": ("networkdynamics/PolNeAR", NONE_STATED),
    "statements_gum": ("amir-zeldes/gum", "annotation CC BY 4.0; texts CC BY 2.5 and 4.0"),
    "figures_newsquant": ("satya77/CQE_Evaluation", NONE_STATED),
    "figures_muc": ("xinyadu/grit_doc_event_entity", NONE_STATED),
    "figures_idetect": ("Data4Democracy/internal-displacement", NONE_STATED),
    "incidents_gva": ("cltl/LongTailQATask", NONE_STATED),
    "dates_tempeval": ("qiangning/StructTempRel-EMNLP17", "texts of the Linguistic Data Consortium"),
    "paraphrase_dev": (
        "wasiahmad/paraphrase_identification, brmson/dataset-sts, kunturs/lrec2026-rewrite-news",
        "mrpc shared source, webis research use, pan and sts none stated",
    ),
    "quotes_variants": ("pairs from five sets of news, classed by hand", "labels free; " + NONE_STATED),
    "reuse_provenance": ("asprout/ArticleComparisons", NONE_STATED),
    "stories_events": ("fhamborg/Giveme5W1H", "repository Apache-2.0; " + NONE_STATED),
    "stories_gva": ("cltl/LongTailQATask", NONE_STATED),
    "reuters": ("CrackedSky/reuters21578", "research use"),
}


class Data:
    """The rows of one data set, with a digest of its file."""

    def __init__(self, name: str, path: Path) -> None:
        self.name, self.path = name, path

    @cached_property
    def rows(self) -> list[Row]:
        """Its rows, as its file has them."""
        return list(read_rows(self.path))

    @cached_property
    def digest(self) -> str:
        """The first digits of the SHA-256 of its file."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()[:16]


def find(name: str, folder: Path | None) -> Data | None:
    """The data set of the folder, None where it is not there."""
    for ending in (".jsonl.gz", ".jsonl"):
        if folder and (path := folder / f"{name}{ending}").is_file():
            return Data(name, path)
    return None


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file of JSON lines, packed with gzip or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as file:  # type: ignore[operator]
        for line in file:
            if line.strip():
                yield json.loads(line)
