"""The part of the command line that looks at a corpus as a whole."""

import argparse
from collections.abc import Callable


def add_corpus(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command: which corpus, and where its page and its tables go."""
    parser = command(
        "corpus", run_corpus, "tell of a corpus as a whole: outlets by origin, what is carried, who is quoted",
        "twosource corpus corpus/ -o corpus.html --csv tables/",
    )  # fmt: skip
    parser.add_argument("ledger", metavar="LEDGER", help="the folder that `run --ledger` wrote")
    parser.add_argument(
        "-o", "--out", "--output", dest="output", metavar="FILE", help="write the page, as one HTML file"
    )
    parser.add_argument("--csv", metavar="FOLDER", help="write the tables, one CSV file each")
    parser.add_argument("--title", metavar="TEXT", help="how the page names the corpus (default: the folder's name)")
    parser.add_argument("--force", action="store_true", help="replace what another program or a person wrote")


def run_corpus(options: argparse.Namespace) -> None:
    """Print the corpus in a few lines, and write what was asked for."""
    from pathlib import Path

    from twosource.api import corpus
    from twosource.report.corpus_csv import write_corpus_csv
    from twosource.report.corpus_html import render_corpus
    from twosource.report.corpus_words import said
    from twosource.report.export.places import new_file, new_folder

    found = corpus(options.ledger)
    title = options.title or Path(options.ledger).absolute().name
    if options.output:
        with new_file(Path(options.output), force=options.force) as place:
            place.write_text(render_corpus(found, title), encoding="utf-8", newline="")
    if options.csv:
        with new_folder(Path(options.csv), force=options.force) as place:
            write_corpus_csv(found, place)
    print(said(found))
