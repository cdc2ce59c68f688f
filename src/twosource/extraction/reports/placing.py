"""On which side of a reporting verb its content stands, and whether verb, subject and content make a report."""

from twosource.extraction.reports.accepting import is_accepted, is_plausible
from twosource.extraction.reports.sites import Site, leaves_content
from twosource.extraction.sentences.adjuncts import past_apposition, past_time_clause, skip_adjuncts
from twosource.extraction.sentences.cues import Verb, grammar
from twosource.extraction.sentences.nouns import has_finite, is_finite, is_name, noun_after, owns
from twosource.extraction.sentences.skeleton import QUOTE, Sentence
from twosource.extraction.sentences.subject_asides import Subject
from twosource.text.lexicon import lexicon

PICKED = frozenset(["by", "up", "in", "on", "to", "at", "from", "out"])
FINAL = frozenset([".", "?", "!", ";", "…", ")", "]"])
BREAKS = frozenset([",", ".", ":", "—", "–", "--", "-", ";"])
FRONTED_LEAST = 3  # tokens of a clause before ", S said"
FRONTED_SURE = 6  # tokens from which it counts as one although no verb was recognised


def place(
    s: Sentence,
    verb: Verb,
    cue: tuple[int, int],
    subject: Subject,
    *,
    edge: int,
    shared: bool = False,
    negated: bool = False,
    modal: bool = False,
) -> Site | None:
    """The site of a verb with its subject; `edge` is the token before which the words before the report end."""
    n = s.size
    stop = cue[1]
    verb_stop = stop - 1 if stop - cue[0] > 1 and s.low[stop - 1] in verb.particles else stop
    after, hearer = _hearer(s, verb, stop, n) if verb_stop == stop else (stop, None)
    clause_start = after
    if not (hearer and s.low[after : after + 1] == ["against"]):
        after = _topic_end(s, after, n) or past_time_clause(s, after, n) or skip_adjuncts(s, after, n)
    as_clause = not shared and edge > 0 and s.low[edge - 1] == "as" and s.low[edge - 2] != "such"
    quote_left, comma_left = _left_of(s, edge, closes=after >= n or s.low[after] in FINAL)
    comma_left = comma_left and (quote_left or not shared)
    sides = _as_clause(s, edge, after, n) if as_clause else None
    left, right = sides or _sides(s, edge, after, clause_start, quote_left, comma_left, shared, n)
    asked = bool(hearer) and "object" in verb.frames
    if right is None and left is None and asked and (after >= n or s.low[after] in FINAL):
        right = stop if stop < n else None
    open_end = right is not None and right >= n and s.low[after] == ":"
    right = None if right is not None and right >= n else right
    begin = cue[0] if shared else subject.start
    rule = "shared subject" if shared else "as S says" if as_clause else "verb"
    site = Site(
        cue, (subject.start, subject.stop), subject.head_stop, begin, after, left, right, rule, verb.lemma, verb.strength,
        verb.frames, negated, shared, hearer, open_end,
    )  # fmt: skip
    following = s.low[right] if right is not None else ""
    believed = (quote_left or following == QUOTE) and verb.lemma not in ("hear", "learn")
    if not believed and not is_plausible(s, subject, verb, modal, following):
        return None
    return site if is_accepted(s, site, verb, verb_stop < stop, quote_left) else None


def _topic_end(s: Sentence, at: int, n: int) -> int | None:
    """The colon in "said of the ship she lost last week: “…”"."""
    if at >= n or s.low[at] not in ("of", "about"):
        return None
    return next((k for k in range(at, n - 1) if s.low[k] == ":" and s.low[k + 1] == QUOTE), None)


def _opens_second_half(s: Sentence, at: int) -> bool:
    """Whether what is told goes on behind "and": "The road is shut, she said, AND NO BUS runs", "..., AND SHOULD stay so"."""
    if s.low[at] != "and" or at + 2 >= s.size:
        return False
    word = s.low[at + 1]
    if word in grammar("modals"):
        return True
    end = noun_after(s, at + 1, s.size)
    return end > at + 1 and end < s.size and word in grammar("determiners", "pronouns") and is_finite(s, end)


def _is_short_clause(s: Sentence, stop: int, closes: bool) -> bool:
    """Whether a few words before a report are what it tells: "Not much, he said.", "There was, he wrote, no bread"."""
    if stop < 2 or s.low[0] in grammar("prepositions", "times", "days", "openers", "subordinators"):
        return False
    return closes or (s.low[0] in ("there", "it", "this", "that") and has_finite(s, 0, stop))


def _sides(
    s: Sentence, edge: int, after: int, clause: int, quote_left: bool, comma_left: bool, shared: bool, n: int
) -> tuple[int | None, int | None]:
    """Where the content before the report ends and the content after it begins."""
    following = s.low[after] if after < n else "."
    if following == "that" and quote_left and after > clause and is_finite(s, after + 1):
        following = "which"  # "told reporters after the walk that was held": no content
    left = edge - 1 if edge and s.low[edge - 1] in (",", "—", "–", "--") else edge
    if quote_left and following != "that" and not shared:
        resumed = following == "," and after + 1 < n and is_finite(s, after + 1)  # “My boat,” Moen said, was gone
        return left, after + 1 if resumed else continued(s, after, n)
    if following == QUOTE:
        return None, after
    if following == ":":
        return None, after + 1
    if following == "," and after + 1 < n and s.low[after + 1] == QUOTE:
        return (left if comma_left and has_finite(s, 0, left) else None), after + 1
    if after >= n or following in FINAL or (following == "," and after + 1 >= n):
        return (left if comma_left else None), None
    if following == ",":
        if (
            s.low[0] in grammar("prepositions")
            and edge
            and "," not in s.low[:edge]
            and s.low[after + 1 : after + 2] != [QUOTE]
        ):
            return None, None  # "In the plan she drew up on Friday, Moen offered more"
        if not comma_left and not (edge > 1 and s.low[edge - 1] == "," and after == clause and not shared):
            return None, _past_parenthesis(s, after + 1, n)
        goes_on = not leaves_content(s, after + 1) and (
            s.low[after + 1] not in grammar("coordinators") or _opens_second_half(s, after + 1)
        )
        return left, after + 1 if goes_on else None
    if comma_left and following != "that" and _stands_apart(s, clause, after, n):
        return left, None
    return None, after if following == "that" or has_finite(s, after, n) else clause


def _stands_apart(s: Sentence, clause: int, after: int, n: int) -> bool:
    """Whether what follows a report is a phrase or a clause of its own, where a clause before it is what is told."""
    if s.low[after] in grammar("subordinators"):
        return True
    if s.low[after].endswith("ed") and after + 1 < s.size and s.low[after + 1] in PICKED:
        return True  # "in a release picked up by the Courier"
    # "The road is shut, Moen said AFTER THE LAST FIRE WAS OUT"
    told = s.low[0] not in grammar("prepositions", "subordinators", "times", "days")
    return told and s.low[clause] in grammar("subordinators") and has_finite(s, clause + 1, n)


def _past_parenthesis(s: Sentence, at: int, n: int) -> int:
    """Past what stands between commas before "that": "found, after a short trial, that"."""
    for later in range(at + 1, min(at + 12, n)):
        if s.low[later] == "that" and s.low[later - 1] in (",", QUOTE):
            return later
    return n if s.low[at] in ("who", "which", "whose") else at


def _as_clause(s: Sentence, edge: int, after: int, n: int) -> tuple[int | None, int | None]:
    """ "As Moen put it, C" and "C, as Moen put it"."""
    if all(word in grammar("openers") for word in s.low[: edge - 1]):
        comma = next((k for k in range(after, n) if s.low[k] == ","), None)
        return None, comma + 1 if comma is not None and comma + 1 < n else None
    if after < n and s.low[after] not in FINAL and s.low[after] != ",":
        return None, None
    right = after + 1 if after + 1 < n and s.low[after] == "," and s.low[after + 1] == QUOTE else None
    return (edge - 2 if s.low[edge - 2] == "," else None), right


def continued(s: Sentence, at: int, n: int) -> int | None:
    """Where the second half of a split quotation starts: "A," he said, "B"; None where none does."""
    if at < n and s.low[at] == ",":
        for later in range(at + 1, n):
            if s.low[later] == QUOTE and s.low[later - 1] == ",":
                return later
    for _ in range(2):
        if at < n and s.low[at] in BREAKS:
            at += 1
    return at if at < n and s.low[at] == QUOTE else None


def _hearer(s: Sentence, verb: Verb, at: int, n: int) -> tuple[int, tuple[int, int] | None]:
    """Past the one who was told: the token after it, and its range; in "asked the court to act" it is content."""
    if "tell" not in verb.frames or at >= n:
        return at, None
    owner = owns(s, at, n)
    if s.low[at] in grammar("objects") and not owner:
        return at + 1, (at, at + 1)
    if (
        s.low[at] in ("this", "our")
        and s.low[at + 1 : at + 2]
        and s.low[at + 1] in lexicon("bodies")["outlets"]["nouns"]
    ):
        return at + 2, (at, at + 2)  # "told this newspaper that"
    if s.low[at] in ("that", QUOTE, ":", ",", "to") or s.low[at] in grammar("subjects"):
        return at, None
    end = noun_after(s, at + owner, n)
    for cut in range(at + 1, end):
        # "told the crowd Moen would resign": a new name before a finite verb opens the clause.
        new = is_name(s, cut) and not is_name(s, cut - 1) and s.low[cut - 1] != "and"
        free = s.low[cut - 1] not in grammar("determiners") and s.low[cut - 1] not in grammar("prepositions")
        if new and free and end < n and is_finite(s, end):
            end = cut
            break
    if end == at or (end < n and s.low[end] == "to" and "ask" in verb.frames):
        return at, None
    return past_apposition(s, end, n), (at, end)


def _left_of(s: Sentence, edge: int, *, closes: bool) -> tuple[bool, bool]:
    """Whether a quotation, and whether a clause and a comma, stands directly before `edge`.

    Where the report closes its sentence, what stands before it is told although no verb was recognised in it.
    """
    if not edge:
        return False, False
    at = edge - 1
    comma = s.low[at] in (",", "—", "–", "--")
    at -= comma
    if at >= 0 and s.low[at] == QUOTE:
        quote = s.quotes[at]
        inner = quote.inner.of(s.text).rstrip(" \u00a0'’”\"»") if quote else ""
        if quote and quote.kind == "title" and not comma and at > 0:
            return False, comma
        fronted = at > 0 and s.low[0] in grammar("prepositions") and not has_finite(s, 0, at)
        if quote and quote.kind != "speech" and fronted:
            return False, comma  # "In tears of “joy,” Moen cited her family"
        whole = at == 0 and quote is not None and quote.kind == "speech"
        return comma or whole or inner[-1:] in (",", ".", "?", "!", "…", "-", "—"), comma
    if not comma or at + 1 < FRONTED_LEAST:
        return False, comma and _is_short_clause(s, at + 1, closes)
    if s.low[0] in grammar("fronted"):
        # "As rain fell, the dam broke, Moen said": a main clause stands between the fronted one and the report.
        main = next((k for k in range(1, at) if s.low[k] == ","), at)
        return False, has_finite(s, main + 1, at + 1)
    fronted = s.low[0] != "of" and (s.low[0] in grammar("prepositions") or s.low[0].endswith("ing"))
    if fronted and not has_finite(s, 0, at + 1):
        return False, closes and any(word.endswith("ed") for word in s.low[2 : at + 1])
    spoken = any(quote and quote.kind == "speech" for quote in s.quotes[:at])
    return False, has_finite(s, 0, at + 1) or at + 1 >= FRONTED_SURE or spoken or closes
