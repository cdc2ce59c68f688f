"""Reports whose cue is a noun: "her claim that C", "Moen's call for C", "the mayor's view is that C"."""

from functools import cache

from twosource.extraction.reports.sites import Site, leaves_content
from twosource.extraction.sentences.cues import grammar, roles, words_of
from twosource.extraction.sentences.nouns import CLOSED, has_finite, is_adverb, is_finite, is_name, noun_after
from twosource.extraction.sentences.skeleton import QUOTE, Sentence

POSSESSIVES = ("'s", "’s", "s'", "s’")
PRONOUNS = frozenset(["his", "her", "their", "its"])
BEING = frozenset(["is", "was", "remains", "remained"])
ASIDE_REACH = 12  # tokens of an aside between a noun and its "is that"


@cache
def cue_nouns() -> frozenset[str]:
    """Every noun that can report."""
    return frozenset[str]().union(*(words_of("nouns", name) for name in ("that", "for", "being", "view")))


def noun_site(s: Sentence, at: int) -> Site | None:
    """ "her claim that C", "Moen's call for C", "a statement by Moen that C", "Moen's reply was that C"."""
    n, noun = s.size, s.low[at]
    follows = s.low[at + 1] if at + 1 < n else ""
    if follows in ("by", "from") and noun in words_of("nouns", "that"):
        return _noun_of(s, at)
    that = follows == "that" and noun in words_of("nouns", "that")
    if that or (follows == "for" and noun in words_of("nouns", "for")):
        speaker = _possessor(s, at)
        right = at + 1 if that else at + 2
        if speaker is None and not that and _asks_to(s, right):
            return Site((at, right), None, at, at, right, None, right, "noun", noun, "asked", frozenset(["noun"]))
        return _site(s, (at, at + 1 if that else right), speaker, speaker[0], right) if speaker and right < n else None
    if follows == "," and noun in words_of("nouns", "view") and (found := _view(s, at)):
        return found
    told = follows in BEING or follows in ("of", ",") or s.low[0] == QUOTE
    return _being(s, at) if told and noun in words_of("nouns", "being") and not BEING.isdisjoint(s.low) else None


def _asks_to(s: Sentence, right: int) -> bool:
    """Whether calls by nobody named ask somebody to act: "there were calls for the minister TO RESIGN"."""
    end = noun_after(s, right, s.size)
    return end > right and s.low[end : end + 1] == ["to"] and end + 1 < s.size and not is_name(s, end + 1)


def _site(s: Sentence, cue: tuple[int, int], speaker: tuple[int, int], begin: int, right: int) -> Site:
    frames = frozenset(["noun"])
    return Site(cue, speaker, speaker[1], begin, right, None, right, "noun", s.low[cue[0]], "claimed", frames)


def _noun_of(s: Sentence, at: int) -> Site | None:
    """ "a statement by Ada Moen that C"."""
    end = noun_after(s, at + 2, s.size)
    if end == at + 2 or end + 1 >= s.size or s.low[end] != "that" or not has_finite(s, end + 1, s.size):
        return None
    return _site(s, (at, at + 1), (at + 2, end), at, end)


def _being(s: Sentence, at: int) -> Site | None:
    """ "Moen's version, passed on by North Wire, is that C", "the reply of Moen was that C", "“Q,” was Moen's reply"."""
    n, end, speaker = s.size, at + 1, _possessor(s, at)
    if speaker and s.low[speaker[0] - 2 : speaker[0] - 1] == [QUOTE] and s.low[speaker[0] - 1] in BEING:
        left = speaker[0] - 1
        frames = frozenset(["clause"])
        return Site((at, end), speaker, speaker[1], left, end, left, None, "noun", s.low[at], frames=frames)
    if speaker is None and s.low[end : end + 1] == ["of"]:
        end = noun_after(s, at + 2, n)
        speaker = (at + 2, end)
    if end < n and s.low[end] == ",":
        end = next((k + 1 for k in range(end + 1, min(end + ASIDE_REACH, n)) if s.low[k] == ","), n)
    if speaker is None or end + 1 >= n or s.low[end] not in BEING or s.low[end + 1] not in ("that", QUOTE, ":"):
        return None
    return _site(s, (at, at + 1), speaker, min(speaker[0], at), end + 1 + (s.low[end + 1] == ":"))


def _view(s: Sentence, at: int) -> Site | None:
    """ "In Moen's view, C" and "The dam, in Moen's view, is old"."""
    speaker = _possessor(s, at)
    first = speaker[0] - 1 if speaker else -1
    if speaker is None or first < 0 or s.low[first] != "in":
        return None
    n, left, right = s.size, None, None
    opens = all(word in grammar("openers") for word in s.low[:first])
    if at + 2 >= n or not (opens or s.low[first - 1] == ","):
        return None
    if not opens:
        left = first - 1
    right = at + 2 if opens or not leaves_content(s, at + 2) else None
    frames = frozenset(["phrase"])
    return Site(
        (at, at + 1), speaker, speaker[1], first, at + 1, left, right, "phrase in the view of", s.low[at], frames=frames
    )


def _possessor(s: Sentence, at: int) -> tuple[int, int] | None:
    """Whose claim it is: a possessive at most three words before the noun, a name or a noun for those who speak."""
    for back in range(at - 1, max(at - 5, -1), -1):
        word = s.low[back]
        if word in PRONOUNS:
            return back, back + 1
        if word in ("'", "’") and back and s.low[back - 1].endswith("s"):  # "critics' claim"
            named = is_name(s, back - 1) and back > 1
            return (back - 1, back + 1) if named or s.low[back - 1] in roles("persons", "bodies", "anonymous") else None
        if word.endswith(POSSESSIVES):
            plain = word.removesuffix("'s").removesuffix("’s").rstrip("'’")
            named = is_name(s, back)
            if not named and plain not in roles("persons", "bodies", "anonymous"):
                return None
            start = back
            while start > 0 and (is_name(s, start - 1) if named else _in_phrase(s, start - 1)):
                start -= 1
            return start - (not named and start > 0 and s.low[start - 1] in grammar("determiners")), back + 1
        if not word[0].isalnum() or word in grammar("determiners"):
            break
    return None


def _in_phrase(s: Sentence, at: int) -> bool:
    """Whether a word before a noun goes with it, no determiner: "the HARBOUR master's"."""
    word = s.low[at]
    return (
        word[0].isalnum() and word not in grammar("determiners", *CLOSED) and not (is_finite(s, at) or is_adverb(word))
    )
