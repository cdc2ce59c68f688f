"""Words that say how a number is meant ("nearly", "at least", "or so"), and the interval they make of it.

The widths follow Ferson et al. 2015 and Williams & Power 2013; see settings/figures.py.
"""

import re
from functools import cache
from typing import NamedTuple

from twosource.extraction.numbers.grammar import fold
from twosource.extraction.numbers.reading import Reading
from twosource.settings import figures as settings
from twosource.spans import Span
from twosource.text.lexicon import alternation, lexicon

# Hedges that say on which side, and that the number is not far.
_CLOSE = {"nearly": ("about", True), "just_over": ("more_than", True), "just_under": ("less_than", True)}


class _Hedges(NamedTuple):
    last_words: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    meaning_before: dict[str, str]
    meaning_after: dict[str, str]


# "Over the six months" tells when, "above the three" where; without the article they are hedges.
_PREPOSITIONS = frozenset(
    {
        "about",
        "close to",
        "over",
        "above",
        "under",
        "below",
        "beneath",
        "beyond",
        "within",
        "around",
        "near",
        "past",
        "south of",
        "north of",
    }
)
_COMPARED = re.compile(r"\b(more|fewer|less)\s+(?!(?:likely|often|so)\b)[a-z-]+\s+than\s+\Z", re.IGNORECASE)
_SIGNS = frozenset("<>~≈≤≥=")


def _is_hedge(text: str, number: Reading, match: re.Match[str]) -> bool:
    """Whether a phrase before the number speaks of the number, and not of what, when or where: "questions about two
    men", "a row over two islands", "over the six months", "over a 40-year career"."""
    words = _normal(match[1])
    before = text[max(0, match.start() - 16) : match.start()].split()
    last = before[-1].lower() if before else ""
    if words == "over" and number.type == "duration" and (last in _LASTED or _is_amount(last)):
        return last in _LASTED  # "took over ten years", but "$900 million over ten years"
    if last in _no_hedge().get(words, ()):
        return False
    joined = text[number.written.end : number.end][:1] == "-" and text[match.end(1) : number.start].split() == ["a"]
    return words not in _PREPOSITIONS or not (match[2] or joined)


_LASTED = frozenset(["take", "takes", "took", "taken", "taking", "run", "runs", "ran"])


def _is_amount(word: str) -> bool:
    return any(letter.isdecimal() for letter in word) or fold(word) in lexicon("numbers")["scales"]


def add_hedge(text: str, number: Reading) -> None:
    """Set the hedge and the bound of a number from the words before it, else after it."""
    hedges = _hedges()
    last = _last_word(text, number.start)
    if last in hedges.last_words or last[-1:] in _SIGNS:
        match = hedges.before.search(text, max(0, number.start - settings.LEFT_WINDOW), number.start)
        if match and _is_hedge(text, number, match):
            _set(number, hedges.meaning_before[_normal(match[1])], Span(*match.span(1)))
            if number.bound != "about":
                return
    compared = last == "than" and _COMPARED.search(text, max(0, number.start - settings.LEFT_WINDOW), number.start)
    if compared and number.hedge is None:  # "fewer ships than 40"
        _set(number, "more_than" if fold(compared[1]) == "more" else "less_than", Span(*compared.span(1)))
        return
    match = hedges.after.match(text, number.end)
    if match:
        words = next(group for group in match.groups() if group)
        at = match.start(match.lastindex or 0)
        meaning = hedges.meaning_after[_normal(words)]
        if number.hedge is None or meaning != "about":  # "about five hundred or more"
            _set(number, meaning, Span(at, at + len(words)))


def bound_both_ways(text: str, numbers: list[Reading]) -> list[Reading]:
    """The numbers, with "more than 10 but fewer than 20" made one range."""
    joined: list[Reading] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last and last.hedge and number.hedge and _two_sided(text, last, number):
            last.low, last.high = sorted((last.point or 0.0, number.point or 0.0))
            last.bound = "range"
            last.written = last.written._replace(end=number.written.end, point=None)
            last.end, last.unit, last.type = number.end, last.unit or number.unit, number.type
            last.rule += " range"
        else:
            joined.append(number)
    return joined


_LOWER, _UPPER = ("more_than", "at_least"), ("less_than", "at_most")
_BOTH = re.compile(r",?\s+(?:and|but)\s+|,\s+", re.IGNORECASE)


def _two_sided(text: str, a: Reading, b: Reading) -> bool:
    if not (a.is_figure and b.is_figure) or a.point is None or b.point is None or b.hedge is None or a.close or b.close:
        return False
    rising = a.bound in _LOWER and b.bound in _UPPER and a.point < b.point
    falling = a.bound in _UPPER and b.bound in _LOWER and a.point > b.point
    return (rising or falling) and a.unit in (None, b.unit) and bool(_BOTH.fullmatch(text, a.end, b.hedge.start))


def interval(number: Reading) -> tuple[float | None, float | None]:
    """The lowest and the highest value that the number with its hedge stands for; None where it has no end."""
    low, high = _ends(number)
    return _clean(low), _clean(high)


def _clean(end: float | None) -> float | None:
    """Without the noise of binary fractions: 7.15, not 7.1499999999999995."""
    if end is None:
        return None
    return float(end) if end == end // 1 else float(f"{end:.12g}")


def _ends(number: Reading) -> tuple[float | None, float | None]:
    point = number.point
    if number.bound in ("range", "vague") or point is None:
        return (
            number.low if number.low is not None else number.written.low,
            number.high if number.high is not None else number.written.high,
        )
    half_step = _half_step(number, point)
    match number.bound:
        case "about" | "less_than" if number.close:
            return point - settings.CLOSE_REACH * abs(point), point
        case "more_than" if number.close:
            return point, point + settings.CLOSE_REACH * abs(point)
        case "more_than" | "at_least":
            return point, None
        case "less_than" | "at_most":
            return (0.0 if point >= 0 else None), point
        case "about":
            share = (
                settings.ABOUT_ROUND
                if _digits(point, number.written.step) <= settings.ROUND_DIGITS
                else settings.ABOUT_PRECISE
            )
            width = max(half_step, share * abs(point))
            return point - width, point + width
    return point - half_step, point + half_step


def _half_step(number: Reading, point: float) -> float:
    """Half of the last written place, which a bare number may be off by; nothing for what is counted one by one."""
    step = number.written.step
    if number.type == "percent":  # "20 percent" is meant to the unit
        step = min(step, 1.0)
    if number.type in ("age", "ratio") or (
        number.type == "count" and (abs(point) < settings.EXACT_COUNT_BELOW or step <= 1)
    ):
        return 0.0
    if number.written.form in ("words", "fraction", "ratio") and step <= 1:
        return 0.0
    return min(step / 2, settings.WIDEST_ROUNDING * abs(point))


def _digits(point: float, step: float) -> int:
    return len(str(round(abs(point) / step))) if step else 1


def _set(number: Reading, meaning: str, span: Span) -> None:
    bound, number.close = _CLOSE.get(meaning, (meaning, False))
    number.hedge = span
    if number.bound not in ("range", "vague"):
        number.bound = bound  # type: ignore[assignment]


def _last_word(text: str, at: int) -> str:
    words = text[max(0, at - 16) : at].split()
    return words[-1].lower().lstrip("(\"'“‘—–-") if words else ""


def _normal(words: str) -> str:
    return " ".join(fold(words).split())


@cache
def _no_hedge() -> dict[str, frozenset[str]]:
    return {hedge: frozenset(words) for hedge, words in lexicon("hedges")["no_hedge"].items()}


@cache
def _hedges() -> _Hedges:
    groups = lexicon("hedges")
    between = [*groups["between"]["words"]]
    before = {
        " ".join(words.lower().split()): meaning for meaning, phrases in groups["before"].items() for words in phrases
    }
    after = {words: meaning for meaning, phrases in groups["after"].items() for words in phrases}
    filler = rf"(?:\s+(?:(the|its|their|his|her)|{alternation(between)}))?"
    loose = [phrase for phrase in after if " " in phrase and (phrase[:4] != "and " or phrase.endswith(("ing", "more")))]
    strict = [phrase for phrase in after if phrase not in loose]
    words, signs = [w for w in before if w[0].isalpha()], [w for w in before if not w[0].isalpha()]
    return _Hedges(
        frozenset(phrase.split()[-1] for phrase in [*before, *between]),
        re.compile(rf"((?<![\w-]){alternation(words)}|{alternation(signs)}){filler}\s*\Z", re.IGNORECASE),
        re.compile(
            r"\s*(\+)(?!\d)"
            rf"|[\s-]*(?:[a-z-]++\s)?,?\s?(?:({alternation(loose)})(?![\w-]|\s+than\s+\w)|({alternation(strict)})(?=[,.;)]|$))"
            r"|-(odd|plus|ish)(?![a-z])|\s(odd|plus)(?=\s(?:years|months|weeks|days|hours|minutes|miles|people)\b)",
            re.IGNORECASE,
        ),
        before,
        after | {"+": "at_least", "odd": "about", "plus": "at_least", "ish": "about"},
    )
