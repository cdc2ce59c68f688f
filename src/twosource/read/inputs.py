"""Which files the inputs name, in a fixed order, each once, and the id each document will have."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from twosource.read.outcome import mended, rejected
from twosource.read.remote import RemoteFile, is_address, local_path, remote_files
from twosource.records import Reject

Kind = Literal["text", "html", "lines", "json", "csv", "parquet", "warc", "wacz", "feed", "opml", "stream"]
Packing = Literal["", "gzip", "zstd"]

KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".warc": "warc",
    ".wacz": "wacz",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".opml": "opml",
}
PACKINGS: dict[str, Packing] = {".gz": "gzip", ".zst": "zstd"}
READABLE = (
    ".txt, .md, .html, .jsonl, .json, .csv, .parquet, .warc, .wacz, .rss, .atom, .xml or .opml, also with .gz or .zst"
)


class Input(msgspec.Struct, frozen=True):
    """A file to read: `id` is its path relative to the folder or glob that named it; `-` is standard input."""

    path: Path | RemoteFile
    id: str
    kind: Kind
    packing: Packing = ""
    """How it is compressed, as its name says."""
    part: str = ""
    """The member of an archive, where the input is one."""


def locate(inputs: Sequence[str | Path]) -> tuple[list[Input], list[Reject]]:
    """The files that paths, folders (with all folders in them), globs and `-` name, in order of id.

    A file named in two ways is one input. Names that start with a dot are passed over in folders, as globs do. Two
    files with one id get as many folders of their paths before it as tell them apart.
    """
    found: dict[str, Input] = {}
    rejects: list[Reject] = []
    for name in inputs:
        for item in _named(local_path(os.fspath(name))):
            if isinstance(item, Reject):
                rejects.append(item)
            else:
                real = "-" if item.kind == "stream" else _real(item.path)
                found[real] = min(found.get(real, item), item, key=_preference)
    return sorted(_told_apart(found), key=lambda item: item.id), list(dict.fromkeys(rejects))


def _real(path: Path | RemoteFile) -> str:
    return os.path.realpath(path) if isinstance(path, Path) else path.address


def _preference(item: Input) -> tuple[bool, int, str]:
    """Of two names of one file: its own before a link's, then the one that says more of its place."""
    return item.path.is_symlink(), -len(Path(item.id).parts), item.id


def _named(name: str) -> Iterator[Input | Reject]:
    path = Path(name)
    if name == "-":
        yield Input(path=path, id="-", kind="stream")
        return
    if is_address(name):
        yield from _remote(name)
        return
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        yield from _globbed(name)
    except (OSError, ValueError) as error:
        shown = name if len(name) < 100 else f"{name[:100]}…"
        yield rejected(shown, "unreadable", f"{_reason(error)}; name a file or folder that you may read")
    else:
        yield from _in_folder(path, path) if stat.S_ISDIR(mode) else [_file(path, path.name)]


def _remote(address: str) -> Iterator[Input | Reject]:
    if address.startswith(("http://", "https://")):
        yield rejected(address, "not_fetched", "it is on the web; save the page and give its file")
        return
    empty = True
    try:
        for below, file in remote_files(address):
            empty = False
            yield _typed(file, mended(below))
    except FileNotFoundError:
        yield rejected(address, "not_found", "no such file or folder there; check the address")
        return
    except ImportError as error:
        hint = 'pip install "twosource[remote]", and the package of that storage, such as s3fs for s3://'
        yield rejected(address, "unreadable", f"a package is missing ({error}); {hint}")
        return
    except (OSError, ValueError) as error:
        yield rejected(address, "unreadable", f"{_reason(error)}; name an address that you may read")
        return
    if empty:
        yield rejected(address, "empty_folder", f"no file there; put {READABLE} files there")


def _globbed(pattern: str) -> Iterator[Input | Reject]:
    # pathlib's globs match names that start with a dot, and differ from one version of Python to the next.
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
    root = _root(pattern)
    for match in map(Path, matches):
        if not _is_folder(match):
            yield _file(match, _within(match, root))
        elif "**" not in pattern:
            yield from _in_folder(match, root)
    if not matches:
        what = "no file matches the pattern" if glob.has_magic(pattern) else "no such file or folder"
        yield rejected(pattern, "not_found", f"{what}; check the name, or give text on standard input (-)")


def _root(pattern: str) -> Path:
    """The folder above the first part of a glob that is a pattern."""
    parts = Path(pattern).parts
    return Path(*parts[: next((at for at, part in enumerate(parts) if glob.has_magic(part)), 0)])


def _in_folder(folder: Path, root: Path) -> Iterator[Input | Reject]:
    """The files below a folder. Each folder is entered once, by its own name before a link's, so that circles end."""
    entered: set[tuple[int, int]] = set()
    folders, links, empty = [folder], list[Path](), True
    while folders or links:
        current = (folders or links).pop()
        try:
            status = current.stat()
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            entries = sorted(current.iterdir())
        except OSError as error:
            empty = False
            yield rejected(_within(current, root), "unreadable", f"{_reason(error)}; ask for the right to read it")
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if _is_folder(entry):
                (links if entry.is_symlink() else folders).append(entry)
            else:
                empty = False
                yield _file(entry, _within(entry, root))
    if empty:
        yield rejected(folder.name or str(folder), "empty_folder", f"no file in it; put {READABLE} files there")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _file(path: Path, id: str) -> Input | Reject:
    id = mended(id)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return rejected(id, "unreadable", "no regular file; give what it holds on standard input (-)")
    except OSError as error:
        return rejected(id, "unreadable", f"{_reason(error)}; mend or remove the link")
    return _typed(path, id)


def _typed(path: Path | RemoteFile, id: str) -> Input | Reject:
    """A file as an input of the kind that its name tells."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    packing = PACKINGS.get("".join(suffixes[-1:]), "")
    suffix = "".join((suffixes[:-1] if packing else suffixes)[-1:])
    if suffix not in KINDS:
        what = f"{suffix} files are not read" if suffix else "the name has no suffix that tells its format"
        return rejected(id, "unknown_format", f"{what}; give {READABLE}")
    return Input(path=path, id=id, kind=KINDS[suffix], packing=packing)


def _within(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _told_apart(found: dict[str, Input]) -> Iterator[Input]:
    """The inputs with ids that differ: where two are the same, folders of the real path are put before them."""
    groups: dict[str, list[str]] = {}
    for real, item in found.items():
        groups.setdefault(item.id, []).append(real)
    for id, reals in groups.items():
        paths = [Path(real) for real in reals]
        for real, path in zip(reals, paths, strict=True):
            longer = _longer(path, paths, len(Path(id).parts)) if len(paths) > 1 else id
            yield msgspec.structs.replace(found[real], id=longer)


def _longer(path: Path, group: list[Path], length: int) -> str:
    """The shortest end of the path, of more than `length` parts, that is another for each of the group."""
    while length < len(path.parts) and len({one.parts[-length:] for one in group}) < len(group):
        length += 1
    return Path(*path.parts[-length:]).as_posix()
