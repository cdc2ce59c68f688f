"""The arguments that name the input of a command, and what a person says about reading it."""

import argparse
from typing import Any

from twosource.cli_engine import worker_arguments


def input_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the inputs, how to read them, and with how many processes."""
    parser.add_argument("inputs", metavar="INPUT", nargs="+", help="a file, a folder, a glob, or - for standard input")
    parser.add_argument(
        "--column", action="append", metavar="FIELD=NAME", default=[],
        help="the column of CSV, Parquet or JSON rows that holds a field: --column text=body",
    )  # fmt: skip
    parser.add_argument(
        "--fast", action="store_true",
        help="read pages ten times as fast; more menus and notices stay in, which can look like copied text",
    )  # fmt: skip
    worker_arguments(parser)


def name_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the files of names and words that a person brings along."""
    parser.add_argument("--aliases", metavar="FILE", help='a TOML file of other names: "the office" = "Harbour Office"')
    parser.add_argument("--words", metavar="FOLDER", help="TOML files that add to the word lists, such as events.toml")


def reading_of(options: argparse.Namespace) -> Any:
    """How a person wants the inputs read."""
    from twosource.read.options import Options, column_names

    return Options(columns=column_names(options.column), fast=options.fast)


def aliases_of(options: argparse.Namespace) -> dict[str, str] | None:
    """The other names a person gives, once the words that a person adds are in use."""
    from twosource.api import read_aliases
    from twosource.text.lexicon import use_words

    use_words(options.words)
    return read_aliases(options.aliases) if options.aliases else None
