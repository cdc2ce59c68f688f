"""What one line is: a predicate for each kind of line that is not the report; lines come without outer white space."""

import re
from functools import cache

from twosource.settings import boilerplate as settings
from twosource.text.lexicon import alternation, lexicon

MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"


@cache
def pattern(form: str, case: bool = False) -> re.Pattern[str]:
    """A form in which `{group}` stands for any word or phrase of that group of the word list."""
    words = lexicon("boilerplate")
    filled = re.sub(r"\{([a-z_]+)\}", lambda slot: f"(?:{_any(words[slot[1]])})", form)
    return re.compile(filled, 0 if case else re.IGNORECASE)


def one_of(*forms: str) -> str:
    """A form for any of several, which is asked once for all."""
    return "|".join(f"(?:{form})" for form in forms)


def _any(words: list[str]) -> str:
    """Any of the words; an apostrophe may be curved."""
    return alternation(words).replace("'", "['’]")


def is_label(line: str) -> bool:
    """A button or heading of the page: "Share", "Comments", "Related Posts:"."""
    return len(line) <= settings.LABEL_LENGTH and bool(pattern(r"[\s•·|>»+▶►*#-]*{alone}[\s:»>|…+*-]*").fullmatch(line))


def is_heading(line: str) -> bool:
    """A heading that titles of other articles follow."""
    return bool(pattern(r"[\s•·|>»+*#-]*{headings}[\s:»>|…-]*").fullmatch(line))


def has_no_word(line: str) -> bool:
    """A rule of dashes or stars."""
    return not any(character.isalnum() for character in line)


def is_counter(line: str) -> bool:
    """A count or a length: "5 min read", "1 month ago", "Image 2 of 7", "12 comments", "01:33"."""
    return len(line) <= settings.LABEL_LENGTH and bool(pattern(_COUNTERS).fullmatch(line))


_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_COUNTERS = one_of(
    rf"(?:about\s+)?{_NUMBER}[\s-]*min(?:ute)?s?\.?\s+(?:read|to\s+read|reading\s+time|listen|watch)\.?",
    r"(?:estimated\s+)?(?:read(?:ing)?(?:\s+time|\s+about|\s+in)?|time\s+to\s+read)\s*:?\s*(?:about\s+|less\s+than\s+)?"
    r"\d{1,3}\s*min(?:ute)?s?\.?",
    rf"(?:(?:last\s+)?(?:posted|published|updated|modified)\s*:?\s*(?:about\s+)?)?{_NUMBER}\s*"
    r"(?:s|m|h|d|w|sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?)\.?\s+ago\.?",
    r"(?:image|photo|picture|slide|page|video)?\s*\d{1,3}\s*(?:of|/)\s*\d{1,3}",
    r"[\d.,]+\s*[km]?\s*(?:comments?|shares?|views?|likes?|retweets?|reactions?|replies|followers|responses)",
    r"(?:video\s+)?(?:duration\s*:?\s*)?\d{1,2}:\d\d(?::\d\d)?",
    r"(?:no|be\s+the\s+first\s+to)\s+comments?(?:\s+yet)?\.?",
)


def is_time_stamp(line: str) -> bool:
    """A line that holds nothing but a date or time with its year, or with a word such as "Updated"."""
    if not pattern(r"[\w\s:.,|/@()+•·–-]{4,120}").fullmatch(line) or not pattern(r"\d").search(line):
        return False
    if not pattern(r"\b(?:19|20)\d\d\b|\b(?:updated|published|posted|modified)\b").search(line):
        return False
    return all(pattern(_STAMP_WORD).fullmatch(word) for word in re.findall(r"[^\W\d_]+|\d+", line))


_STAMP_WORD = (
    rf"{MONTHS}|{WEEKDAYS}|\d{{1,4}}|st|nd|rd|th|at|on|a|p|m|am|pm|[ap]m|gmt|utc|bst|ist|cet|cest|eet|[ecmp][sd]?t|t|z|of|the|"
    "local|time|last|first|originally|updated?|published|posted|modified|date|created|story|article"
)


def is_update(line: str) -> bool:
    """A time stamp with a word such as "Updated"."""
    return is_time_stamp(line) and bool(pattern(r"\b(?:updated|published|posted|modified)\b").search(line))


def is_share(line: str) -> bool:
    """Offers to share or print: "Share on Facebook Share on Twitter"."""
    if len(line) > settings.LINK_LENGTH:
        return False
    places, others = _share_words()
    first = _SHARE_WORD.search(line)
    if not first or not (first[0].lower() in places or first[0].lower() in others):
        return False
    words = _SHARE_WORD.findall(line.lower())
    return len(words) <= 20 and any(w in places for w in words) and all(w in places or w in others for w in words)


_SHARE_WORD = re.compile(r"[^\s,|/•·()]+")


@cache
def _share_words() -> tuple[frozenset[str], frozenset[str]]:
    words = lexicon("boilerplate")
    return frozenset(words["share_places"]), frozenset(words["share_words"])


def is_section(line: str) -> bool:
    """The name of a section, or several: "World", "News | Politics"."""
    one = r"{sections}"
    return len(line) <= 60 and bool(pattern(rf"{one}(?:\s*[|/>»•·,&-]\s*{one})*:?").fullmatch(line))


def is_byline(line: str) -> bool:
    """ "By Ada Stone and Ben Hill, Harbour Gazette"; every word is a name, a post or a joining word."""
    match = _BYLINE.fullmatch(line) if len(line) <= settings.BYLINE_LENGTH else None
    return bool(match) and not pattern(rf"by\s+(?:{MONTHS}|{WEEKDAYS})\b").match(line)


_NAME = r"(?:[A-Z][\w.'’-]*|[a-z]{1,3}[’'][A-Z]\w+)"
_JOIN = (
    r"(?:and|&|of|the|for|in|at|with|de|da|del|di|du|van|von|der|den|la|le|al|el|bin|ben|y|to|special|staff|writers?"
    r"|reporters?|correspondents?|editors?|contributing|contributors?|senior|chief|political|bureau|columnist"
    r"|photographer)"
)
_BYLINE = re.compile(
    rf"(?:By|BY|by|Written by|Reported by|Posted by|Story by|Author:|Words by)[:\s]\s*{_NAME}"
    rf"(?:(?:\s*[,|/•·]\s*|\s+(?:[–-]\s+)?)(?:{_NAME}|{_JOIN}))*[\s|,/]*"
)


def is_sign_off(line: str) -> bool:
    """Who else worked on it: "Reporting by ...; editing by ...", "... contributed to this report."."""
    if len(line) > settings.REQUEST_LENGTH:
        return False
    return bool(_WORKED.match(line) or ("contributed" in line and _CONTRIBUTED.fullmatch(line)))


_WORKED = re.compile(
    r"[(\[_—–\s-]*(?:(?:Additional |With |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited"
    r"|[Tt]ranslated|[Tt]ranslation|[Pp]roduced|[Ff]act-check(?:ed|ing))(?: and \w+)? by:? [A-Z]"
    r"|Contributing: [A-Z]|With (?:files|reporting|reports) from [A-Z])"
)
_CONTRIBUTED = re.compile(
    r"[(_—–\s*-]*(?:The )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+.{0,160}"
    r"\bcontributed(?: reporting| research)?(?: to this (?:report|story|article))?\.?\)?"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+ contributed from [A-Z]\w+(?: [A-Z]\w+)?\."
)


def is_agency(line: str) -> bool:
    """An agency named alone: "The Associated Press", "REUTERS"."""
    return bool(pattern(r"[(\[]?{agencies}(?:\s*(?:/|,|and|via)\s*{agencies})*[)\]]?\.?").fullmatch(line))


def is_name(line: str) -> bool:
    """Two to four capitalised words and nothing else."""
    return bool(pattern(r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+", True).fullmatch(line))


def is_name_and_agency(line: str) -> bool:
    """ "Ada Stone, Associated Press"."""
    name = r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+"
    return bool(pattern(rf"{name}(?:(?:, | and ){name}){{0,5}}\s*[,|/•·–-]\s*(?i:{{agencies}})", True).fullmatch(line))


def is_link(line: str) -> bool:
    """A link to another article or video: "Read more: ...", "WATCH | ...", "A title Read more"."""
    if len(line) > settings.LINK_LENGTH or line.endswith(("”", '"')):
        return False
    if line.lower().rstrip(" »>…").endswith("read more"):
        return "." not in line
    return bool(pattern(_LINKS).fullmatch(line))


_LINKS = one_of(
    r"[\s•·|>»▶►*(\[+-]*{links}\s*(?::|»|>|\||[–—]\s|-\s)\s*\S.*",
    r"(?:read|see|watch|visit|check)\s(?-i:[A-Z\d]|the\s)[^.]{3,90}\bfor\s+(?:full|more|the\s+full|further)\b"
    r"[^.]{0,30}\.?",
    r"[•+>»►▶]\s*(?:video|photos?|watch|gallery|slideshow|related|read)\b.{5,120}[^.]",
)


def is_request(line: str) -> bool:
    """Asks the reader for something: "Sign up for our newsletter", "Follow us on Facebook", "Email us at ..."."""
    if len(line) > settings.REQUEST_LENGTH:
        return False
    if pattern(r"[\s•·|>»*(\[-]*{asks}(?:\b|(?<=@))").match(line):
        return bool(pattern(r"(?<!\w){favours}\b|@\w").search(line)) and not _speaks(line)
    return bool(pattern(_ADDRESS).fullmatch(line))


_ADDRESS = (
    r"(?:(?:e-?mail|contact|twitter|web(?:site)?|url|tel(?:ephone)?|phone)\s*:\s*)?"
    r"(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|@\w{2,30}|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4})"
)


def is_notice(line: str) -> bool:
    """A legal or editorial notice: copyright, licence, cookies, "This story has been updated"."""
    if len(line) > settings.NOTICE_LENGTH:
        return False
    if pattern(_OPENINGS).match(line):
        return not _speaks(line)
    if not _notice_keys().search(line.lower()) or _speaks(line):
        return False
    if pattern(r"(?<!\w){notices}").search(line) or pattern(_WITHIN).search(line):
        return True
    return all(pattern(form).search(line) for form in _LICENCE)


@cache
def _notice_keys() -> re.Pattern[str]:
    """One of these stands in every notice, so that most lines need no further look: the longest word of each phrase."""
    keys = {max(re.findall(r"[a-z]+", phrase), key=len) for phrase in lexicon("boilerplate")["notices"]}
    keys |= {"©", "site ", "responsibility", "follow ", "prohibited", "forbidden", "not permitted"}
    return re.compile(alternation(sorted(keys)))


_OPEN = r"[\s*(\[_—–-]*"
_STORY = r"(?:story|article|report|post|page|piece|content|item|copy)"
_OPENINGS = one_of(
    rf"{_OPEN}(?:©|copyright\s*(?:©|\(c\)|(?:19|20)\d\d|by\b)|\(c\)\s*(?:19|20)\d\d|(?:originally|first)\s+published\b)",
    rf"{_OPEN}(?:editor['’]s note\s*:\s*)?this\s+(?:\w+\s+){{0,2}}{_STORY}\s+"
    r"(?:has\s+been|was|is\s+being|will\s+be|is)\s+(?:(?:first|originally|also|last|automatically|regularly)\s+)?"
    r"(?:updated|published|republished|posted|produced|written|syndicated|generated|translated|developing|breaking)\b"
    r"(?!.{0,80}\bcorrect)",
    rf"{_OPEN}this\s+{_STORY}\s+(?:first\s+|originally\s+)?appeared\s+(?:first\s+)?(?:on|in|at)\b",
    rf"{_OPEN}this\s+is\s+a\s+(?:developing|breaking)\s+(?:news\s+)?story\b",
    r"\W{0,3}follow\s[^.]{2,60}\son\s+(?:twitter|facebook|instagram|telegram|x)\b",
    r"\W{0,3}(?:read\s+or\s+share\s+this\s+story|for\s+more\b[^.]{0,60})\s*:\s*(?:https?:|www\.)",
    r"(?:tags?|topics?|keywords?|categor(?:y|ies)|filed\s+under|posted\s+in|labels?)\s*:\s*\S",
)
_WITHIN = one_of(
    r"(?<![\w’'])©\s*(?:(?:19|20)\d\d|(?-i:[A-Z]))|(?<![\w’'])©.{0,60}\b(?:19|20)\d\d",
    r"\b(?:this|our)\s+(?:web)?site(?:\s+application)?\s+(?:is|was)\s+"
    r"(?:developed|maintained|produced|funded|operated)\b",
    r"\bits\s+contents?\s+(?:is|are)\s+the\s+sole\s+responsibility\b",
    r"\bfollow\s+(?:him|her|me|them|us)\b.{0,30}(?:@\w|\btwitter\b|\bfacebook\b|\binstagram\b)",
)
_LICENCE = (
    r"\b(?:contents?|materials?|articles?|(?:web)?site)\b",
    r"\b(?:use|using|reproduc\w+|republi\w+|redistribut\w+|distribution|copying|modification)\b",
    r"\b(?:prohibited|forbidden|not\s+(?:permitted|allowed)|without\s+(?:\w+\s+){0,3}(?:permission|consent|agreement))\b",
)


def is_code(line: str) -> bool:
    """A script or style sheet that was left in the text."""
    return ("=" in line or "{" in line or "(" in line) and bool(_CODE.search(line))


_CODE = re.compile(
    r"\bwindow\._?\w+\s*=|\bfunction\s?\(|\bdocument\.\w+\(|\bvar\s+\w+\s*=|\.push\(\{|\A\s*[.#][\w-]+\s*\{"
)


def is_short(line: str, words: int) -> bool:
    """At most so many words and no mark that ends a sentence: a title, a menu entry."""
    return line[-1] not in ".!?:;,”\"'’" and len(line.split()) <= words


def _speaks(line: str) -> bool:
    return bool(pattern(r"\b(?:said|says|told|added|announced|warned|insisted|argued)\b").search(line))
