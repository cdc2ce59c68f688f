"""Reports in the passive: "was quoted as saying", "was asked whether", also "Y quoted X as saying"."""

from twosource.extraction.reports.sites import Site
from twosource.extraction.sentences.adjuncts import skip_adjuncts
from twosource.extraction.sentences.cues import Verb, grammar, verbs, words_of
from twosource.extraction.sentences.nouns import has_finite, noun_after
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.extraction.sentences.subjects import subject_before
from twosource.extraction.sentences.verb_groups import Group, verb_group

# Verbs whose passive names the hearer: "parents were told".
TELLING = frozenset(["tell", "inform", "warn", "assure", "remind", "notify", "advise"])
LONGEST_ASKING = 10  # tokens between "asked" and the question


def quoted_site(s: Sentence, at: int, verb: Verb) -> Site | None:
    """ "was quoted (by Y) as saying", "Y quoted X as saying", "Y quoted X: “…”"."""
    if verb.lemma not in ("quote", "cite", "report") or "ing" in verb.forms:
        return None
    n = s.size
    if before_colon := _quoted_before_colon(s, at, verb):
        return before_colon
    as_at = next((k for k in range(at + 1, min(at + 14, n - 1)) if s.low[k] == "as"), None)
    if as_at is None or s.low[as_at + 1] not in ("saying", "telling", "having", "stating"):
        return None
    group = verb_group(s, at, 0)
    subject = subject_before(s, group.start, 0)
    if group.passive:
        if subject is None:
            return None
        speaker, begin, head_stop = (subject.start, subject.stop), subject.start, subject.head_stop
        relay = (at + 2, noun_after(s, at + 2, as_at)) if s.low[at + 1] == "by" and at + 2 < as_at else None
    else:
        relay = (subject.start, subject.head_stop) if subject else None
        speaker, begin, head_stop = (at + 1, as_at), (subject.start if subject else at), noun_after(s, at + 1, as_at)
        if head_stop == at + 1 or has_finite(s, at + 1, as_at):
            return None
    after = as_at + 2
    if relay is None and s.low[after : after + 1] == ["by"]:  # "was quoted as saying by North Wire"
        relay = after + 1, noun_after(s, after + 1, n)
        after = relay[1]
    right: int | None = skip_adjuncts(s, after, n)
    left = None
    if right is None or right >= n or s.low[right] in (".", "?", "!"):
        left = begin - 1 if begin and s.low[begin - 1] == "," else begin
        right = None
    elif s.low[right] in (",", ":"):
        right = right + 1 if right + 1 < n else None
    if not left and right is None:
        return None
    cue, frames = (as_at + 1, as_at + 2), frozenset(["clause"])
    end = after
    return Site(
        cue, speaker, head_stop, begin, end, left or None, right, "quoted as saying", "say", frames=frames, relay=relay
    )


def _quoted_before_colon(s: Sentence, at: int, verb: Verb) -> Site | None:
    """ "Y quoted X: “…”": the words are X's, and Y passed them on."""
    group = verb_group(s, at, 0)
    first = at + 2 if group.passive and s.low[at + 1 : at + 2] in (["in"], ["by"]) else at + 1
    named = noun_after(s, first, s.size)
    if s.low[named : named + 2] != [":", QUOTE] or verb.lemma == "report" or named == first:
        return None
    subject = subject_before(s, group.start, 0)
    if group.passive and subject:  # "Moen is quoted in the Courier: “…”"
        speaker, frames = (subject.start, subject.stop), frozenset(["clause"])
        relay = (first, named) if first > at + 1 else None
        return Site(
            (at, at + 1), speaker, subject.head_stop, subject.start, named, None, named + 1, "quoted", "say",
            frames=frames, relay=relay,
        )  # fmt: skip
    begin, relay = (subject.start, (subject.start, subject.stop)) if subject else (at, None)
    cue, frames = (at, at + 1), frozenset(["clause"])
    return Site(cue, (at + 1, named), named, begin, named, None, named + 1, "quoted", "say", frames=frames, relay=relay)


def question_site(s: Sentence, at: int) -> Site | None:
    """ "Asked (by R) whether C, …" and "was asked about C": whose question it is, the text may leave open."""
    n = s.size
    opens = all(word in grammar("openers") or word in ("when", "if", "while") for word in s.low[:at])
    group = verb_group(s, at, 0)
    if not (opens or group.passive):
        return None
    right, speaker = at + 1, None
    if s.low[right : right + 1] == ["by"]:
        speaker = (right + 1, noun_after(s, right + 1, n))
        right = speaker[1]
    if right < n and not (_may_ask(s.low[right])):
        return None
    right = next((k for k in range(right, n) if s.low[k] == "about" or s.low[k] in grammar("questions")), n)
    if has_finite(s, at + 1, right) or right - at > LONGEST_ASKING or "," in s.low[at:right]:
        return None
    right += right < n and s.low[right] == "about"
    if right >= n or (speaker and speaker[0] == speaker[1]):
        return None
    head_stop = speaker[1] if speaker else at
    frames = frozenset(["ask"])
    return Site(
        (group.start, at + 1), speaker, head_stop, group.start, right, None, right, "question", "ask", "asked", frames
    )


def _may_ask(word: str) -> bool:
    """Whether a question may follow, at once or after when and where it was asked."""
    return word in grammar("questions", "days", "times", "places") or word in ("about", "on", "during")


def told_site(s: Sentence, at: int, verb: Verb) -> Site | None:
    """ "Parents had been told by the school that C", "it was said that C", "she is said to have paid"."""
    if not verb.frames & {"tell", "clause"} or verb.frames & {"show", "mind"}:
        return None
    group = verb_group(s, at, 0)
    if not group.passive or group.negated:
        return None
    n, after, speaker, rule = s.size, at + 1, None, "told"
    if s.low[after : after + 1] == ["by"]:
        speaker, rule = (after + 1, noun_after(s, after + 1, n)), "told by"
        after = speaker[1]
    right = skip_adjuncts(s, after, n)
    if right + 1 >= n or (speaker and speaker[0] == speaker[1]):
        return None
    begin, following = group.start, s.low[right]
    if verb.lemma in TELLING:
        told = following == "that" or (following in grammar("subjects", "determiners") and has_finite(s, right, n))
    else:
        told = following == "that" and begin > 0 and s.low[begin - 1] == "it"
    if following == "to" and (said := _said_to_have_told(s, verb, group, right)):
        return said
    told = told or (following == "to" and rule == "told" and verb.lemma in words_of("phrases", "told_to"))
    if not told:
        return None
    whom = subject_before(s, begin, 0)
    begin = whom.start if whom else begin
    head_stop = speaker[1] if speaker else at
    frames = frozenset(["tell"])
    return Site(
        (group.start, at + 1), speaker, head_stop, begin, right, None, right, rule, verb.lemma, verb.strength, frames
    )


def _said_to_have_told(s: Sentence, verb: Verb, group: Group, to: int) -> Site | None:
    """ "Moen is reported to have said that C": the words are Moen's."""
    cue = to + 2
    known = verbs().get(s.low[cue]) if cue + 1 < s.size and s.low[to + 1] == "have" else None
    subject = subject_before(s, group.start, 0)
    if known is None or subject is None or verb.lemma not in words_of("phrases", "told_to"):
        return None
    right = skip_adjuncts(s, cue + 1, s.size)
    if "clause" not in known.frames or right >= s.size or s.low[right] not in ("that", QUOTE):
        return None
    speaker = (subject.start, subject.stop)
    return Site(
        (cue, cue + 1), speaker, subject.head_stop, subject.start, right, None, right, "said to say", known.lemma,
        known.strength, known.frames,
    )  # fmt: skip
