"""What all tests share."""

import os
import shutil
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # what is made once, on the first call, takes its time
settings.load_profile("untimed")


def need(tool: str, reason: str) -> str:
    """The path of a tool a test cannot do without: where it is missing, a person's run skips the test, CI fails it."""
    found = shutil.which(tool) or shutil.which(tool, path="/usr/bin")
    if found:
        return found
    missing = f"{tool} is missing: {reason}"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


def need_module(name: str, reason: str) -> Any:
    """A library a test cannot do without, in the way of `need`."""
    if os.environ.get("CI") == "true":
        return import_module(name)
    return pytest.importorskip(name, reason=f"{name} is missing: {reason}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for inputs, beside which a test may write its outputs."""
    path = tmp_path / "reports"
    path.mkdir()
    return path
