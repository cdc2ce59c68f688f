"""The main job as a whole: the same bytes in any order and with any number of workers, and spans that hold."""

import gc
import random
from pathlib import Path

import pytest

import twosource
from builders import document
from twosource.api import example_story
from twosource.ledger import Ledger
from twosource.read import read
from twosource.records import Document
from twosource.settings.engines import COLLECTED_AFTER

WIRE = (
    "VESK (Norda) — A freight train left the rails near Vesk on Monday, injuring 14 people, the rail office said.\n\n"
    "“The brakes did not answer on the long slope above the town,” said rail director Mara Toll. She put the damage at "
    "$3 million and said 600 metres of track would have to be laid again before the line could open.\n\n"
    "Residents of the valley had complained for years about the speed of night trains, and the council had asked for a "
    "limit of 60 kilometres an hour on that stretch."
)
OTHER = (
    "Fourteen people were hurt when wagons jumped the track outside Vesk.\n\n“I heard it come down like a wall,” said Ines "
    "Orlo, who lives beside the line. The hospital in Vesk said all of them were expected to recover."
)


def story() -> list[Document]:
    return [
        document("a", WIRE, publisher="Norda", published="2031-05-05T08:00:00+00:00"),
        document("b", WIRE, publisher="Vesk Mail", published="2031-05-05T10:00:00+00:00"),
        document("c", WIRE.rsplit("\n\n", 1)[0], publisher="Valley Post", published="2031-05-05T11:00:00+00:00"),
        document("d", OTHER, publisher="Lower Vesk Radio", published="2031-05-05T12:00:00+00:00"),
    ]


@pytest.fixture(scope="module")
def example() -> Ledger:
    with example_story() as folder:
        return twosource.check([folder])


def test_a_wire_and_its_carriers_are_one_line_and_an_own_report_another() -> None:
    ledger = twosource.check(story())
    assert [line.documents for line in ledger.lines] == [("a", "b", "c"), ("d",)]
    assert {(pair.a, pair.b): pair.kind for pair in ledger.reuse} == {
        ("a", "b"): "copy",
        ("a", "c"): "copy",
        ("b", "c"): "copy",
    }
    injured = next(claim for claim in ledger.claims if "injured" in claim.text)
    assert (injured.documents, injured.verdict) == (4, "agree")


def test_the_order_of_the_documents_changes_nothing() -> None:
    expected = twosource.check(story()).to_json()
    for seed in range(3):
        shuffled = story()
        random.Random(seed).shuffle(shuffled)
        assert twosource.check(shuffled).to_json() == expected


def test_the_same_input_gives_the_same_bytes_twice(example: Ledger) -> None:
    with example_story() as folder:
        assert twosource.check([folder]).to_json() == example.to_json()


def test_every_span_of_every_table_lies_inside_its_text(example: Ledger) -> None:
    texts = {found.id: found.text for found in example.documents}
    spans = list(example.spans())
    assert len(spans) > 1000
    assert all(0 <= span.start < span.end <= len(texts[name]) for name, span in spans)
    assert all(figure.span.of(texts[figure.document]) == figure.text for figure in example.figures)


def test_adding_a_copy_never_raises_the_number_of_lines_or_origins() -> None:
    before = twosource.check(story())
    copy = document("e", WIRE, publisher="Hill Courier", published="2031-05-06T09:00:00+00:00")
    after = twosource.check([*story(), copy])
    assert len(after.lines) == len(before.lines)
    origins = {claim.text: claim.origins for claim in before.claims}
    for claim in after.claims:
        if claim.text in origins:
            assert (claim.origins.low, claim.origins.high) <= (origins[claim.text].low, origins[claim.text].high)


def test_adding_an_unrelated_report_changes_no_claim() -> None:
    unrelated = document("z", "The choir of Lunn sang three evenings in a row, and 90 people came to listen on Friday.")
    before = {claim.id for claim in twosource.check(story()).claims}
    assert before <= {claim.id for claim in twosource.check([*story(), unrelated]).claims}


def test_ids_in_the_ledger_are_unique(example: Ledger) -> None:
    for table in (example.documents, example.statements, example.figures, example.claims):
        ids = [row.id for row in table]
        assert len(ids) == len(set(ids))


def test_a_ledger_comes_back_from_its_file_as_it_was(example: Ledger, tmp_path: Path) -> None:
    example.save(tmp_path / "story.duckdb")
    assert Ledger.open(tmp_path / "story.duckdb").to_json() == example.to_json()
    assert [path.name for path in tmp_path.iterdir()] == ["story.duckdb"]


def test_two_workers_give_what_one_gives(tmp_path: Path) -> None:
    many = [
        document(f"{n:03}", f"{WIRE}\n\nWagon {n} was the last to be lifted.", publisher=f"p{n}") for n in range(300)
    ]
    one = twosource.check(many).to_json()
    assert twosource.check(many, workers=2).to_json() == one


def test_a_document_given_as_text_and_read_from_a_file_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WIRE, encoding="utf-8")
    (found,) = read([tmp_path])[0]
    assert twosource.extract(found) == twosource.extract(document("a.txt", WIRE, language=found.language))


@pytest.mark.parametrize("threshold", [700, 0, 50_000])
def test_the_collector_of_garbage_is_left_as_it_was(threshold: int) -> None:
    before, seen = gc.get_threshold(), []
    gc.set_threshold(threshold)
    try:
        twosource.check(story(), progress=lambda *_: seen.append(gc.get_threshold()[0]))
        assert gc.get_threshold()[0] == threshold
    finally:
        gc.set_threshold(*before)
    assert set(seen) == {max(threshold, COLLECTED_AFTER) if threshold else 0}
