"""What speaks against reading a date: a number that counts, a month that is a name, a day that names a newspaper."""

import re
from functools import cache

from twosource.settings.dates import GAME_REACH, NAME_REACH
from twosource.text.lexicon import alternation, lexicon

_PLURAL = re.compile(r"\s+[a-z]{3,}s\b(?!')")
_LETTERS = re.compile(r"[^\W\d_]*")
_NEXT = re.compile(r"[\s-]*([^\s]{1,20})")
_NOUN = re.compile(
    r"['’]s\b|\s+(?!(?:said|says|told|has|had|was|is|will|and|or|on|to|in|of|at|the|a|who|did|can)\b)[a-z]{3,}"
)


def word_before(text: str, at: int) -> str:
    """The word that ends before `at`, in small letters and without opening marks, or the empty string."""
    words = text[max(0, at - 20) : at].rpartition("\n\n")[2].rsplit(None, 1)
    return words[-1].lower().lstrip("(\"'“‘[") if words else ""


def following(text: str, at: int, length: int = 40) -> str:
    """What follows in the same paragraph, up to a length."""
    return text[at : at + length].partition("\n\n")[0]


@cache
def listed(group: str) -> frozenset[str]:
    """A list of the lexicon as a set."""
    return frozenset(lexicon("dates")[group])


@cache
def _number_of(*groups: str) -> re.Pattern[str]:
    """What follows a number that counts or measures."""
    words = alternation(word for group in groups for word in lexicon("dates")[group])
    return re.compile(rf"\s*[%°]|[\s-]+(?:{words})(?![\w-])", re.IGNORECASE)


def is_number(text: str, end: int) -> bool:
    """Whether a number that ends at `end` counts or measures what follows."""
    return bool(_number_of("counted", "measured").match(following(text, end)))


def is_month_day(match: re.Match[str], text: str) -> bool:
    """A month with its capital, or after its day where it is no other word, whose day counts nothing."""
    is_name = text[match.start("month")].isupper()
    after_day = match.start("day") < match.start("month") and match["month"].rstrip(".") not in ("may", "march", "mar")
    if not (is_name or after_day):
        return False
    return any(match.groupdict().get(year) for year in ("year", "year_")) or not is_number(text, match.end())


def is_capital(match: re.Match[str], text: str) -> bool:
    """The name of the month or day has its capital."""
    name = "month" if "month" in match.re.groupindex else "weekday"
    return text[match.start(name)].isupper()


def is_month(match: re.Match[str], text: str) -> bool:
    """A month alone, or with its year: capital, written out or with its dot, and no name of a person."""
    if not text[match.start()].isupper():
        return False
    if any(match[group] for group in ("year", "year_")):
        return True
    name = match["month"].lower()
    before = word_before(text, match.start())
    if name.rstrip(".") in lexicon("dates")["month_abbreviations"]:
        return name.endswith(".")
    if name not in listed("ambiguous_months"):
        return not text.startswith("-", match.end()) or before in listed("month_cues")
    if before in listed("month_cues") or before in ("mid-", "early-", "late-"):
        return not _is_person(match, text)
    return before in ("the", "a", "an", "its", "their", "his", "her", "our") and bool(
        _NOUN.match(following(text, match.end()))
    )


def _is_person(match: re.Match[str], text: str) -> bool:
    """Whether "by May" names a person: an earlier "Theresa May", or a capitalised word right after the name."""
    if re.match(r"\s+[A-Z][a-z]", following(text, match.end())):
        return True
    seen = text[max(0, match.start() - NAME_REACH) : match.start()]
    if match["month"] not in seen:
        return False
    names = re.compile(rf"\b(?:[A-Z][a-z]+|Mrs?\.?|Ms\.?|Dr\.?)\s+{match['month']}\b(?!\s+\d)")
    return any(found.group().split()[0].lower() not in listed("month_cues") for found in names.finditer(seen))


def is_weekday(match: re.Match[str], text: str) -> bool:
    """A day of the week that neither comes every week ("on a Sunday") nor names a newspaper."""
    if not text[match.start()].isupper() or word_before(text, match.start()) in listed("day_names_before"):
        return False
    if text[max(0, match.start() - 5) : match.start()].lower() == "on a ":
        return False
    after = _NEXT.match(following(text, match.end()))
    letters = after and _LETTERS.match(after[1])
    return not (letters and letters[0] in listed("day_names_after"))


def is_step_name(match: re.Match[str], text: str) -> bool:
    """A named day or month after a step, its capital kept; "following" is a step only after "the"."""
    name = next(name for name in ("month", "weekday", "holiday") if name in match.re.groupindex)
    said = match["step"].split()[-1].lower()
    steps = said != "following" or word_before(text, match.start()) == "the"
    return steps and text[match.start(name)].isupper()


def is_no_verb(match: re.Match[str], text: str) -> bool:
    """Not the verb of "will last 72 hours"."""
    return not (match["step"] == "last" and word_before(text, match.start()) in listed("before_to_last"))


def is_quarter(match: re.Match[str], text: str) -> bool:
    """A quarter of a year, not of a game."""
    if text.startswith(("-final", " final"), match.end()):
        return False
    before = text[max(0, match.start() - GAME_REACH) : match.start()].rpartition("\n\n")[2]
    return not (_games().search(before) or _games().search(following(text, match.end(), GAME_REACH)))


@cache
def _games() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(listed('games'))})\b", re.IGNORECASE)


def is_step(match: re.Match[str], text: str) -> bool:
    """Not the name of a programme ("This Week")."""
    said = match[0].split()
    return not (said[0][0].isupper() and said[-1][0].isupper() and not said[-1].isupper())


def is_relative(match: re.Match[str], text: str) -> bool:
    """Not part of a name: a capital inside a sentence ("Florida Today")."""
    before = text[max(0, match.start() - 2) : match.start()]
    inside = len(before) == 2 and (before[0].isalnum() or before[0] in '"”') and before[1] == " "
    if word_before(text, match.start()) in listed("day_names_before"):
        return False
    return match[0].isupper() or not (match[0][0].isupper() and inside)


# "Between 0600 and 1400".
_HOUR_BEFORE = re.compile(r"\b0\d[0-5]\d\s+(?:and|to)\s+\Z")


def is_year(match: re.Match[str], text: str) -> bool:
    """Four digits that are a year: not a count, not a measure, not the number of a thing, not a model year."""
    year, end = int(match["year"]), match.end()
    if _GOES_ON.match(text, end) or _is_model_year(match, text):
        return False
    before = word_before(text, match.start())
    if before in ("and", "to") and _HOUR_BEFORE.search(text, max(0, match.start() - 12), match.start()):
        return False
    if before in listed("sure_year_cues"):
        return not (_number_of("measured").match(following(text, end)) or (year % 100 == 0 and is_number(text, end)))
    if is_number(text, end) or (year % 100 == 0 and before != "the" and _PLURAL.match(following(text, end))):
        return False
    if before in listed("year_cues"):
        return True
    return 1700 <= year <= 2100 and before not in listed("year_blockers") and not before.isdigit()


def _is_model_year(match: re.Match[str], text: str) -> bool:
    after = _NEXT.match(following(text, match.end()))
    return bool(after and after[1].rstrip(".,") in listed("makes"))


def is_year_range(match: re.Match[str], text: str) -> bool:
    """Two years in order, the second possibly of two digits: "2022-23", "1914-1918"."""
    first, last = int(match["year"]), match["until_year"]
    if is_number(text, match.end()):
        return False
    if match["mark"] == "/" and int(last) % 100 != (first + 1) % 100:
        return False
    return first % 100 < int(last) if len(last) == 2 else first < int(last)


def has_clock_cue(match: re.Match[str], text: str) -> bool:
    """A bare "17:30" is a time after "at", "by", "until" or their like, or before its zone."""
    zone = match.groupdict().get("zone")
    return bool(zone) or word_before(text, match.start()) in _CLOCK_CUES


def after_article(match: re.Match[str], text: str) -> bool:
    """After "the"."""
    return word_before(text, match.start()) in ("the", "fiscal")


def after_apostrophe(match: re.Match[str], text: str) -> bool:
    """Two digits after an apostrophe ("'98", "the '90s"); a decade may also follow a bare "the"."""
    before = text[max(0, match.start() - 2) : match.start()]
    if before[-1:] in ("'", "’", "‘"):
        opens = len(before) == 1 or before[0].isspace() or before[0] in "([-–—"
        return opens and not is_number(text, match.end())
    if _WARM.search(text, max(0, match.start() - 40), match.start()):
        return False
    return match[0].endswith("s") and word_before(text, match.start()) in ("the", "early", "late", "mid")


def is_holiday(match: re.Match[str], text: str) -> bool:
    """A holiday with its capital; a short name ("Easter") only after a word that speaks for a time."""
    name = match["holiday"]
    if not (name[0].isupper() and name.split()[-1][0].isupper()):
        return False
    long = any(name.lower().endswith(end) for end in ("day", "eve", "night", "july", "fourth", "gras"))
    if long or any(match.groupdict().get(group) for group in ("year", "step")):
        return True
    return word_before(text, match.start()) in listed("month_cues") | {"on", "at", "over"}


def stands_for_a_time(match: re.Match[str], text: str) -> bool:
    """ "the weekend", "the quarter"; "the year" and its like only where a part or the course of it is meant."""
    before = text[max(0, match.start() - 24) : match.start()].lower()
    if match["unit"].lower() in ("weekend", "quarter"):
        return before.rstrip().endswith("the")
    return bool(_COURSE.search(before))


_WARM = re.compile(r"(?i:temperatures?|degrees|highs?|lows?|heat)\b")
_COURSE = re.compile(
    r"(?:\b(?:end|beginning|start|middle|rest|remainder|course|months|quarters|half)\s+of"
    r"|\b(?:earlier|later|early|late|far)\s+in|\bfor|\bthroughout)\s+the\s+(?:(?:full|whole|entire|fiscal)\s+)?\Z"
)


def after_in(match: re.Match[str], text: str) -> bool:
    """After "in" or "into", or before a mark: not "the past president"."""
    return word_before(text, match.start()) in ("in", "into") or text[match.end() : match.end() + 1] in tuple(".,;:!?")


def is_lower(match: re.Match[str], text: str) -> bool:
    """In small letters, so not part of a title ("High Noon")."""
    return match[0][0].islower() or match.start() == 0


def in_season(match: re.Match[str], text: str) -> bool:
    """A season without a year: after a preposition, and not "the fall of" something."""
    before = text[max(0, match.start() - 24) : match.start()].lower().split()
    while before and before[-1] in ("the", "early", "late", "mid", "mid-"):
        before.pop()
    return (
        bool(before)
        and before[-1] in _SEASON_CUES
        and match[0].islower()
        and not _OF.match(following(text, match.end()))
    )


_GOES_ON = re.compile(r"[^\W\d]|[.,:/][0-9]")
_OF = re.compile(r"-|\s+(?:of|in|from)\b")
_SEASON_CUES = frozenset(["in", "over", "during", "since", "by", "until", "through", "throughout", "into", "before"])
_CLOCK_CUES = frozenset(
    ["at", "by", "around", "about", "until", "till", "from", "since", "after", "before", "between", "approximately"]
)
