"""The run of a corpus: read, extract, group, judge, in steps that a kill at any moment leaves whole.

Every step is done in parts that are named by what goes into them and appear when they are complete, so the same command
takes up where the last one stopped, and new or changed inputs redo only the parts and the stories they touch.
"""

import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from twosource.corpus.catalogue import write_catalogue
from twosource.corpus.extracting import extract_parts
from twosource.corpus.folder import Folder, Made, digest, room
from twosource.corpus.grouping import links_of_terms, tell_stories
from twosource.corpus.index import View, read_index, views, write_index
from twosource.corpus.judging import judge_stories, judged_keys, keyed
from twosource.corpus.kept import KeptLinks
from twosource.corpus.reading import given_inputs, read_inputs
from twosource.corpus.terms import term_parts
from twosource.corpus.told import Told, keep, outcomes
from twosource.engines.base import Engine
from twosource.engines.stored import Stored, give_back
from twosource.errors import UsageError
from twosource.judge.families import Families
from twosource.read.options import AS_IT_IS, Options
from twosource.records import Decision, Reject
from twosource.stories import Story
from twosource.text.lexicon import use_words

Say = Callable[[str], None]


def run(
    inputs: Sequence[str | Path],
    root: Path,
    engine: Engine,
    *,
    aliases: Mapping[str, str] | None = None,
    families: Families | None = None,
    decisions: Sequence[Decision] = (),
    reading: Options = AS_IT_IS,
    say: Say | None = None,
) -> list[Reject]:
    """Make or renew the ledger of a corpus in the folder `root`; what was rejected comes back.

    The families given and the decisions are kept with the ledger, so that a later run heeds them too.

    Inputs of which nothing can be read raise `UsageError`, a folder that cannot be written to `LedgerError`.
    """
    with room(root):
        return _run(inputs, Folder(root.absolute()), engine, aliases, families, decisions, reading, say)


def _run(
    inputs: Sequence[str | Path],
    folder: Folder,
    engine: Engine,
    aliases: Mapping[str, str] | None,
    families: Families | None,
    decisions: Sequence[Decision],
    reading: Options,
    say: Say | None,
) -> list[Reject]:
    made = repr(sorted(reading.columns.items())), reading.fast, repr(sorted((aliases or {}).items())), use_words(None)
    folder.prepare(Made(reading=digest(map(str, made))))
    told = keep(families, decisions, folder)
    given, not_found = given_inputs(inputs)
    read_inputs(given, folder, engine, reading, Pace("read", None, say))
    parts, rejects = views(given, folder)
    rejects = sorted([*not_found, *rejects], key=lambda one: (one.document, one.reason, one.detail))
    if not parts:
        reasons = "; ".join(f"{one.document}: {one.detail}" for one in rejects[:3])
        raise UsageError(f"nothing could be read ({reasons or 'no input'}); name files or folders that hold reports")
    corpus = write_index(parts, folder)
    term_parts(parts, folder, engine, Pace("found terms of", None, say))
    extract_parts(parts, folder, engine, Pace("extracted", _missing(parts, folder), say), aliases)
    grouped = _group(corpus, parts, folder, engine, say)
    give_back()
    stories = _judge(grouped, told, folder, engine, say)
    write_catalogue(parts, stories, rejects, outcomes(told, stories, folder), folder)
    shutil.rmtree(folder.path("work"), ignore_errors=True)
    folder.tidy()
    return rejects


def _missing(parts: Sequence[View], folder: Folder) -> int:
    missing = {view.name for view in parts}.difference(folder.names("extractions"))
    return sum(1 for name in read_index(folder, "view")["view"].to_pylist() if name in missing)


def _group(corpus: str, parts: Sequence[View], folder: Folder, engine: Engine, say: Say | None) -> list[Story]:
    """The stories, from the terms of all parts; the steps of an unfinished grouping of the same documents are kept."""
    index = read_index(folder, "document", "part", "position", "id", "publisher", "published", "mark")
    if say:
        say(f"looking for stories among {index.num_rows:,} documents")
    work = folder.path("work", corpus)
    work.mkdir(parents=True, exist_ok=True)
    terms = Stored(folder.path("terms"), names=tuple(f"{view.part}.parquet" for view in parts))
    links = links_of_terms(terms, index, engine, folder=work, kept=KeptLinks(folder, index["mark"].to_numpy()))
    return tell_stories(index["id"].to_pylist(), index["published"].to_pylist(), links)


def _judge(
    stories: Sequence[Story],
    told: Told,
    folder: Folder,
    engine: Engine,
    say: Say | None,
) -> dict[str, Story]:
    """Judge what is not judged yet; the stories by their keys come back."""
    by_key = keyed(stories, read_index(folder, "id", "url", "publisher", "content"), told)
    done = judged_keys(folder)
    missing = {key: story for key, story in by_key.items() if key not in done}
    count = sum(len(story.documents) for story in missing.values())
    judge_stories(missing, told, folder, engine, Pace("judged", count, say))
    return by_key


class Pace:
    """Says how many documents of a step are done, how many a second, and how long the rest will take."""

    def __init__(self, done: str, count: int | None, say: Say | None) -> None:
        self.name, self.count, self.say = done, count, say
        self.done, self.begun = 0, time.monotonic()

    def __call__(self, batch: Any) -> None:
        self.done += sum(batch.column("done").to_pylist())
        if not self.say:
            return
        rate = self.done / max(time.monotonic() - self.begun, 0.001)
        of = f" of {self.count:,}" if self.count is not None else ""
        left = f", {_span((self.count - self.done) / rate)} left" if self.count is not None and rate else ""
        self.say(f"{self.name} {self.done:,}{of} documents, {rate:,.0f} a second{left}")


def _span(seconds: float) -> str:
    """A length of time in the unit that suits it."""
    for unit, size in (("h", 3600), ("min", 60)):
        if seconds >= size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.0f} s"
