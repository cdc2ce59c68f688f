"""The bytes of an input, unpacked. A damaged or truncated file gives what stands before the damage, and says so."""

import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from twosource.read.inputs import Input
from twosource.read.outcome import Flaw
from twosource.settings.read import UNPACK_BYTES

GZIP_MAGIC = b"\x1f\x8b"
_KEPT = "what came before is kept; fetch it again"


class Content:
    """An open input: a buffered stream of bytes, and what was found wrong with it so far."""

    def __init__(self, stream: io.BufferedReader, unpacker: "Unpacker | None") -> None:
        self.stream = stream
        self._unpacker = unpacker

    @property
    def flaw(self) -> Flaw | None:
        return self._unpacker.flaw if self._unpacker else None


@contextmanager
def opened(item: Input) -> Iterator[Content]:
    """The content of an input while the context lasts; `OSError` where it cannot be opened."""
    if item.kind == "stream":
        stream: Any = sys.stdin.buffer
        yield _content(stream, packed=stream.peek(2)[:2] == GZIP_MAGIC)
        return
    with item.path.open("rb") as file:
        yield _content(file, packed=item.packed)


def _content(file: Any, *, packed: bool) -> Content:
    if not packed:
        return Content(file, None)
    unpacker = Unpacker(file)
    return Content(io.BufferedReader(unpacker), unpacker)


class Unpacker(io.RawIOBase):
    """Reads gzip (RFC 1952), member after member; at damage it ends with all bytes before it given, and sets `flaw`."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._unzip = zlib.decompressobj(wbits=31)
        self._ready = b""
        self._begun = False
        self.flaw: Flaw | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready and not self.flaw:
            packed = self._unzip.unconsumed_tail or self._unzip.unused_data or self._file.read(UNPACK_BYTES)
            if packed:
                self._unpack(packed)
                continue
            if self._begun and not self._unzip.eof:
                self.flaw = Flaw("truncated", f"the compressed file breaks off; {_KEPT}")
            break
        given = self._ready[: len(buffer)]
        buffer[: len(given)] = given
        self._ready = self._ready[len(given) :]
        return len(given)

    def _unpack(self, packed: bytes) -> None:
        if self._unzip.eof:
            self._unzip, self._begun = zlib.decompressobj(wbits=31), False
        if not self._begun:
            packed = packed.lstrip(b"\0")  # zeros pad the end of some archives and are no further member
            if not packed:
                return
        before, self._begun = self._unzip.copy(), True
        try:
            self._ready = self._unzip.decompress(packed, UNPACK_BYTES)
        except zlib.error:
            self._ready = _up_to_damage(before, packed)
            self.flaw = Flaw("corrupt", f"the compressed file is damaged; {_KEPT}")


def _up_to_damage(unzip: Any, packed: bytes) -> bytes:
    kept = bytearray()
    for at in range(len(packed)):
        try:
            kept += unzip.decompress(packed[at : at + 1])
        except zlib.error:
            break
    return bytes(kept)
