"""Who said what, in what words: a table of the forms that news uses, and what holds on any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.extraction.boilerplate.find import find_boilerplate
from twosource.extraction.statements import find_statements, language_note
from twosource.records import Statement
from twosource.spans import Span
from twosource.text.quotes import quoted_spans


def told(text: str, statement: Statement) -> tuple[str | None, str]:
    """The speaker as written and the content, its pieces joined."""
    span = statement.speaker.span
    return span.of(text) if span else None, " … ".join(piece.of(text) for piece in statement.content)


def only(text: str) -> tuple[str | None, str]:
    (statement,) = find_statements(text)
    return told(text, statement)


def test_a_question_may_be_nobodys() -> None:
    text = "Asked whether the dam was old, Moen said it was."
    asked, said = find_statements(text)
    assert told(text, asked) == (None, "whether the dam was old") and asked.strength == "asked"
    assert told(text, said) == ("Moen", "it was")


def test_a_quotation_after_a_colon_is_a_report_of_its_own() -> None:
    text = "But she said nobody had asked: “I have no letter,” she wrote."
    assert [told(text, s) for s in find_statements(text)] == [
        ("she", "nobody had asked"),
        ("she", "“I have no letter,”"),
    ]


def test_kinds_cue_strength_and_negation() -> None:
    text = "Moen denied that the dam was unsafe. “It is safe,” she claimed. Erling did not say it was “quite old”."
    denied, claimed, unsaid = find_statements(text)
    assert (denied.kind, denied.verb, denied.strength, denied.negated) == ("indirect", "deny", "denied", True)
    assert (claimed.kind, claimed.verb, claimed.strength, claimed.negated) == ("direct", "claim", "claimed", False)
    assert (unsaid.kind, unsaid.verb, unsaid.negated) == ("mixed", "say", True)
    assert claimed.cue is not None and claimed.cue.of(text) == "claimed"


def test_what_follows_belongs_to_the_statement_before() -> None:
    text = "“The dam was old,” Moen said. “Everybody knew it. Nobody cared.”\n\nThe river rose again."
    (statement,) = find_statements(text)
    assert [piece.of(text) for piece in statement.content] == [
        "“The dam was old,”",
        "“Everybody knew it. Nobody cared.”",
    ]


def test_a_quotation_over_two_paragraphs_is_one_statement() -> None:
    text = "Moen said: “The dam was old.\n\n“Everybody knew it.”\n\nThe river rose."
    (statement,) = find_statements(text)
    assert [piece.of(text) for piece in statement.content] == ["“The dam was old.", "“Everybody knew it.”"]


def test_a_quotation_paragraph_after_a_statement_is_its_speakers() -> None:
    text = "“The dam was old,” Moen said.\n\n“Everybody knew that it would break.”\n"
    (statement,) = find_statements(text)
    assert len(statement.content) == 2


def test_a_lead_in_and_its_quotation_are_one_statement() -> None:
    text = "Moen made the following remark:\n\n“The dam was older than all of us.”"
    (statement,) = find_statements(text)
    assert told(text, statement) == ("Moen", "“The dam was older than all of us.”")


def test_a_lead_in_keeps_its_cue_above_a_signed_quotation() -> None:
    text = "Ada Moen later added:\n“The dam was older than all of us,” – Moen"
    (statement,) = find_statements(text)
    assert statement.cue is not None and statement.cue.of(text) == "later added"
    assert statement.speaker.name == "Ada Moen"


def test_two_reports_in_one_sentence() -> None:
    text = "Moen said the dam was old, adding that it would hold, but Erling said it would break."
    assert [told(text, s) for s in find_statements(text)] == [
        ("Moen", "the dam was old"),
        ("Moen", "that it would hold"),
        ("Erling", "it would break"),
    ]


def test_a_headline_is_a_statement_only_of_who_speaks_below() -> None:
    body = "\n\nAda Moen said the dam would stay shut."
    assert told("Moen: dam to stay shut" + body, find_statements("Moen: dam to stay shut" + body)[0]) == (
        "Moen",
        "dam to stay shut",
    )
    assert len(find_statements("Harbour: dam to stay shut" + body)) == 1


def test_a_transcript() -> None:
    text = "MOEN: The dam is old.\nROE: How old is it?\nMOEN: Older than you. It leaks.\nROE: Thank you for that.\n"
    found = find_statements(text)
    assert [told(text, s) for s in found] == [
        ("MOEN", "The dam is old."),
        ("ROE", "How old is it?"),
        ("MOEN", "Older than you."),
        ("ROE", "Thank you for that."),
    ]


def test_boilerplate_yields_nothing() -> None:
    text = "“We use cookies on this site,” said the notice.\n\nMoen said the dam would hold."
    (statement,) = find_statements(text, boilerplate=[Span(0, text.index("\n"))])
    assert statement.speaker.name == "Moen"


def test_a_language_without_lexicon_gives_quotations_without_speakers() -> None:
    text = "„Der Damm wird halten, das weiß jeder hier“, sagte Frau Moen. „Er ist alt.“"
    found = find_statements(text, language="de")
    assert [(s.kind, s.speaker.kind, s.speaker.name) for s in found] == [("direct", "unknown", None)] * 2
    assert "de" in (language_note("de") or "")
    assert language_note("en") is None and language_note("en-GB") is None and language_note(None) is None


def test_ids_depend_on_the_content_alone() -> None:
    text = "Moen said the dam would hold. Erling said it would break."
    assert [s.id for s in find_statements(text, document="a")] == [s.id for s in find_statements(text, document="a")]
    assert {s.id for s in find_statements(text, document="a")}.isdisjoint(
        s.id for s in find_statements(text, document="b")
    )


ARTICLE = (
    "“The dam was old,” said Ada Moen, the mayor of Vell. She told the Courier that 320 houses were flooded.\n\n"
    "According to the district office, nobody was killed. ‘Nobody,’ its head repeated.\n\n"
    "Tomas Erling, who keeps the mill, accused the council of “years of neglect”.\n"
)


@given(
    st.lists(st.sampled_from(["The river fell.", "Rain is due today.", "Schools stay shut."]), min_size=1, max_size=3)
)
def test_a_paragraph_that_reports_nothing_changes_nothing(added: list[str]) -> None:
    assert find_statements(ARTICLE + "\n" + " ".join(added)) == find_statements(ARTICLE)


PIECES = [
    "“", "”", '"', "'", "’", "``", "''", "«", "»", " ", ", ", ". ", "? ", ": ", "\n\n", " – ", "(", ")", "Moen", "the mayor", "said", "told",
    "according to", "citing", "who", "that", "he", "it", "and", "but", "was", "the dam", "would hold", "adding", "as", "Reuters", "reported", "1,200", "é", "水",
]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_no_arrangement_raises_and_spans_hold(text: str) -> None:
    for statement in find_statements(text):
        assert statement.content and list(statement.content) == sorted(statement.content)
        spans = [*statement.content, statement.cue, statement.speaker.span, *(via.span for via in statement.via)]
        for span in spans:
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert 0 < statement.confidence < 1
        assert statement.rule


def test_direct_content_is_what_stands_in_quotation_marks() -> None:
    inner = quoted_spans(ARTICLE)
    for statement in find_statements(ARTICLE):
        if statement.kind == "direct":
            for piece in statement.content:
                assert any(piece.covers(span) for span in inner)


@pytest.mark.parametrize(
    "unit",
    [
        "He said ",
        "x, ",
        "“A,” he said. ",
        "according to ",
        "citing Reuters, which cited ",
        "Moen: “a b c d” ",
        "(",
        "He said that “",
    ],
)
def test_long_lines_are_read_in_good_time(unit: str) -> None:
    find_statements(unit * 3_000)


@pytest.mark.parametrize("marks", ["“%s”", '"%s"', "«%s»", "„%s“", "‘%s’", "``%s''", "”%s”"])
def test_every_style_of_marks_is_read(marks: str) -> None:
    text = marks % "The dam will hold for years," + " Ada Moen said. " + marks % "I have seen it myself." + "\n"
    (statement,) = find_statements(text)
    assert (statement.kind, statement.speaker.name, len(statement.content)) == ("direct", "Ada Moen", 2)


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    text = "“He told me ‘the dam is gone’ and left,” Moen said."
    assert only(text) == ("Moen", "“He told me ‘the dam is gone’ and left,”")


def test_an_unclosed_mark_takes_no_more_than_its_paragraph() -> None:
    text = "“The dam will hold, Moen said.\n\nErling said it would break."
    assert told(text, find_statements(text)[-1]) == ("Erling", "it would break")


def test_titles_and_scare_quotes_are_no_speech() -> None:
    assert find_statements("The film “The Last Dam” opened. The “expert” stayed at home.") == []


def test_the_quotation_and_the_report_of_a_paragraph_have_their_own_rules() -> None:
    text = "“The dam leaks,” Moen said. According to Roe, it holds. Moen’s claim that it leaks is new."
    assert [s.rule for s in find_statements(text)] == ["verb", "phrase according to", "noun"]
    assert all(0 < s.confidence < 1 for s in find_statements(text))


def test_what_stands_round_a_report_says_nothing() -> None:
    text = (
        "Photo: Ada Moen says goodbye to the dam. (Vell Pictures)\n\nBy Jo Roe\n\n"
        "Moen said the dam would hold.\n\nRead more: Erling says dam is old\n\nFollow us on Telegram\n"
    )
    found = find_statements(text, boilerplate=find_boilerplate(text))
    assert [told(text, s) for s in found] == [("Moen", "the dam would hold")]


def test_the_work_grows_with_the_text_and_not_with_its_square() -> None:
    # Ten thousand pronouns among as many mentions of one name: each looks at its own neighbourhood alone.
    text = "Ada Moen left. She said it leaks.\n\n" * 10_000
    assert len(find_statements(text)) == 10_000
