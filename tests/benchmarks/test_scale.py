"""What docs/scale.md says is what was measured; the archive that is measured is one and the same for all sizes."""

import json
from itertools import islice

from benchmarks.generator.archive import generate_archive, generate_notes
from benchmarks.scale import exponents

from benchmarks import scale_page


def test_the_page_is_written_from_the_measurements():
    found = json.loads(scale_page.MEASURED.read_text(encoding="utf-8"))
    assert scale_page.PAGE.read_text(encoding="utf-8") == scale_page.page(found)


def test_a_longer_archive_begins_with_the_shorter_one():
    short, long = list(generate_archive(4, 40)), list(generate_archive(4, 90))
    assert long[:40] == short
    assert len({row["id"] for row in long}) == 90


def test_stories_of_an_archive_are_told_in_places_of_their_own():
    rows = list(islice(generate_archive(4, 200), 200))
    stories = {str(row["id"]).partition("-")[0] for row in rows}
    assert len(stories) > 10
    leads = {
        story: {w for r in rows if r["id"].startswith(f"{story}-") for w in r["text"].split()} for story in stories
    }
    assert all(leads[one] - leads[other] for one in stories for other in stories if one != other)


def test_notes_are_the_first_paragraphs():
    for note, row in zip(generate_notes(4, 20), generate_archive(4, 20), strict=True):
        assert row["text"].startswith(note["text"]) and note["text"].count("\n\n") <= 2


def test_exponents_of_a_straight_line_are_one():
    rungs = [
        {"documents": n, "seconds": n / 7, "processor seconds": n * n, "peak MB": 500 + n} for n in (10, 100, 1000)
    ]
    assert exponents(rungs) == {
        "seconds": 1.0,
        "processor seconds": 2.0,
        "memory of the largest over the smallest": round(1500 / 510, 2),
    }
