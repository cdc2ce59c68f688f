"""Captions and credits of pictures: what one line must look like to belong to a picture and not to the report."""

import re

from twosource.extraction.boilerplate.lines import MONTHS, WEEKDAYS, one_of, pattern
from twosource.settings import boilerplate as settings


def is_credit(line: str) -> bool:
    """The credit of a picture: "Photo: Ada Stone/AFP", "Ada Stone / Harbour Gazette", "(Image: Reuters)"."""
    if len(line) > settings.CREDIT_LENGTH:
        return False
    return bool(pattern(_CREDITS).fullmatch(line))


_CREDITS = one_of(
    r"[(\[]?(?:photo|photograph|image|picture|illustration|graphic|video|photo\s+credit|image\s+credit|picture\s+credit"
    r"|credits?|image\s+source|photos?\s+courtesy)s?\s*(?:(?::|©|courtesy\s+of)[^.!?]{2,80}"
    r"|by\s+(?-i:[A-Z][\w.'’-]*(?:[\s/,&]+(?:(?:and|for|via|the)\s+)?[A-Z][\w.'’-]*)*))[)\]]?\.?",
    r"(?-i:(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+\s?/\s?(?:[Ss]pecial (?:for|to) )?(?:[A-Z&][\w.&'’-]* )*{papers}"
    r"(?: [A-Z][\w.&'’-]*)*)",
    r"(?:.{2,60}(?:/|\bvia\s+|,\s*|\s+-\s+))?(?:getty\s+images|afp|ap|ap\s+photo|reuters|epa|shutterstock|alamy)"
    r"(?:\s*/\s*{agencies}|\s+via\s+{agencies})*",
)


def is_caption(line: str, apart: bool = False) -> bool:
    """A caption: ends with a picture's credit, is marked as one, or tells in the present what a dated picture shows.

    `apart` says that the line is indented, as captions are and paragraphs of the same text are not.
    """
    if len(line) > settings.CAPTION_LENGTH:
        return False
    if line.endswith(_CUT):
        return True
    tail = line[-settings.CREDIT_TAIL :]
    if any(map(tail.__contains__, _MARKS_OF_CREDIT)) and pattern(_CAPTION_CREDIT).search(tail):
        return True
    if len(line) > settings.SHORT_CAPTION_LENGTH:
        return False
    marked = pattern(_CAPTION_MARK).match(line) or ("file " in line and pattern(_FILE_PHOTO).match(line))
    return bool(marked) or is_depiction(line, apart)


def is_gallery(line: str) -> bool:
    """The captions of a gallery run into one line, each with its count: "… on the pier Hide Caption 3 of 25 …"."""
    return "aption" in line and len(_COUNTED_CAPTION.findall(line)) > 1


_COUNTED_CAPTION = re.compile(r"\b[Cc]aption \d{1,3} of \d{1,3}\b")
_MARKS_OF_CREDIT = ("/", "via ", "hoto", "mage", "icture", "redit", " AP", " AFP", " REUTERS")
_CUT = ("... more", "… more", ". less", '." less', ".” less")
"""Ends of captions that a page shows in a short and a long form."""
_SHOT = r"(?:photo|photograph|image|picture|credit)s?"
_CAPTION_CREDIT = (
    rf"(?:[(\[]\s*(?:(?:ap|afp|file)\s+(?:photo|pool|file)\b[^()\[\]]{{0,60}}"
    rf"|{_SHOT}\s*(?::|by|via|courtesy)[^()\[\]]{{1,70}}"
    rf"|[^()\[\]]{{1,60}}\s*(?:/|\bvia\s)\s*{{agencies}}(?:\s*(?:/|\bvia\b|,)\s*[^()\[\]/]{{1,40}})?)[)\]]"
    rf"|\b{_SHOT}\s*:\s*[^.:]{{2,60}}(?:/|\bvia\s)\s*[^.:]{{2,40}}"
    r"|\b(?-i:[A-Z][a-z]+ [A-Z][a-z]+ (?:AP|AFP|REUTERS))"
    r"|\bvia\s+(?:getty\s+images|shutterstock)"
    r"|\b(?:handout|photo|service|office|pool|file|(?-i:[A-Z][\w.'’-]+\s[A-Z][\w.'’-]+))\s+via\s+(?:ap|afp|reuters)"
    r"|\b(?-i:[A-Z][\w.'’-]+\s[A-Z][\w.'’-]+)\s?/\s?(?:getty\s+images|afp|ap|reuters|epa)(?:\s+via\s+{agencies})?)"
    r"\.?(?:\s?(?:buy\s+photo|less|more))?\Z"
)
_CAPTION_MARK = (
    r"file\s+(?:photo|picture|image)\b|file\s*[-–—:]\s|(?:photo|image|media|picture|video)\s+caption\b"
    r"|image\s+(?:copyright|source)\b|(?:pictured|above|below|left|right|top|photos?)\s*(?:\([^)]{1,30}\))?\s*:\s"
    r"|caption\s*:\s"
)
_FILE_PHOTO = r"[^.]{0,200}\bin this\b[^.]{0,60}\bfile (?:photo|image|picture)\b"


def is_depiction(line: str, apart: bool) -> bool:
    """One sentence in the present tense that ends with a full date, without quotation or attribution.

    "The council meets in Oslo on 9 January 2025" may be the report's own; without "on", or of a verb that only a
    picture can show, it is a caption's.
    """
    tail = line[-settings.CREDIT_TAIL :]
    dated = _YEAR.search(tail) and pattern(_CAPTION_DATE).search(tail)
    if not dated or any(map(line.__contains__, '"“”«»?!@—')) or pattern(r"\b{reporting}\b").search(line):
        return False
    before = len(line) - len(tail) + dated.start()
    if _SENTENCE_END.search(line, 0, before):
        return False
    bare = apart or not dated["on"]
    verb = r"[A-Z][^;]*?\s{shown}\b" if not bare else r"[A-Z][^;]*?\s(?:{shown}|{held})\b"
    # The date itself holds no verb: its "March" is none.
    return bool(pattern(verb).match(line, 0, before)) and bool(pattern(_IN_PLACE).search(line))


_SENTENCE_END = re.compile(r"[a-z0-9)][.!?]\s+[A-Z]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CAPTION_DATE = (
    rf"(?:(?P<on>\bon\s+)|,\s*|\s)(?:(?:{WEEKDAYS})\.?,?\s+)?(?:(?:{MONTHS})\.?\s+\d{{1,2}},?\s+(?:19|20)\d\d"
    rf"|\d{{1,2}}\s+(?:{MONTHS})\.?,?\s+(?:19|20)\d\d)\.?(?:\s+(?:{{agencies}}|\(?[^.]{{2,40}}/[^.]{{2,40}}\)?))?\.?\Z"
)
_IN_PLACE = r"\b(?:in|at|near|outside|along|over|through|past|aboard|inside)\b"
