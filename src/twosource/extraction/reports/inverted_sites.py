"""Reports whose verb stands before its subject: “…,” said Ada Moen, mayor of Vell."""

from twosource.extraction.reports.accepting import speaks
from twosource.extraction.reports.placing import continued
from twosource.extraction.reports.sites import Site
from twosource.extraction.sentences.adjuncts import skip_adjuncts
from twosource.extraction.sentences.cues import Verb, grammar, roles, verbs
from twosource.extraction.sentences.nouns import (
    HARD_STOPS,
    apposition_after,
    has_finite,
    head_of,
    is_finite,
    is_name,
    name_after,
    noun_after,
)
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.extraction.sentences.subject_asides import told_of

LONG_CLAUSE = 8  # tokens before ", said S" that count as a clause although no verb was recognised


def inverted_site(s: Sentence, at: int, stop: int, verb: Verb) -> Site | None:
    """“…,” said Ada Moen, mayor of Vell."""
    n = s.size
    before = s.low[at - 1] if at else ""
    if not _may_invert(s, at, stop, verb):
        return None
    head_stop = _head_end(s, at, stop, verb)
    if not head_stop:
        return None
    end = _speaker_end(s, stop, head_stop)
    behind_clause = before == "," and s.low[at - 2] != QUOTE
    aside = behind_clause and end == head_stop < n - 1 and s.low[end] == "," and is_finite(s, end + 1)
    aside = aside and "object" not in verb.frames
    if behind_clause and not aside and not _closes_clause(s, at, stop, end, verb):
        return None
    left = (at - 1 if before == "," else at) if at else None
    right: int | None
    if aside:
        right = end + 1 if s.low[end + 1] not in grammar("coordinators") else None
    else:
        after = skip_adjuncts(s, end, n)
        opened = after + 1 < n and s.low[after] in (":", ",")
        right = continued(s, after, n) if left is not None else after + 1 if opened else None
        if left is None and right is None:
            return None
    if verb.frames == {"speech"} and before != QUOTE:
        return None
    return Site(
        (at, stop), (stop, end), head_stop, at, end, left, right, "inverted", verb.lemma, verb.strength, verb.frames
    )


def _may_invert(s: Sentence, at: int, stop: int, verb: Verb) -> bool:
    """Whether the verb can stand before its subject where it stands."""
    finite = bool(verb.forms - {"base", "participle"})
    if not verb.frames & {"clause", "speech"} or not finite or verb.lemma == "tell":
        return False
    before = s.low[at - 1] if at else ""
    return before in (QUOTE, ",", "") and stop < s.size and s.low[stop] != "that" and _may_follow(s.low[stop])


def _head_end(s: Sentence, at: int, stop: int, verb: Verb) -> int:
    """Where the speaker behind the verb ends, without appositions; 0 where what stands there is none."""
    n, before = s.size, s.low[at - 1] if at else ""
    head_stop = noun_after(s, stop, n)
    if head_stop == stop or (before == "," and not _opens_speaker(s, stop)):
        return 0
    head_stop = _second_speaker(s, head_stop, n)
    if before == QUOTE and head_stop < n and is_finite(s, head_stop):
        return 0  # "Moen, citing “new facts,” said the mayor would go"
    if before == "," and s.low[at - 2] != QUOTE and told_of(s, at - 1, 0):
        return 0
    if before == QUOTE and verb.frames & {"object"} and not speaks(s, stop, head_stop):
        return 0
    return head_stop


def _speaker_end(s: Sentence, stop: int, head_stop: int) -> int:
    """Where the speaker ends with its appositions and what is told of it."""
    n = s.size
    appended = head_stop < n and s.low[head_stop] == "," and not _reports_on(s, head_stop + 1)
    end = apposition_after(s, head_stop, n) if appended else head_stop
    if end == head_stop and head_of(s, stop, head_stop) in roles("persons", "anonymous"):
        end = name_after(s, head_stop, n)
    if end < n and s.low[end] == "who":
        end = next((at for at in range(end, n) if s.low[at] in (",", ".", ";")), n)
    return end


def _reports_on(s: Sentence, at: int) -> bool:
    """Whether a relative clause is a report of its own: “…,” said Ada Moen, WHO ADDED that it was old."""
    if s.low[at : at + 1] != ["who"]:
        return False
    verb = next((k for k in range(at + 1, min(at + 4, s.size - 1)) if is_finite(s, k)), 0)
    known = verbs().get(s.low[verb])
    content = s.low[verb + 1] in (":", QUOTE) or s.low[verb + 1] in grammar("subjects", "determiners")
    return bool(known and "clause" in known.frames) and content


def _second_speaker(s: Sentence, at: int, n: int) -> int:
    """Past "and others" in "said Moen and others, …"."""
    if at + 1 >= n or s.low[at] != "and":
        return at
    end = noun_after(s, at + 1, n)
    return end if end > at + 1 and (end >= n or s.low[end] in (",", ".", QUOTE)) else at


def _may_follow(word: str) -> bool:
    """Whether a speaker may begin with the word: a pronoun that is a subject, no day."""
    if word in grammar("days"):
        return False
    if word in grammar("objects"):
        return word in ("it", "you")
    return word not in grammar("subjects") - {"he", "she", "they", "i", "we"}


def _opens_speaker(s: Sentence, at: int) -> bool:
    word = s.low[at]
    if is_name(s, at) or any(word in group for group in (grammar("determiners"), roles("anonymous"), roles("persons"))):
        return True
    end = noun_after(s, at, s.size)  # "said lobbyist Ada Moen"
    return is_name(s, end - 1) and (end == s.size or s.low[end] in (",", "."))


def _closes_clause(s: Sentence, at: int, stop: int, end: int, verb: Verb) -> bool:
    """Whether "C, said S" ends a clause, and is no apposition with a verb of its own: "S, the mayor, said C"."""
    n = s.size
    spoken = any(quote and quote.kind == "speech" for quote in s.quotes[:at])
    opened = next((k + 1 for k in range(at - 1, -1, -1) if s.low[k] in HARD_STOPS and s.low[k] != QUOTE), 0)
    long = at - opened >= LONG_CLAUSE and verb.lemma == "say" and "," not in s.low[opened : at - 1]
    headline = end >= n and s.paragraph == 0 and s.low[-1] not in (".", "?", "!")
    if "clause" not in verb.frames or not (spoken or long or headline or has_finite(s, opened, at)):
        return False
    if s.low[stop] in ("a", "an") and not speaks(s, stop, noun_after(s, stop, s.size, linking=False)):
        return False
    following = s.low[min(end, n - 1)]
    return following in ("as", "after", "when", "in", ",", "on") or not has_finite(s, end, min(end + 6, n))
