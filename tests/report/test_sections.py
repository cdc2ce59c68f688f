"""The parts of the report: words as they stand in the texts, differences word by word, speakers, drawings."""

import re
from xml.etree import ElementTree

import pytest

from builders import figure
from report.ledgers import hostile_ledger
from twosource.ledger import Ledger
from twosource.records import Claim, Document, Line, Member, Origins, Speaker, Statement
from twosource.report.data import page_data
from twosource.report.differences import changes
from twosource.report.excerpts import Story, anchor, fragment_link, in_context, written_time
from twosource.report.findings import finding_lists
from twosource.report.lineage_chart import draw_lineage
from twosource.report.tables import claim_rows, claims_in_order, method, speaker_rows
from twosource.report.value_charts import draw_intervals, draw_ladder
from twosource.settings.report import FINDINGS_SHOWN
from twosource.spans import Span


@pytest.fixture(scope="module")
def story(harbour: Ledger) -> Story:
    return Story(harbour)


# --- words ------------------------------------------------------------------------------------------------------------


def test_words_are_marked_in_their_context() -> None:
    pieces = in_context("Ilse Brandt said that ten ships waited.\nNobody else did.", [Span(22, 25), Span(32, 38)])
    assert [(piece.text, piece.mark) for piece in pieces] == [
        ("Ilse Brandt said that ", ""),
        ("ten", "words"),
        (" ships ", ""),
        ("waited", "words"),
        (".", ""),
    ]


def test_the_words_of_every_claim_are_those_of_its_text(story: Story) -> None:
    for row in claim_rows(story, claims_in_order(story)):
        assert row.words
        for words in row.words:
            marked = [piece.text for piece in words.pieces if piece.mark == "words"]
            text = story.texts[words.document].text
            assert marked and all(one in text[words.span[0] : words.span[1]] for one in marked)
            assert text[slice(*words.span)].startswith(marked[0])


def test_every_finding_ends_in_words(story: Story) -> None:
    lists = finding_lists(story)
    assert sum(len(one.shown) + len(one.folded) + one.left_out for one in lists) == len(story.ledger.findings)
    for one in lists:
        assert len(one.shown) <= FINDINGS_SHOWN
        assert all(view.words for view in (*one.shown, *one.folded))


def test_a_changed_quotation_shows_what_changed(story: Story) -> None:
    views = [view for one in finding_lists(story) for view in (*one.shown, *one.folded) if view.kind == "altered_quote"]
    assert views
    assert all(any(piece.mark for change in view.changes for piece in change) for view in views)


@pytest.mark.parametrize(
    ("fullest", "other", "marked"),
    [
        ("We could not go", "We would not go", [("could", "gone"), ("would", "new")]),
        ("“Open on Friday if it is clean,”", '"Open on Friday,"', [(" if it is clean", "gone")]),
        ("It is  open", "it is open", []),
        ("There were 40,000 litres", "There were 12,000 litres", [("40,000", "gone"), ("12,000", "new")]),
    ],
)
def test_differences_are_told_word_by_word(fullest: str, other: str, marked: list[tuple[str, str]]) -> None:
    pieces = changes(fullest, other)
    assert [(piece.text, piece.mark) for piece in pieces if piece.mark] == marked
    assert "".join(piece.text for piece in pieces if piece.mark != "gone").split() == other.split()


# --- links ------------------------------------------------------------------------------------------------------------


def test_a_link_finds_the_words_in_the_original() -> None:
    assert fragment_link("https://example.org/a#top", "well-known words") == (
        "https://example.org/a#:~:text=well%2Dknown%20words"
    )
    assert fragment_link("https://example.org/a", "12", "Past.\nThey hurt 41, ", " of them firefighters,") == (
        "https://example.org/a#:~:text=They%20hurt%2041%2C-,12,-of%20them%20firefighters%2C"
    )
    long = fragment_link("https://example.org/a", " ".join(f"w{number}" for number in range(40)))
    assert long == "https://example.org/a#:~:text=w0%20w1%20w2%20w3%20w4%20w5,w34%20w35%20w36%20w37%20w38%20w39"


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert fragment_link(url, "words") is None


def test_anchors_depend_on_the_id_alone_and_hold_no_odd_character() -> None:
    assert anchor("a.txt") == anchor("a.txt") != anchor("b.txt")
    assert re.fullmatch(r"report-[0-9a-f]+", anchor("</script> \u202e"))


def test_times_are_written_in_their_own_offset() -> None:
    assert written_time("2026-03-04T06:10:00+01:00") == "4 Mar 2026, 06:10"
    assert written_time("2026-03-04") == "4 Mar 2026"
    assert (written_time("tomorrow"), written_time(None)) == ("tomorrow", "")


# --- speakers ---------------------------------------------------------------------------------------------------------


def said(id: str, name: str | None, kind: str = "direct") -> Statement:
    speaker = Speaker(span=None, name=name, kind="person" if name else "unknown")
    return Statement(id, "d", kind, (Span(0, 4),), None, speaker, "rule", 0.9)  # type: ignore[arg-type]


def test_forms_of_a_name_are_merged_where_it_is_safe() -> None:
    document = Document(id="d", text="Nine ships waited.")
    statements = [said("1", "Ilse Brandt"), said("2", "Brandt", "indirect"), said("3", "Corin Vale"), said("4", None)]
    ledger = Ledger(documents=[document], lines=[Line(("d",), "d")], statements=statements)
    rows, more = speaker_rows(Story(ledger))
    assert [(row.name, row.forms, row.direct, row.indirect) for row in rows] == [
        ("Ilse Brandt", ("Brandt",), 1, 1),
        ("Corin Vale", (), 1, 0),
    ]
    assert more == 0


def test_a_surname_of_two_people_is_merged_with_neither() -> None:
    statements = [said("1", "Ilse Brandt"), said("2", "Oskar Brandt"), said("3", "Brandt")]
    ledger = Ledger(documents=[Document(id="d", text="Nine ships")], lines=[Line(("d",), "d")], statements=statements)
    rows, _ = speaker_rows(Story(ledger))
    assert sorted(row.name for row in rows) == ["Brandt", "Ilse Brandt", "Oskar Brandt"]


# --- drawings ---------------------------------------------------------------------------------------------------------


def test_drawings_are_well_formed_whatever_the_names() -> None:
    story = Story(hostile_ledger())
    figures = story.ledger.figures
    for drawing in (draw_lineage(story)[0], draw_ladder(story, figures), draw_intervals(story, figures)):
        assert drawing
        tree = ElementTree.fromstring(re.sub(r"[\0-\x08]", "", drawing))
        assert {node.tag for node in tree.iter()} <= {
            "svg", "g", "a", "line", "path", "circle", "rect", "text", "tspan", "title",
        }  # fmt: skip


def test_the_lineage_links_every_report(story: Story) -> None:
    drawing, _ = draw_lineage(story)
    assert set(re.findall(r'href="#(report-[0-9a-f]+)"', drawing)) == {label.anchor for label in story.labels.values()}


def test_values_of_one_kind_are_no_picture() -> None:
    story = Story(Ledger(documents=[Document(id="d", text="x")], lines=[Line(("d",), "d")]))
    assert not draw_ladder(story, [figure(3), figure(4)])
    assert not draw_intervals(story, [figure(3), figure(3)])
    assert not draw_intervals(story, [])


def test_values_in_other_units_share_a_scale() -> None:
    story = Story(Ledger(documents=[Document(id="d", text="x")], lines=[Line(("d",), "d")]))
    drawing = draw_intervals(
        story, [figure(9, unit="kilometer", text="9 km"), figure(3, unit="mile", text="three miles")]
    )
    places = [float(place) for place in re.findall(r'cx="([\d.]+)%"', drawing)]
    assert len(places) == 2
    assert drawing.index("three miles") < drawing.index("9 km")


# --- data and method --------------------------------------------------------------------------------------------------


def test_the_data_hold_spans_of_the_texts_and_no_text_of_them(story: Story) -> None:
    data = page_data(story)
    lengths = {story.labels[id_].anchor: len(document.text) for id_, document in story.texts.items()}
    for name, report in data["reports"].items():
        assert "text" not in report
        for layer in ("statements", "figures", "boilerplate"):
            assert all(0 <= span[0] < span[1] <= lengths[name] for span in report[layer])
    for claim in data["claims"]:
        assert all(0 <= a < b <= lengths[member[0]] for member in claim["members"] for a, b in member[3])
    for one in data["pairs"]:
        for a, b, c, d in one["passages"]:
            assert 0 <= a < b <= lengths[one["a"]] and 0 <= c < d <= lengths[one["b"]]


def test_the_method_names_every_input_and_setting(story: Story) -> None:
    made = method(story)
    assert [name for name, _ in made.digests] == [document.id for document in story.ledger.documents]
    assert ("report", "FINDINGS_SHOWN", "5") in made.settings


def test_a_stair_leads_along_the_highest_value_so_far() -> None:
    days = {"a": "2026-03-04", "b": "2026-03-05", "c": "2026-03-06", "d": "2026-03-07"}
    documents = [Document(id=id_, text="x", published=day) for id_, day in days.items()]
    story = Story(Ledger(documents=documents, lines=[Line((id_,), id_) for id_ in days]))
    values = {"a": 41, "b": 40, "c": 46, "d": 41}
    drawing = draw_ladder(story, [figure(value, document=id_, text=str(value)) for id_, value in values.items()])
    steps = re.findall(r'class="step" x1="([\d.]+)%" x2="([\d.]+)%" y1="([\d.]+)" y2="([\d.]+)"', drawing)
    corners = [tuple(map(float, step)) for step in steps]
    assert corners and all(x1 <= x2 and y1 >= y2 for x1, x2, y1, y2 in corners)
    assert len([step for step in corners if step[2] > step[3]]) == 1


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("about 4,000 casualties", ["4", "4000"], 1),
        ("three people killed", ["Four", "Three"], 1),
        ("1.5 km", ["1", "5", "1.5 km"], 2),
        ("nobody", ["4"], 0),
    ],
)
def test_a_claim_is_shown_by_the_figure_that_is_written_as_it_is(text: str, written: list[str], expected: int) -> None:
    figures = [figure(1.0, id=f"f{at}", text=form) for at, form in enumerate(written)]
    members = tuple(Member("d", figure=one.id) for one in figures)
    claim = Claim("c", "figure", text, members, 1, 1, Origins(1, 1, 0, ()), "agree", "")
    assert Story(Ledger(figures=figures)).shown_first(claim) == expected


def test_a_quotation_is_set_against_the_wording_its_finding_tells_from(story: Story) -> None:
    told = [one for one in story.ledger.findings if one.kind == "altered_quote"]
    (shown,) = [one for one in finding_lists(story) if one.anchor == "findings-quotations"]
    swaps = 0
    for finding, view in zip(told, (*shown.shown, *shown.folded), strict=False):
        if swap := re.match("“(\\w+)” against “(\\w+)”", finding.detail):
            pieces = [piece for change in view.changes for piece in change]
            assert swap[1] in [piece.text for piece in pieces if piece.mark == "gone"]
            assert swap[2] in [piece.text for piece in pieces if piece.mark == "new"]
            swaps += 1
    assert swaps
