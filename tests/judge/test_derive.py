"""Kinds, direction and lines of reporting, through the whole comparison."""

import pytest

import twosource
from builders import document
from twosource.records import Document

STORY = (
    "A dam above the village of Ostrel gave way on Sunday night and sent a wave of mud through its lower streets. "
    "The water reached the second floor of the school before the gates upstream could be closed by hand.\n\n"
    "Engineers had warned in spring that the northern wall was moving, and the provincial council had set money aside for "
    "repairs that were to begin in autumn. Nobody had lived in the houses nearest to the dam since the warning.\n\n"
    "By morning volunteers from three valleys had begun to clear the road to the railway station, where a train with blankets "
    "and drinking water was expected before noon."
)
SAID = "“We closed the gates by hand, one after the other, while the water stood at our knees and the lamps went out,”"


def made(id: str, text: str, hour: int | None = None, **given: str) -> Document:
    published = None if hour is None else f"2030-03-03T{hour:02}:00:00+00:00"
    return document(id, text, published=published, publisher=given.pop("publisher", f"outlet {id}"), **given)


def lines(*documents: Document) -> list[tuple[str, ...]]:
    return [line.documents for line in twosource.check(documents).lines]


def test_identical_text_under_two_publishers_is_one_line_and_the_earlier_is_the_parent():
    (pair,) = twosource.reuse([made("b", STORY, 7), made("a", STORY, 9)])
    assert (pair.kind, pair.parent, pair.direction) == ("copy", "b", "likely")


def test_without_dates_or_credit_the_direction_is_unknown():
    (pair,) = twosource.reuse([made("a", STORY), made("b", STORY)])
    assert (pair.parent, pair.direction) == (None, "unknown")


def test_a_credit_makes_the_direction_known():
    credited = f"OSTREL (Reuters) — {STORY}"
    (pair,) = twosource.reuse([made("a", STORY, 7, publisher="Reuters"), made("b", credited, 9)])
    assert (pair.parent, pair.direction) == ("a", "known")
    assert "b credits a" in pair.grounds


def test_minutes_apart_say_nothing_of_who_was_first():
    early, late = made("a", STORY), made("b", STORY)
    early = document("a", STORY, published="2030-03-03T07:00:00+00:00", publisher="x")
    late = document("b", STORY, published="2030-03-03T07:04:00+00:00", publisher="y")
    (pair,) = twosource.reuse([early, late])
    assert pair.direction == "unknown"


def test_a_press_conference_shared_by_two_reports_makes_no_line():
    a = made(
        "a", f"The night shift at the Ostrel dam has been praised by the province.\n\n{SAID} said foreman Piet Arn.", 8
    )
    b = made(
        "b", f"Piet Arn spoke to reporters at noon outside the council house.\n\n{SAID} he told them, and went home.", 9
    )
    (pair,) = twosource.reuse([a, b])
    assert pair.kind == "quotation_only"
    assert lines(a, b) == [("a",), ("b",)]


def test_a_report_inside_a_live_blog_derives_into_it():
    blog = (
        "09:12 Good morning from our newsroom, where we follow the day.\n\n"
        + STORY
        + "\n\n09:40 The ferry to Lunn is late."
    )
    (pair,) = twosource.reuse([made("a", STORY, 7), made("b", blog, 9)])
    assert (pair.kind, pair.parent) == ("copy", "a")
    assert pair.coverage_a > 0.95


def test_two_hundred_carriers_of_one_text_are_one_line():
    carriers = [made(f"{n:03}", STORY, n % 24) for n in range(220)]
    assert len(lines(*carriers)) == 1


def test_documents_of_one_sentence_can_be_copies():
    sentence = "A dam above the village of Ostrel gave way on Sunday night and sent mud through its lower streets."
    assert lines(made("a", sentence, 7), made("b", sentence, 8)) == [("a", "b")]


def test_two_stories_carried_by_one_page_do_not_become_one_line():
    other = (
        "The theatre of Lunn opened its season on Friday with a comedy that nobody under forty had seen on a stage before. "
        "The house was sold out for the first time since the fire, and the actors were called back nine times.\n\n"
        "Its director promised two new plays by authors of the region and cheaper seats for pupils, which the town pays for."
    )
    page = made("c", f"{STORY}\n\n{other}", 12)
    found = lines(made("a", STORY, 7), made("b", other, 8), page)
    assert ("a",) in found or ("b",) in found


@pytest.mark.parametrize("text", ["Mud everywhere.", "42 43"])
def test_texts_without_words_worth_comparing_are_lines_of_their_own(text):
    assert lines(made("a", text), made("b", STORY)) == [("a",), ("b",)]


def test_a_template_filled_in_again_days_later_is_a_formula():
    template = (
        "The central bank of Norda bought {a} million marks of bills on Monday to steady the rate for overnight money, which stood "
        "at {b} percent when the desk entered the market at {c} o'clock, dealers said. It had bought {d} million on the day before."
    )
    first = document(
        "a", template.format(a=250, b=4.25, c=11, d=120), published="2030-03-01T11:00:00+00:00", publisher="x"
    )
    later = document(
        "b", template.format(a=410, b=4.5, c=12, d=330), published="2030-03-09T12:00:00+00:00", publisher="x"
    )
    (pair,) = twosource.reuse([first, later])
    assert pair.kind == "formula"


def test_a_dividend_told_again_for_another_firm_is_a_formula():
    def notice(id: str, day: int, pay: str, record: str) -> Document:
        text = f"Half-year payout 31 öre, was 30 öre\n    Pay {pay}\n    Record {record}"
        return document(id, text, published=f"2030-03-{day:02}T11:00:00+00:00", publisher="wire")

    long = "\n".join(
        f"Line {n} tells of the {n}th shop that the firm of Lund has opened on the coast." for n in range(20)
    )
    reports = [
        document(
            f"r{day}", f"{long}\nHalf-year payout 31 öre, was 30 öre", published=f"2030-03-{day:02}", publisher="wire"
        )
        for day in (3, 4, 5)
    ]
    found = twosource.reuse([notice("a", 1, "May 4", "April 2"), notice("b", 20, "June 8", "May 18"), *reports])
    assert [pair.kind for pair in found if (pair.a, pair.b) == ("a", "b")] == ["formula"]


def test_a_text_of_weeks_ago_with_one_other_number_is_a_formula():
    text = (
        "Imports of cane from the islands came to {n} tons in the week that the quota of 2,500 tons allows for 1 port, the "
        "office for farming said on Friday. The quota runs for 10 months and was set in 1986 for 12 lands and 3 firms."
    )
    first = document("a", text.format(n=130), published="2030-03-01T11:00:00+00:00", publisher="x")
    for day, kind in ((4, "copy"), (20, "formula")):
        later = document("b", text.format(n=214), published=f"2030-03-{day:02}T12:00:00+00:00", publisher="y")
        (pair,) = twosource.reuse([first, later])
        assert pair.kind == kind


def test_a_gallery_shares_its_captions_and_no_report():
    caption = (
        "A woman carries a lamp past the broken gates of the Ostrel dam as volunteers clear the road to the railway station, "
        "Monday, March 4, 2030. (AP Photo/Ada Stone)"
    )
    gallery = made("a", f"{caption}\n\nprev next", 7)
    report = made("b", f"{STORY}\n\n{caption}", 9)
    (pair,) = twosource.reuse([gallery, report])
    assert (pair.kind, pair.coverage_a, pair.parent) == ("formula", 0.0, None)
    assert "captions, notices and the like" in pair.grounds[-1]
    assert pair.passages[0].a.of(gallery.text) == pair.passages[0].b.of(report.text)
    assert lines(gallery, report) == [("a",), ("b",)]
