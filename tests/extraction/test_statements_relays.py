"""Who passed the words on, step by step, and where they were said."""

import pytest

from twosource.extraction.statements import find_statements


def chain(text: str) -> tuple[str | None, list[str]]:
    """The speaker and the relays of the first statement, the one nearest to the speaker first."""
    statement = find_statements(text)[0]
    for via in statement.via:
        assert via.span.of(text)
    return statement.speaker.name, [via.name for via in statement.via]


@pytest.mark.parametrize(
    ("text", "speaker", "relays"),
    [
        ("Four ships sailed, Ukrinform reported, citing Governor Ada Moen.", "Ada Moen", ["Ukrinform"]),
        ("Ukrinform reported that four ships sailed, citing the governor, Ada Moen.", "Ada Moen", ["Ukrinform"]),
        ("Citing the governor, Ukrinform reported that four ships sailed.", "the governor", ["Ukrinform"]),
        ("Reuters reported that Ada Moen said the ships sailed.", "Ada Moen", ["Reuters"]),
        ("Ada Moen said the ships sailed, Reuters reported.", "Ada Moen", ["Reuters"]),
        ("According to Reuters, Ada Moen said the ships sailed.", "Ada Moen", ["Reuters"]),
        ("Ada Moen was quoted by Tass as saying that the ships sailed.", "Ada Moen", ["Tass"]),
        ("The fate of ten is unknown, reports North Wire News Agency with reference to Ada Moen.", "Ada Moen", ["North Wire News Agency"]),
        ("Ada Moen said one boat sank, adding that three others burned, according to Reuters.", "Ada Moen", ["Reuters"]),
        ("Tass quoted Ada Moen as saying that the ships sailed.", "Ada Moen", ["Tass"]),
        ("The ships sailed, Reuters reported, citing Interfax, which quoted the ministry.", "the ministry", ["Interfax", "Reuters"]),
        (
            "According to the Yonhap news agency, quoting the Korean Central News Agency, which cited Ada Moen, the ships sailed.",
            "Ada Moen",
            ["Korean Central News Agency", "Yonhap news agency"],
        ),
        (
            "The ships sailed, Reuters reported, citing Interfax, which quoted Tass, which cited Ada Moen.",
            "Ada Moen",
            ["Tass", "Interfax", "Reuters"],
        ),
        ("The Vell Courier, citing two officials, said the ships sailed.", "two officials", ["Vell Courier"]),
        ("Reuters, quoting the governor, reported that the ships sailed.", "the governor", ["Reuters"]),
        ("The Daily Lantern, which cited the army, said the ships sailed.", "the army", ["Daily Lantern"]),
        ("Police, citing the driver, said the ships sailed.", "the driver", ["Police"]),
        ("The ships sailed, according to Ukrinform.", "Ukrinform", []),
        ("Ada Moen criticised the plan, citing its cost.", "Ada Moen", []),
    ],
)  # fmt: skip
def test_relays(text: str, speaker: str, relays: list[str]) -> None:
    assert chain(text) == (speaker, relays)


def test_the_content_of_a_relayed_statement_holds_no_relay() -> None:
    text = "Ada Moen said the ships sailed on Monday, Reuters reported."
    (statement,) = find_statements(text)
    assert [piece.of(text) for piece in statement.content] == ["the ships sailed on Monday"]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Ada Moen told Reuters that the ships sailed.", "Reuters"),
        ("Ada Moen wrote on X that the ships sailed.", "X"),
        ("The ministry said in its latest update on Telegram that the ships sailed.", "Telegram"),
        ("Ada Moen said in an interview with CNN that the ships sailed.", "CNN"),
        ("Ada Moen told reporters that the ships sailed.", None),
    ],
)
def test_channels(text: str, channel: str | None) -> None:
    assert find_statements(text)[0].channel == channel


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("The dam will hold, the governor said in comments carried by North Wire.", "the governor", "North Wire"),
        ("“It holds,” the governor was quoted as saying by North Wire.", "the governor", "North Wire"),
        ("“It holds,” Moen told North Wire in remarks picked up by the Echo.", "Moen", "Echo"),
        ("The governor, quoted by North Wire, said the dam would hold.", "The governor", "North Wire"),
        ("The dam has cracks, according to a memo seen by North Wire.", "a memo", "North Wire"),
        ("State television quoted Moen: “The dam will hold.”", "Moen", "State television"),
        ("“It holds,” Moen said, according to North Wire.", "Moen", "North Wire"),
        ("Moen was quoted by the Echo on Monday as saying the dam would hold.", "Moen", "Echo"),
    ],
)
def test_who_carried_the_words(text: str, speaker: str, via: str) -> None:
    (found,) = find_statements(text)
    assert (found.speaker.name, [one.name for one in found.via]) == (speaker, [via])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Moen said in his nightly address that 12 villages were safe.", ["that 12 villages were safe"]),
        ("It was, as Moen put it, “a disgrace.”", ["It was", "“a disgrace.”"]),
        ("Media reports said the dam would hold.", ["the dam would hold"]),
    ],
)
def test_where_what_was_said_begins(text: str, content: list[str]) -> None:
    (found,) = find_statements(text)
    assert [span.of(text) for span in found.content] == content
