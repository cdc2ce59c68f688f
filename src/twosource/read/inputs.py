"""Which files the inputs name, in a fixed order, each once, and the id each document will have."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from twosource.read.outcome import rejected
from twosource.records import Reject

Kind = Literal["text", "html", "lines", "json", "stream"]

KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
}
READABLE = ".txt, .md, .html, .htm, .jsonl, .json, each also with .gz"


class Input(msgspec.Struct, frozen=True):
    """A file to read: `id` is its path relative to the folder or glob that named it; `-` is standard input."""

    path: Path
    id: str
    kind: Kind
    packed: bool = False
    """Compressed with gzip, as its name says."""


def locate(inputs: Sequence[str | Path]) -> tuple[list[Input], list[Reject]]:
    """The files that paths, folders (with all folders in them), globs and `-` name, in order of id.

    A file named in two ways is one input. Names that start with a dot are passed over in folders, as globs do. Two files
    with one id get as many folders of their paths before it as tell them apart.
    """
    found: dict[str, Input] = {}
    rejects: list[Reject] = []
    for name in inputs:
        for item in _named(os.fspath(name)):
            if isinstance(item, Reject):
                rejects.append(item)
            else:
                real = os.path.realpath(item.path) if item.kind != "stream" else "-"
                found[real] = min(found.get(real, item), item, key=lambda one: _preference(one, real))
    return sorted(_told_apart(found), key=lambda one: one.id), sorted(set(rejects), key=lambda one: one.document)


def _preference(item: Input, real: str) -> tuple[bool, int, str]:
    """Of two names of one file: its own before a link's, then the one that says more of its place."""
    return os.path.abspath(item.path) != real, -len(item.id.split("/")), item.id


def _named(name: str) -> Iterator[Input | Reject]:
    if name == "-":
        yield Input(path=Path("-"), id="-", kind="stream")
        return
    try:
        mode = os.stat(name).st_mode
    except (OSError, ValueError) as error:
        yield from _globbed(name, error)
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(name)
    else:
        yield _file(name, Path(name).name, mode)


def _globbed(pattern: str, error: OSError | ValueError) -> Iterator[Input | Reject]:
    shown = pattern if len(pattern) < 200 else f"{pattern[:200]}…"
    if isinstance(error, PermissionError) or not isinstance(error, (FileNotFoundError, NotADirectoryError)):
        yield rejected(shown, "unreadable", f"{_reason(error)}; name a file or folder that you may read")
        return
    matches = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []
    root = _root(pattern)
    for match in matches:
        if os.path.isfile(match):
            yield _file(match, Path(os.path.relpath(match, root)).as_posix(), os.stat(match).st_mode)
        elif "**" not in pattern:
            yield from _named(match)
    if not matches:
        kind = "no file matches the pattern" if glob.has_magic(pattern) else "no such file or folder"
        yield rejected(shown, "not_found", f"{kind}; check the name, or put text in a file or on standard input (-)")


def _root(pattern: str) -> str:
    """The folder above the first part of a glob that is a pattern."""
    parts = Path(pattern).parts
    magic = next((at for at, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    return os.path.join(*parts[:magic]) if magic else "."


def _in_folder(folder: str) -> Iterator[Input | Reject]:
    """The files below a folder. Each folder is entered once, by its own name before a link's: circles come to an end."""
    entered: set[tuple[int, int]] = set()
    folders, links, empty = [folder], list[str](), True
    while folders or links:
        current = (folders or links).pop()
        try:
            status = os.stat(current)
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            empty = False
            yield rejected(_within(current, folder), "unreadable", f"{_reason(error)}; ask for the right to read it")
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if _is_folder(entry):
                (links if entry.is_symlink() else folders).append(entry.path)
            else:
                empty = False
                yield _entry(entry, _within(entry.path, folder))
    if empty:
        yield rejected(Path(folder).name or folder, "empty_folder", f"no file in it; put {READABLE} files there")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _entry(entry: os.DirEntry[str], id: str) -> Input | Reject:
    try:
        return _file(entry.path, id, entry.stat().st_mode)
    except OSError as error:
        return rejected(id, "unreadable", f"{_reason(error)}; remove the broken link or mend it")


def _file(path: str, id: str, mode: int) -> Input | Reject:
    if not stat.S_ISREG(mode):
        return rejected(id, "unreadable", "no regular file; give what it holds on standard input (-)")
    suffixes = [suffix.lower() for suffix in Path(path).suffixes[-2:]]
    packed = suffixes[-1:] == [".gz"]
    suffix = (suffixes[:-1] if packed else suffixes)[-1:]
    if not suffix or suffix[0] not in KINDS:
        what = f"{suffix[0]} files are not read yet" if suffix else "the name has no suffix that tells its format"
        return rejected(id, "unknown_format", f"{what}; give {READABLE}")
    return Input(path=Path(path), id=id, kind=KINDS[suffix[0]], packed=packed)


def _within(path: str, folder: str) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _told_apart(found: dict[str, Input]) -> Iterator[Input]:
    """The inputs with ids that differ: where two are the same, folders of the real path are put before them."""
    groups: dict[str, list[str]] = {}
    for real, item in found.items():
        groups.setdefault(item.id, []).append(real)
    for reals in groups.values():
        for real in reals:
            id = found[real].id if len(reals) == 1 else _longer(real, reals, len(Path(found[real].id).parts))
            yield msgspec.structs.replace(found[real], id=id)


def _longer(real: str, others: Iterable[str], parts: int) -> str:
    paths = [Path(other).parts for other in others]
    longest = max(map(len, paths))
    for length in range(parts + 1, longest + 1):
        if len({path[-length:] for path in paths}) == len(paths):
            return "/".join(Path(real).parts[-length:]).replace("//", "/")
    return Path(real).as_posix()
