"""The public face: what can be imported, and what importing it costs."""

import json
import subprocess
import sys
from types import ModuleType
from typing import Any

import twosource

HEAVY = ("duckdb", "jinja2", "lxml", "numpy", "pyarrow", "rapidfuzz", "resiliparse", "trafilatura", "yaml")


def modules_after(program: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded after a program."""
    program += "; import json, sys; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_all_is_exactly_what_can_be_imported() -> None:
    starred: dict[str, Any] = {}
    exec("from twosource import *", starred)
    assert set(starred) - {"__builtins__"} == set(twosource.__all__) == set(dir(twosource)) - {"__version__"}
    own = {name for name, value in vars(twosource).items() if not isinstance(value, ModuleType) and name[0] != "_"}
    assert own <= {*twosource.__all__, "Any", "TYPE_CHECKING"}


def test_everything_public_says_what_it_is() -> None:
    for name in twosource.__all__:
        documentation = getattr(twosource, name).__doc__
        assert documentation and documentation[0].isupper(), name


def test_what_is_not_offered_is_an_attribute_error() -> None:
    assert not hasattr(twosource, "no_such_name")


def test_the_bare_import_loads_nothing_heavy() -> None:
    assert not modules_after("import twosource") & {*HEAVY, "msgspec"}


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import contextlib, twosource.cli\nwith contextlib.suppress(SystemExit): twosource.cli.main(['--help'])\nNone"
    )
    assert not modules_after(program) & {*HEAVY, "msgspec"}


def test_records_load_nothing_heavy() -> None:
    assert not modules_after("from twosource import Document; Document(id='a', text='b')") & set(HEAVY)
