"""Days, times and phrases between a cue and what is said, and who is told."""

from twosource.extraction.sentences.cues import grammar, roles, verbs
from twosource.extraction.sentences.nouns import (
    CLOSED,
    HARD_STOPS,
    has_finite,
    is_adverb,
    is_finite,
    is_name,
    is_title,
    noun_after,
)
from twosource.extraction.sentences.skeleton import QUOTE, Sentence

# Adverbs that may begin what is said: "vowed NOT to leave".
CONTENT = frozenset(["there", "all", "not", "never"])


# Words that open a clause about when something was said.
WHEN = frozenset(["after", "as", "before", "once", "until", "when", "while"])

# Prepositions that also round a number: "said AT least two died", "said ABOUT 20 had left".
ROUNDING = frozenset(["about", "over", "around", "under", "between", "at", "from"])


def opens_count(s: Sentence, at: int) -> bool:
    """Whether a preposition only rounds the count behind it: "AT least two", "ABOUT 20", and not "at one point"."""
    before, word = s.low[at], s.low[at + 1] if at + 1 < s.size else "."
    if before not in ROUNDING:
        return False
    if word[0].isdigit() or word in ("least", "most"):
        return True
    return before != "at" and (word in ("half", "dozens", "hundreds", "thousands") or word in grammar("counting"))


def skip_adjuncts(s: Sentence, at: int, limit: int) -> int:
    """Past days, times and prepositional phrases after a cue: "said on Tuesday in an interview with the paper"."""
    while at < limit:
        word = s.low[at]
        if (
            word == ","
            and s.low[at + 1 : at + 2]
            and s.low[at + 1] in grammar("asides")
            and s.low[at + 2 : at + 3] == [","]
        ):
            at += 3
            continue
        if word == "this" and s.low[at + 1 : at + 2] != [] and s.low[at + 1] not in grammar("days", "times"):
            break  # "denied this.", but "denied this week"
        if word in grammar("days", "times") or (is_adverb(word) and word not in CONTENT and not _numbers(s, at)):
            at += 1
            if (
                at < limit
                and s.low[at] == "."
                and s.low[at - 1] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
                and at + 1 < limit
            ):
                at += 1
            continue
        if word in ROUNDING and opens_count(s, at):
            break
        past = _past_phrase(s, at, limit) if word in grammar("adjunct_openers") else at
        if past > at:
            at = past
            continue
        break
    return at


def _numbers(s: Sentence, at: int) -> bool:
    """Whether "first" counts the noun that begins what is said: "said FIRST quarter profit fell", not "said first that"."""
    word = s.low[at + 1] if s.low[at] == "first" and at + 1 < s.size else "."
    closed = grammar("prepositions", "times", "days", "objects", "subjects") | {"time", "that"}
    return word.isalpha() and word not in closed and word not in verbs() and not word.endswith("ed")


def past_time_clause(s: Sentence, at: int, limit: int) -> int | None:
    """The "that" behind a clause that tells when it was said: "said BEFORE HE LEFT that"; None where none stands there."""
    if at >= limit or s.low[at] not in WHEN:
        return None
    that = next((k for k in range(at + 2, limit) if s.low[k] in ("that", ",") or s.low[k] in HARD_STOPS), limit)
    told = that < limit and s.low[that] == "that" and s.low[that - 1] not in verbs()
    asked = s.low[at] == "when" and s.low[at + 1] == "asked"
    return that if told and (asked or has_finite(s, at + 1, that)) else None


def _past_phrase(s: Sentence, at: int, limit: int) -> int:
    """Past the prepositional phrase that opens at a token; the token itself where none does."""
    word = s.low[at]
    if at + 1 >= limit or (word == "to" and not is_hearer(s, at + 1)):
        return at
    end = noun_after(s, at + 1, limit)
    if end > at + 1 and is_name(s, end - 1) and _ends_as_noun(s, end, limit):
        end += 1
    if end > at + 1:
        named = past_apposition(s, end, limit)
        end = named if named < limit and s.low[named] in ("that", QUOTE) else end
        return end + (end < limit and s.low[end] == QUOTE and is_title(s, end) and s.low[end - 1] not in (",", ":"))
    if s.low[at + 1] == QUOTE and is_title(s, at + 1) and word != "to":
        return at + 2
    if s.low[at + 1].endswith("ing") and word in ("after", "before", "in", "on"):
        end = at + 2
        while end < limit and s.low[end] not in HARD_STOPS and s.low[end] not in (",", "that"):
            end += 1
        return end
    return at


def _ends_as_noun(s: Sentence, at: int, limit: int) -> bool:
    """Whether a plain word behind a name is the noun of its phrase: "during Bell Day FESTIVITIES in Vell"."""
    word = s.low[at] if at + 1 < limit else ""
    if not word.isalpha() or s.words[at][0].isupper() or word.endswith("ed"):
        return False
    closed = grammar("days", "times", "determiners", "subjects", "auxiliaries", *CLOSED)
    if word in closed or is_adverb(word) or is_finite(s, at):
        return False
    return s.low[at + 1] in ("that", ",", QUOTE) or s.low[at + 1] in grammar("prepositions")


def is_hearer(s: Sentence, at: int) -> bool:
    """Whether the word after "to" opens a noun phrase and is no infinitive."""
    word = s.low[at]
    return (
        is_name(s, at)
        or word in grammar("determiners")
        or word in grammar("objects")
        or word in roles("anonymous")
        or (word.endswith("s") and not word.endswith("ss") and word not in verbs())
    )


def past_apposition(s: Sentence, at: int, n: int) -> int:
    """Past the name that a hearer or a go-between carries after a comma: "told the governor, Ada Moen, that"."""
    if at + 1 >= n or s.low[at] != "," or not is_name(s, at + 1):
        return at
    end = noun_after(s, at + 1, n, linking=False)
    return end + 1 if end < n and s.low[end] == "," else at
