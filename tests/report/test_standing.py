"""The line on what stands behind a claim, and how many of the repeated claims have one origin."""

import pytest

from twosource.ledger import Ledger
from twosource.records import Claim, Line, Member, Origins, Root, Speaker, Statement
from twosource.report.pages import Repeated
from twosource.report.standing import Standings, repeated, repeated_said, sentence


def said_by(name: str, kind: str) -> Statement:
    speaker = Speaker(None, name, kind)  # type: ignore[arg-type]
    return Statement(f"s {name}", "a", "direct", (), None, speaker, "rule", 0.9)


def claim(documents: str, *roots: Root, low: int = 1, high: int = 1, id_: str = "c") -> Claim:
    """A claim that documents of one letter carry."""
    members = tuple(Member(id_) for id_ in documents)
    return Claim(id_, "statement", id_, members, len(documents), 1, Origins(low, high, 0, roots), "agree", "")


def named(name: str, documents: str) -> Root:
    return Root("speaker", name, tuple(documents), True)


LEDGER = Ledger(
    lines=[Line(("a", "b"), "a"), Line(("c",), "c")],
    statements=[
        said_by("Ilse Brandt", "person"),
        said_by("Jonas Reed", "person"),
        said_by("Harbour Office", "organisation"),
        said_by("officials", "anonymous"),
    ],
)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (
            claim("abc", named("Ilse Brandt", "abc")),
            "3 reports, 2 lines of reporting, 1 named person: Ilse Brandt",
        ),
        (claim("ab", Root("text", None, ("a", "b"), True)), "2 reports, 1 line of reporting, nobody named"),
        (
            claim("abc", named("officials", "ab"), named("Harbour Office", "c")),
            "3 reports, 2 lines of reporting, 1 named organisation and 1 unnamed speaker: Harbour Office, officials",
        ),
        (
            claim("abc", named("Ilse Brandt", "ab"), Root("speaker", "the port", ("c",), False)),
            "3 reports, 2 lines of reporting, 1 named person and 1 unnamed speaker: Ilse Brandt, the port",
        ),
        (
            claim("abc", named("Ilse Brandt", "a"), named("Harbour Office", "bc")),
            "3 reports, 2 lines of reporting, 2 named speakers: Harbour Office, Ilse Brandt",
        ),
    ],
)
def test_a_line_says_what_stands_behind_a_claim(found: Claim, expected: str) -> None:
    assert sentence(Standings(LEDGER).of(found)) == expected


def test_many_speakers_are_counted() -> None:
    roots = [named(f"Speaker {number}", "a") for number in range(5)]
    assert sentence(Standings(LEDGER).of(claim("a", *roots))).endswith(
        "5 named speakers: Speaker 0, Speaker 1, Speaker 2 and 2 more"
    )


def test_repeated_claims_are_counted_by_their_origins() -> None:
    claims = [
        claim("abc", id_="one"),
        claim("ab", low=1, high=2, id_="open"),
        claim("ab", low=2, high=3, id_="more"),
        claim("a", id_="alone"),
    ]
    found = repeated(Ledger(claims=claims))
    assert (found.claims, found.one, found.open, found.more) == (3, 1, 1, 1)
    assert [one.id for one in found.most] == ["one", "open", "more"]
    assert repeated_said(found) == (
        "Of 3 claims that two or more reports carry, 1 has one origin, 1 has two or more and for 1 it is not certain."
    )


def test_nothing_is_repeated() -> None:
    assert repeated_said(Repeated(0, 0, 0, 0, ())) == "No claim stands in more than one report."
