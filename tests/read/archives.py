"""Web archives written for tests, byte by byte."""

import gzip

PAGE = (
    "<html lang='en'><head><title>{title}</title><link rel='canonical' href='https://first.example/{n}'></head><body>"
    "<article><h1>{title}</h1><p>The harbour office of Quillan closed pier {n} on Monday after a crane leaned over the "
    "water, and said that divers would look at its footing before the week was out.</p><p>Fishermen moved their boats "
    "to the northern basin, where there is room for some thirty of them until the spring.</p></article></body></html>"
)


def record(
    n: int, *, body: bytes | None = None, length: int | None = None, kind: str = "text/html", status: int = 200
) -> bytes:
    """One response record; `length` is what its header says, where that is not what it is."""
    page = PAGE.format(title=f"Pier {n} of Quillan closed", n=n).encode() if body is None else body
    http = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n".encode() + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{n:032}>\r\n"
        f"WARC-Target-URI: https://mirror.example/{n}\r\nWARC-Date: 2026-03-0{n % 9 + 1}T10:00:00Z\r\n"
        f"WARC-Payload-Digest: sha1:HASH{n}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) if length is None else length}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Records as an archive packs them: each a member of its own."""
    return b"".join(map(gzip.compress, records))
