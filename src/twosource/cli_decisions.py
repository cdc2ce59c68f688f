"""The part of the command line that writes down what people decide and hands it to the next run."""

import argparse
from pathlib import Path
from typing import Any

from twosource.errors import UsageError


def check_arguments(parser: argparse.ArgumentParser) -> None:
    """What a check or a run is told by people: publishers of one house, and earlier decisions."""
    parser.add_argument(
        "--families",
        metavar="FILE",
        help='a TOML file of publishers of one house: "Halvern Press" = ["halvern.example"]',
    )
    parser.add_argument(
        "--decisions", metavar="FILE", help="what `twosource decide` wrote (default: those kept with the --ledger)"
    )


def ledger_arguments(parser: argparse.ArgumentParser) -> None:
    """A ledger, and the story that is meant where it is that of a corpus."""
    parser.add_argument("ledger", metavar="LEDGER", help="what `check --ledger` or `run --ledger` wrote")
    parser.add_argument("--story", metavar="ID", help="one story of a corpus, by its id or the first digits of it")


def decide_arguments(parser: argparse.ArgumentParser) -> None:
    """What is decided, about what, and by whom."""
    ledger_arguments(parser)
    parser.add_argument(
        "what",
        choices=["dismiss", "split", "merge", "speaker", "line"],
        help="dismiss a finding, split or merge claims, correct a speaker, confirm a line of reporting",
    )
    parser.add_argument(
        "about",
        metavar="ABOUT",
        nargs="+",
        help="the rank of a finding; a claim and its documents; claims; or documents",
    )
    parser.add_argument("--name", metavar="NAME", default="", help="the right speaker")
    parser.add_argument("--apart", action="store_true", help="the documents are of no one line of reporting")
    parser.add_argument("--who", metavar="NAME", help="who decided (default: the name you are logged in with)")
    parser.add_argument("--note", metavar="TEXT", default="", help="why")


def told_by_people(options: argparse.Namespace) -> dict[str, Any]:
    """The families and the decisions that a check is to heed."""
    from twosource.api import read_families
    from twosource.decisions import beside, read_decisions

    if options.decisions and not Path(options.decisions).is_file():
        raise UsageError(f"no decisions at {options.decisions}; write one with: twosource decide LEDGER ...")
    path = options.decisions or (options.ledger and beside(options.ledger))
    return {
        "families": read_families(options.families) if options.families else None,
        "decisions": read_decisions(path) if path else [],
    }


def run_decide(options: argparse.Namespace) -> None:
    """Write one decision to the end of the file beside a ledger."""
    import getpass

    from twosource.corpus.opening import open_ledger
    from twosource.decisions import beside, decide, write_decision

    value = ("apart" if options.apart else "one") if options.what == "line" else options.name
    who = options.who or getpass.getuser()
    ranked = options.what == "dismiss"
    meant = {"rank": " ".join(options.about)} if ranked else {"about": options.about}
    ledger = open_ledger(options.ledger, story=options.story, **meant)
    decision = decide(ledger, options.what, options.about, who=who, value=value, note=options.note)
    write_decision(beside(options.ledger), decision)
    print(f"written to {beside(options.ledger)}; the next check or run with --ledger {options.ledger} applies it")
