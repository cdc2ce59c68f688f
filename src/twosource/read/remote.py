"""Inputs on other storage, by their addresses (`s3://bucket/reports/`), through fsspec and the package of that storage."""

import io
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from twosource.errors import UsageError


class Status(NamedTuple):
    """What changes when a file does: its size, and whatever the storage tells of its version."""

    st_size: int
    st_mtime_ns: str


class RemoteFile(NamedTuple):
    """A file on other storage, with what of a path the readers ask."""

    address: str
    status: Status

    @property
    def name(self) -> str:
        return posixpath.basename(self.address)

    @property
    def suffixes(self) -> list[str]:
        return Path(self.name).suffixes

    def __str__(self) -> str:
        return self.address

    def absolute(self) -> "RemoteFile":
        return self

    def is_file(self) -> bool:
        return True

    def is_symlink(self) -> bool:
        return False

    def stat(self) -> Status:
        return self.status

    def beside(self, name: str) -> "RemoteFile":
        """Another file of its folder, which may be missing."""
        return RemoteFile(f"{posixpath.dirname(self.address)}/{name}", Status(0, ""))

    def open(self, mode: str = "rb") -> IO[bytes]:
        """The file, opened to read; `OSError` where it cannot be."""
        import fsspec

        return io.BufferedReader(fsspec.open(self.address, mode).open())


def is_address(name: str) -> bool:
    """Whether a name is an address of other storage and no path."""
    scheme, separator, _ = name.partition("://")
    return bool(separator) and scheme.isascii() and scheme.replace("+", "").replace("-", "").isalnum()


def local_path(name: str) -> str:
    """The path that a `file://` address means; any other name as it is."""
    return unquote(urlsplit(name).path) if name.startswith("file://") else name


def ledger_path(name: str) -> Path:
    """The local place of a ledger; an address of other storage raises `UsageError`."""
    path = local_path(name)
    if is_address(path):
        raise UsageError(
            f"no ledger lies at {name}: its parts take their places by renaming, which such storage does not know; "
            "name a local or mounted place, and copy it there, or from there, as a whole"
        )
    return Path(path)


def remote_files(address: str) -> Iterator[tuple[str, RemoteFile]]:
    """The files that an address, a folder or a pattern of addresses names, each with its place below that folder.

    `ImportError` where a package is missing, `ValueError` where no storage is known by that name, `OSError` where it fails.
    """
    import fsspec

    storage, path = fsspec.core.url_to_fs(address)
    for root, place, info in _found(storage, path):
        version = [
            info.get(key) for key in ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "created")
        ]
        status = Status(int(info.get("size") or 0), repr([one for one in version if one is not None]))
        below = posixpath.relpath(place, root)
        if not any(part.startswith(".") for part in below.split("/")):
            yield below, RemoteFile(storage.unstrip_protocol(place), status)


def _found(storage: Any, path: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The folder that was named, the path and what is known of each file."""
    import glob

    if glob.has_magic(path):
        parts = path.split("/")
        root = "/".join(parts[: next(at for at, part in enumerate(parts) if glob.has_magic(part))])
        for place, info in sorted(storage.glob(path, detail=True).items()):
            if info["type"] == "directory":
                yield from ((root, one, more) for one, more in sorted(storage.find(place, detail=True).items()))
            else:
                yield root, place, info
    elif storage.isdir(path):
        yield from ((path, place, info) for place, info in sorted(storage.find(path, detail=True).items()))
    else:
        yield posixpath.dirname(path), path, storage.info(path)
