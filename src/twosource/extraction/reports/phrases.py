"""Reports without a verb: "according to S", "per S", "in the words of S", "as told by S"."""

from twosource.extraction.reports.accepting import speaks
from twosource.extraction.reports.relays import CITING, cited_speakers
from twosource.extraction.reports.sites import Site, leaves_content
from twosource.extraction.sentences.cues import grammar, roles, verbs, words_of
from twosource.extraction.sentences.nouns import (
    PARTICIPLES,
    apposition_after,
    has_finite,
    head_of,
    is_adverb,
    is_finite,
    is_name,
    noun_after,
)
from twosource.extraction.sentences.skeleton import QUOTE, Sentence

QUALIFYING = frozenset(["in", "on", "by", "at", "to", "about", "between", "who", "which"])


def phrase_site(s: Sentence, at: int) -> Site | None:
    """The site whose phrase holds the token `at`, or None."""
    bounds = _phrase_bounds(s, at)
    if bounds is None:
        return None
    first, stop, name = bounds
    n = s.size
    fronted = _is_fronted(s, first)
    head_stop, end = _phrase_speaker(s, stop, n, fronted)
    if end == stop or head_of(s, stop, end) in words_of("phrases", "no_speakers"):
        return None
    speaker_end = end
    if end + 2 < n and s.low[end] == "," and s.low[end + 1] in CITING:
        end = max([end, *(cited[1] for cited in cited_speakers(s, end + 2))])
    after = s.low[end] if end < n else "."
    left = right = None
    if fronted:
        right = end + 1 if after in (",", ":") else end
    elif after == QUOTE and name == "in the words of":
        right = end
    else:
        left = first - 1 if s.low[first - 1] == "," else first
        if after == "," and end + 1 < n and not leaves_content(s, end + 1):
            right = end + 1
    right = None if right is not None and right >= n else right
    if left is None and right is None:
        return None
    return Site(
        (first, stop),
        (stop, speaker_end),
        head_stop,
        first,
        end,
        left,
        right,
        f"phrase {name}",
        name,
        frames=frozenset(["phrase"]),
    )


def _phrase_bounds(s: Sentence, at: int) -> tuple[int, int, str] | None:
    n = s.size
    word = s.low[at]
    if word == "according":
        return (at, at + 2, "according to") if at + 2 < n and s.low[at + 1] == "to" else None
    if word == "per":
        opens_clause = at == 0 or s.low[at - 1] in (",", "as", QUOTE)
        if not opens_clause or at + 1 >= n:
            return None
        if not (is_name(s, at + 1) or s.low[at + 1] in ("the", "a", "an", "his", "her", "our", "their")):
            return None
        return (at - 1 if at and s.low[at - 1] == "as" else at), at + 1, "per"
    if word == "so":
        # Translated news: "The dam is old, so the mayor Ada Moen."
        ends = at > 1 and s.low[at - 1] == "," and at + 1 < n and noun_after(s, at + 1, n) >= n - 1
        return (at, at + 1, "so") if ends and not has_finite(s, at, n) and speaks(s, at + 1, n - 1) else None
    if s.low[at + 1 : at + 2] == ["by"] and at + 2 < n and (first := _opening_as(s, at)) is not None:
        return first, at + 2, "as told by"
    if at >= 2 and s.low[at - 2 : at] == ["in", "the"] and at + 2 < n and s.low[at + 1] == "of":
        return at - 2, at + 2, "in the words of"
    return None


def _opening_as(s: Sentence, at: int) -> int | None:
    """The "as" of "as first reported by"; None where none stands there, or between a subject and its verb of reporting."""
    first = at - 1
    while first > 0 and is_adverb(s.low[first]):
        first -= 1
    if first < 0 or s.low[first] != "as":
        return None
    after = noun_after(s, at + 2, s.size)
    inside = first and s.low[first - 1] == "," == s.low[after : after + 1][0] if after < s.size else False
    known = verbs().get(s.low[after + 1]) if inside and after + 1 < s.size else None
    return None if known and is_finite(s, after + 1) else first


def _is_fronted(s: Sentence, first: int) -> bool:
    if (
        all(word in grammar("openers") or not word[0].isalnum() for word in s.low[:first])
        and QUOTE not in s.low[:first]
    ):
        return True
    return s.low[first - 1] in ("and", "but", "that", ";") or s.low[first - 2 : first] == ["that", ","]


def _phrase_speaker(s: Sentence, at: int, n: int, fronted: bool) -> tuple[int, int]:
    """Where the speaker ends without and with its apposition: at a comma, a quotation or the next clause.

    Behind a fronted phrase comes what is said: an apposition there ends at a comma of its own.
    """
    end = noun_after(s, at, n)
    # Where what is told of the speaker begins: "an internal memo SEEN BY North Wire".
    told = next(
        (k for k in range(at + 1, min(end + 1, n - 1)) if s.low[k] in PARTICIPLES and s.low[k + 1] == "by"), None
    )
    while at < end < n:
        word = s.low[end]
        if word in QUALIFYING and word in grammar("prepositions"):
            following = noun_after(s, end + 1, n)
            if following <= end + 1:
                break
            end = following
        elif word in grammar("days") or word in grammar("times"):
            end += 1
        elif (word.endswith(("ed", "ing")) or word in PARTICIPLES) and not is_name(s, end):
            told = told or end
            end = max(noun_after(s, end + 1, n), end + 1)
        elif word == "and" and s.low[end + 2 : end + 3] == ["by"]:
            end = noun_after(s, end + 3, n)  # "notes taken by a clerk AND SEEN BY the Courier"
        else:
            break
    if at < end < n and s.low[end] == ",":
        more = apposition_after(s, end, n)
        more = next((at for at in range(end + 1, more) if s.low[at] == ","), more)
        closed = not fronted or _is_apposition(s, end + 1, more)
        if more > end and closed and (s.low[end + 1] in ("who", "which") or not has_finite(s, end + 1, more)):
            return told or end, more
        described = s.low[at] in ("the", "his", "her", "its", "their") or s.low[end - 1] in roles("persons")
        if described and end + 1 < n and is_name(s, end + 1):
            # "according to the mayor, Ada Moen, C": the name that explains the description.
            more = noun_after(s, end + 1, n)
            return (end, more) if more < n and s.low[more] in (",", ".") else (end, end)
    return told or end, end


def _is_apposition(s: Sentence, start: int, stop: int) -> bool:
    """Whether what follows the speaker of a fronted phrase describes it, with what is told behind its comma.

    "According to Quist, THE MAYOR OF VELL, the gang holds nine"; not "THE REBELS HOLD NINE, of whom two are ill".
    """
    if s.low[stop : stop + 1] != [","] or stop + 1 >= s.size:
        return False
    relative = not {"who", "whom", "which", "whose"}.isdisjoint(s.low[stop + 1 : stop + 4])
    if s.low[stop + 1] in grammar("coordinators") or relative:
        return False
    return not any(_opens_object(s, at) for at in range(start + 1, stop - 1))


def _opens_object(s: Sentence, at: int) -> bool:
    """Whether a plain word stands right before an article or a number: the verb in "the rebels HOLD nine"."""
    word, following = s.low[at], s.low[at + 1]
    plain = word.isalpha() and s.words[at].islower() and not word.endswith("ing") and not is_adverb(word)
    counted = following[0].isdigit() or following in grammar("determiners", "counting")
    return (
        plain
        and counted
        and word not in grammar("prepositions", "determiners", "coordinators", "subordinators", "days", "times")
    )
