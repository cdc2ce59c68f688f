"""The language of a text: as its metadata says, else detected where there is enough of it to be sure."""

import re

from twosource.settings.read import LANGUAGE_DISTANCE, LANGUAGE_FROM, LANGUAGE_UP_TO

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]+)?")

# Codes of ISO 639-2 for what is undetermined, in several languages, in none, or in one without a code.
_NO_LANGUAGE = ("und", "mul", "zxx", "mis")


def language_code(tag: str | None) -> str | None:
    """The language of a tag such as `en-GB` or `en_US`, in lower case (BCP 47); None where it is no such tag."""
    match = _TAG.fullmatch(tag.strip()) if tag else None
    code = match.group(1).lower() if match else None
    return None if code in _NO_LANGUAGE else code


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text; None where it is too short or the detector is unsure."""
    if len(text) < LANGUAGE_FROM:
        return None
    from resiliparse.parse.lang import detect_fast

    code, _ = detect_fast(text[:LANGUAGE_UP_TO], cutoff=LANGUAGE_DISTANCE)
    return None if code == "unknown" else code
