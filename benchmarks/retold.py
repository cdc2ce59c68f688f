"""More documents than a set holds: the same ones again, each word of the set in place of the one that is as common."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.sets import Row

_WORD = re.compile(r"[A-Za-z]+")

# The commonest words stay, so that set phrases are shared as widely as before.
KEPT = 30


def retold(rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    """The rows in other words: what they share among themselves stays, and with the rows given they share set phrases."""
    counted = Counter(word.lower() for row in rows for word in _WORD.findall(str(row["text"])))
    words = [word for word, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))][KEPT:]
    pairs = list(zip(words[::2], words[1::2], strict=False))
    other = dict(pairs) | {second: first for first, second in pairs}

    def swapped(found: re.Match[str]) -> str:
        word = found.group()
        new = other.get(word.lower(), word)
        return new.upper() if word.isupper() else new.capitalize() if word[0].isupper() else new

    for row in rows:
        yield row | {"text": _WORD.sub(swapped, str(row["text"]))}
