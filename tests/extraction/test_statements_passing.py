"""Whose the words are where one passes on what another said, and who passed them on."""

import pytest

from twosource.extraction.statements import find_statements

Told = tuple[str, str | None, list[str]]


def told(text: str) -> list[Told]:
    """Content, speaker and relays of each statement."""
    found = find_statements(text)
    return [
        (" | ".join(span.of(text) for span in s.content), s.speaker.name, [via.name for via in s.via]) for s in found
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Through her lawyer, Berg said the boat was hers.", "Berg", ["her lawyer"]),
        ("Berg said through her lawyer, Ivo Tamm, that the boat was hers.", "Berg", ["her lawyer"]),
        ("In a statement read out by his agent, Berg said the boat was his.", "Berg", ["his agent"]),
        ("In remarks carried by the Vell Courier, Berg said the boat was his.", "Berg", ["Vell Courier"]),
        ("Berg, quoted by her office, said the boat was hers.", "Berg", ["her office"]),
        ("Rescuers, cited in the Vell Courier, say the boat is hers.", "Rescuers", ["Vell Courier"]),
        ("The navy, as quoted by Tass, said the boat was its own.", "The navy", ["Tass"]),
        ("The boat was hers, Berg was quoted as saying in the Vell Courier.", "Berg", ["Vell Courier"]),
        ("“The boat is mine,” Berg told state radio, Reuters reported.", "Berg", ["Reuters"]),
        ("Berg told the inquest, Reuters reported, that the boat was hers.", "Berg", ["Reuters"]),
        ("Reuters, quoting Interfax, which cited a sailor, said the boat was old.", "a sailor", ["Interfax", "Reuters"]),
        ("Tass, with reference to the navy, writes that the boat was old.", "the navy", ["Tass"]),
        ("The boat was old, said the Vell Courier, which attributed this to the navy.", "the navy", ["Vell Courier"]),
        ("The Vell Courier and the Echo both reported that Berg said the boat was old.", "Berg", ["Vell Courier", "Echo"]),
        ("The Tarsk Relief Mission reported that nurses said the boat was full.", "nurses", ["Tarsk Relief Mission"]),
        ("The charity said, citing two nurses, that the boat was full.", "two nurses", ["charity"]),
        ("Families said they had been told by the navy that the boat was full.", "the navy", ["Families"]),
        ("Reuters reported that, according to port records, the boat was full.", "port records", ["Reuters"]),
        ("Tass quotes the admiral as saying the boat was full.", "the admiral", ["Tass"]),
        ("Berg's version, passed on by Tass, is that the boat was full.", "Berg", ["Tass"]),
    ],
)  # fmt: skip
def test_who_speaks_and_who_passes_on(text: str, speaker: str, via: list[str]) -> None:
    ((_, name, chain),) = told(text)
    assert ((name or "").removeprefix("The "), [one.removeprefix("The ").removeprefix("the ") for one in chain]) == (
        speaker.removeprefix("The "),
        via,
    )


@pytest.mark.parametrize(
    "text",
    [
        "The court, citing the treaty of 1911, said the well was common.",
        "The council, citing figures for May, said the well was common.",
    ],
)
def test_a_ground_is_no_speaker(text: str) -> None:
    ((content, name, via),) = told(text)
    assert (content, via) == ("the well was common", [])
    assert name in ("The court", "The council")


def test_a_refusal_that_an_outlet_reports_is_the_outlets_statement() -> None:
    ((_, name, via),) = told("Reuters reported that the firm refused to name its owners.")
    assert (name, via) == ("Reuters", [])


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("The Blue Harbour charity, quoting two nurses, said the camp was full.", "two nurses", ["Blue Harbour"]),
        ("The agency TVK, quoting the mayor, said the camp was full.", "the mayor", ["TVK"]),
        (
            "The Courier's sister paper, the Echo, reported, citing a nurse, that the camp was full.",
            "a nurse",
            ["Echo"],
        ),
        ("Reports from Vell quoted nurses as saying the camp was full.", "nurses", ["Reports from Vell"]),
        ("She said the camp was full, according to a translation by Reuters.", None, ["Reuters"]),
        ("Reuters reported, citing a note by the mayor, that the camp was full.", "a note by the mayor", ["Reuters"]),
        ("In the Courier, Berg is reported to have said that the camp was full.", "Berg", ["Courier"]),
        ("The Courier has learned that the camp was full.", "Courier", []),
    ],
)
def test_names_of_those_who_pass_on(text: str, speaker: str | None, via: list[str]) -> None:
    ((_, name, chain),) = told(text)
    assert (name, chain) == (speaker, via)
