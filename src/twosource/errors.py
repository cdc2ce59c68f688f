"""What can go wrong, as a tree. Each message says what happened, to what, and what to do next.

TwosourceError
├── UsageError        the arguments or the inputs cannot be used at all (exit status 2)
├── EngineError       an engine that was asked for cannot start, or gave up (exit status 1)
├── LedgerError       a ledger file cannot be opened, or does not hold what was asked for (exit status 1)
└── LexiconError      a word list of the package is missing, empty or malformed (exit status 1)

An input that cannot be read is no error: it becomes a `records.Reject`, and the rest goes on.
"""


class TwosourceError(Exception):
    """Something that stops the command; `str(error)` is one line for the person who typed it."""

    exit_status = 1


class UsageError(TwosourceError):
    """The arguments, or the inputs they name, cannot be used at all."""

    exit_status = 2


class EngineError(TwosourceError):
    """An engine that was asked for cannot start, or gave up."""


class LedgerError(TwosourceError):
    """A ledger cannot be opened, or does not hold what was asked for."""


class LexiconError(TwosourceError):
    """A word list of the package is missing, empty or malformed."""
