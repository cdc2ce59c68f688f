"""Two wordings of one utterance, word by word."""

import re
from difflib import SequenceMatcher

from twosource.report.pages import Piece
from twosource.settings.report import LONGEST_WORDING

_TOKEN = re.compile(r"\w+(?:['’.,-]\w+)*|\s+|[^\w\s]", re.UNICODE)


def changes(fullest: str, other: str) -> tuple[Piece, ...]:
    """The two wordings in one: what only the fullest has is `gone`, what only the other has is `new`.

    Case, the style of quotation marks and white space make no difference.
    """
    one, two = _TOKEN.findall(fullest)[:LONGEST_WORDING], _TOKEN.findall(other)[:LONGEST_WORDING]
    matcher = SequenceMatcher(None, [_fold(word) for word in one], [_fold(word) for word in two], autojunk=False)
    pieces: list[Piece] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("".join(two[k:m])))
            continue
        gone, new = "".join(one[i:j]), "".join(two[k:m])
        pieces += [Piece(gone, "gone")] if gone.strip() else []
        pieces += [Piece(new, "new")] if new.strip() else [Piece(" ")] if new else []
    return tuple(pieces)


def _fold(word: str) -> str:
    return " " if word.isspace() else '"' if word in "“”„«»" else "'" if word in "‘’" else word.casefold()
