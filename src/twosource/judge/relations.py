"""How the values of one claim can stand together, and the one table that makes a verdict of them."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from twosource.compare.measured import Measured
from twosource.records import Verdict

Kind = Literal[
    "equal", "bounded", "possible", "counted_apart", "rose", "outdated", "taken_back", "untold", "garbled", "disputed"
]

# From the weakest to the strongest: the verdict on a claim is that of the strongest of the ways in which its values stand
# together. What is not given as a fact contradicts nothing, so it weighs least of what differs; a slip outweighs what could
# not be told, because it can be looked up; and nothing hides a contradiction.
VERDICTS: dict[Kind, Verdict] = {
    "equal": "agree",  # one value, or one that rounds to the other
    "bounded": "compatible",  # one only sets a bound that the other keeps
    "possible": "unsure",  # feared, planned, or "dozens"
    "counted_apart": "definition",  # the same event, counted otherwise
    "rose": "update",
    "outdated": "update",  # an old value told again after a newer one
    "taken_back": "revision",  # one speaker gave both
    "untold": "unsure",  # the order or the speakers are not known
    "garbled": "probable_slip",
    "disputed": "conflict",
}
_ORDER = tuple(VERDICTS)


class Ties(NamedTuple):
    """Pairs of ids of figures: at one place of a shared passage, and set against each other by one report.

    `forms` are pairs of documents that are one form filled in twice.
    """

    aligned: AbstractSet[tuple[str, str]] = frozenset()
    contrasted: AbstractSet[tuple[str, str]] = frozenset()
    forms: AbstractSet[tuple[str, str]] = frozenset()

    def at_one_place(self, a: Measured, b: Measured) -> bool:
        """Whether the two stand at one place of a shared passage."""
        return _holds(self.aligned, a, b)

    def set_apart(self, a: Measured, b: Measured) -> bool:
        """Whether a report sets the two against each other."""
        return _holds(self.contrasted, a, b)

    def of_one_form(self, a: Measured, b: Measured) -> bool:
        """Whether the two stand in a form that was filled in twice."""
        one, other = a.figure.document, b.figure.document
        return (one, other) in self.forms or (other, one) in self.forms


NO_TIES = Ties()


def _holds(pairs: AbstractSet[tuple[str, str]], a: Measured, b: Measured) -> bool:
    return (a.figure.id, b.figure.id) in pairs or (b.figure.id, a.figure.id) in pairs


class Stand(NamedTuple):
    """How two values stand together, the sentence that says so, and the members on the two sides where they exclude."""

    kind: Kind
    detail: str
    sides: tuple[Sequence[Measured], ...] = ()


def strongest(stands: Iterable[Stand]) -> Stand:
    """The one that decides the verdict; of equals the one found first."""
    return max(stands, key=lambda stand: _ORDER.index(stand.kind))


def combine(kinds: Iterable[Kind]) -> Verdict:
    """The verdict on a claim whose values stand together in these ways."""
    return VERDICTS[max(kinds, key=_ORDER.index)]
