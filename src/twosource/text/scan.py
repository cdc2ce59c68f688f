"""One scan of a text for its runs of letters and of digits, shared by all that looks for certain words in it.

Lists of runs and of their places cost far less than a match object for each, and few words of a text are sought.
"""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import accumulate, compress, count
from typing import NamedTuple

# Most runs are of plain letters and stand before a space or a mark, so they have a branch of their own.
_RUN = re.compile(r"([A-Za-z]+(?=[ ,.])|[^\W\d_]+|\d+)")


class Runs(NamedTuple):
    """The runs of letters and the runs of digits of a text in order, and where each starts."""

    written: list[str]
    starts: list[int]


@lru_cache(maxsize=4)
def runs_of(text: str) -> Runs:
    """The runs of a text; not to be changed."""
    # Gaps and runs by turns, so that the running sum of their lengths tells where each run starts.
    pieces = _RUN.split(text)
    return Runs(pieces[1::2], list(accumulate(map(len, pieces), initial=0))[1:-1:2])


@lru_cache(maxsize=4)
def vocabulary(text: str) -> frozenset[str]:
    """The runs of a text, each once."""
    return frozenset(runs_of(text).written)


def indices_of(text: str, wanted: Container[str]) -> Iterator[int]:
    """Which of the runs of a text are wanted, in order."""
    return compress(count(), map(wanted.__contains__, runs_of(text).written))


@lru_cache(maxsize=4)
def digits_of(text: str) -> list[tuple[int, int]]:
    """Where the runs of digits of any script stand, in order; not to be changed."""
    written, starts = runs_of(text)
    return [(starts[n], starts[n] + len(written[n])) for n in compress(count(), map(str.isdecimal, written))]
