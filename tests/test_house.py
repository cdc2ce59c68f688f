"""What holds for the whole tree: sizes, reasons, words, tables."""

import ast
import inspect
import tokenize
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pytest

import twosource
from twosource import records
from twosource.ledger import TABLES
from twosource.records import Record, arrow_schema, arrow_table, from_arrow, record_batch
from twosource.spans import Span
from twosource.text.lexicon import lexicon

ROOT = Path(twosource.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
SETTINGS = sorted(path for path in (ROOT / "settings").glob("*.py") if path.name != "__init__.py")
WORDS = sorted(path.stem for path in (ROOT / "words").glob("*.toml"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))

LONGEST_FILE = 300
# Files that may be longer, and why.
LONGER = {
    "records.py": "every table of the program, one after the other, is easier to find in one file",
}


def relative(path: Path) -> str:
    return path.relative_to(ROOT if path.is_relative_to(ROOT) else Path(__file__).parent).as_posix()


# --- sizes and reasons ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=relative)
def test_a_file_is_short_enough_to_be_read_at_once(path: Path) -> None:
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= LONGEST_FILE or relative(path) in LONGER


def test_files_that_may_be_long_are() -> None:
    for name in LONGER:
        assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) > LONGEST_FILE, f"{name} needs no exception"


@pytest.mark.parametrize("path", SETTINGS, ids=relative)
def test_every_setting_has_its_reason_beside_it_or_above(path: Path) -> None:
    reasoned = lines_with_a_reason(path)
    for statement in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(statement, (ast.Assign, ast.AnnAssign)):
            assert statement.lineno in reasoned or statement.end_lineno in reasoned, ast.unparse(statement)


def lines_with_a_reason(path: Path) -> set[int]:
    """Lines that end in a comment, or stand in a block of lines without a gap that a comment opens."""
    with path.open("rb") as file:
        comments = {token.start[0] for token in tokenize.tokenize(file.readline) if token.type == tokenize.COMMENT}
    lines, reasoned, open_block = path.read_text(encoding="utf-8").splitlines(), set(comments), False
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("# ---"):
            open_block = False
        elif line.startswith("#"):
            open_block = True
        if open_block:
            reasoned.add(number)
    return reasoned


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WORDS)
def test_every_word_list_loads(name: str) -> None:
    assert lexicon(name)


def public_names() -> Iterator[tuple[str, str]]:
    """Each public class, function, parameter and annotated field of the package, with the file it stands in."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                yield relative(path), node.name
            elif isinstance(node, ast.arg):
                yield relative(path), node.arg
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                yield relative(path), node.target.id


def test_the_word_source_names_nothing() -> None:
    # It means an outlet, a speaker and a document alike; each of them has a name of its own.
    named = [(path, name) for path, name in public_names() if "source" in name.lower().replace("twosource", "")]
    assert named == []


# --- tables -----------------------------------------------------------------------------------------------------------


def record_classes() -> list[type[Record]]:
    """Every record that is a row of a table, wherever it is defined; what a page of the report holds is none."""
    for path in MODULES:
        if "(Record" in path.read_text(encoding="utf-8"):
            import_module(".".join(["twosource", *path.relative_to(ROOT).with_suffix("").parts]))
    found, waiting = [], [Record]
    while waiting:
        below = waiting.pop().__subclasses__()
        found += below
        waiting += below
    tables = {one for one in found if not one.__module__.startswith("twosource.report")}
    return sorted(tables, key=lambda one: (one.__module__, one.__name__))


def example(kind: Any, *, full: bool) -> Any:
    """A value of a type that msgspec understands: with everything in it, or with as little as it allows."""
    kinds = msgspec.inspect
    match kind:
        case kinds.UnionType(types=types):
            return (
                example(next(one for one in types if not isinstance(one, kinds.NoneType)), full=full) if full else None
            )
        case kinds.StrType():
            return "“é”\0𝄞" if full else ""
        case kinds.LiteralType(values=values):
            return values[-1] if full else values[0]
        case kinds.BoolType():
            return full
        case kinds.IntType():
            return 2**40 if full else 0
        case kinds.FloatType():
            return 0.1 if full else 0.0
        case kinds.NamedTupleType():
            return Span(3, 7) if full else Span(0, 0)
        case kinds.VarTupleType(item_type=item):
            return (example(item, full=True), example(item, full=False)) if full else ()
        case kinds.StructType(cls=cls):
            return example_record(cls, full=full)
    raise TypeError(f"no example of {kind}")


def example_record(record: Any, *, full: bool) -> Any:
    fields = msgspec.structs.fields(record)
    return record(**{field.name: example(msgspec.inspect.type_info(field.type), full=full) for field in fields})


@pytest.mark.parametrize("record", record_classes(), ids=lambda record: record.__name__)
def test_every_record_goes_through_arrow_unchanged(record: type[Record]) -> None:
    rows = [example_record(record, full=True), example_record(record, full=False)]
    table = arrow_table(rows, record)
    assert table.schema == arrow_schema(record)
    assert from_arrow(table, record) == rows
    assert from_arrow(record_batch(rows, record), record) == rows
    assert from_arrow(record_batch([], record), record) == []


@pytest.mark.parametrize("record", record_classes(), ids=lambda record: record.__name__)
def test_a_null_is_refused_where_the_type_allows_none(record: type[Record]) -> None:
    for field in arrow_schema(record):
        name = next(one.name for one in msgspec.structs.fields(record) if one.encode_name == field.name)
        row = msgspec.structs.replace(example_record(record, full=True), **{name: None})
        if field.nullable:
            assert arrow_table([row], record).num_rows == 1
        else:
            with pytest.raises(pa.ArrowInvalid, match=field.name):
                arrow_table([row], record)


def test_a_null_is_refused_inside_of_lists_and_records_too() -> None:
    statement = example_record(records.Statement, full=True)
    for changed in (
        {"speaker": msgspec.structs.replace(statement.speaker, kind=None)},
        {"content": (None,)},
        {"via": (msgspec.structs.replace(statement.via[0], name=None),)},
    ):
        with pytest.raises(pa.ArrowInvalid, match="holds a null"):
            arrow_table([statement, msgspec.structs.replace(statement, **changed)], records.Statement)


def test_every_table_of_the_ledger_is_a_documented_record() -> None:
    for record in TABLES.values():
        assert issubclass(record, Record)
        assert inspect.getdoc(record)
