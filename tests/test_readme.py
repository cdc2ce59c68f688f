"""What the README shows is what the program does."""

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_output_it_shows_is_what_the_demo_prints():
    spec = importlib.util.spec_from_file_location("update_readme", ROOT / "tools" / "update_readme.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.shown(README) == tool.output()


def test_its_python_runs():
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    last = code[code.index("found = ") :]
    scope: dict[str, object] = {}
    exec("import twosource\n" + last.replace("print(", "name = ("), scope)
    assert scope["name"] == "Ilse Brandt"


def test_its_links_and_pictures_are_there():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)|(?:src|srcset)=\"([^\"]+)\"", README):
        (path,) = filter(None, target)
        assert (ROOT / path).is_file(), path
