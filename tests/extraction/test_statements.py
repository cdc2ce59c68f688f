"""Who said what, in what words: a table of the forms that news uses, and what holds on any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.extraction.boilerplate import find_boilerplate
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


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        # direct
        ("“The dam will hold,” said Tomas Erling, who keeps the mill.", "Tomas Erling, who keeps the mill", "“The dam will hold,”"),
        ("“The dam will hold,” the miller said on Tuesday.", "the miller", "“The dam will hold,”"),
        ("Ada Moen said: “The dam will hold.”", "Ada Moen", "“The dam will hold.”"),
        ("“The dam,” Ada Moen said, “will hold.”", "Ada Moen", "“The dam,” … “will hold.”"),
        ("“Will the dam hold?” Erling asked.", "Erling", "“Will the dam hold?”"),
        ("‘The dam won’t hold,’ Mr Erling said.", "Mr Erling", "‘The dam won’t hold,’"),
        ("“The dam will hold,” said Sen. Ada Moen.", "Sen. Ada Moen", "“The dam will hold,”"),
        ("“We knew it would break one day,” – Tomas Erling", "Tomas Erling", "“We knew it would break one day,”"),
        ("Erling: “We knew it would break one day.”", "Erling", "“We knew it would break one day.”"),
        ("“The dam is a wreck” Erling said.", "Erling", "“The dam is a wreck”"),
        ("“The dam is a wreck.” Erling said.", "Erling", "“The dam is a wreck.”"),
        ("''They say, 'The dam is a wreck,''' said Erling.", "Erling", "''They say, 'The dam is a wreck,'''"),
        # mixed
        ("Boats “get tied up here and then they leak,” Erling said.", "Erling", "Boats “get tied up here and then they leak,”"),
        ("Moen, citing “new tests,” said the council would pay.", "Moen", "the council would pay"),
        ("Moen said the dam was “old and tired” but safe.", "Moen", "the dam was “old and tired” but safe"),
        ("Moen called the dam “a danger to us all”.", "Moen", "the dam “a danger to us all”"),
        # indirect
        ("Moen said that the dam would hold.", "Moen", "that the dam would hold"),
        ("Moen said on Monday the dam would hold.", "Moen", "the dam would hold"),
        ("The dam would hold, Moen said.", "Moen", "The dam would hold"),
        ("As rain fell, the dam broke, Moen said.", "Moen", "As rain fell, the dam broke"),
        ("The dam, Moen said, would hold.", "Moen", "The dam … would hold"),
        ("The trade with Vell, said Moen and others, would be brisk.", "Moen and others", "The trade with Vell … would be brisk"),
        ("“We are glad” about the vote, said Rose Moen.", "Rose Moen", "“We are glad” about the vote"),
        ("Roe, a banker whose firm has failed, said the dam was old.", "Roe, a banker whose firm has failed", "the dam was old"),
        ("Moen, citing the age of the wall, said the dam was old.", "Moen, citing the age of the wall", "the dam was old"),
        ("The town lost 30 boats, which Moen said were uninsured.", "Moen", "were uninsured"),
        ("Although in May Moen said the dam was safe, the board closed it.", "Moen", "the dam was safe"),
        ("Roe, who also said that the dam was old, left on Monday.", "who", "that the dam was old"),
        ("Moen said of the wall she inspected last week: “It is old.”", "Moen", "“It is old.”"),
        ("At the fair Sen. Elsa Roe (V-Vell) said the dam was old.", "Sen. Elsa Roe (V-Vell)", "the dam was old"),
        ("The office less than two weeks ago said the dam was safe.", "The office", "the dam was safe"),
        ("The dam would hold, said Mr Zelnik, who keeps the mill.", "Mr Zelnik, who keeps the mill", "The dam would hold"),
        ("Moen, the mayor of Vell, said the dam would hold.", "Moen, the mayor of Vell", "the dam would hold"),
        ("Jo Roe, 22, of Vell, Ont., said the dam was old.", "Jo Roe, 22, of Vell, Ont.", "the dam was old"),
        ("Dr. Anders Felt, the chief surgeon, said two men were hurt.", "Dr. Anders Felt, the chief surgeon", "two men were hurt"),
        ("Moen, however, said the dam was old.", "Moen", "the dam was old"),
        ("Moen told the Courier, however, that the dam was old.", "Moen", "that the dam was old"),
        ("Moen met Roe of Vell and said the dam was old.", "Moen", "the dam was old"),
        ("Moen put off a vote on whether Roe would pay but said the dam was old.", "Moen", "the dam was old"),
        ("The dam was hit overnight, it said on Monday on the Telegram messaging app.", "it", "The dam was hit overnight"),
        ("The dam would hold, said lobbyist Ada Moen.", "lobbyist Ada Moen", "The dam would hold"),
        ("As reported by the harbour office, two men were hurt.", "the harbour office", "two men were hurt"),
        ("But as Moen pointed out, the dam is old.", "Moen", "the dam is old"),
        ("The town fled, with Moen saying the dam was old.", "Moen", "the dam was old"),
        ("Asked by Roe whether the dam was old, Moen left.", "Roe", "whether the dam was old"),
        ("The mayor was asked by Roe whether the dam was old.", "Roe", "whether the dam was old"),
        ("As Moen told The Vell Courier, Carro dam has held for years.", "Moen", "Carro dam has held for years"),
        ("The prime minister, Ada Moen said the dam was old.", "The prime minister, Ada Moen", "the dam was old"),
        ("The latest Vell poll released on Friday shows that most want the dam.", "The latest Vell poll released", "that most want the dam"),
        ("The town fled, with one caller writing “It is all gone now.”", "one caller", "“It is all gone now.”"),
        ("Moen put the damage at about $38 million.", "Moen", "the damage at about $38 million"),
        ("The council rejected a claim by Ada Moen that the dam was old.", "The council", "a claim by Ada Moen that the dam was old"),
        ("The council met after a claim by Ada Moen that the dam was old.", "Ada Moen", "that the dam was old"),
        ("Two halls burned, so the harbour master Ada Moen.", "the harbour master Ada Moen", "Two halls burned"),
        ("The bill may rise, said officials who gave no names.", "officials who gave no names", "The bill may rise"),
        ("An engineer who saw the ruin, Tam Roe, said the wall was old.", "An engineer who saw the ruin, Tam Roe", "the wall was old"),
        ("Moen cautioned drivers against speeding.", "Moen", "against speeding"),
        ("Moen told reporters that the dam would hold.", "Moen", "that the dam would hold"),
        ("Moen told the governor, Ada Roe, that the dam would hold.", "Moen", "that the dam would hold"),
        ("Moen urged residents to leave the valley.", "Moen", "residents to leave the valley"),
        ("Moen declined to comment.", "Moen", "to comment"),
        ("Moen went on to say that the dam would hold.", "Moen", "that the dam would hold"),
        ("According to the district office, 320 houses were flooded.", "the district office", "320 houses were flooded"),
        ("Some 320 houses were flooded, according to the district office.", "the district office", "Some 320 houses were flooded"),
        ("Per the district office, 320 houses were flooded.", "the district office", "320 houses were flooded"),
        ("As Moen put it, the dam is tired.", "Moen", "the dam is tired"),
        ("Moen was quoted as saying that the dam would hold.", "Moen", "that the dam would hold"),
        ("The think tank said the dam would hold.", "The think tank", "the dam would hold"),
        ("The report shows that the dam was old.", "The report", "that the dam was old"),
        ("Police say the road is closed.", "Police", "the road is closed"),
        ("Moen’s claim that the dam would hold was wrong.", "Moen’s", "that the dam would hold was wrong"),
    ],
)  # fmt: skip
def test_forms(text: str, speaker: str, content: str) -> None:
    assert only(text) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "Reports of damage reached the town.",
        "A neighbour asked not to be named.",
        "The council is offering old tiles to schools.",
        "Police questioned the student.",
        "The match promised to be a cold one.",
        "The programme takes and encourages pupils to draw.",
        "In the second half Roe conceded a penalty which Moen scored.",
        "A man from a group within the church called the Sea Watch was held.",
        "Moen put the letter on the table.",
        "It rained, so the dam broke.",
        "He drove through Ohio and Utah, states that vote in March.",
        "Vell and Carro have claims in the area.",
        "The valley described by the mayor is green.",
        "Four states and two cities claim no share.",
        "The project reports no losses by design.",
        "In a message posted on the door, nobody was named.",
        "He left the mill. She stayed at home.",
        "What Moen says is her own affair.",
        "They sang “Gone With the Flood” all night.",
        "He lives in a village called Vell.",
        "The dam broke, according to plan.",
    ],
)
def test_no_statement(text: str) -> None:
    assert find_statements(text) == []


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
