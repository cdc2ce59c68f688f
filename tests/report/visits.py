"""A page of the report, opened from disk in a browser."""

from pathlib import Path
from typing import Any


class Visit:
    """A page opened from disk, with what it said on the console and asked of the network."""

    def __init__(
        self, browser: Any, path: Path, *, width: int = 1280, scheme: str = "light", script: bool = True
    ) -> None:
        self.path = path
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script
        )
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())

    def check(self) -> None:
        assert self.said == []
        assert [url for url in self.asked if not url.startswith(self.path.as_uri())] == []

    def visible(self, selector: str) -> bool:
        return bool(self.page.locator(selector).first.is_visible())

    def focus(self, selector: str) -> None:
        self.page.locator(selector).first.focus()

    def go(self, name: str) -> None:
        self.page.evaluate("name => { location.hash = name }", name)
