"""Where the noun phrases round a verb begin and end, by closed word classes and commas instead of a parse.

All positions are token indices of a `Sentence`; ranges are half-open.
"""

from typing import NamedTuple

from twosource.extract.cues import grammar, roles, verbs
from twosource.extract.skeleton import QUOTE, Sentence

OPENING = frozenset("([")
HARD_STOPS = frozenset([";", ":", "—", "–", "--", "…", "?", "!", QUOTE, "•", "|", "-", "[", "]", "*"])
NAME_PARTICLES = frozenset(
    [
        "de",
        "da",
        "del",
        "della",
        "di",
        "al",
        "bin",
        "bint",
        "ibn",
        "ben",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "el",
        "du",
        "dos",
        "ter",
    ]
)
LINKING = frozenset(["of", "for", "at", "with", "from"])
ADJUNCT_OPENERS = frozenset(
    [
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "to",
        "via",
        "from",
        "with",
        "through",
        "over",
        "for",
        "by",
        "outside",
        "following",
        "about",
        "of",
        "inside",
        "near",
        "under",
        "aboard",
        "since",
        "ahead",
        "against",
        "between",
    ]
)
MODALS = frozenset(["would", "could", "should", "may", "might", "must", "can", "shall", "will", "cannot"])
LONGEST_SUBJECT = 25  # tokens


class Subject(NamedTuple):
    """A noun phrase before its verb: `start` to `stop` with its appositions, `head_stop` without them."""

    start: int
    stop: int
    head_stop: int

    @property
    def edge(self) -> int:
        """Where the words before the subject end."""
        return self.start


class Group(NamedTuple):
    """The auxiliaries and adverbs before a verb: where they start and what they do to it."""

    start: int
    negated: bool
    passive: bool
    infinitive: bool
    modal: bool


def is_name(s: Sentence, at: int) -> bool:
    """Whether the word is written with a capital (or is a number that may stand in a name)."""
    word = s.words[at]
    return word[0].isupper() and s.low[at] not in grammar("subjects")


def is_adverb(word: str) -> bool:
    return word in grammar("adverbs") or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


NOT_ADVERBS = frozenset(
    [
        "family",
        "assembly",
        "reply",
        "monopoly",
        "italy",
        "july",
        "ally",
        "supply",
        "early",
        "weekly",
        "daily",
        "rally",
        "bully",
        "anomaly",
        "kelly",
        "billy",
        "sally",
        "emily",
        "holy",
        "only",
        "elderly",
    ]
)


def is_finite(s: Sentence, at: int) -> bool:
    """Whether the word is likely to be a finite verb where it stands."""
    word = s.low[at]
    if word in grammar("auxiliaries") or word in grammar("pasts") or word in grammar("presents"):
        return True
    before = s.low[at - 1] if at else ""
    if s.words[at][0].isupper():
        return False
    if word.endswith(("'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m")):
        return word[:-2].rstrip("'’") in grammar("subjects")
    known = verbs().get(word)
    if known and ("third" in known.forms or "past" in known.forms):
        return (
            before not in grammar("determiners")
            and before not in grammar("prepositions")
            and not ("past" in known.forms and at + 1 < len(s) and s.low[at + 1] in ("by", "in", "on", "at"))
        )
    if word.endswith("ed") and len(word) > 4 and at:
        following = s.low[at + 1] if at + 1 < len(s) else "."
        if before in grammar("determiners") or before in grammar("prepositions"):
            return False
        return (
            following in grammar("determiners")
            or following in grammar("objects")
            or following in ("that", "to", "its", "out", "up")
        )
    return False


def verb_group(s: Sentence, at: int, floor: int) -> Group:
    """The group of the verb at `at`, looking back no further than `floor`."""
    start = at
    negated = passive = infinitive = modal = False
    auxiliary = ""
    while start > floor:
        word = s.low[start - 1]
        if word in grammar("auxiliaries"):
            auxiliary = auxiliary or word
            modal |= word in MODALS
            negated |= word in grammar("negations")
        elif word in grammar("negations"):
            negated = True
        elif word == "to" and start == at - sum(is_adverb(w) for w in s.low[start:at]):
            infinitive = True
            break
        elif not is_adverb(word) or (s.words[start - 1][0].isupper() and start - 1 > 0):
            break
        start -= 1
    if auxiliary in (
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "isn't",
        "wasn't",
        "weren't",
        "aren't",
        "wasn’t",
        "isn’t",
    ):
        forms = verbs()[s.low[at]].forms if s.low[at] in verbs() else frozenset()
        passive = "participle" in forms and "ing" not in forms
    return Group(start, negated, passive, infinitive, modal)


def subject_before(s: Sentence, stop: int, floor: int) -> Subject | None:
    """The noun phrase that ends just before `stop`, with its appositions between commas."""
    stop = _before_times(s, stop, floor)
    last = stop - 1
    if last < floor:
        return None
    word = s.low[last]
    if word == QUOTE:
        return None
    if word == ",":
        return _with_apposition(s, last, floor)
    if word in grammar("pronouns") or word in ("that", "this", "these", "those", "what", "everyone", "someone"):
        return Subject(last, stop, stop)
    if not word[0].isalnum() and word not in (".", ")"):
        return None
    start = _segment_start(s, last, floor)
    start = _trim_front(s, start, stop)
    if (
        start == last
        and start > floor
        and (word[0].isdigit() or word in grammar("days"))
        and s.low[start - 1] in grammar("prepositions")
    ):
        return subject_before(s, start - 1, floor)
    return Subject(start, stop, stop) if start < stop and stop - start <= LONGEST_SUBJECT else None


def _before_times(s: Sentence, stop: int, floor: int) -> int:
    """Back over days and times between a subject and its verb: "Moen this week said"."""
    at = stop
    while at - 1 > floor and (
        s.low[at - 1] in grammar("days")
        or (
            s.low[at - 1]
            in (
                "week",
                "month",
                "year",
                "morning",
                "afternoon",
                "evening",
                "night",
                "weekend",
                "recently",
                "earlier",
                "later",
            )
        )
    ):
        at -= 1
    if at == stop:
        return stop
    while at - 1 > floor and s.low[at - 1] in (
        "this",
        "last",
        "late",
        "early",
        "on",
        "earlier",
        "that",
        "next",
        "past",
    ):
        at -= 1
    return at if at - 1 >= floor and (s.low[at - 1][0].isalnum() or s.low[at - 1] in (",", ")")) else stop


def _segment_start(s: Sentence, last: int, floor: int) -> int:
    """The start of the clause that the noun phrase ending at `last` opens."""
    at = last
    while at >= floor:
        word = s.low[at]
        if word == ")":
            while at > floor and s.low[at] != "(":
                at -= 1
            at -= 1
            continue
        if word == QUOTE and floor < at < last and is_name(s, at - 1) and is_name(s, at + 1):
            at -= 1
            continue
        if word == "," or word in HARD_STOPS or word == "(":
            break
        if word in grammar("coordinators") or word in grammar("subordinators") or word in ("who", "which"):
            if word == "and" and at > floor and _joins_nouns(s, at, floor):
                at -= 1
                continue
            if word not in ("that",) or not (at > floor and s.low[at - 1] in grammar("prepositions")):
                break
        at -= 1
    return at + 1


def _joins_nouns(s: Sentence, at: int, floor: int) -> bool:
    """Whether an "and" joins two noun phrases of one subject."""
    before = s.low[at - 1]
    if before == "," or not before[0].isalnum() or before in grammar("objects"):
        return False
    back = at - 1
    while (
        back >= floor
        and s.low[back] not in HARD_STOPS
        and s.low[back] != ","
        and s.low[back] not in grammar("subordinators")
    ):
        if is_finite(s, back):
            return False
        back -= 1
    return True


def _trim_front(s: Sentence, start: int, stop: int) -> int:
    """Leaves out what opens the clause before its subject: connectives, adverbs, days, a fronted phrase, a verb."""
    while start < stop - 1 and (
        s.low[start] in grammar("openers")
        or (is_adverb(s.low[start]) and s.low[start] != "all")
        or not s.low[start][0].isalnum()
    ):
        start += 1
    finite = [at for at in range(start, stop) if is_finite(s, at)]
    if finite:
        return _noun_start(s, stop, finite[-1] + 1)
    if (
        s.low[start] in grammar("prepositions")
        or s.low[start] in grammar("days")
        or (
            s.low[start].endswith("ing")
            and start + 1 < stop
            and s.low[start] not in ("being",)
            and not s.words[start][0].isupper()
        )
    ):
        return _noun_start(s, stop, start + 1)
    return start


def _noun_start(s: Sentence, stop: int, floor: int) -> int:
    """The start of the last plain noun phrase before `stop`: back to its determiner, or over its names and nouns."""
    at = stop - 1
    while at > floor:
        before = s.low[at - 1]
        if s.low[at] in grammar("determiners"):
            if before in LINKING and at - 2 >= floor and s.low[at - 2][0].isalnum() and at - 2 > floor:
                at -= 2
                continue
            break
        if before in grammar("determiners"):
            at -= 1
            continue
        if (
            is_name(s, at)
            and not is_name(s, at - 1)
            and before != "."
            and before not in roles("persons")
            and before not in roles("titles")
        ):
            if before in LINKING and at - 2 > floor:
                at -= 2
                continue
            break
        if (
            before in grammar("prepositions")
            or before in grammar("days")
            or before in grammar("times")
            or is_adverb(before)
            or not (before[0].isalnum() or before == ".")
        ):
            if before in LINKING and at - 2 > floor and s.low[at - 2][0].isalnum():
                at -= 2
                continue
            break
        at -= 1
    return max(at, floor)


def _with_apposition(s: Sentence, comma: int, floor: int) -> Subject | None:
    """The subject of a verb that follows a comma: "Ada Moen, the mayor of Vell, said"."""
    at = comma - 1
    while at > floor:
        while at > floor and s.low[at] != ",":
            if s.low[at] in HARD_STOPS and s.low[at] != QUOTE:
                return None
            at -= 1
        if s.low[at] != ",":
            break
        if s.low[at + 1] in ("and", "but", "or") and at + 1 < comma:
            return None
        start = _trim_front(s, _segment_start(s, at - 1, floor), at)
        if start >= at:
            return None
        head = s.low[at - 1]
        opens_lower = (
            not s.words[start][0].isupper()
            and s.low[start] not in ("the", "a", "an")
            and s.low[at - 1] not in grammar("pronouns")
        )
        follows_name = (
            start > floor + 1
            and s.low[start - 1] == ","
            and (is_name(s, start - 2) or s.low[start - 2] == ")")
            and not is_name(s, start)
        )
        if follows_name or (opens_lower and start > floor and s.low[start - 1] == "," and not head.endswith("s")):
            at = start - 1
            if at > floor and s.low[at] == ",":
                start = _trim_front(s, _segment_start(s, at - 1, floor), at)
                if start < at and comma - start <= 2 * LONGEST_SUBJECT:
                    return Subject(start, comma, at)
            return None
        if comma - start > 2 * LONGEST_SUBJECT:
            return None
        return Subject(start, comma, at)
    return None


def noun_after(s: Sentence, at: int, limit: int, *, linking: bool = True) -> int:
    """Where the noun phrase that begins at `at` ends; `at` itself where none begins there."""
    start = at
    if at >= limit:
        return at
    if s.low[at] in grammar("pronouns") or s.low[at] in grammar("objects"):
        return at + 1
    named = False
    while at < limit:
        word = s.low[at]
        if word == "(":
            while at < limit and s.low[at] != ")":
                at += 1
            at = min(at + 1, limit)
            continue
        if word == ".":
            if at + 1 >= limit or at == start:
                break
            at += 1
            continue
        if word == QUOTE:
            quote = s.quotes[at]
            if (
                at > start
                and is_name(s, at - 1)
                and at + 1 < limit
                and is_name(s, at + 1)
                and quote
                and quote.kind != "speech"
            ):
                at += 1
                continue
            break
        if word in ("'", "’", "&", "#", "@", "$", "/", "€", "£", "%"):
            at += 1
            continue
        if not word[0].isalnum():
            break
        if word in LINKING and linking and at > start and at + 1 < limit and not is_finite(s, at + 1):
            at += 1
            named = False
            continue
        if word == "and" and at > start and at + 1 < limit and is_name(s, at + 1) and is_name(s, at - 1):
            at += 1
            continue
        if word in NAME_PARTICLES and at + 1 < limit and is_name(s, at + 1) and named:
            at += 1
            continue
        if (
            word in grammar("prepositions")
            or word in grammar("coordinators")
            or word in grammar("subordinators")
            or word in ("who", "which")
        ):
            break
        if word in grammar("days") and not (at == start) and s.low[at - 1] not in grammar("determiners"):
            break
        if (
            at > start
            and (word in grammar("determiners") or word in grammar("subjects"))
            and s.low[at - 1] not in LINKING
        ):
            if (
                word
                not in ("other", "one", "two", "three", "four", "five", "six", "several", "many", "few", "more", "most")
                or named
            ):
                break
        if is_adverb(word) and not is_name(s, at):
            break
        if not is_name(s, at):
            if (
                named
                and not word[0].isdigit()
                and not s.low[at - 1].endswith(("'s", "’s"))
                and word not in roles("bodies")
                and word not in roles("persons")
            ):
                break
            if at > start and (is_finite(s, at) or word in grammar("auxiliaries")):
                break
        else:
            named = True
        at += 1
    return at


def apposition_after(s: Sentence, at: int, limit: int) -> int:
    """Where an apposition that a comma at `at` opens ends; `at` where what follows is none."""
    if at + 1 >= limit or s.low[at] != ",":
        return at
    first = s.low[at + 1]
    looks = (
        first
        in (
            "a",
            "an",
            "the",
            "who",
            "whose",
            "which",
            "his",
            "her",
            "its",
            "their",
            "one",
            "another",
            "former",
            "then",
            "now",
            "also",
            "chief",
            "senior",
            "head",
            "co",
        )
        or first in roles("persons")
        or first in roles("bodies")
        or first in roles("titles")
        or first[0].isdigit()
        or any(word in roles("persons") for word in s.low[at + 2 : min(at + 6, limit)])
    )
    if not looks or first in grammar("coordinators") or first in grammar("subordinators"):
        return at
    end = at + 1
    while end < limit:
        word = s.low[end]
        if word in HARD_STOPS and word != QUOTE:
            break
        if word == QUOTE and end > at + 1 and s.low[end - 1] in (",", "."):
            break
        if word == "," and end + 1 < limit:
            following = s.low[end + 1]
            known = verbs().get(following)
            if (
                (known and "ing" in known.forms)
                or following in ("but", "as", "while", "when", "after")
                or following in grammar("subjects") - {"who", "that"}
            ):
                break
            if first not in ("who", "which", "whose") and following == "and":
                break
        end += 1
    while end > at + 1 and s.low[end - 1] in (".", ","):
        end -= 1
    return end


def skip_adjuncts(s: Sentence, at: int, limit: int) -> int:
    """Past days, times and prepositional phrases after a cue: "said on Tuesday in an interview with the paper"."""
    while at < limit:
        word = s.low[at]
        if word in grammar("days") or word in grammar("times") or (is_adverb(word) and word not in ("there", "all")):
            at += 1
            if (
                at < limit
                and s.low[at] == "."
                and s.low[at - 1] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
                and at + 1 < limit
            ):
                at += 1
            continue
        if word in ADJUNCT_OPENERS and at + 1 < limit and not (word == "to" and not _is_hearer(s, at + 1)):
            end = noun_after(s, at + 1, limit)
            if end > at + 1:
                at = end
                if at < limit and s.low[at] == QUOTE and is_title(s, at) and s.low[at - 1] not in (",", ":"):
                    at += 1
                continue
            if s.low[at + 1] == QUOTE and is_title(s, at + 1) and word != "to":
                at += 2
                continue
            if s.low[at + 1].endswith("ing") and word in ("after", "before", "in", "on"):
                end = at + 2
                while end < limit and s.low[end] not in HARD_STOPS and s.low[end] not in (",", "that"):
                    end += 1
                at = end
                continue
        break
    return at


def _is_hearer(s: Sentence, at: int) -> bool:
    """Whether the word after "to" opens a noun phrase and is no infinitive."""
    word = s.low[at]
    return (
        is_name(s, at)
        or word in grammar("determiners")
        or word in grammar("objects")
        or word in roles("anonymous")
        or (word.endswith("s") and word not in verbs())
    )


def is_title(s: Sentence, at: int) -> bool:
    """Whether the quotation at `at` looks like the name of a programme or a book, and not like speech."""
    quote = s.quotes[at]
    return bool(quote and quote.kind == "title")


def head_of(s: Sentence, start: int, stop: int) -> str:
    """The head noun of a noun phrase in lower case: its last word before a preposition, a comma or a relative clause."""
    head = ""
    for at in range(start, stop):
        word = s.low[at]
        if head and (word in grammar("prepositions") or word in ("who", "which", "that", ",", "(")):
            break
        if word[0].isalnum() and word not in ("'s", "’s"):
            head = word
    return head


def has_finite(s: Sentence, start: int, stop: int) -> bool:
    """Whether a finite verb stands in the range."""
    return any(is_finite(s, at) for at in range(start, stop))


def main_subject(s: Sentence, stop: int) -> Subject | None:
    """The subject of the first clause: the noun phrase before the first finite verb of the sentence."""
    start = 0
    while start < stop and (s.low[start] in grammar("openers") or not s.low[start][0].isalnum()):
        start += 1
    if start < stop and (
        s.low[start] in grammar("prepositions")
        or s.low[start] in grammar("subordinators")
        or s.low[start].endswith("ing")
    ):
        while start < stop and s.low[start] != ",":
            start += 1
        start += 1
    for at in range(start, stop):
        if is_finite(s, at) or (at > start and s.low[at].endswith("ed") and not s.words[at][0].isupper()):
            return subject_before(s, verb_group(s, at, start).start, start)
    return None
