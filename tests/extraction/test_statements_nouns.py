"""Reports without an active verb: nouns that report, passives that name nobody."""

import pytest

from twosource.extraction.statements import find_statements


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The harbour master's warning that fog was near went unheard.", "that fog was near", "The harbour master's"),
        ("Berg's reply was that the pier would stay.", "that the pier would stay", "Berg's"),
        ("The answer of the council was that the pier would stay.", "that the pier would stay", "the council"),
        ("“Nonsense,” was Ada Moen's answer.", "“Nonsense,”", "Ada Moen's"),
        ("The pier, in Berg's view, was the town's best work.", "The pier | was the town's best work", "Berg's"),
        ("In the mayor's view, the pier was sound.", "the pier was sound", "the mayor's"),
        ("It was said that the pier had sunk.", "that the pier had sunk", None),
        ("The admiral is said to have sold his boat.", "to have sold his boat", None),
        ("Parents were told the school was safe.", "the school was safe", None),
        ("Parents were told by the council that the school was safe.", "that the school was safe", "the council"),
        ("As first reported by the Vell Courier, the school was sold.", "the school was sold", "the Vell Courier"),
        ("The river has left its bed, North Wire reports, citing two farmers.", "The river has left its bed", "two farmers"),
    ],
)  # fmt: skip
def test_reports_without_an_active_verb(text: str, content: str, speaker: str | None) -> None:
    (found,) = find_statements(text)
    assert " | ".join(span.of(text) for span in found.content) == content
    assert (found.speaker.span and found.speaker.span.of(text)) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "In her account of the flood she leaves nothing out.",
        "The guests were told to wait outside.",
        "Each of them was asked a further question.",
        "The pier is believed to attract eels.",
    ],
)
def test_words_that_report_nothing(text: str) -> None:
    assert find_statements(text) == []


def test_a_shouted_quotation_goes_on_to_its_cue() -> None:
    text = "“Turn the boat round!” Ada Moen shouted at the men over the noise of the engines."
    (found,) = find_statements(text)
    assert found.speaker.name == "Ada Moen"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Moen vowed not to sell the pier.", ["not to sell the pier"]),
        ("Berg called the vote “a farce” and left the hall.", ["the vote “a farce”"]),
        ("“My boat”, Berg said, was still tied up.", ["“My boat”", "was still tied up"]),
        ("There was, the captain wrote in her diary, no flour left.", ["There was", "no flour left"]),
        ("Not yet, he said.", ["Not yet"]),
        ("To Ada Moen, who says she has seen worse, this was a mild winter.", ["she has seen worse"]),
        ("The mayor's claim that the pier was safe angered the crews.", ["that the pier was safe"]),
        ("What Berg says is that the pier is safe.", ["that the pier is safe"]),
        ("What Berg calls “a stroll” was a march of nine hours.", ["“a stroll”"]),
        ("“Get out,” hissed one of them, Ada Moen.", ["“Get out,”"]),
        ("“It's gone,” the boy kept saying.", ["“It's gone,”"]),
        ("A note attributed to the crew said nobody had slept.", ["nobody had slept"]),
        ("Traders attributed the fall to a cold spring.", ["the fall to a cold spring"]),
        ("The river has left its bed, Tass reports from Vell.", ["The river has left its bed"]),
        ("A tape shows the guard warning that the gate was open.", ["that the gate was open"]),
        ("The Echo has seen a letter in which Berg says the gate was open.", ["the gate was open"]),
        ("Berg is reported to have said that the gate was open.", ["that the gate was open"]),
    ],
)
def test_where_words_begin_and_end(text: str, content: list[str]) -> None:
    (found,) = find_statements(text)
    assert [span.of(text) for span in found.content] == content


@pytest.mark.parametrize(
    "text",
    [
        "Neither side would say how many had fallen.",
        "The report did not say who had paid.",
        "Nobody claimed the wreck.",
        "Her son called her every day.",
        "A neighbour called the police.",
        "Nobody had told the crews, who have no radio.",
    ],
)
def test_what_tells_no_words(text: str) -> None:
    assert find_statements(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Mayor to Echo: pier must go", "Mayor", []),
        ("Pier must go – Courier", "Courier", []),
        ("Governor: pier must go – Courier", "Governor", ["Courier"]),
        ("Echo: pier to be sold", "Echo", []),
        ("Quote from Berg: “The pier must go.”", "Berg", []),
        ("“The pier must go,” – Ada Moen, baker", "Ada Moen", []),
    ],
)
def test_headlines_and_labels(text: str, speaker: str, via: list[str]) -> None:
    (found,) = find_statements(text)
    assert (found.speaker.name, [one.name for one in found.via]) == (speaker, via)


def test_a_heading_of_the_page_is_no_speaker() -> None:
    text = "Source: North Wire, citing the governor\n\nDetails: Two boats sank, the governor said."
    (found,) = find_statements(text)
    assert found.content[0].of(text) == "Two boats sank"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The road is shut, she said, and no bus runs.", ["The road is shut", "and no bus runs"]),
        ("The road is shut, she said, and left.", ["The road is shut"]),
        ("There were calls for the mayor to step down.", ["the mayor to step down"]),
        ("The navy denied the Echo's report that the boat had sunk.", ["that the boat had sunk"]),
        ("The road is shut, the Echo says, without naming anybody.", ["The road is shut"]),
        ("Asked whether the road was shut, Berg shrugged.", ["whether the road was shut"]),
        ("Berg's remark that the road was shut, quoted in the Echo, angered drivers.", ["that the road was shut"]),
        ("Road shut, says mayor", ["Road shut"]),
    ],
)
def test_how_far_words_reach(text: str, content: list[str]) -> None:
    (found,) = find_statements(text)
    assert [span.of(text) for span in found.content] == content


def test_a_man_known_by_a_name_in_quotation_marks_speaks() -> None:
    text = "A sailor who is known only as “Red” said the rope had snapped."
    (found,) = find_statements(text)
    assert found.speaker.name == "A sailor"
