"""The forms in which news says that somebody said something, one a line, and what only looks like one."""

import pytest

from twosource.extraction.statements import find_statements
from twosource.records import Statement


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
        ("Moen told US officials the dam would hold.", "Moen", "the dam would hold"),
        ("Moen told reporters the strike would go on.", "Moen", "the strike would go on"),
        ("The basin will open on Friday, Moen said in a release picked up by the Courier.", "Moen", "The basin will open on Friday"),
        ("WHO say the dam was old.", "WHO", "the dam was old"),
        ("The WHO's director Ada Moen said the dam was old.", "The WHO's director Ada Moen", "the dam was old"),
        ("Dam to stay shut until May - officials", "officials", "Dam to stay shut until May"),
        ("Dam is safe for years: study", "study", "Dam is safe for years"),
        ("Jean Roe, the mayor of Carro, a member of the board, said Vell’s “dam is old.”", "Jean Roe, the mayor of Carro, a member of the board", "Vell’s “dam is old.”"),
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
        ("Moen’s claim that the dam would hold was wrong.", "Moen’s", "that the dam would hold"),
        # particles, also behind a day
        ("Moen pointed out that one leak may flood two mills.", "Moen", "that one leak may flood two mills"),
        ("Moen called Friday for a new dam.", "Moen", "a new dam"),
        ("Moen called on Friday for a new dam.", "Moen", "a new dam"),
        ("The mayor called on Carro to shut the dam.", "The mayor", "Carro to shut the dam"),
        # whose husband, and who is told
        ("She urged her husband to leave the boat.", "She", "her husband to leave the boat"),
        ("He told her the dam was old.", "He", "the dam was old"),
        ("He told her boats would sink.", "He", "boats would sink"),
        # appositions between dashes
        ("Moen -- author of Rivers, a book on mills -- said the dam was old.", "Moen -- author of Rivers, a book on mills", "the dam was old"),
        ("Ada Moen — who keeps the mill — said the dam was old.", "Ada Moen — who keeps the mill", "the dam was old"),
        # no day speaks, and a relative clause is nothing that is told
        ("“The dam will hold,” Harbour Master Ada Moen, of Carro, said Tuesday.", "Harbour Master Ada Moen, of Carro", "“The dam will hold,”"),
        ("“The dam will hold,” Moen told reporters after the walk that was held in the rain.", "Moen", "“The dam will hold,”"),
        # findings
        ("A judge in Carro found the council was in breach of the rules.", "A judge in Carro", "the council was in breach of the rules"),
        ("Gifts to the port rose last year, a Courier analysis of new filings shows.", "a Courier analysis of new filings", "Gifts to the port rose last year"),
        ("Looking to the days ahead, Moen explained why the dam was old.", "Moen", "why the dam was old"),
        # a lead-in on a line of its own opens the whole paragraph
        ("Moen wrote:\n\nThe dam is old. It will fall.\n\nRain fell. It was wet.", "Moen", "The dam is old. … It will fall."),
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
        "A man found the gate was open.",
    ],
)
def test_no_statement(text: str) -> None:
    assert find_statements(text) == []


def test_the_credit_of_a_picture_says_nothing():
    text = "The hall burned down.\n" + "\n".join(
        f"AP:Associated Press A fireman carries {n} chairs out of the hall" for n in range(3, 9)
    )
    assert not find_statements(text)


@pytest.mark.parametrize(
    ("clause", "content"),
    [("who added that the wall was old", "that the wall was old"), ("who said he would go", "he would go")],
)
def test_a_relative_clause_behind_the_speaker_is_a_report_of_its_own(clause, content):
    text = f"“The dam will hold,” said Ada Moen, {clause}."
    assert [told(text, statement) for statement in find_statements(text)] == [
        ("Ada Moen", "“The dam will hold,”"),
        ("who", content),
    ]
