"""The part of the command line that says where the work is done: on this machine, or on a cluster."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from twosource.errors import UsageError


def worker_arguments(parser: argparse.ArgumentParser) -> None:
    """How many processes of this machine work."""
    parser.add_argument(
        "--workers", type=_positive, metavar="N", default=os.cpu_count() or 1, help="processes (default: one a core)"
    )


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 or more")
    return int(text)


def engine_arguments(parser: argparse.ArgumentParser) -> None:
    """Which engine, and for Spark where it is and how it is set."""
    parser.add_argument(
        "--engine", choices=["local", "spark"], default="local",
        help="where the work is done: on this machine (default), or by Spark (pip install 'twosource[spark]')",
    )  # fmt: skip
    parser.add_argument(
        "--master",
        metavar="URL",
        help="the cluster: spark://host:7077, yarn, k8s://..., or local[4] (default: Spark's own)",
    )
    parser.add_argument(
        "--conf", action="append", metavar="NAME=VALUE", default=[],
        help="an option of Spark: --conf spark.executor.memory=4g",
    )  # fmt: skip


@contextmanager
def engine_of(options: argparse.Namespace) -> Iterator[Any]:
    """The engine that was asked for, closed when the context ends."""
    if options.engine == "spark":
        from twosource.engines.spark import SparkEngine
        from twosource.engines.spark_session import spark_options, spark_session

        with spark_session(options.master, spark_options(options.conf)) as session:
            yield SparkEngine(session)
    elif options.master or options.conf:
        raise UsageError("--master and --conf are for Spark; add --engine spark")
    else:
        from twosource.engines.local import LocalEngine

        yield LocalEngine(workers=options.workers)
