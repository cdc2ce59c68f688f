"""What one line is: a predicate for each kind of line that is not the report. A line comes without white space at its ends."""

import re
from functools import cache

from twosource.settings import boilerplate as settings
from twosource.text.lexicon import alternation, lexicon

_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"


@cache
def _pattern(form: str, case: bool = False) -> re.Pattern[str]:
    """A form in which `{group}` stands for any word or phrase of that group of the word list."""
    words = lexicon("boilerplate")
    filled = re.sub(r"\{([a-z_]+)\}", lambda slot: f"(?:{_any(words[slot[1]])})", form)
    return re.compile(filled, 0 if case else re.IGNORECASE)


def _any(words: list[str]) -> str:
    """Any of the words; an apostrophe may be curved."""
    return alternation(words).replace("'", "['’]")


def is_label(line: str) -> bool:
    """A button or heading of the page: "Share", "Comments", "Related Posts:"."""
    return bool(_pattern(r"[\s•·|>»+▶►*#-]*{alone}[\s:»>|…+*-]*").fullmatch(line))


def is_heading(line: str) -> bool:
    """A heading that titles of other articles follow."""
    return bool(_pattern(r"[\s•·|>»+*#-]*{headings}[\s:»>|…-]*").fullmatch(line))


def has_no_word(line: str) -> bool:
    """A rule of dashes or stars."""
    return not any(character.isalnum() for character in line)


def is_counter(line: str) -> bool:
    """A count or a length: "5 min read", "1 month ago", "Image 2 of 7", "12 comments", "01:33"."""
    return any(_pattern(form).fullmatch(line) for form in _COUNTERS)


_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_COUNTERS = (
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
    """A line that holds nothing but a date or time, with or without "Updated"."""
    if not _pattern(r"[\w\s:.,|/@()+•·–-]{6,120}").fullmatch(line) or not any(c.isdigit() for c in line):
        return False
    return all(_pattern(_STAMP_WORD).fullmatch(word) for word in re.findall(r"[^\W\d_]+|\d+", line))


_STAMP_WORD = (
    rf"{_MONTHS}|{_WEEKDAYS}|\d{{1,4}}|st|nd|rd|th|at|on|a|p|m|am|pm|[ap]m|gmt|utc|bst|ist|cet|cest|eet|[ecmp][sd]?t|t|z|of|the|"
    "local|time|last|first|originally|updated?|published|posted|modified|date|created|story|article"
)


def is_full_date(line: str) -> bool:
    """A time stamp with its year, or with a word such as "Updated"."""
    said = _pattern(r"\b(?:19|20)\d\d\b|\b(?:updated?|published|posted|modified)\b").search(line)
    return bool(said) and is_time_stamp(line)


def is_share(line: str) -> bool:
    """Offers to share or print: "Share on Facebook Share on Twitter"."""
    words = re.findall(r"[^\s,|/•·()]+", line.lower())
    places, others = _share_words()
    return len(words) <= 20 and any(w in places for w in words) and all(w in places or w in others for w in words)


@cache
def _share_words() -> tuple[frozenset[str], frozenset[str]]:
    words = lexicon("boilerplate")
    return frozenset(words["share_places"]), frozenset(words["share_words"])


def is_section(line: str) -> bool:
    """The name of a section, or several: "World", "News | Politics"."""
    one = r"{sections}"
    return len(line) <= 60 and bool(_pattern(rf"{one}(?:\s*[|/>»•·,&-]\s*{one})*:?").fullmatch(line))


def is_byline(line: str) -> bool:
    """ "By Ada Stone and Ben Hill, Harbour Gazette"; every word is a name, a post or a joining word."""
    match = _BYLINE.fullmatch(line) if len(line) <= settings.BYLINE_LENGTH else None
    return bool(match) and not _pattern(rf"by\s+(?:{_MONTHS}|{_WEEKDAYS})\b").match(line)


_NAME = r"(?:[A-Z][\w.'’-]*|Mc[A-Z]\w+|[a-z]{1,3}[’'][A-Z]\w+)"
_JOIN = (
    r"(?:and|&|of|the|for|in|at|with|de|da|del|di|du|van|von|der|den|la|le|al|el|bin|ben|y|to|special|staff|writers?|"
    r"reporters?|correspondents?|editors?|contributing|contributors?|senior|chief|political|bureau|columnist|photographer)"
)
_BYLINE = re.compile(
    rf"(?:By|BY|by|Written by|Reported by|Posted by|Story by|Author:|Words by)[:\s]\s*{_NAME}(?:[\s,|/•·–-]+(?:{_NAME}|{_JOIN}))*[\s|,]*"
)


def is_sign_off(line: str) -> bool:
    """Who else worked on it: "Reporting by ...; editing by ...", "... contributed to this report."."""
    if len(line) > settings.REQUEST_LENGTH:
        return False
    return bool(_REPORTING_BY.match(line) or _CONTRIBUTED.fullmatch(line))


_REPORTING_BY = re.compile(
    r"[(\[_—–\s-]*(?:(?:Additional |With |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Tt]ranslated"
    r"|[Tt]ranslation|[Pp]roduced|[Ff]act-check(?:ed|ing))(?: and \w+)? by:? [A-Z]|With (?:files|reporting|reports) from [A-Z])"
)
_CONTRIBUTED = re.compile(
    r"[_—–\s*-]*(?:(?:Associated Press|AP|Reuters|Staff)\b.{0,40}?)?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+.{0,120}"
    r"\bcontributed(?: reporting| research)?(?: to this (?:report|story|article))?(?: from [A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)?\.?"
)


def is_agency(line: str) -> bool:
    """An agency named alone: "The Associated Press", "REUTERS"."""
    return bool(_pattern(r"[(\[]?{agencies}(?:\s*(?:/|,|and|via)\s*{agencies})*[)\]]?\.?").fullmatch(line))


def is_name(line: str) -> bool:
    """Two to four capitalised words and nothing else."""
    return bool(_pattern(r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+", True).fullmatch(line))


def is_name_and_agency(line: str) -> bool:
    """ "Ada Stone, Associated Press"."""
    name = r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+"
    return bool(_pattern(rf"{name}\s*[,|/•·–-]\s*(?i:{{agencies}})", True).fullmatch(line))


def is_credit(line: str) -> bool:
    """The credit of a picture: "Photo: Ada Stone/AFP", "Ada Stone / Harbour Gazette", "(Image: Reuters)"."""
    if len(line) > settings.CREDIT_LENGTH:
        return False
    return any(_pattern(form, case).fullmatch(line) for form, case in _CREDITS)


_CREDITS = (
    (r"[(\[]?(?:photo|photograph|image|picture|illustration|graphic|video|photo\s+credit|image\s+credit|picture\s+credit"
     r"|credits?|image\s+source|photos?\s+courtesy)s?\s*(?::|©|by\s+(?-i:[A-Z])|courtesy\s+of)[^.!?]{2,80}[)\]]?\.?", False),
    (r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+\s?/\s?(?:[Ss]pecial (?:for|to) )?(?:[A-Z][\w.&'’-]*)(?: (?:[A-Z&][\w.&'’-]*|of|via))*",
     True),
    (r"(?:.{2,60}(?:/|\bvia\s+|,\s*|\s+-\s+))?(?:getty\s+images|afp|ap|ap\s+photo|reuters|epa|shutterstock|alamy)"
     r"(?:\s*/\s*{agencies}|\s+via\s+{agencies})*", False),
)  # fmt: skip


def is_caption(line: str, indented: bool = False) -> bool:
    """A caption: ends with a picture's credit, is marked as one, or tells in the present what a dated picture shows."""
    if len(line) > settings.CAPTION_LENGTH:
        return False
    if _pattern(_CAPTION_CREDIT, False).search(line) or _pattern(_CAPTION_MARK).match(line):
        return True
    return is_depiction(line, indented)


_CAPTION_CREDIT = (
    r"(?:[(\[]\s*(?:(?:ap|afp|file)\s+(?:photo|pool|file)\b[^()\[\]]{0,60}|(?:photo|image|picture|photograph|credit)s?\s*(?::|by|via|courtesy)"
    r"[^()\[\]]{1,70}|[^()\[\]]{1,60}\s*(?:/|\bvia\s)\s*{agencies}(?:\s*(?:/|\bvia\b|,)\s*[^()\[\]/]{1,40})?)[)\]]"
    r"|\b(?:photo|image|picture|photograph|credit)s?\s*(?::|credit:)\s*[^.:]{2,60}(?:/|\bvia\s)\s*[^.:]{2,40}"
    r"|\bvia\s+(?:getty\s+images|ap|afp|reuters|shutterstock)"
    r"|\b(?-i:[A-Z][\w.'’-]+\s[A-Z][\w.'’-]+)\s?/\s?(?:getty\s+images|afp|ap|reuters|epa)(?:\s+via\s+{agencies})?)\.?\Z"
)
_CAPTION_MARK = (
    r"file\s+(?:photo|picture|image)\b|file\s*[-–—:]\s|(?:photo|image|media|picture|video)\s+caption\b|image\s+(?:copyright|source)\b"
    r"|(?:pictured|above|below|left|right|top|photos?)\s*(?:\([^)]{1,30}\))?\s*:\s|caption\s*:\s|[^.]{0,200}\bin this\b[^.]{0,60}\bfile (?:photo|image|picture)\b"
)


def is_depiction(line: str, indented: bool) -> bool:
    """One sentence in the present tense that ends with a full date, without quotation or attribution."""
    if any(mark in line for mark in '"“”«»?!') or _pattern(r"\b{reporting}\b").search(line):
        return False
    dated = _pattern(_CAPTION_DATE).search(line)
    if not dated or len(re.findall(r"[.!?]\s+[A-Z]", line[: dated.start()])) > 0:
        return False
    first = _pattern(r"[A-Z][^,.;]*?\s{depictions}\b").match(line)
    return bool(first) and (indented or bool(_pattern(_IN_PLACE).search(line[first.end() :])))


_CAPTION_DATE = (
    rf"(?:\bon\s+|,\s*|\s)(?:(?:{_WEEKDAYS})\.?,?\s+)?(?:(?:{_MONTHS})\.?\s+\d{{1,2}},?\s+(?:19|20)\d\d"
    rf"|\d{{1,2}}\s+(?:{_MONTHS})\.?,?\s+(?:19|20)\d\d)\.?(?:\s+(?:{{agencies}}|\(?[^.]{{2,40}}/[^.]{{2,40}}\)?))?\.?\Z"
)
_IN_PLACE = r"\b(?:in|at|on|near|outside|during|along|over|with|to|from|through|past)\b"


def is_link(line: str) -> bool:
    """A link to another article or video, with its label: "Read more: ...", "WATCH | ..."."""
    if len(line) > settings.LINK_LENGTH:
        return False
    return bool(
        _pattern(r"[\s•·|>»▶►*(\[-]*{links}\s*(?::|»|>|\||[–—]\s|-\s)\s*\S.*").fullmatch(line)
    ) and not line.endswith(("”", '"'))


def is_request(line: str) -> bool:
    """Asks the reader for something: "Sign up for our newsletter", "Follow us on Facebook", "Email us at ..."."""
    if len(line) > settings.REQUEST_LENGTH or _speaks(line):
        return False
    if _pattern(r"[\s•·|>»*(\[-]*{asks}(?:\b|(?<=@))").match(line):
        return bool(_pattern(r"(?<!\w){favours}\b|@\w").search(line))
    return bool(_pattern(_ADDRESS).fullmatch(line))


_ADDRESS = r"(?:(?:e-?mail|contact|twitter|web(?:site)?|url|tel(?:ephone)?|phone|source)\s*:\s*)?(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|@\w{2,30})"


def is_notice(line: str) -> bool:
    """A legal or editorial notice: copyright, licence, cookies, "This story has been updated"."""
    if len(line) > settings.NOTICE_LENGTH or _speaks(line):
        return False
    if _pattern(r"[\s(\[]*(?:©|copyright\s*(?:©|\(c\)|(?:19|20)\d\d|by\b)|\(c\)\s*(?:19|20)\d\d)").match(line):
        return True
    return bool(_pattern(r"(?<!\w){notices}").search(line) or any(_pattern(form).search(line) for form in _NOTICES))


_NOTICES = (
    r"^[\s*(\[_—–-]*(?:editor['’]s note\s*:\s*)?this\s+(?:\w+\s+){0,2}(?:story|article|report|post|page|piece|content|item|copy)\s+"
    r"(?:has\s+been|was|is\s+being|will\s+be|is)\s+(?:(?:first|originally|also|last|automatically|regularly)\s+)?"
    r"(?:updated|published|republished|posted|produced|written|syndicated|generated|translated|developing|breaking)\b(?!.{0,80}\bcorrect)",
    r"^[\s*(\[_—–-]*this\s+(?:story|article|report|post|piece)\s+(?:first\s+|originally\s+)?appeared\s+(?:first\s+)?(?:on|in|at)\b",
    r"^[\s*(\[_—–-]*this\s+is\s+a\s+(?:developing|breaking)\s+(?:news\s+)?story\b",
    r"^[\s*(\[]*(?:originally|first)\s+published\b",
    r"©\s*(?:(?:19|20)\d\d|[A-Z])|©.{0,60}\b(?:19|20)\d\d",
    r"\b(?:this|our|the)\s+(?:web)?site(?:\s+application)?\s+(?:is|was)\s+(?:developed|maintained|produced|funded|operated)\b",
    r"^(?:its|the)\s+contents?\s+(?:is|are)\s+the\s+sole\s+responsibility\b",
    r"\b(?:use|reproduction|republication|distribution|modification|copying)\b.{0,90}\b(?:content|material|article|site|website)s?\b"
    r".{0,120}\b(?:prohibited|forbidden|permission|consent)\b",
    r"\b(?:content|material|article|site|website)s?\b.{0,160}\b(?:reproduc|republi|redistribut|copied|copying)\w*\b.{0,120}"
    r"\b(?:prohibited|forbidden|permission|consent)\b",
    r"^(?:tags?|topics?|keywords?|categor(?:y|ies)|filed\s+under|posted\s+in|labels?)\s*:\s*\S",
)


def is_code(line: str) -> bool:
    """A script or style sheet that was left in the text."""
    return bool(
        _pattern(
            r"\bwindow\._?\w+\s*=|\bfunction\s*\(|\bdocument\.\w+\(|\bvar\s+\w+\s*=|\.push\(\{|^\s*[.#][\w-]+\s*\{"
        ).search(line)
    )


def is_short(line: str, words: int) -> bool:
    """At most so many words and no mark that ends a sentence: a title, a menu entry."""
    return line[-1] not in ".!?:;,”\"'’" and len(line.split()) <= words


def _speaks(line: str) -> bool:
    return bool(_pattern(r"\b(?:said|says|told|according to|added|announced|warned|insisted|argued)\b").search(line))
