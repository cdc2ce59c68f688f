"""Stories of invented reports: what belongs together, apart, to several, and nowhere."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pyarrow as pa
import pytest

from twosource.corpus import grouping
from twosource.corpus.grouping import find_stories
from twosource.engines.local import LocalEngine
from twosource.extraction.terms import Term, term_batches
from twosource.records import Document, arrow_schema
from twosource.settings import stories as settings

HEADS, TAILS = (
    ("or", "cal", "bir", "tol", "hes", "var", "quil", "mar", "dun", "pel", "sta", "lim"),
    ("sted", "vane", "row", "mund"),
)
WORDS = [head + middle + tail for head in HEADS for middle in ("a", "e", "i", "o", "u", "au") for tail in TAILS]


def report(event: int, number: int, *, day: int | None = 1, publisher: str | None = None) -> Document:
    """A report of an event: words of its own, told twice, among words that all reports share, never in one order."""
    own = [*WORDS[event * 8 : event * 8 + 8] * 2, f"{event * 37}3"]
    mixed = random.Random(event * 1000 + number)
    words = own + mixed.sample(WORDS[96:], 20)
    mixed.shuffle(words)
    published = None if day is None else f"2031-04-{day:02}"
    return Document(
        id=f"{event}-{number}", text=" ".join(words), title=" ".join(own[:3]), published=published,
        publisher=publisher,
    )  # fmt: skip


def groups(documents: Sequence[Document]) -> list[set[str]]:
    return [set(story.documents) for story in find_stories(documents, LocalEngine())]


EVENTS = [report(event, number, day=event + 1) for event in range(12) for number in range(4)]


def test_reports_of_one_event_are_one_story_and_others_are_others() -> None:
    assert groups(EVENTS) == [{f"{event}-{number}" for number in range(4)} for event in sorted(range(12), key=str)]


def test_undated_reports_are_grouped_too() -> None:
    undated = [report(event, number, day=None) for event in range(12) for number in range(4)]
    assert len(groups(undated)) == 12
    assert all(story.start is None for story in find_stories(undated, LocalEngine()))


def test_the_order_of_documents_changes_nothing() -> None:
    shuffled = random.Random(7).sample(EVENTS, len(EVENTS))
    assert find_stories(shuffled, LocalEngine()) == find_stories(EVENTS, LocalEngine())


def test_two_workers_find_the_same() -> None:
    many = [report(event, number, day=event + 1) for event in range(12) for number in range(60)]
    assert find_stories(many, LocalEngine(workers=2)) == find_stories(many, LocalEngine(workers=1))


def test_a_story_says_when_it_began_and_ended() -> None:
    documents = [report(3, 1, day=4), report(3, 2, day=6), report(3, 3, day=5), *EVENTS[:8]]
    (story,) = [one for one in find_stories(documents, LocalEngine()) if "3-1" in one.documents]
    assert (story.start, story.end) == ("2031-04-04", "2031-04-06")


def test_a_review_of_the_week_belongs_to_the_stories_it_tells() -> None:
    told = [report(event, 9) for event in (0, 1, 2)]
    review = Document(id="review", text=" ".join(one.text for one in told), published="2031-04-03")
    belongs = [group for group in groups([*EVENTS, review]) if "review" in group]
    assert sorted(name for group in belongs for name in group if name.endswith("-0")) == ["0-0", "1-0", "2-0"]


def notice(day: int) -> Document:
    """The daily level of an invented lock: the same words and other numbers."""
    level = day * 137 % 91 + 104
    text = f"The Brackwater lock authority measured a level of {level} centimetres and a flow of {level * 3} litres at noon"
    return Document(id=f"lock-{day:02}", text=text, published=f"2031-04-{day:02}")


def test_notices_told_daily_with_other_numbers_belong_to_no_story() -> None:
    assert all(
        not name.startswith("lock") for group in groups([*EVENTS, *map(notice, range(1, 25, 3))]) for name in group
    )


def test_a_page_that_a_publisher_prints_on_other_days_belongs_to_no_story() -> None:
    wall = "Please subscribe to the Tolmund Courier to read this article and support our newsroom today"
    pages = [
        Document(id=f"wall-{day}", text=wall, publisher="Courier", published=f"2031-04-{day:02}") for day in (1, 9, 17)
    ]
    assert all(not name.startswith("wall") for group in groups([*EVENTS, *pages]) for name in group)


def links_of(documents: Sequence[Document]) -> dict[tuple[str, str], int]:
    """How near documents are, by their ids."""
    ordered = sorted(documents, key=lambda one: one.id)
    texts = pa.table({
        "document": pa.array(range(len(ordered)), pa.int64()),
        "text": [one.text for one in ordered],
        "title": [one.title for one in ordered],
    })  # fmt: skip
    terms = LocalEngine().map(term_batches, texts, arrow_schema(Term))
    facts = grouping.document_facts([one.publisher for one in ordered], [one.published for one in ordered])
    found = grouping.find_links(terms, facts, LocalEngine())
    ids = [one.id for one in ordered]
    return {(ids[a], ids[b]): near for a, b, near in zip(*map(list, found), strict=True)}


@pytest.mark.parametrize("early", [True, False])
def test_what_comes_later_leaves_the_links_of_a_large_corpus_alone(
    early: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "EARLY_FROM", 40 if early else 1000)
    lists = [Document(id=f"list-{day}", text=" ".join(WORDS[96:]), published=f"2031-04-0{day}") for day in (2, 3)]
    first = [*EVENTS, *lists, *(report(0, number, day=27) for number in (4, 5))]
    before = links_of(first)
    after = links_of([*first, *(report(0, number, day=28) for number in (6, 7))])
    assert ("0-6", "0-7") in after
    assert (before == {pair: after.get(pair) for pair in before}) is early


def test_the_early_documents_are_those_before_the_last_turn_of_a_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "EARLY_FROM", 10)

    def early(days: Sequence[int | None]) -> list[int]:
        return grouping.document_facts(
            [None] * len(days),
            [None if day is None else (date(2031, 1, 1) + timedelta(day)).isoformat() for day in days],
        )["early"].to_pylist()

    assert early(range(9)) == [1] * 9
    days = list(range(400))
    assert sum(early(days)) >= 350
    assert early([*days, *range(400, 404)])[:400] == early(days)  # days that follow move nothing
    assert early([*days, None]) == [*early(days), 0]
    assert early([5] * 20) == [1] * 20  # of one day all are early
    assert early([*days[:10], *[None] * 5]) == [1] * 15  # too few dates


def test_a_document_alone_is_a_story_of_one() -> None:
    alone = Document(id="alone", text="A kestrel nested upon the belfry of Saint Oswin")
    assert {"alone"} in groups([*EVENTS, alone])


def test_no_documents_are_no_stories() -> None:
    assert groups([]) == []


def test_a_story_above_the_limit_is_cut_by_day_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.stories.LARGEST_STORY", 3)
    monkeypatch.setattr(grouping.settings, "LARGEST_STORY", 3)
    documents = [report(3, number, day=number // 2 + 1) for number in range(6)]
    parts = [
        one
        for one in find_stories([*documents, *EVENTS[:8]], LocalEngine())
        if one.documents[0] in {d.id for d in documents}
    ]
    assert [one.documents for one in parts] == [("3-0", "3-1"), ("3-2", "3-3"), ("3-4", "3-5")]
    assert [one.cut for one in parts] == [f"part {n} of 3, cut by day" for n in (1, 2, 3)]
