"""Verbs that report: which of their forms are verbs where they stand, and whose verbs they are."""

from twosource.extraction.cues import Verb, grammar, roles, verbs, words_of
from twosource.extraction.main_subject import main_subject
from twosource.extraction.nouns import (
    HARD_STOPS,
    apposition_after,
    has_finite,
    is_adverb,
    is_finite,
    is_name,
    noun_after,
    skip_adjuncts,
)
from twosource.extraction.placing import continued, place, speaks
from twosource.extraction.sites import Site, is_contraction
from twosource.extraction.skeleton import QUOTE, Sentence
from twosource.extraction.subjects import Subject, subject_before, told_of
from twosource.extraction.verb_forms import reads_as_verb
from twosource.extraction.verb_groups import verb_group

JOINING = frozenset(["and", "but", "or", "then"])
BEFORE_PARTICIPLE = frozenset([",", QUOTE, "and", "by", "–", "—", "--", "while", "before", "after", "without", "but"])
# Particles that are "to" and still part of the cue; after other verbs "to" opens an infinitive or names the hearer.
TO_PARTICLES = frozenset(["point", "refer", "allude", "object", "admit", "confess"])


def verb_site(s: Sentence, at: int, verb: Verb, found: list[Site]) -> Site | None:
    """The site of the reporting verb at `at`, or None where it does not report; `found` are the sites before it."""
    quoted = _quoted_as(s, at, verb)
    if quoted:
        return quoted
    if not reads_as_verb(s, at, verb):
        return None
    stop = at + 1
    if stop < s.size and s.low[stop] in verb.particles and _is_particle(s, stop, verb):
        stop += 1
    elif not verb.frames:
        return None
    if "ing" in verb.forms and at and is_contraction(s.low[at - 1]):
        return place(s, verb, (at, stop), Subject(at - 1, at, at), edge=at - 1)
    group = verb_group(s, at, 0)
    if "ing" in verb.forms and not any(word in grammar("auxiliaries") for word in s.low[group.start : at]):
        return _participle(s, at, stop, verb, found)
    return _finite(s, at, stop, verb, found)


def _is_reduced(s: Sentence, verb: Verb, subject: Subject) -> bool:
    """Whether a past form only tells more of a noun in a phrase: "in a message posted on Friday"."""
    if not {"past", "participle"} <= verb.forms or subject.start == 0 or is_name(s, subject.start):
        return False
    return s.low[subject.start - 1] in ("in", "at", "on", "with", "by", "from", "of", "for", "to")


def _is_particle(s: Sentence, at: int, verb: Verb) -> bool:
    """Whether the preposition belongs to the verb: not in "reported on Telegram", "wrote to the board"."""
    if s.low[at] == "to":
        return verb.lemma in TO_PARTICLES
    return not (s.low[at] == "on" and at + 1 < s.size and s.words[at + 1] in words_of("channels", "networks"))


def _finite(s: Sentence, at: int, stop: int, verb: Verb, found: list[Site]) -> Site | None:
    group = verb_group(s, at, 0)
    begin, negated = group.start, group.negated
    if group.infinitive:
        chained = _chain(s, begin - 1)
        if chained is None:
            return None
        begin, negated = chained[0], negated or chained[1]
    elif at >= 2 and s.low[at - 1] in ("and", "on") and s.low[at - 2] in words_of("chains", "verbs"):
        begin = verb_group(s, at - 2, 0).start
    if negated and not any(word in grammar("auxiliaries") or word == "never" for word in s.low[group.start : at]):
        return None
    if group.passive or (begin and s.low[begin - 1] == "to"):
        return None
    inverted = _inverted(s, at, stop, verb) if begin == at else None
    if inverted:
        return inverted
    subject = subject_before(s, begin, 0)
    shared = False
    if subject is None and (begin == 0 or s.low[begin - 1] in JOINING or s.low[begin - 1] in (",", QUOTE)):
        subject = _shared_subject(s, begin, verb, found)
        shared = subject is not None
    if subject is None or (not shared and begin == at and _is_reduced(s, verb, subject)):
        return None
    edge = begin if shared else subject.start
    return place(s, verb, (begin, stop), subject, edge=edge, shared=shared, negated=negated, modal=group.modal)


# --- whose verb it is -------------------------------------------------------------------------------------------------


def _chain(s: Sentence, to: int) -> tuple[int, bool] | None:
    """For "went on to say": where the group of the first verb starts, and whether it denies the second."""
    at = to - 1
    while at > 0 and (s.low[at] in ("on", "forward", "back", "out") or is_adverb(s.low[at])):
        at -= 1
    if at < 0:
        return None
    if s.low[at] in words_of("chains", "negated"):
        return verb_group(s, at, 0).start, True
    if s.low[at] in words_of("chains", "verbs"):
        return verb_group(s, at, 0).start, False
    return None


def _shared_subject(s: Sentence, begin: int, verb: Verb, found: list[Site]) -> Subject | None:
    """The subject of an earlier verb: of the one joined by "and", of a report of the same tense, or of the clause."""
    earlier = [site for site in found if site.speaker and "phrase" not in site.frames]
    joined = begin >= 2 and s.low[begin - 1] in JOINING
    if joined and (is_finite(s, begin - 2) or s.low[begin - 2].endswith("ed")) and not is_name(s, begin - 2):
        subject = subject_before(s, verb_group(s, begin - 2, 0).start, 0)
        if subject:
            return subject
    if not joined and earlier:
        # A participle after a comma goes with the main clause, not with what is said in it.
        named = [site for site in earlier if site.speaker and s.low[site.speaker[0]] not in ("who", "which", "that")]
        site = (named or earlier)[0]
        if site.speaker:
            return Subject(site.speaker[0], site.speaker[1], site.head_stop)
    for site in reversed(earlier):
        known = verbs().get(s.low[site.cue[1] - 1])
        if site.speaker and (known is None or known.forms & verb.forms):
            return Subject(site.speaker[0], site.speaker[1], site.head_stop)
    if joined:
        for at in range(begin - 2, -1, -1):
            if s.low[at] in HARD_STOPS or s.low[at] in grammar("subordinators"):
                break
            if is_finite(s, at):
                subject = subject_before(s, verb_group(s, at, 0).start, 0)
                if subject and s.low[subject.start] != "that":
                    return subject
    return main_subject(s, begin)


def _participle(s: Sentence, at: int, stop: int, verb: Verb, found: list[Site]) -> Site | None:
    """ ", adding that", "in a statement saying", "by saying"."""
    if verb.lemma == "refer":
        return None  # "…," she said, referring to the dam: an aside
    back = at - 1
    while back > 0 and is_adverb(s.low[back]):
        back -= 1
    before = s.low[back] if back >= 0 else ""
    issued = words_of("nouns", "issued")
    # "sent a letter to the board urging": the letter was issued earlier in the clause.
    sent = any(w in issued for w in s.low[:at]) and any(w in words_of("nouns", "issue") for w in s.low[:at])
    if at and before not in BEFORE_PARTICIPLE and before not in issued and not sent:
        return None
    subject = _shared_subject(s, at, verb, found)
    if subject is None:
        return None
    return place(s, verb, (at, stop), subject, edge=at, shared=True, negated=before == "without")


def _quoted_as(s: Sentence, at: int, verb: Verb) -> Site | None:
    """ "was quoted (by Y) as saying" and "Y quoted X as saying"."""
    if verb.lemma not in ("quote", "cite", "report") or "past" not in verb.forms:
        return None
    n = s.size
    as_at = next((k for k in range(at + 1, min(at + 14, n - 1)) if s.low[k] == "as"), None)
    if as_at is None or s.low[as_at + 1] not in ("saying", "telling", "having", "stating"):
        return None
    group = verb_group(s, at, 0)
    subject = subject_before(s, group.start, 0)
    if group.passive:
        if subject is None:
            return None
        speaker, begin, head_stop = (subject.start, subject.stop), subject.start, subject.head_stop
        relay = (at + 2, as_at) if s.low[at + 1] == "by" and at + 2 < as_at else None
    else:
        relay = (subject.start, subject.stop) if subject else None
        speaker, begin, head_stop = (at + 1, as_at), (subject.start if subject else at), noun_after(s, at + 1, as_at)
        if head_stop == at + 1:
            return None
    right: int | None = skip_adjuncts(s, as_at + 2, n)
    left = None
    if right is None or right >= n or s.low[right] in (".", "?", "!"):
        left = begin - 1 if begin and s.low[begin - 1] == "," else begin
        right = None
    elif s.low[right] in (",", ":"):
        right = right + 1 if right + 1 < n else None
    if not left and right is None:
        return None
    cue, frames = (as_at + 1, as_at + 2), frozenset(["clause"])
    end = as_at + 2
    return Site(
        cue, speaker, head_stop, begin, end, left or None, right, "quoted as saying", "say", frames=frames, relay=relay
    )


def _inverted(s: Sentence, at: int, stop: int, verb: Verb) -> Site | None:
    """“…,” said Ada Moen, mayor of Vell."""
    n = s.size
    before = s.low[at - 1] if at else ""
    if not verb.frames & {"clause", "speech"} or verb.forms <= {"base"} or verb.lemma == "tell":
        return None
    if before not in (QUOTE, ",", "") or stop >= n or s.low[stop] == "that" or not _may_follow(s.low[stop]):
        return None
    head_stop = noun_after(s, stop, n)
    if head_stop == stop or (before == "," and not _opens_speaker(s, stop)):
        return None
    head_stop = _second_speaker(s, head_stop, n)
    if before == "," and s.low[at - 2] != QUOTE and told_of(s, at - 1, 0):
        return None
    if before == QUOTE and verb.frames & {"object"} and not speaks(s, stop, head_stop):
        return None
    end = apposition_after(s, head_stop, n) if head_stop < n and s.low[head_stop] == "," else head_stop
    parenthetical = before == "," and end == head_stop < n - 1 and s.low[end] == "," and "object" not in verb.frames
    parenthetical = parenthetical and s.low[at - 2] != QUOTE and is_finite(s, end + 1)
    if before == "," and s.low[at - 2] != QUOTE and not parenthetical and not _closes_clause(s, at, stop, end, verb):
        return None
    after = skip_adjuncts(s, end, n)
    if parenthetical:
        right = end + 1 if end + 1 < n and s.low[end + 1] not in grammar("coordinators") else None
        return Site(
            (at, stop),
            (stop, end),
            head_stop,
            at,
            end,
            at - 1,
            right,
            "inverted",
            verb.lemma,
            verb.strength,
            verb.frames,
        )
    left = (at - 1 if before == "," else at) if at else None
    right = continued(s, after, n)
    if left is None:
        right = after + 1 if after + 1 < n and s.low[after] in (":", ",") else None
        if right is None:
            return None
    if verb.frames == {"speech"} and before != QUOTE:
        return None
    return Site(
        (at, stop), (stop, end), head_stop, at, end, left, right, "inverted", verb.lemma, verb.strength, verb.frames
    )


def _second_speaker(s: Sentence, at: int, n: int) -> int:
    """Past "and others" in "said Moen and others, …"."""
    if at + 1 >= n or s.low[at] != "and":
        return at
    end = noun_after(s, at + 1, n)
    return end if end > at + 1 and (end >= n or s.low[end] in (",", ".", QUOTE)) else at


def _may_follow(word: str) -> bool:
    if word in grammar("objects"):
        return word in ("it", "you")
    return word not in grammar("subjects") - {"he", "she", "they", "i", "we"}


def _opens_speaker(s: Sentence, at: int) -> bool:
    word = s.low[at]
    return is_name(s, at) or any(
        word in group for group in (grammar("determiners"), roles("anonymous"), roles("persons"))
    )


def _closes_clause(s: Sentence, at: int, stop: int, end: int, verb: Verb) -> bool:
    """Whether "C, said S" ends a clause, and is no apposition with a verb of its own: "S, the mayor, said C"."""
    n = s.size
    spoken = any(quote and quote.kind == "speech" for quote in s.quotes[:at])
    if "clause" not in verb.frames or not (spoken or has_finite(s, 0, at)):
        return False
    if s.low[stop] in ("a", "an") and not speaks(s, stop, noun_after(s, stop, s.size, linking=False)):
        return False
    following = s.low[min(end, n - 1)]
    return following in ("as", "after", "when", "in", ",", "on") or not has_finite(s, end, min(end + 6, n))
