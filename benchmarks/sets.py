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
from typing import Any, NamedTuple

Row = Mapping[str, Any]
NONE_STATED = "none stated for the texts"


class Source(NamedTuple):
    """Where a data set is published, and on what terms: for each repository as GitHub names it the revision, and the licence.

    The revision is the commit that brought or last changed the files read, where only one was ever seen in the repository's
    history, so that it fixes what they hold; None where they changed often or that was not written down when they were read.
    What a result was measured on is told in any case by the digest of the set's file beside it.
    """

    repositories: Mapping[str, str | None]
    licence: str


POLNEAR = {"networkdynamics/PolNeAR": "9b85973d1610e219cb1280819816edcaa0587371"}
LONG_TAIL = {"cltl/LongTailQATask": None}
FIVE_W = {"fhamborg/Giveme5W1H": None}
GRIT = {"xinyadu/grit_doc_event_entity": "7fdd0085e9b206b17f66dd91249e993ff46f8b85"}
IDETECT = {"Data4Democracy/internal-displacement": "19f074d51306ac949fa819a39756b267ba5447bf"}

SETS: dict[str, Source] = {
    "statements_polnear_dev": Source(POLNEAR, NONE_STATED),
    "statements_polnear_train": Source(POLNEAR, NONE_STATED),
    "statements_gum": Source(
        {"amir-zeldes/gum": None},
        "annotation CC BY 4.0; texts CC BY 2.5 (news, interviews) and 4.0 (academic, court)",
    ),
    "figures_newsquant": Source({"satya77/CQE_Evaluation": "ffd1a423d52a0db9f854e9782e7685cf00dfa4d5"}, NONE_STATED),
    "figures_muc": Source(GRIT, NONE_STATED),
    "figures_idetect": Source(IDETECT, NONE_STATED),
    "incidents_gva": Source(LONG_TAIL, NONE_STATED),
    "dates_tempeval": Source(
        {"qiangning/StructTempRel-EMNLP17": "eef1b7a1e56f8ba6e34d8a6737e1fa5480bcfcd5"},
        "texts of the Linguistic Data Consortium (TimeBank, AQUAINT)",
    ),
    "paraphrase_dev": Source(
        {
            "wasiahmad/paraphrase_identification": None,
            "brmson/dataset-sts": None,
            "kunturs/lrec2026-rewrite-news": "c82fa1579069796d7b26481d15a44f19e5b3e1ea",
        },
        "mrpc Microsoft shared source; webis non-commercial research; pan and sts none stated",
    ),
    # Pairs of quotations from these texts, classed by hand for this project.
    "quotes_variants": Source(
        {"launchnlp/BASIL": None, "ramybaly/Article-Bias-Prediction": None, **LONG_TAIL, **POLNEAR, **FIVE_W},
        "labels free; " + NONE_STATED,
    ),
    # The revision of the 192 texts on Helsinki; the others came with 7bc0b5cd1c6334775355ee8064b25902b8f944b7.
    "reuse_provenance": Source({"asprout/ArticleComparisons": "b6a68f8cb20e247aa9e010c0f0ffe1b1a3f94e9e"}, NONE_STATED),
    "stories_events": Source(FIVE_W, "repository Apache-2.0; " + NONE_STATED),
    "stories_gva": Source(LONG_TAIL, NONE_STATED),
    "reuters": Source({"CrackedSky/reuters21578": None}, "research use, by the notice of Lewis's Reuters-21578"),
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
