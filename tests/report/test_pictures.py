"""The pictures of the README and the docs are those that the tool draws from the page as it is."""

import importlib.util
import struct
from pathlib import Path
from typing import Any

import pytest

from twosource.ledger import Ledger
from twosource.report.html import render

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tool() -> Any:
    spec = importlib.util.spec_from_file_location("make_pictures", ROOT / "tools" / "make_pictures.py")
    assert spec and spec.loader
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def size(path: Path) -> tuple[int, int]:
    """Width and height of a PNG, from its header (https://www.w3.org/TR/png/#11IHDR)."""
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def test_every_picture_is_drawn_and_shown(tool: Any, browser: Any, harbour: Ledger, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(render(harbour), encoding="utf-8", newline="")
    tool.draw(browser, page, tmp_path)
    shown = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, picture in tool.PICTURES.items():
        expected = (round(picture.width * picture.sharpness), round(picture.height * picture.sharpness))
        assert size(tmp_path / name) == size(ROOT / "docs" / name) == expected, name
        assert f"docs/{name}" in shown
    assert {path.name for path in (ROOT / "docs").glob("*.png")} == set(tool.PICTURES)
