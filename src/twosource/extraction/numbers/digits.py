"""Numbers in digits of any script: grouped by commas, points, apostrophes or spaces, with fractions and scales."""

import re

from twosource.extraction.numbers.grammar import Literal, fold, literal, scale_after, tables, times

_DIGITS = re.compile(
    r"""(?P<whole> \d{1,3}(?:[,٬]\d{3}){1,6}(?!\d)
               | \d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)
               | \d{1,3}(?:['’]\d{3}){1,5}(?![\d\w])
               | \d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,5}(?!\d)
               | (?P<points>\d{1,3}(?:\.\d{3}){2,5}(?![\d.])|\d{1,3}(?:\.\d{3}){1,5}(?=,\d\d?(?!\d)))
               | \d{1,3},\s000(?!\d)
               | (?P<spaced>[1-9]\d{0,2}(?:[ ]\d{3}){1,4})(?![\d:/]|-\d|[.,]\d|[ ]\d)
               | \d+ )
        (?:[.٫](?P<decimals>\d+)|,(?P<comma>\d{1,2})(?=\s?(?:%|[^\W\d_]{2,}\.?\s))|(?(points),(?P<cents>\d\d?)(?!\d)|(?!)))?""",
    re.VERBOSE,
)
_ONLY_DIGITS = re.compile(r"(?P<whole>\d+)(?:[.٫](?P<decimals>\d+))?(?P<comma>(?!))?(?P<cents>(?!))?")
# Most numbers are followed by nothing that may group or divide their digits.
_BARE = re.compile(
    r"(?P<whole>\d++)(?! ?\d|[.٫,٬'’\u00a0\u202f\u2009])(?P<spaced>(?!))?(?P<decimals>(?!))?(?P<comma>(?!))?(?P<cents>(?!))?"
)
_GROUPING = re.compile(r"\D+")
_LONGEST = 24  # digits beyond this are no number that news would write


def read_digits(text: str, at: int, *, money: bool) -> Literal | None:
    """The number whose first digit is at `at`; `money` says that a currency stands before it."""
    match = _BARE.match(text, at) or _DIGITS.match(text, at)
    if match is None or match.end("whole") - at > _LONGEST:
        return None
    if match["spaced"] and " 0" not in match["spaced"] and not _may_be_spaced(text, at):
        match = _ONLY_DIGITS.match(text, at)
        assert match is not None
    whole = match["whole"]
    whole = whole if whole.isdecimal() else _GROUPING.sub("", whole)
    decimals = match["decimals"] or match["comma"] or match["cents"] or ""
    start, end = at, match.end()
    if text[at - 1 : at] == "." and not decimals and not text[at - 2 : at - 1].isalnum():  # ".5"
        whole, decimals, start = "0", whole, at - 1
    if len(decimals) == 3 and match["decimals"] and _groups_by_points(text, at, end, decimals):
        whole, decimals = whole + decimals, ""
    value, step = float(f"{whole}.{decimals or 0}"), _last_place(whole, decimals)
    if not tables().goes_on.match(text, end):
        return negative(text, literal(start, end, value, step, "digits"))
    if power := _POWER.match(text, end):
        factor = 10.0 ** int(re.sub("[−–]", "-", power[1] or power[2]))
        value, step, end = times(value, factor), step * factor, power.end()
    elif power := _CARET.match(text, end):  # "10^6"
        value, step, end = _raised(value, int(power[1])), 0.0, power.end()
    return negative(text, _with_scale(text, start, end, value, step, money=money, decimal=bool(decimals)))


# Words of other languages before a number whose point groups thousands: "más de 2.000", "rund 1.500".
_FOREIGN = re.compile(
    r"\b(?:de|más|mas|unos|unas|los|las|menos|total|cerca|rund|etwa|mehr\s+als|über|fast|die|der|den|von|des|les|environ|plus\s+de|près\s+de|oltre|quasi|di|mais\s+de|около|более|свыше|понад|близько)\s\Z",
    re.IGNORECASE,
)


def _groups_by_points(text: str, at: int, end: int, decimals: str) -> bool:
    """Whether "2.000" says two thousand: no one counts "2.000 miners" to the thousandth, and other languages do."""
    if text[end : end + 1] in "%°$€£" and text[end : end + 1]:
        return False
    return decimals == "000" or bool(_FOREIGN.search(text, max(0, at - 10), at))


_POWER = re.compile(r"\s?[x×*·]\s?10\s?\^?\s?([-−–]?\d{1,2})(?![\d.,%])|e([+-]?\d{1,2})(?![\w])")
_CARET = re.compile(r"\^([+-]?\d{1,2})(?!\w)")


def _raised(value: float, power: int) -> float:
    try:
        return float(value**power)
    except (OverflowError, ZeroDivisionError):
        return value


_MONTH_OR_NUMBER = re.compile(
    r"(?:\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?)[\s,]*\Z", re.IGNORECASE
)


def _may_be_spaced(text: str, at: int) -> bool:
    return not _MONTH_OR_NUMBER.search(text, max(0, at - 12), at)


def _last_place(whole: str, decimals: str) -> float:
    if decimals:
        return 10.0 ** -len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    return 10.0 ** (zeros if zeros < len(whole) else 0)


# --- fractions and scales -------------------------------------------------------------------------------------------

_SHARE = re.compile(r"[\s-]{1,2}([1-9]\d?)[/⁄]([1-9]\d{0,2})(?![\d/⁄])|([½¼¾⅓⅔⅕⅖⅗⅘⅙⅛⅜⅝⅞])")
_LINE = re.compile(
    r"[/⁄]([2-9]|1\d|[2-9]\d|1\d\d)(?:(?:st|nd|rd|th)s?)?"
    r"(?=(?:\s+|-)(?:of|an?|the|inch\w*|miles?|cups?|(?:tea|table)spoons?|pounds?|ounces?|pints?|gallons?|lit(?:er|re)s?|hours?|acres?|scale|pct|per\s?cent|percentage|cents?|points?)\b)"
)
HALF_AFTER = re.compile(
    r"(?:\s+|-)and(?:\s+|-)(?:(?:an?|one)(?:\s+|-)(half|quarter)|(three)[\s-]quarters)\b", re.IGNORECASE
)
_LOWER = re.compile(r"\s(?:and\s)?(\d{1,3})(?:\s(hundred|thousand|million)\b|(?![\d.,%]))", re.IGNORECASE)


def _with_scale(text: str, at: int, end: int, value: float, step: float, *, money: bool, decimal: bool) -> Literal:
    """Digits with the fraction and the scale that follow them."""
    if not decimal:
        if (line := _LINE.match(text, end)) and 0 < value < int(line[1]):
            return literal(at, line.end(), value / int(line[1]), 0.01, "fraction")
        if (share := _SHARE.match(text, end)) and (extra := _share(share)):
            value, step, end = value + extra, 0.0, share.end()
    if half := HALF_AFTER.match(text, end):
        value, step, end = value + and_a(half), 0.1, half.end()
    factor, scaled = scale_after(text, end, money=money)
    if factor > 1 and (half := HALF_AFTER.match(text, scaled)):  # "3 million and a half"
        value, step, scaled = value + and_a(half), 0.1, half.end()
    value, step = times(value, factor), step * factor
    if lower := _lower_part(text, scaled, factor):
        value, step, scaled = value + lower[0], 1.0, lower[1]
    return literal(at, scaled, value, step, "digits", factor=factor)


def _share(match: re.Match[str]) -> float | None:
    if match[3]:
        return tables().signs[match[3]]
    above, below = int(match[1]), int(match[2])
    return above / below if above < below else None


def and_a(match: re.Match[str]) -> float:
    """What "and a half", "and a quarter" or "and three quarters" adds."""
    return 0.75 if match[2] else {"half": 0.5, "quarter": 0.25}[fold(match[1])]


def _lower_part(text: str, end: int, factor: float) -> tuple[float, int] | None:
    """ "4 thousand 3 hundred", "3 hundred and 21": a smaller number said after the scale."""
    if factor not in (1e2, 1e3, 1e6):
        return None
    match = _LOWER.match(text, end)
    if match is None:
        return None
    joined = match[0][1:4].lower() == "and"
    scale = {"hundred": 1e2, "thousand": 1e3, "million": 1e6}.get(fold(match[2] or ""), 1.0)
    if scale >= factor or (scale == 1 and (factor != 1e2 or not joined)) or (scale > 1 and joined):
        return None
    following = _LOWER.match(text, match.end()) if scale == 1e2 else None
    rest = float(following[1]) if following and not following[2] and following[0][1:4] == "and" else 0.0
    return float(match[1]) * scale + rest, following.end() if following and rest else match.end()


# --- minus ----------------------------------------------------------------------------------------------------------

_MINUS_SIGNS = ("-", "−", "–")
_MINUS = re.compile(
    r"(?:\A|(?<=[\s($€£:,<>“‘\x22\x27]))(?<!\d\s)(?<!plus\sor\s)(?:[-−–]|(?:minus|negative)[\s-])\Z", re.IGNORECASE
)


def negative(text: str, written: Literal) -> Literal:
    """The number with the minus sign, or the word, that stands before it."""
    before, farther = text[written.start - 1 : written.start], text[written.start - 2 : written.start - 1]
    if written.point is None or (before not in _MINUS_SIGNS and not (before == " " and farther in "sSeE")):
        return written
    match = _MINUS.search(text, max(0, written.start - 18), written.start)
    if match is None or (before != " " and written.form != "digits" and not match[0][0].isalpha()):
        return written  # a dash before a word opens a line of a list
    return written._replace(start=match.start(), point=-written.point, low=-written.low, high=-written.high)
