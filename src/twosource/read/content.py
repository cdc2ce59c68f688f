"""The bytes of an input, unpacked. A damaged or truncated file gives what stands before the damage, and says so."""

import io
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from twosource.read.inputs import Input
from twosource.read.outcome import Flaw
from twosource.settings.read import UNPACK_BYTES, UNPACK_FROM, UNPACK_TIMES

GZIP_MAGIC = b"\x1f\x8b"
_KEPT = "what came before is kept; fetch it again"


class Content:
    """An open input: a buffered stream of bytes, and what was found wrong with it so far."""

    def __init__(self, stream: io.BufferedReader, unpacker: "Unpacker | ZstdUnpacker | None") -> None:
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
        yield _content(stream, "gzip" if stream.peek(2)[:2] == GZIP_MAGIC else "")
        return
    with item.path.open("rb") as file:
        if not item.part:
            yield _content(file, item.packing)
            return
        with zipfile.ZipFile(file) as archive, archive.open(item.part) as member:
            yield _content(member, item.packing)


def _content(file: Any, packing: str) -> Content:
    if not packing:
        return Content(file, None)
    unpacker = Unpacker(file) if packing == "gzip" else ZstdUnpacker(file)
    return Content(io.BufferedReader(unpacker), unpacker)


def _bomb(packed: int, unpacked: int) -> Flaw | None:
    if unpacked <= max(UNPACK_FROM, UNPACK_TIMES * packed):
        return None
    what = f"it unpacks to more than {UNPACK_TIMES} times its size, as a zip bomb does"
    return Flaw("too_large", f"{what}; unpack it yourself if you trust it")


class ZstdUnpacker(io.RawIOBase):
    """Reads Zstandard (RFC 8878); at damage it ends with what came before it given, and sets `flaw`."""

    def __init__(self, file: IO[bytes]) -> None:
        import pyarrow as pa

        self._file = file
        self._stream = pa.CompressedInputStream(pa.PythonFile(file, mode="r"), "zstd")
        self._given = 0
        self.flaw: Flaw | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self.flaw:
            return 0
        try:
            ready = self._stream.read(min(len(buffer), UNPACK_BYTES))
        except OSError as error:
            broken = "truncated" in str(error).lower()
            what = "breaks off" if broken else "is damaged"
            self.flaw = Flaw("truncated" if broken else "corrupt", f"the compressed file {what}; {_KEPT}")
            return 0
        buffer[: len(ready)] = ready
        self._given += len(ready)
        self.flaw = _bomb(self._file.tell(), self._given)
        return len(ready)


class Unpacker(io.RawIOBase):
    """Reads gzip (RFC 1952), member after member; at damage it ends with all bytes before it given, and sets `flaw`."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._unzip = zlib.decompressobj(wbits=31)
        self._ready = b""
        self._begun = False
        self._packed = self._unpacked = 0
        self.flaw: Flaw | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready and not self.flaw:
            packed = self._unzip.unconsumed_tail or self._unzip.unused_data
            if not packed:
                packed = self._file.read(UNPACK_BYTES)
                self._packed += len(packed)
            if packed:
                self._unpack(packed)
                self._unpacked += len(self._ready)
                self.flaw = self.flaw or _bomb(self._packed, self._unpacked)
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
