"""Who holds an office that a report names without its holder: "the harbour master", told of by name elsewhere."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from twosource.judge.speakers import is_named
from twosource.records import Speaker
from twosource.text.lexicon import lexicon
from twosource.text.names import normal_name


class Offices:
    """The named speakers of a story with the words by which its documents introduce them."""

    def __init__(self, introductions: Iterable[tuple[Speaker, str]]) -> None:
        """`introductions` are speakers, each with the words close to its name."""
        self._speakers: dict[str, Speaker] = {}
        self._words: dict[str, set[str]] = defaultdict(set)
        for speaker, words in introductions:
            if is_named(speaker) and speaker.name:
                key = normal_name(speaker.name)
                self._speakers.setdefault(key, speaker)
                self._words[key].add(words)

    def introduced(self, speaker: Speaker | None) -> str:
        """All words by which the documents of the story introduce a named speaker."""
        key = normal_name(speaker.name) if speaker and speaker.name else ""
        return " ".join(sorted(self._words.get(key, ())))

    def holder(self, speaker: Speaker | None) -> Speaker | None:
        """The one named speaker whom the story introduces by the office that a speaker without a name is called by."""
        office = _office(speaker.name) if speaker and speaker.name and not is_named(speaker) else None
        if office is None:
            return None
        holders = [key for key in sorted(self._speakers) if self._holds(key, office)]
        return self._speakers[holders[0]] if len(holders) == 1 else None

    def _holds(self, key: str, office: str) -> bool:
        """Whether a name stands right behind the office, or before it and a comma."""
        surname = re.escape((self._speakers[key].name or "").split()[-1])
        beside = re.compile(
            rf"\b{re.escape(office)}[,:]?\s+(?:[A-Z][\w.’'-]*\s+){{0,3}}{surname}\b"
            rf"|\b{surname},\s+(?:(?:the|its|a)\s+)?{re.escape(office)}\b",
            re.IGNORECASE,
        )
        return any(beside.search(words) for words in self._words[key])


def _office(description: str) -> str | None:
    """The office in a description with "the", without the article; None where many may hold it."""
    article, _, office = description.casefold().partition(" ")
    return office if article == "the" and office.endswith(_offices()) else None


@cache
def _offices() -> tuple[str, ...]:
    return tuple(sorted(lexicon("roles")["offices"]))
