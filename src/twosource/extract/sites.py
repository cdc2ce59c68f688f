"""Where a sentence reports: the cue, the subject that speaks, and on which side the content stands.

One `Site` a cue; the extent of the content is decided afterwards, when all sites of the sentence are known. Positions are
token indices of the `Sentence`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from twosource.extract.clauses import (
    HARD_STOPS,
    Subject,
    apposition_after,
    has_finite,
    head_of,
    is_adverb,
    is_finite,
    is_name,
    main_subject,
    noun_after,
    skip_adjuncts,
    subject_before,
    verb_group,
)
from twosource.extract.cues import Verb, grammar, roles, verbs, words_of
from twosource.extract.skeleton import QUOTE, Sentence


class Site(NamedTuple):
    """A cue with its speaker. `left` ends the content before it, `right` begins the content after it; None for no content there.

    `begin` and `end` bound the words of the report itself, speaker and cue. `shared` marks a subject taken over from the
    clause before.
    """

    cue: tuple[int, int]
    speaker: tuple[int, int] | None
    head_stop: int
    begin: int
    end: int
    left: int | None
    right: int | None
    rule: str
    lemma: str
    strength: str
    negated: bool = False
    shared: bool = False
    hearer: tuple[int, int] | None = None
    open_end: bool = False
    """The report ends with a colon: what follows in the next sentence is its content."""
    frames: frozenset[str] = frozenset()


FINAL = frozenset([".", "?", "!", ";", "…"])
FRONTED_LEAST = 3  # tokens


def find_sites(s: Sentence) -> list[Site]:
    """The sites of a sentence in order of their cues."""
    found: list[Site] = []
    forms = verbs()
    floor = 0
    for at, word in enumerate(s.low):
        site = None
        if word == "according" or word == "per" or word == "words":
            site = _phrase(s, at, floor)
        elif word in forms:
            site = _verb(s, at, forms[word], floor, found)
        elif word in words_of("nouns", "that") or word in words_of("nouns", "for"):
            site = _noun(s, at)
        if site and not any(site.cue[0] < other.cue[1] and other.cue[0] < site.cue[1] for other in found[-2:]):
            found.append(site)
    return found


# --- phrases ----------------------------------------------------------------------------------------------------------


def _phrase(s: Sentence, at: int, floor: int) -> Site | None:
    n = len(s)
    word = s.low[at]
    if word == "according":
        if at + 2 >= n or s.low[at + 1] != "to":
            return None
        first, stop = at, at + 2
    elif word == "per":
        ends_clause = at == 0 or s.low[at - 1] in (",", "as", QUOTE)
        if (
            not ends_clause
            or at + 1 >= n
            or not (is_name(s, at + 1) or s.low[at + 1] in ("the", "a", "an", "his", "her", "our", "their"))
        ):
            return None
        first, stop = (at - 1 if at and s.low[at - 1] == "as" else at), at + 1
    else:
        if at < 2 or s.low[at - 2 : at] != ["in", "the"] or at + 1 >= n or s.low[at + 1] != "of":
            return None
        first, stop = at - 2, at + 2
    end = _phrase_speaker(s, stop, n)
    if end == stop:
        return None
    speaker = (stop, end)
    before = s.low[first - 1] if first else ""
    after = s.low[end] if end < n else "."
    fronted = first == 0 or all(w in grammar("openers") or not w[0].isalnum() for w in s.low[:first])
    fronted = fronted or (first > 0 and s.low[first - 1] in ("and", "but", "that", ";"))
    left = right = None
    if fronted:
        right = end + 1 if after in (",", ":") else end
    else:
        left = first - 1 if before == "," else first
        if after == "," and end + 1 < n and not _leaves(s, end + 1):
            right = end + 1
        elif after == QUOTE and word == "words":
            right, left = end, None
    if right is not None and right >= n:
        right = None
    if left is None and right is None:
        return None
    name = "according to" if word == "according" else ("per" if word == "per" else "in the words of")
    return Site(
        (first, stop),
        speaker,
        end,
        first,
        end,
        left,
        right,
        f"phrase {name}",
        name,
        "neutral",
        frames=frozenset(["phrase"]),
    )


def _phrase_speaker(s: Sentence, at: int, n: int) -> int:
    """Where the speaker of "according to" ends: over what qualifies it, up to a comma, a quotation or the next clause."""
    end = noun_after(s, at, n)
    while at < end < n:
        word = s.low[end]
        if (
            word in ("in", "on", "by", "at", "to", "about", "between", "who", "which")
            or word in grammar("days")
            or word in grammar("times")
        ):
            nxt = noun_after(s, end + 1, n) if word in grammar("prepositions") else end + 1
            if nxt <= end + 1 and word in grammar("prepositions"):
                break
            end = nxt
        elif (
            word.endswith("ed") or word.endswith("ing") or word in ("seen", "shown", "given", "sent", "written", "made")
        ) and not is_name(s, end):
            end = max(noun_after(s, end + 1, n), end + 1)
        else:
            break
    if end < n and s.low[end] == "," and end > at:
        more = apposition_after(s, end, n)
        if more > end and not (has_finite(s, end + 1, more) and s.low[end + 1] not in ("who", "which")):
            return more
    return end


def _leaves(s: Sentence, at: int) -> bool:
    """Whether what begins after a comma belongs to the reporter and not to what is said."""
    word = s.low[at]
    known = verbs().get(word)
    return word in (
        "but",
        "while",
        "as",
        "after",
        "when",
        "which",
        "who",
        "although",
        "though",
        "because",
        "whereas",
        "where",
        "whose",
        "with",
        "in",
    ) or bool(known and "ing" in known.forms)


# --- verbs ------------------------------------------------------------------------------------------------------------


def _verb(s: Sentence, at: int, verb: Verb, floor: int, found: list[Site]) -> Site | None:
    n = len(s)
    if not _reads_as_verb(s, at, verb):
        return None
    stop = at + 1
    if (
        stop < n
        and s.low[stop] in verb.particles
        and not (
            s.low[stop] == "to"
            and verb.lemma not in ("point", "refer", "allude", "object", "admit", "confess", "respond")
        )
    ):
        stop += 1
    elif not verb.frames:
        return None
    quoted_as = _quoted_as(s, at, verb, floor)
    if quoted_as:
        return quoted_as
    if "ing" in verb.forms and at and _is_contraction(s.low[at - 1]):
        subject = Subject(at - 1, at, at)
        return _placed(s, verb, (at, stop), at, stop, subject, at - 1, False, False, False)
    if (
        "ing" in verb.forms
        and verb_group(s, at, floor).start == at
        or (
            at
            and "ing" in verb.forms
            and s.low[at - 1] not in grammar("auxiliaries")
            and not any(w in grammar("auxiliaries") for w in s.low[verb_group(s, at, floor).start : at])
        )
    ):
        return _participle(s, at, stop, verb, found)
    group = verb_group(s, at, floor)
    begin, negated = group.start, group.negated
    if group.infinitive:
        chained = _chain(s, begin - 1, floor)
        if chained is None:
            return None
        begin, negated = chained[0], negated or chained[1]
    elif at >= 2 and s.low[at - 1] in ("and", "on") and s.low[at - 2] in words_of("chains", "verbs"):
        begin = verb_group(s, at - 2, floor).start
    if group.passive or begin >= 1 and s.low[begin - 1] == "to":
        return None
    inverted = _inverted(s, at, stop, verb, begin)
    if inverted:
        return inverted
    if s.low[begin - 1] == "as" if begin else False:
        return None
    subject = subject_before(s, begin, floor)
    shared = False
    if subject is None and (begin == 0 or s.low[begin - 1] in ("and", "but", "or", ",", "then", QUOTE)):
        subject = _shared_subject(s, begin, found)
        shared = subject is not None
    if subject is None:
        return None
    edge = begin if shared else subject.start
    return _placed(
        s, verb, (begin if s.low[begin:at] else at, stop), at, stop, subject, edge, shared, negated, group.modal
    )


def _reads_as_verb(s: Sentence, at: int, verb: Verb) -> bool:
    before = s.low[at - 1] if at else ""
    if s.words[at][0].isupper() and at and s.low[at - 1] not in (QUOTE, ":", ",") and verb.lemma not in ("say", "tell"):
        return False
    if verb.forms <= {"base", "third"} and not _clear_present(s, at, verb):
        return False
    if verb.forms <= {"base", "third"}:
        if before in grammar("determiners") and before not in (
            "all",
            "some",
            "many",
            "most",
            "several",
            "few",
            "both",
            "this",
            "that",
            "one",
            "another",
            "others",
        ):
            return False
        if before in grammar("prepositions") and before != "to":
            return False
        if before.endswith(("'s", "’s")) and not before.startswith(("he", "she", "it", "who")):
            return False
    if "past" in verb.forms:
        if (
            at + 1 < len(s)
            and s.low[at + 1] == "by"
            and verb.lemma not in ("respond", "begin", "start", "continue", "reply")
        ):
            return False
        if before in (
            "more",
            "most",
            "very",
            "less",
            "so",
            "too",
            "a",
            "an",
            "the",
            "its",
            "their",
            "newly",
            "long",
            "much",
        ):
            return False
    return True


def _is_contraction(word: str) -> bool:
    """Whether the word is a pronoun with an auxiliary: "he's"."""
    return word.endswith(("'s", "’s", "'re", "’re", "'m", "’m")) and word.replace("’", "'").split("'")[0] in grammar(
        "pronouns"
    )


def _clear_present(s: Sentence, at: int, verb: Verb) -> bool:
    """Whether a form that may be a noun, or a base form, reads as a verb by the words beside it."""
    before = s.low[at - 1] if at else ""
    back = at - 1
    while back > 0 and is_adverb(s.low[back]):
        back -= 1
    before = s.low[back] if back >= 0 else ""
    homograph = verb.lemma in words_of("nouns", "homographs")
    if (
        before in grammar("auxiliaries")
        or before == "to"
        or before in grammar("pronouns")
        or (before == "and" and not homograph)
    ):
        return True
    if "base" in verb.forms:
        plural = before.endswith("s") or before in PLURALS or before in roles("anonymous") or before == ","
        plural = plural or (back >= 2 and "and" in s.low[max(0, back - 4) : back])
        if not plural:
            return False
    if not homograph:
        return True
    following = s.low[at + 1] if at + 1 < len(s) else "."
    if following in ("that", QUOTE, ":", "how", "why", "whether") or (
        following in grammar("subjects") and following not in ("this", "that", "these", "those")
    ):
        return before != "" and before not in grammar("determiners")
    if (
        following in grammar("auxiliaries")
        or following in grammar("prepositions") - {"for", "on", "to"}
        or not following[0].isalnum()
    ):
        return before in roles("anonymous") and not following[0].isalpha()
    if "third" in verb.forms:
        return (
            is_name(s, back)
            and not before.endswith(("'s", "’s", "s"))
            or before in roles("persons")
            or before in roles("documents")
            or before in roles("bodies")
        )
    return before in roles("anonymous") or is_name(s, back)


PLURALS = frozenset(
    [
        "people",
        "police",
        "media",
        "data",
        "men",
        "women",
        "children",
        "congress",
        "staff",
        "majority",
        "most",
        "some",
        "many",
        "others",
    ]
)


def _chain(s: Sentence, to: int, floor: int) -> tuple[int, bool] | None:
    """For "went on to say": where the group of the first verb starts, and whether it denies the second."""
    at = to - 1
    while at > floor and (s.low[at] in ("on", "forward", "back", "out") or is_adverb(s.low[at])):
        at -= 1
    if at < floor:
        return None
    if s.low[at] in words_of("chains", "negated"):
        return verb_group(s, at, floor).start, True
    if s.low[at] in words_of("chains", "verbs"):
        return verb_group(s, at, floor).start, False
    return None


def _shared_subject(s: Sentence, begin: int, found: list[Site]) -> Subject | None:
    """The subject of an earlier verb that this one shares: of the verb joined by "and", of the last report, or of the clause."""
    if begin >= 2 and s.low[begin - 1] in ("and", "then", "but", "or"):
        for at in range(begin - 2, -1, -1):
            if (
                s.low[at] in HARD_STOPS
                or s.low[at] in grammar("subordinators")
                or any(site.cue[0] <= at < site.cue[1] for site in found)
            ):
                break
            if is_finite(s, at) or (s.low[at].endswith("ed") and not is_name(s, at) and at == begin - 2):
                subject = subject_before(s, verb_group(s, at, 0).start, 0)
                if subject:
                    return subject
    for site in reversed(found):
        if site.speaker and not site.frames & {"phrase"}:
            return Subject(site.speaker[0], site.speaker[1], site.head_stop)
    return main_subject(s, begin)


def _participle(s: Sentence, at: int, stop: int, verb: Verb, found: list[Site]) -> Site | None:
    """ ", adding that", "in a statement saying", "by saying"."""
    before = s.low[at - 1] if at else ""
    back = at - 1
    while back > 0 and is_adverb(s.low[back]):
        back -= 1
    before = s.low[back] if back >= 0 else ""
    if (
        before not in (",", QUOTE, "and", "by", "–", "—", "--", "while", "before", "after", "without", "but")
        and before not in words_of("nouns", "issued")
        and at > 0
    ):
        return None
    subject = _shared_subject(s, at, found)
    if before in words_of("nouns", "issued") and not found and subject is None:
        subject = subject_before(s, at, 0)
    if subject is None:
        return None
    return _placed(s, verb, (at, stop), at, stop, subject, at, True, before == "without", False)


def _quoted_as(s: Sentence, at: int, verb: Verb, floor: int) -> Site | None:
    """ "was quoted (by Y) as saying" and "Y quoted X as saying"."""
    if verb.lemma not in ("quote", "cite", "report") or "past" not in verb.forms:
        return None
    as_at = next((k for k in range(at + 1, min(at + 14, len(s) - 1)) if s.low[k] == "as"), None)
    if as_at is None or s.low[as_at + 1] not in ("saying", "telling", "having", "stating"):
        return None
    group = verb_group(s, at, floor)
    if group.passive:
        subject = subject_before(s, group.start, floor)
        if subject is None:
            return None
        speaker, begin = (subject.start, subject.stop), subject.start
        head_stop = subject.head_stop
    else:
        stop = noun_after(s, at + 1, as_at)
        if stop == at + 1:
            return None
        speaker, begin, head_stop = (at + 1, as_at), at, stop
        subject = subject_before(s, group.start, floor)
        begin = subject.start if subject else at
    right = skip_adjuncts(s, as_at + 2, len(s))
    left = None
    if (right >= len(s) or s.low[right] in FINAL) and begin > 0:
        left, right = (begin - 1 if s.low[begin - 1] == "," else begin), None  # type: ignore[assignment]
    elif right < len(s) and s.low[right] in (",", ":"):
        right += 1
    return Site(
        (as_at + 1, as_at + 2),
        speaker,
        head_stop,
        begin,
        as_at + 2,
        left,
        right,
        "quoted as saying",
        "say",
        "neutral",
        frames=frozenset(["clause"]),
    )


def _inverted(s: Sentence, at: int, stop: int, verb: Verb, begin: int) -> Site | None:
    """“…,” said Ada Moen, mayor of Vell."""
    if begin != at or not verb.frames & {"clause", "speech"} or verb.forms <= {"base"}:
        return None
    n = len(s)
    before = s.low[at - 1] if at else ""
    if before not in (QUOTE, ",", "") or stop >= n:
        return None
    if (
        s.low[stop] in grammar("objects")
        and s.low[stop] not in ("it", "you")
        or s.low[stop] in ("that",)
        or s.low[stop] in grammar("subjects") - {"he", "she", "they", "i", "we"}
    ):
        return None
    end = noun_after(s, stop, n)
    if end == stop or (
        before == ","
        and not is_name(s, stop)
        and s.low[stop] not in grammar("determiners")
        and s.low[stop] not in roles("anonymous")
        and s.low[stop] not in roles("persons")
    ):
        return None
    head_stop = end
    end = apposition_after(s, end, n) if end < n and s.low[end] == "," else end
    if (
        before == ","
        and s.low[at - 2] != QUOTE
        and (
            has_finite(s, end, min(end + 6, n))
            and s.low[min(end, n - 1)] not in ("as", "after", "when", "in", ",", "on")
        )
    ):
        return None
    if before == "," and s.low[at - 2] != QUOTE:
        if not has_finite(s, 0, at) or ("clause" not in verb.frames) or s.low[stop] in ("a", "an"):
            return None
    after = skip_adjuncts(s, end, n)
    left = (at - 1 if before == "," else at) if at else None
    right = _continued(s, after, n)
    if left is None:
        right = after + 1 if after < n and s.low[after] in (":", ",") else None
        if right is None or right >= n:
            return None
    if verb.frames == {"speech"} and before != QUOTE:
        return None
    return Site(
        (at, stop),
        (stop, end),
        head_stop,
        at,
        end,
        left,
        right,
        "inverted",
        verb.lemma,
        verb.strength,
        frames=verb.frames,
    )


def _continued(s: Sentence, at: int, n: int) -> int | None:
    """Where the second half of a split quotation starts: "A," he said, "B"."""
    if at < n and s.low[at] == ",":
        # "…," she said, looking round, "…": the second half follows the next comma.
        for later in range(at + 1, n):
            if s.low[later] == QUOTE and s.low[later - 1] == ",":
                return later
    for _ in range(2):
        if at < n and s.low[at] in (",", ".", ":", "—", "–", "--", "-", ";"):
            at += 1
    return at if at < n and s.low[at] == QUOTE else None


# --- the side on which the content stands -----------------------------------------------------------------------------


def _placed(
    s: Sentence,
    verb: Verb,
    cue: tuple[int, int],
    at: int,
    stop: int,
    subject: Subject,
    edge: int,
    shared: bool,
    negated: bool,
    modal: bool,
) -> Site | None:
    n = len(s)
    hearer = None
    after = stop
    if "tell" in verb.frames and stop == at + 1:
        after, hearer = _skip_hearer(s, stop, n)
        if (
            after < n
            and s.low[after] == "to"
            and "ask" in verb.frames
            and hearer
            and s.low[hearer[0]] not in grammar("objects")
        ):
            after = stop
    clause_start = after
    after = skip_adjuncts(s, after, n)
    following = s.low[after] if after < n else "."
    quote_left, comma_left = _left_of(s, edge)
    left = right = None
    open_end = False
    ends = after >= n or following in FINAL or following in (")", "]")
    left_stop = edge - 1 if edge and s.low[edge - 1] == "," else edge
    if shared and not quote_left:
        comma_left = False
    if quote_left and following != "that" and not (following == QUOTE and shared):
        left, right = left_stop, _continued(s, after, n)
    elif following == QUOTE:
        right = after
    elif following == ":":
        right = after + 1
        open_end = right >= n
    elif following == "," and after + 1 < n and s.low[after + 1] == QUOTE:
        right = after + 1
        left = left_stop if comma_left else None
    elif ends:
        left = left_stop if comma_left else None
    elif following == ",":
        if comma_left:
            left = left_stop
            right = None if _leaves(s, after + 1) or s.low[after + 1] in grammar("coordinators") else after + 1
        elif after + 1 < n:
            right = after + 1
    elif comma_left and following in grammar("subordinators") and following != "that":
        left = left_stop
    else:
        right = after if following == "that" or has_finite(s, after, n) else clause_start
    if right is not None and right >= n:
        right = None
    rule = "shared subject" if shared else "verb"
    site = Site(
        cue,
        (subject.start, subject.stop),
        subject.head_stop,
        at if shared else subject.start,
        after,
        left,
        right,
        rule,
        verb.lemma,
        verb.strength,
        negated,
        shared,
        hearer,
        open_end,
        verb.frames,
    )
    beside_quote = quote_left or (right is not None and s.low[right] == QUOTE)
    if not beside_quote and not _plausible(s, subject, verb, modal):
        return None
    return site if _accepted(s, site, verb, stop, quote_left) else None


def _plausible(s: Sentence, subject: Subject, verb: Verb, modal: bool) -> bool:
    """Whether the subject can speak, for verbs that also have other meanings or tell what may be said one day."""
    if s.low[subject.start] in ("i", "we", "you") and "mind" in verb.frames:
        return False
    if verb.lemma in ("say", "tell", "warn", "insist", "argue", "claim", "add", "note", "acknowledge"):
        return True
    if modal and not verb.frames <= {"clause", "mind", "tell"}:
        return False
    head = head_of(s, subject.start, subject.head_stop)
    if head in grammar("pronouns") or head in ("that", "those", "these"):
        return True
    if any(
        is_name(s, k) for k in range(subject.start, subject.head_stop) if k or s.low[k] not in grammar("determiners")
    ):
        stem = head[:-1] if head.endswith("s") else head
        return (
            is_name(s, subject.head_stop - 1)
            or s.low[subject.head_stop - 1] in (")", ".")
            or not head[0].isalpha()
            or any(
                word in roles(group)
                for group in ("persons", "bodies", "documents", "anonymous")
                for word in (head, stem)
            )
            or is_name(s, subject.start)
        ) and not (head.endswith("ing") and not is_name(s, subject.start))
    stem = head[:-1] if head.endswith("s") else head
    return any(
        word in roles(group) for group in ("persons", "bodies", "documents", "anonymous") for word in (head, stem)
    )


def _skip_hearer(s: Sentence, at: int, n: int) -> tuple[int, tuple[int, int] | None]:
    if at < n and s.low[at] in grammar("objects"):
        return at + 1, (at, at + 1)
    if at >= n or s.low[at] in ("that", QUOTE, ":", ",", "to") or s.low[at] in grammar("subjects"):
        return at, None
    end = noun_after(s, at, n)
    for cut in range(at + 1, end):
        # "told the crowd Moen would resign": a new name before a finite verb opens the clause.
        if (
            is_name(s, cut)
            and not is_name(s, cut - 1)
            and s.low[cut - 1] not in grammar("determiners")
            and s.low[cut - 1] not in grammar("prepositions")
            and end < n
            and is_finite(s, end)
            and s.low[cut - 1] != "and"
        ):
            end = cut
            break
    return (end, (at, end)) if end > at else (at, None)


def _left_of(s: Sentence, edge: int) -> tuple[bool, bool]:
    """Whether a quotation, or a clause and a comma, stands directly before `edge`."""
    if not edge:
        return False, False
    at = edge - 1
    comma = s.low[at] in (",", "—", "–", "--")
    if comma:
        at -= 1
    if at >= 0 and s.low[at] == QUOTE:
        quote = s.quotes[at]
        inner = quote.inner.of(s.text).rstrip() if quote else ""
        if quote and quote.kind == "title" and not comma and at > 0:
            return False, comma
        return comma or inner[-1:] in (",", ".", "?", "!", "…", "-", "—"), comma
    return False, comma and at + 1 >= FRONTED_LEAST and (
        has_finite(s, 0, at + 1) or at + 1 >= 6 or any(q and q.kind == "speech" for q in s.quotes[:at])
    ) and s.low[0] not in grammar("prepositions") - {"of"} and s.low[0] not in (
        "when",
        "while",
        "as",
        "after",
        "before",
        "if",
        "asked",
        "because",
        "although",
        "though",
    )


def _accepted(s: Sentence, site: Site, verb: Verb, stop: int, quote_left: bool) -> bool:
    """Whether a verb with its content reads as a report by the grammar the verb takes."""
    if site.open_end:
        return bool(verb.frames & {"clause", "speech"})
    if site.right is None:
        return site.left is not None and bool(
            verb.frames & {"clause", "speech", "tell"} if not quote_left else verb.frames
        )
    following = s.low[site.right]
    n = len(s)
    if following in grammar("auxiliaries") and site.left is None and not site.shared:
        return False
    if following == QUOTE or (site.right and s.low[site.right - 1] in (":",)):
        quote = s.quotes[site.right]
        return bool(verb.frames - {"show"}) or following != QUOTE or bool(quote and quote.kind == "speech")
    if site.left is not None:
        return True
    if following == "that" or following in grammar("questions"):
        return bool(verb.frames & {"clause", "tell", "ask", "show", "mind"})
    if verb.frames == {"speech"}:
        return False
    if stop - 1 > site.cue[0] and s.low[stop - 1] in verb.particles:
        return True
    clause = has_finite(s, site.right, n) or any(word.endswith("ed") for word in s.low[site.right + 1 :])
    if "show" in verb.frames:
        head = set(s.low[site.speaker[0] : site.speaker[1]]) if site.speaker else set()
        return bool(head & roles("documents") or (clause and head & roles("anonymous")))
    if following == "to":
        return bool(verb.frames & {"ask"})
    if "ask" in verb.frames and "to" in s.low[site.right : min(site.right + 12, n)]:
        return True
    if "mind" in verb.frames:
        return clause and following not in grammar("prepositions")
    if "clause" in verb.frames and clause and following not in ("to",):
        return True
    if "object" in verb.frames:
        return (
            following not in grammar("prepositions")
            and following not in grammar("coordinators")
            and following not in grammar("subordinators")
        )
    return verb.lemma == "say" and site.right < n - 1


# --- nouns ------------------------------------------------------------------------------------------------------------


def _noun(s: Sentence, at: int) -> Site | None:
    """ "her claim that C", "Moen's call for C"."""
    n = len(s)
    follows = s.low[at + 1] if at + 1 < n else ""
    if not (
        (follows == "that" and s.low[at] in words_of("nouns", "that"))
        or (follows == "for" and s.low[at] in words_of("nouns", "for"))
    ):
        return None
    back = at - 1
    while (
        back >= 0
        and not s.low[back].endswith(("'s", "’s", "s'", "s’"))
        and s.low[back] not in ("his", "her", "their", "its", "my", "our")
        and back > at - 4
        and s.low[back][0].isalnum()
        and s.low[back] not in grammar("determiners")
    ):
        back -= 1
    if back < 0:
        return None
    if s.low[back] in ("his", "her", "their", "its"):
        speaker = (back, back + 1)
    elif s.low[back].endswith(("'s", "’s", "s'", "s’")) and is_name(s, back):
        start = back
        while start > 0 and is_name(s, start - 1):
            start -= 1
        speaker = (start, back + 1)
    else:
        return None
    right = at + 1 if follows == "that" else at + 2
    if right >= n:
        return None
    return Site(
        (at, right if follows == "for" else at + 1),
        speaker,
        speaker[1],
        speaker[0],
        right,
        None,
        right,
        "noun",
        s.low[at],
        "claimed",
        frames=frozenset(["noun"]),
    )


def sites_by_cue(sites: list[Site]) -> Iterator[Site]:
    """The sites in order of their cues."""
    yield from sorted(sites, key=lambda site: site.cue)
