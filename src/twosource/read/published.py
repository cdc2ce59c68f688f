"""Dates of publication: ISO 8601 with the offset they were given; a date alone is a day."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)(?: ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?)?", re.IGNORECASE
)
# Days written out; those in figures alone, such as 3/4/2025, are two days and are left alone.
_WRITTEN = ("%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y")


def iso_date(written: str) -> str | None:
    """The date in ISO 8601, or None where it is none or could be more than one.

    A time keeps the offset it has and gets none where it has none. Besides ISO 8601, dates of RFC 5322 and days with
    the English name of the month are understood.
    """
    written = written.strip()
    for read in (_from_iso, _from_mail, _from_words):
        try:
            found = read(written)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
        if found:
            return found
    return None


def _from_iso(written: str) -> str | None:
    match = _ISO.fullmatch(written)
    if not match:
        return _from_basic_iso(written)
    day, time, offset = match.groups()
    text = day + (f"T{time.replace(',', '.')}" if time else "") + (_offset(offset) if offset else "")
    datetime.fromisoformat(text)
    return text


def _from_basic_iso(written: str) -> str | None:
    """The form without hyphens, `20250301` or `20250301T093000Z`."""
    match = re.fullmatch(r"\d{8}(T\d{4}(\d\d)?(Z|[+-]\d{4})?)?", written)
    if not match:
        return None
    found = datetime.fromisoformat(written)
    return found.isoformat() if match.group(1) else found.date().isoformat()


def _offset(written: str) -> str:
    if written.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    digits = written[1:].replace(":", "")
    return f"{written[0]}{digits[:2]}:{digits[2:] or '00'}"


def _from_mail(written: str) -> str | None:
    if not re.search(r"\d{1,2} [A-Za-z]{3,} \d{4} \d\d:\d\d", written):
        return None
    return parsedate_to_datetime(written).isoformat()


def _from_words(written: str) -> str | None:
    plain = re.sub(r"(?<=\d)(st|nd|rd|th)\b|[.,](?=\s|$)", "", written)
    plain = re.sub(r"^[A-Z][a-z]+day\s+", "", plain)
    for form in _WRITTEN:
        try:
            return datetime.strptime(plain, form).date().isoformat()
        except ValueError:
            continue
    return None
