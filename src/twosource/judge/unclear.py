"""What could not be told of a story, and why."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.judge.context import StoryTexts
from twosource.records import Extraction, Line, Unclear


def find_unclear(texts: StoryTexts, extractions: Sequence[Extraction], lines: Sequence[Line]) -> Iterator[Unclear]:
    """The gaps an editor should know of before trusting the rest, each with the documents it concerns."""
    undated = tuple(sorted(d.id for d in texts.documents.values() if d.published is None))
    if undated:
        yield Unclear("Without a date of publication: who wrote first is not known from time.", undated)
    silent = tuple(sorted(e.document for e in extractions if not any(s.speaker.name for s in e.statements)))
    if silent:
        yield Unclear("Names nobody for anything it says.", silent)
    headless = tuple(
        name
        for line in lines
        if len(line.documents) > 1 and not line.root and not line.latent
        for name in line.documents
    )
    if headless:
        yield Unclear("Share their text, but which came first is not known.", headless)
    notes: dict[str, list[str]] = defaultdict(list)
    for extraction in extractions:
        for note in extraction.notes:
            notes[note].append(extraction.document)
    for note, found in sorted(notes.items()):
        yield Unclear(note, tuple(sorted(found)))
