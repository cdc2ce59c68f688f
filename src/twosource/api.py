"""The public face behind `import twosource`: what the command line does, as functions."""

import os
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from twosource import pipeline
from twosource.compare.quotations import compare_quotations
from twosource.compare.sentences import compare_sentences
from twosource.corpus.grouping import find_stories
from twosource.corpus.overview import overview
from twosource.corpus.run import run as run_corpus
from twosource.decisions import decide, read_decisions
from twosource.engines.base import Engine
from twosource.engines.local import LocalEngine
from twosource.errors import UsageError
from twosource.extraction.document import extract_document
from twosource.judge.families import with_names
from twosource.ledger import Ledger
from twosource.pipeline import Progress
from twosource.read import document, read
from twosource.read.options import AS_IT_IS, Options
from twosource.read.remote import ledger_path
from twosource.records import Decision, Document, Extraction, Reject, Reuse
from twosource.report.corpus_pages import Corpus
from twosource.report.export import export
from twosource.stories import Story

__all__ = [
    "check",
    "compare_quotations",
    "compare_sentences",
    "corpus",
    "decide",
    "example_story",
    "export",
    "extract",
    "extract_all",
    "read_aliases",
    "read_decisions",
    "read_families",
    "reuse",
    "reuse_all",
    "run",
    "stories",
]

Inputs = Iterable[str | Path | Document]


def check(
    inputs: Inputs,
    *,
    aliases: Mapping[str, str] | None = None,
    families: Mapping[str, str] | None = None,
    decisions: Sequence[Decision] = (),
    reading: Options = AS_IT_IS,
    workers: int = 1,
    progress: Progress | None = None,
) -> Ledger:
    """The ledger of the story that the inputs report: paths, globs, or documents.

    `aliases` map names as reports write them to the names they stand for, `families` publishers and their addresses to the
    houses they belong to; `decisions` are what people decided about the story before; `reading` says how inputs are read.

    What cannot be read is listed in `Ledger.rejects`; inputs of which nothing can be read raise `UsageError`.
    """
    documents, rejects = _read(inputs, reading)
    return pipeline.check(
        documents,
        rejects,
        LocalEngine(workers=workers),
        aliases=aliases,
        families=families,
        decisions=decisions,
        progress=progress,
    )


def extract(text: str | Document) -> Extraction:
    """What one document says: its statements, figures and dates, with spans into the text given."""
    return extract_document(document(text) if isinstance(text, str) else text)


def extract_all(
    inputs: Inputs,
    *,
    aliases: Mapping[str, str] | None = None,
    reading: Options = AS_IT_IS,
    workers: int = 1,
    progress: Progress | None = None,
) -> tuple[list[Extraction], list[Reject]]:
    """The extraction of every document of the inputs, in order of id, and what was rejected."""
    documents, rejects = _read(inputs, reading)
    return pipeline.extract(documents, LocalEngine(workers=workers), aliases=aliases, progress=progress), rejects


def read_aliases(path: str | Path) -> dict[str, str]:
    """The aliases of a TOML file, one a line: `"the ministry" = "Ministry of Transport"`."""
    try:
        found = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(
            f'cannot read the aliases in {path} ({error}); write lines such as "the office" = "Harbour Office"'
        ) from error
    wrong = [name for name, full in found.items() if not isinstance(full, str)]
    if wrong:
        raise UsageError(f'{path} gives no name for {wrong[0]!r}; write lines such as "the office" = "Harbour Office"')
    return found


def read_families(path: str | Path) -> dict[str, str]:
    """The houses of a TOML file, each with its publishers or their addresses: `"Halvern Press" = ["halvern.example"]`."""
    example = 'write lines such as "Halvern Press" = ["halvern.example", "Halvern Post"]'
    try:
        found = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read the houses in {path} ({error}); {example}") from error
    for house, names in found.items():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise UsageError(f"{path} gives no list of publishers for {house!r}; {example}")
    return with_names(found)


def reuse(documents: Inputs, *, workers: int = 1) -> Iterator[Reuse]:
    """The pairs of documents that share text, in order of their ids."""
    yield from reuse_all(documents, workers=workers)[0]


def reuse_all(
    inputs: Inputs,
    *,
    reading: Options = AS_IT_IS,
    workers: int = 1,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> tuple[list[Reuse], list[Reject]]:
    """The pairs of documents that share text, and what was rejected; `engine` takes the place of `workers`."""
    documents, rejects = _read(inputs, reading)
    return pipeline.reuse(documents, engine or LocalEngine(workers=workers), progress=progress), rejects


def stories(
    inputs: Inputs,
    *,
    reading: Options = AS_IT_IS,
    workers: int = 1,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> tuple[list[Story], list[Reject]]:
    """The stories of the documents, in order of their first document, and what was rejected.

    A document may be in several stories, as a live blog is, or in none, as a notice told daily with new numbers is.
    `engine` takes the place of `workers`.
    """
    documents, rejects = _read(inputs, reading)
    return find_stories(documents, engine or LocalEngine(workers=workers), progress=progress), rejects


def run(
    inputs: Iterable[str | Path],
    ledger: str | Path,
    *,
    aliases: Mapping[str, str] | None = None,
    families: Mapping[str, str] | None = None,
    decisions: Sequence[Decision] = (),
    reading: Options = AS_IT_IS,
    workers: int = 1,
    engine: Engine | None = None,
    say: Callable[[str], None] | None = None,
) -> list[Reject]:
    """Make or renew the ledger of a corpus of many stories in a folder; what was rejected comes back.

    A run that was stopped at any moment is taken up where it stopped; new, changed and removed inputs redo only the
    stories they touch. `families` and `decisions`, as `check` knows them, are kept in the folder and hold for later runs
    too; other families replace them, other decisions are added. `engine` takes the place of `workers`: a `SparkEngine`
    works on a cluster, whose workers see the inputs and the ledger under the same paths. `Ledger.open` reads the folder.
    """
    return run_corpus(
        list(inputs),
        ledger_path(os.fspath(ledger)),
        engine or LocalEngine(workers=workers),
        aliases=aliases,
        families=families,
        decisions=decisions,
        reading=reading,
        say=say,
    )


def corpus(ledger: str | Path) -> Corpus:
    """A corpus as a whole, from the ledger that `run` made: its outlets by origin, what is carried, who is quoted."""
    return overview(Path(ledger))


@contextmanager
def example_story() -> Iterator[Path]:
    """A folder that holds the shipped story's reports while the context lasts."""
    from importlib.resources import as_file, files

    packaged = files("twosource").joinpath("examples", "harbour")
    if packaged.is_dir():
        with as_file(packaged) as folder:
            yield folder / "reports"
    else:  # an editable install keeps the example beside the package
        yield Path(__file__).parents[2] / "examples" / "harbour" / "reports"


def _read(inputs: Inputs, reading: Options) -> tuple[list[Document], list[Reject]]:
    documents, rejects = read(inputs, reading)
    if not documents:
        reasons = "; ".join(f"{reject.document}: {reject.detail}" for reject in rejects[:3])
        raise UsageError(f"nothing could be read ({reasons or 'no input'}); name files or folders that hold reports")
    return documents, rejects
