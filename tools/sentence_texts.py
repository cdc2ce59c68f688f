"""The texts that the model of sentence pairs is trained on, and the synonyms of WordNet its rewrites use.

    apt-get download sword-text-kjv sword-text-web sword-comm-tdavid sword-comm-mhcc wordnet-base    # then `dpkg -x` each
    apt-get install libsword-utils    # `mod2imp engKJV2006eb -s > kjv.imp`; engWEB2015eb, TDavid and MHCC likewise

The King James and the World English Bible are in the public domain and tell 31,000 verses twice, in words three hundred
years apart: pairs reworded by people. GUM (CC BY) gives news, interviews, academic writing and court proceedings.
Spurgeon's Treasury of David and Matthew Henry's Concise Commentary (public domain) give 150,000 sentences of long prose.
"""

import gzip
import json
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

from twosource.text.lexicon import lexicon
from twosource.text.sentences import sentences
from twosource.text.stems import stem, words

WORDS = range(5, 71)
_PARTS = ("noun", "verb", "adj", "adv")
_MODERN = {
    "unto": "to", "thou": "you", "thee": "you", "thy": "your", "thine": "your", "ye": "you", "hath": "has", "doth": "does", "saith": "says",
    "shalt": "shall", "hast": "have", "art": "are", "wilt": "will", "spake": "spoke", "yea": "yes", "wherefore": "therefore",
}  # fmt: skip


def verses(kjv: Path, web: Path) -> list[tuple[str, str]]:
    """Each verse in both translations, in the order of the books; those that are no sentence in length are left out."""
    one, other = _imported(kjv), _imported(web)
    return [
        (modern(one[ref]), other[ref])
        for ref in one
        if ref in other and len(one[ref].split()) in WORDS and len(other[ref].split()) in WORDS
    ]


def _imported(path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    ref = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("$$$"):
            ref = line[3:]
        elif line.strip() and ":" in ref and not ref.endswith(":0"):
            found[ref] = f"{found.get(ref, '')} {line}"
    return {ref: " ".join(re.sub(r"<[^>]+>|¶", "", text).split()) for ref, text in found.items()}


def prose(path: Path) -> list[str]:
    """The sentences of a commentary, without headings, references and what is mostly names; each paragraph is read once."""
    found = []
    for line in dict.fromkeys(path.read_text(encoding="utf-8", errors="replace").splitlines()):
        if not line.startswith("$$$"):
            text = " ".join(_NO_PROSE.sub(" ", line).split())
            found += [sentence for span in sentences(text) if _is_prose(sentence := text[span.start : span.end])]
    return found


_NO_PROSE = re.compile(r"<[^>]+>|\*|Verses? \d+(?:-\d+)?(?:, ?\d+)*\.?")


def _is_prose(sentence: str) -> bool:
    words = sentence.split()
    if not 5 <= len(words) <= 90 or re.search(r"[\[\]=\d]", sentence) or not sentence.isascii():
        return False
    return (
        sentence[0].isupper()
        and sentence[-1] in '.!?"'
        and 5 * sum(word[0].isupper() for word in words) <= 2 * len(words)
    )


def content_stems(text: str) -> set[str]:
    """The stems of the words with a meaning."""
    return {stem(word) for word in words(text) if word.casefold() not in _function_words()}


@cache
def _function_words() -> frozenset[str]:
    return frozenset(lexicon("function_words")["function"])


def modern(text: str) -> str:
    """Words and endings of the seventeenth century in their present form."""

    def now(found: re.Match[str]) -> str:
        word = found.group()
        other = _MODERN.get(word.lower())
        if other is None and word.endswith("eth") and len(word) > 5:
            other = word[:-3] + ("es" if word[-4] in "sxz" else "s")
        return word if other is None else other.capitalize() if word[0].isupper() else other

    return re.sub(r"[A-Za-z]+", now, text)


def documents(gum: Path) -> list[list[str]]:
    """The sentences of each document of GUM that are no heading."""
    found = []
    with gzip.open(gum, "rt", encoding="utf-8", newline="\n") as lines:
        for row in map(json.loads, lines):
            text = row["text"]
            written = [" ".join(text[span.start : span.end].split()) for span in sentences(text)]
            found.append([sentence for sentence in written if 6 <= len(sentence.split()) <= 50])
    return found


def synonym_table(wordnet: Path, *, senses: int = 2, least: int = 2) -> dict[str, list[str]]:
    """For each word those that share one of its first senses and occur at least so often in WordNet's tagged texts."""
    counts: Counter[str] = Counter()
    for line in (wordnet / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, _, count = line.split()
        counts[key.split("%")[0]] += int(count)
    table: dict[str, set[str]] = defaultdict(set)
    for part in _PARTS:
        members = {}
        for fields in _rows(wordnet / f"data.{part}"):
            size = int(fields[3], 16)
            members[fields[0]] = [word.split("(")[0] for word in fields[4 : 4 + 2 * size : 2]]
        for fields in _rows(wordnet / f"index.{part}"):
            lemma, size = fields[0], int(fields[2])
            if len(lemma) > 3 and lemma.isalpha():
                for sense in fields[-size:][:senses]:
                    table[lemma] |= {
                        word for word in members[sense] if word.isalpha() and word.islower() and counts[word] >= least
                    }
    return {lemma: sorted(words - {lemma}) for lemma, words in table.items() if words - {lemma}}


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("|")[0].split() for line in lines if not line.startswith(" ")]
