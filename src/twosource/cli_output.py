"""What the command line writes: rows, files, rejects, a line of progress."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from twosource.errors import UsageError


def lines(rows: Iterable[Any]) -> None:
    """Print rows as JSON Lines."""
    import msgspec

    encoder = msgspec.json.Encoder()
    for row in rows:
        sys.stdout.buffer.write(encoder.encode(row) + b"\n")
    sys.stdout.buffer.flush()


def write(name: str, content: bytes) -> None:
    """Write a whole file or none: what stood there before stays until the new one is complete."""
    path, part = Path(name), Path(f"{name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError(f"cannot write {name} ({error.strerror}); name a file in a folder you may write to") from error


def list_rejects(rejects: Sequence[Any]) -> None:
    """Say on standard error what was given up on, a line each, and how much."""
    for reject in rejects:
        print(f"twosource: {reject.document}: {reject.reason}: {reject.detail}", file=sys.stderr)
    if rejects:
        print(f"twosource: {len(rejects)} rejected", file=sys.stderr)


def progress() -> Callable[[str, int], None] | None:
    """A line on a terminal's standard error that says what is being done; nothing where no one looks on."""
    if not sys.stderr.isatty():
        return None

    def say(doing: str, count: int) -> None:
        print(f"\r\x1b[2K{doing} {count}" if doing else "\r\x1b[2K", end="", file=sys.stderr, flush=True)

    return say


def say() -> Callable[[str], None]:
    """Writes how far a long work is: over one line of a terminal, else a line every half minute."""
    last = time.monotonic()

    def written(line: str) -> None:
        nonlocal last
        if sys.stderr.isatty():
            print(f"\r\x1b[2K{line}", end="", file=sys.stderr, flush=True)
        elif time.monotonic() - last > 30:
            print(f"twosource: {line}", file=sys.stderr, flush=True)
            last = time.monotonic()

    return written


def width() -> int:
    """Characters of a line."""
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def colour() -> bool:
    """Whether standard output shows colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
