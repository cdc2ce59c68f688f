"""What the terminal shows: the headline, findings in their order, the exact words of a claim, and no control codes."""

import re

import pytest

from report.ledgers import hostile_ledger
from twosource.ledger import Ledger
from twosource.report import terminal
from twosource.report.words import headline


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_summary_fits_its_width_and_begins_with_the_headline(harbour: Ledger, width: int) -> None:
    shown = terminal.summary(harbour, width=width)
    assert " ".join(shown.split()).startswith(headline(harbour))
    assert all(len(line) <= width for line in shown.splitlines())
    assert "\x1b" not in shown


def test_what_could_not_be_told_is_shown(harbour: Ledger) -> None:
    shown = " ".join(terminal.summary(harbour).split())
    for item in harbour.unclear:
        assert item.detail in shown


def test_a_claim_shows_the_exact_words_of_each_member(harbour: Ledger) -> None:
    texts = {document.id: document.text for document in harbour.documents}
    claim = max(harbour.claims, key=lambda one: (one.documents, one.id))
    shown = " ".join(terminal.claim(harbour, claim.id, width=120).split())
    for member in claim.members:
        for span in member.spans:
            assert f"[{' '.join(span.of(texts[member.document]).split())}]" in shown


def test_every_claim_has_a_line_with_its_id(harbour: Ledger) -> None:
    lines = terminal.claims(harbour, width=100).splitlines()
    assert [line[:8] for line in lines] == [claim.id[:8] for claim in harbour.claims]


def test_hostile_text_cannot_act_on_the_terminal() -> None:
    ledger = hostile_ledger("\x1b]0;hit\x07\x1b[2J\u202egnorw\r\n\x9b31m")
    for shown in (terminal.summary(ledger), terminal.claims(ledger), terminal.claim(ledger, "c0")):
        assert shown
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


def test_colour_is_given_where_it_is_wanted(harbour: Ledger) -> None:
    plain, coloured = terminal.summary(harbour), terminal.summary(harbour, colour=True)
    assert re.sub(r"\x1b\[\d*m", "", coloured) == plain
    assert coloured != plain
