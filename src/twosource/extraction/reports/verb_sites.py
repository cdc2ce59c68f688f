"""Verbs that report: which of their forms are verbs where they stand, and whose verbs they are."""

from twosource.extraction.reports.accepting import speaks
from twosource.extraction.reports.inverted_sites import inverted_site
from twosource.extraction.reports.passive_sites import question_site, quoted_site, told_site
from twosource.extraction.reports.placing import place
from twosource.extraction.reports.sites import Site, is_contraction
from twosource.extraction.reports.verb_forms import reads_as_verb
from twosource.extraction.sentences.adjuncts import skip_adjuncts
from twosource.extraction.sentences.cues import Verb, grammar, verbs, words_of
from twosource.extraction.sentences.main_subject import main_subject
from twosource.extraction.sentences.nouns import (
    HARD_STOPS,
    is_adverb,
    is_finite,
    is_name,
    last_finite,
    noun_after,
)
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.extraction.sentences.subject_asides import Subject
from twosource.extraction.sentences.subjects import subject_before
from twosource.extraction.sentences.verb_groups import Group, verb_group

UNSAID = frozenset(["who", "where", "when", "how", "what", "which"])
NOBODY = frozenset(["nobody", "none", "neither"])
SHOWING = frozenset(["show", "shows", "showed", "showing", "shown", "hear", "heard"])
AUTHOR_REACH = 8  # tokens before a participle in which the paper that says so stands
JOINING = frozenset(["and", "but", "or", "then"])
BEFORE_PARTICIPLE = frozenset([",", QUOTE, "and", "by", "–", "—", "--", "while", "before", "after", "without", "but"])
# Particles that are "to" and still part of the cue; after other verbs "to" opens an infinitive or names the hearer.
TO_PARTICLES = frozenset(["point", "refer", "allude", "object", "admit", "confess"])


def verb_site(s: Sentence, at: int, verb: Verb, found: list[Site]) -> Site | None:
    """The site of the reporting verb at `at`, or None where it does not report; `found` are the sites before it."""
    passive = quoted_site(s, at, verb) if verb.lemma in ("quote", "cite", "report") else None
    if passive is None and at and "participle" in verb.forms and _is_passive(s, at):
        passive = told_site(s, at, verb)
    if passive:
        return passive
    if verb.lemma in ("ask", "decline", "refuse", "request") and _stays_unnamed(s, at + 1):
        return None
    if s.low[at] == "compared" and s.low[at + 1 : at + 2] in (["with"], ["to"]):
        return None  # "rose to 46, compared with 44 in March"
    question = question_site(s, at) if s.low[at] == "asked" else None
    if question:
        return question
    if not reads_as_verb(s, at, verb):
        return None
    stop = _after_particle(s, at + 1, verb)
    if stop == at + 1 and not verb.frames:
        return None
    if "ing" in verb.forms and at and is_contraction(s.low[at - 1]):
        return place(s, verb, (at, stop), Subject(at - 1, at, at), edge=at - 1)
    group = verb_group(s, at, 0)
    if "ing" in verb.forms and at and s.low[at - 1] in words_of("chains", "ing"):
        kept = verb_group(s, at - 1, 0).start
        subject = subject_before(s, kept, 0)
        return place(s, verb, (kept, stop), subject, edge=subject.start) if subject else None
    if "ing" in verb.forms and grammar("auxiliaries").isdisjoint(s.low[group.start : at]):
        return _participle(s, at, stop, verb, found)
    return _finite(s, at, stop, verb, group, found)


def _is_passive(s: Sentence, at: int) -> bool:
    """Whether a form of "be" stands before a participle, at most an adverb between them."""
    being = grammar("being")
    return s.low[at - 1] in being or (at > 1 and s.low[at - 2] in being)


def _stays_unnamed(s: Sentence, at: int) -> bool:
    """ "asked not to be named": nothing that is told."""
    at += at < s.size and s.low[at] == "not"
    return s.low[at : at + 2] == ["to", "be"] and s.low[at + 2 : at + 3] in (["named"], ["identified"], ["quoted"])


def _is_reduced(s: Sentence, verb: Verb, subject: Subject) -> bool:
    """Whether a past form only tells more of a noun in a phrase: "in a message posted on Friday"."""
    if not {"past", "participle"} <= verb.forms or subject.start == 0 or is_name(s, subject.start):
        return False
    return s.low[subject.start - 1] in ("in", "at", "on", "with", "by", "from", "of", "for", "to")


def _after_particle(s: Sentence, at: int, verb: Verb) -> int:
    """Past the particle of a verb, also behind a day, "called on Friday FOR"; `at` where none stands there."""
    if not verb.particles or at >= s.size:
        return at
    day = at + (s.low[at] == "on")
    after_day = day + 1 if day < s.size and s.low[day] in grammar("days") else at
    for particle in (at, after_day):
        if particle < s.size and s.low[particle] in verb.particles and _is_particle(s, particle, verb):
            return particle + 1
    return at


def _is_particle(s: Sentence, at: int, verb: Verb) -> bool:
    """Whether the preposition belongs to the verb: not in "reported on Telegram", "wrote to the board"."""
    if s.low[at] == "to":
        return verb.lemma in TO_PARTICLES
    if s.low[at] != "on" or at + 1 >= s.size:
        return True
    return s.words[at + 1] not in words_of("channels", "networks") and s.low[at + 1] not in grammar("days")


def _finite(s: Sentence, at: int, stop: int, verb: Verb, group: Group, found: list[Site]) -> Site | None:
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
    inverted = inverted_site(s, at, stop, verb) if begin == at else None
    if inverted:
        return inverted
    subject = subject_before(s, begin, 0)
    shared = False
    noun = s.low[begin - 1] == "," and "third" in verb.forms and verb.lemma in words_of("nouns", "homographs")
    if subject is None and not noun and (begin == 0 or s.low[begin - 1] in (*JOINING, ",", QUOTE)):
        subject = _shared_subject(s, begin, verb, found)
        shared = subject is not None
    if subject is None or (not shared and begin == at and _is_reduced(s, verb, subject)):
        return None
    if (negated or s.low[subject.start] in NOBODY) and _tells_nothing(s, stop, verb, subject):
        return None
    if subject.start and s.low[subject.start - 1] == "what" and (cleft := _cleft(s, (begin, stop), verb, subject)):
        return cleft
    edge = begin if shared else subject.start
    return place(s, verb, (begin, stop), subject, edge=edge, shared=shared, negated=negated, modal=group.modal)


def _tells_nothing(s: Sentence, stop: int, verb: Verb, subject: Subject) -> bool:
    """Whether it is only said that nobody said it: "would not say how many", "nobody claimed the ship"."""
    following = s.low[stop] if stop < s.size else "."
    if verb.lemma == "say" and "ing" not in verb.forms and following in UNSAID:
        return True
    return s.low[subject.start] in NOBODY and following != "that"


def _cleft(s: Sentence, cue: tuple[int, int], verb: Verb, subject: Subject) -> Site | None:
    """ "What Moen says is that C"."""
    at = skip_adjuncts(s, cue[1], s.size)
    if at + 1 >= s.size or s.low[at] not in ("is", "was") or s.low[at + 1] not in ("that", QUOTE, ":"):
        return None
    right = at + 1 + (s.low[at + 1] == ":")
    speaker = (subject.start, subject.stop)
    begin = subject.start - 1
    return Site(
        cue, speaker, subject.head_stop, begin, right, None, right, "verb", verb.lemma, verb.strength, verb.frames
    )


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
    if s.low[begin - 1] == "while" and (last := last_finite(s, 0, begin - 1)) is not None:
        # "a plan that Moen defends, while declining to say when"
        return subject_before(s, verb_group(s, last, 0).start, 0)
    if not joined and earlier:
        # A participle after a comma goes with the main clause, not with what is said in it.
        named = [site for site in earlier if site.speaker and s.low[site.speaker[0]] not in ("who", "which", "that")]
        site = (named or earlier)[0]
        if site.speaker and not named:
            first = site.speaker[0]
            whose = subject_before(s, first - (s.low[first - 1] == ","), 0) if first > 1 else None
            return whose or Subject(first, site.speaker[1], site.head_stop)
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
                inner = (
                    subject and subject.start and s.low[subject.start - 1] in ("whether", "if", "because", "how", "why")
                )
                if subject and s.low[subject.start] != "that" and not inner:
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
    if at and before not in BEFORE_PARTICIPLE and not _is_issued(s, at, before):
        author = _author_before(s, at)
        return _of_author(s, verb, (at, stop), author) if author else _absolute(s, at, stop, verb)
    subject = _issuer(s, at, before) or _shared_subject(s, at, verb, found)
    if subject is None:
        return None
    return place(s, verb, (at, stop), subject, edge=at, shared=True, negated=before == "without")


def _of_author(s: Sentence, verb: Verb, cue: tuple[int, int], author: Subject) -> Site | None:
    """The words of a paper that somebody else passed on."""
    site = place(s, verb, cue, author, edge=cue[0])
    passing = main_subject(s, cue[0]) if site else None
    return site._replace(relay=(passing.start, passing.head_stop)) if site and passing else site


def _issuer(s: Sentence, at: int, before: str) -> Subject | None:
    """Who issued the paper whose words follow: "at noon MOEN sent a letter to the board urging them"."""
    if before in BEFORE_PARTICIPLE:
        return None
    issuing = next((k for k in range(at - 2, 0, -1) if s.low[k] in words_of("nouns", "issue")), None)
    return None if issuing is None else subject_before(s, verb_group(s, issuing, 0).start, 0)


def _author_before(s: Sentence, at: int) -> Subject | None:
    """Whose paper it is that was passed on: "handed out a letter FROM MOEN saying"."""
    first = max(0, at - AUTHOR_REACH)
    if words_of("relays", "passing").isdisjoint(s.low[:at]):
        return None
    papers = (
        k
        for k in range(at - 2, first, -1)
        if s.low[k] in ("from", "by") and s.low[k - 1] in words_of("nouns", "issued")
    )
    by = next(papers, 0)
    return Subject(by + 1, at, at) if by and noun_after(s, by + 1, at) == at else None


def _is_issued(s: Sentence, at: int, before: str) -> bool:
    """Whether a document was issued whose words follow, at once or as in "sent a LETTER to the board urging"."""
    issued, earlier = words_of("nouns", "issued"), s.low[:at]
    return before in issued or not (issued.isdisjoint(earlier) or words_of("nouns", "issue").isdisjoint(earlier))


def _absolute(s: Sentence, at: int, stop: int, verb: Verb) -> Site | None:
    """ ", with Moen saying it was old", " – Moen calling it old": a participle with a subject of its own."""
    subject = subject_before(s, at, 0)
    showing = next((k for k in range(subject.start + 1, at - 1) if s.low[k] in SHOWING), None) if subject else None
    if subject and showing:  # "minutes SHOW Moen warning": a base form is no sure verb
        subject = Subject(showing + 1, at, at)
    before = s.low[subject.start - 1] if subject and subject.start else ""
    shown = before in SHOWING
    if subject is None or not (shown or before in ("with", "–", "—", "--")):
        return None
    quoted = s.low[stop : stop + 1] == [QUOTE]
    if s.low[at - 1] in grammar("prepositions") or not (quoted or speaks(s, subject.start, subject.head_stop)):
        return None
    site = place(s, verb, (at, stop), subject, edge=subject.start)
    return site._replace(rule="seen to say") if site and shown else site
