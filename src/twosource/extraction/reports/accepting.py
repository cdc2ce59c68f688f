"""Whether a verb, its subject and its content make a report, by the grammar that the verb takes."""

from twosource.extraction.reports.sites import Site
from twosource.extraction.sentences.adjuncts import is_hearer, opens_count
from twosource.extraction.sentences.cues import Verb, grammar, roles, words_of
from twosource.extraction.sentences.nouns import CLOSED, has_finite, head_of, is_finite, is_name, noun_after
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.extraction.sentences.subject_asides import Subject
from twosource.text.outlets import is_outlet

SPEAKING = ("persons", "bodies", "documents", "anonymous")
# Verbs that report only before an infinitive.
REFUSING = frozenset(["decline", "refuse"])
# Verbs that also tell what a thing is named.
NAMING = frozenset(["call", "dub", "term", "label", "brand"])
# Verbs that hardly mean anything but saying.
PLAIN = frozenset(["say", "tell", "warn", "insist", "argue", "claim", "add", "note", "acknowledge"])
# Verbs with which one tells what one will do oneself.
OF_ONESELF = frozenset(
    ["offer", "promise", "vow", "pledge", "threaten", "propose", "decline", "refuse", "agree", "claim", "swear"]
)
# Verbs whose object may be a deed: "called a strike", "conceded a goal".
OF_ACTS = frozenset(["pledge", "swear", "call", "concede", "report", "claim", "admit", "put"])
MEASURE_REACH = 14  # tokens after "put" in which "at" and its number stand
SHORT_CLAUSE = 4  # tokens of a content before a comma can end the search for its verb


def speaks(s: Sentence, start: int, stop: int) -> bool:
    """Whether a noun phrase can stand for somebody or something that speaks: a name, a pronoun, a noun of the lists."""
    head = head_of(s, start, stop).removeprefix("ex-")
    stem = head[:-1] if head.endswith("s") else head
    if head in grammar("pronouns") or head in ("that", "those", "these"):
        return True
    if head in roles(*SPEAKING) or stem in roles(*SPEAKING):
        return True
    if head.endswith("ing") and not is_name(s, start):
        return False
    return (
        is_name(s, stop - 1)
        or (is_name(s, start) and s.low[start] not in grammar("determiners"))
        or (s.low[stop - 1] in (")", ".") and any(is_name(s, at) for at in range(start, stop)))
    )


def is_plausible(s: Sentence, subject: Subject, verb: Verb, modal: bool, following: str) -> bool:
    """Whether the subject can speak, for verbs that also have other meanings or tell what may be said one day."""
    first = s.low[subject.start].replace("’", "'").partition("'")[0]
    if first in ("i", "we", "you"):
        that = following == "that" and "mind" not in verb.frames and first != "you"
        return that or (verb.lemma in ("say", "warn", "argue") and following not in grammar("prepositions"))
    if first in ("that", "which") and subject.stop - subject.start == 1 and following != "that" and verb.lemma != "say":
        return False
    if first == "that" and following == "" and verb.lemma == "say":
        return False
    if verb.lemma in PLAIN:
        return True
    if verb.lemma == "hear":
        return head_of(s, subject.start, subject.head_stop) in roles("hearing")  # "a court heard"
    if verb.lemma == "learn":
        return is_outlet(s.of(subject.start, subject.head_stop).of(s.text))  # others learn what they do not tell
    if modal and ("mind" in verb.frames or not verb.frames <= {"clause", "tell"}):
        return False
    return speaks(s, subject.start, subject.head_stop)


def is_accepted(s: Sentence, site: Site, verb: Verb, particle: bool, quote_left: bool) -> bool:
    """Whether a verb with its content reads as a report by the grammar the verb takes."""
    if site.open_end:
        return bool(verb.frames & {"clause", "speech"})
    if site.right is None:
        said = quote_left or particle or verb.frames & {"clause", "tell"}
        return site.left is not None and bool(said)
    following = s.low[site.right]
    if following == QUOTE:
        quote = s.quotes[site.right]
        if verb.lemma in NAMING and site.speaker and s.low[site.speaker[0]] in ("a", "an"):
            return False
        if quote and quote.kind == "title" and s.low[site.right - 1] not in (",", ":"):
            return bool(verb.frames & {"clause", "object"})
        return bool(verb.frames - {"show"}) or bool(quote and quote.kind == "speech")
    if s.low[site.right - 1] == ":" or site.left is not None:
        return True
    if (
        verb.lemma in NAMING
        and not particle
        and is_name(s, site.right)
        and site.speaker
        and s.low[site.speaker[0]] in ("a", "an", "the")
    ):
        return False  # "a programme called Dawn"
    if following in grammar("auxiliaries") and not site.shared and not _relative(s, site):
        return False
    if following in grammar("coordinators") and not site.shared:
        return False
    if following in ("when", "before", "after", "as", "while", "than") and not verb.frames & {"ask"}:
        return False
    return _fits(s, site, verb, particle, following)


def _relative(s: Sentence, site: Site) -> bool:
    """Whether the words lack their subject, as in "boats, which he said were lost"."""
    first = site.speaker[0] if site.speaker else 0
    return first > 0 and s.low[first - 1] in ("who", "which", "that", "whom")


def _fits(s: Sentence, site: Site, verb: Verb, particle: bool, following: str) -> bool:
    """Whether indirect content, which begins with the word `following`, fits the verb."""
    if particle:
        return True
    if following == "that" or following in grammar("questions"):
        return bool(verb.frames & {"clause", "tell", "ask", "show", "mind"})
    if verb.frames == {"speech"}:
        return False
    right = site.right or 0
    head = head_of(s, site.speaker[0], site.head_stop) if site.speaker else ""
    if head in roles("documents") and "clause" in verb.frames and following not in grammar("prepositions"):
        return True
    if "show" in verb.frames:
        finding = head in roles("anonymous") or (verb.lemma == "find" and head in roles("judging"))
        return finding and _opens_clause(s, right)
    if following == "to" or (following == "not" and s.low[right + 1 : right + 2] == ["to"]):
        return "ask" in verb.frames or (verb.lemma == "say" and s.low[right + 1 : right + 2] != ["be"])
    if verb.lemma in REFUSING:
        return False
    if "ask" in verb.frames and verb.lemma not in OF_ONESELF and _has_infinitive(s, right):
        return True
    noun = noun_after(s, right, s.size)
    if _is_deed(s, verb, right, noun):
        return False
    if site.hearer and following == "against":
        return True
    if verb.lemma in ("question", "challenge"):
        return head_of(s, right, noun) not in roles("persons", "anonymous")  # "questioned the student"
    if verb.lemma == "put":
        return _has_measure(s, right)
    if "mind" in verb.frames:
        return following not in grammar("prepositions") and _opens_clause(s, right)
    if "clause" in verb.frames and _opens_clause(s, right):
        return True
    if verb.lemma in NAMING and QUOTE not in s.low[right:] and _only_names(s, site, verb, noun):
        return False
    closed = following in grammar(*CLOSED) and not opens_count(s, right)
    return ("object" in verb.frames and not closed) or (verb.lemma == "say" and not closed and right < s.size - 1)


def _is_deed(s: Sentence, verb: Verb, right: int, noun: int) -> bool:
    """Whether the verb tells of something done: "called a strike", "recalled its envoy", "answered a call", "said it often"."""
    following, after = s.low[right], s.low[right + 1] if right + 1 < s.size else ""
    if verb.lemma == "say" and following in ("it", "so"):
        return after in ("so", "best") or after in grammar("repeating")
    if verb.lemma == "offer":
        return True
    head = head_of(s, right, noun)
    if verb.lemma == "answer" and head in words_of("phrases", "asked_for"):
        return True
    if verb.lemma in ("recall", "report") and head in roles("persons", "bodies") and not _opens_clause(s, right):
        return True
    opens_clause = noun < s.size and is_finite(s, noun)
    return verb.lemma in OF_ACTS and head in words_of("phrases", "acts") and not opens_clause


def _only_names(s: Sentence, site: Site, verb: Verb, noun: int) -> bool:
    """Whether nothing is said of what is called: "called an election", "a group called the Sea Watch", "called the police"."""
    right = site.right or 0
    if verb.lemma == "call" and _is_by_phone(s, right, noun):
        return True
    ends = noun >= s.size or not s.low[noun][0].isalnum() or s.low[noun] in grammar("prepositions")
    if s.low[right] in ("a", "an") and ends:
        return True
    bare = site.cue[1] - site.cue[0] == 1 and (noun >= s.size or s.low[noun] in (",", ".") or is_finite(s, noun))
    return bare and is_name(s, noun - 1)


def _is_by_phone(s: Sentence, right: int, noun: int) -> bool:
    """Whether somebody is rung up or sent for: "called him every day", "called the police"."""
    if s.low[right] in grammar("objects") and s.low[right] != "it":
        at = right + 1 + (s.low[right + 1 : right + 2] == ["on"])
        return at < s.size and s.low[at] in grammar("days", "times", "repeating")
    ends = noun >= s.size or not s.low[noun][0].isalnum() or s.low[noun] in grammar(*CLOSED)
    return ends and head_of(s, right, noun) in roles("bodies", "persons") and s.low[right] in grammar("determiners")


def _opens_clause(s: Sentence, right: int) -> bool:
    """Whether a verb stands in the words from `right` to the next mark."""
    end = next((at for at in range(right + SHORT_CLAUSE, s.size) if s.low[at] in (",", ";", "—", "–")), s.size)
    return has_finite(s, right, end) or any(word.endswith("ed") for word in s.low[right + 1 : end])


def _has_infinitive(s: Sentence, right: int) -> bool:
    """Whether somebody is asked to do something: "urged the council to act", not "sent tiles to schools"."""
    places = range(right, min(right + 12, s.size - 1))
    return any(s.low[at] == "to" and not is_hearer(s, at + 1) for at in places)


def _has_measure(s: Sentence, right: int) -> bool:
    """Whether a number follows "at": "put the damage at about $38 million"."""
    for at in range(right, min(right + MEASURE_REACH, s.size - 1)):
        if s.low[at] in (",", ".", ";"):
            return False
        if s.low[at] == "at":
            return any(word[0].isdigit() for word in s.low[at + 1 : at + 5])
    return False
