"""Whether a reporting verb is one where it stands: "claims" may be a noun, "detailed" an adjective."""

from twosource.extraction.reports.accepting import SPEAKING
from twosource.extraction.reports.sites import is_contraction
from twosource.extraction.sentences.cues import Verb, forms_of, grammar, roles, words_of
from twosource.extraction.sentences.nouns import has_finite, head_of, is_adverb, is_finite, is_name
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.extraction.sentences.subjects import subject_before
from twosource.text.names import country_of

BEFORE_ADJECTIVE = frozenset(["more", "most", "very", "less", "so", "too", "newly", "long", "much"])
NUMBERS = frozenset(["seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "dozens", "hundred"])
PLURAL_DETERMINERS = frozenset(["all", "some", "many", "most", "several", "few", "both"])


def reads_as_verb(s: Sentence, at: int, verb: Verb) -> bool:
    before = s.low[at - 1] if at else ""
    if s.words[at][0].isupper() and at and before not in (QUOTE, ":", ",") and verb.lemma not in ("say", "tell"):
        return False
    if verb.forms <= {"base", "third"}:
        determined = before in grammar("determiners") and not (before in PLURAL_DETERMINERS and "base" in verb.forms)
        if (determined and before not in ("this", "that")) or before[:1].isdigit() or before in NUMBERS:
            return False
        if before in grammar("prepositions") and before != "to":
            return False
        if before.endswith(("'s", "’s")) and not before.startswith(("he", "she", "it", "who")):
            return False
        return _clear_present(s, at, verb)
    if "past" in verb.forms:
        if "mind" in verb.frames and s.low[at + 1 : at + 2] == ["of"]:
            return False  # "a boat suspected of smuggling"
        if verb.frames == {"object"} and s.low[at + 1 : at + 2] == ["to"]:
            return False  # "a statement attributed to the group"
        if verb.lemma in ("quote", "cite") and s.low[at + 1 : at + 2] == ["in"] and before == ",":
            return False  # "her remark, quoted in the Courier"
        agent = s.low[at + 1 : at + 2] == ["by"] and at + 2 < s.size and not s.low[at + 2][0].isdigit()
        agent = agent and s.low[at + 2] not in words_of("channels", "means")  # "said by telephone"
        if agent and ("speech" not in verb.frames or "object" in verb.frames) and verb.lemma != "respond":
            return False
        owned = (
            before.endswith(("'s", "’s"))
            and not is_contraction(before)
            and before[:3] not in ("who", "the", "tha", "wha")
        )
        if owned and is_name(s, at - 1):
            return False  # "Moen's reported offer"
        return before not in BEFORE_ADJECTIVE and before not in ("a", "an", "the", "its", "their")
    return True


def _clear_present(s: Sentence, at: int, verb: Verb) -> bool:
    """Whether a base or -s form, which may be a noun, reads as a verb by the words beside it."""
    back = at - 1
    while back > 0 and is_adverb(s.low[back]):
        back -= 1
    before = s.low[back] if back >= 0 else ""
    homograph = verb.lemma in words_of("nouns", "homographs")
    if before in grammar("auxiliaries") or before == "to":
        return "base" in verb.forms  # "have claims in the area": a noun
    if before in grammar("pronouns") and before != "one":
        return True
    if before in ("and", "but") and (not homograph or s.low[at + 1 : at + 2] == ["that"]):
        return True
    if "base" in verb.forms and not _is_plural(s, back, before):
        return False
    return not homograph or _clear_homograph(s, at, verb, back, before)


def _clear_homograph(s: Sentence, at: int, verb: Verb, back: int, before: str) -> bool:
    """The same of a form that is as often a noun, such as "claims"; `before` is the last word that is no adverb, at `back`."""
    following = s.low[at + 1] if at + 1 < s.size else "."
    after = at + 2 if following == "that" and "third" in verb.forms else s.size
    if after < s.size and is_finite(s, after) and not is_contraction(s.low[after]):
        return False  # "Ohio and Utah, states that vote in March"
    if before in (",", QUOTE) and s.low[at] == "reports" and at + 1 < s.size and is_name(s, at + 1):
        return has_finite(s, 0, at)  # "The dam is safe, reports North Wire"
    clause = following in grammar("subjects") and following not in ("this", "that", "these", "those")
    if clause or following in ("that", QUOTE, ":", "how", "why", "whether"):
        return before != "" and before not in grammar("determiners")
    if at + 1 < s.size and (is_finite(s, at + 1) or "base" in forms_of(following)):
        return False
    head = _head_before(s, back + 1)
    known = head in roles(*SPEAKING)
    if following == "from" and s.low[at] == "reports" and "," in s.low[:at]:
        return is_name(s, back) and has_finite(s, 0, at)  # "The river is high, North Wire reports from Vell"
    if following in grammar("auxiliaries") or following in grammar("prepositions") - {"for", "on", "to", "in"}:
        return False
    if not following[0].isalnum():
        document = "third" in verb.forms and head in roles("documents")
        speaker = is_name(s, back) or document or (s.low[at - 1] == head and known)
        return speaker and (at == s.size - 1 or following == "." or s.low[at + 2 : at + 3] in (["citing"], ["quoting"]))
    if "third" in verb.forms:
        adjective = before in grammar("origins") or country_of(before) not in (None, before)
        return known or (is_name(s, back) and not adjective and not before.endswith(("'s", "’s", "s")))
    return known or is_name(s, back)


def _is_plural(s: Sentence, back: int, before: str) -> bool:
    if s.words[back].isupper() and len(before) > 1:
        return True  # "WHO say": a body, as Britain speaks of it
    if before.endswith("s") or before in grammar("plurals") or before in roles("anonymous") or before == ",":
        return True
    if back >= 2 and "and" in s.low[max(0, back - 4) : back]:
        return True
    head = _head_before(s, back + 1)
    return head.endswith("s") or head in grammar("plurals") or head in roles("anonymous")


def _head_before(s: Sentence, stop: int) -> str:
    subject = subject_before(s, stop, 0)
    return head_of(s, subject.start, subject.head_stop) if subject else ""
