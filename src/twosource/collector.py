"""The collector of garbage, which is held back while rows are made: they hold no rings of objects."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from twosource.settings.engines import COLLECTED_AFTER


@contextmanager
def collected_seldom() -> Iterator[None]:
    """While it lasts the collector looks for rings less often, unless it was told not to look at all."""
    before = gc.get_threshold()
    if before[0]:
        gc.set_threshold(max(before[0], COLLECTED_AFTER), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
