"""Two texts side by side: what one has and the other lacks is marked, and nothing else."""

from pathlib import Path
from typing import Any

import pytest

from report.visits import Visit
from twosource.ledger import Ledger
from twosource.records import Document, Line, Passage, Reuse
from twosource.report.html import render
from twosource.spans import Span


def visit_pair(browser: Any, folder: Path, *texts: str, kind: str = "reworded", publisher: str | None = None) -> Visit:
    """A page of two reports that share one passage, the whole of both, opened side by side."""
    documents = [
        Document(id=f"{name}.txt", text=text, publisher=publisher) for name, text in zip("ab", texts, strict=True)
    ]
    whole = Passage(*(Span(0, len(text)) for text in texts), kind, 0.9)  # type: ignore[call-arg]
    shared = Reuse("a.txt", "b.txt", "rewrite", "a", "likely", 0.9, 0.9, 0.9, 0.0, 0.0, (whole,), ("b credits a",))
    path = folder / "pair.html"
    ledger = Ledger(documents=documents, reuse=[shared], lines=[Line(("a.txt", "b.txt"), "a.txt")])
    path.write_text(render(ledger), encoding="utf-8")
    visit = Visit(browser, path)
    visit.page.locator("a.node.rewrite").click()
    return visit


def marked(visit: Visit, selector: str) -> list[str]:
    found: list[str] = visit.page.locator(f"dialog .side {selector}").all_text_contents()
    return found


def test_a_number_in_another_place_is_not_marked(browser: Any, tmp_path: Path) -> None:
    visit = visit_pair(
        browser,
        tmp_path,
        "The hall held 90 crates of tea when it burned, and 14 of salt.",
        "Of tea, 90 crates were in the hall, and 12 of salt.",
    )
    assert marked(visit, "del.figure") == ["14"] and marked(visit, "ins.figure") == ["12"]
    assert not any("90" in run for run in marked(visit, "del") + marked(visit, "ins"))
    visit.check()
    visit.context.close()


def test_words_that_changed_together_are_marked_together(browser: Any, tmp_path: Path) -> None:
    visit = visit_pair(browser, tmp_path, "They left the old mill at dawn.", "They left a new house at dawn.")
    assert marked(visit, "del") == ["the old mill"] and marked(visit, "ins") == ["a new house"]
    visit.context.close()


@pytest.mark.parametrize("words", [400, 2500])
def test_one_number_that_changed_in_a_long_verbatim_passage_is_found(browser: Any, tmp_path: Path, words: int) -> None:
    text = " ".join(f"word{number % 97} lies by stone{number}" for number in range(words // 4))
    lines = [f"Long ago {text} and 41 boats. {text} until {change}" for change in ("noon", "dusk")]
    visit = visit_pair(browser, tmp_path, lines[0], lines[1].replace(" 41 boats", " 14 boats"), kind="verbatim")
    assert marked(visit, "del") == ["41", "noon"] and marked(visit, "ins") == ["14", "dusk"]
    visit.check()
    visit.context.close()


def test_the_relation_is_a_sentence_in_which_names_keep_to_themselves(browser: Any, tmp_path: Path) -> None:
    visit = visit_pair(browser, tmp_path, "One line.", "One line.", publisher="دار \u202e")
    sentence = visit.page.locator("dialog .relation")
    assert "is likely a rewrite of" in sentence.inner_text()
    assert sentence.locator("bdi").count() >= 2
    visit.check()
    visit.context.close()
