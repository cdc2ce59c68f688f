"""The folder of a corpus: parts named by what is in them, written whole or not at all, so that a kill leaves no trace.

run.json                  which version made it
read/KEY.json             inputs that are read: their parts and what was rejected; written after its parts
documents/PART.parquet    documents as read
marked/VIEW.parquet       the same under the ids of the corpus, with their boilerplate marked
extractions/VIEW.parquet  what those documents say; written after they are marked
terms/PART.parquet        their terms
index.parquet             every document of the corpus: its number, id and place; what was read twice is left out
links/                    how near documents are to one another, for the next run
stories.parquet           the stories
judged/SHARD.parquet      stories that are judged: pairs, lines, claims, findings
decisions.jsonl           what people decided, added to by `twosource decide` and by runs that are given decisions
families.json             publishers of one house, as the last run that was given any was told
catalogue.duckdb          the tables of a ledger as views of all this; the last run's, until a new one is done
work/                     the new index and steps of the grouping, removed when it is done
"""

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from twosource import __version__
from twosource.errors import LedgerError, TwosourceError

FORMAT = "twosource-corpus/1"


class Made(msgspec.Struct, frozen=True):
    """How a corpus was made; another version or another way of reading makes another one."""

    format: str = FORMAT
    version: str = __version__
    reading: str = ""


class Folder:
    """Paths and files of a corpus; `OSError` while writing becomes a `LedgerError` with what to do next."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def prepare(self, made: Made) -> None:
        """Make the folder, or take up one that the same version began; half-written files of a killed run go away."""
        with writing(self.root):
            self.root.mkdir(parents=True, exist_ok=True)
            known = self.root / "run.json"
            strange = [path for path in self.root.iterdir() if not path.name.startswith("run.json.part.")]
            if not known.exists() and strange:
                raise LedgerError(f"{self.root} holds other files; name a new or empty folder for the ledger")
            if known.exists() and self.made() != made:
                raise LedgerError(
                    f"{self.root} was made by another version or with other options of reading; name a new folder"
                )
            self.write_json("run.json", made)  # first of all, so that a kill leaves no folder that looks like another's
            self.tidy()
            for name in ("read", "documents", "marked", "extractions", "terms", "judged", "work"):
                (self.root / name).mkdir(exist_ok=True)

    def tidy(self) -> None:
        """Remove what a killed run, or a killed worker of a cluster, left half-written."""
        for path in [*self.root.rglob("*.part"), *self.root.rglob("*.part.*")]:
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def made(self) -> Made:
        """How this corpus was made; `LedgerError` where it is none."""
        try:
            return msgspec.json.decode((self.root / "run.json").read_bytes(), type=Made)
        except (OSError, msgspec.DecodeError) as error:
            raise LedgerError(
                f"{self.root} is no ledger of a corpus; make one with: twosource run CORPUS --ledger {self.root}"
            ) from error

    def path(self, *parts: str) -> Path:
        """A path below the folder."""
        return self.root.joinpath(*parts)

    def names(self, kind: str, suffix: str = ".parquet") -> list[str]:
        """The names of the parts of a kind, in order, without their suffix."""
        return sorted(path.name.removesuffix(suffix) for path in self.path(kind).glob(f"*{suffix}"))

    def write_json(self, name: str, value: Any) -> None:
        """Write a value whole or not at all."""
        with writing(self.root), _whole(self.path(name)) as part:
            part.write_bytes(msgspec.json.encode(value))

    def read_json(self, name: str, kind: Any) -> Any:
        """The value that `write_json` wrote."""
        return msgspec.json.decode(self.path(name).read_bytes(), type=kind)

    def write_table(self, name: str, table: Any) -> None:
        """Write an Arrow table whole or not at all."""
        import pyarrow.parquet as pq

        with writing(self.root), _whole(self.path(name)) as part:
            pq.write_table(table, part, compression="zstd")

    def write_query(self, name: str, rows: Any) -> None:
        """Write the rows of a DuckDB query whole or not at all, without holding them."""
        with writing(self.root), _whole(self.path(name)) as part:
            rows.write_parquet(str(part), compression="zstd")

    def read_nested(self, name: str) -> Any:
        """An Arrow table that `write_table` wrote, with spans that may be null, which Arrow's own reader refuses."""
        import duckdb

        with duckdb.connect(config={"threads": 1}) as connection:
            return connection.read_parquet(str(self.path(name))).to_arrow_table()

    def read_table(self, name: str, **given: Any) -> Any:
        """An Arrow table that `write_table` wrote."""
        import pyarrow.parquet as pq

        return pq.read_table(self.path(name), **given)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of `path` when all is written; on an error nothing is left."""
    # No process number: on a cluster two processes that write one part may have the same.
    part = path.with_name(f"{path.name}.part.{secrets.token_hex(8)}")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Turns an `OSError` of a full or closed disk into one line that says what to do."""
    try:
        yield
    except FileNotFoundError as error:
        raise LedgerError(
            f"{root} is gone, or this worker of a cluster does not see it; all must, at one path"
        ) from error
    except OSError as error:
        full = error.errno == errno.ENOSPC or "No space left" in str(error)
        what = "the disk is full: free some space" if full else f"{error.strerror or error}: mend that"
        raise LedgerError(
            f"cannot write to {root} ({what}), and run the same command again; what is done is kept"
        ) from error


@contextmanager
def room(root: Path) -> Iterator[None]:
    """Turns what a database says of a full or closed disk, which is no `OSError`, into the same line."""
    try:
        yield
    except TwosourceError:
        raise
    except Exception as error:
        refused = next((code for code in _REFUSED if os.strerror(code) in str(error)), None)
        if refused is not None:
            with writing(root):
                raise OSError(refused, os.strerror(refused)) from error
        raise


# Why a disk takes no more: it is full, a file or a user's share of it may not grow, it may only be read.
_REFUSED = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EROFS)


def digest(parts: Iterable[str]) -> str:
    """A name for a content: 32 hex digits that depend on the parts and their order alone."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return made.hexdigest()
