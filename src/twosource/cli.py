"""The command line. It does nothing that the library cannot; every import a command does not need waits."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from twosource import __version__
from twosource.cli_corpus import add_corpus
from twosource.cli_decisions import check_arguments, decide_arguments, ledger_arguments, run_decide, told_by_people
from twosource.cli_engine import engine_arguments, engine_of, worker_arguments
from twosource.cli_inputs import aliases_of, input_arguments, name_arguments, reading_of
from twosource.cli_output import colour, lines, list_rejects, progress, say, width, write
from twosource.errors import TwosourceError, UsageError

EXAMPLES = """examples:
  twosource demo                                        the shipped story, with no input at all
  twosource check reports/ -o report.html               what stands behind each claim, as a page
  twosource check *.html --json ledger.json             the same as JSON
  twosource show story.duckdb 3f2a                      one claim, with the exact words behind it
  twosource export story.duckdb --format xlsx --out story.xlsx
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 when done, 2 for unusable arguments or inputs, 1 for anything else."""
    options = _parser().parse_args(arguments)
    try:
        if given := getattr(options, "ledger", None):
            from twosource.read.remote import ledger_path

            options.ledger = ledger_path(given)
        return options.run(options) or 0
    except TwosourceError as error:
        if options.debug:
            raise
        print(f"twosource: {error}", file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        print("twosource: stopped; nothing was half-written", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if options.debug:
            raise
        print(f"twosource: {type(error).__name__}: {error}; run again with --debug for the details", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="twosource",
        description="The two-source rule as a tool: reads many reports of one story and tells what stands behind each claim.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"twosource {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_story(commands)
    _add_stories(commands)
    _add_ledger(commands)
    return parser


def _add_story(commands: Any) -> None:
    """The commands that read the reports of one story."""
    check = _command(
        commands, "check", _check, "read reports of one story and tell what stands behind each claim",
        "twosource check reports/ -o report.html --json ledger.json",
    )  # fmt: skip
    input_arguments(check)
    name_arguments(check)
    check_arguments(check)
    _outputs(check)
    demo = _command(
        commands, "demo", _demo, "check the shipped story of a harbour fire", "twosource demo -o harbour.html"
    )
    _outputs(demo)
    extract = _command(
        commands, "extract", _extract, "print who said what, which figures and which dates, one line a document",
        "twosource extract reports/ > extractions.jsonl",
    )  # fmt: skip
    input_arguments(extract)
    name_arguments(extract)
    _format(extract)


def _add_stories(commands: Any) -> None:
    """The commands that read a corpus of many stories."""
    reuse = _command(
        commands, "reuse", _reuse, "print the pairs of documents that share text, one line a pair",
        "twosource reuse reports/ > pairs.jsonl",
    )  # fmt: skip
    input_arguments(reuse)
    engine_arguments(reuse)
    _format(reuse)
    stories = _command(
        commands, "stories", _stories, "group documents into stories, one line a story",
        "twosource stories archive/ > stories.jsonl",
    )  # fmt: skip
    input_arguments(stories)
    engine_arguments(stories)
    _format(stories)
    run = _command(
        commands, "run", _run, "make or renew the ledger of a corpus of many stories, in steps that a stop leaves whole",
        "twosource run archive/ --ledger corpus/",
        "twosource run /mnt/archive --ledger /mnt/corpus --engine spark --master spark://head:7077",
    )  # fmt: skip
    input_arguments(run)
    name_arguments(run)
    check_arguments(run)
    engine_arguments(run)
    run.add_argument(
        "--ledger", metavar="FOLDER", required=True, help="the folder of the ledger, new or of an earlier run"
    )
    add_corpus(partial(_command, commands))


def _add_ledger(commands: Any) -> None:
    """The commands that read what a check or a run has written."""
    take = _command(
        commands, "export", _export, "write a ledger as the files of other programs",
        "twosource export story.duckdb --format xlsx --out story.xlsx",
    )  # fmt: skip
    ledger_arguments(take)
    _export_format(take, required=True)
    take.add_argument(
        "-o", "--out", "--output", dest="output", metavar="PATH", required=True,
        help="the file, or for csv, parquet and markdown the folder",
    )  # fmt: skip
    decide = _command(
        commands, "decide", run_decide, "write a decision beside a ledger, for the next check to keep",
        'twosource decide story.duckdb speaker 3f2a 10-echo.txt --name "Ilse Brandt"',
    )  # fmt: skip
    decide_arguments(decide)
    show = _command(
        commands, "show", _show, "print the claims of a ledger, or one with the exact words behind it",
        "twosource show story.duckdb 3f2a",
    )  # fmt: skip
    ledger_arguments(show)
    show.add_argument("claim", metavar="CLAIM-ID", nargs="?", help="the id of a claim, or its first digits")


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int | None], summary: str, *examples: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog="\n  ".join(["example:" if len(examples) == 1 else "examples:", *examples]) + "\n",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--debug", action="store_true", help="show the whole trace of an error")
    parser.set_defaults(run=run)
    return parser


def _format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help="JSON Lines, the only form so far")


def _export_format(parser: argparse.ArgumentParser, *, required: bool) -> None:
    from twosource.report.export import FORMATS

    what = "; ".join(f"{name}: {form.meaning}" for name, form in FORMATS.items())
    parser.add_argument("--format", choices=FORMATS, required=required, help=what)
    parser.add_argument("--force", action="store_true", help="replace what another program or a person wrote")


def _outputs(parser: argparse.ArgumentParser) -> None:
    if parser.get_default("run") is _demo:
        worker_arguments(parser)
    parser.add_argument(
        "-o", "--out", "--output", dest="output", metavar="PATH",
        help="write the report, as one HTML page or as --format says",
    )  # fmt: skip
    _export_format(parser, required=False)
    parser.add_argument("--json", metavar="FILE", help="write the ledger as JSON (- for standard output)")
    parser.add_argument("--ledger", metavar="FILE", help="write the ledger as a DuckDB file")


# --- commands ---------------------------------------------------------------------------------------------------------


def _check(options: argparse.Namespace) -> None:
    from twosource.api import check

    _refuse_no_place(options)
    told = {"aliases": aliases_of(options), "reading": reading_of(options), **told_by_people(options)}
    _report(options, check(options.inputs, **told, workers=options.workers, progress=progress()))


def _demo(options: argparse.Namespace) -> None:
    from twosource.api import check, example_story

    _refuse_no_place(options)
    with example_story() as folder:
        _report(options, check([folder], workers=options.workers, progress=progress()))


def _refuse_no_place(options: argparse.Namespace) -> None:
    """Before the work: a format is of no use without a place; JSON alone goes to standard output."""
    if options.format == "json" and not options.output:
        options.json = options.json or "-"
    elif options.format and not options.output:
        raise UsageError(f"--format {options.format} needs a place; name it with --out PATH")


def _report(options: argparse.Namespace, ledger: Any) -> None:
    from twosource.report.terminal import summary

    if options.ledger:
        ledger.save(options.ledger)
    if options.json and options.json != "-":
        write(options.json, ledger.to_json())
    if options.output:
        from twosource.api import export

        export(ledger, options.format or "html", options.output, force=options.force)
    if options.json == "-":
        sys.stdout.buffer.write(ledger.to_json())
    else:
        print(summary(ledger, width=width(), colour=colour()))
    list_rejects(ledger.rejects)


def _extract(options: argparse.Namespace) -> None:
    from twosource.api import extract_all

    aliases, reading = aliases_of(options), reading_of(options)
    given = {"aliases": aliases, "reading": reading, "workers": options.workers, "progress": progress()}
    extractions, rejects = extract_all(options.inputs, **given)
    lines(extractions)
    list_rejects(rejects)


def _reuse(options: argparse.Namespace) -> None:
    from twosource.api import reuse_all

    with engine_of(options) as engine:
        pairs, rejects = reuse_all(options.inputs, reading=reading_of(options), engine=engine, progress=progress())
    lines(pairs)
    list_rejects(rejects)


def _stories(options: argparse.Namespace) -> None:
    from twosource.api import stories

    with engine_of(options) as engine:
        found, rejects = stories(options.inputs, reading=reading_of(options), engine=engine, progress=progress())
    lines(found)
    list_rejects(rejects)


def _run(options: argparse.Namespace) -> None:
    from twosource.api import run

    if options.engine == "spark" and "-" in options.inputs:
        raise UsageError("no worker of Spark can read this standard input; name files that all workers see")
    told = {"aliases": aliases_of(options), "reading": reading_of(options), **told_by_people(options)}
    with engine_of(options) as engine:
        rejects = run(options.inputs, options.ledger, **told, engine=engine, say=say())
    list_rejects(rejects)


def _export(options: argparse.Namespace) -> None:
    from twosource.api import export
    from twosource.corpus.opening import open_ledger

    ledger = open_ledger(options.ledger, story=options.story)
    export(ledger, options.format, options.output, force=options.force)


def _show(options: argparse.Namespace) -> None:
    from twosource.corpus.opening import open_ledger
    from twosource.ledger import Ledger
    from twosource.report import terminal

    if options.claim:
        ledger = open_ledger(options.ledger, story=options.story, about=[options.claim])
        print(terminal.claim(ledger, ledger.claim(options.claim).id, width=width(), colour=colour()))
        return
    whole = options.story is None
    ledger = (
        Ledger.open(options.ledger, tables=["claims"]) if whole else open_ledger(options.ledger, story=options.story)
    )
    print(terminal.claims(ledger, width=width(), colour=colour()))


if __name__ == "__main__":
    sys.exit(main())
