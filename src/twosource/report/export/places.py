"""Where exports are written: a whole file or folder, or none; and never over what is somebody else's."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twosource.errors import UsageError

# Lies in every folder this program wrote: only such a folder is replaced.
MARK = ".twosource"
MARKED = "A folder of twosource; it is replaced as a whole when the same export is made again.\n"


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A file to write that takes the name `path` when the context ends well; nothing is left when it does not."""
    part = path.with_name(f"{path.name}.part")
    with _writable(path):
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill that takes the name `path` when the context ends well."""
    if path.is_file() or (path.is_dir() and any(path.iterdir()) and not (path / MARK).is_file()):
        raise UsageError(f"{path} holds other things; name a new folder")
    part, old = path.with_name(f"{path.name}.part"), path.with_name(f"{path.name}.old")
    with _writable(path):
        try:
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True)
            (part / MARK).write_text(MARKED, encoding="utf-8")
            yield part
            if path.exists():
                path.replace(old)
            part.replace(path)
        finally:
            shutil.rmtree(part, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _writable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"cannot write {path} ({error.strerror or error}); name a place in a folder you may write to"
        ) from error
