"""Names of news agencies, papers and broadcasters: known ones, and those made as such names are."""

import re
from functools import cache, lru_cache

from twosource.text.lexicon import lexicon

# What may stand in or behind a name and is no part of it.
_BESIDE = re.compile(r"\s*\([^()]*\)|(?:['’]s|(?<=s)['’])(?!\w)")

# Names whose reading a process remembers in each of its caches: a story asks for the same again and again, and four times as
# many made the workers grow by 200 MB on the way through 200,000 documents without being faster.
NAMES_KEPT = 16_384


@lru_cache(maxsize=NAMES_KEPT)
def is_outlet(name: str) -> bool:
    """Whether the name is one of a known outlet, or made as such names are: "the Vell Courier", "Herald of Vell"."""
    words = (_BESIDE.sub("", name) if "(" in name or "'" in name or "’" in name else name).split()
    article = bool(words) and words[0].casefold() == "the"
    words = words[article:]
    if " ".join(words).casefold() in _known():
        return True
    if len(words) < 2:
        return article and bool(words) and words[0] in _nouns("alone")
    opening = words[0] in _nouns("opening") and len(words) == 2
    made = opening or words[-1] in _nouns("words") or (words[0] in _nouns("words") and words[1] == "of")
    return made and all(word[0].isupper() or word in ("of", "and", "for") for word in words)


@cache
def _known() -> frozenset[str]:
    return frozenset(name.casefold().removeprefix("the ") for name in lexicon("bodies")["outlets"]["names"])


@cache
def _nouns(group: str) -> frozenset[str]:
    return frozenset(lexicon("outlets")[group])
