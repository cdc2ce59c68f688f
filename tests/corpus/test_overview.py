"""A corpus as a whole: where outlets' texts are from, who is quoted, how claims stand; its page and its tables."""

import csv
import re
from pathlib import Path

import pytest

from twosource.api import corpus, run
from twosource.cli import main
from twosource.corpus.catalogue import opened
from twosource.errors import LedgerError
from twosource.report import corpus_pages
from twosource.report.corpus_pages import Corpus

FIRE = (
    "A fire at the Carrow tannery destroyed 12 houses on Tuesday, fire chief Orla Penn said.\n\n"
    "“We lost the whole of Kiln Lane before the pumps came,” Penn told a meeting at the town hall.\n\n"
    "The tannery had stored 900 barrels of spirit beside the weir, and nobody had asked about them since the spring."
)
VOTE = (
    "The council of Westmoor voted on Friday to close the Lantern bridge for 9 weeks, mayor Ida Holt said.\n\n"
    "Divers had found two cracks in the third pier, each as long as a rowing boat."
)
ROWS = [
    ("post", "Carrow Post", f"{FIRE}\n\n(Northline)", 1),
    ("mail", "Vesk Mail", f"{FIRE}\n\n(Northline)", 2),
    ("radio", "Radio Hael", f"Good morning from Radio Hael.\n\n{FIRE}\n\n(Northline)", 3),
    ("vote", "Carrow Post", VOTE, 4),
    ("again", "Vesk Mail", VOTE, 5),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "reports").mkdir()
    for name, publisher, text, hour in ROWS:
        head = f"---\npublished: 2031-03-04T0{hour}:00:00Z\npublisher: {publisher}\ntitle: The {name}\n---\n"
        (folder / "reports" / f"{name}.md").write_text(head + text)
    run([folder / "reports"], folder / "ledger")
    return folder / "ledger"


@pytest.fixture(scope="module")
def found(ledger: Path) -> Corpus:
    return corpus(ledger)


def test_outlets_by_origin(found: Corpus):
    shares = {(row.outlet, row.kind, row.origin): row.share for row in found.outlets}
    assert shares == {
        ("Carrow Post", "own", ""): 0.5,
        ("Carrow Post", "wire", "Northline"): 0.5,
        ("Vesk Mail", "outlet", "Carrow Post"): 0.5,
        ("Vesk Mail", "wire", "Northline"): 0.5,
        ("Radio Hael", "wire", "Northline"): 1.0,
    }


def test_what_is_carried_most(found: Corpus):
    first, second = found.carried
    assert (first.kind, first.origin, first.title, first.reports, first.outlets) == (
        "wire",
        "Northline",
        "The post",
        3,
        3,
    )
    assert (second.kind, second.origin, second.reports) == ("outlet", "Carrow Post", 2)
    (wire, outlet) = found.origins
    assert (wire.origin, wire.reports, wire.outlets, wire.stories) == ("Northline", 3, 3, 1)
    assert (outlet.origin, outlet.reports) == ("Carrow Post", 1)


def test_who_is_quoted_across_outlets(found: Corpus):
    chief = next(row for row in found.quoted if row.name == "Orla Penn")
    assert (chief.outlets, chief.reports, chief.stories, chief.kind) == (3, 3, 1, "person")
    assert [row.outlets for row in found.quoted] == sorted((row.outlets for row in found.quoted), reverse=True)


def test_stories_and_claims_add_up(found: Corpus):
    assert [(story.reports, story.lines) for story in found.stories] == [(3, 1), (2, 1)]
    repeated = sum(story.repeated for story in found.stories)
    assert repeated == sum(row.claims for row in found.claims) > 0
    assert all(row.one + row.open + row.more == row.claims for row in found.claims)
    assert {row.carriers for row in found.claims} <= {2, 3}


def test_the_command_writes_page_and_tables(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    page, tables = tmp_path / "corpus.html", tmp_path / "tables"
    assert main(["corpus", str(ledger), "-o", str(page), "--csv", str(tables), "--title", "The coast"]) == 0
    assert "5 reports. 3 outlets. 2 stories that two or more reports tell." in capsys.readouterr().out
    assert "<h1" in page.read_text() and "The coast" in page.read_text() and "100% Northline" in page.read_text()
    with (tables / "outlets.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["outlet"] for row in csv.DictReader(file)} == {"Carrow Post", "Vesk Mail", "Radio Hael"}
    before = page.read_bytes()
    assert main(["corpus", str(ledger), "-o", str(page), "--title", "The coast"]) == 0
    assert page.read_bytes() == before


def test_a_folder_that_is_no_corpus_is_told_in_one_line(tmp_path: Path):
    with pytest.raises(LedgerError, match="is no ledger of a corpus"):
        corpus(tmp_path)


DOCS = (Path(__file__).parents[2] / "docs" / "corpus.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", corpus_pages.TABLES)
def test_every_column_is_documented(name: str):
    section = DOCS.split(f"### {name}.csv")[1].split("###")[0]
    first_cells = " ".join(line.split("|")[1] for line in section.splitlines() if line.startswith("|"))
    assert set(re.findall(r"`(\w+)`", first_cells)) == set(corpus_pages.TABLES[name].__struct_fields__)


def test_every_file_and_view_is_documented(ledger: Path):
    for path in ledger.iterdir():
        if path.suffix not in (".parquet",) or path.stem in ("index", "stories"):
            assert f"`{path.name}" in DOCS, path.name
    with opened(ledger) as connection:
        views = {
            name for (name,) in connection.execute("select view_name from duckdb_views() where not internal").fetchall()
        }
    assert {name for name in views if f"`{name}`" not in DOCS} == set()
