"""Links that are kept from run to run are those of a fresh run, whatever came, went or changed between."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from random import Random

import msgspec
import numpy as np
import pyarrow as pa
import pytest

from twosource.corpus import grouping
from twosource.corpus.folder import Folder, digest
from twosource.corpus.kept import KeptLinks
from twosource.engines.local import LocalEngine
from twosource.extraction.terms import Term, term_batches
from twosource.records import Document, arrow_schema

WORDS = [
    head + tail for head in ("tol", "bre", "quin", "mar", "dov", "sel", "fen") for tail in ("sted", "vane", "row", "by")
]


def report(number: int, chance: Random) -> Document:
    """A report of one of nine events, with words that many others hold too."""
    event = f"harbour{number % 9} barge{number % 9} pilot{number % 9}"
    words = [*event.split() * 2, *chance.sample(WORDS, 9), str(chance.randrange(100, 130))]
    chance.shuffle(words)
    day = None if number % 10 == 9 else f"2031-04-{1 + number % 27:02}"
    return Document(id=f"r{number:03}", text=" ".join(words), publisher=f"outlet {number % 4}", published=day)


def links(
    documents: Sequence[Document], folder: Path, *, fresh: bool = False
) -> tuple[dict[tuple[str, str], int], int]:
    """How near documents are by their ids, and how many of them looked for others."""
    ordered = sorted(documents, key=lambda one: one.id)
    numbers = pa.array(range(len(ordered)), pa.int64())
    texts = pa.table({"document": numbers, "text": [one.text for one in ordered], "title": [""] * len(ordered)})
    terms = (
        LocalEngine().map(term_batches, texts, arrow_schema(Term)).rename_columns(["position", "kind", "key", "count"])
    )
    index = pa.table({
        "document": numbers, "part": ["whole"] * len(ordered), "position": numbers,
        "publisher": [one.publisher for one in ordered], "published": [one.published for one in ordered],
    })  # fmt: skip
    marks = np.array([int(digest([repr(one)])[:16], 16) for one in ordered], np.uint64)
    kept = KeptLinks(Folder(folder), marks)
    looked: list[int] = []

    def known(states: np.ndarray) -> tuple[grouping.Links, np.ndarray]:
        found = KeptLinks.known(kept, states)
        looked.append(len(found[1]))
        return found

    kept.known = known  # type: ignore[method-assign]
    work = folder / "work" / digest([str(fresh), *(repr(one) for one in ordered)])
    work.mkdir(parents=True)
    found = grouping.links_of_terms(
        terms.append_column("part", pa.array(["whole"] * terms.num_rows)), index, LocalEngine(), folder=work,
        kept=None if fresh else kept,
    )  # fmt: skip
    ids = [one.id for one in ordered]
    rows = zip(*(column.tolist() for column in found), strict=True)
    return {(ids[a], ids[b]): near for a, b, near in rows}, sum(looked)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a corpus of a hundred reports meets."""
    limits = {"HOT_TERM": 20, "NEIGHBOURS": 2, "PAIRED_DOCUMENTS": 30, "EARLY_FROM": 40, "SHARED_TERMS": 3}
    for name, value in limits.items():
        monkeypatch.setattr(grouping.settings, name, value)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("seed", range(6))
def test_kept_links_are_those_of_a_fresh_run(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)
    every = [report(number, chance) for number in range(110)]
    shares = []
    for step in range(6):
        some = chance.sample(every, chance.choice([len(every) - 1, 60, 100]))
        if step % 2:  # one comes on another day, and one with other words
            some[0] = msgspec.structs.replace(some[0], published="2031-04-15")
            some[1] = msgspec.structs.replace(some[1], text=some[2].text)
        found, looked = links(some, tmp_path)
        assert found == links(some, tmp_path, fresh=True)[0]
        assert found
        shares.append(looked / len(some))
    assert shares[0] == 1


@pytest.mark.usefixtures("small")
def test_only_what_a_new_report_touches_looks_for_links(tmp_path: Path) -> None:
    chance = Random(1)
    every = [report(number, chance) for number in range(110)]
    late = [msgspec.structs.replace(every[0], id=f"z{n}", published=f"2031-05-{n + 20}") for n in (1, 2)]
    links([*every, *late[:1]], tmp_path)
    found, looked = links([*every, *late], tmp_path)
    assert 1 <= looked < len(every) / 2
    assert found == links([*every, *late], tmp_path, fresh=True)[0]


@pytest.mark.usefixtures("small")
def test_the_same_reports_are_not_compared_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = [report(number, Random(number)) for number in range(40)]
    first, _ = links(every, tmp_path)
    monkeypatch.setattr(grouping, "find_links", None)
    shutil.rmtree(tmp_path / "work")
    assert links(every, tmp_path)[0] == first
