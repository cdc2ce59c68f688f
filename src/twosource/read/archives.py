"""Web archives: the pages of WARC files (ISO 28500), alone or packed in WACZ, with address, capture time and hash kept."""

import io
import zipfile
from collections.abc import Generator, Iterator
from typing import Any, NamedTuple

import msgspec

from twosource.read.content import Content, opened
from twosource.read.decode import decode
from twosource.read.html import read_html
from twosource.read.inputs import PACKINGS, Input
from twosource.read.options import Options
from twosource.read.outcome import Flaw, Outcome, rejected
from twosource.records import Document
from twosource.settings.read import BROKEN_RECORDS, LARGEST_TEXT

_PAGES = ("text/html", "application/xhtml+xml")
_START = b"WARC/1."
_END = b"\r\n\r\n"


class Capture(NamedTuple):
    """A page as an archive holds it, and where its record begins in the unpacked archive."""

    at: int
    url: str
    captured: str | None
    hash: str | None
    body: bytes


def read_warc(item: Input, options: Options) -> Iterator[Outcome]:
    """The documents of an archive's pages; what is no page is passed over, a damaged record is rejected."""
    number = 0
    for found in captures(item):
        if isinstance(found, Flaw):
            yield rejected(item.id, *found)
            continue
        number += 1
        yield from _page(found, f"{item.id}:{number}", options)


def _page(capture: Capture, id: str, options: Options) -> Iterator[Outcome]:
    if len(capture.body) > LARGEST_TEXT:
        yield rejected(id, "too_large", f"{capture.url} is above {LARGEST_TEXT:,} bytes; leave it out")
        return
    text = decode(capture.body, html=True)
    if isinstance(text, Flaw):
        yield rejected(id, *text)
        return
    for outcome in read_html(text, id, url=capture.url, fast=options.fast):
        if isinstance(outcome, Document):
            kept = {"captured": capture.captured, "archived_hash": capture.hash}
            outcome = msgspec.structs.replace(outcome, **kept)
        yield outcome


def read_wacz(item: Input, options: Options) -> Iterator[Outcome]:
    """The documents of every WARC file in a WACZ archive."""
    try:
        with item.path.open("rb") as file, zipfile.ZipFile(file) as archive:
            members = sorted(name for name in archive.namelist() if ".warc" in name.rpartition("/")[2].lower())
    except (zipfile.BadZipFile, OSError) as error:
        yield rejected(item.id, "corrupt", f"it is no sound WACZ archive ({error}); fetch it again")
        return
    if not members:
        yield rejected(item.id, "empty_body", "there is no WARC file in it; give an archive that holds one")
    for name in members:
        packing = next((kind for suffix, kind in PACKINGS.items() if name.lower().endswith(suffix)), "")
        part = msgspec.structs.replace(item, part=name, packing=packing, id=f"{item.id}/{name.rpartition('/')[2]}")
        try:
            yield from read_warc(part, options)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            yield rejected(part.id, "corrupt", f"it cannot be taken out of the archive ({error}); fetch it again")


def captures(item: Input) -> Iterator[Capture | Flaw]:
    """The pages of one WARC file in order; after a record that is not as long as it says, reading begins anew behind it."""
    start = 0
    for _ in range(BROKEN_RECORDS):
        found = yield from _captures_from(item, start)
        if found is None:
            return
        start = found
    yield Flaw("corrupt", f"{BROKEN_RECORDS} of its records are broken; the rest is not read; fetch it again")


def _captures_from(item: Input, start: int) -> Generator[Capture | Flaw, None, int | None]:
    """The pages from a place on; returns the place of the next record behind a broken one, or None at the end."""
    from fastwarc.warc import ArchiveIterator

    with opened(item) as content:
        stream = _Counted(content, start)
        if start and not stream.seek_record():
            return None
        waiting, last = None, start
        try:
            for record in ArchiveIterator(stream, parse_http=False, auto_decode="all"):
                last = record.stream_pos
                if waiting:
                    yield waiting
                waiting = _capture(record, last)
        except OSError:
            yield Flaw("corrupt", f"the record at byte {last:,} of it is not as long as it says; it is left out")
            return last + 1
        if content.flaw:
            yield content.flaw
        elif stream.given and stream.tail != _END:
            yield Flaw("truncated", "the archive breaks off in its last record, which is left out; fetch it again")
        elif waiting:
            yield waiting
        return None


def _capture(record: Any, at: int) -> Capture | None:
    """The page of a record; None where it holds none."""
    headers = record.headers
    if headers.get("WARC-Type") not in ("response", "resource") or record.content_length > 2 * LARGEST_TEXT:
        return None
    if record.is_http:
        record.parse_http(auto_decode="all")
        status = (record.http_headers.status_line or "").split()[1:2] if record.http_headers else []
        kind = record.http_content_type
        if status and not status[0].startswith("2"):
            return None
    else:
        kind = (headers.get("Content-Type") or "").partition(";")[0].strip()
    if kind not in _PAGES:
        return None
    url = (headers.get("WARC-Target-URI") or "").strip("<> ")
    return Capture(
        at, url, headers.get("WARC-Date"), headers.get("WARC-Payload-Digest"), record.reader.read(LARGEST_TEXT + 1)
    )


class _Counted(io.RawIOBase):
    """The unpacked archive from a place on, which remembers how much was given and the last four bytes of it."""

    def __init__(self, content: Content, start: int) -> None:
        self._stream = content.stream
        self._ready = b""
        self.given = 0
        self.tail = b""
        self._skip(start)

    def _skip(self, count: int) -> None:
        while self.given < count and (passed := self._stream.read(min(count - self.given, 1 << 20))):
            self.given += len(passed)

    def seek_record(self) -> bool:
        """Go on to the next place where a record begins; False where there is none."""
        held = b""
        while piece := self._stream.read(1 << 16):
            held += piece
            at = held.find(b"\n" + _START)
            if at >= 0:
                self.given += at + 1
                self._ready = held[at + 1 :]
                return True
            self.given += max(0, len(held) - len(_START))
            held = held[-len(_START) :]
        return False

    def tell(self) -> int:
        return self.given

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        piece = self._ready or self._stream.read(size if size >= 0 else 1 << 16)
        if self._ready and size >= 0:
            piece, self._ready = self._ready[:size], self._ready[size:]
        self.given += len(piece)
        self.tail = (self.tail + piece[-4:])[-4:]
        return piece
