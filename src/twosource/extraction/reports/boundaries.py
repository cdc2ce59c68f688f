"""Where the content after a cue ends: candidates at commas and conjunctions, ranked by a small linear model.

The weights stand in `words/boundaries.json`; tools/train_statements.py trains them (a log-linear model, Berger 1996).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from twosource.extraction.reports.sites import Site
from twosource.extraction.sentences.cues import grammar, verbs
from twosource.extraction.sentences.nouns import has_finite, is_name
from twosource.extraction.sentences.skeleton import QUOTE, Sentence

# Without a comma before them only these words can end a content; prepositions never did in eight hundred articles.
BARE = frozenset(["and", "but", "as", "while", "after", "before", "although", "though", "according"])
DASHES = frozenset(["—", "–", "--", "-"])
MARKS = frozenset([",", ";", "("])
ENDING = BARE | DASHES | MARKS
BEFORE_CLAUSES = frozenset(["and", "but", "as", "while", "or", "so"])
FINAL = frozenset([".", "!", "?", "…"])
MOST_CANDIDATES = 24
# Words with a weight of their own; all others share the weight of their class.
TOLD_APART = frozenset(
    [
        "and",
        "but",
        "as",
        "while",
        "after",
        "when",
        "because",
        "although",
        "though",
        "according",
        "which",
        "who",
        "where",
        "whose",
        "so",
        "or",
        "nor",
        "yet",
        "if",
        "with",
        "in",
        "on",
        "at",
        "for",
        "by",
        "to",
        "of",
        "from",
        "since",
        "before",
        "until",
        "despite",
        "amid",
        "following",
        "during",
        "the",
        "a",
        "an",
        "it",
        "he",
        "she",
        "they",
        "i",
        "we",
        "you",
        "that",
        "this",
        "not",
        "including",
        "then",
        "even",
        "whereas",
        "rather",
        "such",
        "like",
        "his",
        "her",
        "their",
        "its",
        "is",
        "was",
        "were",
        "are",
    ]
)


def content_end(s: Sentence, site: Site, start: int, sites: Sequence[Site]) -> tuple[int, float]:
    """The token before which the content that begins at `start` ends, and by how much it beat the next best."""
    candidates = list(end_candidates(s, start))
    if len(candidates) == 1:
        return candidates[0], 1.0
    weight = weights().__getitem__
    scored = [(sum(map(weight, end_features(s, site, start, stop, sites))), stop) for stop in candidates]
    best, second = sorted(scored, reverse=True)[:2]
    return best[1], best[0] - second[0]


def end_candidates(s: Sentence, start: int) -> Iterator[int]:
    """Tokens before which the content may end; the end of the sentence comes last."""
    n = s.size
    while n > start + 1 and s.low[n - 1] in (".", "!", "?", "…"):
        n -= 1
    low, count = s.low, 0
    for at in range(start + 1, n):
        word, before = low[at], low[at - 1]
        if word in ENDING or before == QUOTE:
            bare_that = before == "that" and at == start + 1
            if (word in BARE and before in MARKS) or (before == QUOTE and word == ":") or bare_that:
                continue
            if word == "," and at + 1 < n and low[at + 1] == QUOTE == before:
                continue
            count += 1
            yield at
            if count >= MOST_CANDIDATES:
                break
    yield n


def end_features(s: Sentence, site: Site, start: int, stop: int, sites: Sequence[Site]) -> list[str]:
    """The names of what holds of ending the content before the token `stop`."""
    bucket, kind = _bucket(stop - start), _frame(site)
    found = [f"length {bucket}"]
    if any(other.shared and start < other.cue[0] < stop and s.low[other.cue[0] - 1] == "," for other in sites):
        found.append("over participle")
    if stop < s.size and not (s.low[stop] in FINAL and FINAL.issuperset(s.low[stop:])):
        found += _inner_features(s, site, start, stop, kind)
        found += _site_features(s, site, stop, sites)
        return found
    found += ["end", f"end {kind}", f"end length {bucket}"]
    if s.low[start] == QUOTE:
        found.append("end quote one" if stop - start == 1 else "end quote more")
    if any(other.cue[0] > start and other.begin > start for other in sites):
        found.append("end over site")
    return found


def _inner_features(s: Sentence, site: Site, start: int, stop: int, kind: str) -> list[str]:
    """What holds of a content that ends at a mark or a conjunction."""
    delimiter = _delimiter(s.low[stop])
    at = stop if delimiter == "bare" else stop + 1
    word = _class(s, at)
    found = [
        f"mark {delimiter}", f"{delimiter} {word}", f"{delimiter} {kind}", f"rest {_bucket(s.size - stop)}",
        f"{delimiter} {word} {'finite' if has_finite(s, at, at + 12) else 'plain'}",
    ]  # fmt: skip
    if word in BEFORE_CLAUSES:
        following = _class(s, at + 1)
        found.append(f"{delimiter} {word} {following}")
        if following == "that" == s.low[start] and word in ("and", "but"):
            found.append("and that")
    if not has_finite(s, start, stop):
        found += ["content without verb", f"content without verb {kind}"]
    if s.low[stop - 1] == QUOTE:
        found += ["after quote", f"after quote {delimiter} {word}"]
        if stop - start == 1:
            found.append(f"whole quote {delimiter}")
    if QUOTE in s.low[stop:]:
        found.append("quote ahead")
    if delimiter == "," and "," in s.low[stop + 1 : stop + 8]:
        found.append("comma soon")
    return found


def _delimiter(mark: str) -> str:
    return mark if mark in MARKS else "dash" if mark in DASHES else "bare"


def _site_features(s: Sentence, site: Site, stop: int, sites: Sequence[Site]) -> list[str]:
    """What holds of the next report, where one begins just behind the end."""
    other = next((other for other in sites if other.cue[0] >= stop), None)
    if other is None:
        return []
    if other.shared and other.speaker != site.speaker:
        return ["site of inner subject"]
    delimiter = _delimiter(s.low[stop])
    at = stop if delimiter == "bare" else stop + 1
    if not (other.begin <= at + 1 or (other.shared and other.cue[0] <= at + 2)):
        return []
    found = [f"site {other.rule}", f"site {delimiter}"]
    word = s.low[at] if at < s.size else ""
    if word in ("and", "but", "while", "as", "or"):
        found.append(f"site {word} {'shared' if other.shared else 'own'}")
    return found


def _bucket(length: int) -> str:
    return (
        "1"
        if length == 1
        else "2-3"
        if length <= 3
        else "4-7"
        if length <= 7
        else "8-15"
        if length <= 15
        else "16-30"
        if length <= 30
        else "31-"
    )


def _frame(site: Site) -> str:
    if site.rule.startswith("phrase"):
        return "phrase"
    for frame in ("noun", "clause", "tell", "ask", "object", "speech"):
        if frame in site.frames:
            return frame
    return "other"


def _class(s: Sentence, at: int) -> str:
    """The word itself where it is a word of grammar, else what class it is of."""
    if at >= s.size:
        return "END"
    word = s.low[at]
    if word in TOLD_APART:
        return word
    if word == QUOTE:
        return "QUOTE"
    known = verbs().get(word)
    if known:
        return "CUEING" if "ing" in known.forms else "CUE"
    if is_name(s, at):
        return "NAME"
    if word[0].isdigit():
        return "NUMBER"
    closed = _closed_classes().get(word)
    if closed:
        return closed
    if word.endswith("ing"):
        return "ING"
    if word.endswith("ed"):
        return "ED"
    if word.endswith("ly"):
        return "LY"
    return "OTHER" if word[0].isalpha() else "PUNCT"


@cache
def _closed_classes() -> dict[str, str]:
    """The class of each word of grammar, the first where it is of several."""
    groups = ("days", "subordinators", "prepositions", "auxiliaries", "adverbs", "determiners")
    return {word: name.upper() for name in reversed(groups) for word in grammar(name)}


class _Weights(dict[str, float]):
    """Features with their weight; those without one are few, for they are made of word classes, and are remembered."""

    def __missing__(self, name: str) -> float:
        return self.setdefault(name, 0.0)


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature, zero for those without one."""
    raw = json.loads(files("twosource").joinpath("words", "boundaries.json").read_text(encoding="utf-8"))
    return _Weights((name, float(value)) for name, value in raw["weights"].items())
