"""Where exports are written: a whole file or folder, or none; and never over what is somebody else's."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twosource.errors import UsageError

# Lies in every folder this program wrote: the digest and the name of each file, as sha256sum writes them.
MARK = ".twosource"

# Made into databases as their application id (https://www.sqlite.org/fileformat2.html#application_id).
APPLICATION = b"2src"

# What opens the files this program writes: the page, the ledger, linked data.
_HEADS = (b'<meta name="generator" content="twosource ', b'"twosource-ledger/', b'"urn:twosource:')
_HEAD_BYTES = 4096

# The comment that ends a workbook, which is a ZIP file: a spreadsheet program that changes the workbook drops it.
COMMENT = b"twosource"


@contextmanager
def new_file(path: Path, *, force: bool = False) -> Iterator[Path]:
    """A file to write that takes the name `path` when the context ends well; nothing is left when it does not.

    A file that this program did not write raises `UsageError`, unless forced.
    """
    path = path.resolve()
    with _writable(path):
        if path.is_dir():
            raise UsageError(f"{path} is a folder; name a file")
        if path.exists() and not force and not _is_own(path):
            raise UsageError(f"{path} was not written by twosource; name another file, or replace it with --force")
        with _workspace(path) as workspace:
            yield workspace / "new"
            (workspace / "new").replace(path)


@contextmanager
def new_folder(path: Path, *, force: bool = False) -> Iterator[Path]:
    """A folder to fill that takes the name `path` when the context ends well.

    Files that others put into an older one stay. A folder that this program did not write, or a file in it that was
    changed since, raises `UsageError`, unless forced.
    """
    path = path.resolve()
    with _writable(path):
        if path.is_file():
            raise UsageError(f"{path} is a file; name a folder")
        if not force:
            _refuse_others(path)
        with _workspace(path) as workspace:
            new, old = workspace / "new", workspace / "old"
            new.mkdir()
            yield new
            _keep_others(path, new, force=force)
            if path.exists():
                path.replace(old)
            try:
                new.replace(path)
            except OSError:
                old.replace(path)
                raise


def _is_own(path: Path) -> bool:
    content = path.read_bytes()
    head = content[:_HEAD_BYTES]
    return (
        not content
        or any(mark in head for mark in _HEADS)
        or head[68:72] == APPLICATION
        or (head.startswith(b"PK") and content.endswith(COMMENT))
    )


def _refuse_others(path: Path) -> None:
    if not path.is_dir() or not any(path.iterdir()):
        return
    if not (path / MARK).is_file():
        raise UsageError(f"{path} holds other things; name a new folder, or add to it with --force")
    for name, digest in _written(path).items():
        if (path / name).is_file() and _digest(path / name) != digest:
            raise UsageError(f"{path / name} was changed since; name a new folder, or replace it with --force")


def _keep_others(path: Path, new: Path, *, force: bool) -> None:
    """Mark what was written, and take over what others put into the older folder."""
    made = {file.relative_to(new).as_posix(): _digest(file) for file in sorted(new.rglob("*")) if file.is_file()}
    own = _written(path)
    for file in sorted(path.rglob("*")) if path.is_dir() else ():
        name = file.relative_to(path).as_posix()
        if name == MARK or name in own or file.is_dir():
            continue
        if name not in made:
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, new / name, follow_symlinks=False)
        elif not force:
            raise UsageError(f"{file} was not written by twosource; name a new folder, or replace it with --force")
    marks = "".join(f"{digest}  {name}\n" for name, digest in made.items())
    (new / MARK).write_text(marks, encoding="utf-8", newline="\n")


def _written(path: Path) -> dict[str, str]:
    """The names of the files this program wrote into a folder, with their digests."""
    if not (path / MARK).is_file():
        return {}
    lines = (path / MARK).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def _workspace(path: Path) -> Iterator[Path]:
    """A folder beside `path`, so that a rename is all that is left to do; its name is nobody's."""
    workspace = Path(tempfile.mkdtemp(prefix=".twosource-", dir=path.parent))
    try:
        yield workspace
    finally:
        shutil.rmtree(workspace, ignore_errors=True)


@contextmanager
def _writable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"cannot write {path} ({error.strerror or error}); name a place in a folder you may write to"
        ) from error
