"""Who the speakers are."""

from collections.abc import Mapping, Sequence

from twosource.extract.contents import Attribution
from twosource.records import Speaker


def resolve_speakers(text: str, found: Sequence[Attribution], aliases: Mapping[str, str] | None) -> list[Speaker]:
    """The speaker of each report."""
    return [
        Speaker(a.speaker, a.speaker.of(text), "person") if a.speaker else Speaker(None, None, "unknown") for a in found
    ]
