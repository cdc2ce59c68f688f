"""The cases in which lineage is easily mistaken, each by itself."""

import twosource
from builders import document
from twosource.records import Document, Line

REPORT = (
    "The last ferry of the evening struck a sandbank outside Morrowby and lay there until the tide came back at four. "
    "Fishermen rowed out with lanterns and took the children off first, while the older passengers sang in the saloon.\n\n"
    "The pilot had asked for the channel to be dredged in autumn, but the harbour board put the work off twice for want of "
    "a barge. A diver who looked at the hull at first light found two plates bent and no hole."
)
SAID = "“I asked for that channel to be dredged before the winter storms and I was told to wait for a barge,”"


def made(id: str, text: str, minute: int | None = None) -> Document:
    published = None if minute is None else f"2031-05-06T{minute // 60:02}:{minute % 60:02}:00+00:00"
    return document(id, text, published=published, publisher=f"outlet {id}")


def lines(*documents: Document) -> list[Line]:
    return twosource.check(documents).lines


def test_identical_text_under_different_publishers_is_one_line():
    (line,) = lines(made("a", REPORT, 400), made("b", REPORT, 460))
    assert (line.documents, line.root) == (("a", "b"), "a")


def test_a_text_inside_a_live_blog_derives_from_the_report():
    blog = (
        "09:40 The library opens its reading room to families who cannot get home tonight.\n\n"
        f"09:10 {REPORT}\n\n08:30 Snow is expected on the moor road, and the school bus takes the lower way."
    )
    (line,) = lines(made("a", REPORT, 400), made("blog", blog, 580))
    assert (line.documents, line.root) == (("a", "blog"), "a")


def test_a_text_carried_two_hundred_times_is_one_line():
    found = lines(*(made(f"{number:03}", REPORT, 300 + number) for number in range(200)))
    assert [len(line.documents) for line in found] == [200]


def test_documents_of_one_sentence():
    same = "A ferry with sixty people aboard ran aground outside Morrowby late on Tuesday evening."
    other = "Lambs were sold for record prices when the spring market opened at Eastmere."
    found = lines(made("a", same, 400), made("b", same, 460), made("c", other, 500))
    assert [line.documents for line in found] == [("a", "b"), ("c",)]


def test_two_reports_that_share_only_a_press_conference_are_two_lines():
    one = f"The ferry pilot spoke for the first time on Wednesday. {SAID} Lars Holm told reporters. He left without a lawyer."
    two = f"Blame for the grounding was still being argued over at noon. {SAID} said Lars Holm, who has steered boats for years."
    documents = [made("a", one, 400), made("b", two, 460)]
    (pair,) = twosource.reuse(documents)
    assert pair.kind == "quotation_only"
    assert [line.documents for line in lines(*documents)] == [("a",), ("b",)]
