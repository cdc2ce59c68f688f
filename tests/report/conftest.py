"""Ledgers and a browser for the tests of the report."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import twosource
from conftest import need
from report.ledgers import hostile_ledger
from twosource.ledger import Ledger

STORY = Path(__file__).parents[2] / "examples" / "harbour" / "reports"
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def harbour() -> Ledger:
    """The ledger of the shipped story."""
    return twosource.check([STORY])


@pytest.fixture(scope="session", params=["harbour", "hostile", "empty"])
def ledger(request: pytest.FixtureRequest) -> Ledger:
    if request.param == "harbour":
        found: Ledger = request.getfixturevalue("harbour")
        return found
    return hostile_ledger() if request.param == "hostile" else Ledger()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium that is installed on the machine; where there is none, the test is skipped, and fails in CI."""
    chromium = need("chromium", "the page is tested in a browser; install the package chromium")
    playwright = pytest.importorskip("playwright.sync_api") if os.environ.get("CI") != "true" else _playwright()
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


def _playwright() -> Any:
    import playwright.sync_api

    return playwright.sync_api
